"""A commune's old workbook in TCVN3: numbers start again in each part, the leader beside who does the work, notes and a bonus."""

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls

FONT = ".VnArial"


def old(*cells: object) -> tuple[object, ...]:
    """Cells as that font stores them."""
    return tuple(Looks(tcvn3(cell), font=FONT) if isinstance(cell, str) and cell else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC", document="112/QĐ-UBND ngày 26/01/2026")
    for title in ("ñy ban nh©n d©n x· §¾k Lua",):
        page.line(Looks(title, font=".VnTimeH"))
    page.line(*old("Phân công thực hiện bộ tiêu chí cải cách hành chính năm 2026"))
    page.line(*old("(Kèm theo Quyết định số 112/QĐ-UBND ngày 26/01/2026)"))
    page.line()
    page.line(*old("TT", "Tiêu chí", "Điểm chuẩn", "Lãnh đạo chỉ đạo", "Công chức thực hiện", "Đơn vị phối hợp", "Thời hạn", "Tài liệu kiểm chứng"))
    page.section("Chỉ đạo điều hành", *old("I", "CHỈ ĐẠO ĐIỀU HÀNH", 4))
    page.over("Kế hoạch", *old("1", "Kế hoạch", 2))
    page.leaf(old("1.1", "Ban hành kế hoạch", 1, "Chủ tịch UBND", "Phan Thế Ưng", "", "Trước 31/01/2026", "Kế hoạch"), "I.1.1", "Ban hành kế hoạch", 1, "Phan Thế Ưng", day("2026-01-30", strict=True), "Kế hoạch")
    page.leaf(old("1.2", "Sơ kết, tổng kết", 1, "Chủ tịch UBND", "Phan Thế Ưng", "Các thôn", "6 tháng, năm", "Báo cáo"), "I.1.2", "Sơ kết, tổng kết", 1, "Phan Thế Ưng", again("half-yearly + yearly"), "Báo cáo", supports=("Các thôn",))
    page.group = None
    page.leaf(old("2", "Tuyên truyền", 2, "Phó Chủ tịch", "Điểu Thị Hơ Ngưu", "Đài truyền thanh", "cả năm", "Tin, bài"), "I.2", "Tuyên truyền", 2, "Điểu Thị Hơ Ngưu", ALWAYS, "Tin, bài", supports=("Đài truyền thanh",))
    page.section("Cải cách thủ tục hành chính", *old("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 4.5))
    page.over("Giải quyết hồ sơ", *old("1", "Giải quyết hồ sơ", 3))
    page.leaf(old("1.1", "Hồ sơ đúng hạn", 2, "Phó Chủ tịch", "Trương Ngọc Ưởng", "", "Ngày 14 hằng tháng", "Báo cáo"), "II.1.1", "Hồ sơ đúng hạn", 2, "Trương Ngọc Ưởng", again("monthly day 14"), "Báo cáo")
    page.leaf(old("1.2", "Hồ sơ trực tuyến", 1, "Phó Chủ tịch", "Trương Ngọc Ưởng, Phan Thế Ưng (PH)", "", "31/6/2026", "Báo cáo"), "II.1.2", "Hồ sơ trực tuyến", 1, "Trương Ngọc Ưởng", unclear("31/6/2026"), "Báo cáo", supports=("Phan Thế Ưng",), flags={"due": "ngày không có"})
    page.group = None
    page.leaf(old("2", "Điểm thưởng sáng kiến", "+1,5", "Chủ tịch UBND", "", "", "theo hướng dẫn của tỉnh", "Quyết định"), "II.2", "Điểm thưởng sáng kiến", 1.5, None, unclear("theo hướng dẫn của tỉnh"), "Quyết định", flags={"lead": "thiếu", "due": "không có ngày"})
    page.line(*old("", "Cộng", 8.5))
    page.line(*old("Người lập biểu", "", "", "", "Chủ tịch"))
    page.line(*old("Phan Thế Ưng", "", "", "", "Bùi Quang Tiệp"))
    return Office("n04-xa-dak-lua.xls", 2026, [page], xls)
