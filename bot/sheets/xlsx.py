"""Excel workbooks (.xlsx, .xlsm): the stored values only; formulas, macros and links are never run."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache, reduce
from math import isfinite
from xml.etree.ElementTree import Element

from bot.sheets import cut, errors
from bot.sheets.grid import BLANK, MAX_COLUMNS, MAX_ROWS, Cell, Grid, Span
from bot.sheets.legacy import decode, restore
from bot.sheets.styles import Style, styles_of
from storage.evidence.package import Package, attribute, child, children, local, stream

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ERRORS = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
NO_CACHE = "công thức chưa có giá trị"
FORMULA_ERROR = "công thức lỗi"


Runs = str | tuple[tuple[str, str | None], ...]
"""A text; a rich one in parts, each with its own font or None."""
Line = tuple[int | None, bool, dict[int, Cell]]
"""A row: its number, None = the one after the last; whether it is hidden; its filled cells by column."""


@dataclass(frozen=True)
class Book:
    """What all sheets of a workbook share."""

    strings: tuple[Runs, ...]
    styles: tuple[Style, ...]
    from_1904: bool
    looks: dict[str | bytes | None, Style] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def made(self) -> "Made":
        """The cells of all sheets, each once."""
        return Made(self)

    def style(self, index: str | bytes | None) -> Style:
        """Give the looks of a cell."""
        found = self.looks.get(index)
        if found is None:
            number = _number(index) or 0
            found = self.looks[index] = self.styles[number] if number < len(self.styles) else Style()
        return found

    def string(self, number: int | None) -> Runs:
        """Give a shared text; none has no words."""
        return self.strings[number] if number is not None and number < len(self.strings) else ""


class Made(dict[bytes, tuple[int, Cell]]):
    """Cells with the number of their column, by what they look like and say; a blank one stands in column 0."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book
        self.heads: dict[bytes, tuple[int, Style] | None] = {}

    def __missing__(self, one: bytes) -> tuple[int, Cell]:
        head, _, rest = one.partition(cut.VALUE)
        number = cut.number(rest)
        look = None if number is None else self.heads[head] if head in self.heads else self._head(head)
        if look:
            column, cell = look[0], _worded(self.book.string(number), look[1])
        else:
            letters, _, said = one.partition(b'"')
            column, cell = column_number(letters), _looked(said, self.book)
        found = self[one] = (column, cell) if cell else (0, BLANK)
        return found

    def _head(self, head: bytes) -> tuple[int, Style] | None:
        """Look, once a column, at what stands before the numbers of shared texts."""
        look = cut.shared_look(head)
        self.heads[head] = found = (column_number(look[0]), self.book.style(look[1])) if look else None
        return found


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


def _strings(package: Package) -> tuple[Runs, ...]:
    if "xl/sharedStrings.xml" not in package:
        return ()
    data = package.text("xl/sharedStrings.xml")
    try:
        found = cut.strings(data)
    except cut.Odd:
        return tuple(_runs(node) for node in stream(data, "si"))
    return tuple(_unescape(one) if isinstance(one, str) else _runs(one) for one in found)


def _runs(node: Element) -> Runs:
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
    return _ESCAPE.sub(_escaped, text) if "_x" in text else text


def _escaped(found: re.Match[str]) -> str:
    """Give the letter of an escape; half a surrogate pair is none."""
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number < 0xE000 else chr(number)


def _grid(name: str, data: bytes, book: Book, *, hidden: bool) -> Grid:
    try:
        cells, hidden_rows = _gathered(_cut(data, book))
        merged = cut.merged(data)
    except cut.Odd:
        merged = []
        cells, hidden_rows = _gathered(_parsed(data, book, merged))
    spans = tuple(span for reference in merged for span in _span(reference))
    return Grid(name, cells, spans, hidden_rows, hidden, from_1904=book.from_1904)


def _gathered(lines: Iterable[Line]) -> tuple[dict[int, dict[int, Cell]], frozenset[int]]:
    """Put rows at their places, within limits; the second part holds the hidden ones."""
    cells: dict[int, dict[int, Cell]] = {}
    hidden, row = set(), 0
    usual: list[int] = []  # the columns of the rows before, in order
    for number, is_hidden, filled in lines:
        row = number or row + 1
        if is_hidden:
            hidden.add(row)
        if filled:
            columns = list(filled)
            if columns != usual and (usual := sorted(columns))[-1] > MAX_COLUMNS:
                raise errors.Refused(errors.TOO_MANY_COLUMNS)
            is_ordered = row not in cells and columns == usual
            cells[row] = filled if is_ordered else dict(sorted((cells.get(row, {}) | filled).items()))
            if len(cells) > MAX_ROWS:
                raise errors.Refused(errors.TOO_BIG)
    return cells, frozenset(hidden)


