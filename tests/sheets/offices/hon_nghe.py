"""A special zone: no year in the title, points before texts, one table after another in the sheet, broken letters."""

from datetime import date

from tests.sheets.offices.fonts import tcvn3, twice
from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao viec", unit="Văn phòng đặc khu")
    page.line("Điểm", "Tiêu chí", "Mã", "Hạn nộp", "Công chức", "Hồ sơ", "Văn bản giao")
    page.field = None
    page.unit = None
    page.section("Cải cách công vụ", None, "CẢI CÁCH CÔNG VỤ", "V")
    page.leaf((1, "Đánh giá, xếp loại công chức", "V.1", date(2026, 12, 15), "Mạc Văn Thuận", "Biên bản", "Công văn số 21/SNV-CCHC"), "V.1", "Đánh giá, xếp loại công chức", 1,
              "Mạc Văn Thuận", day("2026-12-15"), "Biên bản", document="Công văn số 21/SNV-CCHC")
    page.leaf((0.5, Looks(tcvn3("Tuyển dụng công chức xã"), ".VnTime"), "V.2", Looks(tcvn3("trước ngày 10/9"), ".VnTime"), Looks(tcvn3("Phùng Thị Nhường"), ".VnTime"),
               None, None), "V.2", "Tuyển dụng công chức xã", 0.5, "Phùng Thị Nhường", day("2026-09-09", strict=True))
    page.leaf((0.5, twice("Bổ nhiệm lãnh đạo phòng"), "V.3", 46341, twice("Phùng Thị Nhường"), None, None), "V.3", "Bổ nhiệm lãnh đạo phòng", 0.5,
              "Phùng Thị Nhường", day("2026-11-15"))
    page.leaf((1, "Đào tạo, bồi dưỡng", "V.4", "hết quý 3", "M?c V?n Thu?n", None, None), "V.4", "Đào tạo, bồi dưỡng", 1, None, day("2026-09-30"),
              flags={"lead": "chữ lỗi"})
    page.leaf((1, "Kỷ luật, kỷ cương", "V.5", "hàng ngày", "Mạc Văn Thuận hoặc Phùng Thị Nhường", None, None), "V.5", "Kỷ luật, kỷ cương", 1, "Mạc Văn Thuận",
              again("daily"), supports=("Phùng Thị Nhường",), flags={"lead": "không rõ"})
    page.section("Chuyển đổi số", None, "CHUYỂN ĐỔI SỐ", "VI")
    page.leaf(("+0,5", "Sáng kiến chuyển đổi số", "VI.1", "01-15/11/2026", "Mạc Văn Thuận", "Quyết định", None), "VI.1", "Sáng kiến chuyển đổi số", 0.5,
              "Mạc Văn Thuận", day("2026-11-15"), "Quyết định")
    page.leaf(("- 1", "Để lộ dữ liệu cá nhân", "VI.2", "cuối năm 2026", "Mạc Văn Thuận", None, None), "VI.2", "Để lộ dữ liệu cá nhân", -1,
              "Mạc Văn Thuận", day("2026-12-31"))
    page.leaf(("1/2", "Ký số cá nhân", "VI.3", "trước Tết Nguyên đán", "Mạc Văn Thuận", None, None), "VI.3", "Ký số cá nhân", 0.5,
              "Mạc Văn Thuận", unclear("trước Tết Nguyên đán"), flags={"due": "không rõ"}, maybe=("phân số",))
    page.leaf((1, "@Zalo của đặc khu trả lời dân", "VI.4", "đầu tháng 11", "Mạc Văn Thuận", None, None), "VI.4", "@Zalo của đặc khu trả lời dân", 1,
              "Mạc Văn Thuận", unclear("đầu tháng 11"), flags={"due": "không rõ"})
    page.leaf((1, "Camera an ninh", "VI.5", "15/11/2062", "Mạc Văn Thuận", None, None), "VI.5", "Camera an ninh", 1, "Mạc Văn Thuận", day("2062-11-15"), flags={"due": "ngoài kỳ"})
    return Office("o09-dac-khu-hon-nghe.xlsx", 2026, [page], xlsx)
