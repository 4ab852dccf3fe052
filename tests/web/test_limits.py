"""What can wait: so many bytes a second of everybody together, and aside while somebody waits for an answer."""

import asyncio

import pytest

from bot.web.limits import Bulk


class Clock:
    at = 100.0

    def __call__(self) -> float:
        return self.at


def test_places_are_given_out_one_after_the_other():
    clock = Clock()
    bulk = Bulk(rate=10, clock=clock)
    assert [bulk.wait(5), bulk.wait(5), bulk.wait(20)] == [0, 0.5, 1]
    clock.at += 10
    assert bulk.wait(5) == 0, "what was not used is not saved up"
    assert bulk.wait(5) == 0.5


async def test_bulk_stands_aside_after_an_update_but_never_for_long(monkeypatch: pytest.MonkeyPatch):
    clock, slept = Clock(), []

    async def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        clock.at += seconds

    monkeypatch.setattr(asyncio, "sleep", sleep)
    bulk = Bulk(rate=1000, hold=0.1, longest=0.5, clock=clock)
    await bulk.turn(0)
    bulk.somebody_waits()
    await bulk.turn(0)
    bulk.hold = 60
    bulk.somebody_waits()
    await bulk.turn(0)
    assert slept == [0, 0, 0, 0.1, 0, 0.5]
