"""A mountain commune's Word file: merged unit column, roles over lines, ditto for all, a two-row header, levels by letters."""

from tests.sheets.offices.paper import Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="18/KH-UBND ngày 28/01/2026")
    page.above = ["KẾ HOẠCH", "Cải cách hành chính năm 2026", "(Ban hành kèm theo Quyết định số 18/KH-UBND ngày 28 tháng 01 năm 2026)"]
    page.line("TT", "Nhiệm vụ", "Điểm", "Trách nhiệm thực hiện", "", "Hoàn thành", "Sản phẩm")
    page.line("", "", "", "Chủ trì", "Phối hợp", "", "")
    page.merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2"]
    page.section("Cải cách thể chế", "A", Looks("CẢI CÁCH THỂ CHẾ", bold=True))
    page.over("Văn bản", "1", Looks("Văn bản", bold=True), "2")
    page.leaf(("a)", "Rà soát", "1", "Sùng A Dua", "Vàng Thị Sua", "30/6/2026", "Danh mục"), None, "Rà soát", 1, "Sùng A Dua", day("2026-06-30"), "Danh mục", supports=("Vàng Thị Sua",))
    page.leaf(("b)", "Kiểm tra", "1", "nt", "nt", "nt", "Kết luận"), None, "Kiểm tra", 1, "Sùng A Dua", day("2026-06-30"), "Kết luận", supports=("Vàng Thị Sua",))
    page.group = None
    page.leaf(("2", "Tuyên truyền", "1", "Vàng Thị Sua", "Các thôn, bản; Hội Phụ nữ", "ngày 20 hàng tháng", "Tin"), None, "Tuyên truyền", 1, "Vàng Thị Sua", again("monthly day 20"), "Tin",
              supports=("Các thôn, bản", "Hội Phụ nữ"))
    page.section("Cải cách công vụ", "B", Looks("CẢI CÁCH CÔNG VỤ", bold=True))
    page.leaf(("1", "Chấm công", "1", "Trưởng Công an xã", "", "hàng ngày", ""), None, "Chấm công", 1, None, again("daily"), lead_post="Trưởng Công an xã", flags={"lead": "chức danh"})
    page.leaf(("2", "Bồi dưỡng", "1", "Giàng Thị Mỷ", "Sùng A Dua", "quý II và quý III", ""), None, "Bồi dưỡng", 1, "Giàng Thị Mỷ", again("dates 2026-06-30 2026-09-30"), supports=("Sùng A Dua",),
              flags={"due": "nhiều mốc"})
    page.leaf(("3", "Thi đua", "1", "Giàng Thị Mỷ", "", "chậm nhất 25/12/2026", ""), None, "Thi đua", 1, "Giàng Thị Mỷ", day("2026-12-25", strict=True))
    page.leaf(("4", "Khen thưởng", "1", "Giàng Thị Mỷ", "Mỷ", "theo Quy chế", ""), None, "Khen thưởng", 1, "Giàng Thị Mỷ", unclear("theo Quy chế"), supports=("Mỷ",),
              flags={"due": "không rõ", "supports": "tên gọi"})
    page.line("", "Cộng", "7")
    return Office("o27-xa-ta-van.docx", 2026, [page], docx)
