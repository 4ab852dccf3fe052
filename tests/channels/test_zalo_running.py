"""The program with Zalo: alone, beside Telegram, with a refused token, with a platform that stumbles; and no token in any row."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from bot.app import App
from bot.commands import doctor
from bot.settings import Settings
from storage.db import Store
from storage.tables import Inbox
from tests.emulator import Emulator
from tests.stories.office import EVERYONE, FIRST_CHAT, LIEN, TUESDAY, WEDNESDAY, Office, at
from tests.stories.zalo_fixtures import database_fixture, zalo_fixture, zalo_template_fixture  # noqa: F401 - fixtures
from tests.stories.zalo_office import ZaloOffice, zalo_chat


@pytest.mark.fault(11)
async def test_a_refused_token_ends_the_process_if_zalo_is_its_only_channel(zalo, database, tmp_path):
    zalo.revoked = True
    settings = {"zalo_bot_token": zalo.token, "zalo_api_url": zalo.url, "database_url": database, "data_dir": tmp_path / "data"}
    app = App(Settings(_env_file=None, web_bind="", **settings))
    app.prepare()
    assert await asyncio.wait_for(app.run(asyncio.Event()), 20) == 78


async def test_beside_telegram_a_refused_token_stops_zalo_alone_and_doctor_says_so(zalo, database, tmp_path, capsys):
    zalo.revoked = True
    async with Emulator() as emu:
        emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
        store = Store(database)
        with store.transaction() as db:
            for number in range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)):
                moved = {"old": zalo_chat(number), "new": f"telegram:{number}"}
                db.execute(text("UPDATE address SET chat = :new WHERE chat = :old"), moved)
        settings = {"zalo_bot_token": zalo.token, "zalo_api_url": zalo.url}
        async with Office(emu, database, tmp_path / "data", at(WEDNESDAY, 9), **settings) as office:
            await zalo.until(lambda: [one for one, _ in zalo.calls if one == "getMe"])
            assert "việc đang mở" in await office.tells(LIEN, "/viec")
            await asyncio.to_thread(doctor.run, None, store, office.settings)  # type: ignore[arg-type]
        store.close()
    assert "ZALO_BOT_TOKEN: bị từ chối từ" in capsys.readouterr().out


async def test_doctor_speaks_of_trying_out_and_of_the_quota(zalo, database, tmp_path, capsys):
    store = Store(database)
    (tmp_path / "data").mkdir(mode=0o700)
    settings = Settings(_env_file=None, zalo_bot_token=zalo.token, data_dir=tmp_path / "data", zalo_monthly_limit=100)
    with store.transaction() as db:
        month = f"{datetime.now(UTC).astimezone(settings.zone):%Y-%m}"
        db.execute(text("INSERT INTO budget (channel, month, sent, received) VALUES ('zalo', :month, 70, 11)"), {"month": month})
    assert doctor.run(None, store, settings) == 1  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert "ZALO_MODE=polling chỉ để chạy thử" in told
    assert "tháng này đã dùng 81/100 tin Zalo" in told
    store.close()


async def test_every_event_is_kept_once_though_the_platform_stumbles(zalo, database, tmp_path):
    zalo.patience = 60
    for after, fault in enumerate(({"status": 502, "html": True}, {"code": 408}, {"cut": True}, {"code": 408}, {"code": 500})):
        zalo.faults.add("getUpdates", after=3 * after + 2, **fault)
    async with ZaloOffice(zalo, database, tmp_path / "data", at(WEDNESDAY, 9)) as office:
        phone = office.phone(LIEN)
        events = [await phone.says(f"2.2 đang làm {number}%") for number in range(11, 31)]
        await zalo.until(lambda: zalo.pending == 0, 60)
        await office.taken()
        answers = await office.heard(LIEN)
        assert all(answers.count(f'2.2: đã ghi "Đang thực hiện ({number} %)"') == 1 for number in range(11, 31))
        with office.store.transaction() as db:
            assert list(db.scalars(select(Inbox.update_id).order_by(Inbox.id))) == [one["message"]["message_id"] for one in events]
    assert zalo.lost == []


async def test_what_is_said_while_nobody_polls_is_lost_at_the_platform_and_the_rest_is_not(zalo, database, tmp_path):
    zalo.patience = 0.05
    async with ZaloOffice(zalo, database, tmp_path / "data", at(WEDNESDAY, 9)) as office:
        await office.stop()
        await office.phone(LIEN).says("2.2 xong")
        await zalo.until(lambda: zalo.lost)
        zalo.patience = 5.0
        await office.start()
        assert "việc đang mở" in await office.tells(LIEN, "/viec")
        with office.store.transaction() as db:
            assert len(list(db.scalars(select(Inbox.id)))) == 1


async def test_no_row_holds_the_token(zalo, database, tmp_path, caplog):
    caplog.set_level("DEBUG")
    async with ZaloOffice(zalo, database, tmp_path / "data", at(TUESDAY, 14)) as office:
        await office.clock(7, 45, WEDNESDAY)
        zalo.faults.add("sendMessage", code=400, text=f"bad call bot{zalo.token}")
        await office.tells(LIEN, "/viec")
        await office.photos(LIEN, b"\x89PNG\r\n\x1a\n" + b"0" * 50, caption="2.2")
    rows = (tmp_path / "nhacviec.db").read_bytes()
    for wal in tmp_path.glob("nhacviec.db-*"):
        rows += wal.read_bytes()
    secret = zalo.token.partition(":")[2]
    assert secret.encode() not in rows
    assert secret not in caplog.text
