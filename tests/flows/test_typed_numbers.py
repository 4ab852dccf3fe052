"""A typed number is a tap: on channels without buttons it must never be taken for the words that are asked for."""


import pytest

from jobs.outcome import Abilities
from storage import assignments
from storage.rules.status import Progress
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
    chief.says("tien do")
    chief.says("8")
    again = chief.says("8")
    assert again.startswith("Số vừa nhắn đến muộn hoặc chưa rõ chọn dòng nào")
    assert again.count("Số vừa nhắn") == 1
    assert "Dự kiến" in again
