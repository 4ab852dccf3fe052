"""What officials plan under a row, and what they give as the cause of a delay."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class PlanStep(Base):
    """One dated step of a row (kế hoạch chi tiết, biện pháp khắc phục), by the official; a newer plan drops the older one."""

    __tablename__ = "plan_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[str]  # plan | remedy
    title: Mapped[str]
    due_on: Mapped[date]
    at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]


class Cause(Base):
    """Why a row is late, in the official's words; whether it was objective is confirmed by a leader, once."""

    __tablename__ = "cause"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    reason: Mapped[str]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    confirmed: Mapped[bool | None]
