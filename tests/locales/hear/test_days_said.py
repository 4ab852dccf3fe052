"""The days that plain words name: of a leave, and on which something was done."""

from datetime import date

import pytest

from locales.hear import done_on, is_long_ago, leave_days

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("em nghỉ phép 7-11/12", ((12, 7), (12, 11))),
        ("nghỉ 30/11 - 2/12", ((11, 30), (12, 2))),
        ("nghỉ từ ngày 7 đến hết ngày 11/12/2026", ((12, 7), (12, 11))),
        ("em nghỉ 2 ngày 7, 8/12", ((12, 7), (12, 8))),
        ("em nghỉ từ thứ 2 đến thứ 4 tuần sau", ((11, 23), (11, 25))),
        ("nghỉ thứ 2, thứ 3 tuần sau", ((11, 23), (11, 24))),
        ("tuần sau em nghỉ phép", ((11, 23), (11, 27))),
        ("em nghỉ 3 ngày từ thứ 2", ((11, 23), (11, 25))),
        ("em xin nghỉ 5 ngày kể từ 7/12", ((12, 7), (12, 11))),
        ("xin nghi tu mai den thu 6", ((11, 21), (11, 27))),
        ("mai em nghỉ ốm", ((11, 21), (11, 21))),
        ("em nghỉ phép 2 ngày", None),
        ("nghỉ từ mai", None),
        ("em nghỉ phép", None),
    ],
)
def test_the_days_of_a_leave(words, days):
    assert leave_days(words, FRIDAY) == (days and tuple(date(2026, month, day) for month, day in days))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("gửi từ thứ tư rồi", (11, 18)),
        ("xong hôm cn", (11, 15)),
        ("nop tu t3", (11, 17)),
        ("xong thứ sáu tuần trước", (11, 13)),
        ("xong rồi, thứ 6 gửi", None),
        ("nop hom qua", (11, 19)),
        ("làm xong hôm kia", (11, 18)),
        ("nộp hôm 14/10", (10, 14)),
        ("xong 14-10 rồi", (10, 14)),
        ("thông báo số 87/TB-UBND ngày 19/11/2026", (11, 19)),
        ("thông báo số 87/TB-UBND ngày 25/11/2026", None),
    ],
)
def test_the_day_on_which_it_was_done(words, day):
    assert done_on(words, FRIDAY) == (day and date(2026, *day))


@pytest.mark.parametrize("words", ["xong từ tuần trước", "nop lau roi", "gửi hôm trước rồi", "xong hồi tháng trước", "nộp từ đầu tháng", "4.1.1 xong từ tháng 3", "hoàn thành từ quý II", "ban hành trong tháng 10"])
def test_long_ago_names_no_day(words):
    assert done_on(words, FRIDAY) is None
    assert is_long_ago(words)


@pytest.mark.parametrize("words", ["năm ngoái em chậm, năm nay xong rồi", "đợt trước chậm, đợt này nộp rồi", "thang truoc vuong, gio xong roi"])
def test_what_was_before_does_not_put_the_work_of_now_into_the_past(words):
    assert not is_long_ago(words)
