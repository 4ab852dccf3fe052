"""The upload door under attack: forged, replayed, expired and foreign links, codes, sessions, requests and names change nothing."""

import asyncio
import json
import logging
import re
from datetime import timedelta

import aiohttp
import pytest
from sqlalchemy import select, update

from bot.web import guessing
from storage.access import doors, guesses, passes
from storage.office import people
from storage.tables import Assignment, Attempt, Audit, Evidence, Fetch, Inbox, Outbox, Pass, Upload, UploadSession, WebSession
from tests.stories.office import BAO, LIEN, TIN, Office, person_of
from tests.web.door import (  # noqa: F401 - fixtures
    LINK,
    OURS,
    PDF,
    PIECE,
    Browser,
    code_of,
    emu_fixture,
    entered,
    everything,
    house_fixture,
    link_of,
    linked_template_fixture,
    open_office,
    row_of,
)

EFFECTS = (Upload, UploadSession, Fetch, Evidence, Inbox)


async def test_a_link_lets_in_once_and_only_as_what_it_is(house):
    token = await link_of(house, LIEN)
    for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.swapcase(), "x" * 43):
        assert await Browser(house).claim(token=wrong) == 403
    assert await Browser(house).claim(code=token[:40]) == 403
    assert everything(house, UploadSession) == [[]]
    assert await Browser(house).claim(token=token) == 200
    assert await Browser(house).claim(token=token) == 403
    assert len(everything(house, UploadSession)[0]) == 1


async def test_of_many_who_use_a_link_at_the_same_moment_one_comes_in(house):
    token = await link_of(house, LIEN)
    statuses = await asyncio.gather(*(Browser(house).claim(token=token) for _ in range(12)))
    assert sorted(statuses) == [200] + [403] * 11


async def test_links_and_codes_run_out_and_a_newer_one_takes_the_older_away(house):
    token, code = await link_of(house, LIEN), await code_of(house, LIEN)
    newer = await link_of(house, LIEN)
    assert await Browser(house).claim(token=token) == 403
    house.now += timedelta(minutes=10, seconds=1)
    assert await Browser(house).claim(code=code) == 403
    house.now += timedelta(hours=2)
    assert await Browser(house).claim(token=newer) == 403
    assert everything(house, UploadSession) == [[]]


async def test_a_session_ends_after_its_time_and_when_it_is_closed(house):
    browser, other = await entered(house, LIEN), await entered(house, LIEN)
    assert (await browser.ask("POST", "gui/close", json={}))[0] == 200
    assert (await browser.begin("a.pdf", 10))[0] == 401
    assert (await other.begin("a.pdf", 10))[0] == 201
    house.now += doors.SESSION_FOR + timedelta(seconds=1)
    assert (await other.begin("b.pdf", 10))[0] == 401


@pytest.mark.parametrize("what", ["unlink", "leave", "lock and relink"])
async def test_what_ends_a_chat_ends_its_links_codes_and_sessions(house, what):
    browser, token, code = await entered(house, LIEN), await link_of(house, LIEN), await code_of(house, LIEN)
    _, begun = await browser.begin("a.pdf", len(PDF))
    later = house.now + timedelta(seconds=1)
    with house.store.transaction() as db:
        person = person_of(db, LIEN)
        chat = people.chat_of(db, person.id)
        if "lock" in what:
            people.lock(db, person.id, later)
        if what == "unlink":
            people.unlink(db, person.id, later)
        if what == "leave":
            people.leave(db, person.id, later, later.date())
        if "relink" in what:
            people.link(db, person.id, chat, later)
    house.now = later
    before = everything(house, *EFFECTS)
    assert (await browser.piece(begun["id"], 0, PDF))[0] == 401
    assert (await browser.begin("b.pdf", 10))[0] == 401
    assert (await browser.ask("GET", "gui/me"))[0] == 401
    assert await Browser(house).claim(token=token) == 403
    assert await Browser(house).claim(code=code) == 403
    assert everything(house, *EFFECTS) == before


async def test_a_chat_that_passed_to_somebody_else_lets_the_old_session_do_nothing(house):
    browser = await entered(house, LIEN)
    house.now += timedelta(seconds=1)
    with house.store.transaction() as db:
        people.link(db, person_of(db, TIN).id, people.chat_of(db, person_of(db, LIEN).id), house.now)
    assert (await browser.ask("GET", "gui/me"))[0] == 401


