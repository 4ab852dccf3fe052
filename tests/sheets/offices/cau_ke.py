"""A commune's text file in UTF-16 with tabs: no titles, lines without numbers, marks instead of levels."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("Lĩnh vực", "Nhiệm vụ", "Cán bộ đầu mối", "Bộ phận", "Hạn chót", "Điểm số", "Minh chứng kèm theo", "Cùng thực hiện")
    page.field = "Chuyển đổi số"
    page.leaf(("Chuyển đổi số", "+ Tỷ lệ văn bản ký số", "kim sóc kha", "Văn phòng", "Hằng quý", "1,5", "Sổ văn bản", ""), None, "Tỷ lệ văn bản ký số", 1.5, "Kim Sóc Kha", again("quarterly"), "Sổ văn bản", lead_unit="Văn phòng")
    page.leaf(("", "+ Tập huấn kỹ năng số", "Kim Sóc Kha", "Văn phòng", "quý I/2026", "1", "Danh sách, ảnh", "các ấp"), None, "Tập huấn kỹ năng số", 1, "Kim Sóc Kha", day("2026-03-31"), "Danh sách, ảnh", lead_unit="Văn phòng", supports=("các ấp",))
    page.leaf(("", "+ Cập nhật trang thông tin điện tử", "Lý Thị Ngọc Hân", "Văn hóa", "thứ Hai hằng tuần", "0.5", "", "Kim Sóc Kha; Thạch Riêng"), None, "Cập nhật trang thông tin điện tử", 0.5, "Lý Thị Ngọc Hân", again("weekly mon"), None, lead_unit="Văn hóa", supports=("Kim Sóc Kha", "Thạch Riêng"))
    page.field = "Tổ chức bộ máy"
    page.leaf(("Tổ chức bộ máy", "Sắp xếp các đơn vị sự nghiệp", "Thạch Riêng", "Nội vụ", "không muộn hơn 30/11/2026", "2", "Đề án", ""), None, "Sắp xếp các đơn vị sự nghiệp", 2, "Thạch Riêng", day("2026-11-30", strict=True), "Đề án", lead_unit="Nội vụ")
    page.leaf(("", "Thực hiện quy chế dân chủ", "Tập thể UBND", "Nội vụ", "suốt năm", "1", "Báo cáo", ""), None, "Thực hiện quy chế dân chủ", 1, None, ALWAYS, "Báo cáo", lead_unit="Nội vụ", flags={"lead": "tập thể"})
    page.leaf(("", "Bố trí biên chế", "Thạch Riêng", "Nội vụ", "15.4.26", "x", "Quyết định", ""), None, "Bố trí biên chế", None, "Thạch Riêng", day("2026-04-15"), "Quyết định", lead_unit="Nội vụ", flags={"points": "x"})
    page.leaf(("", "Báo cáo thống kê", "Thạch Riêng", "Nội vụ", "ngày 10 và ngày 25 hằng tháng", "1", "Báo cáo", ""), None, "Báo cáo thống kê", 1, "Thạch Riêng", again("monthly day 10 + monthly day 25"), "Báo cáo", lead_unit="Nội vụ")
    page.field = "Thủ tục hành chính"
    page.leaf(("Thủ tục hành chính", "=A1+1 rà soát thủ tục", "Lý Thị Ngọc Hân (phụ trách chính), Kim Sóc Kha (hỗ trợ)", "Một cửa", "từ 01/5/2026 đến 15/6/2026", "1", "Tờ trình", ""), None, "=A1+1 rà soát thủ tục", 1, "Lý Thị Ngọc Hân", day("2026-06-15"), "Tờ trình", lead_unit="Một cửa", supports=("Kim Sóc Kha",))
    page.leaf(("", "", "Lý Thị Ngọc Hân", "Một cửa", "30/6/2026", "1", "Sổ", ""), None, None, 1, "Lý Thị Ngọc Hân", day("2026-06-30"), "Sổ", lead_unit="Một cửa", flags={"criterion": "thiếu nội dung"})
    page.leaf(("", "Xin lỗi khi trễ hẹn", "Lý Thị Ngọc Hân", "Một cửa", "khi phát sinh", "trừ tối đa 1", "Thư xin lỗi", ""), None, "Xin lỗi khi trễ hẹn", -1, "Lý Thị Ngọc Hân", unclear("khi phát sinh"), "Thư xin lỗi", lead_unit="Một cửa", flags={"due": "không có ngày"})
    return Office("n03-xa-cau-ke.csv", 2026, [page], partial(text, encoding="utf-16", mark="\t"))
