"""A commune's workbook with codes kept as numbers, deep codes, a unit for every row, and initials beside full names."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC 2026")
    page.line("Bộ phận", "Họ và tên người phụ trách", "Mã số tiêu chí", "Tên chỉ tiêu", "Hạn nộp báo cáo", "Điểm", "Minh chứng", "Căn cứ giao việc")
    page.section("Cải cách tài chính công", None, None, 1, Looks("CẢI CÁCH TÀI CHÍNH CÔNG", bold=True), None, 11.5)
    more = {"lead_unit": "Phòng Kinh tế"}
    page.leaf(("Phòng Kinh tế", "Đinh Trọng Tuệ", 1.1, "Giải ngân", date(2027, 1, 31), 2, None, "Nghị quyết 12/NQ-HĐND"), "1.1", "Giải ngân", 2, "Đinh Trọng Tuệ", day("2027-01-31"),
              document="Nghị quyết 12/NQ-HĐND", **more)
    for number in range(2, 9):
        page.leaf(("Phòng Kinh tế", "Đinh Trọng Tuệ", 1 + number / 10, f"Báo cáo thu chi phần {number}", date(2026, number, 25), 1), f"1.{number}", f"Báo cáo thu chi phần {number}", 1,
                  "Đinh Trọng Tuệ", day(f"2026-{number:02}-25"), **more)
    page.leaf(("Phòng Kinh tế", "Đ.T. Tuệ", 1.9, "Kiểm kê", "hết quý IV", 0.5, None, None), "1.9", "Kiểm kê", 0.5, None, day("2026-12-31"), flags={"lead": "viết tắt"}, **more)
    page.leaf(("Phòng Kinh tế", "Đinh Trọng Tuệ (Kế toán trưởng)", 1.1, "Công khai tài sản", "15 tháng 01 năm 2027", 1), "1.10", "Công khai tài sản", 1, "Đinh Trọng Tuệ", day("2027-01-15"),
              lead_post="Kế toán trưởng", flags={"code": "1.10"}, **more)
    page.leaf(("Phòng Kinh tế", "Đinh Trọng Tuệ", 1.11, "Tự chủ tài chính", "trước ngày 05 tháng đầu của quý sau", 1), "1.11", "Tự chủ tài chính", 1, "Đinh Trọng Tuệ",
              again("quarterly month 4 day 4", strict=True), **more)
    page.rows[0]["needs_check"].append("giống 1.10")
    page.section("Cải cách chế độ công vụ", None, None, 2, Looks("CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", bold=True), None, 2.5)
    unit = {"lead_unit": "Văn phòng HĐND và UBND"}
    page.over("Quản lý công chức", None, None, 2.1, "Quản lý công chức", None, 1.5)
    page.leaf(("Văn phòng HĐND và UBND", "Lương Thị Út Hiền", "2.1.1", "Cập nhật hồ sơ", "Ngày 01 hằng tháng", 1, "Kết xuất"), "2.1.1", "Cập nhật hồ sơ", 1, "Lương Thị Út Hiền",
              again("monthly day 1"), "Kết xuất", **unit)
    page.leaf(("Văn phòng HĐND và UBND", "Lương Thị Út Hiền", "2.1.2", "Kê khai tài sản thu nhập", "từ 01/12/2026 đến 31/03/2027", 1, "Bản kê"), "2.1.2", "Kê khai tài sản thu nhập", 1,
              "Lương Thị Út Hiền", day("2027-03-31"), "Bản kê", **unit)
    page.leaf(("Văn phòng HĐND và UBND", "Lương Thị Út Hiền", "2.1.3", "Nâng lương", "nửa cuối năm", "-0,5", "Quyết định"), "2.1.3", "Nâng lương", -0.5,
              "Lương Thị Út Hiền", day("2026-12-31"), "Quyết định", **unit)
    page.group = None
    page.leaf((None, "Lương Thị Út Hiền", "2.2", "Luân chuyển", "trước 10/10/2026", 1), "2.2", "Luân chuyển", 1, "Lương Thị Út Hiền", day("2026-10-09", strict=True))
    return Office("o18-xa-lam-ha.xlsx", 2026, [page], xlsx)
