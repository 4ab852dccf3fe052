"""Due dates: working days to them and past them, and the last day to finish."""

from datetime import date

import pytest

from storage.rules.deadlines import days_late, days_left, last_day_to_finish


def d(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    "due, today, left, late",
    [
        ("11-20", "11-20", 0, 0),
        ("11-20", "11-22", 0, 0),
        ("11-20", "11-23", -1, 1),
        ("11-15", "11-16", -1, 1),
        ("11-15", "11-13", 0, 0),
        ("11-15", "11-12", 1, 0),
        ("08-28", "09-03", -1, 1),
        ("08-21", "08-24", -2, 2),
        ("12-05", "12-09", -3, 3),
    ],
)
def test_days_left_and_late_are_working_days(cal, due, today, left, late):
    assert days_left(d(due), d(today), cal) == left
    assert days_late(d(due), d(today), cal) == late


def test_without_a_due_date_or_an_end_nothing_is_late(cal):
    assert days_late(None, d("11-15"), cal) == days_late(d("11-15"), None, cal) == 0


@pytest.mark.parametrize(
    "due, last",
    [("11-15", "11-13"), ("12-20", "12-18"), ("12-05", "12-04"), ("02-28", "02-27"), ("04-30", "04-29"), ("08-31", "08-28"),
     ("11-24", "11-24"), ("01-10", "01-10"), ("08-22", "08-22")],
)  # fmt: skip
def test_last_day_to_finish(cal, due, last):
    assert last_day_to_finish(d(due), cal) == d(last)
