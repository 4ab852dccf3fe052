"""What an office may set of its hours, reminders and classes, and why some values make no sense."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from decimal import Decimal
from enum import StrEnum

from storage.rules.hours import OfficeHours
from storage.rules.reminders import Policy

EARLIEST, LATEST = time(6), time(19)
SHORTEST_HALF, BEFORE_CLOSING = 60, 30  # minutes
MOST_DAYS, MOST_STEPS = 60, 10
FULL = Decimal(100)
CLASSES = ("excellent", "good", "fair", "average", "weak")
"""Best first; a province may know no "excellent" (Khánh Hòa), and "weak" takes all that is left."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an office has set for itself.

    Attributes:
        hours: when it works.
        policy: when it reminds.
        above: working days late after which head, deputy and chairperson are told.
        classes: key and lowest percentage, best first.
    """

    hours: OfficeHours
    policy: Policy
    above: tuple[int, ...]
    classes: tuple[tuple[str, Decimal], ...]


class Doubt(StrEnum):
    """Why a value makes no sense."""

    UNREAD = "unread"
    NOTHING = "nothing"  # nobody would be reminded before a due date
    TOO_FAR = "too far"  # more working days than an office plans ahead
    TOO_MANY = "too many"
    ORDER = "order"  # times or numbers that do not follow each other
    SHORT = "short"  # half a day of less than an hour
    AT_NIGHT = "at night"
    OUTSIDE = "outside"  # an hour of reminders outside the office's hours


def of_hours(hours: OfficeHours) -> Doubt | None:
    """Judge the two halves of a working day."""
    times = (*hours.morning, *hours.afternoon)
    if any(not EARLIEST <= one <= LATEST for one in times):
        return Doubt.AT_NIGHT
    if list(times) != sorted(times):
        return Doubt.ORDER
    short = any(_minutes(end) - _minutes(start) < SHORTEST_HALF for start, end in (hours.morning, hours.afternoon))
    return Doubt.SHORT if short else None


def of_before(days: Sequence[int]) -> Doubt | None:
    """Judge the working days before a due date on which it is reminded of."""
    return _of_days(days, 0) if days else Doubt.NOTHING


def of_late(policy: Policy) -> Doubt | None:
    """Judge the working days after a due date: none at all is allowed."""
    rhythm = (policy.late_every, policy.late_until) if policy.late_every else ()
    if doubt := _of_days([*policy.late, *rhythm], 1):
        return doubt
    return Doubt.ORDER if policy.late_until < max(policy.late, default=0) else None


def _of_days(days: Sequence[int], least: int) -> Doubt | None:
    if any(not least <= one <= MOST_DAYS for one in days):
        return Doubt.TOO_FAR
    return Doubt.TOO_MANY if len(days) > MOST_STEPS else None


def of_rising(days: Sequence[int]) -> Doubt | None:
    """Judge the working days late after which one place above the other is told."""
    if any(not 1 <= one <= MOST_DAYS for one in days):
        return Doubt.TOO_FAR
    return Doubt.ORDER if list(days) != sorted(set(days)) else None


def of_times(morning: time, afternoon: time | None, hours: OfficeHours) -> Doubt | None:
    """Judge the hours of the two reminders of a day against the office's hours."""
    if any(one is not None and one != inside(one, hours) for one in (morning, afternoon)):
        return Doubt.OUTSIDE
    return Doubt.ORDER if afternoon is not None and afternoon <= morning else None


def of_classes(lowest: Sequence[Decimal]) -> Doubt | None:
    """Judge the lowest percentages of the classes, best first."""
    if any(not 0 < one <= FULL for one in lowest):
        return Doubt.TOO_FAR
    return Doubt.ORDER if list(lowest) != sorted(set(lowest), reverse=True) else None


def inside(hour: time, hours: OfficeHours) -> time:
    """Give the hour itself where the office is open, else the opening that follows, else shortly before it closes."""
    if hour > hours.afternoon[1]:
        return time(*divmod(_minutes(hours.afternoon[1]) - BEFORE_CLOSING, 60))
    if hour < hours.morning[0]:
        return hours.morning[0]
    return hours.afternoon[0] if hours.morning[1] < hour < hours.afternoon[0] else hour


def fitted(policy: Policy, hours: OfficeHours) -> Policy:
    """Give the policy with its hours moved into the office's."""
    afternoon = policy.afternoon and inside(policy.afternoon, hours)
    return replace(policy, morning=inside(policy.morning, hours), afternoon=afternoon)


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute
