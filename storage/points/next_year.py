"""The list of the next year made from this one: tree, rules and people stay, dates move, states and documents begin anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select

from storage.errors import Gone
from storage.points import last_year, marking
from storage.rules.marks import Stage
from storage.rules.status import Progress
from storage.rules.years import next_day, next_words
from storage.tables import Assignment, Campaign, Criterion, EvidenceFor, Person, Score, Support, Update
from storage.work import campaigns

_LEVELS = ("field", "group", "leaf")
_LEAVES = select(Criterion.id, Criterion.code, Criterion.title).where(
    Criterion.campaign_id == bindparam("campaign"), Criterion.level == "leaf"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a new year holds.

    Attributes:
        rows: of work.
        unassigned: rows whose person has gone.
        lost: rows that lost points in the year before.
    """

    campaign_id: int
    year: int
    rows: int
    unassigned: int
    lost: int


def make(db: Connection, office_id: int, campaign_id: int, today: date) -> Made:
    """Make the next year's list.

    Args:
        db: open connection.
        office_id: whose year it is.
        campaign_id: the year to start from.
        today: by the office's calendar.

    Raises:
        Gone: the next year is there already.
    """
    old = campaigns.get(db, office_id, campaign_id)
    if campaigns.of_year(db, office_id, old.year + 1):
        raise Gone
    new = campaigns.ensure(db, office_id, old.year + 1)
    lines = {line.leaf.assignment_id: line for line in marking.sheet(db, campaign_id, today)}
    last = _last_year(db, old.year, lines)
    criteria = _criteria(db, old.id, new, old.year, last)
    rows = _rows(db, criteria, old.year)
    _supports(db, rows)
    unassigned = db.scalars(select(Assignment.id).where(Assignment.id.in_(rows.values()), Assignment.person_id.is_(None))).all()
    return Made(new, old.year + 1, len(rows), len(unassigned), sum("lost" in one for one in last.values()))


def tell_losses(db: Connection, office_id: int, campaign_id: int, today: date) -> None:
    """Write anew what a year got and lost at the criteria of the year made from it, since its last marks come after that.

    Nothing is written where there is no such year, or where somebody entered the losses there.

    Args:
        db: open connection.
        office_id: whose year it is.
        campaign_id: the year whose marks changed.
        today: by the office's calendar.
    """
    old = campaigns.get(db, office_id, campaign_id)
    following = campaigns.of_year(db, office_id, old.year + 1)
    if following is None or last_year.has_list(db, following):
        return
    lines = {line.leaf.assignment_id: line for line in marking.sheet(db, campaign_id, today)}
    last = _last_year(db, old.year, lines)
    last_year.put(db, {new: last.get(was, {}) for new, was in _origins(db, old, following).items()})


def _origins(db: Connection, old: campaigns.Year, following: int) -> dict[int, int]:
    """From each leaf of the year that follows to the one that it was made from: by its words, of equal ones by the code."""
    by_words: dict[str, dict[str | None, int]] = {}
    for row in db.execute(_LEAVES, {"campaign": old.id}):
        by_words.setdefault(next_words(row.title, old.year), {})[row.code] = row.id
    found = {}
    for row in db.execute(_LEAVES, {"campaign": following}):
        same = by_words.get(row.title, {})
        was = same.get(row.code) or (next(iter(same.values())) if len(same) == 1 else None)
        if was is not None:
            found[row.id] = was
    return found


def _last_year(db: Connection, year: int, lines: dict[int, marking.Line]) -> dict[int, dict[str, Any]]:
    """What each criterion got and lost, by its id; the instances of recurring work are summed."""
    query = select(Assignment.id, Assignment.criterion_id).where(Assignment.id.in_(lines))
    found: dict[int, list[marking.Line]] = {}
    for row in db.execute(query):
        found.setdefault(row.criterion_id, []).append(lines[row.id])
    return {one: _told(year, some) for one, some in found.items() if any(line.is_marked or line.marks.outside for line in some)}


def _told(year: int, lines: Iterable[marking.Line]) -> dict[str, Any]:
    some = list(lines)
    got = [line.marks.outside or line.marks.office for line in some]
    lost = sum(line.lost for line in some)
    reasons = [one.reason for one in got if one and one.reason and one.stage is not Stage.SELF]
    told: dict[str, Any] = {"year": year, "points": str(sum(one.points for one in got if one))}
    told |= {"lost": str(lost)} if lost else {}
    return told | ({"reason": "; ".join(dict.fromkeys(reasons))} if reasons else {})


