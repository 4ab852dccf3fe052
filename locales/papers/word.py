"""Cells, lines and pages of a Word file, where python-docx has no word for them or needs many."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from locales.papers.names import bound

LETTERS, BODY = "Times New Roman", 14  # points


def put(
    cell: Any, text: str, at: int, *, bold: bool = False, italic: bool = False, size: int = BODY, align: Any = ALIGN.CENTER
) -> None:
    """A line of a cell, the first in the paragraph that every cell has."""
    line = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
    line.alignment = align
    run(line, text, size, bold=bold, italic=italic)


def run(line: Any, text: str, size: int, *, bold: bool = False, italic: bool = False) -> None:
    """The words, whose parts that belong together are not torn."""
    run = line.add_run(bound(text))
    run.font.size, run.bold, run.italic, run.font.name = Pt(size), bold, italic, LETTERS


def widths(table: Any, widths: Sequence[float]) -> None:
    """Set in every cell, since word processors look there."""
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def rule(line: Any, room: float, length: float) -> None:
    """A line of `length` mm in the middle of `room` mm, drawn as the upper border of an empty paragraph."""
    side = Mm((room - 4 - length) / 2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    line.paragraph_format.line_spacing = Pt(6)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - python-docx has no borders of its own
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def blank(author: str) -> Any:
    """An empty Vietnamese file that bears the office's name.

    python-docx begins with an English file that says that it was made by python-docx, and that holds a second copy of its
    styles for Word 2010, which no longer agrees with the first as soon as that changes: Word would offer to repair it.
    """
    word = Document()
    for key, link in list(word.part.rels.items()):
        if link.reltype.endswith("/stylesWithEffects"):
            word.part.drop_rel(key)
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "vi-VN")
    word.core_properties.author, word.core_properties.comments = author, ""
    return word


def count_from_one(section: Any) -> None:
    """The pages of a section are counted by themselves."""
    pages = section._sectPr.find(qn("w:pgNumType"))  # noqa: SLF001 - the same
    if pages is None:
        pages = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(pages, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001 - the same
    pages.set(qn("w:start"), "1")


def unbroken(row: Any) -> None:
    """The row stays on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - the same


def page_number(section: Any) -> None:
    """In the middle of the upper margin, not on the first page."""
    line = section.header.paragraphs[0]
    line.alignment = ALIGN.CENTER
    run = line.add_run()
    run.font.size, run.font.name = Pt(13), LETTERS
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - the same
