"""The words on the picture of /tiendo say how far the target is, also when it is just reached."""

from decimal import Decimal

import pytest

from locales.say.picture import target
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
