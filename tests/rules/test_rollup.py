"""The summary behind /tiendo."""

from dataclasses import astuple
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.glance import is_late
from storage.rules.points import Parts, bonus_of, parts_of, penalty_of
from storage.rules.rollup import Counts, Leaf, Summary, summary_of
from storage.rules.status import Kind, Progress

TODAY = date(2026, 11, 23)


def leaf(code="1.1.1", progress="not_started", due="2026-12-14", points="1", **more) -> Leaf:
    values = {"assignment_id": 1, "title": "Kế hoạch", "field": "Chỉ đạo", "person_id": 1, "person": "Huỳnh Thanh Tùng"}
    values |= {"unit_id": 1, "unit": "Phường Minh Tân"} | more
    return Leaf(
        code=code,
        progress=Progress(progress),
        due_on=date.fromisoformat(due) if due else None,
        max_points=D(points) if points else None,
        **values,
    )


def test_an_office_without_rows(cal):
    assert summary_of([], TODAY, cal) == Summary(Parts(), Counts(), (), (), ())


OFFICE = [
    leaf("1.1.1", "confirmed", "2026-01-15", "0.5", score=D("0.4")),
    leaf("1.2.4", "reported", "2026-12-17", "0.5"),
    leaf("2.2.2", "in_progress", "2026-08-31", "0.5", field="Thể chế", person_id=2, person="Lê Quang Vinh"),
    leaf("1.7.2", "not_started", "2026-11-15", "1"),
    leaf("3.4.1", "in_progress", "2026-12-14", "5", kind=Kind.FIGURE, blocked=True, person_id=2, person="Lê Quang Vinh"),
    leaf("5.3.2", "returned", "2026-11-22", "0.5"),
    leaf("6.1.1", "not_arising", "2026-10-01", "3", field="Tài chính công", person_id=None, person=None),
    leaf("8.1.2", "not_started", "2026-11-01", "5", kind=Kind.SURVEY, field="Tác động"),
    leaf("T1", "confirmed", "2026-11-01", "2", kind=Kind.BONUS, field=None, score=D(1)),
    leaf("T2", "not_started", "2026-11-01", "-1", kind=Kind.PENALTY, field=None, score=D("-0.5")),
    leaf(None, "paused", None, None),
]


def test_a_small_office_in_full(cal):
    summary = summary_of(OFFICE, TODAY, cal)
    assert astuple(summary.parts) == (D("3.4"), D("0.5"), 0, D(7), D(5), D("0.1"))
    assert summary.rows == Counts(all=11, due=8, done=3, done_of_due=2, in_progress=5, not_started=3, overdue=3)
    assert (summary.bonus, summary.penalty) == (D(1), D("0.5"))
    assert [(late.code, late.days_late, late.points, late.person) for late in summary.overdue] == [
        ("2.2.2", 58, D("0.5"), "Lê Quang Vinh"),
        ("1.7.2", 6, D(1), "Huỳnh Thanh Tùng"),
        ("5.3.2", 1, D("0.5"), "Huỳnh Thanh Tùng"),
    ]
    assert [line.name for line in summary.fields] == ["Chỉ đạo", "Thể chế", "Tài chính công", "Tác động", None]
    assert [(p.person_id, p.name, p.rows.overdue) for p in summary.people] == [
        (1, "Huỳnh Thanh Tùng", 2),
        (2, "Lê Quang Vinh", 1),
        (None, None, 0),
    ]
    assert summary.people[1].parts.at_risk == D("5.5")


def test_a_late_row_carries_what_its_line_says(cal):
    late = summary_of(OFFICE, TODAY, cal).overdue[1]
    assert (late.title, late.due_on, late.person_id, late.assignment_id) == ("Kế hoạch", date(2026, 11, 15), 1, 1)


def test_excluding_what_did_not_arise_takes_it_out_of_the_maximum(cal):
    assert summary_of(OFFICE, TODAY, cal).parts.maximum == D(16)
    assert summary_of(OFFICE, TODAY, cal, "excluded").parts.maximum == D(13)


