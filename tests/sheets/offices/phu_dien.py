"""A ward's old workbook in Unicode: fields merged down, two text columns, sums per field, filters with hidden rows."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xls


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Tong hop", document="301/QĐ-UBND ngày 02/03/2026")
    page.titles("ỦY BAN NHÂN DÂN PHƯỜNG PHÚ DIỄN TÂY", "PHỤ LỤC 01", "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026 VÀ PHÂN CÔNG",
                "(Kèm theo Quyết định số: 301/QĐ-UBND ngày 02 tháng 3 năm 2026)")
    page.line("STT", "Lĩnh vực", "Tên tiêu chí", "Nội dung cụ thể", "Điểm tối đa", "Tự chấm", "Cán bộ phụ trách", "Cán bộ phối hợp", "Hoàn thành trước ngày", "Kết quả đầu ra")
    page.field = "Cải cách thể chế"
    more = {"criterion": "Xây dựng văn bản"}
    page.leaf((1, "Cải cách thể chế", "Xây dựng văn bản", "Lập danh mục nghị quyết", 1, None, "Nguyễn Trọng Nghĩa", "Bạch Thị Vân", "31/01/2026", "Danh mục"),
              None, None, 1, "Nguyễn Trọng Nghĩa", day("2026-01-31"), "Danh mục", supports=("Bạch Thị Vân",), **more, subcriterion="Lập danh mục nghị quyết")
    page.leaf((2, None, None, "Thẩm định dự thảo", 1, None, "Bạch Thị Vân", "Nghĩa", "20/02", "Báo cáo thẩm định"),
              None, None, 1, "Bạch Thị Vân", day("2026-02-20"), "Báo cáo thẩm định", supports=("Nghĩa",), **more, subcriterion="Thẩm định dự thảo",
              flags={"due": "trước ngày ban hành", "supports": "chỉ tên gọi"})
    page.leaf((3, None, None, "Công bố văn bản hết hiệu lực", 1, None, "bạch thị vân", None, date(2026, 1, 31), "Quyết định"),
              None, None, 1, "Bạch Thị Vân", day("2026-01-31"), "Quyết định", **more, subcriterion="Công bố văn bản hết hiệu lực")
    page.field = "Cải cách tài chính công"
    page.leaf((4, "Cải cách tài chính công", "Quản lý tài sản", "Kê khai tài sản", "1,5", None, "Thái Bá Lợi (Kế toán)", None, "hằng năm", "Bảng kê"),
              None, None, 1.5, "Thái Bá Lợi", again("yearly"), "Bảng kê", criterion="Quản lý tài sản", subcriterion="Kê khai tài sản", lead_post="Kế toán")
    page.hidden_rows.append(page.leaf((5, None, None, "Thanh lý tài sản hỏng", "1,5", None, "Thái Bá Lợi", None, "30/6 và 31/12", "Biên bản"),
              None, None, 1.5, "Thái Bá Lợi", again("dates 2026-06-30 2026-12-31"), "Biên bản", criterion="Quản lý tài sản", subcriterion="Thanh lý tài sản hỏng",
              flags={"row": "dòng ẩn", "due": "nhiều mốc"}))
    page.leaf((6, None, "Tiết kiệm điện, nước", None, 1, None, "Các bộ phận", None, "thường xuyên", None),
              None, None, 1, None, ALWAYS, criterion="Tiết kiệm điện, nước", subcriterion=None, flags={"lead": "tập thể"})
    page.leaf((7, None, "Khoán chi hành chính", None, 1, None, "Ông Ông Văn Sáu", None, "Khi tỉnh có hướng dẫn", None),
              None, None, 1, "Ông Văn Sáu", unclear("Khi tỉnh có hướng dẫn"), criterion="Khoán chi hành chính", subcriterion=None, flags={"due": "không rõ"})
    page.merged = ["B6:B8", "C6:C8", "B9:B12", "C9:C10", "A1:E1"]
    page.line(None, None, "Tổng số", None, 8)
    return Office("o10-phuong-phu-dien-tay.xls", 2026, [page], xls)
