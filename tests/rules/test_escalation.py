"""Who is told of work that stays late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.escalation import rung, spared, told
from storage.rules.status import Role

HEAD, DEPUTY, CHIEF = [11], [21, 22], [31]
LADDER = (HEAD, DEPUTY, CHIEF)


@pytest.mark.parametrize("days, place", [(0, None), (2, None), (3, 0), (5, 0), (6, 1), (9, 1), (10, 2), (99, 2)])
def test_rung(days, place):
    assert rung(days) == place


@pytest.mark.parametrize(
    "place, ladder, concerned, people",
    [
        (0, LADDER, 1, (11,)),
        (0, LADDER, 11, (21, 22)),  # the head's own row goes to the deputy
        (1, LADDER, 21, (31,)),  # nor is a deputy told of another deputy's row
        (0, LADDER, 31, ()),  # nor anybody of the chairperson's
        (1, (HEAD, [21], CHIEF), 21, (31,)),
        (0, ([], [], CHIEF), 1, (31,)),  # an office without heads
        (2, LADDER, 31, ()),  # above the chairperson there is nobody here
    ],
)
def test_told(place, ladder, concerned, people):
    assert told(place, ladder, concerned) == people


@given(st.integers(0, 60), st.lists(st.lists(st.integers(1, 9), max_size=3), min_size=3, max_size=3), st.integers(1, 9))
def test_the_person_concerned_is_never_told_of_the_own_row(days, ladder, concerned):
    place = rung(days)
    assert place is None or concerned not in told(place, ladder, concerned)


@pytest.mark.parametrize(
    "roles, not_urged",
    [
        ({Role.CHAIRPERSON}, (Role.CHAIRPERSON,)),
        ({Role.COORDINATOR}, (Role.CHAIRPERSON,)),
        ({Role.COORDINATOR, Role.HEAD}, (Role.CHAIRPERSON,)),
        ({Role.DEPUTY}, (Role.DEPUTY, Role.CHAIRPERSON)),
        ({Role.HEAD, Role.REVIEWER}, (Role.HEAD, Role.DEPUTY, Role.CHAIRPERSON)),
    ],
)
def test_nobody_urges_upwards(roles, not_urged):
    assert spared(roles) == not_urged


@given(st.integers(0, 60))
def test_later_never_means_lower(days):
    assert (rung(days + 1) if rung(days + 1) is not None else -1) >= (rung(days) if rung(days) is not None else -1)
