"""Files under faults: cut, lying, no room, killed inside albums. Never a row without bytes, never a receipt that is not true."""

import os
import re
import signal
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.evidence.files import Files
from storage.evidence.keeping import stored
from storage.tables import Evidence, Fetch
from tests.emulator.bulk import ALBUM
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills
from tests.faults.kills import FIRST_CHAT, Killed
from tests.faults.test_kills import QUICK
from tests.flows.evidence_office import PDF, Office

FULL = pytest.param("full", id="full", marks=[pytest.mark.slow, pytest.mark.timeout(3000)])
"""On a busy machine the looks into 300 photos, many of them begun anew, take a quarter of an hour."""
RECEIVED = re.compile(r"đã nhận (\d\d) tệp")


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


def sent(office: Office, body: bytes = PDF, **how: object) -> str:
    one = office.platform.file("bc.pdf", body, **how)
    office.phones["an"].sends(one, caption="2.1.3", batch=one.ref["id"])
    return one.ref["id"]


def on_disk(office: Office) -> list[Path]:
    return [path for path in office.files.root.rglob("*") if path.is_file()]


@pytest.mark.fault(39)
async def test_a_download_cut_at_each_tenth_leaves_nothing_and_comes_whole_later(office: Office):
    for tenth in range(10):
        ref = sent(office, PDF + bytes([tenth]))
        office.platform.faults[ref] = [tenth / 10]
    await office.fetcher.run_once(office.now)
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert "đã nhận" not in office.phones["an"].sees()
    await office.fetcher.run_once(office.now + timedelta(minutes=1))
    assert len(office.column(select(Evidence.id))) == len(on_disk(office)) == 10


@pytest.mark.parametrize("announced", [1, len(PDF) - 1, len(PDF) + 1, 25 << 20])
@pytest.mark.fault(40)
async def test_a_length_that_lies_is_never_a_receipt(office: Office, announced: int):
    sent(office, size=announced)
    for minutes in (0, 1, 5, 60, 300, 900, 2000, 4000, 8000):
        await office.fetcher.run_once(office.now + timedelta(minutes=minutes))
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert not RECEIVED.search(office.phones["an"].sees())


@pytest.mark.fault(40)
async def test_a_body_of_25_mb_behind_a_small_length_is_stopped_at_the_cap(office: Office):
    sent(office, b"%PDF-" + bytes(25 << 20), size=None)
    await office.fetcher.run_once(office.now)
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert office.platform.served <= (20 << 20) + (1 << 17)
    assert "CHƯA được lưu" in office.phones["an"].sees()


@pytest.fixture
def small_disk(tmp_path: Path):
    """Two megabytes of memory as a disk."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=2m,mode=700", "nhacviec-test", str(folder)]
    if os.getuid() or subprocess.run(["mount", *options], check=False, capture_output=True).returncode:
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def grow(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)


@pytest.mark.fault(46)
async def test_a_full_disk_makes_no_row_and_no_receipt_and_the_file_comes_when_there_is_room(store: Store, small_disk: Path, now):
    office = Office(store, small_disk, now)
    sent(office, b"%PDF-1.7\n" + bytes(3 << 20))
    await office.fetcher.run_once(now)
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert not RECEIVED.search(office.phones["an"].sees())
    assert office.column(select(Fetch.state)) == ["waiting"]
    grow(small_disk)
    await office.fetcher.run_once(now + timedelta(minutes=1))
    assert RECEIVED.search(office.phones["an"].sees())
    assert len(on_disk(office)) == 1


@pytest.mark.parametrize("size", [QUICK, FULL])
@pytest.mark.fault(38)
def test_kills_inside_albums_lose_no_photo_and_say_nothing_that_is_not_true(database_url: str, tmp_path: Path, size: str, record_property):
    people, albums, times = (3, 1, 4) if size == "quick" else (10, 3, 50)
    count = people * albums * ALBUM
    store = Store(database_url)
    kills.people_with_work(store, people)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Killed(kills.connected(remote, tmp_path, database_url, SEND_RATE="500"), store, seed=5) as killed:
        remote.meet([FIRST_CHAT + i for i in range(people)])
        remote.set(repeat_wait=0)
        remote.arrive(count, chats=people, kind="album", texts=[""], rate=count / (times * 2), wait=False)
        killed.kill_often(times, signal.SIGKILL, lambda: len(_kept(store)), max(1, count // times))
        assert kills.wait_until(lambda: len(_kept(store)) == count and kills.left(store) == 0, 240 if size == "quick" else 1500)
        killed.end(signal.SIGTERM)
        screens = [[one["text"] for one in remote.phone(FIRST_CHAT + i).screen] for i in range(people)]
    record_property("runs", times)
    record_property("found", f"{times} kills, {count} photos: {count - len(_kept(store))} lost")
    files = Files(tmp_path / "data" / "evidence")
    assert all(files.verify(one.sha256, one.size) for one in store.run(stored))
    assert killed.statuses == [-9] * times + [0]
    for texts in screens:
        told = [int(found[1]) for text in texts if (found := RECEIVED.search(text))]
        assert max(told) == ALBUM, "the receipt counts to the end"
        assert albums <= len(told) <= albums + times, "one receipt an album, and at most one marked copy a kill"
    store.close()


def _kept(store: Store) -> list[int]:
    return store.look(lambda db: list(db.scalars(select(Evidence.id))))
