"""Excel workbooks (.xlsx, .xlsm): the stored values only; formulas, macros and links are never run."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from xml.etree.ElementTree import Element

from bot.sheets import errors
from bot.sheets.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Span
from bot.sheets.legacy import decode, restore
from bot.sheets.package import Package, attribute, child, children, local, stream
from bot.sheets.styles import Style, styles_of

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ERRORS = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
NO_CACHE = "công thức chưa có giá trị"
FORMULA_ERROR = "công thức lỗi"


@dataclass(frozen=True)
class Book:
    """What all sheets of a workbook share."""

    strings: tuple[tuple[tuple[str, str | None], ...], ...]
    styles: tuple[Style, ...]
    from_1904: bool
    made: dict[tuple[int | None, int], Cell] = field(default_factory=dict, compare=False, repr=False)

    def style(self, index: int) -> Style:
        """Give the looks of a cell."""
        return self.styles[index] if index < len(self.styles) else Style()


def grids(data: bytes) -> list[Grid]:
    """Read all worksheets of a workbook."""
    package = Package(data)
    if "xl/workbook.xml" not in package:
        raise errors.Refused(errors.WRONG_EXTENSION)
    workbook = package.tree("xl/workbook.xml")
    book = Book(_strings(package), styles_of(package), _is_1904(workbook))
    found, filled = [], 0
    for sheet, target in _sheets(package, workbook):
        if target not in package:
            continue
        grid = _grid(sheet.get("name") or "", package.text(target), book, hidden=sheet.get("state", "visible") != "visible")
        filled += len(grid.rows)
        if filled > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
        found.append(grid)
    return found


def _is_1904(workbook: Element) -> bool:
    node = child(workbook, "workbookPr")
    return node is not None and node.get("date1904", "0").lower() in {"1", "true", "on"}


def _sheets(package: Package, workbook: Element) -> Iterator[tuple[Element, str]]:
    """Pair each sheet entry with the part that holds it."""
    links = package.tree("xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link for link in links if not link.get("TargetMode")}
    for sheet in children(child(workbook, "sheets"), "sheet"):
        link = targets.get(attribute(sheet, "id"))
        if link is not None and (link.get("Type") or "").endswith("/worksheet"):
            yield sheet, posixpath.normpath(posixpath.join("/xl", link.get("Target") or "")).lstrip("/")


def _strings(package: Package) -> tuple[tuple[tuple[str, str | None], ...], ...]:
    if "xl/sharedStrings.xml" not in package:
        return ()
    return tuple(_runs(node) for node in stream(package.text("xl/sharedStrings.xml"), "si"))


def _runs(node: Element) -> tuple[tuple[str, str | None], ...]:
    """Give the runs of a rich text, each with its own font; phonetic readings are left out."""
    found: list[tuple[str, str | None]] = []
    for part in node:
        if local(part.tag) == "t":
            found.append((_unescape(part.text or ""), None))
        elif local(part.tag) == "r":
            text = child(part, "t")
            font = child(child(part, "rPr"), "rFont")
            if text is not None:
                found.append((_unescape(text.text or ""), font.get("val") if font is not None else None))
    return tuple(found)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _grid(name: str, data: bytes, book: Book, *, hidden: bool) -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    hidden_rows, merged, filled, row_number = set(), [], 0, 0
    for node in stream(data, "row", "mergeCell"):
        if local(node.tag) == "mergeCell":
            merged += _span(node.get("ref") or "")
            continue
        row_number = _number(node.get("r")) or row_number + 1
        if node.get("hidden") in {"1", "true"}:
            hidden_rows.add(row_number)
        before = len(cells)
        for column, cell in _cells(node, book):
            if column > MAX_COLUMNS:
                raise errors.Refused(errors.TOO_MANY_COLUMNS)
            cells[row_number, column] = cell
        filled += len(cells) > before
        if filled > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
    return Grid(name, cells, tuple(merged), frozenset(hidden_rows), hidden, from_1904=book.from_1904)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() and len(text) < 9 else None


def _span(reference: str) -> list[Span]:
    ends = _REFERENCE.findall(reference)
    if len(ends) != 2:
        return []
    (left, top), (right, bottom) = ends
    return [Span(int(top), column_number(left), int(bottom), column_number(right))]


@lru_cache(maxsize=512)
def column_number(letters: str) -> int:
    """Turn column letters into the number: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _cells(row: Element, book: Book) -> Iterator[tuple[int, Cell]]:
    """Give the filled cells of a row with their column numbers."""
    column = 0
    for node in children(row, "c"):
        found = _REFERENCE.fullmatch(node.get("r") or "")
        column = column_number(found[1]) if found else column + 1
        cell = _cell(node, book)
        if cell:
            yield column, cell


def _cell(node: Element, book: Book) -> Cell:
    index = _number(node.get("s")) or 0
    kind = node.get("t", "n")
    parts = {local(part.tag): part for part in node}
    held, inline = parts.get("v"), parts.get("is")
    text = (held.text or "") if held is not None else ""
    if kind == "s" and inline is None:
        return _shared(text, index, book)
    style = book.style(index)
    if kind == "e" or _ERRORS.fullmatch(text.strip()):
        return Cell(text, error=f"{FORMULA_ERROR} {text}", bold=style.bold)
    if not text and inline is None:
        return Cell(error=NO_CACHE, bold=style.bold) if "f" in parts and kind != "str" else Cell()
    if kind in {"n", "d", "b"} and inline is None:
        return _valued(kind, text, style, book)
    return _worded(_runs(inline) if inline is not None else ((_unescape(text), None),), style)


def _shared(text: str, index: int, book: Book) -> Cell:
    """Make the cell of a shared text once for each of its looks."""
    place = _number(text)
    found = book.made.get((place, index))
    if found is None:
        runs = book.strings[place] if place is not None and place < len(book.strings) else ()
        found = book.made[place, index] = _worded(runs, book.style(index))
    return found


def _worded(runs: tuple[tuple[str, str | None], ...], style: Style) -> Cell:
    raw, damaged = restore("".join(decode(part, font or style.font) for part, font in runs))
    if _ERRORS.fullmatch(raw.strip()):
        return Cell(raw, error=f"{FORMULA_ERROR} {raw}", bold=style.bold)
    return Cell(raw, bold=style.bold, indent=style.indent, damaged=damaged)


def _valued(kind: str, text: str, style: Style, book: Book) -> Cell:
    """Make a cell of a number, a date or a yes-or-no."""
    value: float | date | None
    try:
        value = date.fromisoformat(text[:10]) if kind == "d" else float(text)
    except ValueError:
        return Cell(text, bold=style.bold, indent=style.indent)
    if isinstance(value, float) and style.is_date and kind == "n":
        value = day_of(value, from_1904=book.from_1904) or value
    return Cell(shown(value), value, style.bold, style.indent)


def day_of(serial: float, *, from_1904: bool = False) -> date | None:
    """Turn a serial number into its day, or None where no calendar has it."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a calendar day has no zone
    try:
        return (start + timedelta(days=int(serial))).date() if serial >= 0 else None
    except OverflowError:
        return None


def shown(value: float | date) -> str:
    """Write a number as people do, a date as day/month/year."""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(round(value, 10))
