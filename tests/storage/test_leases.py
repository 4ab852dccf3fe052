"""Who ticks and sends: one at a time, until its term ends, by the clock of the database where several machines share it."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from bot import watch
from storage.db import Store
from storage.messages import leases

TERM = timedelta(seconds=15)


def takes(store: Store, owner: str, now: datetime, term: timedelta = TERM, **how: bool) -> bool:
    with store.transaction() as db:
        return leases.acquire(db, "sender", owner, now, term, **how)


def test_a_lease_is_one_owners_until_its_term_ends_and_that_one_may_renew_it(store: Store, now: datetime):
    assert takes(store, "first", now)
    assert takes(store, "first", now)
    assert not takes(store, "second", now)
    assert takes(store, "first", now, -TERM), "it renews for the last time, and is not seen again"
    assert takes(store, "second", now)
    assert not takes(store, "first", now), "who was frozen past its term finds another"


def test_who_is_alone_takes_it_from_whoever_died_with_it(store: Store, now: datetime):
    assert takes(store, "killed", now)
    assert takes(store, "next", now, alone=True)


def test_only_its_owner_gives_it_up(store: Store, now: datetime):
    takes(store, "first", now)
    with store.transaction() as db:
        leases.release(db, "sender", "second", now)
    assert not takes(store, "second", now)
    with store.transaction() as db:
        leases.release(db, "sender", "first", now)
    assert takes(store, "second", now)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("off", [timedelta(days=1), -timedelta(days=1)], ids=str)
def test_a_machine_whose_clock_is_wrong_neither_takes_nor_loses_it_early(store: Store, now: datetime, off: timedelta):
    assert takes(store, "right", now)
    assert not takes(store, "wrong", now + off)
    assert takes(store, "right", now)


async def test_its_holder_stops_trusting_it_before_its_end_by_the_clock_that_nobody_sets(store: Store, now: datetime, monkeypatch):
    """Also a renewal that was under way for long counts from its beginning."""
    clock = SimpleNamespace(at=100.0, monotonic=lambda: clock.at)
    monkeypatch.setattr(watch, "time", clock)
    holder = watch.LeaseHolder(store)
    await holder.renew(now)
    term, before = watch.TTL.total_seconds(), clock.at
    for at, trusts in ((before + term - watch.MARGIN - 0.1, True), (before + term - watch.MARGIN, False), (before + 1, True)):
        clock.at = at
        assert holder.is_held() is trusts
    assert watch.MARGIN >= 1, "a send that is begun in the last moment of trust is over, or nearly, when another may begin"


async def test_how_long_nothing_was_kept_is_known_and_whose_the_lease_was(store: Store, now: datetime, monkeypatch):
    clock = SimpleNamespace(at=100.0, monotonic=lambda: clock.at)
    monkeypatch.setattr(watch, "time", clock)
    mine, other = watch.LeaseHolder(store), watch.LeaseHolder(store)
    if store.is_sqlite:
        monkeypatch.setattr(store, "is_sqlite", False)  # as if another could be there
    await mine.renew(now)
    await other.renew(now)
    assert (mine.was_ours, other.was_ours) == (True, False)
    clock.at += 90
    assert (mine.unkept_for(), other.unkept_for()) == (90, 90)
    await mine.renew(now)
    assert (mine.unkept_for(), other.unkept_for()) == (0, 90)
