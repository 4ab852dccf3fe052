"""The Zalo channel: what it can do, what comes in, what goes out, photos."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime, tzinfo
from typing import Any

from bot.channels.zalo import parsing, sending
from bot.channels.zalo.client import Client, Idle, Refused, TooMany
from bot.channels.zalo.photos import Photos
from bot.incoming import Incoming
from jobs.machine_clock import Dated, undated
from jobs.outcome import Abilities, Outcome, QuotaSpent, Wait
from locales.message import Message
from storage.db import Connection
from storage.messages import budgets, inbox
from storage.rules.prompts import QUIET

FREE_PLAN = 3000  # messages a month (platform notes of 2026-09; paid plans were announced only)
MEDIA_HOSTS = ("zdn.vn", "zadn.vn", "zalo.me", "zaloplatforms.com", "zapps.me", "zaloapp.com")
LONG_POLL = 30
BELIEVED = 3  # so many pauses for speed in a row without one answer are taken for the quota


class Zalo:
    """One bot.

    Args:
        token: from Zalo Bot Creator; never logged.
        api_url: where its methods are.
        monthly: messages a month; 0 = no quota.
        counts_received: whether what people send counts too (not stated by the platform; one operator says so).
        hosts: domains that photos may come from.
        dated: told the date that each answer bears.
    """

    name = "zalo"

    def __init__(
        self,
        token: str,
        api_url: str,
        *,
        monthly: int = FREE_PLAN,
        counts_received: bool = True,
        hosts: Collection[str] = MEDIA_HOSTS,
        dated: Dated = undated,
    ) -> None:
        self.api = Client(token, api_url, dated)
        self.photos = Photos(hosts, api_url)
        self.abilities = Abilities(
            buttons=False,
            edits=False,
            files_out=False,
            text_length=sending.MOST_UNITS,
            repeats=False,
            files_in=False,
            albums=False,
            numbers_live=QUIET,
            monthly=monthly or None,
            counts_received=counts_received,
            tells_blocks=False,
            one_digest=True,
        )
        self._too_many = 0

    async def open(self) -> str | None:
        """Reach the platform; returns the bot's name.

        Raises:
            ZaloError: it cannot be reached, or refuses the token.
        """
        me = await self.api.ask("getMe", {})
        name = me.get("account_name") if isinstance(me, dict) else None
        return str(name) if name else None

    async def close(self) -> None:
        await self.api.close()
        await self.photos.close()

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        return parsing.parse(raw)

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:  # noqa: ARG002 - nothing is edited here
        outcome = await sending.send(self.api, chat_id, message)
        if not isinstance(outcome, Wait) or outcome.seconds != sending.TOO_FAST:
            self._too_many = 0
            return outcome
        self._too_many += 1
        return QuotaSpent("429 again and again") if self._too_many >= BELIEVED else outcome

    def cost(self, message: Message) -> int:
        return len(sending.parts(message))

    async def acknowledge(self, incoming: Incoming) -> None:
        """There are no taps."""

    def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        return self.photos.stream(file_ref)

    async def next_event(self) -> Any:
        """One long poll; None when nothing happened. What comes while no poll is open is lost at the platform.

        Raises:
            ZaloError: the poll failed.
        """
        try:
            return await self.api.ask("getUpdates", {"timeout": str(LONG_POLL)}, LONG_POLL + 10)
        except Idle:
            return None

    async def set_webhook(self, url: str, secret: str) -> str | None:
        """Let the platform call us; returns what its own probe of the address complained of."""
        made = await self.api.ask("setWebhook", {"url": url, "secret_token": secret})
        probe = made.get("verification") if isinstance(made, dict) else None
        return str(probe.get("hint") or probe.get("outcome")) if isinstance(probe, dict) and probe.get("ok") is False else None

    async def drop_webhook(self) -> None:
        """Polling and a webhook exclude each other; that there was none is no fault."""
        try:
            await self.api.ask("deleteWebhook", {})
        except (Refused, TooMany):
            return


def keep(db: Connection, body: Any, now: datetime, zone: tzinfo) -> int:
    """Commit what came, each event once, and count it; returns how many were new."""
    events = parsing.events_of(body)
    new = inbox.put(db, Zalo.name, [parsing.row_of(one) for one in events], now)
    if new:
        budgets.count(db, Zalo.name, f"{now.astimezone(zone):%Y-%m}", received=new)
    return new
