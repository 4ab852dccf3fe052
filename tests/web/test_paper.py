"""Invitations on paper: made in the web room and by the command line; a code on a slip lets its person in, an older one no more."""

import re

from playwright.sync_api import expect
from sqlalchemy import select

from bot.web import paper
from locales.formats import VIETNAM
from storage.office import units
from storage.tables import Inbox, Outbox, WebMessage
from tests.program import Program
from tests.stories.office import BAO, LIEN, NAME, SON, TIN, person_of
from tests.web.client import Client
from tests.web.conftest import DESK
from tests.web.test_access import joined

CODE = re.compile(r"\b(?:[2-9A-HJKMNP-Z]{4} ){6}[2-9A-HJKMNP-Z]{2}\b")


def test_a_coordinator_prints_slips_from_the_chat_and_fresh_codes_revoke_older_ones(room, opened):
    older = room.invite(LIEN)
    page = opened(DESK)
    page.goto(f"{room.url}/join#{room.invite(BAO)}")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Quản lý").click()
    page.get_by_role("button", name="In giấy mời").click()
    page.locator(".line.office a", has_text="/paper").click()
    expect(page.get_by_role("checkbox", name=LIEN)).to_be_checked()
    expect(page.get_by_role("checkbox", name=BAO)).not_to_be_visible()
    page.get_by_role("button", name="Lập giấy mời").click()
    slip = page.locator(".slip", has_text=LIEN)
    expect(slip.locator("svg")).to_have_count(1)
    expect(page.locator(".notice")).to_contain_text(SON)
    expect(page.locator(".notice")).to_contain_text(f"đồng chí {BAO}")
    code = CODE.search(slip.inner_text())[0]
    assert Client(room.url).joins(older).status == 403
    assert Client(room.url).joins(code).status == 303
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) in {3, 4}, "the notice on a sheet of its own, then the slips"

    def everything(db):
        tables = (Inbox.raw, Outbox.payload, WebMessage.payload)
        return " ".join(str(one) for column in tables for one in db.scalars(select(column)))

    assert code.replace(" ", "") not in room.store.run(everything).replace(" ", ""), "codes for paper appear on paper only"


def test_where_only_this_computer_opens_the_address_it_is_said_before_printing(room):
    asked = joined(room, BAO).get("/paper").text
    assert "chỉ mở được trên chính máy này, điện thoại không mở được" in asked


def test_only_a_coordinator_gets_the_sheet_and_only_of_the_own_office(room):
    for name in (SON, LIEN):
        person = joined(room, name)
        assert person.get("/paper").status == 404
        assert person.form("/paper", {"person": "1"}).status == 404
    assert Client(room.url).get("/paper").headers["location"] == "join"
    assert Client(room.url).form("/paper", {"person": "1"}).headers["location"] == "join"
    coordinator = joined(room, BAO)
    assert not CODE.findall(coordinator.form("/paper", {"person": "999"}).text)


def test_the_command_line_writes_a_file_that_stands_alone_and_prints_no_code(tmp_path):
    program = Program(tmp_path, WEB_URL="https://nhacviec.example")
    program("init", NAME, "--admin", BAO, "--chairperson", SON)
    ran = program("invite", TIN, BAO, "--role", "official", "--paper", "moi.html")
    assert (ran.status, ran.out) == (0, "")
    page = (tmp_path / "moi.html").read_text()
    assert (tmp_path / "moi.html").stat().st_mode & 0o077 == 0
    assert len(CODE.findall(page)) == 2
    assert page.count("<svg") == 2
    assert "https://nhacviec.example/join" in page
    assert not re.search(r"<link|<script|src=|url\(", page)
    ran = program("invite", "--all", "--paper", "khong-co/moi.html")
    assert (ran.status, ran.out) == (1, "")
    assert "chưa cấp mã nào" in ran.err


def test_the_qr_holds_the_code_where_a_browser_never_sends_it(room):
    person = room.store.run(lambda db: person_of(db, LIEN).id)
    def work(db):
        place = paper.Place(units.offices(db)[0][0], room.now, VIETNAM, "https://nhacviec.example")
        return paper.sheet(db, [person], place)

    page = room.store.run(work)
    code = CODE.search(page)[0].replace(" ", "")
    drawn = re.search(r"<svg.*?</svg>", page, re.DOTALL)[0]
    assert drawn == str(paper._qr(f"https://nhacviec.example/join#{code}")).strip()
