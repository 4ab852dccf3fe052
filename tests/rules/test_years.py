"""Dates and words moved from one year to the next."""

from datetime import date

import pytest

from storage.rules.years import next_day, next_words


@pytest.mark.parametrize(("day", "after"), [("2026-11-15", "2027-11-15"), ("2028-02-29", "2029-02-28"), ("2027-02-28", "2028-02-28")])
@pytest.mark.fault(25)
def test_dates_move_by_a_year(day, after):
    assert next_day(date.fromisoformat(day)) == date.fromisoformat(after)


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Ban hành Kế hoạch CCHC năm 2026", "Ban hành Kế hoạch CCHC năm 2027"),
        ("Khắc phục tiêu chí mất điểm năm 2025", "Khắc phục tiêu chí mất điểm năm 2026"),
        ("Số liệu đến 14/12/2026", "Số liệu đến 14/12/2027"),
        ("Theo Quyết định số 12/2026/QĐ-UBND", "Theo Quyết định số 12/2026/QĐ-UBND"),
        ("Giai đoạn 2021-2030", "Giai đoạn 2021-2030"),
        ("Tháng 3/2026", "Tháng 3/2027"),
        ("20261 hồ sơ", "20261 hồ sơ"),
    ],
)
def test_the_years_that_words_name_move_with_the_list(words, after):
    assert next_words(words, 2026) == after
