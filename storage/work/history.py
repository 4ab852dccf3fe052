"""The office as it was, and what people answered: read from the append-only reports, nothing is kept twice."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, select

from storage.rules.glance import SILENT_AFTER
from storage.rules.rollup import Leaf
from storage.rules.status import Progress
from storage.tables import Assignment, Criterion, Outbox, Update

_FIELDS = frozenset({"progress", "percent", "blocked", "completed_on", "due_on", "person_id", "foreseen"})


def as_of(db: Connection, campaign_id: int, leaves: list[Leaf], moment: datetime) -> list[Leaf]:
    """The rows as they stood at a moment: what was changed since is taken back, the newest change first.

    Args:
        db: open connection.
        campaign_id: the year.
        leaves: the rows as they are now.
        moment: the past moment. Marks and rows that were added or dropped since stay as they are now.
    """
    query = (
        select(Update.assignment_id, Update.before)
        .join(Assignment, Assignment.id == Update.assignment_id)
        .join(Criterion, Criterion.id == Assignment.criterion_id)
        .where(Criterion.campaign_id == campaign_id, Update.at > moment, Update.kind != "load")
        .order_by(Update.id.desc())
    )
    was: dict[int, dict[str, Any]] = {}
    for row in db.execute(query):
        was.setdefault(row.assignment_id, {}).update({key: value for key, value in row.before.items() if key in _FIELDS})
    return [_before(leaf, was[leaf.assignment_id]) if leaf.assignment_id in was else leaf for leaf in leaves]


def _before(leaf: Leaf, was: dict[str, Any]) -> Leaf:
    values: dict[str, Any] = {key: was[key] for key in ("percent", "person_id") if key in was}
    if "progress" in was:
        values["progress"] = Progress(was["progress"])
    if "blocked" in was:
        values |= {"blocked": was["blocked"] is not None, "reason": was["blocked"]}
    for key in ("completed_on", "due_on"):
        if key in was:
            values[key] = date.fromisoformat(was[key]) if was[key] else None
    if "foreseen" in was:
        mark = Decimal(was["foreseen"]) if was["foreseen"] is not None else None
        values["short"] = mark is not None and leaf.max_points is not None and mark < leaf.max_points
        values["score"] = mark
    return replace(leaf, **values)


def silent(db: Connection, person_ids: Collection[int], since: datetime) -> set[int]:
    """Rows that these people were reminded of at least twice since anybody last answered for them.

    Args:
        db: open connection.
        person_ids: whose reminders.
        since: how far to look back; older messages are purged anyway.
    """
    if not person_ids:
        return set()
    sent = select(Outbox.about, Outbox.sent_at).where(
        Outbox.kind == "reminders", Outbox.state == "sent", Outbox.person_id.in_(person_ids), Outbox.sent_at >= since
    )
    told = [(one, row.sent_at) for row in db.execute(sent) for one in row.about or ()]
    answered = _answered(db, {one for one, _ in told})
    counts = Counter(one for one, at in told if one not in answered or at > answered[one])
    return {one for one, times in counts.items() if times >= SILENT_AFTER}


def _answered(db: Connection, assignment_ids: Collection[int]) -> dict[int, datetime]:
    """When somebody last said something of each row; a table that was loaded answers no reminder."""
    if not assignment_ids:
        return {}
    query = select(Update.assignment_id, func.max(Update.at)).where(
        Update.assignment_id.in_(assignment_ids), Update.source != "sheet", Update.kind.in_(("progress", "blocked", "extension"))
    )
    return {row[0]: row[1] for row in db.execute(query.group_by(Update.assignment_id))}


def blocked_since(db: Connection, assignment_ids: Collection[int]) -> dict[int, datetime]:
    """Since when each of these rows waits for somebody else, as its difficulty was reported."""
    if not assignment_ids:
        return {}
    query = select(Update.assignment_id, func.max(Update.at)).where(
        Update.assignment_id.in_(assignment_ids), Update.kind == "blocked"
    )
    return {row[0]: row[1] for row in db.execute(query.group_by(Update.assignment_id))}
