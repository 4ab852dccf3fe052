"""What leaders order in one sentence, folded: more time for somebody, another person in charge, a target, a message to all.

`of`, `to` and `part` are words that name a row, somebody or a part of the office; whom they mean is found where these are known.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from .fold import compose, fold
from .leaders import SOMEBODY

_CODE = r"\d{1,2}(?:\.\d{1,2})+"
_WORK = r"(?:(?:viec|tieu chi) )?"
_PLEASE = re.compile(r"(?: (?:nhe|nha|di|a|luon|giup (?:toi|anh|em)))+[. ]*$")
_AND_ROW = rf"(?: (?:o |voi |cho )?{_WORK}(?P<code>{_CODE}))?"
_TO_WHEN = rf"(?:(?P<days>\d{{1,2}}) ngay(?: lam viec| nua)*{_AND_ROW}|(?:den|toi|sang)(?: het| ngay)* (?P<until>\S.{{0,30}}?))"
_MORE_TIME = re.compile(
    rf"^(?:(?:de nghi|dong y|chap thuan|thong nhat) )?"
    rf"(?:cho(?: phep)? {_WORK}(?:{SOMEBODY})?(?P<of>[^,;:]{{2,40}}?)(?: (?:duoc )?(?:them|lui|gia han|keo dai)(?: han| them)*)+"
    rf"|gia han(?: them)?(?: cho)? {_WORK}(?:{SOMEBODY})?(?P<whom>[^,;:]{{2,40}}?)(?: them)?)"
    rf"(?: {_WORK}(?P<row>{_CODE}))? {_TO_WHEN}[. ]*$"
)
_GIVE = re.compile(
    rf"^(?:de nghi )?(?:giao|chuyen|phan cong)(?: lai)? {_WORK}(?P<code>{_CODE}) (?:sang |ve |qua )?(?:cho )?(?:{SOMEBODY})?(?P<to>[^,;:]{{2,40}}?)"
    rf"(?: (?:lam|phu trach|thuc hien|nhan))*[. ]*$"
)
_TARGET = re.compile(
    r"^(?:(?:dat|nang|ha|sua|doi|chot|lay)(?: lai)? )?muc tieu(?: (?:nam nay|cchc|diem|cua (?:xa|phuong)|len|xuong|la|thanh|dat))* "
    r"(?P<points>\d{1,3}(?:[.,]\d{1,2})?)(?: diem| %)?[. ]*$"
)
_TO_ALL = re.compile(
    r"^(?:nhan|thong bao|gui)(?: tin)? (?:chung|toi tat ca|cho tat ca|tat ca)(?: (?:cho |toi )?(?P<part>.{3,60}))?$"
)
_EVERYBODY = re.compile(r"^(?:moi nguoi|tat ca|ca co quan|toan co quan|toan the|anh em|cac dong chi|moi dong chi)$")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """More time for a row, or for somebody.

    Attributes:
        of: the code, or the words that name somebody.
        code: of the row, where somebody is named too.
        days: working days more.
        until: words that name the day instead.
    """

    of: str
    code: str | None
    days: int | None
    until: str | None


def more_time(text: str) -> MoreTime | None:
    """ "Cho đồng chí Khôi thêm 3 ngày", "gia hạn cho đ/c Tín 6.2 đến 20/11"."""
    found = _MORE_TIME.match(_PLEASE.sub("", text))
    if found is None:
        return None
    return MoreTime(found["of"] or found["whom"], found["row"] or found["code"], int(found["days"] or 0) or None, found["until"])


def given(text: str) -> tuple[str, str] | None:
    """ "Giao 6.2 cho đồng chí Khôi": the code, and the words that name who takes it."""
    found = _GIVE.match(_PLEASE.sub("", text))
    return (found["code"], found["to"]) if found else None


def target(text: str) -> Decimal | None:
    """ "Mục tiêu 85": the points to reach."""
    found = _TARGET.match(_PLEASE.sub("", text))
    try:
        return Decimal(found["points"].replace(",", ".")) if found else None
    except InvalidOperation:
        return None


def announced(text: str) -> tuple[str, str] | None:
    """ "Nhắn chung phòng Kinh tế: 14 giờ họp", as it was typed: the folded words that name the part (empty: all), and the message."""
    head, colon, message = compose(text).partition(":")
    found = _TO_ALL.match(fold(head).strip()) if colon and message.strip() else None
    if found is None:
        return None
    part = found["part"] or ""
    return ("" if _EVERYBODY.match(part) else part, message.strip())
