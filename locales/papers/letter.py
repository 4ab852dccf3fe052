"""Word papers in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: page, head, tables, foot; number and signature blank."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from locales.papers import word
from locales.papers.frame import NoPlace, framed, room
from locales.papers.names import Body
from locales.papers.word import BODY, LETTERS
from locales.papers.word_table import ColumnSpec, filling, lined
from locales.say import heads
from locales.say import letters as say

log = logging.getLogger(__name__)
SMALL = 11  # points
INDENT = Mm(12.7)
A4 = (Mm(210), Mm(297))
TEXT_MM, ACROSS_MM = 210 - 30 - 20, 297 - 20 - 20  # width between the margins, upright and across
LONGEST = 2_000  # characters of a paragraph that a person wrote
BLANK = "......"  # what is left to be filled in by hand


class Letter:
    """One paper while it is written; `save` ends it.

    Args:
        body: who issues it.
        frame: the office's own file, whose head, title and foot are used instead of ours.
    """

    def __init__(self, body: Body, frame: Path | None = None) -> None:
        self.body, self._frame = body, frame
        self._fields: dict[str, str] = {}
        self._start, self._end, self._after = 0, 0, 0  # of the text between head and foot, and of the annexes
        self._tables = 0
        self._room = min(TEXT_MM, (room(frame) if frame else None) or TEXT_MM)
        self.word = word.blank(" ".join(body.head))
        self._page(self.word.sections[0])
        style = self.word.styles["Normal"]
        style.font.name, style.font.size = LETTERS, Pt(BODY)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), LETTERS)
        style.paragraph_format.space_after = Pt(0)
        word.page_number(self.word.sections[0])

    def _page(self, section: Any) -> None:
        section.page_width, section.page_height = A4
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True

    def head(self, kind: str, on: date, subject: str = "") -> None:
        """The two columns: who issues and the number, left blank; the national title, place and date.

        Args:
            kind: `BC`, `CV`, as in the number; empty for a letter without one.
            on: the date under the national title.
            subject: "V/v ..." under the number, for a letter.
        """
        self._fields |= {
            "so": say.number(self.body.sign(kind)),
            "noi_ngay": say.place_and_day(self.body.place, on),
            "trich_yeu": subject,
            "nam": str(on.year),
        }
        self.word.core_properties.created = self.word.core_properties.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a date, not a moment
        table = self.word.add_table(2, 2)
        word.widths(table, (65, 100))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        left, right = table.rows[0].cells
        for at, line in enumerate(self.body.head):
            word.put(left, line, at, bold=at >= self.body.bold, size=13)
        word.rule(left.add_paragraph(), 65, 24)
        word.put(right, say.country(), 0, bold=True, size=13)
        word.put(right, say.motto(), 1, bold=True, size=14)
        word.rule(right.add_paragraph(), 100, 66)
        number, day = table.rows[1].cells
        word.put(number, say.number(self.body.sign(kind)), 0, size=13)
        if subject:
            word.put(number, subject, 1, size=12)
        word.put(day, say.place_and_day(self.body.place, on), 0, italic=True, size=14)
        self._start = len(self.word.element.body) - 1

    def title(self, name: str, about: str) -> None:
        """The kind of paper in capitals, what it is about below, a short line."""
        self._centred(name, bold=True, before=14)
        for line in about.split("\n"):
            self._centred(line, bold=True)
        word.rule(self.word.add_paragraph(), TEXT_MM, 50)
        self._fields |= {"ten_van_ban": name, "trich_yeu": about.replace("\n", " ")}
        self._start = len(self.word.element.body) - 1

    def annex(self, name: str, about: str, with_: str) -> None:
        """An annex on pages of its own, across; its pages are counted by themselves (Phụ lục I, III.1)."""
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        self.across(section)
        word.count_from_one(section)
        self.annex_title(name, about, with_)

    def across(self, section: Any) -> None:
        """Turn a page for a wide table."""
        self._room = ACROSS_MM
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = A4[1], A4[0]
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)

    def annex_title(self, name: str, about: str, with_: str) -> None:
        self._centred(name, bold=True)
        self._centred(about, bold=True)
        self._centred(with_, italic=True)
        self.word.add_paragraph().paragraph_format.line_spacing = Pt(8)

    def addressed(self, to: str, names: Sequence[str]) -> None:
        """ "Kính gửi:" with one addressee a line."""
        for at, text in enumerate([to, *names] if len(names) != 1 else [f"{to} {names[0].lstrip('- ').rstrip('.')}."]):
            line = self.word.add_paragraph()
            line.alignment = ALIGN.LEFT if at else (ALIGN.CENTER if len(names) == 1 else ALIGN.LEFT)
            line.paragraph_format.left_indent = Mm(0 if len(names) == 1 else 63 if at else 40)
            line.paragraph_format.first_line_indent = Mm(-3 if at else 0)
            line.paragraph_format.space_before = Pt(0 if at else 14)
            word.run(line, text, BODY)
        self._fields["kinh_gui"] = " ".join(names)
        self._start = len(self.word.element.body) - 1

    def _centred(self, text: str, *, bold: bool = False, italic: bool = False, before: int = 0) -> None:
        line = self.word.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.paragraph_format.space_before = Pt(before)
        word.run(line, text, BODY, bold=bold, italic=italic)

    def heading(self, text: str) -> None:
        line = self._text(text, bold=True)
        line.alignment = ALIGN.LEFT
        line.paragraph_format.keep_with_next = True

    def text(self, text: str, *, leads: bool = False) -> None:
        """A paragraph: justified, first line indented, six points before the next.

        Args:
            text: what it says.
            leads: it stays on one page with the table that follows.
        """
        form = self._text(text).paragraph_format
        form.keep_with_next = leads
        form.space_after = Pt(4 if leads else 0)

    def _text(self, text: str, *, bold: bool = False) -> Any:
        line = self.word.add_paragraph()
        line.alignment = ALIGN.LEFT if BLANK in text else ALIGN.JUSTIFY  # a row of dots cannot be spread
        line.paragraph_format.first_line_indent = INDENT
        line.paragraph_format.space_before = Pt(6)
        line.paragraph_format.line_spacing = 1.05
        word.run(line, text[:LONGEST], BODY, bold=bold)
        return line

    def table_name(self, name: str) -> None:
        """`Bảng 1. ...` above the table that follows, by its short name."""
        self.numbered_caption(say.table_of(name))

    def numbered_caption(self, text: str) -> None:
        """`Bảng 1. ...` above the table that follows, in words."""
        self._tables += 1
        self.caption(say.table_name(self._tables, text))

    def caption(self, text: str) -> None:
        line = self.word.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(8), Pt(4)
        line.paragraph_format.keep_with_next = True
        word.run(line, text, BODY, bold=True)

    def table(self, columns: Sequence[ColumnSpec], rows: Iterable[Sequence[str]], total: Sequence[str] | None = None) -> None:
        """A lined table as wide as the text; columns by the short names of their heads; see `lined`."""
        named = [(heads.head(name), width, side) for name, width, side in filling(columns, self._room)]
        body = self.word.element.body
        lined(lambda table: body.insert_element_before(table, "w:sectPr"), named, list(rows), total)

    def _lead_to_foot(self) -> None:
        """A short gap; the last words stay on one page with the signature, which never stands alone."""
        if self.word.paragraphs:
            self.word.paragraphs[-1].paragraph_format.keep_with_next = True
        gap = self.word.add_paragraph().paragraph_format
        gap.line_spacing, gap.keep_with_next = Pt(10), True

    def signed(self, recipients: Sequence[str], chairperson: str | None) -> None:
        """The foot of a paper that the office's head signs; the name of a committee's chairperson is known."""
        is_committee = self.body.committee
        self.foot(recipients, say.signer(is_committee), chairperson if is_committee else None)

    def foot(self, recipients: Sequence[str], signer: Sequence[str], name: str | None) -> None:
        """Recipients on the left; on the right who signs, room for hand and seal, the name."""
        self._fields |= {"chuc_vu": "\n".join(signer), "nguoi_ky": name or ""}
        self._end = len(self.word.element.body) - 1
        self._lead_to_foot()
        table = self.word.add_table(1, 2)
        word.widths(table, (80, 80))
        word.unbroken(table.rows[0])
        left, right = table.rows[0].cells
        word.put(left, say.recipients(), 0, bold=True, italic=True, size=12, align=ALIGN.LEFT)
        for at, line in enumerate(recipients, 1):
            word.put(left, line, at, size=SMALL, align=ALIGN.LEFT)
        _signature(right, signer, name)
        self._after = len(self.word.element.body) - 1

    def signatures(self, *signers: tuple[str, str | None]) -> None:
        """Who signs minutes, side by side: the capacity in capitals, room for the hand, the name.

        Args:
            signers: capacity, name where it is known.
        """
        self._end = len(self.word.element.body) - 1
        self._lead_to_foot()
        table = self.word.add_table(1, len(signers))
        word.widths(table, [TEXT_MM / len(signers)] * len(signers))
        word.unbroken(table.rows[0])
        for cell, (capacity, name) in zip(table.rows[0].cells, signers, strict=True):
            _signature(cell, [capacity], name)
        self._after = len(self.word.element.body) - 1

    def save(self, path: Path) -> None:
        """Write the file; with a frame of the office's own, the text goes into that, unless it cannot be opened."""
        if self._frame is not None and self._end:
            parts = list(self.word.element.body)[:-1]
            try:
                framed(self._frame, path, self._fields, parts[self._start : self._end], parts[self._after :])
            except (NoPlace, ValueError, KeyError, OSError, BadZipFile, PackageNotFoundError) as wrong:
                log.warning("the frame %s cannot be used (%s)", self._frame.name, type(wrong).__name__)
            else:
                return
        self.word.save(str(path))


def _signature(cell: Any, capacity: Sequence[str], name: str | None) -> None:
    """Who signs in which capacity, with room for hand and seal."""
    for at, line in enumerate(capacity):
        word.put(cell, line, at, bold=True, size=14)
    for _line in range(4):
        cell.add_paragraph()
    word.put(cell, name or "", len(capacity) + 4, bold=True, size=14)
