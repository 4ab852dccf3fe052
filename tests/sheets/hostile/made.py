"""The register of hostile files, and the parts that most of them share."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = ("Mã", "Tiêu chí", "Điểm", "Người phụ trách", "Thời hạn")
ROWS = (
    ("1.1", "Ban hành kế hoạch", "1", "Nguyễn Văn An", "30/06/2026"),
    ("1.2", "Báo cáo quý", "0.5", "Trần Thị Bình", "hằng quý"),
    ("1.3", "Công khai thủ tục", "2", "Lê Văn Cường", "trước ngày 15/11/2026"),
)
TABLE = (HEADER, *ROWS)


@dataclass(frozen=True)
class Made:
    """A file of this name; it is read to so many rows, or refused for one of these reasons (a large one may be either)."""

    name: str
    make: Callable[[], bytes]
    rows: int | None
    codes: tuple[str, ...]
    is_slow: bool = False


MADE: list[Made] = []


def file(name: str, *codes: str, rows: int | None = None, is_slow: bool = False) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register how a file is made."""

    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        MADE.append(Made(name, make, rows, codes, is_slow))
        return make

    return keep


def cell(text: str, place: str = "", more: str = "") -> str:
    place = f' r="{place}"' if place else ""
    return f'<c{place}{more} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def row(number: int, texts: Any, more: str = "") -> str:
    cells = "".join(cell(text, f"{'ABCDEFGHIJKLMNOP'[at]}{number}") for at, text in enumerate(texts))
    return f'<row r="{number}"{more}>{cells}</row>'


def table(rows: Any = TABLE, start: int = 1) -> str:
    return "".join(row(number, texts) for number, texts in enumerate(rows, start))


def sheet(rows: str | None = None, before: str = "", after: str = "", head: str = "") -> str:
    return f'{head}<worksheet xmlns="{SHEET}" xmlns:r="{LINKS}">{before}<sheetData>{table() if rows is None else rows}</sheetData>{after}</worksheet>'


def parts(*sheets: str, names: Any = None, states: Any = None, targets: Any = None) -> dict[str, str | bytes]:
    """The parts of a workbook."""
    names = names or [f"Bảng {number}" for number in range(1, len(sheets) + 1)]
    states, targets = states or [""] * len(sheets), targets or [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"{state}/>' for number, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    links = "".join(f'<Relationship Id="r{number}" Type="{LINKS}/worksheet" Target="{target}"/>' for number, target in enumerate(targets, 1))
    made: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
    }
    return made | {f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(sheets, 1)}


def packed(held: dict[str, str | bytes], level: int = 6) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, text in held.items():
            package.writestr(name, text)
    return made.getvalue()


def workbook(*sheets: str, **more: Any) -> bytes:
    return packed(parts(*(sheets or (sheet(),)), **more))


def document(body: str, more: dict[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A Word file of this body."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return packed({"word/document.xml": f'{head}<w:document xmlns:w="{word}" xmlns:r="{LINKS}"><w:body>{body}</w:body></w:document>'} | (more or {}))


def words(rows: Any = TABLE, properties: str = "") -> str:
    """A Word table of these rows."""
    lines = ("".join(f"<w:tc><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>" for text in texts) for texts in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{properties}{line}</w:tr>' for line in lines)}</w:tbl>"
