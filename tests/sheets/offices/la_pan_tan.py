"""A mountain commune that begins with its header in row 1: no title, full-width digits, decomposed letters, everyday words."""

import unicodedata
from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Sheet1")
    page.line("Mục", "Chỉ số", "Ai làm", "Deadline", "Mức điểm", "Hồ sơ", "Ghi chú")
    page.section("Chỉ đạo điều hành", "1", "CHỈ ĐẠO ĐIỀU HÀNH", None, None, 6)
    page.over("Kế hoạch", "1.1", "Kế hoạch", None, None, 3)
    page.leaf(("１．１．１", "Ban hành kế hoạch", "Sùng A Páo", "Trước ngày 15 tháng 02 năm 2026", "0,5đ", "Kế hoạch"),
              "1.1.1", "Ban hành kế hoạch", 0.5, "Sùng A Páo", day("2026-02-14", strict=True), "Kế hoạch")
    page.leaf(("1. 1. 2", unicodedata.normalize("NFD", "Phổ biến kế hoạch tới từng thôn, bản"), unicodedata.normalize("NFD", "LÒ THỊ ƯỚC"), "Từ tháng 3 đến tháng 4/2026", "1,5 điểm", ""),
              "1.1.2", "Phổ biến kế hoạch tới từng thôn, bản", 1.5, "Lò Thị Ước", day("2026-04-30"))
    page.leaf(("1.1.3", "Kiểm điểm kế hoạch", "Phó Đức Long", "11h30 ngày 12/8/2026", "1", ""),
              "1.1.3", "Kiểm điểm kế hoạch", 1, "Phó Đức Long", day("2026-08-12", strict=True))
    page.over("Báo cáo", "1.2", "Báo cáo", None, None, 3)
    page.leaf(("1.2.1", "Báo cáo tháng gửi Sở Nội vụ", "Sùng A Páo", "chậm nhất ngày 20 hằng tháng", 1, ""),
              "1.2.1", "Báo cáo tháng gửi Sở Nội vụ", 1, "Sùng A Páo", again("monthly day 20", strict=True))
    page.leaf(("1.2.2", "Báo cáo quý", "Sùng A Páo, Lò Thị Ước (PH)", "trước ngày 01 hàng tháng", 1, ""),
              "1.2.2", "Báo cáo quý", 1, "Sùng A Páo", again("monthly last day", strict=True), supports=("Lò Thị Ước",))
    page.leaf(("1.2.3", "Giao ban", "Lãnh Thị Hoa", "chiều thứ Sáu hằng tuần", 1, ""),
              "1.2.3", "Giao ban", 1, "Lãnh Thị Hoa", again("weekly fri"))
    page.section("Thủ tục hành chính", "2", "THỦ TỤC HÀNH CHÍNH", None, None, 6)
    page.leaf(("2.1", "Công khai thủ tục", "bà Lò Thị Ước", date(2026, 3, 31), 2, "Ảnh"),
              "2.1", "Công khai thủ tục", 2, "Lò Thị Ước", day("2026-03-31"), "Ảnh")
    page.leaf(("2.2", "Tiếp nhận hồ sơ", "TT PVHCC", "suốt năm", 2, ""),
              "2.2", "Tiếp nhận hồ sơ", 2, None, ALWAYS, flags={"lead": "chỉ ghi đơn vị"})
    page.leaf(("2.3", "Số hóa hồ sơ", "chị Ước", "tuần thứ 2 tháng 6", 2, ""),
              "2.3", "Số hóa hồ sơ", 2, None, unclear("tuần thứ 2 tháng 6"), flags={"lead": "chỉ ghi tên gọi", "due": "không rõ ngày"})
    page.section("Chế độ công vụ", "3", "CHẾ ĐỘ CÔNG VỤ", None, None, 4)
    page.leaf(("3.1", "Đánh giá công chức", "Đồng chí Phó Đức Long - Chánh Văn phòng", "ngày 25 tháng cuối quý", "1/2", ""),
              "3.1", "Đánh giá công chức", 0.5, "Phó Đức Long", again("quarterly month 3 day 25"), maybe=("điểm viết dạng phân số",), lead_post="Chánh Văn phòng")
    page.leaf(("3.2", "Bồi dưỡng công chức", "Lãnh Thị Hoa và Phó Đức Long", "không muộn hơn 20/11/2026", 2.5, ""),
              "3.2", "Bồi dưỡng công chức", 2.5, "Lãnh Thị Hoa", day("2026-11-20", strict=True), supports=("Phó Đức Long",), flags={"lead": "hai người"})
    page.leaf(("3.3", "Kỷ luật, kỷ cương", "Lãnh Thị Hoa", "31/6/2026", 1, ""),
              "3.3", "Kỷ luật, kỷ cương", 1, "Lãnh Thị Hoa", unclear("31/6/2026"), flags={"due": "ngày không có trong lịch"})
    page.line(None, "TỔNG", None, None, 16)
    return Office("q01-xa-la-pan-tan.xlsx", 2026, [page], xlsx)
