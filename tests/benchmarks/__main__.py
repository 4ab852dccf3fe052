"""Measure: `python -m tests.benchmarks [pace|lanes|bursts|sheets|ready|hearing|glance|papers|held|room|province ...] [--rounds 5]`. Only ratios of one run compare.

Needs a real disk below the checkout (.cache); ends with 1 when a
target is missed.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import bursts, glance, hearing, held, office, papers, province, room, sending, sheets
from tests.benchmarks.program import ROOT
from tests.benchmarks.table import HEAD, Row

PARTS: dict[str, Callable[[Path, Path, int, int], list[Row]]] = {
    "pace": lambda built, work, rounds, _n: sending.pace(built, work, rounds, 300),
    "lanes": lambda built, work, rounds, _n: sending.answer_behind_broadcast(built, work, rounds, 300),
    "bursts": bursts.measure,
    "sheets": sheets.measure,
    "ready": lambda built, work, rounds, _n: bursts.ready(built, work, rounds),
    "room": lambda built, work, rounds, _n: room.measure(built, work, rounds),
    "glance": lambda _built, work, rounds, _n: glance.measure(work, rounds),
    "held": lambda built, work, rounds, _n: held.measure(built, work, rounds),
    "papers": lambda _built, work, rounds, _n: papers.measure(work, min(3, rounds)),
    "province": lambda _built, work, rounds, _n: province.measure(work, rounds),
    "hearing": lambda _built, _work, rounds, _n: hearing.measure(rounds),
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, unless some are named")
    parser.add_argument("--rounds", type=int, default=5, help="pairs of a burst; a broadcast takes 11 s, so it gets 2 at most")
    parser.add_argument("--updates", type=int, default=500)
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=cache))
    try:
        built, began = office.build(work / "built"), time.monotonic()
        print(HEAD)
        met = True
        for name in asked.parts or PARTS:
            rounds = min(2, asked.rounds) if name in {"pace", "lanes", "room", "province"} else asked.rounds
            for row in PARTS[name](built, work, rounds, asked.updates):
                print(row, flush=True)
                met = met and row.met
        print(f"{time.monotonic() - began:.0f} s")
        return 0 if met else 1
    finally:
        shutil.rmtree(work)


sys.exit(main())
