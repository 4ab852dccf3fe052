"""What stands at the head of an office's paper in the form of Nghị định 30/2020/NĐ-CP: number, day, agency, subject.

Only the head counts: numbers in "Căn cứ ..." belong to other papers. Whatever is found is a proposal; a person confirms it.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from storage.evidence.paper_types import PAPERS, of_number

HEAD_LINES, HEAD_CHARACTERS = 45, 4_000
SUBJECT_MOST = 200
_PART = r"(?:[A-ZĐĂÂÊÔƠƯ]{2}\w*|[A-ZĐ](?!\w)|\d{1,4}(?!\w))"  # of a symbol; `Minh` of the place beside it is none
_AFTER = rf"(?:\s?[-–.&]\s?{_PART})"
_SYMBOL = rf"{_PART}{_AFTER}{{0,5}}"
_SAID = r"(?:(?<!\w)S[ốÔỐ]\s*:?|^số\s*:)\s*(\d{1,5}[a-z]?)\s?"
_NUMBER = re.compile(rf"{_SAID}(/)\s?((?:\d{{4}}\s?/\s?)?{_SYMBOL})")
_PARTY = re.compile(rf"{_SAID}([-–])\s?({_PART}\s?/\s?{_SYMBOL})")
"""As the Party writes it, `45-BC/ĐU` (Hướng dẫn 36-HD/VPTW)."""
_ALONE = re.compile(rf"(\d{{1,5}}[a-z]?)\s?(/)\s?((?:\d{{4}}\s?/\s?)?{_PART}{_AFTER}{{1,5}})")
_CUT = re.compile(rf"{_SAID}(?:[-–/]\s?(?:{_SYMBOL}\s?[-–/]?)?)?")
_REST = re.compile(rf"[-–/]?\s?{_SYMBOL}")
_DAY = re.compile(
    r"ngày\s*(\d\s?\d?)\s*(?:tháng|[/.-])\s*(\d\s?\d?)\s*(?:năm|[/.-])\s*(\d\s?\d\s?\d\s?\d)(?!\s?\d)", re.IGNORECASE
)
_BROKEN = re.compile(r"ngày\s*(?:\d[\d\s]*(?:tháng\s*(?:\d[\d\s]*(?:năm)?)?)?)?$", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|[\s.])(?:[A-ZĐÀ-Ỹ][\w.]*[\s-]{1,3}){0,6}[A-ZĐÀ-Ỹ][\w.]*\s?,\s*$")
_ONLY_PLACE = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w.]*[\s-]{1,3}){1,5}")
_VOWELS = re.compile(r"[AEIOUY]")
_BODY = re.compile(
    r"^(?:căn cứ|kính gửi|thực hiện|theo (?:đề nghị|công văn|kế hoạch)|xét|để |trong (?:năm|quý|tháng)"
    r"|[IVX1-9]{1,3}[.)]\s|a\)|phần |điều \d|chương [ivx]|mục )",
    re.IGNORECASE,
)
_MEETING = re.compile(r"^(?:hôm nay|vào (?:lúc|hồi)|thời gian|hồi )", re.IGNORECASE)
_OTHERS = re.compile(r"(?:kèm theo|ban hành theo|căn cứ|\bcủa\b).*$", re.IGNORECASE)
_MOTTO_CUT = re.compile(r"C[ỘO]NG\s+HO?[ÒOÀ]A?(?:\s+XÃ(?:\s+HỘI(?:\s+CHỦ(?:\s+NGHĨA(?:\s+VIỆT)?)?)?)?)?$")
_MOTTO_REST = re.compile(r"(?:(?:(?:XÃ\s+)?HỘI\s+)?CHỦ\s+)?(?:NGHĨA\s+)?(?:VIỆT\s+)?NAM(?!\w)")
_MOTTO = re.compile(
    r"C[ỘO]NG\s+HO?[ÒOÀ]A?\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T\s+NAM|Đ[ộo]c\s+l[ậa]p\s*[-–]\s*T[ựu]\s+do\s*[-–]\s*H[ạa]nh\s+ph[úu]c",
    re.IGNORECASE,
)
_TYPE = re.compile(rf"^(?:{'|'.join(sorted((word.upper() for word in PAPERS.values()), key=len, reverse=True))})(?!\w)")
_JOINT = re.compile(r"^\s*LIÊN (?:NGÀNH|TỊCH|SỞ)(?!\w)")
_RULE = re.compile(r"^[\s_\-–—=*.•·]*$")
_SECTION = re.compile(r"^(?:SỞ |PHÒNG|TRUNG TÂM|VĂN PHÒNG|HỘI|BAN |TỔ |CÔNG AN|TRƯỜNG|TRẠM|CHI CỤC|CHI BỘ|ĐẢNG|ĐOÀN|BCH)")
_NOT_SUBJECT = ("(", "ĐẢNG", "ỦY BAN", "UBND", "CHỦ TỊCH", "HỘI ĐỒNG", "CỘNG HÒA", "CỘNG HOÀ", "Độc lập")
_AFTER_DASH = re.compile(r"(?<=- )\w")
_NAMED = re.compile(r"\b(?:Bộ|Sở|Phòng|Ban|Tổ) \w")
_FIELDS = re.compile(r"(?:,| và) \w")  # of a ministry, sở or phòng: each begins with a capital
_LEVELS = ("PHƯỜNG", "XÃ", "TỈNH", "THÀNH PHỐ", "ĐẶC KHU", "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN")
_BODIES = ((re.compile(r"U?Ủ?[YỶ]\s+BAN\s+NHÂN\s+DÂN"), "UBND"), (re.compile(r"HỘI\s+ĐỒNG\s+NHÂN\s+DÂN"), "HĐND"))


@dataclass(frozen=True, slots=True)
class Heading:
    """What a paper says of itself.

    Attributes:
        number: `45/BC-UBND`.
        issued_on: day of issue.
        agency: who issued it, as one writes it in a sentence.
        subject: trích yếu.
        paper: kind of paper, `báo cáo`.
    """

    number: str | None = None
    issued_on: date | None = None
    agency: str | None = None
    subject: str | None = None
    paper: str | None = None


def read(text: str) -> Heading:
    """Find the head of a paper in its text layer; what is not there stays None."""
    lines = _lines(text)
    head = _head(lines)
    number, at = _number(head)
    kind, subject = _subject(head, at)
    return Heading(number, _issued(head, lines), _agency(head, at), subject, kind or (of_number(number) if number else None))


def _lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text[: HEAD_CHARACTERS * 2]).replace("\u00ad", "").replace("\u200b", "")
    tidy = (" ".join(line.split()) for line in plain[:HEAD_CHARACTERS].splitlines())
    return _unwrapped([line for line in tidy if line][:HEAD_LINES])


def _unwrapped(lines: list[str]) -> list[str]:
    """A date, or the national title, that the narrow column broke in two is one line again."""
    whole: list[str] = []
    for line in lines:
        rest = _broken_off(whole[-1], line) if whole else ""
        if rest:
            whole[-1] += f" {rest}"
        if left := line.removeprefix(rest).removesuffix(rest).strip():
            whole.append(left)
    return whole


def _broken_off(before: str, line: str) -> str:
    """What of a line belongs to the one before: of the title perhaps only its end, where the agency stands beside it."""
    if _BROKEN.search(before) and re.match(r"\d|tháng|năm", line, re.IGNORECASE):
        return line
    title = _MOTTO_REST.search(line) if _MOTTO_CUT.search(before) else None
    return title[0] if title and (title.start() == 0 or title.end() == len(line)) else ""


def _head(lines: list[str]) -> list[str]:
    """The lines above the body; a line of a meeting's minutes that says when it was held is body."""
    for i, line in enumerate(lines):
        if i > 1 and (_BODY.match(line) or _MEETING.match(line)):
            return lines[:i]
    return lines[:20]


