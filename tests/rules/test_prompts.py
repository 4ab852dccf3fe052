"""What a typed digit means: a table of cases, for channels with and without buttons."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.rules.prompts import QUIET, Asked, Verdict, acts, is_open, meant

NOW = datetime(2026, 11, 25, 1, tzinfo=UTC)
TWELVE = tuple(f"row:{i}" for i in range(1, 13))
THREE = TWELVE[:3]
HALF, LONG = timedelta(minutes=30), timedelta(hours=12)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("number", "routes", "age", "awaited", "wanted"),
    [
        (1, THREE, 0, False, "row:1"),
        (3, THREE, 29.9, False, "row:3"),
        (3, THREE, 30, False, Verdict.LATE),  # it has expired
        (3, THREE, 30, True, Verdict.LATE),
        (4, THREE, 30, False, Verdict.AGAIN),
        (4, THREE, 0, False, Verdict.NO_LINE),  # there is no fourth line
        (4, THREE, 0, True, Verdict.WORDS),  # ... but a figure is awaited
        (8, TWELVE, 0, False, "row:8"),
        (9, TWELVE, 0, False, Verdict.MORE),
        (9, TWELVE[:8], 0, False, Verdict.NO_LINE),
        (9, TWELVE, 31, False, Verdict.AGAIN),
        (0, THREE, 0, False, Verdict.BACK),
        (0, THREE, 600, True, Verdict.BACK),
        (0, (), 0, False, Verdict.BACK),
        (10, TWELVE, 0, False, Verdict.WORDS),  # longer numbers are figures, never lines
        (60, THREE, 0, True, Verdict.WORDS),
        (1, (), 0, False, Verdict.AGAIN),
        (1, (), 0, True, Verdict.WORDS),
    ],
)
def test_on_a_channel_of_numbered_lines(number, routes, age, awaited, wanted):
    asked = Asked(routes, ago(age) if routes else None)
    assert meant(number, asked, NOW, HALF, buttons=False, awaited=awaited) == wanted


@pytest.mark.parametrize(
    ("number", "age", "notice", "wanted"),
    [
        (12, 0, None, "row:12"),
        (13, 0, None, Verdict.WORDS),
        (0, 0, None, Verdict.WORDS),
        (1, 719, None, "row:1"),
        (1, 720, None, Verdict.LATE),
        (1, 720, 5, Verdict.AGAIN),
        (1, 10, 5, Verdict.AGAIN),  # a notice with buttons came since: the digit could mean either
        (1, 5, 10, "row:1"),  # it came before
    ],
)
def test_where_buttons_are_drawn(number, age, notice, wanted):
    asked = Asked(TWELVE, ago(age), ago(notice) if notice else None)
    assert meant(number, asked, NOW, LONG, buttons=True, awaited=False) == wanted


def test_a_notice_on_a_channel_of_numbered_lines_had_no_numbers_so_the_open_question_keeps_its_own():
    assert meant(1, Asked(THREE, ago(10), ago(5)), NOW, HALF, buttons=False, awaited=False) == "row:1"


def test_a_question_of_a_version_that_kept_no_time_does_not_act():
    assert not acts(Asked(THREE, None), NOW, LONG, buttons=True)


def test_a_question_is_open_for_half_an_hour():
    assert is_open(Asked(THREE, ago(29)), NOW)
    assert not is_open(Asked(THREE, NOW - QUIET), NOW)
    assert not is_open(Asked((), ago(1)), NOW)
