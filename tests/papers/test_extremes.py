"""Every paper of an office at the edge: it opens without a repair, its tables are as wide as the text, nothing is cut on the pages."""

import re
import shutil
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from locales.papers import names
from locales.papers.write import KINDS, LETTERS, write
from tests.papers.extremes import FIELDS, TITLE, TITLE_LETTERS, facts, person_name

TWENTIETHS = 56.7  # of a point in a millimetre


@pytest.fixture
def edge(sqlite_template, tmp_path):
    return facts(tmp_path, rows=24, persons=3, template=sqlite_template)


def written(shown, folder, endings=(".docx", ".xlsx")):
    for ending in endings:
        for kind in KINDS[ending]:
            path = folder / f"{kind}{ending}"
            write(path, ending, kind, shown, lambda _sha: folder / "none")
            yield path


def test_word_and_excel_open_every_paper_without_a_repair(edge, tmp_path):
    validator = OpenXmlValidator()
    for path in written(edge, tmp_path):
        assert [f"{path.name}: {one.description}" for one in validator.validate(path).errors] == []


def test_the_schema_is_really_looked_at(tmp_path):
    Document().save(str(tmp_path / "a.docx"))
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors, "python-docx begins with a file that Word would repair"


def test_tables_are_as_wide_as_the_text_and_pages_as_the_decree_says(edge, tmp_path):
    for path in written(edge, tmp_path, (".docx",)):
        word = Document(str(path))
        widths = {round(one.page_width.mm - one.left_margin.mm - one.right_margin.mm) for one in word.sections}
        for table in word.element.body.iter(qn("w:tbl")):
            if table.find(f".//{qn('w:tblHeader')}") is not None:
                columns = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
                assert round(sum(columns) / TWENTIETHS) in widths, path.name
        for at, one in enumerate(word.sections):
            margins = [round(side.mm) for side in (one.top_margin, one.bottom_margin, one.left_margin, one.right_margin)]
            assert margins in ([20, 20, 30, 20], [20, 20, 20, 20]), path.name
            counted = one._sectPr.find(qn("w:pgNumType"))
            assert (counted is not None) == (at > 0), f"{path.name}: the pages of an annex are counted by themselves"


def test_a_paper_bears_the_name_of_the_office_and_is_vietnamese(edge, tmp_path):
    for path in written(edge, tmp_path, (".docx",)):
        word = Document(str(path))
        assert word.core_properties.author == "ỦY BAN NHÂN DÂN PHƯỜNG NGHĨA HƯNG ĐÔNG BẮC THƯỢNG LÂM HẠ"
        assert not word.core_properties.comments
        assert {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))} == {"vi-VN"}


@pytest.mark.parametrize(("rows", "annexes"), [(12, ["I", "II"]), (150, ["I", "II", "III"])])
def test_a_long_list_of_what_is_late_is_an_annex(sqlite_template, tmp_path, rows, annexes):
    shown = facts(tmp_path, rows=rows, persons=3, template=sqlite_template)
    write(tmp_path / "a.docx", ".docx", "progress", shown, lambda _sha: tmp_path)
    lines = [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]
    assert [line.split()[-1] for line in lines if re.fullmatch(r"Phụ lục [IV]+", line)] == annexes
    told = next(line for line in lines if line.startswith("1. Còn"))
    assert ("danh sách tại Phụ lục II." in told) == (len(annexes) == 3)
    assert ("DANH SÁCH TIÊU CHÍ QUÁ HẠN NĂM 2026" in lines) == (len(annexes) == 3)


def test_no_list_of_pages_stands_before_a_signature(sqlite_template, tmp_path):
    shown = facts(tmp_path, rows=150, persons=3, template=sqlite_template)
    for kind, heads in (("self", ["Phụ lục I", "Phụ lục II", "Phụ lục III"]), ("explain", ["PHỤ LỤC"])):
        write(tmp_path / "a.docx", ".docx", kind, shown, lambda _sha: tmp_path)
        word = Document(str(tmp_path / "a.docx"))
        assert [one.text for one in word.paragraphs if re.fullmatch(r"(?i)phụ lục[ IV]*", one.text)] == heads
        parts = [one.tag.rpartition("}")[2] for one in word.element.body]
        first_break = next(at for at, one in enumerate(word.element.body) if one.find(f".//{qn('w:sectPr')}") is not None)
        tables = [one for one, tag in zip(word.element.body, parts, strict=True) if tag == "tbl"]
        before = [one for one in tables if word.element.body.index(one) < first_break]
        assert sum(len(one.findall(qn("w:tr"))) for one in before) < 20, "the lists follow the signature"


@pytest.mark.parametrize(
    ("section", "short"),
    [
        ("Phòng Văn hóa - Xã hội", "VHXH"),
        ("Văn phòng HĐND và UBND", "VP"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "KTHTĐT"),
        ("Trung tâm Phục vụ hành chính công", "TTPVHCC"),
        ("", ""),
    ],
)
def test_a_letter_says_which_section_drafted_it(section, short):
    found = names.body("UBND phường An Khánh", None, section)
    assert (found.sign("CV"), found.sign("BC")) == ("-".join(one for one in ("UBND", short) if one), "BC-UBND")


def pages_of(pdf):
    """The words of each page; poppler needs a second for what takes pypdf minutes."""
    if shutil.which("pdftotext"):
        told = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True, timeout=100).stdout
        pages = told.removesuffix("\f").split("\f")
    else:
        pages = [one.extract_text() for one in PdfReader(pdf).pages]
    return [re.sub(r"\s+", " ", one) for one in pages]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("rows", "persons"), [(85, 1), (400, 60)])
def test_a_printer_gets_all_of_it(sqlite_template, tmp_path, rows, persons):
    if shutil.which("soffice") is None:
        pytest.skip("libreoffice is missing: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui")
    shown = facts(tmp_path, rows=rows, persons=persons, template=sqlite_template)
    list(written(shown, tmp_path))
    (tmp_path / "progress.xlsx").rename(tmp_path / "workbook.xlsx")
    (tmp_path / "marks.xlsx").rename(tmp_path / "table-of-marks.xlsx")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path / 'lo'}", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    papers = sorted([*tmp_path.glob("*.docx"), *tmp_path.glob("*.xlsx")])
    subprocess.run([*command, *map(str, papers)], check=True, capture_output=True, timeout=500)
    pages = {path.stem: pages_of(path.with_suffix(".pdf")) for path in papers}
    assert [name for name, found in pages.items() if not all(one.strip() for one in found)] == [], "an empty page"
    text = {name: " ".join(pages[name]) for name in ("progress", "workbook")}
    for name in FIELDS[:3] + tuple(person_name(one) for one in range(3, min(persons, 6))):
        assert name in text["progress"], "a name is cut"
    end = TITLE[:TITLE_LETTERS][-20:].strip()
    assert all(found.count(end) >= rows // 2 for found in text.values()), "a long title is cut"
    assert ["./." in one for one in pages["urge"] if "Nơi nhận:" in one] == [True], "the signature stands alone"
    assert set(LETTERS) <= {path.stem for path in papers}
