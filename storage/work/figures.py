"""What a row earns as far as it is known: the rule of its criterion applied to its figure, its dates and its documents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.rules.points import share
from storage.rules.scoring import NEEDS_FIGURE, Result, Rule, Way, earned, figure
from storage.rules.status import DONE, Kind, Progress
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor

_HAS_DOCUMENTS = (
    select(EvidenceFor.evidence_id)
    .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
    .where(EvidenceFor.assignment_id == Assignment.id, Evidence.withdrawn_at.is_(None))
    .exists()
)
_ROWS = (
    select(
        Assignment.id,
        Assignment.criterion_id,
        Assignment.due_on,
        Assignment.completed_on,
        Assignment.progress,
        Assignment.figure,
        Assignment.result_document,
        Criterion.rule,
        Criterion.kind,
        Criterion.max_points,
        _HAS_DOCUMENTS.label("has_documents"),
    )
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .where(Assignment.id.in_(bindparam("rows", expanding=True)))
)
_INSTANCES = (
    select(Assignment.criterion_id, Assignment.id)
    .where(Assignment.criterion_id.in_(bindparam("criteria", expanding=True)), Assignment.dropped_at.is_(None))
    .order_by(Assignment.id)
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
    row = db.execute(_ROWS, {"rows": [assignment_id]}).one()
    return Basis(Rule.from_dict(row.rule), Kind(row.kind), _full(db, [row])[row.id], row.figure, row.due_on)


def _full(db: Connection, rows: Sequence[Any]) -> dict[int, Decimal | None]:
    """The points that each row can earn; the instances of recurring work share those of their leaf."""
    full = {row.id: row.max_points for row in rows}
    recurring = [row for row in rows if row.kind == Kind.RECURRING.value and row.max_points is not None]
    if not recurring:
        return full
    instances: dict[int, list[int]] = defaultdict(list)
    for criterion, one in db.execute(_INSTANCES, {"criteria": list({row.criterion_id for row in recurring})}):
        instances[criterion].append(one)
    for row in recurring:
        of_leaf = instances[row.criterion_id]
        full[row.id] = share(row.max_points, len(of_leaf))[of_leaf.index(row.id)] if row.id in of_leaf else None
    return full


def foreseen(db: Connection, assignment_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """What a change of a row does to its mark, as values to change with it; nothing where no way of marking is known.

    Args:
        db: open connection.
        assignment_id: the row.
        values: what is about to change.
    """
    return foreseen_of(db, {assignment_id: values})[assignment_id]


def foreseen_of(db: Connection, changes: Mapping[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """The same for changes of many rows, in two statements however many they are."""
    rows = db.execute(_ROWS, {"rows": list(changes)}).all()
    full = _full(db, rows)
    return {row.id: _foreseen(row._asdict() | changes[row.id], full[row.id]) for row in rows}


def _foreseen(row: dict[str, Any], full: Decimal | None) -> dict[str, Any]:
    rule = Rule.from_dict(row["rule"])
    if rule.way is None:
        return {}
    told, done = row["figure"], Progress(row["progress"]) in DONE
    if not done and not (told and (rule.way in WAITS_FOR or rule.way is Way.YES_NO)):
        return {"foreseen": None}
    basis = Basis(rule, Kind(row["kind"]), full, told, row["due_on"])
    has_evidence = bool(row["result_document"] or row["has_documents"])
    return {"foreseen": basis.earns(told, completed_on=row["completed_on"] if done else None, has_evidence=has_evidence)}


def set_rule(db: Connection, criterion_id: int, rule: Rule) -> None:
    """Give a criterion its way of marking; what its rows would earn follows."""
    db.execute(update(Criterion).where(Criterion.id == criterion_id).values(rule=rule.as_dict()))
    refresh(db, criterion_id)


def refresh(db: Connection, criterion_id: int) -> None:
    """What the rows of a criterion would earn, anew: its rule changed, or it was split."""
    rows = [one for _criterion, one in db.execute(_INSTANCES, {"criteria": [criterion_id]})]
    for one, found in foreseen_of(db, {row: {} for row in rows}).items():
        db.execute(update(Assignment).where(Assignment.id == one).values(foreseen=found.get("foreseen")))
