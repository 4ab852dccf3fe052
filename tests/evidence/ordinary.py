"""Forty files as offices make them every day: none may be refused."""

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pillow_heif
import xlsxwriter
import xlwt
from docx import Document
from docx.shared import Inches
from openpyxl.comments import Comment
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from tests.evidence import hostile
from tests.evidence.hostile import docx, field, linked, ole, opened, package, pdf, stream, xlsx

GPS = 0x8825


def photo(kind: str = "JPEG", size: tuple[int, int] = (1600, 1200), **options: object) -> bytes:
    """A notice board, as a phone sees it."""
    made = Image.new("RGB", size, (200, 205, 190))
    drawn = ImageDraw.Draw(made)
    for row in range(20):
        drawn.rectangle((80, 60 + row * size[1] // 22, size[0] - 80, 84 + row * size[1] // 22), fill=(30, 30, 40 + row))
    body = io.BytesIO()
    (made if "mode" not in options else made.convert(str(options.pop("mode")))).save(body, kind, **options)
    return body.getvalue()


def tiff(mode: str, pages: int, **options: object) -> bytes:
    """A paper of several pages, as an office's scanner sends it."""
    page = Image.open(io.BytesIO(photo(size=(1240, 1754)))).convert(mode)
    body = io.BytesIO()
    page.save(body, "TIFF", save_all=True, append_images=[page] * (pages - 1), dpi=(150, 150), **options)
    return body.getvalue()


def placed(kind: str = "JPEG") -> bytes:
    """The same with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", 6
    exif.get_ifd(GPS).update({1: "N", 2: (10.0, 46.0, 36.5), 3: "E", 4: (106.0, 42.0, 3.6)})
    return photo(kind, exif=exif.tobytes())


def heic(*, with_place: bool = False) -> bytes:
    made, exif = Image.open(io.BytesIO(photo())), Image.Exif()
    if with_place:
        exif.get_ifd(GPS).update({1: "N", 2: (10.0, 46.0, 36.5), 3: "E", 4: (106.0, 42.0, 3.6)})
    body = io.BytesIO()
    pillow_heif.from_pillow(made).save(body, exif=exif.tobytes() if with_place else None, quality=60)
    return body.getvalue()


def scans(mode: str = "1", pages: int = 3) -> bytes:
    """Pages from a scanner, without a text layer."""
    sheets = [Image.open(io.BytesIO(photo(size=(1240, 1754)))).convert(mode) for _ in range(pages)]
    body = io.BytesIO()
    sheets[0].save(body, "PDF", save_all=True, append_images=sheets[1:])
    return body.getvalue()


def word(fill: Callable[[object], None]) -> bytes:
    made, body = Document(), io.BytesIO()
    fill(made)
    made.save(body)
    return body.getvalue()


def report(made) -> None:
    made.add_heading("BÁO CÁO", 1)
    for number in range(40):
        made.add_paragraph(f"Đoạn {number}: kết quả thực hiện công tác cải cách hành chính năm 2026.")
    table = made.add_table(rows=6, cols=4)
    table.cell(0, 0).text = "STT"


def illustrated(made) -> None:
    report(made)
    made.add_picture(io.BytesIO(photo()), width=Inches(4))
    made.sections[0].header.paragraphs[0].text = "UBND phường Minh Tân"


def book(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    made, body = openpyxl.Workbook(), io.BytesIO()
    fill(made)
    made.save(body)
    return body.getvalue()


def figures(made: openpyxl.Workbook) -> None:
    sheet = made.active
    sheet.append(["Mã", "Số liệu", "Ngày"])
    sheet.append(["2.1.3", 1182, date(2026, 11, 10)])
    sheet["D2"] = "=SUM(B2:B2)*100/1204"
    sheet["E2"] = '=A2&" | "&IF(B2>0,"đạt | đủ!","không")'
    sheet["A2"].comment = Comment("Đã kiểm tra", "Đầu mối")


def charted() -> bytes:
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Số liệu")
        sheet.write_column("A1", [1, 2, 3])
        chart = made.add_chart({"type": "column"})
        chart.add_series({"values": "='Số liệu'!$A$1:$A$3"})
        sheet.insert_chart("C1", chart)
        sheet.insert_image("H1", "a.png", {"image_data": io.BytesIO(photo("PNG"))})
        sheet.write_url("A9", "https://dichvucong.gov.vn")
        sheet.data_validation("B1", {"validate": "list", "source": ["Có", "Không"]})
    return body.getvalue()


def old_book() -> bytes:
    made, body = xlwt.Workbook(), io.BytesIO()
    sheet = made.add_sheet("Bảng")
    for row in range(30):
        sheet.write(row, 0, f"Tiêu chí {row}")
        sheet.write(row, 1, row * 0.25)
    sheet.write(31, 1, xlwt.Formula("SUM(B1:B30)"))
    made.save(body)
    return body.getvalue()


def signed() -> bytes:
    """As a signing tool leaves it: a form with one signature field, and a second version behind the first."""
    mark = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>/M(D:20261110)>>"
    box = "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 4 0 R/Rect[0 0 90 40]/P 3 0 R>>"
    return pdf(mark, box, "<</SigFlags 3/Fields[5 0 R]>>", catalog="/AcroForm 6 0 R/OpenAction[3 0 R/XYZ null null 0]", page="/Annots[5 0 R]")


def restricted(algorithm: str = "RC4-128") -> bytes:
    """Printing is forbidden, reading is not: as office software, scanners and signing tools write it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(stream(b"BT ET", ""), page="/Contents 4 0 R"))))
    writer.encrypt("", "van thu", algorithm=algorithm)
    return hostile.written(writer)


