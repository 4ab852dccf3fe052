"""Lost phones, links removed, work that changes hands, people who leave."""

import pytest
from sqlalchemy import select

from storage.office import people
from storage.rules.status import Progress, Role
from storage.tables import Outbox, Update
from storage.work import assignments, updates
from storage.work.updates import Report, Stamp
from tests.flows.small_office import HA, KHOA, NGAN, TUNG


def person_of_chat(office, chat):
    with office.store.transaction() as db:
        return people.by_chat(db, chat)


def test_a_lost_phone_is_locked_after_a_question(office, tung):
    question = tung.goes(f"lock:{office.ngan}")
    assert f"Khóa máy của đồng chí {NGAN} (Telegram)?" in question
    assert person_of_chat(office, "telegram:2") is not None
    assert "Đã khóa máy" in tung.taps("Khóa máy")
    assert person_of_chat(office, "telegram:2") is None


def test_nothing_from_a_locked_phone_counts_until_a_new_code(office, tung):
    ngan = office.phone("telegram:2")
    before = tung.goes(f"invite:{office.ngan}")
    tung.goes(f"lock:{office.ngan}:yes")
    told = ngan.sees()
    assert "đã được đơn vị khóa" in told
    assert NGAN not in told
    answer = ngan.goes(f"status:{office.rows['1.2.4']}:done")
    assert "chưa được liên kết" in answer
    old = before.partition("/start ")[2].split()[0]
    assert NGAN not in office.phone("telegram:7").says(f"/start {old}")
    new = tung.goes(f"invite:{office.ngan}").partition("/start ")[2].split()[0]
    assert NGAN in office.phone("telegram:22").says(f"/start {new}")
    with office.store.transaction() as db:
        assert not people.by_id(db, office.ngan).locked
        assert assignments.get(db, office.rows["1.2.4"]).progress is Progress.NOT_STARTED


def test_what_a_lost_phone_reported_lately_is_to_be_confirmed_again(office, tung, now):
    with office.store.transaction() as db:
        row = office.rows["2.1.3"]
        updates.report(db, row, Report(Progress.REPORTED), Stamp(office.ngan, now, "tap"), now.date())
    answer = tung.goes(f"lock:{office.ngan}:yes")
    assert "Trong 03 ngày qua, máy này đã báo cáo: 2.1.3" in answer
    assert "2.1.3" in tung.labels


def test_the_other_coordinators_learn_of_a_lock(office, tung):
    tung.goes(f"role:{office.ha}:coordinator:on")
    ha = office.phone("telegram:3")
    tung.goes(f"lock:{office.ngan}:yes")
    assert f"Đồng chí {TUNG} đã khóa máy của đồng chí {NGAN}" in ha.sees()


def test_what_waits_for_a_locked_phone_is_not_sent(office, tung):
    tung.goes(f"role:{office.ngan}:reviewer:on")
    tung.goes(f"lock:{office.ngan}:yes")
    with office.store.transaction() as db:
        rows = db.execute(select(Outbox.state, Outbox.key).where(Outbox.chat == "telegram:2")).all()
    assert {(row.state, row.key.partition(":")[0]) for row in rows} == {("cancelled", "role"), ("pending", "bye")}


def test_a_link_is_removed_after_a_question(office, tung):
    assert "Hủy liên kết của đồng chí" in tung.goes(f"unlink:{office.ngan}")
    assert person_of_chat(office, "telegram:2") is not None
    assert "Đã hủy liên kết" in tung.taps("Hủy liên kết")
    assert person_of_chat(office, "telegram:2") is None
    with office.store.transaction() as db:
        assert not people.by_id(db, office.ngan).locked
    assert "chưa kết nối máy nào" in tung.goes(f"unlink:{office.khoa}")


def test_rows_move_only_when_the_successor_says_yes(office, tung):
    ha, ngan = office.phone("telegram:3"), office.phone("telegram:2")
    assert "02 tiêu chí" in tung.goes(f"handover:{office.ngan}")
    assert f"Đã hỏi đồng chí {HA} nhận 02 tiêu chí" in tung.taps(HA)
    assert holder(office, "1.2.4") == office.ngan
    request = ha.sees()
    assert "1.2.4" in request
    assert "hạn 10/12/2026" in request
    assert "Đã ghi: đồng chí nhận 02 tiêu chí" in ha.taps("Nhận 02 việc")
    assert (holder(office, "1.2.4"), holder(office, "2.1.3")) == (office.ha, office.ha)
    assert f"Đồng chí {HA} đã nhận 02 tiêu chí của đồng chí" in ngan.sees()
    assert f"Đồng chí {HA} đã nhận 02 tiêu chí của đồng chí {NGAN}" in tung.sees()


