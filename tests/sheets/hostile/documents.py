"""Hostile and odd Word files."""

from tests.sheets.hostile.made import HEADER, ROWS, TABLE, document, file, words
from tests.sheets.hostile.workbooks import LAUGHS, OLE

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"

file("tot.docx", rows=3)(lambda: document(words()))
file("ngat-trang-lap-tieu-de.docx", rows=6)(lambda: document(words() + words([HEADER, *((f"2{code[1:]}", *rest) for code, *rest in ROWS)])))
file("lap-tieu-de-trong-bang.docx", rows=6)(lambda: document(words([*TABLE, HEADER, *((f"2{code[1:]}", *rest) for code, *rest in ROWS)], "<w:trPr><w:tblHeader/></w:trPr>")))
file("bang-long-bang.docx", rows=3)(lambda: document(f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format('x')}</w:tc></w:tr></w:tbl>" + words().replace("Ban hành", "</w:t></w:r></w:p>" + words(ROWS[:1]) + "<w:p><w:r><w:t>Ban hành", 1)))
file("long-100-bang.docx", "no_table", "unreadable")(lambda: document("<w:tbl><w:tr><w:tc>" * 100 + PARAGRAPH.format("x") + "</w:tc></w:tr></w:tbl>" * 100))
file("long-sau.docx", "no_table", "unreadable", "too_big")(lambda: document("<w:sdt><w:sdtContent>" * 20_000 + words() + "</w:sdtContent></w:sdt>" * 20_000))
file("vmerge-mo-coi.docx", rows=3)(lambda: document(words().replace("<w:tc><w:p><w:r><w:t>1.1<", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>1.1<")))
file("gridspan-lon.docx", "no_table", "too_many_columns", "too_big")(lambda: document(words().replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>')))
file("30000-dong.docx", "too_big", "bomb", is_slow=True)(lambda: document(words([HEADER, *[ROWS[0]] * 30_000])))
file("thuc-the.docx", "external_entity")(lambda: document(PARAGRAPH.format("&i;"), head=LAUGHS))
file("xxe.docx", "external_entity")(lambda: document(PARAGRAPH.format("&f;"), head='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'))
file("altchunk.docx", rows=3)(lambda: document('<w:altChunk r:id="r9"/>' + words(), {"word/_rels/document.xml.rels": '<Relationships><Relationship Id="r9" TargetMode="External" Target="http://127.0.0.1:9/"/></Relationships>'}))
file("truong-dde.docx", rows=3)(lambda: document('<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>' + words()))
file("xoa-va-them.docx", rows=3)(lambda: document(words().replace("<w:r><w:t>Ban hành", "<w:del><w:r><w:delText>Hủy</w:delText></w:r></w:del><w:r><w:t>Ban hành")))
file("chi-van-ban.docx", "no_table")(lambda: document(PARAGRAPH.format("Kính gửi: các phòng") * 2000))
file("mat-khau.docx", "password")(lambda: OLE + b"\0" * 900 + "EncryptionInfo".encode("utf-16-le") + b"\0" * 900)
file("word-cu.docx", "wrong_extension")(lambda: OLE + "WordDocument".encode("utf-16-le") * 20)
file("word-cu.doc", "other_kind")(lambda: OLE + "WordDocument".encode("utf-16-le") * 20)
file("cut-nua.docx", "unreadable")(lambda: document(words())[:300])
file("excel.docx", "wrong_extension")(lambda: __import__("tests.sheets.hostile.made", fromlist=["workbook"]).workbook())
file("van-ban.docx", "wrong_extension")(lambda: b"Ma;Tieu chi")
file("rtf.doc", "other_kind")(lambda: rb"{\rtf1 x}")
