"""Polls for ever (for trying things out: what comes while nobody polls is lost); counts its failures so that somebody notices."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from datetime import datetime, tzinfo

from bot.channels.reach import Reached, Webhook
from bot.channels.zalo.channel import Zalo, keep
from bot.channels.zalo.client import NotConnected, TokenRefused, TooMany, ZaloError
from jobs.waiting import through
from storage.db import Store

log = logging.getLogger(__name__)
REFUSED = "ZALO_BOT_TOKEN is refused"
QUICK = 1.0  # an idle answer that comes sooner was no long poll


class Poller(Reached):
    """Args:
    channel: the bot.
    store: where events are kept before the next poll.
    now: the clock.
    zone: of the office: months of the quota are its own.
    arrived: called when new events were committed.
    """

    platform, refused, passing, refusal = "Zalo", TokenRefused, ZaloError, REFUSED

    def __init__(
        self, channel: Zalo, store: Store, now: Callable[[], datetime], zone: tzinfo, arrived: Callable[[], None]
    ) -> None:
        self.channel, self.store, self.now, self.zone, self.arrived = channel, store, now, zone, arrived
        super().__init__()

    async def start(self, webhook: Webhook | None) -> str | None:
        name = await self.channel.open()
        if webhook is None:
            await self.channel.drop_webhook()
        elif complaint := await self.channel.set_webhook(*webhook):
            log.error("Zalo keeps the webhook address but could not call it: %s", complaint)
        return name

    async def greet(self) -> None:
        with contextlib.suppress(ZaloError):
            await self.channel.open()

    async def run(self) -> None:
        wait = 0.0
        while self.broken is None:
            started = time.monotonic()
            try:
                body = await self.channel.next_event()
            except TokenRefused:
                self.broken = REFUSED
                return
            except TooMany as error:
                wait = error.wait or 60.0
            except ZaloError as error:
                wait = min(30.0, wait * 2 or 1.0)
                kind = log.info if isinstance(error, NotConnected) and wait < 4 else log.warning
                kind("polling Zalo failed (%s), trying again in %.0f s", type(error).__name__, wait)
            else:
                self._heard = time.monotonic()
                is_hasty = body is None and self._heard - started < QUICK
                wait = QUICK if is_hasty else 0.0
                if body is not None and await self._keep(body):
                    self.arrived()
            if wait:
                await asyncio.sleep(wait)

    async def _keep(self, body: object) -> int:
        """Not to be lost: the platform has it no more, so the next poll waits until the database takes it."""
        return await through(lambda: self.store.write(lambda db: keep(db, body, self.now(), self.zone)))
