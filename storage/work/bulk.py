"""Many rows changed at once, and the way back within a day: what somebody touched since stays as it is."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, select

from storage import audit
from storage.errors import NothingToUndo
from storage.rules.status import Progress
from storage.statements import columns_of
from storage.tables import Assignment, Update, Verdict
from storage.work import updates
from storage.work.assignments import Work, get
from storage.work.updates import Recorded, Stamp

TO_TAKE_BACK = timedelta(hours=24)
CHECK, DUE = "check", "due"
JUDGED = frozenset({Progress.CONFIRMED.value, Progress.RETURNED.value})
_DECIDES = {CHECK: ("progress", "checked_at"), DUE: ("due_on",)}
"""The columns that must still be as the change left them."""


def move_due(db: Connection, works: Iterable[Work], due_on: Any, stamp: Stamp) -> list[Recorded]:
    """Give rows another internal date; the official one stays, and what was listed as late is not any more."""
    values = {"due_on": due_on, "listed_late_on": None}
    return [updates.change(db, work.id, values, DUE, stamp) for work in works]


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
    standing = [line for line in lines if _stands(db, line, kind)]
    back = [_undo(db, line, stamp) for line in standing]
    if not back:
        raise NothingToUndo
    return back, [get(db, line.assignment_id) for line in lines if line not in standing]


def _stands(db: Connection, line: Any, kind: str) -> bool:
    """Whether the row is as this line left it."""
    names = _DECIDES[kind]
    now = columns_of(db, Assignment, [line.assignment_id], names)[line.assignment_id]
    then = updates.parsed(line.after)
    is_judged = kind != CHECK or now["progress"] in JUDGED
    return is_judged and all(now[name] == then.get(name) for name in names)


def _undo(db: Connection, line: Any, stamp: Stamp) -> Work:
    if line.kind == CHECK:
        judged = (Verdict.assignment_id == line.assignment_id, Verdict.person_id == line.person_id, Verdict.at == line.at)
        db.execute(delete(Verdict).where(*judged))
    before = updates.parsed(line.before)
    return updates.change(db, line.assignment_id, before, "undo", stamp, undoes=line.id).after