async def test_a_row_that_was_taken_over_is_refused_and_what_came_meanwhile_is_asked_about(house):
    browser = Browser(house)
    await browser.claim(token=await link_of(house, LIEN, "2.2"))
    row = await row_of(browser, "2.2")
    _, begun = await browser.begin("a.pdf", len(PDF), row=row)
    with house.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == row).values(person_id=person_of(db, TIN).id))
    status, answer = await browser.begin("b.pdf", len(PDF), row=row)
    assert (status, answer["error"]) == (409, "not_yours")
    assert answer["told"].startswith("2.2 không còn do đồng chí phụ trách")
    assert (await browser.ask("GET", "gui/me"))[1]["row"] is None
    await browser.piece(begun["id"], 0, PDF)
    assert "tiêu chí nào" in await house.heard(LIEN)
    assert (await browser.look(begun["id"]))["state"] == "asked"
    other = await link_of(house, TIN)
    assert await Browser(house).claim(token=other) == 200
    assert await house.tells(LIEN, "/viec")


async def test_nobody_reads_continues_or_drops_the_file_of_somebody_else(house):
    mine, other = await entered(house, LIEN), await entered(house, TIN)
    _, begun = await mine.begin("a.pdf", len(PDF))
    key = begun["id"]
    before = everything(house, *EFFECTS)
    for who in (other, Browser(house)):
        expected = 404 if who is other else 401
        assert (await who.piece(key, 0, PDF))[0] == expected
        assert (await who.ask("GET", f"files/{key}"))[0] == expected
        assert (await who.ask("DELETE", f"files/{key}"))[0] == expected
    foreign = await row_of(mine, "2.2")
    assert (await other.begin("b.pdf", 10, row=foreign))[0] == 409
    assert (await other.begin("b.pdf", 10, row=999_999))[0] == 409
    assert everything(house, *EFFECTS) == before


async def test_a_forged_cookie_is_nobody(house):
    await entered(house, LIEN)
    with house.store.transaction() as db:
        stored = db.scalar(select(UploadSession.secret_hash))
    for forged in ("", "x", stored, "a" * 43, "' OR 1=1 --" + "a" * 30, "é" * 30):
        browser = Browser(house, Cookie=f"nhacviec-gui={forged.encode().decode('latin-1')}")
        assert (await browser.begin("a.pdf", 10))[0] == 401


FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://example.org"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
]


async def test_a_page_of_another_site_can_change_nothing(house):
    browser = await entered(house, LIEN)
    code = await code_of(house, LIEN)
    _, begun = await browser.begin("a.pdf", len(PDF))
    before = everything(house, *EFFECTS)
    for headers in FOREIGN:
        browser.headers = OURS | {"Origin": house.settings.web_url} | headers
        assert (await browser.begin("b.pdf", 10))[0] == 403
        assert (await browser.piece(begun["id"], 0, PDF))[0] == 403
        assert (await browser.ask("DELETE", f"files/{begun['id']}"))[0] == 403
        assert (await browser.ask("POST", "gui/close", json={}))[0] == 403
        assert await browser.claim(code=code) == 403
    assert everything(house, *EFFECTS) == before


async def test_a_form_cannot_send_our_header(house):
    browser = await entered(house, LIEN)
    before = everything(house, *EFFECTS)
    browser.headers = {}
    assert (await browser.begin("b.pdf", 10))[0] == 403
    assert (await browser.ask("POST", "files", data="name=a.pdf"))[0] == 403
    assert everything(house, *EFFECTS) == before


async def test_ten_thousand_guessed_codes_at_both_doors_let_nobody_in(house):
    """Every code but the right ones: five are looked at, then the place waits, and even a right one is refused there."""
    code = (await code_of(house, LIEN)).replace(" ", "")
    login = re.search(r"\d{3} \d{3}", await house.tells(LIEN, "mã 6 số"))[0].replace(" ", "")
    wrong = [one for one in (f"{number:06}" for number in range(10_002)) if one not in {code, login}][:10_000]
    statuses = await asyncio.gather(*(guessed(house, wrong[start::8], ("/gui/claim", "/join")[start % 2]) for start in range(8)))
    told = [one for some in statuses for one in some]
    assert len(told) == 10_000
    assert set(told) <= {b"403", b"429"}
    assert everything(house, UploadSession, WebSession, Upload) == [[], [], []]
    assert len(everything(house, Attempt)[0]) == 3 * guesses.MOST, "counted for the browser, the address and all digits"
    assert await Browser(house).claim(code=code) in {403, 429}, "the guesser waits"
    assert await Browser(house, **{"X-Forwarded-For": "192.0.2.7"}).claim(code=code) == 200, "others do not"


