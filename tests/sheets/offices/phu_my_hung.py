"""A big ward's workbook: a column for each role, scores of three councils, people with posts before and after, deadlines in two columns."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC", document="205/KH-UBND ngày 28/12/2025")
    page.line("ĐẢNG BỘ PHƯỜNG PHÚ MỸ HƯNG", None, None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM")
    page.titles("PHỤ LỤC III", "BẢNG GIAO NHIỆM VỤ THỰC HIỆN CHỈ SỐ CCHC CẤP XÃ NĂM 2026", "(Ban hành kèm theo Kế hoạch số 205/KH-UBND ngày 28/12/2025 của Ủy ban nhân dân phường)", "")
    page.line("STT", "Mã chỉ số", "Chỉ số thành phần", "Điểm", None, None, "Trách nhiệm thực hiện", None, None, "Thời gian", None, "Tài liệu chứng minh", "Ghi chú")
    page.line(None, None, None, "Tối đa", "Tự chấm", "Hội đồng thẩm định", "Lãnh đạo phụ trách", "Người thực hiện", "Đơn vị phối hợp", "Bắt đầu", "Kết thúc", None, None)
    page.merged = ["A6:A7", "B6:B7", "C6:C7", "D6:F6", "G6:I6", "J6:K6", "L6:L7", "M6:M7"]
    page.line("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13")
    boss = "Đ/c Lý Gia Hân, PCT"
    page.section("Chỉ đạo, điều hành", "I", None, Looks("CHỈ ĐẠO, ĐIỀU HÀNH", bold=True), 4.5)
    page.leaf((1, "1.1", "Ban hành kế hoạch", 0.5, None, None, boss, "Chuyên viên Trần Lê Bảo Trân", "Các phòng, ban", date(2026, 1, 5), date(2026, 1, 20), "Kế hoạch"),
              "1.1", "Ban hành kế hoạch", 0.5, "Trần Lê Bảo Trân", day("2026-01-20"), "Kế hoạch", supports=("Các phòng, ban",), lead_post="Chuyên viên")
    page.leaf((2, "1.2", "Báo cáo định kỳ", 2, None, None, boss, "Trần Lê Bảo Trân, chuyên viên Văn phòng", None, None, "trước ngày 20 tháng cuối quý", "Báo cáo"),
              "1.2", "Báo cáo định kỳ", 2, "Trần Lê Bảo Trân", again("quarterly month 3 day 19", strict=True), "Báo cáo", lead_post="chuyên viên Văn phòng")
    page.leaf((3, "1.3", "Kiểm tra công vụ", 2, None, None, boss, "Bùi Trọng Hiếu (Phó Trưởng phòng); Trần Lê Bảo Trân (hỗ trợ)", "Thanh tra", None, "Quý II/2026", "Thông báo"),
              "1.3", "Kiểm tra công vụ", 2, "Bùi Trọng Hiếu", day("2026-06-30"), "Thông báo", supports=("Trần Lê Bảo Trân", "Thanh tra"), lead_post="Phó Trưởng phòng")
    page.section("Thủ tục hành chính", "II", None, Looks("THỦ TỤC HÀNH CHÍNH", bold=True), 4)
    page.leaf((1, "2.1", "Giải quyết đúng hạn", 3, None, None, boss, "Giám đốc Trung tâm", "Bùi Trọng Hiếu", None, "duy trì thường xuyên", "Kết xuất"),
              "2.1", "Giải quyết đúng hạn", 3, None, ALWAYS, "Kết xuất", supports=("Bùi Trọng Hiếu",), lead_post="Giám đốc Trung tâm", flags={"lead": "chỉ ghi chức danh"})
    page.leaf((2, "2.2", "Đánh giá hài lòng", 1, None, None, boss, "Phan Ngọc Quỳnh Như", None, "01/3/2026", "30/11/2026", "Phiếu"),
              "2.2", "Đánh giá hài lòng", 1, "Phan Ngọc Quỳnh Như", day("2026-11-30"), "Phiếu")
    page.section("Chính quyền số", "III", None, Looks("CHÍNH QUYỀN SỐ", bold=True), 3)
    page.leaf((1, "3.1", "Ký số cá nhân", 1, None, None, boss, "Công chức được giao", None, None, "Tháng 2", "Danh sách"),
              "3.1", "Ký số cá nhân", 1, None, day("2026-02-28"), "Danh sách", flags={"lead": "không rõ người"})
    page.leaf((2, "3.10", "Chữ ký số tổ chức", 1, None, None, boss, "Phan Ngọc Quỳnh Như", None, None, "giữa quý II", "Danh sách"),
              "3.10", "Chữ ký số tổ chức", 1, "Phan Ngọc Quỳnh Như", unclear("giữa quý II"), "Danh sách", flags={"due": "không rõ ngày"})
    page.leaf((3, "3.11", "Trang thông tin", 1, None, None, boss, "Lê Nguyễn Hoàng Anh Thư", None, None, "16 giờ ngày 15/12/2026", "Trang"),
              "3.11", "Trang thông tin", 1, "Lê Nguyễn Hoàng Anh Thư", day("2026-12-15", strict=True), "Trang")
    page.line(None, None, "TỔNG ĐIỂM", 11.5)
    return Office("s03-phuong-phu-my-hung.xlsx", 2026, [page], xlsx)
