"""Kinds of papers by the letters of their symbol and by the words on them (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

import re
import unicodedata

PAPERS: dict[str, str] = {
    "BC": "báo cáo",
    "KH": "kế hoạch",
    "QĐ": "quyết định",
    "NQ": "nghị quyết",
    "TB": "thông báo",
    "TTR": "tờ trình",
    "BB": "biên bản",
    "CTR": "chương trình",
    "PA": "phương án",
    "ĐA": "đề án",
    "QC": "quy chế",
    "QYĐ": "quy định",
    "HD": "hướng dẫn",
    "GM": "giấy mời",
    "HĐ": "hợp đồng",
    "CT": "chỉ thị",
    "DA": "dự án",
    "PG": "phiếu gửi",
}
"""By the letters that a symbol begins with: 45/BC-UBND is a báo cáo."""

LETTER = "công văn"
_CODES = re.compile(r"^\d+[a-z]?(?:/(?:\d{4}/)?|-)([A-ZĐ]+)", re.IGNORECASE)


def of_number(number: str) -> str | None:
    """The kind of paper that a number belongs to; a symbol that begins with the agency (12/UBND-VHXH) is a công văn."""
    found = _CODES.match(unicodedata.normalize("NFC", number))
    if found is None:
        return None
    return PAPERS.get(found[1].upper(), LETTER if "-" in number else None)


def named_in(text: str) -> frozenset[str]:
    """Every kind of paper that a text speaks of."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return frozenset(word for word in (*PAPERS.values(), LETTER) if re.search(rf"(?<!\w){word}(?!\w)", plain))
