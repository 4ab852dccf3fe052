"""A running process: its parts are started, kept going until it is told to stop, and drained; everything meets here."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.bells import Bells
from bot.channels import Channel
from bot.channels.reach import Reached
from bot.menus import Menus
from bot.settings import Settings
from bot.watch import FileLock
from bot.wiring import Wiring, utc_now
from jobs import clock
from jobs.waiting import through
from storage import migrate
from storage.db import PASSING, Connection
from storage.messages import budgets
from storage.office import menus as bot_names

log = logging.getLogger(__name__)
CONFIG_FAULT = 78  # sysexits: the configuration is wrong
DRAIN_SECONDS = 27  # a clean stop is promised within 30


class App(Wiring):
    """One running process; its arguments are those of its parts."""

    def __init__(
        self, settings: Settings, *, now: Callable[[], datetime] = utc_now, channels: dict[str, Channel] | None = None
    ) -> None:
        super().__init__(settings, now=now, channels=channels)
        self.bells = Bells(self)
        self.fault: str | None = None

    def prepare(self) -> None:
        """Bring the database to this version's schema."""
        self.settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        migrate.prepare(self.store)

    async def run(self, stop: asyncio.Event) -> int:
        """Work until told to stop, then drain.

        Returns:
            The exit code: 0, or 78 when a channel refuses its token.
        """
        lock = FileLock(self.settings.data_dir) if self.store.is_sqlite else None
        scheduler = clock.timetable(self.bells.timetable(), self.settings.zone)
        ends, others = [], []
        try:
            with contextlib.suppress(*PASSING):  # the bell rings again in five seconds
                await self.bells.renew()
            scheduler.start()
            finishing = [self.deliverer.run(), *(self.worker.run() for _ in range(self.store.workers))]
            ends = [asyncio.ensure_future(step) for step in finishing]
            steps: list[Awaitable[Any]] = [
                self.pulse.run(),
                clock.follow(scheduler),
                self.fetcher.run(),
                self.maker.run(),
                self._web(stop),
                *(self._hear(name, poller, stop) for name, poller in self.pollers.items()),
            ]
            others = [asyncio.ensure_future(step) for step in steps]
            await self._until_stopped(stop, [*ends, *others])
            return CONFIG_FAULT if self.fault else 0
        finally:
            if scheduler.running:
                scheduler.shutdown(wait=False)
            await self._drain(ends, others)
            if lock is not None:
                lock.release()

    async def _until_stopped(self, stop: asyncio.Event, tasks: list[asyncio.Task[Any]]) -> None:
        """Wait for the signal, or for a part that ended though it should not have."""
        waiter = asyncio.ensure_future(stop.wait())
        done, _ = await asyncio.wait([waiter, *tasks], return_when=asyncio.FIRST_COMPLETED)
        waiter.cancel()
        self.fault = self.fault or self.deliverer.broken
        if self.fault:
            log.error("stopping: %s", self.fault)
        for task in done - {waiter}:
            if not task.cancelled() and (error := task.exception()):
                raise error

    async def _drain(self, ends: list[asyncio.Task[Any]], others: list[asyncio.Task[Any]]) -> None:
        """Claim nothing more, finish what is under way, hand the lease back.

        Args:
            ends: parts that end by themselves when told to stop: deliveries and turns.
            others: parts that wait for the network and are simply ended; what they hold is safe in tables.
        """
        self.deliverer.stop()
        self.worker.stop()
        if ends:
            await asyncio.wait(ends, timeout=DRAIN_SECONDS)
        for task in [*ends, *others]:
            task.cancel()
        await asyncio.gather(*ends, *others, return_exceptions=True)
        with contextlib.suppress(Exception):
            await self.lease.release(self.now())
        for channel in (self.telegram, self.zalo):
            if channel is not None:
                await channel.close()
        self.store.close()

    async def _hear(self, channel: str, poller: Reached, stop: asyncio.Event) -> None:
        """Connect when the network allows it, then poll, or let the web room receive."""
        webhook = self.settings.webhook(channel)
        if await poller.connect(webhook):
            await self._connected(channel, poller.name)
            await through(self.bells.tick)
            await (stop.wait() if webhook else poller.run())
        await self._ended(channel, poller.broken, stop)

    async def _connected(self, channel: str, name: str | None) -> None:
        """The platform knows us: the bot's name for invitations; whatever was wrong before is over."""
        now = self.now()

        def note(db: Connection) -> None:
            bot_names.keep_bot_name(db, channel, name)
            budgets.set_fault(db, channel, None, now)

        await through(lambda: self.store.write(note))
        if self.telegram is not None and channel == self.telegram.name:
            self.bells.menus = Menus(self.telegram, self.store)
            await through(self.bells.refresh_menus)

    async def _ended(self, channel: str, fault: str | None, stop: asyncio.Event) -> None:
        """A refused token ends its channel; the process goes on as long as another channel works."""
        if fault is None:
            return
        now = self.now()
        log.error("channel %s is stopped: %s", channel, fault)
        await through(lambda: self.store.write(lambda db: budgets.set_fault(db, channel, fault, now)))
        self.deliverer.lose(channel, fault)
        if self.deliverer.broken is None:
            await stop.wait()

    async def _web(self, stop: asyncio.Event) -> None:
        """The web room, unless WEB_BIND is empty."""
        if not self.settings.web_bind:
            await stop.wait()
            return
        from bot.web.server import serve

        self.fault = await serve(self, stop)
