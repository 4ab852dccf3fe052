"""Messages to send: written with the change that caused them, claimed one per chat, marked when the answer came.

States: pending -> sending -> sent, or back to pending (surely not sent), unsure (nobody knows), dead, cancelled, expired.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from storage.statements import insert, written
from storage.tables import Outbox

ANSWER, NOTICE, BULK = 0, 1, 2
SECRET = "secret"  # noqa: S105 - the kind of a message whose words are forgotten once they are sent
URGING = "urging"  # of a message by which a leader urges somebody later: worded from its order when it leaves
WISH = "wish"
"""The kind of a message whose file is still to be made (see `wishes`): nobody claims it, and none waits behind it."""
NO_WORDS: dict[str, Any] = {"text": "", "choices": []}
QUOTA = "monthly quota"  # why a row waits for the next month
MAX_COPIES = 4  # an unanswered send is repeated at most so often, each copy marked
UNSURE_WAITS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
"""How long the next copy waits: four within two minutes were spent on one bad spell of the network, and the message given up."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it is kept: where it goes, how urgent it is, and what an answer to it would mean."""

    key: str
    chat: str
    payload: dict[str, Any]
    kind: str = "message"
    lane: int = ANSWER
    person_id: int | None = None
    about: tuple[int, ...] = ()
    edits: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """An outbox row that this process is about to send."""

    id: int
    key: str
    channel: str
    chat: str
    person_id: int | None
    lane: int
    kind: str
    payload: dict[str, Any]
    attempt: int
    edits: str | None
    expires_at: datetime | None
    about: list[int] = field(default_factory=list)
    created_at: datetime | None = None


_ADD = insert(Outbox).on_conflict_do_nothing(index_elements=["key"]).returning(Outbox.id)
_STATES = [written(state) for state in ("pending", "sending", "unsure")]
LIVE = Outbox.state.in_(_STATES)
_MADE = Outbox.kind != WISH
_other = aliased(Outbox)
_before = and_(
    _other.id < Outbox.id,
    _other.not_before <= bindparam("now"),
    _other.lane <= bindparam("leaving"),
    _other.kind != WISH,
)
_BUSY = exists(  # the chat has one under way, or an earlier one that may go
    select(_other.id).where(_other.chat == Outbox.chat, _other.state.in_(_STATES), or_(_other.state == "sending", _before))
)
_COLUMNS = (
    Outbox.id,
    Outbox.key,
    Outbox.channel,
    Outbox.chat,
    Outbox.person_id,
    Outbox.lane,
    Outbox.kind,
    Outbox.payload,
    Outbox.attempt,
    Outbox.edits,
    Outbox.expires_at,
    Outbox.about,
    Outbox.created_at,
)
_READY: Select[Any] = (
    select(*_COLUMNS)
    .where(LIVE, _MADE, Outbox.state != "sending", Outbox.not_before <= bindparam("now"), ~_BUSY)
    .where(Outbox.channel.in_(bindparam("channels", expanding=True)), Outbox.lane <= bindparam("last_lane"))
    .order_by(Outbox.lane, Outbox.attempt, Outbox.id)
    .limit(bindparam("most"))
)
_MINE = _READY.with_for_update(skip_locked=True)  # a former holder of the lease may still be in the middle of the same
_CLAIM = (
    update(Outbox).where(Outbox.id == bindparam("row")).values(state="sending", owner=bindparam("by"), attempt=Outbox.attempt + 1)
)
_SENT = (
    update(Outbox)
    .where(Outbox.id == bindparam("row"))
    .values(state="sent", message_id=bindparam("message"), sent_at=bindparam("at"), owner=None)
)
_NEXT = (
    select(Outbox.not_before)
    .where(LIVE, _MADE, Outbox.state != "sending", Outbox.channel.in_(bindparam("channels", expanding=True)))
    .where(Outbox.lane <= bindparam("leaving"))
    .order_by(Outbox.not_before)
    .limit(1)
)


