"""Codes of six digits for a new device of a known person: salted and hashed, ten minutes, once, few wrong guesses."""

import hashlib
import secrets
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage import audit
from storage.errors import BadCode
from storage.tables import LoginCode, Person

VALID_FOR = timedelta(minutes=10)
DIGITS = 6
MOST_MISSES = 10  # wrong guesses, by whomever, that an open code stands; so one guess in 100,000 is the most
WORK = {"n": 2**12, "r": 8, "p": 1}  # about 10 ms: a million codes cannot be tried within their ten minutes


def _hash(code: str, salt: str) -> str:
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=WORK["n"], r=WORK["r"], p=WORK["p"]).hex()


def make(db: Connection, person_id: int, now: datetime, *, by: int) -> str:
    """A fresh code; an older one of this person ends.

    Returns:
        Six digits, which are shown once and kept nowhere.
    """
    db.execute(delete(LoginCode).where(LoginCode.expires_at < now - timedelta(days=1)))
    revoke(db, person_id, now)
    code = _fresh(_open(db, now))
    salt = secrets.token_hex(16)
    values = {"person_id": person_id, "salt": salt, "code_hash": _hash(code, salt), "expires_at": now + VALID_FOR, "misses": 0}
    db.execute(insert(LoginCode).values(**values))
    audit.note(db, "login_code", f"person:{person_id}", now, by=by)
    return code


def _fresh(taken: list[Any]) -> str:
    """Six random digits that nobody else holds now."""
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        if not any(_fits(row, code) for row in taken):
            return code


def use(db: Connection, code: str, now: datetime) -> int:
    """Spend a code.

    Returns:
        The person that it is for.

    Raises:
        BadCode: wrong, used, expired, replaced, guessed at too often, or of one who left.
    """
    for row in _open(db, now):
        if _fits(row, code):
            _end(db, row.id, now)
            return int(row.person_id)
    raise BadCode


def missed(db: Connection, now: datetime) -> None:
    """Somebody guessed wrong: it counts against every code that is open."""
    live = (LoginCode.ended_at.is_(None), LoginCode.expires_at > now)
    db.execute(update(LoginCode).where(*live).values(misses=LoginCode.misses + 1))


def revoke(db: Connection, person_id: int, now: datetime) -> None:
    """Open codes of a person end."""
    db.execute(update(LoginCode).where(LoginCode.person_id == person_id, LoginCode.ended_at.is_(None)).values(ended_at=now))


def _open(db: Connection, now: datetime) -> list[Any]:
    query = (
        select(LoginCode.id, LoginCode.person_id, LoginCode.salt, LoginCode.code_hash)
        .join(Person, Person.id == LoginCode.person_id)
        .where(LoginCode.ended_at.is_(None), LoginCode.expires_at > now, LoginCode.misses < MOST_MISSES)
        .where(Person.left_on.is_(None), Person.locked_at.is_(None))
        .with_for_update(of=LoginCode)
    )
    return list(db.execute(query).all())


def _fits(row: Any, code: str) -> bool:
    return compare_digest(_hash(code, row.salt), row.code_hash)


def _end(db: Connection, row_id: int, now: datetime) -> None:
    db.execute(update(LoginCode).where(LoginCode.id == row_id).values(ended_at=now))
