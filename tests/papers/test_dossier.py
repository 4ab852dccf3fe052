"""The dossier: what is in it, under which names, and that the same content gives the same bytes."""

import unicodedata
import zipfile
from datetime import date, timedelta
from io import BytesIO

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from locales.papers import dossier
from locales.papers.file_names import Names, safe, safe_file
from tests.papers.conftest import PDF

RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}


def made(desk, path, now=None):
    dossier.write(path, desk.facts(now), desk.files.path_of)
    return zipfile.ZipFile(path)


def sheet(package, name):
    book = openpyxl.load_workbook(BytesIO(package.read("00 Danh mục hồ sơ.xlsx")))
    return list(book[name].iter_rows(min_row=5, values_only=True))


def test_documents_lie_in_a_folder_of_their_criterion(full_desk, tmp_path):
    with made(full_desk, tmp_path / "a.zip") as package:
        assert package.namelist() == [
            "00 Danh mục hồ sơ.xlsx",
            "1.1.1 Ban hành Kế hoạch cải cách hành chính năm 2026/Kế hoạch CCHC- bản ký số-.pdf",
            "1.1.1 Ban hành Kế hoạch cải cách hành chính năm 2026/kế hoạch cchc- bản ký số- (2).pdf",
        ], "what was taken back is not there"
        assert package.read(package.namelist()[1]) == PDF
        assert package.testzip() is None


def test_the_index_names_numbers_days_and_issuers(full_desk, tmp_path):
    with made(full_desk, tmp_path / "a.zip") as package:
        lines = sheet(package, "Danh mục tài liệu")
        first = next(line for line in lines if line[3] == "09/KH-UBND" and line[6])
        assert first[0] == "1.1.1"
        assert (first[4].date(), first[5]) == (date(2026, 1, 22), "UBND")
        assert first[6] == package.namelist()[1]
        number = next(line for line in lines if line[3] == "45/BC-UBND")
        assert (number[0], number[6], number[7]) == ("2.2", None, "Chỉ ghi số văn bản")
        assert all(line[6] is None or line[6] in package.namelist() for line in lines)


def test_a_link_is_named_as_a_link_and_not_as_a_number(desk, tmp_path):
    address = "https://vanban.example.vn/2026/77"
    desk.document("2.2", address, None, kind="link")
    with made(desk, tmp_path / "a.zip") as package:
        line = next(line for line in sheet(package, "Danh mục tài liệu") if line[0] == "2.2")
    assert (line[2], line[3], line[6], line[7]) == (address, None, None, "Chỉ có liên kết")


def test_a_document_that_was_named_and_sent_stands_once_and_one_that_was_only_named_has_its_day(full_desk, tmp_path):
    full_desk.set_row("2.2", result_document="số 45/BC-UBND ngày 10/11/2026")
    full_desk.set_row("3.3", result_document="118/BC-UBND ngày 16/09/2026", completed_on=date(2026, 9, 20))
    with made(full_desk, tmp_path / "a.zip") as package:
        found = {line[0]: line for line in sheet(package, "Danh mục tài liệu") if line[0] in {"2.2", "3.3"}}
        lines = [line[0] for line in sheet(package, "Danh mục tài liệu")]
        proofs = {line[1].split(". ")[0]: line[5] for line in sheet(package, "Bảng tự chấm điểm") if line[0]}
    assert lines.count("2.2") == lines.count("3.3") == 1
    assert (found["3.3"][3], found["3.3"][4].date(), found["3.3"][5]) == ("118/BC-UBND", date(2026, 9, 16), "UBND")
    assert (proofs["2.2"], proofs["3.3"]) == ("45/BC-UBND", "118/BC-UBND ngày 16/09/2026")


def test_the_list_of_what_is_missing_leaves_out_what_is_there_and_surveys(full_desk, tmp_path):
    with made(full_desk, tmp_path / "a.zip") as package:
        lacks = {line[0]: line[5] for line in sheet(package, "Còn thiếu")}
        head = openpyxl.load_workbook(BytesIO(package.read("00 Danh mục hồ sơ.xlsx")))["Bảng tự chấm điểm"][4]
    assert "1.1.1" not in lacks
    assert "8.1" not in lacks, "a survey is nobody's work"
    assert lacks["2.2"] == "Đã có số văn bản, chưa có tệp"
    assert lacks["3.2"] == "Đã báo hoàn thành nhưng chưa có tài liệu"
    assert lacks["1.3"] == "Chưa có tài liệu"
    assert [cell.value for cell in head] == [
        "STT", "Tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Số liệu kê khai", "Cách tính điểm", "Tài liệu kiểm chứng", "Điểm tự đánh giá",
    ]  # fmt: skip


def test_the_same_content_gives_the_same_bytes_at_another_hour(full_desk, tmp_path):
    made(full_desk, tmp_path / "a.zip").close()
    made(full_desk, tmp_path / "b.zip", full_desk.now + timedelta(hours=3)).close()
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    full_desk.document("3.3", "them.pdf", PDF + b"4")
    made(full_desk, tmp_path / "c.zip").close()
    assert (tmp_path / "a.zip").read_bytes() != (tmp_path / "c.zip").read_bytes()


def test_a_file_that_was_lost_is_told_and_the_rest_is_packed(full_desk, tmp_path):
    full_desk.files.erase(full_desk.facts().rows[0].proofs[0].sha256)
    with made(full_desk, tmp_path / "a.zip") as package:
        assert len(package.namelist()) == 2
        assert "Không tìm thấy tệp trên máy chủ" in {line[7] for line in sheet(package, "Danh mục tài liệu")}


@given(st.text(max_size=300), st.integers(8, 80))
def test_any_words_make_a_name_that_windows_opens(words, most):
    for name in (safe(words, most), safe_file(words, most)):
        assert 0 < len(name) <= most + 1
        assert unicodedata.is_normalized("NFC", name)
        assert not set(name) & set('<>:"/\\|?*')
        assert not [ch for ch in name if unicodedata.category(ch)[0] == "C"]
        assert name == name.strip(" .")
        assert name.split(".")[0].strip().casefold() not in RESERVED


@given(st.lists(st.sampled_from(["a.pdf", "A.PDF", "a (2).pdf", "b", "B", "ß", "SS", "con.txt"]), max_size=12))
def test_no_two_names_of_a_folder_are_equal_where_capitals_do_not_count(names):
    taken = Names()
    made = [taken.take(name).casefold() for name in names]
    assert len(set(made)) == len(made)


def test_a_reserved_word_and_a_long_name_keep_their_ending():
    assert safe_file("CON.pdf") == "_CON.pdf"
    assert safe_file("aux") == "_aux"
    assert safe_file("x" * 200 + ".PDF") == "x" * 76 + ".pdf"
    assert safe_file("../../etc/passwd") == "-..-etc-passwd"
    assert safe_file(" ... ") == "_"