def add(db: Connection, drafts: Sequence[Draft], now: datetime) -> list[int]:
    """Keep messages to send, each key once.

    Returns:
        The ids of those that were new.
    """
    if not drafts:
        return []
    rows = [
        {
            "key": one.key,
            "channel": one.chat.partition(":")[0],
            "chat": one.chat,
            "person_id": one.person_id,
            "lane": one.lane,
            "kind": one.kind,
            "payload": one.payload,
            "about": list(one.about),
            "state": "pending",
            "not_before": one.not_before or now,
            "expires_at": one.expires_at,
            "attempt": 0,
            "edits": one.edits,
            "created_at": now,
        }
        for one in drafts
    ]
    return list(db.scalars(_ADD, rows))


def claim(
    db: Connection,
    owner: str,
    channels: Collection[str],
    most: int,
    now: datetime,
    *,
    last_lane: int = BULK,
    leaving: int = BULK,
) -> list[Claimed]:
    """Take messages to send, the oldest of each chat that has none under way, answers first.

    Args:
        db: open connection.
        owner: who takes them.
        channels: by name.
        most: how many.
        now: the moment.
        last_lane: of those taken.
        leaving: the last lane of those that may leave at all: what may not is in nobody's way.
    """
    facts = {"now": now, "channels": list(channels), "most": most, "last_lane": last_lane, "leaving": leaving}
    rows = db.execute(_MINE, facts).all()
    claimed = [Claimed(*row) for row in rows]
    if claimed:
        db.execute(_CLAIM, [{"row": one.id, "by": owner} for one in claimed])
    return claimed


def peek(db: Connection, channels: Collection[str], most: int, now: datetime, *, leaving: int = BULK) -> list[Claimed]:
    """What `claim` would find: a look that holds no writer up."""
    facts = {"now": now, "channels": list(channels), "most": most, "last_lane": leaving, "leaving": leaving}
    rows = db.execute(_READY, facts)
    return [Claimed(*row) for row in rows]


def mark_sent(db: Connection, sent: Sequence[tuple[int, str | None, datetime]]) -> None:
    db.execute(_SENT, [{"row": row, "message": message, "at": at} for row, message, at in sent])


def forget_words(db: Connection, row_id: int) -> None:
    """Drop the text of a message that is sent: it held a code."""
    db.execute(update(Outbox).where(Outbox.id == row_id).values(payload=NO_WORDS))


def give_back(db: Connection, row_id: int, not_before: datetime) -> None:
    """The message was surely not sent: try again from a moment on, as if it had not been claimed."""
    changed = {"state": "pending", "owner": None, "not_before": not_before, "attempt": Outbox.attempt - 1}
    db.execute(update(Outbox).where(Outbox.id == row_id).values(changed))


def hold(db: Connection, row_id: int, not_before: datetime, note: str) -> None:
    """The same for a reason that is shown to the coordinator."""
    give_back(db, row_id, not_before)
    db.execute(update(Outbox).where(Outbox.id == row_id).values(note=note))


def told_since(db: Connection, chat: str, since: datetime) -> int:
    """How many messages were made for a chat since a moment."""
    query = select(func.count()).select_from(Outbox).where(Outbox.chat == chat, Outbox.created_at >= since)
    return db.scalar(query) or 0


def doubt(db: Connection, row_id: int, now: datetime, *, repeat: bool) -> bool:
    """Nobody knows whether it was delivered: send it again, marked, each time later, or give up after four copies.

    Returns:
        Whether it was given up, so that the coordinator must be told.
    """
    tries = db.scalar(select(Outbox.attempt).where(Outbox.id == row_id)) or 0
    give_up = not repeat or tries >= MAX_COPIES
    state, again_at = ("dead", now) if give_up else ("unsure", now + UNSURE_WAITS[max(tries, 1) - 1])
    values = {"state": state, "owner": None, "not_before": again_at, "note": "no answer from the platform"}
    db.execute(update(Outbox).where(Outbox.id == row_id).values(**values))
    return give_up


def close(db: Connection, row_id: int, state: str, note: str) -> None:
    """End a row without sending: `dead`, `cancelled` or `expired`."""
    db.execute(update(Outbox).where(Outbox.id == row_id).values(state=state, note=note[:300], owner=None))


def holds(db: Connection, row_id: int, owner: str) -> bool:
    """Whether a claimed row is still its claimer's; whoever was frozen past its lease finds that another has taken it over."""
    query = select(Outbox.id).where(Outbox.id == row_id, Outbox.state == "sending", Outbox.owner == owner)
    return db.scalar(query.with_for_update()) is not None


