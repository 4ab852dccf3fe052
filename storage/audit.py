"""Who did what and when. Rows are only added; people are ids, so that erasure never breaks the history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage.chain import NOTED
from storage.tables import Audit, Person

BACKUP = "backup"  # a whole copy was made


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history; person None = the system."""

    at: datetime
    person: str | None
    action: str
    subject: str


@dataclass(frozen=True, slots=True)
class Done:
    """One line by whom it was done, with what was kept of it."""

    person_id: int | None
    detail: dict[str, Any]


def note(
    db: Connection, action: str, subject: str, now: datetime, *, by: int | None = None, office: int | None = None, **detail: Any
) -> None:
    """Add one line to the history.

    Args:
        db: open connection.
        action: what was done, as a short English key: `link`, `invite`, `load`.
        subject: what it was done to: `person:17`.
        now: when.
        by: the person who did it; None for the system.
        office: the office that it concerns.
        detail: what else is worth keeping; no names, no phone numbers.
    """
    db.info[NOTED] = True
    db.execute(insert(Audit).values(at=now, office_id=office, person_id=by, action=action, subject=subject, detail=detail))


def has_noted(db: Connection) -> bool:
    """Whether this transaction has added a line."""
    return bool(db.info.get(NOTED))


def recent(db: Connection, office_id: int, most: int) -> list[Entry]:
    """The newest lines of an office, the newest first."""
    query = (
        select(Audit.at, Person.full_name, Audit.action, Audit.subject)
        .outerjoin(Person, Person.id == Audit.person_id)
        .where(Audit.office_id == office_id)
        .order_by(Audit.id.desc())
        .limit(most)
    )
    return [Entry(*row) for row in db.execute(query)]


def newest(db: Connection, action: str, subject: str) -> Done | None:
    """Who did something to a subject last; None where nobody has."""
    query = select(Audit.person_id, Audit.detail).where(Audit.action == action, Audit.subject == subject)
    row = db.execute(query.order_by(Audit.id.desc()).limit(1)).first()
    return Done(*row) if row else None


def last(db: Connection, action: str) -> datetime | None:
    """When something was done last."""
    return db.scalar(select(func.max(Audit.at)).where(Audit.action == action))
