"""What no keyboard types: half characters, NULs, numbers beyond every row; kept as far as it can be, refused else, never a fault."""

import secrets

import pytest
from sqlalchemy import select

from storage.db import Store
from storage.tables import Inbox
from tests.stories.office import BAO, LIEN, TUESDAY, at
from tests.web.client import Client
from tests.web.room import Room, fill
from tests.web.test_access import joined

SECRET = "bi-mat-2026"
HUGE = "9" * 30
EVENT = (
    '{"event_name": "message.text.received", "message": {"message_id": "ID", "date": 1, "text": "TEXT", '
    '"from": {"id": "u1", "display_name": "An", "is_bot": false}, "chat": {"id": "u1", "chat_type": "PRIVATE"}}}'
)


@pytest.fixture
def house(database_url, tmp_path):
    """The sample office on both databases, Zalo's webhook open."""
    store = Store(database_url)
    fill(store, at(TUESDAY, 14))
    store.close()
    zalo = {"zalo_bot_token": "1:token", "zalo_api_url": "http://127.0.0.1:9", "zalo_mode": "webhook", "zalo_webhook_secret": SECRET}
    with Room(database_url, tmp_path / "data", **zalo, web_url="http://127.0.0.1:1") as one:
        yield one


def sent(person, body):
    return person.ask("POST", "/chat/send", body.replace("ID", secrets.token_hex(8)).encode()).status


def test_strange_letters_and_numbers_are_kept_or_refused_and_the_conversation_goes_on(house):
    person, coordinator = joined(house, LIEN), joined(house, BAO)
    kept = (r'{"id": "ID", "kind": "text", "text": "\ud83d xin chào"}', r'{"id": "ID", "kind": "note", "names": ["a\u0000\ud800.pdf"]}')
    assert [sent(person, one) for one in kept] == [200, 200]
    assert sent(person, r'{"id": "ID", "kind": "text", "text": "a\u0000b"}') == 400
    assert sent(person, f'{{"id": "ID", "kind": "tap", "message": {HUGE}, "route": "work"}}') == 400
    assert sent(person, f'{{"id": "ID", "kind": "text", "text": "a", "reply_to": {HUGE}}}') == 400
    for path in (f"/chat/look?above={HUGE}", "/chat/look?after=999999999999999", f"/chat/events?after={HUGE}"):
        assert Client(house.url).get(path).status == 401
    assert person.get("/chat/look?after=999999999999999").status == 200
    assert person.ask("POST", "/chat/read?seq=999999999999999").status == 204
    assert person.get(f"/chat/files/{HUGE}").status == 404
    assert coordinator.form("/paper", {"person": "²"}).status == 200
    before = len(person.lines())
    person.says("viec cua toi")
    house.until(lambda: any("việc đang mở" in line["text"] for line in person.lines()[before:]))
    assert [line["text"] for line in person.lines() if line["mine"]][:2] == ["\ufffd xin chào", "Tệp đã gửi: a\ufffd.pdf"]


def test_strange_events_of_zalo_are_kept_and_stop_nothing(house):
    for message_id, text in (("m1", r"a\u0000b"), (r"m\u0000", "c"), ("m" * 100_000, "d"), ("m2", "e"), ("m3", r"f\ud83d")):
        body = EVENT.replace("ID", message_id).replace("TEXT", text).encode()
        answer = Client(house.url).ask("POST", "/zalo/webhook", body, Origin=None, X_Nhacviec=None, X_Bot_Api_Secret_Token=SECRET)
        assert answer.status == 200, message_id[:5]
    house.until(lambda: not house.store.run(lambda db: db.scalars(select(Inbox.id).where(Inbox.state == "new")).all()))
    assert house.store.run(lambda db: db.scalars(select(Inbox.error).where(Inbox.error.is_not(None))).all()) == []
    rows = house.store.run(lambda db: list(db.scalars(select(Inbox.raw))))
    assert sorted(row["message"]["text"] for row in rows) == ["ab", "c", "d", "e", "f\ufffd"]
