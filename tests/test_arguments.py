"""A step is taken only with what it can take: every route of the table against forged arguments."""

from enum import Enum
from typing import Literal, get_origin

import pytest

from bot.arguments import shape, taken
from bot.routes import ROUTES
from storage.rules.year import Phase


def step(turn, row: int, state: str, page: int = 0, *, inner: bool = False):
    """A step as the flows have them."""


@pytest.mark.parametrize(
    ("arguments", "takes"),
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
def test_number_and_kind_of_arguments_decide(arguments, takes):
    assert taken(step, arguments) == (arguments if takes else None)


def test_a_step_with_any_number_of_arguments_takes_them_all():
    def words(turn, *code: int | str):
        """Any number of any kind."""

    def numbers(turn, *ids: int):
        """Any number of whole numbers."""

    assert taken(words, []) == [] and taken(words, ["a", 1, "b"])
    assert taken(numbers, [1, 2, 3]) and taken(numbers, [1, "b"]) is None


def test_a_word_is_one_of_those_declared_or_a_member_of_the_enumeration():
    state, window = ROUTES["status"].step, ROUTES["window"].step
    assert taken(state, [17, "done"]) == [17, "done"] and taken(state, [17, "gone"]) is None
    assert taken(window, [3, "self"]) == [3, Phase.SELF] and taken(window, [3, "other"]) is None


def test_every_step_of_the_table_declares_what_it_takes():
    kinds = {kind for rule in ROUTES.values() for kind in (*shape(rule.step)[1], shape(rule.step)[2])}
    kinds = {kind for kind in kinds if get_origin(kind) is not Literal and not (isinstance(kind, type) and issubclass(kind, Enum))}
    assert kinds == {int, str, int | None, str | None, int | str, int | str | None, None}


def test_an_hour_that_is_no_number_is_refused_before_its_step():
    assert taken(ROUTES["sethour"].step, [745]) == [745] and taken(ROUTES["sethour"].step, ["abc"]) is None
