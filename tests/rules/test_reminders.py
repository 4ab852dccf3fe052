"""Which reminder falls on which day."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.calendar import is_working_day
from storage.rules.reminders import (
    STEPS_BY_KIND,
    Fact,
    Policy,
    again_at_noon,
    asks_where,
    first_list,
    first_message,
    step_on,
    steps_since,
    wake_day,
)
from storage.rules.status import Kind, Progress

POLICY = Policy()


def d(text: str | None) -> date | None:
    return date.fromisoformat(f"2026-{text}") if text else None


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}")


def fact(due="12-14", kind="product", progress="in_progress", number=1, **more) -> Fact:
    return Fact(number, Kind(kind), Progress(progress), d(due), **more)


def life(cal, one: Fact, policy=POLICY, days=150, start="11-01") -> str:
    """All steps of a row, in order: "before-7 12-03, due 12-14, ..."."""
    every = [d(start) + timedelta(days=n) for n in range(days)]
    steps = [step for day in every if (step := step_on(one, policy, cal, day))]
    return ", ".join(f"{step.name} {step.on:%m-%d}" for step in steps)


LATE = "late-2 12-16, late-4 12-18, late-6 12-22, late-8 12-24, late-10 12-28, late-15 01-05, late-20 01-12, late-25 01-19"
EVERY_FIFTH = "late-5 12-21, late-10 12-28, late-15 01-05, late-20 01-12, late-25 01-19, late-30 01-26"
BEFORE = "before-15 11-23, before-7 12-03, before-3 12-09, before-1 12-11, due 12-14"


@pytest.mark.parametrize(
    "kind, steps",
    [
        ("product", f"{BEFORE}, {LATE}, late-30 01-26"),
        ("recurring", f"{BEFORE}, {LATE}, late-30 01-26"),
        ("figure", f"{BEFORE}, {LATE}, late-30 01-26"),
        ("upkeep", f"before-7 12-03, due 12-14, {LATE}, late-30 01-26"),
        ("bonus", BEFORE),
        ("survey", ""),
        ("penalty", ""),
    ],
)
def test_the_whole_ladder_of_each_kind(cal, kind, steps):
    assert life(cal, fact(kind=kind)) == steps


def test_every_kind_has_its_line():
    assert set(STEPS_BY_KIND) == set(Kind)


@pytest.mark.parametrize("progress", Progress)
def test_only_open_work_is_reminded(cal, progress):
    told = step_on(fact(progress=progress), POLICY, cal, d("12-14"))
    assert bool(told) is (progress in {"not_started", "in_progress", "returned"})


@pytest.mark.parametrize(
    "due, day, name, days",
    [
        ("11-15", "11-13", "due", 0),  # Sunday: Friday is the day
        ("11-15", "11-12", "before-1", 1),
        ("11-15", "11-14", None, None),
        ("11-15", "11-15", None, None),
        ("11-15", "11-16", None, None),
        ("11-15", "11-17", "late-2", -2),
        ("12-20", "12-18", "due", 0),
        ("12-05", "12-04", "due", 0),
        ("12-05", "12-05", None, None),
        ("02-28", "02-27", "due", 0),
        ("02-28", "02-24", "before-3", 3),
        ("04-30", "04-29", "due", 0),
        ("04-30", "04-28", "before-1", 1),
        ("08-31", "08-28", "due", 0),
        ("08-31", "09-04", "late-2", -2),
        ("08-31", "08-25", "before-3", 3),
        ("11-24", "11-24", "due", 0),  # unconfirmed: a working day
        ("11-25", "11-24", "before-1", 1),
        ("01-10", "01-10", "due", 0),  # worked Saturday
        ("01-10", "01-09", "before-1", 1),
        ("08-22", "08-22", "due", 0),
        ("08-24", "08-22", "before-1", 1),
        ("08-21", "08-24", "late-2", -2),
        ("08-21", "08-22", None, None),  # one day late, on the worked Saturday
        (None, "08-24", None, None),
    ],
)
def test_the_step_of_a_day(cal, due, day, name, days):
    step = step_on(fact(due), POLICY, cal, d(day))
    assert (step and (step.name, step.days)) == (None if days is None else (name, days))


@pytest.mark.parametrize(
    "policy, steps",
    [
        (Policy(before=(5, 0), late=()), f"before-5 12-07, due 12-14, {EVERY_FIFTH}"),
        (Policy(before=(), late=(2, 4), late_every=0), "late-2 12-16, late-4 12-18"),
        (Policy(before=(), late=(2, 40), late_until=6), "late-2 12-16"),
        (Policy(before=(), late=()), EVERY_FIFTH),
    ],
)
def test_the_policy_is_data(cal, policy, steps):
    assert life(cal, fact(), policy) == steps


def test_a_row_listed_once_as_late_has_no_late_steps(cal):
    listed = fact("11-02", listed_late_on=d("11-24"))
    assert life(cal, listed, start="11-24") == ""


def test_but_a_new_due_date_starts_the_ladder_anew(cal):
    assert life(cal, fact(listed_late_on=d("11-24")), days=80, start="12-11").startswith("before-1 12-11, due 12-14, late-2")


def test_a_held_row_is_not_reminded(cal):
    assert life(cal, fact(paused=True)) == ""


@pytest.mark.parametrize(
    "until, steps",
    [
        ("2026-12-10 09:00", "again 12-10, before-1 12-11, due 12-14"),
        ("2026-12-11 16:00", "again 12-11, due 12-14"),  # one step a day: the one asked for
        ("2026-12-12 09:00", "again 12-14"),  # Saturday: Monday instead
        ("2026-11-01 09:00", "before-7 12-03, before-3 12-09, before-1 12-11, due 12-14"),
    ],
)
def test_a_snoozed_row_is_silent_until_then(cal, until, steps):
    snoozed = fact(snoozed_until=datetime.fromisoformat(until))
    assert life(cal, snoozed, days=14, start="12-01") == steps


def test_wake_day(cal):
    assert wake_day(fact(), cal) is None
    assert wake_day(fact(snoozed_until=at("08-29 09:00")), cal) == d("09-03")


@pytest.mark.parametrize(
    "after, upto, told",
    [
        ("12-13", "12-14", ("due", 0)),
        ("12-01", "12-02", None),
        ("12-02", "12-11", ("before-1", 1, "before-7", "before-3")),
        ("12-08", "12-10", ("before-3", 2)),  # told a day late: two days are left
        ("11-30", "12-15", ("due", -1, "before-7", "before-3", "before-1")),
        ("12-10", "12-18", ("late-4", -4, "before-1", "due", "late-2")),
        ("12-14", "12-14", None),
        ("12-15", "12-14", None),
    ],
)
def test_after_an_outage_one_message_and_not_five(cal, after, upto, told):
    step = steps_since(fact(), POLICY, cal, d(after), d(upto))
    assert (step and (step.name, step.days, *step.missed)) == told


def test_no_steps_without_a_due_date(cal):
    assert steps_since(fact(None), POLICY, cal, d("01-01"), d("12-31")) is None


@pytest.mark.parametrize(
    "one, day, hour, again",
    [
        (fact(), "12-14", None, True),
        (fact(), "12-11", None, False),
        (fact(), "12-16", None, False),
        (fact(answered_on_due_day=True), "12-14", None, False),
        (fact(progress="reported"), "12-14", None, False),
        (fact("11-15"), "11-13", None, True),  # the last day to finish
        (fact("11-15"), "11-15", None, False),
        (fact(), "12-14", time(11, 30), True),
        (fact(), "12-14", time(13, 45), False),  # one message at that hour is enough
        (fact(), "12-14", time(16, 30), False),  # their first message comes later than that
        (fact(snoozed_until=at("12-14 10:00")), "12-14", None, True),
        (fact(snoozed_until=at("12-14 16:00")), "12-14", None, False),
        (fact(snoozed_until=at("12-16 08:00")), "12-14", None, False),
        (fact(kind="survey"), "12-14", None, False),
        (fact(None), "12-14", None, False),
    ],
)
def test_once_more_in_the_afternoon_of_the_due_day(cal, one, day, hour, again):
    step = again_at_noon(one, POLICY, cal, d(day), hour)
    assert (step.name if step else None) == ("due-again" if again else None)


def test_no_afternoon_where_the_due_day_itself_is_no_step(cal):
    assert again_at_noon(fact(), Policy(before=(3,)), cal, d("12-14")) is None


def test_rows_already_late_are_listed_once_longest_first(cal):
    rows = [
        fact("11-15", number=1),
        fact("08-31", number=2),
        fact("11-23", number=3),
        fact("11-02", number=4, progress="reported"),
        fact("11-02", number=5, kind="survey"),
        fact("11-02", number=6, kind="bonus"),
        fact("11-02", number=7, listed_late_on=d("11-20")),
        fact(None, number=8),
    ]
    listed = first_list(rows, d("11-23"), cal)
    assert [(s.assignment_id, s.name, s.days) for s in listed] == [(2, "already-late", -58), (1, "already-late", -6)]


def test_the_first_message_folds_in_what_fell_due_while_sending_was_off(cal):
    rows = [
        fact("11-27", number=1),  # before-7 on 18/11, nothing since
        fact("11-25", number=2),  # before-3 on 20/11, before-1 today
        fact("11-20", number=3),  # late
        fact("12-31", number=4),  # nothing yet
    ]
    told = first_message(rows, POLICY, cal, d("11-17"), d("11-24"))
    assert [(s.assignment_id, s.name, s.days, s.missed) for s in told] == [
        (3, "already-late", -2, ()),
        (2, "before-1", 1, ("before-3",)),
        (1, "before-3", 3, ("before-7",)),
    ]


DAYS = st.dates(date(2026, 1, 5), date(2027, 3, 1))
FACTS = st.builds(
    Fact,
    st.just(1),
    st.sampled_from(Kind),
    st.sampled_from(Progress),
    st.none() | DAYS,
    st.none() | DAYS,
    st.none() | DAYS.map(lambda day: datetime.combine(day, time(10, 0))),
)


@given(one=FACTS, start=DAYS)
def test_no_row_hears_one_step_twice_nor_on_a_day_off(cal, one, start):
    steps = [s for n in range(120) if (s := step_on(one, POLICY, cal, start + timedelta(days=n)))]
    assert len({s.name for s in steps}) == len(steps)
    assert len({s.on for s in steps}) == len(steps)
    assert all(is_working_day(s.on, cal) for s in steps)


def names(step) -> tuple[str, ...]:
    return (*step.missed, step.name) if step else ()


@given(one=FACTS, start=DAYS, first=st.integers(0, 60), then=st.integers(0, 60))
def test_however_the_time_is_cut_no_step_is_lost(cal, one, start, first, then):
    middle, end = start + timedelta(days=first), start + timedelta(days=first + then)
    halves = [steps_since(one, POLICY, cal, a, b) for a, b in [(start, middle), (middle, end)]]
    whole = steps_since(one, POLICY, cal, start, end)
    assert names(halves[0]) + names(halves[1]) == names(whole)
    if halves[1] and whole:
        assert replace(whole, missed=()) == replace(halves[1], missed=())


@pytest.mark.parametrize(
    ("caught", "after", "today", "asks"),
    [
        ("11-20", "11-20", "11-23", True),  # caught on Friday, asked on Monday
        ("11-20", "11-23", "11-25", True),  # and on the third working day, Tuesday 24/11 being no day off for sure
        ("11-20", "11-25", "11-26", False),
        ("11-20", "11-20", "11-30", True),  # an outage over all of them makes one message
        ("11-20", "11-27", "12-11", False),  # then no more
        ("11-21", "11-20", "11-23", True),  # caught on a Saturday
        ("11-23", "11-23", "11-23", False),  # asked when it came
        ("11-20", None, "11-23", True),
    ],
)
def test_a_document_under_no_criterion_is_asked_about_on_days_1_3_and_5(cal, caught, after, today, asks):
    assert asks_where(d(caught), d(after), d(today), cal) is asks
