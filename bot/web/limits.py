"""How much one device may ask for, and how much of a body is read."""

import time
from collections.abc import Callable

from starlette.requests import ClientDisconnect, Request

from bot.web.requests import TooLong, body_of


class Buckets:
    """So many at once, then so many a second, for each key.

    Args:
        burst: at once.
        rate: refilled a second.
        clock: monotonic seconds.
    """

    def __init__(self, burst: int, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.rate, self.clock = burst, rate, clock
        self._kept: dict[int | str, tuple[float, float]] = {}

    def wait(self, key: int | str) -> float:
        """Take one, or say in how many seconds there will be one."""
        now = self.clock()
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


async def body_or_none(request: Request, most: int) -> bytes | None:
    """The body; None when it is longer than `most` bytes, nothing when the connection broke."""
    try:
        return await body_of(request, most)
    except TooLong:
        return None
    except ClientDisconnect:
        return b""
