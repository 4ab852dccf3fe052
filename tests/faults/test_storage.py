"""The database full, locked, damaged, gone, read for long: nothing acknowledged is missing, and the program goes on by itself."""

import asyncio
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot import watch
from storage.db import Store
from storage.tables import Base
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills, oracle
from tests.faults.crashing import Crashing
from tests.faults.machines import Line
from tests.faults.test_files import grow
from tests.postgres import Postgres
from tests.program import Program
from tests.stories.office import EVERYONE, FIRST_CHAT, LIEN, TIN, TUESDAY, Office, at


@pytest.fixture
def at_work(emu, linked_template: Path):
    """The sample office with its database in a folder of the test's choice."""
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))

    def start(folder: Path) -> Office:
        shutil.copy(linked_template, folder / "nhacviec.db")
        return Office(emu, f"sqlite:///{folder / 'nhacviec.db'}", folder / "data", at(TUESDAY, 15))

    return start


@pytest.mark.fault(45)
async def test_on_a_full_disk_nothing_is_confirmed_and_all_of_it_is_done_when_there_is_room(at_work, small_disk: Path, emu):
    grow(small_disk)
    async with at_work(small_disk) as office:
        await office.settled()
        office.quiet()
        ballast = small_disk / "ballast"
        fill(ballast)
        for _ in range(3):
            await office.phone(LIEN).says("việc của tôi")
        await asyncio.sleep(3)  # the time in which a program that does not look would answer or fall over
        heard = len(office.phone(LIEN).unheard)
        assert heard <= asked(small_disk, "SELECT count(*) FROM inbox WHERE state = 'done'"), "no answer before it is kept"
        ballast.unlink()
        await emu.until(lambda: len(office.phone(LIEN).unheard) >= 3, 60)
    assert asked(small_disk, "PRAGMA integrity_check") == "ok"


