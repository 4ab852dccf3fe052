"""A webhook that nobody answers makes no sound here: the platform itself is asked whether it gets through to our address."""

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jobs import alarm
from locales.say import channels as say

if TYPE_CHECKING:
    from bot.app import App

log = logging.getLogger(__name__)
LOOK = 30  # seconds between two questions: an admin sees a silent stop within two minutes
LASTS = timedelta(seconds=45)  # so long it may fail: a process is being replaced


class Knocks:
    """Telegram's webhook, as Telegram sees it; messages still leave by the same bot, so that is where it is told.

    Args:
        app: the channel, the settings, the office's memory, and who is told of channels that are not heard.
    """

    def __init__(self, app: "App") -> None:
        self.app = app
        self._since: datetime | None = None

    async def look(self) -> None:
        """Ask; tell the coordinators when it lasts, and of its end."""
        app, now = self.app, self.app.now()
        if app.telegram is None or (webhook := app.settings.webhook(app.telegram.name)) is None:
            return
        if (waits := await app.telegram.knocks_in_vain()) is None:
            return
        channel, deaf = app.telegram.name, app.ears.deaf
        if not waits:
            self._since = None
            if (since := deaf.pop(channel, None)) is not None:
                await app.ears.tell_back(channel, since)
            return
        self._since = self._since or now
        if now - self._since >= LASTS and channel not in deaf:
            log.error("Telegram cannot hand over what people write: nobody takes it at our address")
            deaf[channel] = self._since
            host = urlsplit(webhook[0]).hostname or ""
            note = say.knocks_in_vain(channel, host, self._since, app.settings.zone)
            key = f"deaf:webhook:{self._since:%Y%m%d%H%M}"
            await app.store.write(lambda db: alarm.tell_all_offices(db, note, key, now))
            app.deliverer.ring()
