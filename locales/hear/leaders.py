"""What leaders ask for and order in words, folded: a list, the state of a person or a section, whom to urge.

`whose` and `who` are words that name somebody; whom they mean is found where people and sections are known.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from .fold import fold

SOMEBODY = r"(?:d/?c|dong chi|anh|chi|ong|ba|co|chu) "
"""A form of address before a name."""
_WHICH = (
    r"\b(?:ai|nhung ai|(?:nhung )?viec (?:nao|gi)|tieu chi nao|phong nao|can bo nao|danh sach (?:viec|tieu chi)|(?:co|con) gi"
    r"|(?:bao nhieu|may) (?:viec|tieu chi))\b"
)
_SOON = r"(?:hom nay|ngay mai|tuan nay|tuan toi|tuan sau)"
_END = r"\b(?!.*\b(?:tru|phat|sao|(?:em|toi|minh) bao)\b).{0,15}$"
_LISTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"{_SOON} .{{0,12}}{_WHICH}.{{0,12}}\bden han{_END}|{_WHICH}.{{0,12}}\b(?:sap den han|den han {_SOON}){_END}"
        ),
        "soon",
    ),
    (re.compile(r"\bnam (?:ngoai|truoc)\b.{0,20}\b(?:bao nhieu|may diem|the nao|ra sao|hang may|mat gi|mat nhung gi)\b"), "last"),
    (re.compile(r"^so (?:sanh )?voi nam (?:ngoai|truoc)\b.{0,15}$"), "last"),
    (
        re.compile(
            r"^(?:vi sao|tai sao|sao) (?:diem|du kien)\b.{0,12}\b(?:giam|tut|tang|thap)\b.{0,12}$"
            r"|^tuan (?:nay|qua|truoc|vua roi)\b.{0,12}\b(?:hoan thanh|xong|lam)(?: duoc)? (?:gi|nhung gi|viec gi|bao nhieu|may)\b.{0,12}$"
        ),
        "week",
    ),
    (re.compile(r"^linh vuc nao.{0,20}\b(?:thap|yeu|kem|cham|mat diem)(?: nhat)?[?. a]*$"), "fields"),
    (re.compile(r"^phong nao.{0,20}\b(?:qua han|tre han|cham|tre|yeu|kem)(?: nhat)?[?. a]*$"), "units"),
    (re.compile(rf"{_WHICH}.{{0,20}}\b(?:qua han|tre han|cham|tre|den han){_END}"), "late"),
    (re.compile(rf"{_WHICH}.{{0,20}}\bmat (?:nhieu )?diem{_END}|\bdiem nao .{{0,12}}(?:nguy co|mat){_END}"), "risk"),
    (re.compile(rf"{_WHICH}.{{0,20}}\b(?:vuong|kho khan|vuong mac){_END}"), "blocked"),
    (re.compile(rf"{_WHICH} (?:van |con )?chua (?:bao cao|tra loi|phan hoi|bao){_END}"), "silent"),
    (re.compile(rf"{_WHICH} (?:van |con )?chua (?:lam|thuc hien|bat dau|trien khai){_END}"), "not_started"),
)
"""A question for a list, and the view of the picture that answers it."""
_NONE = re.compile(r"\b(?:khong|ko|k|hong|chang|cha|chua) (?:co|con)(?: bi)? (?:gi|ai|viec|tieu chi|phong|kho khan|vuong)\b")
"""A report that nothing of the kind is left: "đã xong, không còn gì vướng"."""
_MARKS = re.compile(r"\bchấm\b|\b(?:điểm|diem) (?:này|nay)\b")
"""Who marks, not who is late: chấm and chậm differ by a mark."""
_HOW = r"(?:the nao|ra sao|(?:den|toi) dau)(?: roi)?(?: a)?"
_ALL_OF_US = r"(?: thuc hien| cchc| chung| (?:ca|toan|cua) (?:xa|phuong|co quan|uy ban)| hien nay| hom nay)+"
_OVERALL = re.compile(
    r"(?:cho (?:toi|anh|em) )?(?:(?:xem|biet|bao cao|bao)(?: toi)? )?"
    rf"(?:(?:tien do|tinh hinh)(?:{_ALL_OF_US}(?: {_HOW})?| {_HOW})|(?<=toi )(?:tien do|tinh hinh)"
    r"|diem du kien.{0,20}"
    r"|(?:xep|duoc xep|du kien xep) (?:loai|hang) (?:gi|may|nao)"
    r"|(?:(?:co|lieu|kha nang) ){1,2}dat (?:\d{2,3}(?: diem)?|muc tieu|loai \w+|tot|kha|xuat sac)(?: khong| ko| k| chua)"
    r"|(?:con )?thieu (?:bao nhieu|may) diem.{0,20}|muc tieu .{0,12}(?:bao nhieu|may)(?: diem)?"
    r"|du kien(?: (?:diem|dat|duoc|bao nhieu|may|xep|loai|hang|ca nam|cuoi nam|nam nay|hien nay|chung|the nao|ra sao|sao|gi|thi))*"
    r"|(?:(?:ca|xa|phuong|minh|ta) ){0,3}(?:hien |dang |moi |da )?(?:duoc|dat) (?:bao nhieu|may) diem.{0,20})[?. ]*"
)
_STANDING = re.compile(
    r"^(?:cho (?:toi|anh|em) )?(?:xem )?(?:tien do|tinh hinh|diem)(?: thuc hien)? (?:cua )?(?P<of>.{3,60}?)"
    r"(?: the nao| ra sao| den dau| roi)*[?. ]*$"
)
_MINE_IN = re.compile(r"\bviec (?:cua )?(?:toi|em|minh|tui)\b.{0,12}\bthang (\d{1,2})\b|^viec (?:trong )?thang (\d{1,2})[?. ]*$")
_SHEET_OF = re.compile(
    r"^(?:cho (?:toi|em) )?(?:xem )?bang viec (?:cua (?:toi|em) )?thang (\d{1,2})(?:[/ ]+(?:nam )?(\d{4}))?[?. ]*$"
)
_HOW_FAR = re.compile(
    rf"^(?:{SOMEBODY})?(?P<of>[^,;:]{{2,60}}?) (?:(?:lam|thuc hien) )?(?:den dau|toi dau|the nao|ra sao|sao(?= roi)|(?:duoc|dat) (?:bao nhieu|may) diem)"
    r"(?: roi)?(?: a)?[?. ]*$"
)
"""A colleague or a section, and how far they are: "phòng Kinh tế thế nào", "đ/c Hà làm đến đâu rồi"."""
_WORK_OF = re.compile(rf"^(?:(?:cho (?:toi|anh|em) )?xem )?(?:cac )?viec (?:cua )?(?P<of>{SOMEBODY}[^,;:]{{2,40}}?)[?. ]*$")
"""A colleague's work: "việc của anh Quyết"; for who sees no colleague's work it says that a row is not the own."""
_NAME_ALONE = re.compile(rf"^(?:(?:cho (?:toi|anh|em) )?xem )?(?P<of>{SOMEBODY}[^,;:]{{2,40}}?)[?. ]*$")
_TELL = r"(?:don doc|nhac nho|nhac(?= (?:giup toi )?(?:d/?c|dong chi|(?:ca |toan )?(?:phong|linh vuc|bo phan)) )(?: ca| toan)?)"
_URGE = re.compile(rf"^(?:hay |de nghi )?{_TELL}(?: giup toi)? (?:{SOMEBODY})?(?P<who>[^,;:]{{2,40}}?)(?P<whom>)[. ]*$")
_URGED_VIEWS = {
    "qua han": "late",
    "tre han": "late",
    "chua thuc hien": "not_started",
    "chua lam": "not_started",
    "chua phan hoi": "silent",
    "chua tra loi": "silent",
    "sap den han": "soon",
    "nguy co": "risk",
    "nguy co mat diem": "risk",
    "vuong": "blocked",
    "dang vuong": "blocked",
    "vuong mac": "blocked",
}
"""Rows that are urged as a whole: "đôn đốc các việc chưa thực hiện"."""
_THOSE = re.compile(r"^(?:(?:tat ca|cac|nhung|moi) )?(?:(?:viec|tieu chi|nguoi|dong chi|can bo|ai|don vi) )?")
_ORDER = re.compile(
    rf"^{SOMEBODY}(?P<who>[^,;:]{{2,40}}?) (?:bao cao|bao) (?:cho )?toi\b"
    rf"|^(?:yeu cau|de nghi) {SOMEBODY}(?P<whom>[^,;:]{{2,40}}?) (?:phai |som |khan truong |ngay )*(?:bao cao|bao|giai trinh|tra loi)\b"
)
"""An order to one person; its words go along ("Đ/c Tùng báo cáo tôi trước 16 giờ")."""

_ADDRESS = re.compile(rf"^{SOMEBODY}(?=\w)")


@dataclass(frozen=True, slots=True)
class Urging:
    """An order to urge.

    Attributes:
        who: the words that name whom or what.
        view: the rows that are urged as a whole, as `progress` names them; None where somebody is named.
        is_order: told to one person; the words go along.
    """

    who: str
    view: str | None
    is_order: bool


def own_month(text: str) -> int | None:
    """The month of which one asks for the own work: "việc của tôi tháng 12"."""
    found = _MINE_IN.search(text)
    return int(found[1] or found[2]) if found else None


def own_sheet(text: str) -> tuple[int, int | None] | None:
    """The month, and the year where it is named, of which one asks for the sheet: "bảng việc tháng 11/2026"."""
    found = _SHEET_OF.match(text)
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def wanted_list(text: str) -> str | None:
    """The list that a question, as it was typed, asks for, as `progress` names it: "ai đang quá hạn" is `late`."""
    said = fold(text)
    if _NONE.search(said) or _MARKS.search(normalize("NFC", text.lower())):
        return None
    return next((view for wording, view in _LISTS if wording.search(said)), None)


def asks_overall(text: str) -> bool:
    """Whether it is asked where all stands: "tình hình chung thế nào", "được bao nhiêu điểm rồi"."""
    return _OVERALL.fullmatch(text) is not None


def whose_standing(text: str) -> str | None:
    """Of whom, or of which section or row, it is asked how far they are: "tiến độ phòng kinh tế"."""
    found = _STANDING.match(text) or _HOW_FAR.match(text) or _WORK_OF.match(text)
    return found["of"] if found else None


def only_addressed(text: str) -> str | None:
    """A colleague by form of address and nothing else: "đồng chí Tín"."""
    found = _NAME_ALONE.match(text)
    return found["of"] if found else None


def urging(text: str) -> Urging | None:
    """Whom to urge: "đôn đốc đồng chí Tín", "Đ/c Tín báo cáo tôi trước 16 giờ"."""
    order = _ORDER.match(text)
    found = order or _URGE.match(text)
    if found is None:
        return None
    who = found["who"] or found["whom"]
    return Urging(who, _URGED_VIEWS.get(_THOSE.sub("", who)), order is not None)


def bare(said: str) -> str:
    """A name without "đồng chí", "anh", "chị" ..."""
    return _ADDRESS.sub("", said)
