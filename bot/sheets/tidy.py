"""A person's cell on the way to its parts: phones, list numbers, broken lines and forms of address out of the way."""

import re

from bot.sheets.names import PERSON, is_surely, is_usual, kind_of, without_title
from bot.sheets.text import lines

ARROW = "→"
"""Between who had the work and who has it now."""

_PHONE = re.compile(
    r"(?:[-–,;]\s*)?[(\[]?\s*(?:(?:s?đt|số điện thoại|điện thoại|tel|zalo)\s*[:.]?\s*)?\b0\d(?:[ .-]?\d){7,9}\b\s*[)\]]?",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(ông|anh) ?\( ?(?:bà|chị) ?\)", re.IGNORECASE)
_WRAPPED = re.compile(r"^\(([^()]*)\)$|^\"([^\"]*)\"$")
_BROKEN = re.compile(
    r"\n(?=\()|(?<=^ông)\n|(?<=^bà)\n|(?<=^đ/c)\n|(?<=\nông)\n|(?<=\nbà)\n|(?<=\nđ/c)\n|(?<=đồng chí)\n", re.IGNORECASE
)
_POST_BELOW = re.compile(
    r"\n(?=(?:phó |q\. ?|quyền )?(?:trưởng (?:phòng|ban|công an)|chánh văn phòng|giám đốc|chủ tịch|chuyên viên|công chức \w)\b)",
    re.IGNORECASE,
)
_ARROWS = re.compile(r"\s*(?:[-=–]+>|=>|[→⇒»]|(?<=\w) > (?=\w))\s*")
_SEVERAL = re.compile(
    r"\b(?i:các|những) (?i:đồng chí|đ/c|ông,? bà|ông|bà|anh,? chị)\s*:?\s+(?=([A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,4}))"
)
_CALLED = re.compile(
    r"^\s*(?:(?i:phân công|giao|do)(?i: cho)?\s+(?=(?i:ông|bà|anh|chị|đ/c|đồng chí) |[A-ZĐ])|(?i:các|những) (?i:đồng chí|đ/c|ông,? bà|ông|bà|anh,? chị)\s*:?\s+(?=[A-ZĐÀ-Ỹ]))"
)
_ORDINAL = re.compile(r"(^|[\n;,]|(?<=\w)\s+(?=\d[.)] ))\s*(?:\d{1,2}[.)/]|[a-zđ]\))\s*(?=[^\W\d_])")


def tidied(raw: str) -> str:
    """Give the text of a cell with what only stands between its parts made alike."""
    text = lines(_EITHER.sub(r"\1", _PHONE.sub(" ", raw)))
    text = _WRAPPED.sub(lambda found: found[1] or found[2] or "", text)
    text = _unwrapped(_POST_BELOW.sub(", ", _BROKEN.sub(" ", text)))
    text = _ARROWS.sub(f" {ARROW} ", text)
    text = _SEVERAL.sub(lambda found: "" if is_usual(found[1].split(maxsplit=1)[0]) else found[0], text)
    return _CALLED.sub("", _ORDINAL.sub(_listed, text))


def _unwrapped(text: str) -> str:
    """Put a name together again that was broken over lines, none of which is a name by itself."""
    parts, whole = text.split("\n"), text.replace("\n", " ")
    is_broken = (
        len(parts) > 1
        and is_surely(without_title(whole)[0])
        and not any(kind_of(without_title(part)[0]) == PERSON for part in parts)
    )
    return whole if is_broken else text


def _listed(found: re.Match[str]) -> str:
    """Part a list that was written on one line: "1. A 2. B"."""
    return "; " if found[1].isspace() and "\n" not in found[1] else f"{found[1]} "
