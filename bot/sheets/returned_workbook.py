"""A workbook returned: the columns of state are filled in or added at the right edge of each table."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any

from bot.sheets.legacy import UNICODE_FONT, is_old
from bot.sheets.lines import Table, tables_of
from bot.sheets.opening import grids_of
from bot.sheets.state import NAMES, Place, State

WIDTH = 18


def fill(source: Path, target: Path, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    """Write the workbook again with what is known of each row.

    Args:
        source: her file (.xlsx, .xlsm or .xls), read and accepted before.
        target: where the new one goes, as .xlsx or .xlsm; its ending says whether macros are kept.
        states: by sheet and row number.
        titles: of the three columns, used where her table has no such column.

    Returns:
        How many rows were filled in.
    """
    book = _book(source, target)
    done = sum(_fill_table(book[table.grid.name or ""], table, states, titles) for table in _tables(source))
    book.save(target)
    return done


def _book(source: Path, target: Path) -> Any:
    import openpyxl

    if source.suffix.lower() == ".xls":
        from bot.sheets import modern

        return modern.workbook(source.read_bytes())
    return openpyxl.load_workbook(source, keep_vba=target.suffix.lower() == ".xlsm")


def _tables(source: Path) -> Iterator[Table]:
    found, _ = tables_of(grids_of(source))
    return (table for table in found if not table.grid.hidden)


def _fill_table(page: Any, table: Table, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    rows = [line.row for line in table.lines if (table.grid.name, line.row) in states]
    if not rows:
        return 0
    places, edge = {}, table.grid.width
    for name, title in zip(NAMES, titles, strict=True):
        places[name] = table.header.columns.get(name) or _new_column(page, table, title, edge + 1)
        edge = max(edge, places[name])
    for row in rows:
        state = states[table.grid.name, row]
        for name, column in places.items():
            _write(page, row, column, getattr(state, name), table.grid.width)
    return len(rows)


def _new_column(page: Any, table: Table, title: str, column: int) -> int:
    """Add a column at the right edge that looks like the heading beside it."""
    from openpyxl.utils import get_column_letter

    top, bottom = table.header.top, table.header.bottom
    for row in range(top, bottom + 1):
        _like(page.cell(row, column), page.cell(row, table.grid.width))
    page.cell(top, column).value = title
    if bottom > top:
        page.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)
    page.column_dimensions[get_column_letter(column)].width = WIDTH
    return column


def _write(page: Any, row: int, column: int, text: str, edge: int) -> None:
    from openpyxl.cell.cell import MergedCell

    cell = page.cell(row, column)
    if column > edge:
        _like(cell, page.cell(row, edge))
    elif text:
        cell.font = _font(cell.font)
    if text and not isinstance(cell, MergedCell):
        cell.value, cell.number_format = text, "@"
        cell.data_type = "s"  # a number of a document that begins with "=" stays a text


def _like(cell: Any, other: Any) -> None:
    cell.font, cell.border, cell.fill, cell.alignment = (
        copy(look) for look in (_font(other.font), other.border, other.fill, other.alignment)
    )


def _font(font: Any) -> Any:
    """What is written new is Unicode, whatever its neighbours are."""
    found = copy(font)
    if is_old(found.name):
        found.name = UNICODE_FONT
    return found
