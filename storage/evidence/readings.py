"""What documents say of themselves: proposed from their text layer, recorded only when a person confirms it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, update

from storage import audit
from storage.evidence import numbers, paper_types
from storage.evidence.documents import Document
from storage.evidence.heading import Heading
from storage.tables import Evidence
from storage.work.assignments import Work

YEAR_BEGINS = (12, 15)  # figures of a year are counted from 15/12 of the one before (Nghị định 09/2019/NĐ-CP, Điều 12)
ANY_PAPER = ("văn bản", "tài liệu", "hồ sơ", "sản phẩm")


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with what was read and what is to be warned of.

    Attributes:
        number, issued_on, agency, subject, paper: as read; None where it does not say.
        recorded: whether a person has given or confirmed the number or day.
        warnings: `outside_year`, `after_due`, `unlike`, and those of `inside.Found`.
    """

    evidence_id: int
    name: str
    number: str | None
    issued_on: date | None
    agency: str | None
    subject: str | None
    paper: str | None
    recorded: bool
    warnings: tuple[str, ...]

    @property
    def is_proposed(self) -> bool:
        return not self.recorded and (self.number is not None or self.issued_on is not None)


def of(document: Document, work: Work) -> Reading:
    """What is known of a document that was sent for a row."""
    one = alone(document)
    return replace(one, warnings=(*one.warnings, *_doubts(one.issued_on, one.paper, work)))


def alone(document: Document) -> Reading:
    """What is known of a document, whatever it was sent for."""
    read: dict[str, Any] = document.read or {}
    issued = document.issued_on or (date.fromisoformat(read["issued_on"]) if read.get("issued_on") else None)
    number = document.number or read.get("number")
    recorded = document.number is not None or document.issued_on is not None
    paper = (paper_types.of_number(number) if number else None) or read.get("paper")
    agency, subject = document.agency or read.get("agency"), document.subject or read.get("subject")
    return Reading(document.id, document.name, number, issued, agency, subject, paper, recorded, tuple(read.get("warnings", ())))


def _doubts(issued: date | None, paper: str | None, work: Work) -> list[str]:
    found = []
    if issued and not date(work.year - 1, *YEAR_BEGINS) <= issued <= date(work.year, 12, 31):
        found.append("outside_year")
    elif issued and work.due_on and issued > work.due_on:
        found.append("after_due")
    required = (work.required_evidence or "").casefold()
    wanted = paper_types.named_in(required)
    if paper and wanted and paper not in wanted and not any(one in required for one in ANY_PAPER):
        found.append("unlike")
    return found


def said(words: str | None, heading: Heading, today: date) -> dict[str, Any]:
    """What the words beside a file say of it, as its row keeps it: the number is the file's own, and no document more.

    Where the file says another number, nobody can tell which is right: nothing is recorded, and what was read is proposed.
    """
    told = numbers.document_number(words or "", today)
    if told is None or heading.number not in {None, told.number}:
        return {}
    issued_on = told.issued_on or (heading.issued_on if heading.number else None)
    return {"number": told.number, "issued_on": issued_on, "agency": heading.agency, "subject": heading.subject}


def confirm(db: Connection, readings: list[Reading], by: int, now: datetime) -> None:
    """Record what was read, since a person said that it is right."""
    for one in readings:
        record(db, one, by, now, number=one.number, issued_on=one.issued_on)


def record(db: Connection, one: Reading, by: int, now: datetime, *, number: str | None, issued_on: date | None) -> None:
    """Record a number and a day, read or typed; agency and subject go with them."""
    values = {"number": number, "issued_on": issued_on, "agency": one.agency, "subject": one.subject}
    db.execute(update(Evidence).where(Evidence.id == one.evidence_id).values(**values))
    audit.note(db, "number_document", f"evidence:{one.evidence_id}", now, by=by, number=number)


def forget(db: Connection, evidence_id: int, by: int, now: datetime) -> None:
    """The number was recorded by mistake; the document stays."""
    nothing = {"number": None, "issued_on": None, "agency": None, "subject": None}
    db.execute(update(Evidence).where(Evidence.id == evidence_id, Evidence.kind != "number").values(**nothing))
    audit.note(db, "number_document", f"evidence:{evidence_id}", now, by=by)
