"""Which instances a rule of repetition makes, on which working days they are due, and which of them is spoken of now."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.rules.calendar import is_working_day
from storage.rules.instances import ahead, instances, place_of, rule_from
from storage.rules.status import Progress


@pytest.mark.parametrize(
    ("rhythm", "on", "rule"),
    [
        ("monthly", date(2026, 12, 5), "monthly day 5"),
        ("monthly", date(2026, 12, 31), "monthly last day"),
        ("monthly", None, "monthly"),
        ("quarterly", date(2026, 12, 20), "quarterly month 3 day 20"),
        ("quarterly", date(2026, 10, 15), "quarterly month 4 day 15"),
        ("quarterly", date(2026, 11, 30), "quarterly month 2 last day"),
        ("half-yearly", date(2026, 12, 14), "half-yearly month 6 day 14"),
        ("half-yearly", date(2026, 7, 10), "half-yearly month 7 day 10"),
        ("weekly", date(2026, 12, 25), "weekly fri"),
    ],
)
def test_the_day_of_each_period_is_guessed_from_the_one_date(rhythm, on, rule):
    assert rule_from(rhythm, on) == rule


@pytest.mark.parametrize(
    ("rule", "last", "first", "final", "count"),
    [
        # báo cáo hằng tháng, hạn 05/12: tháng 01 hạn 05/02 ... tháng 11 hạn 05/12 (Saturday)
        ("monthly day 5", date(2026, 12, 5), (1, date(2026, 2, 5)), (11, date(2026, 12, 7)), 11),
        ("monthly day 4", None, (1, date(2026, 2, 4)), (12, date(2027, 1, 4)), 12),
        ("monthly day 14", date(2026, 12, 14), (1, date(2026, 1, 14)), (12, date(2026, 12, 14)), 12),
        ("monthly last day", None, (1, date(2026, 2, 2)), (12, date(2026, 12, 31)), 12),
        # công khai hằng quý, hạn 15/10: quý I, II, III
        ("quarterly month 4 day 15", date(2026, 10, 15), (1, date(2026, 4, 15)), (3, date(2026, 10, 15)), 3),
        ("quarterly month 3 day 20", None, (1, date(2026, 3, 20)), (4, date(2026, 12, 21)), 4),
        ("quarterly", None, (1, date(2026, 3, 31)), (4, date(2026, 12, 31)), 4),
        ("half-yearly", None, (1, date(2026, 6, 30)), (2, date(2026, 12, 31)), 2),
    ],
)
def test_the_instances_of_a_year(rule, last, first, final, count, cal):
    found = instances(rule, 2026, cal, last=last)
    assert len(found) == count
    assert ((found[0].number, found[0].due_on), (found[-1].number, found[-1].due_on)) == (first, final)


def test_a_strict_date_moves_back_and_an_own_one_forward_over_days_off(cal):
    on = [date(2026, 2, 14), date(2026, 3, 14)]  # a Saturday before Tết, and one in March
    strict = instances("monthly day 14", 2026, cal, strict=True)[1:3]
    mild = instances("monthly day 14", 2026, cal)[1:3]
    assert [one.on for one in strict] == [one.on for one in mild] == on
    assert [one.due_on for one in strict] == [date(2026, 2, 13), date(2026, 3, 13)]
    assert [one.due_on for one in mild] == [date(2026, 2, 23), date(2026, 3, 16)]


def test_every_week_has_its_day(cal):
    found = instances("weekly fri", 2026, cal, last=date(2026, 12, 25))
    assert (len(found), found[0].on, found[-1].on) == (52, date(2026, 1, 2), date(2026, 12, 25))


@pytest.mark.parametrize("rule", ["daily", "continuous", "yearly", "dates 2026-03-15", "nonsense", ""])
def test_work_of_one_date_or_none_is_not_split(rule, cal):
    assert instances(rule, 2026, cal) == ()


def test_named_days_and_rhythms_together(cal):
    days = instances("dates 2026-03-15 2026-06-15 2026-12-15", 2026, cal)
    assert [(one.unit, one.due_on) for one in days] == [
        ("day", date(2026, 3, 16)),
        ("day", date(2026, 6, 15)),
        ("day", date(2026, 12, 15)),
    ]
    both = instances("quarterly + half-yearly + yearly", 2026, cal)  # quý IV and the year fall together
    assert [(one.unit, one.number) for one in both] == [("quarter", 1), ("quarter", 2), ("quarter", 3), ("quarter", 4)]


@given(
    rule=some.one_of(
        some.builds("monthly day {}".format, some.integers(1, 31)),
        some.builds("quarterly month {} day {}".format, some.integers(1, 4), some.integers(1, 31)),
        some.sampled_from(["weekly", "weekly mon", "half-yearly", "monthly day 5 + monthly day 20", "quarterly + half-yearly"]),
    ),
    strict=some.booleans(),
)
def test_every_instance_is_due_on_a_working_day_in_order(rule, strict, cal):
    found = instances(rule, 2026, cal, strict=strict)
    assert all(is_working_day(one.due_on, cal) for one in found)
    assert [one.on for one in found] == sorted({one.on for one in found})
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)


DUES = [date(2026, 3, 20), date(2026, 6, 22), date(2026, 9, 21), date(2026, 12, 21)]
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("progress", "completed_on", "place"),
    [
        (Progress.NOT_STARTED, None, 3),
        (Progress.IN_PROGRESS, None, 3),
        (Progress.REPORTED, None, 2),
        (Progress.REPORTED, date(2026, 6, 20), 1),
        (Progress.CONFIRMED, date(2026, 12, 30), 3),
    ],
)
def test_an_earlier_state_belongs_to_one_instance(progress, completed_on, place):
    assert place_of(DUES, progress, completed_on, TODAY) == place


@dataclass
class Row:
    id: int
    due_on: date | None
    progress: Progress = Progress.NOT_STARTED
    criterion_id: int = 1
    period: str = "quý"


def test_only_the_instance_due_now_and_those_past_due_are_in_sight():
    rows = [Row(at, due) for at, due in enumerate(DUES)]
    assert ahead(rows, TODAY) == frozenset()
    assert ahead(rows, date(2026, 5, 4)) == {2, 3}
    rows[1].progress = Progress.REPORTED
    assert ahead(rows, date(2026, 5, 4)) == {3}
    assert ahead([Row(1, DUES[3], period=""), Row(2, None)], date(2026, 5, 4)) == frozenset()
