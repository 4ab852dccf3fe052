"""Kill -9 before and after every named step of applying a table, and of taking it back: the old state or the new one, nothing else."""

import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.commands import load
from locales.formats import VIETNAM
from locales.say import loaded
from storage.db import Store
from storage.evidence import documents
from storage.evidence.files import Files
from storage.loading import loads, standing
from storage.loading.loads import Kept
from storage.office import units
from storage.rules.status import Progress
from storage.tables import Base, Evidence, Score
from storage.work import assignments, updates
from storage.work.updates import Report, Stamp
from tests.storage.assignment_table import row, sheet

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

APPLYING = {
    "its bytes are kept": "storage.evidence.files:keep",
    "the file is kept as read": "storage.loading.loads:keep",
    "the list is compared": "storage.loading.loads:compare",
    "the way back is noted": "storage.loading.undo:photograph",
    "the year is opened": "storage.work.campaigns:ensure",
    "unknown people are added": "storage.loading.owners:added",
    "owners are found": "storage.loading.owners:owners",
    "codes are freed": "storage.loading.tree:clear_codes",
    "rows are dropped": "storage.loading.work:set_dropped",
    "fields and groups grow": "storage.loading.tree:grow",
    "new leaves are written": "storage.loading.tree:insert_leaves",
    "their work is written": "storage.loading.work:insert_work",
    "their history is written": "storage.loading.work:first_lines",
    "their helpers are written": "storage.loading.work:insert_supports",
    "their marks are written": "storage.loading.work:insert_marks",
    "changed rows are written": "storage.loading.work:change_work",
    "helpers are replaced": "storage.loading.work:replace_supports",
    "rows take their places": "storage.loading.tree:move",
    "the audit is written": "storage.audit:note",
    "the way back is recorded": "storage.loading.undo:record",
    "the file is applied": "storage.loading.loads:apply_kept",
    "it is told": "locales.say.loaded:recorded",
}
TAKING_BACK = {
    "the file may be undone": "storage.loading.loads:may_undo",
    "words go back": "storage.loading.undo:_revert",
    "new rows leave": "storage.loading.undo:_drop_new",
    "dropped rows return": "storage.loading.undo:_set_dropped",
    "helpers go back": "storage.loading.undo:_restore_supports",
    "the list is as before": "storage.loading.undo:take_back",
    "the audit is written": "storage.audit:note",
    "the file is taken back": "storage.loading.loads:take_back",
    "it is told": "locales.say.loaded:undone",
}
FIRST = (
    row("1.1.1", "Ban hành Kế hoạch", lead="Huỳnh Thanh Tùng", due="2026-01-15"),
    row("1.1.2", "Báo cáo năm", lead="Võ Thị Kim Ngân", due="2026-12-14", supports=["Văn phòng"]),
    row("1.2", "Công khai", lead="Võ Thị Kim Ngân", due="2026-11-30"),
)
SECOND = (
    FIRST[0] | {"code": "1.1.2", "lead": "Lê Thị Mẫu", "supports": ["Công an phường"]},
    row("1.3", "Việc mới", lead="Võ Thị Kim Ngân", due="2026-11-30", self_score=0.5, status="in_progress", field="Thể chế"),
    FIRST[2] | {"evidence": "Ảnh chụp"},
)
BYTES = b"bang phan cong" * 1000


@pytest.fixture
def fresh(database_url, request, tmp_path, now):
    """Fresh copies of a prepared database, one for each kill."""
    store = Store(database_url)
    with store.transaction() as db:
        prepare(db, now)
    store.close()
    names = count()

    @contextmanager
    def copy(of: str = database_url) -> Iterator[str]:
        if of.startswith("sqlite"):
            path = tmp_path / f"try{next(names)}.db"
            shutil.copy(of.removeprefix("sqlite:///"), path)
            yield f"sqlite:///{path}"
            return
        server = request.getfixturevalue("postgres")
        url = server.url(f"{database_url.rpartition('/')[2]}_try{next(names)}")
        server.execute(f"CREATE DATABASE {url.rpartition('/')[2]} TEMPLATE {of.rpartition('/')[2]}")
        yield url
        server.drop(url)

    yield copy


