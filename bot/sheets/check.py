"""Doubts that only the whole file shows: two people of one name, names without diacritics, days and months swapped."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.sheets.dues import Context, checked, on
from bot.sheets.grid import Grid
from bot.sheets.model import Flag
from bot.sheets.names import PERSON, canonical, kind_of, lost_its_marks, without_title
from bot.sheets.people import NO_MARKS
from bot.sheets.rows import Draft
from bot.sheets.text import fold, has_marks, words

NAMESAKES = "có hai người cùng tên, không ghi chức danh"
SWAPPED = "nghi đảo ngày và tháng"
_FULL_DATE = re.compile(r"\D*(\d{1,2})[/.-]\d{1,2}[/.-]20\d\d\D*")
_NAME_HEADING = re.compile(r"ho (va )?ten|ten cong chuc|ho ten")
_PLACE_HEADING = re.compile(r"chuc (danh|vu)|phong|bo phan|don vi|vi tri")


def swapped(found: Sequence[Draft], context: Context) -> None:
    """Turn day and month back in a column where a machine set for America swapped them."""
    by_sheet: dict[str | None, list[Draft]] = {}
    for draft in found:
        by_sheet.setdefault(draft.row.sheet, []).append(draft)
    for drafts in by_sheet.values():
        real = [draft for draft in drafts if _is_date(draft)]
        texts = [_FULL_DATE.fullmatch(draft.item.line.at("due").text) for draft in drafts if not _is_date(draft)]
        late = any(match and int(match[1]) > 12 for match in texts)
        if late and all(_day(draft).day <= 12 for draft in real):
            for draft in real:
                _turn_back(draft, context)


def _is_date(draft: Draft) -> bool:
    return isinstance(draft.item.line.at("due").value, date)


def _day(draft: Draft) -> date:
    value = draft.item.line.at("due").value
    assert isinstance(value, date)
    return value


def _turn_back(draft: Draft, context: Context) -> None:
    day = _day(draft)
    turned = day.replace(day=day.month, month=day.day)
    reading = checked(on(turned), context)
    place = (draft.row.sheet, draft.row.row, "due")
    draft.flags = [flag for flag in draft.flags if flag.column != "due"]
    draft.flags += [Flag(*place, f"{SWAPPED} ({turned:%d/%m})", draft.item.line.at("due").text)]
    draft.flags += [Flag(*place, reason) for reason in reading.reasons]
    draft.row = replace(draft.row, due=reading.due)


def unmarked(found: Sequence[Draft]) -> None:
    """Flag names that lost their diacritics in a table that has them."""
    if not any(has_marks(draft.row.lead or "") or has_marks(draft.row.criterion or "") for draft in found):
        return
    for draft in found:
        if draft.row.lead and lost_its_marks(draft.row.lead):
            draft.flags.append(Flag(draft.row.sheet, draft.row.row, "lead", NO_MARKS, draft.row.lead))


def namesakes(found: Sequence[Draft], listed: Iterable[tuple[str, str]]) -> None:
    """Flag rows that do not tell which of two people of one name they mean."""
    posts: dict[str, set[str]] = {}
    units: dict[str, set[str]] = {}
    for name, place in listed:
        posts.setdefault(fold(name), set()).add(words(place))
    for draft in found:
        if draft.row.lead:
            key = fold(draft.row.lead)
            if draft.row.lead_post:
                posts.setdefault(key, set()).add(words(draft.row.lead_post))
            if draft.row.lead_unit:
                units.setdefault(key, set()).add(words(draft.row.lead_unit))
    for draft in found:
        key = fold(draft.row.lead or "")
        many_posts, many_units = len(posts.get(key, ())) > 1, len(units.get(key, ())) > 1
        told = draft.row.lead_post or (draft.row.lead_unit and (many_units or _in_list(draft, posts.get(key, set()))))
        if (many_posts or many_units) and not told:
            draft.flags.append(Flag(draft.row.sheet, draft.row.row, "lead", NAMESAKES, draft.row.lead))


def _in_list(draft: Draft, places: set[str]) -> bool:
    """Tell whether the row's unit picks exactly one of the people of that name."""
    unit = words(draft.row.lead_unit or "")
    return sum(unit in place for place in places) == 1


def officials(grids: Iterable[Grid]) -> list[tuple[str, str]]:
    """Read lists of officials: names with their post and unit."""
    found: list[tuple[str, str]] = []
    for grid in grids:
        heads: dict[int, str] = {}
        for row in grid.rows:
            texts = {column: words(grid.at(row, column).text) for column in range(1, grid.width + 1)}
            if any(_NAME_HEADING.search(text) for text in texts.values()):
                heads = texts
            elif heads:
                found += _official(grid, row, heads)
    return found


def _official(grid: Grid, row: int, heads: dict[int, str]) -> list[tuple[str, str]]:
    name = next((grid.at(row, column).text for column, head in heads.items() if _NAME_HEADING.search(head)), "")
    place = " ".join(grid.at(row, column).text for column, head in heads.items() if _PLACE_HEADING.search(head))
    bare, _ = without_title(name)
    return [(canonical(bare), place)] if bare and place.strip() and kind_of(bare) == PERSON else []
