"""The check of what was reported done: accepted, or more is asked with a reason. Nobody checks their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from storage.errors import NotAllowed, NotOpen, OwnWork
from storage.office import people, units
from storage.office.people import CHECKERS, Official
from storage.rules.status import Progress, Role
from storage.tables import Assignment, Criterion, Leave, Person, Update, Verdict
from storage.work import bulk, figures, updates
from storage.work.assignments import BASE, Work, get, read
from storage.work.updates import Recorded, Stamp

FREQUENT, MOST_OWN = 2, 3  # times that a reason was written before it is offered, and how many are
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
    if person.id in {work.person_id, stood_in(db, work)}:
        raise OwnWork(code=work.name)
    return work


def stood_in(db: Connection, work: Work) -> int | None:
    """Who reported the row while standing in for its owner, and may judge it as little."""
    return substitutes(db, [work]).get(work.id)


def substitutes(db: Connection, works: Sequence[Work]) -> dict[int, int]:
    """Who reported each of the rows while standing in for its owner; rows that nobody else reported are left out."""
    owner = {work.id: work.person_id for work in works}
    query = (
        select(Update.assignment_id, Leave.person_id, Leave.to_id)
        .join(Leave, Leave.to_id == Update.person_id)
        .where(Update.id.in_(updates.newest_reports(owner)), Leave.taken.is_(True))
    )
    return {row: to for row, absent, to in db.execute(query) if to is not None and owner[row] == absent}


def checkers_of(db: Connection, work: Work) -> list[int]:
    """Who may check a row: head of unit, reviewer, coordinator, each once; never who answers for it or reported it instead."""
    found = [one for role in NEAREST_FIRST for one in people.holders(db, work.unit_id, role)]
    own = {work.person_id, stood_in(db, work)}
    return [one for one in dict.fromkeys(found) if one not in own]


def another_checker(db: Connection, work: Work) -> Official | None:
    """Who checks a row that its owner may not check: the nearest who can be reached."""
    found = checkers_of(db, work)
    reachable = [one for one in found if people.is_linked(db, one)]
    return people.by_id(db, (reachable or found)[0]) if found else None


def accept(
    db: Connection,
    person: Official,
    assignment_id: int,
    completed_on: date | None,
    now: datetime,
    reason: str | None = None,
    *,
    progress: Progress = Progress.CONFIRMED,
) -> Recorded:
    """The result is confirmed, with the completion date that alone decides lateness; the reason is that of an exception.

    Raises:
        NotOpen: it does not wait for a check.
    """
    work = checkable(db, person, assignment_id)
    if work.progress is not Progress.REPORTED:
        raise NotOpen(code=work.name, progress=work.progress)
    values = {"progress": progress.value, "completed_on": completed_on, "checked_at": now}
    values |= figures.foreseen(db, work.id, values)
    _judge(db, person, work, now, accepted=True, reason=reason)
    return updates.change(db, work.id, values, "check", Stamp(person.id, now, "tap"), note=reason)


def accept_many(db: Connection, person: Official, works: Sequence[Work], now: datetime) -> tuple[int, int]:
    """Results are confirmed with the completion dates that they were reported with, in a few statements however many they are.

    Args:
        db: open connection.
        person: who checks.
        works: as `waiting` gave them in this transaction, but for those that this person reported instead of the owner.
        now: the moment.

    Returns:
        The first and the last of the lines that say so.
    """
    confirmed = {"progress": Progress.CONFIRMED.value, "checked_at": now}
    values = {work.id: confirmed | {"completed_on": work.completed_on} for work in works}
    earned = figures.foreseen_of(db, values)
    changes = [(row, changed | earned[row]) for row, changed in values.items()]
    verdict = {"person_id": person.id, "at": now, "accepted": True}
    db.execute(insert(Verdict), [verdict | {"assignment_id": work.id} for work in works])
    return bulk.change(db, changes, bulk.CHECK, Stamp(person.id, now, "tap"))


def accept_nil(db: Connection, person: Official, assignment_id: int, now: datetime) -> Recorded:
    """What was reported did not arise in the year: its points follow the rule for that.

    Raises:
        NotOpen: it does not wait for a check.
    """
    return accept(db, person, assignment_id, None, now, progress=Progress.NOT_ARISING)


def send_back(
    db: Connection, person: Official, assignment_id: int, reason: str, now: datetime, wanted_by: datetime | None = None
) -> Recorded:
    """More is asked for; what was sent stays. An accepted row is opened again this way.

    Raises:
        NotOpen: nothing was reported.
    """
    work = checkable(db, person, assignment_id)
    if work.progress not in {Progress.REPORTED, Progress.CONFIRMED}:
        raise NotOpen(code=work.name, progress=work.progress)
    _judge(db, person, work, now, accepted=False, reason=reason, wanted_by=wanted_by)
    values = {"progress": Progress.RETURNED.value, "checked_at": now}
    return updates.change(db, work.id, values, "check", Stamp(person.id, now, "tap"), note=reason)


def _judge(
    db: Connection,
    person: Official,
    work: Work,
    now: datetime,
    *,
    accepted: bool,
    reason: str | None,
    wanted_by: datetime | None = None,
) -> None:
    values = {"assignment_id": work.id, "person_id": person.id, "at": now, "accepted": accepted, "reason": reason}
    db.execute(insert(Verdict).values(**values, wanted_by=wanted_by))


@dataclass(frozen=True, slots=True)
class Wish:
    """The newest request for more: why, since when, and until when."""

    id: int
    person_id: int
    reason: str
    at: datetime
    wanted_by: datetime | None


def last_wish(db: Connection, assignment_id: int) -> Wish | None:
    """What was asked for last, whatever was decided since."""
    query = select(Verdict.id, Verdict.person_id, Verdict.reason, Verdict.at, Verdict.wanted_by).where(
        Verdict.assignment_id == assignment_id, ~Verdict.accepted
    )
    row = db.execute(query.order_by(Verdict.id.desc()).limit(1)).first()
    return Wish(row.id, row.person_id, row.reason or "", row.at, row.wanted_by) if row else None


def want_by(db: Connection, person: Official, assignment_id: int, moment: datetime) -> Work:
    """Another time until which more is wanted, by who may check the row.

    Raises:
        NotOpen: nothing more is wanted.
    """
    work = checkable(db, person, assignment_id)
    wish = last_wish(db, assignment_id)
    if wish is None or work.progress is not Progress.RETURNED:
        raise NotOpen(code=work.name, progress=work.progress)
    db.execute(update(Verdict).where(Verdict.id == wish.id).values(wanted_by=moment))
    return work


def own_reasons(db: Connection, office_id: int) -> list[tuple[int, str]]:
    """`(verdict, reason)`: what this office itself wrote at least twice, the most frequent first."""
    used = func.count()
    query = (
        select(func.max(Verdict.id), Verdict.reason)
        .join(Person, Person.id == Verdict.person_id)
        .where(Person.office_id == office_id, ~Verdict.accepted, Verdict.reason.is_not(None))
        .group_by(Verdict.reason)
        .having(used >= FREQUENT)
        .order_by(used.desc())
        .limit(MOST_OWN)
    )
    return [(row[0], str(row[1])) for row in db.execute(query)]


def reason_of(db: Connection, office_id: int, verdict_id: int) -> str | None:
    """A reason that somebody of this office gave before."""
    query = select(Verdict.reason).join(Person, Person.id == Verdict.person_id)
    return db.scalar(query.where(Verdict.id == verdict_id, Person.office_id == office_id))


def fields_of(db: Connection, works: Sequence[Work]) -> dict[int, tuple[int, str]]:
    """Of each row its lĩnh vực: number and title."""
    field = aliased(Criterion)
    query = select(Assignment.id, field.id.label("field"), field.title).join(Criterion, Criterion.id == Assignment.criterion_id)
    query = query.join(field, field.id == Criterion.field_id).where(Assignment.id.in_([work.id for work in works]))
    return {row.id: (row.field, row.title) for row in db.execute(query)}
