"""Who gets in and what they may do: codes, sessions, requests of other sites, forged buttons, files of others; refused, 0 effects."""

import json
import logging
import re
import shutil
from datetime import timedelta

from sqlalchemy import select

from bot.app import App
from bot.routes import ROUTES
from bot.settings import Settings
from bot.web.limits import Buckets
from bot.web.server import JOINS
from locales.say import refusals
from storage.access import guesses, passes, web_chats
from storage.office import people
from storage.tables import Audit, Inbox, Outbox, Pass, WebSession
from tests.stories.office import BAO, DIEP, LIEN, NHAT, OFFICE, SON, TIN, busy, person_of
from tests.web.client import Client
from tests.web.room import Room

REFUSAL = "Mã này không dùng được. Đề nghị đồng chí kiểm tra lại từng chữ, từng số; nếu đã đúng, xin mã mới từ đầu mối CCHC của cơ quan."


def facts(room, tables=OFFICE):
    return room.store.run(lambda db: [[tuple(row) for row in db.execute(select(table.__table__).order_by(*table.__table__.primary_key))] for table in tables])


def joined(room, name):
    one = Client(room.url)
    assert one.joins(room.invite(name)).status == 303
    room.until(lambda: [line for line in one.lines() if not line["mine"]])
    return one


def settled(room):
    """Everything in the inbox is worked on, everything in the outbox is sent."""
    room.until(lambda: not room.store.run(lambda db: busy(db, room.now)))


def test_a_code_lets_one_device_in_and_is_spent(room, client):
    code = room.invite(LIEN)
    answer = client.joins(f" {code[:6].lower()} {code[6:]}")
    assert (answer.status, answer.headers["location"]) == (303, "./")
    room.until(lambda: any(LIEN in text for text in client.texts()))
    other = Client(room.url)
    assert REFUSAL in other.joins(code).text
    assert other.get("/", Cookie=None).headers["location"] == "join"


def test_every_bad_code_sounds_the_same_and_guessing_is_slowed_down(room):
    revoked, _fresh = room.invite(TIN), room.invite(TIN)
    spent, expired, old_digits = room.invite(LIEN), room.invite(DIEP), room.digits(LIEN)
    assert Client(room.url).joins(spent).status == 303
    room.now += timedelta(days=14, seconds=1)
    guesser = Client(room.url)
    bad = [guesser.joins(code) for code in (spent, revoked, expired, old_digits, "000000")]
    assert {answer.status for answer in bad} == {403}
    assert all(REFUSAL in answer.text for answer in bad)
    good = room.invite(NHAT)
    assert REFUSAL in guesser.joins(good).text, "five wrong ones: even a right code has to wait"
    room.now += timedelta(hours=1, seconds=1)
    assert guesser.joins(good).status == 303


def test_who_drops_the_cookie_is_slowed_down_by_address_and_six_digits_in_all(room):
    code = room.digits(BAO)
    wrong = [f"{number:06d}" for number in range(40) if f"{number:06d}" != code]
    assert {Client(room.url).joins(one).status for one in wrong[: passes.MOST_MISSES]} == {403}
    assert Client(room.url).joins(code).status == 403, "a code does not outlive ten guesses, whoever guessed"
    for one in wrong[passes.MOST_MISSES : guesses.FROM_ONE_ADDRESS]:
        Client(room.url).joins(one)
    assert Client(room.url).joins(room.invite(LIEN)).status == 403, "this address has guessed too often"
    for other in ("203.0.113.7", "2001:db8:1:2::1"):  # the proxy on this machine says from where
        fresh = room.digits(BAO)
        assert Client(room.url).form("/join", {"code": fresh}, X_Forwarded_For=other).status == 403, "too many six digits in all"
        assert Client(room.url).form("/join", {"code": room.invite(BAO)}, X_Forwarded_For=other).status == 303
    room.now += timedelta(minutes=10, seconds=1)
    assert Client(room.url).form("/join", {"code": room.digits(BAO)}, X_Forwarded_For="203.0.113.7").status == 303


