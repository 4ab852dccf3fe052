"""Forty papers of invented offices in the form of Nghị định 30/2020/NĐ-CP, with what they say of themselves."""

import html
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
WARD = ("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH TÂN")
OTHERS = (
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính;",
    "Căn cứ Kế hoạch số 09/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân phường về cải cách hành chính năm 2026;",
    "Ủy ban nhân dân phường báo cáo kết quả thực hiện như sau:",
    "I. KẾT QUẢ THỰC HIỆN",
    "Trong kỳ đã ban hành Quyết định số 118/QĐ-UBND ngày 05 tháng 3 năm 2026; tiếp nhận 1.204 hồ sơ, đúng hạn 1.182 hồ sơ.",
)


@dataclass(frozen=True)
class Paper:
    """One paper: how it is written, and what is to be found.

    Attributes:
        written: the line of the number as it stands on the paper.
        number: as it should be read; None where the paper has none yet.
        day: of issue; None where it is blank.
        name: BÁO CÁO ...; empty for a công văn.
    """

    written: str
    number: str | None
    day: date | None
    name: str
    subject: tuple[str, ...]
    agency: tuple[str, ...] = WARD
    issuer: str = "UBND phường Minh Tân"
    place: str = "Minh Tân"
    style: str = "pdf"
    dated: str = ""
    decomposed: bool = False
    body: tuple[str, ...] = OTHERS

    @property
    def day_line(self) -> str:
        if self.dated:
            return self.dated
        return f"{self.place}, ngày {self.day:%d} tháng {self.day.month:02d} năm {self.day.year}" if self.day else f"{self.place}, ngày     tháng     năm 2026"

    def text(self, words: str) -> str:
        return unicodedata.normalize("NFD", words) if self.decomposed else words


