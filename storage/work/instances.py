"""Recurring work split into instances ("tách kỳ"), each a row with its own date, state and documents; and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from storage import audit
from storage.errors import Gone, NothingToUndo
from storage.rules.points import share
from storage.rules.status import Kind, Progress
from storage.tables import Assignment, Base, Criterion, Score, Snooze, Split, Support, Update
from storage.work import figures, updates
from storage.work.assignments import get
from storage.work.updates import Stamp

SELF = "self"
_ORIGINAL = ("due_on", "official_due_on", "due_rule", "due_text")
_SHARED = ("person_id", "unit_id", "strict", "document")
_LIVE: Select[Any] = select(Split).where(Split.criterion_id == bindparam("criterion"), Split.undone_at.is_(None))
_OF_CAMPAIGN = (
    select(Split.criterion_id, Split.before)
    .join(Criterion, Criterion.id == Split.criterion_id)
    .where(Criterion.campaign_id == bindparam("campaign"), Split.undone_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class Part:
    """One instance to be: its name, the day that the rule says, and the same moved off days off."""

    period: str
    on: date
    due_on: date


def split(db: Connection, assignment_id: int, parts: Sequence[Part], at_place: int, rule: str, *, by: int, now: datetime) -> None:
    """Make a row many: one a period. The row itself becomes one of them, so that what was recorded of it stays with it.

    Args:
        db: open connection.
        assignment_id: the row, still whole.
        parts: the instances, earliest first.
        at_place: which of them the row becomes.
        rule: of repetition.
        by: who split it.
        now: when.

    Raises:
        Gone: it was split already.
    """
    work = get(db, assignment_id)
    if work.period or db.execute(_LIVE, {"criterion": work.criterion_id}).first():
        raise Gone
    row = db.execute(select(Assignment).where(Assignment.id == assignment_id)).one()
    before = {name: _kept(getattr(row, name)) for name in _ORIGINAL} | {"kind": work.kind.value}
    db.execute(update(Criterion).where(Criterion.id == work.criterion_id).values(kind=Kind.RECURRING.value))
    told = _dates(parts[at_place]) | {"due_rule": None, "due_text": None}
    updates.change(db, assignment_id, told, "split", Stamp(by, now, "office"))
    shared = {name: getattr(row, name) for name in _SHARED} | {"progress": Progress.NOT_STARTED.value, "needs_check": []}
    others = [shared | {"criterion_id": work.criterion_id} | _dates(one) for one in (*parts[:at_place], *parts[at_place + 1 :])]
    made = list(db.scalars(insert(Assignment).returning(Assignment.id, sort_by_parameter_order=True), others))
    _copy_supports(db, assignment_id, made)
    before["marks"] = _share_mark(db, [assignment_id, *made], now)
    values = {"criterion_id": work.criterion_id, "assignment_id": assignment_id, "rule": rule, "before": before}
    db.execute(insert(Split).values(**values, person_id=by, at=now))
    figures.refresh(db, work.criterion_id)
    audit.note(db, "split", f"criterion:{work.criterion_id}", now, by=by, office=work.office_id, rule=rule, parts=len(parts))


def _dates(part: Part) -> dict[str, Any]:
    return {"period": part.period, "due_on": part.due_on, "official_due_on": part.on}


def _copy_supports(db: Connection, source: int, targets: Sequence[int]) -> None:
    helpers = db.execute(
        select(Support.name, Support.person_id).where(Support.assignment_id == source).order_by(Support.id)
    ).all()
    values = [{"assignment_id": one, "name": row.name, "person_id": row.person_id} for one in targets for row in helpers]
    if values:
        db.execute(insert(Support), values)


def _share_mark(db: Connection, ids: Sequence[int], now: datetime) -> list[int]:
    """A self mark of the whole row is shared over its instances as the points are; the numbers of the shares."""
    query = select(Score).where(Score.assignment_id == ids[0], Score.stage == SELF).order_by(Score.id.desc()).limit(1)
    mark = db.execute(query).first()
    if mark is None:
        return []
    shared = {"stage": SELF, "person_id": mark.person_id, "at": now, "reason": mark.reason}
    parts = zip(ids, share(mark.points, len(ids)), strict=True)
    made = [shared | {"assignment_id": one, "points": points} for one, points in parts]
    return list(db.scalars(insert(Score).returning(Score.id), made))


def take_back(db: Connection, criterion_id: int, *, by: int, now: datetime) -> int:
    """Make the instances one row again; those that hold nothing are deleted.

    Returns:
        The row.

    Raises:
        NothingToUndo: something was recorded of an instance since, or the row was never split.
    """
    done = db.execute(_LIVE, {"criterion": criterion_id}).first()
    if done is None or _is_recorded(db, done):
        raise NothingToUndo
    original: int = done.assignment_id
    others = _others(db, done)
    db.execute(delete(Score).where(Score.id.in_(done.before["marks"])))
    for table in (Support, Snooze):
        db.execute(delete(table).where(table.assignment_id.in_(others)))
    db.execute(delete(Assignment).where(Assignment.id.in_(others)))
    db.execute(update(Criterion).where(Criterion.id == criterion_id).values(kind=done.before["kind"]))
    values = {name: _held(name, done.before[name]) for name in _ORIGINAL} | {"period": ""}
    updates.change(db, original, values, "undo", Stamp(by, now, "office"), undoes=_line(db, done))
    db.execute(update(Split).where(Split.id == done.id).values(undone_at=now))
    figures.refresh(db, criterion_id)
    audit.note(db, "split_undo", f"criterion:{criterion_id}", now, by=by, office=get(db, original).office_id)
    return original


def _others(db: Connection, done: Any) -> list[int]:
    query = select(Assignment.id).where(Assignment.criterion_id == done.criterion_id, Assignment.id != done.assignment_id)
    return list(db.scalars(query))


def _line(db: Connection, done: Any) -> int | None:
    """The line of history that split the row."""
    found: int | None = db.scalar(
        select(func.max(Update.id)).where(Update.assignment_id == done.assignment_id, Update.kind == "split")
    )
    return found


def _is_recorded(db: Connection, done: Any) -> bool:
    """Whether anything speaks of an instance: any row of any table, but what the split itself brought."""
    others, line = _others(db, done), _line(db, done)
    if db.scalar(select(Update.id).where(Update.assignment_id == done.assignment_id, Update.id > line).limit(1)):
        return True
    for table in Base.metadata.tables.values():
        for column in table.columns:
            refers = any(key.column.table is Assignment.__table__ for key in column.foreign_keys)
            if not refers or table.name in {"support", "snooze"}:
                continue
            query = select(column).where(column.in_(others)).limit(1)
            if table is Score.__table__:
                query = query.where(Score.id.not_in(done.before["marks"]))
            if db.scalar(query) is not None:
                return True
    return False


def before_of(db: Connection, campaign_id: int) -> dict[int, dict[str, Any]]:
    """What each split row said of its date before, by criterion."""
    found = db.execute(_OF_CAMPAIGN, {"campaign": campaign_id})
    return {row.criterion_id: {name: _held(name, row.before[name]) for name in _ORIGINAL} for row in found}


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _held(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if value and name in {"due_on", "official_due_on"} else value
