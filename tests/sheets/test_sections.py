"""Sections of a table: whose title stands anywhere, that begin again on each sheet, or go on behind the number of a page."""

import docx
import openpyxl
import pytest

from bot import sheets
from tests.sheets.test_small_tables import asked, table


def test_the_title_beside_a_roman_number_names_the_field_in_whatever_column_it_begins(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        "Mã;Thời hạn;Người phụ trách;Nội dung",
        "I;CẢI CÁCH THỂ CHẾ;;",
        "1.1;30/6;Lữ Quốc Toản;Ban hành kế hoạch",
        "II;;THỦ TỤC HÀNH CHÍNH;",
        "2.1;30/6;Phùng Mỹ Duyên;Niêm yết thủ tục",
        "III;;Lữ Quốc Toản;",
        "3.1;30/6;;Thi đua",
    )
    assert [(row.field, row.lead) for row in read.rows] == [
        ("Cải cách thể chế", "Lữ Quốc Toản"),
        ("Thủ tục hành chính", "Phùng Mỹ Duyên"),
        (None, "Lữ Quốc Toản"),
    ]


def test_numbers_that_begin_again_on_the_sheet_of_each_field_get_its_numeral(tmp_path):
    book = openpyxl.Workbook()
    for at, (numeral, field) in enumerate((("I", "THỂ CHẾ"), ("II", "THỦ TỤC HÀNH CHÍNH")), 1):
        page = book.create_sheet(f"Trang {at}")
        for line in (("Mã", "Nội dung", "Người phụ trách", "Thời hạn"), (numeral, field), ("1.1", f"Kế hoạch {at}", "Lữ Quốc Toản", "30/6"), ("1.2", f"Báo cáo {at}", "Lữ Quốc Toản", "30/11")):
            page.append(line)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bang.xlsx")
    read = sheets.parse(tmp_path / "bang.xlsx", 2026)
    assert [row.code for row in read.rows] == ["I.1.1", "I.1.2", "II.1.1", "II.1.2"]
    assert asked(read, "code") == []


def test_numbers_that_go_on_over_the_sheets_stay_as_they_are(tmp_path):
    book = openpyxl.Workbook()
    for numeral, code in (("I", "1.1"), ("II", "2.1")):
        page = book.create_sheet(numeral)
        for line in (("Mã", "Nội dung", "Người phụ trách", "Thời hạn"), (numeral, f"LĨNH VỰC {numeral}"), (code, f"Kế hoạch {code}", "Lữ Quốc Toản", "30/6")):
            page.append(line)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bang.xlsx")
    assert [row.code for row in sheets.parse(tmp_path / "bang.xlsx", 2026).rows] == ["1.1", "2.1"]


@pytest.mark.parametrize("between", ["2", "- 2 -", "Trang 2/4"])
def test_the_number_of_a_page_between_two_halves_of_a_table_parts_nothing(tmp_path, between):
    paper = docx.Document()
    head = ("TT", "Nội dung", "Người phụ trách", "Thời hạn")
    halves = ([head, ("I", "THỂ CHẾ", "", ""), ("1.1", "Ban hành kế hoạch", "Lữ Quốc Toản", "30/6")], [head, ("1.2", "Báo cáo", "Lữ Quốc Toản", "30/11")])
    for lines in halves:
        grid = paper.add_table(len(lines), 4)
        for row, line in zip(grid.rows, lines, strict=True):
            for cell, said in zip(row.cells, line, strict=True):
                cell.text = said
        paper.add_paragraph(between)
    paper.save(tmp_path / "bang.docx")
    assert [(row.code, row.field) for row in sheets.parse(tmp_path / "bang.docx", 2026).rows] == [("1.1", "Thể chế"), ("1.2", "Thể chế")]


def test_sections_of_one_name_on_two_sheets_keep_their_codes_and_each_is_doubted(tmp_path):
    book = openpyxl.Workbook()
    for at in (1, 2):
        page = book.create_sheet(f"Trang {at}")
        for line in (("Mã", "Nội dung", "Người phụ trách", "Thời hạn"), ("I", "THỂ CHẾ"), ("1.1", f"Kế hoạch {at}", "Lữ Quốc Toản", "30/6")):
            page.append(line)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bang.xlsx")
    assert [row.code for row in sheets.parse(tmp_path / "bang.xlsx", 2026).rows] == ["1.1", "1.1"]


@pytest.mark.parametrize(
    ("stated", "points", "is_sure"),
    [(1.5, (1, 0.5), True), (2, (1, 0.5), False), (None, (1, 0.5), False), (1, (1, None), False), (1, (1,), False)],
)
def test_a_bold_line_that_states_the_sum_of_several_rows_under_it_is_a_group_for_sure(tmp_path, stated, points, is_sure):
    book = openpyxl.Workbook()
    page = book.active
    page.append(("Nội dung", "Điểm chuẩn", "Người phụ trách", "Thời hạn"))
    page.append(("Xây dựng văn bản", stated, None, None))
    for number, worth in enumerate(points, 1):
        page.append((f"Ban hành kế hoạch {number}", worth, "Lữ Quốc Toản", "30/6"))
    page["A2"].font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "bang.xlsx")
    read = sheets.parse(tmp_path / "bang.xlsx", 2026)
    assert {row.criterion for row in read.rows} == {"Xây dựng văn bản"}
    assert [row.subcriterion for row in read.rows] == [f"Ban hành kế hoạch {number}" for number in range(1, len(points) + 1)]
    assert (asked(read, "row") == []) is is_sure


def test_bold_lines_above_numbered_rows_are_their_groups_once_one_states_the_sum_of_several(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    for line in (
        ("TT", "Nội dung", "Điểm chuẩn", "Người phụ trách", "Thời hạn"),
        ("A", "CHỈ ĐẠO, ĐIỀU HÀNH", 4, None, None),
        (None, "Kế hoạch, kiểm tra", 3, None, None),
        (1, "Ban hành kế hoạch", 1, "Lữ Quốc Toản", "30/6"),
        (2, "Báo cáo kết quả", 2, "Phùng Mỹ Duyên", "30/11"),
        (None, "Thông tin", 1, None, None),
        (3, "Phát thanh", 1, "Phùng Mỹ Duyên", "30/11"),
    ):
        page.append(line)
    for row in (3, 6):
        page[f"B{row}"].font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "bang.xlsx")
    read = sheets.parse(tmp_path / "bang.xlsx", 2026)
    assert [(row.field, row.criterion, row.subcriterion) for row in read.rows] == [
        ("Chỉ đạo, điều hành", "Kế hoạch, kiểm tra", "Ban hành kế hoạch"),
        ("Chỉ đạo, điều hành", "Kế hoạch, kiểm tra", "Báo cáo kết quả"),
        ("Chỉ đạo, điều hành", "Thông tin", "Phát thanh"),
    ]
    assert read.flags == ()


def test_the_sum_of_a_section_goes_over_the_sums_of_its_groups(tmp_path):
    lines = ("1.1;Kế hoạch;1;Lữ Quốc Toản;30/6", ";Cộng mục 1;1;;", "2.1;Niêm yết;2;Phùng Mỹ Duyên;30/6")
    read = [
        table(tmp_path, "Năm 2026", "Mã;Nội dung;Điểm chuẩn;Người phụ trách;Thời hạn", f"I;THỂ CHẾ;{stated};;", *lines)
        for stated in (3, 1, 4)
    ]
    assert [len(asked(one, "points")) for one in read] == [0, 0, 1]
