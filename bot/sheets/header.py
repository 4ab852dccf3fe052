"""The header of a table, found by meaning: which column holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.sheets.grid import Grid
from bot.sheets.own import NOTHING, Named, Own, Question, fingerprint, key
from bot.sheets.text import fold, words

_LEAD = r"nguoi|nhan su|ca nhan|can bo|cong chuc|cbccvc|cbcc|cb cc|chuyen vien|vien chuc|nhan vien|can su|dong chi|d c |dau moi|ai (lam|phu trach|chiu)|phu trach|chu tri|ho (va )?ten|chiu trach nhiem|giao cho|ong ba"
_DOES = r"phu trach|chu tri|dau moi|(?<!cung )thuc hien|\bchinh\b|ai (lam|chiu)|trach nhiem"
# The first line that matches wins; the text is folded to plain small letters.
RULES: tuple[tuple[str, str], ...] = tuple(
    (role, pattern)
    for role, pattern in (
        ("way", r"^cach cham$"),
        ("thresholds", r"^nguong\b"),
        ("rule_text", r"^cach (tinh|cham)\b"),
        ("measure", r"^don vi tinh$"),
        ("cut_off", r"^(ngay )?chot so lieu$"),
        (
            "criterion",
            r"^(cac )?(noi dung|tieu chi|chi so)(,? (tieu chi|chi so|nhiem vu|tieu chi thanh phan))? (cham|danh gia|duoc cham)",
        ),
        ("self_score", r"tu (cham|danh gia)|diem dat|diem tu|^(da )?dat duoc$"),
        ("leader", r"^(thu truong|(pho )?truong (phong|ban|bo phan|don vi)|pho (phong|ban)|cap tren|bcd)\b|^nguoi kiem soat"),
        (
            "ignored",
            r"^so (dt|d t|dien thoai|dd)\b|lien he|^nguoi (lap|nhan (bao cao|ket qua))|^ngay (nhac|hieu luc)|^tu( ngay)?$|^tu ngay|^ngay (giao|ban hanh|nhan|ky|trinh|cap nhat)|don vi tinh|cach (tinh|cham)|phuong phap|huong dan|tham dinh|tham tra|phuc tra|diem (nam truoc|ky truoc|tru\b|thuong\b)|so dien thoai|dien thoai|email|zalo|bat dau|"
            r"(han|gian|thuc hien|phu trach|chu tri|diem|thang|han hoan thanh) (cu|truoc day|truoc (khi )?dieu chinh)$|^(ghi chu|kho khan|vuong mac|kien nghi|nhan xet|luu y|ky nhan|ky ten|so ngay|nam 20\d\d|ly do|nguyen nhan)|y kien|cham diem|kinh phi|"
            r"xhh|xa hoi hoc|chenh lech|(tinh|so|thanh pho|cap tren|hoi dong) cham|cham cua|^ket qua (cua )?nam (20\d\d|truoc)",
        ),
        ("points", r"^diem nam 20\d\d (toi da|chuan)$"),
        ("year_points", r"diem nam 20\d\d"),
        ("watcher", r"(nguoi|can bo|cong chuc|lanh dao|dau moi) theo doi$|^theo doi( chung)?$"),
        ("rhythm", r"^lich\b|ky bao cao|tan suat|chu ky|^dinh ky$"),
        ("doubts", r"^(can kiem tra|noi dung can kiem tra)$"),
        ("number_only", r"chi ghi so"),
        ("kind", r"^loai\b|loai (viec|nhiem vu|cong viec|tieu chi)"),
        ("status", r"^da (hoan thanh|xong|lam)( x)?$|tinh trang|trang thai|tinh hinh thuc hien"),
        ("percent", r"tien do|ty le (hoan thanh|thuc hien)|muc do (hoan thanh|dat)|^%|% "),
        ("result_document", r"van ban ket qua|so van ban (ket qua|bao cao|da)|so,? ky hieu ket qua"),
        ("document", r"^van ban (giao|phan cong|chi dao|can cu)"),
        (
            "leader",
            r"lanh dao|^ld\b|^((pho )?chu tich|pct|ct|thuong truc|uy vien)\b.*(phu trach|chi dao|theo doi)|(nguoi |can bo )?(?<!dung )(chi dao|giam sat|kiem tra|don doc|theo doi chung|duyet|phe duyet)$|^nguoi (giao|duyet|ky)|"
            r"chi dao",
        ),
        ("lead", r"^(cac )?thanh vien .*(phu trach|chiu trach nhiem|thuc hien)|^(nguoi )?truc tiep (thuc hien|lam|phu trach)"),
        ("lead", rf"({_DOES}).*\b(phoi hop|ho tro|tham gia)|theo doi,? thuc hien"),
        ("lead", r"^ct$"),
        ("supports", r"^ph$|lien quan|nguoi (cung )?giup|cung lam|phoi hop|ho tro|tham gia|cung thuc hien|thanh vien"),
        ("lead", r"^(can bo|cong chuc|nguoi|chuyen vien|chu nhiem) (thu ly|nhiem vu\b)"),
        ("completed_on", r"^ngay (da )?(hoan thanh|xong|thuc te|bao cao|nop)|hoan thanh thuc te|thuc te hoan thanh"),
        ("evidence", r"^(can cu|co so) (de )?(chung minh|kiem chung|cham|danh gia)|^(can |phai )?nop (gi|cai gi|nhung gi|kem)"),
        (
            "document",
            r"van ban giao|can cu|quyet dinh giao|van ban (phan cong|chi dao)|ke hoach giao|(so|so,? ky hieu) (van ban|qd\b|quyet dinh)|theo van ban|"
            r"^van ban$",
        ),
        ("due", r"^(han|thoi han|ngay|thoi gian) (phai |can )?(nop|gui|trinh|co|giao nop)\b"),
        (
            "evidence",
            r"^yeu cau (ve )?(ket qua|san pham|dau ra|dat)|chung cu|^phai nop|tai lieu|giay to|^sp\b|tlkc|minh chung|kiem chung|ho so|san pham|^ket qua|chung minh|dan chung|bang chung|dau ra|hinh thuc van ban|^kem theo$",
        ),
        (
            "due",
            r"thoi (han|gian|diem)|^han\b|^t (han|gian)$|^cham nhat|^chot ngay|ky han|^(phai )?xong|^ket thuc|^lo trinh|\bhan (chot|cuoi|hoan thanh|nop|bao cao)|hoan thanh|^moc|deadline|^ngay|den han|^bao gio|"
            r"khi nao|^den( ngay)?$|^den ngay|truoc ngay",
        ),
        ("post", r"chuc (danh|vu)|^vi tri"),
        ("lead", r"\bca nhan\b"),
        (
            "working_unit",
            rf"(bo phan|don vi|phong|co quan|trung tam|to chuc).*({_DOES})|({_DOES}).*(bo phan|don vi|phong|co quan)",
        ),
        ("lead", rf"^({_LEAD}|ten (can bo|cong chuc)|pic$)"),
        ("unit", r"bo phan|don vi|phong|co quan|trung tam|to chuc|^(noi cong tac|to)$"),
        (
            "criterion",
            r"^(cac )?(tieu chi|nhiem vu|cong viec|noi dung|dau viec|phan viec)(?!.*\b(nguoi|can bo|cong chuc)).*\b(phan cong|duoc giao|giao|phu trach|dam nhan|dam nhiem|theo doi|chu tri|tham muu)$",
        ),
        (
            "lead",
            r"^thuc hien|^ai$|giao ai|^dam (nhan|nhiem)|^chuyen trach|^tham muu|phan cong|theo doi|nguoi|phu trach|chu tri|trach nhiem",
        ),
        ("points", r"diem|^he so|^trong so|^(barem|thang|max)$"),
        ("criterion", r"^(ten )?(tieu chi|chi so|noi dung|nhiem vu),? (va )?(cac )?(tieu chi|chi so) thanh phan"),
        ("code", r"^ma (tctp|so tctp|nv|hieu)$|^so (tc|tctp)$"),
        ("criterion", r"^linh vuc,? (va )?(cac )?(tieu chi|chi so|nhiem vu|noi dung)"),
        ("subcriterion", r"thanh phan|tctp|chi tiet|tieu muc|noi dung cong viec cu the|cu the"),
        (
            "code",
            r"^(ma|ma so|tc|ky hieu|muc|so hieu|dieu muc|(ma|ky hieu|so hieu) (tieu chi|tc|cs|ct|so|chi so|hieu|nhiem vu|viec|cong viec).*|tieu chi so)$",
        ),
        ("ordinal", r"^(s ?t ?t|tt|so tt|so thu tu|thu tu|no|stt.*)$"),
        ("group", r"^nhom (tieu chi|nhiem vu|noi dung|chi so|cong viec)|^(noi dung|nhiem vu|viec) lon$"),
        ("field", r"linh vuc|^nhom|^(phan|mang|chuong)$|^truc( |$)"),
        (
            "criterion",
            r"tieu chi|noi dung|nhiem vu|cong viec|chi so|dau viec|viec (can )?lam|^viec|chi tieu|^ten|^(hang muc|danh muc|muc tieu|yeu cau|dien giai|mang viec|hoat dong|giai phap|mo ta|lam gi)",
        ),
    )
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in RULES)
_TIMES = frozenset({"tháng", "quý"})  # "Tháng" is no "Thang"
ASKED = ("criterion", "lead", "due")
NEEDED = frozenset(ASKED)
_MAYBE = {"lead": ("watcher", "leader", "post", "unit")}  # columns with another meaning as a rule
_ASIDE = frozenset({"ignored", "doubts"})
SAYABLE = frozenset(
    "criterion subcriterion lead supports due points evidence document unit post field code leader ignored status percent "
    "completed_on result_document self_score".split()
)
"""What an office may say that a column holds."""
_SAYS = re.compile(r"\b(?!20\d\d\b)\d|.{71}")  # a heading is short and holds no number but a year
_MOST_ASKED = 12  # a sheet with more strange columns is something else
_LONGEST = 70
_HEIGHT = 3
_SUB_HEADING = 30
_FROM_OTHER = {
    "ordinal": "code",
    "completed_on": "due",
    "rhythm": "due",
    "percent": "due",
    "subcriterion": "criterion",
    "year_points": "points",
    "watcher": "lead",
}
TWICE = ("lead", "due", "points")  # of these a second column is kept, so that a row where they differ is asked about
_MOST_POINTS = re.compile(r"toi da|diem chuan|thang diem|^barem|^max$|diem (duoc )?(giao|quy dinh)")
"""Of the columns of points only these say what a criterion is worth; others hold marks, bonus or sums."""
_UNITS_AT_WORK = ("lead", "unit")


@dataclass(frozen=True)
class Header:
    """Where a table begins and what its columns hold."""

    top: int
    height: int
    columns: dict[str, int]
    texts: tuple[str, ...]
    shown: tuple[str, ...] = ()

    @property
    def bottom(self) -> int:
        """The last row of the header."""
        return self.top + self.height - 1


@lru_cache(maxsize=2048)
def role_of(text: str) -> str | None:
    """Name what a column with this heading holds."""
    if text.strip().lower() in _TIMES:
        return "rhythm"
    plain = words(fold(text).replace("&", " va ").replace("#", " stt "))
    if not plain or len(plain) > _LONGEST:
        return None
    return next((role for role, pattern in _COMPILED if pattern.search(plain)), None)


def header_at(grid: Grid, row: int, own: Own = NOTHING) -> Header | None:
    """Read the header that begins in this row, or None where the row begins none; the office's own words go first."""
    height = _height(grid, row)
    while height < _HEIGHT and _goes_on(grid, row, height):
        height += 1
    texts = _own(grid, row, [_stack(grid, row, height, column) for column in range(1, grid.width + 1)])
    plain = tuple(words(" ".join(stack)) for stack in texts)
    columns = _columns(texts, own.of(plain))
    return Header(row, height, columns, plain, tuple(" - ".join(stack) for stack in texts)) if columns else None


