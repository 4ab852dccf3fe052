"""What leaders do with a row and officials plan under it: causes, another holder, remarks, limits, steps; nobody on their own row."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bot.flows.reporting.plan import read
from storage.office import people
from storage.rules.status import Role
from storage.tables import Assignment, Cause, Extension, Update
from storage.work import assignments, causes, plans
from tests.flows import small_office
from tests.flows.small_office import Office

TODAY = date(2026, 11, 20)


@pytest.fixture
def office(store, now) -> Office:
    """Hà heads the section of Ngân's rows."""
    made = small_office.build(store, now)
    with made.store.transaction() as db:
        person = people.by_id(db, made.ha)
        people.grant(db, made.ha, person.unit_id, Role.HEAD)
    return made


def column(office: Office, query) -> list:
    with office.store.transaction() as db:
        return list(db.scalars(query))


def test_the_cause_of_a_delay_is_given_and_confirmed_once_by_a_leader(office: Office):
    row = office.rows["2.1.3"]
    ngan, ha, chief = office.phone("telegram:2"), office.phone("telegram:3"), office.phone("telegram:4")
    ngan.goes(f"cause:{row}")
    assert "đã chuyển nguyên nhân chậm: chờ số liệu của công an" in ngan.says("chờ số liệu của công an")
    assert "nêu nguyên nhân chậm của 2.1.3" in ha.sees()
    assert "1. 2.1.3, đồng chí Võ Thị Kim Ngân: nguyên nhân chậm" in chief.goes("pending")
    assert "Xác nhận khách quan" in str(chief.goes("causing:1") and chief.labels)
    assert "đã xác nhận nguyên nhân chậm là khách quan" in ha.taps("Xác nhận khách quan")
    assert "Lê Thu Hà đã xác nhận" in ngan.sees()
    chief.goes("cause_set:1:no")
    assert column(office, select(Cause.confirmed)) == [True], "decided once"
    with office.store.transaction() as db:
        assert causes.confirmed_of(db, [row]) == {row: "chờ số liệu của công an"}


@pytest.mark.parametrize(("official", "is_told"), [(date(2026, 12, 1), True), (date(2026, 12, 20), False), (None, False)])
def test_who_decides_learns_when_the_day_asked_for_is_past_the_assigned_one(office: Office, official, is_told):
    row = office.rows["2.1.3"]
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == row).values(official_due_on=official))
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    ngan.goes(f"extend:{row}:20261220")
    told = ha.sees()
    assert "xin gia hạn 2.1.3" in told
    assert ("Hạn giao 01/12/2026 giữ nguyên; chỉ lùi hạn nội bộ" in told) is is_told


def test_a_late_row_offers_its_cause_and_a_code_typed_meanwhile_opens_its_row(office: Office):
    ngan = office.phone("telegram:2")
    ngan.now = ngan.now + timedelta(days=11)
    row = office.rows["2.1.3"]
    ngan.goes(f"row:{row}")
    assert "Nguyên nhân chậm" in ngan.labels
    assert "Xin gia hạn" not in ngan.labels
    ngan.taps("Nguyên nhân chậm")
    assert ngan.says("2.1.3").startswith("2.1.3: Báo cáo kết quả")
    assert "việc quá hạn" in ngan.says("giải trình")
    ngan.taps("Nguyên nhân chậm 2.1.3")
    assert "đã chuyển nguyên nhân chậm" in ngan.says("mất điện cả tuần")


@pytest.mark.parametrize("words, granted", [("đồng ý", True), ("Duyệt", True), ("không đồng ý", False), ("tu choi", False), ("ok", None)])
def test_a_request_is_decided_in_words(office: Office, words: str, granted: bool | None):
    ngan, chief = office.phone("telegram:2"), office.phone("telegram:4")
    ngan.goes(f"extend:{office.rows['2.1.3']}:20261210")
    ngan.goes(f"cause:{office.rows['2.1.3']}")
    ngan.says("mất điện")
    chief.goes("deciding:1")
    chief.says(words)
    if granted is not None:
        assert [one for one in chief.labels if one != "Rút lại gia hạn"] == ["Còn chờ tôi quyết 01", "Tiến độ"]
        chief.goes("causing:1")
        chief.taps("Xác nhận khách quan")
        assert chief.labels == ["Tiến độ"], "nothing else waits"
    assert column(office, select(Extension.granted)) == [granted]


