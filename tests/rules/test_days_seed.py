"""The table of days off that the product ships: its form, and the facts it must agree with."""

from datetime import date, timedelta

import pytest

from storage.rules.calendar import is_working_day


def test_the_file_is_well_formed(cells):
    assert list(cells[0]) == ["day", "kind", "name", "source", "confirmed"]
    assert {cell["kind"] for cell in cells} == {"off", "work"}
    assert {cell["confirmed"] for cell in cells} == {"yes", "no"}
    assert all(cell["name"] and cell["source"] for cell in cells)
    days = [date.fromisoformat(cell["day"]) for cell in cells]
    assert days == sorted(set(days))
    assert {day.year for day in days} == {2025, 2026, 2027}


def test_every_working_saturday_names_the_day_it_pays_for(day_rows):
    work = {row.day: row.name for row in day_rows if row.kind == "work"}
    assert {day.isoformat() for day in work} == {"2025-04-26", "2026-01-10", "2026-08-22"}
    assert all(day.weekday() == 5 for day in work)
    swapped = {row.day for row in day_rows if "hoán đổi" in row.name}
    assert {day.isoformat() for day in swapped} == {"2025-05-02", "2026-01-02", "2026-08-31"}


OFF_WEEKDAYS = {
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02",
    2027: "01-01 04-16 04-30 05-03 09-02",
}


@pytest.mark.parametrize("year, expected", OFF_WEEKDAYS.items())
def test_weekdays_off_of_each_year_are_these_and_no_others(cal, year, expected):
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    off = [day for day in every if day.weekday() < 5 and not is_working_day(day, cal)]
    assert " ".join(f"{day:%m-%d}" for day in off) == expected


@pytest.mark.fault(25)
def test_tet_2025_is_nine_days_in_a_row(cal):
    assert not any(is_working_day(date(2025, 1, 25) + timedelta(days=n), cal) for n in range(9))
    assert is_working_day(date(2025, 1, 24), cal)
    assert is_working_day(date(2025, 2, 3), cal)


def test_what_no_notice_has_settled_is_unconfirmed(cal):
    named = {f"{day:%Y-%m-%d}" for day in cal.unconfirmed}
    assert {"2026-11-24", "2027-11-24", "2027-09-01", "2027-09-03"} <= named
    assert {f"2027-02-{day:02}" for day in range(4, 12)} <= named
    assert len(named) == 12


def test_the_only_differences_from_the_package_are_the_known_ones(cal):
    holidays = pytest.importorskip("holidays")
    theirs = holidays.country_holidays("VN", years=(2025, 2026))
    every = [date(2025, 1, 1) + timedelta(days=n) for n in range(730)]
    unlike = [day for day in every if is_working_day(day, cal) != theirs.is_working_day(day)]
    # The package misses the swap of January 2026, and takes 24/11 for settled.
    assert {f"{day:%Y-%m-%d}" for day in unlike} <= {"2026-01-02", "2026-01-10", "2026-11-24"}
