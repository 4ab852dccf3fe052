"""A ward that leads its fields with words, keeps titles between tables, adds a second year, and writes long sentences."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Sheet1", document="77/QĐ-UBND ngày 09/02/2026")
    page.titles("UBND PHƯỜNG PHƯỚC LONG ĐÔNG", "PHỤ LỤC: NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 VÀ PHÂN CÔNG THỰC HIỆN",
                "(Kèm theo Quyết định số 77/QĐ-UBND ngày 09 tháng 02 năm 2026 của Chủ tịch UBND phường)")
    page.line("TT", "Nội dung nhiệm vụ", "Sản phẩm/Kết quả", "Cơ quan, đơn vị chủ trì", "Công chức tham mưu", "Thời gian hoàn thành", "Điểm")
    page.section("Về cải cách thể chế", "I", "Về cải cách thể chế", None, None, None, None, 3)
    page.leaf((1, "Ban hành văn bản quy phạm pháp luật đúng thẩm quyền, đúng trình tự, thủ tục; bảo đảm lấy ý kiến đối tượng chịu tác động", "Nghị quyết, quyết định",
               "Văn phòng HĐND và UBND", "Kha Thị Mỹ Tiên", "Theo chương trình công tác", 1), None,
              "Ban hành văn bản quy phạm pháp luật đúng thẩm quyền, đúng trình tự, thủ tục; bảo đảm lấy ý kiến đối tượng chịu tác động", 1, "Kha Thị Mỹ Tiên",
              unclear("Theo chương trình công tác"), "Nghị quyết, quyết định", lead_unit="Văn phòng HĐND và UBND", flags={"due": "không rõ"})
    page.leaf((2, "Rà soát văn bản", "Báo cáo", "Văn phòng HĐND và UBND", "Kha Thị Mỹ Tiên", "15/12/2026", 2), None, "Rà soát văn bản", 2, "Kha Thị Mỹ Tiên", day("2026-12-15"), "Báo cáo",
              lead_unit="Văn phòng HĐND và UBND")
    page.section("Về cải cách thủ tục hành chính", "II", "Về cải cách thủ tục hành chính", None, None, None, None, 3)
    unit = {"lead_unit": "Trung tâm Phục vụ hành chính công"}
    page.leaf((1, "100% thủ tục được công khai", "Ảnh", unit["lead_unit"], "Mạch Quang Vinh", "Thường xuyên", 1), None, "100% thủ tục được công khai", 1, "Mạch Quang Vinh", ALWAYS, "Ảnh", **unit)
    page.leaf((2, "Tỷ lệ trả đúng hạn từ 98%", "Kết xuất", unit["lead_unit"], "Mạch Quang Vinh, Kha Thị Mỹ Tiên", "Hằng tháng", 1), None, "Tỷ lệ trả đúng hạn từ 98%", 1, "Mạch Quang Vinh",
              again("monthly"), "Kết xuất", supports=("Kha Thị Mỹ Tiên",), flags={"lead": "không rõ"}, **unit)
    page.leaf((3, "Cắt giảm 30% thời gian", "Quyết định", unit["lead_unit"], "Chánh Văn phòng", date(2026, 7, 1), 1), None, "Cắt giảm 30% thời gian", 1, None, day("2026-01-07"), "Quyết định",
              lead_post="Chánh Văn phòng", flags={"lead": "chức danh", "due": "đảo ngày và tháng"}, **unit)
    page.line(None, "Tổng cộng", None, None, None, None, 6)
    page.lines += [(), ("PHỤ LỤC 2: NHIỆM VỤ NĂM 2025 CHUYỂN SANG",)]
    page.line("TT", "Nội dung", "Người phụ trách", "Hạn")
    page.line(1, "Việc cũ", "Mạch Quang Vinh", "30/6/2025")
    page.flag("table", "bảng của năm khác")
    return Office("o21-phuong-phuoc-long-dong.xlsx", 2026, [page], xlsx)
