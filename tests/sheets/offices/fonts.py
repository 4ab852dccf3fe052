"""Text as old Vietnamese fonts store it."""

import unicodedata

_TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
        strict=True,
    )
)
_VNI = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê",
    "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0302\u0323": "ä",
    "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0306\u0323": "ë",
}  # fmt: skip
_VNI_WHOLE = {"đ": "ñ", "Đ": "Ñ", "ơ": "ô", "ư": "ö", "Ơ": "Ô", "Ư": "Ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def tcvn3(text: str) -> str:
    """Store for a .Vn font."""
    return "".join(_TCVN3.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def vni(text: str) -> str:
    """Store for a VNI font."""
    found = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in _VNI_WHOLE:
            found.append(_VNI_WHOLE[letter])
            continue
        base, *marks = unicodedata.normalize("NFD", letter)
        horn = "\u031b" in marks
        order = "".join(sorted((mark for mark in marks if mark != "\u031b"), key=lambda mark: mark not in "\u0302\u0306"))
        if horn:
            base = _VNI_WHOLE[unicodedata.normalize("NFC", base + "\u031b")]
        tail = _VNI.get(order, "")
        found.append(base + (tail.upper() if letter.isupper() else tail))
    return "".join(found)


def twice(text: str) -> str:
    """UTF-8 read as Windows-1252, stored again."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
