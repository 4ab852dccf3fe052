"""The sample office with its web room on loopback: the real program in a thread of its own, a clock that the test sets."""

import asyncio
import socket
import threading
import time
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from bot.app import App
from bot.commands import load
from bot.settings import Settings
from jobs import clock
from locales.formats import VIETNAM
from storage.access import invites, passes
from storage.db import Connection, Store
from storage.office import people, units
from storage.rules.status import Role
from tests.postgres import free_port
from tests.stories.office import KHOI, PHUOC, TABLE, THU, TUESDAY, YEN, at, found, person_of

T = TypeVar("T")


def fill(store: Store, now: datetime) -> None:
    """The sample table recorded, roles given, sending started; nobody is linked."""
    found(store, now)
    flags = {"dry_run": False, "json": False, "yes": True, "year": None, "unit": None}
    assert load.run(Namespace(file=str(TABLE), **flags), store, now, VIETNAM) == 0
    with store.transaction() as db:
        for name, role in ((YEN, Role.DEPUTY), (THU, Role.HEAD), (KHOI, Role.HEAD), (PHUOC, Role.HEAD)):
            person = person_of(db, name)
            people.grant(db, person.id, people.place(person, role), role)
        units.set_sending(db, units.offices(db)[0][0], now)


class Room:
    """The program while it runs; use as a context manager.

    Attributes:
        now: what the program takes for the time.
        url: where the web room is.
    """

    def __init__(self, database_url: str, folder: Path, now: datetime | None = None, **settings: Any) -> None:
        self.now = now or at(TUESDAY, 14)
        bind = f"127.0.0.1:{free_port()}"
        self.url = f"http://{bind}"
        given = {"database_url": database_url, "data_dir": folder, "send_rate": 0, "web_bind": bind}
        self.settings = Settings(_env_file=None, **(given | settings))
        self.store = Store(database_url)
        self.loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.store.close()
        self.loop.close()

    def start(self) -> None:
        self._ready.clear()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(20), "the program does not start"
        self.until(lambda: self._failed or self._listens())

    def stop(self) -> None:
        """As SIGTERM does."""
        assert self._thread is not None
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)
        assert not self._thread.is_alive(), "the program does not end"
        assert self._failed is None, self._failed

    def _run(self) -> None:
        try:
            self.loop.run_until_complete(self._main())
        except BaseException as failure:  # noqa: BLE001 - told to the test
            self._failed = failure
            self._ready.set()

    async def _main(self) -> None:
        self.app, self._stop = App(self.settings, now=lambda: self.now), asyncio.Event()
        self.app.deliverer.pictures.patience = 60  # a machine under load
        self.app.prepare()
        self._ready.set()
        assert await self.app.run(self._stop) == 0

    def _listens(self) -> bool:
        host, port = self.settings.web_bind.split(":")
        with socket.socket() as probe:
            return probe.connect_ex((host, int(port))) == 0

    def until(self, holds: Callable[[], T], seconds: float = 20) -> T:
        """Wait for a condition."""
        end = time.monotonic() + seconds
        while not (found := holds()):
            assert time.monotonic() < end, "it did not come to that"
            time.sleep(0.02)
        return found

    def clock(self, hour: int, minute: int = 0, day: date | None = None) -> None:
        """Set the clock and let it tick."""
        self.now = at(day or self.now.astimezone(VIETNAM).date(), hour, minute)

        async def tick() -> None:
            await clock.tick(self.app.store, self.now, VIETNAM)
            self.app.worker.wake.set()
            self.app.deliverer.ring()

        asyncio.run_coroutine_threadsafe(tick(), self.loop).result(20)

    def invite(self, name: str) -> str:
        return self.store.run(lambda db: invites.make(db, person_of(db, name).id, self.now))

    def digits(self, name: str) -> str:
        def work(db: Connection) -> str:
            person = person_of(db, name)
            chat = f"console:{person.id}"  # they ask for it in a chat that nothing is sent to
            if people.owner_of(db, chat) is None:
                people.link(db, person.id, chat, self.now, preferred=False)
                people.mark_unreachable(db, chat, "a terminal", self.now)
            minted = passes.mint(db, passes.make(db, person, passes.LOGIN, self.now, by=person.id, chat=chat), person.id, self.now)
            assert minted is not None
            return passes.tidy(minted.shown)

        return self.store.run(work)