def test_a_flood_of_codes_from_one_place_is_told_to_wait_and_others_are_not(room):
    told = [Client(room.url).form("/join", {"code": "x"}).status for _ in range(JOINS[0] + 1)]
    assert told == [403] * JOINS[0] + [429]
    elsewhere = Client(room.url).form("/join", {"code": room.invite(LIEN)}, X_Forwarded_For="203.0.113.7")
    assert elsewhere.status == 303


def test_six_digits_let_a_new_device_in_once_within_ten_minutes_and_the_person_is_told(room):
    room.store.run(lambda db: people.link(db, person_of(db, LIEN).id, "telegram:77", room.now))
    code = room.digits(LIEN)
    desk = Client(room.url)
    assert desk.joins(f"{code[:3]} {code[3:]}").status == 303
    assert Client(room.url).joins(code).status == 403, "used"
    room.until(lambda: any("Đã đăng nhập: đồng chí" in text for text in desk.texts()))
    told = room.store.run(lambda db: [p["text"] for p in db.scalars(select(Outbox.payload).where(Outbox.chat == "telegram:77"))])
    assert "vừa đăng nhập trang web bằng mã 6 số" in told[0]
    assert room.store.run(lambda db: people.chat_of(db, person_of(db, LIEN).id)) == "telegram:77", "reminders still ring the phone"
    late = room.digits(LIEN)
    room.now += timedelta(minutes=10, seconds=1)
    assert Client(room.url).joins(late).status == 403


def test_only_hashes_of_tokens_and_codes_are_kept_and_no_code_stands_in_a_log(room, client, caplog):
    caplog.set_level(logging.DEBUG)
    code, digits = room.invite(LIEN), room.digits(BAO)
    client.joins(code)
    Client(room.url).joins(digits)
    settled(room)
    token = client.cookies["nhacviec"]

    def everything(db):
        tables = (Inbox, Outbox, WebSession, Pass, Audit)
        return json.dumps([[str(tuple(row)) for row in db.execute(select(table.__table__).order_by(*table.__table__.primary_key))] for table in tables])

    kept = room.store.run(everything) + caplog.text
    assert token not in kept
    assert code not in kept
    assert not re.search(rf"\b{digits}\b", kept)
    assert LIEN not in caplog.text


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(room, client):
    client.joins(room.invite(LIEN))
    session = next(one for one in client.given if one.startswith("nhacviec="))
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in session.split(";")}
    assert "Secure" not in session, "plain http in the office's network"


FORGED = ("", "x", "A" * 43, "' OR 1=1 --", "%00", "a" * 5000, "../../etc/passwd", "nhacviec")


def test_a_forged_session_opens_nothing(room):
    joined(room, LIEN)
    settled(room)
    before = facts(room, (Inbox, *OFFICE))
    for token in FORGED:
        forger = Client(room.url, {"nhacviec": token})
        assert forger.get("/").headers.get("location") == "join"
        for path in ("/chat/look", "/chat/events", "/chat/look?above=3"):
            assert forger.get(path).status == 401
        assert forger.says("/tiendo").status == 401
        assert forger.get("/chat/files/1").headers.get("location") == "../../join"
    assert facts(room, (Inbox, *OFFICE)) == before


def test_a_session_ends_by_signing_out_by_idleness_and_by_age_and_a_copy_of_it_with_it(room):
    person = joined(room, LIEN)
    copy = Client(room.url, dict(person.cookies))
    assert copy.get("/chat/look").status == 200
    assert person.form("/leave", {}).headers["location"] == "join"
    assert "nhacviec" not in person.cookies
    assert copy.get("/chat/look").status == 401
    idle = joined(room, LIEN)
    room.now += timedelta(days=31)
    assert idle.get("/chat/look").status == 401
    busy = joined(room, LIEN)
    for _ in range(9):
        room.now += timedelta(days=20)
        still = busy.get("/chat/look").status
    assert still == 200
    room.now += timedelta(days=1)
    assert busy.get("/chat/look").status == 401, "half a year is the most"


