"""A copy is whole or not there, it returns into either database, and nothing is sent until somebody says so."""

import hashlib
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import nightly
from bot.settings import Settings
from bot.watch import FileLock
from storage import migrate
from storage.backup import tables
from storage.db import Store
from storage.evidence.files import Files
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import units
from storage.office.sending import start
from storage.tables import Audit, Evidence, Outbox, Person, Update
from tests.flows.small_office import Office, build
from tests.postgres import Postgres
from tests.program import Program

FILE = b"%PDF-1.4 Bao cao\n" * 5000


@pytest.fixture
def office(store: Store, tmp_path: Path, now: datetime) -> Office:
    """An office that sends, with one file and one message that waits."""
    made = build(store, now)
    with Files(tmp_path / "data" / "evidence").open_temp() as temp:
        temp.write(FILE)
        kept = temp.keep()
    facts = {"office_id": made.id, "person_id": made.ngan, "batch": "1", "kind": "document", "name": "báo cáo.pdf", "received_at": now}
    with store.transaction() as db:
        db.execute(Evidence.__table__.insert().values(sha256=kept.sha256, size=kept.size, **facts))
        change = {"kind": "progress", "source": "tap", "before": {}, "after": {"progress": "reported"}, "at": now}
        first = db.scalars(Update.__table__.insert().values(assignment_id=made.rows["2.1.3"], **change).returning(Update.id)).one()
        db.execute(Update.__table__.insert().values(assignment_id=made.rows["2.1.3"], undoes_id=first, **change))
        outbox.add(db, [Draft("waits", "telegram:2", {"text": "Chào", "choices": []}, person_id=made.ngan)], now)
        units.set_sending(db, made.id, now)
    return made


