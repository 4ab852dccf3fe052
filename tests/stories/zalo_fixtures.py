"""Fixtures of tests on Zalo; importing `zalo_template_fixture` gives a module the fixture `zalo_template`, and so on."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db import Store
from tests.emulator_zalo import ZaloEmulator
from tests.stories.office import TUESDAY, at, found, load_and_link
from tests.stories.zalo_office import zalo_chat


@pytest.fixture(name="zalo_template", scope="session")
def zalo_template_fixture(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office on Tuesday afternoon: loaded, everybody linked on Zalo, sending started."""
    path = tmp_path_factory.mktemp("zalo") / "nhacviec.db"
    shutil.copy(sqlite_template, path)
    store = Store(f"sqlite:///{path}")
    found(store, at(TUESDAY, 14))
    load_and_link(store, at(TUESDAY, 14), zalo_chat)
    store.close()
    return path


@pytest.fixture(name="database")
def database_fixture(zalo_template: Path, tmp_path: Path) -> str:
    """The address of a copy of it."""
    shutil.copy(zalo_template, tmp_path / "nhacviec.db")
    return f"sqlite:///{tmp_path}/nhacviec.db"


@pytest.fixture(name="zalo")
async def zalo_fixture() -> AsyncIterator[ZaloEmulator]:
    async with ZaloEmulator() as emulator:
        yield emulator
