"""The reason within the words of a request for more time."""

import pytest

from bot.flows.reporting import time_off


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("xin lùi 7.2 sang ngày 30/12 do chờ phần mềm", "chờ phần mềm"),
        ("xin gia hạn đến 20/12, lý do: chưa có số liệu", "chưa có số liệu"),
        ("Vì chờ phần mềm nên xin lùi sang 20/12", "chờ phần mềm nên xin lùi sang 20/12"),
        ("xin lùi bao cao tien do sang 20/12", "xin lùi bao cao tien do sang 20/12"),
        ("xin lui bao cao tien do quy 3 sang 20/12", "xin lui bao cao tien do quy 3 sang 20/12"),
        ("máy hỏng, do đó xin lùi đến 20/12", "máy hỏng, do đó xin lùi đến 20/12"),
        ("xin lui 7.3.2 den 20/12 vi may scan hong", "may scan hong"),
        ("xin lui den 20/12 ly do chua co so lieu", "chua co so lieu"),
        ("don vi em xin lui den 20/12", "don vi em xin lui den 20/12"),
        ("xin lùi đến 20/12 do ốm", "ốm"),
    ],
)
def test_a_reason_is_told_apart_where_the_words_say_that_it_is_one(words, reason):
    assert time_off.because(words) == reason
