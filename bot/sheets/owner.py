"""A table of one person's work: no column names whose it is, but the sheet or a line above the table does."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.sheets import people
from bot.sheets.grid import Cell, Grid
from bot.sheets.header import NEEDED, Header, header_at
from bot.sheets.names import PERSON, is_usual, kind_of, without_title
from bot.sheets.own import Own

OF_SHEET = "người phụ trách lấy theo tên trang hoặc dòng phía trên bảng"
HEADING = "Người phụ trách"
_SAYS = re.compile(
    r"(?:họ (?:và )?tên|(?:người|cán bộ|công chức|chuyên viên)(?:,? công chức)?(?: (?:phụ trách|thực hiện|chủ trì|được giao))?|đồng chí|phụ trách)\s*:\s*(\S.*)",
    re.IGNORECASE,
)
_DEPTH = 40  # rows in which a header may stand


def owned(grid: Grid, own: Own) -> Grid:
    """Give a table that lacks nothing but the person's column this column, where its sheet or the lines above name one person."""
    header = _lacking(grid, own)
    name = next(_names(grid, header), None) if header else None
    return replace(_filled(grid, header, name), owner=name) if header and name else grid


def _lacking(grid: Grid, own: Own) -> Header | None:
    """Find a header that names all but the person; one that names the person too comes first and settles it."""
    for row in grid.rows:
        header = header_at(grid, row, own) if row <= _DEPTH else None
        lacks = NEEDED - header.columns.keys() if header is not None else NEEDED
        if row > _DEPTH or lacks <= {"lead"}:
            return header if lacks else None
    return None


def _names(grid: Grid, header: Header) -> Iterator[str]:
    """Give whom the lines above a table name, then whom its sheet does: there only a full name with a usual surname is one."""
    lines = [cell.text for row in grid.rows if row < header.top for cell in grid.row(row).values()]
    for text in (*reversed(lines), *reversed(grid.above)):
        said = _SAYS.fullmatch(text)
        who = people.parse(said[1]) if said else people.People()
        if who.lead and not who.doubts:
            yield who.lead
    bare, _ = without_title(grid.name or "")
    if len(bare.split()) > 2 and is_usual(bare.split()[0]) and kind_of(bare) == PERSON:
        yield bare


def _filled(grid: Grid, header: Header, name: str) -> Grid:
    """Write the name beside each row that has a deadline, and the heading beside each header."""
    column, due, head = grid.width + 1, header.columns["due"], grid.texts_under(header.top)
    cells = dict(grid.cells)
    for row in grid.rows:
        if row >= header.top and (row == header.top or grid.texts_under(row) == head):
            cells[row] = {**cells.get(row, {}), column: Cell(HEADING)}
        elif row > header.bottom and not grid.at(row, due).is_empty:
            cells[row] = {**cells.get(row, {}), column: Cell(name)}
    return replace(grid, cells=cells, _spans={}, _texts={})
