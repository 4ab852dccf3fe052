"""Records what was sent: one commit for all answers that came while the writer was busy with something else."""

import asyncio
from collections import deque
from datetime import datetime

from storage.db import Connection, Store
from storage.messages import outbox

Mark = tuple[int, str | None, datetime]
"""The outbox row, the message's number on its platform, and when the answer came."""


class Marks:
    """What was answered and is not recorded yet; filled by the loop, emptied by the writer.

    Args:
        store: the office's memory.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._waiting: deque[Mark] = deque()
        self._writing: asyncio.Task[None] | None = None

    def __bool__(self) -> bool:
        """Whether something could not be recorded yet."""
        return bool(self._waiting)

    async def add(self, *marks: Mark) -> None:
        """Record these and whatever else waits; what could not be written stays for the next time."""
        self._waiting.extend(marks)
        if self._writing is None:
            self._writing = asyncio.ensure_future(self._write())
        await asyncio.shield(self._writing)

    async def _write(self) -> None:
        taken: list[Mark] = []

        def write(db: Connection) -> None:
            self._writing = None  # whoever comes from here on asks anew: this one may not see it any more
            while self._waiting:
                taken.append(self._waiting.popleft())
            if taken:
                outbox.mark_sent(db, taken)

        try:
            await self.store.write(write)
        except BaseException:
            self._writing = None
            self._waiting.extend(taken)
            raise
