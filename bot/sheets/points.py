"""Points as offices write them."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from bot.sheets.text import fold

MISSING = "thiếu điểm"
UNREADABLE = "không đọc được điểm"
NOT_SCORED = "không tính điểm"
RANGE = "điểm ghi thành khoảng"
RATE = "điểm tính theo mức, không phải một số"
DATE = "ô điểm là ngày"
_NONE = re.compile(r"k ?t ?c ?d|khong (ap dung|tinh|cham|cho|co)( diem)?( diem)?|kad|n/?a|x+|-+|0? ?diem chua giao")
_RATE = re.compile(r"\d ?(d|diem)? ?/ ?(\d+ ?)?[a-z%]|\bmoi\b|cu \d|\blan\b|tung|theo ty le|%")
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_FRACTION = re.compile(r"(\d+) ?/ ?(\d+)(?: ?(?:d|diem))?")
_RANGE = re.compile(rf"(tu )?{_NUMBER} ?(-|den|~) ?{_NUMBER}.*")
_PLAIN = re.compile(
    rf"(?P<sign>\+|-|cong( diem)?|diem cong|thuong|diem thuong|tru( diem)?|diem tru|diem phat|phat)? ?:? ?"
    rf"(?P<most>(khong qua|toi da|cao nhat|max|den|diem toi da|diem chuan|diem|<=|≤):? ?)*(?P<number>{_NUMBER}|[.,]\d+) ?"
    rf"(diem|d)?( toi da)?\.?",
)
_BRACKETS = str.maketrans("()[]", "    ")
_NEGATIVE = re.compile(r"-|tru|diem tru|phat|diem phat")
_HALF_DIVISORS = frozenset({2, 4, 5, 8, 10})


@lru_cache(maxsize=1024)
def parse(text: str, value: float | date | None = None) -> tuple[Decimal | None, str | None]:
    """Read a points cell: the number, or None and the reason why there is none."""
    if isinstance(value, date):
        return None, DATE
    if isinstance(value, float):
        return Decimal(repr(round(value, 6))).normalize() + 0, None
    plain = fold(text).translate(_BRACKETS).replace("½", "1/2").rstrip(" .,;:").lstrip(" ;:")
    plain = " ".join(plain.split())
    if not plain:
        return None, MISSING
    return _parsed(plain)


def _parsed(plain: str) -> tuple[Decimal | None, str | None]:
    if _NONE.fullmatch(plain):
        return None, NOT_SCORED
    fraction = _FRACTION.fullmatch(plain)
    if fraction:
        return _fraction(int(fraction[1]), int(fraction[2]))
    number = _PLAIN.fullmatch(plain)
    if number:
        sign = -1 if number["sign"] and _NEGATIVE.fullmatch(number["sign"]) else 1
        return _decimal(number["number"], sign)
    if _RATE.search(plain):
        return None, RATE
    return None, RANGE if _RANGE.fullmatch(plain) else UNREADABLE


def _fraction(top: int, bottom: int) -> tuple[Decimal | None, str | None]:
    if bottom in _HALF_DIVISORS and top < bottom:
        return Decimal(top) / Decimal(bottom), None
    return None, UNREADABLE


def _decimal(text: str, sign: int) -> tuple[Decimal | None, str | None]:
    try:
        return sign * Decimal(text.replace(",", ".")), None
    except InvalidOperation:
        return None, UNREADABLE
