"""Small tables with one difficulty each: what the rows say, and which of them somebody has to look at."""

from datetime import date

import docx
import openpyxl
import pytest

from bot import sheets
from bot.sheets import settle
from bot.sheets.namesakes import NAMESAKES
from bot.sheets.people import SAME_NAME


def table(tmp_path, *lines):
    path = tmp_path / "bang.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return sheets.parse(path)


def told(sheet):
    """Field, criterion, sub-criterion and lead of each row."""
    return [(row.field, row.criterion, row.subcriterion, row.lead) for row in sheet.rows]


def asked(sheet, column="lead"):
    return [(flag.row, flag.reason) for flag in sheet.flags if flag.column == column]


HEAD = "Nội dung;Người phụ trách;Thời hạn"


def test_bullets_above_dashes_are_groups_and_the_numbered_line_above_both_is_the_field(tmp_path):
    read = table(
        tmp_path,
        "Phân công năm 2026",
        HEAD,
        "1. Thủ tục hành chính;;",
        "• Một cửa;;",
        "- Nhận hồ sơ;Lữ Quốc Toản;hằng ngày",
        "- Trả hồ sơ;Phùng Mỹ Duyên;hằng ngày",
        "2. Công vụ;;",
        "• Thi đua;Phùng Mỹ Duyên;30/11",
    )
    assert told(read) == [
        ("Thủ tục hành chính", "Một cửa", "Nhận hồ sơ", "Lữ Quốc Toản"),
        ("Thủ tục hành chính", "Một cửa", "Trả hồ sơ", "Phùng Mỹ Duyên"),
        ("Công vụ", "Thi đua", None, "Phùng Mỹ Duyên"),
    ]
    assert read.flags == ()


def test_a_line_that_only_names_the_criterion_heads_the_lines_that_name_its_parts(tmp_path):
    head = "Tiêu chí;Tiêu chí thành phần;Điểm;Người phụ trách;Thời hạn"
    read = table(
        tmp_path, "Năm 2026", head, "Kế hoạch;;2;;", ";Ban hành;1;Lữ Quốc Toản;30/6", ";Triển khai;1;Lữ Quốc Toản;30/6", "Sáng kiến;;1;;30/6", "Thi đua;;1;Lữ Quốc Toản;30/6"
    )
    assert [(row.criterion, row.subcriterion) for row in read.rows] == [("Kế hoạch", "Ban hành"), ("Kế hoạch", "Triển khai"), ("Sáng kiến", None), ("Thi đua", None)]
    assert [(flag.row, flag.column) for flag in read.flags] == [(6, "lead")]


def test_a_remark_in_brackets_between_rows_is_no_row(tmp_path):
    read = table(tmp_path, "Năm 2026", HEAD, "Việc một;Lữ Quốc Toản;30/6", "(Ban hành trước 15/01 và gửi Sở Nội vụ);;", "Việc hai;Lữ Quốc Toản;30/6")
    assert ([row.row for row in read.rows], read.flags) == ([3, 5], ())


def test_a_bullet_with_a_person_above_a_dash_stays_a_row(tmp_path):
    read = table(tmp_path, "Phân công năm 2026", HEAD, "• Nhận hồ sơ;Lữ Quốc Toản;hằng ngày", "- Trả hồ sơ;Phùng Mỹ Duyên;hằng ngày")
    assert told(read) == [(None, "Nhận hồ sơ", None, "Lữ Quốc Toản"), (None, "Trả hồ sơ", None, "Phùng Mỹ Duyên")]


