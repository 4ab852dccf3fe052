"""The lines of all tables of a file, each with its cells by meaning and what stands above its table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import repeat
from operator import attrgetter

from bot.sheets import codes
from bot.sheets.context import Titles, field_above, titles_of
from bot.sheets.grid import BLANK, Cell, Grid
from bot.sheets.header import NEEDED, Header, complete, header_at, is_other_list, question
from bot.sheets.likely import coded, guessed
from bot.sheets.line import ASKED, Line
from bot.sheets.line_kind import NOTE_LABEL, kind_of
from bot.sheets.own import NOTHING, Own, Question
from bot.sheets.text import fold

_NONE: frozenset[str] = frozenset()
_SAID: Callable[[Cell], str] = attrgetter("text")
_IS_DITTO: Callable[[Cell], bool] = attrgetter("is_ditto")
_DIGIT = re.compile(r"\d")
_NUMBER_HEADINGS = frozenset("tt stt s.t.t mã tc".split()) | {"số tt", "mã số", "ký hiệu"}  # no row of work begins with one
NO_PERSON_ROLES = frozenset({"criterion", "due"})


@dataclass
class Lacking:
    """What a file without a whole table has instead.

    Attributes:
        person: whether a header was found whose only lack is the person's column.
        question: about the header that names most, where one of its headings may be the column that is missing.
    """

    person: bool = False
    question: Question | None = None
    known: int = 0

    def see(self, header: Header) -> None:
        """Look at a header that does not name all."""
        self.person |= header.columns.keys() >= NO_PERSON_ROLES and len(header.columns) > 2
        if len(header.columns) > self.known:
            asks = question(header) if header.columns.keys() & NEEDED else None
            self.question, self.known = asks, len(header.columns)


@dataclass
class Table:
    """The lines of one table, or of several that continue each other.

    Attributes:
        ended: whether a list of something else stands below it.
    """

    grid: Grid
    header: Header
    titles: Titles
    own_years: tuple[int, ...]
    continues: bool
    lines: list[Line] = field(default_factory=list)
    question: Question | None = None
    ended: bool = False

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """The columns that every row is asked for; 0 for one that the table lacks."""
        return tuple(self.header.columns.get(role, 0) for role in ASKED)


def tables_of(grids: Sequence[Grid], own: Own = NOTHING) -> tuple[list[Table], Lacking]:
    """Find all tables; the second part tells what was found that is almost one."""
    found: list[Table] = []
    lacking = Lacking()
    before: list[str] = []
    for grid in grids:
        before = [*before, *grid.above] if grid.above or grid.follows else []
        last = found[-1] if found and grid.follows else None
        tables = _in_grid(grid, before, last, own, lacking)
        found += tables
        if not tables and grid.name and grid.name.startswith("bảng "):
            before += [cell.text for cells in grid.cells.values() for cell in cells.values()]
    return found, lacking


def _in_grid(grid: Grid, before: Sequence[str], last: Table | None, own: Own, lacking: Lacking) -> list[Table]:
    """Cut one grid into tables."""
    found: list[Table] = []
    above: list[str] = list(before)
    near: list[str] = list(grid.above)
    skip = 0
    for row in grid.rows:
        if row <= skip:
            continue
        header = header_at(grid, row, own) if not found or _may_begin(grid, row, found[-1].header) else None
        guess = guessed(grid, header) if header is not None and not found and not complete(header) else None
        header = guess.header if guess else header
        header = coded(grid, header) if header is not None and complete(header) else header
        again = _repeated(grid, row, found[-1]) if header is not None and found else 0
        if header is not None and (again or _begins(grid, header, found)):
            same = bool(found) and (bool(again) or _same(found[-1].header, header))
            skip = max(header.bottom, row + again - 1)
            if not same:
                follows = last is not None and not found and not any(near) and _same(last.header, header)
                if found:
                    near = _own_titles(found[-1])
                    above += near
                found.append(_table(grid, header, above, near, last if follows else None))
                found[-1].question = guess.question if guess else None
            continue
        if header is not None and not found:
            lacking.see(header)
        if found:
            found[-1].ended |= header is not None and is_other_list(header, _texts(grid, row))
            if not found[-1].ended:
                _add(found[-1], row)
        else:
            texts = _texts(grid, row)
            above += texts
            near += texts
    if not found and last is not None and _headless(grid, last):
        found.append(Table(grid, replace(last.header, top=0, height=0), last.titles, last.own_years, continues=True))
        for row in grid.rows:
            _add(found[-1], row)
    return found


def _may_begin(grid: Grid, row: int, last: Header) -> bool:
    """Tell at a glance whether a row below a table may be a header: headings hold no digits, unless they are the same again or begin with that of the numbers."""
    cells = grid.row_under(row)
    texts = list(map(_SAID, cells.values()))
    if not any(map(_DIGIT.search, texts)) or texts[0].lower() in _NUMBER_HEADINGS:
        return True
    if grid.said_under(last.top).isdisjoint(texts):
        return False
    heads = grid.texts_under(last.top)
    same = sum(heads.get(column) == text for column, text in zip(cells, texts, strict=True))
    return 2 * same >= len(cells)


def _begins(grid: Grid, header: Header, found: Sequence[Table]) -> bool:
    """Tell a header from a row that only sounds like one."""
    if not complete(header):
        return bool(found) and _same(found[-1].header, header) and len(header.columns) > 2
    if not found:
        return True
    texts = _texts(grid, header.top)
    if _same(found[-1].header, header) or texts[0].lower() in _NUMBER_HEADINGS:
        return True
    return (
        len(texts) >= 4
        and all(len(text) <= 40 and not re.search(r"\d", text) for text in texts)
        and len(header.columns) >= len(texts) - 1
    )


def _same(one: Header, other: Header) -> bool:
    """Tell whether two headers are the same, a word or two aside."""
    pairs = [(left, right) for left, right in zip(one.texts, other.texts, strict=False) if left or right]
    return bool(pairs) and sum(left == right for left, right in pairs) >= 0.7 * len(pairs)


def _repeated(grid: Grid, row: int, last: Table) -> int:
    """Count the rows of a header that stands here once more, cell by cell, whether or not its cells are merged again."""
    top, height = last.header.top, last.header.height
    for below in range(height):
        heads, texts = last.grid.texts_under(top + below), grid.texts_under(row + below)
        if len(texts) < 2 or any(heads.get(column) != text for column, text in texts.items()):
            return below if below > 1 else 0
    return height


def _headless(grid: Grid, last: Table) -> bool:
    """Tell a table that goes on without repeating its header."""
    columns = last.header.columns
    if not grid.rows or not 2 < grid.width <= last.grid.width:
        return False
    starts = grid.at(grid.rows[0], columns["code"]).text if "code" in columns else ""
    full = sum(all(grid.at(row, columns[role]) for role in ("criterion", "lead", "due")) for row in grid.rows)
    return bool(re.match(r"([IVX]+|\d+(\.\d+)*)\.?\s*$", starts)) or full * 2 > len(grid.rows)


def _own_titles(table: Table) -> list[str]:
    """Take back the lone lines at the end of a table that are the title of the next one."""
    block: list[Line] = []
    for line in reversed(table.lines):
        if (
            not line.alone
            or (block and block[-1].row - line.row > 1)
            or codes.read(line.first).kind in {"roman", "plain", "dotted"}
        ):
            break
        block.append(line)
    kept = len(table.lines) - len(block)
    parted = kept == 0 or (block and block[-1].row - table.lines[kept - 1].row > 1)
    if not parted and any(line.kind == "data" for line in block):
        block = [line for line in block if line.kind in {"unit", "field"}]
        kept = len(table.lines) - len(block)
    del table.lines[kept:]
    return [line.first for line in reversed(block)]


def _table(grid: Grid, header: Header, above: Sequence[str], near: Sequence[str], last: Table | None) -> Table:
    """Make a table with what its own lines, or those of the table it continues, say about it."""
    titles, close = titles_of(reversed(above)), titles_of(reversed(near))
    named = tuple(year for text in (grid.name or "",) for year in titles_of([fold(text).replace("-", " ")]).years)
    heading = field_above(grid.above[-1]) if grid.above else None
    own = replace(titles, unit=close.unit, field=close.field or heading)
    if last is not None:
        own = last.titles
    return Table(grid, header, own, close.years or named or titles.years, last is not None)


def _texts(grid: Grid, row: int) -> list[str]:
    cells = (grid.cell(row, column) for column in range(1, grid.width + 1))
    return [line for cell in cells if cell.text for line in (cell.text, *cell.raw.split("\n")[1:])]


def _add(table: Table, row: int) -> None:
    """Put one row under its table."""
    grid, columns = table.grid, table.header.columns
    filled = grid.row(row)
    if not filled:
        return
    is_like_above = any(map(_IS_DITTO, filled.values()))
    place, first = next(iter(filled.items()))
    code, field_, criterion, subcriterion, lead, due = map(filled.get, table.asked, repeat(BLANK))
    line = Line(
        grid.name,
        row,
        "",
        filled,
        table.titles,
        columns,
        code,
        field_,
        criterion,
        subcriterion,
        lead,
        due,
        first.text,
        len(filled) == 1,
        grid.is_wide(row, place),
        row in grid.hidden_rows,
        frozenset(role for role, column in columns.items() if filled.get(column, BLANK).is_ditto) if is_like_above else _NONE,
        grid.from_1904,
    )
    line.kind = kind_of(line, filled.values(), fresh=not table.lines)
    table.lines.append(line)


def walk(table: Table) -> Iterator[Line]:
    """Give the lines of a table up to its signatures, remarks left out; a full row after them counts again."""
    ended = noted = False
    last = next((line.row for line in reversed(table.lines) if line.kind == "data" and not line.is_idle), 0)
    for line in table.lines:
        noted = noted and _is_remark(line)
        ended = line.kind == "end" or (ended and not _is_full(line))
        if not (noted or ended or line.kind in {"note", "numbers"}):
            yield line
        noted |= line.row > last and line.kind == "note" and NOTE_LABEL.match(line.first) is not None


def _is_full(line: Line) -> bool:
    return line.kind == "data" and line.has("due") and line.has("criterion", "subcriterion") and line.has("lead", "code")


def _is_remark(line: Line) -> bool:
    """Tell one more line of a remark: it has a list mark, and nothing that a row of work has."""
    return codes.marker(line.first)[0] is not None and not line.has("lead", "due", "points", "evidence")
