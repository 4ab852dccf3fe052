"""What a channel with a monthly quota has used, and channels that the platform refuses altogether."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from storage.statements import insert
from storage.tables import Budget, ChannelState


@dataclass(frozen=True, slots=True)
class Used:
    """A month of a channel."""

    sent: int = 0
    received: int = 0
    refused_at: datetime | None = None


def used(db: Connection, channel: str, month: str) -> Used:
    """Args: the month as `2026-11`, of the office's clock."""
    query = select(Budget.sent, Budget.received, Budget.refused_at).where(Budget.channel == channel, Budget.month == month)
    row = db.execute(query).first()
    return Used(*row) if row else Used()


def count(db: Connection, channel: str, month: str, *, sent: int = 0, received: int = 0) -> None:
    """Add to what was used; a negative number gives back what surely did not leave."""
    new = insert(Budget).values(channel=channel, month=month, sent=max(0, sent), received=max(0, received))
    sums: dict[str, Any] = {"sent": Budget.sent + sent, "received": Budget.received + received}
    db.execute(new.on_conflict_do_update(index_elements=["channel", "month"], set_=sums))


def first(db: Connection, channel: str, month: str, what: str, now: datetime) -> bool:
    """Note once a month that something happened: `warned_at`, `alerted_at` or `refused_at`.

    Returns:
        Whether it is news.
    """
    count(db, channel, month)
    column = getattr(Budget, what)
    query = update(Budget).where(Budget.channel == channel, Budget.month == month, column.is_(None)).values({what: now})
    return db.scalar(query.returning(Budget.channel)) is not None


def set_fault(db: Connection, channel: str, fault: str | None, now: datetime) -> None:
    """The platform refuses the channel (its token), or takes it again."""
    at = now if fault else None
    new = insert(ChannelState).values(channel=channel, next_offset=0, fault=fault, fault_at=at)
    db.execute(new.on_conflict_do_update(index_elements=["channel"], set_={"fault": fault, "fault_at": at}))


def faults(db: Connection) -> list[tuple[str, str, datetime]]:
    """`(channel, why, since)` of the channels that were stopped."""
    query = select(ChannelState.channel, ChannelState.fault, ChannelState.fault_at).where(ChannelState.fault.is_not(None))
    return [(row.channel, row.fault or "", row.fault_at) for row in db.execute(query) if row.fault_at is not None]
