"""What leaves the list with the rows of a file that is taken back: what people said of them, and their documents."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from storage.statements import batches
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Person, Update

_SAID = ("progress", "blocked", "extension", "check")
_undone = select(Update.undoes_id).where(Update.undoes_id.is_not(None))
_REPORTS = (
    select(Criterion.code, Criterion.title, Person.full_name, Assignment.criterion_id)
    .select_from(Update)
    .join(Assignment, Assignment.id == Update.assignment_id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .outerjoin(Person, Person.id == Update.person_id)
    .where(Update.kind.in_(_SAID), Update.source != "sheet", Update.id.not_in(_undone))
    .order_by(Update.id)
)
_DOCUMENTS = (
    select(Criterion.code, Criterion.title, Person.full_name, Assignment.criterion_id)
    .select_from(EvidenceFor)
    .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
    .join(Assignment, Assignment.id == EvidenceFor.assignment_id)
    .join(Criterion, Criterion.id == Assignment.criterion_id)
    .join(Person, Person.id == Evidence.person_id)
    .where(Evidence.withdrawn_at.is_(None))
    .order_by(Evidence.id)
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many rows have something of people's, how much, whose, and which rows by code or title."""

    reports: int
    documents: int
    people: tuple[str, ...]
    rows: tuple[str, ...]


def leaving(db: Connection, way_back: dict[str, Any]) -> Leaving:
    """Look what people said and sent of the rows that are new with a file.

    Args:
        db: open connection.
        way_back: what was kept when the file was applied.
    """
    parts = list(batches(way_back["new"]))
    reports = [row for some in parts for row in db.execute(_REPORTS.where(Assignment.criterion_id.in_(some)))]
    documents = [row for some in parts for row in db.execute(_DOCUMENTS.where(Assignment.criterion_id.in_(some)))]
    both = [*reports, *documents]
    names = {row.criterion_id: row.code or row.title for row in both}
    people = dict.fromkeys(row.full_name for row in both if row.full_name)
    return Leaving(len(reports), len(documents), tuple(people), tuple(names.values()))
