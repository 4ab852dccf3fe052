"""What an office types for its hours, reminders and classes: read, judged, and said back in the same words."""

from datetime import date, time
from decimal import Decimal

import pytest

from bot.flows.coordinating.policy_words import read
from locales.say import policy as say
from storage.rules.escalation import DEFAULT_AFTER
from storage.rules.hours import OfficeHours, slot_on
from storage.rules.points import DEFAULT_CLASSES
from storage.rules.policy import Doubt, Terms, fitted, inside
from storage.rules.reminders import Policy

NOW = Terms(OfficeHours(), Policy(), DEFAULT_AFTER, DEFAULT_CLASSES)


@pytest.mark.parametrize(
    ("what", "typed", "words"),
    [
        ("hours", "7h-11h30, 13h30 - 17h", "giờ làm việc 07:00-11:30 và 13:30-17:00"),
        ("hours", "7.30-11.30 và 13.30-17.30", "giờ làm việc 07:30-11:30 và 13:30-17:30"),
        ("hours", "sáng 8 giờ đến 12 giờ, chiều 13 giờ 30 đến 17 giờ", "giờ làm việc 08:00-12:00 và 13:30-17:00"),
        ("before", "10, 5, 2, 0", "nhắc trước hạn 10, 5, 2 và 0 ngày làm việc (0 là đúng ngày đến hạn)"),
        ("before", "2 5 10 ngày và đúng ngày", "nhắc trước hạn 10, 5, 2 và 0 ngày làm việc (0 là đúng ngày đến hạn)"),
        ("before", "0", "chỉ nhắc đúng ngày đến hạn"),
        ("late", "2, 5, 10", "nhắc việc quá hạn vào ngày làm việc thứ 2, 5 và 10"),
        ("late", "3, rồi cứ 7 ngày", "nhắc việc quá hạn vào ngày làm việc thứ 3, rồi cứ 07 ngày làm việc một lần đến ngày thứ 30"),
        ("late", "không nhắc", "không nhắc sau hạn; việc quá hạn vẫn có trong bản tổng hợp gửi lãnh đạo"),
        ("reminders", "8h", "nhắc việc lúc 08:00; việc đến hạn trong ngày chưa có trả lời được nhắc lại lúc 13:45"),
        ("reminders", "8h, không nhắc lại", "nhắc việc lúc 08:00, mỗi ngày một lần"),
        ("above", "2-4-6", "việc quá hạn được báo trưởng bộ phận sau 02, Phó Chủ tịch sau 04, Chủ tịch sau 06 ngày làm việc"),
        ("classes", "90, 80, 72,5, 50", "xếp loại: Xuất sắc 90 %, Tốt 80 %, Khá 72,5 %, Trung bình 50 %; thấp hơn là Yếu"),
        ("classes", "80 65 50", "xếp loại: Tốt 80 %, Khá 65 %, Trung bình 50 %; thấp hơn là Yếu"),
    ],
)
def test_what_is_typed_is_said_back(what, typed, words):
    wanted = read(what, typed, NOW)
    assert isinstance(wanted, Terms), wanted
    assert say.clause(what, wanted) == words
    assert read(what, say.typed(what, wanted), NOW) == wanted, "what a button carries is read as what was typed"


@pytest.mark.parametrize(
    ("what", "typed", "doubt"),
    [
        ("hours", "13h-17h, 7h-11h", Doubt.ORDER),
        ("hours", "7h-7h30, 13h-17h", Doubt.SHORT),
        ("hours", "3h-11h, 13h-17h", Doubt.AT_NIGHT),
        ("hours", "25h-26h, 27h-28h", None),
        ("hours", "7h-11h", None),
        ("before", "không", Doubt.NOTHING),
        ("before", "90, 5", Doubt.TOO_FAR),
        ("before", "1 2 3 4 5 6 7 8 9 10 11", Doubt.TOO_MANY),
        ("before", "sớm hơn", None),
        ("late", "0, 3", Doubt.TOO_FAR),
        ("late", "20, mỗi 5 ngày đến 10", Doubt.ORDER),
        ("reminders", "6h45", Doubt.OUTSIDE),
        ("reminders", "12h", Doubt.OUTSIDE),
        ("reminders", "14h, 8h", Doubt.ORDER),
        ("above", "6, 3, 10", Doubt.ORDER),
        ("above", "3, 6", None),
        ("classes", "50, 65, 80, 90", Doubt.ORDER),
        ("classes", "190, 80, 65, 50", Doubt.TOO_FAR),
        ("classes", "9" * 200, None),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(what, typed, doubt):
    assert read(what, typed, NOW) == doubt
    if doubt:
        assert say.why(what, doubt, NOW).endswith(".")


@pytest.mark.parametrize("what", ["hours", "before", "late", "reminders", "above", "classes"])
def test_what_is_usual_can_be_read_and_the_default_comes_first(what):
    read_back = [read(what, one, NOW) for one in say.usual(what)]
    assert read_back[0] == NOW
    assert all(isinstance(one, Terms) for one in read_back)
    routes = [choice.route for choice in say.ask(what, NOW).choices]
    assert all(len(route.encode()) <= 64 for route in routes)


def test_the_longest_that_may_be_set_fits_a_button():
    longest = read("late", "51 52 53 54 55 56 57 58, mỗi 30 đến 60", NOW)
    assert isinstance(longest, Terms)
    wanted = say.confirm("late", NOW, longest, slot_on(date(2026, 11, 27), time(7, 45))).choices[0].route
    assert len(wanted.encode()) <= 64


def test_hours_of_reminders_move_with_the_office():
    late_office = OfficeHours((time(8), time(12)), (time(14), time(16)))
    assert [inside(time(hour), late_office) for hour in (7, 9, 13, 15, 18)] == [time(8), time(9), time(14), time(15), time(15, 30)]
    assert (fitted(Policy(), late_office).morning, fitted(Policy(), late_office).afternoon) == (time(8), time(14))
    assert fitted(Policy(afternoon=None), late_office).afternoon is None


def test_percentages_are_kept_exactly():
    wanted = read("classes", "90, 80, 72,5, 50", NOW)
    assert isinstance(wanted, Terms)
    assert wanted.classes[2] == ("fair", Decimal("72.5"))
