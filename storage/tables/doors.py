"""The doors: what lets a browser in, and the files that come through the upload page piece by piece."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base

OPEN = text("state = 'open'")


class Pass(Base):
    """A link or a six-digit code that lets a browser in once; only its hash is kept, made when it is sent."""

    __tablename__ = "pass"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)  # whom it lets in
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))  # who asked, and alone gets it
    chat: Mapped[str]  # where it was asked for
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    kind: Mapped[str]  # link | code | login | file | page
    secret_hash: Mapped[str | None] = mapped_column(unique=True)  # None before it is sent and after it has served
    salt: Mapped[str | None]  # of a code; a link needs none
    misses: Mapped[int]  # wrong codes of anybody while it was open
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class UploadSession(Base):
    """A browser that came in with a pass; only the hash of its cookie is kept."""

    __tablename__ = "upload_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    chat: Mapped[str]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    secret_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Upload(Base):
    """A file that comes piece by piece; `received` bytes of it are safe on disk."""

    __tablename__ = "upload"
    __table_args__ = (
        Index(
            "uq_upload_open",
            "person_id",
            "name",
            "size",
            "last_modified",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        Index("ix_upload_state_touched_at", "state", "touched_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # random: its address, its file's name and the update's id
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    chat: Mapped[str]  # where the receipt goes
    batch: Mapped[str]
    name: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    mime: Mapped[str | None]
    last_modified: Mapped[int] = mapped_column(BigInteger)  # milliseconds, as the browser tells
    caption: Mapped[str]
    reply_to: Mapped[str | None]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    received: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]  # open | whole | settled | dropped
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime]
