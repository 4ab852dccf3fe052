"""Links and codes of six digits that let a browser in: random, only hashes kept, single use, short.

One system for the upload page and the chat page. A pass is made in the turn that asks for it, its secret only at the moment of
sending (`mint`), so that nothing that waits holds one. A pass stands as long as the chat in which it was asked for is that
person's: what unlinks, locks or passes on a chat ends the passes that came from it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from storage import audit
from storage.office import people
from storage.office.people import Official
from storage.tables import Address, Pass, Person

LINK, CODE, LOGIN, FILE, PAGE = "link", "code", "login", "file", "page"
# a link and a code open the upload page, a login the chat page, a page the dashboard; a file is handed over
NOTED = {
    LINK: "upload_link",
    CODE: "upload_code",
    LOGIN: "login_code",
    FILE: "file_link",
    PAGE: "page_link",
}  # how the history names them
LIVES = {
    LINK: timedelta(hours=2),
    CODE: timedelta(minutes=10),
    LOGIN: timedelta(minutes=10),
    FILE: timedelta(hours=2),
    PAGE: timedelta(minutes=10),
}
TYPED, CLICKED = (CODE, LOGIN), (LINK, FILE, PAGE)
DIGITS = 6
MOST_MISSES = 10  # wrong guesses, by whomever, that an open code stands; so one guess in 100,000 is the most
SALTED_FOR = timedelta(minutes=5)
WORK = {"n": 2**12, "r": 8, "p": 1}  # about 10 ms: a million codes cannot be tried while one is open


@dataclass(frozen=True, slots=True)
class Minted:
    """A pass's secret as it is shown, and until when it serves."""

    shown: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Spent:
    """A pass that has just been used.

    Attributes:
        person: whom it lets in.
        chat: where it was asked for.
        assignment_id: the row that it is for, if any.
        shown: the secret as the chat shows it.
        id: of the pass.
    """

    kind: str
    person: Official
    chat: str
    assignment_id: int | None
    shown: str
    id: int


def tidy(code: str) -> str:
    """A code as people type it: with spaces, dots or dashes."""
    return "".join(ch for ch in code if ch.isascii() and ch.isalnum())


def is_code(tidied: str) -> bool:
    return len(tidied) == DIGITS and tidied.isdigit()


def spaced(secret: str) -> str:
    """A code in two groups, as it is read off one screen and typed at another; a link's secret as it is."""
    return f"{secret[:3]} {secret[3:]}" if len(secret) == DIGITS else secret


def make(
    db: Connection,
    person: Official,
    kind: str,
    now: datetime,
    *,
    by: int,
    chat: str,
    assignment_id: int | None = None,
) -> int:
    """A pass whose secret does not exist yet; the person's older ones of the same kind are revoked.

    Args:
        db: open connection.
        person: whom it lets in.
        kind: one of `LIVES`.
        now: when.
        by: who asks, and alone gets the secret.
        chat: where it is asked for.
        assignment_id: the row that the files are for; None: the person chooses.
    """
    if kind != FILE:
        revoke(db, person.id, now, kind)
    values: dict[str, Any] = {
        "person_id": person.id,
        "by_id": by,
        "chat": chat,
        "kind": kind,
        "assignment_id": assignment_id,
    }
    times = {"created_at": now, "expires_at": now + LIVES[kind]}
    made: int = db.scalars(insert(Pass).values(**values, **times, misses=0).returning(Pass.id)).one()
    audit.note(db, NOTED[kind], f"person:{person.id}", now, by=by, office=person.office_id)
    return made


def mint(db: Connection, pass_id: int, by: int | None, now: datetime) -> Minted | None:
    """Give a pass its secret, at the moment of sending; a message that is sent again carries a new one.

    Returns:
        None when the pass was used, revoked or ran out meanwhile, or was asked for by somebody else.
    """
    query = select(Pass.kind, Pass.expires_at).where(Pass.id == pass_id, Pass.by_id == by, *_alive(now))
    row = db.execute(query.with_for_update()).first()
    if row is None:
        return None
    db.execute(update(Pass).where(Pass.expires_at <= now, Pass.secret_hash.is_not(None)).values(secret_hash=None))
    if row.kind in CLICKED:
        secret, salt = secrets.token_urlsafe(32), None
        kept = hashed(secret)
    else:
        salt = _salt(db, now)
        secret, kept = _free_code(db, salt, now)
    db.execute(update(Pass).where(Pass.id == pass_id).values(secret_hash=kept, salt=salt))
    return Minted(spaced(secret), row.expires_at)


