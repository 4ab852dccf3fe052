"""Scenario 1 told in the chat: a coordinator sends a table in November, settles what is past, and nothing goes out."""


import pytest
from sqlalchemy import func, select

from bot import sheets
from bot.flows.loading import load
from bot.flows.loading.sent_table import SentTable
from bot.sheets import Sheet
from locales.formats import VIETNAM
from storage.loading import given, loads
from storage.messages import conversations, outbox
from storage.office import people, units
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion, Outbox, Update
from storage.work import updates
from storage.work.updates import Report, Stamp
from tests.flows import small_office
from tests.flows.phone import Phone
from tests.storage.assignment_table import row, sheet

HA, QUYNH, NOBODY = "Phạm Thị Thu Hà", "Ngô Thị Thúy Quỳnh", "thiếu người phụ trách"
TABLE = (
    row("1.1.1", "Ban hành Kế hoạch", lead=HA, due="2026-01-15", status="reported", completed_on="2026-01-12"),
    row("1.1.2", "Rà soát văn bản", lead=HA, due="2026-06-30"),
    row("1.1.3", "Công khai ngân sách", lead=QUYNH, due="2026-10-15", completed_on="2026-10-12"),
    row("1.1.4", "Duy trì chuyên mục", lead=QUYNH, due="2026-08-31", status="in_progress"),
    row("1.1.5", "Báo cáo hằng tháng", lead=QUYNH, due="2026-12-05", proposed_kind="recurring"),
    row("1.1.6", "Tỷ lệ hồ sơ đúng hạn", lead=None, due="2026-12-14", proposed_kind="figure", needs_check=[NOBODY]),
)
FLAGS = ({"sheet": "Phân công", "row": 7, "column": "lead", "reason": NOBODY},)


@pytest.fixture
def office(store, now):
    with store.transaction() as db:
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
        tung, ngan = (people.add(db, made, name) for name in (small_office.TUNG, small_office.NGAN))
        for person, chat in ((tung, "telegram:1"), (ngan, "telegram:2")):
            people.grant(db, person, made, Role.COORDINATOR)
            people.link(db, person, chat, now)
    return made


@pytest.fixture
def sends(store, office, now):
    """Tùng sends a table; what comes back goes to his phone as the fetch job would send it."""

    def send(*rows, phone=None, name="phan-cong.xlsx", person=1, flags=FLAGS):
        phone = phone or Phone(store, f"telegram:{person}", now)
        read = Sheet.from_dict(sheet(*rows, flags=flags if any(each["needs_check"] for each in rows) else ()))
        with store.transaction() as db:
            message = load.arrived(db, SentTable(people.by_id(db, person), phone.chat, name, read, "0", phone.now, VIETNAM))
            draft = outbox.Draft(f"sheet:{phone.chat}:{phone.now}", phone.chat, message.as_payload(), person_id=person)
            outbox.add(db, [draft], phone.now)
        phone.sees()
        phone.wait(minutes=1)
        return phone

    return send


def state(store, code):
    with store.transaction() as db:
        query = select(Assignment.progress, Assignment.completed_on).join(Criterion).where(Criterion.code == code)
        return db.execute(query).one()


def sent_to_others(store):
    with store.transaction() as db:
        return db.scalar(select(func.count()).select_from(Outbox).where(Outbox.chat.not_in(["telegram:1", "telegram:2"])))


def test_the_preview_says_what_was_read_and_records_nothing(store, sends):
    tung = sends(*TABLE)
    assert tung.text.split("\n") == [
        "Năm 2026: đọc được 06 dòng, 3 điểm, 02 người.",
        "04 dòng đã qua hạn: 01 dòng có ghi đã xong, 01 dòng ghi chưa xong, 02 dòng chưa rõ.",
        "01 dòng nên tách kỳ. 01 dòng nên đổi loại việc.",
        f"02 người chưa có trong danh sách cơ quan, khi ghi sẽ thêm: {HA}, {QUYNH}.",
        '01 chỗ cần kiểm tra; khi ghi sẽ được đánh dấu "cần kiểm tra".',
        "Chưa ghi gì, chưa gửi tin cho ai.",
    ]
    assert tung.labels == ["Xem 01 chỗ cần kiểm tra", "Ghi", "Bỏ"]
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Assignment)) == 0


