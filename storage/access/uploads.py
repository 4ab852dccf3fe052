"""Files on their way from a browser: begun, continued from where they stopped, handed to the inbox with the last byte.

An upload is recognised by who sends it and by its name, size and time of last change, so that the same file chosen again goes
on where it stopped, and a repeated request never makes a second one.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from storage.access.doors import Visitor
from storage.messages import inbox
from storage.messages.inbox import Raw
from storage.statements import insert
from storage.tables import Fetch, Inbox, Outbox, Upload
from storage.tables.doors import OPEN

CHANNEL = "upload"
TABLE = "table-"
"""How the batch of a file begins that is sent as an assignment table and as nothing else."""

MOST_OPEN = 40  # files of one person under way
FORGET_OPEN = timedelta(hours=48)  # since the last piece
FORGET = timedelta(days=7)  # rows of files that are settled


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file as the browser announces it.

    Attributes:
        name: fit to be shown.
        last_modified: milliseconds since 1970, as the browser tells.
        batch: what was sent together has one receipt.
    """

    name: str
    size: int
    mime: str | None
    last_modified: int
    batch: str
    caption: str = ""
    reply_to: str | None = None
    assignment_id: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """An upload as it stands."""

    id: int
    key: str
    person_id: int
    chat: str
    batch: str
    name: str
    size: int
    mime: str | None
    last_modified: int
    caption: str
    reply_to: str | None
    assignment_id: int | None
    received: int
    state: str


class TooMany(Exception):
    """This person has too much under way: `files` or `bytes`."""


_PART = tuple(getattr(Upload, name) for name in Part.__slots__)


def begin(db: Connection, visitor: Visitor, wanted: Wanted, now: datetime, *, most_bytes: int) -> Part:
    """A new upload, or the one that this file has already.

    Args:
        db: open connection.
        visitor: who sends.
        wanted: what the browser announced.
        now: when.
        most_bytes: of this person's files that are not evidence yet.

    Raises:
        TooMany: the person must finish or drop something first.
    """
    same = (
        Upload.person_id == visitor.person.id,
        Upload.name == wanted.name,
        Upload.size == wanted.size,
        Upload.last_modified == wanted.last_modified,
    )
    if (known := _open(db, same, wanted, visitor.chat, now) or _arrived(db, same, wanted)) is not None:
        return known
    _within_quota(db, visitor.person.id, wanted.size, most_bytes)
    values = {name: getattr(wanted, name) for name in Wanted.__slots__} | {"key": secrets.token_hex(16), "state": "open"}
    values |= {"person_id": visitor.person.id, "chat": visitor.chat, "received": 0, "created_at": now, "touched_at": now}
    fingerprint = ["person_id", "name", "size", "last_modified"]
    db.execute(insert(Upload).values(**values).on_conflict_do_nothing(index_elements=fingerprint, index_where=OPEN))
    return Part(*db.execute(select(*_PART).where(*same, Upload.state == "open")).one())


def _open(db: Connection, same: Sequence[Any], wanted: Wanted, chat: str, now: datetime) -> Part | None:
    """The same file under way: it goes on, for what it is wanted for now."""
    latest: dict[str, Any] = {"batch": wanted.batch, "caption": wanted.caption, "reply_to": wanted.reply_to}
    latest |= {"assignment_id": wanted.assignment_id, "chat": chat, "touched_at": now}
    row = db.execute(update(Upload).where(*same, Upload.state == "open").values(**latest).returning(*_PART)).first()
    return Part(*row) if row else None


def _arrived(db: Connection, same: Sequence[Any], wanted: Wanted) -> Part | None:
    """The same file for the same row, whole already; not if it was refused or taken back since, then it may be sent again.

    Where no row was named it is the same only within one batch: a table may be sent twice to be read twice.
    """
    query = select(*_PART).where(
        *same,
        Upload.state.in_(("whole", "settled")),
        Upload.caption == wanted.caption,
        or_(Upload.batch == wanted.batch, Upload.assignment_id.is_not(None)),
        Upload.assignment_id.is_not_distinct_from(wanted.assignment_id),
    )
    row = db.execute(query.order_by(Upload.id.desc()).limit(1)).first()
    if row is None:
        return None
    part = Part(*row)
    return part if came_of(db, part).state in {"waiting", "stored"} else None


def _within_quota(db: Connection, person_id: int, size: int, most_bytes: int) -> None:
    held = select(func.count(), func.coalesce(func.sum(Upload.size), 0)).where(
        Upload.person_id == person_id, Upload.state.in_(("open", "whole"))
    )
    files, total = db.execute(held).one()
    if files >= MOST_OPEN:
        raise TooMany("files")
    if total + size > most_bytes:
        raise TooMany("bytes")


