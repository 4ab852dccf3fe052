"""The coordinator's menu, the start of sending, trouble, and rows in doubt."""

from datetime import date

from sqlalchemy import select, update

from storage.messages import inbox, outbox
from storage.office import people, units
from storage.tables import Assignment, Inbox
from storage.work import assignments
from tests.flows import small_office
from tests.flows.small_office import HA, KHOA, NGAN, TUNG


def since(office):
    with office.store.transaction() as db:
        return units.sending_since(db, office.id)


def test_the_menu_opens_by_command_or_words_and_offers_everything(office, tung):
    seen = tung.says("/quanly")
    assert seen.startswith("UBND phường Minh Tân\nCán bộ: 05 đồng chí, 04 đã kết nối.")
    assert "Nhắc việc: chưa gửi." in seen
    assert tung.labels == [
        "Nhập bảng phân công", "Cán bộ", "Mã mời", "In giấy mời", "Năm đánh giá", "Lịch nghỉ", "Giờ làm việc, nhắc việc", "Điểm và mục tiêu", "Việc chờ kiểm tra", "Dòng cần kiểm tra",
        "Cách chấm điểm", "Lưu giữ, bảo mật", "Tin chưa nhận được", "Xem sáng mai ai nhận gì", "Nhắn chung", "Bắt đầu gửi",
    ]  # fmt: skip
    assert tung.says("quản lý") == seen


def test_every_button_of_the_menu_leads_somewhere(office, tung):
    for label in (
        "Nhập bảng phân công",
        "Cán bộ",
        "Mã mời",
        "Lịch nghỉ",
        "Dòng cần kiểm tra",
        "Tin chưa nhận được",
        "Nhắn chung",
        "Bắt đầu gửi",
    ):
        tung.goes("office")
        assert "không còn hiệu lực" not in tung.taps(label)


def test_loading_is_explained(office, tung):
    text = tung.goes("loading")
    assert "gửi tệp vào đây" in text
    assert "/mau" in text


def test_sending_is_explained_before_it_begins(office, tung):
    question = tung.goes("sending")
    assert "Từ 07 giờ 45 ngày 23/11/2026" in question
    assert "04 đồng chí đã kết nối" in question
    assert "Không có việc nào đã qua hạn mà chưa có kết quả." in question
    assert f"01 đồng chí chưa kết nối nên chưa nhận được tin: {KHOA}" in question
    assert since(office) is None
    assert "Đã bắt đầu gửi: tin nhắc đầu tiên gửi lúc 07 giờ 45 ngày 23/11/2026" in tung.taps("Bắt đầu gửi")
    assert since(office) == office.now


def test_how_many_past_rows_will_be_listed_once_is_said_before(office, tung):
    with office.store.transaction() as db:
        late = {"1.2.4": date(2026, 11, 2), "2.1.3": date(2026, 10, 30)}
        for code, day in late.items():
            db.execute(update(Assignment).where(Assignment.id == office.rows[code]).values(due_on=day))
    question = tung.goes("sending")
    assert "02 việc đã qua hạn mà chưa có kết quả được liệt kê một lần" in question
    assert "02 việc, quá hạn 02 (" in tung.taps("Xem ai nhận gì")


def test_sending_again_keeps_the_first_start(office, tung):
    tung.goes("sending_yes")
    tung.wait(hours=1)
    assert "Tin nhắc đã được gửi từ 15 giờ 00 ngày 20/11/2026" in tung.goes("sending_yes")
    assert since(office) == office.now


def test_sending_is_paused_after_a_question_and_others_are_told(office, tung):
    tung.goes(f"role:{office.ha}:coordinator:on")
    ha = office.phone("telegram:3")
    tung.goes("sending_yes")
    assert "đã bắt đầu gửi tin nhắc" in ha.sees()
    assert "Tạm dừng gửi?" in tung.goes("sending_no")
    assert since(office) is not None
    assert "Đang tạm dừng" in tung.taps("Tạm dừng gửi")
    assert since(office) is None
    assert f"Đồng chí {TUNG} đã tạm dừng gửi tin nhắc" in ha.sees()


def test_the_next_morning_is_shown_by_person_before_sending(office, tung):
    assert "Thứ Hai 23/11/2026: không ai có tin nhắc" in tung.goes("tomorrow")
    shown = tung.goes("tomorrow:20261124")
    assert "Nếu bắt đầu gửi, thứ Ba 24/11/2026: 01 đồng chí nhận tin nhắc" in shown
    assert f"1. 07:45 {NGAN}: 01 việc (2.1.3)" in shown
    told = tung.taps(NGAN)
    assert told.startswith(f"Thứ Ba 24/11/2026, 07:45 {NGAN}:\n- 2.1.3 ")
    assert "hạn 25/11/2026" in told
    assert tung.taps("Quay lại") == shown


def test_a_sunday_has_no_reminders(office, tung):
    assert "không ai có tin nhắc" in tung.goes("tomorrow:20261122")


def dead_message(office, person, row, key="late:1"):
    with office.store.transaction() as db:
        draft = outbox.Draft(key, "telegram:2", {"text": "Nội dung riêng", "choices": []}, person_id=person, lane=1, about=(row,))
        [made] = outbox.add(db, [draft], office.now)
        outbox.close(db, made, "dead", "no answer from the platform")


