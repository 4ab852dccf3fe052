"""The dashboard from a messenger: Telegram's proof of who opens it and links that serve once; forged, replayed, old ones: 0 effects."""

import hashlib
import hmac
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from bot.channels.telegram.sending import keyboard
from bot.turn import Site
from bot.web import opening
from bot.web.entry import Door
from bot.web.proof import Opened
from locales.formats import VIETNAM
from locales.message import Choice
from storage.access import passes, web_chats, web_sessions
from storage.office import people
from tests.flows.small_office import build
from tests.postgres import free_port
from tests.stories.office import BAO, LIEN, OFFICE, SON, THU, person_of
from tests.web.client import Client
from tests.web.room import Room
from tests.web.test_access import facts, joined, settled
from tests.web.test_looks import faults

TOKEN, OTHER = "123456:" + "A" * 35, "654321:" + "B" * 35
CHAT = 4242
REFUSED = "Chưa vào được. Đề nghị đóng trang này rồi mở lại bằng nút trong tin nhắn."


@pytest.fixture
def room(filled_template, tmp_path):
    """The office with a bot that nobody answers for; the chairperson is linked there."""
    shutil.copy(filled_template, tmp_path / "nhacviec.db")
    bot = {"telegram_bot_token": TOKEN, "telegram_api_url": f"http://127.0.0.1:{free_port()}"}
    with Room(f"sqlite:///{tmp_path}/nhacviec.db", tmp_path / "data", **bot) as one:
        one.store.run(lambda db: people.link(db, person_of(db, SON).id, f"telegram:{CHAT}", one.now))
        yield one


def proof(at, token=TOKEN, user=CHAT, **changed):
    """initData as Telegram signs it (https://core.telegram.org/bots/webapps), with fields changed after that."""
    fields = {"auth_date": str(int(at.timestamp())), "query_id": "AAHq", "signature": "c2ln", "user": json.dumps({"id": user, "first_name": "Sơn"})}
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    signed = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    fields["hash"] = hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
    return urlencode({name: value for name, value in (fields | changed).items() if value is not None})


def opens(room, given, path="/app", client=None):
    one = client or Client(room.url)
    return one, one.form(path, {"proof": given})


def test_who_opens_the_page_in_telegram_sees_what_the_chat_may_see(room):
    chairperson, answer = opens(room, proof(room.now))
    assert (answer.status, answer.headers["location"]) == (303, "board")
    assert "HttpOnly" in chairperson.given[-1]
    assert chairperson.get("/board").text == joined(room, SON).get("/board").text
    room.store.run(lambda db: people.link(db, person_of(db, LIEN).id, f"telegram:{CHAT + 1}", room.now))
    official, _ = opens(room, proof(room.now, user=CHAT + 1))
    assert official.get("/board").text == joined(room, LIEN).get("/board").text != chairperson.get("/board").text
    assert official.get("/desk").status == 404


@pytest.mark.parametrize(
    "bad",
    [
        lambda now: proof(now, OTHER),
        lambda now: proof(now, user=CHAT + 7),
        lambda now: proof(now, user=json.dumps({"id": CHAT})),
        lambda now: proof(now, user=str(CHAT)),
        lambda now: proof(now, hash=None),
        lambda now: proof(now, hash=""),
        lambda now: proof(now, hash="é" * 64),
        lambda now: proof(now, auth_date=str(int(now.timestamp()) + 1)),
        lambda now: proof(now, chat_type="sender"),
        lambda now: proof(now) + f"&user=%7B%22id%22%3A{CHAT + 1}%7D",
        lambda now: proof(now - timedelta(minutes=10, seconds=1)),
        lambda now: proof(now + timedelta(minutes=2)),
        lambda _now: "",
        lambda _now: "&&&===%%%",
        lambda _now: "a=1&" * 3_000,
    ],
)
def test_a_proof_that_is_forged_old_or_of_nobody_has_no_effect(room, bad):
    before = facts(room)
    stranger, answer = opens(room, bad(room.now))
    assert answer.status == 403
    assert REFUSED in answer.text
    assert stranger.cookies == {}
    settled(room)
    assert facts(room) == before


def test_a_proof_serves_once(room):
    given = proof(room.now)
    first, _ = opens(room, given)
    settled(room)
    before = facts(room)
    thief, answer = opens(room, given)
    assert (answer.status, thief.cookies) == (403, {})
    assert facts(room) == before
    _, again = opens(room, given, client=first)
    assert again.headers["location"] == "board", "whoever is in already goes on as they are"
    room.stop()
    room.start()
    assert opens(room, given)[1].status == 403, "a restart forgets no proof"


