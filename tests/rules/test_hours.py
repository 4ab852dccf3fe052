"""Office hours, and the next time that an hour comes round."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from storage.rules.hours import OfficeHours, is_quiet, next_slot, slot_on, within

HUE_WINTER = OfficeHours(afternoon=(time(13, 0), time(17, 0)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    "moment, inside",
    [
        ("2026-11-20 07:29:59", False),
        ("2026-11-20 07:30:00", True),
        ("2026-11-20 07:45:00", True),
        ("2026-11-20 11:30:00", True),
        ("2026-11-20 11:30:20", True),  # planned for 11:30, left 20 s later
        ("2026-11-20 11:31:00", False),
        ("2026-11-20 13:00:00", False),
        ("2026-11-20 13:45:00", True),
        ("2026-11-20 17:00:59", True),
        ("2026-11-20 17:01:00", False),
        ("2026-11-20 22:00:00", False),
        ("2026-11-21 09:00:00", False),  # Saturday
        ("2026-08-22 09:00:00", True),  # worked Saturday
        ("2026-08-31 09:00:00", False),
        ("2026-11-24 09:00:00", True),  # unconfirmed day off
    ],
)
def test_within(cal, moment, inside):
    assert within(at(moment), OfficeHours(), cal) is inside
    assert within(at(moment).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), OfficeHours(), cal) is inside


@pytest.mark.parametrize(
    "moment, quiet",
    [
        ("2026-11-20 07:29:59", True),
        ("2026-11-20 07:30", False),
        ("2026-11-20 12:15", False),  # noon
        ("2026-11-20 17:00:59", False),
        ("2026-11-20 17:01", True),
        ("2026-11-20 22:30", True),
        ("2026-11-21 09:00", True),  # Saturday
        ("2026-08-22 09:00", False),  # worked Saturday
    ],
)
def test_is_quiet(cal, moment, quiet):
    assert is_quiet(at(moment), OfficeHours(), cal) is quiet


def test_hours_are_data(cal):
    assert within(at("2026-11-20 13:05"), HUE_WINTER, cal)


def test_slot_on():
    assert slot_on(date(2026, 11, 20), time(7, 45)) == at("2026-11-20 07:45")


@pytest.mark.parametrize(
    "after, hour, slot",
    [
        ("2026-11-20 07:00", "07:45", "2026-11-20 07:45"),
        ("2026-11-20 07:45", "07:45", "2026-11-20 07:45"),
        ("2026-11-20 07:45:01", "07:45", "2026-11-23 07:45"),  # Friday to Monday
        ("2026-11-21 07:00", "16:30", "2026-11-23 16:30"),
        ("2026-08-21 12:00", "07:45", "2026-08-22 07:45"),
        ("2026-08-28 12:00", "07:45", "2026-09-03 07:45"),
    ],
)
def test_next_slot(cal, after, hour, slot):
    assert next_slot(at(after), time.fromisoformat(hour), cal) == at(slot)


def test_next_slot_has_no_zone(cal):
    after = datetime(2026, 11, 20, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert next_slot(after, time(7, 45), cal).tzinfo is None
