"""One table on one sheet of a workbook: what can be read on screen and on paper, and nothing that runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from storage.names import clean

Value = str | int | Decimal | float | date | datetime | None
LONGEST = 32_000  # characters that a cell may hold, with room
LINE_HEIGHT, TALLEST = 15, 400  # points
LETTERS_IN_WIDTH = (
    1.1  # of Times New Roman 11 in one unit of width, which is a digit of Calibri 11: 1.2 measured, less what words waste
)
LETTERS: dict[str, str | int] = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
LINED = LETTERS | {"border": 1, "border_color": "#808080", "text_wrap": True}
FORMATS: dict[str, dict[str, str | int]] = {
    "text": {},
    "middle": {"align": "center"},
    "count": {"num_format": "0", "align": "center"},
    "whole": {"text_wrap": False, "num_format": "0", "align": "right", "indent": 1},
    "points": {"text_wrap": False, "num_format": "[$-42A]General", "align": "right", "indent": 1},
    "rate": {"text_wrap": False, "num_format": "[$-42A]0.00\\ %", "align": "right", "indent": 1},
    "date": {"num_format": "dd/mm/yyyy", "align": "center"},
    "moment": {"num_format": "dd/mm/yyyy\\ hh:mm", "align": "center"},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and how its values look (a key of FORMATS)."""

    title: str
    width: float
    look: str = "text"


def workbook(path: Path, created: datetime) -> Any:
    """A workbook in which no text of a person can become a formula, a link or a number.

    Args:
        path: where it is written when closed.
        created: the date it bears, since the clock would make each copy differ.
    """
    from xlsxwriter import Workbook

    book = Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": created.replace(tzinfo=None)})
    return book


class Styles:
    """The looks of one workbook, made once."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format(LETTERS | {"bold": True, "font_size": 14})
        self.under = book.add_format(LETTERS | {"italic": True})
        self.head = book.add_format(LINED | {"bold": True, "align": "center", "bg_color": "#DDEBF7"})
        self.cells = {look: book.add_format(LINED | how) for look, how in FORMATS.items()}
        self.sums = {look: book.add_format(LINED | how | {"bold": True}) for look, how in FORMATS.items()}


def table(
    book: Any,
    styles: Styles,
    name: str,
    above: tuple[str, str],
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    total: Sequence[Value] | None = None,
) -> None:
    """Write one sheet: a title, a line below it, the head of the table, the rows, perhaps their sum."""
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, cell(above[0]), styles.title)
    sheet.write_string(1, 0, cell(above[1]), styles.under)
    top = 3
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(top, at, column.title, styles.head)
    sheet.set_row(top, height([column.title for column in columns], columns) + 4)
    last = top
    for last, values in enumerate(rows, top + 1):
        _line(sheet, last, columns, values, styles.cells)
    if total is not None:
        last += 1
        _line(sheet, last, columns, total, styles.sums)
    if total is None and last > top:
        sheet.autofilter(top, 0, last, len(columns) - 1)
    _page(sheet, top, last, len(columns))


def _page(sheet: Any, top: int, last: int, width: int) -> None:
    """A4 across, as wide as one page, the head repeated and kept in sight."""
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last, width - 1)
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P/&N")


def _line(sheet: Any, row: int, columns: Sequence[Column], values: Sequence[Value], looks: dict[str, Any]) -> None:
    texts = [value if isinstance(value, str) else "" for value in values]
    sheet.set_row(row, height(texts, columns))
    for at, (column, value) in enumerate(zip(columns, values, strict=True)):
        look = looks["whole" if isinstance(value, int) and column.look == "points" else column.look]
        if value is None or value == "":
            sheet.write_blank(row, at, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, at, cell(value), look)
        elif isinstance(value, date):
            sheet.write_datetime(row, at, value.replace(tzinfo=None) if isinstance(value, datetime) else value, look)
        else:
            sheet.write_number(row, at, float(value), look)


def height(texts: Sequence[str], columns: Sequence[Column]) -> int:
    """The height in points of a row whose texts wrap in these columns."""
    lines = max(-(-len(text) // round(column.width * LETTERS_IN_WIDTH)) or 1 for text, column in zip(texts, columns, strict=True))
    return min(TALLEST, LINE_HEIGHT * lines + 1)


def cell(text: str) -> str:
    """A person's words as a cell may hold them: one form of each letter, nothing invisible, not endless."""
    return clean(text)[:LONGEST]
