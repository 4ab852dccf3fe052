"""What the chairperson orders in one sentence: shown before it is done, done with one tap, and of no use to who may not."""

from datetime import date

import pytest
from sqlalchemy import select, update

from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment, Extension, Outbox
from tests.flows.small_office import Office


def due(office: Office, code: str) -> date | None:
    with office.store.transaction() as db:
        return db.scalar(select(Assignment.due_on).where(Assignment.id == office.rows[code]))


def target(office: Office) -> str:
    with office.store.transaction() as db:
        return str(units.settings(db, office.id)["target"])


def test_more_time_for_somebody_grants_what_waits(office: Office, ngan, chu):
    ngan.goes(f"extend:{office.rows['2.1.3']}:20261210")
    told = chu.says("cho đồng chí Ngân thêm 3 ngày")
    assert "2.1.3: đã chấp thuận, hạn nội bộ mới là 30/11/2026" in told  # 25/11, and three working days
    assert due(office, "2.1.3") == date(2026, 11, 30)
    assert "Rút lại gia hạn" in chu.labels
    assert "30/11/2026" in ngan.sees()


def test_where_nothing_waits_the_row_is_chosen_and_shown_before_its_date_moves(office: Office, chu):
    told = chu.says("cho đ/c Ngân thêm 3 ngày")
    assert "1. 2.1.3: Báo cáo kết quả thực hiện tiêu chí 2.1.3, hạn 25/11, dời sang 30/11" in told
    assert "2. 1.2.4: Báo cáo kết quả thực hiện tiêu chí 1.2.4, hạn 10/12, dời sang 15/12" in told
    assert "dời hạn nội bộ sang thứ Hai 30/11/2026?" in chu.taps("2.1.3")
    assert due(office, "2.1.3") == date(2026, 11, 25)
    chu.taps("Dời hạn 01 việc")
    assert due(office, "2.1.3") == date(2026, 11, 30)


@pytest.mark.parametrize("words", ["cho 2.1.3 thêm 3 ngày", "gia hạn cho đồng chí Ngân 2.1.3 đến 30/11"])
def test_the_row_may_be_named(office: Office, chu, words: str):
    assert chu.says(words).startswith("2.1.3: dời hạn nội bộ sang thứ Hai 30/11/2026?")


def test_more_time_for_a_late_row_counts_from_today(office: Office, chu):
    chu.wait(days=10)  # 30/11
    assert "dời hạn nội bộ sang thứ Năm 03/12/2026?" in chu.says("cho 2.1.3 thêm 3 ngày")


def test_a_head_decides_on_requests_and_moves_no_date_alone(office: Office, ngan):
    with office.store.transaction() as db:
        people.grant(db, office.ha, people.by_id(db, office.ha).unit_id, Role.HEAD)
    ha = office.phone("telegram:3")
    assert "Không có nội dung nào chờ đồng chí quyết định." in ha.says("cho đồng chí Ngân thêm 3 ngày")
    ngan.goes(f"extend:{office.rows['2.1.3']}:20261210")
    ha.says("cho đồng chí Ngân lùi đến 4/12")
    assert due(office, "2.1.3") == date(2026, 12, 4)


def test_an_officials_words_order_nothing(office: Office, ngan):
    for words in ("cho đồng chí Ngân thêm 3 ngày", "giao 2.1.3 cho đồng chí Hà", "mục tiêu 85", "nhắn chung: nghỉ"):
        ngan.says(words)
    assert due(office, "2.1.3") == date(2026, 11, 25)
    assert target(office) == "80"
    with office.store.transaction() as db:
        assert db.scalars(select(Extension.granted).where(Extension.granted.is_(True))).all() == []
        assert db.scalars(select(Outbox.id).where(Outbox.key.startswith("announce"))).all() == []


def test_a_row_is_given_in_one_sentence_and_one_tap(office: Office, chu):
    assert "Giao 2.1.3 cho đồng chí Lê Thu Hà?" in chu.says("giao 2.1.3 cho đồng chí Hà")
    chu.taps("Đúng")
    with office.store.transaction() as db:
        assert db.scalar(select(Assignment.person_id).where(Assignment.id == office.rows["2.1.3"])) == office.ha
    assert "Ai nhận" in chu.says("giao 2.1.3 cho đồng chí Tám") or "phụ trách" in chu.text


def test_the_target_is_changed_after_one_question_and_the_coordinator_learns_of_it(office: Office, tung, chu):
    assert "Mục tiêu hiện nay là 80 điểm. Đổi thành 85,5 điểm?" in chu.says("nâng mục tiêu lên 85,5")
    assert target(office) == "80"
    chu.taps("Đúng")
    assert "(mục tiêu 85,5; còn thiếu 82,5)" in chu.says("tiến độ")
    assert "đặt mục tiêu của năm: 85,5 điểm" in tung.sees()
    assert "dành cho vai trò khác" in office.phone("telegram:2").goes("target_set:1000")
    assert "không còn" in chu.goes("target_set:0")


def test_a_message_to_all_is_shown_before_it_goes(office: Office, ngan, chu):
    assert "chiều nay 14 giờ họp" in chu.says("nhắn chung: chiều nay 14 giờ họp")
    assert ngan.sees() == ""
    chu.taps("Gửi")
    assert ngan.sees() == "Chủ tịch Phạm Văn Chủ thông báo:\nchiều nay 14 giờ họp"


@pytest.mark.parametrize(("words", "names"), [("nhắc cả phòng văn hóa - xã hội", True), ("đôn đốc phòng văn hóa", True), ("đôn đốc phòng đất đai", False)])
def test_a_part_is_urged_in_words(office: Office, chu, words: str, names: bool):
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == office.rows["2.1.3"]).values(due_on=date(2026, 11, 10)))
    told = chu.says(words)
    assert ("Gửi tới 01 đồng chí về 01 việc: Võ Thị Kim Ngân?" in told) == names
    assert ("Cần đôn đốc ai? Chưa gửi gì." in told) != names


def test_a_leaders_question_that_no_list_answers_leads_to_the_figures(office: Office, chu):
    assert "đề nghị liên hệ đồng chí Trần Minh Tùng" in chu.says("bao giờ họp")
    assert chu.labels == ["Tiến độ"]
