"""What the coordinator's steps share: whom a button means, who else is told, one page of a list."""

from collections.abc import Sequence
from typing import TypeVar

from bot.turn import Turn
from locales.message import Message
from storage import audit
from storage.errors import Gone, NotAllowed
from storage.evidence import unplaced
from storage.evidence.unplaced import Unplaced
from storage.messages import outbox
from storage.office import people, roster
from storage.office.people import Official
from storage.office.roster import Entry
from storage.rules.status import Role
from storage.work import assignments
from storage.work.assignments import Work

T = TypeVar("T")
PAGE = 8


def office_of(turn: Turn) -> int:
    """The office that this coordinator looks after: a role held in a section of it is not enough.

    Raises:
        NotAllowed: the role does not cover the office.
    """
    office = turn.person.office_id
    if not people.covers(turn.db, turn.person, office, Role.COORDINATOR):
        raise NotAllowed
    return office


def person_of(turn: Turn, person_id: int) -> Official:
    """Somebody whom this coordinator looks after.

    Raises:
        Gone: of another office, or no longer there.
    """
    return people.of_office(turn.db, office_of(turn), person_id)


def unplaced_of(turn: Turn, office: int) -> list[Unplaced]:
    """Documents of the office whose senders have not said for days what they prove."""
    return unplaced.long_open(turn.db, office, turn.today, turn.zone, turn.calendar)


def entry_of(turn: Turn, person_id: int) -> Entry:
    """As `person_of`, as a line of the list."""
    person = person_of(turn, person_id)
    return roster.entry(turn.db, person.office_id, person.id)


def row_of(turn: Turn, assignment_id: int) -> Work:
    """A row of the coordinator's office.

    Raises:
        Gone: of another office, or no longer in the list.
    """
    work = assignments.get(turn.db, assignment_id)
    if work.office_id != office_of(turn):
        raise Gone
    return work


def tell_coordinators(turn: Turn, message: Message, *, but: int | None = None) -> None:
    """Tell the office's other coordinators what this one did; a second pair of eyes on every change of people."""
    turn.tell_holders(message, f"office:{turn.inbox_id}", turn.person.office_id, Role.COORDINATOR, but=but)


def tell_chat(turn: Turn, chat: str, message: Message) -> None:
    """A last word to a chat that is no longer anybody's."""
    turn.drafts.append(outbox.Draft(f"bye:{turn.inbox_id}:{chat}", chat, message.as_payload(), lane=outbox.NOTICE))


def note(turn: Turn, action: str, subject: str, **detail: object) -> None:
    """Write in the history what this person did to whom or what (`person:17`, `load:4`), and whatever else matters of it."""
    audit.note(turn.db, action, subject, turn.now, by=turn.person.id, office=turn.person.office_id, **detail)


def page_of(items: Sequence[T], number: int, size: int = PAGE) -> tuple[Sequence[T], int, int]:
    """One page of a list, its number and how many there are; a number out of range means the first."""
    pages = max(1, -(-len(items) // size))
    page = number if 1 <= number <= pages else 1
    return items[(page - 1) * size : page * size], page, pages