@pytest.mark.fault(45)
async def test_when_there_is_room_again_whoever_was_talking_learns_of_the_gap(at_work, small_disk: Path, emu, monkeypatch):
    monkeypatch.setattr(watch, "TTL", timedelta(seconds=7))
    monkeypatch.setattr(watch, "MARGIN", 1.0)
    grow(small_disk)
    async with at_work(small_disk) as office:
        await office.tells(LIEN, "việc của tôi")
        office.quiet()
        with closing(sqlite3.connect(small_disk / "nhacviec.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM inbox").fetchone()  # from here on the log can only grow
            fill(small_disk / "ballast")
            office.now += timedelta(minutes=10)
            await emu.until(lambda: not office.app.lease.is_held(), 60)
        (small_disk / "ballast").unlink()
        await emu.until(lambda: any("gián đoạn từ 15 giờ 00" in one.text for one in office.phone(LIEN).unheard), 60)
        assert not office.phone(TIN).unheard, "he was not in the middle of anything"


def fill(ballast: Path) -> None:
    """Take what is left of the disk, to the last block."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 4096, 1):
            while True:
                try:
                    file.write(bytes(size))
                except OSError:
                    break


def asked(folder: Path, query: str) -> Any:
    with closing(sqlite3.connect(folder / "nhacviec.db")) as db:
        return db.execute(query).fetchone()[0]


@pytest.mark.fault(48)
async def test_a_lock_held_by_another_for_longer_than_is_waited_delays_the_answer_and_loses_nothing(at_work, tmp_path: Path, emu):
    async with at_work(tmp_path) as office:
        await office.settled()
        office.quiet()
        other = sqlite3.connect(tmp_path / "nhacviec.db", isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        letting_go = threading.Timer(7, other.close)
        letting_go.start()
        await office.phone(LIEN).says("việc của tôi")
        await emu.until(lambda: office.phone(LIEN).unheard, 60)
        letting_go.join()
        await office.settled()
        assert len(office.phone(LIEN).unheard) == 1


@pytest.mark.fault(50)
@pytest.mark.parametrize("place", ["head", "middle"])
def test_a_damaged_database_is_refused_and_the_way_back_is_named(linked_template: Path, tmp_path: Path, place: str):
    path = tmp_path / "nhacviec.db"
    shutil.copy(linked_template, path)
    with path.open("r+b") as file:
        file.seek(0 if place == "head" else path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)
    done = Program(tmp_path, DATABASE_URL=f"sqlite:///{path}", TELEGRAM_BOT_TOKEN="123456:TEST", WEB_BIND="")("run")
    assert done.status == 1
    assert "nhacviec restore" in done.err
    assert "Traceback" not in done.err


@pytest.mark.fault(54)
def test_a_long_look_holds_up_no_writer_and_the_log_is_folded_in_afterwards(tmp_path: Path, sqlite_template: Path, record_property):
    path = tmp_path / "nhacviec.db"
    shutil.copy(sqlite_template, path)
    store, log = Store(f"sqlite:///{path}"), path.with_name("nhacviec.db-wal")
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM inbox").fetchone()
    for _ in range(300):
        store.run(lambda db: db.execute(text("UPDATE alembic_version SET version_num = version_num")))
    grown = log.stat().st_size
    reader.close()
    with closing(sqlite3.connect(path)) as one:
        one.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    record_property("found", f"300 commits beside one open look: log of {grown >> 10} KB, afterwards {log.stat().st_size >> 10} KB")
    assert grown > 0
    assert log.stat().st_size == 0
    store.close()


@pytest.mark.fault(51)
def test_postgresql_crashes_while_people_write_and_the_program_goes_on(postgres: Postgres, tmp_path: Path, record_property):
    """Recovery is PostgreSQL's; coming back, and doing nothing twice or by halves, is ours."""
    url, crashes, updates = postgres.fresh(), 3, 90
    store = Store(url)
    rows = kills.people_with_work(store, 10)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Crashing(tmp_path, kills.connected(remote, tmp_path, url).environment) as program:
        remote.meet(list(rows))
        remote.set(repeat_wait=0)
        remote.arrive(updates, chats=10, texts=["đang làm 60% lần {i}"], rate=10, wait=False)
        program.start()
        for crash in range(1, crashes + 1):
            kills.wait_until(lambda crash=crash: told(store) > crash * 15, 60)
            postgres.crash()
        assert kills.wait_until(lambda: told(store) == updates and kills.left(store) == 0, 120), (tmp_path / "run.log").read_text()[-2000:]
        found = oracle.verdict(store, remote)
        assert program.ended() is None, "the process lived through it"
        assert program.stop() == 0
    record_property("runs", crashes)
    record_property("found", f"{crashes} crashes of the server: {found}")
    numbers = kills.applied(store)
    assert sorted(one for line in numbers.values() for one in line) == list(range(updates))
    assert (found.lost, found.astray, found.unmarked) == (0, 0, 0)
    store.close()
    postgres.drop(url)


@pytest.mark.fault(51)
def test_a_database_that_goes_away_while_the_program_connects_is_waited_for(postgres: Postgres, tmp_path: Path):
    """Seed 65 of the soak: what it wrote down at the start (its name, its menus) found no database, and the process ended."""
    url = postgres.fresh()
    store, line = Store(url), Line(postgres.port)
    rows = kills.people_with_work(store, 2)
    here = url.replace(f":{postgres.port}/", f":{line.port}/")
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Crashing(tmp_path, kills.connected(remote, tmp_path, here).environment) as program:
        remote.meet(list(rows))
        remote.fault(method="getMe", status=502, times=1)
        program.start()
        log = tmp_path / "run.log"
        assert kills.wait_until(lambda: log.exists() and "cannot be reached" in log.read_text(), 60)
        line.cut()  # it asks again after a second, and finds no database for what it learns
        assert kills.wait_until(lambda: "waiting for the database" in log.read_text(), 60), log.read_text()[-2000:]
        line.mend()
        remote.arrive(2, chats=2, texts=["đang làm 60% lần {i}"])
        assert kills.wait_until(lambda: told(store) == 2 and kills.left(store) == 0, 60), log.read_text()[-2000:]
        assert program.ended() is None
        assert program.stop() == 0
    line.close()
    store.close()
    postgres.drop(url)


def told(store: Store) -> int:
    return sum(map(len, kills.applied(store).values()))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.fault(52)
def test_the_answer_to_a_commit_is_lost_and_nothing_is_done_twice(postgres: Postgres, tmp_path: Path, record_property):
    url, updates = postgres.fresh(), 60
    store, line = Store(url), Line(postgres.port)
    rows = kills.people_with_work(store, 10)
    here = url.replace(f":{postgres.port}/", f":{line.port}/")
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Crashing(tmp_path, kills.connected(remote, tmp_path, here).environment) as program:
        remote.meet(list(rows))
        remote.set(repeat_wait=0)
        program.start()
        remote.arrive(updates, chats=10, texts=["đang làm 60% lần {i}"], rate=5, wait=False)
        assert kills.wait_until(lambda: told(store) > 3, 60)
        line.loses_answers(to=b"COMMIT", one_of=8)
        assert kills.wait_until(lambda: told(store) == updates and kills.left(store) == 0, 400), (tmp_path / "run.log").read_text()[-2000:]
        line.loses_answers(to=b"COMMIT", one_of=0)
        found = oracle.verdict(store, remote)
        assert program.stop() == 0
    record_property("runs", line.lost)
    record_property("found", f"{line.lost} commits without their answer: {found}")
    assert line.lost > 3
    assert sorted(one for numbers in kills.applied(store).values() for one in numbers) == list(range(updates))
    assert (found.lost, found.astray, found.unmarked) == (0, 0, 0)
    line.close()
    store.close()
    postgres.drop(url)


@pytest.mark.fault(53)
async def test_more_work_than_connections_waits_its_turn_and_the_loop_goes_on(postgres: Postgres, record_property):
    url = postgres.fresh()
    store, beats = Store(url), count()

    async def beat() -> None:
        while True:
            next(beats)
            await asyncio.sleep(0.005)

    beating = asyncio.create_task(beat())
    found = await asyncio.gather(*(store.write(lambda db: db.scalar(text("SELECT pg_sleep(0.05)::text || 'x'"))) for _ in range(200)))
    beating.cancel()
    lived = next(beats)
    record_property("found", f"200 at once over {store.workers} connections: all done, the loop turned {lived} times meanwhile")
    assert found == ["x"] * 200
    assert lived > 100
    store.close()
    postgres.drop(url)


@pytest.mark.fault(55)
@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        pytest.param("sqlite", (1, 4, 16, 64, 100, 128), id="sqlite-quick"),
        pytest.param("sqlite", None, id="sqlite-all", marks=[pytest.mark.slow, pytest.mark.timeout(1800)]),
        pytest.param("postgresql", None, id="postgresql-all", marks=[pytest.mark.slow, pytest.mark.timeout(1800)]),
    ],
)
def test_an_interrupted_migration_leaves_the_old_schema_or_the_new_one(kind: str, steps, tmp_path: Path, request, record_property):
    """Each try starts from what the crash before left: nothing at all, or, once it is committed, all of it."""
    url, drop = f"sqlite:///{tmp_path / 'nhacviec.db'}", None
    if kind == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        server.execute("CREATE DATABASE half")
        url, drop = server.url("half"), server
    program, crashed = Program(tmp_path, DATABASE_URL=url), 0
    with Crashing(tmp_path, program.environment) as crashing:
        for n in steps or count(1):
            crashing.start("before a statement", n, words=("unit", "add", "Tổ một", "--under", "Không có"))
            if crashing.ended(120) != 137:
                break
            crashed += 1
            assert tables(url) in (set(), WHOLE)
    record_property("runs", crashed)
    record_property("found", f"{crashed} crashes, each left the empty database or the new schema")
    assert crashed > 3
    if steps is None:
        assert tables(url) == WHOLE
    if drop is not None:
        drop.execute("DROP DATABASE half")


WHOLE = {"alembic_version", *Base.metadata.tables}


def tables(url: str) -> set[str]:
    """The tables of a database, without SQLite's own."""
    store = Store(url)
    query = "SELECT name FROM sqlite_master WHERE type = 'table'" if store.is_sqlite else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with store.transaction() as db:
        found = set(db.scalars(text(query)))
    store.close()
    return found - {"sqlite_sequence"}
