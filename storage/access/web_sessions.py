"""Devices that are signed in to the web room: a random token each, kept as its hash, ended with the link of its chat."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from storage.access.passes import hashed
from storage.access.web_chats import address
from storage.office import people
from storage.office.people import Official
from storage.tables import WebChat, WebSession

IDLE = timedelta(days=30)
LONGEST = timedelta(days=180)
TOUCH = timedelta(minutes=10)
MOST = 10  # devices of one person; the one not seen for longest makes room


@dataclass(frozen=True, slots=True)
class Device:
    """A signed-in device and its person.

    Attributes:
        session_id: the row.
        chat_id: the person's chat; `chat` is its address, as `web:7`.
        is_unseen: not `touch`ed for a while.
    """

    session_id: int
    chat_id: int
    person: Official
    is_unseen: bool = False

    @property
    def chat(self) -> str:
        return address(self.chat_id)


def begin(db: Connection, chat_id: int, device: str, now: datetime) -> str:
    """Sign a device in.

    Returns:
        The token, which is given to the device and kept nowhere.
    """
    live = select(WebSession.id).where(WebSession.chat_id == chat_id, WebSession.ended_at.is_(None))
    for surplus in db.scalars(live.order_by(WebSession.seen_at.desc()).offset(MOST - 1)).all():
        end(db, surplus, now)
    token = secrets.token_urlsafe(32)
    values = {"chat_id": chat_id, "token_hash": hashed(token), "device": device, "created_at": now, "seen_at": now}
    db.execute(insert(WebSession).values(**values))
    return token


def who(db: Connection, token: str, now: datetime) -> Device | None:
    """Whose device it is; None when the token is unknown, too old, ended, or its chat is no longer linked to that person."""
    query = (
        select(WebSession.id, WebSession.chat_id, WebSession.created_at, WebSession.seen_at, WebChat.person_id)
        .join(WebChat, WebChat.id == WebSession.chat_id)
        .where(WebSession.token_hash == hashed(token), WebSession.ended_at.is_(None))
    )
    row = db.execute(query).first()
    if row is None or row.seen_at < now - IDLE or row.created_at < now - LONGEST:
        return None
    person = people.by_chat(db, address(row.chat_id))
    if person is None or person.id != row.person_id or person.locked:
        return None
    return Device(row.id, row.chat_id, person, row.seen_at < now - TOUCH)


def touch(db: Connection, session_id: int, now: datetime) -> None:
    """Note that a device is in use."""
    db.execute(update(WebSession).where(WebSession.id == session_id).values(seen_at=now))


def end(db: Connection, session_id: int, now: datetime) -> None:
    """Sign a device out."""
    db.execute(update(WebSession).where(WebSession.id == session_id, WebSession.ended_at.is_(None)).values(ended_at=now))


def end_all(db: Connection, chat_id: int, now: datetime, *, since: datetime | None = None) -> None:
    """Sign every device of a chat out, or those that came in since a moment."""
    theirs = [WebSession.chat_id == chat_id, WebSession.ended_at.is_(None)]
    if since is not None:
        theirs.append(WebSession.created_at >= since)
    db.execute(update(WebSession).where(*theirs).values(ended_at=now))


def count(db: Connection, chat_id: int) -> int:
    """How many devices are signed in."""
    return len(db.scalars(select(WebSession.id).where(WebSession.chat_id == chat_id, WebSession.ended_at.is_(None))).all())


def purge(db: Connection, before: datetime) -> int:
    """Forget sessions that were not seen since then."""
    return db.execute(delete(WebSession).where(WebSession.seen_at < before)).rowcount
