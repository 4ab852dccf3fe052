"""Lost phones ("Khóa máy") and links that are removed; both end at once what the phone may do."""

from collections.abc import Callable
from datetime import timedelta

from bot.flows import staff
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import people as say_people
from locales.say import phones as say
from storage.access import invites, passes
from storage.errors import Yourself
from storage.messages import rerouting
from storage.office import people, roster
from storage.office.people import Official
from storage.work import assignments

LATELY = timedelta(days=3)


def lock(turn: Turn, person_id: int, sure: str | None = None) -> Reply:
    """The phone is lost: nothing from it counts until a new code links the person again."""
    person = another(turn, person_id)
    if ask := _asked(turn, person, sure, say.ask_lock):
        return ask
    recent = assignments.several(turn.db, roster.reported_since(turn.db, person.id, turn.now - LATELY))
    _let_go(turn, person, lost=True)
    return say.locked(person.id, person.full_name, recent)


def unlink(turn: Turn, person_id: int, sure: str | None = None) -> Reply:
    """The chats are no longer this person's: a wrong link, a new account."""
    person = another(turn, person_id)
    if ask := _asked(turn, person, sure, say.ask_unlink):
        return ask
    _let_go(turn, person, lost=False)
    return say.removed(person.id, person.full_name)


def another(turn: Turn, person_id: int) -> Official:
    """Somebody of the office, but not the one who asks.

    Raises:
        Yourself: a coordinator would shut themself out.
    """
    person = staff.person_of(turn, person_id)
    if person.id == turn.person.id:
        raise Yourself
    return person


def _asked(turn: Turn, person: Official, sure: str | None, ask: Callable[[int, str, list[str]], Message]) -> Message | None:
    """What is to be said first: that there is no phone, or the question whether it is meant."""
    links = roster.links(turn.db, person.id)
    if not links:
        return say.not_linked(person.id, person.full_name)
    channels = dict.fromkeys(say_people.CHANNELS.get(one.channel, one.channel) for one in links)
    return ask(person.id, person.full_name, list(channels)) if sure != "yes" else None


def _let_go(turn: Turn, person: Official, *, lost: bool) -> None:
    """Unlink every chat; what waits for them is not sent, open codes end, the chats and the other coordinators are told."""
    chats = people.lock(turn.db, person.id, turn.now) if lost else people.unlink(turn.db, person.id, turn.now)
    invites.revoke(turn.db, person.id, turn.now)
    passes.revoke(turn.db, person.id, turn.now)
    by = turn.person.full_name
    for chat in chats:
        rerouting.stop_person(turn.db, person.id, chat, "locked" if lost else "unlinked")
        staff.tell_chat(turn, chat, say.told_lock(by) if lost else say.told_unlink(by))
    staff.note(turn, "lock" if lost else "unlink", f"person:{person.id}", chats=len(chats))
    staff.tell_coordinators(turn, say.told_others(person.full_name, by, lock=lost), but=person.id)
