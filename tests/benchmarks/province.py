"""A province for real: 168 communes, 5,000 people, 14,000 rows in one PostgreSQL; its morning, and its chairperson's /tiendo meanwhile.

Planning has to be faster than the platform takes the messages, since it goes on beside their sending. The broadcast runs at the
limit for its first part only (`MESSAGES`); its whole length follows from the limit.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import delete, insert, select

from jobs import clock
from locales.formats import VIETNAM
from storage.db import Connection, Store
from storage.office import calendar, people, units
from storage.points import province
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Outbox
from storage.work import campaigns
from tests.benchmarks import sending
from tests.benchmarks.office import STATES, _leaf, _work
from tests.benchmarks.program import Platform, Program
from tests.benchmarks.table import Row
from tests.postgres import NoPostgres, Postgres
from tests.storage.fields import field

COMMUNES, ROWS, PEOPLE = 168, 14_000, 5_000
FIRST, CHIEF = 10_000, 9
FIELDS = 8
MESSAGES = 900  # half a minute at the limit
ASKS, BETWEEN = 8, 2.5


def measure(work: Path, rounds: int) -> list[Row]:
    """A fresh database a round; the plan, the summary, the pace of the broadcast, the answer to /tiendo in it.

    Args:
        work: a folder of this run.
        rounds: at most two make sense: one takes a minute.
    """
    try:
        server = Postgres()
    except NoPostgres as missing:
        print(f"province: {missing}")
        return []
    with server:
        found = [_round(server, work / f"province-{i}") for i in range(rounds)]
    plans, per, summed, shares, refused, commune, whole, memory = (list(column) for column in zip(*found, strict=True))
    return [
        Row(f"morning plan of {COMMUNES} communes", "s", plans),
        Row("  of the messages that may leave", "of 30/s", [n / took / sending.ALLOWED for n, took in zip(per, plans, strict=True)], target=1),
        Row(f"province summed, {ROWS} rows", "ms", summed),
        Row(f"pace of its first {MESSAGES} messages", "of 30/s", shares, target=0.93),
        Row("  refused with 429", "sends", refused, target=0, at_most=True),
        Row("/tiendo of a commune meanwhile", "ms", commune),
        Row("/tiendo of the province meanwhile", "ms", whole),
        Row("  most memory", "MB", memory),
    ]


def _round(server: Postgres, folder: Path) -> tuple[float, ...]:
    folder.mkdir(parents=True)
    url = server.fresh()
    store, now = Store(url), morning()
    chairs = store.run(lambda db: build(db, now - timedelta(days=30)))
    with store.engine.connect() as db:  # as PostgreSQL's own autovacuum does within a minute after a load
        db.exec_driver_sql("ANALYZE")
    began = time.perf_counter()
    planned = asyncio.run(clock.tick(store, now, VIETNAM))
    plan = time.perf_counter() - began
    summed = min(_summed(store, now) for _ in range(3))
    store.run(only_first)
    with Platform() as platform:
        platform.ask("reset", limit=sending.ALLOWED)
        with sending.product(platform, folder, DATABASE_URL=url) as bot:
            answers = {CHIEF: list[float](), chairs[0]: list[float]()}
            platform.until(MESSAGES // 10, bot)
            for _ in range(ASKS):
                for chat, took in answers.items():
                    took.append(_asked(platform, bot, chat))
            found = platform.until(MESSAGES + 2 * ASKS, bot)
            memory = bot.memory()
    store.close()
    server.drop(url)
    share = (found["sends"] - 1) / (found["last"] - found["first"]) / sending.ALLOWED
    whole, commune = (median(answers[chat]) for chat in (CHIEF, chairs[0]))
    return plan, planned, summed, share, found["refused"], commune, whole, memory


def morning() -> datetime:
    """07:45 of the newest working day that has begun, so that what is planned for it is due by now."""
    local = datetime.now(VIETNAM)
    day = local.date() if local.hour >= 8 else local.date() - timedelta(days=1)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return datetime.combine(day, datetime.min.time(), VIETNAM).replace(hour=7, minute=45).astimezone(UTC)


def build(db: Connection, started: datetime) -> list[int]:
    """The province; returns the chats of the communes' chairpersons."""
    whole = units.add(db, "UBND tỉnh Thử", is_office=True)
    chief = people.add(db, whole, "Nguyễn Thị Tỉnh")
    people.grant(db, chief, whole, Role.CHAIRPERSON)
    people.link(db, chief, f"telegram:{CHIEF}", started)
    chats, rows = [], 0
    for number in range(COMMUNES):
        share = ROWS * (number + 1) // COMMUNES - rows
        heads = PEOPLE * (number + 1) // COMMUNES - PEOPLE * number // COMMUNES
        first = FIRST + number * 100
        _commune(db, whole, number, range(first, first + heads), share, started)
        rows += share
        chats.append(first)
    return chats


def _commune(db: Connection, whole: int, number: int, chats: range, rows: int, started: datetime) -> None:
    office = units.add(db, f"UBND xã số {number}", parent_id=whole, is_office=True)
    calendar.seed(db, office)
    holders = [people.add(db, office, f"Nguyễn Văn {chat}") for chat in chats]
    for person, chat in zip(holders, chats, strict=True):
        people.link(db, person, f"telegram:{chat}", started)
    people.grant(db, holders[0], office, Role.CHAIRPERSON)
    today = morning().astimezone(VIETNAM).date()
    campaign = campaigns.ensure(db, office, today.year)
    fields = [field(db, campaign, f"Lĩnh vực {i}", i) for i in range(FIELDS)]
    leaves = [_leaf(campaign, fields[i % FIELDS], i) for i in range(rows)]
    made = db.scalars(insert(Criterion).returning(Criterion.id, sort_by_parameter_order=True), leaves).all()
    db.execute(insert(Assignment), [_work(leaf, holders[i % len(holders)], office, i, today, STATES[:2]) for i, leaf in enumerate(made)])
    units.set_sending(db, office, started)


def only_first(db: Connection) -> None:
    """Leave the first part of what was planned, so that the broadcast ends while somebody waits for the figures."""
    first = select(Outbox.id).where(Outbox.kind == "reminders").order_by(Outbox.id).limit(MESSAGES)
    db.execute(delete(Outbox).where(Outbox.id.not_in(first)))


def _summed(store: Store, now: datetime) -> float:
    began = time.perf_counter()
    lines = store.look(lambda db: province.lines(db, None, now.year, now.astimezone(VIETNAM).date()))
    assert sum(line.rows.all for line in lines) == ROWS, "each row belongs to one commune"
    return (time.perf_counter() - began) * 1000


def _asked(platform: Platform, bot: Program, chat: int) -> float:
    """Milliseconds from somebody's /tiendo to the answer, while the broadcast goes on."""
    before = len(platform.figures()["answers"])
    platform.ask("arrive", chats=[chat], text="/tiendo")
    end = time.monotonic() + 60
    while len(answers := platform.figures()["answers"]) <= before:
        if not bot.alive() or time.monotonic() > end:
            raise RuntimeError("no answer to /tiendo")
        time.sleep(0.01)
    time.sleep(BETWEEN / 2)
    return float(answers[-1]) * 1000
