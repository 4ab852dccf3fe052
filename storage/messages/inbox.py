"""Raw updates, committed before the platform is told that they arrived, and taken one at a time per chat."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, select, update

from storage.statements import insert, written
from storage.tables import ChannelState, Inbox

MAX_TRIES = 5
TOLD = "told"  # under it lies in a raw update what was answered
BACK_OFF = (0.2, 1, 3, 5)  # seconds after the first, second ... failure


@dataclass(frozen=True, slots=True)
class Raw:
    """One update as the platform sent it; `lane` is the chat that it belongs to."""

    update_id: str
    chat: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """An inbox row that a worker holds."""

    id: int
    channel: str
    chat: str
    raw: dict[str, Any]
    tries: int
    received_at: datetime


_NEW = written("new")
_earlier = Inbox.__table__.alias("earlier")
_PUT = insert(Inbox).on_conflict_do_nothing(index_elements=["channel", "update_id"]).returning(Inbox.id)
_KEEP_OFFSET = insert(ChannelState)
_KEEP_OFFSET = _KEEP_OFFSET.on_conflict_do_update(
    index_elements=["channel"],
    set_={
        "next_offset": _KEEP_OFFSET.excluded.next_offset,
        "polled_at": _KEEP_OFFSET.excluded.polled_at,
        "alive_at": _KEEP_OFFSET.excluded.alive_at,
    },
)
_OLDEST = (
    select(Inbox.id, Inbox.channel, Inbox.chat, Inbox.raw, Inbox.tries, Inbox.received_at)
    .where(
        Inbox.state == _NEW,
        Inbox.not_before <= bindparam("now"),
        ~exists(select(_earlier.c.id).where(_earlier.c.state == _NEW, _earlier.c.chat == Inbox.chat, _earlier.c.id < Inbox.id)),
    )
    .order_by(Inbox.not_before, Inbox.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_FINISH = update(Inbox).where(Inbox.id.in_(bindparam("rows", expanding=True))).values(state="done", done_at=bindparam("now"))
_NEXT = select(func.min(Inbox.not_before)).where(Inbox.state == _NEW)


def put(db: Connection, channel: str, updates: Iterable[Raw], now: datetime) -> int:
    """Keep raw updates, each once; returns how many were new."""
    rows = [
        {
            "channel": channel,
            "update_id": one.update_id,
            "chat": one.chat,
            "received_at": now,
            "raw": one.body,
            "state": "new",
            "tries": 0,
            "not_before": now,
        }
        for one in updates
    ]
    return len(db.execute(_PUT, rows).all()) if rows else 0


def put_done(db: Connection, channel: str, update: Raw, now: datetime) -> int | None:
    """Keep an update that is worked on in this very transaction, such as coming in by the web room.

    Returns:
        Its row; None where it came before, or at the same moment in a transaction that was faster.
    """
    values = {"channel": channel, "update_id": update.update_id, "chat": update.chat, "received_at": now, "raw": update.body}
    done = {"state": "done", "tries": 0, "not_before": now, "done_at": now}
    once = insert(Inbox).on_conflict_do_nothing(index_elements=["channel", "update_id"])
    return db.scalar(once.values(**values, **done).returning(Inbox.id))


def note(db: Connection, inbox_id: int, told: dict[str, Any]) -> None:
    """Keep beside an update what was answered to it, for a page that shows it after the form is gone."""
    raw = db.scalars(select(Inbox.raw).where(Inbox.id == inbox_id)).one()
    db.execute(update(Inbox).where(Inbox.id == inbox_id).values(raw=raw | {TOLD: told}))


def noted(db: Connection, channel: str, update_id: str, chat: str) -> dict[str, Any]:
    """What was answered to an update of this chat; empty where there is none."""
    of_chat = (Inbox.channel == channel, Inbox.update_id == update_id, Inbox.chat == chat)
    found = db.scalar(select(Inbox.raw).where(*of_chat))
    return dict((found or {}).get(TOLD, {}))


def keep_offset(db: Connection, channel: str, offset: int, now: datetime) -> None:
    """Keep the number that the next poll asks from, in the transaction that keeps what this one brought."""
    db.execute(_KEEP_OFFSET, {"channel": channel, "next_offset": offset, "polled_at": now, "alive_at": now, "bot_name": None})


def offset_of(db: Connection, channel: str) -> int:
    return db.scalar(select(ChannelState.next_offset).where(ChannelState.channel == channel)) or 0


def take(db: Connection, now: datetime, most: int = 1) -> list[Taken]:
    """Take of each chat the oldest update, if it may be worked on: nobody else takes it until this transaction ends.

    Args:
        db: open connection.
        now: the moment.
        most: how many.
    """
    return [Taken(*row) for row in db.execute(_OLDEST, {"now": now, "most": most})]


def finish(db: Connection, rows: Collection[int], now: datetime) -> None:
    """What was taken is done when this transaction is committed, and new again if not."""
    if rows:
        db.execute(_FINISH, {"rows": list(rows), "now": now})


def failed(db: Connection, taken: Taken, error: str, now: datetime) -> bool:
    """Put a failing update back for later; after five tries it is quarantined and its chat goes on.

    Returns:
        Whether it was quarantined.
    """
    tries = taken.tries + 1
    give_up = tries >= MAX_TRIES
    wait = BACK_OFF[min(tries, len(BACK_OFF)) - 1]
    db.execute(
        update(Inbox)
        .where(Inbox.id == taken.id)
        .values(
            tries=tries,
            state="quarantined" if give_up else "new",
            not_before=now + timedelta(seconds=wait),
            error=error[:500],
        )
    )
    return give_up


def quarantine(db: Connection, row_id: int, error: str) -> None:
    """Set aside an update that can never be read; its neighbours go on."""
    db.execute(update(Inbox).where(Inbox.id == row_id).values(state="quarantined", error=error[:500], tries=Inbox.tries + 1))


def forget_words(db: Connection, row_id: int) -> None:
    """Drop what an update said: it held a code."""
    db.execute(update(Inbox).where(Inbox.id == row_id).values(raw={}))


def next_at(db: Connection) -> datetime | None:
    """When the earliest waiting update may be worked on."""
    return db.scalar(_NEXT)