async def guessed(office: Office, codes: list[str], path: str) -> list[bytes]:
    """The statuses of one connection that sends guess after guess without waiting for the answers."""
    host, _, port = office.settings.web_bind.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    kind = "application/json" if path == "/gui/claim" else "application/x-www-form-urlencoded"
    for code in codes:
        body = json.dumps({"code": code}) if path == "/gui/claim" else f"code={code}"
        head = f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\nX-Nhacviec: gui\r\nContent-Type: {kind}\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())
    writer.write(b"GET /gui HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    answers = (await reader.read(-1)).split(b"HTTP/1.1 ")[1:-1]
    writer.close()
    return [one[:3] for one in answers]


async def test_guessing_from_many_addresses_closes_the_codes_but_not_the_links(house):
    token, code = await link_of(house, LIEN), (await code_of(house, LIEN)).replace(" ", "")
    for number in range(guesses.DIGITS_IN_ALL):
        if number == passes.MOST_MISSES:
            assert await Browser(house).claim(code=code) == 403, "a code does not outlive ten guesses, whoever guessed"
        wrong = f"{(int(code) + 1 + number) % 10**6:06}"
        assert await Browser(house, **{"X-Forwarded-For": f"198.51.100.{number}"}).claim(code=wrong) == 403
    fresh = (await code_of(house, LIEN)).replace(" ", "")
    assert await Browser(house, **{"X-Forwarded-For": "192.0.2.7"}).claim(code=fresh) == 403
    assert "nhiều mã 6 số sai" in await house.heard(BAO)
    assert await Browser(house).claim(token=token) == 200


async def test_a_code_of_one_door_opens_no_other_and_a_colleague_cannot_use_it(house):
    upload_code = (await code_of(house, LIEN)).replace(" ", "")
    login = re.search(r"\d{3} \d{3}", await house.tells(LIEN, "mã 6 số"))[0].replace(" ", "")
    assert await Browser(house).claim(code=login) == 403
    form = {"data": f"code={upload_code}", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}
    assert (await Browser(house).ask("POST", "join", **form))[0] == 403
    assert everything(house, UploadSession, WebSession) == [[], []]


def test_the_addresses_of_one_connection_count_as_one_place():
    assert guessing.neighbourhood("2001:db8:1:2:3::1") == guessing.neighbourhood("2001:db8:1:2:ffff::9")
    assert guessing.neighbourhood("2001:db8:1:2::1") != guessing.neighbourhood("2001:db8:1:3::1")
    assert guessing.neighbourhood("192.0.2.1") != guessing.neighbourhood("192.0.2.2")
    assert guessing.neighbourhood("' OR 1") == "unknown"


TRICKS = [
    "../../../etc/cron.d/x.pdf",
    "..\\..\\windows\\system32\\x.pdf",
    "/etc/passwd.pdf",
    "C:\\boot.pdf",
    "a\x00b.pdf",
    "a\r\nSet-Cookie: x=1.pdf",
    "con.pdf",
    "\u202efdp.exe.pdf",
    "a" * 400 + ".pdf",
    "<img src=x onerror=alert(1)>.pdf",
    "%2e%2e%2fx.pdf",
]


@pytest.mark.fault(61)
async def test_names_that_play_tricks_are_only_names(house, tmp_path):
    def outside() -> set[str]:
        return {str(path) for path in tmp_path.rglob("*") if not {"evidence", "uploads"} & set(path.parts)}

    browser = await entered(house, LIEN)
    row, before = await row_of(browser, "2.2"), outside()
    for place, name in enumerate(TRICKS):
        await browser.send(name, row=row, last_modified=place)
    await house.settled()
    with house.store.transaction() as db:
        kept = list(db.scalars(select(Evidence.name)))
    assert len(kept) == len(TRICKS)
    assert all(one.endswith(".pdf") and len(one) <= 100 for one in kept)
    assert not set("".join(kept)) & set('/\\:*?"<>|\r\n\x00\u202e')
    assert outside() == before


async def test_addresses_that_play_tricks_lead_nowhere(house):
    browser = await entered(house, LIEN)
    for key in ["..%2f..%2fnhacviec.db", "%00", "x" * 5000, "é", "0" * 32, "' OR '1'='1"]:
        assert (await browser.ask("GET", f"files/{key}"))[0] in {404, 400}
        assert (await browser.piece(key, 0, PDF))[0] in {404, 400}
        assert (await browser.ask("GET", f"static/{key}"))[0] == 404


NO_FILES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"x"',
    b"{}",
    b'{"name": 7, "size": 1, "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": -1, "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": "9", "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": true, "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": 99999999999999999999999, "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": 1, "last_modified": 1, "batch": "b b"}',
    b'{"name": "a.pdf", "size": 1, "last_modified": 1, "batch": "b\\n"}',
    b'{"name": "\\ud800.pdf", "size": 1, "last_modified": 1, "batch": "b"}',
    b'{"name": "a.pdf", "size": 1, "last_modified": 1, "batch": "b", "row": 99999999999}',
    b'{"name": "a.pdf", "size": 1, "last_modified": 1, "batch": "b", "reply_to": "x y"}',
    b"[" * 60_000,
    b"\xff\xfe",
]


