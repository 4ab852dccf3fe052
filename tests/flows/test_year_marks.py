"""From the lock to the publication: the council, verified marks typed or in a file, explanation, index, the end of the year."""

from decimal import Decimal

import openpyxl
import pytest
from sqlalchemy import select

from bot import sheets
from bot.flows.loading.sent_table import SentTable
from bot.flows.scoring import verify
from bot.flows.scoring.marks import reason_beside
from locales.formats import VIETNAM
from storage.office import people, units
from storage.points import progress, scores
from storage.rules.marks import Mark, Stage
from storage.rules.status import Kind, Role
from storage.rules.year import Phase, Window
from storage.tables import Audit, Score
from storage.work import campaigns
from tests.flows import small_office
from tests.flows.small_office import build

ROWS = ("1.2.4", "2.1.3", "3.1")


@pytest.fixture
def office(store, now):
    """Three rows, all marked 1 by Ngân; the office has locked, the province has not."""
    made = build(store, now)
    local = now.replace(tzinfo=None)
    with store.transaction() as db:
        units.set_sending(db, made.id, now)
        campaign = campaigns.ensure(db, made.id, 2026)
        for row in made.rows.values():
            scores.keep(db, row, Mark(Stage.SELF, Decimal(1), now, made.ngan))
        campaigns.set_window(db, campaign, Phase.SELF, Window(lock=local, closes=local.replace(day=25)))
        people.grant(db, made.chu, made.id, Role.COUNCIL)
    return made


def marks(office, code):
    with office.store.transaction() as db:
        return scores.of_row(db, office.rows[code])


def test_the_council_changes_a_mark_with_a_reason_and_takes_it_back(office, chu, ngan):
    assert "Điểm tự chấm 3/3; đã chấm 03/03 tiêu chí." in chu.says("hội đồng")
    assert "Võ Thị Kim Ngân: 1/1." in chu.says("1.2.4")
    assert "cần số điểm không quá điểm chuẩn và lý do" in chu.says("0,5")
    assert "cần số điểm" in chu.says("2 quá nhiều")
    assert "1.2.4: Hội đồng chấm 0,5/1 (thiếu báo cáo quý III)." in chu.says("0,5 thiếu báo cáo quý III")
    assert "1.2.4: Hội đồng đổi điểm tự chấm từ 1 thành 0,5/1. Lý do: thiếu báo cáo quý III." in ngan.sees()
    assert marks(office, "1.2.4").office.points == Decimal("0.5")
    assert "2,5/3" in chu.says("hội đồng")
    chu.goes("council_drop:4")
    assert "tính lại điểm tự chấm của đồng chí" in ngan.sees()
    assert marks(office, "1.2.4").office.points == 1


def test_the_rows_own_code_before_the_points_is_no_mark(office, chu, ngan):
    chu.says("hội đồng")
    chu.goes(f"council_row:{office.rows['3.1']}")
    assert "3.1: Hội đồng chấm 0,5/1 (thiếu ảnh)." in chu.says("3.1 chấm 0,5 thiếu ảnh")


@pytest.mark.parametrize(
    ("text", "points", "reason"),
    [
        ("1.2.4 tự chấm 0,5", "0.5", None),
        ("1.2.4 tự chấm 0,5/1 điểm, do thiếu báo cáo quý 3", "0.5", "do thiếu báo cáo quý 3"),
        ("em chấm 1.2.4 được 1 điểm vì đủ 4 báo cáo", "1", "vì đủ 4 báo cáo"),
        ("chấm 1.2.4 tối đa", "1", None),
    ],
)
def test_the_reason_of_a_mark_is_what_was_said_besides_it(text, points, reason):
    assert reason_beside(text, Decimal(points)) == reason


def test_the_council_reads_the_sums_that_the_coordinator_and_the_papers_read(office, chu, store):
    with store.transaction() as db:
        survey = small_office.row(db, office.id, office.id, "8.1", None, due_on=None, kind=Kind.SURVEY)
        scores.keep(db, survey, Mark(Stage.SURVEY, Decimal("0.5"), office.now, office.tung))
    told = next(line for line in office.phone("telegram:1").says("năm đánh giá").splitlines() if line.startswith("Điểm tự chấm"))
    assert "3/4" in told
    assert told in chu.says("hội đồng")


