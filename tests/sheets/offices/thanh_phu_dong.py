"""A commune's Word file whose table stands in a frame, whose fields are paragraphs, with merged deadlines and people on several lines."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx


def office() -> Office:
    """Build the file and its truth."""
    one = Page("bảng 1", field="Cải cách chế độ công vụ", unit=None)
    one.above = ["UBND XÃ THÀNH PHÚ ĐÔNG", "KẾ HOẠCH TỰ CHẤM ĐIỂM NĂM 2026", "I. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ"]
    one.line("Mã", "Tiêu chí", "Tiêu chí thành phần", "Người phụ trách", "Bộ phận", "Thời hạn", "Mức điểm")
    one.leaf(("5.1.1", "Vị trí việc làm", "Bố trí đúng vị trí", "Kim Thị Sa Rinh", "Phòng Văn hóa - Xã hội", "Quý I/2026", "1"),
             "5.1.1", "Bố trí đúng vị trí", 1, "Kim Thị Sa Rinh", day("2026-03-31"), lead_unit="Phòng Văn hóa - Xã hội", criterion="Vị trí việc làm", subcriterion="Bố trí đúng vị trí")
    one.leaf(("5.1.2", "", "Rà soát bản mô tả", "Kim Thị Sa Rinh\n(phối hợp: Thạch Rết,\nLâm Sô Phia)", "", "", "1"),
             "5.1.2", "Rà soát bản mô tả", 1, "Kim Thị Sa Rinh", day("2026-03-31"), lead_unit="Phòng Văn hóa - Xã hội", criterion="Vị trí việc làm", subcriterion="Rà soát bản mô tả", supports=("Thạch Rết", "Lâm Sô Phia"))
    one.leaf(("5.2", "Kỷ luật, kỷ cương", "", "Thạch Rết", "Văn phòng", "Suốt năm", "0.75"),
             "5.2", "Kỷ luật, kỷ cương", 0.75, "Thạch Rết", ALWAYS, lead_unit="Văn phòng")
    one.leaf(("5.3", "Đào tạo, bồi dưỡng", "", "Toàn thể công chức", "Văn phòng", "Quý II/2026; Quý IV/2026", "1"),
             "5.3", "Đào tạo, bồi dưỡng", 1, None, again("dates 2026-06-30 2026-12-31"), lead_unit="Văn phòng", flags={"lead": "tập thể", "due": "nhiều mốc"})
    one.merged = ["B2:B3", "E2:E3", "F2:F3"]
    two = Page("bảng 2", field="Cải cách tài chính công")
    two.above = ["II. CẢI CÁCH TÀI CHÍNH CÔNG"]
    two.line("Mã", "Tiêu chí", "Tiêu chí thành phần", "Người phụ trách", "Bộ phận", "Thời hạn", "Mức điểm")
    two.leaf(("6.1", "Quyết toán ngân sách", "", "Lâm Sô Phia (CT), Thạch Rết (PH)", "Phòng Kinh tế", "trước ngày 01/01/2027", "2"),
             "6.1", "Quyết toán ngân sách", 2, "Lâm Sô Phia", day("2026-12-31", strict=True), lead_unit="Phòng Kinh tế", supports=("Thạch Rết",))
    two.leaf(("6.2", "Công khai tài sản công", "", "L.S. Phia", "Phòng Kinh tế", "9/2026", "1"),
             "6.2", "Công khai tài sản công", 1, None, day("2026-09-30"), lead_unit="Phòng Kinh tế", flags={"lead": "viết tắt"})
    two.leaf(("6.3", "Chống lãng phí", "", "Thạch Rết, Phòng Kinh tế", "", "5/9/2026", "x"),
             "6.3", "Chống lãng phí", None, "Thạch Rết", day("2026-09-05"), supports=("Phòng Kinh tế",), flags={"points": "không có điểm"})
    return Office("q10-xa-thanh-phu-dong.docx", 2026, [one, two], docx)
