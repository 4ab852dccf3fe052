"""A long table holds the one writer for a few statements, however many rows it changes, and taking it back does too."""

import pytest
from sqlalchemy import event, func, select

from storage.errors import NotOpen
from storage.loading import loads
from storage.office import units
from storage.tables import Assignment, Update
from storage.work import updates
from storage.work.updates import Stamp
from tests.storage.assignment_table import row, sheet

PEOPLE = ("Huỳnh Thanh Tùng", "Võ Thị Kim Ngân")


@pytest.fixture
def office(store):
    with store.transaction() as db:
        return units.add(db, "UBND phường Minh Tân", is_office=True)


def rows(many, **changed):
    return [row(f"1.{at}", f"Việc {at}", lead=PEOPLE[at % 2], due="2026-11-30", supports=["Văn phòng"]) | changed for at in range(many)]


def applied(store, office, found, at):
    with store.transaction() as db:
        kept = loads.keep(db, office, by=None, name="a.xlsx", sha256="0", year=2026, sheet=sheet(*found), now=at)
        loads.apply_kept(db, kept, by=None, now=at)
        return kept


def statements(store, work):
    told = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: told.append(call[2]))
    work()
    return len(told)


def test_ten_times_the_changed_rows_take_no_more_statements(store, now):
    taken = []
    for many in (40, 400):
        with store.transaction() as db:
            office = units.add(db, f"UBND phường số {many}", is_office=True)
        before = rows(many)
        after = rows(many - 10, lead=PEOPLE[0], evidence="Ảnh chụp", due={"kind": "recurring", "rule": "quarterly"}, supports=["Công an"])
        applied(store, office, before, now)
        kept = []
        apply = statements(store, lambda office=office, after=after, kept=kept: kept.append(applied(store, office, after, now)))
        with store.transaction() as db:
            assert db.scalar(select(func.count()).where(Assignment.due_rule == "quarterly", Assignment.dropped_at.is_(None))) == many - 10
        back = statements(store, lambda kept=kept: store.run(lambda db: loads.take_back(db, kept[0], by=None, now=now)))
        with store.transaction() as db:
            assert db.scalar(select(func.count()).where(Assignment.due_rule == "quarterly", Assignment.dropped_at.is_(None))) == 0
        taken.append((apply, back))
    assert taken[0] == taken[1]


def test_many_changes_at_once_say_what_one_by_one_says(store, office, now):
    applied(store, office, rows(4), now)
    stamp = Stamp(None, now, "sheet")
    news = [(1, {"percent": 10, "progress": "in_progress"}), (2, {"percent": 20, "progress": "in_progress"}), (3, {"due_on": now.date()})]
    with store.transaction() as db:
        updates.change_many(db, news, "load", stamp)
        many = db.execute(select(Update.assignment_id, Update.before, Update.after).order_by(Update.id)).all()
        db.rollback()
    with store.transaction() as db:
        for one, values in news:
            updates.change(db, one, values, "load", stamp)
        assert many == db.execute(select(Update.assignment_id, Update.before, Update.after).order_by(Update.id)).all()


def test_one_row_that_may_not_move_refuses_them_all(store, office, now):
    applied(store, office, rows(2, status="confirmed"), now)
    stamp = Stamp(None, now, "sheet")
    with pytest.raises(NotOpen), store.transaction() as db:
        updates.change_many(db, [(1, {"percent": 5}), (2, {"progress": "not_started"})], "load", stamp)
    with store.transaction() as db:
        assert set(db.scalars(select(Assignment.percent))) == {None}
