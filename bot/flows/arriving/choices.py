"""Numbers typed on channels without buttons: asking again, more choices, none, and the notice that had to wait."""

from dataclasses import replace
from datetime import timedelta

from bot.flows import lines
from bot.turn import Reply, Turn
from locales.message import Choice, Message
from locales.say import choices as say
from storage.messages.conversations import Aside
from storage.rules import prompts
from storage.rules.prompts import PAGE
from storage.work import assignments
from storage.work.assignments import Work

FORGET = timedelta(days=1)  # an older question is not put again: the facts have moved on


def again(turn: Turn, why: str = "", number: int = 0) -> Reply:
    """A number that means nothing any more: the question is put again, what was awaited stays awaited.

    Args:
        turn: this update.
        why: "late" where one line is asked about alone, "none" where no line bears the number, "several" where two were named,
            "later" where nothing is to be decided now.
        number: as typed.
    """
    talk = turn.talk
    asked = talk.left_open or talk.asked
    is_old = talk.offered_at is None or turn.now - talk.offered_at > FORGET
    if not talk.offered or is_old or not asked:
        return say.no_question()
    if why == "late" and talk.aside is None and 0 < number <= len(talk.offered):
        return _is_it(turn, asked, number)
    if turn.abilities.buttons:
        turn.talk = replace(talk, aside=None)
    choices = _choices(talk.offered)
    shown = _put_again(why, number, asked, choices)
    return replace(shown, awaiting=talk.awaiting, left_open=asked)


def _put_again(why: str, number: int, asked: str, choices: list[Choice]) -> Message:
    if why == "none":
        return say.no_line(number, asked, choices)
    if why == "later":
        return say.left_for_later(asked, choices)
    return say.one_at_a_time(asked, choices) if why == "several" else say.ask_again(asked, choices)


def _is_it(turn: Turn, asked: str, number: int) -> Message:
    """Ask about one line alone; all of them lie aside and come back by one tap."""
    talk, at = turn.talk, turn.talk.offered_at or turn.now
    label, route = talk.offered[number - 1]
    turn.talk = replace(talk, aside=Aside(turn.now, asked, talk.offered))
    return replace(say.is_it(Choice(label, route), number, at, turn.now, turn.zone, _row_of(turn, route)), awaiting=talk.awaiting)


def _row_of(turn: Turn, route: str) -> Work | None:
    """The row that a line is about."""
    row = lines.row_of(route)
    return next(iter(assignments.several(turn.db, [row])), None) if row else None


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
        return replace(say.shown_again(turn.talk.asked, shown), awaiting=turn.talk.awaiting)
    if waiting is None:
        return say.nothing_waits()
    turn.talk = replace(turn.talk, aside=None)
    return say.shown_again(waiting.text, _choices(waiting.offered))


def _choices(offered: tuple[tuple[str, str], ...]) -> list[Choice]:
    return [Choice(label, route) for label, route in offered]
