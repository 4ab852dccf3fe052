"""Which rows a person may send documents for, those first that are most likely meant."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from storage.evidence import documents
from storage.rules.status import NOBODYS_WORK, OPEN, Progress
from storage.work import assignments
from storage.work.assignments import Work


def rows_for(db: Connection, person_id: int, today: date) -> list[Work]:
    """Own rows and those helped with: the open ones first, then those that wait for a check, the accepted last."""
    own = assignments.of_person(db, person_id, today)
    known = {work.id for work in own}
    helped = [work for work in assignments.helped_by(db, person_id, today) if work.id not in known]
    rows = [work for work in own + helped if work.kind not in NOBODYS_WORK]
    return sorted(rows, key=lambda work: _rank(work.progress))  # stable: by due date within a rank, own rows first


def further(db: Connection, person_id: int, today: date, served: Collection[int], *, files: bool) -> list[Work]:
    """The rows that documents may serve beside those that they serve already; files go to none that takes numbers only."""
    rows = rows_for(db, person_id, today)
    return [work for work in rows if work.id not in served and not (files and work.number_only)]


def _rank(progress: Progress) -> int:
    if progress in OPEN:
        return 0
    return {Progress.REPORTED: 1, Progress.CONFIRMED: 3}.get(progress, 2)


def only_likely(db: Connection, rows: list[Work]) -> Work | None:
    """The one open row; none if a row reported done still waits for its documents, since they may be those."""
    open_rows = [work for work in rows if work.progress in OPEN]
    reported = [work.id for work in rows if work.progress is Progress.REPORTED]
    if len(open_rows) != 1 or len(documents.counts(db, reported)) < len(reported):
        return None
    return open_rows[0]
