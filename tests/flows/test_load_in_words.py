"""What a coordinator types instead of tapping, once a table is recorded: a mistake, "để sau", "tất cả", two numbers at once."""

import pytest
from sqlalchemy import select

from storage.rules.status import Kind
from storage.tables import Criterion
from tests.flows.test_load_chat import TABLE, office, sends, state  # noqa: F401 - fixtures

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both elsewhere
KINDS = (*TABLE[:3], TABLE[3] | {"proposed_kind": "upkeep"}, *TABLE[4:])


@pytest.fixture
def tung(sends):  # noqa: F811
    phone = sends(*KINDS)
    phone.taps("Ghi")
    return phone


def kind_of(store, code):
    with store.transaction() as db:
        return db.scalar(select(Criterion.kind).where(Criterion.code == code))


@pytest.mark.parametrize("words", ["bấm nhầm", "tôi bấm nhầm rồi"])
def test_a_settled_row_is_taken_back_in_words(store, tung, words):
    tung.taps("Xử lý 02 việc")
    tung.taps("1.1.2 Đã hoàn thành")
    assert tung.says(words).startswith("1.1.2: đã bỏ ghi nhầm, trở lại Chưa thực hiện.")
    assert state(store, "1.1.2").progress == "not_started"


def test_a_load_is_taken_back_in_words_after_a_look_and_not_by_saying_it_twice(store, tung):
    assert tung.says("bấm nhầm").startswith("Bỏ lần ghi từ tệp phan-cong.xlsx? Sẽ bỏ 06 dòng mới.")
    tung.says("bấm nhầm")
    assert "Ghi nhầm, bỏ lần ghi này" in tung.labels
    assert state(store, "1.1.2").progress == "not_started"


@pytest.mark.parametrize("answer", ["Đúng", "Thôi"])
def test_a_kind_decided_by_mistake_is_asked_again(store, tung, answer):
    tung.taps("Xem 02 việc nên đổi loại")
    tung.taps(answer)
    told = tung.says("bấm nhầm").splitlines()
    assert told[0] == "1.1.4: đã bỏ lựa chọn vừa ghi; đề nghị chọn lại."
    assert told[2] == "1.1.4: Duy trì chuyên mục"
    assert kind_of(store, "1.1.4") == Kind.PRODUCT
    tung.taps("Đúng")
    assert kind_of(store, "1.1.4") == Kind.UPKEEP


def test_nothing_is_taken_back_twice(store, tung):
    tung.taps("Xem 02 việc nên đổi loại")
    tung.taps("Đúng")
    back = tung.choice("Ghi nhầm, bỏ").route
    tung.goes(back)
    assert "không còn hiệu lực" in tung.goes(back)
    assert kind_of(store, "1.1.4") == Kind.PRODUCT


def test_a_row_left_whole_by_mistake_is_asked_again(tung):
    tung.taps("Tách kỳ 01 việc")
    assert tung.taps("Không tách").startswith("1.1.5: không tách kỳ.")
    told = tung.says("bấm nhầm").splitlines()
    assert told[0] == "1.1.5: đã bỏ lựa chọn vừa ghi; đề nghị chọn lại."
    assert told[2].startswith("1.1.5: Báo cáo hằng tháng")


@pytest.mark.parametrize("words", ["để sau", "không biết", "bỏ qua", "chua ro"])
@pytest.mark.parametrize("opened", ["Xem 02 việc nên đổi loại", "Tách kỳ 01 việc", "Xử lý 02 việc", "Xem 01 dòng cần kiểm tra"])
def test_a_question_is_left_for_later_in_words(store, tung, opened, words):
    tung.taps(opened)
    told = tung.says(words)
    assert "chưa hiểu" not in told
    assert "Bắt đầu gửi" in " ".join(tung.labels)
    assert state(store, "1.1.2").progress == "not_started"


def test_all_of_them_are_shown_before_they_are_recorded(store, tung):
    tung.taps("Xem 02 việc nên đổi loại")
    assert tung.says("tất cả").startswith("Ghi loại việc của 02 việc này?")
    assert kind_of(store, "1.1.6") == Kind.PRODUCT


def test_two_numbers_at_once_choose_neither(store, tung):
    tung.taps("Xử lý 02 việc")
    assert tung.says("1 và 3").startswith("Mỗi lần chỉ chọn được một số nên chưa ghi gì thêm. Đề nghị đồng chí chọn lại:\n02 việc")
    assert state(store, "1.1.2").progress == "not_started"
    tung.says("1")
    assert state(store, "1.1.2").progress == "reported"


def test_words_that_are_not_understood_tell_the_question_and_not_what_was_recorded(tung):
    tung.taps("Xem 02 việc nên đổi loại")
    tung.taps("Đúng")
    assert tung.says("mưa to quá").splitlines()[1] == "1.1.6: Tỷ lệ hồ sơ đúng hạn"


def test_a_table_that_is_left_for_later_stays_within_reach(store, sends):  # noqa: F811
    phone = sends(*KINDS)
    phone.taps("Xem 01 chỗ")
    phone.taps("Quay lại")
    told = phone.says("để sau").splitlines()
    assert told[0] == "Đã để lại, chưa ghi gì thêm. Khi làm tiếp, đề nghị đồng chí chọn:"
    assert told[1].startswith("Năm 2026: đọc được 06 dòng")
    assert phone.says("ghi").startswith("Đã ghi bảng phân công năm 2026: mới 06")
