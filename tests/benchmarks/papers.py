"""The report and the workbook of 10,000 rows against bare python-docx and xlsxwriter, and how long a paper holds the event loop."""

import asyncio
import contextlib
import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from sqlalchemy import insert
from xlsxwriter import Workbook

from bot.makers import Apart
from bot.turn import Site
from jobs.aside import aside
from jobs.outcome import Abilities
from locales.formats import VIETNAM, points
from locales.papers.write import write
from storage import migrate, papers
from storage.db import Connection, Store
from storage.messages.wishes import Wish
from storage.office import calendar, people, units
from storage.papers import Facts, reading
from storage.rules.status import Role
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from tests.benchmarks.office import STATES, _leaf, _work
from tests.benchmarks.table import Row
from tests.storage.fields import field

ROWS, PEOPLE = 10_000, 60
BARE_ROWS = 500  # cell by cell python-docx takes a time that grows with the square: its 10,000 are reckoned from these, to its favour
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CHAIR = "telegram:1"
LOOK = 0.002  # seconds between two looks at the loop


def measure(work: Path, rounds: int) -> list[Row]:
    """Seconds and milliseconds, each round ours and the floor in turn."""
    store = _built(work / "papers.db")
    makers = Apart(f"sqlite:///{work / 'papers.db'}", {"telegram": Abilities()}, Site(VIETNAM, work))
    many = store.run(_facts)
    gc.collect()
    gc.freeze()  # as the program does when it starts
    word, bare_word, excel, bare_excel, held = [], [], [], [], []
    for _ in range(rounds):
        word.append(_took(lambda: write(work / "ours.docx", ".docx", "progress", many, Path)))
        bare_word.append(_took(lambda: _bare_word(work / "bare.docx", many)) * ROWS / BARE_ROWS)
        excel.append(_took(lambda: write(work / "ours.xlsx", ".xlsx", "progress", many, Path)))
        bare_excel.append(_took(lambda: _bare_excel(work / "bare.xlsx", many)))
        held.append(asyncio.run(_held(makers)) * 1e3)
    store.close()
    return [
        Row(f"report of {ROWS} rows", "s", word, bare_word, target=1, at_most=True),
        Row(f"workbook of {ROWS} rows", "s", excel, bare_excel, target=3, at_most=True),
        Row(f"longest hold of the loop, papers of {ROWS} rows", "ms", held, [50.0] * rounds, target=1, at_most=True),
    ]


def _built(path: Path) -> Store:
    store = Store(f"sqlite:///{path}")

    def work(db: Connection) -> None:
        migrate.upgrade(db)
        office = units.add(db, "UBND phường Thử Nghiệm", is_office=True)
        calendar.seed(db, office)
        holders = [people.add(db, office, f"Nguyễn Văn {one}") for one in range(PEOPLE)]
        people.grant(db, holders[0], office, Role.CHAIRPERSON)
        people.link(db, holders[0], CHAIR, NOW)
        campaign = campaigns.ensure(db, office, NOW.year)
        parent = field(db, campaign)
        leaves = [_leaf(campaign, parent, one) for one in range(ROWS)]
        made = db.scalars(insert(Criterion).returning(Criterion.id, sort_by_parameter_order=True), leaves).all()
        db.execute(insert(Assignment), [_work(leaf, holders[i % PEOPLE], office, i, NOW.date(), STATES) for i, leaf in enumerate(made)])

    store.run(work)
    return store


def _facts(db: Connection) -> Facts:
    campaign = campaigns.current(db, 1, NOW.date())
    assert campaign is not None, "the office has a year"
    return reading.facts(db, 1, campaign[0], NOW, VIETNAM)


def _bare_word(path: Path, shown: Facts) -> None:
    """The annex of all rows alone, cell by cell, as one writes it at first."""
    word = Document()
    table = word.add_table(1, 7)
    for row in shown.rows[:BARE_ROWS]:
        for cell, text in zip(table.add_row().cells, _texts(shown, row), strict=True):
            cell.text = text
    word.save(str(path))


def _bare_excel(path: Path, shown: Facts) -> None:
    """The sheets of all rows and of those that are late alone, without a look."""
    with Workbook(path) as book:
        page, late = book.add_worksheet(), book.add_worksheet()
        for at, row in enumerate(shown.rows):
            page.write_row(at, 0, [*_texts(shown, row), "", "", "", "", "", "", "", ""])
        for at, one in enumerate(shown.summary.overdue):
            late.write_row(at, 0, [one.code, one.title, one.person, "", str(one.due_on), one.days_late, float(one.points or 0), ""])


def _texts(_shown: Facts, row: papers.Row) -> list[str]:
    leaf = row.leaf
    most = points(leaf.max_points) if leaf.max_points is not None else ""
    return [leaf.code or "", leaf.title, leaf.person or "", str(leaf.due_on), leaf.progress.value, most, row.result_document or ""]


async def _held(makers: Apart) -> float:
    """The longest time for which the loop did not come round while papers were made where the program makes them.

    What the machine gave to other processes meanwhile is not counted: it would hold any program.
    """
    longest, stop = 0.0, asyncio.Event()

    async def look() -> None:
        nonlocal longest
        while not stop.is_set():
            before, lost = time.perf_counter(), _waited()
            await asyncio.sleep(LOOK)
            longest = max(longest, time.perf_counter() - before - LOOK - (_waited() - lost))

    def paper() -> None:
        for makes in ("letter:progress", "make:xlsx"):
            assert makers.make(Wish(0, makes, CHAIR, 1, makes, 1, NOW), NOW)

    looker = asyncio.create_task(look())
    await aside(paper)
    stop.set()
    await looker
    return longest


def _waited() -> float:
    """Seconds for which threads of this process were ready and had no core (Linux: /proc/PID/task/TID/schedstat)."""
    waited = 0
    for one in Path("/proc/self/task").glob("*/schedstat"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            waited += int(one.read_text().split()[1])
    return waited / 1e9


def _took(step: Callable[[], object]) -> float:
    before = time.perf_counter()
    step()
    return time.perf_counter() - before
