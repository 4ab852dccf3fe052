"""The words of deadlines: a table of phrases, each with the letter of its kind."""

import re
from dataclasses import dataclass

from bot.sheets.text import fold, has_marks, lines

_YEAR = r"(?P<{0}>(?:19|20|21)\d\d)"
_NUMBERS = (
    ("tháng mười hai", "tháng 12"),
    ("tháng mười một", "tháng 11"),
    ("tháng mười", "tháng 10"),
    ("tháng chín", "tháng 9"),
    ("tháng tám", "tháng 8"),
    ("tháng bảy", "tháng 7"),
    ("tháng sáu", "tháng 6"),
    ("tháng tư", "tháng 4"),
    ("tháng ba", "tháng 3"),
    ("tháng hai", "tháng 2"),
    ("tháng giêng", "tháng 1"),
    ("sáu tháng", "6 tháng"),
    ("quý một", "quý 1"),
    ("quý hai", "quý 2"),
    ("quý ba", "quý 3"),
    ("quý bốn", "quý 4"),
    ("quý tư", "quý 4"),
)
ROMAN_MONTHS = "i ii iii iv v vi vii viii ix x xi xii".split()
ENGLISH = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ENGLISH = "|".join(ENGLISH)
_UNIT = r"ngay lam viec|ngay|tuan|thang|quy|0?6 thang|nua nam|ban nien|nam"
_WEEKDAY = r"thu (?:hai|bay|ba|tu|nam|sau|[2-7])(?![\d/])|chu nhat|\bcn\b"

