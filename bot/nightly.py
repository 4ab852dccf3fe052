"""The copy that `run` makes every night, so that nobody has to think of it; the coordinators learn when it fails."""

import asyncio
import logging
import shutil
from datetime import datetime, time
from pathlib import Path

from bot.commands import backup
from bot.settings import Settings
from jobs import alarm
from locales.say import reminders as say
from storage import audit
from storage.db import Store

log = logging.getLogger(__name__)
AFTER = time(1)


async def backed_up(store: Store, settings: Settings, now: datetime) -> bool:
    """Make the night's copy, once, and drop those that are too many.

    Returns:
        Whether one was made.
    """
    home, local = settings.backup_dir, now.astimezone(settings.zone)
    last = await store.read(lambda db: audit.last(db, audit.BACKUP))
    done = last is not None and last.astimezone(settings.zone).date() >= local.date()
    if home is None or done or local.time() < AFTER:
        return False
    try:
        made = await asyncio.to_thread(backup.make, store, settings, home, now)
    except OSError as wrong:
        log.error("no backup was made: %s", wrong.strerror)
        note = say.no_backup()
        await store.write(lambda db: alarm.tell_all_offices(db, note, f"backup:{local:%Y%m%d}", now))
        return False
    log.info("backed up: %s rows, %s files", made.rows, made.files)
    for old in backup.copies(home)[: -settings.backup_keep]:
        await asyncio.to_thread(_drop, old)
    return True


def _drop(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
