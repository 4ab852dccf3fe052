"""The check of what was reported done: accepted, or more is asked with a reason. Nobody checks their own."""

from datetime import date, datetime

from sqlalchemy import Connection, insert, or_, select

from storage import figures, people, units, updates
from storage.assignments import BASE, Work, get, read
from storage.errors import NotAllowed, NotOpen, OwnWork
from storage.people import CHECKERS, Official
from storage.rules.status import Progress, Role
from storage.tables import Assignment, Verdict
from storage.updates import Recorded

NEAREST_FIRST = (Role.HEAD, Role.REVIEWER, Role.COORDINATOR)


def waiting(db: Connection, person: Official) -> list[Work]:
    """What this person may check now, the longest waiting first; own rows never."""
    covered: set[int] = set()
    for role, unit_id in person.roles:
        if role in CHECKERS and unit_id not in covered:
            covered.update(units.below(db, unit_id))
    query = BASE.where(
        Assignment.progress == Progress.REPORTED.value,
        Assignment.unit_id.in_(covered),
        or_(Assignment.person_id != person.id, Assignment.person_id.is_(None)),
    ).order_by(Assignment.reported_at, Assignment.id)
    return [read(row) for row in db.execute(query)] if covered else []


def checkable(db: Connection, person: Official, assignment_id: int) -> Work:
    """A row that this person may check.

    Raises:
        OwnWork: the person answers for it.
        NotAllowed: the person checks nothing there.
    """
    work = get(db, assignment_id)
    if not people.covers(db, person, work.unit_id, *CHECKERS):
        raise NotAllowed
    if work.person_id == person.id:
        raise OwnWork(code=work.name)
    return work


def checkers_of(db: Connection, work: Work) -> list[int]:
    """Who may check a row: head of unit, reviewer, coordinator, each once; never who answers for it."""
    found = [one for role in NEAREST_FIRST for one in people.holders(db, work.unit_id, role)]
    return [one for one in dict.fromkeys(found) if one != work.person_id]


def another_checker(db: Connection, work: Work) -> Official | None:
    """Who checks a row that its owner may not check: the nearest who can be reached."""
    found = checkers_of(db, work)
    reachable = [one for one in found if people.is_linked(db, one)]
    return people.by_id(db, (reachable or found)[0]) if found else None


def accept(db: Connection, person: Official, assignment_id: int, completed_on: date, now: datetime) -> Recorded:
    """The result is confirmed, with the completion date that alone decides lateness.

    Raises:
        NotOpen: it does not wait for a check.
    """
    work = checkable(db, person, assignment_id)
    if work.progress is not Progress.REPORTED:
        raise NotOpen(code=work.name, progress=work.progress)
    values = {"progress": Progress.CONFIRMED.value, "completed_on": completed_on, "checked_at": now}
    values |= figures.foreseen(db, work.id, values)
    _judge(db, person, work, now, accepted=True, reason=None)
    return updates.change(db, work.id, values, kind="check", source="tap", by=person.id, at=now)


def send_back(db: Connection, person: Official, assignment_id: int, reason: str, now: datetime) -> Recorded:
    """More is asked for; what was sent stays. An accepted row is opened again this way.

    Raises:
        NotOpen: nothing was reported.
    """
    work = checkable(db, person, assignment_id)
    if work.progress not in {Progress.REPORTED, Progress.CONFIRMED}:
        raise NotOpen(code=work.name, progress=work.progress)
    _judge(db, person, work, now, accepted=False, reason=reason)
    values = {"progress": Progress.RETURNED.value, "checked_at": now}
    return updates.change(db, work.id, values, kind="check", source="tap", by=person.id, at=now, note=reason)


def _judge(db: Connection, person: Official, work: Work, now: datetime, *, accepted: bool, reason: str | None) -> None:
    values = {"assignment_id": work.id, "person_id": person.id, "at": now, "accepted": accepted, "reason": reason}
    db.execute(insert(Verdict).values(**values))


def last_reason(db: Connection, assignment_id: int) -> str | None:
    """Why more was asked for, when that was the last word on the row."""
    query = select(Verdict.accepted, Verdict.reason).where(Verdict.assignment_id == assignment_id).order_by(Verdict.id.desc())
    row = db.execute(query.limit(1)).first()
    return row.reason if row and not row.accepted else None
