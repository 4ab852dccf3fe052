"""A commune's old workbook, half its cells in TCVN3 and half in Unicode, groups set off by indent, a footnote between rows."""

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(text: str) -> Looks:
    return Looks(tcvn3(text), font=".VnTime")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("BA LONG")
    page.line(Looks("Xã Ba Lòng - Phân công cải cách hành chính năm 2026", bold=True))
    page.line("Tiêu chí", "Điểm chuẩn", "Người phụ trách", "Hỗ trợ", "Hạn", "Minh chứng")
    page.field = None
    page.over("Xây dựng nông thôn số", Looks("- Xây dựng nông thôn số", bold=True), 3)
    page.leaf((Looks(tcvn3("+ Lắp wifi nhà văn hóa"), font=".VnTime", indent=1), 1, old("Trương Thị Mừng"), old("Đoàn thanh niên"), old("tháng 5"), old("Ảnh")), None, "Lắp wifi nhà văn hóa", 1, "Trương Thị Mừng", day("2026-05-31"), "Ảnh", supports=("Đoàn thanh niên",))
    page.leaf((Looks("+ Mở lớp dạy tin học", indent=1), 2, "Trương Thị Mừng", "", old("Từ 15/6 đến 15/8/2026"), "Danh sách"), None, "Mở lớp dạy tin học", 2, "Trương Thị Mừng", day("2026-08-15"), "Danh sách")
    page.line("Ghi chú: kinh phí lấy từ nguồn sự nghiệp.")
    page.over("Thủ tục", Looks("- Thủ tục", bold=True), 4)
    page.leaf((Looks(tcvn3("+ Niêm yết giấy tờ tại thôn"), font=".VnTime", indent=1), 1, old("Hồ Văn Ưa"), "", old("Thường xuyên"), ""), None, "Niêm yết giấy tờ tại thôn", 1, "Hồ Văn Ưa", ALWAYS)
    page.leaf((Looks("+ Liên thông đất đai", indent=1), 2, old("Hồ Văn Ưa, ông Pả Hưng"), "", "trước 10 hằng tháng", "Báo cáo"), None, "Liên thông đất đai", 2, "Hồ Văn Ưa", again("monthly day 9", strict=True), "Báo cáo", flags={"lead": "hai người"}, supports=("Pả Hưng",))
    page.leaf((Looks("+ Liên thông khai tử", indent=1), 1, "", "", old("trước kỳ họp HĐND"), ""), None, "Liên thông khai tử", 1, None, unclear("trước kỳ họp HĐND"), flags={"lead": "thiếu", "due": "không có ngày"})
    page.line("Cộng", 7)
    return Office("n24-xa-ba-long.xls", 2026, [page], xls)
