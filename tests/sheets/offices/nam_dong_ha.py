"""A ward's workbook for each official: tasks numbered per person, posts and units in one cell with the name, and the year only in a basis line."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PC", document="61/QĐ-UBND ngày 30/01/2026")
    page.titles("UBND PHƯỜNG NAM ĐÔNG HẢ", "TỔ GIÚP VIỆC CẢI CÁCH HÀNH CHÍNH", "BẢNG PHÂN CÔNG CHI TIẾT NĂM 2026", "Căn cứ Quyết định số 1150/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ;", "(Ban hành kèm theo Quyết định số 61/QĐ-UBND ngày 30/01/2026)")
    page.line()
    page.line("STT", "Cán bộ, công chức", "Tiêu chí phụ trách", "Điểm", "Yêu cầu về thời gian", "Sản phẩm bàn giao", "Phối hợp")
    page.leaf((1, "Ngô Thị Ái Vân\n(Phòng VH-XH)", "Kế hoạch tuyên truyền cải cách hành chính", 0.5, date(2026, 2, 28), "Kế hoạch", "Đài truyền thanh"), None, "Kế hoạch tuyên truyền cải cách hành chính", 0.5, "Ngô Thị Ái Vân", day("2026-02-28"), "Kế hoạch", supports=("Đài truyền thanh",), lead_unit="Phòng VH-XH")
    page.leaf((2, None, "Viết tin, bài", 1, "Mỗi tuần", "Đường dẫn", None), None, "Viết tin, bài", 1, "Ngô Thị Ái Vân", again("weekly"), "Đường dẫn", lead_unit="Phòng VH-XH")
    page.leaf((3, None, "Cuộc thi trực tuyến", 0.5, "Từ 15/5 đến 15/6/2026", "Kế hoạch", "Đoàn phường, Hội Phụ nữ"), None, "Cuộc thi trực tuyến", 0.5, "Ngô Thị Ái Vân", day("2026-06-15"), "Kế hoạch", supports=("Đoàn phường", "Hội Phụ nữ"), lead_unit="Phòng VH-XH")
    page.merged = [f"B{len(page.lines) - 2}:B{len(page.lines)}"]
    page.leaf((1, "Hồ Đắc Lộc - Phó Chánh Văn phòng", "Rà soát quy chế làm việc", 1, "trước quý II", "Quy chế", None), None, "Rà soát quy chế làm việc", 1, "Hồ Đắc Lộc", day("2026-03-31", strict=True), "Quy chế", lead_post="Phó Chánh Văn phòng")
    page.leaf((2, "Hồ Đắc Lộc", "Theo dõi văn bản đến", "1,0", "Hằng ngày", "Sổ", "nt"), None, "Theo dõi văn bản đến", 1, "Hồ Đắc Lộc", again("daily"), "Sổ", maybe=("nt trên ô trống",))
    page.leaf((3, "Hồ Đắc Lộc; phối hợp: Ngô Thị Ái Vân", "Báo cáo tổng kết", 1, "Chậm nhất 17h ngày 14/12", "Báo cáo", None), None, "Báo cáo tổng kết", 1, "Hồ Đắc Lộc", day("2026-12-14", strict=True), "Báo cáo", supports=("Ngô Thị Ái Vân",))
    page.leaf((1, "TP Kinh tế", "Công khai quy hoạch", 1, "Theo tiến độ của thành phố", None, None), None, "Công khai quy hoạch", 1, None, unclear("Theo tiến độ của thành phố"), lead_post="TP Kinh tế", flags={"lead": "chức danh", "due": "không rõ"})
    page.leaf((2, "Vân, Lộc", "Phục vụ đoàn kiểm tra", 0, "cả năm", None, None), None, "Phục vụ đoàn kiểm tra", 0, None, ALWAYS, flags={"lead": "tên gọi"}, supports=("Lộc",), maybe=("phối hợp",))
    page.rows[-1]["supports"] = []
    page.line(None, Looks("TỔNG CỘNG", bold=True), None, 6)
    page.line()
    page.line("Người lập biểu", None, None, None, "Tổ trưởng")
    return Office("s01-phuong-nam-dong-ha.xlsx", 2026, [page], xlsx)