@pytest.mark.parametrize("route", ["cause_set:1:yes", "reassign:{}", "reassign:{}:1:yes", "remark:{}", "granting:1:yes"])
def test_nobody_decides_on_their_own_row(office: Office, route: str):
    row = office.rows["2.1.3"]
    ngan = office.phone("telegram:2")
    ngan.goes(f"cause:{row}")
    ngan.says("mất điện")
    ngan.goes(f"extend:{row}:20261210")
    with office.store.transaction() as db:
        people.grant(db, office.ngan, office.id, Role.DEPUTY)
    ngan.goes(route.format(row))
    ngan.says("xong")
    assert column(office, select(Cause.confirmed)) == [None]
    assert column(office, select(Extension.granted)) == [None]
    assert column(office, select(Assignment.person_id).where(Assignment.id == row)) == [office.ngan]
    assert column(office, select(Update.id).where(Update.kind.in_(["remark", "handover", "grant"]))) == []


def test_who_holds_the_row_now_does_not_decide_on_more_time_that_another_asked_for(office: Office):
    row = office.rows["2.1.3"]
    ngan, ha, chief = office.phone("telegram:2"), office.phone("telegram:3"), office.phone("telegram:4")
    ngan.goes(f"extend:{row}:20261210")
    chief.goes(f"reassign:{row}:{office.ha}:yes")
    for route in ("granting:1:yes", "deciding:1", "granting_on:1"):
        ha.goes(route)
    assert column(office, select(Extension.granted)) == [None]
    assert "2.1.3" not in ha.goes("pending")
    assert "1. 2.1.3" in chief.goes("pending")
    chief.goes("granting:1:yes")
    assert column(office, select(Extension.granted)) == [True]


def test_a_row_is_given_to_somebody_else_and_both_are_told(office: Office):
    row = office.rows["2.1.3"]
    tung, ngan, chief = office.phone("telegram:1"), office.phone("telegram:2"), office.phone("telegram:4")
    chief.goes(f"row:{row}")
    chief.taps("Giao người khác")
    assert "Giao 2.1.3 cho đồng chí Trần Minh Tùng?" in chief.taps("Trần Minh Tùng")
    assert column(office, select(Assignment.person_id).where(Assignment.id == row)) == [office.ngan], "asked first"
    chief.taps("Đúng")
    assert column(office, select(Assignment.person_id).where(Assignment.id == row)) == [office.tung]
    assert "giao 2.1.3" in tung.sees()
    assert "đã giao việc này cho đồng chí Trần Minh Tùng" in ngan.sees()
    ngan.goes(f"status:{row}:done")
    with office.store.transaction() as db:
        assert assignments.get(db, row).progress == "in_progress", "it is no longer hers"


def test_a_remark_is_kept_with_the_row_and_passed_on(office: Office):
    row = office.rows["2.1.3"]
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    chief.goes(f"row:{row}")
    chief.taps("Ý kiến")
    chief.says("Phối hợp với Công an phường trước 27/11.")
    assert 'có ý kiến về 2.1.3: "Phối hợp với Công an phường trước 27/11"' in ngan.sees()
    assert column(office, select(Update.note).where(Update.kind == "remark")) == ["Phối hợp với Công an phường trước 27/11"]


def test_more_time_is_granted_until_another_day_and_only_as_often_as_the_office_allows(office: Office):
    row = office.rows["2.1.3"]
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    ngan.goes(f"extend:{row}:20261215")
    ha.sees()
    ha.taps("Cho đến ngày khác")
    assert "07/12/2026" in ha.says("7/12")
    assert "07/12/2026" in ngan.sees()
    kept = column(office, select(Assignment.due_on).where(Assignment.id == row))
    assert kept == [date(2026, 12, 7)]
    assert "đã được gia hạn 01 lần" in ngan.goes(f"extend:{row}:20261220")
    assert column(office, select(Assignment.official_due_on).where(Assignment.id == row)) == [date(2026, 11, 25)]


@pytest.mark.parametrize(
    "text, steps",
    [
        ("Thu thập số liệu - 28/11\nDự thảo báo cáo - 2/12", [("Thu thập số liệu", "28/11"), ("Dự thảo báo cáo", "02/12")]),
        ("1. Họp, hạn 25/11/2026\n2) Ký: 30.11", [("Họp", "25/11"), ("Ký", "30/11")]),
        ("Ký 30/11\nHọp 25/11", [("Họp", "25/11"), ("Ký", "30/11")]),  # in the order of their days
        ("Hôm nay họp 20/11\nKý 30/11", [("Hôm nay họp", "20/11"), ("Ký", "30/11")]),
        ("28/11 thu thập số liệu\n2/12: dự thảo, trình ký", [("thu thập số liệu", "28/11"), ("dự thảo, trình ký", "02/12")]),
        ("1. Ngày 25/11 họp\n- 30.11 - ký", [("họp", "25/11"), ("ký", "30/11")]),
        ("1.2 Họp 25/11\n1.3 Ký 30/11", [("1.2 Họp", "25/11"), ("1.3 Ký", "30/11")]),
        ("chỉ một bước - 28/11", None),
        ("bước không ngày\nKý 30/11", None),
        ("28/11\n30/11", None),
        ("a 21/11\nb 22/11\nc 23/11\nd 24/11\ne 25/11\nf 26/11", None),
        ("", None),
    ],
)
def test_a_plan_as_people_type_it(text, steps):
    found = read(text, TODAY)
    assert (None if found is None else [(title, f"{day:%d/%m}") for title, day in found]) == steps


