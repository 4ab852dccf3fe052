"""Marks of state secrets in names and captions. A net with known holes (photos), so the warning stays beside it."""

import re
import unicodedata

# "BÍ MẬT", "BẢO MẬT", "MẬT ĐỘ", "MẬT KHẨU" are ordinary words that titles in capitals contain.
_MARK = re.compile(
    r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|TUYET MAT|TOI MAT"
    r"|(?<!BÍ )(?<!BẢO )(?<!THÂN )(?<!CƠ )(?<!NIÊM )(?<!MẶT )MẬT(?! (?:ĐỘ|KHẨU|MÃ|ONG|THIẾT|VỤ|NGỌT)(?!\w)))(?!\w)"
)
_PAPERS = r"(?:tài liệu|văn bản|công văn|hồ sơ|đóng dấu|đóng mộc|bản|dấu|tệp|file)"
# Of papers about the rules on secrets ("quy chế quản lý tài liệu mật") no mark is meant.
_ABOUT = r"(?:quản lý|bảo vệ|bảo quản|xử lý|lưu trữ|tiêu hủy|không phải|không có|không gửi)"
_ORDINARY = "độ|khẩu|mã|ong|thiết|vụ|ngọt"
_TYPED = re.compile(
    rf"(?<!\w)(?:(?:tuyệt|tối) mật|tuyet mat|độ mật (?:tuyệt |tối )?mật"
    rf"|(?<!không ){_PAPERS} (?:độ )?mật(?! (?:{_ORDINARY})(?!\w)))(?!\w)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?<!\w)(?:tai lieu|van ban|cong van|dong dau)(?: do| toi| tuyet)? mat(?= so \d| \d|$)", re.IGNORECASE)
_SPEAKS = re.compile(rf"(?<!\w){_ABOUT}(?: \w+){{0,2}}$", re.IGNORECASE)
_SET_APART = re.compile(r"^\W*mật\s*[-–_:.]|[(\[]\s*(?:độ\s)?(?:tối\s|tuyệt\s|toi\s)?(?:mật|mat)\s*[)\]]", re.IGNORECASE)


def is_secret(*texts: str) -> bool:
    """Whether a name or caption bears MẬT, TỐI MẬT or TUYỆT MẬT, as a stamp has it or as people type it on a phone."""
    return any(_is_marked(text) or _is_typed(unicodedata.normalize("NFC", text)) for text in texts)


def _is_marked(text: str) -> bool:
    """Whether it stands there as words of their own, in capitals."""
    return bool(_MARK.search(_words(text)))


def _is_typed(text: str) -> bool:
    plain = _words(text)
    said = (found for found in _TYPED.finditer(plain) if not _SPEAKS.search(plain[: found.start()].rstrip()))
    return bool(_SET_APART.search(text) or _PLAIN.search(plain.strip()) or any(said))


def _words(text: str) -> str:
    return re.sub(r"[_\W]+", " ", unicodedata.normalize("NFC", text))


_STAMP = re.compile(r"\W*(?:TUYỆT|TỐI)?\s*M\s?Ậ\s?T\W*")
_ALWAYS = re.compile(r"(?<!\w)(?:TUYỆT|TỐI)\s+M\s?Ậ\s?T(?!\w)")
_BARE = re.compile(r"\W*(?:(?:TUYET|TOI)\s+)?MAT\W*")
HEAD = 30  # lines in which a paper says what it is


def in_text(text: str) -> bool:
    """Whether a text layer bears such a mark: at the head of the paper, as a line of its own, or TỐI, TUYỆT MẬT anywhere."""
    lines = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]
    if any(_ALWAYS.search(line) or _STAMP.fullmatch(line) for line in lines):
        return True
    return any(_is_marked(line) or _BARE.fullmatch(line) for line in lines[:HEAD])
