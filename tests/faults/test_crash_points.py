"""Crash points by name, for n = 1, 2, 3 ... until a run completes: one update, one send, one migration, each whole or not there."""

from itertools import count
from pathlib import Path

import pytest

from storage.db import Store
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills, oracle
from tests.faults.crashing import STATUS, Crashing
from tests.faults.kills import FIRST_CHAT

TRIED = 14  # a turn, a paper and two messages take fewer commits
SLOW = [pytest.mark.slow, pytest.mark.timeout(1200)]


@pytest.mark.fault(2, 30)
@pytest.mark.parametrize(
    ("database_url", "point"),
    [
        pytest.param("sqlite", "after an answer"),
        pytest.param("sqlite", "after a commit", marks=SLOW),
        pytest.param("sqlite", "before a commit", marks=SLOW),
        pytest.param("postgresql", "before a request", marks=SLOW),
        pytest.param("postgresql", "after an answer", marks=SLOW),
        pytest.param("postgresql", "after a commit", marks=SLOW),
    ],
    indirect=["database_url"],
)
def test_a_crash_at_any_step_of_an_update_and_its_answer_loses_and_doubles_nothing(database_url: str, tmp_path: Path, point: str, record_property):
    """Each try brings an update of its own; the next one finds what the crash before left."""
    store = Store(database_url)
    kills.people_with_work(store, 1)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote:
        remote.meet([FIRST_CHAT])
        remote.set(repeat_wait=0)
        settings = kills.connected(remote, tmp_path, database_url, SEND_RATE="500")
        with Crashing(tmp_path, settings.environment) as program:
            for n in count(1):
                remote.arrive(1, chats=1, texts=[f"đang làm 60% lần {n}"])
                program.start(point, n)
                kills.wait_until(lambda n=n: program.ended() is not None or settled(store, n), 60)
                status = program.stop()
                print(f"{point}, {n}: {status}")
                assert status in {0, STATUS}, (tmp_path / "run.log").read_text()[-3000:]
                if not status:
                    break
        found = oracle.verdict(store, remote)
    record_property("runs", n - 1)
    record_property("found", f"{point}: {n - 1} crashes, {found}")
    assert kills.applied(store) == {1: list(range(1, n + 1))}
    assert (found.lost, found.astray, found.unmarked) == (0, 0, 0)
    assert found.doubled <= n - 1
    store.close()


def settled(store: Store, n: int) -> bool:
    return kills.arrived(store) == n and kills.left(store) == 0


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("database_url", "point"), [("sqlite", "after a commit"), ("sqlite", "before a commit"), ("postgresql", "after a commit")], indirect=["database_url"]
)
def test_a_crash_at_any_step_of_a_paper_still_brings_it(database_url: str, tmp_path: Path, point: str):
    """Each try asks for a workbook of its own, at the n-th commit of a run it dies; what that left is made and sent too."""
    store, ends = Store(database_url), []
    kills.people_with_work(store, 1)
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote:
        remote.meet([FIRST_CHAT])
        remote.set(repeat_wait=0)
        settings = kills.connected(remote, tmp_path, database_url, SEND_RATE="500")
        with Crashing(tmp_path, settings.environment) as program:
            for n in range(1, TRIED + 1):
                remote.arrive(2, chats=1, texts=["/hoso", "Bảng tổng hợp (Excel)"])
                program.start(point if n < TRIED else "", n)
                kills.wait_until(lambda n=n: program.ended() is not None or settled(store, 2 * n), 60 if n < TRIED else 400)  # each paper left is a process of its own
                ends.append(program.stop())
                assert ends[-1] in {0, STATUS}, (tmp_path / "run.log").read_text()[-3000:]
        documents = [one for one in remote.journal() if one.get("method") == "sendDocument"]
        waits = [one for one in remote.delivered(FIRST_CHAT) if "Đang lập Bảng tổng hợp (Excel)" in one.get("text", "")]
    crashes = ends.count(STATUS)
    print(f"{point}: {crashes} crashes, {len(documents)} workbooks for {TRIED} wishes, {len(waits)} told to wait")
    assert crashes > 5, "it did crash"
    assert TRIED <= len(documents) <= TRIED + crashes, "each wish is fulfilled, at most doubled by the crash in which it was sent"
    assert kills.left(store) == 0
    store.close()
