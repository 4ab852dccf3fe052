"""Many people at once: updates a second and CPU an update, the product beside its floor, round after round."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import office
from tests.benchmarks.program import Platform, Program
from tests.benchmarks.sending import product
from tests.benchmarks.table import Row

Ask = dict[str, object]
TAPS = [f"status:{i * office.ROWS_OF_OFFICIAL + 1}:doing" for i in range(len(office.OFFICIALS))]
BURSTS: tuple[tuple[str, Ask, float | None], ...] = (
    ("/tiendo, own rows", {"chats": office.OFFICIALS, "text": "/tiendo"}, 0.3),
    ("/tiendo, the office's 60 rows", {"chats": office.LEADERS, "text": "/tiendo"}, 0.3),
    ("status tap", {"chats": office.OFFICIALS, "data": TAPS}, None),
)
WARM_UP = 60


@dataclass(slots=True)
class Side:
    """A program that has its own platform, and what was measured of it."""

    platform: Platform
    bot: Program
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def burst(self, ask: Ask, n: int) -> None:
        """All updates at once; from their arrival to the last answer."""
        self.platform.ask("reset")
        cpu = self.bot.cpu()
        began = self.platform.ask(
            "arrive", **{key: value[:n] if isinstance(value, list) else value for key, value in ask.items()}
        )
        found = self.platform.until(n, self.bot)
        time.sleep(0.3)  # what is done after the last answer costs too
        self.rates.append(n / (found["last"] - began))
        self.cpu.append((self.bot.cpu() - cpu) / n * 1e6)


def measure(built: Path, work: Path, rounds: int, n: int) -> list[Row]:
    """Both programs stay up; each round bursts the one, then the other."""
    rows = []
    with Platform() as ours, Platform() as theirs:
        bot = product(ours, office.copy(built, work / "burst"), SEND_RATE="0")
        floor = Program(["-m", "tests.benchmarks.floor_product", theirs.url, str(work / "floor")])
        with bot, floor:
            ours.until_polled(bot)
            theirs.until_polled(floor)
            for name, ask, target in BURSTS:
                a, b = Side(ours, bot), Side(theirs, floor)
                for side in (a, b):
                    side.burst(ask, WARM_UP)
                    side.rates.clear(), side.cpu.clear()
                for _ in range(rounds):
                    a.burst(ask, n)
                    b.burst(ask, n)
                rows.append(Row(f"{name}, {n} at once", "updates/s", a.rates, b.rates, target=target))
                rows.append(Row("  CPU an update", "us", a.cpu, b.cpu))
            rows.append(Row("most memory", "MB", [bot.memory()], [floor.memory()], target=1.6, at_most=True))
    return rows


def ready(built: Path, work: Path, rounds: int) -> list[Row]:
    """From the start of the process to its first poll."""
    ours, floor = [], []
    for i in range(rounds):
        with Platform() as platform:
            folder = office.copy(built, work / f"ready-{i}")
            ours.append(_ready(platform, lambda at=platform, where=folder: product(at, where)))
        with Platform() as platform:
            command = ["-m", "tests.benchmarks.floor_product", platform.url, str(work / f"ready-floor-{i}")]
            floor.append(_ready(platform, lambda told=command: Program(told)))
    return [Row("ready", "s", ours, floor, target=2.5, at_most=True)]


def _ready(platform: Platform, start: Callable[[], Program]) -> float:
    began = time.monotonic()
    with start() as bot:
        platform.until_polled(bot)
        return time.monotonic() - began
