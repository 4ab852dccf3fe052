"""Whether the clock of the machine can be believed, told from the dates of answers and from the clock that nobody sets."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from jobs.machine_clock import MachineClock

START = datetime(2026, 11, 25, 0, 20, tzinfo=UTC)


@dataclass
class World:
    """A machine whose wall clock is `fast`; the platform's is right."""

    fast: timedelta = timedelta(0)
    passed: float = 0.0
    clock: MachineClock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = MachineClock(lambda: self.true + self.fast, lambda: self.passed)
        self.slept = timedelta(0)

    @property
    def true(self) -> datetime:
        return START + timedelta(seconds=self.passed) + self.slept

    def answer(self, after: float = 30.0) -> None:
        self.passed += after
        self.clock.heard(format_datetime(self.true, usegmt=True))


@pytest.fixture
def world():
    return World()


def test_before_any_answer_nothing_is_known_and_the_clock_is_believed(world: World):
    world.fast = timedelta(days=1)
    assert (world.clock.off(), world.clock.is_far(), world.clock.is_doubtful()) == (timedelta(0), False, False)
    assert world.clock.waits(10)
    world.passed = 10
    assert not world.clock.waits(10)


@pytest.mark.parametrize(
    ("fast", "is_far"),
    [
        (timedelta(0), False),
        (timedelta(minutes=59), False),
        (timedelta(hours=1), True),
        (timedelta(days=1), True),
        (timedelta(hours=-7), True),  # a zone taken for UTC
    ],
)
def test_an_answer_tells_how_far_it_is_off(world: World, fast: timedelta, is_far: bool):
    world.fast = fast
    world.answer()
    assert abs(world.clock.off() - fast) < timedelta(seconds=1)
    assert world.clock.is_far() is is_far


def test_a_step_is_known_before_the_next_answer_and_so_is_the_way_back(world: World):
    world.answer()
    world.fast = timedelta(hours=3)
    assert world.clock.is_far()
    assert world.clock.is_doubtful()
    world.fast = timedelta(0)
    assert not world.clock.is_far()


def test_after_a_sleep_the_next_answer_settles_it_however_soon(world: World):
    world.answer()
    world.slept = timedelta(hours=2)
    assert world.clock.is_far()
    world.answer(after=1)
    assert not world.clock.is_far()
    assert not world.clock.is_doubtful()


def test_cut_off_from_the_platforms_for_long_the_machine_has_its_own_clock_alone(world: World):
    world.fast = timedelta(hours=3)
    world.answer()
    world.passed += 1801
    assert not world.clock.is_far()
    assert world.clock.is_doubtful()


@pytest.mark.parametrize("date", [None, "", "yesterday", "Wed, 99 Nov 2026 00:20:00 GMT"])
def test_an_answer_without_a_readable_date_tells_nothing(world: World, date: str | None):
    world.clock.heard(date)
    assert world.clock.waits(10)
