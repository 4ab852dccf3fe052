"""The days that plain words name: of a leave, and on which something was done."""

from datetime import date

import pytest

from bot.flows.dates import leave_days, said_long_ago, said_past

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("em nghỉ phép 7-11/12", (7, 11)),
        ("em nghỉ từ thứ 2 đến thứ 4 tuần sau", (23, 25)),
        ("tuần sau em nghỉ phép", (23, 27)),
        ("em nghỉ 3 ngày từ thứ 2", (23, 25)),
        ("xin nghi tu mai den thu 6", (21, 27)),
        ("mai em nghỉ ốm", (21, 21)),
        ("em nghỉ phép 2 ngày", None),
    ],
)
def test_the_days_of_a_leave(words, days):
    month = 12 if "/12" in words else 11
    assert leave_days(words, FRIDAY) == (days and tuple(date(2026, month, day) for day in days))


@pytest.mark.parametrize(("words", "day"), [("gửi từ thứ tư rồi", 18), ("xong hôm cn", 15), ("nop tu t3", 17), ("xong rồi, thứ 6 gửi", None)])
def test_the_weekday_on_which_it_was_done(words, day):
    assert said_past(words, FRIDAY) == (day and date(2026, 11, day))
    assert not said_long_ago(words)
