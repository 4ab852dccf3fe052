"""The check beyond yes and no: by when more is wanted, a colleague's opinion, the office's own reasons, additions and versions."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import insert, select

from storage.db import Store
from storage.tables import Assignment, Criterion, EvidenceFor, Opinion, Score, Update, Verdict
from tests.evidence import hostile
from tests.flows.evidence_office import Office


@pytest.fixture
def office(store: Store, tmp_path, now) -> Office:
    made = Office(store, tmp_path, now)
    made.reported("2.1.3")
    return made


def test_more_is_wanted_by_a_day_that_the_checker_may_move_and_the_owner_is_told_both_times(office: Office):
    dung, an = office.phones["dung"], office.phones["an"]
    dung.goes(f"more:{office.rows['2.1.3']}")
    assert "Hạn gửi lại: trước 16 giờ 00 ngày 25/11/2026." in dung.says("1")
    assert "Gửi lại trước 16 giờ 00 ngày 25/11/2026." in an.sees()
    dung.taps("Đổi hạn gửi lại")
    assert "Chưa đọc được ngày" in dung.says("sớm nhé")
    assert "hạn gửi lại trước 16 giờ 00 ngày 08/12/2026" in dung.says("08/12")
    assert "Gửi lại trước 16 giờ 00 ngày 08/12/2026." in an.sees()
    assert len(office.column(select(Verdict.id))) == 1
    assert "dành cho vai trò khác" in an.goes(f"more_by:{office.rows['2.1.3']}:20261209")


def test_a_colleague_is_asked_answers_and_decides_nothing(office: Office):
    dung, chi = office.phones["dung"], office.phones["chi"]
    dung.goes(f"check:{office.rows['2.1.3']}")
    assert "hỏi ý kiến ai" in dung.taps("Hỏi ý kiến")
    assert dung.labels[:1] == ["Huỳnh Thanh Chi"], "neither the owner nor oneself"
    dung.taps("Huỳnh Thanh Chi")
    assert "đồng chí Võ Văn Dũng hỏi ý kiến đồng chí" in chi.sees()
    chi.taps("Viết ý kiến")
    assert "đã chuyển ý kiến" in chi.says("thiếu dấu của phường")
    assert "đồng chí Huỳnh Thanh Chi có ý kiến: thiếu dấu của phường." in dung.sees()
    assert "Ý kiến đồng chí Huỳnh Thanh Chi: thiếu dấu của phường." in dung.goes(f"check:{office.rows['2.1.3']}")
    assert office.column(select(Verdict.id)) == []
    asked = office.column(select(Opinion.id))[0]
    assert "không còn hiệu lực" in chi.goes(f"opine:{asked}:1"), "once"
    assert "không còn hiệu lực" in dung.goes(f"opine:{asked}:1"), "and by nobody else"
    assert "dành cho vai trò khác" in dung.goes(f"opinion:{office.rows['2.1.3']}:{office.people['an']}")


def test_reasons_that_the_office_writes_again_and_again_become_choices(office: Office):
    dung = office.phones["dung"]
    for code in ("2.1.3", "2.1.4"):
        office.reported(code)
        dung.goes(f"more:{office.rows[code]}")
        dung.says("thiếu phụ lục số liệu")
    office.reported("2.1.3")
    dung.goes(f"more:{office.rows['2.1.3']}")
    assert "Thiếu phụ lục số liệu" in dung.labels
    assert "đã yêu cầu bổ sung: thiếu phụ lục số liệu." in dung.taps("Thiếu phụ lục số liệu")


async def test_what_came_after_more_was_asked_for_is_marked_and_versions_are_counted(office: Office):
    an, dung = office.phones["an"], office.phones["dung"]
    for number, minutes in ((1, 0), (2, 90)):
        office.now = an.now = dung.now = office.now + timedelta(minutes=minutes)
        an.sends(office.platform.file("bao cao.pdf", hostile.pdf() + b"%" * number), caption="2.1.3", batch=str(number))
        await office.fetcher.run_once(office.now)
        if number == 1:
            dung.goes(f"more_because:{office.rows['2.1.3']}:1")
    office.reported("2.1.3")
    card = dung.goes(f"check:{office.rows['2.1.3']}")
    first, second = (line for line in card.splitlines() if line.startswith("- bao cao.pdf"))
    assert first.endswith("(bản 1)")
    assert second.endswith("(bản 2), bổ sung sau khi yêu cầu")


async def test_what_comes_after_the_first_verification_belongs_to_the_explanation(office: Office):
    an = office.phones["an"]
    an.sends(office.platform.file("truoc.pdf", hostile.pdf()), caption="2.1.3", batch="1")
    await office.fetcher.run_once()
    with office.store.transaction() as db:
        db.execute(insert(Score).values(assignment_id=office.rows["2.1.3"], stage="verified_1", points=Decimal(0), at=office.now))
    an.sends(office.platform.file("sau.pdf", hostile.pdf() + b"%"), caption="2.1.3", batch="2")
    await office.fetcher.run_once()
    assert office.column(select(EvidenceFor.stage).order_by(EvidenceFor.id)) == [None, "explain"]


def test_a_long_queue_is_told_with_its_age_and_can_be_read_by_field(office: Office):
    with office.store.transaction() as db:
        fields = [
            db.scalars(insert(Criterion).values(campaign_id=office.campaign, level="field", code=None, title=title, position=1, kind="product", rule={}, number_only=False, last_year={}).returning(Criterion.id)).one()
            for title in ("Cải cách thể chế", "Cải cách thủ tục hành chính")
        ]
    for number in range(10):
        office.rows[f"9.{number}"] = office.row(f"9.{number}", "an")
        office.reported(f"9.{number}", ago=timedelta(days=4))
        with office.store.transaction() as db:
            db.execute(Criterion.__table__.update().where(Criterion.code == f"9.{number}").values(field_id=fields[number % 2]))
    chi = office.phones["chi"]
    told = chi.goes("checks")
    assert "đã chờ 04 ngày" in told
    assert "Cải cách thể chế (05)" in chi.labels
    assert chi.taps("Cải cách thể chế (05)").startswith("Chờ kiểm tra: 05 việc.")


@pytest.mark.parametrize("way", ["tap", "bấm nhầm", "em bam nham roi a"])
def test_asking_for_more_by_mistake_is_taken_back_and_the_owner_need_send_nothing(office: Office, way: str):
    dung, an, row = office.phones["dung"], office.phones["an"], office.rows["2.1.3"]
    dung.goes(f"more:{row}")
    dung.says("1")
    an.sees()
    told = dung.taps("Ghi nhầm, bỏ") if way == "tap" else dung.says(way)
    assert told.startswith("2.1.3: đã bỏ yêu cầu, trở lại: Đã báo hoàn thành")
    assert "không phải gửi gì" in an.sees()
    assert office.column(select(Verdict.id)) == []
    assert "Chấp nhận" in (dung.taps("Kiểm tra") and dung.labels)
    assert "Không còn nội dung nào bỏ được" in dung.goes("more_back:1"), "once"


def test_more_that_was_answered_or_asked_by_somebody_else_is_not_taken_back(office: Office):
    dung, an, row = office.phones["dung"], office.phones["an"], office.rows["2.1.3"]
    dung.goes(f"more:{row}")
    dung.says("1")
    back = next(one.route for one in dung.messages[-1].choices if one.label == "Ghi nhầm, bỏ")
    assert "dành cho vai trò khác" in an.goes(back)
    assert "đã ghi" in an.says("2.1.3 xong")
    assert "Không còn nội dung nào bỏ được" in dung.goes(back)


def test_the_day_of_the_result_stands_when_more_was_asked_for_and_sent(office: Office):
    office.reported("2.1.3", ago=timedelta(days=30), completed_on=date(2026, 10, 14))
    office.phones["chi"].goes(f"more:{office.rows['2.1.3']}")
    office.phones["chi"].says("thiếu ảnh niêm yết")
    an = office.phones["an"]
    assert "Hoàn thành ngày 14/10/2026" in an.says("2.1.3 xong"), "the days that the check took are not the official's"
    office.phones["chi"].goes(f"more:{office.rows['2.1.3']}")
    office.phones["chi"].says("thiếu chữ ký")
    assert "Hoàn thành ngày 10/11/2026" in an.says("2.1.3 xong, số 12/BC-UBND ngày 10/11/2026"), "a day that is said counts"


def test_of_a_row_that_nobody_answers_for_nobody_is_said_to_be_told(office: Office):
    office.set_row("2.1.3", person_id=None)
    dung, row = office.phones["dung"], office.rows["2.1.3"]
    asked = dung.goes(f"more:{row}")
    returned = dung.says("1")
    moved = dung.goes(f"more_by:{row}:20261208")
    dung.goes(f"more_by:{row}")
    back = dung.goes(next(f"more_back:{one}" for one in office.column(select(Update.id).where(Update.assignment_id == row))))
    accepted = dung.goes(f"accept:{row}")
    for told in (asked, returned, moved, back, accepted):
        assert "đồng chí -" not in told.lower()
        assert "đã báo đồng chí" not in told.lower()
    assert back == "2.1.3: đã bỏ yêu cầu, trở lại: Đã báo hoàn thành."
    assert accepted.startswith("2.1.3: đã xác nhận, hoàn thành ngày 18/11/2026. Trong hồ sơ")


def test_a_check_that_found_a_row_not_arising_is_not_taken_back_as_a_check(office: Office):
    an, dung, row = office.phones["an"], office.phones["dung"], office.rows["2.1.4"]
    an.goes(f"nil:{row}:yes")
    assert "không phát sinh" in dung.goes(f"nil_confirm:{row}").lower()
    line = office.column(select(Update.id).where(Update.kind == "check"))[0]
    for route in (f"more_back:{line}", f"accept_back:{line}:{line}"):
        assert "Không còn nội dung nào bỏ được" in dung.goes(route)
    assert office.column(select(Assignment.progress).where(Assignment.id == row)) == ["not_arising"]
    assert office.column(select(Verdict.accepted)) == [True]
