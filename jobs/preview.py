"""What reminders would say on a day, as things stand: planned as `plan` plans, and nothing is written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from jobs import plan
from jobs.plan import Desk
from storage.db import Connection
from storage.evidence import unplaced
from storage.reminders import reminding
from storage.reminders.reminding import Reader
from storage.rules.calendar import add_working_days, is_working_day, working_days_between
from storage.rules.hours import next_slot, slot_on
from storage.rules.reminders import Step, steps_since
from storage.work.assignments import Work


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row that a reminder would name, with the step of the policy that it is at."""

    assignment_id: int
    code: str | None
    title: str
    kind: str
    step: str
    due_on: date | None
    days: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What one person would get; `unplaced`: how many batches of documents without a criterion it asks about."""

    person_id: int
    person: str
    at: datetime
    channel: str | None
    reachable: bool
    rows: tuple[PlannedRow, ...]
    unplaced: int = 0


def planned_for(db: Connection, office_id: int, day: date, zone: tzinfo, now: datetime | None = None) -> list[Planned]:
    """What would be sent on a day, as things stand: nothing is written.

    Args:
        db: open connection.
        office_id: the office.
        day: local date.
        zone: the office's time zone.
        now: the moment it is asked; None = the morning of the day.
    """
    moment = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    at = plan.desk(db, office_id, moment, zone)
    if not is_working_day(day, at.calendar):
        return []
    asked = (now or moment).astimezone(zone).replace(tzinfo=None)
    found = [_preview_person(at, reader, day, asked) for reader in reminding.readers(db, office_id)]
    return [one for one in found if one.rows or one.unplaced]


def _preview_person(at: Desk, reader: Reader, day: date, asked: datetime) -> Planned:
    hour = at.hour_of(reader)
    works = {work.id: work for work in at.rows_of(reader.id)}
    first_day = next_slot(asked, hour, at.calendar).date()
    after = _told_to(at, reader, day, first_day)
    rows = [_row(works[step.assignment_id], step) for step in _preview_steps(at, reader, day, first_day, after)]
    told = {row.assignment_id for row in rows}
    rows += [_planned_row(at, works[one]) for one in plan.steps_of_plans(at, reader.id, after) if one not in told]
    loose = unplaced.of_person(at.db, reader.id)
    asked_about = len(loose) if rows or plan.asks_where_of(at, loose, after) else 0
    local = slot_on(day, hour).replace(tzinfo=at.zone)
    channel = reader.chat.partition(":")[0] if reader.chat else None
    return Planned(reader.id, reader.name, local, channel, bool(reader.chat), tuple(rows), asked_about)


def _told_to(at: Desk, reader: Reader, day: date, first_day: date) -> date | None:
    """The last day that was told before a message of `day`; before one later than the next message all are taken as sent."""
    if reader.first_listed_at is None and day <= first_day:
        return reader.planned_to
    if reader.planned_to is not None and day <= first_day:
        return min(reader.planned_to, day)
    return add_working_days(day, -1, at.calendar)


def _preview_steps(at: Desk, reader: Reader, day: date, first_day: date, after: date | None) -> list[Step]:
    """Steps of a day since the last message before it."""
    if (reader.first_listed_at is None and day <= first_day) or after is None:
        return plan.steps_for(at, reader, day)
    listed = [fact for fact in at.facts(reader.id) if reader.first_listed_at or fact.due_on is None or fact.due_on >= first_day]
    found = (steps_since(fact, at.policy, at.calendar, after, day) for fact in listed)
    return sorted((step for step in found if step), key=lambda step: step.days)


def _planned_row(at: Desk, work: Work) -> PlannedRow:
    days = working_days_between(at.today, work.due_on, at.calendar) if work.due_on else 0
    return PlannedRow(work.id, work.code, work.title, work.kind.value, plan.PLAN_STEP, work.due_on, days)


def _row(work: Work, step: Step) -> PlannedRow:
    return PlannedRow(work.id, work.code, work.title, work.kind.value, step.name, work.due_on, step.days)
