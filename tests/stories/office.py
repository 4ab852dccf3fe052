"""A sample office at work for the stories: the real composition root, our Telegram over HTTP, a clock that the test sets."""

import asyncio
import contextlib
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Self

from sqlalchemy import func, select

from bot.app import App
from bot.commands import load
from bot.settings import Settings
from jobs import clock
from locales.formats import VIETNAM
from storage.access import invites
from storage.db import Connection, Store
from storage.office import calendar, people, units
from storage.rules.status import Role
from storage.tables import (
    Assignment,
    Criterion,
    Day,
    Evidence,
    EvidenceFor,
    Extension,
    Fetch,
    Handover,
    Inbox,
    Load,
    Outbox,
    Person,
    RoleHeld,
    Snooze,
    Unit,
    Update,
    Verdict,
)
from tests.emulator import Emulator, Phone

NAME = "UBND phường An Khánh"
TABLE = Path(load.__file__).parents[1] / "sample" / "phuong-an-khanh.csv"
BAO, SON, YEN = "Phan Quốc Bảo", "Hồ Thanh Sơn", "Đoàn Thị Bạch Yến"  # coordinator, chairperson, deputy
THU, KHOI, PHUOC = "Lý Thị Hoài Thu", "Vương Đình Khôi", "Đinh Hữu Phước"  # heads of three sections
LIEN, TIN, DIEP, NHAT = "Tạ Thị Kim Liên", "Mạc Văn Tín", "Quách Thị Ngọc Diệp", "Cao Minh Nhật"
EVERYONE = (BAO, SON, YEN, THU, KHOI, PHUOC, LIEN, TIN, DIEP, NHAT)
FIRST_CHAT = 1001
WORK = (Assignment, Update, Evidence, EvidenceFor, Extension, Verdict, Handover, Snooze)
OFFICE = (*WORK, Person, RoleHeld, Unit, Day, Criterion, Load)
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of the office's clock."""
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)


def found(store: Store, now: datetime) -> None:
    """The office and its first two people."""
    with store.transaction() as db:
        office = units.add(db, NAME, is_office=True)
        calendar.seed(db, office)
        people.grant(db, people.add(db, office, BAO), office, Role.COORDINATOR)
        people.grant(db, people.add(db, office, SON, post="Chủ tịch UBND phường"), office, Role.CHAIRPERSON)


def load_and_link(store: Store, now: datetime, chat: Callable[[int], str] = "telegram:{}".format) -> None:
    """The sample table recorded, roles given, everybody's phone linked (chats from FIRST_CHAT on), sending started."""
    load_and_start(store, now)
    with store.transaction() as db:
        for position, name in enumerate(EVERYONE):
            people.link(db, person_of(db, name).id, chat(FIRST_CHAT + position), now)


def load_and_start(store: Store, now: datetime) -> None:
    """The sample table recorded, roles given, sending started; nobody has a phone yet."""
    flags = {"dry_run": False, "json": False, "yes": True, "year": None, "unit": None}
    assert load.run(Namespace(file=str(TABLE), **flags), store, now, VIETNAM) == 0
    with store.transaction() as db:
        office = units.offices(db)[0][0]
        for name, role in ((YEN, Role.DEPUTY), (THU, Role.HEAD), (KHOI, Role.HEAD), (PHUOC, Role.HEAD)):
            person = person_of(db, name)
            people.grant(db, person.id, people.place(person, role), role)
        units.set_sending(db, office, now)


def person_of(db: Connection, name: str) -> people.Official:
    office = units.offices(db)[0][0]
    return people.by_id(db, people.named(db, office, name)[0])


