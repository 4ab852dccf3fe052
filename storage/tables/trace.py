"""The audit, the assignment files that were loaded, and the replies that were not understood."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Audit(Base):
    """Who did what and when; a trigger refuses all but adding a line and, once, its place. People are ids, never names."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    office_id: Mapped[int | None]
    person_id: Mapped[int | None]
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]]
    place: Mapped[int | None] = mapped_column(index=True, unique=True)  # in the chain; None until its transaction ends
    hash: Mapped[str | None]  # of this line and of the one before it, see `storage.chain`


class AuditHead(Base):
    """Where the chain ends: one row, which also is the lock of whoever adds to it."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int]
    hash: Mapped[str]


class Load(Base):
    """An assignment file that was read and awaits a decision, or was applied."""

    __tablename__ = "load"
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    sha256: Mapped[str]
    year: Mapped[int]
    sheet: Mapped[dict[str, Any]]  # rows and flags as read
    state: Mapped[str]  # asking | preview | applied | dropped | undone
    created_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    undo: Mapped[dict[str, Any] | None]  # the way back; of older files it lies in the sheet


class Misheard(Base):
    """A reply that was asked back, not understood or taken back, without names and numbers: what the reading learns from."""

    __tablename__ = "misheard"
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    said_on: Mapped[date]
    why: Mapped[str]  # asked | unknown | corrected
    words: Mapped[str]  # masked before they are kept
    heard: Mapped[dict[str, Any]]  # intent, status and the words that these rest on
