"""Choices as numbered lines: where one answer has several messages, and where the words between were not understood."""

import pytest

from jobs.outcome import Abilities
from storage.rules.status import Progress
from storage.work import assignments
from tests.flows import small_office
from tests.flows.phone import Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is kept is tested on both in storage


def test_numbered_choices_of_two_answers_mean_one_thing_each(store, now):
    small_office.build(store, now)
    zalo = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    zalo.says("1.2.4 đang làm, vướng kinh phí")
    assert len(set(zalo.labels)) == len(zalo.labels)
    assert [one for one in zalo.labels if "Ghi nhầm" in one] == ["Ghi nhầm, bỏ"], "two answers about one row, one way back"
    zalo.says("1.2.4 đang làm 30%, 2.1.3 đang làm 40%")
    assert len(set(zalo.labels)) == len(zalo.labels)
    assert "1.2.4: đã bỏ" in zalo.taps("1.2.4: Ghi nhầm, bỏ")


@pytest.mark.parametrize("buttons", [False, True])
def test_a_question_stays_open_after_words_that_were_not_understood(store, now, buttons):
    office = small_office.build(store, now)
    phone = Phone(store, "telegram:2", now, abilities=Abilities(buttons=buttons, edits=buttons))
    asked = phone.says("da nop roi")
    offered = phone.labels
    told = phone.says("lorem ipsum dolor")
    assert asked.splitlines()[0] in told
    assert phone.labels == offered
    assert small_office.TUNG in phone.says("sit amet blah")
    assert phone.labels == [*offered, "Chuyển lời tới đầu mối"]
    assert phone.says("1").startswith("2.1.3: đã ghi")
    with office.store.transaction() as db:
        assert assignments.get(db, office.rows["2.1.3"]).progress is Progress.REPORTED
    assert small_office.TUNG not in phone.says("consectetur elit")


def test_a_figure_that_is_awaited_stays_awaited_after_words_that_were_not_understood(store, now):
    office = small_office.build(store, now)
    phone = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    phone.goes(f"status:{office.rows['1.2.4']}:doing")
    phone.says("lorem ipsum dolor")
    assert "60 %" in phone.says("60")


@pytest.mark.parametrize("buttons", [False, True])
@pytest.mark.parametrize("nod", ["ok", "cảm ơn đồng chí", "vâng ạ"])
def test_thanks_leave_an_open_question_open(store, now, buttons, nod):
    small_office.build(store, now)
    phone = Phone(store, "telegram:2", now, abilities=Abilities(buttons=buttons, edits=buttons))
    phone.says("da nop roi")
    told = phone.says(nod)
    assert (told.count("\n"), phone.labels) == (0, []), "one quiet line, without choices of its own"
    assert phone.says("1").startswith("2.1.3: đã ghi")
    phone.says(nod)
    assert "2.1.3: đã bỏ" in phone.says("ghi nhầm, bỏ"), "the receipt's own way back stays open too"


@pytest.mark.parametrize(("awaited", "answer"), [("doing", "60"), ("blocked", "chưa có kinh phí")])
def test_thanks_are_no_figure_and_no_reason_and_leave_it_awaited(store, now, awaited, answer):
    office = small_office.build(store, now)
    row = office.rows["1.2.4"]
    phone = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    phone.goes(f"status:{row}:doing" if awaited == "doing" else f"block:{row}")
    assert "vẫn chờ" in phone.says("vâng, cảm ơn anh")
    assert phone.says(answer).startswith("1.2.4: đã ghi")


def test_thanks_for_a_reminder_say_that_nothing_changed_and_how_to_answer(store, now):
    small_office.build(store, now)
    phone = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    phone.says("2.1.3")
    shown = phone.labels
    assert phone.says("ok").startswith("Đã nhận; tình trạng 2.1.3 chưa thay đổi.")
    assert phone.says(str(shown.index("Đã hoàn thành") + 1)).startswith('2.1.3: đã ghi "Đã báo hoàn thành')
