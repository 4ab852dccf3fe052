"""What hurts who uses it for the first time: each of these was a wall, an untrue sentence, or something recorded by mistake."""

import pytest
from sqlalchemy import delete, select, update

from jobs.outcome import Abilities
from locales.say import refusals, start
from storage.loading import loads
from storage.office import people, units
from storage.rules.status import Kind
from storage.tables import Assignment, Criterion, Load, Update
from tests.flows import small_office
from tests.flows.phone import Phone

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
    assert "chưa ghi tình trạng" not in tung.says("bắt đầu gửi")
    assert "Không còn việc" in tung.says("xử lý việc quá hạn")


def test_the_question_is_told_again_and_not_the_receipt_above_it():
    told = refusals.still_open("Dòng 26: đã sửa.\n\nCòn 03 chỗ: dòng 27.\nTệp ghi: Kế toán.", ()).text
    assert told.endswith("\nCòn 03 chỗ: dòng 27.")


def test_in_the_web_room_no_messenger_is_said_to_carry_anything():
    assert "ứng dụng nhắn tin" in start.linked(start.Newcomer("An", None, "UBND"), None).text
    assert "ứng dụng nhắn tin" not in start.linked(start.Newcomer("An", None, "UBND", on_page=True), None).text


@sqlite
def test_what_is_done_is_not_put_off_and_who_is_ill_is_left_in_peace_today(ngan):
    assert "nhắc lại lúc 07 giờ 45 ngày 23/11/2026" in (ngan.says("2.1.3") and ngan.says("em bị ốm hôm nay"))
    ngan.says("2.1.3 xong")
    assert ngan.says("nhắc tôi lúc 16h30") == "2.1.3: Đã báo hoàn thành; hệ thống không nhắc việc này nữa."


@sqlite
def test_recurring_work_is_handed_over_with_its_rhythm_and_leaders_come_last(office, tung):
    with office.store.transaction() as db:
        kept = small_office.row(db, office.id, office.id, "5.2", office.ngan, due_on=None)
        db.execute(update(Assignment).where(Assignment.id == kept).values(due_rule="monthly day 28"))
    assert "5.2 Báo cáo kết quả thực hiện tiêu chí 5.2, ngày 28 hằng tháng" in tung.goes(f"handover:{office.ngan}")
    assert [one for one in tung.labels if one in (small_office.TUNG, small_office.HA, small_office.CHU)][-1] == small_office.CHU


@sqlite
@pytest.mark.parametrize("said", ["báo cáo tháng", "bao cao quy", "báo cáo tiến độ"])
def test_a_report_of_a_month_is_asked_for_in_these_words(tung, said):
    assert "Báo cáo tiến độ (Word)" in (tung.says(said) and tung.labels)


@sqlite
def test_where_no_files_are_carried_nobody_is_told_to_send_one_here(office, tung):
    zalo = Abilities(buttons=False, files_in=False)
    told = Phone(office.store, "telegram:1", office.now, abilities=zalo, web="http://may:8000").says("gửi bảng phân công")
    assert "http://may:8000" in told
    assert "vào đây" not in told
    assert "gửi tệp vào đây" in tung.says("nhập bảng phân công")
    ngan = Phone(office.store, "telegram:2", office.now, abilities=zalo)
    assert ngan.goes(f"send:{office.rows['2.1.3']}").startswith("2.1.3: đề nghị gửi ảnh chụp các trang vào đây.")


@sqlite
@pytest.mark.parametrize("said", ["trợ giúp", "tôi không biết dùng", "gửi file ở đâu"])
def test_help_shows_what_to_type_for_each_need_and_what_to_tap(ngan, said):
    told = ngan.says(said)
    for words in ("1.2.4 xong", "xin lùi", "bấm nhầm", "kèm mã tiêu chí", small_office.TUNG):
        assert words in told
    assert ngan.labels == ["Việc của tôi", "Tiến độ"]


@sqlite
def test_sending_cannot_begin_before_there_is_a_table(store, now):
    office = small_office.build(store, now)
    with store.transaction() as db:
        for table in (Assignment, Criterion):
            db.execute(delete(table))
    tung = Phone(store, "telegram:1", now)
    assert "Chưa có bảng phân công nên chưa có gì để gửi" in tung.says("bắt đầu gửi")
    assert tung.labels == ["Nhập bảng phân công", "Tệp mẫu", "Quay lại"]
    assert "chưa bật gửi" in tung.goes("sending_yes")
    with store.transaction() as db:
        assert units.sending_since(db, office.id) is None


@sqlite
@pytest.mark.parametrize("typed", ["Nguyễn Văn Bé, công chức địa chính", "Nguyễn Văn Bé - Công chức địa chính"])
def test_a_new_person_may_be_typed_with_the_post(office, tung, typed):
    tung.says("thêm người mới")
    assert "Nguyễn Văn Bé (Công chức địa chính, UBND phường Minh Tân)" in tung.says(typed)
    with office.store.transaction() as db:
        found = people.by_id(db, people.named(db, office.id, "Nguyễn Văn Bé")[0])
        assert found.post == "Công chức địa chính"


@sqlite
@pytest.mark.parametrize("typed", ["Nguyễn Văn Bé, Trần Thị Bình", "Nguyễn Văn Bé - đ/c Lê Thị Hoà", "Nguyễn Văn Bé, lê thị hoa"])
def test_a_second_person_behind_the_comma_is_no_post_and_nobody_is_added(office, tung, typed):
    tung.says("thêm người mới")
    assert "Chưa thêm ai" in tung.says(typed)
    with office.store.transaction() as db:
        assert people.named(db, office.id, "Nguyễn Văn Bé") == []


@sqlite
def test_a_survey_in_the_list_says_that_nothing_is_to_be_reported(office, ngan):
    with office.store.transaction() as db:
        small_office.row(db, office.id, office.id, "8.1", office.ngan, due_on=office.now.date().replace(month=12), kind=Kind.SURVEY)
    assert "8.1: Báo cáo kết quả thực hiện tiêu chí 8.1 - hạn 20/12/2026 [khảo sát: không phải báo]" in ngan.says("việc")
