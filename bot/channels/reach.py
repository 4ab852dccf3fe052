"""Reaching a platform at the start, however long the network takes."""

import asyncio
import logging
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