@pytest.fixture
def program(database_url: str, office: Office, tmp_path: Path) -> Program:
    return Program(tmp_path, DATABASE_URL=database_url)


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but what a restore changes on purpose."""
    with store.transaction() as db:
        found = {table.name: [tuple(row) for row in db.execute(select(table).order_by(*table.primary_key))] for table in tables()}
    return {name: rows for name, rows in found.items() if name not in {"unit", "outbox"}}


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind to return a copy into, whichever it came from."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/other/nhacviec.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh()


@pytest.mark.fault(56)
def test_a_copy_returns_row_for_row_and_byte_for_byte_into_either_database(program, store, elsewhere, tmp_path):
    before = content(store)
    made = program("backup", str(tmp_path / "copies"))
    assert (made.status, "Đã sao lưu" in made.out) == (0, True), made.err
    (tmp_path / "other").mkdir()
    settings = {"DATABASE_URL": elsewhere, "DATA_DIR": str(tmp_path / "other")}
    back = program("restore", str(tmp_path / "copies"), **settings)
    assert (back.status, back.err) == (0, "")
    assert "01 tin đang chờ gửi" in back.out
    other = Store(elsewhere)
    assert content(other) == before
    assert Files(tmp_path / "other" / "evidence").verify(hashlib.sha256(FILE).hexdigest(), len(FILE))
    with other.transaction() as db:
        new = {"at": datetime.fromisoformat("2026-11-20T08:00:00+00:00"), "action": "x", "subject": "y", "detail": {}}
        assert db.scalars(Audit.__table__.insert().values(**new).returning(Audit.id)).one() > 0
        assert migrate.differences(db) == []
    other.close()


@pytest.mark.fault(56)
def test_after_a_restore_nothing_waits_to_be_sent_until_sending_is_switched_on(program, tmp_path, now):
    program("backup", str(tmp_path / "copies"))
    elsewhere = f"sqlite:///{tmp_path}/other/nhacviec.db"
    settings = {"DATABASE_URL": elsewhere, "DATA_DIR": str(tmp_path / "other")}
    program("restore", str(tmp_path / "copies"), **settings)
    other = Store(elsewhere)
    with other.transaction() as db:
        office = units.offices(db)[0][0]
        assert units.sending_since(db, office) is None
        assert outbox.claim(db, "me", ["telegram"], 9, now) == []
    on = program("sending", "on", **settings)
    assert (on.status, "01 tin được giữ" in on.err) == (0, True)
    with other.transaction() as db:
        (one,) = outbox.claim(db, "me", ["telegram"], 9, now)
        assert (one.key, one.attempt) == ("waits", 1), "it is marked as perhaps repeated"
    other.close()


def test_a_copy_returns_only_into_an_empty_database(program, tmp_path):
    program("backup", str(tmp_path / "copies"))
    ran = program("restore", str(tmp_path / "copies"))
    assert (ran.status, ran.out) == (1, "")
    assert "đã có dữ liệu" in ran.err


@pytest.mark.parametrize("part", ["person.jsonl", "evidence"])
def test_a_damaged_copy_is_refused_and_nothing_is_restored(program, tmp_path, part):
    program("backup", str(tmp_path / "copies"))
    folder = next((tmp_path / "copies").iterdir())
    victim = folder / "tables" / part if part != "evidence" else next(path for path in (folder / part).rglob("*") if path.is_file())
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(bytes(data))
    settings = {"DATABASE_URL": "", "DATA_DIR": str(tmp_path / "other")}
    ran = program("restore", str(folder), **settings)
    assert (ran.status, "bị hỏng" in ran.err) == (1, True)
    other = Store(f"sqlite:///{tmp_path}/other/nhacviec.db")
    with other.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Person)) == 0
    other.close()


def test_a_folder_without_a_copy_and_one_that_cannot_be_written_are_named(program, tmp_path):
    ran = program("restore", str(tmp_path))
    assert (ran.status, str(tmp_path) in ran.err) == (1, True)
    (tmp_path / "file").write_text("x")
    ran = program("backup", str(tmp_path / "file"))
    assert (ran.status, ran.out) == (1, "")
    assert "Traceback" not in ran.err


def test_a_copy_that_was_cut_short_is_no_copy(program, tmp_path):
    program("backup", str(tmp_path / "copies"))
    whole = next((tmp_path / "copies").iterdir())
    shutil.move(whole, tmp_path / "copies" / f".{whole.name}.part")
    assert program("restore", str(tmp_path / "copies"), DATA_DIR=str(tmp_path / "other"), DATABASE_URL="").status == 1


def test_a_copy_holds_no_secret_and_only_its_owner_may_read_it(program, tmp_path):
    program.environment |= {"TELEGRAM_BOT_TOKEN": "123456:SECRETSECRET"}
    program("backup", str(tmp_path / "copies"))
    paths = [path for path in (tmp_path / "copies").rglob("*") if path.is_file()]
    assert not [path for path in paths if b"SECRETSECRET" in path.read_bytes()]
    assert not [path for path in paths if path.stat().st_mode & 0o077]


def test_nothing_is_restored_under_a_running_program(office, tmp_path):
    program = Program(tmp_path, DATABASE_URL="", DATA_DIR=str(tmp_path / "other"))
    (tmp_path / "copies" / "tables").mkdir(parents=True)
    facts = {"form": 1, "made_at": "2026-11-20T15:00:00+07:00", "schema": "x", "rows": {}, "hashes": {}, "evidence": {}}
    (tmp_path / "copies" / "manifest.json").write_text(json.dumps(facts))
    lock = FileLock(tmp_path / "other")
    ran = program("restore", str(tmp_path / "copies"))
    lock.release()
    assert (ran.status, "Đã có một tiến trình" in ran.err) == (1, True)


@contextmanager
def written_all_the_while(store: Store, work: Callable[[Any, int], None]) -> Iterator[None]:
    """One transaction after the other, each with its number, beside what the block does."""
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with store.transaction() as db:
                work(db, number)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()


@pytest.mark.fault(56)
def test_a_copy_made_while_rows_are_written_is_of_one_moment(office, store, database_url, tmp_path, now):
    """Rows that refer to each other are written all the time; in each copy every reference leads somewhere."""

    def both(db, number: int) -> None:
        outbox.add(db, [Draft(f"m{number}", "telegram:2", {"text": "x", "choices": []}, person_id=office.ngan)], now)
        change = {"kind": "progress", "source": "tap", "before": {}, "after": {"n": number}, "at": now}
        db.execute(Update.__table__.insert().values(assignment_id=office.rows["2.1.3"], **change))

    program = Program(tmp_path, DATABASE_URL=database_url)
    with written_all_the_while(store, both):
        made = [program("backup", str(tmp_path / f"copies{n}")) for n in range(2)]
    assert [one.status for one in made] == [0, 0]
    for copy in tmp_path.glob("copies*/*"):
        rows = {name: len((copy / "tables" / f"{name}.jsonl").read_bytes().splitlines()) for name in ("outbox", "progress_update")}
        assert rows["outbox"] - 1 == rows["progress_update"] - 2, "each turn wrote one of both"


def test_starting_to_send_lets_go_what_was_held_for_this_office_alone(store, now):
    ours, office = build(store, now), None
    with store.transaction() as db:
        office = units.add(db, "UBND phường Khác", is_office=True)
        outbox.add(db, [Draft("ours", "telegram:2", {"text": "x", "choices": []}, person_id=ours.ngan)], now)
        db.execute(Outbox.__table__.update().values(state="held"))
        assert start(db, office, now) == 0
        assert start(db, ours.id, now) == 1


SEAL = {"BACKUP_PASSPHRASE": "con ngua sat thi tran"}


def test_a_sealed_copy_made_under_load_returns_whole_and_says_nothing_without_its_passphrase(program, office, store, tmp_path, now):
    """The drill: rows are written all the while; what returns has the counts and hashes that the copy names."""

    def message(db, number: int) -> None:
        outbox.add(db, [Draft(f"m{number}", "telegram:2", {"text": "x", "choices": []}, person_id=office.ngan)], now)

    with written_all_the_while(store, message):
        made = program("backup", str(tmp_path / "copies"), **SEAL)
    assert (made.status, "Chỉ mở được bằng mật khẩu sao lưu" in made.out) == (0, True), made.err
    (copy,) = (tmp_path / "copies").iterdir()
    data = copy.read_bytes()
    assert not [plain for plain in (b"progress_update", b"%PDF-1.4", "Ngân".encode(), b"manifest") if plain in data]
    assert copy.stat().st_mode & 0o077 == 0
    assert not [path for path in (tmp_path / "data").iterdir() if path.name.startswith(".backup")], "nothing is left behind"
    back = program("restore", str(tmp_path / "copies"), **elsewhere_on_sqlite(tmp_path), **SEAL)
    assert (back.status, back.err) == (0, "")
    other = Store(f"sqlite:///{tmp_path}/other/nhacviec.db")
    with other.transaction() as db:
        rows = sum(db.scalar(select(func.count()).select_from(table)) or 0 for table in tables())
        held = db.scalar(select(func.count()).select_from(Outbox).where(Outbox.state == "held"))
    other.close()
    counted = f"{rows:,}".replace(",", ".") if rows > 9 else f"0{rows}"
    assert f"{counted} dòng dữ liệu" in made.out
    assert f"{counted} dòng dữ liệu" in back.out
    assert f"{held:02d} tin đang chờ gửi" in back.out or f"{held:,} tin đang chờ gửi".replace(",", ".") in back.out
    assert Files(tmp_path / "other" / "evidence").verify(hashlib.sha256(FILE).hexdigest(), len(FILE))
    assert program("audit", "verify", **elsewhere_on_sqlite(tmp_path)).status == 0


def elsewhere_on_sqlite(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "other").mkdir(exist_ok=True)
    return {"DATABASE_URL": f"sqlite:///{tmp_path}/other/nhacviec.db", "DATA_DIR": str(tmp_path / "other")}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # it is about the file alone
def test_a_wrong_passphrase_none_or_a_changed_byte_is_told_in_plain_words(program, tmp_path):
    (tmp_path / "phrase").write_text(SEAL["BACKUP_PASSPHRASE"] + "\n")
    assert program("backup", str(tmp_path / "copies"), BACKUP_PASSPHRASE_FILE=str(tmp_path / "phrase")).status == 0
    (copy,) = (tmp_path / "copies").iterdir()
    there = elsewhere_on_sqlite(tmp_path)
    wrong = program("restore", str(copy), **there, BACKUP_PASSPHRASE="con ngua go thi tran")
    assert (wrong.status, "Mật khẩu không mở được" in wrong.err) == (1, True), wrong
    none = program("restore", str(copy), **there)
    assert (none.status, "đã mã hóa: đặt BACKUP_PASSPHRASE" in none.err) == (1, True)
    data = bytearray(copy.read_bytes())
    for harm in (lambda: data.__setitem__(len(data) // 2, data[len(data) // 2] ^ 1), lambda: data.__delitem__(slice(-100, None))):
        harm()
        copy.write_bytes(bytes(data))
        ran = program("restore", str(copy), **there, **SEAL)
        assert (ran.status, "bị hỏng" in ran.err) == (1, True), ran
    other = Store(there["DATABASE_URL"])
    with other.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Person)) == 0
    other.close()


def test_a_short_passphrase_is_refused_by_name(program, tmp_path):
    ran = program("backup", str(tmp_path), BACKUP_PASSPHRASE="kurz")
    assert (ran.status, "BACKUP_PASSPHRASE" in ran.err, "kurz" in ran.err) == (78, True, False)
    ran = program("backup", str(tmp_path), BACKUP_PASSPHRASE_FILE=str(tmp_path / "nowhere"))
    assert (ran.status, "BACKUP_PASSPHRASE_FILE" in ran.err) == (78, True)


async def test_every_night_a_copy_is_made_by_itself_and_old_ones_go(office, store, database_url, tmp_path, now):
    home = tmp_path / "nightly"
    given = {"database_url": database_url, "data_dir": tmp_path / "data", "backup_dir": home, "backup_keep": 2}
    settings = Settings(_env_file=None, **given)
    night = now.replace(hour=18, minute=10)  # 01:10 of the next day in Vietnam
    assert await nightly.backed_up(store, settings, night.replace(minute=10, hour=17)) is False, "before 01:00"
    made = [await nightly.backed_up(store, settings, night + timedelta(hours=hours)) for hours in (0, 1, 24, 48, 72)]
    assert made == [True, False, True, True, True]
    assert len(list(home.iterdir())) == 2
    shutil.rmtree(home)
    home.write_text("a file in the way")
    assert await nightly.backed_up(store, settings, night + timedelta(hours=96)) is False
    with store.transaction() as db:
        told = db.scalars(select(Outbox.key).where(Outbox.key.startswith("alarm:backup"))).all()
    assert len(told) == 1
