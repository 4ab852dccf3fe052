"""Behind "Xem thêm": each view, in place and back, for each role; fair to people; urging from any of them."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.office import people, units
from storage.rules.status import Kind, Role
from storage.tables import Assignment, Audit, Outbox, Update
from tests.flows import small_office
from tests.flows.small_office import Office

VIEWS = ("fields", "units", "people", "late", "not_started", "silent", "soon", "waiting", "risk", "blocked", "week")


@pytest.fixture
def office(store, now) -> Office:
    """2.1.3 of Ngân is late by four working days (moment: 01/12), 1.2.4 due 10/12, 3.1 accepted."""
    made = small_office.build(store, now)
    return Office(**{name: getattr(made, name) for name in made.__slots__} | {"now": now + timedelta(days=11)})


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_in_place_and_leads_back(office: Office, view: str):
    chief = office.phone("telegram:4")
    chief.goes("progress:more")
    chief.goes(f"progress:{view}")

    back = next(one for one in chief.messages[0].choices if one.label == "Quay lại")
    assert back.route == "progress:more"
    more = chief.goes(back.route)
    assert "Chọn nội dung cần xem" in more
    assert "Không có việc: chưa phản hồi, chờ kiểm tra, vướng mắc." in more
    assert chief.choice("Quay lại").route == "progress"


def test_the_views_say_what_a_leader_asks_for(office: Office):
    chief = office.phone("telegram:4")
    assert "Quá hạn: 01 việc, 1 điểm:\n1. 2.1.3 Võ Thị Kim Ngân: quá hạn 04 ngày làm việc, 1 điểm" in chief.goes("progress:late")
    assert "1. 1.2.4 Võ Thị Kim Ngân: hạn 10/12" in chief.goes("progress:soon")
    assert "Chưa thực hiện: 01 việc" in chief.goes("progress:not_started")
    assert "2.1.3" in chief.goes("progress:risk")
    assert chief.goes("progress:waiting").endswith("Chờ kiểm tra: không có việc nào.")


def test_a_leader_reads_why_a_row_is_late(office: Office):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    ngan.goes(f"cause:{office.rows['2.1.3']}")
    ngan.says("chờ số liệu của công an")
    late = "2.1.3 Võ Thị Kim Ngân: 04 ngày làm việc (1 điểm)"
    assert f"- {late}, lý do: chờ số liệu của công an" in chief.says("tien do")
    assert "quá hạn 04 ngày làm việc, lý do: chờ số liệu của công an, 1 điểm" in chief.goes("progress:late")
    assert "lý do" not in ngan.says("tien do")
    chief.goes("cause_set:1:yes")
    assert f"- {late}, nguyên nhân khách quan: chờ số liệu của công an" in chief.says("tien do")
    ngan.goes(f"cause:{office.rows['2.1.3']}")
    ngan.says("mất điện")
    chief.goes("cause_set:2:no")
    assert f"- {late}, nguyên nhân khách quan: chờ số liệu của công an" in chief.says("tien do")


def test_who_did_not_answer_two_reminders_is_named_and_an_answer_ends_it(office: Office):
    row = office.rows["2.1.3"]
    with office.store.transaction() as db:
        for number, days in enumerate((5, 4)):
            at = office.now - timedelta(days=days)
            values = {"key": f"r{number}", "channel": "telegram", "chat": "telegram:2", "person_id": office.ngan, "lane": 1}
            values |= {"kind": "reminders", "payload": {}, "about": [row], "state": "sent", "not_before": at, "attempt": 0}
            db.execute(Outbox.__table__.insert().values(**values, created_at=at, sent_at=at))
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    assert "Chưa phản hồi: 01 việc" in chief.goes("progress:silent")
    ngan.says("2.1.3 đang làm 60%")
    assert "Chưa phản hồi: không có việc nào." in chief.goes("progress:silent")


def test_late_work_stands_against_what_a_person_holds_and_waiting_for_others_counts_for_nobody(office: Office):
    with office.store.transaction() as db:
        small_office.row(db, office.id, office.id, "5.1", office.ha, due_on=office.now.date() - timedelta(days=5))
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    lines = chief.goes("progress:people").split("\n")
    assert lines[2:4] == [
        "1. Lê Thu Hà: 0/1; 0/1; quá hạn 01 (100 %)",  # one late row of one
        "2. Võ Thị Kim Ngân: 2/3; 1/3; quá hạn 01 (33,33 %)",  # one late row of three
    ]
    ngan.goes(f"block:{office.rows['2.1.3']}:1")
    assert "Võ Thị Kim Ngân: 2/3; 1/3; quá hạn 01; chờ kiểm tra, tháo gỡ 01" in chief.goes("progress:people")
    chief.wait(days=2)
    assert "- 2.1.3: đã chờ nơi khác 02 ngày làm việc" in chief.goes(f"progress:person:{office.ngan}")


def test_this_week_stands_against_the_last(office: Office):
    ngan, chief, tung = office.phone("telegram:2"), office.phone("telegram:4"), office.phone("telegram:1")
    ngan.goes(f"status:{office.rows['1.2.4']}:done")
    tung.goes(f"accept:{office.rows['1.2.4']}")
    text = chief.goes("progress:week")
    assert "So với ngày 24/11/2026:" in text
    assert "- Dự kiến: 3 → 2 (giảm 1)" in text  # 2.1.3 became late
    assert "- Đã đạt: 1 → 2 (tăng 1)" in text
    assert "- Nguy cơ mất điểm: 0 → 1 (tăng 1)" in text
    assert "- Quá hạn: 00 → 01" in text
    assert "Mới hoàn thành: 1.2.4 Võ Thị Kim Ngân." in text
    assert "Mới quá hạn: 2.1.3 Võ Thị Kim Ngân." in text


def test_a_deputy_sees_the_own_fields_and_an_official_the_own_rows(office: Office):
    with office.store.transaction() as db:
        people.grant(db, office.ha, office.id, Role.DEPUTY)
        units.set_setting(db, office.id, "deputy_fields", {str(office.ha): ["Cải cách thể chế"]})
    deputy, ngan = office.phone("telegram:3"), office.phone("telegram:2")
    assert "Cải cách thể chế" in deputy.goes("progress")
    assert "chưa có tiêu chí nào được giao" in deputy.text
    for view in VIEWS:
        assert "Võ Thị Kim Ngân" not in deputy.goes(f"progress:{view}"), view
    assert "2.1.3" in ngan.goes("progress:late")
    assert "urge" not in [one.route.partition(":")[0] for one in ngan.messages[0].choices]


@pytest.mark.parametrize("route", ["progress:nothing", "progress:field:99", "progress:unit:0", "progress:person:999", "urge:magic"])
def test_a_forged_view_is_gone(office: Office, route: str):
    assert "không còn" in office.phone("telegram:4").goes(route)


def test_urging_one_person_with_a_sentence_is_shown_first_and_logged(office: Office):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    chief.goes(f"progress:person:{office.ngan}")
    assert "Chủ tịch yêu cầu báo tình trạng các việc quá hạn:\n- 2.1.3" in chief.taps("Đôn đốc")
    chief.taps("Thêm một câu")
    assert '"Báo cáo tôi trước 16 giờ"' in chief.says("Báo cáo tôi trước 16 giờ.")
    assert ngan.sees() == "", "nothing goes before it is confirmed"
    assert chief.taps("Gửi") == "Đã gửi đôn đốc tới 01 đồng chí."
    assert '"Báo cáo tôi trước 16 giờ"' in ngan.sees()
    with office.store.transaction() as db:
        assert db.execute(select(Audit.person_id, Audit.subject).where(Audit.action == "urge")).all() == [
            (office.chu, f"assignments:{office.rows['2.1.3']}")
        ]
    assert chief.goes("urge") == "Đã đôn đốc trong ngày, không gửi lại: Võ Thị Kim Ngân."
    chief.wait(days=1)
    assert "Gửi tới 01 đồng chí" in chief.goes("urge")


@pytest.mark.parametrize(
    "words",
    ["đôn đốc Ngân", "Đôn đốc đồng chí Võ Thị Kim Ngân.", "don doc chi Ngan", "đôn đốc 2.1.3", "Đ/c Ngân báo cáo tôi trước 16h", "đôn đốc"],
)
def test_a_leader_urges_in_words_and_sees_it_before_it_goes(office: Office, words: str):
    chief, ngan = office.phone("telegram:4"), office.phone("telegram:2")
    shown = chief.says(words)
    assert shown.startswith("Gửi tới 01 đồng chí về 01 việc: Võ Thị Kim Ngân?")
    assert ngan.sees() == ""
    chief.taps("Gửi")
    told = ngan.sees()
    assert told.startswith("Chủ tịch yêu cầu báo tình trạng các việc quá hạn:\n- 2.1.3")
    assert ("báo cáo tôi trước 16h" in told) == words.startswith("Đ/c"), "an order's own words go along"


def test_words_that_name_nobody_or_two_urge_nobody(office: Office):
    with office.store.transaction() as db:
        other = people.add(db, office.id, "Lê Thị Ngân")
        small_office.row(db, office.id, office.id, "5.1", other, due_on=office.now.date() - timedelta(days=5))
    chief = office.phone("telegram:4")
    for words in ("đôn đốc Ngân", "đôn đốc Phúc"):
        assert "Gửi tới" not in chief.says(words)
    assert "01 đồng chí về 01 việc: Lê Thị Ngân?" in chief.says("đôn đốc Lê Thị Ngân")


def test_what_has_not_begun_is_one_figure_everywhere_and_nobody_is_urged_about_a_survey(office: Office):
    with office.store.transaction() as db:
        small_office.row(db, office.id, office.id, "8.1", None, due_on=None, kind=Kind.SURVEY)
    chief = office.phone("telegram:4")
    assert "chưa thực hiện 02." in chief.goes("progress")
    chief.goes("progress:more")
    assert "Chưa thực hiện: 02 việc, 2 điểm:" in chief.taps("Chưa thực hiện 02")
    assert "2. 8.1: khảo sát, 1 điểm" in chief.text
    assert "Gửi tới 01 đồng chí về 01 việc: Võ Thị Kim Ngân?" in chief.taps("Đôn đốc 01 việc này")


@pytest.mark.parametrize("words", ["Chưa thực hiện", "chua thuc hien", "Chưa thực hiện 01"])
def test_a_view_of_the_list_opens_by_its_name_without_the_count(office: Office, words: str):
    chief = office.phone("telegram:4")
    chief.goes("progress:more")
    assert "Chưa thực hiện: 01 việc" in chief.says(words)


@pytest.mark.parametrize("words", ["đôn đốc các việc quá hạn", "đôn đốc chưa phản hồi", "don doc chua thuc hien", "đôn đốc phòng Tư pháp"])
def test_an_order_to_urge_is_never_taken_for_a_state_of_an_own_row(office: Office, words: str):
    with office.store.transaction() as db:
        own = small_office.row(db, office.id, office.id, "5.9", office.chu, due_on=office.now.date() - timedelta(days=5))
    chief = office.phone("telegram:4")
    chief.goes(f"row:{own}")
    answer = chief.says(words)
    assert "đã ghi" not in answer
    assert "đôn đốc" in answer.lower() or "Gửi tới" in answer
    with office.store.transaction() as db:
        assert db.scalar(select(Assignment.progress).where(Assignment.id == own)) == "not_started"
        assert not db.scalars(select(Update.id).where(Update.assignment_id == own)).all()


def test_nobody_urges_who_stands_beside_or_above(office: Office):
    with office.store.transaction() as db:
        people.grant(db, office.ha, office.id, Role.DEPUTY)
        other = people.add(db, office.id, "Đỗ Văn Phó")
        people.grant(db, other, office.id, Role.DEPUTY)
        for code, holder in (("5.7", other), ("5.8", office.ha), ("5.9", office.chu)):
            small_office.row(db, office.id, office.id, code, holder, due_on=office.now.date() - timedelta(days=5))
    chief, deputy, tung = office.phone("telegram:4"), office.phone("telegram:3"), office.phone("telegram:1")
    assert "Quá hạn 04 việc" in deputy.goes("progress")
    assert "Gửi tới 01 đồng chí về 01 việc: Võ Thị Kim Ngân?" in deputy.taps("Đôn đốc 01 việc")
    assert "03 đồng chí về 03 việc" in chief.goes("urge"), "not about the own row"
    assert "03 đồng chí về 03 việc" in tung.goes("urge"), "by order of the chairperson, who is not urged"
    for route in (f"urge:person:{office.chu}", "urge_send:all:0:0"):
        deputy.goes(route)
    assert "yêu cầu" not in chief.sees()


def test_a_leader_who_checks_nothing_sees_what_waits_for_a_check(office: Office):
    office.phone("telegram:2").goes(f"status:{office.rows['1.2.4']}:done")
    assert "Chờ kiểm tra: 01 việc" in office.phone("telegram:4").says("chờ kiểm tra")
    assert "dành cho vai trò khác" in office.phone("telegram:3").says("chờ kiểm tra")


def test_where_nothing_is_held_or_loaded_the_screen_says_what_to_do(office: Office):
    chief, tung, ha = office.phone("telegram:4"), office.phone("telegram:1"), office.phone("telegram:3")
    assert ha.goes("progress") == "Tiến độ CCHC năm 2026: Lê Thu Hà chưa có tiêu chí nào được giao nên chưa có số Dự kiến."
    with office.store.transaction() as db:
        db.execute(update(Assignment).values(dropped_at=office.now))
    assert chief.says("tien do").startswith("Tiến độ: chưa nhập bảng phân công nên chưa có số Dự kiến. Đầu mối (đồng chí ")
    assert "gửi tệp phân công vào đây" in tung.goes("progress")
    assert tung.choice("Tệp mẫu").route == "template"
    assert "0/0" not in chief.text + tung.text


def test_the_office_urges_by_order_of_the_chairperson_with_both_named(office: Office):
    tung, ngan = office.phone("telegram:1"), office.phone("telegram:2")
    tung.goes("urge_send:all:0:0")
    assert ngan.sees().startswith("Theo chỉ đạo của Chủ tịch, đồng chí Trần Minh Tùng đề nghị báo tình trạng")


@pytest.mark.parametrize("route", ["urge", "urge:all", "urge_send:all:0:0", "urge_note:all:0", "pending", "deciding:1"])
def test_an_official_urges_nobody_and_decides_nothing(office: Office, route: str):
    assert "dành cho vai trò khác" in office.phone("telegram:3").goes(route)


def test_what_waits_for_a_decision_is_one_tap_away(office: Office):
    row = office.rows["1.2.4"]
    office.phone("telegram:2").goes(f"extend:{row}:20261215")
    chief = office.phone("telegram:4")
    chief.goes("progress")
    assert "1. 1.2.4, đồng chí Võ Thị Kim Ngân: xin gia hạn đến 15/12/2026, hạn hiện nay 10/12/2026" in chief.taps("Chờ tôi quyết 01")
    assert "xin gia hạn" in chief.taps("1.2.4")
    assert "15/12/2026" in chief.taps("Đồng ý")
    assert chief.goes("pending").startswith("Không có nội dung nào chờ")
    with office.store.transaction() as db:
        kept = db.execute(select(Assignment.due_on, Assignment.official_due_on).where(Assignment.id == row)).one()
    assert (f"{kept.due_on}", f"{kept.official_due_on}") == ("2026-12-15", "2026-12-10"), "the assigned date never moves"


def test_what_is_still_to_be_done_in_a_field_or_by_a_person_is_one_tap_away(office: Office):
    chief = office.phone("telegram:4")
    chief.goes(f"progress:person:{office.ngan}")
    told = chief.taps("Chưa hoàn thành 02")
    assert told.split("\n")[1:] == [
        "Võ Thị Kim Ngân: 02 việc chưa hoàn thành:",
        "1. 2.1.3 Báo cáo kết quả thực hiện tiêu chí 2.1.3: quá hạn 04 ngày làm việc, 1 điểm",
        "2. 1.2.4 Báo cáo kết quả thực hiện tiêu chí 1.2.4: hạn 10/12, 1 điểm",
    ]
    assert "Người phụ trách: đồng chí Võ Thị Kim Ngân" in chief.says("2")
    for of, which in (("field", 1), ("unit", 1)):
        chief.goes(f"progress:{of}:{which}")
        assert "2.1.3 Võ Thị Kim Ngân: quá hạn" in chief.taps("Chưa hoàn thành 02")
        assert "Dự kiến" in chief.taps("Quay lại")
    ngan = office.phone("telegram:2")
    assert "không còn hiệu lực" in ngan.goes(f"progress:person_open:{office.ha}"), "nobody else's rows"
    assert "không còn hiệu lực" in chief.goes("progress:field_open:9")
