"""Requests for a later internal date: asked before the due date, decided by the head or above, the old date kept."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select, update

from storage import updates
from storage.statements import numbered
from storage.tables import Extension
from storage.updates import Stamp


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it stands; `granted` is None until it is decided."""

    id: int
    assignment_id: int
    person_id: int
    wanted_on: date
    reason: str | None
    granted: bool | None


def ask(db: Connection, assignment_id: int, wanted_on: date, reason: str | None, stamp: Stamp) -> tuple[int, updates.Recorded]:
    """Keep a request; the due date stays until it is granted."""
    recorded = updates.change(db, assignment_id, {}, "extension", stamp, note=reason)
    values = {
        "assignment_id": assignment_id,
        "person_id": stamp.by,
        "at": stamp.at,
        "wanted_on": wanted_on,
        "reason": reason,
        "old_due_on": recorded.before.due_on,
    }
    made: int = db.scalars(insert(Extension).values(**values).returning(Extension.id)).one()
    return made, recorded


def get(db: Connection, extension_id: int) -> Request:
    """A request.

    Raises:
        Gone: there is none.
    """
    columns = (
        Extension.id,
        Extension.assignment_id,
        Extension.person_id,
        Extension.wanted_on,
        Extension.reason,
        Extension.granted,
    )
    query = select(*columns).where(Extension.id == extension_id, Extension.wanted_on.is_not(None))
    return Request(*numbered(db, query))


def granted_of(db: Connection, assignment_id: int) -> int:
    """How often more time was granted for a row."""
    query = select(func.count()).select_from(Extension)
    return db.scalar(query.where(Extension.assignment_id == assignment_id, Extension.granted.is_(True))) or 0


def decide(db: Connection, request: Request, *, granted: bool, by: int, at: datetime) -> bool:
    """Grant or refuse, once; a granted one moves the internal date and never the official one.

    Returns:
        False when it was decided before.
    """
    query = (
        update(Extension)
        .where(Extension.id == request.id, Extension.granted.is_(None))
        .values(granted=granted, decided_by=by, decided_at=at)
        .returning(Extension.id)
    )
    if db.scalar(query) is None:
        return False
    if granted:
        values = {"due_on": request.wanted_on, "listed_late_on": None}
        updates.change(db, request.assignment_id, values, "grant", Stamp(by, at, "tap"))
    return True


def withdraw(db: Connection, assignment_id: int, person_id: int, at: datetime) -> None:
    """ "Ghi nhầm, bỏ" of a request that nobody decided yet."""
    open_ones = (Extension.assignment_id == assignment_id, Extension.person_id == person_id, Extension.granted.is_(None))
    db.execute(update(Extension).where(*open_ones).values(granted=False, decided_by=person_id, decided_at=at))