def prepare(db, now) -> None:
    """A list whose rows have a state, a mark and a document, as people left them."""
    office = units.add(db, "UBND phường Minh Tân", is_office=True)
    before = now - timedelta(days=2)
    loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*FIRST), now=before)
    loads.apply_kept(db, 1, by=None, now=before)
    for leaf in standing.of_campaign(db, 1)[:2]:
        work = assignments.get(db, leaf.assignments[0])
        updates.report(db, work.id, Report(Progress.REPORTED), Stamp(work.person_id, now - timedelta(days=1), "tap"), now.date())
        mark = {"assignment_id": work.id, "stage": "self", "points": Decimal("0.5"), "person_id": work.person_id, "at": now, "reason": None}
        db.execute(insert(Score).values(**mark))
        paper = {"office_id": office, "person_id": work.person_id, "kind": "number", "name": "15/KH-UBND", "batch": "1"}
        made = db.scalar(insert(Evidence).values(**paper, received_at=now).returning(Evidence.id))
        documents.link(db, made, work.id, now)


def apply(url: str, folder: Path, now) -> None:
    """As the command line does it: the bytes, then the file and all that it changes in one transaction."""
    store = Store(url)
    with Files(folder).open_temp() as temp:
        temp.write(BYTES)
        sha256 = temp.keep().sha256
    kept = Kept(0, 1, None, "b.xlsx", sha256, 2026, sheet(*SECOND), loads.PREVIEW, now, None)
    done = store.run(lambda db: load._apply(db, kept, now, VIETNAM))
    loaded.recorded(2026, done)
    store.close()


def take_back(url: str, _folder: Path, now) -> None:
    store = Store(url)
    done = store.run(lambda db: loads.take_back(db, 2, by=None, now=now + timedelta(hours=1)))
    loaded.undone("b.xlsx", done)
    store.close()


def killed(work: Callable[[], None], point: str, when: str) -> bool:
    """Do the work in a process that kills itself at the first time that it enters or leaves a function; whether it died."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)

    def step(frame, event, _argument):
        if event == when and point == f"{frame.f_globals.get('__name__')}:{frame.f_code.co_name}":
            os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        sys.setprofile(step)
        work()
        code = 0
    finally:
        os._exit(code)


def picture(url: str) -> dict[str, list[tuple]]:
    """Every row of every table."""
    store = Store(url)
    with store.transaction() as db:
        found = {
            table.name: [tuple(line) for line in db.execute(select(table).order_by(*table.primary_key.columns))]
            for table in Base.metadata.sorted_tables
        }
    store.close()
    return found


def told(url: str) -> list[tuple]:
    """What people see of the list, without the numbers that a database gives."""
    store = Store(url)
    with store.transaction() as db:
        leaves = standing.of_campaign(db, 1)
        papers = {one: number for leaf in leaves for one, number in documents.counts(db, leaf.assignments).items()}
        found = [
            (leaf.code, leaf.title, leaf.lead, leaf.due_on, leaf.status, leaf.self_score, leaf.is_dropped, leaf.supports, sum(papers.get(one, 0) for one in leaf.assignments))
            for leaf in leaves
        ]
        state = loads.last_applied(db, 1, 2026) > 1
    store.close()
    return [*sorted(found, key=str), (state,)]


def kills(fresh, source: str, work, points: dict[str, str], folder: Path, now) -> None:
    """Kill before and after each named point; then try again."""
    old = picture(source)
    with fresh(source) as url:
        work(url, folder / "whole", now)
        new, after = picture(url), told(url)
    assert new != old
    seen, again = set(), count()
    for name, point in points.items():
        for when in ("call", "return") if source.startswith("sqlite") else ("return",):
            with fresh(source) as url:
                assert killed(lambda url=url, place=folder / f"{name} {when}": work(url, place, now), point, when), f"{name}: not reached"
                found = picture(url)
                assert found in (old, new), f"{name}, {when}"
                seen.add(found == new)
                if found == old and next(again) % 5 == 0:
                    work(url, folder / "again", now)
                    assert told(url) == after, f"{name}, {when}: the second try"
    assert seen == {False, True}


@pytest.mark.fault(59)
def test_a_kill_at_any_named_step_of_applying_leaves_the_old_list_or_the_new_one(fresh, database_url, tmp_path, now):
    kills(fresh, database_url, apply, APPLYING, tmp_path, now)


@pytest.mark.fault(59)
def test_a_kill_at_any_named_step_of_taking_back_leaves_the_list_as_loaded_or_as_before(fresh, database_url, tmp_path, now):
    with fresh() as loaded_already:
        apply(loaded_already, tmp_path / "files", now)
        kills(fresh, loaded_already, take_back, TAKING_BACK, tmp_path, now)
