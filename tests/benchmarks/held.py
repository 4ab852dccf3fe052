"""How long the event loop of the running program is held while it answers /tiendo with pictures; it runs in this very process."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.app import App
from bot.settings import Settings
from tests.benchmarks import office
from tests.benchmarks.program import TOKEN, Platform
from tests.benchmarks.table import Row

PICTURES = 6
MOST_MS = 50


def measure(built: Path, work: Path, rounds: int) -> list[Row]:
    """The longest gap of each round, in milliseconds: leaders of different offices ask, so that each one's picture is drawn."""
    folder = office.copy(built, work / "held")
    with Platform() as platform:
        values = {"telegram_bot_token": TOKEN, "telegram_api_url": platform.url, "data_dir": folder, "web_bind": ""}
        gaps, drawn = asyncio.run(_rounds(platform, App(Settings(_env_file=None, **values)), folder, rounds))  # type: ignore[arg-type]
    assert drawn == PICTURES * rounds, f"{drawn} pictures were drawn"
    return [Row("loop held while pictures are drawn", "ms", gaps, target=MOST_MS, at_most=True)]


async def _rounds(platform: Platform, app: App, folder: Path, rounds: int) -> tuple[list[float], int]:
    app.prepare()
    app.deliverer.pictures.patience = 60
    stop = asyncio.Event()
    running = asyncio.ensure_future(app.run(stop))
    await _until(lambda: platform.figures()["parked"])
    gaps = []
    for number in range(rounds + 1):  # the first one warms up
        first = number * PICTURES
        chats = office.LEADERS[first * office.LEADERS_OF_OFFICE : (first + PICTURES) * office.LEADERS_OF_OFFICE : office.LEADERS_OF_OFFICE]
        gaps.append(await _round(platform, chats))
    made = len(list((folder / "papers").glob("*.png"))) - PICTURES
    stop.set()
    assert await running == 0
    return gaps[1:], made


async def _round(platform: Platform, chats: list[int]) -> float:
    """Ask for one picture after another, and watch the loop meanwhile."""
    longest, over = 0.0, asyncio.Event()

    async def watch() -> None:
        nonlocal longest
        while not over.is_set():
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before)

    watching = asyncio.ensure_future(watch())
    for chat in chats:
        await asyncio.to_thread(platform.ask, "reset")
        await asyncio.to_thread(platform.ask, "arrive", chats=[chat], text="/tiendo")
        await _until(lambda: platform.figures()["sends"])
    over.set()
    await watching
    return longest * 1000


async def _until(done: object) -> None:
    ends = time.monotonic() + 60
    while not await asyncio.to_thread(done):  # type: ignore[arg-type]
        assert time.monotonic() < ends, f"{datetime.now(UTC)}: nothing came"
        await asyncio.sleep(0.005)
