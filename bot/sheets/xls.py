"""Old Excel workbooks (.xls): stored values, fonts for the legacy encodings, hidden rows and sheets."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.sheets import errors
from bot.sheets.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Span
from bot.sheets.legacy import decode, restore
from bot.sheets.styles import is_date_format, is_month_format
from bot.sheets.xlsx import FORMULA_ERROR, day_of, month, shown

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def grids(data: bytes) -> list[Grid]:
    """Read all worksheets of an old workbook."""
    book = opened(data)
    found, filled = [], 0
    for sheet in book.sheets():
        grid = _grid(book, sheet)
        filled += len(grid.rows)
        if filled > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
        found.append(grid)
    return found


def opened(data: bytes) -> Any:
    """Open a workbook with its formats; a password or damage is a refusal."""
    import io

    import xlrd

    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        raise errors.Refused(errors.PASSWORD if "encrypt" in str(error).lower() else errors.UNREADABLE) from error
    except MemoryError:
        raise
    except Exception as error:  # a damaged file breaks the library anywhere
        raise errors.Refused(errors.UNREADABLE) from error


def _grid(book: Any, sheet: Any) -> Grid:
    cells: dict[int, dict[int, Cell]] = {}
    for row in range(sheet.nrows):
        filled = dict(_cells(book, sheet, row))
        if filled and max(filled) > MAX_COLUMNS:
            raise errors.Refused(errors.TOO_MANY_COLUMNS)
        if filled:
            cells[row + 1] = filled
        if len(cells) > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
    merged = tuple(Span(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    hidden = frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden)
    return Grid(sheet.name, cells, merged, hidden, sheet.visibility != 0, from_1904=bool(book.datemode))


def _cells(book: Any, sheet: Any, row: int) -> Iterator[tuple[int, Cell]]:
    for column in range(sheet.row_len(row)):
        kind = sheet.cell_type(row, column)
        if kind not in {_EMPTY, _BLANK}:
            cell = _cell(book, sheet, row, column)
            if cell:
                yield column + 1, cell


def _cell(book: Any, sheet: Any, row: int, column: int) -> Cell:
    kind, held = sheet.cell_type(row, column), sheet.cell_value(row, column)
    look = book.xf_list[sheet.cell_xf_index(row, column)]
    font = book.font_list[look.font_index]
    bold, indent = bool(font.bold or font.weight >= 700), int(look.alignment.indent_level)
    if kind == _ERROR:
        return Cell(error=f"{FORMULA_ERROR} {_error_name(held)}", bold=bold)
    if kind == _TEXT:
        runs = _runs(held, sheet.rich_text_runlist_map.get((row, column)), font.name, book)
        raw, damaged = restore("".join(decode(text, name) for text, name in runs))
        return Cell(raw, bold=bold, indent=indent, damaged=damaged)
    if kind == _BOOLEAN:
        return Cell(str(int(held)), bold=bold)
    value: float | date = float(held)
    layout = book.format_map.get(look.format_key)
    form = layout.format_str if layout is not None else ""
    if kind == _DATE or is_date_format(0, form):
        value = day_of(float(held), from_1904=bool(book.datemode)) or value
        if is_month_format(0, form) and isinstance(value, date) and value.day == 1:
            return Cell(month(value), None, bold, indent)
    return Cell(shown(value), value, bold, indent)


def _error_name(code: int) -> str:
    import xlrd

    return str(xlrd.error_text_from_code.get(code, "#?"))


def _runs(text: str, changes: list[tuple[int, int]] | None, font: str, book: Any) -> Iterator[tuple[str, str]]:
    """Cut a rich text where its font changes."""
    starts = [(0, font), *((place, book.font_list[index].name) for place, index in changes or ())]
    for number, (start, name) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        yield text[start:end], name
