"""A new decision in mid-year: what a changed list means for each person; old codes stay understood; who has seen it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection, select, update

from storage import audit
from storage.loading import standing
from storage.loading.compare import Change, Comparison
from storage.loading.standing import Standing
from storage.tables import Audit, Campaign, Criterion
from storage.work import campaigns
from storage.work.campaigns import CODES

What = Literal["added", "removed", "renumbered", "points", "due", "given", "taken"]
SEEN, TOLD = "list_seen", "told"
DECIDED = frozenset({"code", "max_points"})
"""Columns whose change makes a new version of the criteria set."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a person is told of one row.

    before, after: the codes, points or dates that changed; None where there is none.
    """

    what: What
    assignment_id: int
    code: str | None
    title: str
    before: str | Decimal | date | None = None
    after: str | Decimal | date | None = None


def remember(db: Connection, campaign_id: int, done: Comparison) -> None:
    """Keep old codes, and count a new version of the set, where a list that stood was changed."""
    if not done.leaves and not done.dropped:
        return
    old = {change.columns["code"][0]: change.leaf.id for change in done.changed if change.columns.get("code", (None,))[0]}
    if old:
        kept = db.scalar(select(Campaign.settings).where(Campaign.id == campaign_id)) or {}
        campaigns.set_setting(db, campaign_id, CODES, kept.get(CODES, {}) | old)
    if done.new or done.dropped or any(DECIDED & change.columns.keys() for change in done.changed):
        db.execute(update(Campaign).where(Campaign.id == campaign_id).values(version=Campaign.version + 1))


def current_codes(db: Connection, campaign_id: int) -> dict[str, str]:
    """From each old code of a year to the one that its criterion bears now."""
    kept: dict[str, int] = (db.scalar(select(Campaign.settings).where(Campaign.id == campaign_id)) or {}).get(CODES, {})
    query = select(Criterion.id, Criterion.code).where(Criterion.id.in_(kept.values()))
    now = {row.id: row.code for row in db.execute(query)}
    return {old: now[one] for old, one in kept.items() if now.get(one) and now[one] != old}


def news(db: Connection, campaign_id: int, done: Comparison) -> dict[int, list[News]]:
    """What each person is to be told of a list that was applied.

    Args:
        db: open connection.
        campaign_id: the year.
        done: what was applied.
    """
    found: dict[int, list[News]] = defaultdict(list)
    if not done.leaves and not done.dropped:
        return found
    now = {leaf.id: leaf for leaf in standing.of_campaign(db, campaign_id) if not leaf.is_dropped}
    for change in done.changed:
        for person, one in _of_change(change, now[change.leaf.id]):
            found[person].append(one)
    known = {leaf.id for leaf in done.leaves.values()}
    for leaf in now.values():
        if leaf.id not in known and leaf.person_id is not None:
            found[leaf.person_id].append(_one("added", leaf, None, leaf.due_on))
    for leaf in done.dropped:
        if leaf.person_id is not None:
            found[leaf.person_id].append(_one("removed", leaf))
    return found


def _of_change(change: Change, leaf: Standing) -> Iterator[tuple[int, News]]:
    columns = change.columns
    if "lead" in columns and change.leaf.person_id is not None and change.leaf.person_id != leaf.person_id:
        yield change.leaf.person_id, _one("taken", change.leaf)
    if leaf.person_id is None:
        return
    if ("lead" in columns and change.leaf.person_id != leaf.person_id) or change.leaf.is_dropped:
        yield leaf.person_id, _one("given", leaf, None, leaf.due_on)
        return
    if "code" in columns and columns["code"][0]:
        yield leaf.person_id, _one("renumbered", leaf, *columns["code"])
    if "max_points" in columns:
        yield leaf.person_id, _one("points", leaf, *columns["max_points"])
    if "due" in columns:
        yield leaf.person_id, _one("due", leaf, columns["due"][0][0], columns["due"][1][0])


def _one(what: What, leaf: Standing, before: Any = None, after: Any = None) -> News:
    return News(what, leaf.assignments[0], leaf.code, leaf.title, before, after)


def see(db: Connection, load_id: int, person_id: int, office_id: int, now: datetime) -> None:
    """A person says that the change is clear ("Đã rõ"); once is enough."""
    if person_id not in seen(db, load_id):
        audit.note(db, SEEN, f"load:{load_id}", now, by=person_id, office=office_id)


def seen(db: Connection, load_id: int) -> set[int]:
    """Who said so."""
    query = select(Audit.person_id).where(Audit.action == SEEN, Audit.subject == f"load:{load_id}")
    return {one for one in db.scalars(query) if one is not None}
