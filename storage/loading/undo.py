"""Taking a load back within a day: what it added leaves the list, what it changed or dropped is as it was; nothing is deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage import updates
from storage.loading import standing
from storage.loading.compare import Comparison
from storage.loading.standing import Standing
from storage.loading.work import Line
from storage.tables import Assignment, Criterion, Score, Support, Update

WITHIN = timedelta(hours=24)
KEY = "undo"
_CRITERION = (
    "code",
    "title",
    "field_id",
    "parent_id",
    "position",
    "max_points",
    "required_evidence",
    "kind",
    "rule",
    "number_only",
)
_WORK = (
    "person_id", "unit_id", "due_on", "official_due_on", "due_rule", "due_text", "strict", "document", "needs_check", "progress",
    "percent", "blocked", "completed_on", "reported_at", "checked_at", "result_document",
)  # fmt: skip
_STATE = frozenset({"percent", "blocked", "completed_on", "reported_at", "checked_at", "result_document"})
Values = dict[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Photograph:
    """The rows that a load is about to touch, column by column, and every row that there is."""

    criteria: Values
    work: Values
    supports: dict[int, list[tuple[str, int | None]]]
    leaves: frozenset[int]


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows a taking back moved: taken out again, put back, and given their old words."""

    removed: int
    restored: int
    reverted: int


def photograph(db: Connection, campaign_id: int | None, done: Comparison | None = None) -> Photograph:
    """Keep what stands of the rows that a comparison would touch."""
    leaves = standing.of_campaign(db, campaign_id) if campaign_id else []
    touched = _touched(leaves, done)
    work = [one for leaf in touched for one in leaf.assignments]
    supports: dict[int, list[tuple[str, int | None]]] = {one: [] for one in work}
    if work:
        query = select(Support.assignment_id, Support.name, Support.person_id).where(Support.assignment_id.in_(work))
        for one, name, person in db.execute(query.order_by(Support.id)):
            supports[one].append((name, person))
    return Photograph(
        _values(db, Criterion, _CRITERION, [leaf.id for leaf in touched]),
        _values(db, Assignment, _WORK, work),
        supports,
        frozenset(leaf.id for leaf in leaves),
    )


def _touched(leaves: Sequence[Standing], done: Comparison | None) -> list[Standing]:
    if done is None:
        return []
    ids = {change.leaf.id for change in done.changed} | {leaf.id for leaf in done.dropped} | set(done.freed)
    ids |= {leaf.id for index, leaf in done.leaves.items() if leaf.position != index + 1}
    return [leaf for leaf in leaves if leaf.id in ids]


def _values(db: Connection, table: Any, columns: Sequence[str], ids: Sequence[int]) -> Values:
    query = select(table.id, *(getattr(table, name) for name in columns)).where(table.id.in_(ids))
    return {row[0]: dict(zip(columns, row[1:], strict=True)) for row in db.execute(query)} if ids else {}


def record(db: Connection, campaign_id: int, before: Photograph, done: Comparison) -> dict[str, Any]:
    """Say, after a load was written, how each row was before it, in values that JSON can hold."""
    after = photograph(db, campaign_id, done)
    pairs = {
        "criteria": _differences(before.criteria, after.criteria),
        "work": _differences(before.work, after.work),
    }
    return pairs | {
        "new": sorted(after.leaves - before.leaves),
        "dropped": [one for leaf in done.dropped for one in leaf.assignments],
        "revived": [one for leaf in done.revived for one in leaf.assignments],
        "supports": {
            str(one): [list(name) for name in names] for one, names in before.supports.items() if names != after.supports.get(one)
        },
    }


def _differences(before: Values, after: Values) -> dict[str, dict[str, list[Any]]]:
    return {
        str(one): changed
        for one, values in before.items()
        if (changed := {name: [_kept(old), _kept(after[one][name])] for name, old in values.items() if old != after[one][name]})
    }


