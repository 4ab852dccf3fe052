"""Doubtful cells settled one by one in the chat before a table is recorded: where, what was read, why, and what it may mean."""

import pytest
from sqlalchemy import select

from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable
from bot.sheets import Sheet, settle
from locales.formats import VIETNAM
from locales.say import load_doubts
from storage.loading.doubtful import Cell
from storage.messages import outbox
from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, Person
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.storage.assignment_table import row, sheet

HA, QUYNH = "Phạm Thị Thu Hà", "Ngô Thị Thúy Quỳnh"
SEVERAL = "nhiều người, không ghi ai chủ trì"


def doubt(number, column, reason, value=None):
    return {"sheet": "Phân công", "row": number, "column": column, "reason": reason, "value": value}


TABLE = (
    row("1.1.1", "Ban hành Kế hoạch", lead=HA, due="2026-12-15", supports=[QUYNH, "Văn phòng"], needs_check=[f"lead: {SEVERAL}"]),
    row("1.1.2", "Rà soát văn bản", lead=None, due="2027-07-20", needs_check=["lead: chỉ ghi tên gọi", "due: năm ngoài kỳ"]),
    row("1.1.3", "Công khai ngân sách", lead=QUYNH, due=None, needs_check=["due: ngày không có trong lịch"]),
)
FLAGS = (
    doubt(2, "lead", SEVERAL, f"{HA}, {QUYNH}"),
    doubt(3, "lead", "chỉ ghi tên gọi", "đ/c Hà"),
    doubt(3, "due", "năm ngoài kỳ", "20/7/2027"),
    doubt(4, "due", "ngày không có trong lịch", "31/11/2026"),
)


@pytest.fixture
def office(store, now):
    with store.transaction() as db:
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
        tung = people.add(db, made, small_office.TUNG)
        people.grant(db, tung, made, Role.COORDINATOR)
        people.link(db, tung, "telegram:1", now)
        for name in (HA, QUYNH):
            people.add(db, made, name)
    return made


@pytest.fixture
def sends(store, office, now):
    """Tùng sends a table; what comes back goes to his phone as the fetch job would send it."""
    phone = Phone(store, "telegram:1", now)

    def send(*rows, flags=()):
        with store.transaction() as db:
            read = Sheet.from_dict(sheet(*rows, flags=flags))
            told = load.arrived(db, SentTable(people.by_id(db, 1), phone.chat, "a.xlsx", read, "0", phone.now, VIETNAM))
            draft = outbox.Draft(f"sheet:{phone.now}", phone.chat, told.as_payload(), person_id=1)
            outbox.add(db, [draft], phone.now)
        phone.sees()
        phone.wait(minutes=1)
        return phone

    return send


def opened(sends):
    tung = sends(*TABLE, flags=FLAGS)
    tung.taps("Xem 04 chỗ")
    return tung


def recorded(store, code):
    with store.transaction() as db:
        query = select(Person.full_name, Assignment.due_on, Assignment.needs_check).select_from(Assignment).join(Criterion)
        query = query.outerjoin(Person, Person.id == Assignment.person_id).where(Criterion.code == code)
        name, due, reasons = db.execute(query).one()
        return name, due and due.isoformat(), reasons


def test_a_cell_is_shown_with_its_place_its_words_and_what_it_may_mean(sends):
    tung = opened(sends)
    assert tung.taps("Xử lý từng chỗ").split("\n") == [
        "Còn 04 chỗ: Phân công, dòng 2, người phụ trách.",
        "1.1.1 Ban hành Kế hoạch",
        f"Tệp ghi: {HA}, {QUYNH}.",
        f"Đọc được: {HA}.",
        f"Cần kiểm tra vì: {SEVERAL}.",
    ]
    assert tung.labels == ["Đúng", QUYNH, "Sửa", "Xem chỗ sau", "Quay lại"]


def test_all_are_settled_by_taps_and_recorded_without_a_mark(store, sends):
    tung = opened(sends)
    tung.taps("Xử lý từng chỗ")
    told = tung.taps(QUYNH)
    assert told.startswith(f"Dòng 2, người phụ trách: {QUYNH}.\n\nCòn 03 chỗ: Phân công, dòng 3, người phụ trách.")
    assert "Chưa đọc được." in told
    assert tung.labels[:2] == [HA, "Để trống"]
    assert "Đọc được: 20/07/2027." in tung.taps(HA)
    assert "31/11/2026" in tung.taps("20/07/2026")
    preview = tung.taps("30/11/2026")
    assert preview.startswith("Dòng 4, thời hạn: 30/11/2026.\nĐã kiểm tra hết các chỗ trong bảng.\n\nNăm 2026: đọc được 03 dòng")
    assert tung.labels == ["Ghi", "Bỏ", "Xem lại chỗ vừa rồi"]
    assert "cần kiểm tra" not in preview
    tung.taps("Ghi")
    assert recorded(store, "1.1.1") == (QUYNH, "2026-12-15", [])
    assert recorded(store, "1.1.2") == (HA, "2026-07-20", [])
    assert recorded(store, "1.1.3") == (QUYNH, "2026-11-30", [])


