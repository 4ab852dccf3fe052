"""The upload door's links, codes and sessions: random, only hashes kept, single use, short.

A pass is made in the turn that asks for it, but its secret only at the moment of sending (`mint`), so that the outbox never
holds one. Whatever a pass or a session allows is looked at again at each use: a chat that was unlinked, locked or linked anew
since takes every older pass and session with it.
"""

import hashlib
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage import audit, people
from storage.people import Official
from storage.tables import Address, Attempt, UploadPass, UploadSession

LIVES = {"link": timedelta(hours=2), "code": timedelta(minutes=10)}
SESSION_FOR = timedelta(hours=4)
DIGITS = 6
WINDOW = timedelta(minutes=10)
MAX_WRONG = 5  # from one address within the window
MAX_WRONG_ALL = 30  # from everywhere: a million codes, one or two of them alive at a time
GUESSES = "door:"


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


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def tidy(code: str) -> str:
    """A code as people type it: with spaces, dots or dashes."""
    return "".join(ch for ch in code if ch.isascii() and ch.isalnum())


def spaced(secret: str) -> str:
    """A code in two groups, as it is read off one screen and typed at another; a link's secret as it is."""
    return f"{secret[:3]} {secret[3:]}" if len(secret) == DIGITS else secret


def make(db: Connection, person: Official, chat: str, kind: str, assignment_id: int | None, now: datetime) -> int:
    """A pass whose secret does not exist yet; the person's older ones of the same kind are revoked.

    Args:
        db: open connection.
        person: whom it lets in.
        chat: where it was asked for.
        kind: `link` or `code`.
        assignment_id: the row that the files are for; None: the person chooses.
        now: when.
    """
    older = (UploadPass.person_id == person.id, UploadPass.kind == kind, UploadPass.used_at.is_(None))
    db.execute(update(UploadPass).where(*older, UploadPass.revoked_at.is_(None)).values(revoked_at=now, secret_hash=None))
    values: dict[str, Any] = {"person_id": person.id, "chat": chat, "kind": kind, "assignment_id": assignment_id}
    times = {"created_at": now, "expires_at": now + LIVES[kind]}
    made: int = db.scalars(insert(UploadPass).values(**values, **times).returning(UploadPass.id)).one()
    audit.note(db, f"upload_{kind}", f"upload_pass:{made}", now, by=person.id, office=person.office_id)
    return made


def mint(db: Connection, pass_id: int, now: datetime) -> str | None:
    """Give a pass its secret, at the moment of sending; a message that is sent again carries a new one.

    Returns:
        The secret; None when the pass was used, revoked or ran out meanwhile.
    """
    db.execute(
        update(UploadPass).where(UploadPass.expires_at <= now, UploadPass.secret_hash.is_not(None)).values(secret_hash=None)
    )
    alive = (UploadPass.used_at.is_(None), UploadPass.revoked_at.is_(None), UploadPass.expires_at > now)
    kind = db.scalar(select(UploadPass.kind).where(UploadPass.id == pass_id, *alive).with_for_update())
    if kind is None:
        return None
    secret = secrets.token_urlsafe(32) if kind == "link" else _free_code(db)
    db.execute(update(UploadPass).where(UploadPass.id == pass_id).values(secret_hash=_hash(secret)))
    return secret


def _free_code(db: Connection) -> str:
    """Six digits that nobody else holds just now."""
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if db.scalar(select(UploadPass.id).where(UploadPass.secret_hash == _hash(code))) is None:
            return code


def claim(db: Connection, kind: str, secret: str, address: str, now: datetime) -> Claimed | None:
    """Spend a pass; a wrong code is counted in the same transaction.

    Args:
        db: open connection.
        kind: `link` or `code`; a link is never taken for a code.
        secret: as it was given.
        address: of the browser, to slow down guessing.
        now: when.

    Returns:
        The new session; None for a wrong, used, expired or revoked pass, of one who left, or too many guesses: all the same.
    """
    if kind == "code" and is_throttled(db, address, now):
        return None
    query = (
        update(UploadPass)
        .where(
            UploadPass.secret_hash == _hash(secret),
            UploadPass.kind == kind,
            UploadPass.used_at.is_(None),
            UploadPass.revoked_at.is_(None),
            UploadPass.expires_at > now,
        )
        .values(used_at=now, secret_hash=None)
        .returning(UploadPass.person_id, UploadPass.chat, UploadPass.assignment_id, UploadPass.created_at)
    )
    row = db.execute(query).first()
    if row is None or (person := _linked(db, row.person_id, row.chat, row.created_at)) is None:
        _wrong(db, kind, address, now)
        return None
    return _enter(db, person, row.chat, row.assignment_id, kind, now)


