"""Plan reminders: facts + policy + calendar + now -> one message a person, kept once by its key.

The database is the schedule. Planning twice is harmless; planning late folds what was missed into one message.
"""

import logging
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import Any

from jobs import alarm
from jobs.notice import notice
from locales.say import reminders as say
from locales.say import required as say_required
from storage.db import PASSING, Connection, savepoint
from storage.evidence import required, unplaced
from storage.loading import loads
from storage.messages import outbox
from storage.office import calendar, units
from storage.reminders import reminding, snoozes, terms
from storage.reminders.reminding import Reader
from storage.rules.calendar import Calendar, add_working_days
from storage.rules.hours import OfficeHours, slot_on, within
from storage.rules.policy import inside
from storage.rules.reminders import ALREADY_LATE, Policy, Step, again_at_noon, asks_where, first_message, steps_since
from storage.rules.status import OPEN, Progress
from storage.work import assignments, plans
from storage.work.assignments import Work

log = logging.getLogger(__name__)
LONG_OUTAGE = timedelta(hours=1)  # a shorter one is not worth a line in the morning
MISSING_DAYS = (3, 1, 0)  # working days before the due date
KEEP = timedelta(days=30)
PLAN_STEP = say.PLAN_STEP


@dataclass(frozen=True)
class Desk:
    """An office as planning sees it at one moment.

    Attributes:
        since: when sending began; None = it has not, or that does not matter.
        people: whose rows are looked at; None for everybody's.
    """

    db: Connection
    office_id: int
    now: datetime
    zone: tzinfo
    policy: Policy
    calendar: Calendar
    hours: OfficeHours
    since: datetime | None = None
    people: Collection[int] | None = None
    _rows: dict[int, list[Work]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def works(self) -> dict[int, list[Work]]:
        """The dated rows of each person, looked up when somebody is to be told of them: most ticks find nobody."""
        return reminding.held(self.db, self.office_id, self.people)

    def rows_of(self, person_id: int) -> list[Work]:
        """What a person is reminded of: own rows but those that a substitute does now, and those of colleagues on leave."""
        if person_id not in self._rows:
            stood_in, given = assignments.through_leave(self.db, person_id, self.today)
            own = [work for work in self.works.get(person_id, []) if work.id not in given]
            self._rows[person_id] = [*own, *stood_in]
        return self._rows[person_id]

    def hour_of(self, reader: Reader) -> time:
        """When a person's message leaves: their own hour or the office's, never after it has closed."""
        return inside(reader.hour or self.policy.morning, self.hours)

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone).replace(tzinfo=None)

    @property
    def today(self) -> date:
        return self.local.date()

    def facts(self, person_id: int) -> list[Any]:
        midnight = datetime.combine(self.today, datetime.min.time(), self.zone)
        return reminding.facts(self.db, self.rows_of(person_id), self.now, midnight.astimezone(UTC))


def desk(db: Connection, office_id: int, now: datetime, zone: tzinfo) -> Desk:
    return _desk(db, office_id, units.settings(db, office_id), now, zone)


def _desk(db: Connection, office_id: int, settings: dict[str, Any], now: datetime, zone: tzinfo) -> Desk:
    days, hours = calendar.of_office(db, office_id, settings), terms.hours_of(settings)
    return Desk(db, office_id, now, zone, terms.policy_of(settings), days, hours)


def tick(db: Connection, now: datetime, zone: tzinfo) -> int:
    """Plan what has become due in every office that sends.

    Returns:
        How many messages were added.
    """
    return sum(portion(db, at, at.people or ()) + _plan_snoozes(replace(at, people=None)) for at in due(db, now, zone))


def due(db: Connection, now: datetime, zone: tzinfo) -> list[Desk]:
    """The offices that send at this hour, and in `people` whose message is to be planned; it only looks."""
    found = []
    for one in units.sending(db):
        at = replace(_desk(db, one.office_id, one.settings, now, zone), since=one.since)
        if within(at.local, at.hours, at.calendar):
            readers = reminding.readers(db, one.office_id)
            found.append(replace(at, people=[reader.id for reader in readers if any(_slots(at, reader))]))
    return found


