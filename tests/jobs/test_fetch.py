"""Files come home whole or not at all, and a receipt is told only of what is safe."""

import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.incoming import FileRef
from jobs.fetch import Fetcher, NeverFetchable, Source, Tables, TryLater
from locales.formats import VIETNAM
from storage.db import Store
from storage.evidence import fetches
from storage.evidence.fetches import BACK_OFF, MAX_TRIES
from storage.evidence.files import CAP
from storage.tables import Evidence, EvidenceFor
from tests.flows.evidence_office import PDF, Office


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    return Office(store, tmp_path, now)


def sent(office: Office, body: bytes = PDF, *, name: str = "a.pdf", size: int | None = -1, fault: Any = None) -> str:
    one = office.platform.file(name, body, size=size)
    office.platform.faults[one.ref["id"]] = [fault] if fault is not None else []
    office.phones["an"].sends(one, caption="2.1.3")
    return one.ref["id"]


def on_disk(office: Office) -> list[str]:
    return [path.name for path in office.files.root.rglob("*") if path.is_file()]


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.0])
async def test_a_download_that_is_cut_leaves_nothing_and_is_tried_again(office: Office, part: float):
    sent(office, fault=part)
    await office.fetcher.run_once(office.now)
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert await office.fetcher.run_once(office.now) == 0  # not before its pause is over
    assert await office.fetcher.run_once(office.now + timedelta(seconds=BACK_OFF[0])) == 1
    assert office.column(select(Evidence.size)) == [len(PDF)]
    assert office.phones["an"].sees().startswith("2.1.3: đã nhận 01 tệp")


@pytest.mark.parametrize("fault", [TryLater("network"), ConnectionError("https://host/bot123:SECRET/x"), TimeoutError()])
async def test_a_passing_fault_is_tried_again_and_its_text_is_not_logged(office: Office, fault: Exception, caplog):
    sent(office, fault=fault)
    await office.fetcher.run_once(office.now)
    await office.fetcher.run_once(office.now + timedelta(minutes=1))
    assert len(office.column(select(Evidence.id))) == 1
    assert "SECRET" not in caplog.text


async def test_the_pause_that_the_platform_asks_for_is_kept(office: Office):
    sent(office, fault=TryLater("429", wait=40))
    await office.fetcher.run_once(office.now)
    assert await office.fetcher.run_once(office.now + timedelta(seconds=39)) == 0
    assert await office.fetcher.run_once(office.now + timedelta(seconds=40)) == 1


async def test_after_the_last_try_the_person_is_asked_to_send_it_again(office: Office):
    ref = sent(office)
    office.platform.faults[ref] = [TryLater()] * MAX_TRIES
    told, moment = [], office.now
    for _ in range(MAX_TRIES + 1):
        await office.fetcher.run_once(moment)
        told.append(office.phones["an"].sees())
        moment += timedelta(hours=2)
    assert [n for n, text in enumerate(told, 1) if text] == [fetches.TELL_AFTER, MAX_TRIES]
    assert "chưa cần gửi lại" in told[fetches.TELL_AFTER - 1]
    assert told[MAX_TRIES - 1].startswith("2.1.3: a.pdf CHƯA được lưu: không tải được đủ nội dung; đề nghị đồng chí gửi lại")
    assert office.fetched()[0].state == "failed"


async def test_a_size_that_lies_is_stopped_at_the_cap(office: Office):
    sent(office, b"%PDF-" + b"x" * (25 * 2**20), size=5_000_000)
    await office.fetcher.run_once(office.now)
    assert office.platform.served <= CAP + (1 << 16)
    assert "tệp vượt 20 MB" in office.phones["an"].sees()
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])
    assert office.fetched()[0].state == "failed"


@pytest.mark.fault(41)
async def test_a_file_of_exactly_20_mb_is_kept(office: Office):
    sent(office, b"%PDF-" + b"x" * (CAP - 5))
    await office.fetcher.run_once(office.now)
    assert office.column(select(Evidence.size)) == [CAP]


async def test_what_the_platform_no_longer_has_is_said_at_once(office: Office):
    sent(office, fault=NeverFetchable("gone"))
    await office.fetcher.run_once(office.now)
    assert "CHƯA được lưu" in office.phones["an"].sees()


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.pdf", b"MZ\x90\x00program"), ("a.jpg", b"<html><script>"), ("a.docx", b"PK\x03\x04no document"), ("a.doc", b"{\\rtf1}")],
)
async def test_a_file_that_is_not_what_its_name_says_is_not_kept(office: Office, name: str, body: bytes):
    sent(office, body, name=name)
    await office.fetcher.run_once(office.now)
    assert "nội dung không đúng với loại tệp" in office.phones["an"].sees()
    assert (office.column(select(Evidence.id)), on_disk(office)) == ([], [])


class DiesBeforeCommit(Store):
    """A database whose process dies after the bytes got their name and before the row was committed."""

    deaths = 0

    async def write(self, work: Any) -> Any:
        if self.deaths and isinstance(work, partial) and "arrived" in work.keywords:
            self.deaths -= 1
            raise RuntimeError("killed")
        return await super().write(work)