def merged() -> bytes:
    writer = PdfWriter()
    for body in (scans(pages=1), pdf(), signed()):
        writer.append(io.BytesIO(body))
    writer.add_metadata({"/Title": "Hồ sơ"})
    return hostile.written(writer)


def slides() -> bytes:
    text = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>Kết quả cải cách hành chính</a:t></a:p></p:sld>'
    return package({"[Content_Types].xml": hostile.TYPES.replace("{more}", ""), "ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": text})


def film_behind() -> bytes:
    """A motion photo: the film stands behind the picture."""
    return photo() + b"\x00\x00\x00\x18ftypmp42" + bytes(5_000)


def without_children(data: bytes, name: str) -> bytes:
    """A storage of an old container that holds nothing."""
    at = data.index(name.encode("utf-16-le"))
    return data[: at + 76] + b"\xff" * 4 + data[at + 80 :]


LINK = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://dichvucong.gov.vn)>>>>"
CHART = {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx(), "word/charts/chart1.xml": "<c:chart/>"}
RULE = b"TY L\xc6\xef l\xea"

MAKERS: dict[str, Callable[[], bytes]] = {
    "báo cáo.docx": lambda: word(report),
    "báo cáo có ảnh.docx": lambda: word(illustrated),
    "mục lục.docx": lambda: docx(body=field(' TOC \\o "1-3" \\h ') + field(' HYPERLINK "https://a.vn" ') + field(" PAGE ")),
    "mẫu trên máy.docx": lambda: docx(linked("attachedTemplate", "file:///C:\\Users\\vanthu\\Normal.dotm")),
    "liên kết.docx": lambda: docx(linked("hyperlink", "https://dichvucong.gov.vn")),
    "ảnh dán từ trang web.docx": lambda: docx(linked("image", "https://minhtan.gov.vn/a.png")),
    "biểu đồ.docx": lambda: docx(CHART),
    "trống.docx": lambda: word(lambda made: None),
    "số liệu.xlsx": lambda: book(figures),
    "biểu đồ.xlsx": charted,
    "liên kết bảng khác.xlsx": lambda: xlsx({"xl/externalLinks/_rels/externalLink1.xml.rels": hostile.RELS.replace("{links}", f'<Relationship Id="r1" Type="{hostile.KIND}externalLinkPath" Target="file:///D:\\So%20lieu.xlsx" TargetMode="External"/>')}),
    "nhiều dòng.xlsx": lambda: book(lambda made: [made.active.append([f"{i}", "Thủ tục hành chính", i]) for i in range(3_000)] and None),
    "bảng cũ.xls": old_book,
    "văn bản cũ.doc": lambda: ole("WordDocument", "1Table", "\x05SummaryInformation", body="Báo cáo công tác".encode("utf-16-le")),
    "văn bản cũ của LibreOffice.doc": lambda: ole("WordDocument", "1Table", "\x01CompObj", "\x01Ole", "\x05SummaryInformation"),
    "bảng cũ của LibreOffice.xls": lambda: ole("Workbook", "\x01CompObj", "\x01Ole", "\x05DocumentSummaryInformation"),
    "kho nhúng trống.doc": lambda: without_children(ole("WordDocument", "ObjectPool"), "ObjectPool"),
    "trình chiếu.pptx": slides,
    "văn bản.odt": lambda: opened("text", {"styles.xml": "<s/>", "meta.xml": "<m/>"}, "<text:p>Báo cáo</text:p>"),
    "bảng.ods": lambda: opened("spreadsheet", {"styles.xml": "<s/>"}, "<table:table><text:p>1</text:p></table:table>"),
    "trang trắng.pdf": pdf,
    "mở ở trang một.pdf": lambda: pdf(catalog="/OpenAction[3 0 R/XYZ null null 0]"),
    "mở bằng lệnh đến trang.pdf": lambda: pdf("<</S/GoTo/D[3 0 R/Fit]>>", catalog="/OpenAction 4 0 R"),
    "liên kết.pdf": lambda: pdf(LINK, page="/Annots[4 0 R]"),
    "ký số.pdf": signed,
    "cấm in.pdf": restricted,
    "cấm in AES.pdf": lambda: restricted("AES-128"),
    "cấm in AES 256.pdf": lambda: restricted("AES-256"),
    "bản quét đen trắng.pdf": scans,
    "bản quét màu.pdf": lambda: scans("RGB", 2),
    "bản quét xám.pdf": lambda: scans("L", 1),
    "ghép.pdf": merged,
    "có dấu BOM.pdf": lambda: b"\xef\xbb\xbf" + pdf(),
    "ảnh.jpg": photo,
    "ảnh lưu từ trình duyệt.jfif": lambda: photo(quality=60),
    "ảnh có tọa độ.jpg": placed,
    "ảnh xám.jpg": lambda: photo(mode="L"),
    "ảnh in.jpg": lambda: photo(mode="CMYK"),
    "ảnh động.jpg": film_behind,
    "màn hình.png": lambda: photo("PNG"),
    "bản quét.png": lambda: photo("PNG", (2480, 3508), mode="1"),
    "ảnh.webp": lambda: photo("WEBP"),
    "bản quét nhiều trang.tif": lambda: tiff("1", 3, compression="group4"),
    "bản quét màu.TIFF": lambda: tiff("RGB", 2, compression="jpeg"),
    "bản quét xám.tif": lambda: tiff("L", 1, compression="tiff_lzw"),
    "bản quét có mảng màu.tif": lambda: tiff("P", 1),
    "ảnh tình cờ có chữ.jpg": lambda: photo()[:2] + b"\xff\xe5\x00\x08<SvG\x91\x02" + photo()[2:],
    "ảnh iPhone.heic": heic,
    "ảnh iPhone đổi tên.jpg": lambda: heic(with_place=True),
    "ảnh 48 triệu điểm.jpg": lambda: photo(size=(8064, 6048), quality=30),
    "danh sách.csv": lambda: "Mã;Tên;Điểm\n2.1.3;Công khai;-0,5\n2.1.4;=B2;+1\n".encode("utf-8-sig"),
    "danh sách Unicode.csv": lambda: "Mã\tTên\n2.1.3\tCông khai\n".encode("utf-16"),
    "ghi chú.txt": "Đã nộp báo cáo ngày 10/11/2026.".encode,
    "ghi chú cũ.txt": lambda: RULE,
}  # fmt: skip
"""By the name that an official might give it."""

