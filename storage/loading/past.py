"""Rows whose date passed before anybody spoke of them: a start in the middle of a year is no false alarm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from storage.errors import NothingToUndo
from storage.rules.status import NOBODYS_WORK, Progress
from storage.tables import Assignment, Campaign, Criterion, Update
from storage.work import assignments, updates
from storage.work.assignments import BASE, Work
from storage.work.updates import Stamp

_PAST: Select[*tuple[Any, ...]] = BASE.where(
    Campaign.office_id == bindparam("office"),
    Campaign.year == bindparam("year"),
    Assignment.due_on < bindparam("today"),
    Criterion.kind.not_in([kind.value for kind in NOBODYS_WORK]),
).order_by(Assignment.due_on, Criterion.position, Assignment.id)
_undone = select(Update.undoes_id).where(Update.undoes_id.is_not(None))
_TOLD = (
    select(Update.assignment_id)
    .join(Assignment, Assignment.id == Update.assignment_id)
    .join(Criterion)
    .join(Campaign)
    .where(
        Campaign.office_id == bindparam("office"),
        Campaign.year == bindparam("year"),
        Update.after["progress"].as_string().is_not(None),
        Update.kind != "undo",
        Update.id.not_in(_undone),
    )
)
_LAST = select(Update).where(Update.assignment_id == bindparam("row")).order_by(Update.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Past:
    """The rows of a year that are past due, and those of them whose state nobody has told."""

    all: tuple[Work, ...]
    unclear: tuple[Work, ...]


def of_year(db: Connection, office_id: int, year: int, today: date) -> Past:
    """What is past due on `today`."""
    found = [assignments.read(row) for row in db.execute(_PAST, {"office": office_id, "year": year, "today": today})]
    told = set(db.scalars(_TOLD, {"office": office_id, "year": year}))
    unclear = [work for work in found if work.progress is Progress.NOT_STARTED and work.id not in told]
    return Past(tuple(found), tuple(unclear))


def settle(db: Connection, works: Sequence[Work], *, done: bool, by: int, at: datetime) -> None:
    """The coordinator says for the office that rows are done, on their due date unless another is known, or are not."""
    for work in works:
        values: dict[str, Any] = {"progress": Progress.NOT_STARTED.value}
        if done:
            values = {"progress": Progress.REPORTED.value, "percent": None, "blocked": None, "reported_at": at}
            values["completed_on"] = work.completed_on or work.due_on
        updates.change(db, work.id, values, "load", Stamp(by, at, "office"))


def take_back(db: Connection, assignment_id: int, *, by: int, at: datetime) -> Work:
    """The row is again as it was before it was settled.

    Raises:
        NothingToUndo: somebody spoke of it since, or somebody else settled it.
    """
    line = db.execute(_LAST, {"row": assignment_id}).first()
    if line is None or (line.kind, line.source, line.person_id) != ("load", "office", by) or "progress" not in line.after:
        raise NothingToUndo
    before = updates.parsed(line.before)
    return updates.change(db, assignment_id, before, "undo", Stamp(by, at, "office"), undoes=line.id).after