def test_nobody_of_the_council_decides_on_their_own_row_and_no_official_at_all(office, chu, ngan, store):
    row = office.rows["1.2.4"]
    assert "dành cho vai trò khác" in ngan.goes(f"council_mark:{row}")
    with store.transaction() as db:
        people.grant(db, office.ngan, office.id, Role.COUNCIL)
    assert "1.2.4" in ngan.goes(f"council_row:{row}")
    assert "người khác sẽ kiểm tra" in ngan.text
    assert len(marks(office, "1.2.4").all) == 1


def test_when_the_province_has_locked_the_council_changes_nothing(office, chu):
    chu.says("hội đồng")
    chu.says("1.2.4")
    chu.wait(days=6)
    assert "không đổi điểm được nữa" in chu.says("hội đồng")
    assert "tỉnh đã khóa tự chấm" in chu.goes(f"council_row:{office.rows['1.2.4']}")
    assert len(marks(office, "1.2.4").all) == 1


def enter(tung, text, label="Thẩm định lần 1"):
    tung.says("năm đánh giá")
    tung.taps("Nhập điểm thẩm định")
    tung.taps(label)
    return tung.says(text)


def test_verified_marks_are_shown_then_recorded_then_told_and_can_be_taken_back(office, tung, ngan):
    text = enter(tung, "1.2.4 0,5 thiếu báo cáo quý III\n2.1.3 1\n9.9 1\n3.1 1,5")
    assert "đọc được 02 tiêu chí, 1,5 điểm" in text
    assert "- 1.2.4: 0,5, tự chấm 1 (thiếu báo cáo quý III)" in text
    assert "Mã không có trong năm 2026: 9.9." in text
    assert "không lấy: 3.1" in text
    assert "Chưa ghi gì." in text
    assert marks(office, "1.2.4").final is None
    told = tung.taps("Ghi điểm 02 tiêu chí")
    assert "Tự chấm 3, thẩm định 1,5, chênh lệch 0,5. Đã báo 01 đồng chí" in told
    assert "01 tiêu chí của đồng chí thấp hơn điểm tự chấm, chênh 0,5 điểm." in ngan.sees()
    assert "đã ghi" not in tung.goes("verify_record:1").lower(), "once"
    tung.goes("verify_drop:1")
    assert marks(office, "1.2.4").final is None


def test_a_line_that_cannot_be_read_stops_all(office, tung):
    assert 'không đọc được: "1.2.4 nửa điểm"' in enter(tung, "2.1.3 1\n1.2.4 nửa điểm")
    assert marks(office, "2.1.3").final is None


def test_a_verified_mark_settles_the_points_whatever_the_progress(office, tung, store):
    enter(tung, "1.2.4 0,25\n2.1.3 1\n3.1 1")
    tung.taps("Ghi điểm 03 tiêu chí")
    with store.transaction() as db:
        parts = progress.summary(db, office.id, campaigns.of_year(db, office.id, 2026), office.now.date()).parts
    assert (parts.accepted, parts.lost, parts.maximum) == (Decimal("2.25"), Decimal("0.75"), 3)


def file_of(tmp_path, rows, heads=("STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Lý do trừ điểm")):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["SỞ NỘI VỤ"])
    page.append([])
    page.append(list(heads))
    page.append([f"({at})" for at in range(1, len(heads) + 1)])
    for row in rows:
        page.append(list(row))
    path = tmp_path / "tham-dinh.xlsx"
    book.save(path)
    return path


def test_verified_marks_are_read_from_the_provinces_table(office, tung, tmp_path, store, now):
    rows = [("1.2.4", "Báo cáo", 1, 1, 0.5, "thiếu báo cáo"), ("2.1.3", "Rà soát", 1, 1, 1, None), ("I", "Lĩnh vực", 2, 2, 1.5, None)]
    sheet = sheets.read(file_of(tmp_path, rows))
    assert sheet.marks == {"stage": "verified_1", "rows": [["1.2.4", "0.5", "thiếu báo cáo"], ["2.1.3", "1", None]]}
    with store.transaction() as db:
        message = verify.arrived(db, SentTable(people.by_id(db, office.tung), "telegram:1", "tham-dinh.xlsx", sheet, "0", now, VIETNAM))
        assert verify.arrived(db, SentTable(people.by_id(db, office.ngan), "telegram:2", "tham-dinh.xlsx", sheet, "0", now, VIETNAM)) is None
    assert "đọc được 02 tiêu chí, 1,5 điểm" in message.text
    tung.goes(message.choices[0].route)
    assert marks(office, "1.2.4").final.reason == "thiếu báo cáo"


