"""A highland commune's Word file: numbered fields in upper case, vertical merges of deadlines, notes in brackets, several units."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1")
    page.above = ["ỦY BAN NHÂN DÂN XÃ ĐẮK RÔNG", "KẾ HOẠCH PHÂN CÔNG NĂM 2026"]
    page.line("Ký hiệu", "Nhiệm vụ cụ thể", "Cơ quan, cá nhân thực hiện", "Hạn", "Điểm", "Kết quả, sản phẩm")
    page.section("Cải cách thủ tục hành chính", "1", Looks("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", bold=True))
    page.leaf(("1.1", "Rà soát thủ tục hành chính", "A Thút (Trung tâm Phục vụ hành chính công)", "Trước ngày 01 hằng tháng", "1", "Báo cáo"),
              "1.1", "Rà soát thủ tục hành chính", 1, "A Thút", again("monthly last day", strict=True), "Báo cáo", lead_unit="Trung tâm Phục vụ hành chính công", maybe=("tên",))
    page.leaf(("1.2", "Thực hiện một cửa liên thông", "Bà Y Hlim Ayŭn", "Cả năm", "1", "Sổ"),
              "1.2", "Thực hiện một cửa liên thông", 1, "Y Hlim Ayŭn", ALWAYS, "Sổ")
    page.over("Kiểm soát thủ tục", "1.3", "Kiểm soát thủ tục", "", "", "2", "")
    page.leaf(("1.3.1", "Niêm yết đúng mẫu", "Nguyễn Đức Tín", "15/6/2026", "1", "Ảnh"), "1.3.1", "Niêm yết đúng mẫu", 1, "Nguyễn Đức Tín", day("2026-06-15"), "Ảnh")
    page.leaf(("1.3.2", "Cập nhật cơ sở dữ liệu quốc gia", "Nguyễn Đức Tín và các thôn", "", "1", "Kết xuất"), "1.3.2", "Cập nhật cơ sở dữ liệu quốc gia", 1,
              "Nguyễn Đức Tín", day("2026-06-15"), "Kết xuất", supports=("các thôn",))
    page.merged = ["D6:D7"]
    page.section("Cải cách tài chính công", "2", Looks("CẢI CÁCH TÀI CHÍNH CÔNG", bold=True))
    page.leaf(("2.1", "Giải ngân vốn", "Phòng Kinh tế: ông Hồ Sỹ Nam; Kế toán: bà Đinh Thị Lành", "đến 31/01/2027", "2", "Bảng đối chiếu"),
              "2.1", "Giải ngân vốn", 2, "Hồ Sỹ Nam", day("2027-01-31"), "Bảng đối chiếu", lead_unit="Phòng Kinh tế", supports=("Đinh Thị Lành",), flags={"lead": "không rõ chủ trì"})
    page.leaf(("2.2", "Công khai ngân sách", "bà Đinh Thị Lành", "Ngày 15 tháng 7 năm 2026", "0", "Quyết định"),
              "2.2", "Công khai ngân sách", 0, "Đinh Thị Lành", day("2026-07-15"), "Quyết định")
    page.leaf(("2.3", "Tự chủ tài chính", "Đinh Thị Lành (PH: Nguyễn Đức Tín, Hồ Sỹ Nam)", "sau 10 ngày kể từ khi được giao", "1", ""),
              "2.3", "Tự chủ tài chính", 1, "Đinh Thị Lành", unclear("sau 10 ngày kể từ khi được giao"), supports=("Nguyễn Đức Tín", "Hồ Sỹ Nam"), flags={"due": "không rõ"})
    page.leaf(("2.4", "Thu ngân sách", "Hồ Sỹ Nam (từ tháng 7 bàn giao cho Đinh Thị Lành)", "hàng năm", "1", ""),
              "2.4", "Thu ngân sách", 1, "Hồ Sỹ Nam", again("yearly"), flags={"lead": "thay người"})
    page.leaf(("", "Quản lý tài sản", "Hồ Sỹ Nam", "Tuần 2 tháng 11", "1", ""), None, "Quản lý tài sản", 1, "Hồ Sỹ Nam", unclear("Tuần 2 tháng 11"),
              flags={"code": "thiếu mã", "due": "không rõ ngày"})
    page.line("", "Cộng điểm", "", "", "9", "")
    return Office("o08-xa-dak-rong.docx", 2026, [page], docx)
