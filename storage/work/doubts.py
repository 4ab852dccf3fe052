"""Rows that the coordinator has to look at: read with a doubt ("cần kiểm tra"), or answered for by nobody."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from storage.rules.status import NOBODYS_WORK
from storage.tables import Assignment, Campaign, Criterion
from storage.work import assignments, updates
from storage.work.assignments import BASE, Work
from storage.work.updates import Stamp

_ORDER = (Campaign.year, Criterion.position, Assignment.id)


def in_doubt(db: Connection, office_id: int) -> list[Work]:
    """Rows of the open years whose file gave a reason for doubt that nobody has settled yet."""
    query = BASE.where(Campaign.office_id == office_id, Assignment.needs_check != []).order_by(*_ORDER)
    return [assignments.read(row) for row in db.execute(query)]


def unassigned(db: Connection, office_id: int) -> list[Work]:
    """Rows of the open years that nobody answers for; surveys and penalties are nobody's work."""
    query = BASE.where(
        Campaign.office_id == office_id,
        Assignment.person_id.is_(None),
        Criterion.kind.not_in([kind.value for kind in NOBODYS_WORK]),
    ).order_by(*_ORDER)
    return [assignments.read(row) for row in db.execute(query)]


def settle(db: Connection, assignment_id: int, *, by: int, at: datetime) -> Work:
    """The row is right as it was read."""
    return _write(db, assignment_id, {"needs_check": []}, by=by, at=at)


def set_date(db: Connection, assignment_id: int, due_on: date, *, by: int, at: datetime) -> Work:
    """What the file meant was this date: it is the assigned one, so both dates change."""
    values: dict[str, Any] = {"due_on": due_on, "official_due_on": due_on, "due_rule": None, "due_text": None, "needs_check": []}
    return _write(db, assignment_id, values, by=by, at=at)


def set_person(db: Connection, assignment_id: int, person_id: int, *, by: int, at: datetime) -> Work:
    """From now on the person answers for the row."""
    return _write(db, assignment_id, {"person_id": person_id, "needs_check": []}, by=by, at=at, kind="handover")


def _write(db: Connection, assignment_id: int, values: dict[str, Any], *, by: int, at: datetime, kind: str = "load") -> Work:
    return updates.change(db, assignment_id, values, kind, Stamp(by, at, "office")).after