def _number(head: list[str]) -> tuple[str | None, int]:
    """The number, and the line where it stands."""
    for i, line in enumerate(head):
        own = _OTHERS.sub("", _whole_number(line, head[i + 1] if i + 1 < len(head) else ""))
        found = _NUMBER.search(own) or _PARTY.search(own) or _ALONE.fullmatch(own)
        if found and len(own[: found.start()].strip()) < 60:
            return _tidy(*found.groups()), i
    return None, -1


def _whole_number(line: str, after: str) -> str:
    """The line with what the next one holds of its number, where the narrow column broke that in two."""
    if line.rstrip(" :").casefold() == "số":
        return f"{line} {after}"
    cut = _CUT.search(line)
    if cut and _REST.fullmatch(after) and (cut[0].rstrip()[-1] in "-–/" or after[0] in "-–/"):
        return f"{line[: cut.end()].rstrip()}{after}"
    return line


def _tidy(digits: str, between: str, symbol: str) -> str:
    return f"{digits}{between}{''.join(symbol.split())}".replace("–", "-")


def _issued(head: list[str], lines: list[str]) -> date | None:
    """The day beside the place ("Minh Tân, ngày ..."); of minutes the day of the meeting."""
    found = [(line, one) for line in head for one in _DAY.finditer(line)]
    placed = [one for line, one in found if _PLACE.search(line[: one.start()]) and not _OTHERS.search(line[: one.start()])]
    bare = [one for line, one in found if _is_bare(line[: one.start()]) and "tháng" in one[0].casefold()]
    meetings = [one for line in lines if _MEETING.match(line) for one in _DAY.finditer(line)]
    for one in (*placed, *bare, *meetings):
        day, month, year = (int(re.sub(r"\s", "", part)) for part in one.groups())
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _is_bare(before: str) -> bool:
    """Whether nothing stands before a day, or a place without its comma."""
    return not before.strip(" ,.") or bool(_ONLY_PLACE.fullmatch(before))


