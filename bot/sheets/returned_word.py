"""A Word annex returned: the columns of state stand at the right edge of each table, the others make room for them."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.sheets import docx
from bot.sheets.header import Header
from bot.sheets.legacy import UNICODE_FONT, is_old
from bot.sheets.lines import Table, tables_of
from bot.sheets.opening import grids_of
from bot.sheets.state import NAMES, Place, State
from storage.evidence.package import local

SHARE = 0.1  # of a table's width for each new column


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a table has its heading, if it has one of its own, and the columns of state that it has already."""

    top: int
    bottom: int
    own: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes into cells in the look of what stands there, or else in the row; `is_new`: never in a font of TCVN3 or VNI."""

    is_new: bool

    def write(self, cell: Any, text: str) -> None:
        """Replace what a cell holds."""
        first, *others = [node for node in cell if local(node.tag) != "tcPr"]
        looks = (node for one in (first, cell.getparent()) for node in one.iter(_q("rPr")) if local(node.getparent().tag) == "r")
        look = next(looks, None)
        for node in (*others, *(node for node in first if local(node.tag) != "pPr")):
            node.getparent().remove(node)
        if not text:
            return
        run = first.add_r()
        if look is not None:
            run.insert(0, deepcopy(look))
        if self.is_new:
            fonts = run.get_or_add_rPr().get_or_add_rFonts()
            for name in ("ascii", "hAnsi", "cs"):
                fonts.set(_q(name), UNICODE_FONT)
        run.text = text


def fill(source: Path, target: Path, states: Mapping[Place, State], titles: Sequence[str]) -> int:
    """Write the document again with what is known of each row of its tables."""
    from docx import Document

    document = Document(str(source))
    tables, _ = tables_of(grids_of(source))
    pen = _pen(document)
    elements = [node for node in docx.blocks(document.element.body) if local(node.tag) == "tbl"]
    done = 0
    for number, element in enumerate(elements, 1):
        name = docx.name_of(number)
        rows = {row: state for (sheet, row), state in states.items() if sheet == name}
        if rows:
            _fill_table(element, _frame(tables, name), rows, titles, pen)
        done += len(rows)
    document.save(str(target))
    return done


def _frame(tables: Sequence[Table], name: str) -> _Frame:
    """The heading of a table; one that goes on from the table before it has none of its own."""
    for table in tables:
        if table.grid.name == name:
            return _Frame(table.header.top, table.header.bottom, _own(table.header))
    over = next(table for table in tables if any(line.sheet == name for line in table.lines))
    return _Frame(0, -1, _own(over.header))


def _own(header: Header) -> dict[str, int]:
    return {name: header.columns[name] for name in NAMES if name in header.columns}


def _fill_table(element: Any, frame: _Frame, rows: Mapping[int, State], titles: Sequence[str], pen: _Pen) -> None:
    new = [(name, title) for name, title in zip(NAMES, titles, strict=True) if name not in frame.own]
    width = _make_room(element, len(new))
    for row, line in enumerate(docx.rows_of(element), 1):
        state, cells = rows.get(row), list(docx.cells_of(line))
        if state:
            for name, column in frame.own.items():
                if (cell := _covering(line, column)) is not None and (text := getattr(state, name)):
                    pen.write(cell, text)
        if not cells or not new:
            continue
        if len(cells) == 1 and not state:
            _widen(cells[0], len(new), width)
            continue
        for name, title in new:
            is_head = frame.top <= row <= frame.bottom
            text = title if row == frame.top else getattr(state, name) if state else ""
            merge = ("restart" if row == frame.top else "continue") if is_head and frame.bottom > frame.top else None
            pen.write(_added(line, width, merge), text)


def _make_room(element: Any, count: int) -> int:
    """Narrow every column so that the table keeps its width; gives the width of a new one, in twentieths of a point."""
    columns = element.tblGrid.findall(_q("gridCol"))
    total = sum(int(one.get(_q("w")) or 0) for one in columns)
    width = int(total * SHARE)
    factor = (total - width * count) / total if total else 1.0
    sized = [*columns, *(one for one in element.iter(_q("tcW")) if one.get(_q("type")) in {"dxa", None})]
    for one in sized:
        one.set(_q("w"), str(int(int(one.get(_q("w")) or 0) * factor)))
    for _ in range(count):
        added = deepcopy(columns[-1])
        added.set(_q("w"), str(width))
        element.tblGrid.append(added)
    return width


def _widen(cell: Any, count: int, width: int) -> None:
    """A heading over the whole width stays over the whole width."""
    properties = cell.get_or_add_tcPr()
    cell.grid_span += count
    if properties.tcW is not None and properties.tcW.get(_q("type")) in {"dxa", None}:
        properties.tcW.set(_q("w"), str(int(properties.tcW.get(_q("w")) or 0) + width * count))


def _added(line: Any, width: int, merge: str | None) -> Any:
    """A further cell of a row, which looks like its last one."""
    cell: Any = deepcopy(list(docx.cells_of(line))[-1])
    properties = cell.get_or_add_tcPr()
    for node in (*properties.findall(_q("gridSpan")), *properties.findall(_q("vMerge")), *properties.findall(_q("hMerge"))):
        properties.remove(node)
    cell.width = width * 635  # English metric units in a twentieth of a point
    if merge:
        cell.vMerge = merge
    line.append(cell)
    return cell


def _pen(document: Any) -> _Pen:
    fonts = (one for part in (document.styles.element, document.element) for one in part.iter(_q("rFonts")))
    return _Pen(any(is_old(one.get(_q("ascii"))) or is_old(one.get(_q("hAnsi"))) for one in fonts))


def _covering(line: Any, column: int) -> Any:
    """The cell of a row that lies over a column of the grid; None where there is none."""
    at, cell = 1 + line.grid_before, None  # type: Any, Any
    for cell in docx.cells_of(line):
        if at <= column < at + cell.grid_span:
            return cell
        at += cell.grid_span
    return None


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
