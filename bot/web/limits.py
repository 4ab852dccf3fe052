"""How much one device may ask for, and how much of a body is read."""

import contextlib
import time
from collections.abc import Callable

from starlette.requests import ClientDisconnect, Request


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


async def body_of(request: Request, most: int) -> bytes | None:
    """The body, counted while it is read; None when it is longer than `most` bytes."""
    data = b""
    with contextlib.suppress(ClientDisconnect):
        async for piece in request.stream():
            data += piece
            if len(data) > most:
                return None
    return data
