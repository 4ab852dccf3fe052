"""A ward with one sheet a unit, last year's sheet, a hidden one, a list of officials, and an American machine's dates."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    one = Page("Văn phòng", unit="Văn phòng HĐND và UBND")
    one.titles("PHƯỜNG TÂN HÒA ĐÔNG", "NHIỆM VỤ CCHC NĂM 2026", "Đơn vị: Văn phòng HĐND và UBND")
    head = ("Mã TC", "Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Mức điểm", "Đầu mối", "Hạn hoàn thành", "TLKC", "Căn cứ")
    one.line(*head)
    one.field, doc = "Chỉ đạo, điều hành", "15/KH-UBND ngày 20/01/2026"
    more = {"criterion": "Kế hoạch", "document": doc}
    one.leaf(("1.8", "Chỉ đạo, điều hành", "Kế hoạch", "Ban hành kế hoạch", 1, "Trần Văn Minh", date(2026, 5, 3), "Kế hoạch", "15/KH-UBND ngày 20/01/2026"),
             "1.8", None, 1, "Trần Văn Minh", day("2026-03-05"), "Kế hoạch", **more, subcriterion="Ban hành kế hoạch",
             flags={"due": "đảo ngày tháng"})
    one.leaf(("1.9", "", "", "Kiểm tra kế hoạch", 1, "Đỗ Thị Hà My", "25/08/2026", "Kết luận", "15/KH-UBND ngày 20/01/2026"),
             "1.9", None, 1, "Đỗ Thị Hà My", day("2026-08-25"), "Kết luận", **more, subcriterion="Kiểm tra kế hoạch")
    one.leaf((1.1, "", "", "Báo cáo kết quả", 1, "Đỗ Thị Hà My", date(2026, 10, 12), "Báo cáo", ""),
             "1.10", None, 1, "Đỗ Thị Hà My", day("2026-12-10"), "Báo cáo", criterion="Kế hoạch", subcriterion="Báo cáo kết quả",
             flags={"due": "đảo ngày tháng", "code": "1.10 thành 1.1"})
    one.leaf((1.11, "", "Tuyên truyền", "", 1, "Đỗ Thị Hà My", "", "Tin bài", ""),
             "1.11", None, 1, "Đỗ Thị Hà My", unclear(), "Tin bài", criterion="Tuyên truyền", subcriterion=None, flags={"due": "thiếu hạn"})
    one.leaf(("1.12", "", "Sáng kiến", "", "cộng 1", "Đỗ Thị Hà My", "30/12/2027", "Quyết định", ""),
             "1.12", None, 1, "Đỗ Thị Hà My", day("2027-12-30"), "Quyết định", criterion="Sáng kiến", subcriterion=None, flags={"due": "năm ngoài kỳ"})
    two = Page("Kinh tế", unit="Phòng Kinh tế, Hạ tầng và Đô thị")
    two.titles("PHƯỜNG TÂN HÒA ĐÔNG", "NHIỆM VỤ CCHC NĂM 2026", "Đơn vị: Phòng Kinh tế, Hạ tầng và Đô thị")
    two.line("Deadline", "Đầu mối", "Nội dung", "Mã TC", "Mức điểm", "TLKC")
    two.leaf(("cuối năm", "Trần Văn Minh", "Giải ngân đầu tư công", "6.1", 2, "Đối chiếu"), "6.1", "Giải ngân đầu tư công", 2, "Trần Văn Minh",
             day("2026-12-31"), "Đối chiếu")
    two.rows[-1]["needs_check"] = []
    two.leaf(("T6/2026", "Phan Thị Mỹ Duyên", "Kiểm kê tài sản", "6.2", "=1/0", "Biên bản"), "6.2", "Kiểm kê tài sản", None, "Phan Thị Mỹ Duyên",
             day("2026-06-30"), "Biên bản", flags={"points": "công thức chưa có giá trị"})
    two.leaf(("hằng tuần", "Phan Thị Mỹ Duyên - phối hợp: các phòng", "Rà quét mã số thuế", "6.3", 1, ""), "6.3", "Rà quét mã số thuế", 1, "Phan Thị Mỹ Duyên",
             again("weekly"), supports=("các phòng",))
    two.hidden_rows.append(two.leaf(("thường xuyên", "Phan Thị Mỹ Duyên", "Cập nhật giá đất", "6.4", 1, ""), "6.4", "Cập nhật giá đất", 1, "Phan Thị Mỹ Duyên",
                                    ALWAYS, flags={"row": "dòng ẩn"}))
    two.lines.append(())
    two.titles("Đơn vị: Trung tâm Phục vụ hành chính công")
    two.unit = "Trung tâm Phục vụ hành chính công"
    two.line("Nội dung", "Mã TC", "Người làm", "Thời hạn")
    two.leaf(("Trả hồ sơ đúng hạn", "3.1", "Lâm Quốc Khánh", "trong quý III"), "3.1", "Trả hồ sơ đúng hạn", None, "Lâm Quốc Khánh", day("2026-09-30"))
    two.leaf(("Đánh giá hài lòng", "3.2", "Lâm Quốc Khánh", "15/3; 15/9"), "3.2", "Đánh giá hài lòng", None, "Lâm Quốc Khánh",
             again("dates 2026-03-15 2026-09-15"), flags={"due": "nhiều mốc"})
    past = Page("2025")
    past.titles("NHIỆM VỤ CCHC NĂM 2025")
    past.line(*head)
    past.line("1.1", "A", "B", "C", 1, "Trần Văn Minh", "15/10/2025", "", "")
    past.flag("table", "bảng của năm khác")
    hidden = Page("nháp", hidden=True)
    hidden.line("Mã", "Nội dung", "Người phụ trách", "Thời hạn")
    hidden.line("9.9", "Bản nháp", "Trần Văn Minh", "15/10/2026")
    hidden.flag("table", "trang ẩn")
    people = Page("CBCC")
    people.line("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    people.line(1, "Trần Văn Minh", "Phó Chánh Văn phòng", "Văn phòng HĐND và UBND")
    people.line(2, "Trần Văn Minh", "Công chức địa chính", "Phòng Kinh tế, Hạ tầng và Đô thị")
    people.line(3, "Đỗ Thị Hà My", "Văn thư", "Văn phòng HĐND và UBND")
    return Office("o05-phuong-tan-hoa-dong.xlsx", 2026, [one, two, past, hidden, people], xlsx)
