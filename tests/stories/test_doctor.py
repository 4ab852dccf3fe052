"""`doctor` names each thing that is wrong, once it is wrong: every warning is provoked."""

import asyncio
import shutil
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot import surroundings
from bot.commands import doctor
from bot.settings import Settings
from storage import audit
from storage.db import Store
from storage.messages import budgets
from storage.office import calendar, units
from tests.stories.office import WEDNESDAY, at

NOW = at(WEDNESDAY, 9)


@pytest.fixture
def place(linked_template, tmp_path):
    """A database of the sample office in a folder of its own, with a backup of tonight."""
    (tmp_path / "data").mkdir(mode=0o700)
    path = tmp_path / "data" / "nhacviec.db"
    shutil.copy(linked_template, path)
    path.chmod(0o600)
    store = Store(f"sqlite:///{path}")
    with store.transaction() as db:
        audit.note(db, audit.BACKUP, "database", NOW - timedelta(hours=10))
        for office, _name in units.offices(db):
            for day in calendar.rows(db, office):
                calendar.set_day(db, office, day.__class__(day.day, day.kind, day.name, day.source, confirmed=True))
    yield store, tmp_path / "data"
    store.close()


@pytest.fixture
def look(place, emu):
    """What `doctor` says at a moment, with the emulator for Telegram."""
    store, folder = place

    async def problems(now=NOW, ahead=timedelta(0), **other) -> str:
        emu.clock.shift += (now - ahead).timestamp() - emu.clock.now()
        given = {"telegram_bot_token": emu.token, "telegram_api_url": emu.url, "web_bind": "", "data_dir": folder}
        settings = Settings(_env_file=None, **(given | other))
        return "\n".join(await asyncio.to_thread(doctor.problems, store, settings, now))

    return problems


async def test_of_an_office_that_is_well_nothing_is_said(look):
    assert await look() == ""


async def test_files_that_others_can_read(look, place):
    _, folder = place
    (folder / "nhacviec.db").chmod(0o640)
    assert "nhacviec.db: người khác trên máy đọc được (quyền 640)" in await look()
    folder.chmod(0o755)
    assert f"{folder}: người khác trên máy đọc được (quyền 755); chạy chmod go-rwx {folder}" in await look()


async def test_a_token_file_that_others_can_read(look, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").touch(mode=0o644)
    (tmp_path / ".env").chmod(0o644)
    assert ".env: người khác trên máy đọc được" in await look()


async def test_a_foreign_webhook(look, emu):
    emu.webhook.url = "https://ke-xau.example/nhan"
    found = await look()
    assert "địa chỉ lạ (ke-xau.example)" in found
    assert emu.token not in found
    own = {"telegram_mode": "webhook", "telegram_webhook_secret": "bi-mat", "web_bind": "127.0.0.1:1", "web_url": "https://nhacviec.example"}
    assert "địa chỉ lạ" in await look(**own)
    emu.webhook.url = "https://nhacviec.example/telegram/webhook"
    assert await look(**own) == ""


async def test_a_clock_that_is_off(look):
    assert "Đồng hồ máy này chạy nhanh 1" in await look(ahead=timedelta(minutes=3))
    assert "Đồng hồ máy này chạy chậm 3.6" in await look(ahead=-timedelta(hours=1))
    assert await look(ahead=timedelta(minutes=1)) == ""


async def test_next_year_without_its_days_off(look, place):
    store, _ = place
    with store.transaction() as db:
        db.execute(text("UPDATE day SET confirmed = false WHERE day LIKE '2027-02-%'"))
    assert "lịch nghỉ năm 2027 chưa được xác nhận" in await look()
    with store.transaction() as db:
        db.execute(text("DELETE FROM day WHERE day LIKE '2027-%'"))
    assert "lịch nghỉ năm 2027 chưa được xác nhận" in await look()


async def test_telegram_that_is_not_there_or_does_not_know_the_token(look):
    assert "không kết nối được TELEGRAM (ClientConnectorError)" in await look(telegram_api_url="http://127.0.0.1:9")
    found = await look(telegram_bot_token="123456:SECRETsecretSECRETsecret")
    assert "nền tảng từ chối mã này" in found
    assert "SECRETsecret" not in found


async def test_a_quota_that_is_nearly_used_up(look, place):
    store, _ = place
    with store.transaction() as db:
        budgets.count(db, "zalo", "2026-11", sent=2_500)
    zalo = {"zalo_bot_token": "1234:ABCDEFGH", "zalo_mode": "polling"}
    assert "tháng này đã dùng 2500/3000 tin Zalo" in await look(**zalo)
    assert "tin Zalo." not in await look(**zalo, zalo_monthly_limit=9000)


async def test_a_backup_that_is_old_or_was_never_made(look, place):
    assert "Bản sao lưu mới nhất là của ngày 24/11/2026" in await look(NOW + timedelta(days=2))
    store, _ = place
    with store.engine.begin() as db:
        db.execute(text("DROP TRIGGER audit_no_delete"))
        db.execute(text("DELETE FROM audit"))
        db.execute(text("DELETE FROM audit_head"))
    assert "Chưa có bản sao lưu nào" in await look()


async def test_a_history_that_somebody_changed(look, place):
    store, _ = place
    with store.engine.begin() as db:
        db.execute(text("DROP TRIGGER audit_no_update"))
        db.execute(text("UPDATE audit SET person_id = 1 WHERE id = 3"))
    assert "Nhật ký đã bị can thiệp từ bên ngoài: dòng 3 đã bị sửa" in await look()


async def test_a_disk_that_is_nearly_full(look, monkeypatch):
    monkeypatch.setattr(surroundings, "LOW_DISK", 1 << 62)
    assert "ổ đĩa còn dưới 500 MB" in await look()
