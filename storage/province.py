"""The offices below a unit, summed in the database: a few statements whatever their number, each one's own figures exactly."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, Select, and_, bindparam, case, func, literal, or_, select, type_coerce
from sqlalchemy.orm import aliased

from storage import progress, scores, units
from storage.progress import KINDS, STATES, Grade
from storage.rules.marks import FINAL
from storage.rules.points import (
    ACCEPTED,
    BESIDE,
    LOST,
    NOTHING,
    NotArising,
    Parts,
    ScoredRow,
    bonus_of,
    marked,
    penalty_of,
    share,
    standing,
)
from storage.rules.rollup import Counts, Summary
from storage.rules.status import Progress, group, is_owed
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
_gained = case(
    (_full.is_(None), _nothing), (_given.is_(None), _full), (_given >= _full, _full), (_given < _nothing, _nothing), else_=_given
)
_late = func.coalesce(Assignment.due_on < bindparam("today"), False)
_short = and_(Assignment.foreseen.is_not(None), Assignment.foreseen < _full)
_risky = or_(Assignment.blocked.is_not(None), func.coalesce(_short, False))
_final = func.coalesce(_mark.c.stage.in_([stage.value for stage in FINAL]), False)
_complete = case((and_(Assignment.person_id.is_not(None), Assignment.due_on.is_not(None)), 1), else_=0)
_ONE_BY_ONE = or_(Assignment.period != "", Criterion.kind.in_([kind.value for kind in BESIDE]))


def _of_offices(*columns: Any) -> Select[Any]:
    return (
        select(Campaign.office_id, *columns)
        .join(Criterion, Criterion.campaign_id == Campaign.id)
        .join(Assignment, Assignment.criterion_id == Criterion.id)
        .outerjoin(_mark, and_(_mark.c.assignment_id == Assignment.id, _mark.c.place == 1))
        .where(Campaign.year == bindparam("year"), Campaign.closed_on.is_(None), Assignment.dropped_at.is_(None))
    )


_STATE = (
    Criterion.kind.label("kind"),
    Assignment.progress.label("progress"),
    type_coerce(_late, Integer).label("late"),
    type_coerce(_risky, Integer).label("risky"),
    type_coerce(_final, Integer).label("final"),
    type_coerce(_given.is_not(None), Integer).label("marked"),
    type_coerce(_ONE_BY_ONE, Integer).label("alone"),
)
_SUMS = _of_offices(
    *_STATE,
    func.count().label("rows"),
    type_coerce(func.coalesce(func.sum(_full), _nothing), Integer).label("full"),  # whole thousandths
    type_coerce(func.coalesce(func.sum(_gained), _nothing), Integer).label("gained"),
    func.sum(_complete).label("complete"),
).group_by(Campaign.office_id, Criterion.kind, Assignment.progress, "late", "risky", "final", "marked", "alone")
_SINGLE = (
    _of_offices(*_STATE, Criterion.id.label("criterion"), _full.label("most"), type_coerce(_given, Points).label("mark"))
    .add_columns(_complete.label("complete"))
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

    def add(self, plan: "_Plan", number: int, complete: int, full: int, gained: int) -> None:
        """Count rows of one state, and place their points; `gained` is what their marks give."""
        for column in plan.columns:
            self.rows[column] += number
        self.complete += complete
        if plan.part is not None:
            points = gained if plan.by_mark else full
            self.sums[plan.part] += points
            self.sums[LOST] += full - points


@dataclass(frozen=True, slots=True)
class _Plan:
    """What rows of one state add to: which counts (see `Counts`), which part of the points, and whether by their marks."""

    columns: tuple[int, ...]
    part: int | None
    by_mark: bool


@cache
def _plan(kind: str, progress: str, late: int, risky: int, final: int, is_marked: int, counts: NotArising) -> _Plan:
    what, state, is_late = KINDS[kind], STATES[progress], bool(late)
    column = group(state)
    done, owed = column == "done", is_late and column != "done" and is_owed(what, state)
    told = (True, is_late, done, is_late and done, column == "in_progress", column == "not_started", owed)
    columns = tuple(number for number, is_one in enumerate(told) if is_one)
    part = standing(what, state, is_late, bool(risky), counts)
    if part is None:
        return _Plan(columns, None, by_mark=False)
    if final:
        part, state = ACCEPTED, Progress.CONFIRMED
    part, points, _lost = marked(part, state, Decimal(2), Decimal(1) if is_marked else None)
    return _Plan(columns, part, by_mark=points == 1)


def below(db: Connection, unit_id: int) -> list[int]:
    """The offices below a unit, itself left out."""
    inside = [one for one in units.below(db, unit_id) if one != unit_id]
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
    sums = db.execute(_SUMS, asked).all()
    for office, kind, state, late, risky, final, is_marked, alone, rows, full, gained, complete in sums:
        if not alone and (tally := tallies.get(office)) is not None:
            plan = _plan(kind, state, late, risky, final, is_marked, tally.counts)
            tally.add(plan, rows, complete, full, gained)
    if any(row.alone for row in sums):
        _one_by_one(db.execute(_SINGLE, asked).all(), tallies)
    return sorted((_line(one, *known[one], tally) for one, tally in tallies.items()), key=_order)


def _one_by_one(rows: Sequence[Any], tallies: dict[int, _Tally]) -> None:
    """Instances share the points of their leaf; bonus and penalty stand beside the maximum."""
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
    one = ScoredRow(full, KINDS[row.kind], STATES[row.progress], score=row.mark)
    tally.bonus += bonus_of(one)
    tally.penalty += penalty_of(one)
    points = full or NOTHING
    gained = points if row.mark is None else min(max(row.mark, NOTHING), points)
    plan = _plan(row.kind, row.progress, row.late, row.risky, row.final, row.marked, tally.counts)
    tally.add(plan, 1, row.complete, int(points * 1000), int(gained * 1000))


def _line(office_id: int, name: str, settings: dict[str, Any], tally: _Tally) -> Line:
    parts, rows = Parts(*(Decimal(points) / 1000 for points in tally.sums)), Counts(*tally.rows)
    grade = progress.grade(Summary(parts, rows, (), (), (), tally.bonus, tally.penalty), settings)
    return Line(office_id, name, parts, rows, tally.complete * 100 // rows.all if rows.all else 0, grade)


def _order(line: Line) -> tuple[object, ...]:
    return (-line.grade.index, line.name)
