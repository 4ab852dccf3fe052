"""The sheet of marks: each row of a year with its marks and what a self mark can rest on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from storage.evidence import required
from storage.points import progress, scores
from storage.rules import marks as rules
from storage.rules.instances import named
from storage.rules.marks import NO_MARKS, Basis, Marks, Stage, Totals
from storage.rules.points import BESIDE, NO_CAPS, NOTHING, Caps, NotArising, index_of
from storage.rules.rollup import Leaf
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Criterion

_NUMBERED: Select[Any] = (
    select(Assignment.id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .where(Assignment.result_document.is_not(None), Criterion.campaign_id == bindparam("campaign"))
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its marks.

    Attributes:
        proven: every required document is there.
        basis: what a self mark can rest on; None = not marked by anybody of the office.
    """

    leaf: Leaf
    marks: Marks
    proven: bool
    basis: Basis | None

    @property
    def id(self) -> int:
        return self.leaf.assignment_id

    @property
    def most(self) -> Decimal:
        return self.leaf.max_points or NOTHING

    @property
    def name(self) -> str:
        return named(self.leaf.code, self.leaf.title)

    @property
    def proposed(self) -> Decimal:
        """The mark that is offered: the person's own, else what the rule gives, else the maximum."""
        office = self.marks.office
        if office is not None:
            return office.points
        return self.most if self.leaf.score is None else max(NOTHING, min(self.leaf.score, self.most))

    @property
    def is_marked(self) -> bool:
        return self.marks.office is not None

    @property
    def is_estimated(self) -> bool:
        """Whether the office's mark is an estimate whose documents are still to come."""
        office = self.marks.office
        return office is not None and office.stage is Stage.ESTIMATED and self.basis is not Basis.READY

    @property
    def lost(self) -> Decimal:
        """What was given from outside below the maximum; nothing while nothing was."""
        return self.most - self.marks.outside.points if self.marks.outside else NOTHING

    @property
    def must_explain(self) -> bool:
        """Whether the first verification took something off that nobody has explained yet."""
        first, office = self.marks.of(Stage.VERIFIED_1), self.marks.office
        is_last = self.marks.final is first and self.marks.explained is None
        return first is not None and office is not None and is_last and office.points > first.points

    @property
    def gap(self) -> Decimal:
        """How far the office's mark stands above the last word."""
        office, final = self.marks.office, self.marks.final
        return office.points - final.points if office and final else NOTHING


def sheet(db: Connection, campaign_id: int, day: date, person: int | None = None) -> list[Line]:
    """The rows of a year in the order of the list.

    Args:
        db: open connection.
        campaign_id: the year.
        day: against which rows are late: that of the lock, or today.
        person: only what this person answers for.
    """
    leaves = [one for one in progress.leaves(db, campaign_id, person) if person is None or one.person_id == person]
    marks = scores.of_campaign(db, campaign_id)
    proven = proven_in(db, campaign_id)
    return [line(leaf, marks.get(leaf.assignment_id, NO_MARKS), day, proven) for leaf in leaves]


def proven_in(db: Connection, campaign_id: int) -> set[int]:
    """The rows of a year whose required documents are all there, or the number of one in the table that was loaded."""
    return required.complete_in(db, campaign_id) | set(db.scalars(_NUMBERED, {"campaign": campaign_id}))


def line(leaf: Leaf, marks: Marks, day: date, proven: Collection[int]) -> Line:
    """One row of the sheet."""
    is_proven = leaf.assignment_id in proven
    found = rules.basis(leaf.kind, leaf.progress, leaf.due_on, day, blocked=leaf.blocked, proven=is_proven)
    return Line(leaf, marks, is_proven, found)


def totals_of(lines: Collection[Line]) -> Totals:
    """Sums over the rows within the maximum; bonus and penalty stand outside."""
    within = [one for one in lines if one.leaf.kind not in BESIDE]
    office = [one.marks.office for one in within]
    finals = [one.marks.outside for one in within]
    return Totals(
        rows=len(within),
        to_mark=sum(one.basis is not None for one in within),
        maximum=sum((one.most for one in within), NOTHING),
        own=sum((one.points for one in office if one), NOTHING),
        estimated=sum((one.proposed for one in within if one.is_estimated), NOTHING),
        final=sum((one.points for one in finals if one), NOTHING),
        marked=sum(one is not None for one in office),
        judged=sum(one is not None for one in finals),
        gap=sum((one.gap for one in within), NOTHING),
    )


def totals(db: Connection, campaign_id: int) -> Totals:
    """Sums over a year."""
    return totals_of(sheet(db, campaign_id, date.min))


@dataclass(frozen=True, slots=True)
class Result:
    """What the marks from outside come to.

    Attributes:
        points: given, surveys too, within the maximum.
        maximum: the applicable one.
        index: in percent, with bonus and penalty.
        judged, rows: how many rows have a mark from outside, of how many.
        own, gap: the office's marks, and how far they stand above.
        losses: rows that lost points, the most first.
    """

    points: Decimal
    maximum: Decimal
    index: Decimal
    bonus: Decimal
    penalty: Decimal
    judged: int
    rows: int
    own: Decimal
    gap: Decimal
    losses: tuple[Line, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every row has a mark from outside, so that an index can be told."""
        return self.judged > 0 and self.judged >= self.rows


def result(lines: Collection[Line], counts: NotArising, caps: Caps = NO_CAPS) -> Result:
    """Add up what was given from outside; a row that did not arise may stand outside the maximum."""
    within = [one for one in lines if not _is_outside(one, counts)]
    found = totals_of(within)
    beside = {kind: _given(one for one in lines if one.leaf.kind is kind) for kind in BESIDE}
    bonus, penalty = beside[Kind.BONUS], beside[Kind.PENALTY]
    losses = sorted((one for one in within if one.lost > 0 and one.leaf.kind not in BESIDE), key=lambda one: -one.lost)
    index = index_of(found.final, found.maximum, bonus=bonus, penalty=penalty, caps=caps)
    return Result(
        found.final, found.maximum, index, bonus, penalty, found.judged, found.rows, found.own, found.gap, tuple(losses)
    )


def _is_outside(one: Line, counts: NotArising) -> bool:
    return one.leaf.progress is Progress.NOT_ARISING and (one.leaf.not_arising or counts) == "excluded"


def _given(lines: Iterable[Line]) -> Decimal:
    return sum((abs(one.marks.outside.points) for one in lines if one.marks.outside), NOTHING)
