"""Papers of the year: their blocks, the blanks that are left to people, and the same figures in Word, Excel and chat."""

import re
import shutil
import subprocess
from decimal import Decimal

import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader
from sqlalchemy import select

from bot.sheets import read
from locales.formats import points, share
from locales.papers.group import text as group_text
from locales.papers.write import KINDS, LETTERS, write
from locales.say import year as say_year
from storage.office import people, units
from storage.points import scores
from storage.rules.marks import Mark, Stage
from storage.rules.points import BESIDE
from storage.rules.status import Role
from storage.tables import Assignment, Criterion, EvidenceFor
from storage.work import campaigns, handovers
from storage.work.campaigns import Published
from tests.papers.conftest import HOSTILE, PDF
from tests.stories.office import BAO, DIEP, LIEN, WEDNESDAY, person_of

NEW = ("self", "minutes", "explain", "remedy", "handover", "notice")


@pytest.fixture
def marked(desk):
    """Every row marked but one; the council lowered one, the verification two, of which one was explained; handed over."""
    with desk.store.transaction() as db:
        office = units.offices(db)[0][0]
        by = person_of(db, BAO).id
        query = select(Assignment.id, Criterion.code, Criterion.max_points, Criterion.kind).join(Criterion)
        for row in db.execute(query).all():
            if row.kind == "survey":
                scores.keep(db, row.id, Mark(Stage.SURVEY, row.max_points - 1, desk.now, None))
            elif row.code != "2.2":
                stage = Stage.ESTIMATED if row.code in {"1.2.2", "7.2"} else Stage.SELF
                scores.keep(db, row.id, Mark(stage, row.max_points, desk.now, by))
        scores.keep(db, desk.row_in(db, "3.2"), Mark(Stage.COUNCIL, Decimal("1.5"), desk.now, by, "thiếu ảnh niêm yết"))
        for code, mark in (("1.1.1", "1.25"), ("4.1", "3"), ("3.2", "1.5")):
            scores.keep(db, desk.row_in(db, code), Mark(Stage.VERIFIED_1, Decimal(mark), desk.now, by, "chưa ban hành"))
        scores.keep(db, desk.row_in(db, "1.1.1"), Mark(Stage.EXPLAINED, Decimal(2), desk.now, by, "Đã ban hành ngày 22/01/2026"))
        people.grant(db, person_of(db, LIEN).id, office, Role.COUNCIL)
        giver, taker = person_of(db, LIEN).id, person_of(db, DIEP).id
        proposal, _ = handovers.propose(db, office, giver, taker, by=by, at=desk.now)
        handovers.accept(db, handovers.open_for(db, proposal, taker), at=desk.now)
    return desk


def made(desk, tmp_path, kind, facts=None):
    path = tmp_path / f"{kind}.docx"
    write(path, ".docx", kind, facts or desk.facts(), desk.files.path_of)
    word = Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in word.paragraphs), *cells]).replace("\u00a0%", " %"), word


@pytest.mark.parametrize("kind", NEW)
def test_each_paper_has_the_blocks_of_its_kind_and_leaves_the_number_blank(marked, tmp_path, kind):
    text, word = made(marked, tmp_path, kind)
    sign = {"self": "BC-UBND", "minutes": "BB-UBND", "explain": "UBND", "remedy": "KH-UBND", "handover": "BB-UBND", "notice": "TB-UBND"}
    assert re.search(rf"Số: {{6,}}/{sign[kind]}", text)
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "An Khánh, ngày 25 tháng 11 năm 2026" in text
    assert "./." in text
    assert "đã ký" not in text.lower()
    first = word.sections[0]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    if kind in {"minutes", "handover"}:
        assert "Nơi nhận" not in text, "minutes are signed side by side"
    else:
        assert "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" in text


