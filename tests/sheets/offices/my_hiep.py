"""A commune's comma file, a list typed by a young clerk: short headings, lower case, everyday words."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("mã", "việc", "ai làm", "ai hỗ trợ", "bao giờ xong", "nộp gì", "điểm")
    page.leaf(("TC 1.1", "soạn kế hoạch năm", "a. Trần Đăng Khôi", "", "15/1", "file kế hoạch", "1"), "1.1", "soạn kế hoạch năm", 1, "Trần Đăng Khôi", day("2026-01-15"), "file kế hoạch")
    page.leaf(("1,2", "họp triển khai", "Trần Đăng Khôi + Bùi Như Ý", "", "20/01/26", "giấy mời, biên bản", "0,5đ"), "1.2", "họp triển khai", 0.5, "Trần Đăng Khôi", day("2026-01-20"), "giấy mời, biên bản", supports=("Bùi Như Ý",), flags={"lead": "hai người"})
    page.leaf(("1.3.", "gửi báo cáo tháng", "Bùi Như Ý", "cả phòng", "trước 25 hàng tháng", "báo cáo", "1"), "1.3", "gửi báo cáo tháng", 1, "Bùi Như Ý", again("monthly day 24", strict=True), "báo cáo", supports=("cả phòng",))
    page.leaf(("1.3a", "đăng tin lên trang", "Bùi Như Ý", "", "mỗi tuần", "link bài", "1"), "1.3a", "đăng tin lên trang", 1, "Bùi Như Ý", again("weekly"), "link bài")
    page.leaf(("1.4", "chấm điểm thử", "tổ trưởng Trần Đăng Khôi, thành viên: Bùi Như Ý, Phan Lạc", "", "cuối tháng 10", "bảng điểm", "2"), "1.4", "chấm điểm thử", 2, "Trần Đăng Khôi", day("2026-10-31"), "bảng điểm", supports=("Bùi Như Ý", "Phan Lạc"))
    page.leaf(("1.5", "gom minh chứng", "Tran Dang Khoi", "", "từ giờ đến 30/11", "thư mục", "2"), "1.5", "gom minh chứng", 2, "Tran Dang Khoi", day("2026-11-30"), "thư mục", flags={"lead": "không dấu"})
    page.leaf(("1.6", "giữ sổ công văn", "Phan Lạc", "văn thư", "liên tục", "sổ", "không chấm"), "1.6", "giữ sổ công văn", None, "Phan Lạc", ALWAYS, "sổ", supports=("văn thư",), flags={"points": "không chấm"})
    page.leaf(("1.7", "nhập phần mềm chấm điểm", "chưa phân công", "", "chưa rõ", "", "1"), "1.7", "nhập phần mềm chấm điểm", 1, None, unclear("chưa rõ"), flags={"lead": "chưa có", "due": "chưa rõ"})
    page.leaf(("1.8", "nộp về tỉnh", "Trần Đăng Khôi", "", "8h ngày 5/12/2026", "biên nhận", "1"), "1.8", "nộp về tỉnh", 1, "Trần Đăng Khôi", day("2026-12-05", strict=True), "biên nhận")
    return Office("n10-xa-my-hiep.csv", 2026, [page], partial(text, mark=","))
