"""A typed number is a tap: on channels without buttons it must never be taken for the words that are asked for."""


import pytest

from bot.picked import picked
from jobs.outcome import Abilities
from locales.say.choices import as_text
from storage.messages import conversations
from storage.rules.prompts import QUIET
from storage.rules.status import Progress
from storage.work import assignments
from tests.flows import small_office
from tests.flows.phone import Phone


def number_of(phone: small_office.Phone, label: str) -> str:
    return str(phone.labels.index(label) + 1)


@pytest.mark.parametrize(
    ("label", "asked"), [("Vướng mắc", "vướng gì"), ("Xin gia hạn", "đến ngày nào"), ("Nhắc lại sau", "nhắc lại lúc nào")]
)
def test_a_number_opens_the_question_and_is_not_its_answer(office, label, asked):
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4")
    assert asked in ngan.says(number_of(ngan, label))
    with office.store.transaction() as db:
        assert assignments.get(db, office.rows["1.2.4"]).blocked is None


def test_a_number_picks_a_frequent_reason(office):
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4")
    ngan.says(number_of(ngan, "Vướng mắc"))
    assert "Vướng kinh phí" in ngan.says(number_of(ngan, "Vướng kinh phí"))


def test_words_after_the_question_are_the_reason(office):
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4")
    ngan.says(number_of(ngan, "Vướng mắc"))
    assert "máy in hỏng" in ngan.says("máy in hỏng")


def test_done_by_number_asks_for_another_date_by_number(office):
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4")
    assert "Đã báo hoàn thành" in ngan.says(number_of(ngan, "Đã hoàn thành"))
    assert "ngày nào" in ngan.says(number_of(ngan, "Hoàn thành ngày khác"))
    assert "18/11/2026" in ngan.says("18/11")
    with office.store.transaction() as db:
        assert assignments.get(db, office.rows["1.2.4"]).progress is Progress.REPORTED


def test_a_label_typed_without_diacritics_is_a_tap_too(office):
    ngan = office.phone("telegram:2")
    ngan.says("1.2.4")
    assert "vướng gì" in ngan.says("vuong mac")


def test_a_number_that_is_missed_again_puts_the_question_once(store, now):
    small_office.build(store, now)
    chief = Phone(store, "telegram:4", now, abilities=Abilities(buttons=False))
    chief.says("xem thêm")
    chief.says("7")
    once = chief.says("8")
    assert once.startswith("Tin mới nhất không có dòng số 8, chưa ghi gì.")
    assert once.count("Tin mới nhất") == 1
    listed = chief.says("theo cán bộ")
    again = chief.says("8")
    assert again.partition("\n")[2] == listed
    assert as_text(chief.messages[-1]).count("1. Võ Thị Kim Ngân") == 1, "what the text lists is not listed again"


def test_a_number_without_a_line_tells_no_receipt_again(store, now):
    small_office.build(store, now)
    zalo = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    zalo.says("2.1.3 xong")
    told = zalo.says("7")
    assert told.startswith("Tin mới nhất không có dòng số 7, chưa ghi gì.")
    assert "đã ghi" not in told
    assert "Ghi nhầm, bỏ" in zalo.labels


def test_a_notice_that_waits_is_still_there_after_a_number_came_late(store, now):
    office = small_office.build(store, now)
    zalo = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False, numbers_live=QUIET))
    zalo.says("2.1.3")
    with store.transaction() as db:
        notice = conversations.Notice("Việc mới", (("Đã rõ", "nothing"),))
        assert not conversations.offer_in_passing(db, "telegram:2", notice, office.now)
    zalo.wait(hours=1)
    assert "Đề nghị chọn lại" in zalo.says("1")
    assert "Việc mới" in zalo.says("traloi")


@pytest.mark.parametrize(("words", "route"), [("Đúng", "read_right:7"), ("dung roi", "read_right:7"), ("đúng ạ", "read_right:7"), ("số", None), ("không đúng", None)])
def test_a_mere_right_confirms_what_the_one_label_proposes(words, route):
    offered = [("Đúng: số 45/BC-UBND ngày 10/11/2026", "read_right:7"), ("Sửa số, ngày", "read_fix:3"), ("Đã hoàn thành", "status:1:done")]
    assert picked(words, offered) == route
    assert picked("đúng", [*offered, ("Đúng: 2.1.3", "other:1")]) is None, "not where two are proposed"


@pytest.mark.parametrize(("words", "route"), [("bỏ qua", "skip"), ("không biết", "skip"), ("chưa rõ", "skip"), ("tiếp theo", "skip"), ("chỗ sau", "skip"), ("bỏ", None), ("sau này", None)])
def test_the_words_for_going_on_mean_the_choice_that_does(words, route):
    assert picked(words, [("Đúng", "right"), ("Xem chỗ sau", "skip"), ("Quay lại", "back")]) == route
    assert picked("tiếp theo", [("Việc tiếp theo (còn 01)", "next"), ("Quay lại", "back")]) == "next"


@pytest.mark.parametrize(("words", "route"), [("xem tên", "near"), ("xem tên gần giống", "near"), ("xem thay đổi", "diff"), ("xem", None), ("hoàn tác", "undo"), ("bỏ lần ghi này", "undo"), ("lại", None)])
def test_a_count_within_a_choice_need_not_be_typed_and_taking_back_has_more_words(words, route):
    offered = [("Xem 01 tên gần giống", "near"), ("Xem thay đổi", "diff"), ("Ghi", "apply"), ("Ghi nhầm, bỏ lần ghi này", "undo")]
    assert picked(words, offered) == route


@pytest.mark.parametrize(("words", "route"), [("thời hạn", "0"), ("cột Hạn của tỉnh", "1"), ("lấy cột thời hạn", "0"), ("cột", None)])
def test_the_heading_alone_means_the_choice_of_its_column(words, route):
    assert picked(words, [('Lấy cột "Thời hạn"', "0"), ('Lấy cột "Hạn của tỉnh"', "1"), ("Ghi", "2")]) == route


@pytest.mark.parametrize(("words", "route"), [("tất cả", "all"), ("đúng hết", "all"), ("dung tat ca", "all"), ("cả", "all"), ("tách hết", None), ("hết việc", None)])
def test_all_of_them_means_the_one_choice_for_all(words, route):
    assert picked(words, [("Đúng", "one"), ("Thôi", "no"), ("Đúng cả 08 việc", "all"), ("Quay lại", "back")]) == route
    assert picked(words, [("Đồng ý cả 08", "agree"), ('Như vậy cho 03 chỗ "chị Ngân" còn lại', "alike")]) is None, "nor what is recorded unseen"
