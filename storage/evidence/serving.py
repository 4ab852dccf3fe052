"""Which rows documents prove: moved, shared and taken back, but for what a check rests on."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from storage import audit
from storage.errors import NothingToUndo
from storage.evidence import documents
from storage.evidence.documents import Document
from storage.evidence.fetches import Batch
from storage.tables import Evidence, EvidenceFor, Verdict


def unlink(db: Connection, evidence_id: int, assignment_id: int) -> None:
    """The document no longer serves this row; it stays with the others that it serves."""
    db.execute(delete(EvidenceFor).where(EvidenceFor.evidence_id == evidence_id, EvidenceFor.assignment_id == assignment_id))


def share(db: Connection, given: Sequence[Document], assignment_id: int, by: int, now: datetime) -> None:
    """Let documents that serve a row serve another one too."""
    for one in given:
        documents.link(db, one.id, assignment_id, now)
        audit.note(db, "share_document", f"evidence:{one.id}", now, by=by, row=assignment_id)


def unshare(db: Connection, given: Sequence[Document], assignment_id: int, by: int, now: datetime) -> None:
    """Let documents serve that row no more; the other rows keep them.

    Raises:
        NothingToUndo: the row was checked with them.
    """
    for one in given:
        _refuse_checked(db, one.id, assignment_id)
        unlink(db, one.id, assignment_id)
        audit.note(db, "unshare_document", f"evidence:{one.id}", now, by=by, row=assignment_id)


def place(db: Connection, batch: Batch, assignment_id: int, now: datetime) -> None:
    """Let the batch prove this row, and no longer the one that it was taken for before.

    Raises:
        NothingToUndo: it was checked for that row already.
    """
    for one in documents.of_batch(db, batch):
        if batch.assignment_id is not None and batch.assignment_id != assignment_id:
            _refuse_checked(db, one.id, batch.assignment_id)
            unlink(db, one.id, batch.assignment_id)
        documents.link(db, one.id, assignment_id, now)


def unplace(db: Connection, batch: Batch) -> None:
    """Let the batch prove nothing again.

    Raises:
        NothingToUndo: one of its rows was checked with it.
    """
    for one in documents.of_batch(db, batch):
        for row in documents.rows_of(db, one.id):
            _refuse_checked(db, one.id, row)
            unlink(db, one.id, row)


def withdraw(db: Connection, given: Sequence[Document], person_id: int, now: datetime, *, must: bool = False) -> None:
    """The documents count no more ("Ghi nhầm, bỏ"), and their bytes are swept away.

    Args:
        db: open connection.
        given: which.
        person_id: who takes them back.
        now: when.
        must: even after a check, since they should never have been sent.

    Raises:
        NothingToUndo: one of them was checked already.
    """
    for one in given:
        if not must:
            for row in documents.rows_of(db, one.id):
                _refuse_checked(db, one.id, row)
        db.execute(update(Evidence).where(Evidence.id == one.id).values(withdrawn_at=now))
        audit.note(db, "drop_document", f"evidence:{one.id}", now, by=person_id)


def _refuse_checked(db: Connection, evidence_id: int, assignment_id: int) -> None:
    """A row that was accepted after the document came rests on it."""
    linked = select(EvidenceFor.at).where(EvidenceFor.evidence_id == evidence_id, EvidenceFor.assignment_id == assignment_id)
    newest = (
        select(Verdict.accepted, Verdict.at).where(Verdict.assignment_id == assignment_id).order_by(Verdict.id.desc()).limit(1)
    )
    verdict, at = db.execute(newest).first(), db.scalar(linked)
    if verdict is not None and at is not None and verdict.accepted and verdict.at >= at:
        raise NothingToUndo
