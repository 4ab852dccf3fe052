"""A platform that is not heard any more: the coordinators learn of it where they can still be reached, and of its return."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from bot.channels.reach import Reached
from jobs import alarm
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
            if poller.broken is None and (silent := poller.deaf_for()) > DEAF_AFTER:
                log.error("no successful poll for %.0f s: %s cannot be reached", silent, channel)
                if channel not in self.deaf:
                    self.deaf[channel] = self.now() - timedelta(seconds=silent)
                    await self._tell(channel, poller)
            elif since := self.deaf.pop(channel, None):
                log.warning("%s is heard again", channel)
                await self.tell_back(channel, since)

    async def _tell(self, channel: str, poller: Reached) -> None:
        since, now = self.deaf[channel], self.now()
        message = say.taken_over(channel) if poller.conflicts else say.deaf(channel, since, self.zone)
        others = self.usable() - {channel}
        key = f"deaf:{channel}:{since:%Y%m%d%H%M}"
        await self.store.write(lambda db: alarm.tell_all_offices(db, message, key, now, channels=others))
        self.told()

    async def tell_back(self, channel: str, since: datetime) -> None:
        """A channel is heard again, after so long."""
        now = self.now()
        message, key = say.heard_again(channel, since, now, self.zone), f"heard:{channel}:{since:%Y%m%d%H%M}"
        await self.store.write(lambda db: alarm.tell_all_offices(db, message, key, now))
        self.told()
