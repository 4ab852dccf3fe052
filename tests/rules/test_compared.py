"""This year against the last, worked out by hand."""

from datetime import date
from decimal import Decimal as D

from storage.rules.compared import Then, compare
from storage.rules.rollup import Leaf, summary_of
from storage.rules.status import Kind, Progress

TODAY = date(2026, 11, 20)


def leaf(one: int, code: str, field: str, state: str, most: str, due: date = date(2026, 12, 14), **more) -> Leaf:
    values = {"kind": Kind.PRODUCT, "percent": None, "completed_on": None, "blocked": False} | more
    return Leaf(one, code, code, field, 1, "Ngân", 1, "Phòng", values.pop("kind"), Progress(state), values.pop("percent"), due, max_points=D(most), **values)


def test_criteria_and_fields_stand_in_both_years_and_what_fell_most_comes_first():
    leaves = [
        leaf(1, "1.1", "A", "confirmed", "4"),
        leaf(2, "1.2", "A", "not_started", "2", date(2026, 11, 1)),  # late: at risk, nothing is forecast
        leaf(3, "2.1", "B", "in_progress", "1"),
        leaf(4, "2.1", "B", "confirmed", "1"),  # the same criterion's other half year
        leaf(5, "3.1", "C", "confirmed", "3"),
        leaf(6, "8.1", "C", "not_started", "5", kind=Kind.SURVEY),
        leaf(7, "T1", "C", "not_started", "2", kind=Kind.BONUS),
    ]
    then = {1: Then(D("3.5"), D(4)), 2: Then(D(2), D(2)), 3: Then(D("0.5"), D(2)), 4: Then(D("0.5"), D(2)), 6: Then(D(5), D(5))}
    found = compare(leaves, then, TODAY)
    assert [(one.name, one.then, one.then_most, one.now, one.now_most) for one in found.fields] == [
        ("A", D("5.5"), D(6), D(4), D(6)),
        ("B", D("0.5"), D(2), D(2), D(2)),
    ]
    assert [(one.name, one.change) for one in found.criteria[0]] == [("1.2", D(-2)), ("1.1", D("0.5"))]
    assert [(one.name, one.change) for one in found.criteria[1]] == [("2.1", D("1.5"))]
    assert found.unknown == 1, "3.1 is not known of last year; surveys and bonus are not compared at all"


def test_without_last_year_there_is_nothing_to_compare():
    found = compare([leaf(1, "1.1", "A", "confirmed", "4")], {}, TODAY)
    assert (found.fields, found.unknown) == ((), 1)


def test_both_years_stand_against_the_forecast_that_tiendo_shows(cal):
    leaves = [
        leaf(1, "3.3", "C", "in_progress", "8", kind=Kind.FIGURE, score=D("7.6"), short=True),  # short: at risk
        leaf(2, "3.4", "C", "not_started", "4", score=D("2.5"), settled=True),  # the last word from outside
        leaf(3, "3.5", "C", "in_progress", "2", blocked=True),
        leaf(4, "3.6", "C", "reported", "3", score=D(2)),
    ]
    found = compare(leaves, {one.assignment_id: Then(one.max_points, one.max_points) for one in leaves}, TODAY)
    assert [(one.name, one.now) for one in sorted(found.criteria[0], key=lambda one: one.name)] == [
        ("3.3", D(0)), ("3.4", D("2.5")), ("3.5", D(0)), ("3.6", D(2)),
    ]  # fmt: skip
    assert sum(one.now for one in found.fields) == summary_of(leaves, TODAY, cal).parts.forecast
