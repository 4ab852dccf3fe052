"""A border commune's workbook from a Mac: 1904 dates, look-alike letters, Wingdings bullets, soft hyphens, codes with letters, filter rows hidden."""

import functools

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phân công")
    page.titles("ỦY BAN NHÂN DÂN XÃ LŨNG CÚ", "BẢNG PHÂN CÔNG TRÁCH NHIỆM CẢI CÁCH HÀNH CHÍNH", "Năm 2026", "")
    page.line("Mã", "Tiêu chí", "Thang điểm", "Đầu mối thực hiện", "Cùng thực hiện", "Mốc thời gian", "Dẫn chứng")
    page.line("A", "B", "1", "2", "3", "4", "5")
    page.section("Cải cách thể chế", "I", "CẢI CÁCH THỂ CHẾ", "3")
    page.leaf(("I.1", "Ban hành\u00a0văn\u200bbản đúng hạn".replace("\u200b", "\u200b "), "1", "Vàng Mí Dình", "", Looks(44879, form="dd/mm/yyyy"), "Văn bản"),
              "I.1", "Ban hành văn bản đúng hạn", 1, "Vàng Mí Dình", day("2026-11-15"), "Văn bản")
    page.leaf(("I.2", "Kiểm tra văn bản", "2", "Ly Thị Mỷ", "Vàng Mí Dình", Looks(44712, form="dd/mm/yyyy"), "Biên bản"),
              "I.2", "Kiểm tra văn bản", 2, "Ly Thị Mỷ", day("2026-06-01"), "Biên bản", supports=("Vàng Mí Dình",))
    page.section("Chế độ công vụ", "II", "CHẾ ĐỘ CÔNG VỤ", "3")
    page.leaf(("II.1", "Đạo đức công vụ", "1", "VÀNG \u041cÍ DÌN\u041d", "", "Hằng ngày", "Sổ"),
              "II.1", "Đạo đức công vụ", 1, "Vàng Mí Dình", again("daily"), "Sổ")
    page.leaf(("II.2a", "Bồi dưỡng", "1", "Ly Thị Mỷ", "các thôn", "hết quý III", "\uf0b7 Danh sách"),
              "II.2a", "Bồi dưỡng", 1, "Ly Thị Mỷ", day("2026-09-30"), "Danh sách", supports=("các thôn",))
    page.leaf(("II.2b", "Luân chuyển", "1", "Phòng Văn hóa - Xã hội", "Ly Thị Mỷ", "khi được giao", ""),
              "II.2b", "Luân chuyển", 1, None, unclear("khi được giao"), supports=("Ly Thị Mỷ",), flags={"lead": "chỉ ghi đơn vị", "due": "không có ngày"})
    page.section("Tài chính công", "III", "TÀI CHÍNH CÔNG", "2")
    page.leaf(("III.1", "Công khai ngân sách", "1", "Giàng Thị Say", "", "cả năm", "Quyết định"), "III.1", "Công khai ngân sách", 1, "Giàng Thị Say", ALWAYS, "Quyết định")
    page.leaf(("III.2", "Tiết kiệm điện", "1", "Giàng Thị Say", "", "15/10/2026", "Hóa đơn"), "III.2", "Tiết kiệm điện", 1, "Giàng Thị Say", day("2026-10-15"), "Hóa đơn", flags={"row": "dòng ẩn"})
    page.hidden_rows = [page.rows[-1]["row"]]
    page.line("", "Cộng", "8")
    return Office("s01-xa-lung-cu-1904.xlsx", 2026, [page], functools.partial(xlsx, from_1904=True))
