"""The eight ways of marking, as tables of cases, and the forms in which a rule is kept."""

from datetime import date
from decimal import Decimal as D

import pytest

from storage.rules.scoring import Result, Rule, Way, earned, merged

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
        (Rule(way=Way.NOT_ARISING, not_arising="excluded"), "1", Result(arose=False), None),
        (Rule(way=Way.NOT_ARISING, not_arising="full"), "1", Result(arose=False), "1"),
        (RATIO, "5", Result(arose=False), "5"),
    ],
)
def test_a_result_earns_what_its_rule_says(rule, most, result, points):
    assert earned(rule, D(most), result) == (None if points is None else D(points))


def test_what_did_not_arise_follows_the_office_unless_the_rule_says_otherwise():
    assert earned(Rule(), D(1), Result(arose=False), "excluded") is None
    assert earned(Rule(not_arising="full"), D(1), Result(arose=False), "excluded") == 1


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
