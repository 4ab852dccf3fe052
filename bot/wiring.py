"""What one process is made of, put together from the settings: office, channels, whoever works, sends and watches."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from bot import loading, messengers, sheets
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
from bot.pulse import Pulse
from bot.settings import Settings
from bot.standstill import Standstill
from bot.turn import Site
from bot.watch import LeaseHolder
from bot.web.limits import Bulk
from bot.worker import Worker
from jobs.deliver import Deliverer, Right
from jobs.fetch import Fetcher, Source, Tables
from jobs.machine_clock import MachineClock
from jobs.making import Maker
from jobs.pace import Limits, Pacer
from storage.db import Store
from storage.evidence.files import Files
from storage.evidence.parts import Parts


def utc_now() -> datetime:
    return datetime.now(UTC)


class Wiring:
    """The parts of one process.

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
        self.standstill = Standstill(self.store, self.lease, self.channels, now, settings.zone)
        self.knocks = self._make_knocks()
        self.pulse = Pulse()
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
            right=Right(self.lease.owner, self.lease.is_held, self.machine_clock.is_far),
            pacer=Pacer(Limits(rate=settings.send_rate)),
            data_dir=settings.data_dir,
        )

    def _make_fetcher(self) -> Fetcher:
        settings = self.settings
        most = settings.upload_limit_mb * 2**20
        return Fetcher(
            self.store,
            self.files,
            {name: Source(one.download, most if name == Upload.name else None) for name, one in self.channels.items()},
            self.now,
            settings.zone,
            Tables(partial(loading.sheet_arrived, self.store, self.now, zone=settings.zone), sheets.expect, sheets.dismiss),
            told=self.deliverer.ring,
            scanner=settings.clamav_address,
        )

    def _make_worker(self) -> Worker:
        return Worker(
            self.store,
            self.channels,
            now=self.now,
            site=self.site,
            answered=self.answered,
        )

    def _make_maker(self) -> Maker:
        can = {name: one.abilities for name, one in self.channels.items()}
        makers = Apart(self.settings.store_url, can, self.site)
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

    def _make_knocks(self) -> Knocks | None:
        """Telegram's webhook is watched where there is one."""
        webhook = self.settings.webhook(Telegram.name)
        return Knocks(self.telegram, webhook[0], self.ears) if self.telegram is not None and webhook else None

    def _usable(self) -> set[str]:
        """The channels that may still carry a message."""
        return {name for name in self.channels if name != Upload.name}

    @property
    def site(self) -> Site:
        """Where steps are told that the office is served from."""
        settings = self.settings
        door = f"{settings.web_url}/gui" if settings.web_url and settings.web_bind else None
        return Site(settings.zone, settings.data_dir, settings.room_address, door)

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
