"""A highland commune's Word file with a column for each of three roles, the deadline over two columns, letters below numbers and fields in the first cell."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="22/KH-UBND ngày 03/02/2026")
    page.above = ["ỦY BAN NHÂN DÂN", "XÃ KRÔNG BÚK TÂY", "Phụ lục", "DANH MỤC TIÊU CHÍ VÀ PHÂN CÔNG NHIỆM VỤ - NĂM 2026", "(Kèm theo Kế hoạch số: 22/KH-UBND ngày 03/02/2026 của UBND xã Krông Búk Tây)"]
    page.line("Ký hiệu tiêu chí", "Tên tiêu chí", "Điểm tối đa", "Người chỉ đạo", "Người thực hiện chính", "Người hỗ trợ", "Hoàn thành", "Minh chứng cần nộp")
    boss = "Y Thim Byă"
    page.section("Cải cách thể chế", "Lĩnh vực I. Cải cách thể chế (2 điểm)", "", "", "", "", "", "", "")
    page.merged = ["A2:H2"]
    page.leaf(("1.1", "Ban hành văn bản quy phạm pháp luật", "1", boss, "H'Bia Ayun", "Y Nguyên Mlô", "T6/2026", "Nghị quyết"), "1.1", "Ban hành văn bản quy phạm pháp luật", 1, "H'Bia Ayun", day("2026-06-30"), "Nghị quyết", supports=("Y Nguyên Mlô",))
    page.leaf(("1.2", "Kiểm tra, xử lý văn bản", "1", boss, "H'Bia Ayun", "", "muộn nhất ngày 10/12", "Báo cáo"), "1.2", "Kiểm tra, xử lý văn bản", 1, "H'Bia Ayun", day("2026-12-10", strict=True), "Báo cáo")
    page.section("Cải cách thủ tục hành chính", "Lĩnh vực II. Cải cách thủ tục hành chính (4 điểm)", "", "", "", "", "", "", "")
    page.merged.append("A5:H5")
    page.over("Giải quyết hồ sơ", "2.1", "Giải quyết hồ sơ", "2", "", "", "", "", "")
    page.leaf(("2.1.a", "Đúng hạn từ 98% trở lên", "1", boss, "Y Nguyên Mlô", "Bộ phận một cửa", "Thường xuyên", "Thống kê"), "2.1.a", "Đúng hạn từ 98% trở lên", 1, "Y Nguyên Mlô", ALWAYS, "Thống kê", supports=("Bộ phận một cửa",))
    page.leaf(("2.1.b", "Trả kết quả tại nhà", "1", boss, "Y Nguyên Mlô", "bưu điện xã", "hằng tháng, trước ngày 05", "Danh sách"), "2.1.b", "Trả kết quả tại nhà", 1, "Y Nguyên Mlô", again("monthly day 4", strict=True), "Danh sách", supports=("bưu điện xã",))
    page.group = None
    page.leaf(("2.2", "Tiếp nhận phản ánh", "1", boss, "", "H'Bia Ayun", "khi có phản ánh", "Sổ"), "2.2", "Tiếp nhận phản ánh", 1, None, unclear("khi có phản ánh"), "Sổ", supports=("H'Bia Ayun",), flags={"lead": "trống", "due": "không rõ"})
    page.leaf(("2.3", "Đánh giá hài lòng", "1", boss, "Cán bộ một cửa", "", "Quý II; Quý IV", "Phiếu"), "2.3", "Đánh giá hài lòng", 1, None, again("dates 2026-06-30 2026-12-31"), "Phiếu", lead_post="Cán bộ một cửa", flags={"lead": "chức danh", "due": "hai mốc"})
    page.line("", "Cộng", "6", "", "", "", "", "")
    return Office("s02-xa-krong-buk-tay.docx", 2026, [page], docx)
