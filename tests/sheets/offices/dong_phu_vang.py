"""A ward's list that was spoilt twice: text of two encodings, letters lost, ditto marks, codes that an office wrote its own way."""

import functools

from tests.sheets.offices.fonts import twice
from tests.sheets.offices.paper import Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, unit=None)
    page.line("Danh sách nhiệm vụ CCHC năm 2026 của UBND phường Đông Phú Vang")
    page.line("Bộ phận: Văn phòng HĐND và UBND")
    page.unit = "Văn phòng HĐND và UBND"
    page.line("TC", "Việc phải làm", "Người đảm nhiệm", "Hạn cuối", "Điểm tối đa", "Hồ sơ")
    page.leaf(("T1", "Lập kế hoạch", "Nguyễn Khoa Nam", "28/02/2026", "1", "Kế hoạch"),
              "T1", "Lập kế hoạch", 1, "Nguyễn Khoa Nam", day("2026-02-28"), "Kế hoạch")
    page.leaf(("T2", twice("Tổng hợp số liệu"), twice("Nguyễn Khoa Nam"), twice("tháng 6"), "1", ""),
              "T2", "Tổng hợp số liệu", 1, "Nguyễn Khoa Nam", day("2026-06-30"), maybe=("đã khôi phục",))
    page.leaf(("T3", "Công khai kết quả", "Ph?m Th? L??ng", "30/6/2026", "1", ""),
              "T3", "Công khai kết quả", 1, None, day("2026-06-30"), flags={"lead": "mất chữ"})
    page.leaf(("T3a", "Lưu hồ sơ", "Phạm Thị Lượng", "như trên", "1", "như trên"),
              "T3a", "Lưu hồ sơ", 1, "Phạm Thị Lượng", day("2026-06-30"))
    page.leaf(("T4", "=Kiểm tra", '"', '"', "2", "=SUM(A1:A2)"),
              "T4", "=Kiểm tra", 2, "Phạm Thị Lượng", day("2026-06-30"), "=SUM(A1:A2)")
    page.leaf(("T4", "Sơ kết", "ThS. Phạm Thị Lượng, CN. Nguyễn Khoa Nam (hỗ trợ)", "15/XI/2026", "1", ""),
              "T4", "Sơ kết", 1, "Phạm Thị Lượng", unclear("15/XI/2026"), supports=("Nguyễn Khoa Nam",), flags={"code": "trùng mã", "due": "không rõ"})
    page.rows[-2]["needs_check"].append("trùng mã")
    page.flag("code", "trùng mã", page.rows[-2]["row"])
    page.leaf(("", "Tổng kết", "Phạm Thị Lượng", "trước Tết", "1", ""),
              None, "Tổng kết", 1, "Phạm Thị Lượng", unclear("trước Tết"), flags={"code": "thiếu mã", "due": "không có ngày"})
    page.leaf(("T6", "", "Phạm Thị Lượng", "hằng năm", "1", ""),
              "T6", None, 1, "Phạm Thị Lượng", again("yearly"), flags={"criterion": "thiếu nội dung"})
    page.leaf(("T7", "Họp chi bộ", "Phạm Thị Lượng", "ngày 03 hằng tháng", "", ""),
              "T7", "Họp chi bộ", None, "Phạm Thị Lượng", again("monthly day 3"), flags={"points": "thiếu điểm"})
    return Office("q13-phuong-dong-phu-vang.csv", 2026, [page], functools.partial(text, encoding="utf-8-sig", mark=";"))