def portion(db: Connection, at: Desk, people: Collection[int]) -> int:
    """Plan what has become due for some people of an office; one whose rows cannot be read keeps nobody else from theirs.

    Returns:
        How many messages were added.
    """
    added = 0
    for reader in reminding.readers(db, at.office_id, people) if people else ():
        try:
            with savepoint(db):
                added += _plan_person(replace(at, db=db, people=[reader.id]), reader)
        except PASSING:
            raise
        except Exception:
            log.exception("no message could be planned for person %s", reader.id)
            alarm.tell_coordinators(db, at.office_id, say.not_planned(reader.name), f"unplanned:{reader.id}:{at.today}", at.now)
    return added


def _plan_person(at: Desk, reader: Reader) -> int:
    morning, noon = _slots(at, reader)
    return (_plan_morning(at, reader) if morning else 0) + (_plan_noon(at, reader) if noon else 0)


def _slots(at: Desk, reader: Reader) -> tuple[bool, bool]:
    """Whether a person's morning message, and whether the one on an unanswered due day, is to be planned now."""
    if reader.chat is None or at.since is None:
        return False, False
    morning, noon = slot_on(at.today, at.hour_of(reader)), at.policy.afternoon
    started = max(at.since, reader.linked_at or at.since).astimezone(at.zone).replace(tzinfo=None)
    is_planned = reader.planned_to is not None and reader.planned_to >= at.today
    is_noon = reader.planned_to == at.today and reader.noon_planned_on != at.today
    return not is_planned and started < morning <= at.local, is_noon and noon is not None and slot_on(at.today, noon) <= at.local


def steps_for(at: Desk, reader: Reader, day: date) -> list[Step]:
    """The steps of a person's morning message on a day: the first message, or what fell since the last one."""
    facts = at.facts(reader.id)
    if reader.first_listed_at is None or reader.planned_to is None:
        loaded_at = loads.first_applied_at(at.db, at.office_id)
        loaded_on = loaded_at.astimezone(at.zone).date() if loaded_at else day
        return list(first_message(facts, at.policy, at.calendar, loaded_on - timedelta(days=1), day))
    found = (steps_since(fact, at.policy, at.calendar, reader.planned_to, day) for fact in facts)
    return sorted((step for step in found if step), key=lambda step: step.days)


def _plan_morning(at: Desk, reader: Reader) -> int:
    steps = steps_for(at, reader, at.today)
    first = reader.first_listed_at is None
    reminding.list_late(at.db, [step.assignment_id for step in steps if step.name == ALREADY_LATE], at.today)
    reminding.planned(at.db, reader.id, at.today, first_at=at.now if first else None)
    unsent = reminding.withdraw_unsent(at.db, reader.id)
    planned = [[one, PLAN_STEP] for one in steps_of_plans(at, reader.id, reader.planned_to)]
    rows = _united([*([step.assignment_id, step.name] for step in steps), *planned], unsent)
    outage = None if first else _outage(at, reader)
    is_due = rows or asks_where_of(at, unplaced.of_person(at.db, reader.id), reader.planned_to)
    added = _keep(at, reader.id, reader.chat, rows, "morning", outage) if is_due else 0
    return added + _plan_missing(at, reader)


def asks_where_of(at: Desk, loose: Collection[unplaced.Unplaced], after: date | None) -> bool:
    """Whether documents that belong to no criterion are to be asked about, whatever else there is to say."""
    return any(asks_where(one.received_at.astimezone(at.zone).date(), after, at.today, at.calendar) for one in loose)