def _parsed(data: bytes, book: Book, merged: list[str]) -> Iterator[Line]:
    """Give the rows as a parser finds them, and put the merged ranges aside."""
    for node in stream(data, "row", "mergeCell"):
        if local(node.tag) == "mergeCell":
            merged.append(node.get("ref") or "")
            continue
        filled: dict[int, Cell] = {}
        column = 0
        for part in children(node, "c"):
            column = _column(part) or column + 1
            if cell := _cell(part, book):
                filled[column] = cell
        yield _number(node.get("r")), node.get("hidden") in {"1", "true"}, filled


def _cut(data: bytes, book: Book) -> Iterator[Line]:
    """Give the rows as they are cut out; a cell is made once for all places that hold the same."""
    made = book.made.__getitem__
    for number, is_hidden, cells in cut.rows(data):
        filled = dict(map(made, cells))
        filled.pop(0, None)
        yield number, is_hidden, filled


def _looked(look: bytes, book: Book) -> Cell:
    found = cut.look(look)
    if not isinstance(found, tuple):
        return _cell(found, book)
    style, kind, text = found
    return _made(style.decode(), kind.decode(), cut.decoded(text), book)


def _number(text: str | bytes | None) -> int | None:
    return int(text) if text and text.isdigit() and text.isascii() and len(text) < 9 else None


def _span(reference: str) -> list[Span]:
    ends = _REFERENCE.findall(reference)
    if len(ends) != 2:
        return []
    (left, top), (right, bottom) = ends
    return [Span(int(top), column_number(left.encode()), int(bottom), column_number(right.encode()))]


@lru_cache(maxsize=512)
def column_number(letters: bytes) -> int:
    """Turn column letters into the number: A is 1."""
    if not letters.isalpha() or not letters.isupper():
        raise cut.Odd
    return reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)


def _column(node: Element) -> int | None:
    found = _REFERENCE.fullmatch(node.get("r") or "")
    return column_number(found[1].encode()) if found else None


def _cell(node: Element, book: Book) -> Cell:
    kind = node.get("t", "n")
    parts = {local(part.tag): part for part in node}
    held, inline = parts.get("v"), parts.get("is")
    text = (held.text or "") if held is not None else ""
    if inline is not None and kind != "e" and not _ERRORS.fullmatch(text.strip()):
        return _worded(_runs(inline), book.style(node.get("s")))
    if not text and kind not in {"s", "e"}:
        return Cell(error=NO_CACHE, bold=book.style(node.get("s")).bold) if "f" in parts and kind != "str" else BLANK
    return _made(node.get("s"), kind, text, book)


def _made(look: str | None, kind: str, text: str, book: Book) -> Cell:
    """Make a cell of its style, kind and value."""
    style = book.style(look)
    if kind == "s":
        return _worded(book.string(_number(text)), style)
    if kind == "e" or _ERRORS.fullmatch(text.strip()):
        return Cell(text, error=f"{FORMULA_ERROR} {text}", bold=style.bold)
    if kind in {"n", "d", "b"}:
        return _valued(kind, text, style, book)
    return _worded(_unescape(text), style)


def _worded(runs: Runs, style: Style) -> Cell:
    if isinstance(runs, str):
        raw, damaged = restore(decode(runs, style.font) if style.font else runs)
    else:
        raw, damaged = restore("".join([decode(part, font or style.font) for part, font in runs]))
    if "#" in raw and _ERRORS.fullmatch(raw.strip()):
        return Cell(raw, error=f"{FORMULA_ERROR} {raw}", bold=style.bold)
    return Cell(raw, None, style.bold, style.indent, None, damaged)


def _valued(kind: str, text: str, style: Style, book: Book) -> Cell:
    """Make a cell of a number, a date or a yes-or-no."""
    value: float | date | None
    try:
        value = date.fromisoformat(text[:10]) if kind == "d" else float(text)
    except ValueError:
        value = None
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return Cell(text, bold=style.bold, indent=style.indent)
    if isinstance(value, float) and style.is_date and kind == "n":
        value = day_of(value, from_1904=book.from_1904) or value
        if style.is_month and isinstance(value, date) and value.day == 1:
            return Cell(month(value), None, style.bold, style.indent)
    return Cell(shown(value), value, style.bold, style.indent)


def day_of(serial: float, *, from_1904: bool = False) -> date | None:
    """Turn a serial number into its day, or None where no calendar has it."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a calendar day has no zone
    try:
        return (start + timedelta(days=int(serial))).date() if serial >= 0 else None
    except OverflowError:
        return None


def month(first: date) -> str:
    """Write the month that a cell shows, though it holds its first day."""
    return first.strftime("%m/%Y")


def shown(value: float | date) -> str:
    """Write a number as people do, a date as day/month/year."""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(round(value, 10))
