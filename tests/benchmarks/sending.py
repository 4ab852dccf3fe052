"""A broadcast at Telegram's pace, and how long an answer waits behind it."""

import time
from pathlib import Path
from statistics import median

from tests.benchmarks import office
from tests.benchmarks.program import TOKEN, Platform, Program
from tests.benchmarks.table import Row

ALLOWED = 30
TAPPERS = office.OFFICIALS[-8:]
BETWEEN_TAPS = 0.7


def product(platform: Platform, folder: Path, **settings: str) -> Program:
    """The real program: `python -m bot run`, SQLite in `folder`, no web room."""
    told = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": platform.url, "DATA_DIR": str(folder), "WEB_BIND": ""}
    return Program(["-m", "bot", "run"], told | settings, folder / "run.log")


def limiter(platform: Platform, messages: int) -> Program:
    return Program(["-m", "tests.benchmarks.floor_limiter", platform.url, str(messages)])


def pace(built: Path, work: Path, rounds: int, messages: int) -> list[Row]:
    """Against a platform that refuses the 31st message in any second."""
    shares, refused, busiest = [], [], []
    for i in range(rounds):
        folder = office.copy(built, work / f"pace-{i}")
        office.queue_reminders(folder, messages)
        with Platform() as platform:
            platform.ask("reset", limit=ALLOWED)
            with product(platform, folder) as bot:
                found = platform.until(messages, bot)
        shares.append((messages - 1) / (found["last"] - found["first"]) / ALLOWED)
        refused.append(found["refused"])
        busiest.append(found["most_in_a_second"])
    return [
        Row(f"pace of {messages} reminders", "of 30/s", shares, target=0.93),
        Row("  refused with 429", "sends", refused, target=0, at_most=True),
        Row("  most in any second", "sends", busiest, target=ALLOWED, at_most=True),
    ]


def answer_behind_broadcast(built: Path, work: Path, rounds: int, messages: int) -> list[Row]:
    """From a tap to its answer while a broadcast drains: median of eight taps a round."""
    ours, floor = [], []
    for i in range(rounds):
        folder = office.copy(built, work / f"lanes-{i}")
        office.queue_reminders(folder, messages)
        with Platform() as platform, product(platform, folder) as bot:
            ours.append(_taps(platform, bot, messages))
        with Platform() as platform, limiter(platform, messages) as bot:
            floor.append(_taps(platform, bot, messages))
    return [Row("answer to a tap in a broadcast", "ms", ours, floor, target=0.02, at_most=True)]


def _taps(platform: Platform, bot: Program, messages: int) -> float:
    platform.until(messages // 10, bot)
    for i, chat in enumerate(TAPPERS):
        row = (len(office.OFFICIALS) - len(TAPPERS) + i) * office.ROWS_OF_OFFICIAL + 1
        platform.ask("arrive", chats=[chat], data=[f"status:{row}:doing"])
        time.sleep(BETWEEN_TAPS)
    found = platform.until(messages + len(TAPPERS), bot)
    return median(found["answers"]) * 1e3
