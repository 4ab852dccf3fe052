"""The sample office's dossier as the province receives it: unpacked by unzip and by Python, held against the database."""

import shutil
import subprocess
import unicodedata
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import insert, select

from bot.__main__ import main
from locales.papers import dossier
from storage.tables import Assignment, Criterion, Evidence, EvidenceFor, Score
from tests.evidence import hostile, ordinary
from tests.papers.conftest import Desk, desk, sample_template  # noqa: F401 - fixtures

NFD = unicodedata.normalize("NFD", "Báo cáo tự chấm điểm - đợt 2.pdf")
HOSTILE_NAMES = (NFD, "CON.pdf", "a:b?.pdf", "dấu chấm cuối. .pdf", "\u202egpj.exe.pdf", "BÁO CÁO.PDF", "báo cáo.pdf", "x" * 200 + ".pdf", "../../lên trên.pdf")


@pytest.fixture
def full(desk: Desk) -> Desk:  # noqa: F811
    for number, name in enumerate(HOSTILE_NAMES):
        desk.document("1.1.1", name, hostile.pdf() + b"%" * number, number=f"{number}/BC-UBND", issued_on=date(2026, 1, 1 + number))
    desk.document("2.2", "ảnh.jpg", ordinary.photo(), kind="photo")
    desk.document("2.2", "bảng.xlsx", ordinary.MAKERS["số liệu.xlsx"]())
    desk.document("2.2", "trang.pdf", hostile.pdf() + b"%last", agency="UBND phường Minh Tân", stage="explain")
    desk.document("3.2", "12/TB-UBND", None, number="12/TB-UBND")
    return desk


def made(desk: Desk, path: Path, **how) -> Path:  # noqa: F811
    dossier.write(path, desk.facts(), desk.files.path_of, **how)
    return path


def index(package: zipfile.ZipFile, name: str = "Danh mục tài liệu") -> list:
    book = openpyxl.load_workbook(BytesIO(package.read("00 Danh mục hồ sơ.xlsx")))
    return list(book[name].iter_rows(min_row=5, values_only=True))


