"""The windows of a year (năm đánh giá): what is open when, which lock holds, and who may still change a mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any, Literal
from zoneinfo import ZoneInfo

from storage.rules.calendar import Calendar, working_day_on_or_before, working_days_between

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""The zone in which provinces write their locks, where an office's own is not known."""
EVENING = time(17, 0)
END_OF_DAY = time(23, 59)
WARNED = (5, 2, 1, 0)
"""Working days before the office's lock on which those who have not marked are told."""

State = Literal["unset", "before", "open", "locked", "closed"]
"""locked: by the office, while the province still takes changes; closed: by the province too."""


class Phase(StrEnum):
    """A station of the year, in the order in which they come (real scoring software keeps the same five)."""

    SELF = "self"
    """Tự chấm điểm."""
    VERIFY_1 = "verify_1"
    """Thẩm định lần 1."""
    EXPLAIN = "explain"
    """Giải trình."""
    VERIFY_2 = "verify_2"
    """Thẩm định lần 2."""
    PUBLISH = "publish"
    """Công bố."""


OWN_LOCK: frozenset[Phase] = frozenset({Phase.SELF, Phase.EXPLAIN})
"""Windows in which officials work, so that the office locks before the province does."""


@dataclass(frozen=True, slots=True)
class Window:
    """One window.

    opens: first day; lock: the office's own lock; closes: the province's. Moments are local and naive, as the
    province writes them: a lock at 17:00 is one of the office's clock.
    """

    opens: date | None = None
    lock: datetime | None = None
    closes: datetime | None = None


Windows = Mapping[Phase, Window]
NO_WINDOW = Window()


def local(moment: datetime, zone: tzinfo = ZONE) -> datetime:
    """An aware moment as locks are written: by the office's clock, without a zone."""
    return moment.astimezone(zone).replace(tzinfo=None)


def read(settings: Mapping[str, Any]) -> dict[Phase, Window]:
    """The windows as a campaign's settings keep them."""
    return {Phase(name): _read(kept) for name, kept in settings.get("windows", {}).items() if name in set(Phase)}


def _read(kept: Mapping[str, str]) -> Window:
    opens = date.fromisoformat(kept["opens"]) if kept.get("opens") else None
    lock, closes = (datetime.fromisoformat(kept[name]) if kept.get(name) else None for name in ("lock", "closes"))
    return Window(opens, lock, closes)


def kept(window: Window) -> dict[str, str]:
    """A window as the settings keep it."""
    values = {"opens": window.opens, "lock": window.lock, "closes": window.closes}
    return {name: value.isoformat() for name, value in values.items() if value is not None}


def state(window: Window, local: datetime) -> State:
    """Where a window stands at a local moment; a lock holds from its very minute on."""
    if window == NO_WINDOW:
        return "unset"
    if window.closes is not None and local >= window.closes:
        return "closed"
    if window.lock is not None and local >= window.lock:
        return "locked"
    return "before" if window.opens is not None and local.date() < window.opens else "open"


def office_lock(closes: datetime, cal: Calendar) -> datetime:
    """The office's own lock that is proposed: the evening of the last working day before that of the province's."""
    day = working_day_on_or_before(closes.date() - timedelta(days=1), cal)
    return datetime.combine(day, EVENING)


def takes_own(windows: Windows, phase: Phase, local: datetime) -> bool:
    """Whether an official may still change an own mark or explanation; without a window nothing is locked."""
    return state(windows.get(phase, NO_WINDOW), local) in {"unset", "open", "before"}


def takes_office(windows: Windows, phase: Phase, local: datetime) -> bool:
    """Whether the office itself (the council) may still change: until the province locks."""
    return state(windows.get(phase, NO_WINDOW), local) != "closed"


def lock_of(window: Window) -> datetime | None:
    """The lock that officials meet first."""
    locks = [one for one in (window.lock, window.closes) if one is not None]
    return min(locks, default=None)


def warns(window: Window, today: date, cal: Calendar) -> int | None:
    """Working days to the lock, on the days on which that is told; None on all others and when nothing is open."""
    lock = lock_of(window)
    if lock is None or lock.date() < today or (window.opens is not None and today < window.opens):
        return None
    left = working_days_between(today, lock.date(), cal)
    return left if left in WARNED else None
