"""A ward's workbook of three sheets that continue each other, totals on a fourth, years in the names of sheets, texts of two columns."""

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx

HEAD = ("STT", "Tiêu chí", "Tiêu chí thành phần", "Mức điểm", "Người thực hiện chính", "Các đơn vị liên quan phối hợp", "Thời hạn", "Hồ sơ", "Văn bản phân công")


def office() -> Office:
    """Build the file and its truth."""
    one = Page("LV1 - 2026", field="Công tác chỉ đạo")
    one.titles("PHƯỜNG PHÚ THƯỢNG - PHÂN CÔNG NĂM 2026", "Lĩnh vực 1: Công tác chỉ đạo")
    one.line(*HEAD)
    one.group = "Kế hoạch"
    doc = {"document": "33/QĐ-UBND ngày 19/01/2026"}
    one.leaf((1, "Kế hoạch", "Chất lượng kế hoạch", 1, "Giáp Văn Cương", "Văn phòng", "20/01/2026", "KH", doc["document"]), None, "Chất lượng kế hoạch", 1, "Giáp Văn Cương", day("2026-01-20"), "KH", supports=("Văn phòng",), **doc)
    one.leaf((2, "", "Mức độ hoàn thành", 2, "Giáp Văn Cương", "", "Hết năm", "BC", ""), None, "Mức độ hoàn thành", 2, "Giáp Văn Cương", day("2026-12-31"), "BC", document=None)
    one.group = None
    one.leaf((3, "Sáng kiến", "", 1, "Giáp Văn Cương - PTP", "", "Quý 3/2026", "QĐ", ""), None, "Sáng kiến", 1, "Giáp Văn Cương", day("2026-09-30"), "QĐ", lead_post="PTP", document=None)
    two = Page("LV2 - 2026", field="Cải cách thủ tục")
    two.titles("Lĩnh vực 2: Cải cách thủ tục")
    two.line(*HEAD)
    two.group = "Kiểm soát"
    two.leaf((1, "Kiểm soát", "Rà soát nội bộ", 1, "Doãn Thị Hạ Vy", "Tất cả các phòng", "trước quý IV/2026", "QĐ", ""), None, "Rà soát nội bộ", 1, "Doãn Thị Hạ Vy", day("2026-09-30", strict=True), "QĐ", supports=("Tất cả các phòng",), document=None)
    two.leaf((2, "", "Công bố kịp thời", 1, "Doãn Thị Hạ Vy", "", "Trong 5 ngày làm việc", "QĐ", ""), None, "Công bố kịp thời", 1, "Doãn Thị Hạ Vy", unclear("Trong 5 ngày làm việc"), "QĐ", document=None, flags={"due": "không có ngày"})
    two.leaf((3, "", "Tiếp nhận trực tuyến", 2, "Doãn Thị Hạ Vy (từ 01/7/2026: Giáp Văn Cương)", "", "hằng quý", "BC", ""), None, "Tiếp nhận trực tuyến", 2, "Doãn Thị Hạ Vy", again("quarterly"), "BC", document=None, flags={"lead": "thay người"})
    old = Page("LV1 - 2025")
    old.titles("PHƯỜNG PHÚ THƯỢNG - PHÂN CÔNG NĂM 2025")
    old.line(*HEAD)
    old.line(1, "Kế hoạch", "Chất lượng kế hoạch", 1, "Giáp Văn Cương", "", "20/01/2025", "KH", "")
    old.flag("table", "năm khác")
    sums = Page("Tong hop")
    sums.line("Lĩnh vực", "Số tiêu chí", "Tổng điểm")
    sums.line("Công tác chỉ đạo", 3, 4)
    return Office("n25-phuong-phu-thuong.xlsx", 2026, [one, two, old, sums], xlsx)
