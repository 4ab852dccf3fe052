"""The chats of the web room: what was said on both sides, in one order that every device sees alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.tables import Address, WebChat, WebMessage

CHANNEL = "web"
PAGE = 60  # messages of one look
TAPPED = "tapped"
"""Key of what a person's line holds: the message on which it is a tap."""
STRUCK = "••••••"


@dataclass(frozen=True, slots=True)
class Line:
    """A message as it stands.

    Attributes:
        id: its place in the chat.
        seq: number of its last change: whoever knows all up to it has seen this.
        side: `office` or `person`.
        client_id: the number that the sender's page gave it.
    """

    id: int
    seq: int
    side: str
    client_id: str | None
    payload: dict[str, Any]
    edited: bool
    created_at: datetime


_COLUMNS = tuple(getattr(WebMessage, name) for name in Line.__slots__)


def address(chat_id: int) -> str:
    return f"{CHANNEL}:{chat_id}"


def of_person(db: Connection, person_id: int) -> int | None:
    """The person's chat, if one is linked now."""
    query = select(Address.chat).where(
        Address.person_id == person_id, Address.unlinked_at.is_(None), Address.chat.startswith(f"{CHANNEL}:")
    )
    chat = db.scalar(query.order_by(Address.id.desc()).limit(1))
    return int(chat.partition(":")[2]) if chat else None


def open_for(db: Connection, person_id: int, now: datetime) -> int:
    """A new chat, empty, not linked yet."""
    values = {"person_id": person_id, "last_seq": 0, "read_seq": 0, "opened_at": now}
    made: int = db.scalars(insert(WebChat).values(**values).returning(WebChat.id)).one()
    return made


def _next_seq(db: Connection, chat_id: int) -> int:
    """The next number; from here to the commit nobody else writes in this chat."""
    query = update(WebChat).where(WebChat.id == chat_id).values(last_seq=WebChat.last_seq + 1).returning(WebChat.last_seq)
    return db.scalars(query).one()


def add(
    db: Connection,
    chat_id: int,
    side: str,
    payload: dict[str, Any],
    now: datetime,
    client_id: str | None = None,
    holds_until: datetime | None = None,
) -> int:
    """One more message; one that a page sends again under the same number is there already.

    Args:
        db: open connection.
        chat_id: whose chat.
        side: `office` or `person`.
        payload: what it says.
        now: when.
        client_id: the number that the sender's page gave it.
        holds_until: until when the codes that it shows (`codes` of the payload) let somebody in.

    Returns:
        The message's id.
    """
    seq = _next_seq(db, chat_id)
    if client_id is not None:
        known = select(WebMessage.id).where(WebMessage.chat_id == chat_id, WebMessage.client_id == client_id)
        if (same := db.scalar(known)) is not None:
            return same
    values = {"chat_id": chat_id, "seq": seq, "side": side, "client_id": client_id, "payload": payload}
    query = insert(WebMessage).values(**values, edited=False, created_at=now, holds_until=holds_until)
    return db.scalars(query.returning(WebMessage.id)).one()


def strike(db: Connection, code: str) -> None:
    """A code has served: no message shows it any longer."""
    query = select(WebMessage.id, WebMessage.payload, WebMessage.holds_until).where(WebMessage.holds_until.is_not(None))
    for row in db.execute(query).all():
        if code in row.payload["codes"]:
            _strike(db, row.id, row.payload, [code], row.holds_until)


def strike_expired(db: Connection, now: datetime) -> int:
    """Codes that let nobody in any more are shown no longer; returns in how many messages."""
    query = select(WebMessage.id, WebMessage.payload).where(WebMessage.holds_until.is_not(None), WebMessage.holds_until <= now)
    rows = db.execute(query).all()
    for row in rows:
        _strike(db, row.id, row.payload, row.payload["codes"], None)
    return len(rows)


def _strike(db: Connection, message_id: int, payload: dict[str, Any], served: Sequence[str], until: datetime | None) -> None:
    text = payload["text"]
    for code in served:
        text = text.replace(code, STRUCK)
    left = [code for code in payload["codes"] if code not in served]
    values = {"payload": payload | {"text": text, "codes": left}, "holds_until": until if left else None}
    db.execute(update(WebMessage).where(WebMessage.id == message_id).values(**values))


def change(db: Connection, chat_id: int, message_id: int, payload: dict[str, Any], *, edited: bool = True) -> bool:
    """Edit a message of the office in place; `edited`: its words changed, so the page says so.

    Returns:
        Whether it is still there.
    """
    seq = _next_seq(db, chat_id)
    which = (WebMessage.chat_id == chat_id, WebMessage.id == message_id, WebMessage.side == "office")
    values = {"seq": seq, "payload": payload} | ({"edited": True} if edited else {})
    return db.execute(update(WebMessage).where(*which).values(**values)).rowcount == 1


def is_tapped(db: Connection, chat_id: int, message_id: int) -> bool:
    """Whether the last that the person said is a tap on this message."""
    query = select(WebMessage.payload).where(WebMessage.chat_id == chat_id, WebMessage.side == "person")
    last = db.scalar(query.where(WebMessage.id > message_id).order_by(WebMessage.id.desc()).limit(1))
    return last is not None and last.get(TAPPED) == message_id


def since(db: Connection, chat_id: int, seq: int) -> list[Line]:
    """What is new or changed after a number, the oldest change first."""
    query = select(*_COLUMNS).where(WebMessage.chat_id == chat_id, WebMessage.seq > seq).order_by(WebMessage.seq).limit(PAGE)
    return _lines(db, query)


def before(db: Connection, chat_id: int, message_id: int | None = None) -> list[Line]:
    """The newest messages, or those above one, in the order of the chat."""
    query = select(*_COLUMNS).where(WebMessage.chat_id == chat_id)
    if message_id is not None:
        query = query.where(WebMessage.id < message_id)
    return _lines(db, query.order_by(WebMessage.id.desc()).limit(PAGE))[::-1]


def one(db: Connection, chat_id: int, message_id: int) -> Line | None:
    """One message of a chat."""
    found = _lines(db, select(*_COLUMNS).where(WebMessage.chat_id == chat_id, WebMessage.id == message_id))
    return found[0] if found else None


def _lines(db: Connection, query: Any) -> list[Line]:
    rows: Sequence[Any] = db.execute(query).all()
    return [Line(*row) for row in rows]


def standing(db: Connection, chat_id: int) -> tuple[int, int]:
    """Number of the newest change, and up to which one it was read."""
    row = db.execute(select(WebChat.last_seq, WebChat.read_seq).where(WebChat.id == chat_id)).one()
    return row.last_seq, row.read_seq


def read(db: Connection, chat_id: int, seq: int) -> None:
    """Somebody has the chat before their eyes."""
    which = (WebChat.id == chat_id, WebChat.read_seq < seq, WebChat.last_seq >= seq)
    db.execute(update(WebChat).where(*which).values(read_seq=seq))


def purge(db: Connection, before_moment: datetime) -> int:
    """Forget messages older than that."""
    return db.execute(delete(WebMessage).where(WebMessage.created_at < before_moment)).rowcount
