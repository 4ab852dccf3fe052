"""Windows as people type them: `05/11 - 15/11/2026`, `17h 13/11`, `đến hết 15/11/2026`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from storage.names import folded
from storage.rules.year import END_OF_DAY

_CLOCK = r"(\d{1,2})\s*(?:gio|h|g|:)\s*(\d{2})?\s*(?:phut)?"
_DAY = r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)"
_BETWEEN = r"[\s,]*(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|ngay|luc|hom)[\s,]*)*"
_WHEN = re.compile(f"(?:{_CLOCK}{_BETWEEN})?{_DAY}(?:{_BETWEEN}{_CLOCK})?")
BEHIND = timedelta(days=60)
"""How long ago a day without a year may lie before next year's is meant."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, perhaps with an hour."""

    day: date
    hour: time | None

    @property
    def end(self) -> datetime:
        """The moment at which something ends that lasts up to it."""
        return datetime.combine(self.day, self.hour or END_OF_DAY)


def moments(text: str, today: date) -> list[When] | None:
    """The days of a text, in its order.

    Args:
        text: as typed.
        today: local date.

    Returns:
        None where one of them cannot be.
    """
    found = []
    for match in _WHEN.finditer(folded(text)):
        hour, minute, day, month, year, hour_after, minute_after = match.groups()
        day_meant = _day(int(day), int(month), int(year) if year else None, today)
        hour_meant = _hour(hour or hour_after, minute if hour else minute_after)
        if day_meant is None or hour_meant is False:
            return None
        found.append(When(day_meant, hour_meant or None))
    return found


def _day(day: int, month: int, year: int | None, today: date) -> date | None:
    for one in [year] if year else [today.year, today.year + 1]:
        try:
            made = date(one, month, day)
        except ValueError:
            continue
        if year or made >= today - BEHIND:
            return made
    return None


def _hour(hour: str | None, minute: str | None) -> time | Literal[False] | None:
    if hour is None:
        return None
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return False
