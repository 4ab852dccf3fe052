"""Tables without a column of people: the sheet, or a line above the rows, names whose work they are."""

import openpyxl
import pytest

from bot import sheets
from bot.sheets import errors
from bot.sheets.owner import OF_SHEET
from tests.sheets.test_small_tables import table


def personal(tmp_path, name, *above):
    book = openpyxl.Workbook()
    book.active.title = name
    for cells in (("Năm 2026",), *((line,) for line in above), ("Mã", "Nội dung", "Thời hạn"), ("1.1", "Kế hoạch", "30/6"), ("1.2", "Báo cáo", "hằng quý")):
        book.active.append(cells)
    book.save(tmp_path / "bang.xlsx")
    return sheets.parse(tmp_path / "bang.xlsx")


@pytest.mark.parametrize(("name", "above"), [("Lữ Quốc Toản", ()), ("Sheet1", ("Người phụ trách: ông Lữ Quốc Toản",)), ("Phân công", ("Họ và tên: LỮ QUỐC TOẢN",))])
def test_a_table_of_one_persons_work_is_read_for_that_person_and_said_so_once(tmp_path, name, above):
    read = personal(tmp_path, name, *above)
    assert [row.lead for row in read.rows] == ["Lữ Quốc Toản"] * 2
    assert [(flag.row, flag.column, flag.reason, flag.value) for flag in read.flags] == [(None, "table", OF_SHEET, "Lữ Quốc Toản")]


@pytest.mark.parametrize(("name", "above"), [("Phan Cong", ()), ("Toản", ()), ("Sheet1", ("Người phụ trách: Toản",)), ("Phòng Kinh tế", ())])
def test_a_table_without_a_person_stays_refused_where_nothing_names_one_in_full(tmp_path, name, above):
    assert personal(tmp_path, name, *above).error == errors.NO_PERSON_COLUMN


BLOCK = "TT;Việc;Hạn;Điểm"
BLOCKS = {
    "a line above each": ("1. Đ/c Lữ Quốc Toản - Văn thư;;;", BLOCK, "1;Trực;30/6;1", "2. Đ/c Phùng Mỹ Duyên;;;", BLOCK, "1;Thu phí;30/9;1"),
    "lines within": (BLOCK, "I;Đồng chí Lữ Quốc Toản;;", "1;Trực;30/6;1", "II;Đồng chí Phùng Mỹ Duyên;;", "1;Thu phí;30/9;1"),
    "said in words": ("Người phụ trách: Lữ Quốc Toản;;;", BLOCK, "1;Trực;30/6;1", "Người phụ trách: bà Phùng Mỹ Duyên;;;", BLOCK, "1;Thu phí;30/9;1"),
    "in capitals": ("ÔNG LỮ QUỐC TOẢN - VĂN PHÒNG;;;", BLOCK, "1;Trực;30/6;1", "BÀ PHÙNG MỸ DUYÊN - PHÒNG KINH TẾ;;;", "1;Thu phí;30/9;1"),
}


@pytest.mark.parametrize("lines", BLOCKS.values(), ids=BLOCKS)
def test_each_block_of_a_table_is_read_for_whom_the_line_above_it_names(tmp_path, lines):
    read = table(tmp_path, "Năm 2026", *lines)
    assert [(row.criterion, row.lead, row.field) for row in read.rows] == [("Trực", "Lữ Quốc Toản", None), ("Thu phí", "Phùng Mỹ Duyên", None)]
    assert [(flag.row, flag.reason, flag.value) for flag in read.flags] == [(None, OF_SHEET, "Lữ Quốc Toản; Phùng Mỹ Duyên")]
