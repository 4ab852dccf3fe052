"""What leaders get without asking: the ladder of late work, Mondays, the eve of a sitting, nothing on days off."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select, update

from jobs import digests, plan
from jobs.render import ready
from locales.formats import VIETNAM
from storage.messages import outbox
from storage.office import people, units
from storage.rules.status import Kind, Role
from storage.tables import Assignment, Outbox
from storage.work import causes, plans, updates
from storage.work.updates import Stamp
from tests.flows import small_office
from tests.flows.small_office import Office
from tests.wishes import fulfil


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), VIETNAM).astimezone(UTC)


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def office(store, now) -> Office:
    """Sending since 20/11; Hà heads the section, Khoa (no phone) is deputy, Chủ chairs; 2.1.3 of Ngân is due 25/11."""
    made = small_office.build(store, now)
    with made.store.transaction() as db:
        people.grant(db, made.ha, people.by_id(db, made.ha).unit_id, Role.HEAD)
        people.grant(db, made.khoa, made.id, Role.DEPUTY)
        people.link(db, made.khoa, "telegram:5", now)
        units.set_sending(db, made.id, now)
    return made


def ticks(office: Office, moment: datetime, folder: Path | None = None) -> dict[str, str]:
    """Who is told what at a moment."""
    with office.store.transaction() as db:
        before = set(db.scalars(select(Outbox.id)))
        digests.tick(db, moment, VIETNAM, papers=folder is not None)
    if folder is not None:
        fulfil(office.store, moment, data_dir=folder)
    with office.store.transaction() as db:
        rows = db.execute(select(Outbox.id, Outbox.chat, Outbox.payload)).all()
    heard: dict[str, str] = {}
    for row in rows:
        if row.id not in before:
            heard[row.chat] = f"{heard.get(row.chat, '')}{row.payload['text']}\n\n"
    return heard


def escalated(text: str) -> list[str]:
    """The lines of the message about work that stays late."""
    return next((part.split("\n") for part in text.split("\n\n") if "chậm kéo dài" in part), [])


def test_late_work_climbs_from_head_to_deputy_to_chairperson_each_once(office: Office):
    told = {day: ticks(office, at(day)) for day in (date(2026, 11, 26 + n) for n in range(5))}
    told |= {day: ticks(office, at(day)) for day in (date(2026, 12, n) for n in range(1, 15))}
    first = {chat: min(day for day, heard in told.items() if "chậm kéo dài" in heard.get(chat, "")) for chat in
             ("telegram:3", "telegram:5", "telegram:4")}  # fmt: skip
    assert first == {"telegram:3": date(2026, 11, 30), "telegram:5": date(2026, 12, 3), "telegram:4": date(2026, 12, 9)}
    assert [chat for heard in told.values() for chat, text in heard.items() if "2.1.3" in " ".join(escalated(text))] == list(first)
    assert "2.1.3 Báo cáo kết quả thực hiện tiêu chí 2.1.3 (Võ Thị Kim Ngân): quá hạn 03 ngày làm việc" in told[date(2026, 11, 30)]["telegram:3"]
    assert "telegram:2" not in {chat for heard in told.values() for chat in heard}


def test_the_person_concerned_is_skipped_and_what_is_blocked_stands_first(office: Office):
    with office.store.transaction() as db:
        unit = people.by_id(db, office.ha).unit_id
        small_office.row(db, office.id, unit, "5.1", office.ha, due_on=november(25))
        updates.block(db, office.rows["2.1.3"], "chờ kinh phí", Stamp(office.ngan, office.now, "text"))
    told = ticks(office, at(november(30)))
    head = escalated(told["telegram:3"])
    assert not [line for line in head if "5.1" in line], "the head is not told of the own row"
    assert "- 5.1 Báo cáo kết quả thực hiện tiêu chí 5.1 (Lê Thu Hà): quá hạn 03 ngày làm việc" in escalated(told["telegram:5"])
    assert head[1:3] == ["Đang vướng, đề nghị tháo gỡ:", "- 2.1.3 Báo cáo kết quả thực hiện tiêu chí 2.1.3 (Võ Thị Kim Ngân): quá hạn 03 ngày làm việc; chờ kinh phí"]


def test_a_field_has_its_deputy_and_the_steps_are_data(office: Office):
    with office.store.transaction() as db:
        units.set_setting(db, office.id, "escalation", [1, 2, 3])
        units.set_setting(db, office.id, "deputy_fields", {str(office.khoa): ["Cải cách thể chế"]})
    assert "telegram:3" in ticks(office, at(november(26)))
    told = ticks(office, at(november(27)))
    assert "telegram:5" not in told, "another field"
    assert "2.1.3" in told["telegram:4"]


def test_what_was_late_before_sending_began_is_left_to_the_digests(office: Office):
    with office.store.transaction() as db:
        units.set_sending(db, office.id, at(november(27)))
    told = [ticks(office, at(date(2026, 12, day))) for day in range(1, 12)]
    assert not [text for heard in told for text in heard.values() if "kéo dài" in text]


def test_mondays_and_only_mondays_bring_the_digest_and_the_workbook(office: Office, tmp_path: Path):
    with office.store.transaction() as db:
        for code in ("3.3", "7.1"):
            small_office.row(db, office.id, office.id, code, office.ngan, due_on=date(2026, 12, 4), kind=Kind.FIGURE)
    heard = {day: ticks(office, at(november(day)), tmp_path) for day in range(21, 31)}
    mondays = {day: told for day, told in heard.items() if any("Tuần từ ngày" in text for text in told.values())}
    assert set(mondays) == {23, 30}
    chief = mondays[30]["telegram:4"]
    assert "Dự kiến" in chief
    assert "Chốt số liệu 04/12: có 02 chỉ tiêu cần số." in chief
    assert "Việc trong tuần từ ngày 30/11/2026" in mondays[30]["telegram:1"]
    with office.store.transaction() as db:
        file = [row.payload["file"] for row in db.execute(select(Outbox.payload).order_by(Outbox.id)) if row.payload.get("file")][-1]
    assert file["name"] == "Việc trong tuần 30-11-2026 - UBND phường Minh Tân.xlsx"
    sheet = openpyxl.load_workbook(tmp_path / file["path"]).active
    codes = [row[1].value for row in sheet.iter_rows(min_row=5)]
    assert codes == ["2.1.3", "3.3", "7.1"], "late, or due before the next Monday"


def test_monday_off_moves_the_digest_to_the_first_working_day(office: Office):
    with office.store.transaction() as db:
        units.set_sending(db, office.id, at(date(2026, 8, 20)))
    assert ticks(office, at(date(2026, 8, 31))) == {}  # a day off, swapped with 22/08
    assert ticks(office, at(date(2026, 9, 1))) == {}
    assert "Tuần từ ngày 03/09/2026" in ticks(office, at(date(2026, 9, 3)))["telegram:4"]


def test_nothing_goes_out_before_sending_starts_at_night_or_on_days_off(office: Office):
    assert ticks(office, at(november(30), 7)) == {}
    assert ticks(office, at(november(29), 9)) == {}
    with office.store.transaction() as db:
        units.set_sending(db, office.id, None)
    assert ticks(office, at(november(30))) == {}


def test_the_evening_before_a_sitting_brings_the_list_and_a_decision_is_one_tap(office: Office):
    tung, ngan, chief = (office.phone(f"telegram:{n}") for n in (1, 2, 4))
    tung.goes("sitting_new")
    assert "Lịch họp: thứ Hai 30/11." in tung.says("30/11")
    ngan.goes(f"status:{office.rows['1.2.4']}:done")
    assert ticks(office, at(november(26), 16, 30)) == {}
    chief.sees()
    assert set(ticks(office, at(november(27), 16, 30))) == {"telegram:1", "telegram:4"}, "Friday before Monday"
    assert "Đã báo hoàn thành, chưa có tài liệu kiểm chứng (01):\n- Võ Thị Kim Ngân: 1.2.4" in chief.sees()
    assert "Quá hạn (01):\n- Võ Thị Kim Ngân: 2.1.3" in chief.text
    chief.taps("Ghi kết luận 2.1.3")
    chief.says("Hoàn thành trước 02/12")
    assert "Hoàn thành trước 02/12" in ngan.sees()


def test_nobody_is_offered_to_note_a_decision_on_an_own_row(office: Office):
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == office.rows["2.1.3"]).values(person_id=office.tung))
    tung, chief = office.phone("telegram:1"), office.phone("telegram:4")
    tung.goes("sitting_new")
    tung.says("30/11")
    ticks(office, at(november(27), 16, 30))
    assert "- Trần Minh Tùng: 2.1.3" in tung.sees()
    assert "Ghi kết luận 2.1.3" not in tung.labels
    chief.sees()
    assert "Ghi kết luận 2.1.3" in chief.labels


@pytest.mark.parametrize("was_up", [True, False])
def test_who_did_not_get_the_list_the_day_before_gets_it_in_the_morning_of_the_sitting(office: Office, was_up: bool):
    tung, chief = office.phone("telegram:1"), office.phone("telegram:4")
    tung.goes("sitting_new")
    tung.says("27/11")
    if was_up:
        assert set(ticks(office, at(november(26), 16, 30))) == {"telegram:1", "telegram:4"}
    chief.sees()
    ticks(office, at(november(27), 7, 45))
    assert ("Họp thứ Sáu 27/11. Nội dung cần trao đổi:" in chief.sees()) is not was_up
    ticks(office, at(november(30), 7, 45))
    assert "Nội dung cần trao đổi" not in chief.sees()


def test_steps_of_a_plan_are_reminded_within_the_one_morning_message(office: Office):
    row = office.rows["1.2.4"]  # due 10/12: no step of the ladder falls on 24/11
    with office.store.transaction() as db:
        people.set_hour(db, office.ngan, None)
        plans.put(db, row, [("Thu thập số liệu", november(25)), ("Ký", date(2026, 12, 2))], purpose="plan", by=office.ngan, at=office.now)
        plan.tick(db, at(november(23)), VIETNAM)
        before = set(db.scalars(select(Outbox.id)))
        plan.tick(db, at(november(24)), VIETNAM)
        new = [one for one in db.scalars(select(Outbox.id).where(Outbox.person_id == office.ngan)) if one not in before]
        assert len(new) == 1
        claimed = outbox.claim(db, "test", ["telegram"], 50, at(november(24)))
        text = next(ready(db, one, at(november(24)), VIETNAM).message.text for one in claimed if one.id == new[0])
    assert "Bước Thu thập số liệu: thứ Tư 25/11. Đề nghị báo bước này đã xong chưa." in text
    assert "Ký" not in text


def test_the_reason_that_was_given_stands_beside_late_work(office: Office):
    with office.store.transaction() as db:
        made = causes.give(db, office.rows["2.1.3"], "chờ số liệu của công an", by=office.ngan, at=office.now)
        causes.decide(db, made, confirmed=True, by=office.chu, at=office.now)
    assert "quá hạn 03 ngày làm việc; lý do: chờ số liệu của công an (khách quan)" in ticks(office, at(november(30)))["telegram:3"]


def test_mondays_digest_greets_before_it_names_the_week(office: Office):
    told = ticks(office, at(november(23)))
    assert told["telegram:4"].startswith("Kính báo cáo Chủ tịch.\nTuần từ ngày 23/11/2026.\nTiến độ CCHC")
    assert told["telegram:3"].startswith("Tuần từ ngày 23/11/2026.\nTiến độ CCHC")