def _plan_missing(at: Desk, reader: Reader) -> int:
    """Reported done, yet only a part of the required documents came: said on the last working days before the due date.

    Where nothing came at all, the answer to the report has said so, and whoever checks it decides.
    """
    near = {add_working_days(at.today, days, at.calendar) for days in MISSING_DAYS}
    works = [one for one in at.rows_of(reader.id) if one.progress is Progress.REPORTED and one.due_on in near]
    found = required.standings(at.db, [work.id for work in works]) if works else {}
    rows = [(work, found[work.id]) for work in works if any(found[work.id].counts) and found[work.id].missing]
    if not rows or reader.chat is None:
        return 0
    message = say_required.remind(reader.name, rows)
    key = f"missing:{reader.id}:{at.today}"
    return len(outbox.add(at.db, notice(at.db, reader.id, message, key, chat=reader.chat), at.now))


def steps_of_plans(at: Desk, person_id: int, after: date | None) -> list[int]:
    """Rows with a step of their own plan that is due today or on the next working day, or since the last message, `after`."""
    ids = [work.id for work in at.rows_of(person_id) if work.progress in OPEN]
    soon = plans.open_by(at.db, ids, add_working_days(at.today, 1, at.calendar)) if ids else ()
    return list(dict.fromkeys(step.assignment_id for step in soon if after is None or step.due_on > after))


def _united(rows: list[list[Any]], earlier: list[list[Any]]) -> list[list[Any]]:
    """Rows told now, with those of messages that never left."""
    rows = list({row[0]: row for row in reversed(rows)}.values())[::-1]  # a row's own step stands before that of its plan
    told = {row[0] for row in rows}
    return rows + [row for row in earlier if row[0] not in told]


def _outage(at: Desk, reader: Reader) -> tuple[datetime, datetime] | None:
    last = slot_on(reader.planned_to or at.today, at.policy.morning).replace(tzinfo=at.zone)
    span = reminding.outage_since(at.db, last)
    return span if span and span[1] - span[0] >= LONG_OUTAGE else None


def _plan_noon(at: Desk, reader: Reader) -> int:
    """Unanswered on the due day: once more in the afternoon."""
    reminding.noon_planned(at.db, reader.id, at.today)
    found = (again_at_noon(fact, at.policy, at.calendar, at.today, at.hour_of(reader)) for fact in at.facts(reader.id))
    rows = [[step.assignment_id, step.name] for step in found if step]
    return _keep(at, reader.id, reader.chat, rows, "noon", None) if rows else 0


def _plan_snoozes(at: Desk) -> int:
    """ "Nhắc lại sau": what was wished for by now, one message a person."""
    due = reminding.due_snoozes(at.db, at.office_id, at.now)
    if not due:
        return 0
    snoozes.planned(at.db, [snooze_id for snooze_id, _, _ in due])  # also those that lead nowhere any more
    mine = {work.id for works in at.works.values() for work in works}
    by_person: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for snooze_id, assignment_id, person_id in due:
        if assignment_id in mine:
            by_person[person_id].append((snooze_id, assignment_id))
    chats = {reader.id: reader.chat for reader in reminding.readers(at.db, at.office_id, by_person)}
    added = 0
    for person_id, wished in by_person.items():
        rows = [[assignment_id, "again"] for _, assignment_id in wished]
        added += _keep(at, person_id, chats.get(person_id), rows, f"again-{wished[0][0]}", None)
    return added


def _keep(
    at: Desk, person_id: int, chat: str | None, rows: list[list[Any]], slot: str, outage: tuple[datetime, datetime] | None
) -> int:
    if chat is None:
        return 0
    span = [moment.isoformat() for moment in outage] if outage else None
    draft = outbox.Draft(
        key=f"remind:{person_id}:{at.today}:{slot}",
        chat=chat,
        kind="reminders",
        payload={"rows": rows, "slot": slot, "outage": span},
        lane=outbox.NOTICE,
        person_id=person_id,
        about=tuple(row[0] for row in rows),
        expires_at=at.now + KEEP,
    )
    return len(outbox.add(at.db, [draft], at.now))
