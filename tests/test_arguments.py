"""A step is taken only with what it can take: every route of the table against forged arguments."""

import pytest

from bot.arguments import fits
from bot.routes import ROUTES


def step(turn, row: int, state: str, page: int = 0, *, inner: bool = False):
    """A step as the flows have them."""


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        ([], False),
        ([17], False),
        ([17, "done"], True),
        ([17, "done", 2], True),
        ([17, "done", 2, 3], False),
        (["-5", "done"], False),
        ([17, "done", "x"], False),
        ([17, 5], True),  # a step compares its words with those it knows
    ],
)
def test_number_and_kind_of_arguments_decide(arguments, taken):
    assert fits(step, arguments) is taken


def test_a_step_with_any_arguments_takes_them_all():
    assert fits(lambda turn, *rest: rest, ["a", 1, "b"])


def test_the_shape_of_every_step_of_the_table_can_be_read():
    assert all(isinstance(fits(rule.step, ["x"] * 9), bool) for rule in ROUTES.values())
