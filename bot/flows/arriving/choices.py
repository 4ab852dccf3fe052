"""Numbers typed on channels without buttons: asking again, more choices, none, and the notice that had to wait."""

from dataclasses import replace
from datetime import timedelta

from bot.turn import Reply, Turn
from locales.message import Choice, Message
from locales.say import choices as say
from storage.rules import prompts
from storage.rules.prompts import PAGE

FORGET = timedelta(days=1)  # an older question is not put again: the facts have moved on


def again(turn: Turn) -> Reply:
    """A number that means nothing any more: the question is put again, what was awaited stays awaited."""
    talk = turn.talk
    is_old = talk.offered_at is None or turn.now - talk.offered_at > FORGET
    if not talk.offered or is_old or not talk.asked:
        return say.no_question()
    turn.talk = replace(talk, aside=None)
    return replace(say.ask_again(talk.asked, _choices(talk.offered)), awaiting=talk.awaiting)


def live(turn: Turn) -> list[Choice]:
    """The choices of the question that is open: those whose numbers act."""
    can = turn.abilities
    is_live = prompts.acts(turn.talk.question, turn.now, can.numbers_live, buttons=can.buttons)
    return _choices(turn.talk.offered) if is_live else []


def waits(turn: Turn) -> bool:
    """Whether something that was asked still waits: for one of its numbers, or for words."""
    return bool(live(turn)) or turn.talk.awaiting is not None


def more(turn: Turn) -> Reply:
    """9: the choices after the first eight."""
    return say.more(_choices(turn.talk.offered[PAGE:]), turn.talk.awaiting)


def cancel(turn: Turn) -> Reply:  # noqa: ARG001 - every step is given its turn
    """0: nothing is offered or awaited any more."""
    return say.cancelled()


def reply(turn: Turn) -> Reply:
    """TRALOI: the notice that came while a question was open, now with its numbers."""
    waiting, shown = turn.talk.aside, live(turn)
    if waiting is None and shown and turn.talk.asked:  # what came last has its numbers already
        return Message(turn.talk.asked, tuple(shown), awaiting=turn.talk.awaiting)
    if waiting is None:
        return say.nothing_waits()
    turn.talk = replace(turn.talk, aside=None)
    return Message(waiting.text, tuple(_choices(waiting.offered)))


def _choices(offered: tuple[tuple[str, str], ...]) -> list[Choice]:
    return [Choice(label, route) for label, route in offered]
