"""Hours, days and percentages as people type them: `7h30-11h30, 13h30-17h`, `10, 5, 2, 0`, `2, 5, 10, rồi mỗi 5 ngày đến 30`.

A button carries the same words, so whatever comes is read and judged alike.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from decimal import Decimal

from storage.names import folded
from storage.rules import policy as rules
from storage.rules.hours import OfficeHours
from storage.rules.policy import Doubt, Terms

LONG = 100
_NUMBER = re.compile(r"\d+")
_PERCENT = re.compile(r"\d+(?:[.,]\d(?!\d))?")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:\s*(?:gio ?|[:.hg])(\d{2})?)?(?!\d)")
_EVERY = re.compile(r"\b(?:moi|cu)\D{0,4}(\d+)")
_UNTIL = re.compile(r"\bden\D{0,14}(\d+)")
_NONE = re.compile(r"\b(?:khong|thoi)\b")
_ON_THE_DAY = re.compile(r"\bdung (?:ngay|han)\b")

Read = Terms | Doubt | None


def read(what: str, text: str, now: Terms) -> Read:
    """What the office's terms would be.

    Args:
        what: which of them, a key of `READ`.
        text: as typed, or what a button carries.
        now: as they are.

    Returns:
        None where nothing could be read; a doubt where it makes no sense.
    """
    return READ[what](folded(text), now) if len(text) <= LONG else None


def _hours(text: str, now: Terms) -> Read:
    times = _times(text)
    if len(times) != 4:
        return None
    hours = OfficeHours((times[0], times[1]), (times[2], times[3]))
    return rules.of_hours(hours) or replace(now, hours=hours, policy=rules.fitted(now.policy, hours))


def _before(text: str, now: Terms) -> Read:
    days = [int(one) for one in _NUMBER.findall(_ON_THE_DAY.sub("0", text))]
    if not days:
        return rules.of_before(days) if _NONE.search(text) else None
    wanted = tuple(sorted(set(days), reverse=True))
    return rules.of_before(wanted) or replace(now, policy=replace(now.policy, before=wanted))


def _late(text: str, now: Terms) -> Read:
    every, until = _EVERY.search(text), _UNTIL.search(text)
    days = sorted({int(one) for one in _NUMBER.findall(_UNTIL.sub("", _EVERY.sub("", text)))})
    if not (days or every or _NONE.search(text)):
        return None
    last = int(until[1]) if until else max([*days, now.policy.late_until if every else 0])
    wanted = replace(now.policy, late=tuple(days), late_every=int(every[1]) if every else 0, late_until=last)
    return rules.of_late(wanted) or replace(now, policy=wanted)


def _reminders(text: str, now: Terms) -> Read:
    times = _times(text)
    if len(times) not in {1, 2}:
        return None
    second = times[1] if len(times) == 2 else None if _NONE.search(text) else now.policy.afternoon
    wanted = replace(now.policy, morning=times[0], afternoon=second)
    return rules.of_times(times[0], second, now.hours) or replace(now, policy=wanted)


def _above(text: str, now: Terms) -> Read:
    days = tuple(int(one) for one in _NUMBER.findall(text))
    if len(days) != len(now.above):
        return None
    return rules.of_rising(days) or replace(now, above=days)


def _classes(text: str, now: Terms) -> Read:
    lowest = [Decimal(one.replace(",", ".")) for one in _PERCENT.findall(text)]
    if len(lowest) not in {3, 4}:
        return None
    named = zip(rules.CLASSES[4 - len(lowest) :], (*lowest, Decimal(0)), strict=True)
    return rules.of_classes(lowest) or replace(now, classes=tuple(named))


def _times(text: str) -> list[time]:
    found = [(int(hour), int(minute or 0)) for hour, minute in _CLOCK.findall(text)]
    return [time(*one) for one in found] if all(hour < 24 and minute < 60 for hour, minute in found) else []


READ: Mapping[str, Callable[[str, Terms], Read]] = {
    "hours": _hours,
    "before": _before,
    "late": _late,
    "reminders": _reminders,
    "above": _above,
    "classes": _classes,
}
"""What can be set, and how each is read."""
