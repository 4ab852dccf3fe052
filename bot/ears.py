"""A platform that is not heard any more: the coordinators learn of it where they can still be reached, and of its return."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from bot.channels.reach import Reached
from jobs import alarm
from locales.message import Message
from locales.say import channels as say
from storage.db import Store

log = logging.getLogger(__name__)
DEAF_AFTER = 90.0  # seconds: a quiet poll is held for 30, a failed one tried again after 30
LOOK = 15  # seconds between two looks: an admin sees a silent stop within two minutes


class Ears:
    """Watches the pollers.

    Args:
        store: the office's memory.
        pollers: by channel; those that poll.
        now: the wall clock.
        usable: the channels that can send.
        told: called after a notice was written.
    """

    def __init__(
        self,
        store: Store,
        pollers: Mapping[str, Reached],
        now: Callable[[], datetime],
        zone: tzinfo,
        usable: Callable[[], set[str]],
        told: Callable[[], None],
    ) -> None:
        self.store, self.pollers, self.now, self.zone, self.usable, self.told = store, pollers, now, zone, usable, told
        self.deaf: dict[str, datetime] = {}  # since when

    async def look(self) -> None:
        for channel, poller in self.pollers.items():
            if poller.broken is not None:
                continue
            if (silent := poller.deaf_for()) <= DEAF_AFTER:
                await self.hears(channel)
                continue
            log.error("no successful poll for %.0f s: %s cannot be reached", silent, channel)
            if channel not in self.deaf:
                since = self.now() - timedelta(seconds=silent)
                message = say.taken_over(channel) if poller.conflicts else say.deaf(channel, since, self.zone)
                await self.misses(channel, since, message, self.usable() - {channel})

    async def misses(self, channel: str, since: datetime, message: Message, others: set[str] | None = None) -> None:
        """A channel is not heard since then: the coordinators are told, in these channels alone or where reminders go."""
        self.deaf[channel] = since
        await self._tell(message, f"deaf:{channel}:{since:%Y%m%d%H%M}", others)

    async def hears(self, channel: str) -> None:
        """A channel is heard; after a silence the coordinators are told."""
        if (since := self.deaf.pop(channel, None)) is not None:
            log.warning("%s is heard again", channel)
            await self._tell(say.heard_again(channel, since, self.now(), self.zone), f"heard:{channel}:{since:%Y%m%d%H%M}")

    async def _tell(self, message: Message, key: str, channels: set[str] | None = None) -> None:
        now = self.now()
        await self.store.write(lambda db: alarm.tell_all_offices(db, message, key, now, channels=channels))
        self.told()
