"""A lined table of a Word paper, written as XML in one piece: cell by cell python-docx needs a second for a hundred rows."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import islice
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from locales.papers.names import bound

LETTERS, SIZE = "Times New Roman", 24  # half points
TWENTIETHS = 56.7  # of a point, in a millimetre
BESIDE = 57  # one millimetre beside the text, so that short words stay whole in narrow columns
PORTION = 100  # rows that are read and moved at once: 10 ms
LONGEST = 2_000  # characters of a cell that a person wrote
SIDES = {"l": "left", "c": "center", "r": "right"}

_BORDERS = "".join(
    [
        "<w:tblBorders>",
        *(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right")),
        *(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("insideH", "insideV")),
        "</w:tblBorders>",
    ]
)
"""Said in the table itself, since an office's own file may have no style of that name."""

ColumnSpec = tuple[str, float, str]
"""Head, width in mm, alignment (`l`, `c` or `r`)."""


class Band(list[str]):
    """A line in bold that heads those below it, such as the name of a field; it stays on their page."""


def filling(columns: Sequence[ColumnSpec], room: float) -> list[ColumnSpec]:
    """The same columns; the widest takes the room that the others leave, so that a table is as wide as the text.

    Args:
        columns: with the widths that their words need.
        room: mm between the margins.
    """
    widest = max(range(len(columns)), key=lambda at: columns[at][1])
    rest = room - sum(width for at, (_name, width, _side) in enumerate(columns) if at != widest)
    return [(name, rest if at == widest else width, side) for at, (name, width, side) in enumerate(columns)]


def lined(
    place: Callable[[Any], None], columns: Sequence[ColumnSpec], rows: Sequence[Sequence[str]], total: Sequence[str] | None
) -> None:
    """Put an element `w:tbl` in its place; its head is repeated on each page, and the total stays with the row above it.

    A portion of the rows at a time: lxml lets no other thread go on while it moves what was read into the paper.

    Args:
        place: puts the element into the paper.
        columns: what stands where.
        rows: cells as text.
        total: a last line in bold.
    """
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{_frame(columns)}</w:tbl>")
    place(table)
    written = _rows(columns, rows, total)
    while portion := "".join(islice(written, PORTION)):
        table.extend(list(parse_xml(f"<w:tbl {nsdecls('w')}>{portion}</w:tbl>")))


def _frame(columns: Sequence[ColumnSpec]) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twentieths(width)}"/>' for _name, width, _side in columns)
    whole = sum(_twentieths(width) for _name, width, _side in columns)
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/>{_BORDERS}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{BESIDE}" w:type="dxa"/><w:right w:w="{BESIDE}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _rows(columns: Sequence[ColumnSpec], rows: Sequence[Sequence[str]], total: Sequence[str] | None) -> Iterator[str]:
    centred = [(name, width, "c") for name, width, _side in columns]
    yield _row(centred, [name for name, _width, _side in columns], bold=True, keep=True, head=True)
    last = len(rows) - 1
    for at, values in enumerate(rows):
        band = isinstance(values, Band)
        yield _row(columns, values, bold=band, keep=band or (total is not None and at == last))
    if total is not None:
        yield _row(columns, total, bold=True)


def _row(
    columns: Sequence[ColumnSpec], values: Sequence[str], *, bold: bool = False, keep: bool = False, head: bool = False
) -> str:
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{_twentieths(width)}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}"
        f'<w:spacing w:before="20" w:after="20"/><w:jc w:val="{SIDES[side]}"/></w:pPr>{_run(value, bold)}</w:p></w:tc>'
        for value, (_name, width, side) in zip(values, columns, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def _run(text: str, bold: bool) -> str:
    fonts = f'<w:rFonts w:ascii="{LETTERS}" w:hAnsi="{LETTERS}" w:cs="{LETTERS}"/>'
    look = f'<w:rPr>{fonts}{"<w:b/>" if bold else ""}<w:sz w:val="{SIZE}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(bound(text[:LONGEST]), quote=False)}</w:t></w:r>'


def _twentieths(millimetres: float) -> int:
    return round(millimetres * TWENTIETHS)
