"""Which reminder of which row falls on which working day. Hours, phones and words are known elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from storage.rules.calendar import Calendar, is_working_day, working_day_on_or_after, working_days_between
from storage.rules.deadlines import days_left
from storage.rules.status import OPEN, Kind, Progress

DUE = "due"
DUE_AGAIN = "due-again"
AGAIN = "again"
ALREADY_LATE = "already-late"
PLACE_DAYS = (1, 3, 5)
"""Working days after a document came on which it is asked about though nothing else is to be said."""


@dataclass(frozen=True, slots=True)
class Policy:
    """When an office reminds, as data of the unit.

    before: working days before the last day to finish (0 = on it); late: working days after the due date, then
    every `late_every`-th up to `late_until`; morning, afternoon: local hours of the first message and of the
    second one on the due day, None for no second one; rows_in_full: rows that one message shows in full.
    """

    before: tuple[int, ...] = (15, 7, 3, 1, 0)
    late: tuple[int, ...] = (2, 4, 6, 8, 10)
    late_every: int = 5
    late_until: int = 30
    morning: time = time(7, 45)
    afternoon: time | None = time(13, 45)
    rows_in_full: int = 3


@dataclass(frozen=True, slots=True)
class Ladder:
    """What of the policy applies to a kind of work; before: these days only, None = all; late: whether lateness is urged."""

    before: frozenset[int] | None = None
    late: bool = True


STEPS_BY_KIND: Mapping[Kind, Ladder | None] = {
    Kind.PRODUCT: Ladder(),
    Kind.RECURRING: Ladder(),  # each instance like a product
    Kind.FIGURE: Ladder(),  # its due date is the cut-off
    Kind.UPKEEP: Ladder(before=frozenset({7, 0})),  # nothing to prepare: gather the proof, then hand it in
    Kind.BONUS: Ladder(late=False),  # an offer, not a duty
    Kind.SURVEY: None,
    Kind.PENALTY: None,
}
"""The steps of each kind; None is never reminded."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What must be known of a row to remind of it.

    listed_late_on: the day the row, already late, was listed in the first message after sending began: the late
    steps do not apply to it until it gets a due date from that day on; snoozed_until: local time at which the
    person asked to be reminded again; answered_on_due_day: something was answered on the last day to finish;
    paused: reminders of this row are held for another reason than its state.
    """

    assignment_id: int
    kind: Kind
    progress: Progress
    due_on: date | None
    listed_late_on: date | None = None
    snoozed_until: datetime | None = None
    answered_on_due_day: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder of one row.

    name: "before-7", "due", "late-4", "again" (asked for), "due-again" (in the afternoon), "already-late"; days:
    working days left, negative when late; on: the day it falls on; missed: names of earlier steps told with it.
    """

    assignment_id: int
    name: str
    days: int
    on: date
    missed: tuple[str, ...] = ()


def step_on(fact: Fact, policy: Policy, cal: Calendar, day: date) -> Step | None:
    """Give the step that falls exactly on `day`, if any: at most one, and none on a day off.

    A snoozed row is silent until the day asked for (or the working day after it) and then gives "again".
    """
    ladder = STEPS_BY_KIND[fact.kind]
    if ladder is None or fact.due_on is None or not is_reminded(fact) or not is_working_day(day, cal):
        return None
    days = days_left(fact.due_on, day, cal)
    wake = wake_day(fact, cal)
    if wake is not None and day <= wake:
        return Step(fact.assignment_id, AGAIN, days, day) if day == wake else None
    name = _name_before(ladder, policy, days) if days >= 0 else _name_late(ladder, policy, -days, _was_listed(fact))
    return Step(fact.assignment_id, name, days, day) if name else None


def steps_since(fact: Fact, policy: Policy, cal: Calendar, after: date, upto: date) -> Step | None:
    """Give the latest step that falls after `after` and up to `upto`, with the earlier ones of that time as `missed`.

    So an outage ends in one message and not in five. `days` is counted for `upto`, the day it is told.
    """
    span = range(1, (upto - after).days + 1)
    found = [step for n in span if (step := step_on(fact, policy, cal, after + timedelta(days=n)))]
    if not found or fact.due_on is None:
        return None
    missed = tuple(step.name for step in found[:-1])
    return replace(found[-1], days=days_left(fact.due_on, upto, cal), missed=missed)


