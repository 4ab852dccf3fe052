"""A ward with one sheet for each field, each in another order of columns, a summary, and totals on top of the rows."""


from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    one = Page("1. Thể chế", field="Cải cách thể chế")
    one.titles("Phường Cẩm Thanh Tây - Năm 2026", "Lĩnh vực: Cải cách thể chế")
    one.line("Mã", "Nội dung", "Người phụ trách", "Thời hạn", "Điểm")
    one.line(None, "Cộng", None, None, 3)
    one.leaf(("2.1", "Rà soát", "Lâm Chí Dũng", "Q.III/2026", 1), "2.1", "Rà soát", 1, "Lâm Chí Dũng", day("2026-09-30"))
    one.leaf(("2.2", "Kiểm tra", "Lâm Chí Dũng", "trong tháng 5 và tháng 10", 1), "2.2", "Kiểm tra", 1, "Lâm Chí Dũng", again("dates 2026-05-31 2026-10-31"), flags={"due": "nhiều mốc"})
    one.leaf(("2.3", "Hệ thống hóa", "Lâm Chí Dũng", "2 lần/năm", 1), "2.3", "Hệ thống hóa", 1, "Lâm Chí Dũng", unclear("2 lần/năm"), flags={"due": "không rõ"})
    two = Page("2. Bộ máy", field="Cải cách bộ máy")
    two.titles("Phường Cẩm Thanh Tây - Năm 2026", "Lĩnh vực: Cải cách bộ máy")
    two.line("Thời hạn", "Điểm", "Người phụ trách", "Mã", "Nội dung", "Phối hợp")
    two.leaf(("chậm nhất 30/3", 1, "Âu Dương Tuấn", "3.1", "Quy chế", "Lâm Chí Dũng"), "3.1", "Quy chế", 1, "Âu Dương Tuấn", day("2026-03-30", strict=True), supports=("Lâm Chí Dũng",))
    two.leaf(("T9", "0,75", "Âu Dương Tuấn", "3.2", "Kiểm tra", None), "3.2", "Kiểm tra", 0.75, "Âu Dương Tuấn", day("2026-09-30"))
    two.leaf((None, 1, "#N/A", "3.3", "Phân cấp", None), "3.3", "Phân cấp", 1, None, unclear(), flags={"lead": "công thức lỗi", "due": "thiếu"})
    three = Page("Tổng hợp")
    three.line("STT", "Lĩnh vực", "Số tiêu chí", "Điểm")
    three.line(1, "Cải cách thể chế", 3, 3)
    three.line(2, "Cải cách bộ máy", 3, 2.75)
    four = Page("3. Khác", field="Tác động")
    four.titles("Phường Cẩm Thanh Tây - Năm 2026", "Lĩnh vực: Tác động")
    four.line("Nội dung", "Mã", "Người phụ trách", "Thời hạn", "Tài liệu")
    four.leaf(("Hài lòng", "8.1", "Âu Dương Tuấn - Phòng Nội vụ", "Chủ nhật hàng tuần", "Phiếu"), "8.1", "Hài lòng", None, "Âu Dương Tuấn", again("weekly sun"), "Phiếu", lead_unit="Phòng Nội vụ")
    four.leaf(("Phản ánh", "8.2", "Âu Dương Tuấn; cùng thực hiện: Lâm Chí Dũng", "thường xuyên", "Sổ"), "8.2", "Phản ánh", None, "Âu Dương Tuấn", ALWAYS, "Sổ", supports=("Lâm Chí Dũng",))
    four.line("Trang 1/1")
    return Office("o24-phuong-cam-thanh-tay.xlsx", 2026, [one, two, three, four], xlsx)
