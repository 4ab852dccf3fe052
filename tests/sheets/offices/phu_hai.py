"""A special zone's workbook: parts named in lines and groups in a column merged down, the header once more below, a sign for a date."""

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx

HEADER = ("STT", "Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Tổ chức, cá nhân chủ trì", "Tổ chức, cá nhân phối hợp", "Thời hạn hoàn thành", "Sản phẩm đầu ra", "Điểm tối đa", "Điểm tự chấm")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Biểu 1")
    page.titles("ĐẶC KHU PHÚ HẢI", "BIỂU GIAO NHIỆM VỤ NĂM 2026")
    page.line(*HEADER)
    page.merged = ["B5:B6", "D5:D6", "F5:F6"]
    page.section("Thể chế", "A", "Thể chế")
    page.group = "Ban hành văn bản"
    page.leaf((1, page.group, "Soạn thảo nghị quyết", "Ông Tạ Văn Bảy (Tư pháp - Hộ tịch)", "Ban Pháp chế", "trước 30/9/2026", "Nghị quyết", 1, 1),
              None, "Soạn thảo nghị quyết", 1, "Tạ Văn Bảy", day("2026-09-29", strict=True), "Nghị quyết", supports=("Ban Pháp chế",), lead_post="Tư pháp - Hộ tịch")
    page.leaf((2, None, "Thẩm định nghị quyết", None, "Tạ Văn Bảy", None, "Báo cáo", 1),
              None, "Thẩm định nghị quyết", 1, "Tạ Văn Bảy", day("2026-09-29", strict=True), "Báo cáo", lead_post="Tư pháp - Hộ tịch")
    page.group = "Kiểm tra văn bản"
    page.leaf((3, page.group, "Tự kiểm tra", "Phòng Nội vụ", "", "Hằng năm", "Kết luận", 1), None, "Tự kiểm tra", 1, None, again("yearly"), "Kết luận", flags={"lead": "chỉ ghi đơn vị"})
    page.section("Công vụ", "B", "Công vụ")
    page.line(*HEADER)
    page.group = "Tuyển dụng"
    page.leaf((1, page.group, "Lập đề án", "Mai Thị Hương Giang", "", "#", "Đề án", 2), None, "Lập đề án", 2, "Mai Thị Hương Giang", unclear("#"), "Đề án", flags={"due": "không có ngày"})
    page.leaf((2, page.group, "Thi tuyển", "MAI THỊ HƯƠNG GIANG", "Tạ Văn Bảy, Trần Bá Lộc", "17h00 ngày 05/12/2026", "Quyết định", 2),
              None, "Thi tuyển", 2, "Mai Thị Hương Giang", day("2026-12-05", strict=True), "Quyết định", supports=("Tạ Văn Bảy", "Trần Bá Lộc"))
    page.line("", "", "Tổng cộng", "", "", "", "", 7)
    return Office("z11-dac-khu-phu-hai.xlsx", 2026, [page], xlsx)