@pytest.mark.fault(42)
async def test_a_kill_between_rename_and_commit_leaves_bytes_without_a_row_which_are_swept(office: Office):
    sent(office)
    dying = DiesBeforeCommit(str(office.store.engine.url))
    dying.deaths = 1
    fetcher = Fetcher(dying, office.files, {"telegram": Source(office.platform.download)}, lambda: office.now, VIETNAM)
    await fetcher.run_once(office.now)
    assert office.column(select(Evidence.id)) == []
    orphan = on_disk(office)
    assert len(orphan) == 1
    assert await office.fetcher.sweep(office.now + timedelta(hours=1)) == []
    assert await fetcher.run_once(office.now + timedelta(hours=3)) == 1
    assert office.column(select(Evidence.sha256)) == orphan
    assert await office.fetcher.sweep(office.now + timedelta(days=900)) == []
    dying.close()


async def test_dropped_files_are_swept_after_a_day_and_destroyed_after_a_week(office: Office):
    sent(office)
    await office.fetcher.run_once(office.now)
    name = on_disk(office)[0]
    office.phones["an"].goes(f"drop_files:{office.fetched()[0].id}")
    later = office.now + timedelta(days=900)  # files carry the time of the machine that runs the test
    assert await office.fetcher.sweep(later) == [name]
    assert on_disk(office) == [name]
    await office.fetcher.sweep(later + timedelta(days=8))
    assert on_disk(office) == []


class Counts(Store):
    """A database that says when the sixth file is safe."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.kept, self.all_here = 0, asyncio.Event()

    async def write(self, work: Any) -> Any:
        result = await super().write(work)
        self.kept += isinstance(work, partial) and "arrived" in work.keywords
        if self.kept == 6:
            self.all_here.set()
        return result


async def test_the_running_job_is_woken_fetches_several_at_once_and_stops_when_cancelled(office: Office):
    counts = Counts(str(office.store.engine.url))
    fetcher = Fetcher(counts, office.files, {"telegram": Source(office.platform.download)}, lambda: office.now, VIETNAM)
    loop = asyncio.create_task(fetcher.run())
    for n in range(6):
        office.phones["an"].sends(office.platform.file(f"{n}.pdf", b"%PDF-" + bytes([65 + n])), caption="2.1.3", batch="1")
    fetcher.wake.set()
    await asyncio.wait_for(counts.all_here.wait(), 30)
    loop.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loop
    assert len(office.column(select(EvidenceFor.id))) == 6
    counts.close()


async def test_a_cancelled_download_leaves_no_temp_file_and_is_due_again(office: Office):
    started = asyncio.Event()

    async def endless(_ref):
        yield PDF
        started.set()
        await asyncio.Event().wait()

    sent(office)
    fetcher = Fetcher(office.store, office.files, {"telegram": Source(endless)}, lambda: office.now, VIETNAM)
    loop = asyncio.create_task(fetcher.run())
    await asyncio.wait_for(started.wait(), 20)
    loop.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loop
    assert on_disk(office) == []
    with office.store.transaction() as db:
        fetches.recover(db, office.now)
    assert await office.fetcher.run_once(office.now) == 1
    assert len(office.column(select(Evidence.id))) == 1


async def test_one_file_that_always_fails_does_not_stop_the_others(office: Office):
    bad = sent(office)
    office.platform.faults[bad] = [TryLater()] * 50
    for n in range(5):
        sent(office, b"%PDF-" + bytes([65 + n]))
    await office.fetcher.run_once(office.now)
    assert len(office.column(select(Evidence.id))) == 5


async def test_files_of_a_channel_that_is_off_wait(office: Office):
    sent(office)
    off = Fetcher(office.store, office.files, {"zalo": Source(office.platform.download)}, lambda: office.now, VIETNAM)
    assert await off.run_once(office.now) == 0
    assert office.fetched()[0].state == "waiting"


async def test_a_photo_without_an_announced_size_is_kept(office: Office):
    photo = office.platform.photo()
    office.phones["an"].sends(FileRef(photo.ref, "photo", photo.name, photo.mime), caption="2.1.3")
    await office.fetcher.run_once(office.now)
    assert len(office.column(select(Evidence.id))) == 1


async def test_a_loader_that_fails_for_now_is_asked_again(office: Office):
    tries = []

    async def loader(job: Any, path: Path) -> bool:
        tries.append(path.read_bytes())
        if len(tries) == 1:
            raise TryLater("busy")
        return True

    office.phones["chi"].sends(office.platform.file("phan cong.csv", b"a;b"))
    fetcher = Fetcher(office.store, office.files, {"telegram": Source(office.platform.download)}, lambda: office.now, VIETNAM, Tables(loader))
    await fetcher.run_once(office.now)
    await fetcher.run_once(office.now + timedelta(minutes=1))
    assert tries == [b"a;b", b"a;b"]
    assert office.fetched()[0].state == "stored"
