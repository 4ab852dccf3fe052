"""Somebody blocked or unblocked the bot, or a group moved: no step, but the office must know."""

from bot.incoming import Incoming
from bot.turn import Reply, Turn
from jobs import alarm
from locales.say import reminders as say
from storage import outbox, people
from storage.people import by_id


def is_one(incoming: Incoming) -> bool:
    return incoming.kind in {"joined", "left", "moved"}


def changed(turn: Turn) -> Reply:
    """Keep what the platform says about a chat."""
    incoming = turn.incoming
    if incoming.kind == "moved":
        outbox.move_chat(turn.db, incoming.chat, incoming.extra["to"])
    elif incoming.is_group:
        return None
    elif incoming.kind == "joined":
        people.mark_reachable(turn.db, incoming.chat)
    else:
        _blocked(turn)
    return None


def _blocked(turn: Turn) -> None:
    person_id = people.mark_unreachable(turn.db, turn.chat, "blocked", turn.now)
    if person_id is None:
        return
    outbox.stop_person(turn.db, person_id, turn.chat, "blocked")
    person = by_id(turn.db, person_id)
    note = say.unreachable(person.full_name)
    alarm.tell_coordinators(turn.db, person.unit_id, note, f"unreachable:{person_id}:{turn.now:%Y%m%d}", turn.now, but=person_id)