def _enter(db: Connection, person: Official, chat: str, assignment_id: int | None, kind: str, now: datetime) -> Claimed:
    cookie, until = secrets.token_urlsafe(32), now + SESSION_FOR
    values: dict[str, Any] = {"person_id": person.id, "chat": chat, "assignment_id": assignment_id}
    times = {"created_at": now, "expires_at": until, "secret_hash": _hash(cookie)}
    made: int = db.scalars(insert(UploadSession).values(**values, **times).returning(UploadSession.id)).one()
    audit.note(db, "upload_open", f"upload_session:{made}", now, by=person.id, office=person.office_id, kind=kind)
    return Claimed(made, cookie, person.id, chat, kind, until)


def _linked(db: Connection, person_id: int, chat: str, since: datetime) -> Official | None:
    """The person, if this chat has been theirs without a break and no lock stands."""
    held = (Address.person_id == person_id, Address.chat == chat, Address.unlinked_at.is_(None), Address.linked_at <= since)
    if db.scalar(select(Address.id).where(*held)) is None:
        return None
    person = people.by_chat(db, chat)
    return person if person is not None and person.id == person_id and not person.locked else None


def _wrong(db: Connection, kind: str, address: str, now: datetime) -> None:
    if kind == "code":
        db.execute(delete(Attempt).where(Attempt.at < now - timedelta(days=1)))
        db.execute(insert(Attempt).values(chat=GUESSES + neighbourhood(address), at=now))


def neighbourhood(address: str) -> str:
    """What counts as one guesser: an IPv4 address, or the /64 that one connection has of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network(f"{found}/64", strict=False).network_address)


def is_throttled(db: Connection, address: str, now: datetime) -> bool:
    """Whether too many wrong codes came lately from this address, or from everywhere."""
    recent = Attempt.at > now - WINDOW
    mine = select(func.count()).select_from(Attempt).where(Attempt.chat == GUESSES + neighbourhood(address), recent)
    return (db.scalar(mine) or 0) >= MAX_WRONG or is_besieged(db, now)


def is_besieged(db: Connection, now: datetime) -> bool:
    """Whether so many wrong codes came from everywhere that no code is taken for a while; links still are."""
    query = select(func.count()).select_from(Attempt).where(Attempt.chat.startswith(GUESSES), Attempt.at > now - WINDOW)
    return (db.scalar(query) or 0) >= MAX_WRONG_ALL


def visitor(db: Connection, cookie: str, now: datetime) -> Visitor | None:
    """Whose session a cookie is, as things stand now; None for a forged, ended or expired one."""
    alive = (UploadSession.ended_at.is_(None), UploadSession.expires_at > now)
    row = db.execute(select(UploadSession.__table__).where(UploadSession.secret_hash == _hash(cookie), *alive)).first()
    if row is None or (person := _linked(db, row.person_id, row.chat, row.created_at)) is None:
        return None
    return Visitor(person, people.chat_of(db, person.id) or row.chat, row.assignment_id, row.id)


def ends_at(db: Connection, visitor: Visitor) -> datetime | None:
    """When the visitor's session of the upload door runs out; None for who came in another way."""
    query = select(UploadSession.expires_at).where(UploadSession.id == visitor.session_id)
    return db.scalar(query) if visitor.session_id is not None else None


def close(db: Connection, session_id: object, person: Official, now: datetime) -> bool:
    """End a session of this person's; returns whether there was one."""
    mine = (UploadSession.id == session_id, UploadSession.person_id == person.id, UploadSession.ended_at.is_(None))
    query = update(UploadSession).where(*mine).values(ended_at=now).returning(UploadSession.id)
    found = isinstance(session_id, int) and db.scalar(query) is not None
    if found:
        audit.note(db, "upload_close", f"upload_session:{session_id}", now, by=person.id, office=person.office_id)
    return found


def purge(db: Connection, before: datetime) -> None:
    """Forget passes and sessions that ended long ago; the audit keeps that they were."""
    db.execute(delete(UploadPass).where(UploadPass.expires_at < before))
    db.execute(delete(UploadSession).where(UploadSession.expires_at < before))
