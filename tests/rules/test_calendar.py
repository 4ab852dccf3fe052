"""Working days: the traps of the sample's dates, and counting there and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.calendar import (
    Calendar,
    DayRow,
    add_working_days,
    calendar_of,
    is_working_day,
    needs_confirmation,
    unconfirmed_years,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_between,
)

PLAIN = Calendar()
DATES = st.dates(date(2024, 6, 1), date(2028, 6, 1))


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "day, works, why",
    [
        ("2026-11-15", False, "Sunday, 1.7.2"),
        ("2026-12-20", False, "Sunday, 1.4.2 and 3.5.3"),
        ("2026-12-05", False, "Saturday, 3.5.2"),
        ("2026-02-28", False, "Saturday, 6.3.2"),
        ("2026-04-30", False, "holiday, 5.5"),
        ("2026-08-31", False, "Monday swapped away, 2.2.2"),
        ("2026-11-24", True, "no document yet, 5.3.2"),
        ("2026-01-10", True, "Saturday worked for 02/01, 3.2.1"),
        ("2026-08-22", True, "Saturday worked for 31/08, 4.4"),
        ("2026-01-02", False, "swapped with 10/01"),
        ("2026-04-26", False, "Giỗ Tổ on a Sunday"),
        ("2026-04-27", False, "and its day in lieu"),
        ("2026-02-20", False, "last day of Tết"),
        ("2026-02-23", True, "first day after Tết"),
        ("2027-02-05", True, "Tết 2027 before its notice"),
        ("2027-02-06", False, "a Saturday all the same"),
    ],
)
def test_is_working_day(cal, day, works, why):
    assert is_working_day(d(day), cal) is works, why


@pytest.mark.parametrize(
    "a, b, count",
    [
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-20", "2026-11-23", 1),  # Friday to Monday
        ("2026-11-20", "2026-11-22", 0),  # Friday to Sunday
        ("2026-11-22", "2026-11-23", 1),
        ("2026-11-23", "2026-11-25", 2),  # 24/11 counts while unconfirmed
        ("2026-08-21", "2026-08-24", 2),  # the Saturday 22/08 is worked
        ("2026-08-28", "2026-09-03", 1),  # 31/08 to 02/09 are off
        ("2026-02-13", "2026-02-23", 1),  # over Tết
        ("2026-01-01", "2026-01-12", 7),  # 02/01 off, 10/01 worked
        ("2026-11-23", "2026-11-20", -1),
        ("2026-11-22", "2026-11-20", 0),
        ("2025-12-31", "2026-12-31", 250),  # a year: 261 weekdays, 13 off, 2 Saturdays worked
    ],
)
def test_working_days_between(cal, a, b, count):
    assert working_days_between(d(a), d(b), cal) == count


@pytest.mark.parametrize(
    "day, n, result",
    [
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-15", 0, "2026-11-15"),
        ("2026-11-15", 1, "2026-11-16"),
        ("2026-11-15", -1, "2026-11-12"),  # 0 before Sunday is Friday, so 1 before is Thursday
        ("2026-11-16", -1, "2026-11-13"),
        ("2026-08-31", -3, "2026-08-25"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-12-30", 3, "2027-01-05"),
    ],
)
def test_add_working_days(cal, day, n, result):
    assert add_working_days(d(day), n, cal) == d(result)


@pytest.mark.parametrize(
    "day, before, after",
    [
        ("2026-11-15", "2026-11-13", "2026-11-16"),
        ("2026-08-31", "2026-08-28", "2026-09-03"),
        ("2026-04-30", "2026-04-29", "2026-05-04"),
        ("2026-02-28", "2026-02-27", "2026-03-02"),
        ("2026-08-22", "2026-08-22", "2026-08-22"),
        ("2026-11-24", "2026-11-24", "2026-11-24"),
    ],
)
def test_nearest_working_days(cal, day, before, after):
    assert working_day_on_or_before(d(day), cal) == d(before)
    assert working_day_on_or_after(d(day), cal) == d(after)


@given(day=DATES, n=st.integers(-60, 60))
def test_adding_and_counting_are_inverse(cal, day, n):
    assert working_days_between(day, add_working_days(day, n, cal), cal) == n


@given(a=DATES, b=DATES)
def test_counting_there_and_back_is_the_day_by_day_count(cal, a, b):
    first, last = min(a, b), max(a, b)
    span = [first + timedelta(days=n + 1) for n in range((last - first).days)]
    count = sum(is_working_day(day, cal) for day in span)
    assert working_days_between(first, last, cal) == count == -working_days_between(last, first, cal)


@given(off=st.frozensets(DATES, max_size=9), work=st.frozensets(DATES, max_size=9), unsure=st.frozensets(DATES, max_size=9))
def test_any_calendar_counts_as_it_answers(off, work, unsure):
    cal = Calendar(off, work, unsure)
    for day in off | work | unsure:
        counted = working_days_between(day - timedelta(days=1), day, cal)
        assert counted == is_working_day(day, cal)


def row(day: str, kind: str = "off", confirmed: bool = True) -> DayRow:
    return DayRow(d(day), kind, "Nghỉ", "văn bản", confirmed)


def test_a_later_row_for_the_same_day_counts():
    seed, office = row("2026-11-24", confirmed=False), row("2026-11-24")
    assert is_working_day(d("2026-11-24"), calendar_of([seed]))
    assert not is_working_day(d("2026-11-24"), calendar_of([seed, office]))
    assert is_working_day(d("2026-11-24"), calendar_of([office, row("2026-11-24", "work")]))


def test_an_unconfirmed_working_saturday_stays_a_day_off():
    assert not is_working_day(d("2026-11-28"), calendar_of([row("2026-11-28", "work", confirmed=False)]))


def test_a_day_said_to_be_both_is_off():
    assert not is_working_day(d("2026-08-22"), Calendar(off=frozenset({d("2026-08-22")}), work=frozenset({d("2026-08-22")})))


@pytest.mark.parametrize(
    "today, asked",
    [
        ("2026-10-31", ["2026-11-24"]),
        ("2026-11-24", ["2026-11-24", "2027-02-04"]),
        ("2026-11-25", ["2027-02-04"]),
        ("2027-01-05", ["2027-02-04"]),
        ("2027-03-01", ["2027-09-01"]),
        ("2025-11-20", ["2026-11-24"]),
    ],
)
def test_the_coordinator_is_asked_about_days_to_come(day_rows, today, asked):
    found = [f"{r.day}" for r in needs_confirmation(day_rows, d(today))]
    assert found[: len(asked)] == asked
    assert all(day >= today for day in found)


@pytest.mark.parametrize(
    "today, years",
    [
        ("2026-10-31", (2026,)),
        ("2026-11-22", (2026, 2027)),
        ("2026-11-25", (2027,)),
        ("2025-05-01", ()),
        ("2025-11-01", (2026,)),
        ("2027-12-01", (2028,)),  # nothing is known of 2028
        ("2028-02-01", (2028,)),
    ],
)
def test_years_that_need_a_look(day_rows, today, years):
    assert unconfirmed_years(day_rows, d(today)) == years


def test_a_confirmed_day_is_asked_no_more(day_rows):
    assert needs_confirmation([*day_rows, row("2026-11-24")], d("2026-11-20"))[0].day == d("2027-02-04")
