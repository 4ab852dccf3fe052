"""What goes wrong around the program while it runs is told to the coordinator: updates led elsewhere, no room, a log without end."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from telegram import Bot

from bot import surroundings
from storage import audit
from storage.db import Store
from storage.tables import Outbox
from tests.postgres import free_port
from tests.stories.office import EVERYONE, FIRST_CHAT, LIEN, WEDNESDAY, Office, at

FOREIGN = "http://127.0.0.1:9/nhan"


def told(office: Office, what: str) -> list[str]:
    with office.store.transaction() as db:
        return [row["text"] for row in db.scalars(select(Outbox.payload).where(Outbox.key.startswith(f"alarm:{what}:")))]


@pytest.fixture(params=["polling", "webhook"])
async def started(request, emu, linked_template, tmp_path):
    """The office, polling or behind its own webhook, connected."""
    shutil.copy(linked_template, tmp_path / "nhacviec.db")
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    bind = f"127.0.0.1:{free_port()}"
    own = {"telegram_mode": "webhook", "telegram_webhook_secret": "bi-mat", "web_bind": bind, "web_url": f"http://{bind}"}
    settings = own if request.param == "webhook" else {}
    async with Office(emu, f"sqlite:///{tmp_path}/nhacviec.db", tmp_path / "data", at(WEDNESDAY, 9), **settings) as office:
        await emu.until(lambda: office.app.bells.menus is not None, timeout=60)
        await office.settled()
        office.quiet()
        yield office


async def led_elsewhere(emu) -> None:
    """By somebody with the token."""
    emu.world.next_webhook_at = 0.0  # the platform lets nobody change it twice in a second
    async with Bot(emu.token, base_url=f"{emu.url}/bot", base_file_url=f"{emu.url}/file/bot") as thief:
        await thief.set_webhook(FOREIGN)
    emu.world.next_webhook_at = 0.0


async def test_a_foreign_webhook_is_taken_back_and_the_coordinator_learns_of_it(started, emu):
    office, own = started, emu.webhook.url
    await office.app.bells.take_back()
    assert told(office, "elsewhere") == []
    await led_elsewhere(emu)
    await office.phone(LIEN).says("việc của tôi")
    await office.app.bells.take_back()
    assert emu.webhook.url == own
    (note,) = told(office, "elsewhere")
    assert "đã bị chuyển tới địa chỉ lạ (127.0.0.1)" in note
    assert emu.token not in note
    await emu.until(lambda: office.phone(LIEN).unheard, timeout=60)


@pytest.mark.parametrize("started", ["polling"], indirect=True)
async def test_while_it_polls_a_foreign_webhook_is_seen_at_the_next_look(started, emu):
    office = started
    await led_elsewhere(emu)
    await emu.until(lambda: office.app.pollers["telegram"].conflicts, timeout=60)
    await office.app.bells.watch()
    assert emu.webhook.url == ""
    await office.phone(LIEN).says("việc của tôi")
    await emu.until(lambda: office.phone(LIEN).unheard, timeout=60)
    assert not office.app.pollers["telegram"].conflicts


@pytest.mark.parametrize("started", ["webhook"], indirect=True)
async def test_a_webhook_that_the_platform_does_not_reach_is_told_and_so_is_its_return(started, emu):
    office, look = started, started.app.knocks.look
    secret, emu.webhook.secret = emu.webhook.secret, "another"  # our room refuses it, as a proxy would that has lost us
    await office.phone(LIEN).says("việc của tôi")
    await emu.until(lambda: emu.webhook.last_error, timeout=60)
    await look()
    assert told(office, "deaf") == [], "a process may be being replaced"
    office.now += timedelta(minutes=1)
    await look()
    await look()
    (note,) = told(office, "deaf")
    assert "Telegram không chuyển được tin mọi người gửi: địa chỉ của hệ thống (127.0.0.1) không nhận" in note
    assert list(office.app.ears.deaf) == ["telegram"], "seen at /healthz and in the metrics"
    emu.webhook.secret = secret
    await emu.until(lambda: any("việc đang mở" in one.text for one in office.phone(LIEN).unheard), timeout=120)
    await look()
    (note,) = told(office, "heard")
    assert "Đã kết nối lại Telegram" in note
    assert not office.app.ears.deaf


@pytest.mark.fault(54)
async def test_a_log_that_another_program_keeps_from_being_folded_in_is_told_once_a_day(office, tmp_path, monkeypatch):
    monkeypatch.setattr(surroundings, "LONG_LOG", 256 << 10)
    await office.app.bells.look_around()
    assert told(office, "log") == []
    with closing(sqlite3.connect(tmp_path / "nhacviec.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM inbox").fetchone()
        while office.store.log_size() <= surroundings.LONG_LOG:
            await office.store.write(lambda db: db.execute(text("UPDATE alembic_version SET version_num = version_num")))
        await office.app.bells.look_around()
        await office.app.bells.look_around()
    assert [note.partition(";")[0] for note in told(office, "log")] == [
        "Đề nghị đồng chí báo người quản lý máy: Cơ sở dữ liệu: tệp nhật ký (-wal) đã lên 00 MB"
    ]


async def test_a_disk_that_fills_up_is_told_before_it_is_full(office, monkeypatch):
    await office.app.bells.look_around()
    assert told(office, "disk") == []
    monkeypatch.setattr(surroundings, "LOW_DISK", 1 << 62)
    await office.app.bells.look_around()
    assert len(told(office, "disk")) == 1


def test_postgresql_keeps_no_such_log_beside_the_program(postgres):
    store = Store(postgres.url("migrated"))
    assert store.log_size() == 0
    store.close()


async def test_a_copy_that_nobody_makes_any_more_is_told_once_a_week_and_by_day(office):
    with office.store.transaction() as db:
        audit.note(db, audit.BACKUP, "database", office.now - timedelta(days=6))
    await office.app.bells.look_around()
    assert told(office, "old_copy") == []
    office.now += timedelta(days=1, hours=12)  # at night
    await office.app.bells.look_around()
    assert told(office, "old_copy") == []
    for _day in range(3):
        office.now += timedelta(hours=12)
        await office.app.bells.look_around()
    (note,) = told(office, "old_copy")
    assert note.startswith("Đề nghị đồng chí báo người quản lý máy: Bản sao lưu mới nhất là của ngày 19/11/2026")


async def test_an_office_that_was_never_copied_is_told_a_week_after_it_began(office):
    for _day in range(8):
        assert told(office, "old_copy") == []
        await office.app.bells.look_around()
        office.now += timedelta(days=1)
    assert "Chưa có bản sao lưu nào" in "".join(told(office, "old_copy"))
