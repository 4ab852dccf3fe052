"""Rows that have served: handled updates after 8 days, sent messages after some months. History is never purged here."""

from datetime import datetime

from sqlalchemy import Connection, delete, update

from storage.messages.outbox import NO_WORDS, SECRET
from storage.tables import Inbox, Outbox


def inbox(db: Connection, before: datetime) -> int:
    """Forget handled updates; quarantined ones stay until the coordinator has seen them."""
    return db.execute(delete(Inbox).where(Inbox.state == "done", Inbox.received_at < before)).rowcount


def outbox(db: Connection, before: datetime) -> int:
    """Forget messages that were sent, cancelled or expired; and at once the words of those that showed a code, whatever became
    of them.
    """
    spoken = ~Outbox.state.in_(("pending", "sending", "unsure"))
    db.execute(update(Outbox).where(Outbox.kind == SECRET, spoken).values(payload=NO_WORDS))
    ended = Outbox.state.in_(("sent", "cancelled", "expired"))
    return db.execute(delete(Outbox).where(ended, Outbox.created_at < before)).rowcount
