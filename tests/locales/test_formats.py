"""How points are written: as an official writes them, the same in the chat, on the picture, on pages and in papers."""

from decimal import Decimal

import pytest

from locales.formats import points, share


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("82", "82"),
        ("82.0", "82"),
        ("82.00", "82"),
        ("0", "0"),
        ("0.000", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("2.50", "2,5"),
        ("84.55", "84,55"),
        ("1.125", "1,125"),
        ("79.995", "79,995"),
        ("79.9999", "79,999"),
        ("1234.5", "1.234,5"),
        ("-0.50", "-0,5"),
    ],
)
def test_points_have_no_needless_zeros_and_are_never_rounded_up(value: str, written: str):
    assert points(Decimal(value)) == written


@pytest.mark.parametrize(("part", "whole", "written"), [("10", "31", "32,26 %"), ("1", "2", "50 %"), ("0", "0", "0 %"), ("5", "5", "100 %")])
def test_a_rate_has_two_decimals_at_most(part: str, whole: str, written: str):
    assert share(Decimal(part), Decimal(whole)) == written