def _alive(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Pass.used_at.is_(None), Pass.revoked_at.is_(None), Pass.expires_at > now


def hashed(secret: str) -> str:
    """What is kept of a secret that nobody could guess: its hash alone."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _code_hash(code: str, salt: str) -> str:
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), **WORK).hex()


def _salt(db: Connection, now: datetime) -> str:
    """The codes of a few minutes share their salt: looking one up costs the same however many are open."""
    salts = select(Pass.salt).where(Pass.salt.is_not(None)).group_by(Pass.salt)
    return db.scalar(salts.having(func.min(Pass.created_at) > now - SALTED_FOR).limit(1)) or secrets.token_hex(16)


def _open_hashes(db: Connection, code: str, now: datetime) -> list[str]:
    """What a code would be kept as, under each salt that an open code has."""
    salts = db.scalars(select(Pass.salt).where(Pass.salt.is_not(None), *_alive(now)).distinct())
    return [_code_hash(code, salt) for salt in salts if salt is not None]


def _free_code(db: Connection, salt: str, now: datetime) -> tuple[str, str]:
    """Six digits that nobody else holds just now, and their hash."""
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        kept = _code_hash(code, salt)
        if db.scalar(select(Pass.id).where(Pass.secret_hash.in_([kept, *_open_hashes(db, code, now)]))) is None:
            return code, kept


def spend(db: Connection, kind: str, secret: str, now: datetime) -> Spent | None:
    """Use a pass up.

    Args:
        db: open connection.
        kind: a pass of another kind is none.
        secret: as it was given; a code tidied.
        now: when.

    Returns:
        None for a wrong, used, expired, revoked or often guessed one, and for one whose chat or person is no longer: all alike.
        A wrong code counts against every code that is open.
    """
    kept = [hashed(secret)] if kind in CLICKED else _open_hashes(db, secret, now)
    fits = (Pass.secret_hash.in_(kept), Pass.kind == kind, Pass.misses < MOST_MISSES, *_alive(now))
    query = update(Pass).where(*fits).values(used_at=now, secret_hash=None)
    row = db.execute(query.returning(Pass.person_id, Pass.by_id, Pass.chat, Pass.assignment_id, Pass.created_at, Pass.id)).first()
    if row is None or not _stands(db, row):
        if kind in TYPED:
            db.execute(update(Pass).where(Pass.kind.in_(TYPED), *_alive(now)).values(misses=Pass.misses + 1))
        return None
    return Spent(kind, people.by_id(db, row.person_id), row.chat, row.assignment_id, spaced(secret), row.id)


def _stands(db: Connection, row: Any) -> bool:
    """Whether who asked still has that chat, and whom it lets in still works here with no lock."""
    here = select(Person.id).where(Person.id == row.person_id, Person.left_on.is_(None), Person.locked_at.is_(None))
    return db.scalar(here) is not None and is_held(db, row.by_id, row.chat, row.created_at)


def is_held(db: Connection, person_id: int, chat: str, since: datetime) -> bool:
    """Whether a chat has been this person's without a break."""
    held = (Address.person_id == person_id, Address.chat == chat, Address.unlinked_at.is_(None), Address.linked_at <= since)
    return db.scalar(select(Address.id).where(*held)) is not None


def revoke(db: Connection, person_id: int, now: datetime, *kinds: str) -> None:
    """Open passes of a person end: those of the kinds named, else all."""
    theirs = (Pass.person_id == person_id, Pass.kind.in_(kinds or LIVES), Pass.used_at.is_(None), Pass.revoked_at.is_(None))
    db.execute(update(Pass).where(*theirs).values(revoked_at=now, secret_hash=None))


def purge(db: Connection, before: datetime) -> None:
    """Forget passes that ended long ago; the audit keeps that they were."""
    db.execute(delete(Pass).where(Pass.expires_at < before))
