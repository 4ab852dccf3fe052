"""What each chat was last offered and what is awaited from it; a row, so that it survives a restart."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.rules.prompts import Asked, is_open
from storage.statements import insert
from storage.tables import Conversation

AWAIT_FOR = timedelta(hours=12)
Offers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A notice that came while a question was open: its choices wait for a word."""

    at: datetime
    text: str
    offered: Offers


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that nobody asked for just now.

    Attributes:
        text: what stands above the choices.
        offered: the choices.
        after: what the message answers was done then (files that were sent): a question asked before is over; None = nothing.
        about: the rows it speaks of; words typed after it mean that row where it is only one.
        asks: whether it asks for an answer itself (a reminder): words that were awaited before are not awaited any more
            when it takes over, or "xong" would become the reason asked for long before. Documents stay awaited.
    """

    text: str
    offered: Offers
    after: datetime | None = None
    about: tuple[int, ...] = ()
    asks: bool = False


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
        offered: `(label, route)` pairs of the live question, for typed numbers and labels.
        awaiting: route that the next free text, figure or file goes to, or None.
        about: the assignment just spoken of, or None.
        updated_at: when the chat was last answered.
        said: words that wait for their row, the newest last.
        offered_at: when the choices were given out.
        asked: the text above them.
        left_open: the last words were not understood: the question that stayed open meanwhile, "" where none was; else None.
        aside: a notice that was not allowed to take the numbers over.
    """

    offered: Offers = ()
    awaiting: str | None = None
    about: int | None = None
    updated_at: datetime | None = None
    said: tuple[Said, ...] = ()
    offered_at: datetime | None = None
    asked: str | None = None
    aside: Aside | None = None
    left_open: str | None = None

    def keeping(self, said: Said) -> "Talk":
        """The same with some words more."""
        kept = [one for one in self.said if one.key != said.key]
        return replace(self, said=(*kept, said)[-MOST_SAID:])

    @property
    def question(self) -> Asked:
        """The live question as the rules see it."""
        return Asked(tuple(route for _, route in self.offered), self.offered_at, self.aside.at if self.aside else None)


NOTHING = Talk()
_GET = select(
    Conversation.chat,
    Conversation.offered,
    Conversation.awaiting,
    Conversation.awaiting_until,
    Conversation.about,
    Conversation.said,
    Conversation.updated_at,
    Conversation.offered_at,
    Conversation.asked,
    Conversation.set_aside,
    Conversation.left_open,
).where(Conversation.chat.in_(bindparam("chats", expanding=True)))
_new = insert(Conversation)
_KEPT = ("offered", "awaiting", "awaiting_until", "about", "said", "updated_at", "offered_at", "asked", "set_aside", "left_open")
_PUT = _new.on_conflict_do_update(index_elements=["chat"], set_={name: getattr(_new.excluded, name) for name in _KEPT})


def get(db: Connection, chat: str, now: datetime) -> Talk:
    return of_chats(db, [chat], now)[chat]


def of_chats(db: Connection, chats: Collection[str], now: datetime) -> dict[str, Talk]:
    """The state of each of some chats."""
    known = {row.chat: _talk(row, now) for row in db.execute(_GET, {"chats": list(chats)})}
    return {chat: known.get(chat, NOTHING) for chat in chats}


def _talk(row: Any, now: datetime) -> Talk:
    alive = row.awaiting_until is not None and row.awaiting_until > now
    awaiting = row.awaiting if alive else None
    said = tuple(Said(key, words, date.fromisoformat(on)) for key, words, on in row.said or ())
    aside = _aside(row.set_aside)
    return Talk(_pairs(row.offered), awaiting, row.about, row.updated_at, said, row.offered_at, row.asked, aside, row.left_open)


def _pairs(stored: Any) -> Offers:
    return tuple((label, route) for label, route in stored)


def _aside(stored: Any) -> Aside | None:
    return Aside(datetime.fromisoformat(stored["at"]), stored["text"], _pairs(stored["offered"])) if stored else None


def put(db: Connection, chat: str, talk: Talk, now: datetime) -> None:
    """Keep the state; choices without a time are given out now."""
    aside = talk.aside
    values: dict[str, Any] = {
        "chat": chat,
        "offered": [list(pair) for pair in talk.offered],
        "awaiting": talk.awaiting,
        "awaiting_until": now + AWAIT_FOR if talk.awaiting else None,
        "about": talk.about,
        "said": [[one.key, one.text, one.on.isoformat()] for one in talk.said] or None,
        "updated_at": now,
        "offered_at": (talk.offered_at or now) if talk.offered else None,
        "asked": talk.asked if talk.offered else None,
        "left_open": talk.left_open if talk.offered else None,
        "set_aside": {"at": aside.at.isoformat(), "text": aside.text, "offered": [list(one) for one in aside.offered]}
        if aside
        else None,
    }
    db.execute(_PUT, values)


def offer_in_passing(db: Connection, chat: str, notice: Notice, now: datetime) -> bool:
    """A notice's choices become the live question of its chat, or wait (`storage.rules.prompts`).

    Returns:
        Whether the numbers are the notice's.
    """
    talk = get(db, chat, now)
    is_own = (talk.asked, talk.offered) == (notice.text, notice.offered)
    is_over = notice.after is not None and (talk.offered_at is None or talk.offered_at <= notice.after)
    takes = is_own or is_over or not is_open(talk.question, now)
    if takes:
        aside = None if is_own or is_over else talk.aside
        changed = replace(_taken_over(talk, notice), offered_at=now, aside=aside)
    else:
        changed = replace(talk, aside=Aside(now, notice.text, notice.offered))
    put(db, chat, changed, now)
    return takes


def _taken_over(talk: Talk, notice: Notice) -> Talk:
    about = talk.about if not notice.about else notice.about[0] if len(notice.about) == 1 else None
    awaiting = talk.awaiting if not notice.asks or (talk.awaiting or "").startswith("send:") else None
    return replace(talk, offered=notice.offered, asked=notice.text, about=about, awaiting=awaiting, left_open=None)