def _criteria(db: Connection, old: int, new: int, year: int, last: dict[int, dict[str, Any]]) -> dict[int, int]:
    """Copy the tree, level by level; returns the new id of each old one."""
    columns = [column for column in Criterion.__table__.columns if column.name not in {"id", "campaign_id"}]
    ids: dict[int, int] = {}
    for level in _LEVELS:
        query = select(Criterion.id.label("old"), *columns).where(Criterion.campaign_id == old, Criterion.level == level)
        if level == "leaf":
            query = query.where(exists().where(Assignment.criterion_id == Criterion.id, Assignment.dropped_at.is_(None)))
        for row in db.execute(query.order_by(Criterion.position, Criterion.id)).mappings().all():
            values = {name: row[name] for name in row if name != "old"}
            for name in ("title", "required_evidence"):
                values[name] = next_words(row[name], year) if row[name] else row[name]
            for name in ("parent_id", "field_id"):
                values[name] = ids.get(row[name]) if row[name] else None
            values |= {"campaign_id": new, "last_year": last.get(row["old"], {})}
            ids[row["old"]] = db.scalars(insert(Criterion).values(**values).returning(Criterion.id)).one()
    return ids


def _rows(db: Connection, criteria: dict[int, int], year: int) -> dict[int, int]:
    """Copy the rows of work without what was said of them; who has gone answers for none. Returns new ids by old ones."""
    gone = set(db.scalars(select(Person.id).where(Person.left_on.is_not(None))))
    kept = ("unit_id", "due_rule", "due_text", "strict")
    query = select(*Assignment.__table__.columns).where(Assignment.criterion_id.in_(criteria), Assignment.dropped_at.is_(None))
    ids: dict[int, int] = {}
    for row in db.execute(query.order_by(Assignment.id)).mappings().all():
        values = {name: row[name] for name in kept} | {
            "criterion_id": criteria[row["criterion_id"]],
            "period": next_words(row["period"], year),
            "person_id": None if row["person_id"] in gone else row["person_id"],
            "needs_check": [],
            "progress": Progress.NOT_STARTED.value,
        }
        official = row["official_due_on"] or row["due_on"]
        values |= dict.fromkeys(("due_on", "official_due_on"), next_day(official) if official else None)
        if values["due_text"]:
            values["due_text"] = next_words(values["due_text"], year)
        ids[row["id"]] = db.scalars(insert(Assignment).values(**values).returning(Assignment.id)).one()
    return ids


def _supports(db: Connection, rows: dict[int, int]) -> None:
    found = db.execute(select(Support.assignment_id, Support.person_id, Support.name).where(Support.assignment_id.in_(rows)))
    values = [{"assignment_id": rows[row.assignment_id], "person_id": row.person_id, "name": row.name} for row in found]
    if values:
        db.execute(insert(Support), values)


def _rows_of(db: Connection, campaign_id: int) -> list[int]:
    leaves = select(Criterion.id).where(Criterion.campaign_id == campaign_id)
    return list(db.scalars(select(Assignment.id).where(Assignment.criterion_id.in_(leaves))))


def is_untouched(db: Connection, campaign_id: int) -> bool:
    """Whether nothing was reported, sent or marked in a year, and no table was loaded for it."""
    rows = _rows_of(db, campaign_id)
    asked = (select(table.id).where(table.assignment_id.in_(rows)).limit(1) for table in (Update, Score, EvidenceFor))
    return not any(db.scalar(query) for query in asked)


def drop(db: Connection, campaign_id: int) -> int:
    """Take back a year of which nothing was said yet; returns how many rows went."""
    rows = _rows_of(db, campaign_id)
    db.execute(delete(Support).where(Support.assignment_id.in_(rows)))
    db.execute(delete(Assignment).where(Assignment.id.in_(rows)))
    for level in reversed(_LEVELS):
        db.execute(delete(Criterion).where(Criterion.campaign_id == campaign_id, Criterion.level == level))
    db.execute(delete(Campaign).where(Campaign.id == campaign_id))
    return len(rows)