def test_a_header_of_two_rows_repeated_without_its_merged_cells_is_no_row_and_keeps_the_section(tmp_path):
    head = (("TT", "Nội dung", "", "Chủ trì", "Thời hạn"), ("", "Tiêu chí", "Thành phần", "", ""))
    lines = (*head, ("I", "THỂ CHẾ", "", "", ""), ("1", "Văn bản", "Ban hành", "Khiếu Hữu Bằng", "Quý I/2026"), *head, ("2", "Pháp luật", "Kế hoạch", "Âu Thị Thắm", "Quý II/2026"))
    document = docx.Document()
    grid = document.add_table(len(lines), 5)
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            grid.cell(row, column).text = text
    for column in (0, 3, 4):
        grid.cell(0, column).merge(grid.cell(1, column)).text = head[0][column]
    document.save(str(tmp_path / "bang.docx"))
    read = sheets.parse(tmp_path / "bang.docx")
    assert told(read) == [("Thể chế", "Văn bản", "Ban hành", "Khiếu Hữu Bằng"), ("Thể chế", "Pháp luật", "Kế hoạch", "Âu Thị Thắm")]


def test_marks_that_word_draws_before_the_lines_of_a_list_make_groups(tmp_path):
    document = docx.Document()
    document.add_paragraph("Phân công năm 2026")
    lines = (("Nội dung", "Người phụ trách", "Thời hạn", "Điểm"), ("Một cửa", "", "", ""), ("Nhận hồ sơ", "Lữ Quốc Toản", "30/6", "1"), ("Trả hồ sơ", "Lữ Quốc Toản", "30/9", "2"))
    grid = document.add_table(len(lines), 4)
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            grid.cell(row, column).paragraphs[0].add_run(text)
            if row > 1:
                grid.cell(row, column).paragraphs[0].style = "List Bullet"
    document.save(str(tmp_path / "bang.docx"))
    read = sheets.parse(tmp_path / "bang.docx")
    assert told(read) == [(None, "Một cửa", "Nhận hồ sơ", "Lữ Quốc Toản"), (None, "Một cửa", "Trả hồ sơ", "Lữ Quốc Toản")]
    assert ([float(row.max_points) for row in read.rows], read.flags) == ([1, 2], ())


@pytest.mark.parametrize("title", ["PHÂN CÔNG CCHC 2026", "Nhiệm vụ chuyển đổi số, 2026.", "Giao việc năm 2026"])
def test_a_year_at_the_end_of_a_title_is_the_tables_and_a_sheet_of_another_is_left_out(tmp_path, title):
    book = openpyxl.Workbook()
    for name, first in (("A", title), ("B", "Giao việc năm 2025")):
        page = book.create_sheet(name)
        for cells in ((first,), tuple(HEAD.split(";")), ("Tiếp công dân", "Lữ Quốc Toản", "30/6")):
            page.append(cells)
    book.save(tmp_path / "bang.xlsx")
    read = sheets.parse(tmp_path / "bang.xlsx")
    assert (read.year, [row.sheet for row in read.rows]) == (2026, ["A"])


@pytest.mark.parametrize("line", ["(Đính kèm Quyết định số 30/QĐ-UBND ngày 30/3/2026)", "(Thông báo số 30/QĐ-UBND ngày 30 tháng 3 năm 2026)"])
def test_the_paper_that_a_table_hangs_on_is_named_in_many_ways(tmp_path, line):
    read = table(tmp_path, line, HEAD, "Tiếp công dân;Lữ Quốc Toản;30/6")
    assert [row.document for row in read.rows] == ["30/QĐ-UBND ngày 30/03/2026"]


@pytest.mark.parametrize(("held", "form", "day"), [(date(2026, 11, 1), "mm/yyyy", "2026-11-30"), (date(2026, 11, 1), "dd/mm/yyyy", "2026-11-01"), (date(2026, 11, 5), "mmm-yy", "2026-11-05")])
def test_a_date_cell_that_shows_a_month_is_the_month(tmp_path, held, form, day):
    book = openpyxl.Workbook()
    for cells in (("Năm 2026",), tuple(HEAD.split(";")), ("Tiếp công dân", "Lữ Quốc Toản", held)):
        book.active.append(cells)
    book.active["C3"].number_format = form
    book.save(tmp_path / "bang.xlsx")
    assert [row.due["date"] for row in sheets.parse(tmp_path / "bang.xlsx").rows] == [day]


