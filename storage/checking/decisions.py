"""What waits for somebody's decision ("Chờ tôi quyết"): more time, causes of delay to confirm, leave with a substitute."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, literal, select, union_all

from storage.office import units
from storage.office.people import TEAM, Official
from storage.rules.status import Role
from storage.statements import written
from storage.tables import Assignment, Campaign, Cause, Criterion, Extension, Leave, Person

DECIDERS = (*TEAM, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Pending:
    """One request that nobody has decided yet.

    Attributes:
        route: the step that puts it before who decides.
        wanted_on: the day asked for; None for the cause of a delay.
        away: the first and the last day of a leave, which is about no row of its own.
    """

    route: str
    assignment_id: int
    code: str | None
    title: str
    person: str
    at: datetime
    due_on: date | None
    wanted_on: date | None
    reason: str | None
    away: tuple[date, date] | None = None


Decided = type[Extension] | type[Cause]


def _waiting(table: Decided, wanted_on: Any) -> Select[*tuple[Any, ...]]:
    """What waits in years that are open, whatever it is; `wanted_on` is the new date, where one is asked for."""
    return (
        select(
            table.id,
            Assignment.id.label("row"),
            Criterion.code,
            Criterion.title,
            Person.full_name,
            table.at,
            Assignment.due_on,
            wanted_on.label("wanted_on"),
            table.reason,
        )
        .join(Assignment, Assignment.id == table.assignment_id)
        .join(Criterion, Criterion.id == Assignment.criterion_id)
        .join(Campaign, Campaign.id == Criterion.campaign_id)
        .join(Person, Person.id == table.person_id)
        .where(_undecided(table), Assignment.dropped_at.is_(None), Campaign.closed_on.is_(None))
    )


def _undecided(table: Decided) -> ColumnElement[bool]:
    return Extension.granted.is_(None) if table is Extension else Cause.confirmed.is_(None)


_STEPS: dict[str, tuple[Decided, Select[*tuple[Any, ...]]]] = {
    "deciding": (Extension, _waiting(Extension, Extension.wanted_on)),
    "causing": (Cause, _waiting(Cause, literal(None))),
}
"""What is decided in which step."""
_UNDECIDED = union_all(*(select(written(step), table.id).where(_undecided(table)) for step, (table, _) in _STEPS.items()))
"""Asked first: there are few, and no planner shall begin with all the rows of work of a province."""


def covered(db: Connection, person: Official, *roles: Role) -> set[int]:
    """The units over which the person holds one of the roles."""
    return {below for role, unit in person.roles if role in roles for below in units.below(db, unit)}


def waiting_for(db: Connection, person: Official, today: date) -> list[Pending]:
    """What this person may decide now, the longest waiting first; own requests and own rows never."""
    leaves: list[Any] = list(db.execute(_LEAVES, {"today": today}))
    open_: dict[str, list[int]] = defaultdict(list)
    for step, one in db.execute(_UNDECIDED):
        open_[step].append(one)
    within = covered(db, person, *DECIDERS) if open_ or leaves else set()
    found = [one for step, ids in open_.items() for one in _open(db, person, within, step, ids)]
    found += [_leave(row) for row in leaves if _decides(person, row, within)]
    return sorted(found, key=attrgetter("at", "route"))


_LEAVES = (
    select(Leave.id, Leave.person_id, Leave.to_id, Leave.agreed_by, Leave.at, Leave.first, Leave.last)
    .add_columns(Person.full_name, Person.unit_id)
    .join(Person, Person.id == Leave.person_id)
    .where(Leave.to_id.is_not(None), Leave.taken.is_(None), Leave.last >= bindparam("today"))
)
"""Leaves with a substitute that are neither agreed to nor taken, of days to come."""


def _decides(person: Official, row: Any, within: set[int]) -> bool:
    """The substitute accepts what a leader has agreed to; never the own leave."""
    if row.agreed_by is not None:
        return bool(row.to_id == person.id)
    return row.unit_id in within and row.person_id != person.id


def _leave(row: Any) -> Pending:
    return Pending(f"leave_asked:{row.id}", 0, None, "", row.full_name, row.at, None, None, None, (row.first, row.last))


def _open(db: Connection, person: Official, within: set[int], step: str, ids: list[int]) -> list[Pending]:
    table, query = _STEPS[step]
    others = (table.person_id != person.id, Assignment.person_id.is_distinct_from(person.id))
    rows = db.execute(query.where(table.id.in_(ids), Assignment.unit_id.in_(within), *others))
    return [_pending(step, row) for row in rows]


def _pending(step: str, row: Any) -> Pending:
    route = f"{step}:{row.id}"
    return Pending(route, row.row, row.code, row.title, row.full_name, row.at, row.due_on, row.wanted_on, row.reason)
