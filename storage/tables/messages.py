"""What comes in and goes out: inbox, outbox, the state of each conversation, and who may tick and send."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Json

# Most rows are history. What is left to do is found through indexes that hold nothing else; a statement uses them only
# if it spells these conditions in the same words (see `written`).
NEW = text("state = 'new'")
LIVE = text("state IN ('pending', 'sending', 'unsure')")


class ChannelState(Base):
    """How far a channel was read, and when it was last heard of."""

    __tablename__ = "channel_state"
    channel: Mapped[str] = mapped_column(primary_key=True)
    next_offset: Mapped[int] = mapped_column(BigInteger)
    polled_at: Mapped[datetime | None]
    alive_at: Mapped[datetime | None]
    bot_name: Mapped[str | None]
    fault: Mapped[str | None]  # why the channel was stopped (its token is refused); empty while it is well
    fault_at: Mapped[datetime | None]


class Budget(Base):
    """How many messages of a month a channel with a quota has used; its limits are settings."""

    __tablename__ = "budget"
    channel: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(primary_key=True)  # 2026-11, of the office's clock
    sent: Mapped[int]
    received: Mapped[int]
    refused_at: Mapped[datetime | None]  # the platform itself said that the quota is used up
    warned_at: Mapped[datetime | None]
    alerted_at: Mapped[datetime | None]


class Inbox(Base):
    """A raw update, committed before the platform is told that it arrived."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "update_id"),
        Index("ix_inbox_new", "chat", "id", sqlite_where=NEW, postgresql_where=NEW),
        Index("ix_inbox_next", "not_before", "id", sqlite_where=NEW, postgresql_where=NEW),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    update_id: Mapped[str]
    chat: Mapped[str]  # the lane: one update of a chat at a time
    received_at: Mapped[datetime]
    raw: Mapped[dict[str, Any]]
    state: Mapped[str]  # new | done | quarantined
    tries: Mapped[int]
    not_before: Mapped[datetime]
    done_at: Mapped[datetime | None]
    error: Mapped[str | None]


class Outbox(Base):
    """A message to send, written in the transaction that caused it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_live", "chat", "id", sqlite_where=LIVE, postgresql_where=LIVE),
        Index("ix_outbox_order", "lane", "attempt", "id", sqlite_where=LIVE, postgresql_where=LIVE),
        Index("ix_outbox_next", "not_before", sqlite_where=LIVE, postgresql_where=LIVE),
        Index("ix_outbox_chat_message_id", "chat", "message_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str]
    chat: Mapped[str]
    person_id: Mapped[int | None]
    lane: Mapped[int]  # 0 answers, 1 reminders and notices, 2 bulk
    kind: Mapped[str]  # "message" is sent as it stands; others are rendered from the facts at sending
    payload: Mapped[dict[str, Any]]
    about: Mapped[Any] = mapped_column(Json)  # assignment ids that an answer to this message means
    state: Mapped[str]  # pending | sending | unsure | sent | dead | cancelled | expired
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    attempt: Mapped[int]
    owner: Mapped[str | None]
    message_id: Mapped[str | None]
    edits: Mapped[str | None]  # message to edit: its id, or "row:KEY" of an outbox row
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    note: Mapped[str | None]


class Conversation(Base):
    """What a chat was last offered and what is awaited from it."""

    __tablename__ = "conversation"
    chat: Mapped[str] = mapped_column(primary_key=True)
    offered: Mapped[list[Any]]  # [label, route] pairs: a typed number picks one
    awaiting: Mapped[str | None]  # the route that free text goes to
    awaiting_until: Mapped[datetime | None]
    about: Mapped[int | None]  # the assignment just spoken of
    said: Mapped[Any] = mapped_column(Json, nullable=True)  # words kept while it is asked for which row they are meant
    updated_at: Mapped[datetime]
    offered_at: Mapped[datetime | None]  # when these numbers were given out: they do not mean the same for ever
    asked: Mapped[str | None]  # the text above the choices, to ask again
    left_open: Mapped[str | None]  # the last words were not understood: the question that stayed open, "" where none was
    set_aside: Mapped[Any | None] = mapped_column(Json)  # a notice that came while a question was open: at, text, offered


class Lease(Base):
    """Who ticks and sends: one process at a time."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    term: Mapped[int]
    expires_at: Mapped[datetime]


class Outage(Base):
    """A time during which nothing was received or sent; people are told once, and it never counts against them."""

    __tablename__ = "outage"
    id: Mapped[int] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime]
