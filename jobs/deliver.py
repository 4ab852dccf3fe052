"""Deliver the outbox: claim, look again, render, send, mark. Woken by the commit; the tick is for left-overs.

Nothing is lost; at most one duplicate for each send in flight at a kill, marked as such (reliability of the promise:
tests/faults).
"""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from jobs import alarm
from jobs.outcome import Broken, Moved, NotSent, Outcome, Rejected, Sender, Sent, Unreachable, Unsure, Wait
from jobs.pace import Pacer
from jobs.render import ready
from locales.message import Message
from storage import outbox
from storage.db import PASSING, Connection, Store
from storage.outbox import Claimed

log = logging.getLogger(__name__)
IN_FLIGHT = 32
FIRST_RETRY, LAST_RETRY = 2.0, 300.0
DRAIN_SECONDS = 25


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed row with its words and the message that it edits."""

    row: Claimed
    message: Message
    edits: str | None


class Deliverer:
    """Sends what is in the outbox.

    Args:
        store: the office's memory.
        senders: channels by name.
        now: the wall clock, aware.
        zone: the office's time zone.
        owner: this process, as the claims name it.
        pacer: how fast.
        may_send: whether this process still holds the lease, asked just before each send.
        data_dir: where the relative paths of files to hand over begin.
    """

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        owner: str,
        pacer: Pacer | None = None,
        may_send: Callable[[], bool] = lambda: True,
        data_dir: Path = Path(),
    ) -> None:
        self.store, self.senders, self.now, self.zone, self.owner = store, senders, now, zone, owner
        self.pacer = pacer or Pacer()
        self.may_send, self.data_dir = may_send, data_dir
        self.wake = asyncio.Event()
        self.broken: str | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._rows: dict[asyncio.Task[None], int] = {}
        self._marks: list[tuple[int, str | None, datetime]] = []
        self._failures = 0
        self._stopping = False

    async def run(self) -> None:
        """Deliver until stopped; then what is under way is finished."""
        while not self._stopping and self.broken is None:
            self.wake.clear()
            try:
                started = await self.start_some() if self.may_send() else 0
                if not started:
                    await self._rest()
            except PASSING as error:
                log.error("the database is away: %s", type(error).__name__)
                await asyncio.sleep(1)
        await self.drain()

    def stop(self) -> None:
        """Claim nothing more."""
        self._stopping = True
        self.wake.set()

    async def drain(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS)

    async def start_some(self) -> int:
        """Start as many sends as slots are free.

        Returns:
            How many rows were claimed.
        """
        room = self.pacer.free(IN_FLIGHT - len(self._tasks))
        if room <= 0 or not self.senders:
            return 0
        jobs, claimed = await self.store.write(lambda db: self._claim(db, room))
        for job in jobs:
            self.pacer.take()
            task = asyncio.create_task(self._send(job))
            self._tasks.add(task)
            self._rows[task] = job.row.id
            task.add_done_callback(self._finished)
        return claimed

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._rows.pop(task, None)
        self.wake.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("delivery failed", exc_info=error)

    async def _rest(self) -> None:
        """Sleep until something is due, a slot is free, a send ends, or a commit wakes us."""
        wait = self.pacer.wait()
        if not wait:
            due = await self.store.write(outbox.next_at)
            wait = 15.0 if due is None else min(15.0, max(0.05, (due - self.now()).total_seconds()))
        try:
            async with asyncio.timeout(wait):
                await self.wake.wait()
        except TimeoutError:
            return
        if self.pacer.wait():
            await asyncio.sleep(self.pacer.wait())

    def _claim(self, db: Connection, room: int) -> tuple[list[Job], int]:
        """Claim rows and give them their words, all in one transaction."""
        now = self.now()
        claimed = outbox.claim(db, self.owner, list(self.senders), room, now)
        jobs = []
        for row in claimed:
            if wait := self.pacer.chat_wait(row.chat):
                outbox.give_back(db, row.id, now + timedelta(seconds=wait), counts=False)
                continue
            try:
                job = self._words(db, row, now)
            except Exception:
                log.exception("no words for outbox row %s", row.id)
                outbox.close(db, row.id, "dead", "rendering failed")
                alarm.undelivered(db, row, now)
                continue
            if job:
                jobs.append(job)
        return jobs, len(claimed)

    def _words(self, db: Connection, row: Claimed, now: datetime) -> Job | None:
        made = ready(db, row, now, self.zone)
        if made.message is None:
            outbox.close(db, row.id, "expired" if made.note == "expired" else "cancelled", made.note)
            return None
        edits = row.edits
        if edits and edits.startswith("row:"):
            found = outbox.message_of(db, edits.removeprefix("row:"))
            edits = found[1] if found else None
        message = _located(made.message, self.data_dir)
        return Job(row, message, edits if self.senders[row.channel].abilities.edits else None)

    async def _send(self, job: Job) -> None:
        if not self.may_send():
            await self.store.write(lambda db: outbox.give_back(db, job.row.id, self.now(), counts=False))
            return
        sender = self.senders[job.row.channel]
        try:
            outcome = await sender.send(job.row.chat.partition(":")[2], job.message, job.edits)
        except Exception as error:
            log.exception("channel %s failed", sender.name)
            outcome = Unsure(type(error).__name__)
        if isinstance(outcome, Sent):
            self._failures = 0
            self._marks.append((job.row.id, outcome.message_id, self.now()))
            await self._mark()
            if job.row.kind == outbox.SECRET:
                await self.store.write(lambda db: outbox.forget_words(db, job.row.id))
        else:
            await self.store.write(lambda db: self._settle(db, job.row, outcome))

    async def _mark(self) -> None:
        """Record every answer that came meanwhile in one commit; what could not be written stays for the next one."""
        taken: list[tuple[int, str | None, datetime]] = []

        def write(db: Connection) -> None:
            taken[:], self._marks = self._marks, []
            if taken:
                outbox.mark_sent(db, taken)

        try:
            await self.store.write(write)
        except BaseException:
            self._marks = taken + self._marks
            raise

    async def sweep(self) -> None:
        """Rows that this process claimed but no longer sends (a failed write): record them, or doubt them."""
        if self._marks:
            await self._mark()
        active = {job for task in self._tasks if (job := self._rows.get(task))}
        await self.store.write(lambda db: outbox.doubt_stale(db, self.owner, active, self.now() + outbox.UNSURE_WAIT))

    def _settle(self, db: Connection, row: Claimed, outcome: Outcome) -> None:
        """The error table: what becomes of a row that was not sent."""
        now = self.now()
        match outcome:
            case Wait(seconds):
                self.pacer.pause(seconds + 0.5 + random.random() / 2)  # noqa: S311 - jitter, not a secret
                outbox.give_back(db, row.id, now + timedelta(seconds=seconds), counts=False)
            case NotSent(reason):
                log.warning("not sent: %s", reason)
                wait = self._back_off()
                self.pacer.pause(wait)
                outbox.give_back(db, row.id, now + timedelta(seconds=wait), counts=False)
            case Unsure(reason):
                log.warning("unsure whether row %s was sent: %s", row.id, reason)
                repeat = self.senders[row.channel].abilities.repeats
                if outbox.doubt(db, row.id, now + outbox.UNSURE_WAIT, repeat=repeat):
                    alarm.undelivered(db, row, now)
            case Unreachable(reason):
                outbox.close(db, row.id, "dead", reason)
                alarm.unreachable(db, row, reason, now)
            case Moved(chat_id):
                outbox.move_chat(db, row.chat, f"{row.channel}:{chat_id}")
                outbox.give_back(db, row.id, now, counts=False)
            case Rejected(reason):
                log.error("row %s was rejected: %s", row.id, reason)
                outbox.close(db, row.id, "dead", reason)
                alarm.undelivered(db, row, now)
            case Broken(reason):
                outbox.give_back(db, row.id, now, counts=False)
                self.broken = reason
                self.wake.set()

    def _back_off(self) -> float:
        """Full jitter, from two seconds to five minutes."""
        self._failures += 1
        most: float = min(LAST_RETRY, FIRST_RETRY * 2**self._failures)
        return max(1.0, random.random() * most)  # noqa: S311 - jitter

    async def run_until_idle(self) -> int:
        """Send everything that is due now; for the demo and for tests with their own clock.

        Returns:
            How many rows were claimed.
        """
        total = 0
        while self.may_send() and self.broken is None and (claimed := await self.start_some()):
            total += claimed
            await self.drain()
        return total


def _located(message: Message, data_dir: Path) -> Message:
    """The file's path as this machine has it; the outbox keeps it relative, so that a restored copy may lie elsewhere."""
    if message.file is None:
        return message
    return replace(message, file=message.file | {"path": str(data_dir / message.file["path"])})
