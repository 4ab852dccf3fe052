"""How much one device may ask for, how much of a body is read, and who goes first."""

import asyncio
import time
from collections.abc import Callable

from starlette.requests import ClientDisconnect, Request

from bot.web.requests import TooLong, body_of


class Buckets:
    """So many at once, then so many a second, for each key.

    Args:
        burst: at once.
        rate: refilled a second.
    """

    def __init__(self, burst: int, rate: float) -> None:
        self.burst, self.rate = burst, rate
        self._kept: dict[int | str, tuple[float, float]] = {}

    def wait(self, key: int | str) -> float:
        """Take one, or say in how many seconds there will be one."""
        now = time.monotonic()
        left, at = self._kept.get(key, (float(self.burst), now))
        left = min(self.burst, left + (now - at) * self.rate)
        if left < 1:
            self._kept[key] = (left, now)
            return (1 - left) / self.rate
        if len(self._kept) > 10_000:
            full = self.burst / self.rate
            self._kept = {one: value for one, value in self._kept.items() if now - value[1] < full}
        self._kept[key] = (left - 1, now)
        return 0.0


class Bulk:
    """What can wait shares so many bytes a second, and stands aside while somebody waits for an answer, but never for long.

    Twelve megabytes a second fill an office's line of 100 Mbit/s; ten uploads without a bound made a tap's answer three times as
    slow (measured: benchmarks, "room").

    Args:
        rate: bytes a second of everybody together.
        hold: seconds that an update has to itself.
        longest: seconds that one step stands aside at most, however many updates come.
        clock: monotonic seconds.
    """

    def __init__(
        self, rate: float = 12 * 2**20, hold: float = 0.1, longest: float = 0.5, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate, self.hold, self.longest, self.clock = rate, hold, longest, clock
        self._next = self._held_until = 0.0

    def somebody_waits(self) -> None:
        self._held_until = self.clock() + self.hold

    def wait(self, size: int) -> float:
        """Take the next place for so many bytes; seconds until it comes."""
        now = self.clock()
        start = max(self._next, now)
        self._next = start + size / self.rate
        return start - now

    async def turn(self, size: int) -> None:
        """Return when so many bytes may come."""
        await asyncio.sleep(self.wait(size))
        await asyncio.sleep(min(self.longest, max(0.0, self._held_until - self.clock())))


async def body_or_none(request: Request, most: int) -> bytes | None:
    """The body; None when it is longer than `most` bytes, nothing when the connection broke."""
    try:
        return await body_of(request, most)
    except TooLong:
        return None
    except ClientDisconnect:
        return b""
