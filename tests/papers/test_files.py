"""The files themselves: they open, they have the required form, and no person's words can do harm in them."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from docx import Document
from PIL import Image

from locales.papers import picture, workbook
from locales.papers.names import agency, body
from locales.papers.write import write_letter
from locales.say.picture import sheet
from storage.work import causes, updates
from storage.work.updates import Stamp
from tests.papers.conftest import HOSTILE
from tests.stories.office import person_of


def paragraphs(path):
    return [line.text for line in Document(str(path)).paragraphs]


def cells(path):
    return [cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells]


def test_the_report_has_the_blocks_of_an_official_paper(desk, tmp_path):
    path = tmp_path / "a.docx"
    write_letter(path, "progress", desk.facts())
    word, text = Document(str(path)), "\n".join(cells(path))
    assert "ỦY BAN NHÂN DÂN\nPHƯỜNG AN KHÁNH" in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in text
    assert re.search(r"Số: {6,}/BC-UBND", text), "the number is left blank"
    assert "An Khánh, ngày 25 tháng 11 năm 2026" in text
    assert re.search(r"Nơi nhận:\n- Sở Nội vụ \(b/c\);.*- Lưu: VT, VHXH\.", text, re.DOTALL)
    assert re.search(r"TM\. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{5}Hồ Thanh Sơn", text), "room for the signature"
    assert "đã ký" not in text.lower()
    first, *others = word.sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(first.left_margin.mm), round(first.right_margin.mm)) == (30, 20)
    assert all(one.page_width > one.page_height for one in others) and others, "annexes lie across"
    assert word.styles["Normal"].font.name == "Times New Roman"
    assert [line for line in paragraphs(path) if re.match(r"(I|II|III|IV|V)\. ", line)][-1] == "V. KIẾN NGHỊ, ĐỀ XUẤT"


def test_the_annex_of_assignments_lists_every_criterion_across_the_page(desk, tmp_path):
    path = tmp_path / "a.docx"
    write_letter(path, "assignments", desk.facts())
    assert round(Document(str(path)).sections[0].page_width.mm) == 297
    assert len(Document(str(path)).tables[0].rows) == 31 + 2 + len(desk.facts().summary.fields), "each field heads its rows"
    assert "PHÂN CÔNG THỰC HIỆN CÁC TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026" in paragraphs(path)


def test_the_letter_of_urging_lists_the_late_rows_and_their_sections(desk, tmp_path):
    path = tmp_path / "a.docx"
    write_letter(path, "urge", desk.facts())
    text = "\n".join(paragraphs(path))
    assert "Kính gửi:\n- Phòng Kinh tế, Hạ tầng và Đô thị;\n- Văn phòng HĐND và UBND." in text
    assert "còn 03 tiêu chí quá hạn, do 03 cán bộ, công chức phụ trách" in text
    assert {"6.2", "2.2", "5.3", "Mạc Văn Tín", "29"} <= set(cells(path))
    assert "V/v đôn đốc" in "\n".join(cells(path))


def test_papers_say_of_a_late_row_what_is_not_to_be_held_against_its_person(desk, tmp_path):
    with desk.store.transaction() as db:
        thu, row, other = (person_of(db, "Lý Thị Hoài Thu"), desk.row_in(db, "2.2"), desk.row_in(db, "6.2"))
        updates.change(db, row, {"person_id": thu.id}, "handover", Stamp(thu.id, desk.now, "tap"))
        causes.decide(db, causes.give(db, other, "mất điện", by=thu.id, at=desk.now), confirmed=True, by=thu.id, at=desk.now)
    told = {"nhận bàn giao khi đã quá hạn", "nguyên nhân khách quan: mất điện"}
    write_letter(tmp_path / "a.docx", "urge", desk.facts())
    assert told <= set(cells(tmp_path / "a.docx"))
    workbook.write(tmp_path / "a.xlsx", desk.facts())
    assert told <= {row[7] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["Quá hạn"].iter_rows(values_only=True)}


def test_where_nothing_is_late_the_letter_says_so(desk, tmp_path):
    for code in ("6.2", "2.2", "5.3"):
        desk.set_row(code, progress="confirmed")
    write_letter(tmp_path / "a.docx", "urge", desk.facts())
    assert any("không có tiêu chí cải cách hành chính năm 2026 nào quá hạn" in line for line in paragraphs(tmp_path / "a.docx"))


def test_the_workbook_holds_real_dates_and_numbers_and_prints_on_a4(desk, tmp_path):
    workbook.write(tmp_path / "a.xlsx", desk.facts())
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Tổng hợp", "Tất cả tiêu chí", "Theo lĩnh vực", "Theo cán bộ", "Quá hạn", "Lịch sử", "Điểm"]
    sheet = book["Tất cả tiêu chí"]
    head = {cell.value: cell.column for cell in sheet[4]}
    first = {name: sheet.cell(5, column) for name, column in head.items()}
    assert first["Thời hạn"].value.date() == date(2026, 1, 30)
    assert first["Thời hạn"].number_format == "dd/mm/yyyy"
    assert (first["Điểm chuẩn"].value, first["Điểm chuẩn"].data_type) == (2, "n")
    assert (first["Mã"].value, first["Mã"].data_type) == ("1.1.1", "s")
    for one in book:
        assert one.page_setup.orientation == "landscape"
        assert (str(one.page_setup.paperSize), one.page_setup.fitToHeight) == ("9", 0)
        assert one.freeze_panes == "A5"
        assert one.print_area


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_person_stay_words_in_every_paper(desk, tmp_path, words):
    plain = words.replace("\x00", "")  # no database takes this one
    desk.set_row("2.2", blocked=plain, result_document=plain, document=plain)
    facts = desk.facts()
    workbook.write(tmp_path / "a.xlsx", facts)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert not [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    for kind in ("progress", "assignments", "urge"):
        write_letter(tmp_path / "a.docx", kind, facts)
        assert paragraphs(tmp_path / "a.docx")
    write_letter(tmp_path / "a.docx", "progress", facts)
    said = next(line for line in paragraphs(tmp_path / "a.docx") if line.startswith("- 2.2"))
    assert not re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]", said)
    assert plain.split()[0][:4].strip("\u202e\u2067\x07\x1b") in said


def test_the_picture_opens_and_fits_a_phone(desk, tmp_path):
    picture.write(tmp_path / "a.png", desk.facts())
    with Image.open(tmp_path / "a.png") as shown:
        shown.load()
        assert shown.format == "PNG"
        assert shown.width == 1080
        assert 1000 < shown.height < 2400
        assert shown.width + shown.height < 10_000, "a limit of photos"
    assert (tmp_path / "a.png").stat().st_size < 300_000


def test_the_picture_is_drawn_whatever_the_names_are(desk, tmp_path):
    facts = desk.facts()
    strange = [*(replace(facts, name=words) for words in HOSTILE), replace(facts, target=Decimal(0)), replace(facts, whole=False)]
    for number, one in enumerate(strange):
        picture.write(tmp_path / f"{number}.png", one)
        with Image.open(tmp_path / f"{number}.png") as shown:
            assert (shown.format, shown.width) == ("PNG", 1080)


def test_nothing_is_cut_where_every_name_is_long(desk, tmp_path):
    shown = sheet(desk.facts(), desk.facts().summary)
    shown["late"]["lines"] = [[f"12.10.{n}.11.2 Nguyễn Phúc Công Tằng Tôn Nữ Thị Hồng Hạnh Quỳnh Như", "49 ngày làm việc"] for n in range(5)]
    picture.draw(tmp_path / "long.png", shown)
    shown["late"]["lines"] *= 4
    picture.draw(tmp_path / "longer.png", shown)
    for name, least in (("long", 1900), ("longer", 2400)):
        with Image.open(tmp_path / f"{name}.png") as drawn:
            assert drawn.height > least
            edge = drawn.convert("L").crop((0, drawn.height - 40, drawn.width, drawn.height))
            assert edge.getextrema() == (255, 255), "white to the end"


@pytest.mark.parametrize(
    ("office", "above", "head", "symbol", "place"),
    [
        ("UBND phường An Khánh", None, ("ỦY BAN NHÂN DÂN", "PHƯỜNG AN KHÁNH"), "UBND", "An Khánh"),
        ("Ủy ban nhân dân xã Hòa Bình", "UBND tỉnh X", ("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH"), "UBND", "Hòa Bình"),
        ("Sở Nội vụ", "UBND tỉnh Bình An", ("UBND TỈNH BÌNH AN", "SỞ NỘI VỤ"), "", ""),
    ],
)
def test_the_head_names_the_issuing_body(office, above, head, symbol, place):
    made = body(office, above)
    assert (made.head, made.symbol, made.place) == (head, symbol, place)


@pytest.mark.parametrize(
    ("number", "issued_by"),
    [("118/BC-UBND", "UBND"), ("140/UBND-VHXH", "UBND"), ("102/BC-TTPVHCC ngày 05/02/2026", "TTPVHCC"), ("12/2026/QĐ-UBND", "UBND"), ("số 5", ""), (None, "")],
)
def test_the_symbol_tells_who_issued_a_document(number, issued_by):
    assert agency(number) == issued_by