class Office:
    """The office while its program runs; use as an async context manager.

    Attributes:
        now: what the program takes for the time.
    """

    def __init__(self, emu: Emulator, url: str, folder: Path, now: datetime, **settings: Any) -> None:
        self.emu, self.now = emu, now
        given = {"telegram_bot_token": emu.token, "telegram_api_url": emu.url, "database_url": url, "data_dir": folder}
        free = {"send_rate": 0, "web_bind": ""}
        self.settings = Settings(_env_file=None, **(given | free | settings))
        self._phones = {name: emu.phone(FIRST_CHAT + position, name) for position, name in enumerate(EVERYONE)}
        self._running: tuple[App, asyncio.Event, asyncio.Task[int]] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        with contextlib.suppress(AssertionError):
            await self.stop()

    @property
    def app(self) -> App:
        assert self._running is not None, "the program does not run"
        return self._running[0]

    @property
    def store(self) -> Store:
        return self.app.store

    async def start(self) -> None:
        app, stop = App(self.settings, now=lambda: self.now), asyncio.Event()
        app.prepare()
        app.deliverer.pictures.patience = 60  # a machine under load
        self._running = app, stop, asyncio.ensure_future(app.run(stop))
        await self.emu.until(lambda: self.emu.updates.polled or self.settings.telegram_mode == "webhook", timeout=15)

    async def stop(self) -> None:
        """As SIGTERM does."""
        assert self._running is not None, "the program does not run"
        _, stop, task = self._running
        stop.set()
        assert await task == 0
        self._running = None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    def phone(self, name: str) -> Phone:
        """The phone of an official; whether it is linked is another matter."""
        return self._phones[name]

    async def clock(self, hour: int, minute: int = 0, day: date | None = None) -> None:
        """Set the clock, let it tick, and wait until all that follows has happened."""
        today = self.now.astimezone(VIETNAM).date()
        self.now = at(day or today, hour, minute)
        await clock.tick(self.store, self.now, VIETNAM)
        self.app.worker.wake.set()
        self.app.deliverer.ring()
        self.app.fetcher.wake.set()
        await self.settled()

    async def settled(self) -> None:
        """Wait until everything that people did is worked on and everything that is due is sent."""
        async with asyncio.timeout(60):  # a machine under load
            while await self._is_under_way():
                continue

    async def _is_under_way(self) -> bool:
        waiting = bool(self.emu.updates.live())  # looked at first: from here they move on into the inbox
        return await self.store.write(self._busy) > 0 or waiting

    def _busy(self, db: Connection) -> int:
        return busy(db, self.now)

    async def tells(self, name: str, text: str, **how: Any) -> str:
        """Somebody types a text; returns all that they got back, with the buttons in square brackets."""
        phone = self.phone(name)
        phone.hush()
        await phone.says(text, **how)
        return await self.heard(name)

    async def taps(self, name: str, label: str) -> str:
        """Somebody taps the newest button of that label; returns what came back, or what the tapped message became."""
        phone = self.phone(name)
        phone.hush()
        before = {one.message_id: one.text for one in phone.screen}
        await phone.taps(label)
        await self.settled()
        changed = [one for one in phone.screen if before.get(one.message_id) != one.text]
        phone.hush()
        return "\n\n".join(shown(one) for one in changed)

    async def heard(self, name: str) -> str:
        """Everything new on somebody's phone."""
        await self.settled()
        phone = self.phone(name)
        text = "\n\n".join(shown(one) for one in phone.unheard)
        phone.hush()
        return text

    def quiet(self) -> None:
        """Whatever came to anybody so far counts as heard."""
        for name in EVERYONE:
            self.phone(name).hush()

    def new(self) -> dict[str, str]:
        """Who has got something since `quiet`, and what."""
        return {name: text for name in EVERYONE if (text := "\n\n".join(shown(one) for one in self.phone(name).unheard))}

    async def invite(self, name: str) -> str:
        """A fresh code, as the command line prints it."""
        return await self.store.write(lambda db: invites.make(db, person_of(db, name).id, self.now))


def busy(db: Connection, now: datetime) -> int:
    """Rows still to be worked on at a moment: one statement, since a file passes from table to table between two."""
    waiting = select(func.count()).select_from(Inbox).where(Inbox.state == "new", Inbox.not_before <= now)
    live = Outbox.state.in_(["pending", "sending"])
    leaving = select(func.count()).select_from(Outbox).where(live, Outbox.not_before <= now)
    files = select(func.count()).select_from(Fetch).where(Fetch.state == "waiting")
    return db.scalar(select(waiting.scalar_subquery() + leaving.scalar_subquery() + files.scalar_subquery())) or 0


def shown(message: Any) -> str:
    """A message with its buttons, as somebody sees it."""
    buttons = " ".join(f"[{label}]" for label in message.buttons)
    return f"{message.text}\n{buttons}" if buttons else str(message.text)


def count(db: Connection, table: Any) -> int:
    """How many rows a table has."""
    return db.scalar(select(func.count()).select_from(table)) or 0


def kept(office: Any) -> list[str]:
    """What the inbox holds, as another process sees it: only what is committed."""
    other = Store(office.settings.store_url)
    try:
        with other.transaction() as db:
            return list(db.scalars(select(Inbox.update_id).order_by(Inbox.id)))
    finally:
        other.close()


async def facts(office: Office, tables: tuple[Any, ...] = WORK) -> list[list[tuple[Any, ...]]]:
    """Every row of these tables as it stands."""
    every = [select(table.__table__).order_by(*table.__table__.primary_key) for table in tables]
    return await office.store.write(lambda db: [[tuple(row) for row in db.execute(rows)] for rows in every])
