"""Letters: folding away diacritics, and one shape for a word wherever its tone mark was put."""

import re
import unicodedata
from functools import lru_cache

TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""Combining tone marks and their numbers (sắc, huyền, hỏi, ngã, nặng), as on a VNI keyboard."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]")
_VOWELS = "aăâeêioôơuưy"
_SPACE = re.compile(r"\s+")


_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def compose(text: str) -> str:
    """Write each letter as one character (NFC), full-width ones as usual ones, and drop invisible characters, keeping case."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(_WIDE))


def fold(text: str) -> str:
    """Reduce a text to what a hurried thumb types: lower case, no diacritics, đ as d, single spaces.

    Args: text: any text, composed or not. Returns: the folded text, stripped.
    """
    return _SPACE.sub(" ", strip_marks(compose(text).lower())).strip()


def strip_marks(text: str) -> str:
    """Take every diacritic off a lower-case text, đ included."""
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def shape(word: str) -> str:
    """Spell a lower-case word with its tone as a final digit, so that hòan and hoàn, uỷ and ủy are one.

    Args: word: one composed word. Returns: for example "hoan2"; words without a tone stay as they are.
    """
    if word.isascii():
        return word
    tone, letters = "", []
    for letter in unicodedata.normalize("NFD", word):
        if letter in TONES:
            tone = TONES[letter]
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def marked(shaped: str) -> str:
    """Write a shape as a word again, with its tone on the vowel that carries it: "hoan2" is "hoàn"."""
    if not shaped[-1:].isdigit() or not shaped[:-1].isalpha():
        return shaped
    letters, tone = shaped[:-1], next(mark for mark, key in TONES.items() if key == shaped[-1])
    start = 2 if letters[:2] in {"qu", "gi"} and len(letters) > 2 and letters[2] in _VOWELS else 0
    vowels = [place for place in range(start, len(letters)) if letters[place] in _VOWELS]
    if not vowels:
        return shaped
    hatted = [place for place in vowels if letters[place] in "âêôơưă"]
    inner = len(vowels) > 2 or (len(vowels) > 1 and vowels[-1] < len(letters) - 1)
    place = hatted[-1] if hatted else vowels[1 if inner else 0]
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


@lru_cache(maxsize=8192)
def bare(shaped: str) -> str:
    """Give the folded spelling of a shape."""
    return strip_marks(shaped.rstrip("12345"))


def degrades(typed: str, whole: str) -> bool:
    """Say whether a shape is a word that lost some of its marks, as "thưc" is "thực"."""
    tone, letters = typed[-1] if typed[-1:].isdigit() else "", typed.rstrip("12345")
    full = whole.rstrip("12345")
    if len(letters) != len(full) or (tone and tone != whole[-1]):
        return False
    return all(mine in (its, strip_marks(its)) for mine, its in zip(letters, full, strict=True))
