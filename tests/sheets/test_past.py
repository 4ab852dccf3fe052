"""Tables of last year's result, as provinces and offices write them."""

import openpyxl
import pytest

from bot.sheets.reading import parse, read

TITLE = "KẾT QUẢ CHỈ SỐ CCHC NĂM 2025 CỦA UBND PHƯỜNG AN KHÁNH"
RESULT = "Chỉ số CCHC: 85,5 %, xếp loại Tốt, xếp hạng 5/10"
HEAD = "STT;Tiêu chí;Điểm chuẩn;Điểm tự chấm;Điểm thẩm định;Điểm mất;Lý do mất điểm"


@pytest.mark.parametrize(
    ("head", "lines", "rows"),
    [
        (HEAD, ["1;Chỉ đạo;4;4;3,5;0,5;", "1.1;Kế hoạch;4;4;3,5;;ban hành chậm", "2.2;Phổ biến;4;4;4;0;"],
         [["1.1", "4", "4", "3.5", "0.5", "ban hành chậm"], ["2.2", "4", "4", "4", "0", None]]),
        ("Mã;Tên;Điểm bị trừ;Nguyên nhân", ["3.1.2;Báo cáo;1,0;gửi chậm", "3.1.2;Báo cáo;2,0;chép lại", "5.1;Họp;0,25;"],
         [["3.1.2", None, None, None, "1.0", "gửi chậm"], ["5.1", None, None, None, "0.25", None]]),
        ("Mã tiêu chí;Nội dung;Điểm tối đa;Kết quả", ["1.1;A;2;1,5", "1.2;B;1;1"],
         [["1.1", "2", None, "1.5", "0.5", None], ["1.2", "1", None, "1", "0", None]]),
    ],
)  # fmt: skip
def test_what_each_criterion_got_and_lost(tmp_path, head, lines, rows):
    path = tmp_path / "nam-truoc.csv"
    path.write_text("\n".join([f"{TITLE};;", f"{RESULT};;", head, *lines]), "utf-8")
    found = read(path).past
    assert (found["year"], found["index"], found["class"], found["rank"]) == (2025, "85.5", "Tốt", "5/10")
    assert found["rows"] == rows


def test_a_workbook_with_a_header_of_two_rows(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for line in ([TITLE], ["TT", "Tiêu chí", "Điểm chuẩn", "Kết quả năm 2025", None, "Lý do"], [None, None, None, "Tự chấm", "Thẩm định"]):
        sheet.append(line)
    sheet.merge_cells("D2:E2")
    for line in (["1.1", "Kế hoạch", 4, 4, 3.5, "chậm"], ["1.2", "Báo cáo", 1, 1, 1, None]):
        sheet.append(line)
    book.save(tmp_path / "a.xlsx")
    assert parse(tmp_path / "a.xlsx").past["rows"] == [["1.1", "4", "4", "3.5", "0.5", "chậm"], ["1.2", "1", "1", "1", "0", None]]


def test_an_assignment_table_is_no_result_of_last_year(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Mã;Tiêu chí;Điểm chuẩn;Phụ trách;Thời hạn\n1.1;Kế hoạch;4;Nguyễn Văn An;15/12/2026", "utf-8")
    assert parse(path).past == {}
