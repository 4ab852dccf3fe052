"""The upload door: browsers that came in by a link or a code, and what they may still do.

Whatever a session allows is looked at again at each use: a chat that was unlinked, locked or linked anew since takes every
older session with it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage import audit
from storage.access import passes, web_chats
from storage.access.passes import Spent, hashed
from storage.office import people
from storage.office.people import Official
from storage.tables import UploadSession

SESSION_FOR = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may send files from a browser.

    Attributes:
        person: who, as the chat knows them.
        chat: where receipts go.
        assignment_id: the row that the link was asked for, if any.
        session_id: of the upload door; None for who came in another way.
    """

    person: Official
    chat: str
    assignment_id: int | None = None
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A pass that was spent.

    Attributes:
        cookie: the session's secret, shown once and kept nowhere.
    """

    session_id: int
    cookie: str
    person_id: int
    chat: str
    kind: str
    expires_at: datetime


def claim(db: Connection, kind: str, secret: str, now: datetime) -> Claimed | None:
    """Spend a link or a code of the upload page.

    Returns:
        The new session; None for every reason not to (`passes.spend`).
    """
    spent = passes.spend(db, kind, secret, now)
    if spent is None:
        return None
    web_chats.strike(db, spent.shown)
    return _enter(db, spent, now)


def _enter(db: Connection, spent: Spent, now: datetime) -> Claimed:
    cookie, until = secrets.token_urlsafe(32), now + SESSION_FOR
    values: dict[str, Any] = {"person_id": spent.person.id, "chat": spent.chat, "assignment_id": spent.assignment_id}
    times = {"created_at": now, "expires_at": until, "secret_hash": hashed(cookie)}
    made: int = db.scalars(insert(UploadSession).values(**values, **times).returning(UploadSession.id)).one()
    who = spent.person
    audit.note(db, "upload_open", f"upload_session:{made}", now, by=who.id, office=who.office_id, kind=spent.kind)
    return Claimed(made, cookie, who.id, spent.chat, spent.kind, until)


def visitor(db: Connection, cookie: str, now: datetime) -> Visitor | None:
    """Whose session a cookie is, as things stand now; None for a forged, ended or expired one."""
    alive = (UploadSession.ended_at.is_(None), UploadSession.expires_at > now)
    row = db.execute(select(UploadSession.__table__).where(UploadSession.secret_hash == hashed(cookie), *alive)).first()
    if row is None or not passes.is_held(db, row.person_id, row.chat, row.created_at):
        return None
    person = people.by_chat(db, row.chat)
    if person is None or person.id != row.person_id or person.locked:
        return None
    return Visitor(person, people.chat_of(db, person.id) or row.chat, row.assignment_id, row.id)


def ends_at(db: Connection, visitor: Visitor) -> datetime | None:
    """When the visitor's session of the upload door runs out; None for who came in another way."""
    query = select(UploadSession.expires_at).where(UploadSession.id == visitor.session_id)
    return db.scalar(query) if visitor.session_id is not None else None


def close(db: Connection, session_id: int | None, person: Official, now: datetime) -> bool:
    """End a session of this person's; returns whether there was one."""
    mine = (UploadSession.id == session_id, UploadSession.person_id == person.id, UploadSession.ended_at.is_(None))
    query = update(UploadSession).where(*mine).values(ended_at=now).returning(UploadSession.id)
    found = db.scalar(query) is not None
    if found:
        audit.note(db, "upload_close", f"upload_session:{session_id}", now, by=person.id, office=person.office_id)
    return found


def purge(db: Connection, before: datetime) -> None:
    """Forget sessions that ended long ago; the audit keeps that they were."""
    db.execute(delete(UploadSession).where(UploadSession.expires_at < before))
