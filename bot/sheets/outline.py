"""Which lines are sections, groups and rows, and what stands above each row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.sheets import codes, points
from bot.sheets.codes import MARKER_LEVEL, PLAIN_LEVEL, Code
from bot.sheets.context import bare, field_in, unit_in
from bot.sheets.grid import BLANK, Cell
from bot.sheets.line import Line
from bot.sheets.lines import Table, walk
from bot.sheets.names import is_surely, without_title
from bot.sheets.text import is_upper, sentence

_NUMERAL = re.compile(
    r"\A(?:(?:(?:lĩnh vực|phần|mục|nhóm|chương)\s+)?(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|\d{1,2}|[A-H])\s*[.:)/-]\s*|"
    r"(?:lĩnh vực|phần|mục)\s+(?:(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})|\d{1,2})\s+|lĩnh vực\s*[:.-]\s*)",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"\A(?:lĩnh vực|phần|mục|nhóm|chương)\s+(?:[IVX]+|\d{1,2}|[A-H])\s*[.:)-]\s*(?=\S)", re.IGNORECASE)
_ROMAN_START = re.compile(r"(?:(?:Lĩnh vực|LĨNH VỰC|Phần|PHẦN|Mục|MỤC)\s+)?((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))\s*[.:)/-]\s*\S")
_SECTION_WORDS = re.compile(
    r"lĩnh vực \S+ |(?:(?:các )?(?:nội dung|tiêu chí|mục) )?(?:điểm )?(?:cộng|trừ|thưởng|phạt)(?: điểm)?$", re.IGNORECASE
)
_ORDINAL = re.compile(r"(\d{1,2}) ?(?:[.)/:]|-(?=\s+[^\W\d]))\s+(?=\S)")
_POINTS_TAIL = re.compile(
    r"\s*[(\[:-]\s*(?:tối đa\s*)?(?:tổng điểm:?\s*)?(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)\s*[)\]]?\s*$", re.IGNORECASE
)
_OVER_NUMBERS = -1
"""The level of a line without code that looks like the title of numbered rows."""
REPEATED = (
    "lead",
    "due",
    "points",
    "supports",
    "evidence",
    "document",
    "unit",
    "post",
    "field",
    "criterion",
    "subcriterion",
    "status",
    "kind",
    "completed_on",
    "percent",
    "result_document",
)


@dataclass(slots=True, eq=False)
class Item:
    """A line and, filled in step by step, its place in the outline.

    Attributes:
        kind: section, group, doubtful (a group, perhaps a row), leaf, total or stray.
        field_cell, criterion_cell: of the line, or the ones above it where a list leaves out what it said before.
    """

    line: Line
    kind: str
    code: Code
    text: str
    level: int
    field: str | None = None
    parent: str | None = None
    unit: str | None = None
    section: str | None = None
    group: Line | None = None
    total: Decimal | None = None
    field_cell: Cell = BLANK
    criterion_cell: Cell = BLANK


def outline(tables: Sequence[Table]) -> list[list[Item]]:
    """Give the items of each table; a table that continues another goes on with its sections and groups."""
    runs: list[list[Line]] = []
    for table in tables:
        lines = list(walk(table))
        if table.continues and runs:
            runs[-1] += lines
        else:
            runs.append(lines)
    return [_items(lines) for lines in runs]


def _items(lines: Sequence[Line]) -> list[Item]:
    drafts = _drafts(_resolved(lines))
    heads = _heads(drafts)
    for draft in drafts:
        draft.level -= codes_below_marker(draft) and _sign(draft) in heads
    traits = _Traits.of(drafts, heads=bool(heads))
    nexts = _nexts(drafts)
    kinds = [_kind(draft, later, traits) for draft, later in zip(drafts, nexts, strict=True)]
    for draft, later, kind in zip(drafts, nexts, kinds, strict=True):
        draft.kind = kind
        if kind == "doubtful" and later is not None and later.code.kind == "plain":
            draft.level = _OVER_NUMBERS
    _place(drafts)
    return drafts


def _heads(drafts: Sequence[Item]) -> set[str]:
    """Name the list marks that only head others of their rank: "•" without person above "-" with one."""
    pairs = [
        (_sign(one), _sign(other))
        for one, other in pairwise(drafts)
        if codes_below_marker(one)
        and one.level == other.level
        and not one.line.has("lead", "due", "evidence")
        and not other.line.is_idle
    ]
    return {one for one, other in pairs if one != other and (other, one) not in pairs}


def _sign(draft: Item) -> str:
    """Give the list mark of a line."""
    line = draft.line
    return (line.code.text or line.subcriterion.text or line.criterion.text or line.first)[:1]


def _resolved(lines: Sequence[Line]) -> list[Line]:
    """Replace ditto marks by what stands above them."""
    above: Line | None = None
    found = []
    for line in lines:
        full = _told(line, above) if line.dittos else line
        if line.kind == "data":
            above = full if above is None or not line.is_idle else _over(full, above)
        found.append(full)
    return found


def _told(line: Line, above: Line | None) -> Line:
    """Give a line with what its ditto marks stand for."""
    told = {line.columns[role]: above.at(role) if above else BLANK for role in line.dittos if role in REPEATED}
    return line.with_cells({**line.filled, **told})


def _over(line: Line, above: Line) -> Line:
    """Give a line with what stands above it wherever it says nothing."""
    filled = {column: above.at(role) if line.at(role).is_empty else line.at(role) for role, column in line.columns.items()}
    return line.with_cells(filled)


def _drafts(lines: Sequence[Line]) -> list[Item]:
    """Read codes and markers of all lines."""
    read = [_code(line) for line in lines]
    fixed = codes.repaired([code for code, _ in read])
    found = []
    for line, code, (_, text) in zip(lines, fixed, read, strict=True):
        rank, bare = codes.marker(text)
        level = code.level if code.text else code.level or rank or 0
        found.append(Item(line, line.kind, code, bare, level))
    return found


def _code(line: Line) -> tuple[Code, str]:
    """Give the code of a line and the text it names."""
    cell, beside = line.code, line.subcriterion
    text = (line.criterion if beside.is_empty else beside).text
    if line.kind != "data":
        return codes.BLANK, text
    code = codes.read(cell.text, cell.value) if not cell.error else codes.BLANK
    if line.alone or (code.kind == "other" and not text and " " in cell.text):
        return _alone(line, code)
    if code.kind == "roman" and not text and len(line.filled) == 2:
        return code, _title_beside(line)
    if code.kind == "blank" and not cell.error:
        found, rest = codes.leading(text)
        roman = _ROMAN_START.match(text)
        if found:
            return codes.read(found), rest
        if roman and line.is_idle:
            return Code("roman", roman[1].upper(), 0), _NUMERAL.sub("", text, count=1)
        if "code" not in line.columns and (ordinal := _ORDINAL.match(text)):
            return Code("plain", ordinal[1], 1), text[ordinal.end() :]
    return code, text


def _title_beside(line: Line) -> str:
    """Give the title beside a roman number, in whatever column its merged cell begins; a person's name is none."""
    text = next(cell.text for cell in line.filled.values() if cell is not line.code)
    return "" if is_surely(without_title(text)[0]) else text


