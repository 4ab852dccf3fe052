"""Second thoughts within a reply: the last statement counts."""

import re
from collections.abc import Callable

from .codes import CODE
from .dates import MENTION
from .grammar import wording
from .meaning import DONE, Meaning

_LINES = """
à/a~/ấy/ủa/ui/ơ/ý/chết/ờ/quên/xin_lỗi nhầm/lộn/quên/lầm/khoan/mà_quên !biết/nhớ/báo mất? rồi? tí? chút? ,?
em nhầm/lộn !sang/với/qua tí? chút? ,?
nhầm/lộn ,/.
nhầm/lộn rồi ,
^ nhầm/lộn rồi? $
quên ,
à/a~/ấy/ủa/ui/ơ/ý/chết quên chưa? báo/nói/nhắn {you}? ,?
à mà
à/ủa/ý/ờ thôi ,? ={by}/DATE/để
đính_chính/nói_lại là? :? ,?
sửa_lại/viết_lại/ghi_lại là/thành :? ,?
^ sửa_lại/viết_lại/ghi_lại :/,
nói đúng_ra/đúng_hơn là
ý em/tôi/mình là
à không ,?
à/a~/ấy/ủa/ui/ơ/chết/ý/khoan/nhầm ,? =chưa/đang/còn/mới
, à/ủa/ui/ơ/chết/ý ,? =xong/hoàn_thành/làm/nộp/gửi/đã
à/a~/ấy/ủa/ui/ơ/ý/chết/ờ không ,
bấm/ghi/gõ/viết/báo/chọn nhầm/lộn ..2 {finish} rồi? ,
bấm/ghi/gõ/viết/báo/chọn/nhấn nhầm/lộn ..1 là? ..1 {finish}/{did} ..1 rồi? $
bấm/ghi/gõ/viết/báo nhầm/lộn !người/số/máy/chỗ/địa_chỉ rồi? ,?
không_phải ,
"""
_CORRECTION = wording(_LINES)
_MISSENT = re.compile(r" (?:nhăn1|gưi3|nhăc1|goi5|giao|tag) $")
"""In front of "nhầm": the wrong person was asked, and nothing is taken back."""
_TAKEN_BACK = re.compile(" (?:nhâm2|lôn5) ")
"""Behind these what was said no longer holds, also where nothing takes its place: "xong rồi, à nhầm nhé anh"."""
_BARELY_NOT = re.compile(r" \. (?:vân4 )?chưa (?:a5 |anh |chi5 |sêp1 |đâu |[,.] )*")
"""Behind "xong rồi, à" this takes back what is done, and does not say that nothing was begun."""
_AFTERTHOUGHT = re.compile(r" (?:à|a~|a2) (?:quên|ma2) ")

Judge = Callable[[str], Meaning]


def corrected(row: str, judge: Judge) -> str:
    """Leave out what a writer took back.

    Args: row: the rendered reply; judge: reads a part. Returns: the part after the last correction where that says something
    by itself, or both parts with the days, shares and points of the first left out.
    """
    found = _last(row)
    if not found:
        return row
    before, after = _around(row, found)
    later = judge(after)
    if not after.strip(" .") or (later.intent in ("other", "acknowledge") and _TAKEN_BACK.search(f" {found.group()}")):
        return before + ". <retracted> . " if judge(before).status else before + ". "
    if _BARELY_NOT.fullmatch(after) and judge(before).status == DONE:
        return before + ". <retracted> . "
    if later.intent and later.intent not in ("other", "acknowledge") and not _is_afterthought(row, later):
        return _named_before(before, after) + after
    if later.date and MENTION.search(before):
        return MENTION.sub([*MENTION.finditer(after)][-1].group(), before)
    if later.ambiguous or later.date:
        return re.sub(r"@[fl]\d+ |%\d+ |\$[\d.]+ ", "", before) + after[2:]
    return before + after[2:]


def corrects_itself(row: str, judge: Judge) -> bool:
    """Whether a state is told and put right in one reply: "xong, à nhầm, chưa làm" takes nothing back that was said before."""
    found = _last(row)
    return found is not None and all(judge(part).status for part in _around(row, found))


def _last(row: str) -> re.Match[str] | None:
    found = (match for _, pattern in _CORRECTION.occurring(row) for match in pattern.regex.finditer(row))
    return max((one for one in found if not _MISSENT.search(row[: one.start()])), key=re.Match.end, default=None)


def _around(row: str, found: re.Match[str]) -> tuple[str, str]:
    return row[: found.start()], f" . {row[found.end() :]}"


def _named_before(before: str, after: str) -> str:
    """The code that stood before: "2.1.3 xong, à nhầm, mới 50%" stays about 2.1.3; another that is named later takes its place."""
    codes = {found.group() for found in CODE.finditer(before)}
    return f" . {codes.pop()}" if len(codes) == 1 and not CODE.search(after) else ""


def _is_afterthought(row: str, later: Meaning) -> bool:
    """See "à quên, cho em xin mẫu": it adds, and takes nothing back."""
    return (
        bool(_AFTERTHOUGHT.search(row)) and later.status is None and later.intent in ("question", "evidence_note", "self_score")
    )