# Letters: d day, m month, q quarter, h half-year, y year, n bare day number, B before, S no later than, H hour,
# W weekday, E in or at the end of, V vague part of, R repeats, u unit of a repeat, k month within a quarter,
# j next month, z end of every month, C all the time, X on a condition, - to, comma and, F from, f filler, w other words.
PHRASES: tuple[tuple[str, str], ...] = (
    (
        "X",
        r"theo (?!(?:ngay|tuan|thang|quy|nam)\b(?! dinh))\w+(?: \w+)*|khi (?:co|phat sinh|can|duoc)\b.*|dot xuat|(?:co |khong )?phat sinh|"
        r"sau (?:khi|\d+ ngay|ngay|tet|ky)\b.*|trong vong .*|(?:trong )?\d+ ngay(?: lam viec)? (?:ke tu|sau|tu)\b.*|ke tu .*|"
        r"(?:truoc |sau |dip )?tet\b.*|da (?:xong|hoan thanh|lam|nop|ban hanh)\b.*|^xong$|quy(?:chung)? dinh|chua \w+.*|ngay sau .*|"
        r"(?:[2-57-9]|0[2-57-9]|[1-9]\d|hai|ba|bon|nam) (?:ngay|tuan|thang|quy|nam) ?(?:/|mot|1|01) ?lan\b.*|"
        r"(?:truoc|trong|tai) (?:ky hop|phien hop|cuoc hop|hoi nghi|dai hoi)\b(?!.*\d ?(?:[/.-]|thang) ?\d{1,2}(?!\d)).*|"
        r"sau (?:ngay )?\d.*|(?:[2-9]|0[2-9]|[1-9]\d|hai|ba|bon) lan\b.*|khong (?:quy dinh|xac dinh|co|thoi han).*|tuy .*|neu .*",
    ),
    (
        "f",
        r"tu (?:nay|gio|bay gio|luc nay|dau nam|dau thang)\b|(?:dot|lan|ky|giai doan) (?:\d|i+v?)(?: ?:|(?=\))|$)|(?:quy|thang|6 thang|nam)(?: (?:\d{1,2}|i+v?))? ?:(?= ?(?:ngay )?\d)",
    ),
    ("C", r"thuong xuyen|lien tuc|(?:trong )?(?:ca|suot|quanh) nam(?: 20\d\d)?|thuong ky"),
    ("H", r"(?:luc )?\d{1,2} ?(?:h|g|gio)(?: ?\d{2}(?! ?[/.-] ?\d| thang))?(?: phut)?\b|\b\d{1,2}:\d{2}\b"),
    (
        "k",
        r"(?:cua )?thang (?P<place>dau|giua|cuoi|thu nhat|thu hai|thu ba)(?: tien| cung)?(?: cua| moi| hang| cac| tung)* quy"
        r"(?P<next> sau| tiep theo| ke tiep| lien ke)?(?! ?(?:[1-4]|i)\b)",
    ),
    ("R", r"(?:dinh ky )?(?:1|01|mot)? ?lan ?(?:/|moi|trong|tren) ?(?P<per>" + _UNIT + r")"),
    ("R", r"(?:(?:dinh ky|theo) )?(?:hang|moi|tung) (?P<unit>" + _UNIT + r")(?: (?:1|01|mot) lan)?(?! (?:19|20)\d\d)"),
    ("R", r"(?:dinh ky|theo)(?: theo)? (?P<unit2>" + _UNIT + r")(?! (?:(?:19|20)\d\d|(?:[1-9]|i|dinh)))"),
    ("R", r"(?:1|01|mot) (?P<unit5>" + _UNIT + r") ?(?:/|1|01|mot) ?lan"),
    ("R", r"\b(?P<unit3>" + _UNIT + r") ?(?:1|01|mot) lan|\b(?P<unit4>" + _UNIT + r") ?/ ?lan"),
    ("d", r"(?:ngay )?" + _YEAR.format("y1") + r"[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"),
    ("d", r"(?:ngay )?(?P<d8>\d{1,2})[/.](?P<m8>\d{1,2})(?: ?[/.-] ?| )(?P<y22>20\d\d)(?!\d)"),
    ("d", r"(?:ngay )?(?P<d9>1[3-9]|2\d|3[01])[-.](?P<m9>\d{1,2})/(?P<y23>20\d\d)(?!\d)"),
    (
        "d",
        r"(?:ngay )?(?P<d2>\d{1,2}) ?/ ?(?P<m2>\d{1,2})(?: ?/ ?(?P<y2>\d{4}|\d{2})(?!\d)|,? nam (?P<y3>\d{4}))?(?![\d])(?! ?/ ?\d)",
    ),
    ("d", r"(?:ngay )?(?P<d3>\d{1,2})(?P<s3>[.-])(?P<m3>\d{1,2})(?P=s3)(?P<y4>\d{4}|\d{2})(?!\d)"),
    ("d", rf"(?P<d6>\d{{1,2}}) ?[-/.] ?(?P<e1>{_ENGLISH})(?: ?[-/.] ?(?P<y20>20\d\d|\d\d))?(?!\d)"),
    ("d", rf"(?P<e2>{_ENGLISH})[a-z]* (?P<d7>\d{{1,2}}), ?(?P<y21>20\d\d)"),
    ("d", r"(?:ngay )?(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})(?!\d|[./-]\d)"),
    ("d", r"(?:ngay )?(?P<d5>\d{1,2}),? thang (?P<m5>\d{1,2})(?:(?:,? nam |, ?| ?/ ?| ?- ?| )(?P<y5>20\d\d))?(?!\d)"),
    (
        "h",
        r"0?6 thang (?P<part>dau|cuoi)(?: cua)?(?: nam)?(?: ?/? ?(?P<y6>20\d\d))?|nua (?P<part2>dau|cuoi) nam(?: (?P<y7>20\d\d))?|"
        r"0?(?P<many>[39]) thang (?P<part3>dau|cuoi)(?: cua)? nam(?: ?/? ?(?P<y24>20\d\d))?",
    ),
    (
        "V",
        r"(?:tuan|dau|giua|thuong tuan|trung tuan|ha tuan|\d+ ngay (?:dau|cuoi))(?: (?:le )?(?:thu )?(?:\d|dau|cuoi|nhat|hai|ba|tu|i+v?))?(?: cua)? (?:moi |hang |cac )?"
        r"(?:thang|quy|nam)\b(?: ?(?:\d{1,2}|i+v?))?(?: ?[/-] ?20\d\d| nam 20\d\d| 20\d\d)?|tuan (?:\d+|i+v?)\b",
    ),
    (
        "m",
        r"(?:thang ?|\bt(?:hg?)?\.? ?)(?P<m6>\d{1,2})(?: ?[/.-] ?(?P<y8>20\d\d)|,? nam (?P<y9>20\d\d)| (?P<y10>20\d\d))?(?!\d)",
    ),
    ("m", r"\b(?P<m7>\d{1,2}) ?[/.-] ?(?P<y11>20\d\d)(?!\d)"),
    ("q", r"(?:quy|\bq\.?) ?0?(?P<q1>iv|iii|ii|i|\d)\b(?: ?[/.-] ?(?P<y12>20\d\d)|,? nam (?P<y13>20\d\d)| (?P<y14>20\d\d))?"),
    ("q", r"\b(?P<q2>iv|iii|ii|i)\b(?: ?[/.-] ?(?P<y15>20\d\d)|,? nam (?P<y16>20\d\d)| (?P<y17>20\d\d))?"),
    (
        "z",
        r"ngay (?:lam viec )?cuoi(?: cung)?(?: cua)?(?: hang| moi)? thang\b(?! ?\d)|cuoi(?: hang| moi| cac)? thang\b(?! ?\d)|cuoi (?:hang |moi |cac )?quy\b(?! ?[\di])",
    ),
    (
        "y",
        r"(?:(?:den )?(?:cuoi|het|trong|ket thuc)(?: cua)? )?nam "
        + _YEAR.format("y18")
        + r"|(?:den )?(?:cuoi|het|trong) nam\b(?! (?:sau|toi))|\b"
        + _YEAR.format("y19")
        + r"\b",
    ),
    ("W", _WEEKDAY),
    ("j", r"(?:cua )?thang (?:sau|ke tiep|tiep theo|lien ke|toi)"),
    ("B", r"truoc(?! (?:hoac|va|mot|va trong))(?: thoi diem| moc)?(?: ngay)?"),
    (
        "S",
        r"truoc (?:hoac|va) (?:trong|dung|vao)?|cham nhat(?: la)?|muon nhat(?: la)?|tre nhat(?: la)?|khong (?:muon|cham|tre) hon|"
        r"khong (?:de )?qua|han (?:cuoi|chot)(?: cung)?(?: la)?|deadline",
    ),
    ("E", r"den het|den cuoi|den ngay|den|trong|cuoi|het"),
    ("F", r"\btu(?: ngay)?\b"),
    ("-", r"->|=>|→|-|~"),
    (",", r",|;|\+|/|\bva\b|\bhoac\b|&|\n"),
    ("u", r"(?P<u6>0?6 thang)\b(?! ?\d)|(?:1|01) (?P<u7>thang|quy|nam)\b(?! ?\d)"),
    ("n", r"(?:ngay )?(?P<n>\d{1,2})(?![\d/])"),
    (
        "f",
        r"gui(?: ve| cho| len| toi| den)? (?:van phong|(?:so|phong) noi vu|ubnd(?: tinh| xa| phuong)?|cap tren)(?: tong hop)?\b|hoan thanh|thoi han|thoi gian|\bhan\b|bao cao|gui|nop|thuc hien|ban hanh|trinh|\bngay\b|\bla\b|\bvao\b|\bcua\b|dien ra|dinh ky|duy tri|[:().\"'*]|"
        r"\bxong\b|buoi|sang|chieu|\bcac\b|\bphai\b",
    ),
    ("u", r"(?P<u>nua nam|ngay|tuan|thang|quy|nam)\b"),
    ("w", r"[a-z]+\d*|\d+|\S"),
)
_TABLE = tuple((kind, re.compile(pattern)) for kind, pattern in PHRASES)


