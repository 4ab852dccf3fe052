"""Codes of criteria: their form, their depth, and the damage that spreadsheets do to them."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bot.sheets.phrases import ENGLISH
from bot.sheets.text import clean, fold

DAMAGED_DATE = "mã bị đổi thành ngày"
LOST_ZERO = "mã bị đổi thành số, mất số 0 ở cuối"
DUPLICATE = "trùng mã"
MISSING = "thiếu mã"
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_PREFIX = re.compile(r"^(?:mã|tiêu chí|tc|mục)[\s.:-]*(?=[\divx])", re.IGNORECASE)
_CODE = re.compile(
    r"(?:[A-Za-zĐđ]{1,4}[.-]?)?\d+(?:\.\d+)*(?:\.?[a-zđ]|bis|ter|[a-z]?\d?)?|[IVX]+(?:\.\d+)+(?:\.?[a-zđ]|bis)?", re.IGNORECASE
)
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+)+")  # what most codes are
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_NAMED = re.compile(r"(?:(\d{1,2})[- ](?:thg |thang )?([a-z]{3}|\d{1,2})|([a-z]{3})[- ](\d{1,2}))(?:-\d{2,4})?")
_MARKER = re.compile(r"\s*(?:([-–—+•*●▪·])(?=\s|[^\W\d_])|([a-zđ])(?:\)|[./](?=\s)))\s*")
_LEADING = re.compile(r"(?:tc\s*)?((?:[IVX]+\.)?\d+(?:[.]\d+)+[a-zđ]?)[.):]*\s+(?=\S)", re.IGNORECASE)
_RANKS = {
    "-": 4,
    "–": 4,
    "—": 4,
    "•": 4,
    "*": 4,
    "●": 4,
    "▪": 4,
    "·": 4,
    "+": 6,
}  # a mark that heads others of its rank stands one above them
_LETTER_RANK = 2
MARKER_LEVEL, PLAIN_LEVEL = 100, 50


class Code(NamedTuple):
    """What stands in a code cell: `kind` is blank, roman, plain, dotted, marker, date or other."""

    kind: str
    text: str | None = None
    level: int = 0
    day: date | None = None
    alternatives: tuple[str, ...] = ()
    reason: str | None = None


BLANK = Code("blank")


def read(text: str, value: float | date | None = None) -> Code:
    """Read a code cell."""
    if isinstance(value, date):
        return Code("date", day=value, alternatives=_of_day(value))
    if _DOTTED.fullmatch(text):
        return Code("dotted", text, text.count(".") + 1)
    plain = _tidy(text)
    if not plain or plain in {"x", "X"}:
        return BLANK
    if re.fullmatch(r"[-–—+•*●▪·]|[a-zđ]\)", plain) or re.fullmatch(r"[a-zđ]", plain):
        return Code("marker", None, MARKER_LEVEL + _RANKS.get(plain, _LETTER_RANK))
    if _ROMAN.fullmatch(plain) or re.fullmatch("[A-H]", plain):
        return Code("roman", plain, 0)
    dated = _dated(plain)
    if dated:
        return Code("date", alternatives=dated)
    if plain.isdecimal():
        return Code("plain", plain, 1)
    if _CODE.fullmatch(plain) or not any(mark.isspace() for mark in plain):
        return Code("dotted" if "." in plain else "other", plain, plain.count(".") + 1)
    return Code("other", plain, 1)


def _tidy(text: str) -> str:
    plain = clean(text)
    plain = _PREFIX.sub("", plain).strip()
    plain = re.sub(r"(?<=[\dIVX])\s*[,.]\s*(?=[\da-zA-Z])", ".", plain)
    return plain if re.fullmatch(r"[a-zđ]\)|\W*", plain) else plain.strip(" .:;()").rstrip(" .:;/–-")


def _of_day(day: date) -> tuple[str, ...]:
    """Give the codes that a spreadsheet may have turned into this day."""
    short = day.year % 100
    return (
        f"{day.day}.{day.month}",
        f"{day.month}.{day.day}",
        f"{day.day}.{day.month}.{short}",
        f"{day.month}.{day.day}.{short}",
    )


def _dated(plain: str) -> tuple[str, ...]:
    """Give the codes behind a date written as text: 3/2, 03/02/2026, 2-Mar."""
    found = _DATE.fullmatch(plain)
    if found:
        first, second = int(found[1]), int(found[2])
        third = [int(found[3]) % 100] if found[3] else []
        pairs = [(first, second, *third), (second, first, *third)] if third else []
        return tuple(dict.fromkeys(".".join(map(str, parts)) for parts in ((first, second), (second, first), *pairs)))
    found = _NAMED.fullmatch(fold(plain))
    if not found:
        return ()
    number, name = (found[1], found[2]) if found[1] else (found[4], found[3])
    month = ENGLISH.get(name) or (int(name) if name.isdecimal() else None)
    return (f"{int(number)}.{month}", f"{month}.{int(number)}") if month and " " in plain + " " and not plain.isdecimal() else ()


def marker(text: str) -> tuple[int | None, str]:
    """Cut a list marker before a text; the first part is its level."""
    if text[:1].isupper():
        return None, text
    found = _MARKER.match(text)
    if not found or not text[found.end() :].strip():
        return None, text
    return MARKER_LEVEL + _RANKS.get(found[1] or "", _LETTER_RANK), text[found.end() :]


@lru_cache(maxsize=4096)
def leading(text: str) -> tuple[str | None, str]:
    """Cut a code that stands in one cell with the text."""
    found = _LEADING.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def parts(code: str) -> list[str]:
    """Give the segments of a code."""
    return code.split(".")


def is_under(code: str, other: str) -> bool:
    """Tell whether a code begins with the segments of another."""
    above = parts(other)
    return parts(code)[: len(above)] == above


def follows(earlier: str | None, later: str) -> bool:
    """Tell whether a code is the next one after another."""
    if earlier is None:
        return False
    before, after = parts(earlier), parts(later)
    if len(after) > len(before):
        return after == [*before, "1"]
    head = after[:-1]
    return head == before[: len(head)] and _number(after[-1]) == _number(before[len(head)]) + 1


def _number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else -100


def repaired(found: Sequence[Code]) -> list[Code]:
    """Give back what a spreadsheet took: codes turned into dates, and 1.10 turned into 1.1."""
    result: list[Code] = []
    earlier: str | None = None
    siblings: dict[str, str] = {}
    for code, later in zip(found, _laters(found), strict=True):
        if code.kind == "date":
            code = _from_date(code, earlier, later)  # noqa: PLW2901 - the repaired one
        elif code.kind == "dotted" and code.level == 2 and code.text:
            code = _with_zero(code, siblings.get(parts(code.text)[0]))  # noqa: PLW2901
        result.append(code)
        earlier = code.text or earlier
        if code.text and code.level == 2:
            siblings[parts(code.text)[0]] = code.text
    return result


def _laters(found: Sequence[Code]) -> list[str | None]:
    """Give for each place the next code that is one."""
    result: list[str | None] = []
    later: str | None = None
    for code in reversed(found):
        result.append(later)
        later = code.text or later
    return result[::-1]


def _from_date(code: Code, earlier: str | None, later: str | None) -> Code:
    """Choose the code that stands between its neighbours, if only one does."""
    after = [text for text in code.alternatives if follows(earlier, text)]
    both = [text for text in after if later is None or follows(text, later)] or after
    before = [text for text in code.alternatives if later is not None and follows(text, later)]
    fits = list(dict.fromkeys(both or before))
    text = fits[0] if len(fits) == 1 else None
    return code._replace(text=text, level=len(parts(text)) if text else 0, reason=DAMAGED_DATE)


def _with_zero(code: Code, sibling: str | None) -> Code:
    """Turn 1.1 after 1.9 into 1.10."""
    head, _, last = (code.text or "").partition(".")
    if sibling and last.isdecimal() and _number(parts(sibling)[-1]) == int(last) * 10 - 1 and int(last) > 0:
        return code._replace(text=f"{head}.{last}0", reason=LOST_ZERO)
    return code
