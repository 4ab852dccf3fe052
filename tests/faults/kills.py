"""The program under kills, and the oracle that compares what the emulator delivered with what the database says."""

import random
import re
import signal
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from sqlalchemy import func, insert, select

from storage.db import Connection, Store
from storage.messages import outbox
from storage.office import calendar, people, units
from storage.tables import Assignment, Criterion, Inbox, Outbox, Update
from storage.work import campaigns
from tests.emulator.remote import Remote
from tests.faults.crashing import Crashing
from tests.program import Program

FIRST_CHAT = 1000
SAID = re.compile(r"lần (\d+)")


class Killed(Crashing):
    """`nhacviec run`, killed and started again at moments of a seeded die.

    Attributes:
        statuses: exit codes of the ended processes; -9 is a kill.
        under_way: sends that had no answer yet when the process was killed: each may come twice, and nothing else.
    """

    def __init__(self, program: Program, store: Store, seed: int) -> None:
        super().__init__(program.folder, program.environment)
        self.store, self.seed, self.statuses, self.slowest_end, self.under_way = store, seed, list[int](), 0.0, 0

    def end(self, number: signal.Signals) -> None:
        """Send a signal; a gentle one only once the program listens to it, since its start does not."""
        assert number == signal.SIGKILL or wait_until(lambda: catches(self.child, number), 30)
        began = time.monotonic()
        self.statuses.append(self.stop(number))
        self.slowest_end = max(self.slowest_end, time.monotonic() - began)

    def kill_often(self, times: int, number: signal.Signals, progress: Callable[[], int], most: int) -> None:
        """Start, let some work happen, end; the amount of work before each end is thrown by the die."""
        die = random.Random(self.seed)
        print(f"seed {self.seed}")
        for _ in range(times):
            self.start()
            wanted = progress() + die.randint(1, most)
            wait_until(lambda wanted=wanted: progress() >= wanted, 15)
            self.end(number)
            self.under_way += under_way(self.store)
        self.start()


def catches(process: int, number: signal.Signals) -> bool:
    """Whether a process has set a handler for a signal, as the kernel tells it (proc(5), SigCgt)."""
    status = Path(f"/proc/{process}/status").read_text()
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """Look at a fact outside this process until it holds."""
    end = time.monotonic() + seconds
    pause = Event()
    while time.monotonic() < end:
        if is_so():
            return True
        pause.wait(0.01)
    return False


def people_with_work(store: Store, count: int) -> dict[int, int]:
    """Linked people with one row each; chat id -> assignment."""

    def work(db: Connection) -> dict[int, int]:
        office = units.add(db, "UBND phường Thử", is_office=True)
        calendar.seed(db, office)
        campaign = campaigns.ensure(db, office, 2026)
        return {FIRST_CHAT + i: _row(db, office, campaign, i) for i in range(count)}

    return store.run(work)


def _row(db: Connection, office: int, campaign: int, i: int) -> int:
    person = people.add(db, office, f"Người Thứ {i}")
    people.link(db, person, f"telegram:{FIRST_CHAT + i}", datetime.now(UTC))
    leaf = {"campaign_id": campaign, "level": "leaf", "code": f"1.{i + 1}", "title": f"việc {i}", "position": i}
    leaf |= {"kind": "product", "rule": {}, "number_only": False, "last_year": {}}
    criterion = db.scalar(insert(Criterion).values(**leaf).returning(Criterion.id))
    row = {"criterion_id": criterion, "period": "", "person_id": person, "unit_id": office, "due_on": date(2026, 12, 31)}
    row |= {"strict": False, "needs_check": [], "progress": "not_started"}
    made: int = db.scalars(insert(Assignment).values(**row).returning(Assignment.id)).one()
    return made


def broadcast(store: Store, count: int) -> None:
    """One message to each of so many linked people, waiting in the outbox."""

    def work(db: Connection) -> None:
        office = units.add(db, "UBND phường Thử", is_office=True)
        now = datetime.now(UTC)
        drafts = []
        for i in range(count):
            person = people.add(db, office, f"Người Thứ {i}")
            people.link(db, person, f"telegram:{FIRST_CHAT + i}", now)
            payload = {"text": f"Tin số {i}.", "choices": [], "file": None}
            drafts.append(outbox.Draft(f"b:{i}", f"telegram:{FIRST_CHAT + i}", payload, lane=outbox.NOTICE, person_id=person))
        outbox.add(db, drafts, now)

    store.run(work)


def left(store: Store) -> int:
    """What is not finished yet: updates to work on, messages to send."""

    def work(db: Connection) -> int:
        waiting = select(func.count()).select_from(Inbox).where(Inbox.state == "new")
        live = Outbox.state.in_(("pending", "sending", "unsure"))
        return (db.scalar(waiting) or 0) + (db.scalar(select(func.count()).select_from(Outbox).where(live)) or 0)

    return store.look(work)


def under_way(store: Store) -> int:
    """Sends of which nobody has an answer at this moment."""
    return store.look(lambda db: db.scalar(select(func.count()).select_from(Outbox).where(Outbox.state == "sending")) or 0)


def arrived(store: Store) -> int:
    return store.look(lambda db: db.scalar(select(func.count()).select_from(Inbox)) or 0)


def applied(store: Store) -> dict[int, list[int]]:
    """Of each assignment the numbers of the texts that changed it, in the order of the record."""

    def work(db: Connection) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row in db.execute(select(Update.assignment_id, Update.note).order_by(Update.id)):
            said = SAID.search(row.note or "")
            if said:
                found.setdefault(row.assignment_id, []).append(int(said[1]))
        return found

    return store.look(work)


def copies(remote: Remote) -> Counter[int]:
    """How many messages each chat got."""
    return Counter(message["chat"]["id"] for message in remote.delivered())


def marked(remote: Remote) -> int:
    return sum("(gửi lại)" in message.get("text", "") for message in remote.delivered())


def connected(remote: Remote, folder: Path, url: str, **settings: str) -> Program:
    base = {"DATABASE_URL": url, "TELEGRAM_API_URL": remote.url, "TELEGRAM_BOT_TOKEN": remote.token, "WEB_BIND": ""}
    return Program(folder, **base | settings)