def test_lock_unlink_leave_and_not_me_end_every_session_of_the_person(room):
    def by(change):
        return lambda: room.store.run(lambda db: change(db, person_of(db, LIEN).id, room.now))

    for end in (by(people.lock), by(people.unlink)):
        devices = [joined(room, LIEN), joined(room, LIEN)]
        assert [one.get("/chat/look").status for one in devices] == [200, 200]
        end()
        assert [one.get("/chat/look").status for one in devices] == [401, 401]
        assert [one.says("2.1.2 xong").status for one in devices] == [401, 401]
    wrong = joined(room, LIEN)
    wrong.says("Không phải tôi")
    room.until(lambda: wrong.get("/chat/look").status == 401)
    again = joined(room, LIEN)
    assert not [text for text in again.texts() if "Không phải tôi" in text], "what the wrong person wrote is not shown to the right one"
    room.store.run(lambda db: people.leave(db, person_of(db, LIEN).id, room.now, room.now.date()))
    assert again.get("/chat/look").status == 401


FOREIGN: tuple[dict[str, str | None], ...] = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": None},
    {"Origin": None, "Referer": "https://evil.example/?http://127.0.0.1"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Origin": "http://127.0.0.1"},
)


def test_requests_of_other_sites_change_nothing(room):
    person = joined(room, LIEN)
    code = room.invite(TIN)
    settled(room)
    before = facts(room, (Inbox, WebSession, *OFFICE))
    for headers in FOREIGN:
        assert person.says("2.1.2 xong", **headers).status == 403, headers
        assert person.form("/leave", {}, **headers).status == 403, headers
        assert person.form("/join", {"code": code}, **headers).status == 403, headers
        assert person.form("/paper", {"person": "1"}, **headers).status == 403, headers
    assert facts(room, (Inbox, WebSession, *OFFICE)) == before


def test_a_form_of_our_own_without_the_header_of_our_script_sends_no_message(room):
    person = joined(room, LIEN)
    assert person.says("2.1.2 xong", X_Nhacviec=None).status == 403
    assert not [line for line in person.lines() if line["mine"]]


def test_forged_and_foreign_buttons_lead_nowhere(room, monkeypatch):
    monkeypatch.setattr(Buckets, "wait", lambda *_: 0.0)  # every route at once; how many a device may send is told elsewhere
    chair, person = joined(room, SON), joined(room, LIEN)
    chair.says("/tiendo")
    room.until(lambda: any(line["choices"] for line in chair.lines() if "Dự kiến" in line["text"]))
    foreign = next(line for line in chair.lines() if "Dự kiến" in line["text"])
    own = next(line for line in person.lines() if line["choices"])
    offered = {route for _, route, _ in own["choices"]}
    forged = [*(set(ROUTES) - offered), "accept:1", "status:1:done", "role:1:coordinator", "nosuch", "unlink:1:yes", ""]
    taps = [(own["id"], route) for route in forged] + [(foreign["id"], route) for _, route, _ in foreign["choices"]]
    settled(room)
    before = facts(room)
    assert {person.taps(*tap).status for tap in taps} == {200}
    settled(room)
    assert facts(room) == before
    texts = room.store.run(lambda db: [p["text"] for p in db.scalars(select(Outbox.payload).where(Outbox.key.like("in:%:0")))])
    assert texts.count(refusals.told("gone", {}, is_linked=True).text) == len(taps)


