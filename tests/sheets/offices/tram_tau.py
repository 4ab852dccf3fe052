"""A commune's old workbook in Unicode: parts in a column of their own, dates as numbers of days, people with ranks and phones."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phan cong 2026", document="77/KH-UBND")
    page.titles("UBND XÃ TRẠM TẤU", "Biểu phân công nhiệm vụ cải cách hành chính (theo Kế hoạch số 77/KH-UBND)")
    page.line("Tiêu chí", "Tiêu chí thành phần", "Thang điểm", "Người chịu trách nhiệm chính", "Người cùng tham gia", "Mốc thời gian", "Kết quả phải có")
    group = "Ứng dụng công nghệ thông tin"
    page.group = group
    page.leaf((group, "Xử lý văn bản trên môi trường mạng", 2, "Thiếu tá Hờ A Chống", "Bộ phận văn thư", date(2026, 6, 15), "Thống kê"), None, "Xử lý văn bản trên môi trường mạng", 2, "Hờ A Chống", day("2026-06-15"), "Thống kê", supports=("Bộ phận văn thư",))
    page.leaf(("", "Chữ ký số cá nhân", 1, "Giàng Thị Pàng - 0912 345 678", "", 46300, "Danh sách"), None, "Chữ ký số cá nhân", 1, "Giàng Thị Pàng", day("2026-10-05"), "Danh sách")
    page.leaf(("", "Họp trực tuyến", 1, "Giàng Thị Pàng", "Hờ A Chống\nThào Thị Súa", "hàng tuần", "Lịch họp"), None, "Họp trực tuyến", 1, "Giàng Thị Pàng", again("weekly"), "Lịch họp", supports=("Hờ A Chống", "Thào Thị Súa"))
    page.group = "Phục vụ người dân"
    page.leaf(("Phục vụ người dân", "Đo mức độ hài lòng", 3, "Thào Thị Súa", "Tổ công nghệ số cộng đồng", "6 tháng đầu năm 2026", "Báo cáo"), None, "Đo mức độ hài lòng", 3, "Thào Thị Súa", day("2026-06-30"), "Báo cáo", supports=("Tổ công nghệ số cộng đồng",))
    page.leaf(("", "Giải đáp kiến nghị", 1, "Thào Thị Súa / Giàng Thị Pàng", "", "Sau 05 ngày làm việc kể từ ngày nhận", "Sổ"), None, "Giải đáp kiến nghị", 1, "Thào Thị Súa", unclear("Sau 05 ngày làm việc kể từ ngày nhận"), "Sổ", supports=("Giàng Thị Pàng",), flags={"lead": "hai người", "due": "không có ngày"})
    page.leaf(("", "Trực đường dây nóng", "0", "Thào Thị Súa", "", "quanh năm", "Nhật ký"), None, "Trực đường dây nóng", 0, "Thào Thị Súa", ALWAYS, "Nhật ký")
    page.leaf(("", "Mô hình chính quyền thân thiện", 2, "Chủ tịch UBND xã", "Thào Thị Súa", "Quý III năm 2026", "Quyết định"), None, "Mô hình chính quyền thân thiện", 2, None, day("2026-09-30"), "Quyết định", lead_post="Chủ tịch UBND xã", supports=("Thào Thị Súa",), flags={"lead": "chức danh"})
    page.leaf(("", "Tổng kết mô hình", 1, "Thào Thị Súa", "", "10/12/2025", "Báo cáo"), None, "Tổng kết mô hình", 1, "Thào Thị Súa", day("2025-12-10"), "Báo cáo")
    page.leaf(("", "Khen thưởng mô hình", 1, "Thào Thị Súa", "", "10/11/2025", "Quyết định"), None, "Khen thưởng mô hình", 1, "Thào Thị Súa", day("2025-11-10"), "Quyết định", flags={"due": "năm ngoài kỳ"})
    page.line(Looks("Tổng điểm", bold=True), "", 11)
    return Office("n12-xa-tram-tau.xls", 2026, [page], xls)