SECTION = ("UBND PHƯỜNG MINH TÂN", "PHÒNG VĂN HÓA - XÃ HỘI")
CENTRE = ("UBND PHƯỜNG MINH TÂN", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG")
COMMUNE = ("ỦY BAN NHÂN DÂN", "XÃ ĐẠI LÃNH")
AGENCY = ("UBND TỈNH PHƯƠNG ĐÔNG", "SỞ NỘI VỤ")


def _made() -> list[Paper]:
    d = date
    papers = [
        Paper("Số: 45/BC-UBND", "45/BC-UBND", d(2026, 11, 10), "BÁO CÁO", ("Kết quả công tác cải cách hành chính quý III năm 2026",)),
        Paper("Số: 09/KH-UBND", "09/KH-UBND", d(2026, 1, 22), "KẾ HOẠCH", ("Cải cách hành chính năm 2026",)),
        Paper("Số: 118/QĐ-UBND", "118/QĐ-UBND", d(2026, 3, 5), "QUYẾT ĐỊNH", ("Về việc kiện toàn Hội đồng tự đánh giá, chấm điểm chỉ số", "cải cách hành chính phường Minh Tân")),
        Paper("Số: 87/TTr-UBND", "87/TTr-UBND", d(2026, 4, 9), "TỜ TRÌNH", ("Về việc đề nghị công bố danh mục thủ tục hành chính",)),
        Paper("Số: 210/TB-UBND", "210/TB-UBND", d(2026, 5, 19), "THÔNG BÁO", ("Kết luận kiểm tra công tác cải cách hành chính",)),
        Paper("Số: 312/UBND-VHXH", "312/UBND-VHXH", d(2026, 6, 2), "", ("V/v giải trình kết quả chấm điểm chỉ số cải cách hành chính",)),
        Paper("Số: 1204/UBND-KTHTĐT", "1204/UBND-KTHTĐT", d(2026, 9, 14), "", ("V/v đôn đốc thực hiện kiến nghị sau thanh tra", "năm 2026")),
        Paper("Số: 33/BB-UBND", "33/BB-UBND", d(2026, 10, 7), "BIÊN BẢN", ("Họp Hội đồng tự đánh giá, chấm điểm",)),
        Paper("Số: 15/GM-UBND", "15/GM-UBND", d(2026, 2, 3), "GIẤY MỜI", ("Hội nghị đối thoại với công dân",), body=("Kính gửi: Các hộ gia đình tại khu phố 3.", *OTHERS)),
        Paper("Số: 02/CTr-UBND", "02/CTr-UBND", d(2026, 1, 8), "CHƯƠNG TRÌNH", ("Thực hành tiết kiệm, chống lãng phí năm 2026",)),
        Paper("Số: 06/BC-VHXH", "06/BC-VHXH", d(2026, 6, 12), "BÁO CÁO", ("Kết quả tuyên truyền cải cách hành chính 6 tháng đầu năm",), SECTION, "Phòng Văn hóa - Xã hội"),
        Paper("Số: 77/BC-TTPVHCC", "77/BC-TTPVHCC", d(2026, 9, 14), "BÁO CÁO", ("Kết quả tiếp nhận và giải quyết thủ tục hành chính tháng 9",), CENTRE, "Trung tâm phục vụ hành chính công"),
        Paper("Số: 2150/SNV-CCHC", "2150/SNV-CCHC", d(2026, 10, 20), "", ("V/v hướng dẫn tự đánh giá, chấm điểm năm 2026",), AGENCY, "Sở Nội vụ", "Phương Đông"),
        Paper("Số: 18/NQ-HĐND", "18/NQ-HĐND", d(2026, 7, 17), "NGHỊ QUYẾT", ("Về dự toán thu, chi ngân sách năm 2027",), ("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG MINH TÂN"), "HĐND phường Minh Tân"),
        Paper("Số: 05/QC-UBND", "05/QC-UBND", d(2026, 2, 26), "QUY CHẾ", ("Làm việc của Ủy ban nhân dân phường Minh Tân",)),
        Paper("Số: 3/PA-UBND", "3/PA-UBND", d(2026, 8, 4), "PHƯƠNG ÁN", ("Sắp xếp trụ sở làm việc",)),
        Paper("Số: 21/BC-UBND", "21/BC-UBND", d(2026, 12, 1), "BÁO CÁO", ("Kết quả khắc phục hạn chế sau kiểm tra",), COMMUNE, "UBND xã Đại Lãnh", "Đại Lãnh"),
        Paper("Số: 64/KH-UBND", "64/KH-UBND", d(2026, 3, 30), "KẾ HOẠCH", ("Kiểm tra, rà soát, hệ thống hóa văn bản quy phạm pháp luật",), COMMUNE, "UBND xã Đại Lãnh", "Đại Lãnh"),
        Paper("Số: 12/2026/QĐ-UBND", "12/2026/QĐ-UBND", d(2026, 5, 5), "QUYẾT ĐỊNH", ("Ban hành Quy định phân cấp quản lý",), ("ỦY BAN NHÂN DÂN", "TỈNH PHƯƠNG ĐÔNG"), "UBND tỉnh Phương Đông", "Phương Đông"),
        # As people really write it: blanks, no colon, small letters, the number still empty.
        Paper("Số:46 / BC - UBND", "46/BC-UBND", d(2026, 11, 11), "BÁO CÁO", ("Công tác dân vận chính quyền năm 2026",)),
        Paper("Số 47/BC-UBND", "47/BC-UBND", d(2026, 11, 12), "BÁO CÁO", ("Tình hình kinh tế - xã hội năm 2026",)),
        Paper("Số:  48/BC–UBND", "48/BC-UBND", d(2026, 11, 13), "BÁO CÁO", ("Kết quả thực hiện dân chủ ở cơ sở",)),
        Paper("Số:       /BC-UBND", None, None, "BÁO CÁO", ("Dự thảo kết quả cải cách hành chính năm 2026",)),
        Paper("Số:       /KH-UBND", None, d(2026, 11, 3), "KẾ HOẠCH", ("Khắc phục hạn chế trong công tác cải cách hành chính",)),
        Paper("Số: 49/BC-UBND", "49/BC-UBND", d(2026, 11, 4), "BÁO CÁO", ("Kết quả chuyển đổi số",), decomposed=True),
        Paper("Số: 50/QĐ-UBND", "50/QĐ-UBND", d(2026, 3, 2), "QUYẾT ĐỊNH", ("Về việc công nhận sáng kiến",), decomposed=True),
        Paper("Số: 51a/TB-UBND", "51a/TB-UBND", d(2026, 9, 9), "THÔNG BÁO", ("Niêm yết công khai số liệu ngân sách quý III",)),
        Paper("Số: 52/BC-BCĐ", "52/BC-BCĐ", d(2026, 6, 30), "BÁO CÁO", ("Hoạt động của Ban Chỉ đạo cải cách hành chính",), ("UBND PHƯỜNG MINH TÂN", "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH"), "Ban Chỉ đạo cải cách hành chính"),
        Paper("Số: 53/BC-UBND", "53/BC-UBND", d(2026, 11, 16), "BÁO CÁO", ("Kết quả kiểm soát thủ tục hành chính quý IV",), dated="Minh Tân, ngày 16 tháng 11 năm 2026"),
        Paper("Số: 54/UBND-NC", "54/UBND-NC", d(2026, 8, 28), "", ("V/v phúc đáp Công văn số 2150/SNV-CCHC ngày 20 tháng 8 năm 2026",)),
        Paper("Số: 55/TTr-VHXH", "55/TTr-VHXH", d(2026, 10, 1), "TỜ TRÌNH", ("Về việc phê duyệt danh sách tham gia lớp bồi dưỡng",), SECTION, "Phòng Văn hóa - Xã hội"),
        Paper("Số: 56/ĐA-UBND", "56/ĐA-UBND", d(2026, 4, 20), "ĐỀ ÁN", ("Vị trí việc làm và cơ cấu ngạch công chức",)),
        Paper("Số: 57/BC-UBND", "57/BC-UBND", d(2025, 12, 14), "BÁO CÁO", ("Cải cách hành chính năm 2025",)),
        Paper("Số: 58/HD-UBND", "58/HD-UBND", d(2026, 5, 11), "HƯỚNG DẪN", ("Nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia",)),
        Paper("Số: 59/BC-UBND", "59/BC-UBND", d(2026, 7, 6), "BÁO CÁO", ("Kết quả thực hiện ý kiến chỉ đạo của Chủ tịch Ủy ban nhân dân tỉnh", "tại Thông báo số 210/TB-UBND ngày 19 tháng 5 năm 2026")),
        Paper("Số: 60/KH-TTPVHCC", "60/KH-TTPVHCC", d(2026, 1, 15), "KẾ HOẠCH", ("Đánh giá sự hài lòng của tổ chức, cá nhân",), CENTRE, "Trung tâm phục vụ hành chính công"),
        Paper("Số: 61/BC-UBND", "61/BC-UBND", d(2026, 6, 14), "BÁO CÁO", ("Kết quả tiếp công dân, giải quyết khiếu nại, tố cáo",)),
        Paper("Số: 62/QĐ-UBND", "62/QĐ-UBND", d(2026, 2, 2), "QUYẾT ĐỊNH", ("Về việc ban hành Kế hoạch tuyên truyền cải cách hành chính",)),
        Paper("", None, d(2026, 10, 23), "BIÊN BẢN", ("Họp chi bộ khu phố",), body=("Hôm nay, vào hồi 14 giờ 00 ngày 23 tháng 10 năm 2026, tại trụ sở UBND phường, chúng tôi gồm:", *OTHERS[3:])),
        Paper("Số: 63/BC-UBND", "63/BC-UBND", d(2026, 3, 13), "BÁO CÁO", ("Cải cách hành chính quý I năm 2026",)),
    ]  # fmt: skip
    return [paper if i % 3 else Paper(**(paper.__dict__ | {"style": "docx"})) for i, paper in enumerate(papers)]


PAPERS = _made()


def write_docx(paper: Paper, path: Path) -> None:
    """The head as a table without lines, as Word's templates have it."""
    made = Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Times New Roman", Pt(13)
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    day = paper.day_line if paper.name != "BIÊN BẢN" or paper.written else ""
    for cell, lines in ((left, (*paper.agency, "-------", paper.written, *(paper.subject if not paper.name else ()))), (right, (*MOTTO, "---------------", day))):
        for line in lines:
            if line:
                cell.add_paragraph(paper.text(line)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if not paper.name:
        made.add_paragraph(paper.text("Kính gửi: Các phòng, đơn vị thuộc phường."))
    else:
        for line in (paper.name, *paper.subject):
            run = made.add_paragraph().add_run(paper.text(line))
            run.bold = True
    for line in paper.body:
        made.add_paragraph(paper.text(line))
    made.save(str(path))


def as_html(paper: Paper) -> str:
    """The same as a page, for a browser to print."""
    say: Callable[[str], str] = lambda words: html.escape(paper.text(words)).replace("  ", "&nbsp;&nbsp;")  # noqa: E731
    day = paper.day_line if paper.name != "BIÊN BẢN" or paper.written else ""
    head = "".join(f"<div>{say(line)}</div>" for line in (*paper.agency, "", paper.written, *(paper.subject if not paper.name else ())))
    motto = "".join(f"<div>{say(line)}</div>" for line in (*MOTTO, "", day))
    title = "".join(f"<p class=t>{say(line)}</p>" for line in (paper.name, *paper.subject)) if paper.name else "<p>Kính gửi: Các phòng, đơn vị thuộc phường.</p>"
    body = "".join(f"<p>{say(line)}</p>" for line in paper.body)
    return f"<meta charset=utf-8><style>body{{font:13pt serif}}td{{width:50%;text-align:center;vertical-align:top}}.t{{text-align:center;font-weight:bold;margin:0}}</style><table width=100%><tr><td>{head}</td><td>{motto}</td></tr></table>{title}{body}"
