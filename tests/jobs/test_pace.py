"""The pace of sending: one slot every 1/29 s, answers a little sooner, never more than 30 in a second."""

import itertools
import random

import pytest

from jobs.pace import EARLY, Limits, Pacer


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_sends_are_evenly_spaced(clock: Clock):
    pacer = Pacer(Limits(rate=10), clock=clock)
    assert pacer.free(5) == 1
    pacer.take()
    assert (pacer.free(5), pacer.wait()) == (0, pytest.approx(0.1))
    clock.at += 0.1001
    assert pacer.free(5) == 1


def test_an_answer_uses_the_coming_slot_early_and_the_next_send_pays_for_it(clock: Clock):
    pacer = Pacer(Limits(rate=10), clock=clock)
    pacer.take()
    assert pacer.free(1, early=True) == 0
    assert pacer.wait(early=True) == pytest.approx(0.1 * (1 - EARLY))
    clock.at += 0.02
    assert (pacer.free(1), pacer.free(1, early=True)) == (0, 1)
    pacer.take()
    assert pacer.wait() == pytest.approx(0.18)
    assert pacer.free(1, early=True) == 0, "one slot ahead at most"


def test_a_pause_that_the_platform_asked_for_holds_answers_too(clock: Clock):
    pacer = Pacer(Limits(rate=10), clock=clock)
    pacer.pause(30)
    assert (pacer.wait(), pacer.wait(early=True)) == (30, 30)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_mix_of_answers_and_reminders_waits_no_second_holds_more_than_thirty(clock: Clock, seed: int):
    chance, pacer, sent = random.Random(seed), Pacer(Limits(rate=29), clock=clock), []
    while clock.at < 110:
        is_answer = chance.random() < 0.4
        clock.at += pacer.wait(early=is_answer)
        pacer.take()
        sent.append(clock.at)
        clock.at += chance.choice([0, 0, 0.001, 0.02])
    most = max(sum(1 for one in sent[i : i + 40] if one < start + 1 - 1e-6) for i, start in enumerate(sent))
    assert most <= 30
    assert len(sent) >= 280, "the platform's allowance is used"


def test_a_chat_has_a_burst_and_then_a_trickle_a_group_less(clock: Clock):
    pacer = Pacer(Limits(), clock=clock)
    waits = [pacer.chat_wait("telegram:5", clock.at) for _ in range(21)]
    assert waits[:20] == [0.0] * 20
    assert waits[20] == pytest.approx(1.0)
    assert [pacer.chat_wait("telegram:-5", clock.at) == 0 for _ in range(4)] == [True, True, True, False]
    clock.at += 1.001
    assert pacer.chat_wait("telegram:5", clock.at) == 0


def test_without_a_rate_nothing_waits(clock: Clock):
    pacer = Pacer(Limits(rate=0), clock=clock)
    assert list(itertools.islice(iter(lambda: (pacer.take(), pacer.free(32), pacer.wait(early=True))[1:], None), 3)) == [(32, 0)] * 3
