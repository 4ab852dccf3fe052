"""A commune's list with commas, without a byte order mark: line breaks in quotes, the code in front of the text, wordy people."""

import functools

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="08/QĐ-UBND ngày 12/01/2026")
    page.line("ỦY BAN NHÂN DÂN XÃ PHƯỚC HIỆP", "", "", "", "")
    page.line("PHÂN CÔNG THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "", "", "", "")
    page.line("(Kèm theo Quyết định số 08/QĐ-UBND\nngày 12/01/2026 của Chủ tịch UBND xã)", "", "", "", "")
    page.line("Tiêu chí,\ntiêu chí thành phần", "Điểm\nchuẩn", "Cán bộ, công chức\nphụ trách", "Thời gian\nthực hiện", "Sản phẩm đầu ra")
    page.section("Cải cách thể chế", "I. CẢI CÁCH THỂ CHẾ", "2", "", "", "")
    page.over("Văn bản", "1.1. Văn bản", "2", "", "", "")
    page.leaf(("1.1.1. Ban hành văn bản đúng thẩm quyền", "1", "Chủ trì: Ngô Thị Cẩm Tú. Phối hợp: Lý Hải, Phòng Kinh tế", "trong năm 2026", "Danh mục"),
              "1.1.1", "Ban hành văn bản đúng thẩm quyền", 1, "Ngô Thị Cẩm Tú", day("2026-12-31"), "Danh mục", supports=("Lý Hải", "Phòng Kinh tế"))
    page.leaf(("1.1.2. Kiểm tra văn bản", "1", "Ngô Thị Cẩm Tú - chủ trì; Lý Hải - phối hợp", "15.11", "Biên bản"),
              "1.1.2", "Kiểm tra văn bản", 1, "Ngô Thị Cẩm Tú", day("2026-11-15"), "Biên bản", supports=("Lý Hải",))
    page.section("Cải cách tài chính công", "II. CẢI CÁCH TÀI CHÍNH CÔNG", "4", "", "", "")
    page.leaf(("2.1. Giải ngân đầu tư công", "2", "Phòng Kinh tế: bà Trịnh Thị Lụa", "31/01/2027", "Bảng đối chiếu"),
              "2.1", "Giải ngân đầu tư công", 2, "Trịnh Thị Lụa", day("2027-01-31"), "Bảng đối chiếu", lead_unit="Phòng Kinh tế")
    page.leaf(("2.2. Công khai ngân sách", "1", "Trịnh Thị Lụa\nTrưởng phòng Kinh tế", "Hàng quý", "Quyết định"),
              "2.2", "Công khai ngân sách", 1, "Trịnh Thị Lụa", again("quarterly"), "Quyết định", lead_post="Trưởng phòng Kinh tế")
    page.leaf(("2.3. Quản lý tài sản công", "1", "Các phòng, ban, đơn vị", "Cả năm", "Sổ"),
              "2.3", "Quản lý tài sản công", 1, None, ALWAYS, "Sổ", flags={"lead": "tập thể"})
    page.section("Chính quyền số", "III. CHÍNH QUYỀN SỐ", "3", "", "", "")
    page.leaf(("3.1. Dịch vụ công trực tuyến", "2", "Phối hợp: Lý Hải", "từ 30/11 đến 15/11/2026", "Thống kê"),
              "3.1", "Dịch vụ công trực tuyến", 2, None, unclear("từ 30/11 đến 15/11/2026"), "Thống kê", supports=("Lý Hải",), flags={"lead": "chỉ có người phối hợp", "due": "khoảng ngược"})
    page.leaf(("3.2. Đường truyền số liệu chuyên dùng", "1", "Thạc sĩ Lý Hải cùng bà Ngô Thị Cẩm Tú (hỗ trợ)", "trước 16 giờ ngày 20/11/2026", "Biên bản"),
              "3.2", "Đường truyền số liệu chuyên dùng", 1, "Lý Hải", day("2026-11-20", strict=True), "Biên bản", supports=("Ngô Thị Cẩm Tú",))
    page.line("Tổng cộng", "9", "", "", "")
    return Office("q04-xa-phuoc-hiep.csv", 2026, [page], functools.partial(text, encoding="utf-8", mark=","))
