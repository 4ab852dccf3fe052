"""The hour at which somebody wants to be asked again today: `sau 2 tiếng`, `30 phút nữa`, `lúc 16h30`, `4 giờ chiều`."""

from collections.abc import Callable
from datetime import datetime, timedelta

from .fold import compose
from .grammar import patterns
from .reading import words_row
from .when_gone import numbers

When = Callable[[datetime, list[int]], datetime | None]
LONGEST = 8
"""Hours that "sau 2h" may mean as a pause; "sau 14h" is an hour of the day."""


def _in(**each: int) -> When:
    return lambda now, n: now + timedelta(**{unit: (n[0] if n else 1) * count for unit, count in each.items()})


def _at(now: datetime, n: list[int]) -> datetime | None:
    """The hour of the day, minutes beside it; None for one that is none or gone by."""
    hour, minute = (*n, 0)[:2]
    at = now.replace(hour=hour, minute=minute, second=0, microsecond=0) if hour < 24 else None
    return at if at and at > now else None


def _after_noon(now: datetime, n: list[int]) -> datetime | None:
    return _at(now, [n[0] + 12 if n[0] < 12 else n[0], *n[1:]])


def _pause(now: datetime, n: list[int]) -> datetime | None:
    return now + timedelta(hours=n[0], minutes=sum(n[1:])) if n[0] <= LONGEST else None


_HOURS: tuple[tuple[str, When], ...] = (
    ("nửa giờ/tiếng", lambda now, _n: now + timedelta(minutes=30)),
    ("sau/thêm/trong khoảng? NUM phút\nNUM phút nữa/sau", _in(minutes=1)),
    ("sau/thêm/trong khoảng? NUM giờ/tiếng\nNUM giờ/tiếng nữa/sau\nmột giờ/tiếng nữa/sau", _in(hours=1)),
    ("CLOCK nữa", _pause),
    ("sau/thêm/trong khoảng? CLOCK !sáng/trưa/chiều/tối", _pause),
    ("CLOCK chiều/tối\nchiều/tối nay? lúc/khoảng/tầm? CLOCK", _after_noon),
    ("lúc/vào/khoảng/tầm/sau CLOCK", _at),
)
"""How an hour is named, in the order tried."""
_RULES = tuple((pattern, when) for lines, when in _HOURS for pattern in patterns(lines))


def later_today(text: str, now: datetime) -> datetime | None:
    """When to ask again on the same day.

    Args: text: the words; now: the local time. Returns: that moment; None where the words name no hour that is ahead.
    """
    row = words_row(compose(text))
    for pattern, when in _RULES:
        if (found := pattern.regex.search(row)) and (at := when(now, numbers(found))):
            return at
    return None
