"""`nhacviec report FILE`: which files it makes, and what it says when it cannot."""

import zipfile
from argparse import Namespace

import pytest
from docx import Document
from PIL import Image

from bot.commands import report
from bot.settings import Settings
from storage.db import Store
from tests.stories.office import TUESDAY, at, found


def runs(desk, file, kind=None, unit=None, year=None):
    settings = Settings(_env_file=None, data_dir=desk.folder, database_url=None)
    return report.run(Namespace(file=str(file), kind=kind, unit=unit, year=year), desk.store, settings, desk.now)


@pytest.mark.parametrize(("name", "kind"), [("a.docx", None), ("a.DOCX", "urge"), ("a.docx", "assignments"), ("a.xlsx", "progress"), ("a.png", None), ("a.zip", None)])
def test_a_paper_is_written_where_it_is_wanted_and_nothing_beside_it(full_desk, tmp_path, capsys, name, kind):
    folder = tmp_path / "out"
    folder.mkdir()
    assert runs(full_desk, folder / name, kind) == 0
    assert [path.name for path in folder.iterdir()] == [name]
    assert "Đã lập" in capsys.readouterr().out
    if name.endswith("png"):
        with Image.open(folder / name) as shown:
            assert shown.format == "PNG"
        return
    with zipfile.ZipFile(folder / name) as package:
        assert package.testzip() is None
    if name.lower().endswith("docx"):
        assert Document(str(folder / name)).paragraphs


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("a.pdf", {}, "Không lập được tệp a.pdf: tên tệp cần có đuôi .docx, .xlsx, .png, .zip, .txt."),
        ("a", {}, "tên tệp cần có đuôi"),
        ("a.docx", {"kind": "dossier"}, "Tệp .docx không có loại dossier. Các loại có thể lập: progress, assignments, urge, self, minutes,"),
        ("none/a.docx", {}, "Không có thư mục"),
        ("a.docx", {"year": 1999}, "Chưa có bảng phân công nào"),
        ("a.docx", {"unit": "UBND xã Không Có"}, "Không tìm thấy đơn vị UBND xã Không Có."),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(desk, tmp_path, capsys, name, asked, said):
    assert runs(desk, tmp_path / name, **asked) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_before_a_table_was_loaded_there_is_no_paper(desk, sqlite_template, tmp_path, capsys):
    empty = Store(f"sqlite:///{tmp_path / 'empty.db'}")
    (tmp_path / "empty.db").write_bytes(sqlite_template.read_bytes())
    found(empty, at(TUESDAY, 14))
    desk.store.close()
    desk.store = empty
    assert runs(desk, tmp_path / "a.xlsx") == 1
    assert "Chưa có bảng phân công" in capsys.readouterr().err


def test_an_older_file_stays_whole_when_the_new_one_cannot_be_written(desk, tmp_path, capsys):
    (tmp_path / "a.docx").mkdir()
    assert runs(desk, tmp_path / "a.docx") == 1
    assert "Không ghi được tệp" in capsys.readouterr().err
    assert not list(tmp_path.glob(".*part"))