def test_a_plan_is_set_shown_to_the_head_ticked_off_and_set_anew(office: Office):
    row = office.rows["1.2.4"]
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    ngan.goes(f"row:{row}")
    assert "mỗi dòng một bước kèm ngày" in ngan.taps("Kế hoạch chi tiết")
    assert "cần từ 2 đến 5 dòng" in ngan.says("Thu thập số liệu")
    assert "1. Thu thập số liệu, 28/11" in ngan.says("Thu thập số liệu - 28/11\nDự thảo báo cáo - 02/12")
    assert "Đồng chí Võ Thị Kim Ngân lập kế hoạch chi tiết của 1.2.4:\n1. Thu thập số liệu, 28/11" in ha.sees()
    assert "1. Thu thập số liệu, 28/11 (đã xong)" in ngan.taps("Xong bước 1")
    ngan.taps("Sửa")
    assert "3. Trình ký, 05/12" in ngan.says("Dự thảo - 27/11\nTrình ký - 05/12")
    with office.store.transaction() as db:
        assert [one.title for one in plans.of_row(db, row)] == ["Dự thảo", "Thu thập số liệu", "Trình ký"], "what is done stays"
    assert "Xong bước" not in str(ha.goes(f"plan:{row}") and ha.labels)
    ha.goes("step_done:3")
    with office.store.transaction() as db:
        assert [one.is_done for one in plans.of_row(db, row)] == [False, True, False]


def test_a_late_row_gets_remedies(office: Office):
    row = office.rows["2.1.3"]
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == row).values(due_on=TODAY - timedelta(days=2)))
    ngan = office.phone("telegram:2")
    ngan.goes(f"row:{row}")
    assert "biện pháp khắc phục" in ngan.taps("Biện pháp khắc phục")
    assert "2.1.3: Biện pháp khắc phục\n1. Xin số liệu, 23/11" in ngan.says("Xin số liệu 23/11\nNộp báo cáo 24/11")


def test_the_head_learns_at_once_what_stands_in_the_way_and_nobody_is_told_of_their_own(office: Office):
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    assert "Đã báo đồng chí Lê Thu Hà." in ngan.says("2.1.3 vướng máy in hỏng")
    told = ha.sees()
    assert told.startswith("2.1.3 (")
    assert 'đồng chí Võ Thị Kim Ngân báo vướng mắc: "vướng máy in hỏng". Hạn' in told
    with office.store.transaction() as db:
        db.execute(update(Assignment).where(Assignment.id == office.rows["2.1.3"]).values(person_id=office.ha))
    assert "Đã báo" not in ha.says("2.1.3 vướng mạng yếu")


@pytest.mark.parametrize("who", ["ha", "chief"])
def test_time_that_was_just_granted_is_taken_back_by_who_granted_it_or_the_chairperson(office: Office, who: str):
    ngan, ha, chief = office.phone("telegram:2"), office.phone("telegram:3"), office.phone("telegram:4")
    row = office.rows["2.1.3"]
    ngan.goes(f"extend:{row}:20261210")
    ha.goes("granting:1:yes")
    ngan.sees()
    asked = {"ha": ha, "chief": chief}[who]
    asked.goes(f"row:{row}")
    told = asked.taps("Rút lại gia hạn")
    assert "rút lại việc gia hạn đến 10/12/2026; hạn nội bộ trở lại là 25/11/2026" in told
    assert told in ngan.sees()
    assert column(office, select(Assignment.due_on).where(Assignment.id == row)) == [date(2026, 11, 25)]
    assert column(office, select(Extension.granted)) == [False]
    asked.goes(f"row:{row}")
    assert "Rút lại gia hạn" not in asked.labels, "once"


