"""A ward's workbook with filtered rows, a hidden column, formulas without values, a bonus part and a footer of three signatures."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bảng phân công", document="9/QĐ-UBND ngày 19/01/2026")
    page.titles("UBND PHƯỜNG THẠNH MỸ LỢI", "BẢNG PHÂN CÔNG NHIỆM VỤ CCHC NĂM 2026", "(Đính kèm Quyết định số 9/QĐ-UBND ngày 19/01/2026)")
    page.line()
    page.line("TT", "Mã", "Tiêu chí", "Tiêu chí thành phần", "Điểm chuẩn", "Cán bộ phụ trách", "Cán bộ phối hợp", "Thời hạn hoàn thành", "Tài liệu kiểm chứng", "Văn bản giao việc")
    page.field = None
    doc = {"document": "12/TB-UBND"}
    page.group = "Chính sách tiền lương"
    page.leaf((1, "4.1.1", page.group, "Nâng bậc lương", 1, "Bạch Thái Bưởi", "", "15/6/2026", "Quyết định", "12/TB-UBND"), "4.1.1", "Nâng bậc lương", 1, "Bạch Thái Bưởi", day("2026-06-15"), "Quyết định", **doc)
    page.leaf((2, "4.1.2", "", "Chế độ phụ cấp", Looks("=1+1", form="f"), "Bạch Thái Bưởi", "Sương Nguyệt Anh", "15/6/2026", "Quyết định", "12/TB-UBND"), "4.1.2", "Chế độ phụ cấp", None, "Bạch Thái Bưởi", day("2026-06-15"), "Quyết định", supports=("Sương Nguyệt Anh",), flags={"points": "không có giá trị"}, **doc)
    hidden = page.leaf((3, "4.1.3", "", "Bảo hiểm xã hội", 1, "Sương Nguyệt Anh", "", "ngày 25 hằng tháng", "Bảng kê", "12/TB-UBND"), "4.1.3", "Bảo hiểm xã hội", 1, "Sương Nguyệt Anh", again("monthly day 25"), "Bảng kê", flags={"row": "dòng ẩn"}, **doc)
    page.hidden_rows = [hidden]
    page.group = "Kỷ luật, kỷ cương"
    page.leaf((4, "4.2.1", page.group, "Kiểm tra đột xuất", 1, "Sương Nguyệt Anh", "", "Khi có yêu cầu", "Biên bản", ""), "4.2.1", "Kiểm tra đột xuất", 1, "Sương Nguyệt Anh", unclear("Khi có yêu cầu"), "Biên bản", flags={"due": "không có ngày"})
    page.leaf((5, "4.2.2", "", "Văn hóa công sở", 1, "Sương Nguyệt Anh", "Các bộ phận", "Suốt năm 2026", "", ""), "4.2.2", "Văn hóa công sở", 1, "Sương Nguyệt Anh", ALWAYS, supports=("Các bộ phận",))
    page.group = "Điểm thưởng"
    page.leaf((6, "9.1", page.group, "Được tỉnh khen", "+2", "", "", "14/12/2026", "Bằng khen", ""), "9.1", "Được tỉnh khen", 2, None, day("2026-12-14"), "Bằng khen", flags={"lead": "thiếu"})
    page.leaf((7, "9.2", "", "Bị phê bình", "-1", "", "", "", "", ""), "9.2", "Bị phê bình", -1, None, unclear(), flags={"lead": "thiếu", "due": "thiếu"})
    page.line("", "", "Tổng", "", 6)
    page.line()
    page.line("Người lập", "", "Phụ trách bộ phận", "", "", "Chủ tịch")
    page.line("(ký, họ tên)")
    page.hidden_columns = ["B"]
    return Office("n19-phuong-thanh-my-loi.xlsx", 2026, [page], xlsx)
