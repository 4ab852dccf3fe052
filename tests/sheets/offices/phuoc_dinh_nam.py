"""A commune's old workbook: sections by unit, field in a column, the chairperson's column last, text numbers, ditto marks, struck dates."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xls


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao viec 2026", document=None)
    page.titles("ỦY BAN NHÂN DÂN XÃ PHƯỚC DINH NAM", "BẢNG GIAO VIỆC THEO BỘ CHỈ SỐ CCHC NĂM 2026", "(Kèm theo Quyết định số ....../QĐ-UBND ngày ....../......./2026)")
    page.line("TT", "Lĩnh vực", "Mã số tiêu chí", "Nội dung chỉ tiêu", "Điểm của tiêu chí", "Hạn xử lý", "Người thụ lý", "Lãnh đạo UBND phụ trách")
    one = "Chế độ công vụ"
    page.field = one
    page.line("Bộ phận: Phòng Văn hóa - Xã hội")
    page.unit = "Phòng Văn hóa - Xã hội"
    page.leaf(("1", one, "4.1", "Đánh giá, xếp loại công chức", "1.0", date(2026, 12, 10), "Đ/c Đạo Thị Liễu", "PCT Bá Văn Ninh"), "4.1", "Đánh giá, xếp loại công chức", 1, "Đạo Thị Liễu", day("2026-12-10"))
    page.leaf(("2", "nt", "4.2", "Bồi dưỡng chuyên môn", "0.5", "Quý 2, quý 3", "nt", "nt"), "4.2", "Bồi dưỡng chuyên môn", 0.5, "Đạo Thị Liễu", again("dates 2026-06-30 2026-09-30"), flags={"due": "hai mốc"})
    page.leaf(("3", "nt", Looks(date(2026, 3, 4), form="D/M"), "Tinh giản biên chế", "1.0", "không quá 30/9", "Kiều Thị Mận", "nt"), "4.3", "Tinh giản biên chế", 1, "Kiều Thị Mận", day("2026-09-30", strict=True), flags={"code": "mã thành ngày"})
    two = "Chính quyền số"
    page.field = two
    page.line("Bộ phận: Trung tâm Phục vụ hành chính công")
    page.unit = "Trung tâm Phục vụ hành chính công"
    page.leaf(("4", two, "5.1", "Thanh toán trực tuyến", "1.0", "Thứ Hai hàng tuần", "Châu Thị Nụ", "nt"), "5.1", "Thanh toán trực tuyến", 1, "Châu Thị Nụ", again("weekly mon"))
    page.leaf(("5", two, "5.2", "Số hóa hồ sơ", "1.0", 46310, "Châu Thị Nụ, Kiều Thị Mận, Đạo Thị Liễu", None), "5.2", "Số hóa hồ sơ", 1, "Châu Thị Nụ", day("2026-10-15"), supports=("Kiều Thị Mận", "Đạo Thị Liễu"), flags={"lead": "nhiều người"})
    page.leaf(("6", two, "5.3", None, "1.0", "15/8", "Châu Thị Nụ", None), "5.3", None, 1, "Châu Thị Nụ", day("2026-08-15"), flags={"criterion": "thiếu nội dung"})
    page.leaf(("7", two, "5.4", "Định danh điện tử", "-", "theo CA tỉnh", "Trưởng Công an xã", None), "5.4", "Định danh điện tử", None, None, unclear("theo CA tỉnh"), lead_post="Trưởng Công an xã", flags={"points": "trống", "lead": "chức danh", "due": "không rõ"})
    page.line(None, None, None, "Tổng", "5.5")
    page.line("Phước Dinh Nam, ngày 20 tháng 02 năm 2026")
    page.line("NGƯỜI LẬP", None, None, None, None, "TM. UBND XÃ")
    return Office("s04-xa-phuoc-dinh-nam.xls", 2026, [page], xls)
