"""A commune without a year in its titles: the header stands in row 14, dates tell the year, lines broken inside quotes."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.titles("HUYỆN ỦY - HĐND - UBND", "UBND XÃ NĂM CĂN ĐÔNG")
    page.lines += [("",)] * 11
    page.line("Stt", "Đầu mối", "Nội dung công việc", "Thời gian", "Số điểm", "Thuộc nhóm lĩnh vực", "Kết quả cần đạt", "Đơn vị phối hợp")
    page.field = "Thể chế"
    page.leaf(("1", "Ông\nTrần Út Nhỏ", "Lập danh mục\nvăn bản", "20/01/2026", "1", "Thể chế", "Danh mục", ""), None, "Lập danh mục văn bản", 1, "Trần Út Nhỏ", day("2026-01-20"), "Danh mục")
    page.leaf(("2", "Bà Lê Thị Bé Ba;\nông Trần Út Nhỏ (PH)", "Rà soát", "Trước\n31/10/2026", "1", "", "", "Các ấp"), None, "Rà soát", 1, "Lê Thị Bé Ba",
              day("2026-10-30", strict=True), supports=("Trần Út Nhỏ", "Các ấp"))
    page.leaf(("3", "Lê Thị Bé Ba", "Hòa giải", "Hàng quý\n6 tháng", "0.5", "", "Sổ", ""), None, "Hòa giải", 0.5, "Lê Thị Bé Ba", again("quarterly + half-yearly"), "Sổ")
    page.field = "Tổ chức bộ máy"
    page.leaf(("1", "Phó Bí thư Đảng ủy", "Kiện toàn tổ", "quí 2", "1", "Tổ chức bộ máy", "", ""), None, "Kiện toàn tổ", 1, None, day("2026-06-30"), lead_post="Phó Bí thư Đảng ủy", flags={"lead": "chức danh"})
    page.leaf(("2", "Trần Út Nhỏ", "Sắp xếp ấp", "từ 15/10/2026 đến hết ngày 15/12/2026", "1", "", "", ""), None, "Sắp xếp ấp", 1, "Trần Út Nhỏ", day("2026-12-15"))
    page.leaf(("3", "ÔNG TRẦN ÚT NHỎ, BÀ LÊ THỊ BÉ BA", "Tinh giản", "30 tháng 6 năm 2026", "1", "", "", ""), None, "Tinh giản", 1, "Trần Út Nhỏ", day("2026-06-30"), supports=("Lê Thị Bé Ba",),
              flags={"lead": "không rõ"})
    page.leaf(("4", "Trần Út Nhỏ", "Đánh giá", "chủ nhật hàng tuần", "1", "", "", ""), None, "Đánh giá", 1, "Trần Út Nhỏ", again("weekly sun"))
    page.leaf(("5", "Trần Út Nhỏ", "Trực lễ", "dịp 30/4", "1", "", "", ""), None, "Trực lễ", 1, "Trần Út Nhỏ", day("2026-04-30"), flags={"due": "còn chữ khác"})
    page.leaf(("6", "Trần Út Nhỏ", "Phòng cháy", "cả năm", "1", "", "", ""), None, "Phòng cháy", 1, "Trần Út Nhỏ", ALWAYS)
    page.leaf(("7", "Trần Út Nhỏ", "Bàn giao", "sau 30 ngày", "1", "", "", ""), None, "Bàn giao", 1, "Trần Út Nhỏ", unclear("sau 30 ngày"), flags={"due": "không rõ"})
    page.line("", "", "TỔNG CỘNG", "", "9.5")
    return Office("o25-xa-nam-can-dong.csv", 2026, [page], partial(text, mark="\t"))
