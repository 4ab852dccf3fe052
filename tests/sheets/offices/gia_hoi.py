"""A ward's workbook whose table stands away from the corner, with formulas that Excel has reckoned, and some that it could not."""

from pathlib import Path
from typing import Any

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phụ lục 1", document="102/QĐ-UBND ngày 15/01/2026")
    no = (None, None)
    for _ in range(2):
        page.line()
    page.line(*no, "ỦY BAN NHÂN DÂN PHƯỜNG GIA HỘI", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.line(*no, None, None, None, None, "Độc lập - Tự do - Hạnh phúc")
    page.line()
    page.line(*no, "PHỤ LỤC 1")
    page.line(*no, "BẢNG CHI TIẾT PHÂN CÔNG THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    page.line(*no, "(Ban hành kèm theo Quyết định số 102/QĐ-UBND ngày 15 tháng 01 năm 2026 của Chủ tịch UBND phường)")
    page.line()
    page.line(*no, "Mã TC", "Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Công chức tham mưu", "Công chức phối hợp", "Thời gian hoàn thành", "Tài liệu kiểm chứng")
    page.line(*no, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    page.section("Công tác chỉ đạo, điều hành", *no, "I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", ("=SUM(E13,E16)", 4))
    page.over("Kế hoạch", *no, "1", "Kế hoạch", ("=SUM(E14:E15)", 2.5))
    page.leaf((*no, "1.1", "Ban hành kế hoạch", 1, "Hoàng Trọng Nghĩa", None, "Trước ngày 31/01/2026", "Kế hoạch"),
              "I.1.1", "Ban hành kế hoạch", 1, "Hoàng Trọng Nghĩa", day("2026-01-30", strict=True), "Kế hoạch")
    page.leaf((*no, "1.2", "Mức độ hoàn thành kế hoạch", ("=3/2", 1.5), "Hoàng Trọng Nghĩa", "Các bộ phận chuyên môn", ("=DATE(2026,12,10)", 46366), "Báo cáo"),
              "I.1.2", "Mức độ hoàn thành kế hoạch", 1.5, "Hoàng Trọng Nghĩa", day("2026-12-10"), "Báo cáo", supports=("Các bộ phận chuyên môn",))
    page.group = None
    page.leaf((*no, "2", "Kiểm tra cải cách hành chính", ("=1+0.5", 1.5), ("=F15", "Nguyễn Lê Thảo My"), None, ("=VLOOKUP(A1,B:C,2,0)", "#N/A"), "Biên bản"),
              "I.2", "Kiểm tra cải cách hành chính", 1.5, "Nguyễn Lê Thảo My", unclear("#N/A"), "Biên bản", flags={"due": "công thức lỗi"})
    page.section("Cải cách thể chế", *no, "II", "CẢI CÁCH THỂ CHẾ", 2)
    page.leaf((*no, "1", "Rà soát văn bản", ("=[1]Sheet1!A1", "#REF!"), "Nguyễn Lê Thảo My", "Đ/c Hoàng Trọng Nghĩa", "Hằng quý", "Báo cáo"),
              "II.1", "Rà soát văn bản", None, "Nguyễn Lê Thảo My", again("quarterly"), "Báo cáo", supports=("Hoàng Trọng Nghĩa",), flags={"points": "công thức lỗi"})
    page.leaf((*no, "2", "Hệ thống hóa văn bản", 1, "Nguyễn Lê Thảo My (Tư pháp - Hộ tịch)", None, "Liên tục", "Danh mục"),
              "II.2", "Hệ thống hóa văn bản", 1, "Nguyễn Lê Thảo My", ALWAYS, "Danh mục", lead_post="Tư pháp - Hộ tịch")
    page.line(*no, None, "TỔNG CỘNG:", ("=E12+E17", 6))
    page.line()
    page.line(*no, "Nơi nhận:", None, None, None, "TM. ỦY BAN NHÂN DÂN")
    page.line(*no, "- Như trên;", None, None, None, "CHỦ TỊCH")
    return Office("r01-phuong-gia-hoi.xlsx", 2026, [page], reckoned)


def reckoned(pages: list[Page], path: Path) -> None:
    """Write formulas with the value that Excel stored last."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    for page in pages:
        sheet = book.add_worksheet(page.name)
        for number, cells in enumerate(page.lines):
            for column, held in enumerate(cells):
                _write(sheet, number, column, held)
    book.close()


def _write(sheet: Any, row: int, column: int, held: Any) -> None:
    if isinstance(held, tuple):
        sheet.write_formula(row, column, held[0], None, held[1])
    elif held is not None:
        sheet.write(row, column, held)
