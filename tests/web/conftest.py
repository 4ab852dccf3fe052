"""Fixtures of the web room: the sample office with its pages open, and a real browser on a phone and on a desk."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from storage.db import Store
from tests.stories.office import TUESDAY, at
from tests.web.client import Client
from tests.web.room import Room, fill

MISSING = "Chromium is not installed (Debian: apt install chromium)"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=20_000)
PHONE, DESK = (360, 740), (1280, 800)


@pytest.fixture(name="filled_template", scope="session")
def filled_template_fixture(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office on Tuesday afternoon: loaded, nobody linked, sending started."""
    path = tmp_path_factory.mktemp("filled") / "nhacviec.db"
    shutil.copy(sqlite_template, path)
    store = Store(f"sqlite:///{path}")
    fill(store, at(TUESDAY, 14))
    store.close()
    return path


@pytest.fixture
def room(filled_template: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copy(filled_template, tmp_path / "nhacviec.db")
    with Room(f"sqlite:///{tmp_path}/nhacviec.db", tmp_path / "data") as one:
        yield one


@pytest.fixture
def client(room: Room) -> Client:
    return Client(room.url)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it these tests are skipped by name, but not in CI."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as driver:
        one = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield one
        one.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages of separate devices; an error in a page's script fails the test."""
    contexts, faults = [], []

    def one(size: tuple[int, int] = PHONE, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="vi-VN")
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda told: faults.append(told.text) if "Content Security Policy" in told.text else None)
        return page

    yield one
    for context in contexts:
        context.close()
    assert faults == []
