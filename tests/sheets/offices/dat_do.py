"""A commune's CSV from a form: decomposed letters everywhere, semicolons in quotes, short records, blank records, letters for fields."""

import unicodedata

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("XÃ ĐẤT ĐỎ")
    page.line()
    page.line("Bảng phân công CCHC năm 2026", "", "", "", "", "")
    page.line("TT", "Tiêu chí", "Cán bộ phụ trách", "Hạn hoàn thành", "Thang điểm", "Minh chứng")
    page.section("Cải cách thể chế", "A", "CẢI CÁCH THỂ CHẾ", "", "", "", "")
    page.leaf(("1", "Ban hành văn bản; gửi kiểm tra", "Trương Hoài Bão", "Trước 30/6/2026", "1", "Văn bản; công văn"),
              None, "Ban hành văn bản; gửi kiểm tra", 1, "Trương Hoài Bão", day("2026-06-29", strict=True), "Văn bản; công văn")
    page.leaf(("2", "Tuyên truyền pháp luật", "Lê Thị Ánh Sáng; Trương Hoài Bão (phối hợp)", "hàng tháng", "1"),
              None, "Tuyên truyền pháp luật", 1, "Lê Thị Ánh Sáng", again("monthly"), supports=("Trương Hoài Bão",))
    page.line()
    page.section("Cải cách công vụ", "B", "CẢI CÁCH CÔNG VỤ", "", "", "", "")
    page.leaf(("1", "Chấm điểm công chức", "Lê Thị Ánh Sáng", "ngày cuối cùng của tháng", "0,5", ""),
              None, "Chấm điểm công chức", 0.5, "Lê Thị Ánh Sáng", again("monthly last day"), maybe=("ngày làm việc?",))
    page.leaf(("2", "Đào tạo lại", "Bộ phận Nội vụ", "31/9", "2 đ", ""),
              None, "Đào tạo lại", 2, None, unclear("31/9"), flags={"lead": "chỉ ghi đơn vị", "due": "ngày không có"})
    page.leaf(("3", "Văn hóa công sở", "Đ/c Trương Hoài Bão", "thường xuyên", "0,50", ""),
              None, "Văn hóa công sở", 0.5, "Trương Hoài Bão", ALWAYS)
    page.line("", "Tổng điểm", "", "", "5", "")
    return Office("r03-xa-dat-do.csv", 2026, [page], decomposed)


def decomposed(pages, path):
    """Write every letter in parts."""
    text(pages, path, encoding="utf-8-sig", mark=";")
    path.write_bytes(unicodedata.normalize("NFD", path.read_text(encoding="utf-8-sig")).encode("utf-8-sig"))