def test_names_without_diacritics_by_nature_are_not_asked_about(tmp_path):
    read = table(tmp_path, "Năm 2026", HEAD, "Việc một;A Blui;30/6", "Việc hai;Y Krông Byă;30/6", "Việc ba;Tran Van Binh;30/6")
    assert [row for row, _ in asked(read)] == [5]


def test_a_day_of_issue_in_any_words_dates_the_table(tmp_path):
    read = table(tmp_path, "Kế hoạch năm 2026, ngày ban hành: 15/3/2026", HEAD, "Tiếp công dân;Lữ Quốc Toản;28/2", "Hòa giải;Lữ Quốc Toản;30/4")
    assert [row for row, _ in asked(read, "due")] == [3]


POSTS = [
    (("Trưởng phòng", "TP VH-XH"), False),
    (("PCT", "Phó Chủ tịch UBND xã"), False),
    (("chuyên viên", "Văn thư"), False),
    (("Văn thư", "Một cửa"), True),
    (("Chánh Văn phòng", "chuyên viên"), True),
    (("TP Kinh tế", "TP VH-XH"), True),
    (("Phòng Văn hóa - Xã hội", "Văn phòng"), True),
    (("Phòng Văn hóa - Xã hội", "VP HĐND và UBND"), True),
    (("Văn phòng", "Văn phòng HĐND và UBND phường"), False),
]


@pytest.mark.parametrize(("posts", "two"), POSTS)
def test_posts_that_may_be_one_persons_make_no_namesakes(tmp_path, posts, two):
    named = (f"Việc {post};Nguyễn Thị Hà ({post});30/6" for post in posts)
    read = table(tmp_path, "Năm 2026", HEAD, *named, "Việc ba;Nguyễn Thị Hà;30/6")
    assert asked(read) == ([(5, NAMESAKES)] if two else [])


def test_a_row_given_to_a_unit_is_offered_to_its_head(tmp_path):
    read = table(tmp_path, "Năm 2026", HEAD, "Tiếp công dân;Phòng VH-XH;30/6", "Giải ngân;Phòng Kinh tế;30/6").as_dict(extra=True)
    known = [("Âu Thị Thắm", "Trưởng phòng", "Phòng Văn hóa - Xã hội"), ("Lữ Quốc Toản", "TP Kinh tế", None), ("Khiếu Hữu Bằng", "Văn thư", "Phòng Kinh tế")]
    offered = [[answer.values["lead"] for answer in settle.answers(cell, 2026, known)] for cell in settle.cells(read)]
    assert offered == [["Âu Thị Thắm"], ["Lữ Quốc Toản"]]


@pytest.mark.parametrize(
    ("others", "lead"),
    [
        (("Lê Hà", "Trần Văn Bình"), "Mai Liên"),  # the office writes names in two words
        (("Mai Liên", "Trần Văn Bình"), "Mai Liên"),
        (("Phan Thị Cúc", "Trần Văn Bình"), None),
        (("Mai Liên", "đ/c Hà"), None),
        (("Mai Liên", "Phương Anh"), None),
        (("Mai Liên", "Trần Thị Mai Liên"), None),
        (("chị Mai Liên", "Lê Hà"), None),
    ],
)
def test_a_name_of_two_words_is_full_where_the_table_shows_it(tmp_path, others, lead):
    rows = [f"Việc {number};{name};30/6" for number, name in enumerate(("Mai Liên", *others))]
    read = table(tmp_path, "Phân công năm 2026", HEAD, *rows)
    assert read.rows[0].lead == lead
    assert ((3, "chỉ ghi tên gọi") in asked(read)) == (lead is None)


def test_a_helper_of_the_lead_s_name_in_another_unit_is_asked_about(tmp_path):
    head = f"{HEAD};Phối hợp"
    read = table(
        tmp_path,
        "Phân công năm 2026",
        head,
        "Hòa giải;Trần Văn Bình (Văn phòng), phối hợp: Trần Văn Bình (Công an xã);30/6;",
        "Tuần tra;Trần Văn Bình;30/6;Trần Văn Bình (Công an xã)",
        "Trực;Trần Văn Bình;30/6;Trần Văn Bình, Lê Hà",
    )
    assert [row.supports for row in read.rows] == [(), (), ("Lê Hà",)]
    assert asked(read, "supports") == [(3, SAME_NAME), (4, SAME_NAME)]


