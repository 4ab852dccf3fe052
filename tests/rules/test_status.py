"""States of a row, and which may follow which."""

from itertools import product

import pytest

from storage.rules.status import AFTER, DONE, OPEN, Kind, Progress, Role, group, may_follow


def test_words_are_those_of_the_contract():
    assert [*Progress] == ["not_started", "in_progress", "reported", "confirmed", "returned", "not_arising", "paused"]
    assert [*Kind] == ["product", "recurring", "figure", "upkeep", "survey", "bonus", "penalty"]
    assert [*Role] == ["official", "head", "deputy", "chairperson", "coordinator", "reviewer", "council"]


def test_open_and_done_share_no_state():
    assert sorted(OPEN) == ["in_progress", "not_started", "returned"]
    assert sorted(DONE) == ["confirmed", "reported"]


@pytest.mark.parametrize(
    "progress, column",
    [
        ("not_started", "not_started"),
        ("in_progress", "in_progress"),
        ("reported", "done"),
        ("confirmed", "done"),
        ("returned", "in_progress"),
        ("not_arising", "in_progress"),
        ("paused", "in_progress"),
    ],
)
def test_every_state_stands_in_one_column_of_the_summary(progress, column):
    assert group(Progress(progress)) == column


# Rows: the state before; columns: the state after, in the order of Progress.
TABLE = """
             not_started in_progress reported confirmed returned not_arising paused
not_started  yes         yes         yes      -         -        yes         yes
in_progress  yes         yes         yes      -         -        yes         yes
reported     yes         yes         yes      yes       yes      yes         yes
confirmed    -           -           yes      -         yes      -           -
returned     -           yes         yes      -         yes      yes         yes
not_arising  yes         yes         yes      -         yes      yes         yes
paused       yes         yes         yes      -         yes      yes         yes
"""
HEAD, *LINES = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [(old, new, cell == "yes") for old, *cells in LINES for new, cell in zip(HEAD, cells, strict=True)]


@pytest.mark.parametrize("old, new, may", CELLS)
def test_which_state_may_follow(old, new, may):
    assert may_follow(Progress(old), Progress(new)) is may


def test_the_table_names_every_pair():
    assert {(line[0], new) for line in LINES for new in HEAD} == set(product(Progress, Progress))
    assert set(AFTER) == set(Progress)


def test_only_reported_work_is_confirmed_so_that_nothing_is_confirmed_unseen():
    assert [old for old in Progress if may_follow(old, Progress.CONFIRMED)] == ["reported"]
