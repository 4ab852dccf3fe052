"""What the machine gives: its time zone, its time zone database, a folder that cannot be written, a crowd at the door."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from jobs import plan
from storage.db import Store
from storage.office import units
from storage.tables import Outbox
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills
from tests.faults.kills import Killed
from tests.flows.small_office import build, row
from tests.postgres import free_port
from tests.program import ROOT, Program

ZONES = ("Asia/Ho_Chi_Minh", "America/New_York")


@pytest.mark.fault(26)
def test_the_zone_of_the_machine_changes_no_reminder(linked_template: Path, tmp_path: Path):
    shutil.copy(linked_template, tmp_path / "nhacviec.db")
    program = Program(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'nhacviec.db'}")
    seen = [program("preview", "2026-11-26", "--json", TZ=zone).json for zone in ZONES]
    assert seen[0]
    assert all(one == seen[0] for one in seen)


@pytest.mark.fault(27)
@pytest.mark.parametrize("change", [date(2026, 10, 25), date(2026, 3, 29)], ids=["autumn", "spring"])
def test_in_a_zone_with_summer_time_nobody_hears_twice_on_a_day_or_at_night(store: Store, change: date):
    """Ticks every quarter of an hour over the week in which the clocks change, as the office's own zone has it."""
    berlin = ZoneInfo("Europe/Berlin")
    moment = datetime.combine(change - timedelta(days=10), time(12), UTC)
    office = build(store, moment)
    with store.transaction() as db:
        units.set_sending(db, office.id, moment)
        row(db, office.id, office.id, "5.5", office.ngan, due_on=change + timedelta(days=2))
        for _ in range(14 * 96):
            moment += timedelta(minutes=15)
            plan.tick(db, moment, berlin)
            db.execute(update(Outbox).values(state="sent"))
        made = select(Outbox.created_at).where(Outbox.kind == "reminders", Outbox.person_id == office.ngan)
        at = [one.astimezone(berlin) for one in db.scalars(made)]
    mornings = [one.date() for one in at if one.hour < 12]
    assert len(mornings) == len(set(mornings)) >= 3
    assert change + timedelta(days=1) in mornings, "the working day after the change, which is the one before the due day"
    assert all(time(7, 30) <= one.time() < time(17) for one in at)


@pytest.mark.fault(28)
def test_without_a_time_zone_database_the_start_is_refused_by_the_name_of_the_setting(tmp_path: Path):
    hidden = tmp_path / "hidden" / "tzdata"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError\n")
    done = Program(tmp_path)("run", PYTHONTZPATH="", PYTHONPATH=f"{hidden.parent}{os.pathsep}{ROOT}", TELEGRAM_BOT_TOKEN="123456:TEST")
    assert done.status == 78
    assert "TIMEZONE" in done.err
    assert "Traceback" not in done.err


@pytest.mark.fault(47)
def test_a_folder_that_cannot_be_written_is_refused_by_name(tmp_path: Path):
    folder = tmp_path / "fixed"
    folder.mkdir()
    if os.getuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=1m", "nhacviec-test", str(folder)], check=False, capture_output=True).returncode:
        pytest.skip("a read-only disk needs the right to mount one")
    try:
        done = Program(tmp_path, DATA_DIR=str(folder), TELEGRAM_BOT_TOKEN="123456:TEST", WEB_BIND="")("run")
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    assert done.status == 78
    assert "DATA_DIR" in done.err
    assert "Traceback" not in done.err


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.fault(34)
def test_ten_thousand_waiting_updates_are_worked_off_in_little_memory(sqlite_template: Path, tmp_path: Path, record_property):
    url, count = f"sqlite:///{tmp_path / 'nhacviec.db'}", 10_000
    shutil.copy(sqlite_template, tmp_path / "nhacviec.db")
    store = Store(url)
    kills.people_with_work(store, 50)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Killed(kills.connected(remote, tmp_path, url, SEND_RATE="0"), store, seed=34) as program:
        remote.arrive(count, chats=50, texts=["đang làm 60% lần {i}"])
        program.start()
        assert kills.wait_until(lambda: kills.arrived(store) == count and kills.left(store) == 0, 800)
        peak = next(int(line.split()[1]) for line in Path(f"/proc/{program.child}/status").read_text().splitlines() if line.startswith("VmHWM"))
        program.end(signal.SIGTERM)
    record_property("found", f"{count} waiting updates: all worked off, at most {peak >> 10} MB")
    assert sum(map(len, kills.applied(store).values())) == count
    assert peak < 300 << 10
    store.close()


@pytest.mark.fault(66)
def test_a_full_disk_under_the_log_stops_neither_the_start_nor_the_work(tmp_path: Path):
    port = free_port()
    program = Program(tmp_path, WEB_BIND=f"127.0.0.1:{port}")
    with Path("/dev/full").open("w") as full:
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=tmp_path, env=program.environment, stdout=full, stderr=full)
    try:
        assert waited_for(lambda: process.poll() is not None or answers(port)), "neither up nor ended"
        assert answers(port), f"ended with {process.poll()}"
    finally:
        process.terminate()
        status = process.wait(30)
    assert status == 0


@pytest.mark.fault(66)
@pytest.mark.parametrize("what", ["cut short", "renamed", "nobody reads"])
def test_a_log_that_is_rotated_or_that_nobody_reads_any_more_stops_nothing(sqlite_template: Path, tmp_path: Path, what: str):
    """copytruncate and rename as logrotate does them; a pipe whose reader has died, as that of a container's log driver may."""
    url, path = f"sqlite:///{tmp_path / 'nhacviec.db'}", tmp_path / "run.log"
    shutil.copy(sqlite_template, tmp_path / "nhacviec.db")
    store = Store(url)
    kills.people_with_work(store, 1)
    store.close()
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, path.open("ab") as file:
        program = kills.connected(remote, tmp_path, url)
        errors = subprocess.PIPE if what == "nobody reads" else file
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=tmp_path, env=program.environment, stderr=errors)
        try:
            answered(remote, 1)
            path = rotated(path, process, what)
            remote.fault(method="getUpdates", status=502, times=2)
            answered(remote, 2)  # ends the poll that is under way
            answered(remote, 3)  # after two that fail, each of which is logged
        finally:
            process.terminate()
            status = process.wait(30)
        assert what == "nobody reads" or path.read_text().count("polling failed") == 2
    assert status == 0


def answered(remote: EmulatorProcess, number: int) -> None:
    remote.phone(kills.FIRST_CHAT).says("việc của tôi")
    remote.until(delivered=number, timeout=60)


def rotated(path: Path, process: subprocess.Popen[bytes], what: str) -> Path:
    """Take the log away; returns the file that is written on."""
    if what == "cut short":
        os.truncate(path, 0)
    elif what == "renamed":
        path = path.rename(path.with_suffix(".1"))
    else:
        assert process.stderr
        process.stderr.close()
    return path


def answers(port: int) -> bool:
    """Whether the web room is up."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as told:
            return bool(told.status == 200)
    except OSError:
        return False


def waited_for(what: Callable[[], bool], seconds: float = 60) -> bool:
    """Look again and again until it holds; False when the time is over."""
    until = monotonic() + seconds
    while not (holds := what()) and monotonic() < until:
        sleep(0.1)
    return holds
