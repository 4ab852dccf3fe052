"""What people ask about the data kept of them: a copy, correction, erasure, each with a day that the bot itself minds."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from sqlalchemy import inspect, select, text

from jobs import rights as job
from jobs.outcome import Abilities
from locales.formats import VIETNAM
from locales.say import start
from storage import audit, chain
from storage.access import web_chats
from storage.messages import outbox
from storage.messages.outbox import Draft
from storage.office import addresses, people
from storage.rules.calendar import calendar_of
from storage.rules.rights import due_on, extended, is_chased
from storage.rules.status import Role
from storage.tables import Assignment, Base, Inbox, Load, Outbox
from storage.work import assignments
from tests.flows.phone import Phone
from tests.flows.small_office import build


@pytest.fixture
def desk(store, now, tmp_path):
    """The small office: Tùng is its coordinator, Ngân an official who holds rows."""
    office = build(store, now)
    with store.transaction() as db:
        name = people.by_id(db, office.ngan).full_name
    tung, ngan = (Phone(store, f"telegram:{n}", now, data_dir=tmp_path, abilities=Abilities(files_out=True)) for n in (1, 2))
    return SimpleNamespace(office=office, name=name, tung=tung, ngan=ngan, folder=tmp_path)


def tick(store, now):
    with store.transaction() as db:
        return job.tick(db, now, VIETNAM)


def free(store, person_id):
    """Nothing is held any more."""
    with store.transaction() as db:
        db.execute(Assignment.__table__.update().where(Assignment.person_id == person_id).values(person_id=None))


def test_what_is_kept_comes_as_a_workbook_at_once(desk, store):
    assert "Lấy bản sao" in desk.ngan.says("/thongtin") or desk.ngan.labels
    desk.ngan.taps("Lấy bản sao")
    (message,) = desk.ngan.messages
    book = load_workbook(desk.folder / message.file["path"])
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    with store.transaction() as db:
        held = [work.code for work in assignments.of_person(db, desk.office.ngan)]
        others = [one.full_name for one in people.listed(db, desk.office.id) if one.id != desk.office.ngan]
    assert {desk.name, "telegram", *held} <= cells
    assert not [name for name in others if any(name in cell for cell in cells)]
    assert not [cell for cell in cells if "telegram:2" in cell], "the number of a chat is not shown"


def test_a_correction_is_asked_for_settled_and_told(desk, store):
    desk.ngan.says("/thongtin")
    desk.ngan.taps("Đề nghị sửa")
    assert "thời hạn giải quyết: 30/11/2026" in desk.ngan.says("Tên đệm đúng là Thu")
    assert "hạn giải quyết 30/11/2026" in desk.tung.sees()
    card = desk.tung.taps("Xem đề nghị")
    assert "Tên đệm đúng là Thu" in card
    desk.tung.taps("Mở trang của cán bộ")
    desk.tung.taps("Sửa họ tên")
    assert "Lê Thị Thu Ngân" in desk.tung.says("Lê Thị Thu Ngân")
    assert "Lê Thị Thu Ngân" in desk.ngan.sees()
    assert "đã báo cho Lê Thị Thu Ngân" in desk.tung.goes("right_done:1")
    assert "đã sửa dữ liệu" in desk.ngan.sees()
    assert "Không có đề nghị" in desk.tung.goes("rights")


def test_the_bot_minds_the_day_itself(desk, store, now):
    desk.ngan.goes("my_fix")
    desk.ngan.says("Chức vụ ghi sai")
    desk.tung.sees()
    told = []
    for day in range(16):
        for hour in (9, 15):
            tick(store, now + timedelta(days=day, hours=hour - 15))
        if "hạn giải quyết" in desk.tung.sees():
            told.append((now + timedelta(days=day)).date())
    assert told[:4] == [date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)], "2 days after; 3, 1, 0 before"
    assert told[4:] == [date(2026, 12, day) for day in (1, 2, 3, 4)], "then each working day, once"


def test_more_time_is_given_once_and_a_refusal_has_a_reason(desk):
    desk.ngan.goes("my_fix")
    desk.ngan.says("Chức vụ ghi sai")
    desk.tung.goes("right:1")
    assert "15/12/2026" in desk.tung.taps("Gia hạn 15 ngày")
    assert "gia hạn giải quyết đến 15/12/2026" in desk.ngan.sees()
    assert "không gia hạn thêm" in desk.tung.goes("right_later:1")
    desk.tung.goes("right:1")
    desk.tung.taps("Từ chối")
    assert "Vì sao" in desk.tung.says("ko")
    desk.tung.says("Chức vụ đúng theo quyết định số 12")
    assert "Lý do: Chức vụ đúng theo quyết định số 12" in desk.ngan.sees()


def test_nobody_else_settles_a_request(desk, store):
    desk.ngan.goes("my_erasure:yes")
    for route in ("rights", "right:1", "right_done:1", "right_erase:1", "right_erase_typed:1", "right_no_typed:1", "right_keep:1"):
        desk.ngan.goes(route)
    with store.transaction() as db:
        assert db.scalar(text("SELECT state FROM data_request")) == "open"


def erasure_begun(desk, store):
    desk.ngan.says("/thongtin")
    desk.ngan.taps("Đề nghị xóa")
    assert "thời hạn giải quyết: 10/12/2026" in desk.ngan.taps("Gửi đề nghị")
    assert "cần bàn giao trước" in desk.tung.goes("right:1")
    free(store, desk.office.ngan)
    desk.tung.goes("right:1")
    desk.tung.taps("Xóa dữ liệu")
    assert "chưa xóa gì" in desk.tung.says("ok")
    return desk.tung.says(desk.name)


def test_an_erasure_waits_a_day_and_can_be_taken_back(desk, store, now):
    with store.transaction() as db:
        second = people.add(db, desk.office.id, "Đỗ Văn Hai")
        people.grant(db, second, desk.office.id, Role.COORDINATOR)
        people.link(db, second, "telegram:77", now)
    other = desk.office.phone("telegram:77")
    assert "trước lúc đó còn dừng được" in erasure_begun(desk, store)
    assert "sẽ được xóa lúc" in desk.ngan.sees()
    assert "cho xóa dữ liệu" in other.sees()
    other.taps("Dừng việc xóa")
    assert tick(store, now + timedelta(days=2)) == 0
    desk.ngan.goes("my_erasure_no")
    assert "Không có đề nghị" in desk.tung.goes("rights")


def test_after_a_day_nothing_names_the_person_any_more_and_the_history_is_whole(desk, store, now):
    with store.transaction() as db:
        chat = web_chats.open_for(db, desk.office.ngan, now)
        people.link(db, desk.office.ngan, web_chats.address(chat), now, preferred=False)
        web_chats.add(db, chat, "office", {"text": f"Chào {desk.name}", "choices": []}, now)
        outbox.add(db, [Draft("x", "telegram:1", {"text": f"{desk.name} đã liên kết", "choices": []}, person_id=desk.office.tung)], now)
        put = {"chat": "telegram:2", "raw": {"text": desk.name}, "state": "done", "tries": 0, "received_at": now, "not_before": now}
        db.execute(Inbox.__table__.insert().values(channel="telegram", update_id="9", **put))
        sheet = {"office_id": desk.office.id, "name": "a.xlsx", "sha256": "0", "year": 2026, "state": "applied", "created_at": now}
        db.execute(Load.__table__.insert().values(sheet={"rows": [{"person": desk.name}]}, undo={"supports": {"1": [[desk.name, 1]]}}, **sheet))
    erasure_begun(desk, store)
    assert tick(store, now + timedelta(hours=23)) == 0
    assert tick(store, now + timedelta(hours=25)) == 1
    with store.transaction() as db:
        everything = "\n".join(
            str(tuple(row)) for table in Base.metadata.sorted_tables for row in db.execute(select(table)) if table.name != "alembic_version"
        )
        assert set(inspect(db).get_table_names()) - {"alembic_version"} == set(Base.metadata.tables)
        assert people.by_id(db, desk.office.ngan).full_name == f"CB-{desk.office.ngan:04d}"
        assert people.by_chat(db, "telegram:2") is None
    assert desk.name not in everything
    assert "telegram:2'" not in everything
    assert store.look(chain.verify).breaks == ()
    assert "trong nhật ký ghi mã" in desk.tung.sees()
    assert store.look(lambda db: audit.last(db, "erase_person")) == now + timedelta(hours=25)


def test_a_longer_name_of_somebody_else_stays_whole(desk, store, now):
    longer = f"{desk.name} Anh"
    said = f"{longer} và {desk.name} đã liên kết"
    with store.transaction() as db:
        people.add(db, desk.office.id, longer)
        outbox.add(db, [Draft("x", "telegram:1", {"text": said, "choices": []}, person_id=desk.office.tung)], now)
    erasure_begun(desk, store)
    assert tick(store, now + timedelta(hours=25)) == 1
    with store.transaction() as db:
        kept = db.scalar(select(Outbox.payload).where(Outbox.key == "x"))
    assert kept["text"] == f"{longer} và CB-{desk.office.ngan:04d} đã liên kết"


def test_the_only_coordinator_cannot_be_erased(desk, store, now):
    free(store, desk.office.tung)
    desk.tung.goes("my_erasure:yes")
    desk.tung.goes("right_erase:1")
    with store.transaction() as db:
        name = people.by_id(db, desk.office.tung).full_name
    desk.tung.says(name)
    assert tick(store, now + timedelta(days=3)) == 0
    with store.transaction() as db:
        assert people.by_id(db, desk.office.tung).full_name == name
        assert db.scalar(text("SELECT count(*) FROM outbox WHERE state = 'pending'")) or db.scalar(select(Outbox.id).limit(1))


def test_days_are_reckoned_by_kind():
    assert due_on("correct", date(2026, 11, 20)) == date(2026, 11, 30)
    assert due_on("erase", date(2026, 11, 20)) == date(2026, 12, 10)
    assert due_on("erase", date(2026, 11, 20), {"erase": 15}) == date(2026, 12, 5)
    assert extended(date(2026, 11, 30)) == date(2026, 12, 15)
    plain = calendar_of([])
    assert not is_chased(date(2026, 11, 20), date(2026, 11, 30), date(2026, 11, 22), plain), "a Sunday"
    assert is_chased(date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 1), plain), "late"


def test_whoever_read_an_older_notice_is_shown_the_new_one_once(desk, store, now, monkeypatch):
    desk.ngan.goes("noticed")
    tick(store, now)
    assert desk.ngan.sees() == ""
    monkeypatch.setattr(start, "NOTICE", 2)
    for hours in (0, 1, 24):
        tick(store, now + timedelta(hours=hours))
    assert desk.ngan.sees().count("Thông báo về dữ liệu cá nhân đã thay đổi") == 1
    desk.ngan.taps("Đã hiểu")
    with store.transaction() as db:
        assert addresses.with_older_notice(db, desk.office.id, 2) == []
