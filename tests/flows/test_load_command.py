"""`nhacviec load FILE` on real files: what is printed, what is recorded, and the exit status."""

import csv
import json
import unicodedata
from argparse import Namespace
from datetime import UTC, datetime

import pytest
import xlsxwriter
from sqlalchemy import func, select

from bot import sheets
from bot.commands import load
from locales.formats import VIETNAM
from locales.papers import template
from storage.office import people, units
from storage.rules.status import Progress
from storage.tables import Assignment, Criterion, Person
from storage.work import updates
from storage.work.updates import Report, Stamp

HEADER = ["Mã", "Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Điểm chuẩn", "Thời hạn", "Tài liệu kiểm chứng", "Người phụ trách"]
HEADER += ["Chức danh", "Bộ phận", "Số văn bản giao"]
FIELD, GROUP = "Chỉ đạo, điều hành cải cách hành chính", "Kế hoạch cải cách hành chính năm"
POST, UNIT, DOCUMENT = "Chuyên viên", "Phòng Văn hóa - Xã hội", "15/KH-UBND ngày 12/01/2026"
ROWS = [
    ["1.1.1", FIELD, GROUP, "Ban hành Kế hoạch", "0,5", "15/01/2026", "Kế hoạch", "Huỳnh Thanh Tùng", POST, UNIT, DOCUMENT],
    ["1.1.2", FIELD, GROUP, "Hoàn thành nhiệm vụ", "2", "14/12/2026", "Biểu", "Võ Thị Kim Ngân", "Trưởng phòng", UNIT, DOCUMENT],
    ["1.5", FIELD, "Sáng kiến trong CCHC", "", "1,5", "30/10/2026", "Quyết định", "Huỳnh Thanh Tùng", POST, UNIT, DOCUMENT],
]  # fmt: skip


@pytest.fixture
def office(store):
    with store.transaction() as db:
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
        people.add(db, made, "Huỳnh Thanh Tùng")
    return made


@pytest.fixture
def run(store, now, capsys):
    """Run the command; gives status, stdout and stderr."""

    def command(path, **options):
        flags = {"dry_run": False, "json": False, "yes": False, "year": None, "unit": None} | options
        status = load.run(Namespace(file=str(path), **flags), store, now, VIETNAM)
        return status, *capsys.readouterr()

    return command


@pytest.fixture(params=["csv", "xlsx"])
def table(request, tmp_path):
    """Write the rows as a file of either kind."""

    def write(rows=ROWS, header=HEADER):
        path = tmp_path / f"phan-cong.{request.param}"
        if request.param == "csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header, *rows])
        else:
            with xlsxwriter.Workbook(path) as book:
                sheet = book.add_worksheet("Phân công")
                for number, row in enumerate([header, *rows]):
                    sheet.write_row(number, 0, row)
        return path

    return write


def recorded(store):
    with store.transaction() as db:
        return db.scalar(select(func.count()).select_from(Assignment))


def test_without_consent_the_file_is_only_shown(store, office, run, table):
    status, out, _err = run(table())
    assert status == 0
    assert out.startswith("Năm 2026: đọc được 03 dòng, 4 điểm, 02 người.\n02 dòng đã qua hạn: 02 dòng chưa rõ.")
    assert "01 người chưa có trong danh sách cơ quan, khi ghi sẽ thêm: Võ Thị Kim Ngân." in out
    assert recorded(store) == 0


def test_yes_records_every_row_and_the_people_who_are_missing(store, office, run, table):
    status, out, _err = run(table(), yes=True)
    assert status == 0
    assert "Đã ghi bảng phân công năm 2026: mới 03, đổi 00, bỏ 00, giữ nguyên 00; thêm 01 người." in out
    assert recorded(store) == 3
    with store.transaction() as db:
        found = db.execute(select(Person.full_name, Person.post).order_by(Person.id)).all()
    assert [tuple(each) for each in found] == [("Huỳnh Thanh Tùng", POST), ("Võ Thị Kim Ngân", "Trưởng phòng")]


def test_the_same_file_again_is_read_and_changes_nothing(store, office, run, table):
    run(table(), yes=True)
    status, out, _err = run(table(), yes=True)
    assert status == 0
    assert "Không có gì khác với danh sách hiện có" in out
    assert recorded(store) == 3


def test_a_corrected_file_lists_what_differs(store, office, run, table):
    run(table(), yes=True)
    moved = [ROWS[0], [*ROWS[1][:5], "10/12/2026", *ROWS[1][6:]]]
    status, out, _err = run(table(moved), yes=True)
    assert status == 0
    assert "- Đổi 1.1.2: hạn 14/12/2026 → 10/12/2026" in out
    assert "- Bỏ 1.5: Sáng kiến trong CCHC" in out
    assert recorded(store) == 3


