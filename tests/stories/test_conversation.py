"""The same conversation through every channel leaves the same rows: what was reported, proven, checked and said."""

import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.channels.console import Console
from bot.settings import Settings
from jobs import clock
from locales.formats import VIETNAM
from locales.message import Message
from locales.say.choices import as_text
from storage.access import invites
from storage.db import Store
from storage.messages import inbox
from storage.messages.inbox import Raw
from tests.emulator import Emulator
from tests.emulator_zalo import ZaloEmulator
from tests.emulator_zalo.phone import LINE
from tests.postgres import Postgres
from tests.stories.conversation import Chat, known, live_a_day, photo_hash
from tests.stories.office import TUESDAY, Office, at, found, load_and_start, person_of, shown
from tests.stories.web_chat import on_web
from tests.stories.zalo_office import ZaloOffice
from tests.web.conftest import MISSING


class OnTelegram:
    """The office's own phones on the Bot API emulator: choices are buttons."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def code(self, name: str) -> str:
        return await self.office.invite(name)

    async def says(self, name: str, text: str) -> str:
        return await self.office.tells(name, text)

    async def picks(self, name: str, label: str) -> str:
        return await self.office.taps(name, label)

    async def photo(self, name: str, data: bytes, caption: str) -> str:
        self.office.phone(name).hush()
        await self.office.phone(name).sends_photo(data, caption)
        return await self.office.heard(name)

    async def clock(self, hour: int, minute: int = 0, day: Any = None) -> None:
        await self.office.clock(hour, minute, day)

    def screen(self, name: str) -> str:
        return shown(self.office.phone(name).screen[-1])

    async def look(self, work: Any) -> Any:
        return await self.office.store.write(work)


class OnZalo(OnTelegram):
    """Choices are numbers."""

    office: ZaloOffice

    async def photo(self, name: str, data: bytes, caption: str) -> str:
        self.office.phone(name).hush()
        await self.office.phone(name).sends_photo(data, caption)
        await self.office.taken()
        return await self.office.heard(name)

    def screen(self, name: str) -> str:
        return self.office.phone(name).screen[-1]


class OnConsole:
    """A terminal: numbers too, the program stepped by hand as the demo does."""

    def __init__(self, url: str, folder: Path) -> None:
        self.now, self.folder, self.count = at(TUESDAY, 14), folder, 0
        self.screens: dict[str, list[str]] = {}
        settings = Settings(_env_file=None, data_dir=folder, database_url=url, send_rate=0, web_bind="")
        self.app = App(settings, now=lambda: self.now, channels={"console": Console(self._told)})
        self.app.prepare()

    def _told(self, name: str, message: Message, _edited: bool) -> None:
        self.screens.setdefault(name, []).append(as_text(message))

    async def code(self, name: str) -> str:
        return await self.look(lambda db: invites.make(db, person_of(db, name).id, self.now))

    async def says(self, name: str, text: str, files: tuple[str, ...] = ()) -> str:
        self.count += 1
        before = len(self.screens.get(name, []))
        body = {"id": self.count, "chat": name, "text": text, "files": list(files)}
        row = Raw(str(self.count), f"console:{name}", body)
        await self.look(lambda db: inbox.put(db, "console", [row], self.now))
        await self._settle()
        return "\n\n".join(self.screens.get(name, [])[before:])

    async def picks(self, name: str, label: str) -> str:
        for text in reversed(self.screens[name]):
            if numbers := [number for number, words in LINE.findall(text) if words == label or words.startswith(f"{label}:")]:
                return await self.says(name, numbers[-1])
        raise LookupError(label)

    async def photo(self, name: str, data: bytes, caption: str) -> str:
        path = self.folder / "anh.png"
        path.write_bytes(data)
        return await self.says(name, caption, (str(path),))

    async def clock(self, hour: int, minute: int = 0, day: Any = None) -> None:
        self.now = at(day, hour, minute)
        await clock.tick(self.app.store, self.now, VIETNAM)
        await self._settle()

    def screen(self, name: str) -> str:
        return self.screens[name][-1]

    async def look(self, work: Any) -> Any:
        return await self.app.store.write(work)

    async def _settle(self) -> None:
        await self.app.lease.renew(self.now)
        while await self.app.worker.work_one():
            pass
        while await self.app.deliverer.run_until_idle() + await self.app.fetcher.run_once(self.now):
            pass


@asynccontextmanager
async def on_telegram(url: str, folder: Path) -> AsyncIterator[Chat]:
    async with Emulator() as emu, Office(emu, url, folder, at(TUESDAY, 14)) as office:
        yield OnTelegram(office)


@asynccontextmanager
async def on_zalo(url: str, folder: Path) -> AsyncIterator[Chat]:
    async with ZaloEmulator() as zalo, ZaloOffice(zalo, url, folder, at(TUESDAY, 14)) as office:
        yield OnZalo(office)


@asynccontextmanager
async def on_console(url: str, folder: Path) -> AsyncIterator[Chat]:
    chat = OnConsole(url, folder)
    yield chat
    chat.app.store.close()


CHANNELS = {"telegram": on_telegram, "zalo": on_zalo, "console": on_console, "web": on_web}
"""A further channel is one more line here."""
NO_BROWSER = pytest.mark.skipif(not (shutil.which("chromium") or os.environ.get("CI")), reason=MISSING)


def fill(url: str) -> None:
    """The sample office on Tuesday afternoon: loaded, sending started, nobody linked."""
    store = Store(url)
    for step in (found, load_and_start):
        step(store, at(TUESDAY, 14))
    store.close()


@pytest.fixture(name="started", scope="module", params=["sqlite", "postgresql"])
def started_fixture(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], str]:
    """Gives the address of a copy of that office for a folder, on both databases."""
    if request.param == "sqlite":
        template = tmp_path_factory.mktemp("started") / "nhacviec.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), template)
        fill(f"sqlite:///{template}")

        def copied(folder: Path) -> str:
            shutil.copy(template, folder / "nhacviec.db")
            return f"sqlite:///{folder}/nhacviec.db"

        return copied
    server: Postgres = request.getfixturevalue("postgres")

    def filled(_folder: Path) -> str:
        url = server.fresh()
        fill(url)
        return url

    return filled


@pytest.fixture(name="left", scope="module")
def left_fixture() -> dict[str, Any]:
    """What each channel left behind, of both databases."""
    return {}


@NO_BROWSER
async def test_one_conversation_through_every_channel_leaves_the_same_rows_on_both_databases(started, left, tmp_path):
    for name, channel in CHANNELS.items():
        folder = tmp_path / name
        folder.mkdir()
        async with channel(started(folder), folder) as chat:
            await live_a_day(chat)
            left[f"{name} {started.__name__}"] = await chat.look(known)
    one = next(iter(left.values()))
    assert [row[0] for row in one["reports"]][:2] == ["2.2", "2.2"]
    assert [row[2] for row in one["proof"]] == [photo_hash()]
    assert [name for name, other in left.items() if other != one] == []
