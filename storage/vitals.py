"""What tells whether everything moves: counts and moments, never a name, a text or a chat."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage import audit
from storage.reminders.reminding import BEAT
from storage.tables import ChannelState, Inbox, Outbox
from storage.tables.messages import LIVE, NEW


@dataclass(frozen=True, slots=True)
class Vitals:
    """One look.

    Attributes:
        inbox: how many updates are in each state.
        inbox_since: when the oldest update came that still waits.
        outbox: how many messages are in each state.
        late_since: since when the most belated message should have left.
        polled: when each channel was last read.
        beat_at: when the clock last planned.
        backup_at: when the newest copy was made.
    """

    inbox: dict[str, int]
    inbox_since: datetime | None
    outbox: dict[str, int]
    late_since: datetime | None
    polled: dict[str, datetime]
    beat_at: datetime | None
    backup_at: datetime | None


def beat(db: Connection) -> datetime | None:
    """When the clock last planned: the cheapest question that shows that the database answers."""
    return db.scalar(select(ChannelState.alive_at).where(ChannelState.channel == BEAT))


def look(db: Connection) -> Vitals:
    inbox = {row[0]: row[1] for row in db.execute(select(Inbox.state, func.count()).group_by(Inbox.state))}
    outbox = {row[0]: row[1] for row in db.execute(select(Outbox.state, func.count()).group_by(Outbox.state))}
    states = {row.channel: row for row in db.execute(select(ChannelState.channel, ChannelState.polled_at, ChannelState.alive_at))}
    clock = states.pop(BEAT, None)
    return Vitals(
        inbox=inbox,
        inbox_since=db.scalar(select(func.min(Inbox.received_at)).where(NEW)),
        outbox=outbox,
        late_since=db.scalar(select(func.min(Outbox.not_before)).where(LIVE)),
        polled={name: row.polled_at for name, row in states.items() if row.polled_at is not None},
        beat_at=clock.alive_at if clock else None,
        backup_at=audit.last(db, audit.BACKUP),
    )
