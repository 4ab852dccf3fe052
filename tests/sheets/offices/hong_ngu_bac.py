"""A ward that writes as it speaks: no official word in the header, people in sentences, rhythm in the text, the year only in dates."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Tờ 1")
    page.line("Phường Hồng Ngự Bắc - chia việc cải cách hành chính")
    page.line("Thứ tự", "Việc cần làm", "Giao ai", "Cùng làm", "Bao giờ xong", "Nộp gì", "Được mấy điểm")
    page.leaf((1, "Duy trì bảng niêm yết", "giao chị Mai Thị Lệ", "anh Tư Hùng", "lúc nào cũng phải có", "Ảnh", "1"),
              None, "Duy trì bảng niêm yết", 1, "Mai Thị Lệ", unclear("lúc nào cũng phải có"), "Ảnh", supports=("Tư Hùng",), flags={"due": "không có ngày"})
    page.leaf((2, "Báo cáo hằng quý về phản ánh của dân", "Cao Thanh Hùng", "", "ngày 20 tháng cuối quý", "Báo cáo", "1"),
              None, "Báo cáo hằng quý về phản ánh của dân", 1, "Cao Thanh Hùng", again("quarterly month 3 day 20"), "Báo cáo")
    page.leaf((3, "Tỷ lệ hồ sơ trực tuyến từ 85 %", "Cao Thanh Hùng", "Mai Thị Lệ", "15/12/2026", "Thống kê", "3"),
              None, "Tỷ lệ hồ sơ trực tuyến từ 85 %", 3, "Cao Thanh Hùng", day("2026-12-15"), "Thống kê", supports=("Mai Thị Lệ",))
    page.leaf((4, "Dọn kho hồ sơ cũ", "Anh Hùng", "", "trước lễ 02/9", "", "1"),
              None, "Dọn kho hồ sơ cũ", 1, None, unclear("trước lễ 02/9"), flags={"lead": "chỉ ghi tên", "due": "mốc không rõ"})
    page.leaf((5, "Sửa máy lấy số", "Ngô Hữu Phước", "", "khi hư", "", "0,5"),
              None, "Sửa máy lấy số", 0.5, "Ngô Hữu Phước", unclear("khi hư"), flags={"due": "không có ngày"})
    page.leaf((6, "Trực trưa", "Ngô Hữu Phước, Mai Thị Lệ thay nhau", "", "hằng ngày", "", "0,5"),
              None, "Trực trưa", 0.5, "Ngô Hữu Phước", again("daily"), supports=("Mai Thị Lệ",), flags={"lead": "không rõ"})
    page.leaf((7, "Camera giám sát", "Ngô Hữu Phước", "Công an phường", "xong trước 30/4/2026", "Biên bản", "1"),
              None, "Camera giám sát", 1, "Ngô Hữu Phước", day("2026-04-29", strict=True), "Biên bản", supports=("Công an phường",))
    page.leaf((8, "Hộp thư góp ý", "Mai Thị Lệ", "-", "thường xuyên", "Sổ", "1"), None, "Hộp thư góp ý", 1, "Mai Thị Lệ", ALWAYS, "Sổ")
    page.leaf((9, "Tổng kết", "Cao Thanh Hùng", "cả phường", "cuối năm", "Báo cáo", "1"), None, "Tổng kết", 1, "Cao Thanh Hùng", day("2026-12-31"), "Báo cáo", supports=("cả phường",))
    return Office("r07-phuong-hong-ngu-bac.xlsx", 2026, [page], xlsx)
