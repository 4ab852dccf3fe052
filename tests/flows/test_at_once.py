"""Updates that arrived together: one transaction, one look at who they are from, and still each turn sees what the one before did."""

import pytest

from bot import worker
from bot.channels.telegram import Telegram
from bot.turn import Site
from bot.worker import Worker
from locales.formats import VIETNAM
from storage.messages import inbox
from storage.messages.inbox import Raw
from tests.flows.small_office import build

TUNG, NGAN, CHU = 1, 2, 4


@pytest.fixture(name="office")
def office_fixture(store, now, monkeypatch):
    monkeypatch.setattr(worker, "SHARED", 60)  # the machine may be slow: they are worked in one go all the same
    return build(store, now)


def says(number: int, chat: int, text: str) -> Raw:
    who = {"id": chat, "is_bot": False, "first_name": "Cán bộ"}
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": who, "text": text}
    return Raw(str(number), f"telegram:{chat}", {"update_id": number, "message": message})


def taps(number: int, chat: int, route: str) -> Raw:
    who = {"id": chat, "is_bot": False, "first_name": "Cán bộ"}
    under = {"message_id": 5, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
    return Raw(str(number), f"telegram:{chat}", {"update_id": number, "callback_query": {"id": str(number), "from": who, "chat_instance": "1", "data": route, "message": under}})


async def answered(office, now, *updates: Raw) -> str:
    """What the last of the chats is answered when all updates arrive at once."""
    works = Worker(office.store, {"telegram": Telegram("1:x", "http://127.0.0.1:9")}, now=lambda: now, site=Site(VIETNAM), answered=lambda files, wishes: None)
    phone = office.phone(updates[-1].chat)
    with office.store.transaction() as db:
        inbox.put(db, "telegram", list(updates), now)
    finished = office.store.run(lambda db: works._finish_some(db, len(updates)))
    assert len(finished) == len(updates)
    return phone.sees()


async def test_a_right_that_is_withdrawn_holds_no_longer_for_who_wrote_at_the_same_moment(office, now):
    assert "UBND phường Minh Tân" in await answered(office, now, says(1, CHU, "/tiendo"))
    assert "UBND phường Minh Tân" not in await answered(office, now, taps(2, TUNG, f"role:{office.chu}:chairperson:off"), says(3, CHU, "/tiendo"))


async def test_a_lost_phone_that_is_locked_does_nothing_more_though_it_wrote_at_the_same_moment(office, now):
    assert "1.2.4" in await answered(office, now, says(1, NGAN, "/viec"))
    assert "1.2.4" not in await answered(office, now, taps(2, TUNG, f"lock:{office.ngan}:yes"), says(3, NGAN, "/viec"))
