"""Webhooks of the emulator."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot

from tests.emulator import Emulator, Phone
from tests.emulator.fixtures import Ask, an_fixture, ask_fixture, bot_fixture, emu_fixture, timedeltas_fixture  # noqa: F401


class Listener:
    """A bot's web server: answers with the statuses it is given, then with 200."""

    def __init__(self) -> None:
        self.url, self.got, self.secrets = "", asyncio.Queue[dict[str, Any]](), []
        self.answers: list[tuple[int, dict[str, str]]] = []

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        self.got.put_nowait(await request.json())
        status, headers = self.answers.pop(0) if self.answers else (200, {})
        return web.Response(status=status, headers=headers)

    async def texts(self, n: int) -> list[str]:
        async with asyncio.timeout(5):
            return [(await self.got.get())["message"]["text"] for _ in range(n)]


@pytest.fixture
async def listener(emu: Emulator) -> AsyncIterator[Listener]:
    emu.webhook.base_delay = 0.01
    found, application = Listener(), web.Application()
    application.router.add_post("/hook", found.take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield found
    await runner.cleanup()


async def taken(emu: Emulator) -> None:
    """Wait until the emulator knows that everything was taken."""
    await emu.until(lambda: not emu.updates.live())


async def test_updates_go_to_the_webhook_with_the_secret(bot: Bot, an: Phone, listener: Listener, emu: Emulator) -> None:
    await bot.set_webhook(listener.url, secret_token="s3cret_-")
    await an.says("một")
    assert await listener.texts(2) == ["/start", "một"]
    assert listener.secrets == ["s3cret_-", "s3cret_-"]
    await taken(emu)


async def test_getupdates_is_refused_while_a_webhook_is_set(bot: Bot, ask: Ask, listener: Listener) -> None:
    await bot.set_webhook(listener.url)
    status, body = await ask("getUpdates")
    assert (status, body["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await bot.delete_webhook()
    assert (await ask("getUpdates"))[0] == 200


async def test_setting_a_webhook_ends_a_waiting_poll(emu: Emulator, bot: Bot, ask: Ask, listener: Listener) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=30))
    await emu.until(lambda: emu.updates.polled)
    await bot.set_webhook(listener.url)
    status, body = await poll
    assert (status, body["description"]) == (409, "Conflict: terminated by setWebhook request")


async def test_a_failed_delivery_is_repeated_and_one_chat_keeps_its_order(
    emu: Emulator, bot: Bot, an: Phone, listener: Listener
) -> None:
    listener.answers = [(500, {}), (503, {})]
    await bot.set_webhook(listener.url)
    await an.says("một")
    assert await listener.texts(4) == ["/start", "/start", "/start", "một"]
    await taken(emu)
    assert [entry["status"] for entry in emu.journal.entries if entry["event"] == "webhook"] == [500, 503, 200, 200]


async def test_the_pause_between_tries_doubles_up_to_a_minute_or_two(emu: Emulator) -> None:
    emu.webhook.base_delay = 1.0
    pauses = [emu.webhook._pause(attempt) for attempt in range(12)]
    assert pauses[:6] == [1, 2, 4, 8, 16, 32]
    assert all(60 <= pause <= 120 for pause in pauses[7:])


async def test_retry_after_is_honoured(emu: Emulator, bot: Bot, an: Phone, listener: Listener) -> None:
    emu.webhook.base_delay = 60.0
    listener.answers = [(429, {"Retry-After": "0"})]
    await bot.set_webhook(listener.url)
    assert await listener.texts(2) == ["/start", "/start"]


async def test_a_slow_chat_does_not_hold_up_another(emu: Emulator, bot: Bot, an: Phone, listener: Listener) -> None:
    emu.webhook.base_delay = 60.0
    listener.answers = [(500, {})]
    await bot.set_webhook(listener.url)
    await emu.phone(6, "Bình").says("chào")
    assert await listener.texts(2) == ["/start", "chào"]


async def test_the_state_of_the_webhook_can_be_asked(emu: Emulator, bot: Bot, an: Phone, listener: Listener) -> None:
    emu.webhook.base_delay = 60.0
    listener.answers = [(500, {})]
    await bot.set_webhook(listener.url, allowed_updates=["message"])
    await listener.texts(1)
    await emu.until(lambda: emu.webhook.last_error)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.allowed_updates) == (listener.url, 1, ("message",))
    assert info.last_error_message == "Wrong response from the webhook: 500"


async def test_a_webhook_that_is_gone_for_23_hours_is_closed(emu: Emulator, bot: Bot, an: Phone, listener: Listener) -> None:
    emu.webhook.base_delay = 0.05
    listener.answers = [(410, {}), (410, {})]
    await bot.set_webhook(listener.url)
    await emu.until(lambda: emu.webhook.last_error)
    emu.clock.advance(23 * 3600 + 60)
    await emu.until(lambda: emu.webhook.url == "")


async def test_setwebhook_twice_a_second_is_too_many_requests(ask: Ask, listener: Listener) -> None:
    await ask("setWebhook", url=listener.url)
    status, body = await ask("setWebhook", url=listener.url)
    assert (status, body["parameters"]) == (429, {"retry_after": 1})


@pytest.mark.parametrize("url", ["http://example.org/x", "https://example.org:8080/x", "nonsense"])
async def test_addresses_telegram_would_refuse_are_refused(ask: Ask, url: str) -> None:
    status, body = await ask("setWebhook", url=url)
    assert (status, body["description"].startswith("Bad Request: bad webhook")) == (400, True)


async def test_pending_updates_can_be_dropped(emu: Emulator, bot: Bot, an: Phone) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    assert emu.updates.live() == {}