def recover(db: Connection, now: datetime, owner: str = "another") -> list[int]:
    """What was under way when the last holder of the lease died is unsure, and goes out again at once, marked; so does what was
    in doubt for the first time. Later copies wait for their time, so that a few restarts in a bad spell of the network do not
    spend them all.

    Args:
        db: open connection.
        now: the moment.
        owner: who looks; its own sends, under way through a short absence of the database, are not doubted.

    Returns:
        The rows that were given up, since four copies were not answered.
    """
    at_once = or_(Outbox.state == "sending", and_(Outbox.state == "unsure", Outbox.attempt == 1))
    left = and_(LIVE, at_once, func.coalesce(Outbox.owner, "") != owner)
    given_up = list(
        db.scalars(
            update(Outbox)
            .where(left, Outbox.attempt >= MAX_COPIES)
            .values(state="dead", owner=None, note="no answer from the platform")
            .returning(Outbox.id)
        )
    )
    db.execute(update(Outbox).where(left).values(state="unsure", owner=None, not_before=now))
    return given_up


def doubt_stale(db: Connection, owner: str, active: Collection[int], not_before: datetime) -> None:
    """Rows claimed by a process that is not sending them: nobody knows whether they went out."""
    query = update(Outbox).where(LIVE, Outbox.state == "sending", Outbox.owner == owner, Outbox.id.not_in(list(active)))
    db.execute(query.values(state="unsure", owner=None, not_before=not_before))


def next_at(db: Connection, channels: Collection[str], *, leaving: int = BULK) -> datetime | None:
    """When the earliest waiting message of these channels may go."""
    return db.scalar(_NEXT, {"channels": list(channels), "leaving": leaving})


def files_waiting(db: Connection) -> set[str]:
    """Files of messages that are still to be sent, by their paths in the office's data."""
    payloads = db.scalars(select(Outbox.payload).where(LIVE))
    return {payload["file"]["path"] for payload in payloads if payload.get("file")}


def message_of(db: Connection, key: str) -> tuple[str, str | None] | None:
    """State and platform message id of a row, by its key."""
    row = db.execute(select(Outbox.state, Outbox.message_id).where(Outbox.key == key)).first()
    return (row.state, row.message_id) if row else None


def about_message(db: Connection, chat: str, message_id: str) -> list[int]:
    """Which assignments an answer to this message means; of one that was edited, what it shows now."""
    shown = select(Outbox.about).where(Outbox.chat == chat, Outbox.message_id == message_id)
    found = db.scalar(shown.order_by(Outbox.id.desc()).limit(1))
    return list(found or [])


def answered(db: Connection, chat: str, message_id: str | None, since: datetime) -> str | None:
    """The key of the message that words of a chat answer: the one they reply to, else the newest notice since a moment."""
    of_chat = select(Outbox.key).where(Outbox.chat == chat)
    if message_id is not None:
        return db.scalar(of_chat.where(Outbox.message_id == message_id).order_by(Outbox.id.desc()).limit(1))
    notices = of_chat.where(Outbox.lane != ANSWER, Outbox.state == "sent", Outbox.sent_at >= since)
    return db.scalar(notices.order_by(Outbox.sent_at.desc(), Outbox.id.desc()).limit(1))


def reminded_today(db: Connection, person_id: int, since: datetime) -> bool:
    """Whether a message of reminders has left for the person since a moment (the beginning of the local day)."""
    sent = (Outbox.kind == "reminders", Outbox.state == "sent", Outbox.sent_at >= since)
    query = select(Outbox.id).where(Outbox.person_id == person_id, *sent).limit(1)
    return db.scalar(query) is not None


def count_for(db: Connection, chats: Collection[str]) -> int:
    """How many messages were ever meant for some chats."""
    return db.scalar(select(func.count()).select_from(Outbox).where(Outbox.chat.in_(chats))) or 0


def whose(db: Connection, row_id: int) -> tuple[int | None, str]:
    """The person that a row is for, and its key."""
    row = db.execute(select(Outbox.person_id, Outbox.key).where(Outbox.id == row_id)).one()
    return row.person_id, row.key
