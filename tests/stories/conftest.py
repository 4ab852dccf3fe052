"""Fixtures of the stories: an office before its first day, and one at work on Wednesday 25/11/2026, 07:45."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage.db import Store
from tests.emulator import Emulator
from tests.emulator.fixtures import emu_fixture  # noqa: F401 - gives the fixture `emu`
from tests.stories.office import EVERYONE, FIRST_CHAT, TUESDAY, WEDNESDAY, Office, at, facts, found, load_and_link


def _database(sqlite_template: Path, path: Path, *fill: Callable[..., None]) -> Path:
    shutil.copy(sqlite_template, path)
    store = Store(f"sqlite:///{path}")
    for one in fill:
        one(store, at(TUESDAY, 14))
    store.close()
    return path


@pytest.fixture(name="linked_template", scope="session")
def linked_template_fixture(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office on Tuesday afternoon: loaded, everybody linked, sending started."""
    return _database(sqlite_template, tmp_path_factory.mktemp("linked") / "nhacviec.db", found, load_and_link)


@pytest.fixture
async def new_office(emu: Emulator, database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """Tuesday 24/11/2026, 14:00: an office with a coordinator and a chairperson, nobody linked, nothing loaded."""
    store = Store(database_url)
    found(store, at(TUESDAY, 14))
    store.close()
    async with Office(emu, database_url, tmp_path / "data", at(TUESDAY, 14)) as office:
        yield office


@pytest.fixture
async def office(emu: Emulator, linked_template: Path, tmp_path: Path) -> AsyncIterator[Office]:
    """The sample office on Wednesday 25/11/2026, 07:45, after the first reminders."""
    path = tmp_path / "nhacviec.db"
    shutil.copy(linked_template, path)
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    async with Office(emu, f"sqlite:///{path}", tmp_path / "data", at(TUESDAY, 14)) as one:
        await one.clock(7, 45, WEDNESDAY)
        one.quiet()
        yield one


@pytest.fixture
async def unharmed(office: Office) -> AsyncIterator[Office]:
    """The office; afterwards all that is known of its work must be as before."""
    before = await facts(office)
    yield office
    await office.settled()
    assert await facts(office) == before
