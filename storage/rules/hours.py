"""Office hours: whether a message may go out at a moment, and the next moment that a given hour comes round.

All times are the office's local ones; an aware datetime must already be in its zone.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from storage.rules.calendar import Calendar, is_working_day, working_day_on_or_after


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """First and last minute of each half of the working day; provinces and seasons differ."""

    morning: tuple[time, time] = (time(7, 30), time(11, 30))
    afternoon: tuple[time, time] = (time(13, 30), time(17, 0))


def within(moment: datetime, hours: OfficeHours, cal: Calendar) -> bool:
    """Say whether `moment` lies in the office hours of a working day, the closing minute included.

    So what is planned for 11:30 may leave at 11:30:20.
    """
    minute = moment.time().replace(second=0, microsecond=0)
    halves = (hours.morning, hours.afternoon)
    return is_working_day(moment.date(), cal) and any(start <= minute <= end for start, end in halves)


def is_quiet(moment: datetime, hours: OfficeHours, cal: Calendar) -> bool:
    """Say whether phones should rest: before the first or after the last office hour, or on a day off. Noon is no such time."""
    minute = moment.time().replace(second=0, microsecond=0)
    return not is_working_day(moment.date(), cal) or not hours.morning[0] <= minute <= hours.afternoon[1]


def slot_on(day: date, hour: time) -> datetime:
    """Give the local moment of `hour` on `day`, without a zone."""
    return datetime.combine(day, hour)


def next_slot(after: datetime, hour: time, cal: Calendar) -> datetime:
    """Give the first local moment, not before `after`, at which it is `hour` on a working day."""
    after = after.replace(tzinfo=None)
    day = after.date() if after.time() <= hour else after.date() + timedelta(days=1)
    return slot_on(working_day_on_or_after(day, cal), hour)
