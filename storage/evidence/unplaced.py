"""Documents that are safe and prove no criterion yet: the question which one was left open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, select

from storage.office import people
from storage.office.people import Official
from storage.rules.calendar import Calendar, add_working_days
from storage.rules.status import Role
from storage.tables import Evidence, EvidenceFor, Fetch, Person

PLACERS = (Role.COORDINATOR, Role.HEAD)
PATIENCE = 3
"""Working days for which only the sender is asked; then the coordinator learns of it too."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What was sent together and belongs to no criterion.

    Attributes:
        first: how buttons name the batch.
        person, person_id: who sent it.
        unit_id: the section of that person, else the office.
        names: of its files, in the order in which they came.
    """

    first: int
    person: str
    names: tuple[str, ...]
    received_at: datetime
    person_id: int
    unit_id: int


_LOOSE: Select[*tuple[Any, ...]] = (
    select(Fetch.id, Fetch.chat, Fetch.batch, Fetch.name, Fetch.received_at, Person.full_name)
    .add_columns(Fetch.person_id, func.coalesce(Person.unit_id, Person.office_id).label("unit_id"))
    .join(Evidence, Evidence.fetch_id == Fetch.id)
    .join(Person, Person.id == Fetch.person_id)
    .where(Fetch.assignment_id.is_(None), Fetch.state == "stored", Fetch.purpose == "evidence")
    .where(Evidence.withdrawn_at.is_(None), ~exists().where(EvidenceFor.evidence_id == Evidence.id))
    .order_by(Fetch.id)
)
_OF_PERSON = _LOOSE.where(Fetch.person_id == bindparam("person"))


def of_person(db: Connection, person_id: int) -> list[Unplaced]:
    """What a person has sent, the oldest first."""
    return _batches(db.execute(_OF_PERSON, {"person": person_id}))


def long_open(db: Connection, office_id: int, today: date, zone: tzinfo, cal: Calendar) -> list[Unplaced]:
    """What has come to an office at least `PATIENCE` working days before today, the oldest first."""
    after = add_working_days(today, -PATIENCE, cal) + timedelta(days=1)
    midnight = datetime.combine(after, time(), zone).astimezone(UTC)
    return _batches(db.execute(_LOOSE.where(Evidence.office_id == office_id, Fetch.received_at < midnight)))


def to_place(db: Connection, person: Official, today: date, zone: tzinfo, cal: Calendar) -> list[Unplaced]:
    """Those of `long_open` that others sent and that this person, as coordinator or as head of their section, may place."""
    if not person.holds(*PLACERS):
        return []
    found = [one for one in long_open(db, person.office_id, today, zone, cal) if one.person_id != person.id]
    return [one for one in found if people.covers(db, person, one.unit_id, *PLACERS)]


def _batches(rows: Iterable[Any]) -> list[Unplaced]:
    found: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        found.setdefault((row.chat, row.batch), []).append(row)
    return [_one(rows) for rows in found.values()]


def _one(rows: Sequence[Any]) -> Unplaced:
    head = rows[0]
    return Unplaced(head.id, head.full_name, tuple(row.name for row in rows), head.received_at, head.person_id, head.unit_id)
