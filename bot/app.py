"""The composition root: settings -> office, channels, clock; everything that runs meets here and nowhere else."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from bot import loading, messengers
from bot.bells import Bells
from bot.channels import Channel
from bot.channels.reach import Reached
from bot.channels.telegram import Poller, Telegram
from bot.channels.upload import Upload
from bot.channels.web import Web
from bot.channels.zalo import Poller as ZaloPoller
from bot.channels.zalo import Zalo
from bot.ears import Ears
from bot.knocks import Knocks
from bot.makers import Apart
from bot.menus import Menus
from bot.pulse import Pulse
from bot.settings import Settings
from bot.standstill import Standstill
from bot.watch import FileLock, LeaseHolder
from bot.web.limits import Bulk
from bot.worker import Worker
from jobs import clock
from jobs.deliver import Deliverer
from jobs.fetch import Fetcher
from jobs.machine_clock import MachineClock
from jobs.making import Maker
from jobs.pace import Limits, Pacer
from jobs.waiting import through
from storage import migrate
from storage.db import PASSING, Connection, Store
from storage.evidence.files import Files
from storage.evidence.parts import Parts
from storage.messages import budgets
from storage.office import menus as bot_names

log = logging.getLogger(__name__)
CONFIG_FAULT = 78  # sysexits: the configuration is wrong
DRAIN_SECONDS = 27  # a clean stop is promised within 30


def utc_now() -> datetime:
    return datetime.now(UTC)


class App:
    """One running process.

    Args:
        settings: checked settings.
        now: the wall clock; the demo and tests set their own.
        channels: given by the demo and by tests; else made from the settings.
    """

    def __init__(
        self, settings: Settings, *, now: Callable[[], datetime] = utc_now, channels: dict[str, Channel] | None = None
    ) -> None:
        self.settings, self.now = settings, now
        self.store = Store(settings.store_url)
        self.bulk = Bulk()
        self.files = Files(settings.data_dir / "evidence")
        self.lease = LeaseHolder(self.store)
        self.machine_clock = MachineClock()
        self.parts = Parts(settings.data_dir / "uploads")
        self.telegram = messengers.telegram(settings, self.machine_clock.heard) if channels is None else None
        self.zalo = messengers.zalo(settings, self.machine_clock.heard) if channels is None else None
        self.web = Web(self.store, now, settings.data_dir) if settings.web_bind else None
        self.channels = self._all_channels(channels)
        self.deliverer = self._make_deliverer()
        self.fetcher = self._make_fetcher()
        self.worker = self._make_worker()
        self.maker = self._make_maker()
        self.pollers = self._make_pollers()
        self.ears = Ears(self.store, self._polled(), now, settings.zone, self._usable, self.deliverer.ring)
        self.standstill, self.knocks = Standstill(self), Knocks(self)
        self.pulse = Pulse()
        self.bells = Bells(self)
        self.fault: str | None = None
        self.more_pages: list[Any] = []  # the demo's: routes beside the web room's own, which may then show it in frames

    def _all_channels(self, given: dict[str, Channel] | None) -> dict[str, Channel]:
        made: list[Channel] = [one for one in (self.telegram, self.zalo) if one is not None]
        channels: dict[str, Channel] = given or {one.name: one for one in made}
        if self.web is not None:
            channels[Web.name] = self.web
        channels[Upload.name] = Upload(self.parts)
        return channels

    def _make_deliverer(self) -> Deliverer:
        settings = self.settings
        return Deliverer(
            self.store,
            self.channels,
            now=self.now,
            zone=settings.zone,
            owner=self.lease.owner,
            pacer=Pacer(Limits(rate=settings.send_rate)),
            may_send=self.lease.is_held,
            data_dir=settings.data_dir,
            answers_only=self.machine_clock.is_far,
        )

    def _make_fetcher(self) -> Fetcher:
        settings = self.settings
        return Fetcher(
            self.store,
            self.files,
            {name: channel.download for name, channel in self.channels.items()},
            self.now,
            settings.zone,
            on_sheet=partial(loading.sheet_arrived, self.store, self.now, zone=settings.zone),
            told=self.deliverer.ring,
            caps={Upload.name: settings.upload_limit_mb * 2**20},
            scanner=settings.clamav_address,
        )

    def _make_worker(self) -> Worker:
        settings = self.settings
        return Worker(
            self.store,
            self.channels,
            now=self.now,
            zone=settings.zone,
            answered=self.answered,
            data_dir=settings.data_dir,
            web=self.web_address,
            door=self.door,
        )

    def _make_maker(self) -> Maker:
        settings = self.settings
        can = {name: one.abilities for name, one in self.channels.items()}
        makers = Apart(settings.store_url, can, settings.zone, settings.data_dir, self.web_address, self.door)
        return Maker(self.store, makers, self.now, told=self.deliverer.answered, may_work=self.lease.is_held)

    def _make_pollers(self) -> dict[str, Reached]:
        made: dict[str, Reached] = {}
        if self.telegram is not None:
            made[Telegram.name] = Poller(self.telegram, self.store, self.now, self.arrived)
        if self.zalo is not None:
            made[Zalo.name] = ZaloPoller(self.zalo, self.store, self.now, self.settings.zone, self.arrived)
        return made

    def _polled(self) -> dict[str, Reached]:
        """The channels that are asked for news, by name; the others ring at the web room."""
        return {name: one for name, one in self.pollers.items() if self.settings.webhook(name) is None}

    @property
    def door(self) -> str | None:
        """The public address of the upload page; None where there is none."""
        settings = self.settings
        return f"{settings.web_url}/gui" if settings.web_url and settings.web_bind else None

    @property
    def web_address(self) -> str | None:
        """Where people find the web room; None when there is none."""
        return self.settings.room_address

    def today(self) -> date:
        """The office's date."""
        return self.now().astimezone(self.settings.zone).date()

    def arrived(self) -> None:
        """New updates were committed."""
        self.bulk.somebody_waits()
        self.worker.wake.set()

    def answered(self, has_files: bool = False, has_wishes: bool = False) -> None:
        """A turn was committed: its messages are waiting, perhaps files to fetch and papers to make."""
        self.deliverer.answered()
        self.worker.wake.set()
        if has_files:
            self.fetcher.wake.set()
        if has_wishes:
            self.maker.wake.set()

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

    def _usable(self) -> set[str]:
        """The channels that may still carry a message."""
        return {name for name in self.channels if name != Upload.name}

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
        if channel == Telegram.name and self.telegram is not None:
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

        await serve(self, stop)
