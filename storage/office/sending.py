"""Whether reminders go out ("Bắt đầu gửi"): a decision of the office, and the release of what a restore held back."""

from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from storage.backup import HELD
from storage.office import units
from storage.tables import Outbox, Person


def start(db: Connection, office_id: int, since: datetime) -> int:
    """Reminders go out from `since` on, and with them what a restore held back, marked as perhaps sent before.

    Returns:
        How many held messages were let go.
    """
    units.set_sending(db, office_id, since)
    ours = select(Person.id).where(Person.office_id == office_id)
    held = update(Outbox).where(Outbox.state == HELD, or_(Outbox.person_id.is_(None), Outbox.person_id.in_(ours)))
    once_at_least = func.coalesce(func.nullif(Outbox.attempt, 0), 1)
    return db.execute(held.values(state="unsure", attempt=once_at_least)).rowcount


def stop(db: Connection, office_id: int) -> None:
    """No reminder goes out any more; answers still do."""
    units.set_sending(db, office_id, None)
