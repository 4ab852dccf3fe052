"""Dates that people type: a past one for a result, a coming one for a promise."""

import re
from datetime import date, datetime, timedelta

from locales.hear import fold, understand
from storage.errors import Gone

_TYPED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)")


def past_date(text: str, today: date) -> date | None:
    """The date of a result, `12/11` or `12/11/2026`: without a year the last such day that is not in the future."""
    found = _TYPED.search(text)
    if not found:
        return today if text.strip().lower() in {"hôm nay", "hom nay"} else None
    day, month, year = int(found[1]), int(found[2]), found[3]
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year - 1]
    for one in years:
        made = day_or_none(one, month, day)
        if made and made <= today:
            return made
    return None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming_date(text: str, today: date) -> date | None:
    """A future date: `15/12, chờ số liệu`, or in plain words, `thứ 6`, `thêm 3 ngày`."""
    if found := _TYPED.search(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
        years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year + 1]
        return next((made for one in years if (made := day_or_none(one, month, day)) and made > today), None)
    heard = understand(text, today).date
    return heard if heard and heard > today else None


def numbered(day: int) -> date:
    """The day that a button carries, 20261105.

    Raises:
        Gone: it is none.
    """
    try:
        return datetime.strptime(str(day), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as wrong:
        raise Gone from wrong


_PAUSE = re.compile(
    r"\b(?:sau|them|trong)\s+(?:khoang )?(\d{1,3})\s*(h|gio|tieng|p|phut)\b|\b(\d{1,3})\s*(h|gio|tieng|p|phut)\s+(?:nua|sau)\b"
)
_CLOCK = re.compile(r"\b(?:luc|vao|vao luc|khoang|tam|sau)\s+(\d{1,2})\s*(?:h|g|gio|:)\s*([0-5]\d)?(?! *(?:nua|tieng))")


def later_today(text: str, now: datetime) -> datetime | None:
    """When to ask again on the same day, `nhắc lại sau 2h`, `30 phút nữa`, `lúc 16h30`; None where no hour is named.

    Args: text: the words; now: the local time.
    """
    plain = fold(text)
    if found := _PAUSE.search(plain):
        number, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
        return now + (timedelta(minutes=int(number)) if unit.startswith("p") else timedelta(hours=int(number)))
    if (found := _CLOCK.search(plain)) and int(found[1]) < 24:
        named = now.replace(hour=int(found[1]), minute=int(found[2] or 0), second=0, microsecond=0)
        return named if named > now else None
    return None
