"""The bytes on disk, and the pure rules beside them: kinds, names, marks of secrecy, document numbers."""

import hashlib
import io
import unicodedata
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from storage.evidence import kinds, marks, numbers
from storage.evidence.files import Files, TooBig

TODAY = date(2026, 11, 20)


def keep(files: Files, body: bytes) -> str:
    with files.open_temp() as temp:
        temp.write(body)
        return temp.keep().sha256


def test_bytes_lie_under_their_hash_and_are_open_to_nobody_else(tmp_path: Path):
    files = Files(tmp_path / "evidence")
    sha = keep(files, b"report")
    path = files.path_of(sha)
    assert sha == hashlib.sha256(b"report").hexdigest()
    assert path == tmp_path / "evidence" / sha[:2] / sha[2:4] / sha
    assert {oct(p.stat().st_mode & 0o777) for p in (tmp_path / "evidence").rglob("*") if p.is_dir()} == {"0o700"}
    assert path.stat().st_mode & 0o777 == 0o600
    assert files.verify(sha, 6)


def test_the_same_bytes_twice_are_one_file(tmp_path: Path):
    files = Files(tmp_path)
    assert keep(files, b"report") == keep(files, b"report")
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == 1


def test_a_changed_byte_is_found(tmp_path: Path):
    files = Files(tmp_path)
    sha = keep(files, b"report")
    files.path_of(sha).write_bytes(b"rep0rt")
    assert not files.verify(sha, 6)
    assert not files.verify("0" * 64, 6)


def test_a_temp_file_that_is_not_kept_leaves_nothing(tmp_path: Path):
    files = Files(tmp_path, cap=10)
    with pytest.raises(TooBig), files.open_temp() as temp:
        temp.write(b"12345")
        temp.write(b"678901")
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63])
def test_what_is_no_hash_leads_nowhere(tmp_path: Path, name: str):
    with pytest.raises(ValueError, match="SHA-256"):
        Files(tmp_path).path_of(name)


def test_only_old_files_that_nobody_wants_are_swept_first_to_the_trash(tmp_path: Path):
    files = Files(tmp_path)
    wanted, orphan = keep(files, b"wanted"), keep(files, b"orphan")
    left = files.open_temp()
    now = datetime.now().astimezone()
    assert files.sweep({wanted}, now) == []
    assert files.sweep({wanted}, now + timedelta(hours=25)) == [orphan]
    assert (tmp_path / "trash" / orphan).read_bytes() == b"orphan"
    assert not left.path.exists()
    left._file.close()
    files.sweep({wanted}, now + timedelta(days=6))
    assert (tmp_path / "trash" / orphan).exists()
    files.sweep({wanted}, now + timedelta(days=9))
    assert not (tmp_path / "trash" / orphan).exists()
    assert files.verify(wanted, 6)


@pytest.mark.parametrize(
    ("name", "mime", "family"),
    [
        ("a.JPG", None, "photo"),
        ("anh.heic", None, "photo"),
        ("quét.pdf", None, "pdf"),
        ("a.docx", None, "word"),
        ("a.odt", None, "word"),
        ("a.xls", None, "sheet"),
        ("a.pptx", None, "slides"),
        ("a.txt", None, "text"),
        ("scan", "application/pdf", "pdf"),
        ("a.TIF", None, "scan"),
        ("fax", "image/tiff", "scan"),
        ("a.mp4", "video/mp4", None),
        ("a.jpg", "video/mp4", None),
        ("a.pdf.exe", None, None),
        ("a.zip", None, None),
        ("a.docm", None, None),
        ("khong duoi", None, None),
        (".pdf", None, None),
    ],
)
def test_kinds(name: str, mime: str | None, family: str | None):
    assert kinds.family(name, mime) == family


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../x.pdf", "x.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("bao\u202efdp.exe", "baofdp.exe"),
        ("a\nb\u200b.pdf", "a b.pdf"),
        (unicodedata.normalize("NFD", "Nguyễn.pdf"), "Nguyễn.pdf"),
        ("", "tep"),
    ],
)
def test_names_are_fit_to_be_shown(name: str, shown: str):
    assert kinds.shown_name(name) == shown


def test_long_names_keep_their_extension():
    assert kinds.shown_name("dài " * 75 + ".pdf").endswith("dài.pdf")
    assert len(kinds.shown_name("x" * 300)) == kinds.NAME_MOST


def office_file(tmp_path: Path, *names: str) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    path = tmp_path / "file"
    path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize(
    ("name", "parts", "is_it"),
    [
        ("a.docx", ("[Content_Types].xml", "word/document.xml"), True),
        ("a.doc", ("word/document.xml",), True),
        ("a.xlsx", ("xl/workbook.xml",), True),
        ("a.ods", ("mimetype", "content.xml"), True),
        ("a.xlsx", ("word/document.xml",), False),
        ("a.docx", ("word/document.xml", "word/vbaProject.bin"), False),
        ("a.docx", ("virus.exe",), False),
        ("a.pdf", ("word/document.xml",), False),
        ("a.txt", ("word/document.xml",), False),
        ("a.docx", (*(f"p{n}" for n in range(2500)), "word/document.xml"), False),
    ],
)
def test_zipped_documents_are_known_by_their_table_of_contents(tmp_path: Path, name: str, parts: tuple[str, ...], is_it: bool):
    assert kinds.is_what_it_says(office_file(tmp_path, *parts), name, None) is is_it


