"""A person comes in: by a link or a code, in one message, without questions."""

from bot.turn import Reply, Turn
from jobs.glance import glance
from locales.message import Message
from locales.say import channels, progress, refusals, start
from storage import audit
from storage.access import guesses, invites, web_chats
from storage.errors import BadCode
from storage.messages import inbox
from storage.office import addresses, people
from storage.office.addresses import Link
from storage.office.people import TEAM
from storage.rules.status import OPEN, Role
from storage.work import assignments


def arrive(turn: Turn, *code: int | str) -> Reply:
    """`/start CODE` links at once; without a code it says who is linked."""
    if not code:
        return start.already(turn.person.full_name) if turn.official else refusals.stranger()
    inbox.forget_words(turn.db, turn.inbox_id)
    try:
        person_id = invites.use(turn.db, ":".join(map(str, code)), turn.chat, turn.now)
    except BadCode:
        guesses.wrong(turn.db, turn.chat, turn.now)
        return refusals.bad_code()
    before = [one for one in addresses.of_person(turn.db, person_id) if one.chat != turn.chat]
    people.link(turn.db, person_id, turn.chat, turn.now, preferred=rings(turn, person_id))
    turn.official = people.by_id(turn.db, person_id)
    tell_coordinators(turn, start.somebody_linked(person_id, turn.person.full_name), "linked")
    _tell_earlier_chats(turn, before)
    return _welcome(turn, [one.channel for one in before])


def _tell_earlier_chats(turn: Turn, before: list[Link]) -> None:
    """A second chat keeps the first, which learns of it and can undo it."""
    for new in addresses.of_person(turn.db, turn.person.id):
        if new.chat == turn.chat:
            for one in before:
                turn.tell(turn.person.id, channels.second_linked(new), f"second:{new.id}:{one.id}", chat=one.chat)


def rings(turn: Turn, person_id: int) -> bool:
    """Whether reminders should come here from now on: a web page rings nobody, so a messenger stays the preferred chat."""
    return not (is_web(turn.chat) and any(not is_web(chat) for chat in people.chats(turn.db, person_id)))


def is_web(chat: str) -> bool:
    return chat.startswith(f"{web_chats.CHANNEL}:")


def _welcome(turn: Turn, others: list[str]) -> Message:
    person = turn.person
    rows = assignments.of_person(turn.db, person.id, turn.today)
    standing = _standing(turn) if person.holds(*TEAM) else ""
    who = start.Newcomer(
        person.full_name,
        person.post,
        people.unit_name(turn.db, person.id),
        open_rows=len([row for row in rows if row.progress in OPEN]),
        leads=person.holds(*TEAM),
        loads=person.holds(Role.COORDINATOR) and not standing,
        files=turn.abilities.files_in,
        on_page=is_web(turn.chat),
    )
    also = channels.also_linked(others, turn.chat.partition(":")[0]) if others else ""
    return start.linked(who, coordinator_of(turn), standing=standing, also=also)


def _standing(turn: Turn) -> str:
    """Where the office stands, in one line; nothing before a list is loaded."""
    found = glance(turn.db, turn.person, turn.now, turn.zone)
    return progress.in_short(found.scope, found.summary) if found and found.leaves else ""


def coordinator_of(turn: Turn) -> str | None:
    """Whom to call: the first coordinator over this person's unit, not the person themself."""
    for one in people.holders(turn.db, turn.person.unit_id, Role.COORDINATOR):
        if one != turn.person.id:
            return people.name_of(turn.db, one)
    return None


def tell_coordinators(turn: Turn, message: Message, key: str) -> None:
    """Tell the coordinators of this person's own unit."""
    turn.tell_holders(message, f"{key}:{turn.inbox_id}", turn.person.unit_id, Role.COORDINATOR)


def not_me(turn: Turn) -> Reply:
    """The wrong person opened the link: it is undone and the coordinators learn of it."""
    tell_coordinators(turn, start.somebody_denied(turn.person.full_name), "denied")
    people.unlink_chat(turn.db, turn.chat, turn.now)
    audit.note(turn.db, "not_me", f"person:{turn.person.id}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return start.unlinked()


def understood(turn: Turn) -> Reply:
    """The notice was read: which version and when is kept."""
    people.see_notice(turn.db, turn.chat, start.NOTICE)
    audit.note(turn.db, "notice", f"person:{turn.person.id}", turn.now, by=turn.person.id, version=start.NOTICE)
    return start.noticed(leads=turn.person.holds(*TEAM))
