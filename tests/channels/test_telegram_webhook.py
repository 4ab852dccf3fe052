"""The webhook as an outsider meets it: who may call, what is kept, and that it is kept before the answer."""

import io
import json
import shutil
from contextlib import asynccontextmanager

import aiohttp
import pytest

from storage.db import Store
from tests.postgres import free_port
from tests.stories.conftest import emu_fixture, linked_template_fixture  # noqa: F401 - fixtures
from tests.stories.office import EVERYONE, FIRST_CHAT, LIEN, WEDNESDAY, Office, at, kept

SECRET, HEADER = "mot-bi-mat_2026", "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def webhook(emu, linked_template, tmp_path):
    """Start the office with a webhook on a free port; gives it and its address."""
    path, port = tmp_path / "nhacviec.db", free_port()
    shutil.copy(linked_template, path)
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))

    @asynccontextmanager
    async def start(secret=SECRET):
        address = f"http://127.0.0.1:{port}"
        settings = {"telegram_mode": "webhook", "telegram_webhook_secret": secret, "web_bind": address[7:], "web_url": address}
        async with Office(emu, f"sqlite:///{path}", tmp_path / "data", at(WEDNESDAY, 9), **settings) as office:
            await emu.until(lambda: emu.webhook.url == f"{address}/telegram/webhook" and emu.webhook.secret == secret, 10)
            await office.clock(9)
            office.quiet()
            yield office, emu.webhook.url

    return start


def message(update_id: int, text: str = "/viec") -> bytes:
    person = {"id": FIRST_CHAT + EVERYONE.index(LIEN), "first_name": LIEN}
    content = {
        "message_id": update_id,
        "date": 1_795_000_000,
        "chat": person | {"type": "private"},
        "from": person | {"is_bot": False},
    }
    return json.dumps({"update_id": update_id, "message": content | {"text": text}}).encode()


async def post(url: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {"Content-Type": "application/json"} | ({HEADER: secret} if secret is not None else {})
    async with aiohttp.ClientSession() as session, session.post(url, data=io.BytesIO(body), headers=headers) as answer:
        await answer.read()
        return answer.status


@pytest.mark.fault(44)
async def test_only_who_knows_the_secret_is_heard(webhook):
    async with webhook() as (office, url):
        for wrong in (None, "", "falsch", SECRET.upper(), SECRET + "x", SECRET[:-1]):
            assert await post(url, message(41), wrong) == 403
        assert kept(office) == []
        assert await post(url, message(42)) == 200
        assert kept(office) == ["42"]


async def test_the_old_secret_is_refused_after_a_change(webhook):
    async with webhook("cu"):
        pass
    async with webhook("moi") as (office, url):
        assert await post(url, message(41), "cu") == 403
        assert await post(url, message(42), "moi") == 200
        assert kept(office) == ["42"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"update_id": 1, "x": "' + b"a" * (1 << 20) + b'"}', 413),
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe\x00", 400),
        (b"[]", 400),
        (b"null", 400),
        (b"{}", 400),
        (b'{"update_id": "7"}', 400),
        (b'{"update_id": true}', 400),
        (b"[" * 50_000, 400),
    ],
)
@pytest.mark.fault(44)
async def test_what_is_no_update_is_refused_and_not_kept(webhook, body, status):
    async with webhook() as (office, url):
        assert await post(url, body) == status
        assert kept(office) == []
        assert await post(url, message(42)) == 200, "the room still stands"


@pytest.mark.fault(44)
async def test_it_answers_only_after_the_update_is_committed_and_keeps_it_once(webhook):
    async with webhook() as (office, url):
        for _ in range(3):
            assert await post(url, message(42)) == 200
            assert kept(office) == ["42"]
        await office.settled()
        assert len([one for one in office.phone(LIEN).screen if "việc đang mở" in one.text]) == 1


async def test_while_the_database_is_away_the_platform_is_told_to_come_again(webhook):
    async with webhook() as (office, url):
        other = Store(office.settings.store_url)
        with other.transaction() as db:
            db.exec_driver_sql("ALTER TABLE inbox RENAME TO inbox_away")
        assert await post(url, message(42)) == 503
        with other.transaction() as db:
            db.exec_driver_sql("ALTER TABLE inbox_away RENAME TO inbox")
        other.close()
        assert await post(url, message(42)) == 200
        assert kept(office) == ["42"]


async def test_the_main_job_goes_through_the_webhook(webhook):
    async with webhook() as (office, _url):
        assert (await office.tells(LIEN, "/viec")).startswith("02 việc đang mở")
        await office.tells(LIEN, "2.2")
        assert (await office.taps(LIEN, "Đã hoàn thành")).startswith("2.2: đã ghi")
        assert not office.emu.updates.polled


async def test_other_addresses_and_methods_are_not_there(webhook):
    async with webhook() as (_office, url), aiohttp.ClientSession() as session:
        async with session.get(url, headers={HEADER: SECRET}) as answer:
            assert answer.status == 405
        async with session.get(url.replace("/telegram/webhook", "/healthz")) as answer:
            assert answer.status == 200
            assert SECRET not in await answer.text()
