"""After an incident: whose data was touched in a period, by whom and how; for the notice within 72 hours."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.tables import Assignment, Audit, Evidence, Person, Update

OF_EVERYBODY = {"paper", "export", "load", "load_undo", "invite_all", "backup", "sheet"}
"""What shows or changes rows of a whole office."""
GRANTED = "extension_granted"
"""More time for a row: among reports it is called as the granting of a role is in the history."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A person and what was done to their data, how often; `office` lines stand for everybody of an office."""

    person: str
    did: dict[str, int]


def touched(db: Connection, since: datetime, until: datetime, by: int | None = None) -> list[Touched]:
    """Who, by name, and what.

    Args:
        db: open connection.
        since: from when.
        until: up to when.
        by: only what this person did (a stolen account); None = anybody but the person themself.
    """
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for person_id, actor, what in (*_noted(db, since, until), *_reported(db, since, until)):
        if actor == by if by is not None else actor != person_id:
            found[person_id][what] += 1
    names = {row.id: row.full_name for row in db.execute(select(Person.id, Person.full_name).where(Person.id.in_(found)))}
    return sorted((Touched(names[one], dict(did)) for one, did in found.items() if one in names), key=lambda one: one.person)


def _noted(db: Connection, since: datetime, until: datetime) -> Iterable[tuple[int, int | None, str]]:
    """Lines of the history: about a person, about a document of theirs, or about everybody of the office."""
    owners = {f"evidence:{row.id}": row.person_id for row in db.execute(select(Evidence.id, Evidence.person_id))}
    offices: dict[int, list[int]] = defaultdict(list)
    for row in db.execute(select(Person.office_id, Person.id)):
        offices[row.office_id].append(row.id)
    lines: Any = select(Audit.person_id, Audit.action, Audit.subject, Audit.office_id).where(Audit.at >= since, Audit.at <= until)
    for actor, action, subject, office in db.execute(lines.order_by(Audit.id)):
        kind, _, number = subject.partition(":")
        if kind == "person" and number.isdigit():
            yield int(number), actor, action
        elif subject in owners:
            yield owners[subject], actor, action
        elif action in OF_EVERYBODY:
            yield from ((one, actor, action) for one in offices[office])


def _reported(db: Connection, since: datetime, until: datetime) -> Iterable[tuple[int, int | None, str]]:
    """Changes of rows that a person answers for."""
    query = select(Assignment.person_id, Update.person_id, Update.kind).join(Update, Update.assignment_id == Assignment.id)
    for holder, actor, kind in db.execute(query.where(Update.at >= since, Update.at <= until, Assignment.person_id.is_not(None))):
        assert holder is not None, "asked for"
        yield holder, actor, GRANTED if kind == "grant" else kind
