"""A special zone's workbook where levels are shown by bold only, people by title and name, one column for due and evidence."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phân công", document="01/KH-BCĐ ngày 06/01/2026")
    page.titles("ĐẶC KHU QUANG VINH", "Phụ lục kèm theo Kế hoạch số 01/KH-BCĐ ngày 06/01/2026", "Năm 2026")
    page.line("Số hiệu", "Nội dung", "Ông/bà phụ trách", "Điểm", "Mốc hoàn thành", "Bằng chứng")
    page.section("CẢI CÁCH HÀNH CHÍNH CHUNG", "I", Looks("CẢI CÁCH HÀNH CHÍNH CHUNG", bold=True), "", 4, "", "")
    page.leaf(("I.1", "Kế hoạch và dự toán", "Ông Bàn Văn Phúc", 1, date(2026, 1, 25), "Kế hoạch"), "I.1", "Kế hoạch và dự toán", 1, "Bàn Văn Phúc", day("2026-01-25"), "Kế hoạch")
    page.leaf(("I.2", "Họp giao ban", "Ths. Trà Thị My Lê", 1, "mỗi tháng", "Biên bản"), "I.2", "Họp giao ban", 1, "Trà Thị My Lê", again("monthly"), "Biên bản")
    page.leaf(("I.3", "Tuyên truyền trên loa", "Bà Trà Thị My Lê và các khu dân cư", 2, "Cả năm", "Bài viết"), "I.3", "Tuyên truyền trên loa", 2, "Trà Thị My Lê", ALWAYS, "Bài viết", supports=("các khu dân cư",))
    page.section("PHỤC VỤ NGƯỜI DÂN", "II", Looks("PHỤC VỤ NGƯỜI DÂN", bold=True), "", 5, "", "")
    page.leaf(("II.1", "Trả kết quả tại nhà", "Bàn Văn Phúc | Trà Thị My Lê", 2, "Quý III", "Sổ"), "II.1", "Trả kết quả tại nhà", 2, "Bàn Văn Phúc", day("2026-09-30"), "Sổ", supports=("Trà Thị My Lê",), flags={"lead": "hai người"})
    page.leaf(("II.2", "Ki-ốt tự phục vụ", "Bàn Văn Phúc?", 2, "30/9?", "Biên bản"), "II.2", "Ki-ốt tự phục vụ", 2, "Bàn Văn Phúc", day("2026-09-30"), "Biên bản", flags={"lead": "dấu hỏi", "due": "dấu hỏi"})
    page.leaf(("II.3", "Đường dây nóng", "Bàn Văn Phúc (0909 111 222)", 1, 46310, "Nhật ký"), "II.3", "Đường dây nóng", 1, "Bàn Văn Phúc", day("2026-10-15"), "Nhật ký")
    page.leaf(("II.4", "Bưu chính công ích", "", Looks("#VALUE!"), "chưa có", ""), "II.4", "Bưu chính công ích", None, None, unclear("chưa có"), flags={"lead": "thiếu", "points": "lỗi", "due": "chưa có"})
    page.line("", "CỘNG I + II", "", 9)
    page.line("", "", "CHÁNH VĂN PHÒNG")
    return Office("n26-dac-khu-quang-vinh.xlsx", 2026, [page], xlsx)
