"""Hostile and odd workbooks."""

import io
import struct
import zipfile

import xlwt

from tests.sheets.hostile.made import HEADER, LINKS, ROWS, SHEET, TABLE, cell, file, packed, parts, row, sheet, table, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = "<!DOCTYPE x [" + '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


def with_due(held: str) -> str:
    """The table with this cell in the due column of its first row."""
    first = "".join(cell(text, f"{letter}2") for letter, text in zip("ABCD", ROWS[0], strict=False))
    return row(1, HEADER) + f'<row r="2">{first}{held}</row>' + table(ROWS[1:], 3)


def old(rows=TABLE) -> bytes:
    book, body = xlwt.Workbook(), io.BytesIO()
    page = book.add_sheet("Bảng")
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            page.write(at, column, text)
    book.save(body)
    return body.getvalue()


file("bom-mot-phan.xlsx", "bomb")(lambda: packed(parts(sheet(before=" " * (70 << 20)))))
file("bom-nhieu-phan.xlsx", "bomb", is_slow=True)(lambda: packed(parts(*[sheet(before=" " * (3 << 20))] * 30)))
file("bom-chuoi.xlsx", "bomb", is_slow=True)(lambda: packed(parts(sheet()) | {"xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">' + "<si><t/></si>" * (9 << 20) + "</sst>"}))
file("qua-nhieu-muc.xlsx", "bomb")(lambda: packed(parts(sheet()) | {f"rac/{number}": "" for number in range(5000)}))
file("300-cot.xlsx", "too_many_columns", "no_table")(lambda: workbook(sheet(f'<row r="1">{"".join(cell(f"Cột {n}") for n in range(300))}</row>')))
file("o-cuoi-trang-tinh.xlsx", "too_many_columns")(lambda: workbook(sheet(table() + f'<row r="1048576">{cell("x", "XFD1048576")}</row>')))
file("25000-dong.xlsx", "too_big", is_slow=True)(lambda: workbook(sheet(row(1, HEADER) + table([ROWS[0]] * 25_000, 2))))
file("20000-dong-trung-ma.xlsx", rows=19_990, is_slow=True)(lambda: workbook(sheet(row(1, HEADER) + table([ROWS[0]] * 19_990, 2))))
file("trieu-dong-trong.xlsx", rows=3, is_slow=True)(lambda: workbook(sheet(table() + "".join(f'<row r="{n}" ht="15"><c r="A{n}" s="1"/></row>' for n in range(9, 300_000)))))
file("kich-thuoc-vo-ly.xlsx", rows=3)(lambda: workbook(sheet(before='<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>')))
file("gop-ca-trang.xlsx", "too_big", "no_table", rows=3)(lambda: workbook(sheet(after='<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>')))
file("gop-vo-han.xlsx", "bomb")(
    lambda: workbook(sheet(after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 60_000 + "</mergeCells>"))
)
file("phinh-1000.xlsx", "too_big", "too_slow", rows=19_990, is_slow=True)(lambda: swollen(1_000))
file("phinh-30000.xlsx", "too_big", "too_slow", is_slow=True)(lambda: swollen(30_000))
file("dinh-dang-dieu-kien.xlsx", rows=3)(
    lambda: workbook(sheet(after='<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>' * 5000))
)
file("cuoi-ty-lan.xlsx", "external_entity")(lambda: workbook(sheet(row(1, ["&i;"]).replace("&amp;", "&"), head=LAUGHS)))
file("thuc-the-chuoi.xlsx", "external_entity")(lambda: packed(parts(sheet()) | {"xl/sharedStrings.xml": LAUGHS + f'<sst xmlns="{SHEET}"><si><t>&i;</t></si></sst>'}))
file("thuc-the-tep.xlsx", "external_entity")(
    lambda: packed(parts(sheet()) | {"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + str(parts(sheet())["xl/workbook.xml"])})
)
file("dtd-tren-mang.xlsx", "external_entity")(
    lambda: packed(parts(sheet()) | {"xl/styles.xml": f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><styleSheet xmlns="{SHEET}"/>'})
)
file("lien-ket-ngoai.xlsx", rows=3)(
    lambda: packed(
        parts(sheet(with_due('<c r="E2" t="str"><f>[1]Sheet1!A1</f><v>30/06/2026</v></c>')))
        | {
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{SHEET}"><externalBook r:id="r1" xmlns:r="{LINKS}"/></externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels": '<Relationships><Relationship Id="r1" TargetMode="External" Target="http://127.0.0.1:9/x.xlsx"/></Relationships>',
        }
    )
)
file("dde.xlsx", rows=3)(lambda: workbook(sheet(with_due("<c r=\"E2\" t=\"str\"><f>cmd|'/c calc'!A0</f><v>30/06/2026</v></c>"))))
file("dde-chua-tinh.xlsx", rows=3)(lambda: workbook(sheet(with_due("<c r=\"E2\"><f>cmd|'/c calc'!A0</f></c>"))))
file("webservice.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c>'))))
file("loi-ref.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2" t="e"><v>#REF!</v></c>'))))
file("ngay-vo-han.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2" t="d"><v>99999-99-99</v></c>'))))
file("so-vo-han.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2"><v>1e308</v></c>'))))
file("so-inf.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2"><v>inf</v></c>'))))
file("so-nan.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2"><v>nan</v></c>'))))
file("chuoi-ngoai-bang.xlsx", rows=3)(lambda: workbook(sheet(with_due('<c r="E2" t="s"><v>99999999</v></c>'))))
file("ky-tu-dieu-khien.xlsx", rows=3)(lambda: workbook(sheet(with_due(cell("30/06/2026_x0000__x0001__xD800_", "E2")))))
file("o-dai-mot-trieu.xlsx", "too_big")(lambda: workbook(sheet(with_due(cell("a" * 1_000_000, "E2")))))
file("ten-dai-chong-regex.xlsx", rows=6)(
    lambda: workbook(sheet(table([HEADER, *ROWS, *[(f"2.{n}", "x " * 9000, "1", "(" * 30 + "A, " * 12_000, "1/1/" * 9000) for n in (1, 2, 3)]])))
)
file("nguoi-ngoac-long-nhau.xlsx", rows=3)(lambda: workbook(sheet(table([HEADER, *[(c, t, p, "Bà " + "(PH: " * 290 + "A" + ")" * 250, d) for c, t, p, _, d in ROWS]]))))
file("an-het.xlsx", "no_table")(lambda: workbook(sheet(), states=[' state="veryHidden"']))
file("trang-tinh-an.xlsx", rows=3)(lambda: workbook(sheet(), sheet(), states=["", ' state="hidden"']))
file("dong-an-cot-an.xlsx", rows=3)(
    lambda: workbook(sheet(row(1, HEADER) + row(2, ROWS[0], ' hidden="1"') + table(ROWS[1:], 3), before='<cols><col min="1" max="2" hidden="1"/></cols>'))
)
file("trung-ten-trang.xlsx", rows=6)(lambda: workbook(sheet(), sheet(), names=["Bảng", "Bảng"]))
file("500-trang.xlsx", "bomb", "too_big", rows=3)(lambda: workbook(sheet(), *[sheet("")] * 500))
file("ra-ngoai-goi.xlsx", "no_table", "unreadable")(lambda: workbook(sheet(), targets=["../../../../etc/passwd"]))
file("trang-tu-mang.xlsx", "no_table", "unreadable")(lambda: workbook(sheet(), targets=['http://127.0.0.1:9/x.xml" TargetMode="External']))
file("thieu-trang.xlsx", "no_table", "unreadable")(lambda: packed({name: text for name, text in parts(sheet()).items() if "sheet1" not in name}))
file("khong-quan-he.xlsx", "unreadable")(lambda: packed({name: text for name, text in parts(sheet()).items() if "rels" not in name}))
file("dong-nguoc.xlsx", rows=3)(lambda: workbook(sheet("".join(row(number, texts) for number, texts in reversed(list(enumerate(TABLE, 1)))))))
file("so-dong-lon.xlsx", rows=3)(lambda: workbook(sheet(table(TABLE, 90_000_000))))
file("tien-to-ten.xlsx", rows=3)(
    lambda: workbook(sheet().replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="))
)
file("utf-16.xlsx", rows=3)(lambda: packed(parts(sheet()) | {"xl/worksheets/sheet1.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + sheet()).encode("utf-16")}))
file("bang-ma-la.xlsx", "unreadable")(lambda: packed(parts(sheet()) | {"xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="x-la"?>' + sheet().encode()}))
file("khong-kheo.xlsx", "unreadable")(lambda: workbook(sheet()[:-40]))
file("long-sau.xlsx", "unreadable", "too_big")(lambda: workbook(sheet("<row><c><is>" + "<r>" * 200_000)))
file("macro.xlsm", rows=3)(lambda: packed(parts(sheet()) | {"xl/vbaProject.bin": OLE + b"x" * 4000}))
file("CHU-HOA.XLSX", rows=3)(workbook)
file("cut-nua.xlsx", "unreadable")(lambda: workbook()[: len(workbook()) // 2])
file("cut-duoi.xlsx", "unreadable")(lambda: workbook()[:-30])
file("crc-sai.xlsx", "unreadable")(lambda: bad_crc(workbook(), b"Nguy"))
file("mat-khau.xlsx", "password")(lambda: OLE + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 3000)
file("zip-mat-khau.xlsx", "password", "unreadable")(lambda: flagged(workbook()))
file("mat-khau.xls", "password")(lambda: locked(old()))
file("tot.xls", rows=3)(old)
file("cut-nua.xls", "unreadable", "no_table")(lambda: old()[:1500])
file("rac.xls", "unreadable", "no_table")(lambda: OLE + bytes(range(256)) * 400)
file("vong-lap-fat.xls", "unreadable", "no_table")(lambda: OLE + old()[8:512] + struct.pack("<128I", *[0] * 128) * 60)
file("html.xls", "wrong_extension")(lambda: b"<html><table>" + "".join(f"<tr><td>{text}</td></tr>" for text in HEADER).encode() + b"</table></html>")
file("xml-2003.xls", "wrong_extension")(lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')
file("xlsx-ten.xls", "wrong_extension")(workbook)
file("nhi-phan.xlsb", "other_kind")(workbook)
file("libre.ods", "other_kind")(lambda: packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}))
file("mau.xltx", "other_kind")(workbook)
file("zip-thuong.xlsx", "wrong_extension")(lambda: packed({"a.txt": "xin chào"}))
file("chuong-trinh.xlsx", "wrong_extension")(lambda: b"MZ" + b"\0" * 4000)
file("rong.xlsx", "empty_file")(lambda: b"")
file("chi-khoang-trang.xlsx", "empty_file")(lambda: b" \n" * 900)
file("bieu-do.xlsx", "no_table", "unreadable")(lambda: packed({name: str(text).replace("/worksheet", "/chartsheet") for name, text in parts(sheet()).items()}))


def swollen(letters: int) -> bytes:
    """Twenty thousand rows that all hold the same long text once."""
    rows = "".join(f'<row r="{n}">{cell(f"1.{n}", f"A{n}")}<c r="B{n}" t="s"><v>0</v></c></row>' for n in range(2, 19_992))
    texts = f'<sst xmlns="{SHEET}"><si><t>{"việc " * (letters // 5)}</t></si></sst>'
    return packed(parts(sheet(row(1, HEADER) + rows)) | {"xl/sharedStrings.xml": texts})


def bad_crc(data: bytes, _text: bytes) -> bytes:
    """The same package with one byte of a packed part turned."""
    place = data.rindex(b"xl/worksheets/sheet1.xml", 0, data.rindex(b"PK\x01\x02")) + 60
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def flagged(data: bytes) -> bytes:
    """The package with every part marked as encrypted."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        count = len(package.infolist())
    made, place = bytearray(data), 0
    for _ in range(count):
        place = data.index(b"PK\x01\x02", place)
        made[place + 8] |= 1
        place += 4
    return bytes(made)


def locked(data: bytes) -> bytes:
    """An old workbook whose second record says that what follows is encrypted."""
    start = data.index(b"\x09\x08\x10\x00")
    after = start + 20
    return data[:after] + struct.pack("<HHHH", 0x2F, 4, 1, 0) + data[after + 8 :]
