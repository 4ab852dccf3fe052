"""A highland commune's CSV without a mark, with line breaks inside cells, spoilt text and an office's own order of columns."""

from functools import partial

from tests.sheets.offices.fonts import twice
from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="05/TB-UBND ngày 20/01/2026")
    page.titles("THÔNG BÁO PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Kèm theo Thông báo số 05/TB-UBND ngày 20/01/2026 của UBND xã Ea Kiết", "Lĩnh vực: Xây dựng chính quyền số")
    page.field = "Xây dựng chính quyền số"
    page.line("Hạn báo cáo", "Cán bộ thực hiện", "Hỗ trợ", "Mã TC", "Nội dung tiêu chí", "Điểm", "TLKC")
    page.leaf(("15/02/2026", "H'Lan Niê", "Y Thông Kbuôr", "6.1.1", "Kế hoạch\nchuyển đổi số", "1", "Kế hoạch"), "6.1.1", "Kế hoạch chuyển đổi số", 1, "H'Lan Niê", day("2026-02-15"), "Kế hoạch", supports=("Y Thông Kbuôr",))
    page.leaf(("Trước ngày 15 hằng tháng", "Y Thông Kbuôr", "các buôn", "6.1.2", "Báo cáo số liệu", "1", "Biểu số liệu"), "6.1.2", "Báo cáo số liệu", 1, "Y Thông Kbuôr", again("monthly day 14", strict=True), "Biểu số liệu", supports=("các buôn",))
    page.leaf((twice("Quý II/2026"), twice("Bùi Thị Xuân"), "", "6.1.3", twice("Tập huấn tổ công nghệ số"), "1", twice("Danh sách")), "6.1.3", "Tập huấn tổ công nghệ số", 1, "Bùi Thị Xuân", day("2026-06-30"), "Danh sách")
    page.leaf(("", "Bùi Thị Xuân", "", "6.1.4", "Cung cấp dịch vụ công", "2", ""), "6.1.4", "Cung cấp dịch vụ công", 2, "Bùi Thị Xuân", unclear(), flags={"due": "thiếu"})
    page.leaf(("không quá 30/10", "B?i Th? Xu?n", "", "6.1.5", "Kết nối dữ liệu", "2", "Biên bản"), "6.1.5", "Kết nối dữ liệu", 2, None, day("2026-10-30", strict=True), "Biên bản", flags={"lead": "chữ lỗi"})
    page.leaf(("29/02/2026", "Bùi Thị Xuân", "", "6.1.6", "An toàn thông tin", "1", "Hồ sơ cấp độ"), "6.1.6", "An toàn thông tin", 1, "Bùi Thị Xuân", unclear("29/02/2026"), "Hồ sơ cấp độ", flags={"due": "không có"})
    page.leaf(("hàng ngày", "H'Lan Niê, Trưởng phòng", "", "6.1.7", "Trực hệ thống", "1", "Sổ trực"), "6.1.7", "Trực hệ thống", 1, "H'Lan Niê", again("daily"), "Sổ trực", lead_post="Trưởng phòng")
    page.leaf(("Cả năm 2026", "Ban Chỉ đạo chuyển đổi số", "H'Lan Niê", "", "Phổ cập kỹ năng số", "1", "Báo cáo"), None, "Phổ cập kỹ năng số", 1, None, ALWAYS, "Báo cáo", supports=("H'Lan Niê",), flags={"code": "thiếu mã", "lead": "đơn vị"})
    page.leaf(("25/12/2026 - 05/01/2027", "Y Thông Kbuôr", "", "6.1.9", "Tổng kết", "1", "Báo cáo"), "6.1.9", "Tổng kết", 1, "Y Thông Kbuôr", day("2027-01-05"), "Báo cáo")
    return Office("n17-xa-ea-kiet.csv", 2026, [page], partial(text, mark=";"))
