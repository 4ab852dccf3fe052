"""The two machines of compose.yaml with one PostgreSQL: whoever leads is frozen past its lease, killed, cut off, replaced; nothing is lost or done twice."""

import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from storage import migrate
from storage.db import Connection
from storage.messages import outbox
from tests.emulator.remote import EmulatorProcess
from tests.faults import kills, oracle
from tests.faults.compose import containers
from tests.faults.kills import FIRST_CHAT
from tests.faults.machines import Machine, Machines, health
from tests.postgres import Postgres

PEOPLE = 20


class Scene:
    """People who write all the time, notices that wait for them, two machines; and what the whole came to."""

    def __init__(self, machines: Machines, remote: EmulatorProcess, updates: int, notices: int, rate: float) -> None:
        self.machines, self.remote, self.store, self.updates = machines, remote, machines.store, updates
        self.under_way = 0
        kills.people_with_work(self.store, PEOPLE)
        self.store.run(lambda db: waiting(db, notices))
        remote.meet([FIRST_CHAT + i for i in range(PEOPLE)])
        remote.set(webhook_delay=0.2)
        machines.start()
        remote.arrive(updates, chats=PEOPLE, texts=["đang làm 60% lần {i}"], rate=rate, wait=False)

    def some_go(self, more: int = 15) -> None:
        """Wait until some more messages have left."""
        before = self.remote.stats()["sends"]
        self.machines.waits(lambda: self.remote.stats()["sends"] >= before + more or self.is_done())

    def leader(self) -> Machine:
        self.machines.waits(lambda: self.machines.leader() is not None)
        found = self.machines.leader()
        assert found is not None
        return found

    def other_leads(self, than: Machine) -> None:
        self.machines.waits(lambda: self.machines.leader() not in (None, than))

    def count_under_way(self) -> None:
        """Sends that nobody has an answer of at this moment: each may come twice."""
        self.under_way += kills.under_way(self.store)

    def seen(self) -> set[int]:
        """What the proxy answers, several times in a row: 200 alone when it passes over whoever is not there."""
        return {health(self.machines.proxy.port) for _ in range(8)}

    def is_done(self) -> bool:
        return kills.arrived(self.store) == self.updates and kills.left(self.store) == 0

    def verdict(self) -> oracle.Verdict:
        """Wait for the end; each update has done its work once, in its order."""
        self.machines.waits(self.is_done, 180)
        found = oracle.verdict(self.store, self.remote)
        applied = kills.applied(self.store)
        told = [number for numbers in applied.values() for number in numbers]
        assert len(told) == len(set(told)) == self.updates
        assert all(numbers == sorted(numbers) for numbers in applied.values())
        assert (found.lost, found.astray, found.unmarked) == (0, 0, 0)
        return found


def waiting(db: Connection, notices: int) -> None:
    drafts = []
    for i in range(notices):
        chat = f"telegram:{FIRST_CHAT + i % PEOPLE}"
        drafts.append(outbox.Draft(f"n:{i}", chat, {"text": f"Tin số {i}.", "choices": [], "file": None}, lane=outbox.BULK))
    outbox.add(db, drafts, datetime.now(UTC))


@pytest.fixture
def scene(postgres: Postgres, tmp_path: Path) -> Iterator[Callable[..., Scene]]:
    url = postgres.fresh()
    with EmulatorProcess(tmp_path / "journal.jsonl", "--latency", "0.03") as remote, Machines(tmp_path, url, remote) as machines:
        yield lambda **how: Scene(machines, remote, **how)
    postgres.drop(url)


@pytest.mark.fault(69)
def test_machines_are_replaced_one_after_the_other_while_people_write_and_nothing_comes_twice(scene, record_property):
    there = scene(updates=120, notices=160, rate=2)
    for one in there.machines.all:
        there.some_go()
        assert one.stop() == 0
        there.some_go()
        one.start()
        there.machines.waits(lambda one=one: health(one.port) == 200)
        assert not there.is_done(), "the next one is replaced while work waits"
    found = there.verdict()
    record_property("runs", 2)
    record_property("found", f"2 machines replaced: {found}")
    assert found.doubled == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.fault(15)
