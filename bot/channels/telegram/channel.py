"""The Telegram channel: polling into the inbox, sending from the outbox, files, menus."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.reach import Reached, Webhook
from bot.channels.telegram import parsing, sending
from bot.channels.telegram.request import AiohttpRequest
from bot.incoming import Incoming
from jobs.fetch import NeverFetchable, TryLater
from jobs.machine_clock import Dated, undated
from jobs.outcome import PACKAGE_MB, Abilities, Outcome
from locales.message import Message
from storage.db import PASSING, Connection, Store
from storage.messages import inbox
from storage.messages.inbox import Raw

log = logging.getLogger(__name__)
REFUSED = "TELEGRAM_BOT_TOKEN is refused"
LONG_POLL = 25
BATCH = 100
RECENT = 300.0  # seconds: Telegram tries a webhook again after two minutes at most


class Telegram:
    """One bot.

    Args:
        token: from BotFather; never logged.
        api_url: `https://api.telegram.org`, or an own Bot API server.
        proxy: for the server's side of a blocked network.
        pages: the address of the web room; Telegram opens only one with https inside itself.
        dated: told the date that each answer bears.
    """

    name = "telegram"
    abilities = Abilities(pictures=True, file_mb=PACKAGE_MB)

    def __init__(
        self, token: str, api_url: str, proxy: str | None = None, pages: str | None = None, dated: Dated = undated
    ) -> None:
        base = api_url.rstrip("/")
        self._request = AiohttpRequest(64, proxy=proxy, dated=dated)
        self._polling = AiohttpRequest(2, read_timeout=LONG_POLL + 10, proxy=proxy, dated=dated)
        self.bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._request,
            get_updates_request=self._polling,
        )
        self._api = sending.Api(self.bot, self._request, pages if (pages or "").startswith("https://") else None)

    async def open(self) -> str:
        """Connect; returns the bot's name there.

        Raises:
            InvalidToken: the token is refused.
        """
        await self.bot.initialize()
        return self.bot.username

    async def close(self) -> None:
        await self.bot.shutdown()

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        return parsing.parse(raw, self.bot)

    async def send(self, chat_id: str, message: Message, edits: str | None) -> Outcome:
        return await sending.send(self._api, chat_id, message, edits)

    def cost(self, message: Message) -> int:  # noqa: ARG002 - Telegram counts no messages
        return 1

    async def acknowledge(self, incoming: Incoming) -> None:
        """Answer a tap at once; one that is too old is nobody's fault."""
        if incoming.tap_id is not None:
            try:
                await self.bot.answer_callback_query(incoming.tap_id)
            except TelegramError as error:
                log.info("tap not answered: %s", type(error).__name__)

    async def download(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        """The bytes of a file; its address is asked anew each time, since it is valid for an hour only."""
        try:
            file = await self.bot.get_file(file_ref["file_id"])
        except BadRequest as error:
            raise NeverFetchable(error.message) from None
        except RetryAfter as error:
            raise TryLater("429", sending.pause_of(error)) from None
        except TelegramError as error:
            raise TryLater(type(error).__name__) from None
        path = file.file_path or ""
        if not path.startswith(f"{self.bot.base_file_url}/") or ".." in path:
            raise NeverFetchable("the platform names a file elsewhere")
        try:
            async for piece in self._request.stream(path):
                yield piece
        except (TelegramError, OSError) as error:
            raise TryLater(type(error).__name__) from None

    async def poll_once(self, store: Store, now: Callable[[], Any]) -> int:
        """One getUpdates: the updates and the offset are committed together, and only then is the platform told.

        Returns:
            How many updates were new.
        """
        offset = await store.read(lambda db: inbox.offset_of(db, self.name))
        asked = {"offset": offset, "timeout": LONG_POLL, "limit": BATCH, "allowed_updates": parsing.ALLOWED}
        raw = await self._polling.ask(f"{self.bot.base_url}/getUpdates", asked, LONG_POLL + 10)
        return await store.write(lambda db: keep(db, raw, offset, now()))

    async def try_menu(self, chat: str | None, commands: Sequence[tuple[str, str]]) -> bool:
        """Show a person the commands that their roles open, or (None) everyone the common ones; no permission, a convenience."""
        scope = BotCommandScopeChat(int(chat.partition(":")[2])) if chat else BotCommandScopeDefault()
        return await self._try_commands(commands, scope)

    async def try_group_menu(self, commands: Sequence[tuple[str, str]]) -> bool:
        return await self._try_commands(commands, BotCommandScopeAllGroupChats())

    async def _try_commands(self, commands: Sequence[tuple[str, str]], scope: BotCommandScope) -> bool:
        try:
            return await self.bot.set_my_commands([BotCommand(*one) for one in commands], scope=scope)
        except TelegramError as error:
            log.info("menu not set: %s", type(error).__name__)
            return False

    async def receive(self, webhook: Webhook | None) -> None:
        """Say how updates come: by webhook (address, secret), or None for polling, which excludes it; what waits is kept."""
        if webhook is None:
            await self.bot.delete_webhook(drop_pending_updates=False)
            return
        url, secret = webhook
        await self.bot.set_webhook(url, secret_token=secret, allowed_updates=parsing.ALLOWED, max_connections=40)

    async def take_back(self, webhook: Webhook | None) -> str | None:
        """Ask where updates go, and lead them back if that is not where `receive` led them.

        Returns:
            The address that they went to (empty: none at all), None when all is as it should be, or nobody answers.
        """
        try:
            found = (await self.bot.get_webhook_info()).url
            if found == (webhook[0] if webhook else ""):
                return None
            await self.receive(webhook)
        except TelegramError as error:
            log.warning("nobody knows where updates go: %s", type(error).__name__)
            return None
        return found

    async def knocks_in_vain(self) -> bool | None:
        """Whether Telegram holds updates that our webhook did not take lately; None when nobody answers."""
        try:
            found = await self.bot.get_webhook_info()
        except TelegramError as error:
            log.warning("nobody knows whether the webhook is reached: %s", type(error).__name__)
            return None
        failed = found.last_error_date
        return bool(found.pending_update_count and failed and time.time() - failed.timestamp() < RECENT)


def keep(db: Connection, raw: Any, offset: int, now: Any) -> int:
    """Commit what getUpdates gave, and the offset after it."""
    updates = [one for one in raw if isinstance(one, dict) and isinstance(one.get("update_id"), int)]
    rows = [Raw(str(one["update_id"]), parsing.lane_of(one), one) for one in updates]
    new = inbox.put(db, Telegram.name, rows, now)
    inbox.keep_offset(db, Telegram.name, updates[-1]["update_id"] + 1 if updates else offset, now)
    return new


class Poller(Reached):
    """Polls for ever; counts its failures so that somebody notices.

    Args:
        arrived: called when new updates were committed.
    """

    platform, refused, passing, refusal = "Telegram", InvalidToken, TelegramError, REFUSED

    def __init__(self, channel: Telegram, store: Store, now: Callable[[], Any], arrived: Callable[[], None]) -> None:
        self.channel, self.store, self.now, self.arrived = channel, store, now, arrived
        super().__init__()

    async def start(self, webhook: Webhook | None) -> str | None:
        name = await self.channel.open()
        await self.channel.receive(webhook)
        return name

    async def greet(self) -> None:
        with contextlib.suppress(TelegramError):
            await self.channel.bot.get_me()

    async def run(self) -> None:
        wait = 0.0
        while self.broken is None:
            try:
                if await self.channel.poll_once(self.store, self.now):
                    self.arrived()
                wait, self.conflicts, self._heard = 0.0, 0, time.monotonic()
            except InvalidToken:
                self.broken = REFUSED
            except Conflict:
                self.conflicts += 1
                wait = min(30.0, wait + 3)
                log.warning("another process polls this bot (409), trying again in %.0f s", wait)
            except RetryAfter as error:
                wait = sending.pause_of(error)
            except PASSING as error:
                wait = 1.0
                log.error("polling waits for the database: %s", type(error).__name__)
            except NetworkError as error:
                wait = min(30.0, wait * 2 or 1.0)
                log.warning("polling failed (%s), trying again in %.0f s", type(error).__name__, wait)
            except TelegramError as error:
                wait = min(60.0, wait * 2 or 2.0)
                log.error("polling refused: %s", error.message)
            if wait:
                await asyncio.sleep(wait)
