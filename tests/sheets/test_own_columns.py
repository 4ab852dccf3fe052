"""Our own columns, as CSV and as Excel, read without a doubt; what is wrong with a file or a cell is said."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from bot import sheets

SAMPLE = Path(sheets.__file__).parents[1] / "sample" / "phuong-an-khanh.csv"
HEADER = ["Mã", "Lĩnh vực", "Tiêu chí", "Điểm chuẩn", "Thời hạn", "Người phụ trách"]


def write(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return path


def as_excel(path: Path) -> Path:
    with SAMPLE.open(encoding="utf-8", newline="") as file, xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Phân công")
        for number, row in enumerate(csv.reader(file)):
            page.write_row(number, 0, row)
    return path


@pytest.fixture(params=["csv", "xlsx"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return SAMPLE if request.param == "csv" else as_excel(tmp_path / "bang.xlsx")


def test_the_sample_reads_without_a_doubt(table: Path):
    sheet = sheets.read(table)
    assert (sheet.error, sheet.year, len(sheet.rows), sheet.flags) == (None, 2026, 31, ())
    points = [row.max_points or Decimal(0) for row in sheet.rows if row.kind != "bonus"]
    assert sum(points) == 100
    first = sheet.rows[0]
    assert (first.lead, first.status, first.completed_on, first.self_score) == (
        "Phan Quốc Bảo",
        "confirmed",
        date(2026, 1, 22),
        2,
    )
    assert {row.kind for row in sheet.rows} == {"product", "recurring", "figure", "upkeep", "survey", "bonus"}


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("15/12/2026", {"kind": "date", "date": "2026-12-15", "strict": False}),
        ("trước ngày 15/12/2026", {"kind": "date", "date": "2026-12-14", "strict": True}),
        ("Quý III/2026", {"kind": "date", "date": "2026-09-30", "strict": False}),
        ("hằng quý", {"kind": "recurring", "rule": "quarterly", "strict": False}),
        ("thường xuyên", {"kind": "continuous"}),
    ],
)
def test_a_deadline_is_read_as_an_office_means_it(tmp_path: Path, due: str, expected: dict[str, object]):
    other = ["1.2", "Thể chế", "Việc khác", "1", "30/11/2026", "Lê Thị Bình"]
    sheet = sheets.parse(write(tmp_path / "a.csv", ["1.1", "Thể chế", "Việc này", "1", due, "Trần Văn An"], other))
    assert dict(sheet.rows[0].due) == expected


@pytest.mark.parametrize("due", ["31/11/2026", "theo yêu cầu", ""])
def test_a_deadline_that_cannot_be_is_kept_and_flagged(tmp_path: Path, due: str):
    row, other = (
        ["1.1", "Thể chế", "Việc này", "1", due, "Trần Văn An"],
        ["1.2", "Thể chế", "Khác", "1", "30/11/2026", "Lê Thị Bình"],
    )
    sheet = sheets.parse(write(tmp_path / "a.csv", row, other))
    assert len(sheet.rows) == 2
    assert [(flag.row, flag.column) for flag in sheet.flags] == [(2, "due")]


def test_equal_codes_are_flagged_on_each_row(tmp_path: Path):
    rows = [["1.1", "Thể chế", text, "1", "30/11/2026", "Trần Văn An"] for text in ("Việc này", "Việc kia")]
    sheet = sheets.parse(write(tmp_path / "a.csv", *rows))
    assert {(flag.row, flag.column) for flag in sheet.flags} == {(2, "code"), (3, "code")}


def test_files_that_are_no_table_are_refused_by_name(tmp_path: Path):
    (tmp_path / "rong.csv").write_bytes(b"")
    (tmp_path / "gia.xlsx").write_bytes(b"not a workbook at all")
    (tmp_path / "thu.csv").write_text("Kính gửi\nXin chào\n", encoding="utf-8")
    (tmp_path / "thieu.csv").write_text("Mã,Tiêu chí,Thời hạn\n1.1,Việc,30/11/2026\n", encoding="utf-8")
    errors = [sheets.read(tmp_path / name).error for name in ("rong.csv", "gia.xlsx", "thu.csv", "thieu.csv")]
    assert errors[0] == "empty_file"
    assert errors[3] == "no_person_column"
    assert all(errors)


def test_a_date_a_mark_and_a_kind_that_cannot_be_are_stored_empty_and_flagged_on_their_row(tmp_path: Path):
    head = "Mã,Tiêu chí,Người phụ trách,Thời hạn,Tình trạng,Ngày hoàn thành,Điểm tự chấm,Loại việc"
    rows = (
        "1.1,Việc một,Lê Thị Ánh,20/11/2026,Đã xong,31/11/2026,-,Định kỳ",
        "1.2,Việc hai,Lê Thị Ánh,20/11/2026,Đã xong,19/11/2026,abc,",
        "1.3,Việc ba,Lê Thị Ánh,20/11/2026,Đã xong,19/11/2026,,việc lạ",
    )
    path = tmp_path / "phan-cong.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    sheet = sheets.parse(path).as_dict(extra=True)
    assert [row["completed_on"] for row in sheet["rows"]] == [None, "2026-11-19", "2026-11-19"]
    flagged = {flag["row"]: flag["reason"].partition(":")[0] for flag in sheet["must_flag"]}
    assert flagged == {2: "ngày hoàn thành", 3: "điểm tự chấm", 4: "loại việc"}