def test_marked_quarters_beside_a_column_of_deadlines_are_no_deadlines(tmp_path):
    marks = "Quý I;Quý II;Quý III;Quý IV"
    read = table(tmp_path, "Năm 2026", f"{HEAD};{marks}", "Trực;Lữ Quốc Toản;hằng ngày;x;x;x;x", "Kế hoạch;Lữ Quốc Toản;20/01/2026;x;;;")
    assert [(row.due.get("rule"), row.due.get("date")) for row in read.rows] == [("daily", None), (None, "2026-01-20")]
    assert read.flags == ()
    assert table(tmp_path, "Năm 2026", f"{HEAD};{marks}".upper(), "Trực;Lữ Quốc Toản;hằng ngày;x;x;x;x").flags == ()
    alone = table(tmp_path, "Năm 2026", f"Nội dung;Người phụ trách;{marks}", "Báo cáo;Lữ Quốc Toản;;x;;", "Kế hoạch;Lữ Quốc Toản;x;;;")
    assert [row.due.get("date") for row in alone.rows] == ["2026-06-30", "2026-03-31"]


def test_a_remark_with_its_label_in_a_cell_before_it_is_no_row(tmp_path):
    read = table(
        tmp_path, "Năm 2026", "TT;Nội dung;Người phụ trách;Thời hạn", "1;Trực;Lữ Quốc Toản;30/6", ";;;", "Ghi chú:;Việc chưa giao không tính điểm.;;", "(*);Theo kế hoạch tỉnh;;"
    )
    assert [row.criterion for row in read.rows] == ["Trực"]
    assert read.flags == ()


def test_a_dash_in_the_column_of_parts_leaves_the_criterion_its_name(tmp_path):
    head = "Tiêu chí;Tiêu chí thành phần;Người phụ trách;Thời hạn"
    read = table(tmp_path, "Năm 2026", head, "Bộ máy;Quy chế;Lữ Quốc Toản;30/6", "Biên chế;-;Lữ Quốc Toản;30/6")
    assert [(row.criterion, row.subcriterion) for row in read.rows] == [("Bộ máy", "Quy chế"), ("Biên chế", None)]


def test_a_row_without_a_mark_stands_beside_a_group_whose_rows_have_one(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        HEAD,
        "I. CHỈ ĐẠO ĐIỀU HÀNH;;",
        "Kế hoạch và kiểm tra;;",
        "a) Ban hành;Lữ Quốc Toản;15/1",
        "b) Kiểm tra;Lữ Quốc Toản;30/6",
        "Sáng kiến;Lữ Quốc Toản;31/10",
    )
    assert [(row.criterion, row.subcriterion) for row in read.rows] == [("Kế hoạch và kiểm tra", "Ban hành"), ("Kế hoạch và kiểm tra", "Kiểm tra"), ("Sáng kiến", None)]


CODED = "TT;Nội dung;Người phụ trách;Thời hạn;Điểm"


def test_lines_of_a_remark_below_the_table_are_no_rows_and_take_none_for_a_group(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        CODED,
        "1;Trực;Lữ Quốc Toản;30/6;1",
        "2;Kiểm tra;Phùng Mỹ Duyên;30/9;1",
        "Ghi chú:;;;;",
        "- Điểm chấm theo quyết định của tỉnh.;;;;",
        "+ Việc chưa giao thì Văn phòng đề xuất.;;;;",
    )
    assert [row.criterion for row in read.rows] == ["Trực", "Kiểm tra"]
    assert read.flags == ()
    between = table(tmp_path, "Năm 2026", HEAD, "Ghi chú: theo quyết định của tỉnh;;", "- Kế hoạch;;", "+ Ban hành;Lữ Quốc Toản;30/6")
    assert [(row.criterion, row.subcriterion) for row in between.rows] == [("Kế hoạch", "Ban hành")]


