"""Rows of one table run, made from its outline; every doubt becomes a flag."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.sheets import codes, dues, kinds, people
from bot.sheets.beside import DAMAGED, Beside, Besides, text_of
from bot.sheets.line import Line
from bot.sheets.model import Flag, Row
from bot.sheets.optional import Doubts, own_doubts
from bot.sheets.outline import Item
from bot.sheets.text import clean

_YEARS = re.compile(r"\b(20\d\d)\b")
HIDDEN_ROW = "dòng ẩn"
NO_TEXT = "thiếu nội dung tiêu chí"
PERHAPS_GROUP = "có thể là nhóm, có thể là tiêu chí"
STRAY = "dòng không rõ thuộc tiêu chí nào"
WRONG_SUM = "tổng không khớp tổng các tiêu chí"


@dataclass
class Draft:
    """A row with its flags, before the whole file is looked at."""

    item: Item
    row: Row
    flags: list[Flag] = field(default_factory=list)


def drafts_of(
    items: Sequence[Item],
    context: dues.Context,
    before: Sequence[Draft] = (),
    whole: people.Whole = people.NOBODY,
    *,
    restarting: bool = False,
) -> tuple[list[Draft], list[Flag]]:
    """Make the rows of one run.

    Args:
        items: of the run.
        context: year and day of issue.
        before: the rows of earlier runs.
        whole: names of two words that are full ones.
        restarting: whether numbers begin again in each roman section of the file.

    Returns:
        The rows, and flags on lines that are no rows.
    """
    named, besides = _codes(items, prefix=restarting or _restarts(items)), Besides(context, whole)
    found, flags = [], []
    for item in items:
        line = item.line
        if item.kind == "leaf":
            found.append(_draft(item, named[item], besides.of(item)))
        elif item.kind == "stray" and line.has("lead", "due", "points"):
            flags.append(Flag(line.sheet, line.row, "row", STRAY, line.first))
    worth = {draft.item: draft.row.max_points for draft in found}
    return found, flags + _perhaps_groups(items, worth) + _sums(items, worth, [draft.row.max_points for draft in before])


def _codes(items: Sequence[Item], *, prefix: bool) -> dict[Item, tuple[str | None, str | None]]:
    """Give the code of each row and the reason to doubt it."""
    leaves = [item for item in items if item.kind == "leaf"]
    coded = [
        item for item in items if item.code.kind in {"dotted", "date", "other"} and item.kind in {"leaf", "group", "doubtful"}
    ]
    if not coded:
        return dict.fromkeys(leaves, (None, None))
    found = {}
    for item in leaves:
        text, reason = item.code.text, item.code.reason
        if text and prefix and item.section and not text.startswith(f"{item.section}."):
            text = f"{item.section}.{text}"
        if text is None and reason is None and item.code.kind != "marker" and item.level < codes.MARKER_LEVEL:
            reason = item.line.code.error or codes.MISSING
        found[item] = (text, reason)
    return found


def restarts_by_sheet(runs: Sequence[Sequence[Item]]) -> bool:
    """Tell whether the roman sections of a file, each on a sheet of its own, all number their criteria from 1."""
    firsts = [pair for items in runs for pair in _firsts(items).items()]
    return len(dict(firsts)) == len(firsts) > 1 and all(first == "1" for _, first in firsts)


def _restarts(items: Sequence[Item]) -> bool:
    """Tell whether numbers begin again in each roman section."""
    return list(_firsts(items).values()).count("1") > 1


def _firsts(items: Sequence[Item]) -> dict[str, str]:
    """Give the first number in each roman section."""
    firsts: dict[str, str] = {}
    for item in items:
        if (
            item.section
            and item.code.text
            and item.kind in {"leaf", "group", "doubtful"}
            and item.code.kind in {"plain", "dotted"}
        ):
            firsts.setdefault(item.section, codes.parts(item.code.text)[0])
    return firsts


def _draft(item: Item, named: tuple[str | None, str | None], said: Beside) -> Draft:
    line = item.line
    code, reason = named
    doubts: Doubts = [("code", reason, line.code)] if reason else []
    if line.hidden:
        doubts.append(("row", HIDDEN_ROW, None))
    field_ = _field(item, doubts)
    criterion, subcriterion = _texts(item, doubts)
    doubts += said.doubts
    row = Row(
        line.sheet,
        line.row,
        code,
        field_,
        criterion,
        subcriterion,
        said.max_points,
        said.lead,
        said.unit or item.unit or line.titles.unit,
        said.supports,
        said.due,
        text_of(line, "evidence", doubts),
        text_of(line, "document", doubts) or line.titles.document,
        lead_post=said.post,
        proposed_kind=None if said.kind_is_named else kinds.proposed(criterion, subcriterion, line.due.text),
        **said.extras,
    )
    return Draft(item, row, _flags(line, doubts))


def _flags(line: Line, doubts: Doubts) -> list[Flag]:
    """What is in doubt, each once; for the columns of our own list, what that list says is."""
    if not doubts and not line.is_ours:
        return []
    if line.is_ours:
        listed = own_doubts(line.at("doubts").text)
        told = {column for column, _, _ in listed} | {"code", "points", "criterion"}
        doubts = [doubt for doubt in doubts if doubt[0] not in told] + listed
    flags = [Flag(line.sheet, line.row, column, why, clean(cell.raw) if cell else None) for column, why, cell in doubts]
    return list(dict.fromkeys(flags))


def _texts(item: Item, doubts: Doubts) -> tuple[str | None, str | None]:
    """Give criterion and sub-criterion: from two columns as they are, else from the group and the row."""
    line = item.line
    cell, beside = line.criterion, line.subcriterion
    is_damaged = cell.damaged or beside.damaged
    own = None if is_damaged else codes.marker(item.text)[1].strip() or None
    if own is None:
        doubts.append(("criterion", DAMAGED if is_damaged else cell.error or NO_TEXT, cell))
    if "subcriterion" not in line.columns:
        parent = item.parent or _column_group(item)
        return (own, None) if parent is None else (parent, own)
    criterion = codes.marker(item.criterion_cell.text)[1] or None
    if beside.is_empty:
        return (own or criterion, None) if not cell.is_empty else (criterion, None)
    return criterion, own


def _field(item: Item, doubts: Doubts) -> str | None:
    if item.line.field.damaged:
        doubts.append(("field", DAMAGED, item.line.field))
        return None
    own = _above_field(item) if _column_group(item) is None else None
    return own or item.field or item.line.titles.field


def _above_field(item: Item) -> str | None:
    return item.field_cell.text or None if "field" in item.line.columns else None


def _column_group(item: Item) -> str | None:
    """Give what a column of groups says where lines of the table name the fields."""
    return _above_field(item) if item.field and "group" in item.line.columns else None


def _perhaps_groups(items: Sequence[Item], worth: Mapping[Item, Decimal | None]) -> list[Flag]:
    """Ask about lines that look like groups, unless they state the sums of the rows under them, one of them of several rows."""
    under = {place: [worth[leaf] for leaf in _below(items, place)] for place, item in enumerate(items) if item.kind == "doubtful"}
    sums = {place for place, listed in under.items() if None not in listed and items[place].total == sum(filter(None, listed))}
    known = sums if any(len(under[place]) > 1 for place in sums) else ()
    return [
        Flag(items[place].line.sheet, items[place].line.row, "row", PERHAPS_GROUP, clean(items[place].text))
        for place in under
        if place not in known
    ]


def _sums(items: Sequence[Item], worth: Mapping[Item, Decimal | None], before: Sequence[Decimal | None]) -> list[Flag]:
    """Compare what sections, groups and rows of sums state with the rows under them."""
    flags = []
    for place, item in enumerate(items):
        if item.total is None or item.kind not in {"section", "group", "doubtful", "total"}:
            continue
        choices = _above(items, place) if item.kind == "total" else [_below(items, place), _below(items, place, over_sums=True)]
        values = [[worth[leaf] for leaf in leaves] for leaves in choices if leaves]
        if item.kind == "total" and before:
            values.append([*before, *worth.values()])
        whole = [[value for value in listed if value is not None] for listed in values if None not in listed]
        if values and len(whole) == len(values) and not any(_agrees(item.total, listed) for listed in whole):
            flags.append(Flag(item.line.sheet, item.line.row, "points", WRONG_SUM, str(item.total)))
    return flags


def _agrees(total: Decimal, listed: Sequence[Decimal]) -> bool:
    return total in {sum(listed), sum(value for value in listed if value > 0)}


def _below(items: Sequence[Item], place: int, *, over_sums: bool = False) -> list[Item]:
    """Give the rows under a section or group, up to a row of sums or over those of its groups."""
    head, ends = items[place], {"section", "field"} if over_sums else {"section", "field", "total"}
    found = []
    for item in items[place + 1 :]:
        if item.kind in ends or (head.kind != "section" and item.kind not in {"stray", "total"} and item.level <= head.level):
            break
        if item.kind == "leaf":
            found.append(item)
    return found


def _above(items: Sequence[Item], place: int) -> list[list[Item]]:
    """Give the rows that a row of sums may mean: of its section, or all."""
    starts = [0] + [number + 1 for number, item in enumerate(items[:place]) if item.kind in {"section", "total", "field"}]
    leaves = [[item for item in items[start:place] if item.kind == "leaf"] for start in (starts[-1], 0)]
    sections = [item for item in items[:place] if item.kind == "section"]
    if any(item.line.at("points").error for item in sections):  # formulas that nobody has reckoned yet
        return []
    if items[place].total == sum(item.total for item in sections if item.total is not None):
        return []
    return leaves


def duplicates(found: Sequence[Draft]) -> list[Flag]:
    """Flag each row whose code another row has too."""
    coded = [(draft.row.sheet, draft.row.code) for draft in found if draft.row.code]
    own = _restarting(coded)
    times = Counter(coded if own else [(None, code) for _, code in coded])
    if len(times) == len(coded):
        return []
    return [
        Flag(draft.row.sheet, draft.row.row, "code", f"{codes.DUPLICATE} {draft.row.code}", draft.row.code)
        for draft in found
        if draft.row.code and times[draft.row.sheet if own else None, draft.row.code] > 1
    ]


def _restarting(coded: Sequence[tuple[str | None, str]]) -> bool:
    """Tell whether every sheet numbers its criteria from the start."""
    by_sheet: dict[str | None, set[str]] = {}
    for sheet, code in coded:
        by_sheet.setdefault(sheet, set()).add(code)
    shared = Counter(code for listed in by_sheet.values() for code in listed) if len(by_sheet) > 1 else Counter()
    most = min(map(len, by_sheet.values()), default=0)
    return sum(count > 1 for count in shared.values()) * 2 > most


def years_written(items: Sequence[Item]) -> Counter[int]:
    """Count the years that deadlines name."""
    found: Counter[int] = Counter()
    for due, times in Counter(item.line.due for item in items).items():
        for year in [due.value.year] if isinstance(due.value, date) else map(int, _YEARS.findall(due.text)):
            found[year] += times
    return found
