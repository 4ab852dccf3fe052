"""What the office got the year before: index, class, rank, and the points that each criterion lost, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage import campaigns
from storage.rules.status import DONE, Progress
from storage.tables import Assignment, Criterion, Person

KEY = "last_year"
_SET = update(Criterion).where(Criterion.id == bindparam("leaf")).values(last_year=bindparam("lost"))
_LEAVES = select(Criterion.id, Criterion.code, Criterion.last_year).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.level == "leaf"
)
_ROWS = (
    select(Criterion.code, Criterion.title, Criterion.last_year, Assignment.id, Assignment.progress, Person.full_name)
    .join(Assignment, Assignment.criterion_id == Criterion.id)
    .outerjoin(Person, Person.id == Assignment.person_id)
    .where(Criterion.campaign_id == bindparam("campaign"), Assignment.dropped_at.is_(None))
    .order_by(Criterion.position, Assignment.id)
)


@dataclass(frozen=True, slots=True)
class Lost:
    """What one criterion lost."""

    code: str
    points: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class LastYear:
    """The result of the year before.

    Attributes:
        index: in percent, as published.
        grade: the class in the words, or by the key, of the publication.
        rank: `5/10`, as published.
    """

    index: Decimal
    grade: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A criterion that lost points, and how it stands this year."""

    assignment_id: int
    code: str | None
    title: str
    person: str | None
    points: Decimal
    reason: str
    progress: Progress

    @property
    def is_done(self) -> bool:
        return self.progress in DONE


def keep(db: Connection, campaign_id: int, result: LastYear, lost: Sequence[Lost]) -> list[str]:
    """Write the result of the year before, in place of what stood there.

    Returns:
        The codes that are in no row of this year.
    """
    kept = {"index": str(result.index), "class": result.grade, "rank": result.rank}
    campaigns.set_setting(db, campaign_id, KEY, kept)
    by_code = {one.code: {"lost": str(one.points), "reason": one.reason} for one in lost}
    rows = db.execute(_LEAVES, {"campaign": campaign_id}).all()
    values = [{"leaf": row.id, "lost": by_code.get(row.code, {})} for row in rows if row.last_year or row.code in by_code]
    if values:
        db.execute(_SET, values)
    known = {row.code for row in rows}
    return [one.code for one in lost if one.code not in known]


def result(db: Connection, office_id: int, campaign_id: int) -> LastYear | None:
    """What was entered for the year before; else what the year before has as published; None where nothing is known."""
    year = campaigns.get(db, office_id, campaign_id)
    kept: dict[str, Any] | None = year.settings.get(KEY)
    if kept:
        return LastYear(Decimal(kept["index"]), kept["class"], kept["rank"])
    before = campaigns.of_year(db, office_id, year.year - 1)
    published = campaigns.get(db, office_id, before).published if before else None
    if published is None:
        return None
    rank = f"{published.rank}/{published.of}" if published.rank and published.of else str(published.rank or "")
    return LastYear(published.index, published.class_, rank)


def remedies(db: Connection, campaign_id: int) -> list[Remedy]:
    """The criteria that lost points, those with most first."""
    found = []
    for row in db.execute(_ROWS, {"campaign": campaign_id}):
        points = Decimal(str(row.last_year.get("lost") or 0))
        if points > 0:
            reason, state = str(row.last_year.get("reason") or ""), Progress(row.progress)
            found.append(Remedy(row.id, row.code, row.title, row.full_name, points, reason, state))
    return sorted(found, key=lambda one: -one.points)