def is_other_list(header: Header, texts: Sequence[str]) -> bool:
    """Tell the head of a list below a table that is none of work: of officials, or of sums."""
    roles = [role_of(text) for text in texts]
    names = not {"ho va ten", "ho ten"}.isdisjoint(map(words, texts))
    is_head = len(texts) > 2 and (names or "ordinal" in roles) and 2 * sum(role is not None for role in roles) > len(texts)
    is_work = "criterion" in header.columns and not header.columns.keys().isdisjoint({"due"} if names else {"lead", "due"})
    return is_head and not is_work


def complete(header: Header | None) -> bool:
    """Tell whether a header names all that an assignment table needs."""
    return header is not None and header.columns.keys() >= NEEDED


def question(header: Header) -> Question | None:
    """Say which needed columns a header does not name and which of its headings may be meant; None where there is no choice."""
    lacks = [role for role in ASKED if role not in header.columns]
    named = {column: role for role, column in header.columns.items()}
    strange = [text for column, text in enumerate(header.shown, 1) if 0 < len(text) <= _LONGEST and column not in named]
    if not lacks or len(strange) > _MOST_ASKED or any(_SAYS.search(text) for text in header.shown):
        return None
    found = {}
    for role in lacks:
        maybe = [header.shown[header.columns[one] - 1] for one in _MAYBE.get(role, ()) if one in header.columns]
        found[role] = list(dict.fromkeys([*strange, *maybe]))
    choices = {text for texts in found.values() for text in texts}
    known = len(header.columns) - len(set(header.columns) & _ASIDE)
    is_table = known >= 2 and len(choices) >= len(lacks) and all(found.values())
    return Question(fingerprint(header.texts), found) if is_table else None


