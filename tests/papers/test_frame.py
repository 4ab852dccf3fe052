"""An office's own Word file as a frame: its head and foot stay, our text and tables stand between, annexes follow across."""

import logging

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from locales.papers.write import LETTERS, frame_of, write

HEAD, FOOT = "UBND PHƯỜNG AN KHÁNH, mẫu của cơ quan", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"


@pytest.fixture
def frame(desk):
    """A frame with a head in a table, a field that Word has cut into pieces, and its own margins."""
    word = Document()
    word.sections[0].left_margin = Mm(35)
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text = HEAD
    table.rows[0].cells[1].text = "{{noi_ngay}}"
    line = word.add_paragraph()
    for piece in ("{{ten", "_van_ban", "}} - {{trich_yeu}}"):
        line.add_run(piece)
    word.add_paragraph("{{noi_dung}}")
    word.add_paragraph(FOOT)
    word.add_paragraph("{{nguoi_ky}}")
    folder = desk.folder / "templates"
    folder.mkdir()
    word.save(str(folder / "all.docx"))
    return folder / "all.docx"


def made(desk, kind):
    from dataclasses import replace

    path = desk.folder / f"{kind}.docx"
    facts = replace(desk.facts(), frame=frame_of(desk.folder, kind))
    write(path, ".docx", kind, facts, desk.files.path_of)
    return Document(str(path))


@pytest.mark.parametrize("kind", [kind for kind in LETTERS if kind != "assignments"])
def test_a_paper_stands_in_the_frame_with_all_its_tables(desk, frame, kind):
    word = made(desk, kind)
    lines = [line.text for line in word.paragraphs]
    assert word.tables[0].rows[0].cells[0].text == HEAD
    assert word.tables[0].rows[0].cells[1].text == "An Khánh, ngày 25 tháng 11 năm 2026"
    assert FOOT in lines
    assert not [line for line in lines if "{{" in line]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in "".join(cell.text for table in word.tables for cell in table._cells)
    frame.unlink()
    own = made(desk, kind)
    is_signed_in_a_table = 1
    assert len(word.tables) == len(own.tables) - is_signed_in_a_table, "head for head, the signatures are the frame's"
    assert round(word.sections[0].left_margin.mm) == 35


def test_tables_are_as_wide_as_the_offices_own_text_and_the_capacity_takes_two_lines(desk, frame):
    word = Document(str(frame))
    word.add_paragraph("{{chuc_vu}}")
    word.sections[0].page_width, word.sections[0].left_margin, word.sections[0].right_margin = Mm(210), Mm(40), Mm(30)
    word.save(str(frame))
    own = made(desk, "urge")
    listed = next(one for one in own.element.body.iter(qn("w:tbl")) if one.find(f".//{qn('w:tblHeader')}") is not None)
    assert round(sum(int(one.get(qn("w:w"))) for one in listed.iter(qn("w:gridCol"))) / 56.7) == 140
    assert "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" in [line.text for line in own.paragraphs]


def test_annexes_follow_across_and_the_page_of_the_frame_stays_upright(desk, frame):
    word = made(desk, "progress")
    assert [one.page_width > one.page_height for one in word.sections] == [False, True, True]


def test_a_kind_of_its_own_comes_before_the_one_for_all(desk, frame):
    other = frame.with_name("urge.docx")
    other.write_bytes(frame.read_bytes())
    assert frame_of(desk.folder, "urge") == other
    assert frame_of(desk.folder, "self") == frame
    assert frame_of(desk.folder / "none", "self") is None


@pytest.mark.parametrize("content", [b"", b"not a word file", None])
def test_a_frame_that_cannot_be_used_gives_the_form_of_the_decree(desk, frame, content, caplog):
    if content is None:
        Document().save(str(frame))
    else:
        frame.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        word = made(desk, "urge")
    assert "cannot be used" in caplog.text
    assert "Độc lập - Tự do - Hạnh phúc" in "".join(cell.text for table in word.tables for cell in table._cells)
