"""What people ask about the data kept of them: to correct or to erase it, until when, and what became of it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class DataRequest(Base):
    """One request; the bot itself reminds of it until somebody has decided."""

    __tablename__ = "data_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]  # correct | erase
    words: Mapped[str | None]  # what is to be corrected
    asked_at: Mapped[datetime]
    due_on: Mapped[date]
    extended: Mapped[bool]
    state: Mapped[str]  # open | erasing (until erase_at it can be taken back) | done | refused
    erase_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None]
