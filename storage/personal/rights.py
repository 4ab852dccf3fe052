"""Requests of people about what is kept of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from storage import audit
from storage.office import units
from storage.office.people import Official
from storage.rules import rights as rules
from storage.statements import numbered
from storage.tables import DataRequest, Person

OPEN, ERASING, DONE, REFUSED = "open", "erasing", "done", "refused"
TO_TAKE_BACK = timedelta(hours=24)
OWN_DAYS = "data_request_days"  # an office's setting: {"correct": 10, "erase": 20}


@dataclass(frozen=True, slots=True)
class Request:
    """One request, with the name of who made it."""

    id: int
    office_id: int
    person_id: int
    name: str
    kind: str
    words: str | None
    asked_at: datetime
    due_on: date
    extended: bool
    state: str
    erase_at: datetime | None


_REQUESTS: Select[*tuple[Any, ...]] = (
    select(
        DataRequest.id,
        DataRequest.office_id,
        DataRequest.person_id,
        Person.full_name,
        DataRequest.kind,
        DataRequest.words,
        DataRequest.asked_at,
        DataRequest.due_on,
        DataRequest.extended,
        DataRequest.state,
        DataRequest.erase_at,
    )
    .join(Person, Person.id == DataRequest.person_id)
    .where(DataRequest.state.in_((OPEN, ERASING)))
    .order_by(DataRequest.due_on, DataRequest.id)
)


def ask(db: Connection, person: Official, kind: str, words: str | None, now: datetime, today: date) -> Request:
    """Keep a request; the same one that is still open is not made twice, its words are replaced."""
    if before := [one for one in of_person(db, person.id) if one.kind == kind]:
        db.execute(update(DataRequest).where(DataRequest.id == before[0].id).values(words=words))
        return get(db, person.office_id, before[0].id)
    due = rules.due_on(kind, today, units.settings(db, person.office_id).get(OWN_DAYS))
    asked = {
        "person_id": person.id,
        "kind": kind,
        "words": words,
        "asked_at": now,
        "due_on": due,
        "extended": False,
        "state": OPEN,
    }
    made = db.scalars(insert(DataRequest).values(office_id=person.office_id, **asked).returning(DataRequest.id)).one()
    audit.note(db, "data_request", f"data_request:{made}", now, by=person.id, office=person.office_id, kind=kind)
    return get(db, person.office_id, made)


def get(db: Connection, office_id: int, number: int) -> Request:
    """A request of an office that is not settled yet.

    Raises:
        Gone: there is no such one.
    """
    return Request(*numbered(db, _REQUESTS.where(DataRequest.id == number, DataRequest.office_id == office_id)))


def of_person(db: Connection, person_id: int) -> list[Request]:
    return [Request(*row) for row in db.execute(_REQUESTS.where(DataRequest.person_id == person_id))]


def of_office(db: Connection, office_id: int) -> list[Request]:
    """What is not settled yet, what is due first at the head."""
    return [Request(*row) for row in db.execute(_REQUESTS.where(DataRequest.office_id == office_id))]


def offices_asked(db: Connection) -> list[int]:
    """The offices in which a request waits for a decision."""
    return list(db.scalars(select(DataRequest.office_id).where(DataRequest.state == OPEN).distinct()))


def to_erase(db: Connection, now: datetime) -> list[Request]:
    """Erasures that nobody took back in time."""
    return [Request(*row) for row in db.execute(_REQUESTS.where(DataRequest.state == ERASING, DataRequest.erase_at <= now))]


def settle(db: Connection, one: Request, state: str, now: datetime, *, by: int | None, reason: str | None = None) -> None:
    """Done, or refused with a reason."""
    decided = {"state": state, "decided_by": by, "decided_at": now, "reason": reason}
    db.execute(update(DataRequest).where(DataRequest.id == one.id).values(**decided))
    audit.note(db, f"data_request_{state}", f"data_request:{one.id}", now, by=by, office=one.office_id, kind=one.kind)


def extend(db: Connection, one: Request, now: datetime, *, by: int) -> date:
    """Give the office more time for a request, and return its new last day; a request is extended once."""
    due = rules.extended(one.due_on)
    db.execute(update(DataRequest).where(DataRequest.id == one.id).values(extended=True, due_on=due))
    audit.note(db, "data_request_extended", f"data_request:{one.id}", now, by=by, office=one.office_id)
    return due


def begin_erasing(db: Connection, one: Request, now: datetime, *, by: int) -> datetime:
    """From now on it can be taken back for a day; then it happens by itself."""
    at = now + TO_TAKE_BACK
    db.execute(update(DataRequest).where(DataRequest.id == one.id).values(state=ERASING, erase_at=at))
    audit.note(db, "erasure_begun", f"data_request:{one.id}", now, by=by, office=one.office_id)
    return at


def stop_erasing(db: Connection, one: Request, now: datetime, *, by: int | None) -> None:
    db.execute(update(DataRequest).where(DataRequest.id == one.id).values(state=OPEN, erase_at=None))
    audit.note(db, "erasure_taken_back", f"data_request:{one.id}", now, by=by, office=one.office_id)
