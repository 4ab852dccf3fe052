"""Names as they are compared: NFC, one case, one place for the tone mark; nothing else is guessed."""

import re
import unicodedata
from itertools import filterfalse

# Old placement "hoà, khoẻ, thuý" -> new "hòa, khỏe, thúy"; only open oa, oe, uy move (../README, glossary: tone placement).
_TONES = {"̀": "huyền", "́": "sắc", "̉": "hỏi", "̃": "ngã", "̣": "nặng"}
_OLD = re.compile(rf"([oO])([aAeE])([{''.join(_TONES)}])(?![\w{''.join(_TONES)}])|([uU])([yY])([{''.join(_TONES)}])(?![\w])")


def clean(text: str) -> str:
    """NFC, no control or zero-width characters, single spaces."""
    kept = text if text.isprintable() else _seen(text)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _seen(text: str) -> str:
    return "".join(" " if ch.isspace() else ch for ch in text if ch.isspace() or unicodedata.category(ch) not in {"Cf", "Cc"})


def name_key(name: str) -> str:
    """The form in which two spellings of one name are equal: "HOÀNG THỊ THUÝ" and "Hoàng Thị Thúy"."""
    loose = unicodedata.normalize("NFD", clean(name).casefold())
    moved = _OLD.sub(lambda m: m[1] + m[3] + m[2] if m[1] else m[4] + m[6] + m[5], loose)
    return unicodedata.normalize("NFC", moved)


def folded(text: str) -> str:
    """Lower case without diacritics, for search by people who type without them."""
    loose = unicodedata.normalize("NFD", clean(text).casefold())
    return "".join(filterfalse(unicodedata.combining, loose)).replace("đ", "d")
