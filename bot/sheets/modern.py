"""An old workbook (.xls) made again as one of today, with its fonts, borders, merged cells and widths.

Only the values that Excel stored come along, no formulas and drawings: the reader of the old format gives no more.
"""

from typing import Any

_LINES = (None, "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot", "mediumDashDot",
          "dashDotDot", "mediumDashDotDot", "slantDashDot")  # fmt: skip
_PATTERNS = (None, "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical", "darkDown", "darkUp", "darkGrid",
             "darkTrellis", "lightHorizontal", "lightVertical", "lightDown", "lightUp", "lightGrid", "lightTrellis", "gray125",
             "gray0625")  # fmt: skip
_ACROSS = (None, "left", "center", "right", "fill", "justify", "centerContinuous", "distributed")
_DOWN = ("top", "center", "bottom", "justify", "distributed")
_UNDERLINES: dict[int, Any] = {1: "single", 2: "double", 33: "singleAccounting", 34: "doubleAccounting"}
_STATES = ("visible", "hidden", "veryHidden")
_RAISED: dict[int, Any] = {1: "superscript", 2: "subscript"}
_TWIPS = 20  # a point
_WIDTH = 256  # the width of a letter
_TEXT, _ERROR = 1, 5


class _Looks:
    """The looks of an old workbook in the words of today, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._fonts: dict[int, Any] = {}
        self._cells: dict[int, dict[str, Any]] = {}

    def font(self, index: int) -> Any:
        from openpyxl.styles import Font

        if index not in self._fonts:
            old = self.book.font_list[index]
            self._fonts[index] = Font(
                name=old.name,
                sz=old.height / _TWIPS,
                b=bool(old.bold or old.weight >= 700),
                i=bool(old.italic),
                u=_UNDERLINES.get(old.underline_type),
                strike=bool(old.struck_out),
                color=self.colour(old.colour_index),
                vertAlign=_RAISED.get(old.escapement),
            )
        return self._fonts[index]

    def cell(self, index: int) -> dict[str, Any]:
        """Font, border, fill, alignment and number format of the cell format with this number."""
        if index not in self._cells:
            old = self.book.xf_list[index]
            layout = self.book.format_map.get(old.format_key)
            self._cells[index] = {
                "font": self.font(old.font_index),
                "border": self._border(old.border),
                "fill": self._fill(old.background),
                "alignment": _alignment(old.alignment),
                "number_format": layout.format_str if layout else "General",
            }
        return self._cells[index]

    def colour(self, index: int) -> Any:
        """A colour, or None for that of the window."""
        found = self.book.colour_map.get(index)
        return "FF{:02X}{:02X}{:02X}".format(*found) if found else None

    def _border(self, old: Any) -> Any:
        from openpyxl.styles import Border, Side

        sides: dict[str, Any] = {}
        for side in ("left", "right", "top", "bottom"):
            line = _of(_LINES, getattr(old, f"{side}_line_style"))
            sides[side] = Side(line, self.colour(getattr(old, f"{side}_colour_index")) if line else None)
        return Border(**sides)

    def _fill(self, old: Any) -> Any:
        from openpyxl.styles import PatternFill

        front, back = self.colour(old.pattern_colour_index), self.colour(old.background_colour_index)
        return PatternFill(_of(_PATTERNS, old.fill_pattern), front or "FF000000", back or "FFFFFFFF")


def _of(names: tuple[Any, ...], number: int) -> Any:
    return names[number] if number < len(names) else None


def _alignment(old: Any) -> Any:
    from openpyxl.styles import Alignment

    return Alignment(
        _of(_ACROSS, old.hor_align),
        _of(_DOWN, old.vert_align),
        old.rotation,
        bool(old.text_wrapped),
        bool(old.shrink_to_fit),
        old.indent_level,
    )


def workbook(data: bytes) -> Any:
    """Make an old workbook again.

    Args:
        data: of a file that was read and accepted before.

    Returns:
        An openpyxl workbook with the same sheets, cells and looks.
    """
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    from bot.sheets.xls import opened

    old, new = opened(data), openpyxl.Workbook()
    if old.datemode:
        new.epoch = CALENDAR_MAC_1904
    new.remove(new.worksheets[0])
    looks = _Looks(old)
    for sheet in old.sheets():
        _page(looks, sheet, new.create_sheet(sheet.name))
    return new


def _page(looks: _Looks, old: Any, page: Any) -> None:
    from openpyxl.utils import get_column_letter

    page.sheet_state = _of(_STATES, old.visibility) or "visible"
    page.sheet_view.showGridLines = bool(old.show_grid_lines)
    page.page_setup.orientation, page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = "landscape", 0, True
    for number, column in old.colinfo_map.items():
        shown = page.column_dimensions[get_column_letter(number + 1)]
        shown.width, shown.hidden = column.width / _WIDTH, bool(column.hidden)
    for number, line in old.rowinfo_map.items():
        shown = page.row_dimensions[number + 1]
        shown.hidden = bool(line.hidden)
        if line.height_mismatch or line.height != old.default_row_height:
            shown.height = line.height / _TWIPS
    for row in range(old.nrows):
        for column in range(old.row_len(row)):
            _cell(looks, old, row, column, page.cell(row + 1, column + 1))
    for top, bottom, left, right in old.merged_cells:
        page.merge_cells(start_row=top + 1, end_row=bottom, start_column=left + 1, end_column=right)
    if old.panes_are_frozen:
        page.freeze_panes = page.cell(old.horz_split_pos + 1, old.vert_split_pos + 1)


def _cell(looks: _Looks, old: Any, row: int, column: int, cell: Any) -> None:
    from xlrd import error_text_from_code

    kind, held = old.cell_type(row, column), old.cell_value(row, column)
    for name, look in looks.cell(old.cell_xf_index(row, column)).items():
        setattr(cell, name, look)
    runs = old.rich_text_runlist_map.get((row, column))
    if kind == _ERROR:
        cell.value = error_text_from_code.get(held, "#N/A")
    elif kind == _TEXT and runs:
        cell.value = _rich(looks, held, [(0, None), *runs])
    elif held != "":
        cell.value = held
    if kind == _TEXT and cell.data_type == "f":
        cell.data_type = "s"  # a text that begins with "=" stays a text


def _rich(looks: _Looks, text: str, runs: list[tuple[int, int | None]]) -> Any:
    """A text whose font changes within the cell."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    found = CellRichText()
    for (start, index), (end, _) in zip(runs, [*runs[1:], (len(text), None)], strict=True):
        part = text[start:end]
        if part and index is not None:
            font = looks.font(index)
            inline = InlineFont(rFont=font.name, sz=font.sz, b=font.b, i=font.i, u=font.u, strike=font.strike, color=font.color)
            found.append(TextBlock(inline, part))
        elif part:
            found.append(part)
    return found
