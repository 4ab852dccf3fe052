"""A commune whose levels are indents and bold alone, with hidden rows, a filter, sums that do not fit, and everyday dates."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC 2026")
    page.titles("UBND XÃ CHỢ LÁCH", "BẢNG GIAO VIỆC NĂM 2026", "Lĩnh vực: Cải cách thủ tục hành chính", "")
    page.field = "Cải cách thủ tục hành chính"
    page.line("Nhiệm vụ", "Điểm tối đa", "Họ tên người phụ trách", "Hoàn thành trước", "Bằng chứng")
    page.over("Công khai, minh bạch", Looks("Công khai, minh bạch", bold=True), Looks(3, bold=True))
    page.leaf((Looks("Niêm yết tại trụ sở", indent=2), 1, "Lê Thị Út", date(2026, 3, 15), "Ảnh"),
              None, "Niêm yết tại trụ sở", 1, "Lê Thị Út", day("2026-03-15"), "Ảnh", maybe=("tiêu đề cột ghi trước",))
    page.leaf((Looks("Niêm yết trên mạng", indent=2), 1, "Lê Thị Út", "thường xuyên", "Đường dẫn"),
              None, "Niêm yết trên mạng", 1, "Lê Thị Út", ALWAYS, "Đường dẫn")
    page.leaf((Looks("Công khai kết quả", indent=2), 1, "Phan Văn Chín", "hàng tuần", "Bảng"),
              None, "Công khai kết quả", 1, "Phan Văn Chín", again("weekly"), "Bảng", flags={"row": "dòng ẩn"})
    page.hidden_rows = [page.rows[-1]["row"]]
    number = page.over("Giải quyết hồ sơ", Looks("Giải quyết hồ sơ", bold=True), Looks(5, bold=True))
    page.flag("points", "tổng không khớp", number)
    page.leaf((Looks("Đúng hạn từ 98%", indent=2), 2, "Phan Văn Chín", "cuối tháng 2", "Kết xuất"),
              None, "Đúng hạn từ 98%", 2, "Phan Văn Chín", day("2026-02-28"), "Kết xuất")
    page.leaf((Looks("Xin lỗi khi trễ hạn", indent=2), 1, "Phan Văn Chín", "khi trễ hạn", "Thư"),
              None, "Xin lỗi khi trễ hạn", 1, "Phan Văn Chín", unclear("khi trễ hạn"), "Thư", flags={"due": "không có ngày"})
    page.leaf((Looks("Hồ sơ trực tuyến", indent=2), 1.5, "Phan Văn Chín", "2026-10-30", "Kết xuất"),
              None, "Hồ sơ trực tuyến", 1.5, "Phan Văn Chín", day("2026-10-30"), "Kết xuất")
    page.line(Looks("Cộng", bold=True), Looks(7.5, bold=True))
    return Office("q06-xa-cho-lach.xlsx", 2026, [page], xlsx)
