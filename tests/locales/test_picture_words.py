"""The words on the picture of /tiendo say how far the target is, also when it is just reached."""

from decimal import Decimal

import pytest

from locales.say.picture import target
from locales.say.progress import forecast
from storage.rules.points import Parts


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
