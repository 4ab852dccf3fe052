"""The same office on Zalo: its program runs with a Zalo token only, people read texts and type numbers."""

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.app import App
from bot.settings import Settings
from storage.tables import Inbox
from tests.emulator_zalo import ZaloEmulator, ZaloPhone
from tests.stories.office import EVERYONE, FIRST_CHAT, Office


def zalo_chat(number: int) -> str:
    """The chat of a person on Zalo."""
    return f"zalo:{number:020x}"


class ZaloOffice(Office):
    """Use as an async context manager, as `Office`."""

    def __init__(self, zalo: ZaloEmulator, url: str, folder: Path, now: Any, **settings: Any) -> None:
        self.zalo, self.now = zalo, now
        given = {"zalo_bot_token": zalo.token, "zalo_api_url": zalo.url, "database_url": url, "data_dir": folder}
        self.settings = Settings(_env_file=None, **(given | {"send_rate": 0, "web_bind": ""} | settings))
        self._phones = {
            name: zalo.phone(zalo_chat(FIRST_CHAT + position)[5:], name) for position, name in enumerate(EVERYONE)
        }
        self._running = None

    async def start(self) -> None:
        app, stop = App(self.settings, now=lambda: self.now), asyncio.Event()
        app.prepare()
        self._running = app, stop, asyncio.ensure_future(app.run(stop))
        await self.zalo.until(lambda: self.zalo.polled.is_set() or bool(self.zalo.webhook))

    async def _is_under_way(self) -> bool:
        waiting = self.zalo.pending > 0
        return await self.store.write(self._busy) > 0 or waiting

    def phone(self, name: str) -> ZaloPhone:
        return self._phones[name]

    async def tells(self, name: str, text: str, **how: Any) -> str:
        phone = self.phone(name)
        phone.hush()
        await phone.says(text, **how)
        await self.taken()
        return await self.heard(name)

    async def taps(self, name: str, label: str) -> str:
        """Type the number before these words."""
        return await self.tells(name, self.phone(name).number_of(label))

    async def tells_unreadable(self, name: str, what: str) -> str:
        """Somebody sends what arrives without content."""
        phone = self.phone(name)
        phone.hush()
        await phone.sends_unreadable(what)
        await self.taken()
        return await self.heard(name)

    async def photos(self, name: str, data: bytes, **how: Any) -> None:
        self.phone(name).hush()
        await self.phone(name).sends_photo(data, **how)
        await self.taken()
        await self.settled()

    async def taken(self) -> None:
        """Wait until everything that people did has left the platform and stands in the inbox."""
        await self.zalo.until(lambda: self.zalo.pending == 0)
        async with asyncio.timeout(15):
            while set(self.zalo.taken) - await self.store.write(lambda db: set(db.scalars(select(Inbox.update_id)))):
                continue

    async def heard(self, name: str) -> str:
        await self.settled()
        phone = self.phone(name)
        text = "\n\n".join(phone.unheard)
        phone.hush()
        return text

    def new(self) -> dict[str, str]:
        return {name: text for name in EVERYONE if (text := "\n\n".join(self.phone(name).unheard))}
