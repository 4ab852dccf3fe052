"""The clock of the machine is set, stands still while the machine sleeps, or is simply wrong (libfaketime, from Debian)."""

import os
import shutil
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import vitals
from storage.db import Store
from storage.office import units
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills
from tests.flows.small_office import NGAN, Office, build

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
MISSING = "libfaketime is not installed (apt-get install libfaketime)"
MORNING = datetime(2026, 11, 25, 0, 20, tzinfo=UTC)  # 07:20 at the office, on the day on which 2.1.3 is due
NGANS, TUNGS = 2, 1  # chats


class Clock:
    """A wall clock that the test sets; seconds pass as they do, and the monotonic clock is left alone."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.show(MORNING)

    def show(self, moment: datetime) -> None:
        """Set it."""
        text = f"{(moment - datetime.now(UTC)).total_seconds():+.0f}"
        fresh = self.file.with_suffix(".new")
        fresh.write_text(text)
        fresh.replace(self.file)

    @property
    def environment(self) -> dict[str, str]:
        """For a process that lives by it."""
        found = {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_TIMESTAMP_FILE": str(self.file)}
        return found | dict.fromkeys(("FAKETIME_NO_CACHE", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT"), "1")


@pytest.fixture(autouse=True)
def library() -> None:
    if not LIBRARIES:
        assert "CI" not in os.environ, MISSING
        pytest.skip(MISSING)


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path):
    shutil.copy(sqlite_template, tmp_path / "nhacviec.db")
    store = Store(f"sqlite:///{tmp_path / 'nhacviec.db'}")
    made = build(store, MORNING - timedelta(days=5))
    with store.transaction() as db:
        units.set_sending(db, made.id, MORNING - timedelta(days=5))
    yield made
    store.close()


def reminders(remote: EmulatorProcess) -> list[str]:
    """What Ngân was reminded of so far."""
    return [one["text"] for one in remote.delivered(NGANS) if "2.1.3" in one["text"]]


def planned_at(office: Office) -> datetime:
    """When the program last looked at what is due, by its own clock."""
    return office.store.look(vitals.look).beat_at or MORNING


def answered(remote: EmulatorProcess) -> None:
    """Ngân asks, and is answered."""
    remote.phone(NGANS, NGAN).says("trợ giúp")
    remote.phone(NGANS, NGAN).hears("/viec", timeout=60)


@pytest.mark.fault(21, 22, 24)
@pytest.mark.parametrize("sleeps", [False, True], ids=["set", "asleep"])
def test_what_fell_due_is_sent_when_the_clock_jumps_with_the_world_and_never_twice(office: Office, tmp_path: Path, sleeps: bool):
    clock = Clock(tmp_path / "clock")
    with EmulatorProcess(tmp_path / "journal.jsonl", environment=clock.environment) as remote:
        program = kills.connected(remote, tmp_path, f"sqlite:///{tmp_path / 'nhacviec.db'}", **clock.environment)
        with program.running() as process:
            answered(remote)
            assert reminders(remote) == []
            if sleeps:
                os.kill(process.pid, signal.SIGSTOP)
            clock.show(MORNING + timedelta(hours=2))
            os.kill(process.pid, signal.SIGCONT)
            assert kills.wait_until(lambda: len(reminders(remote)) == 1, 60), "the morning's"
            clock.show(MORNING)
            assert kills.wait_until(lambda: planned_at(office) < MORNING + timedelta(hours=1), 60), "the bells ring on after a step back"
            answered(remote)
            clock.show(MORNING + timedelta(hours=6, minutes=26))
            assert kills.wait_until(lambda: len(reminders(remote)) == 2, 60), "the afternoon's, of a row without an answer"
            assert not any("Đồng hồ" in one["text"] for one in remote.delivered(TUNGS))


@pytest.mark.fault(21)
@pytest.mark.parametrize("begins", ["right", "wrong"])
def test_nobody_is_reminded_by_a_wrong_clock_while_answers_go_on_and_the_coordinator_learns_of_it(office: Office, tmp_path: Path, begins: str):
    right, wrong = Clock(tmp_path / "right"), Clock(tmp_path / "wrong")
    if begins == "wrong":
        wrong.show(MORNING + timedelta(hours=2))
    with EmulatorProcess(tmp_path / "journal.jsonl", environment=right.environment) as remote:
        program = kills.connected(remote, tmp_path, f"sqlite:///{tmp_path / 'nhacviec.db'}", **wrong.environment)
        remote.meet([TUNGS])
        with program.running():
            answered(remote)
            wrong.show(MORNING + timedelta(hours=2))
            assert kills.wait_until(lambda: any("Đồng hồ" in one["text"] for one in remote.delivered(TUNGS)), 60)
            answered(remote)
            assert reminders(remote) == []
            right.show(MORNING + timedelta(hours=2))
            assert kills.wait_until(lambda: len(reminders(remote)) == 1, 60), "once the world has come so far"
