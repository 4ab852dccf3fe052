"""What the lines above a table say about it: year, day of issue, document, unit and field."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.sheets.text import fold, sentence

T = TypeVar("T")
_LONG_DATE = re.compile(r"ngay (\d{1,2}) thang (\d{1,2})(?: nam |/)(\d{4})")
_SHORT_DATE = re.compile(r"ngay (?:(?:ban hanh|ky)\W{1,2})?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})")
_YEAR = re.compile(r"\bnam (20\d\d)(?:\s*-\s*(20\d\d))?")
_BARE_YEAR = re.compile(r"(?:\A|[a-z] |[a-z], )(20\d\d)(?:[\s.)]*\Z| ?[(:]| - (?!20\d\d))")  # "CCHC 2026", "CCHC 2026 - XÃ A"
_NUMBER = re.compile(r"số\s?:?\s?(\d+[\d.]*\s?/\s?[^\s,;()]+)", re.IGNORECASE)
_PAPER = "(quyet dinh|ke hoach|cong van|thong bao|to trinh)"
_ATTACHED = re.compile(
    rf"kem theo|kem {_PAPER}|dinh kem|(theo|phu luc|bieu|bang|cua) {_PAPER}|ban hanh (tai|theo)|\A\({_PAPER} so"
)
_BASIS = re.compile(r"\W*(can cu|xet de nghi|thuc hien (nghi quyet|quyet dinh|ke hoach|chi thi))\b")  # papers of others
_UNIT = re.compile(r"(?:bộ phận|đơn vị(?! tính)|phòng, ban|phòng ban)(?: [^:]{0,25})?\s*:\s*(\S.*)", re.IGNORECASE)
_FIELD = re.compile(r"(?:lĩnh vực|nhóm lĩnh vực)\s*(?:[ivx]+|\d+)?\s*[:.-]\s*(\S.*)", re.IGNORECASE)
_HEADING = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\s*[.):/-]\s*(\S[^.;:]{3,80})[.;:]?")
_WORD = re.compile(r"^lĩnh vực\s+(?=\S+\s+\S)", re.IGNORECASE)
_OF_DOCUMENT = re.compile(
    r"(noi dung|muc dich|muc tieu|yeu cau|phan cong|giao|to chuc|nhiem vu|danh muc|phu luc|bang|bieu|thoi gian|tien do|ke hoach)\b"
)


@dataclass(frozen=True)
class Titles:
    """The meaning of a table's title lines."""

    years: tuple[int, ...] = ()
    issued: date | None = None
    document: str | None = None
    unit: str | None = None
    field: str | None = None


def titles_of(lines: Iterable[str]) -> Titles:
    """Read title lines, the first of each kind counting."""
    texts = [text for text in lines if text and not _BASIS.match(fold(text))]
    years = tuple(dict.fromkeys(year for text in texts for year in years_in(text)))
    return Titles(years, _first(texts, date_in), _first(texts, _document), _first(texts, unit_in), _first(texts, field_in))


def _first(texts: Iterable[str], read: Callable[[str], T | None]) -> T | None:
    return next((found for text in texts if (found := read(text)) is not None), None)


def years_in(text: str) -> list[int]:
    """Give the years a title names, those of dates left out."""
    plain = _LONG_DATE.sub(" ", fold(text))
    found: list[int] = []
    for first, last in _YEAR.findall(plain):
        found += range(int(first), min(int(last or first), int(first) + 10) + 1)
    return found or [int(year) for year in _BARE_YEAR.findall(plain)]


def date_in(text: str) -> date | None:
    """Give the first full date in a line."""
    plain = fold(text)
    found = _SHORT_DATE.search(plain) or _LONG_DATE.search(plain)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _document(text: str) -> str | None:
    """Give number and date of the document a table belongs to."""
    number = _NUMBER.search(text) if _ATTACHED.search(fold(text)) else None
    if number is None:
        return None
    issued = date_in(text[number.start() :])
    name = re.sub(r"\s", "", number[1]).rstrip(".")
    return f"{name} ngày {issued:%d/%m/%Y}" if issued else name


def unit_in(text: str) -> str | None:
    """Give the unit of a line such as "Bộ phận: Văn phòng"."""
    found = _UNIT.match(text)
    return found[1].strip(" .;") if found else None


def field_above(paragraph: str) -> str | None:
    """Give the field of the numbered heading right above a Word table: "II. CẢI CÁCH THỂ CHẾ"."""
    found = _HEADING.fullmatch(paragraph)
    return sentence(bare(found[1].strip(" .;:"))) if found and not _OF_DOCUMENT.match(fold(found[1])) else None


def bare(field: str) -> str:
    """Cut the word for field before its name: "Lĩnh vực thủ tục hành chính"; "Lĩnh vực khác" stays."""
    return _WORD.sub("", field)


def field_in(text: str) -> str | None:
    """Give the field of a line such as "Lĩnh vực: Cải cách thể chế"."""
    found = _FIELD.match(text)
    return found[1].strip(" .;") if found else None
