"""A workbook cut from its bytes says the same as one that goes through the parser, however its cells are written."""

import io
import zipfile
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.sheets import errors, xlsx
from tests.sheets.offices.__main__ import main, names

ROOT = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "xl/workbook.xml": f'<workbook {ROOT} xmlns:r="{LINKS}"><sheets><sheet name="Bảng" sheetId="1" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet {ROOT}><fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font></fonts>'
        '<cellXfs><xf fontId="0"/><xf fontId="1" numFmtId="14"><alignment indent="2"/></xf></cellXfs></styleSheet>'
    ),
}
STRINGS = (
    "<si><t>Tiêu chí &amp; điểm</t></si>", "<si><t/></si>", "<si/>", '<si><t xml:space="preserve"> Hà\r\nNội </t></si>',
    "<si><r><t>Bà </t></r><r><rPr><rFont val='VNI-Times'/></rPr><t>Phöông</t></r><rPh><t>bỏ</t></rPh></si>", "<si><t>a_x000D_b</t></si>",
    "<si>\n<t>hai</t></si>", "<si><t>không, ngoà́i</t></si>",
)  # fmt: skip
ATTRIBUTES = some.tuples(
    some.sampled_from(("", ' s="0"', ' s="1"', ' s="99"', " s='1'")),
    some.sampled_from(("", ' t="s"', ' t="n"', ' t="str"', ' t="e"', ' t="b"', ' t="d"', ' t="inlineStr"')),
    some.sampled_from(("", ' cm="1"')),
).map("".join)
HELD = (
    "", "<v/>", "<v></v>", "<v>0</v>", "<v>3</v>", "<v>7</v>", "<v>46000.5</v>", "<v>2026-01-31</v>", "<v>#REF!</v>", "<v>a &lt; b</v>",
    "<f>A1</f>", "<f>A1</f><v>12</v>", '<f t="shared" si="0"/><v>12</v>', "<is><t>trong ô</t></is>", "<is><r><t>hai </t></r><r><t>phần</t></r></is>",
    "<is><t>R&amp;D &#7910;</t></is>", "<is><t> 5 </t></is>", "<is><t></t></is>", '<is><t xml:space="preserve"> a </t></is>', "<is><t>#REF!</t></is>",
    "<f>1&lt;2</f><v>1</v>", "<is><t>a_xD800_b_x0041_</t></is>", "<v>nan</v>", "<is><t>a&b;</t></is>", "<v>  5 </v>", "<v>#N/A</v>",
)  # fmt: skip


def book(sheet: str, strings: Iterable[str], mark: str = "") -> bytes:
    """A workbook of one sheet; a comment in its parts keeps them from being cut."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in PARTS.items():
            package.writestr(name, text)
        package.writestr("xl/worksheets/sheet1.xml", f"<worksheet {ROOT}>{mark}{sheet}</worksheet>")
        package.writestr("xl/sharedStrings.xml", f"<sst {ROOT}>{mark}{''.join(strings)}</sst>")
    return held.getvalue()


@some.composite
def worksheets(draw) -> str:
    rows = []
    for number in range(1, draw(some.integers(1, 5))):
        places = [draw(some.sampled_from((f' r="{letter}{number}"', ""))) for letter in "ABCDE"[: draw(some.integers(0, 5))]]
        cells = [f"<c{place}{draw(ATTRIBUTES)}>{draw(some.sampled_from(HELD))}</c>" for place in places]
        attributes = draw(some.sampled_from((f' r="{number}"', f' r="{number * 2}" spans="1:5" hidden="1"', "", ' hidden="true" ht="15"')))
        rows.append(f"<row{attributes}>{draw(some.sampled_from(('', ' ', '<!---->'))).join(cells)}</row>")
    merged = draw(some.sampled_from(("", '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1:C3"/></mergeCells>')))
    between = draw(some.sampled_from(("", "\n")))
    return f"<sheetData>{between.join(rows)}</sheetData>{merged}"


def said(data: bytes) -> str:
    """All that the grids hold, or why there are none."""
    try:
        return repr(xlsx.grids(data))
    except errors.Refused as refusal:
        return refusal.code


@settings(max_examples=150, deadline=None)
@given(worksheets(), some.lists(some.sampled_from(STRINGS), max_size=8))
def test_cells_are_the_same_cut_or_parsed(sheet, strings):
    assert said(book(sheet, strings)) == said(book(sheet, strings, mark="<!-- -->"))


PLAIN = ("<si><t>Tiªu chÝ</t></si>", "<si><t>R&amp;D</t></si>", "<si><t>Tiêu chí</t></si>", "<si><t/></si>", "<si><t> hai </t></si>")


@pytest.mark.parametrize("also", [(), ("<si><t>a\r\nb</t></si>",), ("\n<si><t>a</t></si>",)], ids=["plain", "break", "gap"])
def test_shared_texts_look_as_their_own_cells_do(also):
    cells = [f'<row r="{at}"><c r="A{at}"{look} t="s"><v>{at % 8}</v></c></row>' for at, look in enumerate(("", ' s="0"', ' s="1"', ' s="99"') * 8, 1)]
    sheet, strings = f"<sheetData>{''.join(cells)}</sheetData>", (*PLAIN, *also)
    assert said(book(sheet, strings)) == said(book(sheet, strings, mark="<!-- -->"))


def test_a_shared_text_in_an_old_font_is_decoded_where_its_own_cell_has_the_font():
    cells = "".join(f'<c r="{letter}1" s="{style}" t="s"><v>0</v></c>' for letter, style in (("A", 0), ("B", 1)))
    (grid,) = xlsx.grids(book(f'<sheetData><row r="1">{cells}</row></sheetData>', PLAIN))
    assert [cell.raw for cell in grid.cells[1].values()] == ["Tiªu chÝ", "Tiêu chí"]


def test_a_text_that_no_xml_may_hold_is_refused():
    assert said(book("<sheetData/>", ("<si><t>a\x01</t></si>",))) == errors.UNREADABLE


@pytest.mark.parametrize("broken", ["<sheetData><row r='1'><c r=\"A1\" t=\"s\"><v>000000000</row></sheetData>", "<sheetData><row><c><v>1</v></c>", "<sheetData><row><c r='A1'></row></sheetData>", "<sheetData><row><c><v>\x01</v></c></row></sheetData>"])
def test_what_is_not_well_formed_is_refused(broken):
    assert said(book(broken, ())) == errors.UNREADABLE


def test_the_workbooks_of_the_offices_are_the_same_cut_or_parsed(tmp_path):
    main([str(tmp_path), *names()[::4]])
    found = [path.read_bytes() for path in tmp_path.iterdir() if path.suffix in {".xlsx", ".xlsm"}]
    assert len(found) > 2
    for data in found:
        assert said(data) == said(commented(data))


def commented(data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text + b"<!-- -->" if name.startswith(("xl/worksheets/sheet", "xl/sharedStrings")) else text)
    return held.getvalue()
