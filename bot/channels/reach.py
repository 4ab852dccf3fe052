"""Reaching a platform at the start, however long the network takes."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)
LONGEST = 60.0  # seconds between two tries


async def reach(name: str, attempt: Callable[[], Awaitable[None]], *, refused: type[Exception], passing: type[Exception]) -> bool:
    """Try until it works.

    Args:
        name: of the platform, for the log.
        attempt: connects, and says how updates come.
        refused: the token is no good: trying again is useless.
        passing: everything else that may go wrong there.

    Returns:
        False when the token is refused.
    """
    wait = 1.0
    while True:
        try:
            await attempt()
        except refused:
            return False
        except passing as error:
            log.warning("%s cannot be reached (%s), trying again in %.0f s", name, type(error).__name__, wait)
            await asyncio.sleep(wait)
            wait = min(LONGEST, wait * 2)
        else:
            return True


class Reached:
    """What a poller knows of its platform: our name there, whether the token is refused, and when it last answered."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.broken: str | None = None
        self.conflicts = 0  # times in a row that another process took the updates
        self._heard = time.monotonic()

    def deaf_for(self) -> float:
        """Seconds since the platform last answered."""
        return time.monotonic() - self._heard

    def note(self, is_reached: bool, refusal: str) -> bool:
        """Keep how the first connection ended, and give it back."""
        if is_reached:
            self._heard = time.monotonic()
        else:
            self.broken = refusal
        return is_reached
