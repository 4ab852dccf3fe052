"""A commune's Word file typed in the fonts of the nineties, run by run, with a VNI row pasted from the south."""

from tests.sheets.offices.fonts import tcvn3, vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def old(text: str) -> Looks:
    return Looks(tcvn3(text), ".VnTime")


def loud(text: str) -> Looks:
    return Looks(tcvn3(text), ".VnTimeH", bold=True)


def south(text: str) -> Looks:
    return Looks(vni(text), "VNI-Times")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", unit="Văn phòng HĐND và UBND")
    page.above = ["Phân công nhiệm vụ CCHC năm 2026", "Bộ phận: Văn phòng HĐND và UBND"]
    page.line(*map(old, ("Số thứ tự", "Chỉ số thành phần", "Điểm chuẩn", "Cán bộ, công chức chịu trách nhiệm", "Thời hạn", "Tài liệu kiểm chứng")))
    page.section("Chỉ đạo, điều hành", old("I"), loud("chỉ đạo, điều hành"), 5)
    page.leaf((old("1.1"), old("Ban hành kế hoạch cải cách"), "1", old("Ngưu Thị Lương"), old("trước ngày 20/01/2026"), old("Kế hoạch")), "1.1", "Ban hành kế hoạch cải cách", 1, "Ngưu Thị Lương",
              day("2026-01-19", strict=True), "Kế hoạch")
    page.leaf((old("1.2"), south("Tổ chức đối thoại với người dân"), "1", south("Đặng Thị Mỹ Xuyến (chủ trì), Ngưu Thị Lương"), south("Quý III/2026"), south("Biên bản")), "1.2",
              "Tổ chức đối thoại với người dân", 1, "Đặng Thị Mỹ Xuyến", day("2026-09-30"), "Biên bản", supports=("Ngưu Thị Lương",))
    page.leaf((old("1.3"), old("Ứng dụng sáng kiến"), old("từ 1 đến 2"), loud("phương văn ưởng"), old("đột xuất"), None), "1.3", "Ứng dụng sáng kiến", None, "Phương Văn Ưởng", unclear("đột xuất"),
              flags={"points": "khoảng", "due": "không rõ"})
    page.leaf((old("1.4"), old("Họp giao ban"), "1", old("Chánh Văn phòng"), old("Thứ Hai hằng tuần"), None), "1.4", "Họp giao ban", 1, None, again("weekly mon"), lead_post="Chánh Văn phòng",
              flags={"lead": "chức danh"})
    page.leaf((old("1.5"), old("Lưu trữ hồ sơ"), "1", old("Phương Văn Ưởng"), old("thường xuyên"), None), "1.5", "Lưu trữ hồ sơ", 1, "Phương Văn Ưởng", ALWAYS)
    page.leaf((old("1.6"), "Ký số văn bản", "1", "Ph??ng V?n ??ng", "30/10/2026", None), "1.6", "Ký số văn bản", 1, None, day("2026-10-30"), flags={"lead": "chữ lỗi"})
    return Office("o31-xa-ba-che.docx", 2026, [page], docx)
