"""A process killed at any statement of a load leaves the old list or the new one, and a second try ends well."""

import os
import shutil
import signal
import warnings
from datetime import timedelta

import pytest
from sqlalchemy import event

from storage import migrate
from storage.db import Store
from storage.loading import loads, standing
from storage.office import units
from tests.storage.assignment_table import row, sheet

FIRST = (
    row("1.1.1", "Ban hành Kế hoạch", lead="Huỳnh Thanh Tùng", due="2026-01-15"),
    row("1.1.2", "Báo cáo năm", lead="Võ Thị Kim Ngân", due="2026-12-14", supports=["Văn phòng"]),
)
SECOND = (
    FIRST[0] | {"code": "1.1.2", "lead": "Lê Thị Mẫu", "supports": ["Công an phường"]},
    row("1.3", "Việc mới", lead="Võ Thị Kim Ngân", due="2026-11-30", self_score=0.5, status="in_progress"),
)


@pytest.fixture
def database(tmp_path, now):
    """An office with a list, and a corrected file that awaits its tap."""
    path = tmp_path / "nhacviec.db"
    store = Store(f"sqlite:///{path}")
    with store.transaction() as db:
        migrate.upgrade(db)
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        for rows in (FIRST, SECOND):
            loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*rows), now=now)
        loads.apply_kept(db, 1, by=None, now=now)
    store.close()
    return path


def picture(path):
    store = Store(f"sqlite:///{path}")
    with store.transaction() as db:
        found = standing.of_campaign(db, 1), loads.get(db, 2).state, loads.last_applied(db, 1, 2026)
    store.close()
    return found


def act(path, work, fatal):
    """Do the work in a process that kills itself before its statement number `fatal`; whether it lived."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    store, count = Store(f"sqlite:///{path}"), 0

    def step(*_):
        nonlocal count
        count += 1
        if count == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(store.engine, "before_cursor_execute", step)
    event.listen(store.engine, "commit", step)
    try:
        with store.transaction() as db:
            work(db)
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("what", ["apply", "take back"])
@pytest.mark.fault(59)
def test_a_kill_at_any_step_leaves_the_old_list_or_the_new_one(database, tmp_path, now, what):
    def apply(db):
        loads.apply_kept(db, 2, by=None, now=now + timedelta(hours=1))

    def back(db):
        loads.take_back(db, 2, by=None, now=now + timedelta(hours=2))

    work = apply
    if what == "take back":
        assert act(database, apply, 0)
        work = back
    old = picture(database)
    done = tmp_path / "done.db"
    shutil.copy(database, done)
    assert act(done, work, 0)
    new = picture(done)
    assert new != old
    seen = set()
    for fatal in range(1, 200):
        path = tmp_path / "try.db"
        for left in tmp_path.glob("try.db*"):
            left.unlink()
        shutil.copy(database, path)
        lived = act(path, work, fatal)
        found = picture(path)
        assert found in (old, new)
        seen.add(found == new)
        if lived:
            break
        if found == old and fatal % 7 == 1:
            assert act(path, work, 0)
            assert picture(path) == new
    assert fatal > 10
    assert seen == {False, True}