@pytest.mark.parametrize(
    "kind, progress, due, overdue",
    [
        ("product", "not_started", "2026-11-22", True),
        ("product", "not_started", "2026-11-23", False),
        ("product", "not_started", None, False),
        ("product", "returned", "2026-11-22", True),
        ("product", "paused", "2026-11-22", False),
        ("product", "not_arising", "2026-11-22", False),
        ("product", "reported", "2026-11-22", False),
        ("upkeep", "in_progress", "2026-11-22", True),
        ("bonus", "in_progress", "2026-11-22", False),
        ("survey", "not_started", "2026-11-22", False),
        ("penalty", "not_started", "2026-11-22", False),
    ],
)
def test_what_is_overdue(cal, kind, progress, due, overdue):
    given_leaf = leaf(progress=progress, due=due, kind=Kind(kind))
    assert is_late(given_leaf, TODAY) is overdue
    assert summary_of([given_leaf], TODAY, cal).rows.overdue == overdue


def test_the_last_word_from_outside_ends_what_is_owed_whatever_the_progress(cal):
    judged = leaf(progress="in_progress", due="2026-11-20", score=D("0.6"), settled=True, blocked=True)
    found = summary_of([judged, leaf("1.1.2", "in_progress", "2026-11-20")], TODAY, cal)
    assert ([one.code for one in found.overdue], found.rows.overdue, found.blocked) == (["1.1.2"], 1, ())
    assert not is_late(judged, TODAY)


def test_overdue_over_a_weekend_is_late_by_no_working_day(cal):
    late = summary_of([leaf(due="2026-12-05")], date(2026, 12, 6), cal).overdue
    assert [row.days_late for row in late] == [0]


@pytest.mark.parametrize(
    "done, counts",
    [(0, (85, 45, 0, 0, 0, 85, 45)), (41, (85, 45, 41, 41, 0, 44, 4)), (85, (85, 45, 85, 45, 0, 0, 0))],
)
def test_the_counts_of_the_sample_on_23_november(cal, done, counts):
    past = [leaf(due="2026-10-30", progress="reported" if n < done else "not_started") for n in range(45)]
    rest = [leaf(due="2026-12-14", progress="reported" if 45 + n < done else "not_started") for n in range(40)]
    assert astuple(summary_of(past + rest, TODAY, cal).rows) == counts


LEAVES = st.builds(
    Leaf,
    assignment_id=st.integers(1, 999),
    code=st.just("1.1"),
    title=st.just("Tên"),
    field=st.sampled_from(["I", "II", None]),
    person_id=st.sampled_from([1, 2, None]),
    person=st.just("Tên"),
    unit_id=st.just(1),
    unit=st.just("Phường"),
    kind=st.sampled_from(Kind),
    progress=st.sampled_from(Progress),
    due_on=st.none() | st.integers(-40, 40).map(lambda n: TODAY + timedelta(days=n)),
    blocked=st.booleans(),
    max_points=st.none() | st.decimals(0, 9, places=2),
    score=st.none() | st.decimals(-1, 10, places=3),
)


@given(leaves=st.lists(LEAVES, max_size=25), counts=st.sampled_from(["full", "excluded"]))
def test_the_summary_is_the_sum_of_its_rows_however_it_is_cut(cal, leaves, counts):
    summary = summary_of(leaves, TODAY, cal, counts)
    assert summary.parts == sum((parts_of(one, TODAY, counts) for one in leaves), Parts())
    assert summary.parts == sum((line.parts for line in summary.fields), Parts())
    assert summary.parts == sum((line.parts for line in summary.people), Parts())
    assert summary.bonus == sum(map(bonus_of, leaves))
    assert summary.penalty == sum(map(penalty_of, leaves))
    rows = summary.rows
    assert rows.all == len(leaves) == rows.done + rows.in_progress + rows.not_started
    assert rows.overdue == len(summary.overdue) == sum(is_late(one, TODAY) for one in leaves)
    assert rows.done_of_due + rows.overdue <= rows.due
    for lines in (summary.fields, summary.people):
        assert astuple(rows) == tuple(map(sum, zip(astuple(Counts()), *(astuple(line.rows) for line in lines), strict=True)))


def test_many_rows_do_not_spill_from_one_count_into_the_next(cal):
    rows = summary_of([leaf(due="2026-11-01")] * 70_000, TODAY, cal).rows
    assert rows == Counts(all=70_000, due=70_000, not_started=70_000, overdue=70_000)