def _alone(line: Line, code: Code) -> tuple[Code, str]:
    """Read a line whose only text stands anywhere: mostly a section merged across."""
    text = line.first
    roman = _ROMAN_START.match(text)
    if roman:
        return Code("roman", roman[1].upper(), 0), text
    found, rest = codes.leading(text)
    if found:
        return codes.read(found), rest
    plain = _ORDINAL.match(text)
    if plain:
        return Code("plain", plain[1], 1), text[plain.end() :]
    return (code, "") if line.code.text == text and code.kind != "other" else (codes.BLANK, text)


@dataclass(frozen=True)
class _Traits:
    """What the codes of a table have in common."""

    romans: bool
    dotted: bool
    deepest: int
    has_field: bool
    heads: bool

    @classmethod
    def of(cls, drafts: Sequence[Item], *, heads: bool) -> "_Traits":
        dotted = [draft.code.text for draft in drafts if draft.code.kind in {"dotted", "date"} and draft.code.text]
        numbered = [text for text in dotted if text[0] not in "IVX"]
        return cls(
            any(draft.code.kind == "roman" for draft in drafts),
            bool(dotted),
            max((text.count(".") + 1 for text in numbered), default=0),
            any("field" in draft.line.columns for draft in drafts),
            heads,
        )


def _nexts(drafts: Sequence[Item]) -> list[Item | None]:
    """Give for each line the next one that holds data or names a field."""
    found: list[Item | None] = []
    later: Item | None = None
    for draft in reversed(drafts):
        found.append(later)
        lost = draft.code.kind == "date" and draft.code.text is None  # it says nothing about the line before it
        later = draft if draft.kind in {"data", "field"} and not lost else later
    return found[::-1]


def _kind(draft: Item, later: Item | None, traits: _Traits) -> str:
    line = draft.line
    if line.kind != "data":
        return line.kind
    idle = line.is_idle
    if _is_section(draft, later, traits, idle=idle):
        return "section"
    if not (draft.text or draft.code.kind != "blank" or line.has("points", "criterion", "code")):
        return "stray"
    if later is not None and later.line.kind == "data":
        if _deeper(draft, later) or (idle and _heads_column(draft, later)):
            return "group"
        if idle and _perhaps_group(draft, later, traits):
            return "doubtful"
    return "leaf"


def _is_section(draft: Item, later: Item | None, traits: _Traits, *, idle: bool) -> bool:
    line, code = draft.line, draft.code
    follows = later is not None
    if code.kind == "roman":
        return idle or (follows and later is not None and later.code.kind != "roman")
    if not idle or codes_below_marker(draft):
        return False
    loud = (is_upper(draft.text) and len(draft.text) > 5) or _SECTION_WORDS.match(draft.text) is not None
    if code.kind == "plain":
        if traits.romans or not follows:
            return False
        below = later is not None and (later.code.kind in {"dotted", "date"} or (traits.heads and codes_below_marker(later)))
        return (loud or line.wide or (below and not traits.has_field)) and later is not None
    if code.kind == "blank" and not line.has("points", "evidence"):
        return (line.alone and (line.wide or loud)) or (loud and follows)
    return code.kind in {"blank", "other"} and loud and follows and not line.subcriterion.text and code.level <= 1


