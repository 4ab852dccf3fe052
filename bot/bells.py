"""What the clock rings for in a running process. What one process alone may do is done by whoever holds the lease."""

import asyncio

from bot import ears, knocks, menus, nightly, standstill, surroundings
from bot.channels.telegram import Telegram
from bot.wiring import Wiring
from jobs import clock, housekeeping, keeping
from jobs.clock import Bell

FIRST_ANSWER = 10.0  # seconds that the plan waits at the start for a platform to tell the time


class Bells:
    """The bells of one process.

    Args:
        app: the parts that they ring for.
    """

    def __init__(self, app: Wiring) -> None:
        self.app = app
        self.menus: menus.Menus | None = None  # once Telegram knows us

    def timetable(self) -> dict[str, tuple[int, Bell]]:
        """Each bell by name, with its seconds."""
        return {
            "lease": (5, self.renew),
            "tick": (clock.TICK, self.tick),
            "time": (clock.TICK, self.ask_the_time),
            "sweep": (30, self.app.deliverer.sweep),
            "watch": (ears.LOOK, self._alone(self.watch)),
            "knocks": (knocks.LOOK, self._alone(self.knock)),
            "standstill": (standstill.LOOK, self.app.standstill.look),
            "webhook": (3600, self._alone(self.take_back)),
            "surroundings": (600, self._alone(self.look_around)),
            "pulse": (5, self.sign),
            "menus": (20, self._alone(self.refresh_menus)),
            "uploads": (20, self._alone(self.tidy_uploads)),
            "backup": (600, self._alone(self.back_up)),
            "keep house": (6 * 3600, self._alone(self.keep_house)),
        }

    def _alone(self, bell: Bell) -> Bell:
        """The same bell, which rings only in the process that holds the lease."""

        async def rings() -> None:
            if self.app.lease.is_held():
                await bell()

        return rings

    async def renew(self) -> None:
        """Hold the lease; when it is gained, look first at what the last holder left."""
        app, now = self.app, self.app.now()
        await app.lease.renew(now)
        if app.lease.is_new():
            await app.store.write(lambda db: clock.wake_up(db, now, app.settings.zone, app.lease.owner))
            app.lease.settle()
            await keeping.at_start(app.store, app.files, now)
            await self.tick()
        app.deliverer.ring()
        await app.standstill.remember()

    async def tick(self) -> None:
        """Plan what has become due."""
        app = self.app
        if not app.lease.is_held() or not self.knows_the_time():
            return
        if await clock.tick(app.store, app.now(), app.settings.zone, papers=True):
            app.deliverer.ring()
            app.maker.wake.set()

    def knows_the_time(self) -> bool:
        """The plan waits a moment for the first platform to tell the time, and as long as ours is far from it."""
        machine_clock = self.app.machine_clock
        waits = self.app.pollers and machine_clock.waits(FIRST_ANSWER)
        return not waits and not machine_clock.is_far()

    async def ask_the_time(self) -> None:
        """Ask whoever answers, when our own clock was set or the machine slept; and tell the coordinators if it is wrong."""
        app = self.app
        if app.machine_clock.is_doubtful():
            await asyncio.gather(*(one.greet() for one in app.pollers.values()))
        if app.lease.is_held() and await surroundings.clock_off(app.store, app.machine_clock, app.now(), app.settings.zone):
            app.deliverer.ring()

    async def watch(self) -> None:
        """Who sends says when a platform is not heard any more."""
        await self.app.ears.look()
        if any(one.conflicts for one in self.app.pollers.values()):
            await self.take_back()

    async def knock(self) -> None:
        if self.app.knocks is not None:
            await self.app.knocks.look()

    async def take_back(self) -> None:
        """A webhook that is not ours takes the updates, and in webhook mode makes no sound."""
        app = self.app
        if app.telegram is None or self.menus is None:
            return
        if (found := await app.telegram.take_back(app.settings.webhook(Telegram.name))) is not None:
            await surroundings.led_elsewhere(app.store, Telegram.name, found, app.now())
            app.deliverer.ring()

    async def look_around(self) -> None:
        """Tell coordinators of a disk or a database that fills up, and of copies that nobody makes any more."""
        app = self.app
        await surroundings.look(app.store, app.settings.data_dir, app.now())
        await surroundings.copies(app.store, app.now(), app.settings.zone)
        app.deliverer.ring()

    async def sign(self) -> None:
        """The clock rings."""
        self.app.pulse.sign("clock")

    async def refresh_menus(self) -> None:
        if self.menus is not None:
            await self.menus.refresh()

    async def tidy_uploads(self) -> None:
        await housekeeping.tidy_uploads(self.app.store, self.app.parts, self.app.now())

    async def back_up(self) -> None:
        if self.app.settings.backup_dir is not None:
            await nightly.backed_up(self.app.store, self.app.settings, self.app.now())

    async def keep_house(self) -> None:
        await housekeeping.run(self.app.store, self.app.fetcher, self.app.settings.data_dir, self.app.now())
