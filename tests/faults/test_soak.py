"""Hours of a working day in short: people write all the time, and every few seconds something goes wrong, as a seeded die has it."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from storage.db import Store
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills, oracle
from tests.faults.kills import Killed
from tests.postgres import Postgres

LENGTH = float(os.environ.get("SOAK_SECONDS", "1800"))
SEED = int(os.environ.get("SOAK_SEED", "65"))
PEOPLE, RATE = 50, 2.0
KILLS_UNTIL = 0.4  # of the length; afterwards one process lives on, so that its memory can be compared


class Weather:
    """What may go wrong; each by its name, so that the figures say how often it did."""

    def __init__(self, remote: EmulatorProcess, program: Killed, server: Postgres | None) -> None:
        self.remote, self.program, self.seen = remote, program, Counter[str]()
        self.network: dict[str, Callable[[], object]] = {
            "answer cut after delivery": lambda: remote.fault(method="send*", cut="after"),
            "connection cut before": lambda: remote.fault(method="*", cut="before", times=2),
            "502": lambda: remote.fault(method="*", status=502, times=2),
            "429": lambda: remote.fault(method="send*", status=429, body={"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 2", "parameters": {"retry_after": 2}}),
            "409": lambda: remote.fault(method="getUpdates", status=409, body={"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}),
            "updates repeated": lambda: remote.fault(method="getUpdates", twist="repeat", times=2),
            "nobody answers for 2 s": self._unplugged,
            "slow": lambda: remote.fault(method="*", delay=1.5, times=3),
        }
        self.process: dict[str, Callable[[], object]] = {"kill": self._killed, "clean stop": self._stopped, "frozen for 2 s": self._frozen}
        self.server = server
        if server:
            self.process["database crashes"] = self._database_crashed

    def strikes(self, die: random.Random, *, process_too: bool) -> None:
        name, strike = die.choice(sorted((self.network | (self.process if process_too else {})).items()))
        self.seen[name] += 1
        strike()

    def _unplugged(self) -> None:
        self.remote.unplug()
        Event().wait(2)
        self.remote.plug_in()

    def _killed(self) -> None:
        self.program.end(signal.SIGKILL)
        self.program.under_way += kills.under_way(self.program.store)
        self.program.start()

    def _stopped(self) -> None:
        self.program.end(signal.SIGTERM)
        self.program.start()

    def _frozen(self) -> None:
        os.kill(self.program.child, signal.SIGSTOP)
        Event().wait(2)
        os.kill(self.program.child, signal.SIGCONT)

    def _database_crashed(self) -> None:
        """Once the program answers: before that it ends with 1 and a sentence, and whoever minds services starts it again."""
        assert self.server is not None
        before = self.remote.stats()["sends"]
        assert kills.wait_until(lambda: self.remote.stats()["sends"] > before, 120)
        self.server.crash()
        self.program.under_way += kills.under_way(self.program.store)


def grave(log: Path, most: int = 20_000) -> str:
    """What the program said of errors, the end of it."""
    return "\n".join(line for line in log.read_text().splitlines() if " INFO " not in line)[-most:]


def memory(process: int) -> tuple[int, int]:
    """Resident KB and open files of a process."""
    status = Path(f"/proc/{process}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return resident, len(list(Path(f"/proc/{process}/fd").iterdir()))


@pytest.mark.slow
@pytest.mark.timeout(LENGTH + 1500)
@pytest.mark.fault(65)
def test_a_day_of_mixed_faults_loses_and_doubles_nothing_and_grows_nothing(database_url: str, request, tmp_path: Path, record_property):
    store, die, count = Store(database_url), random.Random(SEED), int(LENGTH * RATE * 0.9)
    rows = kills.people_with_work(store, PEOPLE)
    print(f"seed {SEED}")
    with EmulatorProcess(tmp_path / "journal.jsonl", "--latency", "0.03") as remote, Killed(kills.connected(remote, tmp_path, database_url), store, seed=SEED) as program:
        remote.meet(list(rows))
        remote.set(repeat_wait=0)
        weather = Weather(remote, program, None if store.is_sqlite else request.getfixturevalue("postgres"))
        program.start()
        remote.arrive(count, chats=PEOPLE, texts=["đang làm 60% lần {i}"], rate=RATE, wait=False)
        began, first = time.monotonic(), None
        while (passed := (time.monotonic() - began) / LENGTH) < 1:
            assert program.ended() is None, grave(tmp_path / "run.log", 3000)
            weather.strikes(die, process_too=passed < KILLS_UNTIL)
            Event().wait(die.uniform(0.5, 3))
            if first is None and passed > KILLS_UNTIL + 0.2:
                first = memory(program.child)
        remote.clear_faults()
        last = memory(program.child)
        assert kills.wait_until(lambda: kills.arrived(store) == count and kills.left(store) == 0, 900), (tmp_path / "run.log").read_text()[-2000:]
        found = oracle.verdict(store, remote)
        program.end(signal.SIGTERM)
    told = sorted(one for numbers in kills.applied(store).values() for one in numbers)
    assert first is not None
    growth = last[0] / first[0] - 1
    struck = ", ".join(f"{number} {name}" for name, number in sorted(weather.seen.items()))
    record_property("runs", weather.seen.total())
    record_property("found", f"{LENGTH:.0f} s, seed {SEED}, {count} updates, {struck}: {found}; memory {growth:+.1%}, open files {first[1]} then {last[1]}")
    assert told == list(range(count))
    assert (found.lost, found.astray, found.unmarked) == (0, 0, 0), (found.why, grave(tmp_path / "run.log"))
    assert found.doubled <= program.under_way + sum(weather.seen[name] for name in weather.network)
    assert growth < 0.10
    assert last[1] <= first[1] + 8
    store.close()
