"""What a row says besides its code and its words, read once for all rows that say the same: most of a long table does."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from bot.sheets import dues, people, points
from bot.sheets.columns import SECOND, TWO_COLUMNS, differ, has_second, others
from bot.sheets.grid import BLANK, Cell
from bot.sheets.header import TWICE
from bot.sheets.line import Line
from bot.sheets.optional import Doubts, extras
from bot.sheets.outline import Item
from bot.sheets.own import short_names

DAMAGED = "chữ bị lỗi mã, không khôi phục được"
FROM_GROUP = "lấy theo người phụ trách của nhóm"
WORDS = frozenset({"code", "field", "group", "criterion", "subcriterion", "evidence", "document", "doubts"})
"""The columns of which each row says something else."""


class Beside(NamedTuple):
    """Points, people, deadline and the optional columns; `kind_is_named` where nobody need propose one."""

    max_points: Decimal | None
    lead: str | None
    post: str | None
    unit: str | None
    supports: tuple[str, ...]
    due: Mapping[str, Any]
    kind_is_named: bool
    extras: Mapping[str, Any]
    doubts: Doubts


class Besides:
    """Reads them for the rows of one run."""

    def __init__(self, context: dues.Context, whole: people.Whole) -> None:
        self.context, self.whole = context, whole
        self._columns: Mapping[str, int] = {}
        self._shared: list[int] = []
        self._read: dict[tuple[object, ...], Beside] = {}

    def of(self, item: Item) -> Beside:
        """Give what one row says."""
        line, group = item.line, item.group
        if line.columns is not self._columns:
            self._columns, self._read = line.columns, {}
            self._shared = [column for role, column in line.columns.items() if role not in WORDS]
        above = group.lead if group is not None else BLANK
        key = (above, *map(line.filled.get, self._shared))
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = _beside(line, above, self.context, self.whole)
        return found


def text_of(line: Line, role: str, doubts: Doubts) -> str | None:
    """Give the text of a column; what is broken is left out and flagged."""
    cell = line.at(role)
    if cell.is_empty:
        return None
    if cell.damaged or cell.error:
        shown = {"unit": "lead", "post": "lead"}.get(role, role)
        doubts.append((shown, cell.error or DAMAGED, cell))
        return None
    return cell.text


def _beside(line: Line, above: Cell, context: dues.Context, whole: people.Whole) -> Beside:
    doubts: Doubts = []
    worth = _points(line, doubts)
    who = _people(line, above, doubts, whole)
    due = _due(line, doubts, context)
    second = has_second(line)
    if second:
        doubts += [(role, TWO_COLUMNS, line.at(SECOND[role])) for role in TWICE if differ(line, role)]
    unit = text_of(line, "unit", doubts) or who.unit
    post = text_of(line, "post", doubts) or who.post
    more = extras(line, doubts, context.year) | {"other": (others(line, context) or None) if second else None}
    is_named = bool(more.get("kind")) and not line.is_ours  # our own list names a kind for every row, decided or not
    return Beside(worth, who.lead, post, unit, who.supports, due.due, is_named, more, doubts)


def _points(line: Line, doubts: Doubts) -> Decimal | None:
    if "points" not in line.columns:
        return None
    cell = line.at("points")
    worth, reason = (None, cell.error) if cell.error else points.parse(cell.text, cell.value)
    if reason:
        doubts.append(("points", reason, cell))
    return worth


def _people(line: Line, above: Cell, doubts: Doubts, whole: people.Whole) -> people.People:
    """Read lead and supports, from the group where the row names nobody."""
    if line.is_ours:  # a list that this product wrote has full names only
        whole = short_names(re.split(r"\s*[;,\n]\s*", f"{line.at('lead').raw};{line.at('supports').raw}"))
    cell = named = line.lead
    if cell.is_empty and not above.is_empty:
        named = above
        doubts.append(("lead", FROM_GROUP, named))
    is_lost = cell.error or cell.damaged
    who = people.People(doubts=(("lead", cell.error or DAMAGED),)) if is_lost else people.parse(named.raw, whole)
    doubts += [(column, why, named) for column, why in who.doubts]
    beside = line.at("supports")
    if beside.is_empty:
        return who
    if beside.damaged or beside.error:
        doubts.append(("supports", beside.error or DAMAGED, beside))
        return who
    more, why_not = people.parse_supports(beside.raw, whole)
    if who.lead in more and people.is_another(beside.raw, who):
        why_not = (*why_not, ("supports", people.SAME_NAME))
    doubts += [(column, why, beside) for column, why in why_not]
    return people.joined(who, more)


def _due(line: Line, doubts: Doubts, context: dues.Context) -> dues.Reading:
    cell = line.due
    if cell.damaged or cell.error:
        due = dues.unclear(cell.raw, cell.error or DAMAGED)
    else:
        due = dues.parse(cell.raw, cell.value, context, from_1904=line.from_1904)
    doubts += [("due", why, cell) for why in due.reasons]
    return due