def counts(kept: dict[str, Any]) -> Undone:
    """What taking back would move at most."""
    return Undone(len(kept["new"]), len(kept["dropped"]), len(kept["work"].keys() | kept["supports"].keys()))


def take_back(db: Connection, kept: dict[str, Any], line: Line, loaded_at: datetime) -> Undone:
    """Bring the rows that a load touched back to what they were; what people said of them since then stays.

    Args:
        db: open connection.
        kept: what `record` said when the load was written.
        line: who takes it back, and when.
        loaded_at: when it was written; self marks of that moment came with it.
    """
    _drop_new(db, kept["new"], line)
    _set_dropped(db, kept["dropped"], None, line)
    _set_dropped(db, kept["revived"], line.at, line)
    codes = [int(one) for one, columns in kept["criteria"].items() if "code" in columns]
    if codes:  # codes may change places, and each is unique at every moment
        db.execute(update(Criterion).where(Criterion.id.in_(codes)).values(code=None))
    for one, columns in kept["criteria"].items():
        values = {name: _held(old) for name, (old, _) in columns.items()}
        db.execute(update(Criterion).where(Criterion.id == int(one)).values(**values))
    reverted = {int(one) for one in kept["work"] if _revert(db, int(one), kept["work"][one], line)}
    _restore_supports(db, kept["supports"])
    touched = [int(one) for one in kept["work"]]
    own = (Score.assignment_id.in_(touched), Score.stage == "self", Score.person_id.is_(None), Score.at == loaded_at)
    db.execute(delete(Score).where(*own))
    return Undone(len(kept["new"]), len(kept["dropped"]), len(reverted | {int(one) for one in kept["supports"]}))


def _revert(db: Connection, assignment_id: int, columns: dict[str, list[Any]], line: Line) -> bool:
    """Give a row its old values back, those that somebody changed since excepted."""
    now = _values(db, Assignment, tuple(columns), [assignment_id])[assignment_id]
    values = {name: _held(old) for name, (old, new) in columns.items() if _kept(now[name]) == new}
    if "progress" in columns and "progress" not in values:  # its dates and percent belong to what was said since
        values = {name: value for name, value in values.items() if name not in _STATE}
    if values:
        updates.change(db, assignment_id, values, kind="undo", source=line.source, by=line.by, at=line.at)
    return bool(values)


def _drop_new(db: Connection, leaves: Sequence[int], line: Line) -> None:
    if leaves:
        ids = list(db.scalars(select(Assignment.id).where(Assignment.criterion_id.in_(leaves), Assignment.dropped_at.is_(None))))
        _set_dropped(db, ids, line.at, line)
        db.execute(update(Criterion).where(Criterion.id.in_(leaves)).values(code=None))


def _set_dropped(db: Connection, ids: Iterable[int], moment: datetime | None, line: Line) -> None:
    found = list(ids)
    if found:
        db.execute(update(Assignment).where(Assignment.id.in_(found)).values(dropped_at=moment))
        told = line.values({}, {"dropped_at": moment}) | {"kind": "undo"}
        db.execute(insert(Update), [{"assignment_id": one} | told for one in found])


def _restore_supports(db: Connection, kept: dict[str, list[list[Any]]]) -> None:
    ids = [int(one) for one in kept]
    if ids:
        db.execute(delete(Support).where(Support.assignment_id.in_(ids)))
    values = [
        {"assignment_id": int(one), "name": name, "person_id": person} for one, names in kept.items() for name, person in names
    ]
    if values:
        db.execute(insert(Support), values)


def _kept(value: Any) -> Any:
    """Turn a value of the database into what JSON holds."""
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    if isinstance(value, dict):
        return {"json": value}
    return {"points": str(value)} if isinstance(value, Decimal) else value


def _held(value: Any) -> Any:
    """Turn it back."""
    if not isinstance(value, dict):
        return value
    if "json" in value:
        return value["json"]
    if "at" in value:
        return datetime.fromisoformat(value["at"])
    return date.fromisoformat(value["on"]) if "on" in value else Decimal(value["points"])
