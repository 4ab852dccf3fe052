"""Applies the tables to a reply: from a text to labelled stretches."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from . import rules_aside, rules_ask, rules_block, rules_done, rules_later, rules_people, rules_status
from .codes import codes_and_scores, loose_decimals
from .dates import find_days, find_times
from .fold import marked, shape
from .grammar import GRAMMAR, Index, apply_all, patterns, rewrites
from .kinds import Kind
from .numbers import NUMBER_WORDS, number_words, percents
from .repair import Vocabulary, repair
from .tokens import tokenise
from .words import LISTS


@dataclass(frozen=True)
class Mark:
    """A stretch of the rendered reply and what it says."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A reply rendered, its days by token number, and its marks in the order of the text."""

    text: str
    days: tuple[date, ...]
    marks: tuple[Mark, ...]
    rest: str

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(mark.kind for mark in self.marks)

    def has(self, *kinds: Kind) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def of(self, *kinds: Kind) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind in kinds]


Table = Sequence[tuple[Kind, str]]
_TABLES: tuple[Table, ...] = (
    rules_people.TABLE_NOT_ME,
    ((Kind.LEFT, rules_status.STILL),),
    rules_aside.TABLE,
    rules_ask.TABLE_GUESS,
    ((Kind.ACK, rules_status.KNOWN),),
    rules_later.TABLE_OTHER_MATTER,
    rules_people.TABLE_ASIDE,
    rules_people.TABLE,
    rules_people.TABLE_EXTEND,
    rules_block.TABLE,
    rules_status.NEGATED,
    rules_done.EMPHATIC,
    rules_ask.TABLE_ASK,
    rules_status.OPEN_NEGATED,
    rules_status.PARTLY,
    rules_ask.TABLE_EVIDENCE,
    ((Kind.UNSURE, rules_status.OTHERS_DONE),),
    ((Kind.GUESS, rules_status.OPEN_GUESS),),
    rules_done.OVER,
    ((Kind.PROMISE, rules_status.PROMISED), (Kind.GUESS, rules_status.LUNAR_PROMISE)),
    rules_later.TABLE_SOMETIME,
    rules_status.THEN,
    ((Kind.ACK, rules_status.OPEN),),
    rules_done.FINISHED,
    rules_ask.TABLE_HANDED_OVER,
    rules_later.TABLE_SNOOZE,
    rules_later.TABLE_ACK,
    ((Kind.UNSURE, rules_status.UNHEARD_OF),),
)
RULES = Index(tuple((kind, pattern) for table in _TABLES for kind, lines in table for pattern in patterns(lines)))


@cache
def vocabulary() -> Vocabulary:
    """Every word that a table or a list knows, gathered once all modules have been read."""
    listed = (shape(word) for name in LISTS for entry in GRAMMAR.entries("{" + name + "}") for word in entry.split("_"))
    return Vocabulary.of({*GRAMMAR.words, *listed, *NUMBER_WORDS})


def words_row(text: str) -> str:
    """Write a composed reply as a row of tokens whose words of time were not read yet."""
    words = number_words(repair(tokenise(text), vocabulary()))
    return codes_and_scores(_papers(_vocatives(f" . {' '.join(words)} . ")))


def render(text: str, today: date) -> tuple[str, tuple[date, ...]]:
    """Write a reply as the row of tokens that patterns match.

    Args: text: the composed reply; today: the day it was written. Returns: the row and the days its date tokens name.
    """
    row, days = find_days(percents(find_times(words_row(text))), today)
    return _paper_days(_code_clauses(loose_decimals(apply_all(_NEW_CLAUSE, row)))), tuple(days)


def read(row: str, days: Iterable[date] = ()) -> Reading:
    """Label a rendered reply.

    Each rule uses up what it matched, so a later rule never sees it.
    Args: row: from `render`; days: as well. Returns: the reading.
    """
    rest, marks = row, list[Mark]()
    for kind, pattern in RULES.occurring(row):
        found = [Mark(kind, match.start(), match.end()) for match in pattern.regex.finditer(rest) if match.group().strip()]
        for mark in found:
            rest = rest[: mark.start] + "_" * (mark.end - mark.start - 1) + " " + rest[mark.end :]
        marks.extend(found)
    return Reading(row, tuple(days), tuple(sorted(marks, key=lambda mark: mark.start)), rest)


_SPAN = re.compile(r"(?:ngay2|hôm|tuân2|thang1|buôi3) (?![#/=+])")


def _paper(match: re.Match[str]) -> str | None:
    """Take a paper with a number for one token, unless the number counts: "lùi báo cáo 7 ngày", "tổng số 8 thôn"."""
    counts = _SPAN.match(match.string, match.end()) or match.string.endswith("tông3 ", 0, match.start())
    return None if counts else "<doc> "


