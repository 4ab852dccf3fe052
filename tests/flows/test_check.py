"""The check: who may, never one's own, what the owner is told, and how checkers learn of it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.flows.checking.check import tell_checkers
from bot.incoming import Incoming
from bot.turn import Site, Turn, keep_answers
from locales.formats import VIETNAM
from storage.checking import checks
from storage.db import Store
from storage.errors import NotAllowed, NotOpen, OwnWork
from storage.messages import conversations
from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Update, Verdict
from storage.work import assignments
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path: Path, now) -> Office:
    made = Office(store, tmp_path, now)
    made.reported("2.1.3")
    with store.transaction() as db:
        db.execute(update(Criterion).values(required_evidence=None))
    return made


def progress(office: Office, code: str) -> str:
    return office.column(select(Assignment.progress).where(Assignment.id == office.rows[code]))[0]


def test_the_queue_holds_what_one_covers_the_longest_waiting_first_and_never_own_rows(office: Office):
    office.reported("2.1.4", ago=timedelta(days=2))
    office.reported("2.3.1")
    told = office.phones["dung"].goes("checks")
    assert told.startswith("Chờ kiểm tra: 02 việc.\n1. 2.1.4: ")
    assert "2.3.1" not in told
    assert office.phones["chi"].goes("checks").startswith("Chờ kiểm tra: 03 việc.")


@pytest.mark.parametrize(
    "route", ["checks", "check:{}", "accept:{}", "accept:{}:20261118", "accept_on:{}", "more:{}", "more_because:{}:1"]
)
@pytest.mark.parametrize("who", ["an", "binh", "ha"])
def test_who_holds_no_checking_role_may_take_no_step_of_it(office: Office, who: str, route: str):
    told = office.phones[who].goes(route.format(office.rows["2.1.3"]))
    assert "dành cho vai trò khác" in told
    assert progress(office, "2.1.3") == "reported"
    assert office.column(select(Verdict.id)) == []


@pytest.mark.parametrize("route", ["check:{}", "accept:{}", "more:{}", "more_because:{}:1"])
def test_a_head_of_another_unit_may_not_check(office: Office, route: str):
    with office.store.transaction() as db:
        other = units.section(db, office.id, "Phòng Kinh tế")
        people.grant(db, office.people["ha"], other, Role.HEAD)
    assert "dành cho vai trò khác" in office.phones["ha"].goes(route.format(office.rows["2.1.3"]))
    assert office.phones["ha"].goes("checks") == "Không có việc chờ đồng chí kiểm tra."


@pytest.mark.parametrize(("who", "role"), [("dung", None), ("chi", None), ("ha", Role.REVIEWER)])
def test_head_coordinator_and_reviewer_may_check(office: Office, who: str, role: Role | None):
    if role:
        with office.store.transaction() as db:
            people.grant(db, office.people[who], office.id, role)
    office.phones[who].goes(f"accept:{office.rows['2.1.3']}")
    assert progress(office, "2.1.3") == "confirmed"


async def test_the_card_shows_who_when_the_dates_and_the_documents(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("bao cao.pdf"), caption="2.1.3")
    await office.fetcher.run_once()
    told = office.phones["dung"].goes(f"check:{office.rows['2.1.3']}")
    assert "Đồng chí Lê Văn An báo hoàn thành lúc 13 giờ 00 ngày 20/11/2026." in told
    assert "Hoàn thành ngày 18/11/2026, hạn 15/12/2026." in told
    assert "Tài liệu đã gửi: 01.\n- bao cao.pdf, đồng chí Lê Văn An" in told
    assert office.phones["dung"].labels == ["Chấp nhận", "Yêu cầu bổ sung", "Sửa ngày hoàn thành", "Xem tài liệu", "Hỏi ý kiến"]


def test_accepting_confirms_the_completion_date_and_tells_the_owner(office: Office):
    dung = office.phones["dung"]
    dung.goes(f"check:{office.rows['2.1.3']}")
    assert dung.taps("Chấp nhận").startswith("2.1.3: đã xác nhận, hoàn thành ngày 18/11/2026.")
    assert office.phones["an"].sees() == "2.1.3: đồng chí Võ Văn Dũng đã kiểm tra và xác nhận, hoàn thành ngày 18/11/2026."
    assert office.column(select(Verdict.accepted)) == [True]
    assert office.column(select(Update.kind)) == ["check"]
    assert "không chờ kiểm tra" in dung.goes(f"accept:{office.rows['2.1.3']}")
    assert len(office.column(select(Verdict.id))) == 1


def test_the_checker_may_correct_the_completion_date(office: Office):
    dung = office.phones["dung"]
    dung.goes(f"check:{office.rows['2.1.3']}")
    dung.taps("Sửa ngày hoàn thành")
    assert "Chưa đọc được ngày" in dung.says("hôm nào đó")
    assert "hoàn thành ngày 12/11/2026" in dung.says("12/11")
    assert office.column(select(Assignment.completed_on).where(Assignment.id == office.rows["2.1.3"])) == [date(2026, 11, 12)]


def test_without_a_completion_date_it_is_asked_for(office: Office):
    office.reported("2.1.3", completed_on=None)
    dung = office.phones["dung"]
    assert "hoàn thành ngày nào" in dung.goes(f"accept:{office.rows['2.1.3']}")
    assert "đã xác nhận, hoàn thành ngày 20/11/2026" in dung.taps("Ngày báo: 20/11/2026")


@pytest.mark.parametrize("day", ["0", "20261399", "abc"])
def test_a_forged_date_is_refused(office: Office, day: str):
    assert "không còn hiệu lực" in office.phones["dung"].goes(f"accept:{office.rows['2.1.3']}:{day}")
    assert progress(office, "2.1.3") == "reported"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [("1", "thiếu chữ ký, con dấu"), ("danh sách hội nghị thiếu chữ ký.", "danh sách hội nghị thiếu chữ ký")],
)
def test_asking_for_more_tells_the_owner_the_reason_at_once(office: Office, answer: str, reason: str):
    dung = office.phones["dung"]
    dung.goes(f"check:{office.rows['2.1.3']}")
    dung.taps("Yêu cầu bổ sung")
    assert dung.says(answer).startswith(f"2.1.3: đã yêu cầu bổ sung: {reason}. Đã báo đồng chí Lê Văn An.")
    an = office.phones["an"]
    assert an.sees().startswith(f"2.1.3 cần bổ sung. Đồng chí Võ Văn Dũng đề nghị: {reason}. Tài liệu đã gửi vẫn được giữ.")
    assert an.labels[0] == "Gửi tài liệu"
    assert progress(office, "2.1.3") == "returned"


def test_an_accepted_row_can_be_opened_again_by_its_checker(office: Office):
    dung = office.phones["dung"]
    dung.goes(f"accept:{office.rows['2.1.3']}")
    dung.taps("Yêu cầu bổ sung")
    dung.says("2")
    assert progress(office, "2.1.3") == "returned"


def test_nobody_checks_their_own_and_another_checker_is_told(office: Office):
    office.reported("2.3.1")
    told = office.phones["dung"].goes(f"accept:{office.rows['2.3.1']}")
    assert told == "2.3.1: Đồng chí phụ trách tiêu chí này; đã chuyển đồng chí Huỳnh Thanh Chi kiểm tra."
    assert "2.3.1" in office.phones["chi"].sees()
    assert progress(office, "2.3.1") == "reported"
    for route in ("check:{}", "more:{}", "more_because:{}:1", "accept_on:{}"):
        assert "đã chuyển đồng chí Huỳnh Thanh Chi" in office.phones["dung"].goes(route.format(office.rows["2.3.1"]))
        assert office.phones["chi"].sees() == ""
    assert office.column(select(Verdict.id)) == []


def test_where_nobody_else_may_check_it_is_refused(office: Office):
    office.reported("1.1.1")
    with office.store.transaction() as db:
        people.leave(db, office.people["dung"], office.now, office.now.date())
    assert "không tự kiểm tra" in office.phones["chi"].goes(f"accept:{office.rows['1.1.1']}")
    assert progress(office, "1.1.1") == "reported"


def test_the_rules_hold_below_the_conversation_too(office: Office):
    office.reported("2.3.1")
    with office.store.transaction() as db:
        an, dung = (people.by_id(db, office.people[key]) for key in ("an", "dung"))
        with pytest.raises(NotAllowed):
            checks.accept(db, an, office.rows["2.3.1"], date(2026, 11, 18), office.now)
        with pytest.raises(OwnWork):
            checks.accept(db, dung, office.rows["2.3.1"], date(2026, 11, 18), office.now)
        with pytest.raises(NotOpen):
            checks.send_back(db, dung, office.rows["2.1.4"], "x", office.now)


def report_done(office: Office, code: str, *, minutes: int = 0) -> None:
    moment = office.now + timedelta(minutes=minutes)
    with office.store.transaction() as db:
        an = people.by_id(db, office.people["an"])
        incoming = Incoming("tap", "telegram:1", "telegram:1")
        turn = Turn(db, moment, Site(VIETNAM), incoming, 5_000_000 + minutes, conversations.get(db, "telegram:1", moment), an)
        tell_checkers(turn, assignments.get(db, office.rows[code]))
        keep_answers(turn, None)


def test_those_who_may_check_learn_of_a_report_and_the_owner_does_not(office: Office):
    report_done(office, "2.1.3")
    for who in ("dung", "chi"):
        told = office.phones[who].sees()
        assert told.startswith("2.1.3 (Công khai thủ tục hành chính 2.1.3): đồng chí Lê Văn An đã báo hoàn thành, chờ kiểm tra.")
        assert office.phones[who].labels == ["Kiểm tra", "Việc chờ kiểm tra"]
    assert office.phones["an"].sees() == ""
    assert office.phones["ha"].sees() == ""


def test_a_checker_gets_at_most_one_message_an_hour_and_what_came_meanwhile_is_told_in_the_next(office: Office):
    for minutes, code in ((0, "2.1.3"), (5, "2.1.4"), (9, "1.1.1")):
        report_done(office, code, minutes=minutes)
    rows = office.outbox(f"checks:{office.people['dung']}:")
    assert [row.key.rpartition(":")[2] for row in rows] == ["15", "16"]
    assert rows[1].not_before == office.now + timedelta(hours=1)
    assert rows[1].payload["text"] == "Có thêm việc đã báo hoàn thành, chờ đồng chí kiểm tra."


def test_a_report_in_the_chat_reaches_the_checker_and_the_check_reaches_the_official(office: Office):
    an, dung = office.phones["an"], office.phones["dung"]
    an.goes(f"status:{office.rows['2.1.4']}:done")
    assert "2.1.4" in dung.sees()
    dung.taps("Kiểm tra")
    dung.taps("Chấp nhận")
    assert "đã kiểm tra và xác nhận" in an.sees()
    assert "Không còn nội dung nào bỏ được" in an.goes("undolast")