def test_dry_run_prints_what_was_read_as_one_json_value(store, office, run, table):
    status, out, _err = run(table(), dry_run=True, json=True)
    told = json.loads(out)
    assert status == 0
    assert {"file", "year", "rows", "must_flag", "unknown_people"} <= told.keys()
    assert told["unknown_people"] == ["Võ Thị Kim Ngân"]
    assert [row["code"] for row in told["rows"]] == ["1.1.1", "1.1.2", "1.5"]
    assert recorded(store) == 0


def test_dry_run_in_words_lists_the_rows(store, run, table):
    status, out, _err = run(table(), dry_run=True)
    assert status == 0
    assert "- 1.1.1: Ban hành Kế hoạch; Huỳnh Thanh Tùng; 15/01/2026" in out


def test_json_with_yes_says_what_was_done(store, office, run, table):
    status, out, _err = run(table(), json=True, yes=True)
    told = json.loads(out)
    assert (status, told["applied"]) == (0, True)
    assert told["changes"] == {"new": 3, "changed": 0, "unchanged": 0, "dropped": 0}
    assert json.loads(run(table(), json=True)[1])["changes"]["unchanged"] == 3


def test_a_table_without_a_person_column_is_refused_by_name(store, office, run, table):
    status, out, err = run(table([row[:7] for row in ROWS], HEADER[:7]), yes=True, json=True)
    assert status == 1
    assert json.loads(out)["rows"] == []
    assert "người phụ trách" in json.loads(out)["error"]
    assert "thiếu cột người phụ trách" in err
    assert recorded(store) == 0


def test_a_missing_file_is_refused(run, office, tmp_path):
    status, out, err = run(tmp_path / "khong-co.xlsx")
    assert (status, out, err) == (1, "", "Không tìm thấy tệp khong-co.xlsx.\n")


def test_without_an_office_nothing_can_be_loaded(run, table):
    status, _out, err = run(table(), yes=True)
    assert status == 1
    assert "nhacviec init" in err


def test_of_several_offices_one_must_be_named(store, office, run, table):
    with store.transaction() as db:
        units.add(db, "UBND xã Suối Mây", is_office=True)
    status, _out, err = run(table(), yes=True)
    assert status == 1
    assert "UBND phường Minh Tân; UBND xã Suối Mây" in err
    assert run(table(), yes=True, unit="UBND phường Minh Tân")[0] == 0
    assert recorded(store) == 3


@pytest.mark.parametrize("name", ["ubnd PHƯỜNG minh tân", unicodedata.normalize("NFD", "UBND phường Minh Tân"), " UBND  phường Minh Tân "])
def test_a_unit_is_known_however_its_name_is_typed(office, run, table, name):
    assert run(table(), yes=True, unit=name)[0] == 0


def test_a_unit_that_does_not_exist_is_named_in_the_refusal(office, run, table):
    status, out, err = run(table(), yes=True, unit="UBND xã Suối Mây")
    assert (status, out) == (1, "")
    assert err.strip() == 'Không có đơn vị "UBND xã Suối Mây"; chưa thay đổi gì. Các đơn vị đang có: UBND phường Minh Tân.'


def test_the_year_may_be_said(store, office, run, table):
    timeless = [[*row[:5], "Quý IV", *row[6:10], ""] for row in ROWS]
    status, out, _err = run(table(timeless), yes=True, year=2026)
    assert status == 0
    assert "Năm 2026" in out


def test_the_optional_columns_settle_what_is_past(store, office, run, table):
    header = [*HEADER, "Phối hợp", "Tình trạng", "Ngày hoàn thành", "Số văn bản kết quả", "Điểm tự chấm", "Loại việc"]
    done = [*ROWS[0], "Võ Thị Kim Ngân", "Đã hoàn thành", "12/01/2026", "15/KH-UBND", "0,5", "Sản phẩm"]
    figure = [*ROWS[1], "", "Đang thực hiện", "", "", "", "Số liệu"]
    status, out, _err = run(table([done, figure, [*ROWS[2], *[""] * 6]], header), yes=True)
    assert status == 0
    assert "02 dòng đã qua hạn: 01 dòng có ghi đã xong, 01 dòng chưa rõ." in out
    with store.transaction() as db:
        query = select(Criterion.code, Criterion.kind, Assignment.progress, Assignment.result_document).join(Assignment)
        found = [tuple(each) for each in db.execute(query.order_by(Criterion.position))]
    assert found == [
        ("1.1.1", "product", "reported", "15/KH-UBND"),
        ("1.1.2", "figure", "in_progress", None),
        ("1.5", "product", "not_started", None),
    ]


