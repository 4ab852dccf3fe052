"""When Telegram is not heard any more the coordinator learns of it where she can still be reached, once; and of its return."""

import asyncio
import shutil

import pytest
from sqlalchemy import select

from bot import ears
from storage.access import web_chats
from storage.office import people
from storage.tables import Outbox
from tests.emulator.faults import Fault
from tests.postgres import free_port
from tests.stories.office import BAO, EVERYONE, FIRST_CHAT, LIEN, WEDNESDAY, Office, at, person_of


@pytest.fixture
async def two_chats(emu, linked_template, tmp_path):
    """The office with a web room, the coordinator linked there too."""
    shutil.copy(linked_template, tmp_path / "nhacviec.db")
    emu.world.meet(range(FIRST_CHAT, FIRST_CHAT + len(EVERYONE)))
    url = f"sqlite:///{tmp_path}/nhacviec.db"
    async with Office(emu, url, tmp_path / "data", at(WEDNESDAY, 9), web_bind=f"127.0.0.1:{free_port()}") as office:
        with office.store.transaction() as db:
            person = person_of(db, BAO).id
            people.link(db, person, web_chats.address(web_chats.open_for(db, person, office.now)), office.now, preferred=False)
        yield office


def told(office, what: str) -> list[tuple[str, str]]:
    with office.store.transaction() as db:
        rows = db.execute(select(Outbox.chat, Outbox.payload).where(Outbox.key.startswith(f"alarm:{what}:")).order_by(Outbox.id))
        return [(row.chat, row.payload["text"]) for row in rows]


async def until_deaf(office, is_deaf: bool) -> None:
    async with asyncio.timeout(60):
        while True:
            await office.app.ears.look()
            if bool(office.app.ears.deaf) is is_deaf:
                return
            await asyncio.sleep(0.1)


@pytest.mark.fault(70)
async def test_the_coordinator_learns_of_it_in_the_other_chat_once_and_of_the_return(two_chats, emu, monkeypatch):
    office = two_chats
    emu.faults.add(Fault(method="getUpdates", status=502, times=None, body="x", content_type="text/html"))
    monkeypatch.setattr(ears, "DEAF_AFTER", 0.5)
    await until_deaf(office, True)
    await office.app.ears.look()
    ((chat, text),) = told(office, "deaf")
    assert chat.startswith("web:")
    assert "Không kết nối được Telegram từ" in text
    emu.faults.clear()
    monkeypatch.setattr(ears, "DEAF_AFTER", 600.0)
    await until_deaf(office, False)
    ((chat, text),) = told(office, "heard")
    assert chat.startswith("telegram:")
    assert "Đã kết nối lại Telegram" in text


async def test_another_program_with_our_token_is_told_as_such(two_chats, emu, monkeypatch):
    office = two_chats
    conflict = {"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}
    emu.faults.add(Fault(method="getUpdates", status=409, times=None, body=conflict))
    await office.phone(LIEN).says("việc của tôi")  # ends the poll that is under way
    await emu.until(lambda: office.app.pollers["telegram"].conflicts, timeout=60)
    monkeypatch.setattr(ears, "DEAF_AFTER", 0.5)
    await until_deaf(office, True)
    ((_chat, text),) = told(office, "deaf")
    assert "Có chương trình khác đang đọc tin Telegram" in text
