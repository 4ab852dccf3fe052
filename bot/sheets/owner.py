"""A table of one person's work, or several: no column names whose it is, but the sheet or a line above the rows does."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.sheets import codes, people
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
_NUMBER = re.compile(r"\A(?:[IVX]{1,4}|\d{1,2}|[A-H])\s*[.):/-]\s*")
_DEPTH = 40  # rows in which a header may stand


def owned(grid: Grid, own: Own) -> Grid:
    """Give a table that lacks nothing but the person's column this column, where its sheet or the lines above its rows name one person."""
    header = _lacking(grid, own)
    if header is None:
        return grid
    first = next(_above(grid, header), None)
    within = {row: who for row in grid.rows if row > header.bottom and (who := _alone(grid, row))}
    names = dict.fromkeys(people.parse(who).lead for who in (first, *within.values()) if who)
    return replace(_filled(grid, header, first, within), owner="; ".join(map(str, names))) if names else grid


def _lacking(grid: Grid, own: Own) -> Header | None:
    """Find a header that names all but the person; one that names the person too comes first and settles it."""
    for row in grid.rows:
        header = header_at(grid, row, own) if row <= _DEPTH else None
        lacks = NEEDED - header.columns.keys() if header is not None else NEEDED
        if row > _DEPTH or lacks <= {"lead"}:
            return header if lacks else None
    return None


def _above(grid: Grid, header: Header) -> Iterator[str]:
    """Give whom the lines above a table name, then whom its sheet does: there only a full name with a usual surname is one."""
    rows = [row for row in grid.rows if row < header.top]
    near = [_alone(grid, rows[-1])] if rows else [_named(grid.above[-1])] if grid.above else []
    lines = [cell.text for row in rows for cell in grid.row(row).values()]
    said = (_said(text) for text in (*reversed(lines), *reversed(grid.above)))
    yield from (who for who in (*near, *said) if who)
    bare, _ = without_title(grid.name or "")
    if len(bare.split()) > 2 and is_usual(bare.split()[0]) and kind_of(bare) == PERSON:
        yield bare


def _alone(grid: Grid, row: int) -> str | None:
    """Give whom a row names that says nothing else but a number."""
    texts = [cell.text for cell in grid.row(row).values() if codes.read(cell.text).kind not in {"roman", "plain"}]
    return _named(texts[0]) if len(texts) == 1 else None


def _named(text: str) -> str | None:
    """Give the person of a line such as "Người phụ trách: ông A" or "1. Đồng chí A - Văn thư"."""
    bare = _NUMBER.sub("", text)
    return _said(text) or (_one(bare) if without_title(bare)[1] else None)


def _said(text: str) -> str | None:
    found = _SAYS.fullmatch(text)
    return _one(found[1]) if found else None


def _one(text: str) -> str | None:
    who = people.parse(text)
    return text if who.lead and not who.doubts and not who.supports else None


def _filled(grid: Grid, header: Header, who: str | None, within: Mapping[int, str]) -> Grid:
    """Write who it is beside each row that has a deadline, and the heading beside each header; lines that only name somebody are taken away."""
    column, due, head = grid.width + 1, header.columns["due"], grid.texts_under(header.top)
    cells = {row: held for row, held in grid.cells.items() if row not in within}
    for row in grid.rows:
        who = within.get(row, who)
        if row >= header.top and (row == header.top or grid.texts_under(row) == head):
            cells[row] = {**cells.get(row, {}), column: Cell(HEADING)}
        elif row > header.bottom and who and row not in within and not grid.at(row, due).is_empty:
            cells[row] = {**cells.get(row, {}), column: Cell(who)}
    return replace(grid, cells=cells, _spans={}, _texts={})
