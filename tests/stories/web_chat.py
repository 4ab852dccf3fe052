"""The people of the office in the web room: one page of a real Chromium each, driven as a person would."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright, expect

from storage.access import web_chats
from storage.db import Connection
from tests.stories.office import busy, person_of
from tests.web.conftest import FLAGS, PHONE
from tests.web.room import Room

expect.set_options(timeout=20_000)  # a machine under load
NEWEST = ".line.office >> nth=-1"


class OnWeb:
    """Choices are buttons of the page; what came back is read from the conversation, and the page must show it too."""

    def __init__(self, room: Room, browser: Browser) -> None:
        self.room, self.browser = room, browser
        self.pages: dict[str, Page] = {}

    async def code(self, name: str) -> str:
        return self.room.invite(name)

    async def says(self, name: str, text: str) -> str:
        if text.startswith("/start "):
            return await self._comes_in(name, text.partition(" ")[2])
        return await self._does(name, self._types(name, text))

    async def _comes_in(self, name: str, code: str) -> str:
        context = await self.browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="vi-VN")
        self.pages[name] = page = await context.new_page()
        await page.goto(f"{self.room.url}/join")
        await page.locator("#code").fill(code)
        await page.get_by_role("button", name="Tiếp tục").click()
        await expect(page.locator(".line.office").first).to_contain_text(name)
        await self._settled()
        return "\n\n".join(self._told(name))

    async def _types(self, name: str, text: str) -> None:
        await self.pages[name].get_by_label("Soạn tin").fill(text)
        await self.pages[name].keyboard.press("Enter")

    async def picks(self, name: str, label: str) -> str:
        return await self._does(name, self.pages[name].get_by_role("button", name=label, exact=True).last.click())

    async def photo(self, name: str, data: bytes, caption: str) -> str:
        async def sends() -> None:
            await self.pages[name].get_by_label("Soạn tin").fill(caption)
            picture = {"name": "anh.png", "mimeType": "image/png", "buffer": data}
            await self.pages[name].locator("#files").set_input_files([picture])  # type: ignore[list-item]
            await expect(self.pages[name].locator(".line.mine", has_text="anh.png")).to_have_count(1)

        return await self._does(name, sends())

    async def _does(self, name: str, deed: Any) -> str:
        before = len(self._told(name))
        await deed
        async with asyncio.timeout(60):
            while len(new := self._told(name)[before:]) == 0:
                await self._settled()
        await self._settled()
        new = self._told(name)[before:]
        await expect(self.pages[name].locator(NEWEST)).to_contain_text(new[-1].splitlines()[0])
        return "\n\n".join(new)

    async def clock(self, hour: int, minute: int = 0, day: Any = None) -> None:
        await asyncio.to_thread(self.room.clock, hour, minute, day)
        await self._settled()

    def screen(self, name: str) -> str:
        return self._told(name)[-1]

    async def look(self, work: Any) -> Any:
        return self.room.store.run(work)

    def _told(self, name: str) -> list[str]:
        """What the office said to a person, the labels of the buttons under it."""

        def work(db: Connection) -> list[str]:
            chat = web_chats.of_person(db, person_of(db, name).id)
            lines = web_chats.since(db, chat, 0) if chat else []
            said = [line.payload for line in sorted(lines, key=lambda line: line.id) if line.side == "office"]
            return ["\n".join([one["text"], *(f"[{choice[0]}]" for choice in one.get("choices", []))]) for one in said]

        return self.room.store.run(work)

    async def _settled(self) -> None:
        """Wait until everything that people did is worked on and everything that is due is sent."""

        async with asyncio.timeout(60):
            while self.room.store.run(lambda db: busy(db, self.room.now)):  # noqa: ASYNC110 - the program runs in another thread
                await asyncio.sleep(0.02)


@asynccontextmanager
async def on_web(url: str, folder: Path) -> AsyncIterator[OnWeb]:
    """The office with its web room alone: no messenger has a token."""
    room = Room(url, folder / "data")
    await asyncio.to_thread(room.start)
    try:
        async with async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            yield OnWeb(room, browser)
            await browser.close()
    finally:
        await asyncio.to_thread(room.stop)
        room.store.close()
        room.loop.close()
