"""Vietnamese text: one form for every way to write the same thing."""

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
_SPACES = {
    ord(mark): " "
    for mark in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\x07"
}
_MARKS = {
    **_SPACES,
    0x2019: "'",
    0x2018: "'",
    0x02BC: "'",
    0x201C: '"',
    0x201D: '"',
    0x00D0: "Đ",
    0x00F0: "đ",
    0x00AD: None,
    **dict.fromkeys([*range(7), 8, *range(0x0E, 0x20), 0x7F]),  # no text holds them, and not every database takes them
    0x2028: "\n",
    0x2029: "\n",
    0x85: "\n",
    **{ord(one): other for one, other in zip("АВЕКМНОРСТУХІЈѕавекмнорстухіј", "ABEKMHOPCTYXIJsabekmhopctyxij", strict=True)},
    **{0xFF01 + n: chr(0x21 + n) for n in range(94)},
}
_ZERO_WIDTH = re.compile("([^\\W\\d_]*)[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+([^\\W\\d_]*)")
_OA = re.compile(f"([oO])([aAeE])([{TONES}])(?![^\\W\\d_]|[\u0300-\u036f])")
_UY = re.compile(f"(?<![qQ])([uU])([yY])([{TONES}])(?![^\\W\\d_]|[\u0300-\u036f])")
# What most texts are: letters of the language in their one form, single spaces, no vowels whose tone may move.
_LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_TONED = "àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ"
_STEADY = "".join(letter for letter in _LETTERS if letter not in _TONED)
_UNUSUAL = re.compile(f"[^ -~{_STEADY}\u2013\u2014\u2026](?:(?<![{_TONED}])|(?<=[oOuU].))")  # one pass over most texts
_OTHER_PARTS = re.compile("[^\x00-\x7f\u0300-\u036f]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_WORD = re.compile("[a-z0-9%]+")
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*")


def clean(text: str) -> str:
    """Give the text on one line: NFC, single spaces, tone marks in the old place."""
    text = text.strip(" ")
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    if "  " in text or _UNUSUAL.search(text):
        return " ".join(lines(text).split())
    return text


@lru_cache(maxsize=4096)
def lines(text: str) -> str:
    """Clean like `clean`, but keep line breaks."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS)
    text = old_tone(_ZERO_WIDTH.sub(_joined, text))
    return "\n".join(part for part in (" ".join(line.split()) for line in text.split("\n")) if part)


def _joined(found: re.Match[str]) -> str:
    """Drop a zero-width mark inside a syllable, put a space where it stood between two."""
    left, right = found[1], found[2]
    if not left or not right or _SYLLABLE.fullmatch(fold(left + right)):
        return left + right
    return f"{left} {right}"


def old_tone(text: str) -> str:
    """Put the tone on the first vowel of an open oa, oe, uy: hoà becomes hòa, quý stays."""
    text = unicodedata.normalize("NFD", text)
    text = _UY.sub(r"\1\3\2", _OA.sub(r"\1\3\2", text))
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Give small letters without diacritics, dashes plain, spaces single."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    if _OTHER_PARTS.search(parts):
        plain = "".join(mark for mark in parts if not unicodedata.combining(mark))
        return " ".join(_DASHES.sub("-", plain.lower()).split())
    plain = parts.encode("ascii", "ignore").decode().lower()
    return plain if plain.isprintable() and "  " not in plain and plain == plain.strip() else " ".join(plain.split())


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Give the folded letters and digits only, parted by single spaces."""
    return " ".join(_WORD.findall(fold(text)))


def has_marks(text: str) -> bool:
    """Tell whether the text has Vietnamese letters outside ASCII."""
    return not text.isascii() and any(ord(mark) > 127 and mark.isalpha() for mark in text)


def is_upper(text: str) -> bool:
    """Tell whether all its letters are capitals and it has at least two."""
    letters = [mark for mark in text if mark.isalpha()]
    return len(letters) > 1 and all(mark.isupper() for mark in letters)


def sentence(text: str) -> str:
    """Turn capitals into a sentence; leave all else as written."""
    return text[:1].upper() + text[1:].lower() if is_upper(text) else text