def test_lists_of_officials_and_of_sums_below_a_table_end_it_until_the_next_table(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        CODED,
        "1;Trực;Lữ Quốc Toản;30/6;1",
        "TỔ GIÚP VIỆC;;;;",
        "TT;Họ và tên;Chức vụ;Nhiệm vụ;",
        "1;Lữ Quốc Toản;Tổ trưởng;Phụ trách chung;",
        "STT;Người phụ trách;Số việc;Tổng điểm;",
        "1;Lữ Quốc Toản;2;3;",
        "TT;Người phụ trách;Nội dung;Điểm;Thời hạn",
        "1;Phùng Mỹ Duyên;Thu phí;2;30/9",
    )
    assert [(row.criterion, row.lead) for row in read.rows] == [("Trực", "Lữ Quốc Toản"), ("Thu phí", "Phùng Mỹ Duyên")]
    assert read.flags == ()


def test_codes_are_read_where_no_heading_names_them(tmp_path):
    rows = ("I;THỂ CHẾ;;;", "1;Văn bản;;;2", "1.1;Kế hoạch;Lữ Quốc Toản;30/6;1", "1.2;Kiểm tra;Phùng Mỹ Duyên;30/9;1", "2;Rà soát;Lữ Quốc Toản;31/12;1")
    read = table(tmp_path, "Năm 2026", CODED.replace("TT", ""), *rows)
    assert [(row.code, row.criterion, row.subcriterion) for row in read.rows] == [("1.1", "Văn bản", "Kế hoạch"), ("1.2", "Văn bản", "Kiểm tra"), ("2", "Rà soát", None)]


def test_fields_that_only_the_word_tells_and_ordinals_and_letters_before_the_text(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        HEAD,
        "Lĩnh vực thể chế;;",
        "1/ Kế hoạch;;",
        "a. Ban hành;Lữ Quốc Toản;15/3",
        "b. Triển khai;Lữ Quốc Toản;15/4",
        "2/ Kiểm tra;Phùng Mỹ Duyên;30/6",
        "Lĩnh vực tài chính công;;",
        "1/ Dự toán;Lữ Quốc Toản;15/3",
    )
    assert told(read) == [
        ("thể chế", "Kế hoạch", "Ban hành", "Lữ Quốc Toản"),
        ("thể chế", "Kế hoạch", "Triển khai", "Lữ Quốc Toản"),
        ("thể chế", "Kiểm tra", None, "Phùng Mỹ Duyên"),
        ("tài chính công", "Dự toán", None, "Lữ Quốc Toản"),
    ]
    assert read.flags == ()


def test_marks_around_a_code_are_no_part_of_it(tmp_path):
    codes = ("1.1 -", "(1.2)", "1.3/", "TC-1.4", "TC 1.5.")
    read = table(tmp_path, "Năm 2026", CODED.replace("TT", "Mã"), *(f"{code};Việc {code};Lữ Quốc Toản;30/6;1" for code in codes))
    assert [row.code for row in read.rows] == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert read.flags == ()


def test_bonus_and_penalty_name_the_rows_below_them(tmp_path):
    read = table(tmp_path, "Năm 2026", CODED, "1;Trực;Lữ Quốc Toản;30/6;1", ";Điểm cộng;;;", "2;Sáng kiến;Lữ Quốc Toản;30/9;+1", ";Điểm trừ;;;", "3;Chậm báo cáo;Lữ Quốc Toản;30/9;-1")
    assert [(row.field, row.criterion, row.max_points) for row in read.rows] == [(None, "Trực", 1), ("Điểm cộng", "Sáng kiến", 1), ("Điểm trừ", "Chậm báo cáo", -1)]
    assert read.flags == ()


