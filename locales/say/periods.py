"""Periods of recurring work by name: `tháng 10`, `quý III`, `tuần 16-20/11`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from locales import formats, words
from storage.rules.instances import Instance

_ = words("periods")
_ROMAN = ("I", "II", "III", "IV")
_MONDAY_TO_FRIDAY = timedelta(days=4)


def names(found: Sequence[Instance]) -> list[str]:
    """A name for each instance of a row; where two would have the same, both go by their day."""
    told = [_name(one) for one in found]
    times = Counter(told)
    return [_day(one.on) if times[name] > 1 else name for one, name in zip(found, told, strict=True)]


def _name(one: Instance) -> str:
    if one.unit == "week":
        return _week(one.on - timedelta(days=one.on.weekday()))
    if one.unit == "month":
        return _("month {number}").format(number=f"{one.number:02}")
    if one.unit == "quarter":
        return _("quarter {number}").format(number=_ROMAN[one.number - 1])
    if one.unit == "half":
        return _("first half of the year") if one.number == 1 else _("second half of the year")
    return _("the year") if one.unit == "year" else _day(one.on)


def _week(monday: date) -> str:
    friday = monday + _MONDAY_TO_FRIDAY
    first = f"{monday:%d}" if monday.month == friday.month else formats.short_day(monday)
    return _("week of {first}-{last}").format(first=first, last=formats.short_day(friday))


def _day(day: date) -> str:
    return _("day {day}").format(day=formats.short_day(day))
