"""Her old .xls comes back as a workbook of today: it reads as before, looks as before, with its columns of state."""

from datetime import date

import openpyxl
import pytest
import xlwt

from bot import sheets
from bot.sheets import own_file, returned
from locales.say import load as say
from tests.sheets.offices import con_cuong_nam, vam_lang, xin_cai


def filled(source, tmp_path):
    before = sheets.parse(source)
    states = {(row.sheet, row.row): returned.State("Đang thực hiện (60 %)", "", "=12/BC-UBND") for row in before.rows}
    target = tmp_path / own_file.name_of(f"tra-lai{source.suffix}")
    assert returned.fill(source, target, states, say.state_titles()) == len(before.rows)
    return target, before, sheets.parse(target)


@pytest.mark.parametrize("office", [con_cuong_nam, vam_lang, xin_cai], ids=lambda one: one.__name__.rpartition(".")[2])
def test_an_old_workbook_comes_back_as_one_of_today_that_reads_the_same(office, tmp_path):
    target, before, after = filled(office.office().save(tmp_path), tmp_path)
    assert target.suffix == ".xlsx"
    assert [(row.status, row.percent, row.result_document) for row in after.rows] == [("in_progress", 60, "=12/BC-UBND")] * len(after.rows)
    kept = ("sheet", "row", "code", "field", "criterion", "max_points", "lead", "supports", "due", "evidence", "document", "needs_check")
    assert [[getattr(row, name) for name in kept] for row in after.rows] == [[getattr(row, name) for name in kept] for row in before.rows]


def painted(path):
    """A page with every kind of look that an office gives to a table."""
    book = xlwt.Workbook()
    page = book.add_sheet("PL1", cell_overwrite_ok=True)
    head = xlwt.easyxf(
        "font: name Arial, bold on, italic on, underline on, height 260, colour red; align: horiz center, vert center, wrap on, indent 0;"
        "borders: left thin, right double, top medium, bottom dashed; pattern: pattern solid, fore_colour light_yellow"
    )
    for column, text in enumerate(("TT", "Nội dung", "Người phụ trách", "Thời hạn", "Điểm")):
        page.write(3, column, text, head)
    page.write_merge(0, 0, 0, 4, "Phân công năm 2026", xlwt.easyxf("font: bold on; align: horiz right, rotation 90"))
    for column, value in enumerate((1, "Rà soát văn bản", "Lò Thị Én", date(2026, 6, 30), 0.5)):
        page.write(4, column, value, xlwt.easyxf(num_format_str="dd/mm/yyyy" if column == 3 else "0.00"))
    page.write(4, 1, "=Rà soát", xlwt.easyxf("align: vert top, wrap on"))
    page.write_rich_text(5, 1, ["Sổ ", ("tay", xlwt.easyfont("bold on, name Arial"))])
    page.col(1).width, page.row(4).height_mismatch, page.row(4).height = 40 * 256, True, 900
    page.col(4).hidden = True
    page.set_panes_frozen(True)
    page.set_horz_split_pos(4)
    book.save(str(path))
    return path


def test_fonts_borders_colours_widths_heights_and_merged_cells_stay(tmp_path):
    target, *_ = filled(painted(tmp_path / "bang.xls"), tmp_path)
    page = openpyxl.load_workbook(target, rich_text=True)["PL1"]
    head, task = page["B4"], page["B5"]
    assert (head.font.name, head.font.sz, head.font.b, head.font.i, head.font.u, head.font.color.rgb) == ("Arial", 13, True, True, "single", "FFFF0000")
    assert [getattr(head.border, side).style for side in ("left", "right", "top", "bottom")] == ["thin", "double", "medium", "dashed"]
    assert (head.fill.fill_type, head.fill.fgColor.rgb) == ("solid", "FFFFFF99")
    assert (head.alignment.horizontal, head.alignment.vertical, head.alignment.wrap_text) == ("center", "center", True)
    assert (page["A1"].alignment.textRotation, [str(one) for one in page.merged_cells.ranges]) == (90, ["A1:E1"])
    assert (task.value, task.data_type, page["D5"].number_format, page["E5"].number_format) == ("=Rà soát", "s", "dd/mm/yyyy", "0.00")
    assert (str(page["B6"].value), page["B6"].value[1].font.b) == ("Sổ tay", True)
    assert (page.column_dimensions["B"].width, page.row_dimensions[5].height, page.freeze_panes) == (40, 45, "A5")
    assert page.column_dimensions["E"].hidden
    assert page["F4"].font.name == "Arial"
