"""By when a request about one's own data is to be settled, and on which days the office is reminded of it.

Decree 356/2025/NĐ-CP under Law 91/2025/QH15, as reported (notes/reliability.md 4.2: a first answer within 2 working days,
10 to 20 days by kind, one extension of 15); an office that reads it otherwise sets its own days.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from storage.rules.calendar import Calendar, is_working_day, working_days_between

DAYS = {"correct": 10, "erase": 20}
EXTENSION = 15
FIRST_ANSWER = 2  # working days
BEFORE = (3, 1, 0)  # working days before it is due


def due_on(kind: str, asked_on: date, own: Mapping[str, int] | None = None) -> date:
    """The last day, in calendar days from the request."""
    return asked_on + timedelta(days=(own or DAYS).get(kind, DAYS[kind]))


def extended(due: date) -> date:
    """The last day after the one extension that there is."""
    return due + timedelta(days=EXTENSION)


def is_chased(asked_on: date, due: date, today: date, calendar: Calendar) -> bool:
    """Whether the office is reminded today: once soon after the request, before it is due, then every working day."""
    if not is_working_day(today, calendar) or today <= asked_on:
        return False
    left = working_days_between(today, due, calendar)
    return left in BEFORE or left < 0 or working_days_between(asked_on, today, calendar) == FIRST_ANSWER
