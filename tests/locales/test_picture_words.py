"""The words on the picture of /tiendo say how far the target is, also when it is just reached."""

from decimal import Decimal

import pytest

from locales.say.picture import rates as drawn_rates
from locales.say.picture import target
from locales.say.progress import forecast, rates
from storage.rules.points import Parts
from storage.rules.rollup import Counts


@pytest.mark.parametrize(
    ("forecast", "told"),
    [
        ("80", "Mục tiêu 80: vừa đạt"),
        ("80.5", "Mục tiêu 80: cao hơn 0,5 điểm"),
        ("79.995", "Mục tiêu 80: còn thiếu 0,005 điểm"),
    ],
)
def test_the_distance_to_the_target_is_said(forecast: str, told: str):
    assert target(Parts(accepted=Decimal(forecast)), Decimal(80)) == told


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        ("80", "Dự kiến 80/80 điểm (mục tiêu 80)."),
        ("85.5", "Dự kiến 85,5/85,5 điểm (mục tiêu 80)."),
        ("79.995", "Dự kiến 79,995/79,995 điểm (mục tiêu 80; còn thiếu 0,005)."),
    ],
)
def test_the_headline_says_how_much_the_target_is_missed_by(reached: str, told: str):
    assert forecast(Parts(accepted=Decimal(reached)), Decimal(80)) == told


def test_before_anything_is_due_no_rate_of_those_due_is_said():
    early, later = Counts(all=31, in_progress=12, not_started=19), Counts(all=3, due=2, done=1, done_of_due=1, not_started=2)
    assert rates(early) == "Hoàn thành 0/31 việc (0 %); chưa có việc đến hạn. Đang thực hiện 12, chưa thực hiện 19."
    assert rates(later).startswith("Hoàn thành 1/3 việc (33,33 %); trong số đã đến hạn: 1/2 (50 %).")
    assert [drawn_rates(one)[1] for one in (early, later)] == ["Chưa có việc đến hạn", "Trong số đã đến hạn: 1/2 (50 %)"]