@pytest.mark.parametrize(("title", "year"), [("NHIỆM VỤ CCHC 2026 - XÃ A", 2026), ("CCHC 2026 (lần 2)", 2026), ("Giai đoạn 2021 - 2030", None), ("Theo Quyết định 876", None)])
def test_a_title_may_name_the_year_without_the_word(tmp_path, title, year):
    assert table(tmp_path, title, HEAD, "Trực;Lữ Quốc Toản;30/6").year == year


def test_a_header_repeated_without_its_merged_cells_names_nobody(tmp_path):
    head = ("TT;Nội dung;Phân công;Phân công;Thời hạn", "TT;Nội dung;Chủ trì;Phối hợp;Thời hạn")
    read = table(tmp_path, "Năm 2026", *head, "1;Trực;Lữ Quốc Toản;Văn phòng;30/6", *head, "2;Họp;Phùng Mỹ Duyên;;30/9")
    assert [(row.lead, row.supports) for row in read.rows] == [("Lữ Quốc Toản", ("Văn phòng",)), ("Phùng Mỹ Duyên", ())]
    assert read.flags == ()


def test_a_second_table_begins_with_the_heading_of_its_numbers_whatever_else_it_names(tmp_path):
    read = table(
        tmp_path,
        "Năm 2026",
        CODED,
        "1;Trực;Lữ Quốc Toản;30/6;1",
        "PHỤ LỤC 2;;;;",
        "TT;Người thực hiện;Việc;Hạn 2026;Đã nhận;Quý 1;Quý 2",
        "1;Phùng Mỹ Duyên;Thu phí;30/9;;x;",
    )
    assert [(row.criterion, row.lead, row.due["date"]) for row in read.rows] == [("Trực", "Lữ Quốc Toản", "2026-06-30"), ("Thu phí", "Phùng Mỹ Duyên", "2026-09-30")]
    assert read.flags == ()


def test_an_empty_column_below_a_group_s_heading_takes_no_place_of_those_with_their_own(tmp_path):
    path = tmp_path / "bang.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Năm 2026"])
    page.append(["Nội dung", "Phân công", None, None, "Thời gian", None, None])
    page.append([None, "Chủ trì", None, "Phối hợp", "Từ ngày", None, "Đến ngày"])
    page.append(["Trực", "Lữ Quốc Toản", None, "Văn phòng", "01/3", None, "30/6"])
    for cells in ("A2:A3", "B2:D2", "E2:G2"):
        page.merge_cells(cells)
    book.save(path)
    (row,) = sheets.parse(path).rows
    assert (row.lead, row.supports, row.due["date"]) == ("Lữ Quốc Toản", ("Văn phòng",), "2026-06-30")


def test_people_as_columns_may_be_named_once_more_on_the_next_page(tmp_path):
    head = "Mã;Nội dung;Lữ Quốc Toản;Phùng Mỹ Duyên;Hạn"
    read = table(tmp_path, "Năm 2026", head, "1.1;Trực;CT;PH;30/6", "1.2;Họp;;x;30/9", head, "1.3;Thu phí;PH;CT;31/10")
    assert [(row.code, row.lead, row.supports) for row in read.rows] == [
        ("1.1", "Lữ Quốc Toản", ("Phùng Mỹ Duyên",)),
        ("1.2", "Phùng Mỹ Duyên", ()),
        ("1.3", "Phùng Mỹ Duyên", ("Lữ Quốc Toản",)),
    ]
    assert read.flags == ()


def test_from_and_to_below_one_heading_are_the_beginning_and_the_deadline(tmp_path):
    head = ("Nội dung;Người thực hiện;Trưởng phòng phụ trách;Thời gian;", ";;;Từ;Đến")
    read = table(tmp_path, "Năm 2026", *head, "Trực;Lữ Quốc Toản;Phùng Mỹ Duyên;01/3/2026;15/3/2026", "Họp;Lữ Quốc Toản;Phùng Mỹ Duyên;;30/6/2026")
    assert [(row.lead, row.supports, row.due["date"]) for row in read.rows] == [("Lữ Quốc Toản", (), "2026-03-15"), ("Lữ Quốc Toản", (), "2026-06-30")]
    assert read.flags == ()
