"""Whatever stands in the cells, a table is read: a strange cell is a doubt, never a broken file."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.sheets.grid import Cell, Grid
from bot.sheets.table import sheet_of

SAID = (
    "trước ngày 15/11 31/11/2026 32/13 quý III IV hằng tháng tuần 6 năm 2026 cuối đầu giữa từ đến hết - – ; , / + ( ) : và ông bà đ/c "
    "Nguyễn Văn Anh chủ trì phối hợp Phòng Kinh tế Trưởng phòng nt như trên 1. a) 1.1 1.10 I. II x KTCĐ 0,5 1/2 -1 + #REF! L?? \u00ad \u200b "
    "Tổng cộng Nơi nhận: CHỦ TỊCH Ghi chú LĨNH VỰC tháng 0 99 17h00 thứ Sáu 46341 Tết ? | → \n 09" + "12345678 (PH: [CT] tổ trưởng"
)
WORDS = some.sampled_from(SAID.split(" "))
TEXTS = some.lists(WORDS, max_size=7).map(" ".join)
CELLS = some.one_of(
    TEXTS.map(Cell),
    some.dates(date(1905, 1, 1), date(9998, 12, 31)).map(lambda day: Cell(f"{day:%d/%m/%Y}", day)),
    some.floats(-1e12, 1e12).map(lambda number: Cell(repr(number), number)),
    some.builds(Cell, raw=TEXTS, damaged=some.booleans(), bold=some.booleans(), indent=some.integers(0, 3)),
    some.just(Cell(error="công thức lỗi #REF!")),
)
HEADER = ("Mã", "Lĩnh vực", "Tiêu chí", "Điểm", "Người phụ trách", "Phối hợp", "Thời hạn", "Tài liệu", "Tình trạng")


@settings(max_examples=120, deadline=None)
@given(rows=some.lists(some.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=12))
@pytest.mark.fault(57)
def test_no_cell_breaks_the_reading_of_a_table(rows):
    lines = [[Cell(text) for text in HEADER], *rows]
    cells = {row: {column: cell for column, cell in enumerate(line, 1) if cell} for row, line in enumerate(lines, 1)}
    found = sheet_of("bang.xlsx", [Grid("Bảng", cells)], 2026)
    assert found.error is None
    for row in found.rows:
        flagged = {flag.column for flag in found.flags if (flag.sheet, flag.row) == (row.sheet, row.row)}
        assert row.lead or flagged & {"lead", "row"}
        assert row.due["kind"] != "unclear" or flagged & {"due", "row"}
        assert row.lead not in row.supports
