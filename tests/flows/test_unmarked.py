"""Who has not marked yet: by person, reminded by one tap, once a day, never after the lock or at night."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.office import units
from storage.rules.year import Phase, Window
from storage.tables import Outbox
from storage.work import campaigns
from tests.flows.small_office import build


@pytest.fixture
def office(store, now):
    """Three rows of Ngân without a mark; the lock falls in nine days."""
    made = build(store, now)
    with store.transaction() as db:
        units.set_sending(db, made.id, now)
        campaign = campaigns.ensure(db, made.id, 2026)
        closes = (now + timedelta(days=9)).replace(tzinfo=None)
        campaigns.set_window(db, campaign, Phase.SELF, Window(lock=closes, closes=closes))
    return made


def test_they_are_named_and_reminded_once_a_day(office, tung, ngan):
    told = tung.says("ai chưa tự chấm")
    assert "03 tiêu chí của 01 đồng chí chưa tự chấm:\n1. Võ Thị Kim Ngân: 03 (1.2.4, 2.1.3, 3.1)" in told
    assert "Đã nhắc 01 đồng chí tự chấm: Võ Thị Kim Ngân." in tung.taps("Nhắc các đồng chí tự chấm")
    said = ngan.sees()
    assert "Đồng chí còn 03 tiêu chí chưa chấm: 1.2.4, 2.1.3, 3.1." in said
    assert "Tự chấm ngay" in ngan.labels
    tung.goes("unmarked")
    again = tung.taps("Nhắc các đồng chí tự chấm")
    assert "01 đồng chí đã được nhắc trong ngày" in again
    assert ngan.sees() == ""


def test_the_council_screen_leads_there_and_a_member_who_leads_nobody_urges_nobody(office, chu, tung, ngan):
    tung.says("hội đồng")
    assert "Võ Thị Kim Ngân: 03" in tung.taps("Ai chưa tự chấm")
    assert "dành cho vai trò khác" in ngan.goes("unmarked_tell:1")
    assert "dành cho vai trò khác" in ngan.says("ai chưa tự chấm")
    assert "Đã nhắc 01 đồng chí" in chu.goes("unmarked_tell:1"), "the chairperson may"


def test_at_night_it_waits_for_the_morning_and_after_the_lock_nobody_is_urged(office, tung, store):
    tung.wait(hours=12)
    tung.says("ai chưa tự chấm")
    assert "Đang ngoài giờ làm việc; tin sẽ gửi lúc 07:45" in tung.taps("Nhắc các đồng chí tự chấm")
    with store.transaction() as db:
        row = db.execute(select(Outbox.not_before, Outbox.expires_at).where(Outbox.key.startswith("unmarked:"))).one()
    assert row.not_before.hour == 0, "07:45 in Vietnam"
    assert row.expires_at is not None
    tung.wait(days=10)
    tung.says("ai chưa tự chấm")
    assert "Nhắc các đồng chí tự chấm" not in tung.labels
    assert "Đã nhắc" not in tung.goes("unmarked_tell:1")
