"""The web room: one chat a person, and the devices that see it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base

HOLDS = text("holds_until IS NOT NULL")


class WebChat(Base):
    """A person's chat in the web room; as an address it is `web:<id>`. Unlinked it never comes back: the next one is new."""

    __tablename__ = "web_chat"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    last_seq: Mapped[int]  # number of the newest change; its row lock puts the changes of a chat in one order
    read_seq: Mapped[int]  # up to here somebody has seen it
    opened_at: Mapped[datetime]


class WebMessage(Base):
    """One message of a chat as it stands now; an edit gives it a new `seq`, its place in the chat stays that of its id."""

    __tablename__ = "web_message"
    __table_args__ = (
        UniqueConstraint("chat_id", "client_id"),
        Index("ix_web_message_chat_id_seq", "chat_id", "seq", unique=True),
        Index("ix_web_message_holds_until", "holds_until", sqlite_where=HOLDS, postgresql_where=HOLDS),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("web_chat.id"))
    seq: Mapped[int]
    side: Mapped[str]  # office | person
    client_id: Mapped[str | None]  # made by the page, so that a repeated sending is one message
    payload: Mapped[dict[str, Any]]
    edited: Mapped[bool]
    created_at: Mapped[datetime]
    holds_until: Mapped[datetime | None]  # it shows a code that lets somebody in; from then on, or once that served, no more


class WebSession(Base):
    """A device that is signed in; of its token only the hash is kept."""

    __tablename__ = "web_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("web_chat.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    device: Mapped[str]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
