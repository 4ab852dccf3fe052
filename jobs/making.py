"""Papers that people asked for, made beside the loop and beside the writer.

A turn leaves a wish (`messages.wishes`) and answers at once. In a process of its own its facts are read, all of one moment, and
the paper is written with no transaction open; what is to be sent takes the wish's place in the outbox. A kill at any step
leaves the wish.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from jobs.aside import aside
from jobs.waiting import until
from locales.message import Message
from storage.db import PASSING, Connection, Store
from storage.messages import outbox, wishes
from storage.messages.outbox import Draft
from storage.messages.wishes import Wish

log = logging.getLogger(__name__)
TICK, SHARED = 10.0, 0.5  # seconds after which wishes are looked for though nobody rang: alone, and beside other processes

Later = Callable[[], list[Message]]
"""What writes a paper once its facts are read; the messages that hand it over."""


class Waits(Exception):
    """It was not made this time, and nothing says that it never will be."""


class Makers(Protocol):
    """How papers are made, given by the composition root."""

    def make(self, wish: Wish, now: datetime) -> list[Message]:
        """Make it, which may take long; nothing where this person may not have it any more.

        Raises:
            Waits: the database is away, or what made it was ended from outside.
        """
        ...

    def handed(self, db: Connection, wish: Wish, message: Message, now: datetime) -> Message:
        """A message with its file, in the way that the wish's chat can take it."""
        ...


class Maker:
    """The job; one process at a time does it, the one that sends.

    Args:
        store: the office's memory.
        makers: how papers are made.
        now: the wall clock.
        told: called when something may leave.
        may_work: whether this process holds the lease.
    """

    def __init__(
        self,
        store: Store,
        makers: Makers,
        now: Callable[[], datetime],
        *,
        told: Callable[[], None] = lambda: None,
        may_work: Callable[[], bool] = lambda: True,
    ) -> None:
        self.store, self.makers, self.now, self.told, self.may_work = store, makers, now, told, may_work
        self.wake = asyncio.Event()
        self._tick = TICK if store.is_sqlite else SHARED

    async def run(self) -> None:
        """Make one paper after another until cancelled."""
        while True:
            self.wake.clear()
            try:
                await self.run_once()
            except (*PASSING, Waits) as error:
                log.error("papers wait: %s", error if isinstance(error, Waits) else type(error).__name__)
            await until(self.wake, self._tick)

    async def run_once(self) -> int:
        """Make all that is wished for; returns how many wishes ended."""
        ended = 0
        while self.may_work() and await self.store.read(wishes.any_waits):
            wish = await self.store.write(wishes.begin)
            if wish is not None:
                await self._end(wish)
                ended += 1
        return ended

    async def _end(self, wish: Wish) -> None:
        """Whatever becomes of it is said: the paper, or that there is none."""
        made: list[Message] | None = None
        if wish.tries <= wishes.TRIES:
            try:
                made = await aside(partial(self.makers.make, wish, self.now()))
            except (*PASSING, Waits):
                raise
            except Exception:
                log.exception("%s was not made", wish.makes)
        await self.store.write(partial(self._settle, wish=wish, made=made))
        self.told()

    def _settle(self, db: Connection, *, wish: Wish, made: list[Message] | None) -> None:
        now = self.now()
        if made is None:
            wishes.fail(db, wish, now)
        elif not made:
            wishes.drop(db, wish, "not this person's any more")
        elif wish.part > len(made):
            wishes.drop(db, wish, "fewer parts by now")
        else:
            first, *others = [self.makers.handed(db, wish, one, now) for one in made[wish.part - 1 :]]
            if wishes.fulfil(db, wish, first.as_payload(), now, is_secret=first.secret) and wish.part == 1:
                outbox.add(db, [_draft(wish, one, part) for part, one in enumerate(others, 2)], now)


def _draft(wish: Wish, message: Message, part: int) -> Draft:
    """A further part of what was wished for; should it be lost before it is sent, it alone is made again."""
    kind = outbox.SECRET if message.secret else "message"
    again = {} if message.secret else {"makes": wish.makes, "part": part}
    return Draft(f"{wish.key}:{part}", wish.chat, message.as_payload() | again, kind, person_id=wish.person_id)
