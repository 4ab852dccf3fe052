"""A commune's old workbook in TCVN3 with dates as numbers, a unit for each sheet, a hidden sheet and a list of people."""

from datetime import date

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(text: str) -> Looks:
    return Looks(tcvn3(text), ".VnTime")


def office() -> Office:
    """Build the file and its truth."""
    one, two = Page("VP", unit="Văn phòng"), Page("KT", unit="Phòng Kinh tế")
    for page in (one, two):
        page.line(old(f"Đơn vị: {page.unit}"))
        page.line(old("Nhiệm vụ cải cách hành chính năm 2026"))
    one.line(*map(old, ("Mã", "Nội dung", "Người chịu trách nhiệm", "Hỗ trợ", "Hạn", "Điểm tối đa", "Sản phẩm")))
    one.leaf(("1.1", old("Kế hoạch tuyên truyền"), old("Đỗ Thị Phượng"), None, 46053.0, 1, old("Kế hoạch")), "1.1", "Kế hoạch tuyên truyền", 1, "Đỗ Thị Phượng", day("2026-01-31"), "Kế hoạch")
    one.leaf(("1.2", old("Rà soát thủ tục"), old("Ông Đường Văn Ngọc và bà Đỗ Thị Phượng"), None, old("từ tháng 5 đến tháng 7"), 1, None), "1.2", "Rà soát thủ tục", 1, "Đường Văn Ngọc",
             day("2026-07-31"), supports=("Đỗ Thị Phượng",), flags={"lead": "không rõ"})
    one.leaf(("1.3", old("Trực một cửa"), old("Đỗ Thị Phượng"), old("Đường Văn Ngọc; Văn thư"), old("hàng ngày"), 1, None), "1.3", "Trực một cửa", 1, "Đỗ Thị Phượng", again("daily"),
             supports=("Đường Văn Ngọc", "Văn thư"))
    two.line(*map(old, ("Hạn", "Mã", "Nội dung", "Người chịu trách nhiệm", "Điểm tối đa")))
    two.leaf((date(2026, 11, 30), "6.1", old("Kiểm kê đất đai"), old("Ưng Hoàng Phúc"), 1), "6.1", "Kiểm kê đất đai", 1, "Ưng Hoàng Phúc", day("2026-11-30"))
    two.leaf((old("cuối tháng 9"), "6.2", old("Cấp giấy chứng nhận"), old("ưng hoàng phúc"), old("tối đa 1,5 điểm")), "6.2", "Cấp giấy chứng nhận", 1.5, "Ưng Hoàng Phúc", day("2026-09-30"))
    two.leaf((old("Thường xuyên"), "6.3", old("Trật tự xây dựng"), old("Phòng Kinh tế"), 1), "6.3", "Trật tự xây dựng", 1, None, ALWAYS, flags={"lead": "đơn vị"})
    two.leaf((old("30/2/2026"), "6.3", old("Thu phí chợ"), old("Ban Quản lý chợ: ông Ưng Hoàng Phúc"), 1), "6.3", "Thu phí chợ", 1, "Ưng Hoàng Phúc", unclear("30/2/2026"),
             lead_unit="Ban Quản lý chợ", flags={"due": "không có trong lịch", "code": "trùng"})
    two.rows[-2]["needs_check"].append("trùng mã")
    two.flag("code", "trùng mã", two.rows[-2]["row"])
    secret = Page("luu", hidden=True)
    secret.line("Mã", "Nội dung", "Người phụ trách", "Hạn")
    secret.line("1", "x", "y", "z")
    secret.flag("table", "ẩn")
    return Office("o28-xa-dai-loc.xls", 2026, [one, two, secret], xls)
