"""Papers that were asked for in a test, made by the real job at the test's moment."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from bot.makers import Makers
from bot.turn import Site
from jobs.making import Maker
from jobs.outcome import Abilities
from locales.formats import VIETNAM
from storage.db import Store

CHANNELS = ("telegram", "zalo", "web")


def fulfil(
    store: Store, now: datetime, *, data_dir: Path = Path(), web: str | None = None, door: str | None = None, abilities: Abilities | None = None
) -> int:
    """Make all that is wished for; returns how many wishes ended."""
    url = store.engine.url.render_as_string(hide_password=False)
    makers = Makers(url, dict.fromkeys(CHANNELS, abilities or Abilities()), Site(VIETNAM, data_dir, web, door))
    maker = Maker(store, makers, lambda: now)
    with ThreadPoolExecutor(1) as one:  # whether or not a loop runs here
        return one.submit(lambda: asyncio.run(maker.run_once())).result()
