"""How the invented offices write: pages of lines with their truth, and writers for every kind of file."""

import csv
import io
import json
from dataclasses import dataclass
from dataclasses import field as own
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Looks:
    """A cell with a font, weight, indent or number format of its own."""

    value: Any
    font: str | None = None
    bold: bool = False
    indent: int = 0
    form: str | None = None


def day(text: str, *, strict: bool = False) -> dict[str, Any]:
    """A deadline of one day."""
    return {"kind": "date", "date": text, "strict": strict}


def again(rule: str, *, strict: bool = False) -> dict[str, Any]:
    """A deadline that comes again and again."""
    return {"kind": "recurring", "rule": rule, "strict": strict}


ALWAYS = {"kind": "continuous"}


def unclear(text: str = "") -> dict[str, Any]:
    """A deadline that gives no day."""
    return {"kind": "unclear", "text": text}


@dataclass
class Page:
    """One sheet or Word table: its lines, and the rows that a reader has to find in it."""

    name: str | None = None
    field: str | None = None
    group: str | None = None
    unit: str | None = None
    document: str | None = None
    hidden: bool = False
    lines: list[tuple[Any, ...]] = own(default_factory=list)
    merged: list[str] = own(default_factory=list)
    hidden_rows: list[int] = own(default_factory=list)
    hidden_columns: list[str] = own(default_factory=list)
    above: list[str] = own(default_factory=list)
    rows: list[dict[str, Any]] = own(default_factory=list)
    flags: list[dict[str, Any]] = own(default_factory=list)

    def line(self, *cells: Any) -> int:
        """Add a line that is no row; gives its number."""
        self.lines.append(cells)
        return len(self.lines)

    def titles(self, *texts: str) -> None:
        """Add lines of one cell."""
        for text in texts:
            self.line(text)

    def section(self, name: str, *cells: Any) -> int:
        """Add a section with the field's name as the truth has it."""
        self.field, self.group = name, None
        return self.line(*cells)

    def over(self, name: str | None, *cells: Any) -> int:
        """Add a group with its text as the truth has it."""
        self.group = name
        return self.line(*cells)

    def flag(self, column: str, reason: str, row: int | None = None) -> None:
        """Say what a reader has to flag apart from rows."""
        self.flags.append({"sheet": self.name, "row": row, "column": column, "reason": reason})

    def leaf(
        self,
        cells: tuple[Any, ...],
        code: str | None,
        text: str | None,
        points: float | None,
        lead: str | None,
        due: dict[str, Any],
        evidence: str | None = None,
        *,
        supports: tuple[str, ...] = (),
        flags: dict[str, str] | None = None,
        maybe: tuple[str, ...] = (),
        **more: Any,
    ) -> int:
        """Add a line that is a row, with its truth: `flags` must be raised, `maybe` may be."""
        number = self.line(*cells)
        row = {
            "sheet": self.name,
            "row": number,
            "code": code,
            "field": self.field,
            "criterion": self.group or text,
            "subcriterion": text if self.group else None,
            "max_points": points,
            "lead": lead,
            "lead_unit": self.unit,
            "supports": list(supports),
            "due": due,
            "evidence": evidence,
            "document": self.document,
            "needs_check": [*(flags or {}).values(), *maybe],
        } | more
        self.rows.append(row)
        for column, reason in (flags or {}).items():
            self.flag(column, reason, number)
        return number


@dataclass
class Office:
    """One file with its truth."""

    file: str
    year: int
    pages: list[Page]
    write: Any

    def save(self, folder: Path) -> Path:
        """Write the file and the truth beside it."""
        path = folder / self.file
        self.write(self.pages, path)
        truth = {
            "file": self.file,
            "year": self.year,
            "rows": [row for page in self.pages for row in page.rows],
            "must_flag": [flag for page in self.pages for flag in page.flags],
        }
        (folder / f"{self.file}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
        return path


def xlsx(pages: list[Page], path: Path, *, from_1904: bool = False) -> None:
    """Write a workbook of today."""
    import openpyxl
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for number, cells in enumerate(page.lines, 1):
            for column, held in enumerate(cells, 1):
                look = held if isinstance(held, Looks) else Looks(held)
                if look.value is None or look.value == "":
                    continue
                cell = sheet.cell(number, column)
                cell.value = look.value
                if isinstance(look.value, str) and look.value[:1] in "=+-@" and not look.form:
                    cell.data_type = "s"
                cell.font = Font(name=look.font or "Times New Roman", bold=look.bold)
                cell.alignment = Alignment(indent=look.indent, wrap_text=True)
                if look.form and look.form != "f":
                    cell.number_format = look.form
                elif isinstance(look.value, date):
                    cell.number_format = "dd/mm/yyyy"
        for area in page.merged:
            sheet.merge_cells(area)
        for number in page.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in page.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
    book.save(path)


def xls(pages: list[Page], path: Path) -> None:
    """Write an old workbook, each cell in the font it names."""
    import xlwt
    from openpyxl.utils import range_boundaries

    book = xlwt.Workbook(encoding="utf-8")
    for page in pages:
        sheet = book.add_sheet(page.name, cell_overwrite_ok=True)
        sheet.visibility = 1 if page.hidden else 0
        for area in page.merged:
            left, top, right, bottom = range_boundaries(area)
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
        for number, cells in enumerate(page.lines):
            for column, held in enumerate(cells):
                look = held if isinstance(held, Looks) else Looks(held)
                if look.value is None or look.value == "":
                    continue
                style = xlwt.XFStyle()
                style.font.name = look.font or "Times New Roman"
                style.font.bold = look.bold
                style.alignment.inde = look.indent
                style.num_format_str = look.form or ("DD/MM/YYYY" if isinstance(look.value, date) else "General")
                sheet.write(number, column, look.value, style)
        for number in page.hidden_rows:
            sheet.row(number - 1).hidden = True
            sheet.row(number - 1).height_mismatch = True
    book.save(str(path))


def text(pages: list[Page], path: Path, *, encoding: str = "utf-8", mark: str = ";") -> None:
    """Write the one page as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    for cells in pages[0].lines:
        writer.writerow(["" if held is None else held for held in cells])
    path.write_bytes(encoded(out.getvalue(), encoding))


def encoded(content: str, encoding: str) -> bytes:
    """Encode as a Vietnamese machine does; Windows-1258 keeps tones as marks of their own."""
    import unicodedata

    if encoding != "cp1258":
        return content.encode(encoding)
    found = bytearray()
    for letter in content:
        try:
            found += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        found += (base + tones).encode("cp1258")
    return bytes(found)


def docx(pages: list[Page], path: Path) -> None:
    """Write a document: each page is a table under its own paragraphs; `merged` counts cells from A1."""
    import docx as word
    from openpyxl.utils import range_boundaries

    document = word.Document()
    for page in pages:
        for paragraph in page.above:
            document.add_paragraph(paragraph)
        width = max(len(cells) for cells in page.lines)
        table = document.add_table(len(page.lines), width)
        for number, cells in enumerate(page.lines):
            for column, held in enumerate(cells):
                look = held if isinstance(held, Looks) else Looks(held)
                if look.value in {None, ""}:
                    continue
                run = table.cell(number, column).paragraphs[0].add_run(str(look.value))
                run.bold = look.bold or None
                if look.font:
                    run.font.name = look.font
        for area in page.merged:
            left, top, right, bottom = range_boundaries(area)
            kept = table.cell(top - 1, left - 1).text
            joined = table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
            if joined.text.strip() != kept.strip():
                joined.text = kept
    document.save(str(path))
