"""Leave: declared with its days, a substitute named, agreed to by who decides, taken by the substitute; due dates stay."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from storage.rules.status import OPEN
from storage.statements import numbered
from storage.tables import Leave, Person, Support
from storage.work import assignments
from storage.work.assignments import Work


@dataclass(frozen=True, slots=True)
class Away:
    """A leave as it stands.

    Attributes:
        to_id: the substitute, once one is named.
        agreed_by: who agreed.
        taken: whether the substitute accepted; None while open.
    """

    id: int
    person_id: int
    first: date
    last: date
    to_id: int | None
    agreed_by: int | None
    taken: bool | None


_AWAY = select(Leave.id, Leave.person_id, Leave.first, Leave.last, Leave.to_id, Leave.agreed_by, Leave.taken)


def declare(db: Connection, person_id: int, first: date, last: date, at: datetime) -> int:
    """Keep a leave; returns its number."""
    values = {"person_id": person_id, "first": first, "last": last, "at": at}
    made: int = db.scalars(insert(Leave).values(**values).returning(Leave.id)).one()
    return made


def get(db: Connection, leave_id: int) -> Away:
    """A leave.

    Raises:
        Gone: there is none of that number.
    """
    return Away(*numbered(db, _AWAY.where(Leave.id == leave_id)))


def due(db: Connection, away: Away) -> list[Work]:
    """The person's open rows whose date falls into the leave."""
    works = assignments.of_person(db, away.person_id)
    return [one for one in works if one.progress in OPEN and one.due_on and away.first <= one.due_on <= away.last]


def name(db: Connection, away: Away, to_id: int | None) -> None:
    """Name a substitute, or nobody; an earlier agreement was about somebody else and counts no more."""
    db.execute(update(Leave).where(Leave.id == away.id).values(to_id=to_id, agreed_by=None, taken=None))


def agree(db: Connection, away: Away, *, by: int) -> None:
    db.execute(update(Leave).where(Leave.id == away.id).values(agreed_by=by))


def answer(db: Connection, away: Away, *, taken: bool) -> list[Work]:
    """The substitute answers; who accepts helps with the rows that fall due, from now on.

    Returns:
        Those rows; none where the substitute declined.
    """
    db.execute(update(Leave).where(Leave.id == away.id).values(taken=taken))
    works = due(db, away) if taken else []
    full_name = db.scalar(select(Person.full_name).where(Person.id == away.to_id))
    for work in works:
        known = select(Support.id).where(Support.assignment_id == work.id, Support.name == full_name)
        if db.scalar(known) is None:
            db.execute(insert(Support).values(assignment_id=work.id, person_id=away.to_id, name=full_name))
    return works