def test_a_message_sent_twice_is_one_and_a_bad_one_is_none(room):
    person = joined(room, LIEN)
    given = {"id": "ab" * 8, "kind": "text", "text": "2.2 đang làm 40%"}
    assert person.sends(given).json == person.sends(given).json
    bad = [
        {"kind": "text", "text": ""},
        {"kind": "text", "text": "  "},
        {"kind": "text", "text": "a" * 4001},
        {"kind": "text", "text": "a\0b"},
        {"kind": "text", "text": ["x"]},
        {"kind": "files", "text": "x", "files": [{"path": "/etc/passwd", "name": "x"}]},
        {"kind": "tap", "message": "1", "route": "work"},
        {"kind": "tap", "message": 1, "route": "x" * 65},
        {"kind": "text", "text": "x", "id": "../x"},
        {"kind": "text", "text": "x", "reply_to": "1"},
    ]
    assert [person.sends(one).status for one in bad] == [400] * len(bad)
    assert person.ask("POST", "/chat/send", b"[" * 20_000).status == 400
    assert person.ask("POST", "/chat/send", b'{"x": "' + b"a" * 40_000 + b'"}').status == 413
    settled(room)
    assert len([line for line in person.lines() if line["mine"]]) == 1


def test_a_device_that_floods_is_told_to_wait(room):
    person = joined(room, LIEN)
    answers = [person.says("viec") for _ in range(40)]
    refused = [one for one in answers if one.status == 429]
    assert refused
    assert all(int(one.headers["retry-after"]) >= 1 for one in refused)
    assert joined(room, SON).says("viec").status == 200, "the others go on"


def test_a_file_is_handed_to_its_own_chat_only_and_paths_lead_nowhere_else(room):
    coordinator, person = joined(room, BAO), joined(room, LIEN)
    coordinator.says("/mau")
    line = room.until(lambda: next((one for one in coordinator.lines() if one["file"]), None))
    got = coordinator.get("/" + line["file"]["url"])
    assert (got.status, got.body[:2]) == (200, b"PK")
    assert got.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in got.headers["content-security-policy"]
    assert person.get("/" + line["file"]["url"]).status == 404
    chat = room.store.run(lambda db: web_chats.of_person(db, person_of(db, LIEN).id))
    for path in ("../nhacviec.db", "/etc/passwd", "", ".", "handed/../../nhacviec.db"):
        payload = {"text": "x", "choices": [], "file": {"name": "x", "path": path}}
        kept = room.store.run(lambda db, payload=payload: web_chats.add(db, chat, "office", payload, room.now))
        assert person.get(f"/chat/files/{kept}").status == 404
    for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static/..%2f..%2fapp.py", "/chat/files/../../etc/passwd", "/static/"):
        answer = person.get(path)
        assert answer.status in {404, 405}
        assert b"import" not in answer.body


def test_every_answer_carries_the_headers_and_pages_hold_no_inline_script_or_style(room):
    person = joined(room, BAO)
    for path in ("/", "/join", "/paper", "/healthz", "/static/chat.js", "/nosuch", "/chat/look"):
        headers = person.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin", "no-referrer would make forms send Origin: null"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
    for path in ("/", "/join", "/paper"):
        page = Client(room.url, person.cookies if path != "/join" else {}).get(path)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page.text)
        assert page.headers["cache-control"] == "no-store"


def test_over_https_the_cookie_is_secure_and_of_this_host_alone(filled_template, tmp_path):
    shutil.copy(filled_template, tmp_path / "x.db")
    with Room(f"sqlite:///{tmp_path}/x.db", tmp_path / "data", web_url="https://nhacviec.example") as room:
        client = Client(room.url)
        client.form("/join", {"code": room.invite(LIEN)}, Origin="https://nhacviec.example")
        session = next(one for one in client.given if one.startswith("__Host-nhacviec="))
        assert "Secure" in session
        assert "Domain" not in session


def test_without_an_address_to_bind_there_is_no_web_room(filled_template, tmp_path):
    app = App(Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/x.db", data_dir=tmp_path, web_bind=""))
    assert app.web is None
    assert "web" not in app.channels
    assert app.site.web is None
    app.store.close()
