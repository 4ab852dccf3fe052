"""Who did what and when. Rows are only added; people are ids, so that erasure never breaks the history."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from storage.tables import Audit


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
    db.execute(insert(Audit).values(at=now, office_id=office, person_id=by, action=action, subject=subject, detail=detail))
