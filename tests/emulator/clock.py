"""Time that a test can move, and a bell that a test can wait for."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Clock:
    """The real clock plus a shift; moving it moves expiry and rate windows, not the event loop."""

    def __init__(self) -> None:
        self.shift = 0.0

    def now(self) -> float:
        return time.time() + self.shift

    def monotonic(self) -> float:
        return time.monotonic() + self.shift

    def advance(self, seconds: float) -> None:
        self.shift += seconds


class Bell:
    """Rung at every change of what people can see; waiting on it needs no polling."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        rung, self._event = self._event, asyncio.Event()
        rung.set()

    async def until(self, look: Callable[[], Found | None], timeout: float) -> Found:  # noqa: ASYNC109
        """Return the first thing (not empty, not False) that `look` finds, or raise TimeoutError."""
        async with asyncio.timeout(timeout):
            while not (found := look()):
                await self._event.wait()
            return found