def _height(grid: Grid, row: int) -> int:
    """Count the rows that merged cells join into one header."""
    spans = [grid.span(row, column) for column in range(1, grid.width + 1) if grid.under(row, column)]
    deepest = max((span.bottom for span in spans), default=row)
    return min(deepest - row + 1, _HEIGHT)


def _goes_on(grid: Grid, row: int, height: int) -> bool:
    """Tell whether the next row names the parts of a heading above it, though no merged cell says so, as in CSV."""
    tops = {column: _heading(grid, row, column) for column in range(1, grid.width + 1)}
    below = {column: text for column in tops if (text := grid.under(row + height, column).text)}
    if not below or any(len(text) > _SUB_HEADING or re.search(r"\d", text) for text in below.values()):
        return False
    roles = {column: role_of(tops[column]) for column in tops}
    groups = {column for column in below if grid.under(row, column) and column + 1 in below and not grid.under(row, column + 1)}
    apart = [
        column
        for column, role in roles.items()
        if role in {"criterion", "subcriterion", "due", "code", "ordinal", "lead"}
        and grid.under(row, column)
        and column not in groups
    ]
    if len(apart) < 2 or any(column in below for column in apart) or not any(not grid.under(row, column) for column in below):
        return False
    return all(_role([tops[column], text]) is not None for column, text in below.items())


