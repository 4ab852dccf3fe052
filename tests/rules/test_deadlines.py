"""Due dates: open rows by the calendar, done rows by their completion date alone."""

from datetime import date

import pytest

from storage.rules.deadlines import days_late, days_left, due_state, last_day_to_finish
from storage.rules.status import Progress

SAMPLE = (  # the 85 due dates of the sample, with how many rows each has
    "01-10 1|01-15 1|01-23 1|01-30 6|02-13 2|02-27 2|02-28 1|03-17 1|03-20 1|03-31 3|04-15 1|04-30 1|05-29 1|06-17 1|06-30 7|"
    "07-30 1|08-22 1|08-31 1|09-15 1|09-17 1|09-30 2|10-15 1|10-16 1|10-30 3|11-02 1|11-09 1|11-15 1|11-24 1|11-30 6|12-05 1|"
    "12-10 4|12-14 11|12-15 6|12-17 2|12-18 1|12-20 2|12-25 1|12-28 1|12-31 4"
)
DUE_DATES = [date.fromisoformat(f"2026-{day}") for day, n in map(str.split, SAMPLE.split("|")) for _ in range(int(n))]


def d(text: str | None) -> date | None:
    return date.fromisoformat(f"2026-{text}") if text else None


def test_on_22_november_45_rows_of_the_sample_are_past_and_40_to_come(cal):
    today = date(2026, 11, 22)
    states = [due_state(Progress.NOT_STARTED, due, None, today, cal) for due in DUE_DATES]
    assert len(states) == 85
    assert states.count("overdue") == 45
    assert sum(state in {"soon", "later"} for state in states) == 40


@pytest.mark.parametrize(
    "due, today, state",
    [
        (None, "11-20", "none"),
        ("12-31", "11-20", "later"),
        ("12-02", "11-20", "later"),  # 8 working days
        ("12-01", "11-20", "soon"),  # 7
        ("11-23", "11-20", "soon"),
        ("11-20", "11-20", "today"),
        ("11-15", "11-12", "soon"),
        ("11-15", "11-13", "today"),  # due on Sunday: Friday is the last day to finish
        ("11-15", "11-14", "today"),
        ("11-15", "11-15", "today"),
        ("11-15", "11-16", "overdue"),
        ("12-05", "12-06", "overdue"),  # due on Saturday, today Sunday
        ("08-31", "08-28", "today"),
        ("08-31", "08-31", "today"),
        ("08-22", "08-21", "soon"),  # the Saturday is worked
        ("08-22", "08-22", "today"),
        ("04-30", "04-29", "today"),
        ("11-24", "11-23", "soon"),  # unconfirmed: a working day
        ("11-24", "11-24", "today"),
    ],
)
@pytest.mark.parametrize("progress", ["not_started", "in_progress", "returned"])
def test_open_rows(cal, progress, due, today, state):
    assert due_state(Progress(progress), d(due), None, d(today), cal) == state


@pytest.mark.parametrize(
    "due, completed, state",
    [
        (None, "11-20", "none"),
        ("11-20", None, "unknown"),
        ("11-20", "11-19", "early"),
        ("11-20", "11-20", "on_time"),
        ("11-20", "11-21", "late"),
        ("11-15", "11-13", "early"),
        ("11-15", "11-16", "late"),
    ],
)
@pytest.mark.parametrize("today", ["11-01", "12-31"])
def test_done_rows_are_judged_by_their_completion_date_alone(cal, today, due, completed, state):
    for progress in (Progress.REPORTED, Progress.CONFIRMED):
        assert due_state(progress, d(due), d(completed), d(today), cal) == state


@pytest.mark.parametrize("progress", ["not_arising", "paused"])
def test_no_date_runs_for_work_that_does_not_arise_or_is_paused(cal, progress):
    assert due_state(Progress(progress), d("11-01"), None, d("11-20"), cal) == "none"


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


@pytest.mark.parametrize(
    "due, last",
    [("11-15", "11-13"), ("12-20", "12-18"), ("12-05", "12-04"), ("02-28", "02-27"), ("04-30", "04-29"), ("08-31", "08-28"),
     ("11-24", "11-24"), ("01-10", "01-10"), ("08-22", "08-22")],
)  # fmt: skip
def test_last_day_to_finish(cal, due, last):
    assert last_day_to_finish(d(due), cal) == d(last)
