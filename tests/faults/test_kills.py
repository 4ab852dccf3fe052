"""kill -9 while receiving, kill -9 and SIGTERM while sending: nothing lost, nothing applied twice, few marked copies."""

import signal
from pathlib import Path

import pytest

from storage.db import Store
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills
from tests.faults.kills import Killed

QUICK = pytest.param("quick", id="quick")
FULL = pytest.param("full", id="full", marks=[pytest.mark.slow, pytest.mark.timeout(1200)])
LATENCY = ("--latency", "0.03")


@pytest.mark.parametrize("size", [QUICK, FULL])
@pytest.mark.fault(29)
def test_kills_while_updates_arrive_lose_nothing_and_apply_nothing_twice(database_url: str, tmp_path: Path, size: str, record_property):
    count, times = (300, 6) if size == "quick" else (1000, 20)
    store = Store(database_url)
    rows = kills.people_with_work(store, 20)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Killed(kills.connected(remote, tmp_path, database_url, SEND_RATE="500"), store, seed=7) as killed:
        remote.meet(list(rows))
        remote.set(repeat_wait=0)
        remote.arrive(count, chats=20, texts=["đang làm 60% lần {i}"], rate=count / (times * 2), wait=False)
        killed.kill_often(times, signal.SIGKILL, lambda: sum(map(len, kills.applied(store).values())), count // times)
        assert kills.wait_until(lambda: kills.arrived(store) == count and kills.left(store) == 0, 300)
        killed.end(signal.SIGTERM)
    found = kills.applied(store)
    told = [number for numbers in found.values() for number in numbers]
    record_property("runs", times)
    record_property("found", f"{times} kills, {count} updates: {count - len(set(told))} lost, {len(told) - len(set(told))} applied twice")
    assert len(told) == len(set(told)) == count
    assert all(numbers == sorted(numbers) for numbers in found.values())
    assert killed.statuses == [-9] * times + [0]
    store.close()


@pytest.mark.parametrize("size", [QUICK, FULL])
@pytest.mark.fault(1)
def test_kills_in_a_broadcast_lose_nothing_and_mark_the_few_copies(database_url: str, tmp_path: Path, size: str, record_property):
    count, times = (120, 6) if size == "quick" else (500, 50)
    store = Store(database_url)
    kills.broadcast(store, count)
    with EmulatorProcess(tmp_path / "journal.jsonl", *LATENCY) as remote, Killed(kills.connected(remote, tmp_path, database_url), store, seed=11) as killed:
        remote.meet(list(range(kills.FIRST_CHAT, kills.FIRST_CHAT + count)))
        remote.set(repeat_wait=0)
        killed.kill_often(times, signal.SIGKILL, lambda: remote.stats()["sends"], 8)
        assert kills.wait_until(lambda: kills.left(store) == 0, 120)
        killed.end(signal.SIGTERM)
        got, again, figures = kills.copies(remote), kills.marked(remote), remote.stats()
    doubled = got.total() - len(got)
    record_property("runs", times)
    record_property("found", f"{times} kills, {count} messages: {count - len(got)} lost, {doubled} copies of {killed.under_way} sends under way, most of one {max(got.values())}")
    assert len(got) == count
    assert doubled <= killed.under_way
    assert doubled <= again  # no copy without its mark
    assert max(got.values()) <= 4
    assert figures["refused_429"] == 0
    store.close()


@pytest.mark.parametrize("size", [QUICK, FULL])
@pytest.mark.fault(20)
def test_a_clean_stop_in_a_broadcast_loses_and_doubles_nothing(database_url: str, tmp_path: Path, size: str, record_property):
    count, times = (80, 3) if size == "quick" else (400, 10)
    store = Store(database_url)
    kills.broadcast(store, count)
    with EmulatorProcess(tmp_path / "journal.jsonl", *LATENCY) as remote, Killed(kills.connected(remote, tmp_path, database_url), store, seed=3) as killed:
        remote.meet(list(range(kills.FIRST_CHAT, kills.FIRST_CHAT + count)))
        remote.set(repeat_wait=0)
        killed.kill_often(times, signal.SIGTERM, lambda: remote.stats()["sends"], 12)
        assert kills.wait_until(lambda: kills.left(store) == 0, 120)
        killed.end(signal.SIGTERM)
        got = kills.copies(remote)
    record_property("runs", times)
    record_property("found", f"{times} stops, {count} messages: {count - len(got)} lost, {got.total() - len(got)} copies")
    assert sorted(got.values()) == [1] * count
    assert killed.statuses == [0] * (times + 1)
    assert killed.slowest_end < 30
    store.close()
