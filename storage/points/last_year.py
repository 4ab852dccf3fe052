"""What the office got the year before: index, class, rank, and the points that each criterion lost, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.rules.compared import Then
from storage.rules.status import DONE, Progress
from storage.tables import Assignment, Campaign, Criterion, Person
from storage.work import campaigns

KEY, TABLE = "last_year", "last_year_is_table"
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


_MAXIMA = (
    select(Assignment.id, Criterion.max_points, Criterion.last_year)
    .join(Assignment, Assignment.criterion_id == Criterion.id)
    .where(Criterion.campaign_id == bindparam("campaign"), Assignment.dropped_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class Lost:
    """What one criterion lost.

    Attributes:
        points: lost; 0 where a table says that nothing was.
        most, own, got: its maximum, the own mark and the published one, where a table holds them.
    """

    code: str
    points: Decimal
    reason: str
    most: Decimal | None = None
    own: Decimal | None = None
    got: Decimal | None = None

    def as_json(self, year: int) -> dict[str, Any]:
        """How it stands at the criterion of this year."""
        told = {"max": self.most, "self": self.own, "points": self.got, "lost": self.points or None}
        found: dict[str, Any] = {key: str(value) for key, value in told.items() if value is not None}
        return found | {"year": year} | ({"reason": self.reason} if self.reason else {})


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


def keep(
    db: Connection, campaign_id: int, year: int, result: LastYear | None, lost: Sequence[Lost] | None, *, is_table: bool = False
) -> list[str]:
    """Write the result of the year before, in place of what stood there.

    Args:
        db: open connection.
        campaign_id: this year.
        year: the one before.
        result: None where a table of criteria does not hold it; what was entered stays.
        lost: of each criterion; None where only the result is told.
        is_table: whether every criterion is among them; else those that are not lost nothing.

    Returns:
        The codes that are in no row of this year.
    """
    if result is not None:
        campaigns.set_setting(db, campaign_id, KEY, {"index": str(result.index), "class": result.grade, "rank": result.rank})
    if lost is None:
        return []
    campaigns.set_setting(db, campaign_id, TABLE, is_table)
    by_code = {one.code: one.as_json(year) for one in lost}
    rows = db.execute(_LEAVES, {"campaign": campaign_id}).all()
    values = [{"leaf": row.id, "lost": by_code.get(row.code, {})} for row in rows if row.last_year or row.code in by_code]
    if values:
        db.execute(_SET, values)
    return unknown(db, campaign_id, lost)


def has_list(db: Connection, campaign_id: int) -> bool:
    """Whether somebody entered what the criteria lost, so that nothing else may write there."""
    return TABLE in _settings(db, campaign_id)


def put(db: Connection, told: Mapping[int, dict[str, Any]]) -> None:
    """Write what criteria of this year got the year before, by their ids."""
    if told:
        db.execute(_SET, [{"leaf": leaf, "lost": one} for leaf, one in told.items()])


def unknown(db: Connection, campaign_id: int, lost: Sequence[Lost]) -> list[str]:
    """The codes that are in no row of this year."""
    known = {row.code for row in db.execute(_LEAVES, {"campaign": campaign_id})}
    return [one.code for one in lost if one.code not in known]


def result(db: Connection, office_id: int, year: int) -> LastYear | None:
    """What was entered in a year for the one before; else what that one has as published; None where nothing is known."""
    years = campaigns.of_years(db, office_id, (year, year - 1))
    kept: dict[str, Any] | None = years[year].settings.get(KEY) if year in years else None
    if kept:
        return LastYear(Decimal(kept["index"]), kept["class"], kept["rank"])
    published = years[year - 1].published if year - 1 in years else None
    if published is None:
        return None
    rank = f"{published.rank}/{published.of}" if published.rank and published.of else str(published.rank or "")
    return LastYear(published.index, published.class_, rank)


def of_criteria(db: Connection, campaign_id: int) -> dict[int, Then]:
    """What each criterion got the year before, by rows of this year; criteria of which nothing is known are left out."""
    told = _settings(db, campaign_id)
    lists_losses = KEY in told and not told.get(TABLE)
    found = {}
    for row in db.execute(_MAXIMA, {"campaign": campaign_id}):
        most, got, lost = (_points(row.last_year.get(key)) for key in ("max", "points", "lost"))
        most = row.max_points if most is None else most
        if got is None and most is not None and (lost is not None or lists_losses):
            got = most - (lost or 0)
        if got is not None and most is not None:
            found[row.id] = Then(got, most)
    return found


def has_table(db: Connection, campaign_id: int) -> bool:
    """Whether a table of the criteria was recorded."""
    return bool(_settings(db, campaign_id).get(TABLE))


def _settings(db: Connection, campaign_id: int) -> dict[str, Any]:
    return dict(db.scalar(select(Campaign.settings).where(Campaign.id == campaign_id)) or {})


def _points(told: object) -> Decimal | None:
    return None if told is None else Decimal(str(told))


def remedies(db: Connection, campaign_id: int) -> list[Remedy]:
    """The criteria that lost points, those with most first."""
    found = []
    for row in db.execute(_ROWS, {"campaign": campaign_id}):
        points = Decimal(str(row.last_year.get("lost") or 0))
        if points > 0:
            reason, state = str(row.last_year.get("reason") or ""), Progress(row.progress)
            found.append(Remedy(row.id, row.code, row.title, row.full_name, points, reason, state))
    return sorted(found, key=lambda one: -one.points)