def test_the_right_words_may_be_typed_and_what_cannot_be_read_is_asked_again(store, sends):
    tung = opened(sends)
    tung.goes("load_doubt:1:3")
    assert tung.taps("Sửa") == "Phân công, dòng 4, thời hạn: đề nghị nhập thời hạn (dd/mm/yyyy, hoặc ghi như hằng quý)."
    assert tung.says("31/2/2026").startswith("Chưa đọc được.")
    assert "Dòng 4, thời hạn: 30/09/2026." in tung.says("quý III")


def test_a_button_of_an_older_card_settles_nothing_else(sends):
    tung = opened(sends)
    tung.taps("Xử lý từng chỗ")
    old = tung.choice(QUYNH).route
    tung.taps("Đúng")
    assert "Còn 03 chỗ" in tung.goes(old)


def test_the_last_answer_is_taken_back_also_when_it_was_the_last_place(store, sends):
    tung = opened(sends)
    tung.taps("Xử lý từng chỗ")
    for label in (QUYNH, HA, "20/07/2026", "30/11/2026"):
        tung.taps(label)
    old = tung.choice("Xem lại").route
    shown = tung.taps("Xem lại")
    assert shown.startswith("Còn 01 chỗ: Phân công, dòng 4, thời hạn.")
    assert "ngày không có trong lịch" in shown
    assert "Còn 01 chỗ" in tung.goes(old)  # the same button again takes nothing else back
    tung.taps("Đúng" if "Đúng" in tung.labels else "Để trống")
    tung.taps("Ghi")
    assert recorded(store, "1.1.2") == (HA, "2026-07-20", [])
    assert recorded(store, "1.1.3") == (QUYNH, None, [])


UNIT, HIDDEN = "chỉ ghi đơn vị", "dòng ẩn"


def test_rows_that_say_the_same_are_settled_together_and_keep_their_own_helpers(store, sends):
    rows = [row(f"2.{at}", f"Việc {at}", lead=None, due="2026-12-15", supports=[QUYNH] if at == 2 else [], needs_check=[f"lead: {UNIT}"]) for at in range(1, 4)]
    flags = [doubt(at + 1, "lead", UNIT, "TTPVHCC") for at in range(1, 4)] + [doubt(at + 1, "row", HIDDEN) for at in (1, 3)]
    tung = sends(*rows, flags=(*flags, {"sheet": "Nháp", "row": None, "column": "table", "reason": "trang tính ẩn, không nạp"}))
    tung.taps("Xem 06 chỗ")
    tung.taps("Xử lý từng chỗ")
    tung.taps("Sửa")
    assert tung.says(HA).startswith(f"Dòng 2, người phụ trách: {HA}.")
    assert 'Như vậy cho 02 chỗ "TTPVHCC" còn lại' in tung.labels
    old = tung.choice("Như vậy").route
    told = tung.taps("Như vậy")
    assert told.startswith(f"02 dòng giống thế, người phụ trách: {HA}.\n\nCòn 03 chỗ: Phân công, dòng 2.")
    assert "Còn 03 chỗ" in tung.goes(old)  # the same button again settles nothing else
    assert tung.taps("Đúng").startswith("Dòng 2: để nguyên.\n\nCòn 02 chỗ")
    assert tung.taps("Như vậy").startswith("01 dòng giống thế: để nguyên.\n\nCòn 01 chỗ: Nháp.")
    assert tung.taps("Đúng").startswith("Trang Nháp: để nguyên.\nĐã kiểm tra hết các chỗ trong bảng.")
    tung.taps("Ghi")
    assert [recorded(store, f"2.{at}")[0] for at in range(1, 4)] == [HA, HA, HA]
    again = sends(*rows, flags=(*flags, {"sheet": "Nháp", "row": None, "column": "table", "reason": "trang tính ẩn, không nạp"}))
    assert "cần kiểm tra" not in again.text


