"""What proves a result: documents that are safe on disk or known by their number, and the rows that they serve."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select, update

from storage.errors import Gone, NotYours
from storage.evidence import kinds
from storage.evidence.fetches import Batch, Job
from storage.evidence.files import Kept
from storage.evidence.inside import Found
from storage.office.people import Official
from storage.rules.marks import Stage
from storage.statements import insert
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Fetch, Load, Person, Score
from storage.work import assignments
from storage.work.assignments import Work

EXPLAIN = "explain"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is listed and handed back.

    Attributes:
        read: what its text layer says of itself, which nobody has confirmed, and warnings; see `inside.Found.as_dict`.
        shown_sha256: the copy for other eyes, where there is one.
        stage: EXPLAIN where it was added to the row that is looked at when a lost mark was explained.
    """

    id: int
    kind: str
    name: str
    mime: str | None
    size: int | None
    sha256: str | None
    number: str | None
    issued_on: date | None
    received_at: datetime
    person_id: int
    person: str
    subject: str | None
    agency: str | None
    read: dict[str, Any] | None
    shown_sha256: str | None
    stage: str | None = None

    @property
    def copy(self) -> str | None:
        """The bytes that are handed out."""
        return self.shown_sha256 or self.sha256

    @property
    def copy_name(self) -> str:
        return kinds.copy_name(self.name, is_copy=self.shown_sha256 is not None)

    @property
    def copy_mime(self) -> str | None:
        return kinds.copy_mime(self.name, self.mime, is_copy=self.shown_sha256 is not None)


