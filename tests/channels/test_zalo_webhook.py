"""Zalo's webhook as an outsider meets it: who may call, in which shapes, what is kept, and that it is kept before the answer."""

import asyncio

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.tables import Inbox
from tests.postgres import free_port
from tests.stories.office import LIEN, WEDNESDAY, at, kept
from tests.stories.zalo_fixtures import database_fixture, zalo_fixture, zalo_template_fixture  # noqa: F401 - fixtures
from tests.stories.zalo_office import ZaloOffice

SECRET = "mot-bi-mat_2026"


@pytest.fixture
async def office(zalo, database, tmp_path):
    """The sample office behind a webhook."""
    address = f"http://127.0.0.1:{free_port()}"
    settings = {"zalo_mode": "webhook", "zalo_webhook_secret": SECRET, "web_bind": address[7:], "web_url": address}
    async with ZaloOffice(zalo, database, tmp_path / "data", at(WEDNESDAY, 9), **settings) as one:
        assert zalo.webhook["url"] == f"{address}/zalo/webhook"
        await _listening(address)
        await one.clock(9)
        one.quiet()
        yield one


async def _listening(address: str) -> None:
    host, _, port = address[7:].partition(":")
    async with asyncio.timeout(15):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return


def event(office: ZaloOffice, text: str = "/viec") -> dict:
    return office.phone(LIEN).event("message.text.received", {"text": text})


async def test_only_who_knows_the_secret_is_heard(office):
    for wrong in (None, "falsch-falsch", SECRET.upper(), SECRET + "x", SECRET[:-1]):
        assert await office.zalo.post(event(office), secret=wrong) == 403
    assert kept(office) == []
    right = event(office)
    assert await office.zalo.post(right) == 200
    assert kept(office) == [right["message"]["message_id"]]


@pytest.mark.parametrize("wrapped", [True, False])
async def test_both_shapes_are_read(office, wrapped):
    office.phone(LIEN).hush()
    assert await office.zalo.post(event(office), wrapped=wrapped) == 200
    assert "việc đang mở" in await office.heard(LIEN)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"x": "' + b"a" * (1 << 20) + b'"}', 413),
        (b"{", 400),
        (b"\xff\xfe\x00", 400),
        (b"[" * 50_000, 400),
        (b"", 200),  # the platform's own probe was seen without a body
        (b"[]", 200),
        (b"null", 200),
        (b"{}", 200),
        (b'{"ok": true}', 200),
        (b'{"ok": true, "result": []}', 200),
    ],
)
async def test_what_is_no_event_is_not_kept(office, body, status):
    assert await office.zalo.post(None, raw=body) == status
    assert kept(office) == []
    assert await office.zalo.post(event(office)) == 200, "the room still stands"


@pytest.mark.parametrize(
    "odd",
    [
        {"event_name": "message.unsupported.received"},
        {"event_name": "message.unsupported.received", "message": None},
        {"event_name": "message.unsupported.received", "message": "x"},
        {"event_name": "user.follow", "user": {"id": "1"}},
        {"event_name": 7, "message": {"from": 3, "chat": []}},
        {"event_name": "message.text.received", "message": {"text": {"a": 1}, "from": {"id": "zz"}, "chat": {"id": "zz"}}},
        {"event_name": "message.image.received", "message": {"photo_url": 5, "from": {"id": "zz"}, "chat": None}},
        [{"event_name": "message.text.received", "message": {"text": "x", "from": {"id": "zz", "is_bot": True}}}],
    ],
)
async def test_odd_events_stop_nobody(office, odd):
    assert await office.zalo.post(odd) == 200
    assert "việc đang mở" in await office.tells(LIEN, "/viec")
    with office.store.transaction() as db:
        assert not list(db.scalars(select(Inbox.id).where(Inbox.state == "quarantined")))


async def test_an_event_that_comes_again_and_again_is_kept_and_answered_once(office):
    one, other = event(office), event(office, "/tiendo")
    office.phone(LIEN).hush()
    for _ in range(3):
        assert await office.zalo.post(one) == 200
        assert await office.zalo.post(other, wrapped=True) == 200
        assert kept(office) == [one["message"]["message_id"], other["message"]["message_id"]]
    await office.settled()
    assert len(office.phone(LIEN).unheard) == 2


async def test_redelivery_in_bursts_loses_and_doubles_nothing(office):
    events = [event(office, f"2.2 đang làm {percent}%") for percent in range(11, 31)]
    statuses = await asyncio.gather(*(office.zalo.post(one) for one in [*events, *reversed(events), *events]))
    assert set(statuses) == {200}
    assert sorted(kept(office)) == sorted(one["message"]["message_id"] for one in events)
    office_answers = await office.heard(LIEN)
    assert all(office_answers.count(f"({percent} %)") == 1 for percent in range(11, 31))


async def test_while_the_database_is_away_the_platform_is_told_to_come_again(office):
    other = Store(office.settings.store_url)
    with other.transaction() as db:
        db.exec_driver_sql("ALTER TABLE inbox RENAME TO inbox_away")
    one = event(office)
    assert await office.zalo.post(one) == 503
    with other.transaction() as db:
        db.exec_driver_sql("ALTER TABLE inbox_away RENAME TO inbox")
    other.close()
    assert await office.zalo.post(one) == 200
    assert kept(office) == [one["message"]["message_id"]]
