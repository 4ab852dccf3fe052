"""What a line is before its neighbours are looked at: a signature, a remark, a sum, column numbers, a title, or a row of work."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.sheets import codes
from bot.sheets.context import field_in, unit_in
from bot.sheets.grid import Cell
from bot.sheets.line import Line
from bot.sheets.text import fold, words

_END = re.compile(
    r"(nơi nhận|tm\.|tm |kt\.|tl\.|tuq\.|q\. ?chủ tịch|chủ tịch$|phó chủ tịch$|người lập|lập biểu|người tổng hợp|(phó )?chánh văn phòng$|trưởng phòng$|(phó )?(trưởng ban|giám đốc)( chỉ đạo)?$|trưởng ban chỉ đạo$|tổ trưởng$|(công chức|cán bộ) (lập biểu|tổng hợp)|(lãnh đạo )?duyệt$|\(?đã ký\)?|đại diện |(phụ trách|trưởng) (bộ phận|đơn vị|phòng|kế toán)$|thủ trưởng( đơn vị)?$|xác nhận của|"
    r"\(?ký(,| và| tên|\b.*họ tên)|- lưu:)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[^,]{2,40}, ngay\b.{0,12}thang\b.{0,12}nam\b.*")
_NOTE = re.compile(
    r"(\([^()]+\)$|trang \d+( ?/ ?\d+)?$|trên đây (là|gồm)|\(?kèm theo|nguồn:|kính (gửi|đề nghị)|đề nghị (các|lãnh đạo|thủ trưởng)|\(?bằng chữ\b|ghi chú|lưu ý|chú thích|\(\*\)|\*\)|\(ghi chú)",
    re.IGNORECASE,
)
NOTE_LABEL = re.compile(
    r"\(?(ghi chú|lưu ý|chú thích|chú giải|nguồn)\)?\s*:?|\(?\*+\)?:?", re.IGNORECASE
)  # in the cell before what it says
_TOTAL = re.compile(r"(tổng cộng|tổng số|tổng điểm|tổng|cộng)(?![^\W\d_])(?! (kết|hợp|quát|thể|đài|rà|vệ|hòa|đồng|tác))")
_PLAIN_TOTAL = re.compile(
    r"(tong cong|tong so|tong diem|cong|tong)( diem| so| chung| cac (muc|phan))*( (muc|phan|linh vuc|nhom|bang|trang|i+v?|[ivx]+|[a-h]|\d+))*"
)
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[A-Za-z])\)?(\s*=.*)?")


def kind_of(line: Line, filled: Collection[Cell], *, fresh: bool) -> str:
    """Name what a row is before its neighbours are looked at: end, note, total, numbers, unit, field or data."""
    due = line.due
    signed = _signs(due.text)
    begins = fresh or line.first.startswith("(")  # as a row of column numbers may
    if not due.is_empty and not signed and not line.alone and not begins:
        return "data"
    texts = [cell.text for cell in filled]
    is_numbers = begins and _numbers(texts)
    if line.has("due") and not signed and not line.alone:
        return "numbers" if is_numbers else "data"
    text = line.criterion.text or line.subcriterion.text
    busy = (line.has("due") and not signed) or (line.has("lead") and line.has("points"))
    coded = codes.read(line.code.text).kind in {"dotted", "plain"} or (line.has("code") and text)
    if not busy and not coded and (_END.match(text or texts[0]) or (not text and any(map(_END.match, texts)))):
        return "end"
    if len(texts) <= 2 and any(_SIGNED.fullmatch(fold(part)) for part in texts) and not busy:
        return "end"
    if is_numbers:
        return "numbers"
    if line.alone and (
        _NOTE.match(texts[0].lstrip("*-–+• ")) or texts[0].endswith("./.") or (texts[0].startswith("*") and not text)
    ):
        return "note"
    if NOTE_LABEL.fullmatch(texts[0]) and not line.has("lead", "due", "points"):
        return "note"
    if not line.has("due") and any(_is_total(part) for part in (text, texts[0], line.code.text)):
        return "total"
    if line.alone and unit_in(texts[0]):
        return "unit"
    return "field" if line.alone and field_in(texts[0]) else "data"


@lru_cache(maxsize=4096)
def _signs(text: str) -> bool:
    """Tell the words of a signature: a place with its day, or who signs."""
    return bool(_END.match(text) or _SIGNED.fullmatch(fold(text)))


@lru_cache(maxsize=4096)
def _is_total(text: str) -> bool:
    """Tell the words of a row of sums."""
    low = text.lower().strip(" .:()")
    plain = words(re.sub(r"\(.*?\)", " ", low))
    return (bool(_TOTAL.match(low) or low == fold(low)) and bool(_PLAIN_TOTAL.fullmatch(plain))) or (
        bool(re.match(r"tổng (cộng|số|điểm)\b", low)) and len(low) < 60
    )


def _numbers(texts: Sequence[str]) -> bool:
    """Tell a row of column numbers: (1) (2) (3), 1 2 3 or A B 1 2."""
    if len(texts) < 3:
        return False
    heads: list[str] = []
    for text in texts:
        found = _COLUMN_NUMBER.fullmatch(text)
        if found is None:
            return False
        heads.append(found[1])
    digits = [int(head) for head in heads if head.isdecimal()]
    return (
        digits == sorted(set(digits))
        and (not digits or digits[0] <= 3)
        and all(head.isdecimal() or head.upper() in "ABCDEGH" for head in heads)
    )
