"""Working days of an office: weekends, days off, and Saturdays that are worked instead."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_NOVEMBER = 11


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day that is not what its weekday says.

    day: the date; kind: "off" (nghỉ) or "work" (làm bù); name: what people call it;
    source: the document that says so; confirmed: False while no document does.
    """

    day: date
    kind: Literal["off", "work"]
    name: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that differ from Monday-to-Friday.

    off: days off; work: make-up working days; unconfirmed: days of either kind that no document has settled
    yet: they count as their weekday says, so an unconfirmed day off is a working day.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    unconfirmed: frozenset[date] = frozenset()
    _less: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _more: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Ordinals in order, so that counting over a year costs two look-ups and not 365.
        less = {day for day in self.off - self.unconfirmed if day.weekday() < _SATURDAY}
        more = {day for day in self.work - self.unconfirmed - self.off if day.weekday() >= _SATURDAY}
        object.__setattr__(self, "_less", tuple(sorted(day.toordinal() for day in less)))
        object.__setattr__(self, "_more", tuple(sorted(day.toordinal() for day in more)))

    def count_to(self, day: date) -> int:
        """Count the working days from a fixed Monday long ago up to `day`, both included."""
        ordinal = day.toordinal()
        weeks, weekday = divmod(ordinal - 1, 7)  # 01/01/0001 was a Monday
        plain = weeks * 5 + min(weekday + 1, 5)
        return plain - bisect_right(self._less, ordinal) + bisect_right(self._more, ordinal)


def calendar_of(rows: Iterable[DayRow]) -> Calendar:
    """Build the calendar from its table; of two rows for one day the later one counts (the office's over the seed)."""
    last = {row.day: row for row in rows}.values()
    return Calendar(
        off=frozenset(row.day for row in last if row.kind == "off" and row.confirmed),
        work=frozenset(row.day for row in last if row.kind == "work" and row.confirmed),
        unconfirmed=frozenset(row.day for row in last if not row.confirmed),
    )


def is_working_day(day: date, cal: Calendar) -> bool:
    """Say whether the office works on `day`; where a day is said to be both, it is off, because silence is safer."""
    if day.weekday() < _SATURDAY:
        return day not in cal.off or day in cal.unconfirmed
    return day in cal.work and day not in cal.off and day not in cal.unconfirmed


def working_days_between(a: date, b: date, cal: Calendar) -> int:
    """Count the working days after `a` up to and including `b`; negative, by the same count, when `b` is before `a`."""
    return cal.count_to(b) - cal.count_to(a)


def working_day_on_or_before(day: date, cal: Calendar) -> date:
    """Find the last working day that is not after `day`."""
    while not is_working_day(day, cal):
        day -= _ONE_DAY
    return day


def working_day_on_or_after(day: date, cal: Calendar) -> date:
    """Find the first working day that is not before `day`."""
    while not is_working_day(day, cal):
        day += _ONE_DAY
    return day


def add_working_days(day: date, n: int, cal: Calendar) -> date:
    """Go `n` working days on from `day`, or back when `n` is negative; 0 gives `day` itself.

    `working_days_between(day, add_working_days(day, n, cal), cal) == n` always holds, so going back from a
    day off starts at the last working day before it: one day before Sunday 15/11/2026 is Thursday 12/11.
    """
    if n < 0:
        day = working_day_on_or_before(day, cal)
    for _ in range(abs(n)):
        day = working_day_on_or_after(day + _ONE_DAY, cal) if n > 0 else working_day_on_or_before(day - _ONE_DAY, cal)
    return day


def needs_confirmation(rows: Iterable[DayRow], today: date) -> tuple[DayRow, ...]:
    """List the doubtful days to ask the coordinator about, soonest first.

    Those of this year still to come, and from November on those of next year, when its plan is being published.
    """
    last = {row.day: row for row in rows}.values()
    asked = _years_in_view(today)
    return tuple(sorted((r for r in last if not r.confirmed and r.day >= today and r.day.year in asked), key=lambda r: r.day))


def unconfirmed_years(rows: Sequence[DayRow], today: date) -> tuple[int, ...]:
    """List the years in view that still hold a doubtful day to come, or of which nothing is known at all."""
    doubtful = {row.day.year for row in needs_confirmation(rows, today)}
    known = {row.day.year for row in rows}
    return tuple(year for year in _years_in_view(today) if year in doubtful or year not in known)


def _years_in_view(today: date) -> tuple[int, ...]:
    return (today.year, today.year + 1) if today.month >= _NOVEMBER else (today.year,)
