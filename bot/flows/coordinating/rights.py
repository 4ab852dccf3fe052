"""What people may ask about the data kept of them: a copy at once; correction and erasure as requests that are chased."""

from pathlib import Path

from bot.flows import staff
from bot.flows.paperwork import handing
from bot.turn import Reply, Turn
from jobs.making import Later
from locales.message import Message
from locales.papers import own_data as paper
from locales.papers import shelf
from locales.say import rights as say
from storage import audit
from storage.names import clean, folded
from storage.office import people, roster
from storage.personal import erasing, own_data, rights
from storage.personal.rights import Request
from storage.rules.status import Role

LONGEST = 500


def copy(turn: Turn) -> Reply:
    """All that is kept about who asks, as a workbook."""
    person = turn.person
    audit.note(turn.db, "data_copy", f"person:{person.id}", turn.now, by=person.id, office=person.office_id)
    return handing.later(turn, say.copy_name(), "my_copy", quick=True)


def make_copy(turn: Turn) -> Later:
    """The same, made."""
    person, data_dir, local = turn.person, turn.data_dir, turn.now.astimezone(turn.zone)
    me, kept = roster.entry(turn.db, person.office_id, person.id), own_data.of_person(turn.db, person.id)

    def later() -> list[Message]:
        path = shelf.place(data_dir, ".xlsx")
        paper.write(path, me, kept, local)
        return [say.copy(str(Path(shelf.FOLDER) / path.name), local.date())]

    return later


def ask_correction(turn: Turn) -> Reply:  # noqa: ARG001 - every step is given its turn
    return say.ask_correction()


def correction(turn: Turn) -> Reply:
    """What is wrong was written."""
    words = clean(turn.incoming.text)[:LONGEST]
    if turn.incoming.kind != "text" or len(words) < 3:
        return say.ask_correction()
    return _keep(turn, "correct", words)


def erasure(turn: Turn, sure: str | None = None) -> Reply:
    """What it means is said first."""
    return _keep(turn, "erase", None) if sure == "yes" else say.ask_erasure()


def _keep(turn: Turn, kind: str, words: str | None) -> Reply:
    one = rights.ask(turn.db, turn.person, kind, words, turn.now, turn.today)
    turn.tell_holders(say.told_office(one), f"data_request:{turn.inbox_id}", turn.person.office_id, Role.COORDINATOR)
    return say.kept(one)


def listing(turn: Turn) -> Reply:
    """What the coordinator has to settle."""
    return say.listing(rights.of_office(turn.db, staff.office_of(turn)), turn.today)


def card(turn: Turn, number: int) -> Reply:
    one = _one(turn, number)
    return say.card(one, held=erasing.still_held(turn.db, one.person_id) if one.kind == "erase" else 0, zone=turn.zone)


def _one(turn: Turn, number: int) -> Request:
    return rights.get(turn.db, staff.office_of(turn), number)


def corrected(turn: Turn, number: int) -> Reply:
    """The coordinator has put it right."""
    one = _one(turn, number)
    if one.kind != "correct":
        return say.card(one, held=0, zone=turn.zone)
    rights.settle(turn.db, one, rights.DONE, turn.now, by=turn.person.id)
    turn.tell(one.person_id, say.corrected(turn.person.full_name), f"data_done:{one.id}")
    return say.settled(one)


def refuse(turn: Turn, number: int) -> Reply:
    return say.ask_reason(_one(turn, number))


def refused(turn: Turn, number: int) -> Reply:
    """The reason was written; the person learns it word for word."""
    one, reason = _one(turn, number), clean(turn.incoming.text)[:LONGEST]
    if turn.incoming.kind != "text" or len(reason) < 5:
        return say.ask_reason(one)
    rights.settle(turn.db, one, rights.REFUSED, turn.now, by=turn.person.id, reason=reason)
    turn.tell(one.person_id, say.refused(one, reason, turn.person.full_name), f"data_refused:{one.id}")
    return say.settled(one)


def later(turn: Turn, number: int) -> Reply:
    """Fifteen days more, once; the person is told."""
    one = _one(turn, number)
    if one.extended:
        return say.extended_before(one)
    due = rights.extend(turn.db, one, turn.now, by=turn.person.id)
    turn.tell(one.person_id, say.told_extended(one, due), f"data_later:{one.id}")
    return say.extended(one, due)


def erase(turn: Turn, number: int) -> Reply:
    """To be typed, not tapped: the full name."""
    one = _one(turn, number)
    if one.kind != "erase" or (held := erasing.still_held(turn.db, one.person_id)):
        return say.card(one, held=held if one.kind == "erase" else 0, zone=turn.zone)
    return say.ask_name(one)


def erase_typed(turn: Turn, number: int) -> Reply:
    """The name was typed: it happens after a day, until then any coordinator can take it back."""
    one = _one(turn, number)
    if one.kind != "erase" or one.state != rights.OPEN or erasing.still_held(turn.db, one.person_id):
        return card(turn, number)
    if folded(turn.incoming.text) != folded(one.name):
        return say.wrong_name(one)
    people.keep_a_coordinator(turn.db, people.by_id(turn.db, one.person_id))
    at = rights.begin_erasing(turn.db, one, turn.now, by=turn.person.id)
    staff.tell_coordinators(turn, say.told_erasing(one, turn.person.full_name, at, turn.zone), but=one.person_id)
    turn.tell(one.person_id, say.told_person_erasing(at, turn.zone), f"erasing:{one.id}:{turn.inbox_id}")
    return say.erasing(one, at, turn.zone)


def keep(turn: Turn, number: int) -> Reply:
    """Taken back within the day."""
    one = _one(turn, number)
    if one.state == rights.ERASING:
        rights.stop_erasing(turn.db, one, turn.now, by=turn.person.id)
        staff.tell_coordinators(turn, say.told_taken_back(one, turn.person.full_name), but=one.person_id)
    return say.taken_back(one)


def withdraw(turn: Turn) -> Reply:
    """Who asked for it does not want it any more."""
    for one in rights.of_person(turn.db, turn.person.id):
        if one.kind == "erase":
            rights.settle(turn.db, one, rights.REFUSED, turn.now, by=turn.person.id)
    return say.withdrawn()