def codes_below_marker(draft: Item) -> bool:
    """Tell a line that a list marker puts below another."""
    return draft.level >= MARKER_LEVEL and not draft.code.text


def _deeper(one: Item, other: Item) -> bool:
    """Tell whether the second line belongs under the first."""
    if other.code.kind == "roman":
        return False
    if one.code.text and other.code.text:
        return other.level > one.level and codes.is_under(other.code.text, one.code.text)
    if other.code.text:
        return False
    return codes_below_marker(other) and other.level > (one.level if not one.code.text else 0)


def _heads_column(one: Item, other: Item) -> bool:
    """Tell a line that only names the criterion above lines that only name its parts, in a table with a column for each."""
    named, below = one.line.criterion, other.line.criterion
    is_head = not named.is_empty and not one.line.has("subcriterion", "evidence")
    return is_head and not other.line.subcriterion.is_empty and (below.is_empty or below.text == named.text)


def _perhaps_group(one: Item, other: Item, traits: _Traits) -> bool:
    """Tell a line without person and deadline that looks like the title of those below, though no code says so."""
    if not one.line.subcriterion.is_empty or other.code.kind == "roman" or other.line.is_idle:
        return False
    if one.code.kind == "plain" and not traits.dotted:
        return other.code.kind == "blank" and not codes_below_marker(other)
    if one.code.kind != "blank" or one.line.has("evidence"):
        return False
    looks = (one.line.criterion.bold and not other.line.criterion.bold) or (
        other.line.criterion.indent > one.line.criterion.indent
    )
    return looks and bool(one.text)


def _place(items: Sequence[Item]) -> None:
    """Give each row its field, its group and its unit."""
    stack: list[tuple[int, Item]] = []
    section: Item | None = None
    title = unit = None
    field = criterion = BLANK
    for item in items:
        line = item.line
        if item.kind in {"section", "field"}:
            stack, section, title = [], item, _title(item)
        elif item.kind == "unit":
            unit = unit_in(line.first)
        item.level = level = _level(item, stack)
        if item.kind in {"leaf", "group", "doubtful"}:
            field = line.field if not line.field.is_empty or line.is_ours else field
            criterion = line.criterion if not line.criterion.is_empty or line.is_ours else criterion
            while stack and stack[-1][0] >= level:
                stack.pop()
        parents = [parent for depth, parent in stack if depth < level] if stack else ()
        item.field, item.unit, item.field_cell, item.criterion_cell = title, unit, field, criterion
        item.total = None if item.kind == "leaf" else _total(item)
        item.section, item.group = (section.code.text, section.line) if section else (None, None)
        if parents:
            item.parent = parents[-1].text
            item.group = next((one.line for one in reversed(parents) if not one.line.lead.is_empty), item.group)
        if item.kind in {"group", "doubtful"}:
            stack.append((level, item))


def _level(item: Item, stack: Sequence[tuple[int, Item]]) -> int:
    """Give the depth of a line; a row without code and marker stands under the nearest group."""
    if item.code.text or item.level:
        return item.level
    if item.kind == "leaf" and not (stack and (_names_another(item, stack[-1][1]) or _is_over_marked(stack[-1][1]))):
        return stack[-1][0] + 1 if stack else PLAIN_LEVEL + 1
    return PLAIN_LEVEL


def _is_over_marked(group: Item) -> bool:
    """Tell a group that only the list marks of its rows show: a row without one stands beside it, not under it."""
    return (
        group.kind == "group" and group.level == PLAIN_LEVEL and not group.code.text and "subcriterion" not in group.line.columns
    )


def _names_another(item: Item, group: Item) -> bool:
    """Tell a row whose own column names another criterion than the group above it."""
    named = item.line.criterion
    return "subcriterion" in item.line.columns and not named.is_empty and named.text != group.line.criterion.text


def _title(item: Item) -> str | None:
    """Give the name of a section without numeral, prefix and points."""
    text = item.text or item.line.field.text  # a table with a column of groups may name the field there
    text = field_in(item.line.first) or text if item.kind == "field" else text
    text = _POINTS_TAIL.sub("", text)
    is_bare = item.line.alone or not item.line.criterion.text
    text = (_NUMERAL if is_bare else _PREFIXED).sub("", text, count=1)
    return sentence(bare(text.strip(" .:;"))) or None


def _total(item: Item) -> Decimal | None:
    """Give the points a section or group states for itself."""
    cell = item.line.at("points")
    tail = _POINTS_TAIL.search(item.text)
    if tail and cell.is_empty:
        return points.parse(tail[1])[0]
    return points.parse(cell.text, cell.value)[0] if cell and not cell.error else None
