"""Word documents (.docx): the tables of the body with the paragraphs above them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.sheets import errors
from bot.sheets.bullets import write_marks
from bot.sheets.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Span
from bot.sheets.legacy import decode, restore
from bot.sheets.text import clean
from storage.evidence.package import Package, attribute, child, children, local

_MAIN = "word/document.xml"
_PAGE = re.compile(r"[-–— ]*(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?[-–— ]*", re.IGNORECASE)  # its number, where a page was typed off
_SKIPPED = frozenset({"del", "delText", "instrText", "txbxContent", "footnoteReference", "Fallback"})


def grids(data: bytes) -> list[Grid]:
    """Read all top-level tables of a document, layout tables too."""
    package = Package(data)
    if _MAIN not in package:
        raise errors.Refused(errors.WRONG_EXTENSION)
    body = child(package.tree(_MAIN), "body")
    if body is not None:
        write_marks(package, body)
    fonts = _style_fonts(package)
    found: list[Grid] = []
    above: list[str] = []
    filled = 0
    for node in blocks(body):
        if local(node.tag) == "p":
            text = clean(_paragraph(node, fonts)[0])
            above += [text] if text and not _PAGE.fullmatch(text) else []
            continue
        grid = _grid(len(found) + 1, node, fonts, tuple(above), follows=bool(found) and not above)
        filled += len(grid.rows)
        if filled > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
        found.append(grid)
        above = []
    return found


def name_of(number: int) -> str:
    """The name of the table of that number, as places are told."""
    return f"bảng {number}"


def blocks(body: Element | None) -> Iterator[Element]:
    """Give paragraphs and tables in order, content controls opened."""
    for node in body if body is not None else ():
        if local(node.tag) in {"p", "tbl"}:
            yield node
        elif local(node.tag) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from blocks(node)


def _style_fonts(package: Package) -> dict[str, str]:
    """Give the font that each style names; the empty name stands for the document's own."""
    if "word/styles.xml" not in package:
        return {}
    root = package.tree("word/styles.xml")
    found = {}
    default = _font(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"))
    if default:
        found[""] = default
    for style in children(root, "style"):
        name = _font(child(style, "rPr"))
        if name:
            found[attribute(style, "styleId") or ""] = name
            if attribute(style, "default") in {"1", "true"} and attribute(style, "type") == "paragraph":
                found[""] = name
    return found


def _font(properties: Element | None) -> str | None:
    node = child(properties, "rFonts")
    return (attribute(node, "ascii") or attribute(node, "hAnsi")) if node is not None else None


def _grid(number: int, table: Element, fonts: dict[str, str], above: tuple[str, ...], *, follows: bool) -> Grid:
    cells: dict[int, dict[int, Cell]] = {}
    spans: dict[tuple[int, int], list[int]] = {}
    hidden: set[int] = set()
    open_: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(rows_of(table), 1):
        if row > MAX_ROWS:
            raise errors.Refused(errors.TOO_BIG)
        if child(child(line, "trPr"), "hidden") is not None:
            hidden.add(row)
        column = 1 + _count(child(child(line, "trPr"), "gridBefore"), 0)
        for node in cells_of(line):
            properties = child(node, "tcPr")
            width = _count(child(properties, "gridSpan"), 1)
            merge = child(properties, "vMerge")
            if column > MAX_COLUMNS:
                raise errors.Refused(errors.TOO_MANY_COLUMNS)
            if merge is not None and attribute(merge, "val") != "restart" and column in open_:
                spans[open_[column]][2] = row
            else:
                open_.pop(column, None)
                if cell := _cell(node, fonts):
                    cells.setdefault(row, {})[column] = cell
                spans[row, column] = [row, column, row, column + width - 1]
                if merge is not None:
                    open_[column] = (row, column)
            column += width
    merged = tuple(Span(*ends) for ends in spans.values() if ends[0] != ends[2] or ends[1] != ends[3])
    return Grid(name_of(number), cells, merged, frozenset(hidden), above=above, follows=follows)


def rows_of(table: Element) -> Iterator[Element]:
    """Give the rows of a table in order, content controls opened."""
    for node in table:
        if local(node.tag) == "tr":
            yield node
        elif local(node.tag) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from rows_of(node)


def cells_of(line: Element) -> Iterator[Element]:
    """Give the cells of a row in order."""
    for node in line:
        if local(node.tag) == "tc":
            yield node
        elif local(node.tag) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from cells_of(node)


def _count(node: Element | None, default: int) -> int:
    text = attribute(node, "val") if node is not None else None
    return min(int(text), MAX_COLUMNS + 1) if text and text.isdecimal() and len(text) < 6 else default


def _cell(node: Element, fonts: dict[str, str]) -> Cell:
    """Give a cell's text, its paragraphs on lines of their own."""
    found = [_paragraph(part, fonts) for part in node.iter() if local(part.tag) == "p"]
    raw, damaged = restore("\n".join(text for text, _ in found))
    return Cell(raw, bold=any(bold for _, bold in found), damaged=damaged)


def _paragraph(node: Element, fonts: dict[str, str]) -> tuple[str, bool]:
    """Give a paragraph's text decoded by the fonts of its runs, and whether it is bold."""
    style = child(child(node, "pPr"), "pStyle")
    own = fonts.get(attribute(style, "val") or "" if style is not None else "") or fonts.get("")
    texts, bold = [], False
    for run in _runs(node):
        properties = child(run, "rPr")
        named = child(properties, "rStyle")
        font = _font(properties) or (fonts.get(attribute(named, "val") or "") if named is not None else None) or own
        texts.append(decode("".join(_letters(run)), font))
        weight = child(properties, "b")
        bold |= weight is not None and attribute(weight, "val") not in {"0", "false"}
    return "".join(texts), bold


def _runs(node: Element) -> Iterator[Element]:
    """Give the runs of a paragraph, those in links and insertions too, deleted ones not."""
    for part in node:
        name = local(part.tag)
        if name == "r":
            yield part
        elif name not in _SKIPPED and name not in {"p", "pPr"}:
            yield from _runs(part)


def _letters(run: Element) -> Iterator[str]:
    for part in run:
        name = local(part.tag)
        if name == "t":
            yield part.text or ""
        elif name in {"br", "cr"}:
            yield "\n"
        elif name == "tab":
            yield "\t"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "softHyphen":
            yield "\u00ad"
