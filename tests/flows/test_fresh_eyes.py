"""What coordinators and leaders type in their own words leads on, or shows what they can do: never a dead end."""

import pytest

from storage.office import units

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


def test_words_not_understood_offer_what_the_person_comes_for(tung, chu, ngan):
    tung.says("làm gì tiếp đây nhỉ")
    assert tung.labels[:2] == ["Quản lý", "Tiến độ"]
    assert "đã kết nối" in tung.taps("Quản lý")
    chu.says("họp")
    assert chu.labels[:2] == ["Tiến độ", "Chờ tôi quyết"]
    ngan.says("trời mưa quá")
    assert ngan.labels == ["Việc của tôi", "Tiến độ", "Trợ giúp"]


def test_a_row_of_somebody_else_is_shown_to_who_leads(tung, chu, ngan):
    told = tung.says("đổi hạn 2.1.3 sang 30/11")
    assert told.startswith("2.1.3: ")
    assert "Chưa ghi gì" in told
    assert "Sửa hạn, người phụ trách" in tung.labels
    assert "Đôn đốc" in (chu.says("tai sao 2.1.3 trễ") and chu.labels)
    assert "không do đồng chí phụ trách" in ngan.says("9.9 xong")


def test_a_wrong_due_date_is_corrected_in_the_chat_and_its_owner_learns_of_it(office, tung, ngan):
    with office.store.transaction() as db:
        units.set_sending(db, office.id, office.now)
    tung.says("2.1.3")
    assert "30/11/2026" in (tung.taps("Sửa hạn, người phụ trách") and tung.says("30/11"))
    assert "đã sửa thời hạn, hạn đúng là 30/11/2026" in ngan.sees()
    tung.taps("Sửa")
    assert "Lê Thu Hà" in tung.says("Lê Thu Hà"), "another person is asked about first"
    assert "Võ Thị Kim Ngân" in tung.says("2.1.3")


def test_nobody_is_told_of_a_date_before_sending_begins(tung, ngan):
    tung.says("2.1.3")
    tung.taps("Sửa hạn, người phụ trách")
    tung.says("30/11/2026")
    assert not ngan.sees()


@pytest.mark.parametrize("said", ["đồng chí Ngân", "chị Ngân", "Võ Thị Kim Ngân", "xem đ/c Ngân"])
def test_who_leads_types_a_name_and_sees_that_colleagues_work(chu, ngan, said):
    assert "\nVõ Thị Kim Ngân\nDự kiến" in chu.says(said)
    assert "Dự kiến" not in ngan.says(said), "an official sees no colleague's"


def test_a_name_of_nobody_who_holds_work_is_heard_as_any_other_words(chu):
    for said in ("đồng chí", "Đỗ Văn Khoa", "chào đồng chí", "xong rồi nhé"):
        assert "\nDự kiến" not in chu.says(said)
        assert "không còn hiệu lực" not in chu.text


def test_common_wishes_are_understood(tung):
    for words, told in (
        ("ai chưa bấm start", "Đỗ Văn Khoa"),
        ("thêm người mới", "họ và tên"),
        ("gửi báo cáo cho tôi", "chọn văn bản"),
        ("Phòng văn hoá sao rồi", "Phòng Văn hóa - Xã hội"),
        ("chị Ngân sao rồi?", "Võ Thị Kim Ngân"),
        ("việc chờ tôi quyết", "quyết định"),
        ("đôn đốc hết", "đôn đốc"),
    ):
        assert told.lower() in tung.says(words).lower(), words


def test_done_with_nothing_left_that_holds_it_up_is_a_report_not_a_question_for_a_list(ngan):
    ngan.says("1.2.4")
    assert "1.2.4: đã ghi" in ngan.says("đã hoàn tất, không còn gì vướng")
