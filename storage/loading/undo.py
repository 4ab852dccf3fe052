"""Taking a load back within a day: what it added leaves the list, what it changed or dropped is as it was; nothing is deleted."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.loading.compare import Comparison
from storage.statements import batches, columns_of, set_columns
from storage.tables import Assignment, Criterion, Score, Support, Update
from storage.work import updates
from storage.work.updates import Stamp

WITHIN = timedelta(hours=24)
KEY = "undo"
"""Under which the way back of older files lies in their sheets."""
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
_WORK_OF = select(Assignment.id).order_by(Assignment.id)
_SUPPORTS = select(Support.assignment_id, Support.name, Support.person_id).order_by(Support.id)
Values = dict[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Photograph:
    """The rows that a load is about to touch, column by column."""

    criteria: Values
    work: Values
    supports: dict[int, list[tuple[str, int | None]]]


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows a taking back moved: taken out again, put back, and given their old words; `people` who came and stay."""

    removed: int
    restored: int
    reverted: int
    people: int = 0


def photograph(db: Connection, done: Comparison) -> Photograph:
    """Keep what stands of the rows that a comparison would touch."""
    touched = sorted(_touched(done))
    work = [one for some in batches(touched) for one in db.scalars(_WORK_OF.where(Assignment.criterion_id.in_(some)))]
    supports: dict[int, list[tuple[str, int | None]]] = {one: [] for one in work}
    for some in batches(work):
        for one, name, person in db.execute(_SUPPORTS.where(Support.assignment_id.in_(some))):
            supports[one].append((name, person))
    return Photograph(columns_of(db, Criterion, touched, _CRITERION), columns_of(db, Assignment, work, _WORK), supports)


def _touched(done: Comparison) -> set[int]:
    moved = {leaf.id for index, leaf in done.leaves.items() if leaf.position != index + 1}
    return moved | {change.leaf.id for change in done.changed} | {leaf.id for leaf in done.dropped} | set(done.freed)


def record(db: Connection, before: Photograph, done: Comparison, new: Sequence[int]) -> dict[str, Any]:
    """Say, after a load was written, how each row was before it and which leaves are new, in values that JSON can hold."""
    after = photograph(db, done)
    pairs = {
        "criteria": _differences(before.criteria, after.criteria),
        "work": _differences(before.work, after.work),
    }
    return pairs | {
        "new": list(new),
        "people": len(done.unknown_people),
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


def counts(db: Connection, kept: dict[str, Any]) -> Undone:
    """What taking back would move at most."""
    return _undone(db, kept, {int(one) for one in kept["work"]})


def _undone(db: Connection, kept: dict[str, Any], reverted: AbstractSet[int]) -> Undone:
    """Rows of the list, as a load counts them: a row in several periods is one, and to move up or down is no change."""
    reworded = {int(one) for one, columns in kept["criteria"].items() if columns.keys() - {"position"}}
    changed = reworded | _leaves(db, reverted | {int(one) for one in kept["supports"]})
    back = _leaves(db, kept["dropped"])
    return Undone(len(kept["new"]), len(back), len(changed - back), kept.get("people", 0))


def _leaves(db: Connection, work: Collection[int]) -> set[int]:
    found = select(Assignment.criterion_id)
    return {leaf for some in batches(list(work)) for leaf in db.scalars(found.where(Assignment.id.in_(some)))}


def take_back(db: Connection, kept: dict[str, Any], stamp: Stamp, loaded_at: datetime) -> Undone:
    """Bring the rows that a load touched back to what they were; what people said of them since then stays.

    Args:
        db: open connection.
        kept: what `record` said when the load was written.
        stamp: who takes it back, and when.
        loaded_at: when it was written; self marks of that moment came with it.
    """
    _drop_new(db, kept["new"], stamp)
    _set_dropped(db, kept["dropped"], None, stamp)
    _set_dropped(db, kept["revived"], stamp.at, stamp)
    criteria = {int(one): {name: _held(old) for name, (old, _) in columns.items()} for one, columns in kept["criteria"].items()}
    # codes may change places, and each is unique at every moment
    set_columns(db, Criterion, ((one, {"code": None}) for one, values in criteria.items() if "code" in values))
    set_columns(db, Criterion, criteria.items())
    reverted = _revert(db, {int(one): columns for one, columns in kept["work"].items()}, stamp)
    _restore_supports(db, kept["supports"])
    own = (Score.stage == "self", Score.person_id.is_(None), Score.at == loaded_at)
    for some in batches([int(one) for one in kept["work"]]):
        db.execute(delete(Score).where(Score.assignment_id.in_(some), *own))
    return _undone(db, kept, reverted)


def _revert(db: Connection, rows: dict[int, dict[str, list[Any]]], stamp: Stamp) -> set[int]:
    """Give rows their old values back, those that somebody changed since excepted; the rows that were changed."""
    now = columns_of(db, Assignment, list(rows), _WORK)
    back = {one: values for one, columns in rows.items() if (values := _old(columns, now[one]))}
    updates.change_many(db, back.items(), "undo", stamp)
    return set(back)


def _old(columns: dict[str, list[Any]], now: dict[str, Any]) -> dict[str, Any]:
    """What a row gets back."""
    values = {name: _held(old) for name, (old, new) in columns.items() if _kept(now[name]) == new}
    if "progress" in columns and "progress" not in values:  # its dates and percent belong to what was said since
        return {name: value for name, value in values.items() if name not in _STATE}
    return values


def _drop_new(db: Connection, leaves: Sequence[int], stamp: Stamp) -> None:
    query = _WORK_OF.where(Assignment.dropped_at.is_(None))
    ids = [one for some in batches(leaves) for one in db.scalars(query.where(Assignment.criterion_id.in_(some)))]
    _set_dropped(db, ids, stamp.at, stamp)
    set_columns(db, Criterion, ((one, {"code": None}) for one in leaves))


def _set_dropped(db: Connection, ids: Sequence[int], moment: datetime | None, stamp: Stamp) -> None:
    set_columns(db, Assignment, ((one, {"dropped_at": moment}) for one in ids))
    if ids:
        told = updates.line("undo", stamp, {"dropped_at": moment})
        db.execute(insert(Update), [{"assignment_id": one} | told for one in ids])


def _restore_supports(db: Connection, kept: dict[str, list[list[Any]]]) -> None:
    for some in batches([int(one) for one in kept]):
        db.execute(delete(Support).where(Support.assignment_id.in_(some)))
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
