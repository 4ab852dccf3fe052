"""Debian's Chromium, driven by Playwright; where there is none the tests of pages are skipped by name."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

WHERE = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@asynccontextmanager
async def chromium(**context: Any) -> AsyncIterator[Page]:
    """One empty browser; what goes wrong in its scripts, or is blocked by the policy, fails the test at the end."""
    if not WHERE.exists():
        if os.environ.get("CI"):
            pytest.fail("chromium is missing")
        pytest.skip("chromium is missing: apt-get install chromium")
    wrong: list[str] = []
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=str(WHERE), args=FLAGS)
        page = await (await browser.new_context(**({"viewport": DESK} | context))).new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if "Security Policy" in line.text else None)
        page.on("dialog", lambda dialog: dialog.accept())
        yield page
        await browser.close()
    assert wrong == []


async def is_narrow(page: Page) -> bool:
    """Whether nothing sticks out of the screen sideways."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
