"""Choices as numbered lines where one answer has several messages."""

from jobs.outcome import Abilities
from tests.flows import small_office
from tests.flows.phone import Phone


def test_numbered_choices_of_two_answers_mean_one_thing_each(store, now):
    small_office.build(store, now)
    zalo = Phone(store, "telegram:2", now, abilities=Abilities(buttons=False, edits=False))
    zalo.says("1.2.4 đang làm, vướng kinh phí")
    assert len(set(zalo.labels)) == len(zalo.labels)
    assert [one for one in zalo.labels if "Ghi nhầm" in one] == ["Ghi nhầm, bỏ"], "two answers about one row, one way back"
    zalo.says("1.2.4 đang làm 30%, 2.1.3 đang làm 40%")
    assert len(set(zalo.labels)) == len(zalo.labels)
    assert "1.2.4: đã bỏ" in zalo.taps("1.2.4: Ghi nhầm, bỏ")
