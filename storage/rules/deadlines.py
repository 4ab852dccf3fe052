"""Where a row stands against its due date: a calendar date, while the days left and late are working days."""

from datetime import date
from enum import StrEnum

from storage.rules.calendar import Calendar, working_day_on_or_before, working_days_between
from storage.rules.status import DONE, OPEN, Kind, Progress, is_owed

SOON_DAYS = 7
"""A row is due soon from this many working days on."""


class DueState(StrEnum):
    """The due date of a row in one word: the first five for open rows, the last four for those done."""

    NONE = "none"
    """No due date, or no date runs: không phát sinh, tạm dừng."""
    LATER = "later"
    """Chưa đến hạn."""
    SOON = "soon"
    """Sắp đến hạn."""
    TODAY = "today"
    """Đến hạn hôm nay."""
    OVERDUE = "overdue"
    """Quá hạn."""
    EARLY = "early"
    """Trước hạn."""
    ON_TIME = "on_time"
    """Đúng hạn."""
    LATE = "late"
    """Done after the date."""
    UNKNOWN = "unknown"
    """Done, but the day is not known."""


def due_state(progress: Progress, due_on: date | None, completed_on: date | None, today: date, cal: Calendar) -> DueState:
    """Judge a row against its due date.

    completed_on: issue date of the result. It alone decides whether a row that is done was late: neither the day it
    was reported nor the day it was checked does. TODAY begins on the last working day on which it can be finished.
    """
    if due_on is None or progress not in OPEN | DONE:
        return DueState.NONE
    if progress in DONE:
        return _done_state(due_on, completed_on)
    if today > due_on:
        return DueState.OVERDUE
    if today >= last_day_to_finish(due_on, cal):
        return DueState.TODAY
    return DueState.SOON if days_left(due_on, today, cal) <= SOON_DAYS else DueState.LATER


def is_overdue(kind: Kind, progress: Progress, due_on: date | None, today: date) -> bool:
    """Say whether somebody still has this row to do though its due date, a calendar date, has passed."""
    return due_on is not None and due_on < today and is_owed(kind, progress)


def days_left(due_on: date, today: date, cal: Calendar) -> int:
    """Count the working days from `today` to the due date; 0 on the last one, negative when late."""
    return working_days_between(today, due_on, cal)


def days_late(due_on: date, today: date, cal: Calendar) -> int:
    """Count the working days since the due date; 0 while it has not passed, or when only days off have passed since."""
    return max(0, working_days_between(due_on, today, cal))


def last_day_to_finish(due_on: date, cal: Calendar) -> date:
    """Give the due date, or the last working day before it when it is a day off.

    Civil law lets a term that ends on a day off run to the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5),
    but the province's software closes on the date itself: the office plans for the day before.
    """
    return working_day_on_or_before(due_on, cal)


def _done_state(due_on: date, completed_on: date | None) -> DueState:
    if completed_on is None:
        return DueState.UNKNOWN
    if completed_on > due_on:
        return DueState.LATE
    return DueState.EARLY if completed_on < due_on else DueState.ON_TIME
