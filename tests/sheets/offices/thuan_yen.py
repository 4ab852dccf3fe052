"""A commune's CSV from another program: every field quoted, the year only in deadlines, two due dates, a code column of its own."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("Mã tiêu chí", "Tên tiêu chí", "Tên tiêu chí thành phần", "Điểm tối đa", "Phòng phụ trách", "Họ tên công chức", "Phối hợp", "Hạn hoàn thành", "Minh chứng", "Số văn bản giao")
    page.group, page.field = "Quản lý biên chế", None
    page.leaf(("3.1.1", "Quản lý biên chế", "Sử dụng đúng biên chế", "1", "Nội vụ", "Thái Phiên", "", "31/12/2026", "Báo cáo", "10/QĐ"), "3.1.1", "Sử dụng đúng biên chế", 1, "Thái Phiên", day("2026-12-31"), "Báo cáo", lead_unit="Nội vụ", document="10/QĐ")
    page.leaf(("3.1.2", "", "Báo cáo biên chế", "1", "Nội vụ", "THÁI PHIÊN", "", "Trước 15/6/2026", "Báo cáo", ""), "3.1.2", "Báo cáo biên chế", 1, "Thái Phiên", day("2026-06-14", strict=True), "Báo cáo", lead_unit="Nội vụ")
    page.leaf(("3.1.3", "", "Tinh giản", "0,5", "Nội vụ", "Thái Phiên, Trần Cao Vân", "", "theo lộ trình", "Quyết định", ""), "3.1.3", "Tinh giản", 0.5, "Thái Phiên", unclear("theo lộ trình"), "Quyết định", lead_unit="Nội vụ", supports=("Trần Cao Vân",), flags={"lead": "hai người", "due": "không có ngày"})
    page.group = "Phân cấp"
    page.leaf(("3.2.1", "Phân cấp", "Thực hiện quy định phân cấp", "1", "Văn phòng", "Trần Cao Vân", "Các phòng, các thôn", "thường xuyên", "", ""), "3.2.1", "Thực hiện quy định phân cấp", 1, "Trần Cao Vân", ALWAYS, None, lead_unit="Văn phòng", supports=("Các phòng", "các thôn"))
    page.leaf(("3.2.2", "", "Kiểm tra phân cấp", "", "Văn phòng", "Trần Cao Vân", "", "1 lần/năm", "Biên bản", ""), "3.2.2", "Kiểm tra phân cấp", None, "Trần Cao Vân", again("yearly"), "Biên bản", lead_unit="Văn phòng", flags={"points": "thiếu"})
    page.leaf(("3.2.4", "", "Xử lý vấn đề sau kiểm tra", "1", "Văn phòng", "", "Thái Phiên", "30/11/2026", "Văn bản", ""), "3.2.4", "Xử lý vấn đề sau kiểm tra", 1, None, day("2026-11-30"), "Văn bản", lead_unit="Văn phòng", supports=("Thái Phiên",), flags={"lead": "thiếu"})
    return Office("n29-xa-thuan-yen.csv", 2026, [page], partial(text, encoding="utf-8-sig", mark=","))