@pytest.mark.parametrize("tool", ["python", "unzip"])
def test_it_unpacks_with_names_that_every_system_opens(full: Desk, tmp_path: Path, tool: str):
    package, out = made(full, tmp_path / "a.zip"), tmp_path / "out"
    if tool == "python":
        zipfile.ZipFile(package).extractall(out)
    elif shutil.which("unzip") is None:
        pytest.skip("unzip is missing: apt-get install unzip")
    else:
        subprocess.run(["unzip", "-q", str(package), "-d", str(out)], check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert found == sorted(zipfile.ZipFile(package).namelist())
    assert all(unicodedata.is_normalized("NFC", name) for name in found)
    assert len({name.casefold() for name in found}) == len(found), "no two are one where capitals do not count"
    assert not [part for name in found for part in name.split("/") if set(part) & set('<>:"\\|?*') or part != part.strip(" .") or part.split(".")[0].casefold() == "con"]
    assert not [path for path in tmp_path.rglob("*lên trên*") if out not in path.parents]


def test_the_index_is_what_the_database_says(full: Desk, tmp_path: Path):
    package = zipfile.ZipFile(made(full, tmp_path / "a.zip"))
    with full.store.transaction() as db:
        query = select(Criterion.code, Evidence.number, Evidence.issued_on, Evidence.size).join(EvidenceFor, EvidenceFor.evidence_id == Evidence.id)
        query = query.join(Assignment, Assignment.id == EvidenceFor.assignment_id).join(Criterion, Criterion.id == Assignment.criterion_id)
        kept = sorted(tuple(map(str, row)) for row in db.execute(query.where(Evidence.withdrawn_at.is_(None))))
    lines = [line for line in index(package) if line[6] or line[3] == "12/TB-UBND"]
    told = [(line[0], line[3], line[4] and line[4].date(), package.getinfo(line[6]).file_size if line[6] else None) for line in lines]
    assert sorted(tuple(map(str, line)) for line in told) == kept
    assert {line[5] for line in lines if line[6] and "trang.pdf" in line[6]} == {"UBND phường Minh Tân"}


def test_what_came_with_the_explanation_lies_apart_and_the_list_of_explanations_names_it(full: Desk, tmp_path: Path):
    with full.store.transaction() as db:
        mark = {"assignment_id": full.row_in(db, "2.2"), "at": full.now, "person_id": None}
        for stage, points, reason in (("self", "1", None), ("verified_1", "0.5", None), ("explained", "1", "đã có đủ 12 biên bản")):
            db.execute(insert(Score).values(**mark, stage=stage, points=Decimal(points), reason=reason))
    package = zipfile.ZipFile(made(full, tmp_path / "a.zip"))
    assert [name for name in package.namelist() if "/Bổ sung khi giải trình/trang.pdf" in name]
    line = next(line for line in index(package, "Nội dung giải trình") if line[0] == "2.2")
    assert line[3:5] == (1, 0.5)
    assert "đã có đủ 12 biên bản" in line[5]
    assert line[6] == "trang.pdf"


def test_one_pdf_of_a_criterion_holds_its_pdfs_and_photos_and_the_rest_is_named(full: Desk, tmp_path: Path):
    package = zipfile.ZipFile(made(full, tmp_path / "a.zip", merged=True))
    names = [name for name in package.namelist() if name.endswith("gộp.pdf")]
    pages = {name.rsplit("/", 1)[1]: len(PdfReader(BytesIO(package.read(name))).pages) for name in names}
    assert pages == {"00 1.1.1 gộp.pdf": len(HOSTILE_NAMES), "00 2.2 gộp.pdf": 2}
    assert [line[7] for line in index(package) if line[6] and line[6].endswith(".xlsx")] == ["Không có trong PDF gộp"]
    assert made(full, tmp_path / "b.zip", merged=True).read_bytes() == (tmp_path / "a.zip").read_bytes()


def test_it_is_split_between_criteria_and_each_package_has_the_index(full: Desk, tmp_path: Path):
    parts = dossier.write_parts(tmp_path / "ho so.zip", full.facts(), full.files.path_of, 5_000)
    assert [path.name for path in parts] == ["ho so-1.zip", "ho so-2.zip"]
    whole = zipfile.ZipFile(made(full, tmp_path / "a.zip")).namelist()
    names = [zipfile.ZipFile(path).namelist() for path in parts]
    assert [one[0] for one in names] == [whole[0]] * 2
    assert names[0][1:] + names[1][1:] == whole[1:]
    assert {line[7] for line in index(zipfile.ZipFile(parts[0])) if line[6] and line[6].startswith("1.1.1")} == {"Phần 1"}
    again = dossier.write_parts(tmp_path / "lan hai.zip", full.facts(), full.files.path_of, 5_000)
    assert [one.read_bytes() for one in again] == [one.read_bytes() for one in parts]


def test_a_row_is_ticked_as_entered_and_the_index_says_when(full: Desk, tmp_path: Path):
    full.set_row("1.1.1", entered_at=full.now)
    lines = index(zipfile.ZipFile(made(full, tmp_path / "a.zip")))
    assert {line[8].date() for line in lines if line[0] == "1.1.1"} == {date(2026, 11, 25)}
    assert {line[8] for line in lines if line[0] == "2.2"} == {None}


def test_the_command_writes_packages(full: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(full.folder)
    monkeypatch.setenv("DATA_DIR", str(full.folder))
    monkeypatch.setenv("DATABASE_URL", str(full.store.engine.url))
    assert main(["report", "hoso.zip", "--split", "1", "--year", "2026"]) == 0
    assert "hoso-1.zip" in capsys.readouterr().out
    assert zipfile.ZipFile(full.folder / "hoso-1.zip").testzip() is None
