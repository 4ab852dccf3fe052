"""A commune's old workbook in TCVN3 over two sheets with a list of people: roles as letters, dates as cells, posts alone, weekdays."""

from datetime import date

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(*cells):
    return tuple(Looks(tcvn3(cell), font=".VnArial") if isinstance(cell, str) else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    head = old("Số TT", "Nội dung công việc", "Mức điểm", "Cán bộ đảm nhiệm", "Thời hạn xong", "Tài liệu chứng minh")
    one = Page("PL1")
    one.line(*old("UBND XÃ PHÚ LONG TÂY"))
    one.line(*old("DANH MỤC CÔNG VIỆC VÀ NGƯỜI ĐẢM NHIỆM NĂM 2026"))
    one.line(*head)
    one.section("Thể chế", *old("A", "THỂ CHẾ", 2))
    one.leaf((*old("1", "Xây dựng nghị quyết"), 1, *old("Ông Mạc Văn Khởi (CT), bà Nhữ Thị Sen (PH)", "20.4.2026", "Nghị quyết")), None, "Xây dựng nghị quyết", 1, "Mạc Văn Khởi", day("2026-04-20"), "Nghị quyết", supports=("Nhữ Thị Sen",))
    one.leaf((*old("2", "Rà soát văn bản"), 1, *old("Ông Mạc Văn Khởi"), date(2026, 10, 30), *old("Danh mục")), None, "Rà soát văn bản", 1, "Mạc Văn Khởi", day("2026-10-30"), "Danh mục")
    one.section("Thủ tục hành chính", *old("B", "THỦ TỤC HÀNH CHÍNH", 3))
    one.leaf((*old("1", "Trực bộ phận một cửa"), 1, *old("Bộ phận Một cửa", "hằng ngày", "Bảng chấm công")), None, "Trực bộ phận một cửa", 1, None, again("daily"), "Bảng chấm công", flags={"lead": "chỉ ghi bộ phận"})
    one.leaf((*old("2", "Xin lỗi khi trễ hẹn"), 1, *old("NHỮ THỊ SEN", "Thứ Tư, ngày 30/12/2026", "Thư xin lỗi")), None, "Xin lỗi khi trễ hẹn", 1, "Nhữ Thị Sen", day("2026-12-30"), "Thư xin lỗi")
    one.leaf((*old("3", "Kiểm tra đột xuất"), 1, *old("Nhữ Thị Sen", "Thứ Năm, ngày 30/12/2026", "Biên bản")), None, "Kiểm tra đột xuất", 1, "Nhữ Thị Sen", day("2026-12-30"), "Biên bản", flags={"due": "thứ không khớp"})
    one.line(*old(None, "Cộng", 5))
    two = Page("PL2")
    two.line(*old("DANH MỤC CÔNG VIỆC VÀ NGƯỜI ĐẢM NHIỆM NĂM 2026 (tiếp theo)"))
    two.line(*head)
    two.section("Tổ chức bộ máy", *old("C", "TỔ CHỨC BỘ MÁY", 3))
    two.leaf((*old("1", "Phân loại công chức"), 1, *old("Phó Chủ tịch UBND xã", "Trước ngày 15 tháng 12", "Quyết định")), None, "Phân loại công chức", 1, None, day("2026-12-14", strict=True), "Quyết định", lead_post="Phó Chủ tịch UBND xã", flags={"lead": "chức danh"})
    two.leaf((*old("2", "Bồi dưỡng nghiệp vụ"), 1, *old("Đoàn Thị Phượng và các thôn", "06 tháng cuối năm", "Danh sách")), None, "Bồi dưỡng nghiệp vụ", 1, "Đoàn Thị Phượng", day("2026-12-31"), "Danh sách", supports=("các thôn",))
    two.leaf((*old("3", "Chấp hành kỷ luật"), 1, *old("Toàn thể cán bộ, công chức", "suốt năm", "Sổ")), None, "Chấp hành kỷ luật", 1, None, ALWAYS, "Sổ", flags={"lead": "nhóm"})
    two.section("Điểm trừ", *old("D", "ĐIỂM TRỪ"))
    two.leaf((*old("1", "Để xảy ra đơn thư vượt cấp"), -1, *old("đ/c Sen", "29/2/2026", "")), None, "Để xảy ra đơn thư vượt cấp", -1, None, unclear("29/2/2026"), flags={"lead": "tên gọi", "due": "không có ngày"})
    three = Page("DS")
    three.line(*old("DANH SÁCH CÁN BỘ, CÔNG CHỨC"))
    three.line(*old("TT", "Họ và tên", "Chức vụ", "Điện thoại"))
    three.line(1, *old("Mạc Văn Khởi", "Công chức Tư pháp - Hộ tịch"))
    three.line(2, *old("Nhữ Thị Sen", "Công chức Văn phòng - thống kê"))
    three.line(3, *old("Đoàn Thị Phượng", "Phó Chủ tịch UBND xã"))
    return Office("r04-xa-phu-long-tay.xls", 2026, [one, two, three], xls)