def test_the_report_of_self_marking_sums_as_the_chat_and_the_workbook_do(marked, tmp_path):
    facts = marked.facts()
    text, word = made(marked, tmp_path, "self", facts)
    within = [row for row in facts.rows if row.leaf.kind not in BESIDE]
    own = sum(row.self_score for row in within if row.self_score is not None)
    most = sum(row.leaf.max_points for row in within)
    assert (own, most) == (facts.marks.own, facts.marks.maximum)
    assert f"Tổng điểm tự chấm {points(own)}/{points(most)} điểm ({share(own, most)}); đã chấm 28/29 tiêu chí." in text
    assert f"Điểm tự chấm {points(own)}/{points(most)}; đã chấm 28/29 tiêu chí" in say_year.marked(facts.marks)
    *lines, total = [[cell.text for cell in row.cells] for row in word.tables[1].rows[1:]]
    for place in (3, 4, 6):
        assert points(sum(Decimal(line[place].replace(",", ".")) for line in lines)) == total[place]
    write(tmp_path / "a.xlsx", ".xlsx", "marks", facts, marked.files.path_of)
    *rows, sums = openpyxl.load_workbook(tmp_path / "a.xlsx")["Điểm"].iter_rows(min_row=5, values_only=True)
    assert Decimal(str(sums[3])) == most
    council = {row[0]: row[5] for row in rows if row[5] is not None}
    assert council == {"3.2": 1.5}
    assert "thiếu ảnh niêm yết" in text
    assert "Còn 01 tiêu chí chưa chấm: 2.2." in text
    assert "họp ngày ...../...../2026" in text, "the day of the meeting is not invented"


def test_the_minutes_name_who_sits_and_what_was_changed(marked, tmp_path):
    text, word = made(marked, tmp_path, "minutes")
    names = re.findall(r"- Đồng chí ([^,;]+)", text)
    assert names == ["Hồ Thanh Sơn", "Đoàn Thị Bạch Yến", "Tạ Thị Kim Liên"], "the chairperson first"
    assert "2. Thư ký: Phan Quốc Bảo." in text
    changed = [[cell.text for cell in row.cells] for row in word.tables[1].rows[1:]]
    assert [(row[0], row[3], row[4], row[5]) for row in changed] == [("3.2", points(marked_max(marked, "3.2")), "1,5", "thiếu ảnh niêm yết")]
    assert "Số thành viên nhất trí: ...../....." in text


def marked_max(desk, code):
    return next(row.leaf.max_points for row in desk.facts().rows if row.leaf.code == code)


def test_the_explanation_asks_for_what_was_explained_and_lists_the_documents_added(marked, tmp_path):
    marked.document("1.1.1", "ke-hoach.pdf", PDF + b"x", number="09/KH-UBND")
    with marked.store.transaction() as db:
        db.execute(EvidenceFor.__table__.update().values(at=marked.now.replace(hour=marked.now.hour + 1)))
    text, word = made(marked, tmp_path, "explain")
    rows = [[cell.text for cell in row.cells] for row in word.tables[1].rows[1:]]
    assert [row[:1] + row[2:] for row in rows] == [["1.1.1", "2", "2", "1,25", "2", "Đã ban hành ngày 22/01/2026"]]
    assert "có 02 tiêu chí thấp hơn điểm tự chấm" in text
    assert "Đối với 01 tiêu chí còn lại (4.1)" in text
    assert "DANH MỤC TÀI LIỆU BỔ SUNG KHI GIẢI TRÌNH NĂM 2026" in text
    assert "09/KH-UBND" in text


def test_the_plan_of_remedies_lists_every_loss_and_leaves_measures_to_people(marked, tmp_path):
    with marked.store.transaction() as db:
        campaign = campaigns.of_year(db, units.offices(db)[0][0], 2026)
        kept = Published(Decimal("89.74"), "good", 2, 11, WEDNESDAY).kept()
        campaigns.set_setting(db, campaign, "published", kept)
    facts = marked.facts()
    text, word = made(marked, tmp_path, "remedy", facts)
    assert "Kết quả công bố năm 2026: Chỉ số CCHC 89,74 %, xếp loại Tốt, xếp hạng 2/11." in text
    *rows, total = [[cell.text for cell in row.cells] for row in word.tables[-1].rows[1:]]
    lost = [Decimal(row[2].replace(",", ".")) for row in rows]
    assert points(sum(lost)) == total[2] == points(sum(line.lost for line in facts.result.losses))
    assert {row[4] for row in rows} == {row[6] for row in rows} == {""}
    assert f"Mất {points(sum(lost))} điểm ở {len(rows):02d} tiêu chí" in text
    assert "NHIỆM VỤ KHẮC PHỤC CÁC TIÊU CHÍ MẤT ĐIỂM NĂM 2026" in text
    assert word.sections[-1].page_width > word.sections[-1].page_height, "measures are written into it by hand"


