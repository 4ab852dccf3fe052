"""A ward's workbook with two tables on one sheet in different orders, posts in a column of their own, and the same task twice."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao việc")
    page.titles("UBND PHƯỜNG CẨM PHẢ ĐÔNG", "GIAO NHIỆM VỤ CCHC NĂM 2026", "Bộ phận: Văn phòng HĐND và UBND")
    page.unit = "Văn phòng HĐND và UBND"
    page.line("Số", "Nhiệm vụ", "Phân công", None, None, "Thời gian", None, "Sản phẩm")
    page.line(None, None, "Họ và tên", "Chức vụ", "Phối hợp", "Bắt đầu", "Kết thúc", None)
    page.merged = ["A4:A5", "B4:B5", "C4:E4", "F4:G4", "H4:H5"]
    page.leaf((1, "Trang bị phòng họp trực tuyến", "Bùi Quang Trung", "Chánh Văn phòng", "Vi Thị Hoa", date(2026, 1, 5), date(2026, 3, 20), "Biên bản"),
              None, "Trang bị phòng họp trực tuyến", None, "Bùi Quang Trung", day("2026-03-20"), "Biên bản", lead_post="Chánh Văn phòng", supports=("Vi Thị Hoa",))
    page.leaf((2, "Số hóa văn bản", "Vi Thị Hoa", "Văn thư", None, date(2026, 1, 5), date(2026, 12, 25), "Kết xuất"),
              None, "Số hóa văn bản", None, "Vi Thị Hoa", day("2026-12-25"), "Kết xuất", lead_post="Văn thư")
    page.leaf((3, "Họp giao ban", "Bùi Quang Trung", "Chánh Văn phòng", "Các phòng", None, "Thứ Hai hằng tuần", "Thông báo"),
              None, "Họp giao ban", None, "Bùi Quang Trung", again("weekly mon"), "Thông báo", lead_post="Chánh Văn phòng", supports=("Các phòng",))
    page.line()
    page.line("Bộ phận: Phòng Văn hóa - Xã hội")
    page.unit = "Phòng Văn hóa - Xã hội"
    page.line("Sản phẩm", "Hạn cuối cùng", "Công chức được giao", "Tên nhiệm vụ", "Điểm")
    page.leaf(("Kế hoạch", "15/02/2026", "Lỷ A Sáng", "Kế hoạch tuyên truyền", 1), None, "Kế hoạch tuyên truyền", 1, "Lỷ A Sáng", day("2026-02-15"), "Kế hoạch", maybe=("hạn cuối cùng",))
    page.leaf(("Tin bài", "quanh năm", "Lỷ A Sáng", "Viết tin, bài", 1), None, "Viết tin, bài", 1, "Lỷ A Sáng", ALWAYS, "Tin bài")
    page.leaf(("Phiếu", "tháng 6 và tháng 11", "bà Đàm Thị Mười", "Khảo sát hài lòng", 2), None, "Khảo sát hài lòng", 2, "Đàm Thị Mười", again("dates 2026-06-30 2026-11-30"), "Phiếu", flags={"due": "nhiều mốc"})
    page.leaf(("Báo cáo", "theo hướng dẫn", "Phó Trưởng phòng Đàm Thị Mười", "Tự chấm điểm", 2), None, "Tự chấm điểm", 2, "Đàm Thị Mười", unclear("theo hướng dẫn"), "Báo cáo", flags={"due": "không có ngày"}, lead_post="Phó Trưởng phòng")
    return Office("r04-phuong-cam-pha-dong.xlsx", 2026, [page], xlsx)
