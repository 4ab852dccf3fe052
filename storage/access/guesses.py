"""Wrong codes, counted so that guessing gets nowhere: by chat, by browser, by network address, and six digits of everybody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from storage.tables import Attempt

MOST, WINDOW = 5, timedelta(hours=1)  # of one chat or one browser
FROM_ONE_ADDRESS = 30  # within the same hour: an office has one address, so this is more than what one browser may
DIGITS_IN_ALL, DIGITS_WITHIN = 30, timedelta(minutes=10)  # six digits, of everybody: a million codes, one or two of them open
DIGITS = "web:digits"
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Guesser:
    """Somebody who types a code in a browser, by the keys under which wrong ones are counted."""

    browser: str
    address: str


def is_throttled(db: Connection, key: str, now: datetime, most: int = MOST, within: timedelta = WINDOW) -> bool:
    """Whether too many wrong codes were counted under a key lately; a chat is its own key."""
    query = select(func.count()).select_from(Attempt).where(Attempt.chat == key, Attempt.at > now - within)
    return (db.scalar(query) or 0) >= most


def wrong(db: Connection, key: str, now: datetime) -> None:
    """Count a wrong code."""
    db.execute(delete(Attempt).where(Attempt.at < now - KEPT))
    db.execute(insert(Attempt).values(chat=key, at=now))


def is_besieged(db: Connection, now: datetime) -> bool:
    """Whether so many wrong digits came from everywhere that none are taken for a while; links and invite codes still are."""
    return is_throttled(db, DIGITS, now, DIGITS_IN_ALL, DIGITS_WITHIN)


def must_wait(db: Connection, who: Guesser, now: datetime, *, digits: bool) -> bool:
    """Whether a browser's code is not even looked at, right or wrong."""
    by_place = is_throttled(db, who.browser, now) or is_throttled(db, who.address, now, FROM_ONE_ADDRESS)
    return by_place or (digits and is_besieged(db, now))


def missed(db: Connection, who: Guesser, now: datetime, *, digits: bool) -> None:
    """Count a browser's wrong code."""
    for key in (who.browser, who.address, *([DIGITS] if digits else [])):
        wrong(db, key, now)
