"""One person, several chats: a second one keeps the first, one is preferred, and answers go back to where the question came from."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.access import invites, passes, web_chats, web_sessions
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import addresses, people
from storage.tables import Conversation, Outbox
from tests.flows.small_office import NGAN


def code_for(office, person: int) -> str:
    with office.store.transaction() as db:
        return invites.make(db, person, office.now)


def chats(office, person: int) -> list[str]:
    with office.store.transaction() as db:
        return [one.chat for one in addresses.of_person(db, person)]


@pytest.fixture
def both(office):
    """Ngân's Telegram and Zalo, linked in this order."""
    telegram, zalo = office.phone("telegram:2"), office.phone("zalo:2")
    zalo.says(f"/start {code_for(office, office.ngan)}")
    return telegram, zalo


def test_a_second_chat_keeps_the_first_and_the_first_learns_of_it(office):
    telegram, zalo = office.phone("telegram:2"), office.phone("zalo:2")
    welcome = zalo.says(f"/start {code_for(office, office.ngan)}")
    assert f"đồng chí {NGAN}" in welcome
    assert "Telegram vẫn được giữ; từ nay tin nhắc gửi qua Zalo. Muốn đổi, đồng chí nhắn KENH." in welcome
    assert len(zalo.messages) == 1
    assert "vừa được liên kết thêm với Zalo" in telegram.sees()
    assert telegram.labels == ["Đã rõ", "Không phải tôi"]
    assert chats(office, office.ngan) == ["zalo:2", "telegram:2"]


def test_not_me_ends_the_devices_and_codes_that_came_from_the_foreign_chat_and_keeps_the_earlier_ones(office, both):
    telegram, _zalo = both

    def device(db, at):
        chat = web_chats.of_person(db, office.ngan) or web_chats.open_for(db, office.ngan, at)
        people.link(db, office.ngan, web_chats.address(chat), at, preferred=False)
        return web_sessions.begin(db, chat, "Chrome, Windows", at)

    with office.store.transaction() as db:
        own = device(db, office.now - timedelta(minutes=5))
        foreign = device(db, office.now + timedelta(minutes=1))
        person = people.by_id(db, office.ngan)
        made = passes.make(db, person, passes.LOGIN, office.now + timedelta(minutes=2), by=person.id, chat="zalo:2")
        code = passes.tidy(passes.mint(db, made, person.id, office.now + timedelta(minutes=2)).shown)
    telegram._seen = 0
    telegram.sees()
    telegram.wait(minutes=3).taps("Không phải tôi")
    with office.store.transaction() as db:
        assert [web_sessions.who(db, token, telegram.now) is not None for token in (own, foreign)] == [True, False]
        assert passes.spend(db, passes.LOGIN, code, telegram.now) is None


def test_not_me_on_the_first_chat_undoes_the_second_and_tells_the_coordinator(office, both):
    telegram, zalo = both
    tung = office.phone("telegram:1")
    telegram.now = zalo.now
    telegram._seen = 0
    telegram.sees()
    assert "Đã hủy liên kết Zalo" in telegram.taps("Không phải tôi")
    assert chats(office, office.ngan) == ["telegram:2"]
    assert f"Đồng chí {NGAN} báo kênh Zalo vừa liên kết bằng mã mời của mình không phải của mình" in tung.sees()
    assert "chưa được liên kết" in zalo.says("/viec")
    with office.store.transaction() as db:
        assert people.chat_of(db, office.ngan) == "telegram:2"


def test_somebody_else_cannot_undo_it(office, both):
    with office.store.transaction() as db:
        new = next(one.id for one in addresses.of_person(db, office.ngan) if one.channel == "zalo")
    assert "không còn hiệu lực" in office.phone("telegram:3").goes(f"not_my_link:{new}")
    assert "không còn hiệu lực" in office.phone("telegram:3").goes(f"channel:{new}")
    assert "không còn hiệu lực" in office.phone("telegram:3").goes(f"drop_channel:{new}:yes")
    assert chats(office, office.ngan) == ["zalo:2", "telegram:2"]


@pytest.mark.parametrize("words", ["nhận tin qua telegram", "nhan qua Telegram"])
def test_the_preferred_chat_is_chosen_in_words(office, both, words):
    _, zalo = both
    assert "Đã ghi: tin nhắc gửi qua Telegram" in zalo.says(words)
    assert chats(office, office.ngan) == ["telegram:2", "zalo:2"]


