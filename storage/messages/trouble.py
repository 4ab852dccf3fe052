"""What went wrong for the people of an office, without a word of what they wrote."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, update

from storage.messages import outbox
from storage.tables import Address, Assignment, Criterion, Inbox, Outbox, Person

PATIENCE = timedelta(minutes=30)
_CODE = re.compile(r"\b[0-9A-F]{4}\b")


@dataclass(frozen=True, slots=True)
class Stuck:
    """An update that could not be worked on: who sent it and when, never what it said."""

    id: int
    person: str
    received_at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that was given up: to whom, which rows it spoke of, since when."""

    id: int
    person: str
    lane: int
    codes: tuple[str, ...]
    at: datetime


def stuck(db: Connection, office_id: int) -> list[Stuck]:
    """Quarantined updates of the office's chats, the newest first."""
    query = (
        select(Inbox.id, func.max(Person.full_name), Inbox.received_at, Inbox.error)
        .join(Address, Address.chat == Inbox.chat)
        .join(Person, Person.id == Address.person_id)
        .where(Inbox.state == "quarantined", Person.office_id == office_id, Address.unlinked_at.is_(None))
        .group_by(Inbox.id, Inbox.received_at, Inbox.error)
        .order_by(Inbox.id.desc())
    )
    return [Stuck(row[0], row[1], row[2], _code(row[3], row[0])) for row in db.execute(query)]


def _code(error: str | None, row_id: int) -> str:
    """The four characters that the person was told; the row's number where there are none. The error itself may quote."""
    found = _CODE.match(error or "")
    return found[0] if found else f"#{row_id}"


def undelivered(db: Connection, office_id: int) -> list[Undelivered]:
    """Messages to people of the office that were given up and not dealt with yet, the newest first."""
    query = (
        select(Outbox.id, Person.full_name, Outbox.lane, Outbox.about, Outbox.created_at)
        .join(Person, Person.id == Outbox.person_id)
        .where(Outbox.state == "dead", Person.office_id == office_id)
        .order_by(Outbox.id.desc())
    )
    rows = db.execute(query).all()
    names = _codes(db, {one for row in rows for one in row.about})
    return [Undelivered(row[0], row[1], row[2], tuple(names[one] for one in row[3] if names.get(one)), row[4]) for row in rows]


def not_received(db: Connection, office_id: int, now: datetime) -> set[int]:
    """People for whom reminders or notices have been waiting for half an hour: a channel is away, or its quota is used up."""
    stuck_since = and_(Outbox.created_at < now - PATIENCE, Outbox.not_before <= now + PATIENCE)
    query = (
        select(Outbox.person_id)
        .join(Person, Person.id == Outbox.person_id)
        .where(Outbox.state == "pending", Outbox.lane > outbox.ANSWER, Person.office_id == office_id)
        .where(or_(stuck_since, Outbox.note == outbox.QUOTA))
    )
    return {one for one in db.scalars(query) if one is not None}


def _codes(db: Connection, ids: set[int]) -> dict[int, str]:
    query = select(Assignment.id, Criterion.code).join(Criterion, Criterion.id == Assignment.criterion_id)
    return {row.id: row.code or "" for row in db.execute(query.where(Assignment.id.in_(ids)))}


def close_messages(db: Connection, office_id: int, up_to: int) -> int:
    """The coordinator has dealt with these: they are no longer shown.

    Returns:
        How many.
    """
    theirs: Any = select(Person.id).where(Person.office_id == office_id)
    query = (
        update(Outbox)
        .where(Outbox.state == "dead", Outbox.id <= up_to, Outbox.person_id.in_(theirs))
        .values(state="cancelled", note=func.coalesce(Outbox.note, "") + "; dealt with")
    )
    return len(db.scalars(query.returning(Outbox.id)).all())


def close_updates(db: Connection, office_id: int, up_to: int, now: datetime) -> int:
    """As `close_messages`, for quarantined updates; the error stays with the row."""
    theirs = (
        select(Address.chat)
        .join(Person, Person.id == Address.person_id)
        .where(Person.office_id == office_id, Address.unlinked_at.is_(None))
    )
    query = (
        update(Inbox)
        .where(Inbox.state == "quarantined", Inbox.id <= up_to, Inbox.chat.in_(theirs))
        .values(state="done", done_at=now)
    )
    return len(db.scalars(query.returning(Inbox.id)).all())
