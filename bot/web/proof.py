"""Who opened a page of ours inside Telegram (a Mini App): `initData`, signed by Telegram with the bot's token.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

import orjson

FRESH = timedelta(minutes=10)  # a page is opened at once; who needs longer opens it again
AHEAD = timedelta(minutes=1)  # by which our clock may be behind Telegram's
LONGEST, MOST_FIELDS = 8_192, 40


@dataclass(frozen=True, slots=True)
class Opened:
    """Proof that a user of Telegram opened our page; user_id: whose private chat has the same number; hash: of this opening."""

    user_id: int
    hash: str


def opened(given: str, token: str, now: datetime) -> Opened | None:
    """Check `initData`.

    Args:
        given: as the page got it, a query string.
        token: the bot's.
        now: in UTC.

    Returns:
        None for every reason not to believe it: forged, for another bot, too old, or no user named.
    """
    fields = _fields(given)
    told = fields.pop("hash", "")
    signed = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    right = hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(right.encode(), told.encode()) or not _is_fresh(fields.get("auth_date", ""), now):
        return None
    user_id = _user(fields.get("user", ""))
    return Opened(user_id, told) if user_id is not None else None


def _fields(given: str) -> dict[str, str]:
    """The fields; none of a text that is too long, has too many, or names one twice."""
    if len(given) > LONGEST:
        return {}
    try:
        pairs = parse_qsl(given, keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}


def _is_fresh(auth_date: str, now: datetime) -> bool:
    if not (auth_date.isascii() and auth_date.isdigit() and len(auth_date) < 12):
        return False
    age = timedelta(seconds=now.timestamp() - int(auth_date))
    return -AHEAD <= age <= FRESH


def _user(told: str) -> int | None:
    try:
        user = orjson.loads(told)
    except orjson.JSONDecodeError:
        return None
    found = user.get("id") if isinstance(user, dict) else None
    return found if type(found) is int and found > 0 else None
