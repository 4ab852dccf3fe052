"""The async rim: each channel turns raw updates into `Incoming` and messages into its platform's calls."""

from typing import Any, Protocol

from bot.incoming import Incoming
from jobs.outcome import Downloads, Sender


class Channel(Sender, Downloads, Protocol):
    """A messenger: what comes in, what goes out, files."""

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """One raw update as flows see it; None when there is nothing to do. Raises on what cannot be read."""
        ...

    async def acknowledge(self, incoming: Incoming) -> None:
        """Tell the platform that a tap arrived, so that the button stops waiting; never says that it was recorded."""
        ...