def test_a_leader_frozen_past_its_lease_stands_down_when_it_wakes(scene, record_property):
    there = scene(updates=300, notices=300, rate=5)
    for _ in range(3):
        there.some_go()
        frozen = there.leader()
        frozen.gets(signal.SIGSTOP)
        there.count_under_way()
        there.other_leads(frozen)
        there.machines.waits(lambda: there.seen() == {200})
        there.some_go()
        frozen.gets(signal.SIGCONT)
        there.some_go()
        assert there.leader() is not frozen
    judged(there, record_property, 3, "freezes")


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.fault(14)
def test_leaders_are_killed_one_after_the_other(scene, record_property):
    there = scene(updates=300, notices=300, rate=4)
    for _ in range(4):
        there.some_go()
        killed = there.leader()
        assert killed.stop(signal.SIGKILL) == -9
        there.count_under_way()
        there.machines.waits(lambda: there.seen() == {200})
        there.other_leads(killed)
        killed.start()
    judged(there, record_property, 4, "kills of the leader")


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.fault(15)
def test_a_leader_cut_off_from_the_database_stands_down_and_comes_back(scene, record_property):
    there = scene(updates=300, notices=300, rate=5)
    for _ in range(3):
        there.some_go()
        lonely = there.leader()
        lonely.line.cut()
        there.count_under_way()
        there.other_leads(lonely)
        there.machines.waits(lambda: there.seen() == {200})
        there.some_go()
        lonely.line.mend()
    judged(there, record_property, 3, "cuts")


def judged(there: Scene, record_property: Callable[[str, object], None], times: int, what: str) -> None:
    found = there.verdict()
    record_property("runs", times)
    record_property("found", f"{times} {what}, {there.under_way} sends under way: {found}")
    print(found, there.under_way)
    assert found.doubled <= there.under_way
    for one in there.machines.all:
        assert one.stop() == 0


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.fault(55)
def test_two_machines_that_start_at_once_on_an_empty_database_make_its_tables_once(postgres: Postgres, tmp_path: Path):
    postgres.execute("CREATE DATABASE empty_for_two")
    url = postgres.url("empty_for_two")
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote, Machines(tmp_path, url, remote) as machines:
        machines.start()
        assert machines.store.look(migrate.is_current)
        for one in machines.all:
            assert one.stop() == 0, one.log.read_text()
    postgres.drop(url)


@pytest.mark.parametrize(
    ("proxy", "told", "seen"),
    [
        ("172.18.0.5", "203.0.113.7", "203.0.113.7"),
        ("172.18.0.5", "192.168.1.20", "192.168.1.20"),
        ("172.18.0.5", "203.0.113.7, 192.168.1.20", "192.168.1.20"),
        ("192.168.1.66", "203.0.113.7", "192.168.1.66"),
    ],
    ids=["the proxy tells", "from the office's network", "who makes one up is seen", "no proxy of ours"],
)
async def test_guesses_count_by_the_address_that_the_proxy_of_compose_tells(proxy: str, told: str, seen: str):
    found = []

    async def room(scope: Scope, _receive: Receive, _send: Send) -> None:
        found.append(scope["client"][0])

    trusted = containers("two")["nhacviec"].environment["FORWARDED_ALLOW_IPS"]
    scope = {"type": "http", "client": (proxy, 1), "headers": [(b"x-forwarded-for", told.encode())], "scheme": "http"}
    await ProxyHeadersMiddleware(room, trusted_hosts=trusted)(scope, None, None)
    assert found == [seen]


def test_compose_starts_for_one_office_only_the_program():
    assert list(containers("")) == ["nhacviec"]
    assert list(containers("postgres")) == ["nhacviec", "postgres"]
    assert list(containers("two")) == ["nhacviec", "second", "proxy", "postgres"]
    assert all(one.grace > 30 for one in containers("").values()), "a clean stop is promised within 30 s"