def test_the_annex_of_assignments_names_each_field_with_its_points(marked, tmp_path):
    facts = marked.facts()
    _text, word = made(marked, tmp_path, "assignments", facts)
    *rows, total = [[cell.text for cell in row.cells] for row in word.tables[0].rows[1:]]
    fields = [row for row in rows if not any(row[3:])]
    assert [row[1] for row in fields] == [one.name for one in facts.summary.fields]
    assert sum(Decimal(row[2].replace(",", ".") or 0) for row in fields) == Decimal(total[2].replace(",", "."))
    assert len(rows) == len(facts.rows) + len(fields)


def test_the_minutes_of_a_handover_list_what_changed_hands(marked, tmp_path):
    text, word = made(marked, tmp_path, "handover")
    assert f"Bên bàn giao: {LIEN}" in text
    assert f"Bên nhận bàn giao: {DIEP}" in text
    assert len(word.tables[1].rows) - 1 == len(marked.facts().staff.handed.rows) > 0
    assert [cell.text.split("\n")[0] for cell in word.tables[2].rows[0].cells] == ["BÊN GIAO", "BÊN NHẬN", "XÁC NHẬN CỦA LÃNH ĐẠO"]


def test_before_anything_was_handed_over_there_is_a_form_to_fill_in(desk, tmp_path):
    assert "Bên bàn giao: ......" in made(desk, tmp_path, "handover")[0]


def test_the_text_for_the_group_names_nobody_as_late(marked):
    facts = marked.facts()
    text = group_text(facts)
    rows = facts.summary.rows
    assert f"Hoàn thành {rows.done:02d}/{rows.all}" in text
    assert f"Dự kiến {points(facts.summary.parts.forecast)}/{points(facts.summary.parts.maximum)} điểm" in text
    late = text[text.index("Quá hạn") :]
    assert "03 tiêu chí" in late
    assert not [one.person for one in facts.summary.overdue if one.person in late]


def test_the_table_of_marks_is_read_back_as_it_was_filled_in(marked, tmp_path):
    path = tmp_path / "marks.xlsx"
    write(path, ".xlsx", "marks", marked.facts(), marked.files.path_of)
    book = openpyxl.load_workbook(path)
    page = book["Điểm"]
    heads = {cell.value: cell.column for cell in page[4]}
    page.cell(5, heads["Điểm thẩm định lần 2"]).value = 1.75
    page.cell(6, heads["Điểm thẩm định lần 2"]).value = "0,5"
    book.save(path)
    found = read(path).marks
    assert found["stage"] == "verified_2"
    assert [row[:2] for row in found["rows"]] == [["1.1.1", "1.75"], ["1.1.2", "0.5"]]


@pytest.mark.parametrize("words", HOSTILE)
def test_reasons_in_anybodys_words_do_no_harm(marked, tmp_path, words):
    plain = words.replace("\x00", "")
    with marked.store.transaction() as db:
        for code, stage in (("3.1.1", Stage.COUNCIL), ("4.2", Stage.VERIFIED_1), ("4.1", Stage.EXPLAINED)):
            scores.keep(db, marked.row_in(db, code), Mark(stage, Decimal("0.5"), marked.now, 1, plain))
    facts = marked.facts()
    for kind in NEW:
        made(marked, tmp_path, kind, facts)
    write(tmp_path / "a.xlsx", ".xlsx", "marks", facts, marked.files.path_of)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert not [cell for row in book["Điểm"].iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.slow
def test_a_word_processor_opens_every_paper_and_prints_all_of_it(marked, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("libreoffice is missing: apt-get install libreoffice-writer")
    facts = marked.facts()
    for kind in LETTERS:
        made(marked, tmp_path, kind, facts)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=300)
    for kind in LETTERS:
        pages = [page.extract_text() for page in PdfReader(tmp_path / f"{kind}.pdf").pages]
        assert pages[0].strip(), kind
        assert all(page.strip() for page in pages), f"{kind}: an empty page"
        signed = [page for page in pages if "Nơi nhận:" in page]
        assert all("./." in page for page in signed), f"{kind}: the signature stands alone"


def test_every_kind_is_written_by_the_command(marked, tmp_path):
    for ending, kinds in KINDS.items():
        for kind in kinds:
            path = tmp_path / f"{kind}{ending}"
            write(path, ending, kind, marked.facts(), marked.files.path_of)
            assert path.stat().st_size > 100
