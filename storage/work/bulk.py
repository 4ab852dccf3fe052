"""Many rows changed at once, and the way back within a day: what somebody touched since stays as it is."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, select

from storage import audit
from storage.errors import NothingToUndo
from storage.rules.status import Progress
from storage.statements import columns_of
from storage.tables import Assignment, Update, Verdict
from storage.work import updates
from storage.work.assignments import Work, several
from storage.work.updates import Stamp

TO_TAKE_BACK = timedelta(hours=24)
CHECK, DUE = "check", "due"
JUDGED = frozenset({Progress.CONFIRMED.value, Progress.RETURNED.value})
_DECIDES = {CHECK: ("progress", "checked_at"), DUE: ("due_on",)}
"""The columns that must still be as the change left them."""


def change(db: Connection, changes: Iterable[tuple[int, dict[str, Any]]], kind: str, stamp: Stamp) -> tuple[int, int]:
    """Change rows at once; returns the first and the last of the lines that say so, for `take_back`."""
    updates.change_many(db, changes, kind, stamp)
    of_these = (Update.person_id == stamp.by, Update.at == stamp.at, Update.kind == kind)
    first, last = db.execute(select(func.min(Update.id), func.max(Update.id)).where(*of_these)).one()
    return first, last


def move_due(db: Connection, works: Iterable[Work], due_on: date, stamp: Stamp) -> tuple[int, int]:
    """Give rows another internal date; the official one stays, and what was listed as late is not any more."""
    values = {"due_on": due_on, "listed_late_on": None}
    return change(db, [(work.id, values) for work in works], DUE, stamp)


def note(db: Connection, action: str, works: Iterable[Work], stamp: Stamp, office_id: int, **detail: object) -> None:
    """Write in the history which rows were changed at once."""
    subject = ",".join(str(work.id) for work in works)
    audit.note(db, action, f"assignments:{subject}", stamp.at, by=stamp.by, office=office_id, **detail)


def take_back(db: Connection, first: int, last: int, kind: str, stamp: Stamp) -> tuple[list[Work], list[Work]]:
    """Take back what one person changed at once.

    Args:
        db: open connection.
        first: the first of the lines that say so.
        last: the last one.
        kind: CHECK or DUE.
        stamp: who takes back, who must be the one that did it.

    Returns:
        The rows that are again as before, and those that were touched since and stay.

    Raises:
        NothingToUndo: a day has passed, or nothing of it is left to take back.
    """
    undone = select(Update.undoes_id).where(Update.undoes_id.is_not(None))
    query = select(Update).where(Update.id.between(first, last), Update.person_id == stamp.by, Update.kind == kind)
    lines = db.execute(query.where(Update.id.not_in(undone)).order_by(Update.id)).all()
    lines = [line for line in lines if line.at == lines[0].at and line.after]
    if not lines or stamp.at - lines[0].at > TO_TAKE_BACK:
        raise NothingToUndo
    names = _DECIDES[kind]
    now = columns_of(db, Assignment, [line.assignment_id for line in lines], names)
    standing = [line for line in lines if _stands(line, now[line.assignment_id])]
    if not standing:
        raise NothingToUndo
    _undo(db, standing, stamp)
    left = [line.assignment_id for line in lines if line not in standing]
    return several(db, [line.assignment_id for line in standing]), several(db, left)


def _stands(line: Any, now: dict[str, Any]) -> bool:
    """Whether the row is as this line left it."""
    then = updates.parsed(line.after)
    is_judged = line.kind != CHECK or now["progress"] in JUDGED
    return is_judged and all(value == then.get(name) for name, value in now.items())


def _undo(db: Connection, lines: list[Any], stamp: Stamp) -> None:
    rows = {line.assignment_id: line for line in lines}
    if lines[0].kind == CHECK:
        judged = (Verdict.assignment_id.in_(rows), Verdict.person_id == stamp.by, Verdict.at == lines[0].at)
        db.execute(delete(Verdict).where(*judged))
    before = [(one, updates.parsed(line.before)) for one, line in rows.items()]
    updates.change_many(db, before, "undo", stamp, {one: line.id for one, line in rows.items()})
