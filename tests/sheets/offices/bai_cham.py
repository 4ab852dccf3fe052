"""A special zone's CSV in Windows-1258: levels by signs, a wide title, dates without a year, upper and lower case names."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="45/KH-UBND ngày 10/02/2026")
    page.titles("ỦY BAN NHÂN DÂN ĐẶC KHU BÃI CHÀM", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Kế hoạch số 45/KH-UBND ngày 10/02/2026 của UBND đặc khu)", "")
    page.line("Nội dung", "Điểm tối đa", "Người phụ trách", "Phối hợp", "Thời hạn hoàn thành", "Kết quả")
    page.section("Cải cách công vụ", "I. CẢI CÁCH CÔNG VỤ (04 điểm)")
    page.over("Quản lý công chức", "- Quản lý công chức", "3", "", "", "", "")
    page.leaf(("+ Đánh giá hằng tháng theo sản phẩm", "1", "LÊ VĂN HẢI", "Trưởng các phòng", "trước ngày 01 hằng tháng", "Phiếu"), None, "Đánh giá hằng tháng theo sản phẩm", 1, "Lê Văn Hải", again("monthly last day", strict=True), "Phiếu", supports=("Trưởng các phòng",))
    page.leaf(("+ Cử đi bồi dưỡng", "1", "Lê Văn Hải", "-", "05/02", "Quyết định cử"), None, "Cử đi bồi dưỡng", 1, "Lê Văn Hải", day("2026-02-05"), "Quyết định cử", flags={"due": "trước ngày ban hành"})
    page.leaf(("+ Kiểm tra công vụ đột xuất", "1", "lê văn hải", "Công an đặc khu", "đột xuất", "Biên bản"), None, "Kiểm tra công vụ đột xuất", 1, "Lê Văn Hải", unclear("đột xuất"), "Biên bản", supports=("Công an đặc khu",), flags={"due": "không có ngày"})
    page.over("Vị trí việc làm", "- Vị trí việc làm", "1", "", "", "", "")
    page.leaf(("+ Xây dựng đề án vị trí việc làm", "1", "Phạm Thị Thủy Tiên", "Lê Văn Hải", "giữa tháng 10", "Đề án"), None, "Xây dựng đề án vị trí việc làm", 1, "Phạm Thị Thủy Tiên", unclear("giữa tháng 10"), "Đề án", supports=("Lê Văn Hải",), flags={"due": "mốc không rõ ngày"})
    page.section("Xây dựng chính quyền số", "II. XÂY DỰNG CHÍNH QUYỀN SỐ (05 điểm)")
    page.over("Hạ tầng", "- Hạ tầng", "3", "", "", "", "")
    page.leaf(("+ Bảo đảm đường truyền ra đảo", "2", "Võ Trường Toản", "VNPT", "liên tục", "Nhật ký"), None, "Bảo đảm đường truyền ra đảo", 2, "Võ Trường Toản", ALWAYS, "Nhật ký", supports=("VNPT",), maybe=("supports: đơn vị",))
    page.leaf(("+ Nâng cấp máy chủ", "1", "Võ Trường Toản", "", "2026-09-15", "Biên bản nghiệm thu"), None, "Nâng cấp máy chủ", 1, "Võ Trường Toản", day("2026-09-15"), "Biên bản nghiệm thu")
    page.over("Dữ liệu", "- Dữ liệu", "2", "", "", "", "")
    page.leaf(("+ Làm sạch dữ liệu dân cư", "2", "Công an đặc khu: Trung úy Mạc Đăng Khoa", "Các khu dân cư", "Quý III-IV/2026", "Báo cáo"), None, "Làm sạch dữ liệu dân cư", 2, "Mạc Đăng Khoa", day("2026-12-31"), "Báo cáo", supports=("Các khu dân cư",), lead_unit="Công an đặc khu")
    page.line("Tổng", "9", "", "", "", "")
    return Office("n07-dac-khu-bai-cham.csv", 2026, [page], partial(text, encoding="cp1258"))