def test_doubts_are_listed_by_sheet_row_and_column(sends):
    tung = sends(*TABLE)
    assert tung.taps("Xem 01 chỗ") == "Cần kiểm tra:\nPhân công:\nDòng 7: thiếu người phụ trách"
    assert tung.labels == ["Xử lý từng chỗ", "Quay lại", "Ghi", "Bỏ"]
    assert "đọc được 06 dòng" in tung.taps("Quay lại")


def test_everything_is_recorded_by_one_tap_and_offers_what_is_left(store, sends):
    tung = sends(*TABLE)
    assert tung.taps("Ghi").split("\n") == [
        "Đã ghi bảng phân công năm 2026: mới 06, đổi 00, bỏ 00, giữ nguyên 00; thêm 02 người.",
        "04 việc đã qua hạn: 02 việc đã có tình trạng, 02 việc chưa có.",
        'Chưa gửi tin cho ai; chỉ gửi sau khi bấm "Bắt đầu gửi".',
    ]
    assert tung.labels == [
        "Xử lý 02 việc đã qua hạn",
        "Tách kỳ 01 việc",
        "Xem 01 việc nên đổi loại",
        "Xem 01 dòng cần kiểm tra",
        "Xem sáng mai ai nhận gì",
        "Bắt đầu gửi",
        "Ghi nhầm, bỏ lần ghi này",
    ]
    assert [choice.route for choice in tung.messages[-1].choices[-3:]] == ["tomorrow", "sending", "load_undo:1"]
    assert sent_to_others(store) == 0


def test_the_other_coordinator_learns_of_a_change_but_the_first_load_reaches_nobody(store, sends, now):
    ngan = Phone(store, "telegram:2", now)
    tung = sends(*TABLE)
    tung.taps("Ghi")
    assert ngan.sees() == ""
    sends(*TABLE[:5], phone=tung).taps("Ghi")
    assert ngan.sees() == (f"Đồng chí {small_office.TUNG} đã nhập bảng phân công năm 2026: mới 00, đổi 00, bỏ 01, giữ nguyên 05.")


def test_a_number_types_the_same_as_a_tap(store, sends, now):
    tung = sends(*TABLE)
    with store.transaction() as db:  # the fetch job keeps what it offers as a turn does
        offered = tuple((choice.label, choice.route) for choice in tung.messages[-1].choices)
        conversations.put(db, tung.chat, conversations.Talk(offered), now)
    assert tung.says("2").startswith("Đã ghi bảng phân công năm 2026")


def test_a_second_tap_records_nothing_more(store, sends):
    tung = sends(*TABLE)
    route = tung.choice("Ghi").route
    tung.taps("Ghi")
    assert tung.goes(route).startswith("04 việc đã qua hạn")
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Assignment)) == 6


def test_a_dropped_file_is_let_go(store, sends):
    tung = sends(*TABLE)
    route = tung.choice("Ghi").route
    assert tung.taps("Bỏ") == "Đã bỏ tệp; danh sách giữ nguyên như trước."
    assert tung.goes(route) == "Tệp này đã bỏ; nếu cần, đề nghị gửi lại tệp."


def test_past_rows_are_settled_one_by_one(store, sends):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    assert tung.taps("Xử lý 02 việc").split("\n") == [
        "02 việc đã qua hạn chưa có tình trạng:",
        f"- 1.1.2 Rà soát văn bản, hạn 30/06/2026, {HA}",
        f"- 1.1.3 Công khai ngân sách, hạn 15/10/2026, {QUYNH}",
    ]
    seen = tung.taps("1.1.3 Đã hoàn thành")
    assert seen.startswith("1.1.3: đã ghi Đã báo hoàn thành, chờ kiểm tra; ngày hoàn thành 12/10/2026.")
    assert tung.taps("1.1.2 Chưa xong").startswith("1.1.2: đã ghi Chưa xong. Không còn việc quá hạn nào")
    assert state(store, "1.1.2").progress == "not_started"
    assert tung.taps("Ghi nhầm, bỏ").startswith("1.1.2: đã bỏ ghi nhầm, trở lại Chưa thực hiện.\n\n01 việc đã qua hạn")
    with store.transaction() as db:
        lines = db.execute(select(Update.kind, Update.source, Update.person_id).order_by(Update.id.desc()).limit(3)).all()
    assert [tuple(line) for line in lines] == [("undo", "office", 1), ("load", "office", 1), ("load", "office", 1)]