def again_at_noon(fact: Fact, policy: Policy, cal: Calendar, day: date, hour: time | None = None) -> Step | None:
    """Give the second reminder of the due day, for a row that nobody has answered for.

    hour: the local hour of this person's first message (None = the policy's); at or after the afternoon hour there
    is no second one. Nor is there one while the row is snoozed past that hour, or where the office wants none.
    """
    if fact.answered_on_due_day or policy.afternoon is None or (hour or policy.morning) >= policy.afternoon:
        return None
    noon = datetime.combine(day, policy.afternoon)
    if fact.snoozed_until is not None and fact.snoozed_until.replace(tzinfo=None) >= noon:
        return None
    step = step_on(replace(fact, snoozed_until=None), policy, cal, day)
    return replace(step, name=DUE_AGAIN) if step and step.name == DUE else None


def first_list(facts: Iterable[Fact], today: date, cal: Calendar) -> tuple[Step, ...]:
    """List the rows already late on `today`, the day of the first message after sending begins, longest late first.

    Each is listed once: a row that has been listed is left out, and its late steps do not follow.
    """
    late = [fact for fact in facts if is_already_late(fact, today)]
    late.sort(key=lambda fact: fact.due_on or today)
    return tuple(Step(fact.assignment_id, ALREADY_LATE, days_left(fact.due_on or today, today, cal), today) for fact in late)


def first_message(facts: Iterable[Fact], policy: Policy, cal: Calendar, off_since: date, today: date) -> tuple[Step, ...]:
    """Give all rows of one person's first message on `today`: those already late, then the steps of the silent time.

    off_since: the last day whose steps were sent, or the day before the rows were loaded.
    """
    facts = tuple(facts)
    rest = (fact for fact in facts if not is_already_late(fact, today))
    steps = (steps_since(fact, policy, cal, off_since, today) for fact in rest)
    return first_list(facts, today, cal) + tuple(sorted((s for s in steps if s), key=lambda s: s.days))


def asks_where(caught_on: date, after: date | None, today: date, cal: Calendar) -> bool:
    """Say whether a document that belongs to no criterion makes a message of its own today.

    after: the day of the last message; days that fell in between are made up for, once.
    """
    told = working_days_between(caught_on, after, cal) if after else 0
    return any(told < n <= working_days_between(caught_on, today, cal) for n in PLACE_DAYS)


def is_reminded(fact: Fact) -> bool:
    """Say whether anybody is reminded of this row at all: open work of a kind that has steps."""
    return fact.progress in OPEN and not fact.paused and STEPS_BY_KIND[fact.kind] is not None


def is_already_late(fact: Fact, today: date) -> bool:
    """Say whether the row belongs in the list of rows late before sending began."""
    ladder = STEPS_BY_KIND[fact.kind]
    late = fact.due_on is not None and fact.due_on < today and fact.listed_late_on is None
    return late and is_reminded(fact) and ladder is not None and ladder.late


def wake_day(fact: Fact, cal: Calendar) -> date | None:
    """Give the working day on which a snoozed row speaks again."""
    return working_day_on_or_after(fact.snoozed_until.date(), cal) if fact.snoozed_until else None


def _name_before(ladder: Ladder, policy: Policy, days: int) -> str | None:
    if days not in policy.before or (ladder.before is not None and days not in ladder.before):
        return None
    return f"before-{days}" if days else DUE


def _name_late(ladder: Ladder, policy: Policy, days: int, listed: bool) -> str | None:
    if listed or not ladder.late or days > policy.late_until:
        return None
    beyond = days - max(policy.late, default=0)
    regular = policy.late_every > 0 and beyond > 0 and beyond % policy.late_every == 0
    return f"late-{days}" if regular or days in policy.late else None


def _was_listed(fact: Fact) -> bool:
    return fact.listed_late_on is not None and fact.due_on is not None and fact.due_on < fact.listed_late_on