def get(db: Connection, key: str, person_id: int) -> Part | None:
    """An upload by its address, for who sends it and nobody else."""
    row = db.execute(select(*_PART).where(Upload.key == key, Upload.person_id == person_id)).first()
    return Part(*row) if row else None


def under_way(db: Connection, person_id: int) -> list[Part]:
    """What a person has not sent to the end, the oldest first."""
    query = select(*_PART).where(Upload.person_id == person_id, Upload.state == "open").order_by(Upload.id)
    return [Part(*row) for row in db.execute(query)]


def advance(db: Connection, part: Part, upto: int, now: datetime) -> bool:
    """Acknowledge bytes that are safe on disk; with the last one the file is in the inbox, in this very transaction.

    Returns:
        Whether it was this call that moved it on; False when somebody else did meanwhile.
    """
    where = (Upload.id == part.id, Upload.state == "open", Upload.received == part.received)
    state = "whole" if upto == part.size else "open"
    moved = db.scalar(update(Upload).where(*where).values(received=upto, state=state, touched_at=now).returning(Upload.id))
    if moved is not None and state == "whole":
        inbox.put(db, CHANNEL, [Raw(part.key, part.chat, _raw(part))], now)
    return moved is not None


def _raw(part: Part) -> dict[str, Any]:
    names = ("key", "chat", "batch", "name", "size", "mime", "caption", "reply_to", "assignment_id")
    return {name: getattr(part, name) for name in names}


def rewind(db: Connection, part: Part, size: int) -> None:
    """Fewer bytes lie on disk than were acknowledged (a restored copy): go on from there."""
    where = (Upload.id == part.id, Upload.state == "open", Upload.received > size)
    db.execute(update(Upload).where(*where).values(received=size))


def drop(db: Connection, part: Part, now: datetime) -> bool:
    """The person sends it no further; returns whether it was still under way."""
    where = (Upload.id == part.id, Upload.state == "open")
    return db.scalar(update(Upload).where(*where).values(state="dropped", touched_at=now).returning(Upload.id)) is not None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a whole upload.

    Attributes:
        state: waiting | stored | failed | withdrawn | answered | quarantined.
        error: why not, as the fetcher has it.
        answers: what the chat said, where no file was kept at all.
        chat, batch: how its receipt is found.
        purpose: evidence, or sheet: an assignment table.
    """

    state: str
    error: str | None = None
    answers: tuple[str, ...] = ()
    chat: str = ""
    batch: str = ""
    purpose: str = "evidence"


def came_of(db: Connection, part: Part) -> Outcome:
    """Follow a whole upload through the inbox and the fetcher."""
    update_row = db.execute(select(Inbox.id, Inbox.state).where(Inbox.channel == CHANNEL, Inbox.update_id == part.key)).first()
    if update_row is None or update_row.state == "new":
        return Outcome("waiting")
    if update_row.state == "quarantined":
        return Outcome("quarantined")
    told = select(Fetch.state, Fetch.error, Fetch.chat, Fetch.batch, Fetch.purpose)
    fetch = db.execute(told.where(Fetch.inbox_id == update_row.id)).first()
    if fetch is not None:
        return Outcome(fetch.state, fetch.error, (), fetch.chat, fetch.batch, fetch.purpose)
    said = select(Outbox.payload).where(Outbox.key.startswith(f"in:{update_row.id}:", autoescape=True)).order_by(Outbox.id)
    return Outcome("answered", None, tuple(payload["text"] for payload in db.scalars(said) if "text" in payload))


def finished(db: Connection) -> list[Part]:
    """Whole uploads whose bytes are needed no more: safe as evidence, refused, or taken back."""
    rows = [Part(*row) for row in db.execute(select(*_PART).where(Upload.state == "whole").order_by(Upload.id))]
    return [part for part in rows if came_of(db, part).state not in {"waiting", "quarantined"}]


def settle(db: Connection, ids: Sequence[int], now: datetime) -> None:
    db.execute(update(Upload).where(Upload.id.in_(ids), Upload.state == "whole").values(state="settled", touched_at=now))


def expire(db: Connection, now: datetime) -> int:
    """Give up what got no piece for two days, and forget rows that have served; returns how many were given up."""
    stale = (Upload.state == "open", Upload.touched_at < now - FORGET_OPEN)
    given_up = db.execute(update(Upload).where(*stale).values(state="dropped", touched_at=now)).rowcount
    forgotten = (Upload.state == "whole", Upload.touched_at < now - FORGET)  # quarantined, and nobody came back to it
    db.execute(update(Upload).where(*forgotten).values(state="settled"))
    db.execute(delete(Upload).where(Upload.state.in_(("settled", "dropped")), Upload.touched_at < now - FORGET))
    return given_up


def wanted_keys(db: Connection) -> set[str]:
    """The uploads whose bytes must stay."""
    return set(db.scalars(select(Upload.key).where(Upload.state.in_(("open", "whole")))))
