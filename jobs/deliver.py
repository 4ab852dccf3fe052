"""Deliver the outbox: claim, look again, render, send, mark. Woken by the commit; the tick is for left-overs.

Nothing is lost; at most one duplicate for each send in flight at a kill, marked as such (reliability of the promise:
tests/faults).
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from jobs import fallover
from jobs.claimed import Claims, Job
from jobs.lines import Lines
from jobs.marks import Marks
from jobs.outcome import Sender, Sent, Unsure
from jobs.pace import Pacer
from jobs.pictures import Pictures
from jobs.render import NOTHING, Foreseen, foresee
from jobs.waiting import until
from storage.db import PASSING, Connection, Store
from storage.messages import outbox

log = logging.getLogger(__name__)
IN_FLIGHT = 32
LONGEST = 15.0  # seconds after which the outbox is looked at again, though nobody rang
SHARED = 0.5  # the same where another process may have written, and nobody rings for it
DRAIN_SECONDS = 25


@dataclass(frozen=True, slots=True)
class Right:
    """By what right a process sends.

    Attributes:
        owner: the process, as its claims name it.
        is_held: whether it still holds the lease, asked just before each send.
        answers_only: whether nothing else may leave, since the clock of this machine is wrong.
    """

    owner: str
    is_held: Callable[[], bool] = lambda: True
    answers_only: Callable[[], bool] = lambda: False


class Deliverer:
    """Sends what is in the outbox.

    Args:
        store: the office's memory.
        senders: channels by name.
        now: the wall clock, aware.
        zone: the office's time zone.
        right: by which this process sends.
        pacer: how fast, each channel by itself.
        data_dir: where the relative paths of files to hand over begin.
    """

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        right: Right,
        pacer: Pacer | None = None,
        data_dir: Path = Path(),
    ) -> None:
        self.store, self.senders, self.now, self.zone, self.right = store, senders, now, zone, right
        self.lines = Lines(senders, pacer or Pacer())
        self.claims = Claims(senders, self.lines, zone, data_dir, self.lose)
        self.pictures = Pictures()
        self._longest = LONGEST if store.is_sqlite else SHARED
        self.wake = asyncio.Event()
        self._hurry = asyncio.Event()  # an answer was written, or the end has come: neither waits for the time of a slot
        self.broken: str | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._rows: dict[asyncio.Task[None], int] = {}
        self._marks = Marks(store)
        self._end = asyncio.Event()

    async def run(self) -> None:
        """Deliver until stopped; then what is under way is finished."""
        while not self._end.is_set() and self.broken is None:
            self.wake.clear()
            try:
                started = await self.start_some(but=self.lines.quiet()) if self.right.is_held() else 0
                if not started:
                    await self._rest()
            except PASSING as error:
                log.error("the database is away: %s", type(error).__name__)
                await asyncio.sleep(1)
        await self.drain()

    def ring(self) -> None:
        """Something to send was committed."""
        self.lines.rung()
        self.wake.set()

    def answered(self) -> None:
        """An answer to somebody who waits for it was committed."""
        self._hurry.set()
        self.ring()

    def stop(self) -> None:
        """Claim nothing more."""
        self._end.set()
        self.answered()

    async def drain(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS)

    async def start_some(self, but: Collection[str] = ()) -> int:
        """Start as many sends as slots are free.

        Args:
            but: channels that have nothing to send, as is known.

        Returns:
            How many rows were claimed.
        """
        is_hurried, most = self._hurry.is_set(), IN_FLIGHT - len(self._tasks)
        rooms = {name: room for name, room in self.lines.free(most).items() if name not in but}
        early = self.lines.free(most, early=True) if is_hurried else {}
        sooner = {name: room for name, room in early.items() if name not in rooms}
        if not rooms and not sooner:
            return 0
        self._hurry.clear()
        foreseen = NOTHING if is_hurried else await self._foreseen(rooms)
        if not is_hurried and not foreseen.rows:
            return 0  # the writer is not troubled for nothing
        jobs, claimed = await self.store.write(lambda db: self._claim(db, rooms, sooner, foreseen))
        for job in jobs:
            self.lines.pacer(job.row.channel).take()
            task = asyncio.create_task(self._send(job))
            self._tasks.add(task)
            self._rows[task] = job.row.id
            task.add_done_callback(self._finished)
        return claimed

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._rows.pop(task, None)
        if len(self._tasks) == IN_FLIGHT - 1 or self.lines.is_held():
            self.wake.set()  # something that is due waits for a place, or behind another message to its chat
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery failed", exc_info=error)

    async def _rest(self) -> None:
        """Sleep until something is due, a slot is free, a send ends, or a commit wakes us."""
        if wait := self.lines.wait():
            await until(self._hurry, wait)
            if self._hurry.is_set():
                await until(self._end, self.lines.wait(early=True))
            return
        await until(self.wake, min(max(0.05, self.lines.silence(self._longest)), self.lines.next_free()))

    def _leaving(self) -> int:
        """The last lane of which anything may leave."""
        return outbox.ANSWER if self.right.answers_only() else outbox.BULK

    async def _foreseen(self, rooms: Mapping[str, int]) -> Foreseen:
        """What is ready to go, as a look beside the writer finds it; of channels with nothing, when to look again is kept."""
        now, leaving = self.now(), self._leaving()

        def look(db: Connection) -> tuple[Foreseen, datetime | None]:
            found = outbox.peek(db, rooms.keys(), min(rooms.values()), now, leaving=leaving)
            return foresee(db, found, now, self.zone), None if found else outbox.next_at(db, rooms, leaving=leaving)

        foreseen, due = await self.store.read(look)
        if not foreseen.rows and not self.wake.is_set():  # nobody rang meanwhile
            wait = self._longest if due is None else min(self._longest, (due - now).total_seconds())
            self.lines.nothing(rooms, wait)
        return foreseen

    def _claim(
        self, db: Connection, rooms: Mapping[str, int], sooner: Mapping[str, int], foreseen: Foreseen
    ) -> tuple[list[Job], int]:
        """Claim rows, of some lines answers only, and give them their words, all in one transaction."""
        at, now, leaving, claimed = self.lines.clock(), self.now(), self._leaving(), []
        for free, last_lane in ((rooms, leaving), (sooner, outbox.ANSWER)):
            if free:
                most = min(free.values())
                claimed += outbox.claim(db, self.right.owner, free.keys(), most, now, last_lane=last_lane, leaving=leaving)
        found = [self.claims.prepared(db, row, now, at, foreseen) for row in claimed]
        return [job for job in found if job], len(claimed)

    async def _send(self, job: Job) -> None:
        message = await self.pictures.drawn(job.message)
        if not self.right.is_held() or job.row.channel not in self.lines.running():  # stopped since the row was claimed
            await self._if_ours(job, lambda db: self.claims.unsent(db, job, self.now()))
            return
        sender = self.senders[job.row.channel]
        try:
            outcome = await sender.send(job.row.chat.partition(":")[2], message, job.edits)
        except Exception as error:
            log.exception("channel %s failed", sender.name)
            outcome = Unsure(type(error).__name__)
        if isinstance(outcome, Sent):
            self.lines.works(sender.name)
            await self._marks.add((job.row.id, outcome.message_id, self.now()))
            if job.row.kind == outbox.SECRET:
                await self.store.write(lambda db: outbox.forget_words(db, job.row.id))
        else:
            await self._if_ours(job, lambda db: self.claims.settle(db, job, outcome, self.now()))

    async def _if_ours(self, job: Job, work: Callable[[Connection], None]) -> None:
        """Change a row, unless another holder of the lease took it over while we were frozen or cut off."""
        await self.store.write(lambda db: work(db) if outbox.holds(db, job.row.id, self.right.owner) else None)
        self.ring()

    async def sweep(self) -> None:
        """Rows that this process claimed but no longer sends (a failed write) are recorded or doubted; what waits for a channel
        that has been away for long goes to other chats.
        """
        if self._marks:
            await self._marks.add()
        active = {job for task in self._tasks if (job := self._rows.get(task))}
        await self.store.write(lambda db: outbox.doubt_stale(db, self.right.owner, active, self.now() + outbox.UNSURE_WAITS[0]))
        if await self.store.write(self._fall_over):
            self.ring()

    def _fall_over(self, db: Connection) -> int:
        """What waits for a channel that is away, or is not set up any more, goes to other chats; returns how many rows."""
        now, usable = self.now(), self.lines.usable()
        away = {name: now - span for name, span in self.lines.away(fallover.AFTER).items()}
        away |= fallover.channels_gone(db, list(self.senders), now)
        return sum(fallover.channel_away(db, name, since, now, self.zone, usable) for name, since in away.items())

    def lose(self, channel: str, reason: str) -> None:
        """Nothing more is sent on a channel."""
        if not self.lines.lose(channel, fallover.AFTER):
            self.broken = reason
        self.ring()

    async def run_until_idle(self) -> int:
        """Send everything that is due now; for the demo and for tests with their own clock.

        Returns:
            How many rows were claimed.
        """
        total = 0
        while self.right.is_held() and self.broken is None and (claimed := await self.start_some()):
            total += claimed
            await self.drain()
        return total