def test_messages_not_delivered_are_shown_until_dealt_with(office, tung):
    dead_message(office, office.ngan, office.rows["1.2.4"])
    seen = tung.goes("trouble")
    assert f"- {NGAN}: tin nhắc việc, thông báo (1.2.4), 15 giờ 00 ngày 20/11/2026" in seen
    assert "Nội dung riêng" not in seen
    assert "Đã ghi 01 mục" in tung.taps("Đã xử lý")
    assert "Mọi tin đều đã gửi được" in tung.taps("Tin chưa nhận được")


def test_what_came_after_the_look_is_not_marked_as_dealt_with(office, tung):
    dead_message(office, office.ngan, office.rows["1.2.4"])
    tung.goes("trouble")
    dead_message(office, office.ngan, office.rows["2.1.3"], key="late:2")
    tung.taps("Đã xử lý")
    assert "2.1.3" in tung.goes("trouble")


def test_updates_set_aside_show_person_time_and_code_alone(office, tung):
    with office.store.transaction() as db:
        inbox.put(db, "telegram", [inbox.Raw("1", "telegram:2", {"text": "Nội dung riêng"})], office.now)
        inbox.put(db, "telegram", [inbox.Raw("2", "telegram:404", {"text": "Người lạ"})], office.now)
        inbox.quarantine(db, 1, "7F3A ValueError: Nội dung riêng")
        inbox.quarantine(db, 2, "1234 ValueError")
    seen = tung.goes("trouble")
    assert f"- {NGAN}, 15 giờ 00 ngày 20/11/2026, mã lỗi 7F3A" in seen
    assert "riêng" not in seen
    assert "1234" not in seen
    assert "Đã ghi 01 mục" in tung.taps("Đã xử lý nội dung lỗi")
    with office.store.transaction() as db:
        assert db.scalars(select(Inbox.id).where(Inbox.state == "quarantined")).all() == [2]


def test_a_text_for_the_zalo_group_names_who_is_not_reached_and_what_is_due(office, tung):
    assert "Mọi đồng chí đã kết nối đều nhận được tin" in tung.goes("not_received")
    with office.store.transaction() as db:
        people.mark_unreachable(db, "telegram:2", "blocked", office.now)
    assert f"Chưa nhận được tin: 01 đồng chí ({NGAN})" in tung.goes("trouble")
    tung.taps("Lời nhắn cho nhóm Zalo")
    paste, after = tung.messages
    assert f"- {NGAN}: 2.1.3 (hạn 25/11)" in paste.text
    assert "1.2.4" not in paste.text
    assert f"liên hệ đồng chí {TUNG}" in paste.text
    assert not paste.choices
    assert "sao chép" in after.text


def doubt(office, code, **values):
    with office.store.transaction() as db:
        section = people.by_id(db, office.ngan).unit_id
        reasons = ["người phụ trách: có hai tên"]
        given = {"due_on": date(2026, 12, 1), "needs_check": reasons} | values
        return small_office.row(db, office.id, section, code, given.pop("person", office.ngan), **given)


def work(office, row):
    with office.store.transaction() as db:
        return assignments.get(db, row)


def test_a_row_in_doubt_is_right_as_it_stands(office, tung):
    row = doubt(office, "4.2")
    assert "4.2" in tung.goes("doubts")
    assert "Cần kiểm tra: người phụ trách: có hai tên." in tung.taps("4.2")
    assert f"4.2: đã ghi. Phụ trách: {NGAN}; Hạn: 01/12/2026; Điểm chuẩn: 1. Không còn dòng nào" in tung.taps("Đúng")
    assert work(office, row).needs_check == ()
    assert work(office, row).due_on == date(2026, 12, 1)


def test_a_row_in_doubt_is_corrected_by_a_date_or_a_name(office, tung):
    first, second = doubt(office, "4.2"), doubt(office, "4.3", person=None)
    tung.goes(f"doubt:{first}")
    tung.taps("Sửa")
    assert "4.2: chưa ghi gì" in tung.says("31/11/2026")
    assert "Hạn: 15/12/2026" in tung.says("15/12/2026")
    assert work(office, first).official_due_on == date(2026, 12, 15)
    tung.goes(f"fix:{second}")
    assert f"Phụ trách: {HA}" in tung.says(HA)
    assert work(office, second).person_id == office.ha
    assert "Không có dòng nào" in tung.goes("doubts")


def test_of_two_people_of_one_name_the_coordinator_chooses(office, tung):
    row = doubt(office, "4.2", person=None)
    tung.goes(f"add_twin:{office.ha}")
    tung.goes(f"fix:{row}")
    assert "nhiều người trùng họ tên" in tung.says(HA)
    tung.taps(f"{HA} (Phòng Văn hóa - Xã hội)")
    assert work(office, row).person_id == office.ha


def test_rows_of_another_office_cannot_be_settled(office, tung):
    with office.store.transaction() as db:
        other = units.add(db, "UBND xã Tân Lộc", is_office=True)
        row = small_office.row(db, other, other, "9.9", None, due_on=None, needs_check=["hạn"])
    for route in (f"doubt:{row}", f"doubt_right:{row}", f"fix:{row}", f"fix_person:{row}:{office.ha}", "doubt:abc", "doubt:999"):
        assert "không còn hiệu lực" in tung.goes(route)
    assert work(office, row).needs_check == ("hạn",)
    assert "9.9" not in tung.goes("doubts")
