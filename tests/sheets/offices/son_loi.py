"""A ward's workbook: sections of every spelling, totals of every spelling, notes and signatures, and tasks that hide a rhythm."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bieu 02")
    page.titles("ỦY BAN NHÂN DÂN", "PHƯỜNG SƠN LỢI", "", "Biểu số 02", "BIỂU GIAO CHỈ TIÊU, NHIỆM VỤ CCHC NĂM 2026", "(Kèm theo Kế hoạch số       /KH-UBND ngày     tháng 01 năm 2026)", "Đơn vị tính: điểm")
    page.line("STT", "Danh mục công việc", "Cán bộ thực hiện", "Phối hợp", "Thời hạn hoàn thành", "Điểm chuẩn", "Điểm tự chấm", "Kết quả, sản phẩm")
    page.section("Cải cách thể chế", Looks("LĨNH VỰC I: CẢI CÁCH THỂ CHẾ", bold=True))
    page.merged = ["A9:H9"]
    page.leaf((1, "Ban hành kế hoạch rà soát", "Ông Mông Văn Hợi", "", "Thứ Sáu, 30/01/2026", 1, None, "Kế hoạch"),
              None, "Ban hành kế hoạch rà soát", 1, "Mông Văn Hợi", day("2026-01-30"), "Kế hoạch")
    page.leaf((2, "Báo cáo rà soát văn bản hằng quý", "Mông Văn Hợi", "", "ngày 14 tháng cuối quý", 2, None, "Báo cáo"),
              None, "Báo cáo rà soát văn bản hằng quý", 2, "Mông Văn Hợi", again("quarterly month 3 day 14"), "Báo cáo")
    page.line(None, Looks("Cộng lĩnh vực I", bold=True), None, None, None, 3)
    page.section("Cải cách thủ tục hành chính", Looks("LĨNH VỰC II: CẢI CÁCH THỦ TỤC HÀNH CHÍNH (04 điểm)", bold=True))
    page.merged.append("A13:H13")
    page.leaf((1, "Duy trì tỷ lệ hồ sơ đúng hạn từ 98 %", "Nguyễn Phúc Bảo Anh", "Mông Văn Hợi", "14/12/2026", 3, None, "Kết xuất"),
              None, "Duy trì tỷ lệ hồ sơ đúng hạn từ 98 %", 3, "Nguyễn Phúc Bảo Anh", day("2026-12-14"), "Kết xuất", supports=("Mông Văn Hợi",))
    page.leaf((2, "Trực Trung tâm ngày thứ Bảy", "Nguyễn Phúc Bảo Anh", "Toàn thể công chức Trung tâm", "Thứ Bảy hằng tuần", 1, None, "Lịch trực"),
              None, "Trực Trung tâm ngày thứ Bảy", 1, "Nguyễn Phúc Bảo Anh", again("weekly sat"), "Lịch trực", supports=("Toàn thể công chức Trung tâm",))
    page.line(None, Looks("Cộng (II)", bold=True), None, None, None, 4)
    page.section("Chuyển đổi số", Looks("LĨNH VỰC III: CHUYỂN ĐỔI SỐ", bold=True))
    page.merged.append("A17:H17")
    page.leaf((1, "Tổ công nghệ số cộng đồng sinh hoạt", "Ban Văn Thành", "Các tổ dân phố", "mỗi tháng 01 lần", 1, None, ""),
              None, "Tổ công nghệ số cộng đồng sinh hoạt", 1, "Ban Văn Thành", again("monthly"), supports=("Các tổ dân phố",))
    page.leaf((2, "Nâng cấp trang thông tin điện tử", "Ban Văn Thành; Mông Văn Hợi", "", date(2026, 8, 20), 1, None, "Trang tin"),
              None, "Nâng cấp trang thông tin điện tử", 1, "Ban Văn Thành", day("2026-08-20"), "Trang tin", supports=("Mông Văn Hợi",), flags={"lead": "không rõ chủ trì"})
    page.leaf((3, "Ứng cứu sự cố mạng", "Ban Văn Thành", "", "Khi có sự cố", 1, None, "Biên bản"),
              None, "Ứng cứu sự cố mạng", 1, "Ban Văn Thành", unclear("Khi có sự cố"), "Biên bản", flags={"due": "không có ngày"})
    page.line(None, Looks("Cộng (III)", bold=True), None, None, None, 3)
    page.line(None, Looks("TỔNG CỘNG (I+II+III)", bold=True), None, None, None, 10)
    page.line()
    page.line("Ghi chú: Thời hạn tính theo ngày làm việc.")
    page.line(None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH")
    page.line(None, "(Ký, ghi rõ họ tên)", None, None, "(Ký, đóng dấu)")
    page.line(None, "Mông Văn Hợi", None, None, "Trịnh Quốc Thái")
    return Office("q11-phuong-son-loi.xlsx", 2026, [page], xlsx)
