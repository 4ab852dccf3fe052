"""Further devices by six digits: who may have a code, whom it lets in, who is told, how all of them are signed out."""

import re
from dataclasses import replace

import pytest

from bot.turn import Site
from locales.formats import VIETNAM
from storage.access import passes, web_chats, web_sessions
from storage.db import Store
from storage.office import people
from tests.flows import phone
from tests.flows.small_office import HA, KHOA, NGAN, TUNG, Office, build

WEB = "http://nhacviec.phuong:8000"
CODE = re.compile(r"\b\d{3} \d{3}\b")


@pytest.fixture
def office(store: Store, now, monkeypatch) -> Office:
    """The small office with a web room."""
    made = phone.Turn
    monkeypatch.setattr(phone, "Turn", lambda *given: replace(made(*given), site=Site(VIETNAM, web=WEB)))
    return build(store, now)


def code_in(text):
    found = CODE.search(text)
    assert found, text
    return found[0].replace(" ", "")


def use(office, code, later=None):
    """Whom a code lets in; None for nobody."""
    spent = office.store.run(lambda db: passes.spend(db, passes.LOGIN, code, later or office.now))
    return spent and spent.person.id


def signed_in(office, person):
    """A device of a person in the web room, as six digits make it; returns its token."""

    def work(db):
        chat = web_chats.of_person(db, person) or web_chats.open_for(db, person, office.now)
        people.link(db, person, web_chats.address(chat), office.now, preferred=False)
        return web_sessions.begin(db, chat, "Chrome, Windows", office.now)

    return office.store.run(work)


@pytest.mark.parametrize("said", ["mã 6 số", "ma 6 so", "/web", "Mã đăng nhập"])
def test_an_official_asks_for_a_code_in_any_words_and_it_is_theirs(office, said):
    text = office.phone("telegram:2").says(said)
    assert WEB in text
    assert use(office, code_in(text)) == office.ngan


def test_a_code_works_once_for_ten_minutes_and_only_the_newest(office):
    ngan = office.phone("telegram:2")
    first, second = code_in(ngan.says("mã 6 số")), code_in(ngan.says("mã 6 số"))
    assert use(office, first) is None
    assert use(office, second, office.now + passes.LIVES[passes.LOGIN]) is None
    assert use(office, second) == office.ngan
    assert use(office, second) is None


def test_a_code_lets_nobody_in_who_is_locked_since(office):
    tung = office.phone("telegram:1")
    tung.goes(f"person:{office.ngan}")
    code = code_in(tung.taps("Mã 6 số"))
    office.store.run(lambda db: people.lock(db, office.ngan, office.now))
    assert use(office, code) is None


def test_a_code_ends_after_ten_wrong_guesses_by_whomever(office):
    code = code_in(office.phone("telegram:2").says("mã 6 số"))
    for number in range(passes.MOST_MISSES):
        assert use(office, f"{(int(code) + 1 + number) % 10**6:06}") is None
    assert use(office, code) is None


def test_the_coordinator_reads_a_code_out_and_the_person_is_told_in_the_own_chat(office):
    tung, ngan = office.phone("telegram:1"), office.phone("telegram:2")
    tung.goes(f"person:{office.ngan}")
    text = tung.taps("Mã 6 số")
    assert NGAN in text
    assert use(office, code_in(text)) == office.ngan
    assert f"Đồng chí {TUNG} vừa cấp mã 6 số" in ngan.sees()
    assert not CODE.search(ngan.text), "the code itself is not in it"


def test_nobody_else_gets_a_code_for_another_and_a_newcomer_needs_an_invite(office):
    assert not CODE.search(office.phone("telegram:2").goes(f"web_code:{office.ha}"))
    assert not CODE.search(office.phone("telegram:99").says("mã 6 số")), "a stranger"
    text = office.phone("telegram:1").goes(f"web_code:{office.khoa}")
    assert KHOA in text
    assert "cấp mã mời" in text
    assert not CODE.search(text)


@pytest.mark.parametrize("step", ["lock", "unlink"])
def test_locking_or_unlinking_ends_open_codes_and_every_device(office, step):
    code, token = code_in(office.phone("telegram:3").says("mã 6 số")), signed_in(office, office.ha)
    assert office.store.run(lambda db: web_sessions.who(db, token, office.now)).person.full_name == HA
    assert HA in office.phone("telegram:1").goes(f"{step}:{office.ha}:yes")
    assert office.store.run(lambda db: web_sessions.who(db, token, office.now)) is None
    assert use(office, code) is None


def test_all_devices_are_signed_out_on_request_and_the_messenger_stays(office):
    ngan = office.phone("telegram:2")
    assert "Không có máy nào" in ngan.says("thoát web")
    tokens = [signed_in(office, office.ngan), signed_in(office, office.ngan)]
    assert "02 máy" in ngan.says("thoát web")
    assert "Đã đăng xuất 02 máy" in ngan.taps("Đăng xuất mọi máy")
    assert [office.store.run(lambda db, t=token: web_sessions.who(db, t, office.now)) for token in tokens] == [None, None]
    assert "việc đang mở" in ngan.says("viec")


def test_reminders_keep_ringing_the_messenger_when_a_device_comes_in(office):
    signed_in(office, office.ngan)
    assert office.store.run(lambda db: people.chat_of(db, office.ngan)) == "telegram:2"


def test_of_more_than_ten_devices_the_one_not_seen_for_longest_is_signed_out(office):
    tokens = [signed_in(office, office.ngan)]
    tokens += [
        office.store.run(lambda db: web_sessions.begin(db, web_chats.of_person(db, office.ngan), "x", office.now))
        for _ in range(web_sessions.MOST)
    ]
    alive = [office.store.run(lambda db, t=token: web_sessions.who(db, t, office.now)) is not None for token in tokens]
    assert sum(alive) == web_sessions.MOST
    assert alive[-1]


def test_without_a_web_room_no_code_is_made(store, now):
    office = build(store, now)
    assert "chưa được bật" in office.phone("telegram:2").says("mã 6 số")