def test_a_mistake_cannot_be_taken_back_once_the_official_spoke(store, sends, now):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    tung.taps("Xử lý 02 việc")
    tung.taps("1.1.2 Đã hoàn thành")
    with store.transaction() as db:
        work = db.scalar(select(Assignment.id).join(Criterion).where(Criterion.code == "1.1.2"))
        ha = people.named(db, 1, HA)[0]
        updates.report(db, work, Report(Progress.IN_PROGRESS), Stamp(ha, now, "tap"), now.date())
    assert tung.taps("Ghi nhầm, bỏ").startswith("Không còn nội dung nào bỏ được")
    assert state(store, "1.1.2").progress == "in_progress"


def test_all_past_rows_are_settled_at_once_after_a_question(store, sends):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    tung.taps("Xử lý 02 việc")
    assert tung.taps("Cả 02 việc đã hoàn thành") == (
        "Ghi cả 02 việc là đã hoàn thành, chờ kiểm tra? Ngày hoàn thành lấy theo hạn, trừ việc mà bảng đã ghi ngày. "
        "Gồm: 1.1.2, 1.1.3."
    )
    assert tung.taps("Đúng") == "Đã ghi 02 việc là đã hoàn thành, chờ kiểm tra; chưa gửi tin cho ai."
    assert f"{state(store, '1.1.2').completed_on:%d/%m}" == "30/06"
    assert f"{state(store, '1.1.3').completed_on:%d/%m}" == "12/10"
    assert "04 việc đã qua hạn: 04 việc đã có tình trạng, 00 việc chưa có." in tung.taps("Quay lại")
    assert sent_to_others(store) == 0


KINDS = (*TABLE[:3], TABLE[3] | {"proposed_kind": "upkeep"}, *TABLE[4:])


def test_kinds_are_changed_only_by_a_tap(store, sends):
    tung = sends(*KINDS)
    tung.taps("Ghi")
    seen = tung.taps("Xem 02 việc nên đổi loại")
    assert seen.startswith("1.1.4: Duy trì chuyên mục\nĐang ghi: sản phẩm. Theo nội dung, nên là: duy trì (")
    assert tung.taps("Thôi").startswith("1.1.4: giữ nguyên sản phẩm.\n\n1.1.6: Tỷ lệ hồ sơ đúng hạn")
    assert tung.taps("Đúng") == "1.1.6: đã ghi loại việc số liệu. Không còn việc nào nên đổi loại."
    with store.transaction() as db:
        kinds = dict(db.execute(select(Criterion.code, Criterion.kind).where(Criterion.level == "leaf")).all())
    assert (kinds["1.1.4"], kinds["1.1.6"]) == (Kind.PRODUCT, Kind.FIGURE)
    assert "nên đổi loại" not in " ".join(tung.taps("Quay lại").split("\n")[1:])


def test_all_kinds_are_accepted_after_a_look_at_the_list(store, sends):
    tung = sends(*KINDS)
    tung.taps("Ghi")
    tung.taps("Xem 02 việc nên đổi loại")
    assert tung.taps("Đúng cả 02 việc").split("\n") == [
        "Ghi loại việc của 02 việc này?",
        "- duy trì (giữ ổn định đến ngày hạn): 1.1.4",
        "- số liệu (tỷ lệ hoặc mức, chốt đến ngày hạn): 1.1.6",
    ]
    assert tung.taps("Đúng").startswith("Đã ghi loại việc của 02 việc.")


def test_the_same_file_again_offers_nothing_to_record(sends):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    sends(*TABLE, phone=tung)
    assert tung.text.endswith("Không có gì khác với danh sách hiện có; không cần ghi.")
    assert "Ghi" not in tung.labels


def test_a_corrected_file_shows_new_changed_and_dropped_rows(sends):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    moved = TABLE[1] | {"due": {"kind": "date", "date": "2026-07-15", "strict": True}, "lead": QUYNH, "max_points": 1.25}
    sends(TABLE[0], moved, *TABLE[2:5], row("1.2", "Việc mới", lead=HA, due="2026-12-20"), phone=tung)
    assert "So với danh sách hiện có: mới 01, đổi 01, bỏ 01, giữ nguyên 04." in tung.text
    seen = tung.taps("Xem thay đổi")
    assert seen.split("\n") == [
        "Thay đổi:",
        f"- Đổi 1.1.2: điểm 0,5 → 1,25; người phụ trách {HA} → {QUYNH}; hạn 30/06/2026 → chậm nhất 15/07/2026",
        "- Bỏ 1.1.6: Tỷ lệ hồ sơ đúng hạn",
        "- Mới 1.2: Việc mới",
    ]


