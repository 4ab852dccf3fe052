"""Recurring work as instances: on which days each falls, which of them is due now, and where an earlier state belongs."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol, TypeVar

from storage.rules.calendar import Calendar, working_day_on_or_after, working_day_on_or_before
from storage.rules.status import DONE, OPEN, Progress

Unit = Literal["week", "month", "quarter", "half", "year", "day"]
Rhythm = Literal["weekly", "monthly", "quarterly", "half-yearly"]

MONTHS: dict[str, int] = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES: dict[int, Unit] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_OF_LAST_MONTH = 10
"""A report of a month is due in the first days of the next one: "trước ngày 05 hằng tháng"."""
_OF_LAST_QUARTER = 20
_PART = re.compile(r"(monthly|quarterly|half-yearly|yearly)(?: month (\d+))?(?: (?:day (\d+)|(last) day))?")


@dataclass(frozen=True, slots=True)
class Instance:
    """One period of recurring work.

    Attributes:
        unit, number: which period of the year: month 10, quarter 3, half 1; for a week and a single day the ordinal of `on`.
        on: the day that the rule says.
        due_on: the same, moved off days off.
    """

    unit: Unit
    number: int
    on: date
    due_on: date


def named(code: str | None, title: str, period: str = "") -> str:
    """How people call a row: by its code, or the beginning of its title where it has none; an instance with its period."""
    label = code or " ".join(title.split()[:6])
    return f"{label} ({period})" if period else label


def rule_from(rhythm: Rhythm, on: date | None) -> str:
    """Guess the day of every period from the one date that a row has; the end of each period where it has none.

    A date soon after a period ends means the period before: 15/10 is the third quarter's.
    """
    if on is None:
        return rhythm
    if rhythm == "weekly":
        return f"weekly {WEEKDAYS[on.weekday()]}"
    months = MONTHS[rhythm]
    month = (on.month - 1) % months + 1
    if month == 1 and on.day <= _OF_LAST_QUARTER and months > 1:
        month += months
    day = "last day" if on.day == monthrange(on.year, on.month)[1] else f"day {on.day}"
    return f"{rhythm} {day}" if months == 1 else f"{rhythm} month {month} {day}"


def instances(rule: str, year: int, cal: Calendar, *, last: date | None = None, strict: bool = False) -> tuple[Instance, ...]:
    """List the instances of a year, earliest first; nothing for work that goes on all the time or comes once a year.

    Args:
        rule: in the words of the reader's rules: `weekly fri`, `monthly day 4`, `quarterly month 3 day 19`, `dates ...`,
            several joined by " + ".
        year: năm đánh giá; the last of its periods may be due in the next year.
        cal: working days.
        last: the one date that the row itself has; nothing is due after it.
        strict: whether not even a day more is allowed: a day off then moves the date to the working day before it, else to
            the next one (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    """
    found: dict[date, Instance] = {}
    for part in rule.split(" + "):
        for one in _of_part(part, year):
            found.setdefault(one.on, one)
    kept = sorted((one for one in found.values() if last is None or one.on <= last), key=lambda one: one.on)
    moved = working_day_on_or_before if strict else working_day_on_or_after
    several = tuple(replace(one, due_on=moved(one.on, cal)) for one in kept)
    return several if len(several) > 1 else ()


def _of_part(part: str, year: int) -> Iterator[Instance]:
    name, _, rest = part.partition(" ")
    if name == "dates":
        days = (date.fromisoformat(one) for one in rest.split())
        yield from (Instance("day", day.toordinal(), day, day) for day in days)
    elif name == "weekly":
        yield from _weeks(year, WEEKDAYS.index(rest) if rest in WEEKDAYS else 4)
    elif found := _PART.fullmatch(part):
        yield from _months(year, MONTHS[found[1]], found)


def _weeks(year: int, weekday: int) -> Iterator[Instance]:
    day = date(year, 1, 1)
    day += timedelta(days=(weekday - day.weekday()) % 7)
    while day.year == year:
        yield Instance("week", day.toordinal(), day, day)
        day += timedelta(days=7)


def _months(year: int, months: int, part: re.Match[str]) -> Iterator[Instance]:
    day = int(part[3]) if part[3] else 31
    month = int(part[2]) if part[2] else months
    if months == 1 and day <= _OF_LAST_MONTH:
        month += 1
    for number in range(1, 12 // months + 1):
        on = _day(year, (number - 1) * months + month, day)
        yield Instance(_NAMES[months], number, on, on)


def _day(year: int, month: int, day: int) -> date:
    """Give a day of the `month`-th month counted from January of a year, the last one where the month is shorter."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def place_of(dues: Sequence[date], progress: Progress, completed_on: date | None, today: date) -> int:
    """Say to which instance belongs what was recorded before the row was split: work under way to the one due now, a result
    to the period it was completed in, or the last one past.

    Args:
        dues: due dates, earliest first.
        progress: of the row.
        completed_on: issue date of the result.
        today: local date.
    """
    if progress in DONE and completed_on is None:
        return max(sum(due < today for due in dues) - 1, 0)
    day = completed_on if progress in DONE and completed_on else today
    return min(sum(due < day for due in dues), len(dues) - 1)


class Open(Protocol):
    """What must be known of an instance to tell whether it is spoken of now."""

    @property
    def id(self) -> int: ...
    @property
    def criterion_id(self) -> int: ...
    @property
    def period(self) -> str: ...
    @property
    def progress(self) -> Progress: ...
    @property
    def due_on(self) -> date | None: ...


OpenRow = TypeVar("OpenRow", bound=Open)


def spoken_of(rows: Sequence[OpenRow], today: date) -> list[OpenRow]:
    """Give the rows that a code alone means: of recurring work what is due now, where nothing is open the instance done last."""
    hidden = ahead(rows, today)
    owed = [row for row in rows if row.progress in OPEN and row.id not in hidden]
    settled = {row.criterion_id: row for row in sorted(rows, key=lambda row: row.due_on or date.min) if row.id not in hidden}
    for row in owed:
        settled.pop(row.criterion_id, None)
    known = {row.id for row in (*owed, *settled.values())}
    return [row for row in rows if not row.period or row.id in known]


def ahead(rows: Iterable[Open], today: date) -> frozenset[int]:
    """Name the instances that nobody need think of yet: open ones after the one due now; those past due stay in sight."""
    coming: dict[int, list[tuple[date, int]]] = {}
    for row in rows:
        if row.period and row.progress in OPEN and row.due_on is not None and row.due_on >= today:
            coming.setdefault(row.criterion_id, []).append((row.due_on, row.id))
    return frozenset(one for dates in coming.values() for _, one in sorted(dates)[1:])
