"""Dates that people type: a past one for a result, a coming one for a promise."""

import re
from datetime import date

from locales.hear import understand

_TYPED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)")


def past_date(text: str, today: date) -> date | None:
    """The date of a result, `12/11` or `12/11/2026`: without a year the last such day that is not in the future."""
    found = _TYPED.search(text)
    if not found:
        return today if text.strip().lower() in {"hôm nay", "hom nay"} else None
    day, month, year = int(found[1]), int(found[2]), found[3]
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year - 1]  # noqa: PLR2004
    for one in years:
        made = _made(one, month, day)
        if made and made <= today:
            return made
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming_date(text: str, today: date) -> date | None:
    """A future date in plain words: `15/12`, `thứ 6`, `thêm 3 ngày`."""
    heard = understand(text if any(ch.isalpha() for ch in text) else f"đến {text}", today).date
    return heard if heard and heard > today else None
