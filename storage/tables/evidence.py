"""Evidence (tài liệu kiểm chứng): documents that prove a result, and the jobs that bring their bytes home."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base

NOWHERE = text("assignment_id IS NULL")  # the few files of which nobody has said what they prove


class Fetch(Base):
    """A file that was sent in a chat and whose bytes are not safe yet; retried until they are."""

    __tablename__ = "fetch"
    __table_args__ = (
        UniqueConstraint("inbox_id", "position"),
        Index("ix_fetch_state_not_before", "state", "not_before"),
        Index("ix_fetch_chat_batch", "chat", "batch"),
        Index("ix_fetch_unplaced", "person_id", sqlite_where=NOWHERE, postgresql_where=NOWHERE),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    inbox_id: Mapped[int]  # the update that brought it; no foreign key, since the inbox is purged
    position: Mapped[int]  # which file of that update
    channel: Mapped[str]
    chat: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    batch: Mapped[str]  # the album, or the message itself: one question and one receipt for all of it
    file_ref: Mapped[dict[str, Any]]  # what the channel needs to fetch it
    kind: Mapped[str]  # photo | document
    name: Mapped[str]
    mime: Mapped[str | None]
    size: Mapped[int | None]
    caption: Mapped[str | None]
    received_at: Mapped[datetime]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))  # None until it is known
    also: Mapped[list[Any]]  # further assignments that all of the batch is to prove
    purpose: Mapped[str]  # evidence, or sheet: an assignment table sent by the coordinator
    state: Mapped[str]  # waiting | stored | failed | withdrawn
    tries: Mapped[int]
    not_before: Mapped[datetime]
    sha256: Mapped[str | None]
    stored_size: Mapped[int | None]
    error: Mapped[str | None]
    receipt: Mapped[str | None]  # key of the outbox row that told of this batch; further files of the batch edit it


class Evidence(Base):
    """A document that is safe on disk, or known by its number or address alone; it may serve many criteria."""

    __tablename__ = "evidence"
    __table_args__ = (Index("ix_evidence_sha256", "sha256"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    fetch_id: Mapped[int | None] = mapped_column(ForeignKey("fetch.id"), unique=True)
    batch: Mapped[str]
    kind: Mapped[str]  # photo | document | number | link
    name: Mapped[str]
    mime: Mapped[str | None]
    size: Mapped[int | None]
    sha256: Mapped[str | None]
    number: Mapped[str | None]
    issued_on: Mapped[date | None]
    subject: Mapped[str | None]
    agency: Mapped[str | None]
    read: Mapped[dict[str, Any] | None]  # what the text layer says of itself, not confirmed; and warnings
    shown_sha256: Mapped[str | None]  # the copy for other eyes, without place data; None: the bytes themselves are shown
    shown_size: Mapped[int | None]
    caption: Mapped[str | None]
    received_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class EvidenceFor(Base):
    """Which assignments a document proves."""

    __tablename__ = "evidence_for"
    __table_args__ = (UniqueConstraint("evidence_id", "assignment_id"), Index("ix_evidence_for_assignment_id", "assignment_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    at: Mapped[datetime]
    slot: Mapped[int | None]  # which of the required documents it is, as somebody said; None: seen from the document itself
    stage: Mapped[str | None]  # explain: added when a lost mark was explained (bổ sung khi giải trình)
