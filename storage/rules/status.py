"""What state a row of work is in, what sort of work it is, and which state may come after which."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

Group = Literal["done", "in_progress", "not_started"]


class Progress(StrEnum):
    """How far a row has come; whether it is late and what it earns are two other questions."""

    NOT_STARTED = "not_started"
    """Chưa thực hiện."""
    IN_PROGRESS = "in_progress"
    """Đang thực hiện."""
    REPORTED = "reported"
    """Đã báo hoàn thành, chờ kiểm tra."""
    CONFIRMED = "confirmed"
    """Đã xác nhận."""
    RETURNED = "returned"
    """Cần bổ sung."""
    NOT_ARISING = "not_arising"
    """Không phát sinh."""
    PAUSED = "paused"
    """Tạm dừng."""


class Kind(StrEnum):
    """What sort of work a row is; each sort is reminded, closed and counted in its own way."""

    PRODUCT = "product"
    """Sản phẩm: a document by a date."""
    RECURRING = "recurring"
    """Định kỳ: one instance of weekly, monthly or quarterly work."""
    FIGURE = "figure"
    """Số liệu: a ratio or a level, measured up to a cut-off."""
    UPKEEP = "upkeep"
    """Duy trì: a state to be kept until the date."""
    SURVEY = "survey"
    """Khảo sát: points that citizens give; nobody's work."""
    BONUS = "bonus"
    """Điểm thưởng: outside the maximum."""
    PENALTY = "penalty"
    """Điểm trừ: outside the maximum, and nobody's work."""


class Role(StrEnum):
    """What a person may do in a unit."""

    OFFICIAL = "official"
    HEAD = "head"
    DEPUTY = "deputy"
    CHAIRPERSON = "chairperson"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    COUNCIL = "council"


OPEN: frozenset[Progress] = frozenset({Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.RETURNED})
"""Still somebody's work."""

DONE: frozenset[Progress] = frozenset({Progress.REPORTED, Progress.CONFIRMED})
"""Done in the eyes of the person who did it, checked or not; "không phát sinh" is not done work."""

NOBODYS_WORK: frozenset[Kind] = frozenset({Kind.SURVEY, Kind.PENALTY})
"""Kinds that no official can finish: never reminded, never overdue."""

_BY_THE_OFFICIAL = frozenset(
    {Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.REPORTED, Progress.NOT_ARISING, Progress.PAUSED}
)

AFTER: Mapping[Progress, frozenset[Progress]] = {
    Progress.NOT_STARTED: _BY_THE_OFFICIAL,
    Progress.IN_PROGRESS: _BY_THE_OFFICIAL,
    Progress.REPORTED: _BY_THE_OFFICIAL | {Progress.CONFIRMED, Progress.RETURNED},
    Progress.CONFIRMED: frozenset({Progress.REPORTED, Progress.RETURNED}),
    Progress.RETURNED: _BY_THE_OFFICIAL - {Progress.NOT_STARTED} | {Progress.RETURNED},
    Progress.NOT_ARISING: _BY_THE_OFFICIAL | {Progress.RETURNED},
    Progress.PAUSED: _BY_THE_OFFICIAL | {Progress.RETURNED},
}
"""The states that may follow each state. A confirmed row is opened again by its checker alone."""


def may_follow(old: Progress, new: Progress) -> bool:
    """Say whether a row in state `old` may be put into state `new`.

    Who may do so is another question, and taking a mistake back ("Ghi nhầm, bỏ") restores what stood
    before without asking here. A state may follow itself where saying it again adds news (60 %, then 70 %).
    """
    return new in AFTER[old]


def is_owed(kind: Kind, progress: Progress) -> bool:
    """Say whether somebody still has this row to do; bonus work is welcome, but nobody owes it."""
    return progress in OPEN and kind not in NOBODYS_WORK and kind is not Kind.BONUS


def group(progress: Progress) -> Group:
    """Put a state into one of the three columns of the summary.

    Done is reported or confirmed; every state that is neither done nor untouched counts as in progress.
    """
    if progress in DONE:
        return "done"
    return "not_started" if progress == Progress.NOT_STARTED else "in_progress"