def test_a_person_typed_for_an_empty_cell_is_not_offered_for_all_empty_cells(sends):
    missing = "thiếu người phụ trách"
    rows = [row(f"2.{at}", f"Việc {at}", lead=None, due="2026-12-15", needs_check=[f"lead: {missing}"]) for at in range(1, 4)]
    tung = sends(*rows, flags=[doubt(at + 1, "lead", missing) for at in range(1, 4)])
    tung.taps("Xem 03 chỗ")
    tung.taps("Xử lý từng chỗ")
    tung.taps("Sửa")
    tung.says(HA)
    assert tung.says("bấm nhầm").startswith("Còn 03 chỗ: Phân công, dòng 2"), "the answer just given is taken back in words too"
    tung.taps("Sửa")
    tung.says(HA)
    assert "Như vậy" not in " ".join(tung.labels)
    tung.taps("Để trống")
    assert 'Như vậy cho 01 chỗ "thiếu người phụ trách" còn lại' in tung.labels


def test_the_corrected_table_does_not_ask_again_what_was_settled(store, sends):
    tung = opened(sends)
    tung.taps("Xử lý từng chỗ")
    for label in (QUYNH, HA, "20/07/2026", "30/11/2026", "Ghi"):
        tung.taps(label)
    tung = sends(*TABLE, row("1.1.4", "Việc mới", lead=HA, due="2026-12-20"), flags=FLAGS)
    assert "mới 01, đổi 00, bỏ 00, giữ nguyên 03" in tung.text
    assert "cần kiểm tra" not in tung.text


def test_a_row_recorded_with_its_doubt_still_says_where_the_file_has_it(sends):
    tung = opened(sends)
    tung.taps("Ghi")
    assert tung.goes("doubt:1").split("\n")[-2:] == [
        f'Trong tệp, Phân công, dòng 2, người phụ trách: "{HA}, {QUYNH}".',
        f"Cần kiểm tra: người phụ trách: {SEVERAL}.",
    ]


def test_somebody_whom_only_the_table_names_in_full_is_offered_for_a_given_name(sends):
    linh, toan = "Trương Mỹ Linh", "Huỳnh Ngọc Toàn"
    tung = sends(
        row("1.1.1", "Thủ tục đất đai", lead=linh, due="2026-12-15"),
        row("1.1.2", "Trật tự xây dựng", lead=None, due="2026-12-15", needs_check=["lead: chỉ ghi tên gọi"]),
        row("1.1.3", "Quyết toán", lead=toan, due="2026-12-15"),
        row("1.1.4", "Công khai", lead=None, due="2026-12-15", needs_check=["lead: chỉ ghi chức danh"]),
        flags=(doubt(3, "lead", "chỉ ghi tên gọi", "đ/c Linh"), doubt(5, "lead", "chỉ ghi chức danh", "Kế toán ngân sách")),
    )
    tung.taps("Xem 02 chỗ")
    tung.taps("Xử lý từng chỗ")
    assert tung.labels == [linh, "Để trống", "Sửa", "Xem chỗ sau", "Quay lại"]
    tung.taps(linh)
    assert tung.labels == ["Để trống", "Sửa", "Quay lại", "Xem lại chỗ vừa rồi"]


def test_what_can_only_be_settled_after_recording_offers_no_way_that_leads_nowhere(sends):
    twice = [row(f"1.1.{at}", f"Việc {at}", lead=HA, due="2026-12-15", lead_post=post) for at, post in enumerate(("Văn thư", "Một cửa"), 1)]
    tung = sends(*twice)
    told = tung.taps("Xem 02 chỗ")
    assert told.endswith("Những chỗ này được xử lý theo từng dòng sau khi ghi.")
    assert tung.labels == ["Quay lại", "Ghi", "Bỏ"]


def test_a_doubt_shows_what_the_file_has():
    doubt, impossible = load_doubts.Doubt, "ngày không có trong lịch"
    found = [doubt("Văn phòng", 7, "due", impossible, "31/11/2026"), doubt("Văn phòng", 9, "due", impossible, "31/11/2026")]
    assert load_doubts.doubt_lines([*found, doubt("Kinh tế", 2, "row", "dòng ẩn"), doubt("Kinh tế", None, "table", "trang tính ẩn")]) == [
        "Văn phòng:", 'Dòng 7, 9, thời hạn "31/11/2026": ngày không có trong lịch', "Kinh tế:", "Dòng 2: dòng ẩn", "trang tính ẩn",
    ]  # fmt: skip


