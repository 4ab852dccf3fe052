"""A highland commune's Word table: several people a cell, each on a line with the role in brackets; plus signs below dashes."""

from tests.sheets.offices.paper import Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1")
    page.above = ["UBND XÃ LẠC DƯƠNG", "BIỂU PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 2026", "(Thực hiện từ tháng 01 năm 2026)"]
    page.line("Công việc", "Công chức phụ trách", "Thời hạn", "Kết quả")
    number = page.section("Thủ tục hành chính", "1. THỦ TỤC HÀNH CHÍNH", "", "", "")
    page.merged.append(f"A{number}:D{number}")
    page.over("Kiểm soát thủ tục", "- Kiểm soát thủ tục", "", "", "")
    page.leaf(("+ Rà soát, đơn giản hóa", "Ông Kră Jăn Ha Tiêm (chính)\nBà Bon Krong K'Thủy (phụ)", "Trong quý IV", "Báo cáo"), None, "Rà soát, đơn giản hóa", None, "Kră Jăn Ha Tiêm", day("2026-12-31"), "Báo cáo",
              supports=("Bon Krong K'Thủy",))
    page.leaf(("+ Niêm yết công khai", "Bà Bon Krong K'Thủy", "06 tháng/lần", "Ảnh"), None, "Niêm yết công khai", None, "Bon Krong K'Thủy", again("half-yearly"), "Ảnh")
    page.over("Một cửa", "- Một cửa", "", "", "")
    page.leaf(("+ Đánh giá hài lòng", "Bà Bon Krong K'Thủy\nCán bộ một cửa cùng thực hiện", "đến hết tháng 10", "Phiếu"), None, "Đánh giá hài lòng", None, "Bon Krong K'Thủy", day("2026-10-31"), "Phiếu",
              supports=("Cán bộ một cửa",))
    page.leaf(("+ Trả kết quả tại nhà", "Ông Liêng Hót Ha Bang", "Trước kỳ họp Hội đồng nhân dân cuối năm", ""), None, "Trả kết quả tại nhà", None, "Liêng Hót Ha Bang",
              unclear("Trước kỳ họp Hội đồng nhân dân cuối năm"), flags={"due": "không có ngày rõ ràng"})
    number = page.section("Chuyển đổi số", "2. LĨNH VỰC CHUYỂN ĐỔI SỐ", "", "", "")
    page.merged.append(f"A{number}:D{number}")
    page.leaf(("- Tổ công nghệ số cộng đồng", "Ông Liêng Hót Ha Bang; các thôn phối hợp", "15 tháng 8", "Quyết định"), None, "Tổ công nghệ số cộng đồng", None, "Liêng Hót Ha Bang", day("2026-08-15"), "Quyết định",
              supports=("các thôn",))
    page.leaf(("- Số hóa hộ tịch", "Công chức Tư pháp - Hộ tịch", "31/9/2026", "Kết xuất"), None, "Số hóa hộ tịch", None, None, unclear("31/9/2026"), "Kết xuất", lead_post="Công chức Tư pháp - Hộ tịch",
              flags={"lead": "chỉ ghi chức danh", "due": "ngày không có trong lịch"})
    return Office("p06-xa-lac-duong.docx", 2026, [page], docx)
