"""An office's own Word file as the frame of a paper: its head, title and foot stay; our text goes to `{{noi_dung}}`.

Other fields that it may hold: `{{so}}`, `{{noi_ngay}}`, `{{ten_van_ban}}`, `{{trich_yeu}}`, `{{kinh_gui}}`, `{{chuc_vu}}`,
`{{nguoi_ky}}`, `{{nam}}`. Annexes follow at the end, on pages across.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm

CONTENT = "{{noi_dung}}"
FIELDS = ("so", "noi_ngay", "ten_van_ban", "trich_yeu", "kinh_gui", "chuc_vu", "nguoi_ky", "nam")
"""A field that a paper does not have stays empty: a letter has no name, minutes have no one signature."""
A4_ACROSS = {"w": "16838", "h": "11906", "orient": "landscape"}
"""Twentieths of a point."""


class NoPlace(ValueError):
    """A frame does not say where the text goes."""


def room(frame: Path) -> float | None:
    """Millimetres between the margins of the office's own page, to make tables as wide as its text; None if unknown."""
    try:
        page = Document(str(frame)).sections[0]
        width, left, right = page.page_width, page.left_margin, page.right_margin
    except (ValueError, KeyError, OSError, BadZipFile, PackageNotFoundError):
        return None  # the paper comes in the form of the decree, and the log says why
    return (width - left - right) / Mm(1) if width and left and right else None


def framed(frame: Path, path: Path, fields: Mapping[str, str], content: Sequence[Any], annexes: Sequence[Any]) -> None:
    """Write a paper into a frame.

    Args:
        frame: the office's file.
        path: of the paper.
        fields: values of the fields.
        content: elements of the text between head and foot.
        annexes: elements of what follows the foot.

    Raises:
        NoPlace: the frame has no `{{noi_dung}}`.
    """
    word = Document(str(frame))
    place = next((line for line in word.paragraphs if CONTENT in line.text), None)
    if place is None:
        raise NoPlace
    for one in content:
        place._p.addprevious(deepcopy(one))  # noqa: SLF001 - python-docx moves no elements itself
    place._p.getparent().remove(place._p)  # noqa: SLF001 - the same
    for line in _lines(word):
        _fill(line, fields)
    _append(word, annexes)
    word.save(str(path))


def _lines(word: Any) -> Iterator[Any]:
    """Every paragraph of a file, in tables, headers and footers too."""
    places = [word, *(part for section in word.sections for part in (section.header, section.footer))]
    for place in places:
        yield from place.paragraphs
        for table in place.tables:
            for row in table.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _fill(line: Any, fields: Mapping[str, str]) -> None:
    """Fill in the fields of a paragraph; its first piece gives the letters, since Word cuts fields into pieces."""
    if "{{" not in line.text or not line.runs:
        return
    text = line.text
    for name in FIELDS:
        text = text.replace(f"{{{{{name}}}}}", fields.get(name, ""))
    line.runs[0].text = text
    for rest in line.runs[1:]:
        rest.text = ""


def _append(word: Any, annexes: Sequence[Any]) -> None:
    """Put annexes at the end; the section before them keeps the page of the frame, theirs lies across."""
    if not annexes:
        return
    last = word.element.body[-1]
    before = deepcopy(last)  # the first break ends the pages of the frame itself
    size = last.find(qn("w:pgSz"))
    if size is not None:
        for name, value in A4_ACROSS.items():
            size.set(qn(f"w:{name}"), value)
    for one in annexes:
        made = deepcopy(one)
        for section in list(made.iter(qn("w:sectPr"))):
            section.getparent().replace(section, before)
            before = deepcopy(last)
        last.addprevious(made)
