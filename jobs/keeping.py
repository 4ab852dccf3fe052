"""Is the evidence still what was sent? At each start every file is there with its length; once a week every byte is read again.

What an office need not keep any longer is given up by its own rule, with a line in the history.
"""

import asyncio
import logging
import os
from datetime import date, datetime, timedelta

from jobs import alarm
from locales.say import doctor as say_doctor
from locales.say import evidence as say
from storage import chain
from storage.db import Connection, Store
from storage.evidence import keeping
from storage.evidence.files import Files
from storage.evidence.keeping import Stored
from storage.office import units

log = logging.getLogger(__name__)
WEEK = timedelta(days=7)
YEARS = "evidence_years"
"""Setting of an office: how many years documents are kept after their year is closed."""
MARK = ".read-again"  # its time says when every byte was read last


async def at_start(store: Store, files: Files, now: datetime) -> list[Stored]:
    """Look for files that are gone or cut; returns them, and tells the coordinators."""
    found = await store.write(keeping.stored)
    damaged = await asyncio.to_thread(lambda: [one for one in found if not files.has(one.sha256, one.size)])
    await _tell(store, damaged, now)
    return damaged


async def weekly(store: Store, files: Files, now: datetime) -> list[Stored] | None:
    """Read every byte again, if a week has passed; returns the damaged, None when it is not time."""
    mark = files.root / MARK
    if mark.exists() and mark.stat().st_mtime > (now - WEEK).timestamp():
        return None
    found = await store.write(keeping.stored)
    damaged = await asyncio.to_thread(lambda: [one for one in found if not files.verify(one.sha256, one.size)])
    mark.touch()
    os.utime(mark, (now.timestamp(), now.timestamp()))
    await _tell(store, damaged, now)
    log.info("evidence read again: %s files, %s damaged", len(found), len(damaged))
    return damaged


async def _tell(store: Store, damaged: list[Stored], now: datetime) -> None:
    for one in damaged:
        log.error("evidence %s is damaged or gone; the newest copy (nhacviec backup) has it", one.sha256[:12])
    if damaged:
        await store.write(lambda db: _alarm(db, damaged, now))


async def look_at_history(store: Store, now: datetime) -> bool:
    """Reckon the chain of the history again; the coordinators learn of a break, once a day, and the log keeps the root.

    Returns:
        Whether it is whole.
    """
    seen = await store.read(chain.verify)
    log.info("history: %s lines, root %s, %s breaks", seen.lines, seen.root, len(seen.breaks))
    if seen.breaks:
        note = say_doctor.history_alarm()
        await store.write(lambda db: alarm.tell_all_offices(db, note, f"history:{now:%Y%m%d}", now))
    return not seen.breaks


def _alarm(db: Connection, damaged: list[Stored], now: datetime) -> None:
    """One message a day to the coordinators of each office concerned."""
    for office_id in sorted({one.office_id for one in damaged}):
        names = sorted(one.name for one in damaged if one.office_id == office_id)
        alarm.tell_coordinators(db, office_id, say.damaged(names), f"damaged:{now:%Y%m%d}", now)


def retire(db: Connection, now: datetime) -> int:
    """Give up documents of years that were closed long enough ago, by each office's own rule; returns how many."""
    given_up = 0
    for office_id, _name in units.offices(db):
        years = units.settings(db, office_id).get(YEARS)
        if isinstance(years, int) and years > 0:
            given_up += keeping.retire(db, office_id, kept_from(now.date(), years), now)
    return given_up


def kept_from(today: date, years: int) -> date:
    """Years that were closed on this day or later are kept."""
    return today.replace(year=today.year - years, day=1)
