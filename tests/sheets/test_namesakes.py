"""Two people of one name in a file: what tells them apart, and which rows leave it open."""

import openpyxl
import pytest

from bot import sheets
from bot.sheets.namesakes import NAMESAKES
from bot.sheets.people import named, parse
from tests.sheets.test_small_tables import asked, table

HEAD = "Nội dung;Người phụ trách;Phối hợp;Thời hạn"
A = "Lê Thị Hương"
CASES = [
    # leads and helpers of three rows -> rows of which the lead is asked about, then the helper
    ("posts of leads", f"{A} (Văn thư);", f"{A} (Kế toán);", f"{A};", [5], []),
    ("units of leads", f"{A} (Phòng Văn hóa - Xã hội);", f"{A} (Văn phòng);", f"{A};", [5], []),
    ("a post of the helpers' column", f"{A} (Văn thư);", f"Lữ Quốc Toản;{A} (Kế toán)", f"{A};", [5], []),
    ("a helper beside the lead", f"{A} (Văn thư);", f"Lữ Quốc Toản (chủ trì), {A} (Kế toán) phối hợp;", f"{A};", [5], []),
    ("a helper that is left open", f"{A} (Văn thư);", f"{A} (Kế toán);", f"Lữ Quốc Toản;{A}", [], [5]),
    ("one person who helps elsewhere", f"{A} (Văn thư);", f"Lữ Quốc Toản;{A}", f"{A};", [], []),
    ("two of one unit", f"{A} (Địa chính, Phòng Kinh tế);", f"Phòng Kinh tế - {A} (Kế toán);", f"{A} (Phòng Kinh tế);", [5], []),
    ("one of each unit", f"{A} (Địa chính, Phòng Kinh tế);", f"{A} (Kế toán, Văn phòng);", f"{A} (Phòng Kinh tế);", [], []),
    ("the head of a hamlet and somebody of the police", f"{A} (Trưởng ấp 2);", f"{A} (Công an xã);", f"{A};", [5], []),
    ("the head of a department, by post and by unit", f"{A} (Trưởng phòng Kinh tế);", f"{A} (Phòng Kinh tế);", f"{A};", [], []),
    ("the head of a department and somebody of the office", f"{A} (Trưởng phòng Kinh tế);", f"{A} (Văn phòng);", f"{A};", [5], []),
    ("the head of a department, of the whole house", f"{A} (Trưởng phòng Kinh tế);", f"{A} (UBND phường);", f"{A};", [], []),
    ("a clerk, by post and by unit", f"{A} (Văn thư);", f"{A} (Văn phòng);", f"{A};", [], []),
    ("heads of two hamlets", f"{A} (Trưởng ấp 2);", f"{A} (Trưởng ấp 5);", f"{A};", [5], []),
]


@pytest.mark.parametrize(("first", "second", "third", "lead", "helper"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_row_that_leaves_open_which_of_the_two_it_means_is_asked_about(tmp_path, first, second, third, lead, helper):
    rows = (f"Việc {number};{people};30/6" for number, people in enumerate((first, second, third), 1))
    read = table(tmp_path, "Năm 2026", HEAD, *rows)
    assert asked(read) == [(row, NAMESAKES) for row in lead]
    assert asked(read, "supports") == [(row, NAMESAKES) for row in helper]


@pytest.mark.parametrize("times", [1, 2])
def test_whom_a_list_of_officials_names_once_is_one_person(tmp_path, times):
    book = openpyxl.Workbook()
    for line in (("Nội dung", "Người phụ trách", "Thời hạn"), ("Việc 1", f"{A} (Kế toán)", "30/6"), ("Việc 2", A, "30/6")):
        book.active.append(line)
    people = book.create_sheet("Danh sách")
    for line in (("Họ và tên", "Chức danh"), *[(A, post) for post in ("Văn thư", "Kế toán")[:times]]):
        people.append(line)
    book.save(tmp_path / "bang.xlsx")
    assert asked(sheets.parse(tmp_path / "bang.xlsx", 2026)) == ([(3, NAMESAKES)] if times == 2 else [])


@pytest.mark.parametrize(
    ("cell", "post", "unit"),
    [
        ("Nguyễn Văn Lành (Trưởng ấp 2)", "Trưởng ấp 2", None),
        ("Nguyễn Văn Lành (Tổ trưởng Tổ dân phố số 5)", "Tổ trưởng Tổ dân phố số 5", None),
        ("Nguyễn Văn Lành (mục 2)", None, None),
        ("Nguyễn Văn Lành (Địa chính, Phòng Kinh tế)", "Địa chính", "Phòng Kinh tế"),
        ("Nguyễn Văn Lành (Địa chính - Xây dựng)", "Địa chính - Xây dựng", None),
    ],
)
def test_a_note_says_post_and_unit(cell, post, unit):
    assert (parse(cell).post, parse(cell).unit) == (post, unit)
    assert named(cell) == (("Nguyễn Văn Lành", post, unit),)