def holder(office, code):
    with office.store.transaction() as db:
        return assignments.get(db, office.rows[code]).person_id


def test_dates_state_and_history_stay_and_accepted_rows_keep_their_name(office, tung):
    ha = office.phone("telegram:3")
    tung.goes(f"handover:{office.ngan}:{office.ha}")
    ha.sees()
    ha.taps("Nhận 02 việc")
    with office.store.transaction() as db:
        work = assignments.get(db, office.rows["2.1.3"])
        lines = db.execute(select(Update.kind, Update.before, Update.after).where(Update.assignment_id == work.id)).all()
    assert work.progress is Progress.IN_PROGRESS
    assert f"{work.due_on:%d/%m/%Y}" == "25/11/2026"
    assert [(line.kind, line.before, line.after) for line in lines] == [
        ("handover", {"person_id": office.ngan}, {"person_id": office.ha})
    ]
    assert holder(office, "3.1") == office.ngan


def test_a_successor_may_decline_and_the_coordinator_chooses_again(office, tung):
    ha = office.phone("telegram:3")
    tung.goes(f"handover:{office.ngan}:{office.ha}")
    ha.sees()
    assert "đồng chí không nhận" in ha.taps("Không nhận")
    assert f"Đồng chí {HA} không nhận việc" in tung.sees()
    assert holder(office, "1.2.4") == office.ngan
    assert "không còn hiệu lực" in ha.goes("take_over:1:yes")
    assert holder(office, "1.2.4") == office.ngan


def test_nobody_else_can_say_yes_and_a_yes_counts_once(office, tung):
    tung.goes(f"handover:{office.ngan}:{office.ha}")
    chu, ha = office.phone("telegram:4"), office.phone("telegram:3")
    chu.goes("take_over:1:yes")
    assert holder(office, "1.2.4") == office.ngan
    ha.goes("take_over:1:yes")
    tung.sees()
    ha.goes("take_over:1:yes")
    assert tung.sees() == ""
    assert holder(office, "1.2.4") == office.ha


def test_a_newer_proposal_takes_the_place_of_the_older(office, tung):
    tung.goes(f"handover:{office.ngan}:{office.ha}")
    tung.goes(f"handover:{office.ngan}:{office.chu}")
    office.phone("telegram:3").goes("take_over:1:yes")
    assert holder(office, "1.2.4") == office.ngan
    office.phone("telegram:4").goes("take_over:2:yes")
    assert holder(office, "1.2.4") == office.chu


def test_a_successor_without_a_phone_cannot_be_asked(office, tung):
    assert f"Đồng chí {KHOA} chưa kết nối" in tung.goes(f"handover:{office.ngan}:{office.khoa}")
    assert "hết hạn" not in tung.text
    assert holder(office, "1.2.4") == office.ngan


def test_who_leaves_with_work_is_asked_about_the_handover_first(office, tung):
    question = tung.goes(f"left:{office.ngan}")
    assert "còn phụ trách 02 tiêu chí" in question
    assert tung.labels == ["Bàn giao trước", "Cho nghỉ ngay", "Thôi"]


def test_who_leaves_is_unlinked_at_once_and_the_rows_are_listed(office, tung):
    code = tung.goes(f"invite:{office.ngan}").partition("/start ")[2].split()[0]
    tung.goes(f"left:{office.ngan}")
    gone = tung.taps("Cho nghỉ ngay")
    assert "02 tiêu chí nay chưa có người phụ trách" in gone
    assert "2.1.3" in gone
    assert (holder(office, "1.2.4"), holder(office, "3.1")) == (None, office.ngan)
    assert person_of_chat(office, "telegram:2") is None
    assert NGAN not in office.phone("telegram:2").says(f"/start {code}")
    assert NGAN not in tung.goes("people")
    assert "không còn hiệu lực" in tung.goes(f"person:{office.ngan}")


def test_rows_without_a_person_are_given_to_somebody_by_name(office, tung):
    tung.goes(f"left:{office.ngan}:yes")
    tung.taps("Giao người phụ trách")
    tung.taps("1.2.4")
    assert "chưa ghi gì" in tung.says("Nguyễn Không Có")
    assert f"1.2.4: đã ghi. Phụ trách: {HA}" in tung.says("lê thu hà")
    assert holder(office, "1.2.4") == office.ha


def test_the_last_coordinator_cannot_be_sent_away(office, tung):
    tung.goes(f"role:{office.ha}:coordinator:on")
    ha = office.phone("telegram:3")
    ha.goes(f"left:{office.tung}:yes")
    with office.store.transaction() as db:
        assert people.holders(db, office.id, Role.COORDINATOR) == [office.ha]
        person = people.by_id(db, office.ha)
        with pytest.raises(Exception, match="last_coordinator"):
            people.keep_a_coordinator(db, person)
