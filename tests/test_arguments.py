"""A step is taken only with what it can take: every route of the table against forged arguments."""

import pytest

from bot.arguments import fits, shape
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
        ([17, 5], False),
    ],
)
def test_number_and_kind_of_arguments_decide(arguments, taken):
    assert fits(step, arguments) is taken


def test_a_step_with_any_number_of_arguments_takes_them_all():
    def words(turn, *code: int | str):
        """Any number of any kind."""

    def numbers(turn, *ids: int):
        """Any number of whole numbers."""

    assert fits(words, []) and fits(words, ["a", 1, "b"])
    assert fits(numbers, [1, 2, 3]) and not fits(numbers, [1, "b"])


def test_every_step_of_the_table_declares_what_it_takes():
    kinds = {kind for rule in ROUTES.values() for kind in (*shape(rule.step)[1], shape(rule.step)[2])}
    assert kinds == {int, str, int | None, str | None, int | str, int | str | None, None}


def test_an_hour_that_is_no_number_is_refused_before_its_step():
    assert fits(ROUTES["sethour"].step, [745]) and not fits(ROUTES["sethour"].step, ["abc"])
