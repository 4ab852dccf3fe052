"""A highland commune's workbook: names of the highlands, one code for field, criterion and part, totals in letters, an empty formatted tail."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PL", document="30/QĐ-UBND ngày 28/01/2026")
    page.line("UBND XÃ EA NA TÂY", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.titles("PHỤ LỤC PHÂN CÔNG", "(Ban hành kèm theo Quyết định số: 30/QĐ-UBND, ngày 28/01/2026)", "Năm 2026", "")
    page.line("Mã tiêu chí", "Nội dung tiêu chí", "Công chức chủ trì", "Công chức phối hợp", "Thời hạn", "Điểm", None, "Ghi chú")
    page.line(None, None, None, None, None, "Tối đa", "Thẩm định", None)
    page.merged = ["A6:A7", "B6:B7", "C6:C7", "D6:D7", "E6:E7", "F6:G6", "H6:H7", "C10:D10"]
    page.section("Chỉ đạo, điều hành cải cách hành chính", "1", Looks("Chỉ đạo, điều hành cải cách hành chính", bold=True), None, None, None, 5)
    page.over("Kế hoạch cải cách hành chính", "1.1", Looks("Kế hoạch cải cách hành chính"), None, None, None, 3)
    page.leaf(("1.1.1", "Ban hành kịp thời", "Y Thuyên Ayŭn", None, "31/01", 1),
              "1.1.1", "Ban hành kịp thời", 1, "Y Thuyên Ayŭn", day("2026-01-31"))
    page.leaf(("1.1.2", "Thực hiện đủ", "H'Lan Niê", "Y Thuyên Ayŭn, K'Brêu", "31/12", 2),
              "1.1.2", "Thực hiện đủ", 2, "H'Lan Niê", day("2026-12-31"), supports=("Y Thuyên Ayŭn", "K'Brêu"))
    page.group = None
    page.leaf(("1.2", "Tuyên truyền", "Ông A Lăng Bé", "Các buôn", "hằng quý", 2),
              "1.2", "Tuyên truyền", 2, "A Lăng Bé", again("quarterly"), supports=("Các buôn",))
    page.section("Cải cách thể chế", "2", Looks("Cải cách thể chế", bold=True), None, None, None, 3)
    page.leaf(("2.1", "Rà soát văn bản", "Y Thuyên Ayŭn", "đ/c Lan", "30/10/2026", 1),
              "2.1", "Rà soát văn bản", 1, "Y Thuyên Ayŭn", day("2026-10-30"), supports=("Lan",), flags={"supports": "chỉ có tên gọi"})
    page.leaf(("2.2", "Hòa giải ở cơ sở", "Rơ Châm H'Yéo", None, "thường xuyên", 1),
              "2.2", "Hòa giải ở cơ sở", 1, "Rơ Châm H'Yéo", ALWAYS)
    page.leaf(("2.3", "Trợ giúp pháp lý", "", "Rơ Châm H'Yéo", "đột xuất", 1),
              "2.3", "Trợ giúp pháp lý", 1, None, unclear("đột xuất"), supports=("Rơ Châm H'Yéo",), flags={"lead": "thiếu người", "due": "không có ngày"})
    page.line(None, "Tổng điểm", None, None, None, 8)
    page.line(None, "(Bằng chữ: Tám điểm)")
    for _ in range(40):
        page.line(*[Looks(" ", bold=True)] * 8)
    return Office("q14-xa-ea-na-tay.xlsx", 2026, [page], xlsx)