def test_a_page_of_doubts_fits_the_screen_of_a_phone(sends):
    rows = [row(f"1.{at}", f"Việc {at}", lead=HA, due="2026-12-15", needs_check=[f"lead: {SEVERAL}"]) for at in range(1, 16)]
    flags = [{"sheet": "Phân công", "row": at + 1, "column": "lead", "reason": SEVERAL, "value": f"{HA} và bà Kiều Minh Hoàng {at}"} for at in range(1, 16)]
    tung = sends(*rows, flags=flags)
    text = tung.taps("Xem 15 chỗ")
    assert text.startswith("Cần kiểm tra (1/3):")
    assert sum(-(-len(line) // 42) for line in text.split("\n")) <= 20


def test_hidden_rows_are_left_out_together_and_taken_in_again(store, sends):
    hidden = [row(f"1.1.{at}", f"Việc {at}", lead=HA, due="2026-12-15", needs_check=["row: dòng ẩn"]) for at in (1, 2, 3)]
    tung = sends(*hidden, row("1.1.4", "Việc 4", lead=HA, due="2026-12-15"), flags=[doubt(at, "row", "dòng ẩn") for at in (2, 3, 4)])
    tung.goes("load_doubt:1")
    assert tung.labels[:2] == ["Đúng", "Bỏ dòng này"]
    assert tung.taps("Bỏ dòng này").startswith("Dòng 2: đã bỏ, sẽ không ghi.")
    assert "Thêm 02 dòng: đã bỏ." in tung.taps('Như vậy cho 02 chỗ "dòng ẩn" còn lại')
    assert "đọc được 01 dòng" in tung.goes("load_view:1")
    for left in (2, 3, 4):
        tung.goes(f"load_reopen:1:{5 - left}")
        assert f"đọc được 0{left} dòng" in tung.goes("load_view:1")
    tung.goes("load_doubt:1")
    tung.taps("Bỏ dòng này")
    tung.goes("load_view:1")
    tung.taps("Ghi")
    with store.transaction() as db:
        assert len(db.scalars(select(Assignment.id)).all()) == 3
    assert recorded(store, "1.1.4") == (HA, "2026-12-15", [])


def test_each_of_two_cells_alike_keeps_its_own_answer_when_the_table_comes_again(sends):
    twice = [row(f"1.{at}", "Báo cáo", lead=None, due="2026-12-15", needs_check=["lead: chỉ ghi đơn vị"]) for at in (1, 2)]
    flags = [doubt(at, "lead", "chỉ ghi đơn vị", "Văn phòng") for at in (2, 3)]
    tung = sends(*twice, flags=flags)
    tung.goes("load_fix:1:0:2")
    tung.says(HA)
    assert "Còn 01 chỗ: Phân công, dòng 3" in sends(*twice, flags=flags).goes("load_doubt:2"), "one answer is not given for the other"
    tung.goes("load_fix:2:0:1")
    tung.says(QUYNH)
    tung.goes("load_view:2")
    tung.taps("Ghi")
    assert "Không có gì khác với danh sách" in sends(*twice, flags=flags).text
    assert "Đã ghi" not in tung.taps("Làm tiếp với bảng đã ghi")


def test_whom_a_list_beside_the_table_names_is_offered_for_a_post_and_a_given_name():
    with_list = Sheet.from_dict(sheet(*TABLE, flags=FLAGS) | {"officials": [["Cao Bá Lữ", "Chánh Văn phòng", "Văn phòng"]]})
    assert with_list.as_dict(extra=True)["officials"] == [["Cao Bá Lữ", "Chánh Văn phòng", "Văn phòng"]]
    for said, reason in (("đ/c Lữ", "chỉ ghi tên gọi"), ("Chánh Văn phòng", "chỉ ghi chức danh")):
        cell = Cell(0, "Phân công", 3, "lead", (reason,), said, TABLE[1])
        assert [one.values["lead"] for one in settle.answers(cell, 2026, settle.named_in(with_list.as_dict(extra=True)))] == ["Cao Bá Lữ"]

def test_a_name_of_two_words_is_taken_in_full_when_it_is_typed(store, sends):
    tung = sends(row("1.1.1", "Ban hành Kế hoạch", lead=None, due="2026-12-15", needs_check=["lead: chỉ ghi tên gọi"]),
                 flags=(doubt(2, "lead", "chỉ ghi tên gọi", "Mai Liên"),))  # fmt: skip
    tung.goes("load_fix:1:0:1")
    assert "Dòng 2, người phụ trách: Mai Liên." in tung.says("Mai Liên")
    tung.taps("Ghi")
    assert recorded(store, "1.1.1")[0] == "Mai Liên"


def test_a_helper_called_by_the_given_name_is_offered_in_full_or_typed(store, sends):
    tung = sends(row("1.1.1", "Ban hành Kế hoạch", lead=HA, due="2026-12-15", supports=["Văn phòng", "đ/c Quỳnh"], needs_check=["supports: chưa đủ họ tên"]),
                 row("1.1.2", "Rà soát", lead=HA, due="2026-12-15", supports=["đ/c Nhã"], needs_check=["supports: chưa đủ họ tên"]),
                 flags=(doubt(2, "supports", "chưa đủ họ tên", "Văn phòng, đ/c Quỳnh"), doubt(3, "supports", "chưa đủ họ tên", "đ/c Nhã")))  # fmt: skip
    tung.goes("load_doubt:1")
    assert tung.labels[:3] == ["Đúng", f"Văn phòng, {QUYNH}", "Sửa"]
    tung.taps(QUYNH)
    assert tung.taps("Sửa").startswith("Phân công, dòng 3, phối hợp: đề nghị nhập")
    assert tung.says("Nhã").startswith("Chưa đọc được.")
    assert "Dòng 3, phối hợp: Bùi Thị Nhã, các thôn." in tung.says("Bùi Thị Nhã, các thôn")


def test_a_post_in_a_column_of_its_own_is_shown_and_says_who_is_offered(sends):
    tung = sends(row("1.1.1", "Biến động đất đai", lead=None, lead_post="Công chức Địa chính", due="2026-12-15", needs_check=["lead: thiếu người phụ trách"]),
                 row("1.1.2", "Quy hoạch", lead=QUYNH, lead_post="Công chức Địa chính", due="2026-12-15"),
                 flags=(doubt(2, "lead", "thiếu người phụ trách"),))  # fmt: skip
    assert "Chỉ ghi chức danh: Công chức Địa chính." in tung.goes("load_doubt:1")
    assert tung.labels[:2] == [f"{QUYNH} (Công chức Địa chính)", "Để trống"]


def test_the_day_that_fits_the_weekday_is_offered(sends):
    tung = sends(row("1.1.1", "Kiểm tra", lead=HA, due="2026-12-30", needs_check=["due: thứ không khớp ngày"]),
                 flags=(doubt(2, "due", "thứ không khớp ngày", "Thứ Năm, ngày 30/12/2026"),))  # fmt: skip
    tung.goes("load_doubt:1")
    assert tung.labels[:2] == ["Đúng", "31/12/2026"]


def test_what_is_typed_while_a_cell_is_shown_is_taken_for_it_where_it_can_mean_nothing_else(sends):
    tung = opened(sends)
    tung.taps("Xử lý từng chỗ")
    assert tung.says("Lê Thị Mận").startswith("Dòng 2, người phụ trách: Lê Thị Mận.\n\nCòn 03 chỗ: Phân công, dòng 3, người phụ trách.")
    assert "chưa hiểu" in tung.says("Bỏ Bớt Đi")
    assert tung.says("bỏ qua").startswith("Còn 03 chỗ: Phân công, dòng 3, thời hạn.")
    assert tung.says("20/7/2026").startswith("Dòng 3, thời hạn: 20/07/2026.\n\nCòn 02 chỗ: Phân công, dòng 4, thời hạn.")
    assert "việc nào đang mở" in tung.says("việc của tôi")
    tung.goes("load_doubt:1:1")
    assert "chưa hiểu" in tung.says("cuối tuần nào đó")
    tung.taps("Sửa")
    assert tung.says("bỏ qua").startswith("Còn 02 chỗ: Phân công, dòng 3, người phụ trách.")


def test_a_code_that_no_other_row_has_any_more_is_not_asked_about(store, sends):
    twice = "trùng mã 1.1.1"
    texts = ("Kế hoạch", "Báo cáo", "Kiểm tra")
    rows = [row("1.1.1", text, lead=HA, due="2026-12-15", needs_check=[f"code: {twice}"]) for text in texts]
    tung = sends(*rows, flags=[doubt(number, "code", twice, "1.1.1") for number in (2, 3, 4)])
    tung.goes("load_doubt:1:0")
    tung.taps("Sửa")
    assert tung.says("1.1.2").startswith("Dòng 2, mã: 1.1.2.\n\nCòn 02 chỗ: Phân công, dòng 3, mã.")
    tung.taps("Sửa")
    assert "đề nghị nhập mã mà chưa dòng nào khác có." in tung.says("1.1.2")
    assert "Đã kiểm tra hết các chỗ trong bảng." in tung.says("1.1.3")
    assert "Còn 01 chỗ: Phân công, dòng 3, mã." in tung.taps("Xem lại chỗ vừa rồi")
    tung.taps("Sửa")
    tung.says("1.1.3")
    tung.taps("Ghi")
    assert [recorded(store, code) for code in ("1.1.1", "1.1.2", "1.1.3")] == [(HA, "2026-12-15", [])] * 3
