"""A ward's workbook with two tables on one sheet, columns in another order in the second, fields in a column, a list of notes."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Tổng hợp", document="19/QĐ-UBND ngày 05/02/2026")
    page.titles("ỦY BAN NHÂN DÂN PHƯỜNG HÒA KHÁNH NAM", "BẢNG GIAO NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Quyết định số 19/QĐ-UBND ngày 05/02/2026 của Chủ tịch UBND phường)")
    page.line()
    page.line("A. NHIỆM VỤ TRỌNG TÂM")
    page.line("STT", "Mã tiêu chí", "Lĩnh vực", "Nhiệm vụ cụ thể", "Chuyên viên phụ trách", "Thời hạn hoàn thành", "Điểm", "Kết quả đầu ra")
    page.line("1", "2", "3", "4", "5", "6", "7", "8")
    page.field = "Cải cách thể chế"
    page.leaf((1, "1.9", "Cải cách thể chế", "Lấy ý kiến dự thảo văn bản", "Ông Mai Xuân Phú", "31-03-2026", 1, "Tờ trình"), "1.9", "Lấy ý kiến dự thảo văn bản", 1, "Mai Xuân Phú", day("2026-03-31"), "Tờ trình")
    page.leaf((2, 1.1, "Cải cách thể chế", "Tự kiểm tra văn bản", "Ông Mai Xuân Phú", "Quý IV", 1, "Báo cáo"), "1.10", "Tự kiểm tra văn bản", 1, "Mai Xuân Phú", day("2026-12-31"), "Báo cáo", flags={"code": "1.10 thành 1.1"})
    page.leaf((3, "1.11", "Cải cách thể chế", "Xử lý văn bản trái luật", "Đ/c Mai Xuân Phú (Tư pháp), đ/c Cù Thị Hậu (phối hợp)", "Trong vòng 30 ngày kể từ ngày phát hiện", 1, "Văn bản"), "1.11", "Xử lý văn bản trái luật", 1, "Mai Xuân Phú", unclear("Trong vòng 30 ngày kể từ ngày phát hiện"), "Văn bản", supports=("Cù Thị Hậu",), lead_post="Tư pháp", flags={"due": "không có ngày"})
    page.field = "Chính quyền số"
    page.leaf((4, "6.1", "Chính quyền số", "Duy trì trang thông tin", "Cù Thị Hậu", "Thường xuyên trong năm", "", "Nhật ký"), "6.1", "Duy trì trang thông tin", None, "Cù Thị Hậu", ALWAYS, "Nhật ký", flags={"points": "thiếu"})
    page.line("", "", "", "Cộng A", "", "", 3)
    page.line()
    page.line("B. NHIỆM VỤ THƯỜNG XUYÊN")
    page.line("Mã tiêu chí", "Nhiệm vụ cụ thể", "Điểm", "Thời hạn hoàn thành", "Kết quả đầu ra", "Chuyên viên phụ trách", "Lĩnh vực")
    page.field = "Chế độ công vụ"
    page.leaf(("4.1", "Chấm công, nghỉ phép", 0.5, "Ngày 30 hằng tháng", "Bảng chấm công", "Nguyễn Khắc Ý Nhi", "Chế độ công vụ"), "4.1", "Chấm công, nghỉ phép", 0.5, "Nguyễn Khắc Ý Nhi", again("monthly day 30"), "Bảng chấm công")
    page.leaf(("4.2", "Kê khai tài sản", 0.5, "Trước ngày 31/12/2026", "Bản kê khai", "Nguyễn Khắc Ý Nhi", "Chế độ công vụ"), "4.2", "Kê khai tài sản", 0.5, "Nguyễn Khắc Ý Nhi", day("2026-12-30", strict=True), "Bản kê khai")
    page.leaf(("4.3", "Nâng lương định kỳ", 0.5, "ngày 10 tháng đầu quý sau", "Quyết định", "Nguyễn Khắc Ý Nhi", "Chế độ công vụ"), "4.3", "Nâng lương định kỳ", 0.5, "Nguyễn Khắc Ý Nhi", again("quarterly month 4 day 10"), "Quyết định")
    page.leaf(("4.4", "Xếp loại công chức", 1, "Chủ nhật, 20/12/2026", "Thông báo", "Nguyễn Khắc Ý Nhi", "Chế độ công vụ"), "4.4", "Xếp loại công chức", 1, "Nguyễn Khắc Ý Nhi", day("2026-12-20"), "Thông báo")
    page.leaf(("4.5", "Họp kiểm điểm", 1, "thứ Hai ngày 20/12/2026", "Biên bản", "Nguyễn Khắc Ý Nhi", "Chế độ công vụ"), "4.5", "Họp kiểm điểm", 1, "Nguyễn Khắc Ý Nhi", day("2026-12-20"), "Biên bản", flags={"due": "thứ không khớp"})
    page.line()
    page.line("Lưu ý: các nhiệm vụ phát sinh do Văn phòng theo dõi.")
    page.line(Looks("NGƯỜI LẬP BIỂU", bold=True), "", "", "", Looks("CHÁNH VĂN PHÒNG", bold=True))
    return Office("n11-phuong-hoa-khanh-nam.xlsx", 2026, [page], xlsx)
