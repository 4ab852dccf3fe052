"""Which documents somebody has opened: who accepts many rows at once is told which of them nobody looked into."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from storage import audit
from storage.evidence.documents import Document
from storage.office.people import Official
from storage.tables import Audit

ACTION = "open_document"


def note(db: Connection, one: Document, person: Official, now: datetime) -> None:
    """A document of somebody else is handed out; the same to the same person is noted once."""
    if one.person_id != person.id and one.id not in by(db, person.id, [one.id]):
        audit.note(db, ACTION, f"evidence:{one.id}", now, by=person.id, office=person.office_id)


def by(db: Connection, person_id: int, evidence_ids: Collection[int]) -> set[int]:
    """Those of the documents that this person has opened."""
    subjects = {f"evidence:{one}": one for one in evidence_ids}
    query = select(Audit.subject).where(Audit.person_id == person_id, Audit.action == ACTION, Audit.subject.in_(subjects))
    return {subjects[subject] for subject in db.scalars(query)}
