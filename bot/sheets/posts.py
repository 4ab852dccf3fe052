"""Posts and units in other words: short forms written out, and which of them may be the same."""

import re
from functools import lru_cache

from bot.sheets.text import words

_FULL = {
    "ct": "chu tich",
    "pct": "pho chu tich",
    "tp": "truong phong",
    "ptp": "pho truong phong",
    "cvp": "chanh van phong",
    "pcvp": "pho chanh van phong",
    "gd": "giam doc",
    "pgd": "pho giam doc",
    "vp": "van phong",
    "vh": "van hoa",
    "xh": "xa hoi",
    "vhxh": "van hoa xa hoi",
}
_COMMON = re.compile(
    r"\b(chuyen vien|cong chuc|vien chuc|can bo|nhan vien|cc|cv|ubnd|hdnd|uy ban nhan dan|phuong|xa(?! hoi)|va|cua)\b"
)  # said of everybody who leads nobody
_LEADS = re.compile(r"(pho |quyen )?(chu tich|truong|chanh|giam doc|bi thu|chi huy)\b")
_STAFF = frozenset({"*"})  # of those who lead nobody: "chuyên viên" may be the "Văn thư", not the "Trưởng phòng"


def is_head(post: str) -> bool:
    """Tell the post of somebody who leads an office or a unit of it."""
    return bool(_LEADS.match(_written_out(post)))


@lru_cache(maxsize=512)
def meant(place: str) -> frozenset[str]:
    """Give the words of a post or unit that tell it from others: those of one that may be the same lie within them, or they within those."""
    full = _written_out(place).replace("van phong", "van. phong")  # an office is no part of "Phòng Văn hóa"
    return frozenset(full.split()) if _LEADS.match(full) else _STAFF.union(_COMMON.sub(" ", full).split())


def heads(post: str, own: str | None, unit: str) -> bool:
    """Tell whether somebody with this post, of the unit `own`, is the head of a unit: "Trưởng phòng Văn hóa - Xã hội" of "Phòng VH-XH"."""
    named = meant(unit) - _STAFF
    return len(named) > 1 and is_head(post) and named <= meant(f"{post} {own or ''}")


def leads_elsewhere(post: str, unit: str) -> bool:
    """Tell whether the head of a body cannot be of this unit: "Trưởng ấp 2" is not of "Công an xã"."""
    full = _written_out(post)
    led, where = _LEADS.match(full), meant(unit) - _STAFF
    body = meant(full[led.end() :]) - _STAFF - {"phong"} if led else frozenset()
    return bool(body and where and body.isdisjoint(where))


def _written_out(place: str) -> str:
    return " ".join(_FULL.get(word, word) for word in words(place).split())
