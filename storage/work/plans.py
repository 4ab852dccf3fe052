"""Kế hoạch chi tiết: the dated steps that an official sets under a row, and the remedies of a row at risk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.tables import PlanStep

LEAST, MOST = 2, 5
PLAN, REMEDY = "plan", "remedy"


@dataclass(frozen=True, slots=True)
class Planned:
    """One step as it stands."""

    id: int
    assignment_id: int
    person_id: int
    title: str
    due_on: date
    is_done: bool
    purpose: str


_STEPS = (
    select(
        PlanStep.id,
        PlanStep.assignment_id,
        PlanStep.person_id,
        PlanStep.title,
        PlanStep.due_on,
        PlanStep.done_at.is_not(None),
        PlanStep.purpose,
    )
    .where(PlanStep.dropped_at.is_(None))
    .order_by(PlanStep.due_on, PlanStep.id)
)
_OPEN = _STEPS.where(
    PlanStep.assignment_id.in_(bindparam("rows", expanding=True)),
    PlanStep.due_on <= bindparam("upto"),
    PlanStep.done_at.is_(None),
)


def put(db: Connection, assignment_id: int, steps: Sequence[tuple[str, date]], *, purpose: str, by: int, at: datetime) -> None:
    """Set the steps of a row; those of before that are not done are dropped, never deleted."""
    before = (PlanStep.assignment_id == assignment_id, PlanStep.purpose == purpose, PlanStep.dropped_at.is_(None))
    db.execute(update(PlanStep).where(*before, PlanStep.done_at.is_(None)).values(dropped_at=at))
    shared = {"assignment_id": assignment_id, "person_id": by, "purpose": purpose, "at": at}
    db.execute(insert(PlanStep), [shared | {"title": title, "due_on": due_on} for title, due_on in steps])


def of_row(db: Connection, assignment_id: int) -> list[Planned]:
    return [Planned(*row) for row in db.execute(_STEPS.where(PlanStep.assignment_id == assignment_id))]


def get(db: Connection, step_id: int) -> Planned | None:
    row = db.execute(_STEPS.where(PlanStep.id == step_id)).first()
    return Planned(*row) if row else None


def finish(db: Connection, step_id: int, at: datetime) -> None:
    db.execute(update(PlanStep).where(PlanStep.id == step_id, PlanStep.done_at.is_(None)).values(done_at=at))


def open_by(db: Connection, assignment_ids: Collection[int], upto: date) -> list[Planned]:
    """The open steps of these rows that are due up to a day."""
    if not assignment_ids:
        return []
    return [Planned(*row) for row in db.execute(_OPEN, {"rows": list(assignment_ids), "upto": upto})]