_BASE: Select[*tuple[Any, ...]] = (
    select(
        Evidence.id,
        Evidence.kind,
        Evidence.name,
        Evidence.mime,
        Evidence.size,
        Evidence.sha256,
        Evidence.number,
        Evidence.issued_on,
        Evidence.received_at,
        Evidence.person_id,
        Person.full_name,
        Evidence.subject,
        Evidence.agency,
        Evidence.read,
        Evidence.shown_sha256,
    )
    .join(Person, Person.id == Evidence.person_id)
    .where(Evidence.withdrawn_at.is_(None))
)
_SENT = (
    _BASE.add_columns(EvidenceFor.stage)
    .join(EvidenceFor, EvidenceFor.evidence_id == Evidence.id)
    .order_by(Evidence.received_at, Evidence.fetch_id, Evidence.id)
)
OF_ROW = _SENT.where(EvidenceFor.assignment_id == bindparam("row"))
_OF_ROWS = _SENT.add_columns(EvidenceFor.assignment_id).where(EvidenceFor.assignment_id.in_(bindparam("rows", expanding=True)))
_LINK = insert(EvidenceFor).on_conflict_do_nothing(index_elements=["evidence_id", "assignment_id"])


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file whose bytes are safe, what was seen in it, and the copy for other eyes if one was made."""

    kept: Kept
    found: Found
    shown: Kept | None = None


def keep_file(db: Connection, job: Job, office_id: int, arrived: Arrived, said: dict[str, Any]) -> int:
    """The row of a file whose bytes are safe; it serves the row that the batch was sent for, if that is known by now.

    Args:
        db: open connection.
        job: as it was fetched.
        office_id: whose.
        arrived: the bytes, and what was seen in them.
        said: what its sender said of it, see `readings.said`.
    """
    values = {
        "office_id": office_id,
        "person_id": job.person_id,
        "fetch_id": job.id,
        "batch": job.batch,
        "kind": job.kind,
        "name": job.name,
        "mime": job.mime,
        "size": arrived.kept.size,
        "sha256": arrived.kept.sha256,
        "shown_sha256": arrived.shown and arrived.shown.sha256,
        "shown_size": arrived.shown and arrived.shown.size,
        "read": arrived.found.as_dict() or None,
        "caption": job.caption,
        "received_at": job.received_at,
    }
    values |= _confirmed(db, office_id, arrived.kept.sha256) | said
    made: int = db.scalars(insert(Evidence).values(**values).returning(Evidence.id)).one()
    row = db.execute(select(Fetch.assignment_id, Fetch.also).where(Fetch.id == job.id)).one()
    for one in (row.assignment_id, *row.also) if row.assignment_id is not None else ():
        link(db, made, one, job.received_at)
    return made


def _confirmed(db: Connection, office_id: int, sha256: str) -> dict[str, Any]:
    """What a person of the office has confirmed of these very bytes before."""
    columns = (Evidence.number, Evidence.issued_on, Evidence.subject, Evidence.agency)
    same = (Evidence.sha256 == sha256, Evidence.office_id == office_id, Evidence.withdrawn_at.is_(None))
    query = select(*columns).where(*same, or_(Evidence.number.is_not(None), Evidence.issued_on.is_not(None)))
    row = db.execute(query.order_by(Evidence.id.desc()).limit(1)).first()
    return dict(row._mapping) if row else {}  # noqa: SLF001 - SQLAlchemy's public name for it


def link(db: Connection, evidence_id: int, assignment_id: int, now: datetime) -> None:
    """The document proves this row too; one document may serve many."""
    verified = select(Score.id).where(Score.assignment_id == assignment_id, Score.stage == Stage.VERIFIED_1.value)
    stage = EXPLAIN if db.scalar(verified.limit(1)) is not None else None  # what comes after it belongs to the explanation
    db.execute(_LINK, {"evidence_id": evidence_id, "assignment_id": assignment_id, "at": now, "stage": stage})


def of_assignment(db: Connection, assignment_id: int) -> list[Document]:
    """What was sent for a row, the oldest first; the same bytes twice are shown once."""
    return _once(Document(*row) for row in db.execute(OF_ROW, {"row": assignment_id}))


def of_assignments(db: Connection, assignment_ids: Sequence[int]) -> dict[int, list[Document]]:
    """What was sent for each of many rows, as `of_assignment` shows it; empty for rows without any."""
    sent: dict[int, list[Document]] = {one: [] for one in assignment_ids}
    for row in db.execute(_OF_ROWS, {"rows": list(assignment_ids)}):
        sent[row.assignment_id].append(Document(*row[:-1]))
    return {row: _once(found) for row, found in sent.items()}


def _once(found: Iterable[Document]) -> list[Document]:
    """The same bytes sent again are left out; what has none is told apart by itself."""
    shown: dict[object, Document] = {}
    for one in found:
        shown.setdefault(one.sha256 or one.id, one)
    return list(shown.values())


def counts(db: Connection, assignment_ids: Sequence[int]) -> dict[int, int]:
    """How many documents each of the rows has; rows without any are left out."""
    query = (
        select(EvidenceFor.assignment_id, func.count())
        .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
        .where(EvidenceFor.assignment_id.in_(assignment_ids), Evidence.withdrawn_at.is_(None))
        .group_by(EvidenceFor.assignment_id)
    )
    return {row[0]: row[1] for row in db.execute(query)}


def sizes(db: Connection, campaign_id: int) -> list[Any]:
    """`(row, sha256, size)` of every file of a year, in the order of the criteria; the same bytes once a row."""
    columns = (EvidenceFor.assignment_id.label("row"), func.coalesce(Evidence.shown_sha256, Evidence.sha256).label("sha256"))
    size = func.coalesce(Evidence.shown_size, Evidence.size).label("size")
    query = (
        select(*columns, size, Criterion.position)
        .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
        .join(Assignment, Assignment.id == EvidenceFor.assignment_id)
        .join(Criterion, Criterion.id == Assignment.criterion_id)
        .where(Criterion.campaign_id == campaign_id, Assignment.dropped_at.is_(None))
        .where(Evidence.withdrawn_at.is_(None), Evidence.sha256.is_not(None))
        .distinct()
    )
    return sorted(db.execute(query), key=lambda one: (one.position, one.row))


def of_batch(db: Connection, batch: Batch) -> list[Document]:
    """The documents of a batch that were not taken back."""
    ids = [part.id for part in batch.parts]
    return [Document(*row) for row in db.execute(_BASE.where(Evidence.fetch_id.in_(ids)).order_by(Evidence.fetch_id))]


def get(db: Connection, person: Official, evidence_id: int) -> Document:
    """A document, for who sent it or may look at a row that it serves.

    Raises:
        Gone: there is none, or it was taken back.
        NotYours: it is not for this person's eyes.
    """
    row = db.execute(_BASE.where(Evidence.id == evidence_id)).first()
    if row is None:
        raise Gone
    found = Document(*row)
    rows = rows_of(db, found.id)
    if found.person_id != person.id and not any(assignments.is_visible(db, person, one) for one in rows):
        raise NotYours(code="")
    return found


def rows_of(db: Connection, evidence_id: int) -> list[int]:
    """Which rows a document serves."""
    query = select(EvidenceFor.assignment_id).where(EvidenceFor.evidence_id == evidence_id).order_by(EvidenceFor.id)
    return list(db.scalars(query))


def elsewhere(db: Connection, batch: Batch) -> list[tuple[str, Work]]:
    """`(name, row)`: files of the batch whose very bytes were sent before, and the row that they were sent for."""
    mine = select(Evidence.sha256, Evidence.name, Evidence.office_id).where(
        Evidence.fetch_id.in_([part.id for part in batch.parts]), Evidence.withdrawn_at.is_(None)
    )
    found = []
    for one in db.execute(mine.order_by(Evidence.id)).all():
        earlier = (
            select(EvidenceFor.assignment_id)
            .join(Evidence, Evidence.id == EvidenceFor.evidence_id)
            .where(
                Evidence.sha256 == one.sha256,
                Evidence.office_id == one.office_id,
                Evidence.withdrawn_at.is_(None),
                Evidence.fetch_id < batch.first,
            )
        )
        ids = list(dict.fromkeys(db.scalars(earlier.order_by(Evidence.id))))
        found += [(one.name, work) for work in assignments.several(db, ids)]
    return found


def forget_names(db: Connection, fetch_ids: Sequence[int]) -> None:
    """Nothing of documents that were destroyed may tell what they were."""
    nothing = {"name": "", "caption": None, "subject": None, "read": None}
    db.execute(update(Evidence).where(Evidence.fetch_id.in_(fetch_ids)).values(**nothing))


@dataclass(frozen=True, slots=True)
class LastSent:
    """The newest file of a person: its number, when it came, and the row that it was sent for, if that is known."""

    id: int
    at: datetime
    assignment_id: int | None


def last_sent(db: Connection, person_id: int) -> LastSent | None:
    """The newest file of a person that was not taken back."""
    query = select(Fetch.id, Fetch.received_at, Fetch.assignment_id).where(
        Fetch.person_id == person_id, Fetch.state.in_(("waiting", "stored")), Fetch.purpose == "evidence"
    )
    row = db.execute(query.order_by(Fetch.id.desc()).limit(1)).first()
    return LastSent(*row) if row else None


def wanted_hashes(db: Connection) -> set[str]:
    """The bytes that a row still speaks of."""
    kept = select(Evidence.sha256).where(Evidence.sha256.is_not(None), Evidence.withdrawn_at.is_(None))
    shown = select(Evidence.shown_sha256).where(Evidence.shown_sha256.is_not(None), Evidence.withdrawn_at.is_(None))
    waiting = select(Fetch.sha256).where(Fetch.sha256.is_not(None), Fetch.purpose == "sheet")
    found = {one for query in (kept, shown, waiting) for one in db.scalars(query) if one}
    return found | set(db.scalars(select(Load.sha256)))