_PAPER = rewrites((("{papers} số? NUM\n{papers} số FRACTION\nsố NUM FRACTION?\nsố {papers} là? NUM\n{papers} DOC", _paper),))
_NEW_CLAUSE = rewrites(
    (
        ("nhân_sự/nhân_lực/biên_chế/quân_số ..3 PCT", lambda _match: "thiêu1 nhân sư5 "),
        ("phải/cần PCT mới", lambda _match: "phai3 mơi1 "),
        ("{begin}/{work} PCT công_suất/sức_lực/năng_lực/quân_số rồi?", lambda _match: "đang lam2 "),
        (
            "PCT =anh_em/cán_bộ/công_chức/nhân_viên anh_em/cán_bộ/công_chức/nhân_viên ..1 đang/đi/nghỉ/ốm/bận/vắng/biết",
            lambda match: match.group().split(" ", 1)[1],
        ),
        (
            "sẽ/phấn_đấu/quyết_tâm/cam_kết/đảm_bảo ..6 {finish}/đạt PCT",
            lambda match: re.sub(r"%\d+ $", "", match.group()),
        ),
        (
            "{finish}/rồi DATE {me} sẽ? gửi/nộp/up/bổ_sung/chuyển/đưa/đẩy/cập_nhật/scan/chụp",
            lambda match: re.sub(r"(?<= )(@[fl]\d+ )", r", \1", match.group(), count=1),
        ),
    )
)
"""Spoken without a pause: "xong rồi | mai em gửi ảnh"."""
_LISTED = re.compile(r" \. (?:(?:da5|vâng|em|anh|chi5|sêp1|thưa|bao1|cao1|tiêu|chi1|muc5|,) )*&")
_NEXT_CODE = re.compile(r"(?<=[^,.;&] )(?=(?:(?:tiêu chi1|muc5) )?&)")
_JOINS = re.compile(r"(?:&[\d.]+|tiêu|chi1|muc5|va2|và|vơi1|con2|riêng|cung2|[,.;]) $")


def _code_clauses(row: str) -> str:
    """Begin a clause at each further criterion of a list spoken without a pause: "2.1 xong 2.2 đang làm"."""
    if not _LISTED.match(row):
        return row
    cuts = [found.start() for found in _NEXT_CODE.finditer(row) if not _JOINS.search(row[: found.start()])]
    for place in reversed(cuts):
        row = f"{row[:place]}, {row[place:]}"
    return row


_PAPER_DAY = re.compile(r"(<doc> (?:[^ @]+ ){0,4})@l\d+ ")


