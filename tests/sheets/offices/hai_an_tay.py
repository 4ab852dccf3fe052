"""A special zone's workbook, a sheet for each unit with its own order of columns, last year's sheet, a list with two people of one name."""

from datetime import date

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    one = Page("VP", unit="Văn phòng HĐND và UBND", document="03/QĐ-UBND ngày 05/01/2026")
    one.titles("UBND ĐẶC KHU HẢI AN TÂY", "PHÂN CÔNG NHIỆM VỤ CCHC NĂM 2026", "(Kèm theo Quyết định số 03/QĐ-UBND ngày 05/01/2026)", "Đơn vị: Văn phòng HĐND và UBND")
    one.line("Mã số", "Tên tiêu chí", "Hạn", "Công chức", "Điểm", "TLKC")
    one.leaf((1.8, "Công khai lịch tiếp dân", "05/02/2026", "Trần Văn Minh (Văn thư)", 1, "Lịch"),
             "1.8", "Công khai lịch tiếp dân", 1, "Trần Văn Minh", day("2026-02-05"), "Lịch", lead_post="Văn thư")
    one.leaf((1.9, "Tiếp dân định kỳ", "ngày 15 và 25 hằng tháng", "Phạm Thu Thủy", 1, "Sổ"),
             "1.9", "Tiếp dân định kỳ", 1, "Phạm Thu Thủy", again("monthly day 15 + monthly day 25"), "Sổ")
    one.leaf((1.1, "Trả lời đơn thư", "hết năm", "Phạm Thu Thuỷ", 1, "Sổ"),
             "1.10", "Trả lời đơn thư", 1, "Phạm Thu Thủy", day("2026-12-31"), "Sổ", flags={"code": "1.10 thành 1.1"})
    one.leaf((1.11, "Kho lưu trữ", "sau Tết Nguyên đán", "Trần Văn Minh", 1, "Biên bản"),
             "1.11", "Kho lưu trữ", 1, "Trần Văn Minh", unclear("sau Tết Nguyên đán"), "Biên bản", flags={"due": "không có ngày"})
    two = Page("KT", unit="Phòng Kinh tế", document=one.document)
    two.titles("UBND ĐẶC KHU HẢI AN TÂY", "PHÂN CÔNG NHIỆM VỤ CCHC NĂM 2026", "(Kèm theo Quyết định số 03/QĐ-UBND ngày 05/01/2026)", "Đơn vị: Phòng Kinh tế")
    two.line("Công chức", "TLKC", "Điểm", "Mã số", "Hạn", "Tên tiêu chí")
    two.leaf(("Trần Văn Minh (Địa chính)", "Hồ sơ", "+0,5", "2.1", date(2026, 4, 8), "Cấp giấy chứng nhận"),
             "2.1", "Cấp giấy chứng nhận", 0.5, "Trần Văn Minh", day("2026-08-04"), "Hồ sơ", lead_post="Địa chính", flags={"due": "đảo ngày tháng"})
    two.leaf(("Hoàng Diệu Linh", "Bảng", "-1", "2.2", "20/5/2026", "Chậm giải ngân"),
             "2.2", "Chậm giải ngân", -1, "Hoàng Diệu Linh", day("2026-05-20"), "Bảng")
    two.leaf(("Hoàng Diệu Linh", "Bảng", "trừ 0,25 điểm/lần", "2.3", "28/6/2026", "Vi phạm xây dựng"),
             "2.3", "Vi phạm xây dựng", None, "Hoàng Diệu Linh", day("2026-06-28"), "Bảng", flags={"points": "mức trừ"})
    two.leaf(("Hoàng Diệu Linh", "Bảng", 1, "2.4", date(2026, 7, 10), "Hộ kinh doanh"),
             "2.4", "Hộ kinh doanh", 1, "Hoàng Diệu Linh", day("2026-10-07"), "Bảng", flags={"due": "đảo ngày tháng"})
    two.leaf(("Hoàng Diệu Linh", "Bảng", 1, "2.5", "30/9/2026", "Bến cá"),
             "2.5", "Bến cá", 1, "Hoàng Diệu Linh", day("2026-09-30"), "Bảng")
    old = Page("KT 2025")
    old.titles("UBND ĐẶC KHU HẢI AN TÂY", "PHÂN CÔNG NHIỆM VỤ CCHC NĂM 2025", "")
    old.line("Công chức", "TLKC", "Điểm", "Mã số", "Hạn", "Tên tiêu chí")
    old.line("Hoàng Diệu Linh", "Bảng", 1, "2.1", "30/9/2025", "Bến cá")
    old.flag("table", "năm khác")
    people = Page("DS can bo")
    people.line("STT", "Họ tên", "Chức vụ", "Đơn vị", "Điện thoại")
    people.line(1, "Trần Văn Minh", "Văn thư", "Văn phòng")
    people.line(2, "Trần Văn Minh", "Địa chính", "Phòng Kinh tế")
    people.line(3, "Hoàng Diệu Linh", "Chuyên viên", "Phòng Kinh tế")
    return Office("q07-dac-khu-hai-an-tay.xlsm", 2026, [one, two, old, people], xlsx)
