"""Throw away what no longer serves: old inbox and outbox rows, orphaned bytes, papers that were sent."""

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path

from jobs import keeping
from jobs.fetch import Fetcher
from locales.papers import shelf
from storage.access import doors, passes, uploads, web_chats, web_sessions
from storage.db import Connection, Store
from storage.evidence.parts import Parts
from storage.messages import purge
from storage.messages.outbox import files_waiting

log = logging.getLogger(__name__)
INBOX_DAYS = 8  # Telegram redelivers for 24 hours; after a week its ids may start anew
OUTBOX_DAYS = 120
PASS_DAYS = 2
WEB_DAYS = 400  # a whole campaign can be read back in the web room


async def run(store: Store, fetcher: Fetcher, data_dir: Path, now: datetime) -> None:
    """Purge what is past its time; evidence bytes without a row go to the trash first."""
    inbox = await store.write(lambda db: purge.inbox(db, now - timedelta(days=INBOX_DAYS)))
    outbox = await store.write(lambda db: purge.outbox(db, now - timedelta(days=OUTBOX_DAYS)))
    await store.write(lambda db: forget_web(db, now))
    await keeping.weekly(store, fetcher.files, now)
    await keeping.look_at_history(store, now)
    await store.write(lambda db: keeping.retire(db, now))
    swept = await fetcher.sweep(now)
    papers = shelf.sweep(data_dir, now, await store.read(files_waiting))
    log.info("house kept: %s inbox rows, %s outbox rows, %s files, %s papers", inbox, outbox, len(swept), papers)


async def tidy_uploads(store: Store, parts: Parts, now: datetime) -> int:
    """Bytes of uploads that are evidence by now, were refused, dropped or given up go away; so do spent links and codes,
    and what conversations still show of them.

    Returns:
        How many files were removed.
    """

    def settle(db: Connection) -> set[str]:
        lying = set(parts.keys())  # looked at first: whatever comes later is wanted
        uploads.settle(db, [part.id for part in uploads.finished(db)], now)
        uploads.expire(db, now)
        passes.purge(db, now - timedelta(days=PASS_DAYS))
        doors.purge(db, now - timedelta(days=PASS_DAYS))
        web_chats.strike_expired(db, now)
        return lying - uploads.wanted_keys(db)

    doomed = await store.write(settle)
    for key in doomed:
        await asyncio.to_thread(parts.drop, key)
    return len(doomed)


def forget_web(db: Connection, now: datetime) -> tuple[int, int]:
    """Old messages and devices of the web room; returns how many of each."""
    before = now - timedelta(days=WEB_DAYS)
    return web_chats.purge(db, before), web_sessions.purge(db, before)
