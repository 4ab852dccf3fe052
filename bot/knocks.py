"""A webhook that nobody answers makes no sound here: the platform itself is asked whether it gets through to our address."""

import logging
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.channels.telegram import Telegram
from bot.ears import Ears
from locales.say import channels as say

log = logging.getLogger(__name__)
LOOK = 30  # seconds between two questions: an admin sees a silent stop within two minutes
LASTS = timedelta(seconds=45)  # so long it may fail: a process is being replaced


class Knocks:
    """Telegram's webhook, as Telegram sees it; messages still leave by the same bot, so that is where it is told.

    Args:
        telegram: the channel.
        address: where it shall knock.
        ears: who tells of channels that are not heard.
    """

    def __init__(self, telegram: Telegram, address: str, ears: Ears) -> None:
        self.telegram, self.address, self.ears = telegram, address, ears
        self._since: datetime | None = None

    async def look(self) -> None:
        """Ask; tell the coordinators when it lasts, and of its end."""
        if (waits := await self.telegram.knocks_in_vain()) is None:
            return
        channel, now = self.telegram.name, self.ears.now()
        if not waits:
            self._since = None
            await self.ears.hears(channel)
            return
        self._since = self._since or now
        if now - self._since >= LASTS and channel not in self.ears.deaf:
            log.error("Telegram cannot hand over what people write: nobody takes it at our address")
            host = urlsplit(self.address).hostname or ""
            note = say.knocks_in_vain(channel, host, self._since, self.ears.zone)
            await self.ears.misses(channel, self._since, note)
