"""Wait for something to happen, so long at most; or for the database to come back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.db import PASSING

log = logging.getLogger(__name__)
T = TypeVar("T")


async def until(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event.

    Not by `asyncio.wait_for`: that of Python 3.11 can swallow a cancellation.

    Returns:
        Whether it came in time.
    """
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


async def through(step: Callable[[], Awaitable[T]]) -> T:
    """Take a step that must not fail for want of the database, again and again while that is away."""
    while True:
        try:
            return await step()
        except PASSING as error:
            log.error("waiting for the database: %s", type(error).__name__)
            await asyncio.sleep(1)
