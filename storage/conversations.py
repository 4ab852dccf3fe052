"""What each chat was last offered and what is awaited from it; a row, so that it survives a restart."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.statements import insert
from storage.tables import Conversation

AWAIT_FOR = timedelta(hours=12)


MOST_SAID = 8
"""How many open questions about what was said stay answerable in one chat."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a person that wait for a row: the update they came with, the text, the day on which it was written."""

    key: int
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Talk:
    """The state of one chat.

    Attributes:
        offered: `(label, route)` pairs of the last message, for typed numbers and labels.
        awaiting: route that the next free text, figure or file goes to, or None.
        about: the assignment just spoken of, or None.
        updated_at: when the chat was last answered.
        said: words that wait for their row, the newest last.
    """

    offered: tuple[tuple[str, str], ...] = ()
    awaiting: str | None = None
    about: int | None = None
    updated_at: datetime | None = None
    said: tuple[Said, ...] = ()

    def keeping(self, said: Said) -> "Talk":
        """The same with some words more."""
        kept = [one for one in self.said if one.key != said.key]
        return replace(self, said=(*kept, said)[-MOST_SAID:])


_GET = select(
    Conversation.offered,
    Conversation.awaiting,
    Conversation.awaiting_until,
    Conversation.about,
    Conversation.said,
    Conversation.updated_at,
).where(Conversation.chat == bindparam("chat"))
_new = insert(Conversation)
_PUT = _new.on_conflict_do_update(
    index_elements=["chat"],
    set_={
        name: getattr(_new.excluded, name) for name in ("offered", "awaiting", "awaiting_until", "about", "said", "updated_at")
    },
)


def get(db: Connection, chat: str, now: datetime) -> Talk:
    row = db.execute(_GET, {"chat": chat}).first()
    if row is None:
        return Talk()
    alive = row.awaiting_until is not None and row.awaiting_until > now
    offered = tuple((label, route) for label, route in row.offered)
    said = tuple(Said(key, words, date.fromisoformat(on)) for key, words, on in row.said or ())
    return Talk(offered, row.awaiting if alive else None, row.about, row.updated_at, said)


def put(db: Connection, chat: str, talk: Talk, now: datetime) -> None:
    values: dict[str, Any] = {
        "chat": chat,
        "offered": [list(pair) for pair in talk.offered],
        "awaiting": talk.awaiting,
        "awaiting_until": now + AWAIT_FOR if talk.awaiting else None,
        "about": talk.about,
        "said": [[one.key, one.text, one.on.isoformat()] for one in talk.said] or None,
        "updated_at": now,
    }
    db.execute(_PUT, values)
