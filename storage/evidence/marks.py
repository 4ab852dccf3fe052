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
