"""Rows of work, helpers, marks and history lines of a loaded table: new ones in bulk, changed ones through `updates`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, repeat
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, delete, update

from storage.loading import directory
from storage.loading.compare import Change
from storage.loading.directory import Directory
from storage.loading.given import Given, Turns, columns, values
from storage.loading.owners import Owner
from storage.loading.rows import Column
from storage.loading.standing import Standing
from storage.rules.points import share
from storage.rules.status import DONE, Progress
from storage.statements import batches, insert_columns, insert_many, new_ids
from storage.tables import Assignment, Score, Support, Update
from storage.work import updates
from storage.work.updates import Stamp

NOTHING: list[str] = []  # one for all rows, turned into JSON once
_SHARED = frozenset({"unit_id", "document"})  # what every instance of recurring work has in common
_COLUMNS = {"document": "document", "result_document": "result_document", "percent": "percent", "completed_on": "completed_on"}


def insert_work(
    db: Connection, rows: Sequence[Given], leaf_ids: Sequence[int], owners: Sequence[Owner], now: datetime
) -> Sequence[int]:
    """Write the row of work of each new leaf.

    Args:
        db: open connection.
        rows: as read.
        leaf_ids: the leaf of each row.
        owners: who answers for each, and the unit that it belongs to.
        now: when.

    Returns:
        Their ids, in the order of the rows.
    """
    if not rows:
        return []
    people, units = zip(*owners, strict=True)
    ids, blank = new_ids(db, Assignment, len(rows)), [""] * len(rows)
    made: dict[str, Sequence[Any]] = {
        "id": ids,
        "criterion_id": leaf_ids,
        "period": blank,
        "person_id": people,
        "unit_id": units,
    }
    insert_columns(db, Assignment, made | columns(rows, _READ) | _states(rows, now))
    return ids


def _states(rows: Sequence[Given], now: datetime) -> dict[str, Sequence[Any]]:
    """The state of each new row, column by column; few are different."""
    told = Column.of(list(map(_TOLD, rows)))
    states = [state_values(now, *one) for one in told.values]
    return {name: Column([state[name] for state in states], told.at).spread() for name in states[0]}


_TOLD = attrgetter("status", "percent", "completed_on", "result_document")
_DUE: Turns = {
    "due_on": ("due_on", None),
    "official_due_on": ("due_on", None),
    "due_rule": ("due_rule", None),
    "due_text": ("due_text", None),
    "strict": ("strict", None),
}
_READ: Turns = {
    **_DUE,
    "document": ("document", None),
    "needs_check": ("needs_check", lambda reasons: list(reasons) if reasons else NOTHING),
}
"""What the file says of a row of work, beside its state."""


def due_values(row: Given) -> dict[str, Any]:
    """The deadline of a row."""
    return values(row, _DUE)


def state_values(
    now: datetime, told: Progress | None, percent: int | None, completed_on: date | None, result_document: str | None
) -> dict[str, Any]:
    """A state that the file tells, with the dates that belong to it; work of which it tells none has not been started."""
    status = told or Progress.NOT_STARTED
    return {
        "progress": status.value,
        "percent": percent if status is Progress.IN_PROGRESS else None,
        "completed_on": completed_on,
        "result_document": result_document,
        "reported_at": now if status in DONE else None,
        "checked_at": now if status is Progress.CONFIRMED else None,
    }


def first_lines(db: Connection, rows: Iterable[tuple[int, Given]], stamp: Stamp) -> None:
    """History of the new rows whose state the file tells."""
    values = [
        {"assignment_id": one} | updates.line("load", stamp, state_values(stamp.at, *_TOLD(row)))
        for one, row in rows
        if row.status
    ]
    insert_many(db, Update, values)


def insert_supports(db: Connection, rows: Iterable[tuple[int, Given]], people: Directory) -> None:
    """Who helps: a person where the name is known, else the name as written."""
    named = [(one, name) for one, row in rows for name in dict.fromkeys(row.supports)]
    if named:
        ids, names = zip(*named, strict=True)
        known = {name: directory.supporter(people, name) for name in set(names)}
        helpers = list(map(known.__getitem__, names))
        insert_columns(db, Support, {"assignment_id": ids, "name": names, "person_id": helpers})


def insert_marks(db: Connection, rows: Iterable[tuple[int, Given]], now: datetime) -> None:
    """Self marks of the file; no person stands behind them."""
    shared = {"stage": "self", "person_id": None, "at": now, "reason": None}
    values = [{"assignment_id": one, "points": row.self_score} | shared for one, row in rows if row.self_score is not None]
    insert_many(db, Score, values)


def mark_again(db: Connection, changes: Iterable[Change], now: datetime) -> None:
    """Self marks that the file changes; that of a split row is shared over its instances."""
    rows: list[tuple[int, Given]] = []
    for change in changes:
        if "self_score" in change.columns and change.row.self_score is not None:
            ids = change.leaf.assignments
            points = share(change.row.self_score, len(ids)) if len(ids) > 1 else [change.row.self_score]
            rows += [(one, replace(change.row, self_score=part)) for one, part in zip(ids, points, strict=True)]
    insert_marks(db, rows, now)


def change_work(db: Connection, changes: Sequence[Change], owner: dict[int, Owner], stamp: Stamp) -> None:
    """Write what the file changes of rows of work, with its history; a new owner is a handover line of its own."""
    given = [(one, change) for change in changes if "lead" in change.columns for one in change.leaf.assignments]
    updates.change_many(db, [(one, {"person_id": owner[change.leaf.id][0]}) for one, change in given], "handover", stamp)
    told: list[tuple[int, dict[str, Any]]] = []
    for change in changes:
        values = _changed_values(change, owner[change.leaf.id], stamp.at)
        of_all = {name: value for name, value in values.items() if name in _SHARED}
        told += zip(change.leaf.assignments, chain([values], repeat(of_all)), strict=False)
    updates.change_many(db, [(one, values) for one, values in told if values], "load", stamp)


def _changed_values(change: Change, owner: Owner, now: datetime) -> dict[str, Any]:
    row, changed = change.row, change.columns
    values: dict[str, Any] = {column: getattr(row, name) for name, column in _COLUMNS.items() if name in changed}
    if "status" in changed and row.status:
        kept = {"completed_on": change.leaf.completed_on, "result_document": change.leaf.result_document}
        told = state_values(now, *_TOLD(row)) | {"blocked": None}
        values |= told | {name: old for name, old in kept.items() if told[name] is None}
    if "due" in changed:
        values |= due_values(row)
    if changed.keys() & {"unit", "lead"}:
        values["unit_id"] = owner[1]
    if "needs_check" in changed:
        values["needs_check"] = list(row.needs_check)
    return values


def replace_supports(db: Connection, changes: Iterable[Change], people: Directory) -> None:
    """Write the helpers of rows whose file names others than before."""
    rows = [(one, change.row) for change in changes if "supports" in change.columns for one in change.leaf.assignments]
    for some in batches([one for one, _ in rows]):
        db.execute(delete(Support).where(Support.assignment_id.in_(some)))
    insert_supports(db, rows, people)


def set_dropped(db: Connection, leaves: Iterable[Standing], stamp: Stamp, *, dropped: bool) -> None:
    """Take rows out of the list, or back into it; nothing is ever deleted."""
    moment = stamp.at if dropped else None
    ids = [one for leaf in leaves for one in leaf.assignments]
    for some in batches(ids):
        db.execute(update(Assignment).where(Assignment.id.in_(some)).values(dropped_at=moment))
    if ids:
        told = updates.line("load", stamp, {"dropped_at": moment})
        insert_many(db, Update, [{"assignment_id": one} | told for one in ids])
