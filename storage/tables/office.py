"""Units, people, the roles that they hold, the chats that reach them, and the calendar."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Unit(Base):
    """A province, an office (xã, phường, sở) or a section (phòng) of one; units form a tree."""

    __tablename__ = "unit"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str]
    is_office: Mapped[bool]
    settings: Mapped[dict[str, Any]]  # target, thresholds, reminder policy, hours: only what differs from the default
    sending_since: Mapped[datetime | None]  # no reminder leaves before "Bắt đầu gửi"


class Person(Base):
    """An official. The office never deletes one who worked: `left_on` closes the row."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_office_id_name_key", "office_id", "name_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    full_name: Mapped[str]
    name_key: Mapped[str]  # the name as compared: one case, one tone placement
    post: Mapped[str | None]
    form_of_address: Mapped[str | None]
    hour: Mapped[time | None]  # own hour for reminders
    planned_to: Mapped[date | None]  # steps up to this day are planned
    noon_planned_on: Mapped[date | None]
    first_listed_at: Mapped[datetime | None]  # the first message, with the rows already late, was planned
    locked_at: Mapped[datetime | None]  # "Khóa máy": the phone is lost
    left_on: Mapped[date | None]


class RoleHeld(Base):
    """A role held in a unit; it covers the units below."""

    __tablename__ = "role_held"
    __table_args__ = (UniqueConstraint("person_id", "unit_id", "role"), Index("ix_role_held_unit_id", "unit_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[str]


class Address(Base):
    """A chat that reaches a person: `telegram:123`. One live person a chat; a person may have several."""

    __tablename__ = "address"
    __table_args__ = (
        Index(
            "uq_address_chat_live",
            "chat",
            unique=True,
            sqlite_where=text("unlinked_at IS NULL"),
            postgresql_where=text("unlinked_at IS NULL"),
        ),
        Index("ix_address_person_id", "person_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    chat: Mapped[str]
    preferred: Mapped[bool]
    linked_at: Mapped[datetime]
    unlinked_at: Mapped[datetime | None]
    unreachable_since: Mapped[datetime | None]
    unreachable_reason: Mapped[str | None]
    notice: Mapped[int]  # version of the notice that was acknowledged; 0 = none yet


class Invite(Base):
    """A one-time code for one person; only its hash is kept."""

    __tablename__ = "invite"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Attempt(Base):
    """A wrong code typed in a chat, counted to slow down guessing."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_chat_at", "chat", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str]
    at: Mapped[datetime]


class Day(Base):
    """A day that differs from its weekday: off, or a make-up working day."""

    __tablename__ = "day"
    __table_args__ = (UniqueConstraint("office_id", "day"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    day: Mapped[date]
    kind: Mapped[str]  # off | work
    name: Mapped[str]
    source: Mapped[str]
    confirmed: Mapped[bool]
    asked_at: Mapped[datetime | None]  # the coordinator was asked to confirm it
