"""Throw away what no longer serves: old inbox and outbox rows, orphaned bytes."""

import logging
from datetime import datetime, timedelta

from jobs.fetch import Fetcher
from storage import purge, web_chats, web_sessions
from storage.db import Connection, Store

log = logging.getLogger(__name__)
INBOX_DAYS = 8  # Telegram redelivers for 24 hours; after a week its ids may start anew
OUTBOX_DAYS = 120
WEB_DAYS = 400  # a whole campaign can be read back in the web room


async def run(store: Store, fetcher: Fetcher, now: datetime) -> None:
    """Purge what is past its time; evidence bytes without a row go to the trash first."""
    inbox = await store.write(lambda db: purge.inbox(db, now - timedelta(days=INBOX_DAYS)))
    outbox = await store.write(lambda db: purge.outbox(db, now - timedelta(days=OUTBOX_DAYS)))
    await store.write(lambda db: forget_web(db, now))
    swept = await fetcher.sweep(now)
    log.info("house kept: %s inbox rows, %s outbox rows, %s files", inbox, outbox, len(swept))


def forget_web(db: Connection, now: datetime) -> tuple[int, int]:
    """Old messages and devices of the web room; returns how many of each."""
    before = now - timedelta(days=WEB_DAYS)
    return web_chats.purge(db, before), web_sessions.purge(db, before)