@pytest.mark.parametrize("words", ["/kenh", "kênh", "kenh nhan tin", "đổi kênh"])
def test_or_from_the_list(office, both, words):
    telegram, _ = both
    listed = telegram.says(words)
    assert "- Zalo, từ ngày 20/11/2026 (đang nhận tin nhắc)" in listed
    assert telegram.labels[:1] == ["Nhận tin nhắc qua Telegram"]
    assert "tin nhắc gửi qua Telegram" in telegram.taps("Nhận tin nhắc qua Telegram")
    assert chats(office, office.ngan) == ["telegram:2", "zalo:2"]


def test_a_channel_that_is_not_linked_cannot_be_chosen(office):
    assert "chưa liên kết Zalo" in office.phone("telegram:2").says("nhận tin qua zalo")


def test_answers_go_back_to_the_chat_where_the_question_came_from_and_notices_to_the_preferred_one(office, both):
    telegram, zalo = both
    zalo.sees()
    assert "1.2.4" in telegram.says("/viec")
    assert zalo.sees() == ""
    assert "1.2.4" in zalo.says("/viec")
    telegram.sees()
    with office.store.transaction() as db:
        assert people.chat_of(db, office.ngan) == "zalo:2"
    office.phone("telegram:4").says("tien do")
    assert telegram.sees() == ""


def test_one_chat_is_let_go_and_what_waits_for_it_goes_to_the_other_but_never_the_last(office, both):
    telegram, zalo = both
    with office.store.transaction() as db:
        draft = Draft("x", "zalo:2", {"text": "x", "choices": []}, lane=outbox.NOTICE, person_id=office.ngan)
        outbox.add(db, [draft], office.now)
    telegram.says("kênh")
    telegram.taps("Hủy liên kết Zalo")
    assert chats(office, office.ngan) == ["zalo:2", "telegram:2"], "asked first"
    assert "Đã hủy liên kết Zalo" in telegram.taps("Hủy liên kết Zalo")
    assert chats(office, office.ngan) == ["telegram:2"]
    with office.store.transaction() as db:
        assert db.execute(select(Outbox.chat, Outbox.state).where(Outbox.key == "x")).one() == ("telegram:2", "pending")
        only = addresses.of_person(db, office.ngan)[0]
    assert "kênh duy nhất" in telegram.goes(f"drop_channel:{only.id}")
    assert "chưa được liên kết" in zalo.says("/viec")


def test_what_is_let_go_is_followed_by_a_chat_that_rings(office, both):
    with office.store.transaction() as db:
        people.link(db, office.ngan, "web:7", office.now, preferred=False)
        zalo = next(one.id for one in addresses.of_person(db, office.ngan) if one.channel == "zalo")
    assert "Đã hủy liên kết Zalo" in office.phone("web:7").goes(f"drop_channel:{zalo}:yes")
    with office.store.transaction() as db:
        assert people.chat_of(db, office.ngan) == "telegram:2"


@pytest.mark.parametrize("form", ["{code}", "{lower}", "{spaced}", "https://t.me/nhacviec_bot?start={code}", "/start {code}"])
def test_a_code_is_enough_where_links_do_not_carry_it(office, form):
    code = code_for(office, office.khoa)
    spaced = " ".join(code[i : i + 5] for i in range(0, len(code), 5))
    assert "Đã liên kết: đồng chí Đỗ Văn Khoa" in office.phone("zalo:9").says(form.format(code=code, lower=code.lower(), spaced=spaced))


def test_wrong_codes_are_counted_however_they_are_sent(office):
    stranger = office.phone("zalo:9")
    for _ in range(6):
        assert "Mã này không dùng được" in stranger.says("2345678923456789ABCDEFGHJK")
    assert "Mã này không dùng được" in stranger.says(code_for(office, office.khoa))


def test_a_linked_person_sees_where_reminders_come_in_what_is_kept(office, both):
    telegram, _ = both
    assert "Zalo từ ngày 20/11/2026; Telegram từ ngày 20/11/2026" in telegram.says("/thongtin")
    assert "Kênh nhận tin nhắc" in telegram.labels


def test_a_code_that_was_shown_is_kept_in_no_conversation(office):
    tung = office.phone("telegram:1")
    tung.says("quản lý")
    tung.goes(f"invite:{office.khoa}")
    with office.store.transaction() as db:
        asked = db.scalars(select(Conversation.asked).where(Conversation.chat == "telegram:1")).one()
        code = invites.tidy(tung.messages[0].text.rpartition("/start ")[2][:40])[: invites.LENGTH]
    assert len(code) == invites.LENGTH
    assert code not in (asked or "")
