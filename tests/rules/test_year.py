"""Windows, locks, warnings, and what a self mark can rest on: tables of cases."""

from datetime import date, datetime, time

import pytest

from bot.flows.scoring.windows import moments
from storage.rules.calendar import Calendar
from storage.rules.marks import Basis, Mark, Marks, Stage, basis
from storage.rules.status import Kind, Progress
from storage.rules.year import END_OF_DAY, Phase, Window, kept, office_lock, read, state, takes_office, takes_own, warns

PLAIN = Calendar()


def local(day, hour=0, minute=0, second=0, month=11, year=2026):
    """A moment of the office's clock, without a zone."""
    return datetime.combine(date(year, month, day), time(hour, minute, second))


LOCK, CLOSES = local(13, 17), datetime.combine(date(2026, 11, 15), END_OF_DAY)
WINDOW = Window(date(2026, 11, 5), LOCK, CLOSES)


@pytest.mark.parametrize(
    ("moment", "found", "own", "office"),
    [
        (local(4, 23, 59), "before", True, True),
        (local(5), "open", True, True),
        (local(13, 16, 59, 59), "open", True, True),
        (LOCK, "locked", False, True),
        (local(15, 23, 58, 59), "locked", False, True),
        (CLOSES, "closed", False, False),
        (local(1, month=2, year=2027), "closed", False, False),
    ],
)
def test_a_lock_holds_from_its_very_minute(moment, found, own, office):
    assert state(WINDOW, moment) == found
    windows = {Phase.SELF: WINDOW}
    assert takes_own(windows, Phase.SELF, moment) is own
    assert takes_office(windows, Phase.SELF, moment) is office
    assert takes_own({}, Phase.SELF, moment), "nothing is locked by a window that nobody set"


@pytest.mark.parametrize(
    ("closes", "lock"),
    [
        (CLOSES, LOCK),
        (local(25, 17), local(24, 17)),
        (local(16, 10), local(13, 17)),
    ],
)
def test_the_office_locks_on_the_working_day_before(closes, lock):
    assert office_lock(closes, PLAIN) == lock


def test_a_day_off_is_no_day_to_lock_on():
    assert office_lock(local(25, 17), Calendar(off=frozenset({date(2026, 11, 24)}))) == local(23, 17)


@pytest.mark.parametrize(
    ("day", "left"),
    [(4, None), (5, None), (6, 5), (9, None), (10, None), (11, 2), (12, 1), (13, 0), (14, None), (16, None)],
)
def test_the_lock_is_told_five_two_one_and_no_working_days_before(day, left):
    assert warns(WINDOW, date(2026, 11, day), PLAIN) == left


def test_windows_are_kept_as_text_and_read_back():
    settings = {"windows": {"self": kept(WINDOW), "verify_1": kept(Window(closes=CLOSES)), "nothing": {}}}
    assert read(settings) == {Phase.SELF: WINDOW, Phase.VERIFY_1: Window(closes=CLOSES)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("05/11/2026 - 15/11/2026", ["2026-11-05T23:59", "2026-11-15T23:59"]),
        ("từ 5/11 đến hết ngày 15/11", ["2026-11-05T23:59", "2026-11-15T23:59"]),
        ("17h 13/11", ["2026-11-13T17:00"]),
        ("17 giờ 00 thứ Sáu 13/11", ["2026-11-13T17:00"]),
        ("16:30 ngày 13-11-2026", ["2026-11-13T16:30"]),
        ("13/11 lúc 17h30", ["2026-11-13T17:30"]),
        ("5/1 - 14/1", ["2027-01-05T23:59", "2027-01-14T23:59"]),
        ("thứ sáu", []),
        ("31/11", None),
        ("25h 13/11", None),
    ],
)
def test_windows_are_typed_as_people_write_them(text, found):
    read_ = moments(text, date(2026, 11, 20))
    assert read_ == found if found is None else [f"{one.end:%Y-%m-%dT%H:%M}" for one in read_ or []] == found


DAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("kind", "progress", "due", "blocked", "proven", "found"),
    [
        (Kind.PRODUCT, Progress.CONFIRMED, "2026-06-30", False, True, Basis.READY),
        (Kind.PRODUCT, Progress.REPORTED, "2026-11-10", False, True, Basis.READY),
        (Kind.PRODUCT, Progress.REPORTED, "2026-11-10", False, False, Basis.ESTIMATE),
        (Kind.FIGURE, Progress.IN_PROGRESS, "2026-12-14", False, True, Basis.ESTIMATE),
        (Kind.UPKEEP, Progress.NOT_STARTED, None, False, False, Basis.ESTIMATE),
        (Kind.PRODUCT, Progress.IN_PROGRESS, "2026-11-12", False, True, Basis.UNFOUNDED),
        (Kind.PRODUCT, Progress.IN_PROGRESS, "2026-11-13", False, False, Basis.ESTIMATE),
        (Kind.PRODUCT, Progress.IN_PROGRESS, "2026-12-14", True, False, Basis.UNFOUNDED),
        (Kind.PRODUCT, Progress.RETURNED, "2026-12-14", False, True, Basis.UNFOUNDED),
        (Kind.PRODUCT, Progress.PAUSED, "2026-12-14", False, False, Basis.UNFOUNDED),
        (Kind.PRODUCT, Progress.NOT_ARISING, "2026-12-14", False, False, Basis.READY),
        (Kind.SURVEY, Progress.NOT_STARTED, "2026-12-14", False, False, None),
        (Kind.PENALTY, Progress.NOT_STARTED, None, False, False, None),
    ],
)
def test_what_a_self_mark_can_rest_on(kind, progress, due, blocked, proven, found):
    due_on = date.fromisoformat(due) if due else None
    assert basis(kind, progress, due_on, DAY, blocked=blocked, proven=proven) is found


def test_the_newest_own_mark_stands_and_the_council_stands_over_it():
    at = local(10)
    own, estimate, council, first, second = (
        Mark(stage, points, at) for points, stage in enumerate((Stage.SELF, Stage.ESTIMATED, Stage.COUNCIL, Stage.VERIFIED_1, Stage.VERIFIED_2))
    )
    assert Marks((own, estimate)).office is estimate
    assert Marks((estimate, own)).office is own
    assert Marks((own, council, first)).office is council
    assert Marks((own, second, first)).final is second, "the second verification is the later word, whenever it came"
    assert Marks((own,)).final is None
