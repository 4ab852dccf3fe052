"""Requests for a later internal date: asked before the due date, decided by the head or above, the old date kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from storage import audit
from storage.errors import NothingToUndo
from storage.statements import numbered
from storage.tables import Extension, Update
from storage.work import assignments, updates
from storage.work.updates import Recorded, Stamp

TO_TAKE_BACK = timedelta(hours=24)
ACTS = ("progress", "blocked", "extension", "check")
"""Lines by which somebody relied on the new date."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it stands; `granted` is None until it is decided."""

    id: int
    assignment_id: int
    person_id: int
    wanted_on: date
    reason: str | None
    granted: bool | None
    decided_by: int | None = None
    decided_at: datetime | None = None


def ask(db: Connection, assignment_id: int, wanted_on: date, reason: str | None, stamp: Stamp) -> tuple[int, updates.Recorded]:
    """Keep a request; the due date stays until it is granted. An earlier one of the same person that nobody decided gives way."""
    withdraw(db, assignment_id, stamp.by, stamp.at)
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
        Extension.decided_by,
        Extension.decided_at,
    )
    query = select(*columns).where(Extension.id == extension_id, Extension.wanted_on.is_not(None))
    return Request(*numbered(db, query))


def waiting_until(db: Connection, assignment_id: int) -> date | None:
    """Until when more time was asked for that nobody has decided on."""
    query = select(func.max(Extension.wanted_on)).where(Extension.assignment_id == assignment_id, Extension.granted.is_(None))
    return db.scalar(query)


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


def just_granted(db: Connection, assignment_id: int, now: datetime) -> Request | None:
    """The newest grant of a row, where it can still be taken back."""
    newest = select(func.max(Extension.id)).where(Extension.assignment_id == assignment_id, Extension.granted.is_(True))
    made = db.scalar(newest)
    request = get(db, made) if made is not None else None
    return request if request and _line_of(db, request, now) is not None else None


def take_back(db: Connection, request: Request, stamp: Stamp) -> Recorded:
    """The former internal date holds again, and the grant counts no more.

    Raises:
        NothingToUndo: it was not granted, a day has passed, or somebody reported on the row since.
    """
    line = _line_of(db, request, stamp.at)
    if line is None:
        raise NothingToUndo
    db.execute(update(Extension).where(Extension.id == request.id).values(granted=False))
    audit.note(db, "ungrant", f"assignments:{request.assignment_id}", stamp.at, by=stamp.by)
    return updates.change(db, request.assignment_id, updates.parsed(line.before), "undo", stamp, undoes=line.id)


def _line_of(db: Connection, request: Request, now: datetime) -> Any:
    """The line that granted a request; None where it cannot be taken back any more."""
    if not request.granted or request.decided_at is None or now - request.decided_at > TO_TAKE_BACK:
        return None
    of_row = Update.assignment_id == request.assignment_id
    line = db.execute(select(Update).where(of_row, Update.kind == "grant", Update.at == request.decided_at)).first()
    if line is None or updates.parsed(line.after)["due_on"] != assignments.get(db, request.assignment_id).due_on:
        return None
    acted = select(Update.id).where(of_row, Update.id > line.id, Update.kind.in_(ACTS)).limit(1)
    return line if db.scalar(acted) is None else None


def withdraw(db: Connection, assignment_id: int, person_id: int | None, at: datetime) -> None:
    """ "Ghi nhầm, bỏ" of a request that nobody decided yet."""
    open_ones = (Extension.assignment_id == assignment_id, Extension.person_id == person_id, Extension.granted.is_(None))
    db.execute(update(Extension).where(*open_ones).values(granted=False, decided_by=person_id, decided_at=at))