@pytest.mark.parametrize(
    ("name", "head", "is_it"),
    [
        ("a.jpg", b"\x89PNG\r\n\x1a\n....", True),
        ("a.jpg", b"\x00\x00\x00\x18ftypheic", True),
        ("a.png", b"RIFF....WEBPVP8 ", True),
        ("a.pdf", b"\xef\xbb\xbf%PDF-1.4", True),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", True),
        ("a.csv", "mã;tên\n".encode(), True),
        ("a.txt", "xin chào".encode("utf-16"), True),
        ("a.txt", b"MZ\x90", False),
        ("a.csv", b"\x00\x01\x02", False),
        ("a.jpg", b"<svg xmlns=", False),
        ("a.xls", b"<html><table>", False),
        ("a.pdf", b"", False),
        ("a.tif", b"MM\x00*\x00\x00", True),
        ("a.tif", b"\xff\xd8\xff\xe0", False),
        ("a.jpg", b"II*\x00\x08\x00", False),
    ],
)
def test_other_files_are_known_by_their_first_bytes(tmp_path: Path, name: str, head: bytes, is_it: bool):
    path = tmp_path / "file"
    path.write_bytes(head)
    assert kinds.is_what_it_says(path, name, None) is is_it


@pytest.mark.parametrize(
    ("text", "is_secret"),
    [
        ("Công văn MẬT", True),
        ("KH_MẬT_01.pdf", True),
        ("TỐI-MẬT", True),
        ("CV_TOI_MAT.pdf", True),
        (unicodedata.normalize("NFD", "TUYỆT MẬT"), True),
        ("(MẬT)", True),
        ("công văn tối mật ngày 3/6", True),
        ("Tuyet mat.pdf", True),
        ("tài liệu mật", True),
        ("cong van mat so 12", True),
        ("Độ mật: Mật", True),
        ("báo cáo (mật).pdf", True),
        ("(MAT) bao cao.pdf", True),
        ("mật - báo cáo.pdf", True),
        ("bí mật thành công", False),
        ("quy chế quản lý tài liệu mật", False),
        ("không có văn bản mật", False),
        ("tệp bảo mật, văn bản mật độ xây dựng", False),
        ("đặt lại mật khẩu, file mật khẩu wifi", False),
        ("ho so mat 2 trang", False),
        ("toi mat dien tu sang", False),
        ("MAT TRAN TO QUOC.pdf", False),
        ("mat-bang.pdf", False),
        ("thay mặt, họp mặt", False),
        ("BẢO VỆ BÍ MẬT NHÀ NƯỚC", False),
        ("BÁO CÁO MẬT ĐỘ DÂN SỐ", False),
        ("ĐỔI MẬT KHẨU", False),
        ("Mật ong", False),
        ("CÔNG KHAI THỦ TỤC", False),
    ],
)
def test_marks_of_secrecy(text: str, is_secret: bool):
    assert marks.is_secret("a.pdf", text) is is_secret


@pytest.mark.parametrize(
    ("text", "number", "issued_on"),
    [
        ("số 45/BC-UBND ngày 10/11/2026", "45/BC-UBND", date(2026, 11, 10)),
        ("so 45/bc-ubnd ngay 10/11", "45/BC-UBND", date(2026, 11, 10)),
        ("số 45-BC/ĐU ngày 3/6/2026", "45-BC/ĐU", date(2026, 6, 3)),
        ("kế hoạch số 33 - kh/đtn", "33-KH/ĐTN", None),
        ("CV 12/UBND-VHXH ngày 30/12", "12/UBND-VHXH", date(2025, 12, 30)),
        ("335/2025/NĐ-CP ngày 31 tháng 12 năm 2025", "335/2025/NĐ-CP", date(2025, 12, 31)),
        ("báo cáo số 45 ngày 10/11", "45", date(2026, 11, 10)),
        ("45/BC-UBND ngày 31/02/2026", "45/BC-UBND", None),
        ("45/BC-UBND ngày 10/12/2026", "45/BC-UBND", None),
    ],
)
def test_document_numbers(text: str, number: str, issued_on: date | None):
    assert numbers.document_number(text, TODAY) == numbers.DocumentNumber(number, issued_on)


@pytest.mark.parametrize("text", ["1182/1204", "2/3 rồi", "10/11/2026", "3/tuan", "đạt 45%", "3-4 hs/ngay", "em up minh chứng lên rồi", ""])
def test_figures_and_dates_are_no_document_numbers(text: str):
    assert numbers.document_number(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("TC 2.1.3 nhé", ["2.1.3"]),
        ("2.1.3, 2.1.4", ["2.1.3", "2.1.4"]),
        ("KH_2.1.3_bao cao", ["2.1.3"]),
        ("2.1.3.pdf", ["2.1.3"]),
        ("BC 10.11.2026", []),
        ("1.5đ", []),
        ("tự chấm 1.5/2", []),
        ("scan v1.2", []),
    ],
)
def test_codes_in_captions(text: str, codes: list[str]):
    assert numbers.codes(text) == codes
