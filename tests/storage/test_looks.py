"""A look at the database: one state of things, beside the writer and not behind it, and never a change."""

import asyncio
import threading

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DatabaseError

from storage.db import Connection, Store
from storage.tables import Unit


def names(db: Connection) -> list[str]:
    return list(db.scalars(select(Unit.name).order_by(Unit.id)))


def add(db: Connection, name: str) -> None:
    db.execute(insert(Unit).values(name=name, is_office=True, settings={}))


async def test_a_look_does_not_wait_for_a_change_under_way_and_does_not_see_it(store: Store):
    entered, leave = threading.Event(), threading.Event()

    def slow(db: Connection) -> None:
        add(db, "UBND phường Minh Tân")
        entered.set()
        assert leave.wait(20)

    writing = asyncio.create_task(store.write(slow))
    await asyncio.to_thread(entered.wait, 20)
    assert await asyncio.wait_for(store.read(names), 10) == []
    leave.set()
    await writing
    assert await store.read(names) == ["UBND phường Minh Tân"]


async def test_a_look_sees_one_state_however_often_it_asks(store: Store):
    looked, changed = threading.Event(), threading.Event()

    def twice(db: Connection) -> list[int | None]:
        first = db.scalar(select(func.count()).select_from(Unit))
        looked.set()
        assert changed.wait(20)
        return [first, db.scalar(select(func.count()).select_from(Unit))]

    reading = asyncio.create_task(store.read(twice))
    await asyncio.to_thread(looked.wait, 20)
    await store.write(lambda db: add(db, "UBND phường Minh Tân"))
    changed.set()
    first, second = await reading
    assert first == 0
    assert second == (0 if store.is_sqlite else 1), "PostgreSQL reads what is committed, statement by statement"


async def test_a_look_that_would_change_something_is_refused_by_the_database(store: Store):
    with pytest.raises(DatabaseError):
        await store.read(lambda db: add(db, "không được"))
    await store.write(lambda db: add(db, "được"))
    assert await store.read(names) == ["được"]
