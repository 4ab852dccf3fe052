"""Which bytes the office relies on, and which it need not keep any longer."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, or_, select, update

from storage import audit
from storage.tables import Assignment, Campaign, Criterion, Evidence, EvidenceFor


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that a row speaks of."""

    sha256: str
    size: int
    name: str
    office_id: int


def stored(db: Connection) -> list[Stored]:
    """Every file of a document that was not taken back, and of its copy for other eyes, each once."""
    query = select(Evidence.sha256, Evidence.size, Evidence.name, Evidence.office_id, Evidence.shown_sha256, Evidence.shown_size)
    found: dict[str, Stored] = {}
    for row in db.execute(query.where(Evidence.sha256.is_not(None), Evidence.withdrawn_at.is_(None)).order_by(Evidence.id)):
        for sha256, size in ((row.sha256, row.size), (row.shown_sha256, row.shown_size)):
            if sha256:
                found.setdefault(sha256, Stored(sha256, size, row.name, row.office_id))
    return list(found.values())


def due(db: Connection, office_id: int, before: date) -> list[int]:
    """The documents that serve only years closed before a day."""
    still = (
        select(EvidenceFor.evidence_id)
        .join(Assignment, Assignment.id == EvidenceFor.assignment_id)
        .join(Criterion, Criterion.id == Assignment.criterion_id)
        .join(Campaign, Campaign.id == Criterion.campaign_id)
        .where(or_(Campaign.closed_on.is_(None), Campaign.closed_on >= before))
    )
    old = select(Evidence.id).where(
        Evidence.office_id == office_id,
        Evidence.withdrawn_at.is_(None),
        Evidence.id.in_(select(EvidenceFor.evidence_id)),
        Evidence.id.not_in(still),
    )
    return list(db.scalars(old))


def retire(db: Connection, office_id: int, before: date, now: datetime) -> int:
    """Withdraw the documents that are due; the rows stay, their bytes are swept.

    Returns:
        How many.
    """
    ids = due(db, office_id, before)
    for one in ids:
        db.execute(update(Evidence).where(Evidence.id == one).values(withdrawn_at=now))
        audit.note(db, "retire_document", f"evidence:{one}", now, office=office_id)
    return len(ids)
