"""Text in old Vietnamese encodings: TCVN3 and VNI by font, and UTF-8 that was read as Windows-1252."""

import re
import unicodedata

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306"
_VNI_LETTERS = dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", strict=True))
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _HAT,
    "á": _HAT + _ACUTE,
    "à": _HAT + _GRAVE,
    "å": _HAT + _HOOK,
    "ã": _HAT + _TILDE,
    "ä": _HAT + _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_MARKS |= {mark.upper(): tone for mark, tone in _VNI_MARKS.items()}
_VOWELS = frozenset("aeiouyAEIOUYơưƠƯ")
_MOJIBAKE = re.compile("[ÃÄÅÆâ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|á[º»]|Â[\u00a0-\u00bf]")
_SUSPECT = re.compile("[ÃÄÅÆÂâá][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
UNICODE_FONT = "Times New Roman"
"""What offices write in today; every machine has it (Nghị định 30/2020/NĐ-CP, appendix I)."""
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|[^\W\d_]\?\?|\?\?[^\W\d_]|\?\?\?|\ufffd")


def decode(text: str, font: str | None) -> str:
    """Turn text typed in a TCVN3 or VNI font into Unicode; other fonts leave it as it is."""
    if not font:
        return text
    name = font[:4].lower()
    if name.startswith(".vn"):
        text = "".join(_TCVN3.get(mark, mark) for mark in text)
        return text.upper() if font[-1] in "hH" else text
    return _vni(text) if name == "vni-" else text


def is_old(font: str | None) -> bool:
    """Whether a font is made for TCVN3 or VNI, so that it shows Unicode wrongly."""
    return (font or "").lower().startswith((".vn", "vni-"))


def _vni(text: str) -> str:
    found: list[str] = []
    for mark in text:
        if mark in _VNI_MARKS and found and found[-1] in _VOWELS:
            found.append(_VNI_MARKS[mark])
        else:
            found.append(_VNI_LETTERS.get(mark, mark))
    return unicodedata.normalize("NFC", "".join(found))


def restore(text: str) -> tuple[str, bool]:
    """Repair UTF-8 read as Windows-1252; the second part tells that letters are lost for good."""
    if _SUSPECT.search(text) and _MOJIBAKE.search(text):
        repaired = _repair(text)
        return (text, True) if repaired is None else (repaired, bool(_LOST.search(repaired)))
    return text, ("?" in text or "\ufffd" in text) and bool(_LOST.search(text))


def _repair(text: str) -> str | None:
    """Give the text its bytes back and read them as UTF-8, or None where they make no sense."""
    try:
        return b"".join(_byte(mark) for mark in text).decode("utf-8")
    except UnicodeError:
        return None


def _byte(mark: str) -> bytes:
    try:
        return mark.encode("cp1252")
    except UnicodeEncodeError:
        return mark.encode("latin-1")
