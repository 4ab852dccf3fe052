"""Marks of state secrets in names and captions. A net with known holes (photos), so the warning stays beside it."""

import re
import unicodedata

# "BÍ MẬT", "BẢO MẬT", "MẬT ĐỘ", "MẬT KHẨU" are ordinary words that titles in capitals contain.
_MARK = re.compile(
    r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|TUYET MAT|TOI MAT"
    r"|(?<!BÍ )(?<!BẢO )(?<!THÂN )(?<!CƠ )(?<!NIÊM )(?<!MẶT )MẬT(?! (?:ĐỘ|KHẨU|MÃ|ONG|THIẾT|VỤ|NGỌT)(?!\w)))(?!\w)"
)


def is_secret(*texts: str) -> bool:
    """Whether a name or caption bears MẬT, TỐI MẬT or TUYỆT MẬT as words of their own, in capitals."""
    plain = (re.sub(r"[_\W]+", " ", unicodedata.normalize("NFC", text)) for text in texts)
    return any(_MARK.search(text) for text in plain)


_STAMP = re.compile(r"\W*(?:TUYỆT|TỐI)?\s*M\s?Ậ\s?T\W*")
_ALWAYS = re.compile(r"(?<!\w)(?:TUYỆT|TỐI)\s+M\s?Ậ\s?T(?!\w)")
HEAD = 30  # lines in which a paper says what it is


def in_text(text: str) -> bool:
    """Whether a text layer bears such a mark: at the head of the paper, as a line of its own, or TỐI, TUYỆT MẬT anywhere."""
    lines = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]
    if any(_ALWAYS.search(line) or _STAMP.fullmatch(line) for line in lines):
        return True
    return is_secret(*lines[:HEAD])
