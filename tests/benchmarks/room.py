"""The web room under load beside a broadcast: does a tap on Telegram still get its answer quickly, and does memory hold?"""

import asyncio
import contextlib
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Self

import aiohttp

from storage.access import web_chats, web_sessions
from storage.db import Store
from storage.office import people
from tests.benchmarks import office
from tests.benchmarks.program import Platform, Program
from tests.benchmarks.sending import product
from tests.benchmarks.table import Row
from tests.postgres import free_port

PAGES, UPLOADS, MESSAGES, TAPS = 100, 10, 300, 60
FILE_BYTES, PIECE = 20 * 2**20, 2**20
OURS = {"X-Nhacviec": "1"}
PDF = b"%PDF-1.7\n"


def measure(built: Path, work: Path, rounds: int) -> list[Row]:
    """A hundred open pages, ten uploads of 20 MB and a broadcast, against the same bot with nothing else to do."""
    ours, floor, heavier = [], [], []
    for i in range(rounds):
        idle, idle_memory = _round(built, work / f"idle-{i}", loaded=False)
        busy, busy_memory = _round(built, work / f"busy-{i}", loaded=True)
        ours.append(busy)
        floor.append(idle)
        heavier.append(busy_memory / idle_memory)
    return [
        Row("p95 of a tap beside 100 pages, 10 uploads", "ms", ours, floor, target=2, at_most=True),
        Row("  most memory against the idle bot", "ratio", heavier, target=2, at_most=True),
    ]


def _round(built: Path, folder: Path, *, loaded: bool) -> tuple[float, int]:
    """p95 of the answers to taps in milliseconds, and the most memory in MB."""
    office.copy(built, folder)
    tokens = _signed_in(folder, PAGES) if loaded else []
    if loaded:
        office.queue_reminders(folder, MESSAGES)
    bind = f"127.0.0.1:{free_port()}"
    with Platform() as platform, product(platform, folder, WEB_BIND=bind) as bot:
        platform.until_polled(bot)
        if loaded:
            platform.until(MESSAGES // 10, bot)
        with Crowd(f"http://{bind}", tokens) as crowd:
            crowd.ready()
            return _taps(platform, bot, MESSAGES if loaded else 0), bot.memory()


def _taps(platform: Platform, bot: Program, others: int) -> float:
    tappers = office.OFFICIALS[-TAPS:]
    for i, chat in enumerate(tappers):
        row = (len(office.OFFICIALS) - TAPS + i) * office.ROWS_OF_OFFICIAL + 1
        platform.ask("arrive", chats=[chat], data=[f"status:{row}:doing"])
        threading.Event().wait(0.12)  # taps of different people, not one burst, all within the broadcast
    answers = platform.until(others + TAPS, bot)["answers"]
    return quantiles(answers, n=20)[-1] * 1e3


def _signed_in(folder: Path, count: int) -> list[str]:
    """Sessions of so many officials, each with a chat of the web room beside Telegram."""
    store, now = Store(f"sqlite:///{folder / office.FILE}"), datetime.now(UTC)
    tokens = []
    with store.transaction() as db:
        for chat in office.OFFICIALS[:count]:
            person = people.by_chat(db, f"telegram:{chat}")
            assert person is not None, "the office was built with everyone linked"
            room = web_chats.open_for(db, person.id, now)
            people.link(db, person.id, web_chats.address(room), now, preferred=False)
            tokens.append(web_sessions.begin(db, room, "bench", now))
    store.close()
    return tokens


class Crowd:
    """Browsers in a thread of their own: every one has its page open, the first ten send a file each."""

    def __init__(self, url: str, tokens: list[str]) -> None:
        self.url, self.tokens = url, tokens
        self._open = threading.Semaphore(0)
        self._loop = asyncio.new_event_loop()
        self._deeds = self._loop.create_task(self._all())
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._deeds,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._deeds.cancel)
        self._thread.join(20)
        self._loop.close()

    def ready(self) -> None:
        """Wait until every page is open."""
        for _ in self.tokens:
            assert self._open.acquire(timeout=60), "a page did not open"

    async def _all(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)  # browsers compute elsewhere: they must not take the server's cores
        with contextlib.suppress(asyncio.CancelledError):
            deeds = [self._page(token) for token in self.tokens] + [self._file(token) for token in self.tokens[:UPLOADS]]
            await asyncio.gather(*deeds)

    def _browser(self, token: str) -> aiohttp.ClientSession:
        headers = OURS | {"Origin": self.url, "Cookie": f"nhacviec={token}"}
        return aiohttp.ClientSession(self.url, headers=headers, timeout=aiohttp.ClientTimeout(total=None))

    async def _page(self, token: str) -> None:
        async with self._browser(token) as browser, browser.get("/chat/events") as events:
            assert events.status == 200, events.status
            await events.content.readline()  # what it has to show is looked up after this line
            self._open.release()
            async for _line in events.content:
                pass

    async def _file(self, token: str) -> None:
        body = PDF + os.urandom(FILE_BYTES - len(PDF))
        told = {"name": "bao cao.pdf", "size": len(body), "mime": "application/pdf", "last_modified": 1, "batch": token[:8], "caption": "xem sau"}
        async with self._browser(token) as browser:
            async with browser.post("/files", json=told) as answer:
                assert answer.status == 201, await answer.text()
                key = (await answer.json())["id"]
            for offset in range(0, len(body), PIECE):
                headers = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
                async with browser.patch(f"/files/{key}", data=body[offset : offset + PIECE], headers=headers) as answer:
                    assert answer.status == 200, await answer.text()
