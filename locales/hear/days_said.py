"""Days that a reply names beside the promised one: on which something was done, and which a leave takes."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from . import calendar as on
from .dates import MENTION, find_days
from .fold import compose
from .grammar import apply_all, occurs, patterns, rewrites, wording
from .pattern import Pattern
from .reading import words_row
from .when_gone import DONE_ON, DONE_TIMES, NAMED_PAST, PAST_DAYS, PAST_TIMES, Builder, numbers

_DONE_ON = tuple((pattern, day) for lines, day in (*DONE_ON, *PAST_DAYS) for pattern in patterns(lines))
_NAMED = tuple((pattern, day) for lines, day in NAMED_PAST for pattern in patterns(lines))
_LONG_AGO = wording(PAST_TIMES + DONE_TIMES)
_JUST_NOW = wording("năm/đợt/kỳ/lần/tháng/quý nay/này ..4 {finish}/{did}\ngiờ/bây_giờ/hôm_nay/nay ..4 {finish}/{did}")
"""Whatever was before, the work itself was done now: "năm ngoái em chậm, năm nay xong rồi"."""
_WEEK, _WEEKDAY = wording("tuần sau/tới/này"), wording("thứ NUM\nchủ_nhật")
_LENGTH = patterns("NUM ngày/hôm/bữa !nữa/tới")
_IN_ONE_MONTH = patterns("RANGE NUM\nNUM đến/tới/,/và/với hết? ngày? FRACTION")
_SINCE = re.compile(r"(?<= )(?:tư2|tu~|kê3) ")
_OPEN = re.compile(r" (?:tư2|tu~) ")
_PREPARED = rewrites(
    (
        ("FRACTION", lambda match: f"ngay2 {match.group()}"),
        (
            "thứ NUM ..2 thứ NUM tuần sau/tới/này\nthứ NUM ..2 chủ_nhật tuần sau/tới/này",
            lambda match: re.sub(r"^(\S+ \S+) ", rf"\1 {' '.join(match.group().split()[-2:])} ", match.group()),
        ),
    )
)
"""A leave speaks of days, never of shares; in "thứ 2 đến thứ 4 tuần sau" the week is that of both days."""


_ASKED = rewrites((("FRACTION/DECIMAL/RANGE !ngày/hôm/bữa/tuần/tháng/điểm", lambda match: f"ngay2 {match.group()}"),))
"""Where a day is asked for, a share or a code is one: `5/12`, `5.12`, `5-12`."""


def done_on(text: str, today: date) -> date | None:
    """The day on which a report says that something was done: `nộp hôm 14/10`, `từ thứ tư`, `số 87/TB-UBND ngày 25/11/2026`.

    Args: text: the reply; today: the day on which it was written. Returns: a day that is not ahead, or None.
    """
    return _first(_DONE_ON, words_row(compose(text)), today)


def past_day(text: str, today: date) -> date | None:
    """The day of a result where one is asked for: `12/11`, `12-11-2026`, `hôm qua`, `thứ 6`: without a year the last such day.

    Args: text: the answer; today: the day on which it was written. Returns: a day that is not ahead, or None.
    """
    row = words_row(compose(text))
    return _first(_DONE_ON, row, today) or _first(_NAMED, row, today)


def days_ahead(text: str, today: date) -> list[date]:
    """The days that an answer names where a day to come is asked for, in their order; `5/12` is a day there, not a share."""
    return _days_ahead(apply_all(_ASKED, words_row(compose(text))), today)


def is_long_ago(text: str) -> bool:
    """Say whether a reply puts something in the past without naming a day: "xong từ tháng 3", "nộp lâu rồi"."""
    row = words_row(compose(text))
    return occurs(_LONG_AGO, row) and not occurs(_JUST_NOW, row)


def leave_days(text: str, today: date) -> tuple[date, date] | None:
    """The days of a leave: `7-11/12`, `từ mai đến thứ 6`, `tuần sau`, `nghỉ 3 ngày từ thứ 2`; None where the words name none.

    Args: text: the reply; today: the day on which it was written. Returns: the first and the last day, none gone by.
    """
    row = apply_all(_PREPARED, words_row(compose(text)))
    if span := _in_one_month(row, today):
        return span
    length = next((found for pattern in _LENGTH if (found := pattern.regex.search(row))), None)
    days = _days_ahead(row.replace(length.group(), "") if length else row, today)
    if not days:
        return None
    if len(days) > 1:
        return _from_to(days[0], days[-1], weekly=occurs(_WEEKDAY, row))
    if length:
        return days[0], days[0] + timedelta(days=max(numbers(length)[0], 1) - 1)
    if occurs(_WEEK, row) and not occurs(_WEEKDAY, row):
        return max(on.of_week(days[0], 0), today), days[0]
    return None if _OPEN.search(row) else (days[0], days[0])


def _first(table: Iterable[tuple[Pattern, Builder]], row: str, today: date) -> date | None:
    for pattern, day in table:
        if (found := pattern.regex.search(row)) and (named := day(today, numbers(found))):
            return named
    return None


def _in_one_month(row: str, today: date) -> tuple[date, date] | None:
    """Read "7-11/12", "từ 7 đến 11/12"."""
    found = next((found for pattern in _IN_ONE_MONTH if (found := pattern.regex.search(row))), None)
    if not found:
        return None
    first, last, month = numbers(found)
    begins, ends = on.month_day(today, first, month), on.month_day(today, last, month)
    return (begins, ends) if begins and ends and begins <= ends else None


def _days_ahead(row: str, today: date) -> list[date]:
    """The days that the words name, in their order; in a leave "từ thứ 2" is a day ahead."""
    dated, days = find_days(_SINCE.sub("", row), today)
    return [days[int(number)] for number in MENTION.findall(dated)]


def _from_to(first: date, last: date, *, weekly: bool) -> tuple[date, date] | None:
    """A weekday that ends a leave is the next one after its first day."""
    while weekly and last < first:
        last += timedelta(days=7)
    return (first, last) if first <= last else None
