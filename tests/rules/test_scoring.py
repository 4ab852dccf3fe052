"""The eight ways of marking, as tables of cases, and the forms in which a rule is kept."""

from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.scoring import NEEDS_FIGURE, Result, Rule, Way, earned, figure, merged

RATIO = Rule(way=Way.RATIO, full=D(98), floor=D(70))
STEPS = Rule(way=Way.STEPS, steps=(("Xuất sắc", D(100)), ("Tốt", D(75)), ("Hoàn thành", D(50))))
FAULTS = Rule(way=Way.FAULTS, each=D("0.25"))
COUNT = Rule(way=Way.COUNT, each=D("0.5"), cap=D(2))
HALF = Rule(way=Way.DEADLINE, late=D(50))


@pytest.mark.parametrize(
    ("rule", "most", "result", "points"),
    [
        (Rule(), "1", Result(), "1"),
        (Rule(way=Way.YES_NO), "0.5", Result(), "0.5"),
        (Rule(way=Way.YES_NO), "0.5", Result(figure=D(0)), "0"),
        (RATIO, "5", Result(figure=D(98)), "5"),
        (RATIO, "5", Result(figure=D("96.92")), "4.846"),
        (RATIO, "5", Result(figure=D(70)), "3.5"),
        (RATIO, "5", Result(figure=D("69.99")), "0"),
        (RATIO, "5", Result(), None),
        (Rule(way=Way.RATIO), "2", Result(figure=D(100)), "2"),
        (Rule(way=Way.RATIO), "2", Result(figure=D("99.99")), "1.999"),
        (STEPS, "2", Result(step="Tốt"), "1.5"),
        (STEPS, "0.5", Result(step="Hoàn thành"), "0.25"),
        (STEPS, "2", Result(step="Kém"), None),
        (STEPS, "2", Result(), None),
        (FAULTS, "1", Result(figure=D(0)), "1"),
        (FAULTS, "1", Result(figure=D(3)), "0.25"),
        (FAULTS, "1", Result(figure=D(9)), "0"),
        (COUNT, "3", Result(figure=D(3)), "1.5"),
        (COUNT, "3", Result(figure=D(9)), "2"),
        (COUNT, "1", Result(figure=D(9)), "1"),
        (HALF, "1", Result(), "1"),
        (HALF, "1", Result(is_late=True), "0.5"),
        (Rule(way=Way.DEADLINE), "1", Result(is_late=True), "0"),
        (Rule(way=Way.EVIDENCE), "1", Result(has_evidence=False), "0"),
        (Rule(way=Way.EVIDENCE), "1", Result(), "1"),
    ],
)
def test_a_result_earns_what_its_rule_says(rule, most, result, points):
    assert earned(rule, D(most), result) == (None if points is None else D(points))


@pytest.mark.parametrize(
    "rule", [Rule(), RATIO, STEPS, FAULTS, COUNT, HALF, Rule("Theo văn bản", Way.NOT_ARISING, not_arising="excluded")]
)
def test_a_rule_is_kept_whole(rule):
    full = Rule.from_dict({**rule.as_dict(), "measure": "hồ sơ", "cut_off": "2026-12-14"})
    assert Rule.from_dict(full.as_dict()) == full
    assert full.cut_off == date(2026, 12, 14)
    assert Rule.from_dict(rule.as_dict()) == rule


def test_a_file_with_words_alone_keeps_the_figures_and_the_other_way_round():
    assert merged(RATIO, Rule(text="Từ 98 % được 5 điểm")) == Rule("Từ 98 % được 5 điểm", Way.RATIO, D(98), D(70))
    assert merged(Rule("Theo văn bản"), HALF) == Rule("Theo văn bản", Way.DEADLINE, late=D(50))


@pytest.mark.parametrize(
    ("text", "value"),
    [("1182/1204", "98.17"), ("98.17", "98.17"), ("0", "0.00"), ("0/7", "0.00"), ("5/0", None), ("", None), ("a/b", None),
     ("-1", None), ("NaN", None), ("Infinity", None), ("1/2/3", None), ("1e99", None)],
)  # fmt: skip
def test_figure(text, value):
    found = figure(text)
    assert (None if found is None else f"{found:.2f}") == value


def test_a_rate_just_under_the_border_stays_under_it():
    assert earned(RATIO, D(1), Result(figure=figure("9799999999999999/10000000000000000"))) is None  # more than anybody counts
    assert earned(RATIO, D(1), Result(figure=figure("97999999999999/100000000000000"))) == D("0.979")
    assert earned(RATIO, D(1), Result(figure=figure("98/100"))) == 1


PERCENT, FULL = st.decimals(0, 100, places=2), st.decimals(0, 20, places=3)
RULES = st.builds(
    Rule,
    way=st.none() | st.sampled_from(Way),
    full=st.none() | PERCENT,
    floor=st.none() | PERCENT,
    steps=st.lists(st.tuples(st.sampled_from("abc"), PERCENT), max_size=3).map(tuple),
    each=st.none() | st.decimals(0, 5, places=2),
    cap=st.none() | FULL,
    late=st.none() | PERCENT,
)
RESULTS = st.builds(
    Result,
    st.none() | st.decimals(0, 1000, places=3),
    st.none() | st.sampled_from("abcd"),
    st.booleans(),
    st.booleans(),
)


@given(rule=RULES, full=FULL, result=RESULTS)
def test_nothing_earns_less_than_nothing_or_more_than_all(rule, full, result):
    found = earned(rule, full, result)
    if found is not None:
        assert 0 <= found <= full
        assert found == found.quantize(D("0.001"))
    else:
        assert rule.way in NEEDS_FIGURE | {Way.STEPS}


@given(full=FULL, one=PERCENT, other=PERCENT)
def test_a_better_rate_never_earns_less(full, one, other):
    low, high = sorted((one, other))
    assert earned(RATIO, full, Result(low)) <= earned(RATIO, full, Result(high))
