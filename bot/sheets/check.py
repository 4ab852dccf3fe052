"""Doubts that only the whole file shows: names without diacritics, days and months swapped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.sheets.dues import Context, checked, on
from bot.sheets.model import Flag
from bot.sheets.names import lost_its_marks
from bot.sheets.people import NO_MARKS
from bot.sheets.rows import Draft
from bot.sheets.text import has_marks

SWAPPED = "nghi đảo ngày và tháng"
_FULL_DATE = re.compile(r"\D*(\d{1,2})[/.-]\d{1,2}[/.-]20\d\d\D*")


def swapped(found: Sequence[Draft], context: Context) -> None:
    """Turn day and month back in a column where a machine set for America swapped them."""
    by_sheet: dict[str | None, list[Draft]] = {}
    for draft in found:
        by_sheet.setdefault(draft.row.sheet, []).append(draft)
    for drafts in by_sheet.values():
        real = [draft for draft in drafts if _is_date(draft)]
        if all(_day(draft).day <= 12 for draft in real) and any(map(_is_late_in_month, drafts)):
            for draft in real:
                _turn_back(draft, context)


def _is_date(draft: Draft) -> bool:
    return isinstance(draft.item.line.due.value, date)


def _is_late_in_month(draft: Draft) -> bool:
    """Tell a deadline in words that no month could be: 25/3/2026."""
    found = None if _is_date(draft) else _FULL_DATE.fullmatch(draft.item.line.due.text)
    return found is not None and int(found[1]) > 12


def _day(draft: Draft) -> date:
    value = draft.item.line.due.value
    assert isinstance(value, date)
    return value


def _turn_back(draft: Draft, context: Context) -> None:
    day = _day(draft)
    turned = day.replace(day=day.month, month=day.day)
    reading = checked(on(turned), context)
    place = (draft.row.sheet, draft.row.row, "due")
    draft.flags = [flag for flag in draft.flags if flag.column != "due"]
    draft.flags += [Flag(*place, f"{SWAPPED} ({turned:%d/%m})", draft.item.line.due.text)]
    draft.flags += [Flag(*place, reason) for reason in reading.reasons]
    draft.row = replace(draft.row, due=reading.due)


def unmarked(found: Sequence[Draft]) -> None:
    """Flag names that lost their diacritics in a table that has them."""
    if not any(has_marks(draft.row.lead or "") or has_marks(draft.row.criterion or "") for draft in found):
        return
    for draft in found:
        if draft.row.lead and lost_its_marks(draft.row.lead):
            draft.flags.append(Flag(draft.row.sheet, draft.row.row, "lead", NO_MARKS, draft.row.lead))
