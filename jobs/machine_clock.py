"""Whether the clock of this machine can be believed: the platforms' answers bear the date (reliability notes, "Time")."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

TOLD = timedelta(minutes=2)  # reminders are planned to the minute
FAR = timedelta(hours=1)  # wrong by so much, everybody would be reminded at a wrong hour, or on a wrong day
STEP = timedelta(minutes=1)  # the wall clock ran ahead of time itself, or behind: it was set, or the machine slept
OFTEN, FRESH = 5.0, 600.0  # seconds between two dates that are read; after which one is old
STALE = 1800.0  # seconds: an office cut off from its platforms has its own clock alone


Dated = Callable[[str | None], None]
"""Told the `Date` header of each answer of a platform."""


def undated(_date: str | None) -> None:
    """Where nobody minds the time."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What an answer said: how far the wall clock was off, where it stood, and when that was by the clock that nobody sets."""

    off: timedelta
    wall: datetime
    at: float


class MachineClock:
    """The wall clock of this machine against that of the platforms.

    Between two answers the monotonic clock tells whether the wall clock was set, so that a wrong step is known at once.

    Args:
        wall: the machine's clock.
        monotonic: seconds since some moment.
    """

    def __init__(
        self, wall: Callable[[], datetime] = lambda: datetime.now(UTC), monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._heard: _Heard | None = None
        self._began = monotonic()

    def waits(self, seconds: float) -> bool:
        """Whether no platform has told the time yet, so soon after the start.

        Args:
            seconds: from the start on.
        """
        return self._heard is None and self._monotonic() - self._began < seconds

    def heard(self, date: str | None) -> None:
        """An answer came.

        Args:
            date: its `Date` header (RFC 9110), if it has one.
        """
        wall, at, last = self._wall(), self._monotonic(), self._heard
        if date is None or (last and at - last.at < OFTEN and abs(_step(last, wall, at)) < STEP):
            return
        try:
            told = parsedate_to_datetime(date)
        except ValueError:
            return
        self._heard = _Heard(wall - told if told.tzinfo else wall - told.replace(tzinfo=UTC), wall, at)

    def off(self) -> timedelta:
        """How far the wall clock is ahead of the platforms' by now; zero when nobody has told the time for long."""
        last, at = self._heard, self._monotonic()
        if last is None or at - last.at > STALE:
            return timedelta(0)
        return last.off + _step(last, self._wall(), at)

    def is_far(self) -> bool:
        """Whether nobody may be reminded by this clock."""
        return abs(self.off()) >= FAR

    def is_doubtful(self) -> bool:
        """Whether a platform should be asked anew: the clock was set, the machine slept, or the last answer is old."""
        last, at = self._heard, self._monotonic()
        return last is not None and (at - last.at > FRESH or abs(_step(last, self._wall(), at)) >= STEP)


def _step(last: _Heard, wall: datetime, at: float) -> timedelta:
    """How far the wall clock was moved since an answer."""
    return wall - last.wall - timedelta(seconds=at - last.at)
