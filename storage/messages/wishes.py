"""Papers that somebody waits for: outbox rows that nobody sends until what they wish for is made and takes their words' place.

The words of a wish say that it could not be fulfilled; they leave only then.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from storage.messages.outbox import LIVE, SECRET, WISH
from storage.tables import Outbox

TRIES = 3  # what ends the process each time it is begun must not do so for ever


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper to make.

    Attributes:
        makes: the address of the step that makes it.
        tries: how often it was begun, this time included.
        part: which of its messages takes its place, from 1; the others were sent.
    """

    id: int
    key: str
    chat: str
    person_id: int | None
    makes: str
    tries: int
    created_at: datetime
    part: int = 1


_WAITING = (
    select(Outbox.id, Outbox.key, Outbox.chat, Outbox.person_id, Outbox.payload, Outbox.attempt, Outbox.created_at)
    .where(LIVE, Outbox.state == "pending", Outbox.kind == WISH)
    .order_by(Outbox.attempt, Outbox.id)
)


def any_waits(db: Connection) -> bool:
    """Whether there is something to make."""
    return db.execute(_WAITING.limit(1)).first() is not None


def begin(db: Connection) -> Wish | None:
    """The next one to make; that it was begun is kept, whatever becomes of it."""
    row = db.execute(_WAITING.limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    db.execute(update(Outbox).where(Outbox.id == row.id).values(attempt=row.attempt + 1))
    part = row.payload.get("part", 1)
    return Wish(row.id, row.key, row.chat, row.person_id, row.payload["makes"], row.attempt + 1, row.created_at, part)


def fulfil(db: Connection, wish: Wish, payload: dict[str, Any], now: datetime, *, is_secret: bool) -> bool:
    """What was made takes the wish's place and may be sent; returns whether the wish still stood."""
    if is_secret:
        return _end(db, wish, kind=SECRET, payload=payload, not_before=now, attempt=0)
    offers = {"makes": wish.makes, "offers": wish.created_at.isoformat(), "part": wish.part}
    return _end(db, wish, kind="message", payload=payload | offers, not_before=now, attempt=0)


def fail(db: Connection, wish: Wish, now: datetime) -> None:
    """The wish's own words leave, and it is not begun again."""
    words = db.scalars(select(Outbox.payload).where(Outbox.id == wish.id)).one()
    _end(db, wish, kind="message", payload={**words, "makes": None}, not_before=now, attempt=0)


def drop(db: Connection, wish: Wish, note: str) -> None:
    """Nobody waits for it any more."""
    _end(db, wish, state="cancelled", note=note)


def _end(db: Connection, wish: Wish, **values: Any) -> bool:
    still = (Outbox.id == wish.id, Outbox.state == "pending", Outbox.kind == WISH)
    return db.scalar(update(Outbox).where(*still).values(**values).returning(Outbox.id)) is not None


def again(db: Connection, row_id: int) -> None:
    """A claimed message whose file is gone is a wish once more."""
    db.execute(update(Outbox).where(Outbox.id == row_id).values(kind=WISH, state="pending", owner=None, attempt=0))
