"""The offices below a unit, summed in the database: a few statements whatever their number, each one's own figures exactly."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Integer, Select, and_, bindparam, case, func, literal, or_, select, type_coerce
from sqlalchemy.orm import aliased

from storage.office import units
from storage.points import progress, scores
from storage.points.progress import Grade
from storage.rules import cells
from storage.rules.cells import Plan
from storage.rules.marks import FINAL
from storage.rules.points import BESIDE, LOST, NOTHING, NotArising, Parts, ScoredRow, bonus_of, penalty_of, share
from storage.rules.rollup import Counts, Summary
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Campaign, Criterion, Points, Score, Unit

NAMES_SHOWN = "province_sees_names"
"""Setting of an office: whether the unit above sees names of people."""

_ranked = (
    select(
        Score.assignment_id,
        Score.points,
        Score.stage,
        func.row_number()
        .over(partition_by=Score.assignment_id, order_by=(scores.STRENGTH.desc(), Score.id.desc()))
        .label("place"),
    )
    .where(scores.STRENGTH > 0)
    .subquery()
)
_mark = aliased(_ranked)
_given = func.coalesce(_mark.c.points, Assignment.foreseen)
_full = Criterion.max_points
_nothing = literal(NOTHING, Points)
_lost = case((_given < _nothing, _full), (_given < _full, _full - _given))  # of most rows nothing: they have no mark
_late = Assignment.due_on < bindparam("today")
_risky = or_(Assignment.blocked.is_not(None), Assignment.foreseen < _full)
_final = _mark.c.stage.in_([stage.value for stage in FINAL])
_complete = and_(Assignment.person_id.is_not(None), Assignment.due_on.is_not(None))
_own = progress.OWN_NOT_ARISING
_split = or_(Assignment.period != "", _own.is_not(None))
_ONE_BY_ONE = or_(_split, Criterion.kind.in_([kind.value for kind in BESIDE]))


def _number(words: type[StrEnum], column: Any) -> Any:
    """The place of a word in its list."""
    return case({word.value: place for place, word in enumerate(words)}, value=column)


def _of_offices(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(Criterion, Criterion.campaign_id == Campaign.id)
        .join(Assignment, Assignment.criterion_id == Criterion.id)
        .outerjoin(_mark, and_(_mark.c.assignment_id == Assignment.id, _mark.c.place == 1))
        .where(Campaign.year == bindparam("year"), Campaign.closed_on.is_(None), Assignment.dropped_at.is_(None))
    )


_AT_ONCE = 1000
_CODE = sum(
    (
        case((flag, 1 << place), else_=0)
        for place, flag in enumerate((_late, _risky, _final, _given.is_not(None), _complete, _split))
    ),
    _number(Kind, Criterion.kind) * cells.A_KIND + _number(Progress, Assignment.progress) * cells.A_PROGRESS,
)
"""The state of a row as `cells.state_of` reads it."""
_cells = (
    _of_offices((Campaign.office_id * cells.CODES + _CODE).label("cell"), _full.label("full"), _lost.label("lost"))
    .offset(0)  # on its own, else SQLite sorts the rows with every column that a cell is made of: a fifth of the time
    .subquery()
)
_SUMS = select(
    _cells.c.cell,
    func.count().label("rows"),
    type_coerce(func.coalesce(func.sum(_cells.c.full), _nothing), Integer).label("full"),  # whole thousandths
    type_coerce(func.coalesce(func.sum(_cells.c.lost), _nothing), Integer).label("lost"),
).group_by(_cells.c.cell)
_SINGLE = (
    _of_offices(_CODE.label("code"), Criterion.id.label("criterion"), _full.label("most"))
    .add_columns(Campaign.office_id, type_coerce(_given, Points).label("mark"), _own.label("own"))
    .where(_ONE_BY_ONE)
    .order_by(Criterion.position, Assignment.id)
)


@dataclass(frozen=True, slots=True)
class Line:
    """One office among its sisters.

    Attributes:
        complete: share of its rows that have a person and a date, in percent of all rows.
        grade: the index and the class of its forecast; its parts are empty where nothing was loaded.
    """

    office_id: int
    name: str
    parts: Parts
    rows: Counts
    complete: int
    grade: Grade


@dataclass(slots=True)
class _Tally:
    """Sums of one office; points as whole thousandths, as they are kept."""

    counts: NotArising
    sums: list[int] = field(default_factory=lambda: [0] * 6)
    rows: list[int] = field(default_factory=lambda: [0] * 7)
    complete: int = 0
    bonus: Decimal = NOTHING
    penalty: Decimal = NOTHING

    def add(self, plan: Plan, number: int, full: int, lost: int) -> None:
        """Count rows of one state, and place their points; `lost` is what their marks take of them."""
        for column in plan.columns:
            self.rows[column] += number
        self.complete += number if plan.complete else 0
        if plan.part is not None:
            away = lost if plan.by_mark else 0
            self.sums[plan.part] += full - away
            self.sums[LOST] += away


def below(db: Connection, unit_id: int) -> list[int]:
    """The offices below a unit, itself left out."""
    inside = [one for one in units.tree(db, unit_id) if one != unit_id]
    return list(db.scalars(select(Unit.id).where(Unit.id.in_(inside), Unit.is_office).order_by(Unit.id))) if inside else []


def lines(db: Connection, office_ids: Collection[int] | None, year: int, today: date) -> list[Line]:
    """Each office with its figures, the best index first.

    Args:
        db: open connection.
        office_ids: of these offices; None = of all in the database.
        year: of evaluation.
        today: local date.
    """
    asked = {"year": year, "today": today}
    query = select(Unit.id, Unit.name, Unit.settings).where(Unit.is_office)
    known = {row.id: (row.name, units.DEFAULTS | row.settings) for row in db.execute(query)}
    wanted = known.keys() if office_ids is None else set(office_ids) & known.keys()
    tallies = {one: _Tally(known[one][1]["not_arising"]) for one in wanted}
    alone = 0
    for cell, rows, full, lost in db.execute(_SUMS, asked).yield_per(_AT_ONCE):
        if (tally := tallies.get(cell // cells.CODES)) is not None:
            plan = cells.plan_of(cell % cells.CODES, tally.counts)
            if plan.alone:
                alone += rows
            else:
                tally.add(plan, rows, full, lost)
    if alone:
        _one_by_one(db.execute(_SINGLE, asked).all(), tallies)
    return sorted((_line(one, *known[one], tally) for one, tally in tallies.items()), key=_order)


def _one_by_one(rows: Sequence[Any], tallies: dict[int, _Tally]) -> None:
    """Instances share the points of their leaf; bonus and penalty stand beside the maximum; some have a rule of their own."""
    instances: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        instances[row.criterion].append(row)
    for some in instances.values():
        tally = tallies.get(some[0].office_id)
        shares = share(some[0].most, len(some)) if some[0].most is not None and len(some) > 1 else [row.most for row in some]
        for row, full in zip(some, shares, strict=True) if tally else ():
            _single(row, full, tally)


def _single(row: Any, full: Decimal | None, tally: _Tally | None) -> None:
    assert tally is not None, "only rows of wanted offices come here"
    state = cells.state_of(row.code)
    one = ScoredRow(full, state.kind, state.progress, score=row.mark)
    tally.bonus += bonus_of(one)
    tally.penalty += penalty_of(one)
    points = full or NOTHING
    lost = NOTHING if row.mark is None else points - min(max(row.mark, NOTHING), points)
    tally.add(cells.plan_of(row.code, row.own or tally.counts), 1, int(points * 1000), int(lost * 1000))


def _line(office_id: int, name: str, settings: dict[str, Any], tally: _Tally) -> Line:
    parts, rows = Parts(*(Decimal(points).scaleb(-3) for points in tally.sums)), Counts(*tally.rows)
    grade = progress.grade(Summary(parts, rows, (), (), (), tally.bonus, tally.penalty), settings)
    return Line(office_id, name, parts, rows, tally.complete * 100 // rows.all if rows.all else 0, grade)


def _order(line: Line) -> tuple[object, ...]:
    return (-line.grade.index, line.name)
