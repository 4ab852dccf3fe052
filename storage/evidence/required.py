"""How rows stand with the documents that they require; see `slots`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.evidence import kinds, paper_types, slots
from storage.evidence.slots import Sent, Standing
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor
from storage.work.assignments import Work

_SENT: Select[Any] = (
    select(EvidenceFor.assignment_id, EvidenceFor.slot, Evidence.kind, Evidence.mime, Evidence.name, Evidence.caption)
    .add_columns(Evidence.subject, Evidence.number, Evidence.read)
    .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
    .where(Evidence.withdrawn_at.is_(None))
    .order_by(Evidence.id)
)
_REQUIRED: Select[*tuple[Any, ...]] = select(Assignment.id, Criterion.required_evidence, Assignment.result_document).join(
    Criterion, Criterion.id == Assignment.criterion_id
)


def standings(db: Connection, assignment_ids: Sequence[int]) -> dict[int, Standing]:
    """Each of the rows with its required documents."""
    rows = db.execute(_REQUIRED.where(Assignment.id.in_(assignment_ids))).all()
    sent = _sent(db.execute(_SENT.where(EvidenceFor.assignment_id.in_(assignment_ids))))
    return {row.id: _standing(row, sent[row.id]) for row in rows}


def of_row(db: Connection, work: Work) -> Standing:
    return standings(db, [work.id])[work.id]


def complete_in(db: Connection, campaign_id: int) -> set[int]:
    """The rows of a year that have documents and lack none."""
    return {row.id for row, sent, standing in _of_year(db, campaign_id) if sent and not standing.missing}


def missing_in(db: Connection, campaign_id: int) -> dict[int, tuple[str, ...]]:
    """What rows of a year still lack, in the words of the assignment."""
    return {row.id: standing.missing_words for row, _sent, standing in _of_year(db, campaign_id)}


def _of_year(db: Connection, campaign_id: int) -> list[tuple[Any, list[Sent], Standing]]:
    rows = db.execute(_REQUIRED.where(Criterion.campaign_id == campaign_id)).all()
    mine = select(Assignment.id).join(Criterion).where(Criterion.campaign_id == campaign_id)
    sent = _sent(db.execute(_SENT.where(EvidenceFor.assignment_id.in_(mine))))
    return [(row, sent[row.id], _standing(row, sent[row.id])) for row in rows]


def _standing(row: Any, sent: list[Sent]) -> Standing:
    """A number that the assignment table gave may be any of the documents."""
    found = slots.standing(row.required_evidence, sent)
    return Standing(found.slots, found.counts, len(found.slots)) if row.result_document else found


def _sent(rows: Iterable[Any]) -> dict[int, list[Sent]]:
    found: dict[int, list[Sent]] = defaultdict(list)
    for row in rows:
        read = row.read or {}
        number = row.number or read.get("number")
        paper = paper_types.of_number(number) if number else read.get("paper")
        is_photo = row.kind == "photo" or kinds.family(row.name, row.mime) == "photo"
        texts = tuple(text for text in (row.name, row.caption, row.subject or read.get("subject")) if text)
        found[row.assignment_id].append(Sent(row.slot, is_photo, paper, texts))
    return found


def unplaced_of(db: Connection, work: Work, evidence_ids: Sequence[int]) -> list[int]:
    """Those of the documents of which nobody has said which required one they are."""
    found = slots.slots_of(work.required_evidence)
    if len(found) < 2:
        return []
    query = _SENT.add_columns(Evidence.id).where(EvidenceFor.assignment_id == work.id, Evidence.id.in_(evidence_ids))
    return [row.id for row in db.execute(query).all() if slots.slot_for(found, _sent([row])[work.id][0]) is None]


def put(db: Connection, evidence_ids: Sequence[int], assignment_id: int, slot: int) -> None:
    """Somebody has said which required document these are."""
    where = (EvidenceFor.evidence_id.in_(evidence_ids), EvidenceFor.assignment_id == assignment_id)
    db.execute(update(EvidenceFor).where(*where).values(slot=slot))
