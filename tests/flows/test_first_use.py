"""What hurts who uses it for the first time: each of these was a wall, an untrue sentence, or something recorded by mistake."""

import pytest
from sqlalchemy import select, update

from locales.say import refusals, start
from storage import loads
from storage.tables import Load, Update
from tests.flows import small_office

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


@sqlite
@pytest.mark.parametrize("said", ["mất điện thoại", "em bi mat dien thoai roi a", "ĐT mất từ hôm qua"])
def test_a_lost_phone_is_told_to_who_can_lock_it_and_is_no_difficulty_of_a_row(office, tung, ngan, said):
    ngan.says("2.1.3")
    told = ngan.says(said)
    assert small_office.TUNG in told
    assert "gọi điện ngay" in told
    with office.store.transaction() as db:
        assert not db.scalars(select(Update)).all()
    assert f"Đồng chí {small_office.NGAN} báo mất điện thoại" in tung.sees()
    assert "Khóa máy" in tung.taps("Khóa máy")


@sqlite
def test_a_new_phone_is_told_what_it_needs_and_a_power_cut_stays_a_difficulty(ngan):
    assert small_office.TUNG in ngan.says("tôi đổi điện thoại")
    assert "vướng mắc" in ngan.says("2.1.3 mất điện từ sáng")


@sqlite
def test_before_sending_begins_past_rows_without_a_state_are_one_tap_away(office, tung):
    with office.store.transaction() as db:
        sent = {"by": office.tung, "name": "bang.xlsx", "sha256": "0" * 64}
        small_office.row(db, office.id, office.id, "1.1", office.ngan, due_on=office.now.date().replace(month=1))
        loads.keep(db, office.id, **sent, year=2026, sheet={"rows": []}, now=office.now, state=loads.APPLIED)
        db.execute(update(Load).values(applied_at=office.now))
    assert "đã qua hạn chưa ghi tình trạng" in tung.says("bắt đầu gửi")
    assert "1.1 Báo cáo" in tung.taps("Xử lý 01 việc đã qua hạn")
    tung.taps("1.1 Đã hoàn thành")
    assert "đã qua hạn" not in tung.says("bắt đầu gửi")
    assert "Không còn việc" in tung.says("xử lý việc quá hạn")


def test_the_question_is_told_again_and_not_the_receipt_above_it():
    told = refusals.still_open("Dòng 26: đã sửa.\n\nCòn 03 chỗ: dòng 27.\nTệp ghi: Kế toán.", ()).text
    assert told.endswith("\nCòn 03 chỗ: dòng 27.")


def test_in_the_web_room_no_messenger_is_said_to_carry_anything():
    given = {"post": None, "unit": "UBND", "open_rows": 0, "leads": False, "notice": True, "call": None}
    assert "ứng dụng nhắn tin" in start.linked("An", **given).text
    assert "ứng dụng nhắn tin" not in start.linked("An", **given, on_page=True).text
