"""A person's cell cut into its parts: each with its role, post and unit."""

import re
from dataclasses import dataclass
from itertools import groupby

from bot.sheets.names import GIVEN, GROUP, PERSON, POST, UNIT, UNKNOWN, is_surely, kind_of, post_before, without_title
from bot.sheets.text import fold, has_marks
from bot.sheets.tidy import ARROW, tidied

_LEAD = (
    r"(?:la )?(?:nguoi |can bo |cong chuc )?(?:chu tri(?: thuc hien| chinh)?|(?:chiu )?trach nhiem chinh|c\.? ?tri|phu trach(?: chinh| chung)?|"
    r"chiu trach nhiem(?: chinh)?|tham muu(?: thuc hien)?|(?:lam )?dau moi|(?:truc tiep )?thuc hien(?: chinh)?|to truong|truong nhom|nhom truong|chinh|ct)"
)
_SUPPORT = (
    r"(?:nguoi |can bo |cong chuc |don vi |bo phan |cung )?(?:phoi hop(?: thuc hien| cung| voi)*|ho tro|tham gia(?: phoi hop)?|"
    r"cung thuc hien|(?:cac )?thanh vien|to vien|to pho|giup viec|cung voi|cung(?! cap\b| ung\b)|p/?h|p\.? ?hop)"
)
_AIDE = re.compile(r"(?:người |cán bộ )?phụ(?: việc| giúp| tá)?|phu", re.IGNORECASE)  # in a note only: Phụ and Phú are names
_HELPS = re.compile(
    r"(?:[Pp]hối hợp|[Hh]ỗ trợ|[Tt]ham gia) (?!(?:với|cùng|cho|các|anh|chị|ông|bà|đ/c|đồng chí)\b)[a-zà-ỹđ]"
)  # in a note: "(hỗ trợ kỹ thuật)" says what for
_LETTERS = {
    "C": "lead",
    "P": "support",
}  # chủ trì or chính, phối hợp or phụ: in a note or behind a dash, since names end in C too
_LETTER = re.compile(r"\s*[-–—]\s*([CP])$")
_WATCH = (
    r"(?:lanh dao (?:phu trach|chi dao|theo doi)|lanh dao|(?:nguoi )?(?:chi dao(?: chung| truc tiep| thuc hien)?|theo doi(?: chung)?|"
    r"giam sat|don doc|kiem tra)|phu trach chi dao)"
)
_JOINT = r"(?:(?:cung|dong|deu) (?:chu tri|phu trach|dau moi|chiu trach nhiem))"
_ROLES = (("joint", _JOINT), ("watch", _WATCH), ("lead", _LEAD), ("support", _SUPPORT))
_REPLACED = re.compile(
    r"\b(thay( the| cho)?|tu (ngay |thang )?\d+|(den )?het (ngay |thang )?\d+|den (ngay |thang )?\d+|nghi (huu|viec|che do|phep|om)|truoc (ngay |thang )?\d+|thai san|chuyen cong tac|"
    r"ban giao|truoc day|tiep nhan tu|dieu dong|luan chuyen)\b|\(cu\)"
)
_THAY = re.compile(r"(?<=[^\W\d_] )Thay\b")  # a given name
_PERIOD = re.compile(r"\s*(?:kể )?(?:từ|đến)(?: hết)?(?: ngày| tháng)? \d.*$|^thay(?: thế| cho)?\s+.*", re.IGNORECASE)
_INNER_ROLE = re.compile(
    r"(?<=[\w)])\s+(?:phối hợp (?:với|cùng)|cùng với)\s+(?=[^\W\d_])|(?<=[\w)])\s+phối hợp\s+(?=[A-ZĐÀ-Ỹ]|các |(?:ông|bà|anh|chị|đ/c|đồng chí)\s)|"
    r"(?<=[\w)])(?<![Cc]ùng)(?<!ười)(?<!vị)(?<!phận)[.\s]+(?=(?:(?:[Nn]gười|[Cc]án bộ|[Cc]ông chức|[Đđ]ơn vị|[Bb]ộ phận) )?(?:[Pp]hối hợp|[Cc]hủ trì|[Tt]hực hiện|[Cc]hỉ đạo|[Hh]ỗ trợ|[Tt]ham gia|PH|CT|P/H)\s*:)"
)
_BESIDE = re.compile(
    r"(?<=\w)(?<!hợp)\s+cùng\s+(?=[A-ZĐÀ-Ỹ]|(?:các|ông|bà|anh|chị|đ/c|đồng chí|tổ|ban|đội|nhóm|phòng|tập thể|toàn thể|toàn bộ|cán bộ|công chức|những|bộ phận)\s)|(?<=[)\]])\s+(?=(?i:ông|bà|đ/c|đồng chí|anh|chị) |[A-ZĐÀ-Ỹ][^\W\d_]*\s+[A-ZĐÀ-Ỹ])"
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?: [^\W\d_]+(?:['’][^\W\d_]+)*)+")
_PARTS = re.compile(r"[()\[\];,\n]")
_PARENTHESES = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_ROLE_INSIDE = re.compile(r"\s*[(\[]\s*([^()\[\]]{6,})[)\]]")
_STRONG = re.compile(r"\s*[;\n]\s*")
_WEAK = re.compile(r"\s*[,/+&|→]\s*|\s+(?:và|va|hoặc)\s+|\s+(?:-|–|—)\s+", re.IGNORECASE)
_PROTECTED = re.compile(
    r"hđnd(?: và |, ?| ?[-&+/] ?)ubnd|tư pháp ?[-,] ?hộ tịch|văn hóa ?[-,] ?xã hội|kinh tế ?[-,] ?(?:xã hội|hạ tầng(?: và đô thị)?)|"
    r"\bkt ?[,-] ?ht(?: ?(?:&|,|-|và) ?đt)?\b|kinh tế, hạ tầng(?: và|,) đô thị|cán bộ ?(?:,|và) ?công chức(?: ?(?:,|và) ?(?:viên chức|người lao động))*|văn phòng ?[-,] ?thống kê|"
    r"tài chính ?[-,] ?(?:kế toán|kế hoạch)|địa chính ?[-,] ?(?!(?:phòng|văn phòng|trung tâm|ubnd|công an|ban|bộ phận|tổ)\b)\w+ \w+|các (?:ấp|thôn|bản|buôn|phòng|khu phố|tổ|cơ quan|ban|ngành|hội|đơn vị|bộ phận)"
    r"(?:(?:,| và) (?!(?-i:[A-ZĐ][a-zà-ỹđ]+(?: [a-zà-ỹđ]+)? [A-ZĐ]))(?:ấp|thôn|bản|buôn|bon|làng|ban|trung tâm|đơn vị|ngành|hội|đoàn thể|khu phố|bộ phận|tổ dân phố))+|"
    r"trường (?:th|thcs|thpt|mn|mầm non|tiểu học)(?:(?:,| và) (?:th|thcs|thpt|mn|mầm non|tiểu học))+|văn thư ?[-,] ?lưu trữ|tiếp nhận và trả kết quả|\d+/\d+|"
    r"ông/bà|(?<![^\W\d_])đ/c|th/s|p/h",
    re.IGNORECASE,
)


_NUMBERED = re.compile(
    r"\b(?:ấp|thôn|bản|buôn|bon|xóm|làng|khóm|khu(?: phố| dân cư)?|tổ(?: dân phố)?|đội|số) (?:số )?\d+$", re.IGNORECASE
)
_BARE_UNITS = frozenset({"nhom", "to", "ban", "doi", "cac", "bo phan", "nguoi", "can bo", "cong chuc", "don vi"})


@dataclass(frozen=True)
class Chunk:
    """One name, post, unit or group in a person's cell."""

    text: str
    kind: str
    role: str | None = None
    post: str | None = None
    unit: str | None = None
    separator: str = ";"
    titled: bool = False


def chunks_of(raw: str) -> tuple[list[Chunk], bool]:
    """Cut a cell into chunks; the second part tells that someone is replaced during the year."""
    text = tidied(raw)
    text = _BESIDE.sub("; ", _ROLE_INSIDE.sub(_opened, text))
    text = _INNER_ROLE.sub(lambda found: ", phối hợp: " if found[0].strip(" .\n") else "; ", text)
    replaced = ARROW in text or bool(_REPLACED.search(fold(_THAY.sub(" ", text.replace("\n", " ")))))
    found: list[Chunk] = []
    scope: str | None = None
    for segment in _STRONG.split(_shielded(text)):
        scope = "support" if scope == "support" else None
        for separator, piece in _pieces(segment):
            chunk, said = _chunk(_bare(piece), separator, scope)
            scope = said or scope
            if chunk is None:
                continue
            if (
                chunk.kind == UNKNOWN
                and chunk.role is None
                and found
                and separator != ";"
                and found[-1].kind in {UNIT, GROUP, POST}
            ):
                found[-1] = _joined(found[-1], chunk)
            else:
                found.append(chunk)
    if ARROW in text and [(chunk.kind, chunk.role) for chunk in found] == [(PERSON, None)] * 2:
        found = found[1:]  # who has the work now
    return _spread(found), replaced


def _opened(found: re.Match[str]) -> str:
    """Take names with their role out of a parenthesis: "A (PH: B, C)", "A (chủ trì, phối hợp với B)"."""
    parts = re.split(r"\s*[,;]\s*", found[1])
    for at, part in enumerate(parts):
        role, rest, colon = _prefix(part)
        is_named = _is_name(rest) or (colon and kind_of(without_title(rest)[0]) == GIVEN)
        if role == "support" and _role(part, "(?:{})") is None and is_named:
            before = f" ({', '.join(parts[:at])})" if at else ""
            return f"{before}; {', '.join(parts[at:])}; "
    return found[0]


def _shielded(text: str) -> str:
    """Hide separators that belong to a name of a unit, a date or a parenthesis."""
    hide = {
        ord(","): "\ue001",
        ord("/"): "\ue002",
        ord("-"): "\ue003",
        ord(" "): "\ue004",
        ord("+"): "\ue005",
        ord(";"): "\ue006",
        ord("\n"): " ",
        ord("&"): "\ue007",
    }
    text = _PROTECTED.sub(lambda found: found[0].translate(hide), text)
    return re.sub(r"[(\[][^()\[\]]*[)\]]", lambda found: found[0].translate(hide), text)


def _bare(text: str) -> str:
    """Show the hidden separators again."""
    return text.translate({0xE001: ",", 0xE002: "/", 0xE003: "-", 0xE004: " ", 0xE005: "+", 0xE006: ";", 0xE007: "&"}).strip()


def _pieces(segment: str) -> list[tuple[str, str]]:
    """Split a segment at its weak separators; dashes part names only."""
    found, start, separator = [], 0, ";"
    for mark in _WEAK.finditer(segment):
        sign = mark[0].strip().lower() or ","
        if sign in "-–—" and not _parts_names(segment[start : mark.start()], segment[mark.end() :]):
            continue
        found.append((separator, segment[start : mark.start()]))
        start, separator = mark.end(), "và" if sign in {"và", "va"} else ","
    return [*found, (separator, segment[start:])]


def _parts_names(left: str, right: str) -> bool:
    """Tell whether a dash stands between two names, or between a name and a role."""
    after = _bare(_WEAK.split(right)[0])
    before = _PARENTHESES.sub("", _bare(left)).strip(" -–—+•*")
    if _prefix(before)[0] is not None:
        before = _prefix(before)[1]
    role, after, _ = _prefix(after)
    if role is not None and kind_of(without_title(before)[0]) == PERSON:
        return True
    return all(kind_of(without_title(_suffix(_PARENTHESES.sub("", part))[1])[0]) == PERSON for part in (before, after))


def _role(text: str, pattern: str) -> str | None:
    plain = fold(text).strip(" .:")
    return next((role for role, words in _ROLES if re.fullmatch(pattern.format(words), plain)), None)


def _prefix(text: str) -> tuple[str | None, str, bool]:
    """Cut a role before a name; the last part tells that a colon follows it."""
    plain = fold(text)
    if len(plain) == len(text):
        for role, words in _ROLES:
            found = re.match(rf"[-+•*]?\s*({words})(?: la)?(\s*:\s*|\s+)(?=\S)", plain)
            if found and (":" in found[0] or _is_name(text[found.end() :])) and not _is_whole(found, text):
                return role, text[found.end() :], ":" in found[0]
    return None, text, False


def _is_whole(found: re.Match[str], text: str) -> bool:
    """Tell "Cung Đình Ái", a person, "Tổ trưởng tổ một cửa", a post, and "các thành viên tổ", a group, from "tổ trưởng Trần Văn A", a person with a role."""
    if text[found.start(1) :][:5].lower() == "cung " and has_marks(text):
        return True  # the surname of "Cung Đình Ái"
    name, titled = without_title(text[found.end() :])
    return (
        ":" not in found[0]
        and (found[1].startswith(("to ", "truong ")) or found[1] == "cac thanh vien")
        and not titled
        and kind_of(_suffix(name)[1]) in {UNIT, GROUP}
    )


def _suffix(text: str) -> tuple[str | None, str]:
    """Cut a role after a name."""
    plain = fold(text)
    if len(plain) == len(text):
        ends = [
            (found.start(), role)
            for role, words in _ROLES
            if (found := re.search(rf"(?:\s*[:-]\s*|\s+)({words})\.?$", plain))
            and found.start() > 3
            and not _is_given(found, text)
        ]
        if ends:
            start, role = min(ends)
            if plain[:start].removeprefix("cac thanh vien ") not in _BARE_UNITS:
                return role, text[:start]
    return None, text


def _is_given(found: re.Match[str], text: str) -> bool:
    """Tell the given name of "Phạm Minh Chính" or "Trần Văn Cung" from a role in one word, which stands in small letters."""
    word = text[found.start(1) :].strip(" .")
    if word[:1].isupper() and not text.isupper() and fold(word.split()[0]) in {"cung", "dong", "deu"}:
        return True  # "Lê Minh Cung phụ trách"
    if fold(word) == "chinh" and re.search(r"\b(địa|hành|tài)\s$", text[: found.start(1)], re.IGNORECASE):
        return True  # the end of "Công chức Địa chính"
    if text.istitle() and " " not in text[: found.start()] and not re.search("[:-]", found[0]):
        return True  # "Nguyễn Thanh Viên"
    alone = " " not in word and not re.search("[:-]", found[0])
    return alone and (not word.islower() or text.islower() or word not in {"chính", "cùng"})


def _is_name(text: str) -> bool:
    name, titled = without_title(_PARENTHESES.sub("", _suffix(text)[1]))
    return titled or kind_of(name) in {PERSON, UNIT, GROUP}


def _chunk(piece: str, separator: str, scope: str | None) -> tuple[Chunk | None, str | None]:
    """Read one piece; the second part is a role that holds for the pieces after it."""
    piece = piece.strip(" -–—+•*:.") if not piece.startswith("-") else piece.lstrip("-–— ").strip(" :.")
    role, rest, colon = _prefix(piece)
    said = role if role is not None and (colon or role == "support") else None
    if role is None and _role(piece.rstrip(":"), "{}"):
        return None, _role(piece.rstrip(":"), "{}")
    inner: list[str] = _PARENTHESES.findall(rest)
    after, rest = _suffix(" ".join(_PARENTHESES.sub(" ", rest).split()))
    if letter := _LETTER.search(rest):
        after, rest = _LETTERS[letter[1]], rest[: letter.start()]
    if role == "support" and after == "lead":
        after = None  # "A phối hợp cùng B thực hiện"
    rest = _PERIOD.sub("", rest)
    name, post, unit, titled = _named(rest)
    for note in inner:
        noted, note_post, note_unit, person = _note(note)
        after, post, unit = noted or after, post or note_post, unit or note_unit
        if person and kind_of(name) in {UNIT, POST}:
            unit, post = (name, post) if kind_of(name) == UNIT else (unit, name)
            name = person
        elif person and kind_of(name) == PERSON:
            return Chunk(f"{name} ({note})", UNKNOWN, after or role or scope, post, unit, separator, titled), said
    if not name:
        return None, said or after
    return Chunk(name, kind_of(name), after or role or scope, post, unit, separator, titled), said


def _named(text: str) -> tuple[str, str | None, str | None, bool]:
    """Part a name from the post or unit written before or after it."""
    text, titled = without_title(text)
    for pattern in (r"\s*:\s*", r"\s+[-–—]\s+|\s*[-–—]\s+|\s+[-–—]\s*"):
        parts = [part for part in re.split(pattern, text, maxsplit=1) if part]
        if len(parts) != 2:
            continue
        for name, other in (parts, parts[::-1]):
            bare, called = without_title(name)
            if kind_of(bare) == PERSON and kind_of(without_title(other)[0]) == PERSON:
                break  # two people, and nothing says which of them leads
            if (kind_of(other) == GIVEN and other.istitle()) or _holds_another(without_title(other)[0]):
                break  # "Nguyễn Văn An - Bình", "Nguyễn Văn An - giúp Trần Thị Bình"
            if kind_of(bare) == PERSON or called:
                is_unit = kind_of(other) in {UNIT, GROUP}
                return bare, None if is_unit else other, other if is_unit else None, titled or called
    post, name = post_before(text)
    return name, post, None, titled or post is not None


def _holds_another(text: str) -> bool:
    """Tell words that are no post and no unit, but name somebody."""
    return kind_of(text) == UNKNOWN and bool(names_in(text))


def names_in(text: str) -> list[str]:
    """Give what can hardly be anything but somebody's full name, wherever it stands in a text; who only looks on is left out."""
    parts = [part for part in map(str.strip, _PARTS.split(text)) if "watch" not in {_prefix(part)[0], _suffix(part)[0]}]
    runs = (groupby(words.split(), key=lambda word: word[0].isupper()) for part in parts for words in _WORDS.findall(part))
    found = (without_title(" ".join(tokens))[0] for run in runs for is_name, tokens in run if is_name)
    return [name for name in found if is_surely(name)]


def _note(note: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Read a parenthesis: role, post, unit, or the person meant."""
    role = post = unit = person = None
    whole = kind_of(note) in {UNIT, GROUP} and not _suffix(note)[0]
    for part in [note] if whole else map(_bare, re.split(r"\s*[,;]\s*|\s+[-–]\s+", _shielded(note))):
        said = _LETTERS.get(part) or _role(part, "(?:{})") or ("support" if _AIDE.fullmatch(part) or _HELPS.match(part) else None)
        bare, titled = without_title(part)
        if said:
            role = role or said
        elif (
            "watch" in {_prefix(part)[0], _suffix(part)[0]}
            or not part
            or re.search(r"\d", _NUMBERED.sub("", part))
            or re.search(r"^(?:mục|nội dung|phần|điểm|ý|mới|cũ)\b|^\W*$|^[a-zđ]$", part)
            or _REPLACED.search(fold(part))
        ):
            continue
        elif (kind_of(bare) == PERSON and (titled or len(bare.split()) > 2 or "'" in bare)) or _says_person(part):
            person = bare
        elif kind_of(part) in {UNIT, GROUP} and fold(part) != "mot cua":
            unit = unit or part
        else:
            post = f"{post}, {part}" if post else part
    return role, post, unit, person


def _says_person(part: str) -> bool:
    """Tell a note that says something of another person: "dự phòng: Trần Thị Bình", "ủy quyền Trần Thị Bình"."""
    said, colon, name = part.partition(":")
    found = re.search(r"(?<=[a-zà-ỹđ] )[A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){2,4}$", part)
    return bool(colon and said and kind_of(without_title(name.strip())[0]) == PERSON) or (
        found is not None and part[0].islower() and kind_of(found[0]) == PERSON
    )


def _joined(unit: Chunk, rest: Chunk) -> Chunk:
    """Put a unit's name together again: "Phòng Kinh tế" + "Hạ tầng"."""
    word = " và " if rest.separator == "và" else ", "
    return Chunk(
        unit.text + word + rest.text, unit.kind, unit.role or rest.role, unit.post, unit.unit, unit.separator, unit.titled
    )


def _spread(found: list[Chunk]) -> list[Chunk]:
    """Let "cùng chủ trì" hold for all names of the list without a role of their own."""
    if not any(chunk.role == "joint" for chunk in found):
        return found
    return [
        Chunk(
            chunk.text,
            chunk.kind,
            "lead" if chunk.role in {None, "joint"} else chunk.role,
            chunk.post,
            chunk.unit,
            chunk.separator,
            chunk.titled,
        )
        for chunk in found
    ]


__all__ = ["GROUP", "POST", "UNIT", "Chunk", "chunks_of", "names_in"]