@dataclass(frozen=True)
class Token:
    """A phrase of a deadline with its kind and the named parts of its pattern."""

    kind: str
    text: str
    parts: dict[str, str]


def tokens(text: str) -> list[Token]:
    """Cut a deadline into phrases, the first of the table that matches winning at each place."""
    plain = _plain(text)
    found: list[Token] = []
    place = 0
    while place < len(plain):
        if plain[place].isspace():
            place += 1
            continue
        token = _token(plain, place)
        found.append(token)
        place += len(token.text)
    return found


def _plain(text: str) -> str:
    plain = lines(text).lower().replace("\n", "; ").replace("quí", "quý")
    for words, digits in _NUMBERS:
        plain = re.sub(rf"\b{words}\b", digits, plain)
    if has_marks(plain):  # "quy" without its tone is no quarter: quy chế, quy định
        plain = re.sub(r"\bquy\b(?! ?(?:\d|[ivx]+\b))", "quychung", plain)
    plain = re.sub(r"\bqui\b", "quy", fold(plain))
    plain = re.sub(r"(?<=ngay)(?=\d)", " ", plain)
    plain = re.sub(r"(?<=\d)[- ]thg\.? ?(?=\d)", " thang ", plain)  # as a Vietnamese Excel shows a date
    plain = re.sub(r"(?<= thang )(\d{1,2})-(\d\d)$", r"\1/20\2", plain)
    plain = re.sub(r"\bm[ou]ng (?=\d)", "", plain)
    plain = re.sub(r"\bthang (x?(?:ix|iv|v?i{1,3}|v)|x)\b", _roman_month, plain)
    plain = re.sub(r"^[~≈] ?(?=\d)", "khoang ", plain)
    plain = re.sub(rf"\b(?:moi|hang|cac) (?={_WEEKDAY})", "hang tuan ", plain)  # mỗi thứ Sáu
    plain = re.sub(r"\bt([2-7])(?=,? ?(?:ngay )?\d{1,2}[/.-]\d{1,2}(?!\d))", r"thu \1", plain)  # T6, 20/11/2026
    plain = re.sub(r"(?<=\d)[ t]0?0:00(?::00(?:\.0+)?)?$", "", plain)
    plain = re.sub(r"(\d{1,2}) ?([-.]) ?(\d{1,2}) ?\2 ?(\d{4})", r"\1\2\3\2\4", plain)
    return plain.strip(" .")


def _roman_month(found: re.Match[str]) -> str:
    """Give "tháng XII" its number."""
    return f"thang {ROMAN_MONTHS.index(found[1]) + 1}" if found[1] in ROMAN_MONTHS else found[0]


def _token(plain: str, place: int) -> Token:
    for kind, pattern in _TABLE:
        found = pattern.match(plain, place)
        if found and found[0].strip() and not _inside(plain, found.end()):
            text = found[0]
            return Token(
                kind,
                text,
                {
                    name.rstrip("0123456789") if name != "n" else "n": value
                    for name, value in found.groupdict().items()
                    if value is not None
                },
            )
    return Token("w", plain[place], {})


def _inside(plain: str, end: int) -> bool:
    """Tell whether a phrase would end in the middle of a word."""
    return end < len(plain) and plain[end].isalpha() and plain[end - 1].isalpha()
