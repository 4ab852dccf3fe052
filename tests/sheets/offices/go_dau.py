"""A commune's workbook with VNI rows among Unicode ones, people merged down, units in a column, points as words."""

from tests.sheets.offices.fonts import twice, vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PL2")
    page.titles("PHỤ LỤC 2", "PHÂN CÔNG THỰC HIỆN CHỈ SỐ CCHC - NĂM 2026")
    page.line("TT", "Phòng, ban", "Chỉ số thành phần", "Họ tên người thực hiện", "Chức danh", "Hạn nộp", "Điểm chuẩn", "Sản phẩm")
    page.leaf((1, "Phòng Kinh tế", "Công bố quy hoạch sử dụng đất", "Đặng Thành Nhân", "Địa chính", "Trong tháng 4/2026", "tối đa 2", "Quyết định"), None, "Công bố quy hoạch sử dụng đất", 2, "Đặng Thành Nhân", day("2026-04-30"), "Quyết định", lead_unit="Phòng Kinh tế", lead_post="Địa chính")
    page.leaf((2, "", "Giải quyết hồ sơ đất đai", "", "", "Hằng tuần", "2 điểm", "Sổ theo dõi"), None, "Giải quyết hồ sơ đất đai", 2, "Đặng Thành Nhân", again("weekly"), "Sổ theo dõi", lead_unit="Phòng Kinh tế", lead_post="Địa chính")
    page.leaf((3, "", "Thu hút đầu tư", "", "", "17 giờ ngày 20/11/2026", "1/2", "Báo cáo"), None, "Thu hút đầu tư", 0.5, "Đặng Thành Nhân", day("2026-11-20", strict=True), "Báo cáo", lead_unit="Phòng Kinh tế", lead_post="Địa chính")
    font = "VNI-Times"
    page.leaf((4, "Phòng Văn hóa - Xã hội", Looks(vni("Cấp thẻ bảo hiểm y tế"), font=font), Looks(vni("Huỳnh Thị Bé Bảy"), font=font), Looks(vni("Chính sách"), font=font), Looks(vni("thường xuyên"), font=font), 1, ""), None, "Cấp thẻ bảo hiểm y tế", 1, "Huỳnh Thị Bé Bảy", ALWAYS, lead_unit="Phòng Văn hóa - Xã hội", lead_post="Chính sách")
    page.leaf((5, "", "Giảm nghèo bền vững", twice("Huỳnh Thị Bé Bảy"), "", "14/12/2026", "1-2", "Báo cáo"), None, "Giảm nghèo bền vững", None, "Huỳnh Thị Bé Bảy", day("2026-12-14"), "Báo cáo", lead_unit="Phòng Văn hóa - Xã hội", lead_post="Chính sách", flags={"points": "khoảng"})
    page.leaf((6, "", "Chi trả trợ cấp", "H?nh Th? B?", "", "ngày 10 hằng tháng", 1, "Danh sách ký nhận"), None, "Chi trả trợ cấp", 1, None, again("monthly day 10"), "Danh sách ký nhận", lead_unit="Phòng Văn hóa - Xã hội", lead_post="Chính sách", flags={"lead": "chữ lỗi"})
    page.leaf((7, "Trung tâm Phục vụ hành chính công", "Khảo sát hài lòng", "Trương Vĩnh Ký; Huỳnh Thị Bé Bảy", "", "quý I, quý III", 2, "Phiếu"), None, "Khảo sát hài lòng", 2, "Trương Vĩnh Ký", again("dates 2026-03-31 2026-09-30"), "Phiếu", lead_unit="Trung tâm Phục vụ hành chính công", supports=("Huỳnh Thị Bé Bảy",), flags={"lead": "không vai trò", "due": "nhiều mốc"})
    page.leaf((8, "", "Trang bị máy tính bảng", "Trương Vĩnh Ký", "Viên chức", "20/5/2027", 1, "Biên bản"), None, "Trang bị máy tính bảng", 1, "Trương Vĩnh Ký", day("2027-05-20"), "Biên bản", lead_unit="Trung tâm Phục vụ hành chính công", lead_post="Viên chức")
    page.leaf((9, "", "Nâng cấp phần mềm", "Trương Vĩnh Ký", "Viên chức", "20/7/2027", 1, "Biên bản"), None, "Nâng cấp phần mềm", 1, "Trương Vĩnh Ký", day("2027-07-20"), "Biên bản", lead_unit="Trung tâm Phục vụ hành chính công", lead_post="Viên chức", flags={"due": "năm ngoài kỳ"})
    page.line("", "", "Cộng điểm", "", "", "", 11.5)
    page.merged = ["B4:B6", "D4:D6", "E4:E6", "B7:B9", "E7:E9", "B10:B12", "A1:H1", "A2:H2"]
    return Office("n09-xa-go-dau.xlsx", 2026, [page], xlsx)
