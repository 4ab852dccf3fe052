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


_LETTERS = {letter: at for at, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONE_ORDER = {tone: at for at, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}  # huyền, hỏi, ngã, sắc, nặng
Word = tuple[tuple[int, ...], tuple[int, ...]]


def in_order(name: str) -> tuple[Word, ...]:
    """Sorts people as an office lists them: by given name, then from the family name on, in the Vietnamese alphabet (đ after d).

    Of two words with the same letters the tone decides: ngang, huyền, hỏi, ngã, sắc, nặng (the order of Vietnamese dictionaries).
    """
    words = [_word(word) for word in clean(name).casefold().split()]
    return (*words[-1:], *words[:-1])


def _word(word: str) -> Word:
    """The letters of a word by their place, then its tones."""
    apart = unicodedata.normalize("NFD", word)
    tones = tuple(_TONE_ORDER[ch] for ch in apart if ch in _TONE_ORDER)
    plain = unicodedata.normalize("NFC", "".join(ch for ch in apart if ch not in _TONE_ORDER))
    return tuple(_LETTERS.get(ch, len(_LETTERS) + ord(ch)) for ch in plain), tones
