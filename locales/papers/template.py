"""The template of the assignment table (/mau), and any list in its form: a workbook that reads back as it was filled in."""

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from locales.say import template as say

NAME = "Mau-phan-cong-CCHC.xlsx"
ROWS = 500  # rows made ready for typing
DARK, LIGHT, LINE = "#1F4E79", "#DDEBF7", "#BFBFBF"
LINE_HEIGHT = 17  # points, for letters of 12
GUIDE = (24, 70, 40)  # widths of the three columns of the guide


def cached(year: int) -> Path:
    """The template of a year, written once a process (and again where the temporary folder was emptied)."""
    path = _folder() / str(year) / NAME
    return path if path.exists() else write(path, year)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="nhacviec-mau-"))


def write(path: Path, year: int, rows: Sequence[Sequence[str]] | None = None) -> Path:
    """Write the template, or a list in its form.

    Args:
        path: of the file.
        year: whose dates the example shows.
        rows: of the list, with the columns that only a list has; None = the template with its example.
    """
    from xlsxwriter import Workbook

    path.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        styles = _styles(book)
        columns = say.columns(year) if rows is None else (*say.columns(year), *say.more_columns())
        _table(book, columns, styles, rows)
        _guide(book, columns, styles, say.notes(has_example=rows is None))
    return path


def _styles(book: Any) -> dict[str, Any]:
    cell = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top", "num_format": "@"}
    lined = cell | {"border": 1, "border_color": LINE}
    head = lined | {"bold": True, "align": "center", "valign": "vcenter"}
    return {
        "cell": book.add_format(cell | {"locked": False}),
        "lined": book.add_format(lined),
        "example": book.add_format(lined | {"italic": True, "font_color": "#595959"}),
        "needed": book.add_format(head | {"bg_color": DARK, "font_color": "#FFFFFF"}),
        "optional": book.add_format(head | {"bg_color": LIGHT}),
        "title": book.add_format(cell | {"bold": True, "font_size": 14, "text_wrap": False}),
        "note": book.add_format(cell | {"text_wrap": True}),
    }


def _table(book: Any, columns: tuple[say.Column, ...], styles: dict[str, Any], rows: Sequence[Sequence[str]] | None) -> None:
    sheet = book.add_worksheet(say.sheet())
    shown = list(zip(*(column.example for column in columns), strict=True)) if rows is None else rows
    style = styles["example" if rows is None else "lined"]
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, styles["cell"])
        sheet.write_string(0, at, column.title, styles["needed" if column.needed else "optional"])
        for row, texts in enumerate(shown, 1):
            sheet.write_string(row, at, texts[at], style) if texts[at] else sheet.write_blank(row, at, None, style)
        if column.options:
            sheet.data_validation(1, at, len(shown) + ROWS, at, {"validate": "list", "source": list(column.options)})
    sheet.set_row(0, LINE_HEIGHT * 2)
    for row, texts in enumerate(shown, 1):
        sheet.set_row(row, _height(texts, [column.width for column in columns]))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3, two pages side by side: on one its letters would be too small
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)


def _guide(book: Any, columns: tuple[say.Column, ...], styles: dict[str, Any], notes: tuple[str, ...]) -> None:
    sheet = book.add_worksheet(say.guide())
    for at, width in enumerate(GUIDE):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, say.guide(), styles["title"])
    for row, note in enumerate(notes, 1):
        sheet.merge_range(row, 0, row, 2, note, styles["note"])
        sheet.set_row(row, _height([note], [sum(GUIDE)]))
    told = [(column.title, column.note, column.example[0] or column.example[1]) for column in columns]
    after = _explained(sheet, len(notes) + 2, say.guide_header(), told, styles)
    _explained(sheet, after + 1, say.ways_header(), say.ways(), styles)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _explained(sheet: Any, top: int, header: Sequence[str], rows: Sequence[Sequence[str]], styles: dict[str, Any]) -> int:
    """Write a table of the guide; returns the row after it."""
    for at, title in enumerate(header):
        sheet.write_string(top, at, title, styles["optional"])
    for row, texts in enumerate(rows, top + 1):
        sheet.set_row(row, _height(texts, GUIDE))
        for at, text in enumerate(texts):
            sheet.write_string(row, at, text, styles["lined"])
    return top + 1 + len(rows)


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The height of a row whose texts wrap in columns of these widths."""
    return LINE_HEIGHT * max(-(-len(text) // width) or 1 for text, width in zip(texts, widths, strict=True))
