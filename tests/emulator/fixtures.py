"""Fixtures for tests that talk to the emulator; importing `emu_fixture` gives a module the fixture `emu`, and so on."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.emulator import Emulator, EmulatorProcess, Phone
from tests.emulator.schema import Schema, load
from tests.emulator.schema_build import Unavailable

Json = dict[str, Any]
Ask = Callable[..., Awaitable[tuple[int, Any]]]


def schema_if_any() -> Schema | None:
    """Return the specification; without one the emulator still works, except in CI, where nothing may be missing."""
    try:
        return load()
    except Unavailable:
        if os.environ.get("CI"):
            raise
        return None


@pytest.fixture(name="emu")
async def emu_fixture() -> AsyncIterator[Emulator]:
    """An emulator that checks every request; the test fails if the bot broke the specification."""
    async with Emulator(schema=schema_if_any()) as emulator:
        yield emulator
    emulator.assert_clean()


@pytest.fixture(name="timedeltas")
def timedeltas_fixture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this python-telegram-bot warns at each RetryAfter, and a warning is an error here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture(name="bot")
async def bot_fixture(emu: Emulator, timedeltas: None) -> AsyncIterator[Bot]:
    """A stock python-telegram-bot client that talks to the emulator."""
    request = HTTPXRequest(read_timeout=5, connect_timeout=2)
    async with Bot(emu.token, f"{emu.url}/bot", f"{emu.url}/file/bot", request=request) as client:
        emu.journal.entries.clear()
        yield client


@pytest.fixture(name="an")
async def an_fixture(emu: Emulator) -> Phone:
    """The phone of An, who has pressed Start."""
    phone = emu.phone(5, "An")
    await phone.starts()
    return phone


@pytest.fixture(name="ask")
async def ask_fixture(emu: Emulator) -> AsyncIterator[Ask]:
    """Call a method without any library: `status, body = await ask("getMe")`."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, token: str = emu.token, **params: Any) -> tuple[int, Any]:
            async with session.post(f"{emu.url}/bot{token}/{method}", json=params) as answer:
                return answer.status, await answer.json()

        yield call


@pytest.fixture(name="emulator_process")
def emulator_process_fixture(tmp_path: Path) -> Iterator[EmulatorProcess]:
    """The emulator as a process of its own, for tests that kill the bot."""
    with EmulatorProcess(tmp_path / "journal.jsonl") as remote:
        yield remote
