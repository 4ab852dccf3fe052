"""Whose work a stretch speaks of: what another body is at, or what keeps the writer busy, is no news of the criterion."""

import re

from .clauses import clause
from .grammar import occurs, wording
from .kinds import STATUS_KINDS, Kind
from .reading import Mark, Reading, vocabulary

_STATE = "={begin}/{did}/{finish}/{work}/chưa/không/đang/đã/vẫn/mới/được/có/sắp/gần/còn/PCT/DATE"
_ELSEWHERE = wording(f"""
^ {{far}} >>3 {_STATE}
^ xã/phường/phòng !mình/em/ta/tôi/nhà/này/đây/đó/đã/cũng/vẫn/vừa/mới/cơ_bản/họp/{{did}}/{{finish}} +1 +1 =chưa/đang/sắp
^ xã/phường/bên/đơn_vị/cơ_quan bạn/bên/kia/khác/đó/ấy >>2 {_STATE}
^ bên xã/phường bạn/bên/kia/khác/đó/ấy? >>2 {_STATE}
^ {{title}}/{{boss}}/{{far}}/{{office}} >>2 bảo/nói/kể/kêu/khoe là? {_STATE}
^ {{title}} >>1 báo {_STATE}
^ !em/tôi/mình/xin/kính/cho/đã/bên_em/chưa/không/ai/đừng +1 >>2 báo/nói/kể/kêu/bảo là {_STATE}
^ {{title}}/{{boss}}/{{far}}/{{office}} >>2 báo/báo_cáo là {_STATE}
^ {{title}}/{{boss}}/{{far}}/{{office}} >>2 bảo/nói/kể/kêu/khoe là
^ nghe >>3 bảo/nói/kể/kêu/khoe là? {_STATE}
^ {{machine}} >>2 báo/hiện/ghi/hiển_thị là? {_STATE}
^ cái/việc/mục/vụ/tiêu_chí kia/khác/nọ >>2 {_STATE}
""")
"""Whose, or of when, a clause speaks that begins so: another body, who was heard to say so, another matter, another time."""
_FORMERLY = wording(f"^ <formerly> PAST >>5 {_STATE}")
"""The same of another year or round, whoever did it."""
_SLIPPED = wording(f"đâu có nói/bảo/báo là? {_STATE}\nlỡ >>1 bấm/ghi/báo/nhấn >>1 {_STATE}")
_OTHERS = wording("{outer}\nhọ\nngười_ta\nnhà_thầu\nviễn_thông\nbên !em/tôi/mình/này/anh/chị")
_SUPPOSED = re.compile(r" (?:nêu1|hê4|gia3 sư3) (?!.* thi2 )")
"""A condition that is not over yet: no "thì" stands behind it."""
_ROW = re.compile(r"(?:(?:tiêu chi1|muc5) )?&[\d.]+ ")
_NOW = re.compile(" (?:<period>|nay|giơ2) ")
_WRITER = re.compile(" (?:em|tôi|minh2|bon5|nên) ")
_OWN = re.compile(" (?:em|tôi|minh2|bon5|xa4|phương2|nên) ")
_PERCENT = re.compile(r"%\d+ ")
_MATTER = {Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.LEFT}


def is_of_others(reading: Reading, mark: Mark) -> bool:
    """Say whether a status beside an obstacle or a question is another body's: "tỉnh mới cấp được một phần, vướng lắm".

    Args: reading: the reply; mark: one of its stretches. Returns: False where nothing stands in the way and nothing is asked.
    """
    return mark.kind in STATUS_KINDS and reading.has(Kind.BLOCK, Kind.ASK) and _is_foreign(reading.text, mark.start)


def is_elsewhere(reading: Reading, start: int, end: int) -> bool:
    """Say whether a stretch is told of another body, matter or time, by hearsay, or only supposed: "sếp bảo là xong", "nếu xong thì".

    Args: reading: the reply; start, end: the stretch in its text. Returns: False where the writer comes in: "sở chưa gửi nên em
    chưa làm".
    """
    begin, _ = clause(reading.text, start)
    before, said = f" {reading.text[begin:start]}", f" . {_ROW.sub('', reading.text[begin:end]).strip(' .')} . "
    if occurs(_SLIPPED, said) or _SUPPOSED.search(f" {reading.text[begin : reading.text.index(' ', start) + 1]}"):
        return True
    if _NOW.search(said):
        return False
    return occurs(_FORMERLY, said) or (occurs(_ELSEWHERE, said) and not _WRITER.search(before))


def shares_of_others(reading: Reading) -> list[Mark]:
    """Give the percentages that are not the writer's: another body's, or told beside an obstacle or a question of others."""
    beside = reading.has(Kind.BLOCK, Kind.ASK)
    return [
        Mark(Kind.DENIED, found.start(), found.end())
        for found in _PERCENT.finditer(reading.text)
        if is_elsewhere(reading, found.start(), found.end()) or (beside and _is_foreign(reading.text, found.start()))
    ]


def keeps_busy(reading: Reading, mark: Mark) -> bool:
    """Say whether what is going on is only why the writer puts off: "đang làm cỗ ở quê, mai em xem"."""
    if mark.kind not in _MATTER or not reading.has(Kind.SNOOZE):
        return False
    start, end = clause(reading.text, mark.start)
    unread = {token for token in reading.rest[start:end].split() if token.isalnum() and len(token) > 1}
    return bool(unread - vocabulary().words)


def _is_foreign(text: str, place: int) -> bool:
    """See another body before a place in its clause, and not the writer."""
    start, _ = clause(text, place)
    before = f" {text[start:place]}"
    return occurs(_OTHERS, f" {before}") and not _OWN.search(before)