def test_a_list_that_changed_since_the_preview_is_shown_once_more(store, sends, now):
    tung = sends(*TABLE)
    ngan = sends(*TABLE[:2], phone=Phone(store, "telegram:2", now), person=2)
    ngan.taps("Ghi")
    assert tung.taps("Ghi").startswith("Danh sách đã thay đổi từ lúc đồng chí xem trước; dưới đây là kết quả so lại.")
    assert tung.taps("Ghi").startswith("Đã ghi bảng phân công năm 2026: mới 04, đổi 00, bỏ 00, giữ nguyên 02")


def test_only_the_offices_coordinator_may_send_look_and_record(store, office, sends, now):
    tung = sends(*TABLE)
    with store.transaction() as db:
        ha = people.add(db, office, HA)
        people.link(db, ha, "telegram:3", now)
        other = units.add(db, "UBND xã Suối Mây", is_office=True)
        stranger = people.add(db, other, "Lý Thị Mận")
        people.grant(db, stranger, other, Role.COORDINATOR)
        people.link(db, stranger, "telegram:4", now)
    asked = sends(*TABLE, phone=Phone(store, "telegram:3", now), person=ha)
    assert "Ghi" not in asked.labels
    route = tung.choice("Ghi").route
    for chat in ("telegram:3", "telegram:4"):
        phone = Phone(store, chat, now)
        for step in (route, "load_show:1", "load_past:1", "load_all:1:2", "load_kinds:1", "load_drop:1"):
            phone.goes(step)
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Assignment)) == 0
        assert loads.get(db, 1).state == "preview"


FORGED = [
    "load_apply:99", "load_apply:x", "load_show:1:99", "load_set:1:1:maybe", "load_kind:1:0:yes", "load_back:1:1", "load_past",
]  # fmt: skip


@pytest.mark.parametrize("route", FORGED)
def test_forged_routes_end_in_words(store, sends, route):
    tung = sends(*TABLE)
    assert tung.goes(route)
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Assignment)) == 0


@pytest.mark.parametrize("code", ["empty_file", "password", "bomb", "no_table", "no_person_column", "never_heard_of"])
def test_a_refused_file_says_why_and_what_to_do(code):
    text = load.say.refused(code, "bang.xlsx").text
    assert text.startswith("Chưa nhận tệp bang.xlsx: ")
    assert text.endswith("Chưa ghi gì.")


def test_points_beside_the_maximum_are_not_in_the_sum(sends):
    tung = sends(TABLE[0], row("9.1", "Điểm thưởng", lead=HA, due="2026-12-31", kind="bonus", max_points=2))
    assert "đọc được 02 dòng, 0,5 điểm" in tung.text


def test_the_template_comes_by_command(sends):
    tung = sends(*TABLE)
    tung.says("/mau")
    assert tung.messages[-1].file["name"] == "Mau-phan-cong-CCHC.xlsx"


def test_a_recorded_file_is_taken_back_after_one_more_look(store, sends):
    tung = sends(*TABLE)
    tung.taps("Ghi")
    tung.taps("Ghi nhầm, bỏ lần ghi này")
    assert tung.text == (
        "Bỏ lần ghi từ tệp phan-cong.xlsx? Sẽ bỏ 06 dòng mới. "
        "Những gì cán bộ, công chức đã báo từ đó đến nay vẫn giữ. 02 người thêm khi ghi vẫn có trong danh sách cơ quan."
    )
    tung.taps("Ghi nhầm, bỏ")
    assert tung.text.startswith("Đã bỏ lần ghi từ tệp phan-cong.xlsx: bỏ 06 dòng mới")
    assert tung.text.endswith("02 người thêm khi ghi vẫn có trong danh sách cơ quan.")
    with store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(Assignment).where(Assignment.dropped_at.is_(None))) == 0
    tung.goes("load_undo:1:yes")
    assert tung.text == "Chỉ bỏ được lần ghi gần nhất, trong 24 giờ. Chưa thay đổi gì."
    assert "\n- Trở lại 1.1.1: Ban hành Kế hoạch\n- Trở lại 1.1.2: Rà soát văn bản\n" in sends(*TABLE, phone=tung).text


