"""An old workbook in VNI and Unicode together: last year's table below this year's, codes as dates, error cells, booleans, ditto."""

from datetime import date

from tests.sheets.offices.fonts import vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(*cells):
    return tuple(Looks(vni(cell), font="VNI-Helve") if isinstance(cell, str) else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC")
    page.line(*old("UBND PHƯỜNG TÂN PHÚ TÂY"))
    page.line(*old("BẢNG PHÂN CÔNG NĂM 2026"))
    page.line(*old("Lĩnh vực: Cải cách tài chính công"))
    page.field = "Cải cách tài chính công"
    page.line(*old("Mã", "Nội dung", "Chủ trì", "Phối hợp", "Hạn", "Điểm", "Hồ sơ"))
    page.leaf(old("4.1", "Lập dự toán", "Đỗ Thị Kim Thoa", "Các đơn vị", "trước ngày 31/7/2026", "1,5", "Dự toán"),
              "4.1", "Lập dự toán", 1.5, "Đỗ Thị Kim Thoa", day("2026-07-30", strict=True), "Dự toán", supports=("Các đơn vị",))
    page.leaf(("4.2", "Công khai dự toán", "Đỗ Thị Kim Thoa", None, date(2026, 1, 31), 1.0, "Quyết định"), "4.2", "Công khai dự toán", 1, "Đỗ Thị Kim Thoa", day("2026-01-31"), "Quyết định")
    page.leaf((date(2026, 3, 4), "Thu ngân sách", "Nguyễn Phước Lộc", None, "6 tháng đầu năm", 1.0, "Bảng kê"),
              "4.3", "Thu ngân sách", 1, "Nguyễn Phước Lộc", day("2026-06-30"), "Bảng kê", flags={"code": "mã thành ngày"})
    page.leaf(("4.4", "Chi thường xuyên", '"', None, '"', True, "Bảng kê"), "4.4", "Chi thường xuyên", 1, "Nguyễn Phước Lộc", day("2026-06-30"), "Bảng kê", maybe=("giá trị đúng/sai",))
    page.leaf(("4.5", *old("Kiểm kê tài sản", "đ/c Lộc", "Đỗ Thị Kim Thoa", "31/12", 1.0, "Biên bản")), "4.5", "Kiểm kê tài sản", 1, None, day("2026-12-31"), "Biên bản", supports=("Đỗ Thị Kim Thoa",), flags={"lead": "chỉ ghi tên gọi"})
    page.leaf(("4.6", *old("Xử lý trụ sở dôi dư", "Đỗ Thị Kim Thoa", "", "thường xuyên", "0,5", "")), "4.6", "Xử lý trụ sở dôi dư", 0.5, "Đỗ Thị Kim Thoa", ALWAYS)
    page.leaf(("4.7", *old("Quyết toán", "Đỗ Thị Kim Thoa", "", "hằng năm", "", "")), "4.7", "Quyết toán", None, "Đỗ Thị Kim Thoa", again("yearly"), flags={"points": "thiếu điểm"})
    page.leaf(("4.8", *old("Tiết kiệm", "", "", "", "1", "")), "4.8", "Tiết kiệm", 1, None, unclear(""), flags={"lead": "thiếu người", "due": "thiếu hạn"})
    return Office("s05-phuong-tan-phu-tay-vni.xls", 2026, [page], xls)