async def test_what_announces_no_file_is_refused(house):
    browser = await entered(house, LIEN)
    for body in NO_FILES:
        status, _ = await browser.ask("POST", "files", data=body, headers={"Content-Type": "application/json"})
        assert status == 400, body[:80]
    assert everything(house, Upload) == [[]]


async def test_bodies_are_counted_while_they_are_read(house):
    browser = await entered(house, LIEN)
    _, begun = await browser.begin("a.pdf", 10 << 20)
    key = begun["id"]

    async def endless():
        for _ in range(40):
            yield b"x" * (64 * 1024)

    assert (await browser.piece(key, 0, b"x" * ((1 << 20) + 1)))[0] == 413
    status, _ = await browser.ask("PATCH", f"files/{key}", headers=PIECE | {"Upload-Offset": "0"}, data=endless())
    assert status == 413
    assert (await browser.ask("POST", "files", data=endless(), headers={"Content-Type": "application/json"}))[0] == 413
    assert (await browser.piece(key, 0, b""))[0] == 400
    for offset in ("", "-1", "1e3", "0x1", "٣", "9" * 30):
        status, _ = await browser.ask("PATCH", f"files/{key}", headers=PIECE | {"Upload-Offset": offset}, data=b"x")
        assert status == 400, offset
    assert (await browser.ask("PATCH", f"files/{key}", headers={"Upload-Offset": "0"}, data=b"x"))[0] == 400
    assert (await browser.look(key))["offset"] == 0
    _, small = await browser.begin("b.pdf", 5)
    assert (await browser.piece(small["id"], 0, b"123456"))[0] == 400
    assert house.app.parts.keys() == []


async def test_no_secret_is_kept_or_logged_and_the_history_knows_of_each_opening(house, caplog):
    caplog.set_level(logging.DEBUG)
    token, code = await link_of(house, LIEN), await code_of(house, TIN)
    browser = Browser(house)
    await browser.claim(token=token)
    await Browser(house).claim(code=code)
    cookie = next(iter(browser.jar)).value
    await browser.send("a.pdf", row=await row_of(browser, "2.2"))
    await house.settled()
    tables = (Pass, UploadSession, Upload, Outbox, Inbox, Audit, Fetch)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "jobs", "storage", "uvicorn"))]
    text = repr(everything(house, *tables)) + "\n".join(ours)
    for secret in (token, code, code.replace(" ", "") + "'", cookie):
        assert secret not in text
    with house.store.transaction() as db:
        actions = list(db.scalars(select(Audit.action)))
    assert [one for one in actions if one.startswith("upload")].count("upload_open") == 2
    assert {"upload_link", "upload_code"} <= set(actions)


async def test_the_page_and_its_answers_carry_the_headers_that_keep_them_to_themselves(house):
    token, own = await link_of(house, LIEN), {"Origin": house.settings.web_url}
    async with aiohttp.ClientSession(headers=OURS) as session:
        for path in ("gui", "static/upload.js", "static/gui.js", "static/upload.css", "files/x"):
            async with session.get(f"{house.settings.web_url}/{path}") as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert "Access-Control-Allow-Origin" not in answer.headers
        async with session.post(f"{house.settings.web_url}/gui/claim", json={"token": token}, headers=own) as answer:
            cookie = answer.headers["Set-Cookie"].lower()
            assert "httponly" in cookie
            assert "samesite=strict" in cookie
            assert "secure" not in cookie
        async with session.get(f"{house.settings.web_url}/gui") as answer:
            page = await answer.text()
    assert "onclick" not in page
    assert "<script>" not in page
    assert json.dumps(LIEN) not in page


async def test_with_https_the_cookie_is_for_https_only(emu, linked_template, tmp_path):
    async with open_office(emu, linked_template, tmp_path, web_url="https://gui.example.org") as office:
        found = LINK.search((await office.tells(LIEN, "gửi tệp lớn")).replace("https", "http"))
        async with aiohttp.ClientSession(headers=OURS) as session:
            url = f"http://{office.settings.web_bind}/gui/claim"
            async with session.post(url, json={"token": found[2]}, headers={"Origin": "https://gui.example.org"}) as answer:
                assert answer.status == 200
                assert answer.headers["Set-Cookie"].startswith("__Host-nhacviec-gui=")
                assert "Secure" in answer.headers["Set-Cookie"]
