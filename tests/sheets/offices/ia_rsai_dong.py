"""A highland commune's CSV that opens with "sep=;", with Jarai names, honorifics of one letter, and deadlines in two words."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="09/KH-UBND ngày 20/01/2026")
    page.line("sep=")  # the writer's own mark parts it: record 1 is "sep=;"
    page.lines[-1] = ("sep=", "")
    page.titles("UBND XÃ IA RSAI ĐÔNG", "Phụ lục Kế hoạch số 09/KH-UBND ngày 20/01/2026 về cải cách hành chính năm 2026")
    page.line("Mã TC", "Nội dung tiêu chí", "Điểm", "Người được giao", "Người phối hợp", "Hạn", "Hồ sơ")
    page.section("Cải cách hành chính nói chung", "I", "CẢI CÁCH HÀNH CHÍNH NÓI CHUNG", "4", "", "", "", "")
    page.over("Kế hoạch", "1.1", "Kế hoạch", "2", "", "", "", "")
    page.leaf(("1.1.1", "Ban hành kế hoạch", "1", "Ô. Rơ Châm Hyuk", "", "Trước 31.01", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch", 1, "Rơ Châm Hyuk", day("2026-01-30", strict=True), "Kế hoạch")
    page.leaf(("1.1.2", "Thực hiện kế hoạch", "1", "B. Siu H'Bới; Ô. Rơ Châm Hyuk (phối hợp)", "", "31.12", "Báo cáo"), "1.1.2", "Thực hiện kế hoạch", 1, "Siu H'Bới", day("2026-12-31"), "Báo cáo", supports=("Rơ Châm Hyuk",))
    page.over("Tuyên truyền", "1.2", "Tuyên truyền", "2", "", "", "", "")
    page.leaf(("1.2.1", "Tin, bài trên trang thông tin", "1,0", "Ksor Y Krông - công chức VH-XH", "Siu H'Bới", "Mỗi tháng", "Đường dẫn"), "1.2.1", "Tin, bài trên trang thông tin", 1, "Ksor Y Krông", again("monthly"), "Đường dẫn", supports=("Siu H'Bới",), lead_post="công chức VH-XH")
    page.leaf(("1.2.2", "Đối thoại với người dân", "1,0", "Rơ Châm Hyuk + Ksor Y Krông", "", "Tháng 4; tháng 10", "Biên bản"), "1.2.2", "Đối thoại với người dân", 1, "Rơ Châm Hyuk", again("dates 2026-04-30 2026-10-31"), "Biên bản", supports=("Ksor Y Krông",), flags={"lead": "hai người", "due": "hai mốc"})
    page.section("Cải cách tài chính công", "II", "CẢI CÁCH TÀI CHÍNH CÔNG", "3", "", "", "", "")
    page.leaf(("2.1", "Giải ngân vốn đầu tư công", "1", "Nay H'Nhin", "", "trước 31 tháng 01 năm 2027", "Bảng đối chiếu"), "2.1", "Giải ngân vốn đầu tư công", 1, "Nay H'Nhin", day("2027-01-30", strict=True), "Bảng đối chiếu")
    page.leaf(("2.2", "Công khai tài sản công", "0,5-1", "Nay H'Nhin", "x", "Q.II", "Quyết định"), "2.2", "Công khai tài sản công", None, "Nay H'Nhin", day("2026-06-30"), "Quyết định", flags={"points": "khoảng điểm"})
    page.leaf(("2.3", "Thu phí, lệ phí", "1", "nt", "", "nt", "Biên lai"), "2.3", "Thu phí, lệ phí", 1, "Nay H'Nhin", day("2026-06-30"), "Biên lai")
    page.section("Chính quyền số", "III", "CHÍNH QUYỀN SỐ", "2", "", "", "", "")
    page.leaf(("3.1", "Dịch vụ công trực tuyến", "1", "Tổ công nghệ số cộng đồng", "", "cả năm", ""), "3.1", "Dịch vụ công trực tuyến", 1, None, ALWAYS, flags={"lead": "chỉ ghi nhóm"})
    page.leaf(("3.2", "Chữ ký số", "1", "Rah Lan Tiến", "", "khi được cấp chứng thư", ""), "3.2", "Chữ ký số", 1, "Rah Lan Tiến", unclear("khi được cấp chứng thư"), flags={"due": "không rõ"})
    page.line("Tổng cộng", "", "9")
    return Office("r02-xa-ia-rsai-dong.csv", 2026, [page], partial(text))
