"""What a row earns as far as it is known: the rule of its criterion applied to its figure, its dates and its documents."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from storage.rules.points import share
from storage.rules.scoring import NEEDS_FIGURE, Result, Rule, Way, earned, figure
from storage.rules.status import DONE, Kind, Progress
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor

_ROW = (
    select(
        Assignment.criterion_id,
        Assignment.due_on,
        Assignment.completed_on,
        Assignment.progress,
        Assignment.figure,
        Assignment.result_document,
        Criterion.rule,
        Criterion.kind,
        Criterion.max_points,
    )
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .where(Assignment.id == bindparam("row"))
)
_INSTANCES = (
    select(Assignment.id)
    .where(Assignment.criterion_id == bindparam("criterion"), Assignment.dropped_at.is_(None))
    .order_by(Assignment.id)
)
_DOCUMENTS = (
    select(func.count())
    .select_from(EvidenceFor)
    .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
    .where(EvidenceFor.assignment_id == bindparam("row"), Evidence.withdrawn_at.is_(None))
)
WAITS_FOR = NEEDS_FIGURE | {Way.STEPS}
"""Ways that cannot be applied before the official has said something."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What the mark of a row rests on; full: points that this row, or this instance, can earn."""

    rule: Rule
    kind: Kind
    full: Decimal | None
    figure: str | None
    due_on: date | None

    @property
    def is_measured(self) -> bool:
        """Whether a figure or a level is expected of the official."""
        return self.rule.way in WAITS_FOR or self.rule.way is Way.YES_NO or self.kind is Kind.FIGURE

    def earns(self, told: str | None, *, completed_on: date | None = None, has_evidence: bool = True) -> Decimal | None:
        """Give the points for a figure as it is kept; None where the rule, or the points of the row, are not known."""
        if self.full is None or self.rule.way is None:
            return None
        is_late = completed_on is not None and self.due_on is not None and completed_on > self.due_on
        number = figure(told) if told and self.rule.way is not Way.STEPS else None
        return earned(self.rule, self.full, Result(number, told, is_late=is_late, has_evidence=has_evidence))


def basis(db: Connection, assignment_id: int) -> Basis:
    """How a row is marked, and what was said of it so far."""
    row = db.execute(_ROW, {"row": assignment_id}).one()
    return Basis(Rule.from_dict(row.rule), Kind(row.kind), _full(db, row, assignment_id), row.figure, row.due_on)


def _full(db: Connection, row: Any, assignment_id: int) -> Decimal | None:
    """The instances of recurring work share the points of their leaf."""
    if row.max_points is None or row.kind != Kind.RECURRING.value:
        most: Decimal | None = row.max_points
        return most
    instances = list(db.scalars(_INSTANCES, {"criterion": row.criterion_id}))
    shares = dict(zip(instances, share(row.max_points, max(1, len(instances))), strict=False))
    return shares.get(assignment_id)


def foreseen(db: Connection, assignment_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """What a change of a row does to its mark, as values to change with it; nothing where no way of marking is known.

    Args:
        db: open connection.
        assignment_id: the row.
        values: what is about to change.
    """
    row = db.execute(_ROW, {"row": assignment_id}).one()
    rule = Rule.from_dict(row.rule)
    if rule.way is None:
        return {}
    known = row._asdict() | values
    told, done = known["figure"], Progress(known["progress"]) in DONE
    if not done and not (told and (rule.way in WAITS_FOR or rule.way is Way.YES_NO)):
        return {"foreseen": None}
    has_evidence = bool(known["result_document"] or db.scalar(_DOCUMENTS, {"row": assignment_id}))
    found = Basis(rule, Kind(row.kind), _full(db, row, assignment_id), told, known["due_on"])
    return {"foreseen": found.earns(told, completed_on=known["completed_on"] if done else None, has_evidence=has_evidence)}


def set_rule(db: Connection, criterion_id: int, rule: Rule) -> None:
    """Give a criterion its way of marking; what its rows would earn follows."""
    db.execute(update(Criterion).where(Criterion.id == criterion_id).values(rule=rule.as_dict()))
    refresh(db, criterion_id)


def refresh(db: Connection, criterion_id: int) -> None:
    """What the rows of a criterion would earn, anew: its rule changed, or it was split."""
    for one in db.scalars(_INSTANCES, {"criterion": criterion_id}).all():
        found = foreseen(db, one, {}) or {"foreseen": None}
        db.execute(update(Assignment).where(Assignment.id == one).values(**found))