_VOCATIVE = rewrites(
    (
        ("ạ/nhé/vậy/thế/hả/nhỉ {you} <name>? $", lambda match: match.group().split()[0] + " , "),
        (
            "xin/kính/kính_xin báo_cáo/trình_bày để {you} được? biết/rõ/nắm/hay/yên_tâm/theo_dõi/chỉ_đạo/xem_xét ..1",
            lambda _match: ", ",
        ),
        ("nếu kịp/thuận_lợi/suôn_sẻ/ổn thì ,?", lambda _match: ", "),
        (
            "{you}/{title} <name>? ơi\nmấy/các +1 ơi\nmấy? chế ơi/nha/nhé\n^ kính? báo_cáo/thưa {you} !chắc/mai/mốt/hôm/tối/chiều/sáng ..1 là/rằng",
            lambda _match: ", ",
        ),
        ("đó/này/ấy/kia/đấy hả/à/á ,", lambda match: f"{match.group().split()[0]} , "),
        (
            "^ {me}? xin? chào/hello/hi/alo {you}/{title} <name>? ạ? ,/.\n^ kính? báo_cáo/thưa/kính_thưa/kính_gửi {you}/{title} <name>? ,/:",
            lambda _match: ", ",
        ),
        (
            "^ kính? báo_cáo/thưa {you}/{boss} <name>? ={me}/đang/chưa/hiện/để/nhắc/việc/cái/phần/CODE/vướng/xin/không/tháng/đầu/cuối/ngày/chắc/lát/NUM/nửa/mai/mốt/tối/chiều/sáng/thứ/tuần",
            lambda _match: ", ",
        ),
        ("^ cho {me} báo_cáo :/,", lambda _match: ", "),
        ("^ {office} ..3 kính/xin/kính_xin báo_cáo/gửi/trình ..5 :", lambda _match: ", "),
        (
            "./, {me}? xin/kính/trân_trọng/xin_kính báo_cáo {you}? $\n./,? {you}? mong? {you} thông_cảm cho? {me}? $\n./, trân_trọng $",
            lambda _match: ". ",
        ),
        (
            "^ ok/được/có/đủ/ổn/tốt rồi {tail}? ,? {me}? xin? cảm_ơn {you}? {you}? nhiều? {tail}? $",
            lambda match: f"{re.split(r' (?:, )?(?:em |tôi |minh2 )?(?:xin )?cam3 ơn ', match.group())[0]} ",
        ),
        (
            "{title} <name> bên? tư_pháp/địa_chính/kế_toán/văn_hoá/quân_sự/kinh_tế/nội_vụ/văn_thư/hộ_tịch/tài_chính/hạ_tầng/văn_phòng/một_cửa",
            lambda match: f"{match.group().partition('<name>')[0]}<name> ",
        ),
        ("cho tới/đến giờ/nay/bây_giờ ,?\nhồi/trước/xưa/từ_đó/từ_trước/từ_hồi giờ", lambda _match: ", "),
        ("đó/đấy/rồi nghe $", lambda match: f"{match.group().split()[0]} "),
        ("tới/đến/để/chừng hôm/bữa =thứ/chủ_nhật", lambda match: match.group().split()[0] + " "),
        ("kính trình {boss}/{you} =cho/cho_phép/đề_nghị/xin", lambda _match: ", "),
        (
            "văn_hoá/tài_chính/kinh_tế/tư_pháp/địa_chính/lao_động/nông_nghiệp/tài_nguyên , =xã_hội/kế_toán/kế_hoạch/hạ_tầng/hộ_tịch/xây_dựng/thương_binh/môi_trường/thông_tin/nông_nghiệp",
            lambda match: match.group().removesuffix(", "),
        ),
        ("vẫn chưa/đang", lambda match: f"{match.group().split()[1]} "),
        (
            "chuyện/nội_dung/nhiệm_vụ/chỉ_tiêu/hạng_mục/mục/món/khoản/tiêu_chí này/đó/đấy/ấy/kia",
            lambda match: f"viêc5 {match.group().split()[-1]} ",
        ),
        ("quy_chế/chế_độ/chương_trình/lịch/giờ làm_việc", lambda match: match.group().removesuffix("lam2 viêc5 ")),
        ("NUM/PCT gì đấy", lambda match: f"{match.group().split()[0]} "),
        ("không những/chỉ {finish}/{did}/{work}", lambda match: match.group().split(" ", 2)[2]),
        (
            "này ..6 ,? còn/riêng {matter}/phần kia/khác/nọ ..6 $",
            lambda match: re.split(r"(?<= )(?:con2|riêng) ", match.group(), maxsplit=1)[0] + ". ",
        ),
        (
            "đợt/giai_đoạn/bước/phần/vòng/lần/kỳ NUM =tuần/tháng/ngày/hôm tuần/tháng/ngày/hôm sau/tới/mai/mốt/kia/nay",
            lambda match: re.sub(r"(#\d+) ", r"\1 , ", match.group(), count=1),
        ),
        ("gần =sáng/trưa/chiều/tối/cuối", lambda _match: ""),
        ("gì đó\nnêu/nói/đề_cập trên\nmà còn !lỗi/thiếu/chưa/sai/phải", lambda _match: ""),
        ("còn ..1 tí/chút/xíu/ít nữa", lambda _match: "con2 it1 "),
        (", kính trình/chuyển/gửi/đề_nghị {you}/{boss} ..1 xem_xét/ghi_nhận/biết/theo_dõi/nắm ..1 $", lambda _match: ". "),
        ("mấy/các o/mệ/dì/cậu/a/c/anh/chị/cô/chú/bác/sếp/em/đồng_chí anh/chị/em? $", lambda _match: "anh "),
    )
)


def _vocatives(row: str) -> str:
    """Take out whom the reply calls ("sếp ơi") and mere fillers ("thứ 3 gì đó"): no part of what it says."""
    return apply_all(_VOCATIVE, row)


def _papers(row: str) -> str:
    """Write a paper that is named by its number as one token."""
    return apply_all(_PAPER, row)


def _paper_days(row: str) -> str:
    """Take the date of a numbered paper for what it is: not a promise."""
    return _PAPER_DAY.sub(r"\1@p ", row)


def spelled(row: str, days: Sequence[date]) -> str:
    """Write a stretch of a rendered reply for people: words with their marks, days as dates, numbers without their signs."""
    return " ".join(_spelled(token, days) for token in row.split())


def _spelled(token: str, days: Sequence[date]) -> str:
    if found := re.fullmatch(r"@[fl](\d+)", token):
        return days[int(found[1])].isoformat()
    if token[0] in "#%$&+":
        return token[1:] + ("%" if token[0] == "%" else "")
    return marked(token.rstrip("~"))
