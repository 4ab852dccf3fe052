"""A commune's Word file, each unit's block opened by its name across the table, roles written out, a table of last year before it."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    head = ("TT", "Công việc được giao", "Người thực hiện", "Thời gian hoàn thành", "Sản phẩm")
    last = Page("bảng 1")
    last.above = ["KẾT QUẢ THỰC HIỆN NĂM 2025"]
    last.line(*head)
    last.line("1", "Kế hoạch năm 2025", "Võ Hoàng Yến", "15/01/2025", "Kế hoạch")
    last.flag("table", "năm khác")
    page = Page("bảng 2", document=None)
    page.above = ["PHÂN CÔNG NHIỆM VỤ NĂM 2026"]
    page.line(*head)
    page.unit = "Văn phòng HĐND và UBND"
    page.line(Looks("Đơn vị: Văn phòng HĐND và UBND", bold=True), "", "", "", "")
    page.leaf(("1", "Kế hoạch năm", "Bà Võ Hoàng Yến chủ trì, ông Tạ Đình Đề phối hợp", "15/01/2026", "Kế hoạch"), None, "Kế hoạch năm", None, "Võ Hoàng Yến", day("2026-01-15"), "Kế hoạch", supports=("Tạ Đình Đề",))
    page.leaf(("2", "Lịch tiếp dân", "Ông Tạ Đình Đề (Văn thư)", "Trước ngày 25 hằng tháng", "Lịch"), None, "Lịch tiếp dân", None, "Tạ Đình Đề", again("monthly day 24", strict=True), "Lịch", lead_post="Văn thư")
    page.leaf(("3", "Hộp thư góp ý", "Ông Tạ Đình Đề, bà Võ Hoàng Yến cùng thực hiện", "Thường xuyên", "Sổ"), None, "Hộp thư góp ý", None, "Tạ Đình Đề", ALWAYS, "Sổ", supports=("Võ Hoàng Yến",), maybe=("lead: hai người cùng thực hiện",))
    page.unit = "Phòng Kinh tế"
    page.line(Looks("Đơn vị: Phòng Kinh tế", bold=True), "", "", "", "")
    page.leaf(("1", "Chợ văn minh", "Từ Ngọc Thạch (thay bà Yến nghỉ thai sản)", "31/10/2026", "Báo cáo"), None, "Chợ văn minh", None, "Từ Ngọc Thạch", day("2026-10-31"), "Báo cáo", flags={"lead": "thay người"})
    page.leaf(("2", "Hộ kinh doanh nộp thuế điện tử", "Từ Ngọc Thạch", "Quý 1, quý 2/2026", "Danh sách"), None, "Hộ kinh doanh nộp thuế điện tử", None, "Từ Ngọc Thạch", again("dates 2026-03-31 2026-06-30"), "Danh sách", flags={"due": "nhiều mốc"})
    page.leaf(("3", "Cấp phép xây dựng", "Từ Ngọc Thạch; các thôn", "10/11/2026 - 05/11/2026", "Giấy phép"), None, "Cấp phép xây dựng", None, "Từ Ngọc Thạch", unclear("10/11/2026 - 05/11/2026"), "Giấy phép", supports=("các thôn",), flags={"due": "khoảng ngược"})
    page.merged = ["A2:E2", "A6:E6"]
    return Office("n20-xa-nghia-hanh.docx", 2026, [last, page], docx)
