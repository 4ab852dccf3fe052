"""What a criterion was proven with the year before: the model for this year's documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.evidence import documents
from storage.evidence.documents import Document
from storage.names import folded
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from storage.work.assignments import Work

ALIKE = 0.5  # of the words of a title that a criterion of the same code must have for it to be the same criterion
_WORDS = re.compile(r"[a-z]+|\d+")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A criterion of the year before."""

    id: int
    code: str | None
    title: str


@dataclass(frozen=True, slots=True)
class LastDocuments:
    """Last year's documents of a criterion.

    Attributes:
        year: that they were sent for.
        documents: the oldest first.
        numbers: documents that the list itself named.
    """

    year: int
    documents: tuple[Document, ...]
    numbers: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.documents or self.numbers)


def same(work: Work, leaves: Sequence[Leaf]) -> Leaf | None:
    """Which criterion of the year before is this one: the same words, else the same code with words that are alike."""
    wanted = _words(work.title)
    worded = [one for one in leaves if _words(one.title) == wanted]
    coded = [one for one in worded or leaves if work.code and one.code == work.code]
    if worded:
        return (coded or worded)[0]
    return next((one for one in coded if _alike(set(wanted), set(_words(one.title)))), None)


def _words(text: str) -> list[str]:
    """The words of a title or period without its year."""
    return [word for word in _WORDS.findall(folded(text)) if not _YEAR.fullmatch(word)]


def _alike(first: set[str], second: set[str]) -> bool:
    return len(first & second) >= ALIKE * max(len(first), len(second), 1)


def of(db: Connection, work: Work) -> LastDocuments:
    """What was sent the year before for the criterion of a row; of recurring work for the same period, where it had that."""
    year = work.year - 1
    before = campaigns.of_year(db, work.office_id, year)
    leaves = select(Criterion.id, Criterion.code, Criterion.title).where(
        Criterion.campaign_id == before, Criterion.level == "leaf"
    )
    found = same(work, [Leaf(*row) for row in db.execute(leaves.order_by(Criterion.position))]) if before else None
    if found is None:
        return LastDocuments(year, (), ())
    columns = (Assignment.id, Assignment.period, Assignment.result_document)
    rows = db.execute(select(*columns).where(Assignment.criterion_id == found.id).order_by(Assignment.id)).all()
    rows = [row for row in rows if _words(row.period) == _words(work.period)] or list(rows)
    sent = documents.of_assignments(db, [row.id for row in rows])
    kept = {one.sha256 or one.id: one for row in rows for one in sent[row.id]}
    return LastDocuments(year, tuple(kept.values()), tuple(row.result_document for row in rows if row.result_document))