def test_the_second_verification_has_its_own_column(tmp_path):
    heads = ("Mã", "Tiêu chí", "Điểm thẩm định lần 1", "Lý do", "Điểm thẩm định lần 2")
    first = sheets.read(file_of(tmp_path, [("1.2.4", "a", 0.5, "thiếu", None)], heads)).marks
    second = sheets.read(file_of(tmp_path, [("1.2.4", "a", 0.5, "thiếu", 0.75)], heads)).marks
    assert (first["stage"], first["rows"]) == ("verified_1", [["1.2.4", "0.5", "thiếu"]])
    assert (second["stage"], second["rows"]) == ("verified_2", [["1.2.4", "0.75", "thiếu"]])


def test_an_explanation_is_given_once_and_locks(office, tung, ngan, store):
    enter(tung, "1.2.4 0,5 thiếu báo cáo\n2.1.3 0,75")
    tung.taps("Ghi điểm 02 tiêu chí")
    assert "đã giải trình 00, chưa giải trình 02." in tung.says("giải trình"), "who looks after the office sees all of it"
    assert "Công văn giải trình (Word)" in tung.labels
    assert "dành cho vai trò khác" in ngan.goes("explain_office")
    assert "còn 02 tiêu chí phải giải trình" in ngan.says("giải trình")
    assert "Cả cơ quan" not in ngan.labels
    ngan.taps("Giải trình 1.2.4")
    assert "Chưa ghi gì" in ngan.says("ok")
    text = ngan.says("Báo cáo quý III đã gửi ngày 14/9/2026, số 88/BC-UBND")
    assert "1.2.4: đã ghi giải trình, đề nghị 1/1. Còn 01 tiêu chí" in text
    assert "Đã giải trình: 1.2.4 (Võ Thị Kim Ngân)." in tung.says("ai chưa giải trình")
    assert "không còn hiệu lực" in ngan.goes(f"explain_row:{office.rows['1.2.4']}")
    ngan.goes(f"explain_accept:{office.rows['2.1.3']}")
    assert marks(office, "2.1.3").explained.points == Decimal("0.75")
    assert marks(office, "1.2.4").explained.reason.startswith("Báo cáo quý III")
    with store.transaction() as db:
        campaign, local = campaigns.of_year(db, office.id, 2026), office.now.replace(tzinfo=None)
        campaigns.set_window(db, campaign, Phase.EXPLAIN, Window(lock=local, closes=local))
        number = db.scalars(select(Score.id).where(Score.stage == "explained")).first()
    assert "Đã khóa; thay đổi do Hội đồng quyết định." in ngan.goes(f"unexplain:{number}")
    assert "Đã khóa" in ngan.says("giải trình")


def test_no_index_is_told_or_published_from_a_part_of_the_marks(office, tung, chu):
    enter(tung, "1.2.4 0,5 thiếu báo cáo")
    tung.taps("Ghi điểm 01 tiêu chí")
    tung.says("năm đánh giá")
    assert "Theo điểm đã nhập: 0,5 điểm ở 01/03 tiêu chí; đủ điểm mới tính được Chỉ số." in tung.taps("Công bố, chênh lệch, mất điểm")
    assert "Lấy theo điểm đã nhập" not in tung.labels
    chu.sees()
    assert "89,74 %" in tung.goes("publish_as:1:marks"), "the published one is asked for"
    assert chu.sees() == "", "leaders are told of no such index"


def test_the_result_is_published_told_and_the_year_closed(office, tung, ngan, chu, store):
    enter(tung, "1.2.4 0,5 thiếu báo cáo\n2.1.3 1\n3.1 1")
    tung.taps("Ghi điểm 03 tiêu chí")
    tung.says("năm đánh giá")
    text = tung.taps("Công bố, chênh lệch")
    assert "Theo điểm đã nhập: 2,5/3 điểm = 83,33 %, loại Tốt; có điểm 03/03 tiêu chí." in text
    assert "Điểm tự chấm 3; cao hơn điểm thẩm định 0,5." in text
    assert "- 1.2.4: mất 0,5/1 (thiếu báo cáo)" in text
    tung.taps("Nhập kết quả công bố")
    assert "Công bố năm 2026: Chỉ số CCHC 83,33 %, xếp loại Khá, xếp hạng 2/11." in tung.says("83,33 %, xếp loại Khá, hạng 2/11")
    assert "Công bố năm 2026: Chỉ số CCHC 83,33 %" in chu.sees()
    tung.taps("Đóng năm 2026")
    assert "Đã đóng năm 2026." in tung.taps("Đóng")
    assert "1.2.4" not in ngan.says("việc")
    with store.transaction() as db:
        assert {"publish", "close_year", "verified"} <= set(db.scalars(select(Audit.action)))
