"""A ward's workbook: header of three rows and a row of column numbers, ordinals that begin again, ditto marks of every form."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PL1")
    page.titles("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂN THỚI", "", "BẢNG GIAO VIỆC THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    page.line("STT", "Nội dung tiêu chí", "Điểm", "", "", "", "Tổ chức thực hiện", "", "Thời gian thực hiện", "Sản phẩm")
    page.line("", "", "Tối đa", "Tự đánh giá", "Thẩm định", "", "Chủ trì", "Phối hợp", "", "")
    page.line("", "", "", "", "Lần 1", "Lần 2", "", "", "", "")
    page.merged += ["A5:A7", "B5:B7", "C5:F5", "C6:C7", "D6:D7", "E6:F6", "G5:H5", "G6:G7", "H6:H7", "I5:I7", "J5:J7"]
    page.line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)")
    page.section("Hiện đại hóa hành chính", "A", Looks("HIỆN ĐẠI HÓA HÀNH CHÍNH (4 điểm)", bold=True))
    page.leaf((1, "Xử lý văn bản trên môi trường mạng", 1, "", "", "", "Ông Lâm Chí Vỹ", "Bà Trần Ngọc Hân", "Suốt năm", "Kết xuất"), None, "Xử lý văn bản trên môi trường mạng", 1, "Lâm Chí Vỹ", ALWAYS,
              "Kết xuất", supports=("Trần Ngọc Hân",))
    page.leaf((2, "Chữ ký số cá nhân", 1, "", "", "", "nt", "nt", "Tháng 5/2026", "Danh sách"), None, "Chữ ký số cá nhân", 1, "Lâm Chí Vỹ", day("2026-05-31"), "Danh sách", supports=("Trần Ngọc Hân",))
    page.leaf((3, "Họp trực tuyến với khu phố", 1, "", "", "", "- nt -", '"', "Như trên", "Biên bản"), None, "Họp trực tuyến với khu phố", 1, "Lâm Chí Vỹ", day("2026-05-31"), "Biên bản", supports=("Trần Ngọc Hân",))
    page.leaf((4, "Trang thông tin điện tử", 1, "", "", "", "Bà Trần Ngọc Hân", "", "Thứ Sáu hằng tuần", "Tin bài"), None, "Trang thông tin điện tử", 1, "Trần Ngọc Hân", again("weekly fri"), "Tin bài")
    page.section("Chế độ công vụ", "B", Looks("CHẾ ĐỘ CÔNG VỤ (3 điểm)", bold=True))
    page.leaf((1, "Đánh giá công chức", 1, "", "", "", "Ông Phan Bội Hoàng", "Các bộ phận", "Ngày 25 tháng cuối quý", "Phiếu"), None, "Đánh giá công chức", 1, "Phan Bội Hoàng", again("quarterly month 3 day 25"),
              "Phiếu", supports=("Các bộ phận",))
    page.leaf((2, "Kiểm tra công vụ đột xuất", 1, "", "", "", "Tổ kiểm tra công vụ", "", "Đột xuất", "Biên bản"), None, "Kiểm tra công vụ đột xuất", 1, None, unclear("Đột xuất"), "Biên bản",
              flags={"lead": "giao cho tập thể", "due": "không có ngày rõ ràng"})
    page.leaf((3, "Bồi dưỡng nghiệp vụ", 1, "", "", "", "Ông Phan Bội Hoàng; bà Trần Ngọc Hân", "", "Tháng 7, tháng 10", "Danh sách lớp"), None, "Bồi dưỡng nghiệp vụ", 1, "Phan Bội Hoàng",
              again("dates 2026-07-31 2026-10-31"), "Danh sách lớp", supports=("Trần Ngọc Hân",), flags={"lead": "nhiều người", "due": "nhiều mốc"})
    page.line("", "Tổng cộng", 7)
    page.line("", "", "", "", "", "", "TM. ỦY BAN NHÂN DÂN")
    return Office("p04-phuong-tan-thoi.xlsx", 2026, [page], xlsx)