@pytest.mark.parametrize("how", ["day", "acted", "other", "own"])
def test_granted_time_stays_after_a_day_or_once_somebody_relied_on_it_or_for_anybody_else(office: Office, how: str):
    tung, ngan, ha, chief = (office.phone(f"telegram:{number}") for number in (1, 2, 3, 4))
    row = office.rows["2.1.3"]
    ngan.goes(f"extend:{row}:20261210")
    ha.goes("granting:1:yes")
    if how == "acted":
        ngan.goes(f"status:{row}:doing")
    if how == "own":
        with office.store.transaction() as db:
            people.grant(db, office.ngan, office.id, Role.CHAIRPERSON)
    asked = {"other": tung, "own": ngan}.get(how, chief.wait(hours=25) if how == "day" else chief)
    asked.goes(f"row:{row}")
    assert "Rút lại gia hạn" not in asked.labels
    asked.goes("ungrant:1")
    assert column(office, select(Assignment.due_on).where(Assignment.id == row)) == [date(2026, 12, 10)]


@pytest.mark.parametrize(("given_on", "is_taken"), [(25, False), (26, True)])
def test_who_takes_a_row_over_when_it_is_late_is_not_held_to_it(office: Office, given_on: int, is_taken: bool):
    row, chief = office.rows["2.1.3"], office.phone("telegram:4")
    chief.now = chief.now.replace(day=given_on)
    chief.goes(f"reassign:{row}:{office.khoa}:yes")
    chief.now = chief.now.replace(day=30)
    assert ("- 2.1.3 Đỗ Văn Khoa: 03 ngày làm việc (1 điểm), nhận bàn giao khi đã quá hạn" in chief.says("tien do")) == is_taken
    line = next(one for one in chief.goes("progress:people").split("\n") if "Đỗ Văn Khoa" in one)
    assert line.endswith("quá hạn 01; 01 nhận bàn giao khi đã quá hạn" if is_taken else "quá hạn 01 (100 %)")
    assert ("nhận bàn giao khi đã quá hạn" in chief.goes("progress:late")) == is_taken


def test_who_gets_an_own_late_row_back_is_held_to_it_again(office: Office):
    row, chief = office.rows["2.1.3"], office.phone("telegram:4")
    for day, holder in ((26, office.khoa), (27, office.ngan)):
        chief.now = chief.now.replace(day=day)
        chief.goes(f"reassign:{row}:{holder}:yes")
    chief.now = chief.now.replace(day=30)
    assert "nhận bàn giao" not in chief.says("tien do")


def test_a_new_request_takes_the_place_of_the_one_that_waits(office: Office):
    ngan, ha = office.phone("telegram:2"), office.phone("telegram:3")
    row = office.rows["2.1.3"]
    ngan.goes(f"extend:{row}:20261201")
    ngan.goes(f"extend:{row}:20261210")
    assert "Đã xin gia hạn đến 10/12/2026, chờ quyết định." in ngan.goes(f"row:{row}")
    assert "Chờ đồng chí quyết định: 01 nội dung." in ha.goes("pending")
    ha.goes("granting:1:yes")
    assert column(office, select(Assignment.due_on).where(Assignment.id == row)) == [date(2026, 11, 25)], "the first counts no more"
    ha.goes("granting:2:yes")
    assert column(office, select(Assignment.due_on).where(Assignment.id == row)) == [date(2026, 12, 10)]
    assert "chờ quyết định" not in ngan.goes(f"row:{row}")


def test_who_is_given_late_work_reads_that_the_delay_is_not_theirs_and_leaders_see_the_remedies(office: Office):
    chief, ha, ngan = office.phone("telegram:4").wait(days=7), office.phone("telegram:3"), office.phone("telegram:2").wait(days=7)
    row = office.rows["2.1.3"]
    ngan.goes(f"plan_new:{row}:remedy")
    ngan.says("Xin số liệu - 30/11\nTrình ký - 02/12")
    chief.goes(f"row:{row}")
    assert "1. Xin số liệu, 30/11" in chief.taps("Biện pháp khắc phục")
    assert "Chưa có." in chief.goes(f"plan:{row}")
    chief.goes(f"reassign:{row}:{office.ha}:yes")
    assert "đã quá hạn từ trước khi giao; phần chậm đó không tính cho đồng chí" in ha.sees()
    chief.goes(f"reassign:{office.rows['1.2.4']}:{office.ha}:yes")
    assert "quá hạn" not in ha.sees()


def test_a_difficulty_of_a_late_row_offers_its_cause_and_no_more_time(office: Office):
    ngan = office.phone("telegram:2")
    ngan.says("2.1.3 vướng kinh phí")
    assert "Xin gia hạn" in ngan.labels
    ngan.wait(days=11).says("2.1.3 vướng số liệu")
    assert "Nêu nguyên nhân chậm" in ngan.labels
    assert "Xin gia hạn" not in ngan.labels
