"""Reaching a platform at the start, however long the network takes, and what is known of it afterwards."""

import asyncio
import logging
import time
from abc import ABC, abstractmethod

log = logging.getLogger(__name__)
LONGEST = 60.0  # seconds between two tries
Webhook = tuple[str, str]
"""Our address that a platform calls, and the secret that it brings along."""


class Reached(ABC):
    """A poller and what it knows of its platform: our name there, whether the token is refused, when it last answered.

    Attributes:
        platform: its name, for the log.
        refused: the token is no good: trying again is useless.
        passing: everything else that may go wrong there.
        refusal: what is said of a refused token.
    """

    platform: str
    refused: type[Exception]
    passing: type[Exception]
    refusal: str

    def __init__(self) -> None:
        self.name: str | None = None
        self.broken: str | None = None
        self.conflicts = 0  # times in a row that another process took the updates
        self._heard = time.monotonic()

    @abstractmethod
    async def start(self, webhook: Webhook | None) -> str | None:
        """Connect once and say how updates come: by webhook, or None for polling; returns the bot's name."""

    @abstractmethod
    async def run(self) -> None:
        """Poll for ever, or until the token is refused."""

    @abstractmethod
    async def greet(self) -> None:
        """Ask the platform anything: its answer bears the date."""

    async def connect(self, webhook: Webhook | None) -> bool:
        """Connect, however long that takes.

        Returns:
            False when the token is refused.
        """
        wait = 1.0
        while True:
            try:
                self.name = await self.start(webhook)
            except self.refused:
                self.broken = self.refusal
                return False
            except self.passing as error:
                log.warning("%s cannot be reached (%s), trying again in %.0f s", self.platform, type(error).__name__, wait)
                await asyncio.sleep(wait)
                wait = min(LONGEST, wait * 2)
            else:
                self._heard = time.monotonic()
                return True

    def deaf_for(self) -> float:
        """Seconds since the platform last answered."""
        return time.monotonic() - self._heard
