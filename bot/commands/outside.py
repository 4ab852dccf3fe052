"""What `doctor` asks the platform itself: is it there, does it know the token, who receives the updates, what time is it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp
import orjson

from bot.settings import Settings
from jobs.machine_clock import TOLD
from locales.say import doctor as say

PATIENCE = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        fault: why nothing came, a short word; empty when something did.
        refused: the token is unknown.
        webhook: where updates are sent; empty: they are polled for.
        date: the platform's clock, where it told it.
    """

    fault: str = ""
    refused: bool = False
    webhook: str = ""
    date: datetime | None = None


def problems(settings: Settings, now: datetime) -> Iterator[str]:
    """Ask Telegram, if there is a token, and judge."""
    if settings.telegram_bot_token is None:
        return
    answer = asyncio.run(ask(settings))
    if answer.fault:
        yield say.unreachable("TELEGRAM", answer.fault)
        return
    if answer.refused:
        yield say.token_refused("TELEGRAM")
    own = settings.webhook("telegram")
    if answer.webhook and answer.webhook != (own[0] if own else None):
        yield say.foreign_webhook(urlsplit(answer.webhook).hostname or "?")
    if answer.date and abs(off := now - answer.date) > TOLD:
        yield say.clock_off(off)


async def ask(settings: Settings) -> Answer:
    """One `getWebhookInfo`; faults are named by their kind, since their text may hold the address and so the token."""
    url = f"{settings.telegram_api_url}/bot{settings.telegram_bot_token}/getWebhookInfo"
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, proxy=settings.telegram_proxy, allow_redirects=False) as got,
        ):
            return _read(got.status, await got.read(), got.headers.get("Date"))
    except (aiohttp.ClientError, TimeoutError, OSError) as wrong:
        return Answer(fault=type(wrong).__name__)


def _read(status: int, body: bytes, date: str | None) -> Answer:
    try:
        at = parsedate_to_datetime(date) if date else None
        found = orjson.loads(body)
    except ValueError:
        return Answer(fault=f"HTTP {status}")
    if status in {401, 404}:
        return Answer(refused=True, date=at)
    if status != 200 or not isinstance(found, dict):
        return Answer(fault=f"HTTP {status}")
    return Answer(webhook=str((found.get("result") or {}).get("url") or ""), date=at)
