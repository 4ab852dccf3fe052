"""A ward's CSV in UTF-8 without a mark, parted by commas: fields and criteria in columns, decomposed capitals, spoilt text, an own number of the paper per row."""

import functools
import unicodedata

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def nfd(text):
    return unicodedata.normalize("NFD", text)


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("Năm 2026 - UBND phường An Phú Đông Bắc", *[""] * 8)
    page.line("Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Ký hiệu", "Thang điểm", "Họ tên người phụ trách", "Đơn vị", "Mốc hoàn thành", "Văn bản giao")
    page.field, page.group = "Chế độ công vụ", "Quản lý công chức"
    room = {"lead_unit": "Phòng VHXH"}
    page.leaf((page.field, page.group, "Bố trí theo vị trí việc làm", "4.1.1", "1.5", nfd("TRẦN LỆ THỦY"), "Phòng VHXH", "30/06/26", "CV 12/UBND-NV ngày 05/01/2026"), "4.1.1", "Bố trí theo vị trí việc làm", 1.5, "Trần Lệ Thủy", day("2026-06-30"), **room, document="CV 12/UBND-NV ngày 05/01/2026")
    page.leaf(("", "", "Đánh giá hằng quý", "4.1.2", "1", nfd("Trần Lệ Thuỷ"), "Phòng VHXH", "hằng quý, trước ngày 25 tháng cuối quý", ""), "4.1.2", "Đánh giá hằng quý", 1, "Trần Lệ Thủy", again("quarterly month 3 day 24", strict=True), **room)
    page.leaf(("", "", "Luân chuyển vị trí", "", "0", "Tran Le Thuy", "Phòng VHXH", "2026-12-01", ""), None, "Luân chuyển vị trí", 0, "Tran Le Thuy", day("2026-12-01"), **room, flags={"code": "thiếu mã", "lead": "không dấu"})
    page.group = "Đào tạo, bồi dưỡng"
    page.leaf(("", page.group, "Cử đi học", "4.2.1", "0,75", "Hồ Sĩ Thuý Vy", "", "Ngày 1 tháng 12 năm 2026", ""), "4.2.1", "Cử đi học", 0.75, "Hồ Sĩ Thúy Vy", day("2026-12-01"))
    page.leaf(("", "", "Tập huấn kỹ năng số", "4.2.2", "trừ 0,25 điểm/lớp", "H? S? Th?y Vy", "", "Thường xuyên", ""), "4.2.2", "Tập huấn kỹ năng số", None, None, ALWAYS, flags={"lead": "mất chữ", "points": "mức trừ"})
    page.field, page.group = "Hiện đại hóa hành chính", "Hạ tầng"
    page.leaf((page.field, page.group, "Mạng nội bộ", "5,1,1", "1", "Lê Hữu Hậu, Hồ Sĩ Thúy Vy", "Văn phòng", "Quý I và quý III", "45/TB-VP"), "5.1.1", "Mạng nội bộ", 1, "Lê Hữu Hậu", again("dates 2026-03-31 2026-09-30"), supports=("Hồ Sĩ Thúy Vy",), lead_unit="Văn phòng", document="45/TB-VP", flags={"lead": "hai người", "due": "hai mốc"})
    page.leaf(("", "", "An toàn thông tin", "TC 5.1.2", "1", "Phạm L.K.", "Văn phòng", "sau khi được cấp kinh phí", ""), "5.1.2", "An toàn thông tin", 1, None, unclear("sau khi được cấp kinh phí"), lead_unit="Văn phòng", flags={"lead": "viết tắt", "due": "không rõ"})
    page.leaf(("", "", "Phần mềm một cửa", "5.1.3.", "2", "Ông Lê Hữu Hậu\nBà Trần Lệ Thủy (cùng thực hiện)", "Văn phòng", "01-31/10/2026", ""), "5.1.3", "Phần mềm một cửa", 2, "Lê Hữu Hậu", day("2026-10-31"), supports=("Trần Lệ Thủy",), lead_unit="Văn phòng")
    page.line("Tổng số điểm", "", "", "", "7,25")
    return Office("r06-phuong-an-phu-dong-bac.csv", 2026, [page], functools.partial(text, mark=","))
