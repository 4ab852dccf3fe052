"""Whose work a stretch speaks of: what another body is at, or what keeps the writer busy, is no news of the criterion."""

import re

from .clauses import clause
from .grammar import occurs, wording
from .kinds import STATUS_KINDS, Kind
from .reading import Mark, Reading, vocabulary

_OTHERS = wording("{outer}\nhọ\nngười_ta\nnhà_thầu\nviễn_thông\nbên !em/tôi/mình/này/anh/chị")
_OWN = re.compile(" (?:em|tôi|minh2|bon5|xa4|phương2|nên) ")
_PERCENT = re.compile(r"%\d+ ")
_MATTER = {Kind.GOING, Kind.BUSY_WITH_IT, Kind.PART, Kind.LEFT}


def is_of_others(reading: Reading, mark: Mark) -> bool:
    """Say whether a status beside an obstacle or a question is another body's: "tỉnh mới cấp được một phần, vướng lắm".

    Args: reading: the reply; mark: one of its stretches. Returns: False where nothing stands in the way and nothing is asked.
    """
    return mark.kind in STATUS_KINDS and reading.has(Kind.BLOCK, Kind.ASK) and _is_foreign(reading.text, mark.start)


def shares_of_others(reading: Reading) -> list[Mark]:
    """Give the percentages that are another body's, beside an obstacle or a question."""
    if not reading.has(Kind.BLOCK, Kind.ASK):
        return []
    found = _PERCENT.finditer(reading.text)
    return [Mark(Kind.DENIED, one.start(), one.end()) for one in found if _is_foreign(reading.text, one.start())]


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
