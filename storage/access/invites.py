"""One-time codes: random, only their hash kept, 14 days, one person. All refusals sound the same."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, insert, select, update

from storage import audit
from storage.access import guesses, web_chats
from storage.access.passes import hashed
from storage.errors import BadCode
from storage.tables import ChannelState, Invite, Person

VALID_FOR = timedelta(days=14)
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O 1 I L: codes are read off paper
LENGTH = 26  # 31^26 > 2^128


def tidy(code: str) -> str:
    """A code as people type it: any case, with spaces or dashes."""
    return "".join(ch for ch in code.upper() if ch.isalnum())


def make(db: Connection, person_id: int, now: datetime, *, by: int | None = None) -> str:
    """A fresh code for a person; the older ones are revoked.

    Returns:
        The code, which is shown once and kept nowhere.
    """
    open_ones = (Invite.person_id == person_id, Invite.used_at.is_(None), Invite.revoked_at.is_(None))
    db.execute(update(Invite).where(*open_ones).values(revoked_at=now))
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    values = {"person_id": person_id, "code_hash": hashed(tidy(code)), "created_at": now, "expires_at": now + VALID_FOR}
    db.execute(insert(Invite).values(**values))
    audit.note(db, "invite", f"person:{person_id}", now, by=by)
    return code


def bot_name(db: Connection) -> str | None:
    """The name that the bot has on Telegram, as last heard from there: links need it."""
    return db.scalar(select(ChannelState.bot_name).where(ChannelState.channel == "telegram"))


def link(code: str, name: str | None) -> str | None:
    """The address that opens the bot with the code already in it; None while the bot's name is not known."""
    return f"https://t.me/{name}?start={code}" if name else None


def web_link(code: str, web: str | None) -> str | None:
    """The address that opens the web room with the code in the part that a browser never sends; None without a web room."""
    return f"{web}/join#{code}" if web else None


def revoke(db: Connection, person_id: int, now: datetime) -> None:
    open_ones = (Invite.person_id == person_id, Invite.used_at.is_(None), Invite.revoked_at.is_(None))
    db.execute(update(Invite).where(*open_ones).values(revoked_at=now))


def whose(db: Connection, code: str, now: datetime) -> int | None:
    """The person that a code would let in now; it is not spent."""
    return db.scalar(select(Invite.person_id).where(*_usable(code, now)))


def _usable(code: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Invite.code_hash == hashed(tidy(code)),
        Invite.used_at.is_(None),
        Invite.revoked_at.is_(None),
        Invite.expires_at > now,
        Invite.person_id.in_(select(Person.id).where(Person.left_on.is_(None))),
    )


def use(db: Connection, code: str, chat: str, now: datetime) -> int:
    """Spend a code.

    Returns:
        The person that it is for.

    Raises:
        BadCode: wrong, used, expired, revoked, of one who left, or the chat has guessed too often: one answer for all.
    """
    if guesses.is_throttled(db, chat, now):
        raise BadCode
    person_id: int | None = db.scalar(update(Invite).where(*_usable(code, now)).values(used_at=now).returning(Invite.person_id))
    if person_id is None:
        raise BadCode
    web_chats.strike(db, tidy(code))
    return person_id