def _agency(head: list[str], at: int) -> str | None:
    """The capitals above the number, without the motto; of two agencies the lower one."""
    if at < 0:
        return None
    lines = []
    for line in head[:at]:
        own = _MOTTO.sub(" ", line).strip(" ,")
        if _DAY.search(own):  # the place beside it is in small letters
            own = " ".join(takewhile(str.isupper, _DAY.sub("", own).split()))
        if own and not _RULE.match(own) and own == own.upper() and any(ch.isalpha() for ch in own):
            lines.append(" ".join(own.split()))
    last = next((i for i in range(len(lines) - 1, 0, -1) if _SECTION.match(lines[i])), 0)
    return _written(" ".join(lines[last:])) if lines else None


def _written(capitals: str) -> str:
    """`ỦY BAN NHÂN DÂN PHƯỜNG MINH TÂN` -> `UBND phường Minh Tân`."""
    for long, short in _BODIES:
        capitals = long.sub(short, capitals)
    words = capitals.split()
    if words[0] not in {"UBND", "HĐND"}:
        rests = [" ".join(words[i:]) for i in range(len(words))]
        level = next(
            (i for i, rest in enumerate(rests) if rest.startswith(_LEVELS) and not rest.startswith("XÃ HỘI")), len(words)
        )
        return " ".join([_office(words[:level]), *_place(words[level:])])
    return " ".join([words[0], *_place(words[1:])])


def _office(words: list[str]) -> str:
    """`SỞ KHOA HỌC VÀ CÔNG NGHỆ` -> `Sở Khoa học và Công nghệ`, `TRƯỜNG THCS LÊ LỢI` -> `Trường THCS Lê Lợi`."""
    if words[:1] == ["TRƯỜNG"] and len(words) > 1 and _is_short(words[1]):
        return " ".join(["Trường", words[1], *(one.title() for one in words[2:])])
    common = " ".join(one if _is_short(one) else one.lower() for one in words)
    common = common[:1].upper() + common[1:]
    fields = (_FIELDS,) if words[:1] in (["BỘ"], ["SỞ"], ["PHÒNG"]) else ()
    for pattern in (_AFTER_DASH, _NAMED, *fields):
        common = pattern.sub(lambda m: m[0][:-1] + m[0][-1].upper(), common)
    return common


def _place(words: list[str]) -> list[str]:
    parts = next((level.split() for level in _LEVELS if words[: len(level.split())] == level.split()), [])
    return [*map(str.lower, parts), *(one if _is_short(one) else one.title() for one in words[len(parts) :])]


def _is_short(word: str) -> bool:
    """Whether a word stands for others by their first letters, as UBND or CCHC do."""
    return len(word) > 1 and not _VOWELS.search(unicodedata.normalize("NFD", word))


def _subject(head: list[str], at: int) -> tuple[str | None, str | None]:
    """`(kind of paper, trích yếu)`: below the name of the paper, or after "V/v" of a công văn."""
    for i, line in enumerate(head):
        if at >= 0 and (about := re.match(r"(?:V/v|Về việc)\s*:?\s*(.+)", line)):
            return "công văn" if line.startswith("V/v") else None, _joined([about[1], *head[i + 1 :]], stop_at_day=True)
        name = _TYPE.match(line)
        if name and (i > at or at < 0):
            rest = _JOINT.sub("", line[name.end() :]).strip(" :")
            return name[0].lower(), _joined([*([rest] if rest else []), *head[i + 1 :]])
    return None, None


def _joined(lines: list[str], *, stop_at_day: bool = False) -> str | None:
    """Up to four lines of one sentence."""
    kept: list[str] = []
    for line in lines[:4]:
        own = _DAY.split(line)[0] if stop_at_day else line
        own = _PLACE.sub("", own).strip(" _-–") if stop_at_day and own != line else own
        if _RULE.match(own) or own.startswith(_NOT_SUBJECT) or _DAY.match(own):
            break
        kept.append(own)
        if own != line:
            break
    text = " ".join(kept).strip(" .;:/_")
    return (text[:SUBJECT_MOST].rsplit(" ", 1)[0] if len(text) > SUBJECT_MOST else text) or None