def _heading(grid: Grid, row: int, column: int) -> str:
    """Give the heading of a column, or the one to its left where it has none."""
    return next((text for place in range(column, 0, -1) if (text := grid.under(row, place).text)), "")


def _stack(grid: Grid, row: int, height: int, column: int) -> list[str]:
    found: list[str] = []
    for line in range(row, row + height):
        text = grid.under(line, column).text
        if not text and line == row and height > 1 and grid.under(row + 1, column):
            text = _heading(grid, row, column)
        if text and text not in found:
            found.append(text)
    return found


def _own(grid: Grid, row: int, stacks: list[list[str]]) -> list[list[str]]:
    """Take the heading of a group from columns that have none of their own, where others of the group have: they only stand between."""
    spans = [grid.span(row, column) for column in range(1, len(stacks) + 1)]
    parted = {span for span, stack in zip(spans, stacks, strict=True) if span.right > span.left and len(stack) > 1}
    return [[] if span in parted and len(stack) == 1 else stack for span, stack in zip(spans, stacks, strict=True)]


def _columns(texts: list[list[str]], named: Named) -> dict[str, int]:
    """Give each role its first column, those that the office named before all; a second text column is the sub-criterion."""
    said = {column: role for column, stack in enumerate(texts, 1) if (role := _said(stack, named))}
    found: dict[str, int] = {}
    for column, role in said.items():
        found.setdefault(role, column)
    for column, stack in enumerate(texts, 1):
        if column in said:
            continue
        role = _role(stack)
        if role in said.values() and role != "criterion":
            role = None
        if role == "criterion" and "criterion" in found:
            role = "subcriterion"
        if role in TWICE and role in found and (role != "points" or _MOST_POINTS.search(fold(" ".join(stack)))):
            role = f"{role}_2"
        if role is not None:
            found.setdefault(role, column)
    if "working_unit" in found:  # whoever it names does the work, unless another column names the person
        role = next((role for role in _UNITS_AT_WORK if role not in found), "working_unit")
        found[role] = found.pop("working_unit")
    if "group" in found:
        _grouped(found, found.pop("group"))
    for name, role in _FROM_OTHER.items():
        if name in found and role not in found:
            found[role] = found.pop(name)
    if "subcriterion" in found and found["subcriterion"] < found["criterion"] and "field" not in found:
        found["criterion"], found["subcriterion"] = found["subcriterion"], found["criterion"]
    return found


def _grouped(found: dict[str, int], column: int) -> None:
    """Give a column of groups its place: the field, unless lines name the fields, or beside a column of fields the criterion."""
    if "field" not in found:
        found["field"] = found["group"] = column
    elif "subcriterion" not in found or "criterion" not in found:
        if "criterion" in found:
            found["subcriterion"] = found["criterion"]
        found["criterion"] = column


def _said(stack: list[str], named: Named) -> str | None:
    """Name a column in the office's own words."""
    texts = (*stack[-1:], " ".join(stack)) if named and stack else ()
    return next((role for text in texts if (role := named.get(key(text)))), None)


def _role(stack: list[str]) -> str | None:
    """Name a column by its lowest heading, or by all of them together."""
    for text in (stack[-1:] and stack[-1], " ".join(stack)):
        role = role_of(text) if text else None
        if role is not None:
            return role
    return None