def test_it_ends_with_the_chat_that_it_came_from(room):
    room.store.run(lambda db: people.unlink_chat(db, f"telegram:{CHAT}", room.now))
    assert opens(room, proof(room.now))[1].status == 403
    room.store.run(lambda db: people.link(db, person_of(db, SON).id, f"telegram:{CHAT}", room.now))
    room.store.run(lambda db: people.lock(db, person_of(db, SON).id, room.now))
    assert opens(room, proof(room.now))[1].status == 403


def test_without_a_bot_nobody_comes_in_that_way(filled_template, tmp_path):
    shutil.copy(filled_template, tmp_path / "nhacviec.db")
    with Room(f"sqlite:///{tmp_path}/nhacviec.db", tmp_path / "data") as room:
        assert opens(room, proof(room.now))[1].status == 403


def test_a_page_of_another_site_cannot_hand_a_proof_over(room):
    one = Client(room.url)
    assert one.form("/app", {"proof": proof(room.now)}, Origin="https://evil.example").status == 403
    assert one.form("/app", {"proof": proof(room.now)}, Sec_Fetch_Site="cross-site").status == 403
    assert one.cookies == {}


def test_only_telegram_may_frame_the_page_and_no_script_of_others_runs(room):
    policy = Client(room.url).get("/app").headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors https://web.telegram.org" in policy
    assert "frame-ancestors 'none'" in Client(room.url).get("/board", Cookie=None).headers["content-security-policy"]


def test_a_link_from_a_chat_opens_the_dashboard_once(room):
    def make(db):
        who = person_of(db, THU)
        chat = f"zalo:{who.id}"
        if people.owner_of(db, chat) is None:
            people.link(db, who.id, chat, room.now)
        made = passes.make(db, who, passes.PAGE, room.now, by=who.id, chat=chat)
        return passes.mint(db, made, who.id, room.now).shown

    secret = room.store.run(make)
    assert Client(room.url).get("/vao").status == 200, "looking at the link uses nothing up"
    head, answer = opens(room, secret, "/vao")
    assert answer.headers["location"] == "board"
    assert "Dự kiến" in head.get("/board").text
    before = facts(room, OFFICE)
    assert opens(room, secret, "/vao")[1].status == 403
    assert opens(room, "", "/vao")[1].status == 403
    late = room.store.run(make)
    room.now += timedelta(minutes=10, seconds=1)
    assert opens(room, late, "/vao")[1].status == 403
    assert facts(room, OFFICE) == before


def test_in_the_web_room_the_word_gives_the_page_itself(room):
    person = joined(room, BAO)
    person.says("bảng theo dõi")
    room.until(lambda: any(text == f"Bảng theo dõi: {room.url}/board" for text in person.texts()))


def test_telegram_gets_a_button_that_opens_the_page_only_over_https():
    offered = (Choice("Bảng theo dõi", "board"), Choice("Việc của tôi", "work"))
    assert keyboard(offered, "https://cchc.example")[0][0] == {"text": "Bảng theo dõi", "web_app": {"url": "https://cchc.example/app"}}
    assert keyboard(offered)[0][0] == {"text": "Bảng theo dõi", "callback_data": "board"}
    assert "web_app" not in keyboard(offered, "https://cchc.example")[0][1]


def test_its_pages_read_well(room, opened):
    page = opened()
    for path in ("/app", "/vao#abc"):
        page.goto(f"{room.url}{path}")
        assert faults(page, f"open-{path[1:4]}") == []
    page.get_by_role("button", name="Mở bảng theo dõi").click()
    page.get_by_text("Đường dẫn đã dùng hoặc hết hạn").wait_for()
    assert faults(page, "open-refused") == []


def test_the_page_hands_over_by_itself_what_telegram_gave_it(room, opened):
    page = opened((360, 740))
    page.goto(f"{room.url}/app#{urlencode({'tgWebAppData': proof(room.now), 'tgWebAppVersion': '8.0'})}")
    page.wait_for_url("**/board")
    assert page.get_by_role("heading", name="Bảng theo dõi tiến độ").is_visible()
    assert "tgWebAppData" not in page.url
    sessions = room.store.run(lambda db: web_sessions.count(db, web_chats.of_person(db, person_of(db, SON).id)))
    assert sessions == 1


def test_a_proof_that_comes_twice_at_once_serves_once(store, now):
    office = build(store, now)
    door = Door(now, Site(VIETNAM))

    def opens_at_once(number: int) -> list[bool]:
        given = Opened(1, f"{number}")
        with ThreadPoolExecutor(4) as threads:
            tries = [threads.submit(store.run, lambda db: opening.by_telegram(db, given, door, "Firefox")) for _ in range(4)]
            return [one.result(60) is not None for one in tries]

    for number in range(5):
        assert sorted(opens_at_once(number)) == [False, False, False, True]
    with store.transaction() as db:
        assert len([one for one in people.chats(db, office.tung) if one.startswith("web:")]) == 1