def test_the_list_as_it_stands_comes_back_as_a_file_that_changes_nothing(store, sends, now, tmp_path):
    tung = sends(*TABLE, phone=Phone(store, "telegram:1", now, data_dir=tmp_path))
    tung.says("/mau")
    assert "Tải danh sách hiện có" not in tung.labels
    tung.goes("load_apply:1")
    tung.says("/mau")
    tung.taps("Tải danh sách hiện có")
    sent = tung.messages[-1].file
    assert sent["name"] == "Danh-sach-phan-cong-2026.xlsx"
    found = sheets.parse(tmp_path / sent["path"], 2026)
    with store.transaction() as db:
        assert loads.compare(db, 1, 2026, given.read(found.as_dict(extra=True))).is_nothing


def test_a_name_that_nobody_bears_is_decided_beside_the_nearest_one(store, office, sends):
    with store.transaction() as db:
        people.add(db, office, "Phạm Thị Thu Hà", post="Chuyên viên")
    misspelt = TABLE[0] | {"lead": "Pham Thi Thu Ha"}
    tung = sends(misspelt, TABLE[1] | {"lead": "Phạm Thu Hà"}, TABLE[2])
    assert "Xem 02 tên gần giống" in tung.labels
    asked = tung.taps("Xem 02 tên gần giống")
    assert asked == (
        'Dòng 2 ghi "Pham Thi Thu Ha". Danh sách cơ quan có Phạm Thị Thu Hà (Chuyên viên): chỉ khác dấu. '
        "Còn 02 tên cần quyết định."
    )
    assert "thừa hoặc thiếu một chữ" in tung.taps("Là Phạm Thị Thu Hà")
    tung.taps("Thêm mới")
    assert "Xem 01 tên gần giống" not in tung.labels
    tung.taps("Ghi")
    with store.transaction() as db:
        rows = db.execute(select(Criterion.code, Assignment.person_id).join(Assignment).order_by(Criterion.code)).all()
        names = {code: people.by_id(db, person).full_name for code, person in rows}
    assert names == {"1.1.1": "Phạm Thị Thu Hà", "1.1.2": "Phạm Thu Hà", "1.1.3": QUYNH}


def two_dates(tmp_path, *rows):
    path = tmp_path / "hai-cot.csv"
    lines = ["Mã;Tiêu chí;Người phụ trách;Hạn của phường;Hạn của tỉnh", *rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return sheets.parse(path, 2026)


def test_two_columns_of_dates_are_asked_about_and_the_answer_is_remembered(store, office, now, tmp_path):
    def sends(read):
        phone = Phone(store, "telegram:1", now)
        with store.transaction() as db:
            made = load.arrived(db, SentTable(people.by_id(db, 1), phone.chat, "a.csv", read, "0", phone.now, VIETNAM))
            latest = loads.get(db, int(made.choices[-1].route.split(":")[1]))
        return phone, made, latest

    first = two_dates(tmp_path, "1.1;Kế hoạch;Phạm Thị Thu Hà;15/01/2026;31/01/2026", "1.2;Báo cáo;Phạm Thị Thu Hà;05/12/2026;theo lịch của Sở")
    phone, made, kept = sends(first)
    assert 'Có hai cột có thể là thời hạn: "Hạn của phường" và "Hạn của tỉnh".' in made.text
    labels = [choice.label for choice in made.choices]
    assert labels[1:3] == ['Lấy cột "Hạn của phường"', 'Lấy cột "Hạn của tỉnh"']
    assert [str(row.due_on) for row in kept.rows] == ["2026-01-15", "2026-12-05"]
    phone.goes(f"load_column:{kept.id}:due:1")
    with store.transaction() as db:
        kept = loads.get(db, kept.id)
    assert [(str(row.due_on), row.due_text) for row in kept.rows] == [("2026-01-31", None), ("None", "theo lịch của Sở")]
    assert [row.needs_check for row in kept.rows] == [(), ("due: không có ngày rõ ràng",)]
    _, again, kept = sends(two_dates(tmp_path, "1.1;Kế hoạch;Phạm Thị Thu Hà;15/01/2026;28/02/2026"))
    assert "hai cột" not in again.text
    assert [str(row.due_on) for row in kept.rows] == ["2026-02-28"]
    phone.goes(f"load_column:{kept.id}:due:1")
    phone.goes(f"load_column:{kept.id}:lead:7")