def test_the_template_reads_back_without_a_doubt(tmp_path):
    read = sheets.read(template.write(tmp_path / "mau.xlsx", 2026))
    assert (read.error, read.year, read.flags) == (None, 2026, ())
    assert [row.code for row in read.rows] == ["1.1.1", "1.1.2", "1.2"]
    assert [row.needs_check for row in read.rows] == [(), (), ()]
    assert [row.status for row in read.rows] == ["reported", "in_progress", "not_started"]
    assert [row.kind for row in read.rows] == ["product", "figure", "product"]
    assert read.rows[1].supports == ("Lê Thị Mẫu", "Văn phòng HĐND và UBND")


def test_the_template_holds_text_only_and_offers_the_words_to_pick(tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(template.write(tmp_path / "mau.xlsx", 2026))
    sheet = book["Phân công"]
    assert [cell.value for cell in sheet[1]][:11] == HEADER
    assert all(isinstance(cell.value, str | None) for row in sheet.iter_rows() for cell in row)
    assert sheet.freeze_panes == "B2"
    lists = sorted(rule.formula1 for rule in sheet.data_validations.dataValidation)
    assert any("Đã báo hoàn thành" in one for one in lists)
    assert any("Số liệu" in one for one in lists)
    assert all(len(one) <= 257 for one in lists)


def test_the_template_is_written_once_a_process(tmp_path):
    first = template.cached(2026)
    assert first == template.cached(2026)
    assert first.name == "Mau-phan-cong-CCHC.xlsx"
    first.unlink()
    assert template.cached(2026).exists()


def test_the_list_goes_out_as_a_file_and_the_newest_load_is_taken_back(store, office, run, table, tmp_path, capsys, monkeypatch):
    from bot.commands import export
    from bot.settings import Settings

    settings = Settings(_env_file=None, data_dir=tmp_path)
    asked = Namespace(file=str(tmp_path / "danh-sach.xlsx"), year=2026, unit=None, original=False, yes=False)
    assert export.take_back(asked, store, settings) == 1
    run(table(), yes=True)
    assert export.run(asked, store, settings) == 0
    assert "danh-sach.xlsx: 03 dòng của năm 2026. Có thể sửa rồi nạp lại." in capsys.readouterr().out
    status, out, _ = run(tmp_path / "danh-sach.xlsx", json=True)
    assert (status, json.loads(out)["changes"]) == (0, {"new": 0, "changed": 0, "unchanged": 3, "dropped": 0})
    monkeypatch.setattr(export.loads.undo, "WITHIN", export.loads.undo.WITHIN * 10_000)
    with store.transaction() as db:
        updates.report(db, 1, Report(Progress.REPORTED), Stamp(1, datetime.now(UTC), "tap"), datetime.now(UTC).date())
    assert export.take_back(asked, store, settings) == 1
    assert "đã có 01 lượt báo, 00 tài liệu" in capsys.readouterr().err
    asked.yes = True
    assert export.take_back(asked, store, settings) == 0
    assert "bỏ 03 dòng mới" in capsys.readouterr().out
    assert export.take_back(asked, store, settings) == 1


@pytest.fixture
def kept_in(tmp_path):
    from storage.evidence.files import Files

    return Files(tmp_path / "evidence")


def test_the_workbook_that_was_loaded_comes_back_with_its_states(store, office, now, tmp_path, kept_in, capsys):
    from bot.commands import export
    from bot.settings import Settings

    source = tmp_path / "phan-cong.xlsx"
    with xlsxwriter.Workbook(source) as book:
        sheet = book.add_worksheet("Phân công")
        for number, row in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, row)
    flags = {"dry_run": False, "json": False, "yes": True, "year": None, "unit": None}
    assert load.run(Namespace(file=str(source), **flags), store, now, VIETNAM, kept_in) == 0
    settings = Settings(_env_file=None, data_dir=tmp_path)
    asked = Namespace(file=str(tmp_path / "tra-lai.xlsx"), year=2026, unit=None, original=True)
    assert export.run(asked, store, settings) == 0
    assert [row.status for row in sheets.parse(tmp_path / "tra-lai.xlsx").rows] == ["not_started"] * 3
    wrong = Namespace(file=str(tmp_path / "tra-lai.docx"), year=2026, unit=None, original=True)
    assert export.run(wrong, store, settings) == 1
    assert "chỉ điền và trả lại được tệp đã nạp ở dạng .xlsx, .xlsm, .xls, .docx hoặc .csv" in capsys.readouterr().err
