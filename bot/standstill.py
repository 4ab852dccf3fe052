"""The database keeps nothing any more: full, read-only, locked, away, or its thread stands still. A message about it could not be
kept either, so the coordinators are told past the outbox, once; and of the end of it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from bot.channels import Channel
from bot.watch import LeaseHolder
from jobs import alarm
from locales.say import channels as say
from storage.db import Store

log = logging.getLogger(__name__)
AFTER = 60.0  # seconds: a long write of ours, or a short absence of the database, is none
LOOK = 15  # seconds between two looks: an admin sees a silent stop within two minutes
FRESH = 600.0  # seconds after which it is looked up anew whom to tell
PATIENCE = 20.0  # seconds for one message


class Standstill:
    """Watches whether the database keeps what this process writes.

    Args:
        store: the office's memory.
        lease: whose renewal is the write that is watched.
        channels: by which coordinators are told.
        now: the wall clock.

    Attributes:
        since: when it stopped, once it was noticed.
    """

    def __init__(
        self, store: Store, lease: LeaseHolder, channels: Mapping[str, Channel], now: Callable[[], datetime], zone: tzinfo
    ) -> None:
        self.store, self.lease, self.channels, self.now, self.zone = store, lease, channels, now, zone
        self.since: datetime | None = None
        self._is_told = False
        self._chats: list[str] = []
        self._known_at: float | None = None

    def is_now(self) -> bool:
        """Whether nothing has been kept for so long that somebody must learn of it."""
        return self.lease.unkept_for() > AFTER

    async def remember(self) -> None:
        """Look up whom to tell while the database can still say it."""
        if self._known_at is None or time.monotonic() - self._known_at > FRESH:
            self._chats, self._known_at = await self.store.read(alarm.chats_of_coordinators), time.monotonic()

    async def look(self) -> None:
        """Of several processes the one tells that planned and sent last: when another has taken over, the office is served.

        Of the end tells whoever told of the beginning.
        """
        if self.is_now():
            if self.since is None:
                self.since = self.now() - timedelta(seconds=self.lease.unkept_for())
                log.critical("the database has kept nothing for %.0f s", self.lease.unkept_for())
                self._is_told = self.lease.was_ours
                if self._is_told:
                    await asyncio.gather(*map(self._tell, self._chats))
        elif self.since is not None:
            since, self.since = self.since, None
            log.warning("the database keeps what is written again")
            if not self._is_told:
                return
            note, key, now = say.kept_again(since, self.now(), self.zone), f"kept:{since:%Y%m%d%H%M}", self.now()
            await self.store.write(lambda db: alarm.tell_all_offices(db, note, key, now))

    async def _tell(self, chat: str) -> None:
        name, _, number = chat.partition(":")
        assert self.since is not None
        try:
            outcome = await asyncio.wait_for(
                self.channels[name].send(number, say.keeps_nothing(self.since, self.zone), None), PATIENCE
            )
        except Exception as error:  # noqa: BLE001 - whatever stops this one, the others are told
            log.error("a coordinator could not be told on %s: %s", name, type(error).__name__)
        else:
            log.info("a coordinator was told on %s: %s", name, type(outcome).__name__)
