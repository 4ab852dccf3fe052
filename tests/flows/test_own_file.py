"""The coordinator's own workbook comes back in the chat with states filled in; where no file can be carried, by a link."""

import hashlib
import re
import shutil

import openpyxl
import pytest
from sqlalchemy import select

from bot import sheets
from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable
from jobs import render
from jobs.outcome import Abilities
from locales.formats import VIETNAM
from locales.papers import shelf
from storage.access import passes
from storage.evidence.files import place
from storage.messages import outbox
from storage.office import calendar, people, units
from storage.rules.status import Progress, Role
from storage.tables import Assignment, Criterion
from storage.work import updates
from storage.work.updates import Stamp
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.sheets.offices import con_cuong_nam, song_cai

ZALO = Abilities(buttons=False, edits=False, files_out=False)


@pytest.fixture
def source(tmp_path, request):
    return getattr(request, "param", song_cai).office().save(tmp_path)


@pytest.fixture
def tung(store, now, source, tmp_path):
    """The coordinator whose workbook was loaded and recorded; its bytes are kept."""
    phone = Phone(store, "telegram:1", now, data_dir=tmp_path / "data", web="https://cchc.example.vn")
    with store.transaction() as db:
        office = units.add(db, "UBND xã Sông Cái", is_office=True)
        calendar.seed(db, office)
        one = people.add(db, office, small_office.TUNG)
        people.grant(db, one, office, Role.COORDINATOR)
        for chat in ("telegram:1", "zalo:1"):
            people.link(db, one, chat, now)
        sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
        kept = place(tmp_path / "data" / "evidence", sha256)
        kept.parent.mkdir(parents=True)
        shutil.copyfile(source, kept)
        told = load.arrived(db, SentTable(people.by_id(db, one), "telegram:1", source.name, sheets.parse(source, 2026), sha256, now, VIETNAM))
        outbox.add(db, [outbox.Draft("sheet", "telegram:1", told.as_payload(), person_id=one)], now)
    phone.sees()
    phone.taps("Ghi")
    return phone


def test_her_own_workbook_comes_back_with_what_is_known(store, tung, source, now, tmp_path):
    with store.transaction() as db:
        row = db.scalars(select(Assignment.id).join(Criterion).where(Criterion.level == "leaf").order_by(Criterion.position)).first()
        updates.change(db, row, {"progress": Progress.REPORTED.value, "completed_on": now.date(), "result_document": "=45/BC-UBND"}, "progress", Stamp(1, now, "tap"))
    tung.says("/hoso")
    waits, told = tung.taps("Bảng của đồng chí, đã điền tình trạng").split("\n\n")
    assert waits == f"Đang lập {source.name}; sẽ gửi vào đây ngay khi xong."
    before = sheets.parse(source, 2026)
    assert told.startswith(f"{source.name}: đã điền tình trạng, ngày hoàn thành, số văn bản kết quả của {len(before.rows):02} dòng")
    file = tung.messages[-1].file
    assert file["name"] == source.name
    path = tmp_path / "data" / file["path"]
    assert path.stat().st_mode & 0o077 == 0
    after = sheets.parse(path, 2026)
    assert [(one.row, one.lead, one.due) for one in after.rows] == [(one.row, one.lead, one.due) for one in before.rows]
    assert (after.rows[0].status, after.rows[0].completed_on, after.rows[0].result_document) == ("reported", now.date(), "=45/BC-UBND")
    old, new = openpyxl.load_workbook(source), openpyxl.load_workbook(path)
    assert [page.title for page in new] == [page.title for page in old]
    assert {str(one) for one in old.worksheets[0].merged_cells.ranges} <= {str(one) for one in new.worksheets[0].merged_cells.ranges}


@pytest.mark.parametrize("source", [con_cuong_nam], indirect=True)
def test_an_old_workbook_comes_back_as_one_of_today_and_the_chat_says_so(tung, source, tmp_path):
    tung.says("/hoso")
    told = tung.taps("Bảng của đồng chí, đã điền tình trạng")
    file = tung.messages[-1].file
    assert file["name"] == source.with_suffix(".xlsx").name
    assert "được trả lại ở dạng .xlsx" in told
    before, after = sheets.parse(source, 2026), sheets.parse(tmp_path / "data" / file["path"], 2026)
    assert [(one.row, one.lead, one.due, one.status) for one in after.rows] == [(one.row, one.lead, one.due, "not_started") for one in before.rows]


def test_only_a_coordinator_with_a_kept_workbook_is_offered_it(store, tung, now, tmp_path):
    shutil.rmtree(tmp_path / "data" / "evidence")
    tung.says("/hoso")
    assert "Không còn giữ tệp gốc" in tung.taps("Bảng của đồng chí")
    with store.transaction() as db:
        other = people.add(db, 1, small_office.NGAN)
        people.grant(db, other, 1, Role.CHAIRPERSON)
        people.link(db, other, "telegram:9", now)
    ngan = Phone(store, "telegram:9", now)
    ngan.says("/hoso")
    assert not any("Bảng của đồng chí" in label for label in ngan.labels)
    ngan.goes("own_file")
    assert ngan.messages[-1].file is None


def test_where_no_file_can_be_carried_a_link_hands_it_over_once(store, tung, now, tmp_path, source):
    zalo = Phone(store, "zalo:1", now, data_dir=tmp_path / "data", web="https://cchc.example.vn", abilities=ZALO)
    told = zalo.goes("own_file")
    assert "Tải tệp tại: https://cchc.example.vn/tai#" in told
    assert "dùng một lần, đến 17 giờ 00" in told
    with store.transaction() as db:
        [waits] = outbox.claim(db, "test", ["zalo"], 9, now)
        outbox.mark_sent(db, [(waits.id, None, now)])
        [sent] = outbox.claim(db, "test", ["zalo"], 9, now)
        assert (sent.kind, sent.attempt) == (outbox.SECRET, 0)
        text = render.ready(db, sent, now, VIETNAM, ZALO).message.text
        secret = re.search(r"/tai#(\S+)", text)[1]
        spent = passes.spend(db, passes.FILE, secret, now)
        path, name = shelf.kept(tmp_path / "data", spent.id)
        assert (path.is_file(), name) == (True, source.name)
        assert passes.spend(db, passes.FILE, secret, now) is None
        assert passes.spend(db, passes.LINK, secret, now) is None
    for command in ("/mau", "/hoso"):
        zalo.says(command)
    assert "Tải tệp tại:" in zalo.goes("template")
    assert "Tải tệp tại:" in zalo.goes("list_file")


def test_without_a_web_page_the_chat_says_whom_to_ask(store, tung, now, tmp_path):
    zalo = Phone(store, "zalo:1", now, data_dir=tmp_path / "data", abilities=ZALO)
    assert "đầu mối" in zalo.goes("own_file")
