"""What stands around the database while the program runs: room on its disk, its log folded in, updates that still come to us."""

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from urllib.parse import urlsplit

from jobs import alarm
from jobs.machine_clock import FAR, TOLD, MachineClock
from locales.message import Message
from locales.say import channels as say_channels
from locales.say import doctor as say
from storage import audit
from storage.db import Connection, Store
from storage.messages import outbox
from storage.office import units

log = logging.getLogger(__name__)
LOW_DISK = 500 * 1024 * 1024
LONG_LOG = 64 * 1024 * 1024  # SQLite folds its log in at 4 MB, unless somebody looks at an old state all the time

OLD_COPY = timedelta(days=7)  # `nhacviec doctor` says so after two days; the coordinator hears of it when nobody looked
AWAKE = range(7, 17)


def tight(store: Store, data_dir: Path) -> Iterator[tuple[str, str]]:
    """What is short: a word for it, and the sentence."""
    if shutil.disk_usage(data_dir).free < LOW_DISK:
        yield "disk", say.little_room()
    if (size := store.log_size()) > LONG_LOG:
        yield "log", say.long_log(size)


async def look(store: Store, data_dir: Path, now: datetime) -> None:
    """Tell the coordinators of each thing that is short, once a day, while there is still room to tell it."""
    for what, sentence in tight(store, data_dir):
        log.error("short: %s", what)
        note = say.told_whoever_minds(sentence)
        await _tell(store, note, f"{what}:{now:%Y%m%d}", now)


async def copies(store: Store, now: datetime, zone: tzinfo) -> None:
    """Tell the coordinators once a week, by day, that what the office stakes on this machine lies nowhere else."""
    if now.astimezone(zone).hour not in AWAKE:
        return
    sentence = await store.read(lambda db: _no_new_copy(db, now, zone))
    if sentence:
        log.error("no backup for %d days", OLD_COPY.days)
        await _tell(store, say.told_whoever_minds(sentence), f"old_copy:{now:%G%V}", now)


def _no_new_copy(db: Connection, now: datetime, zone: tzinfo) -> str | None:
    """How old the newest copy is, if that is too old; before the first one the term begins when the first office did."""
    made = audit.last(db, audit.BACKUP)
    began = made or min((one.since for one in units.sending(db)), default=now)
    if now - began < OLD_COPY:
        return None
    return say.backup_old(made.astimezone(zone).date()) if made else say.never_backed_up()


async def clock_off(store: Store, machine: MachineClock, now: datetime, zone: tzinfo) -> bool:
    """Tell the coordinators once a day that the clock of this machine is wrong; far from right, it reminds nobody.

    Returns:
        Whether they were told now.
    """
    off = machine.off()
    if abs(off) < TOLD:
        return False
    note = say.clock_tells(now, now - off, zone, holds=abs(off) >= FAR)
    key = f"clock:{now:%Y%m%d}:{'far' if abs(off) >= FAR else 'near'}"
    new = await store.write(lambda db: alarm.tell_all_offices(db, note, key, now, lane=outbox.ANSWER))
    if new:
        log.error("the clock of this machine is off by %d s", off.total_seconds())
    return bool(new)


async def led_elsewhere(store: Store, channel: str, address: str, now: datetime) -> None:
    """Whoever holds the token can lead our updates elsewhere without a sound: they were led back, the coordinators learn of it.

    Args:
        store: the office's memory.
        channel: where people wrote.
        address: where it went; empty: the platform itself had stopped handing it over.
        now: the moment.
    """
    host = urlsplit(address).hostname
    log.error("updates of %s went to %s, and are led back", channel, host or "nobody")
    if host:
        await _tell(store, say_channels.led_elsewhere(channel, host), f"elsewhere:{now:%Y%m%d%H}", now)


async def _tell(store: Store, note: Message, key: str, now: datetime) -> None:
    await store.write(lambda db: alarm.tell_all_offices(db, note, key, now))
