"""Wait for something to happen, so long at most."""

import asyncio


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
