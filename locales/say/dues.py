"""A deadline in the office's words, so that it reads back as the same deadline."""

import re
from datetime import date

from locales import formats, words
from storage.rules.deadlines import is_past_assigned

_ = words("dues")
_DAY_OF = re.compile(r"(monthly|quarterly)(?: month (\d))? day (\d+)")


def written(due_on: date | None, rule: str | None, text: str | None, *, strict: bool) -> str:
    """Write a deadline: `chậm nhất 15/11/2026`, `ngày 05 hằng tháng`; empty for none.

    Args:
        due_on: the day of work that is due once.
        rule: of recurring or continuous work, in the words of the reader's rules.
        text: what could not be read as either.
        strict: whether not even a day more is allowed.
    """
    if due_on is not None:
        told = formats.day(due_on)
    elif rule is not None:
        if rule == "monthly last day" and strict:
            return _("before day 01 of every month")
        told = _repeated(rule)
    else:
        return text or ""
    return _("{when} at the latest").format(when=told) if strict else told


def assigned_stays(day: date, assigned: date | None) -> str:
    """What is said wherever an internal date lies after the assigned one; else nothing."""
    if assigned is None or not is_past_assigned(day, assigned):
        return ""
    return _("The assigned date {day} stays as it is; only the internal date can move.").format(day=formats.day(assigned))


def without_day(text: str | None, rule: str | None) -> str:
    """How work without a single day is due, in the words of the list."""
    return text or written(None, rule, None, strict=False) or _("no due date")


def _repeated(rule: str) -> str:
    if rule == "continuous":
        return _("all the time")
    if rule.startswith("dates "):
        return "; ".join(formats.day(date.fromisoformat(part)) for part in rule.split()[1:])
    parts = rule.split(" + ")
    days = [part.removeprefix("monthly day ") for part in parts]
    if len(parts) > 1 and all(day.isdigit() for day in days):
        return _("days {days} of every month").format(days=", ".join(f"{int(day):02}" for day in days))
    weekdays = [part.removeprefix("weekly ") for part in parts]
    if all(part != day for part, day in zip(parts, weekdays, strict=True)):
        return _("{days} of every week").format(days=", ".join(map(_weekday, weekdays)))
    return ", ".join(map(_one, parts))


def _one(part: str) -> str:
    found = _DAY_OF.fullmatch(part)
    if found and found[1] == "monthly":
        return _("day {day} of every month").format(day=f"{int(found[3]):02}")
    if found:
        return _("day {day} of {month}").format(day=f"{int(found[3]):02}", month=_month(found[2]))
    return {
        "daily": _("every day"),
        "weekly": _("every week"),
        "monthly": _("every month"),
        "quarterly": _("every quarter"),
        "half-yearly": _("every six months"),
        "yearly": _("every year"),
        "monthly last day": _("the last day of every month"),
    }.get(part, part)


def _month(number: str) -> str:
    return {
        "1": _("the first month of the quarter"),
        "2": _("the middle month of the quarter"),
        "3": _("the last month of the quarter"),
        "4": _("the first month of the next quarter"),
    }[number]


def _weekday(name: str) -> str:
    return formats.WEEKDAYS[("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name)]
