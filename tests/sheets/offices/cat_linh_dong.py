"""A ward's workbook whose levels are bold and letters only, with a hidden row, dittos of four kinds, formulas, and an older sheet behind."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def bold(*cells):
    return tuple(Looks(cell, bold=True) if cell is not None else None for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("2026", document=None)
    page.titles("UBND PHƯỜNG CÁT LINH ĐÔNG", "PHÂN CÔNG THEO DÕI CHỈ SỐ CCHC", "Năm 2026")
    page.line("Nhiệm vụ", "Phòng/bộ phận", "Chuyên viên phụ trách", "Deadline", "Điểm tối đa", "Kết quả cần đạt")
    page.section("Cải cách thủ tục hành chính", *bold("I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", None, None, None, 5))
    page.over("Kiểm soát thủ tục", *bold("Kiểm soát thủ tục", None, None, None, 3))
    vp = {"lead_unit": "Văn phòng"}
    page.leaf(("a) Rà soát thủ tục nội bộ", "Văn phòng", "Tạ Quang Đông", "31/5", 1, "Danh mục"), None, "Rà soát thủ tục nội bộ", 1, "Tạ Quang Đông", day("2026-05-31"), "Danh mục", **vp)
    page.leaf(("b) Đánh giá tác động", '"', '"', "muộn nhất 30/6", 1, "Báo cáo"), None, "Đánh giá tác động", 1, "Tạ Quang Đông", day("2026-06-30", strict=True), "Báo cáo", **vp)
    page.leaf(("c) Công bố danh mục", "//", "Như trên", "-nt-", 1, "Quyết định"), None, "Công bố danh mục", 1, "Tạ Quang Đông", day("2026-06-30", strict=True), "Quyết định", **vp)
    page.over("Một cửa, một cửa liên thông", *bold("Một cửa, một cửa liên thông", None, None, None, 2))
    tt = {"lead_unit": "Trung tâm PVHCC"}
    n = page.leaf(("a) Tỷ lệ hồ sơ trước hạn", "Trung tâm PVHCC", "Lưu Thị Hồng Nhạn", "Định kỳ hằng tháng", 1, None), None, "Tỷ lệ hồ sơ trước hạn", 1, "Lưu Thị Hồng Nhạn", again("monthly"), flags={"row": "dòng ẩn"}, **tt)
    page.hidden_rows = [n]
    page.leaf(("b) Số hóa kết quả", "Trung tâm PVHCC", "Hồng Nhạn", "Thường xuyên", 1, None), None, "Số hóa kết quả", 1, None, ALWAYS, flags={"lead": "chỉ có tên"}, **tt)
    page.section("Cải cách tài chính công", *bold("II. CẢI CÁCH TÀI CHÍNH CÔNG", None, None, None, 2))
    kt = {"lead_unit": "Phòng KT-HT-ĐT"}
    page.leaf(("Quyết toán thu chi", "Phòng KT-HT-ĐT", "Âu Thị Mai Chi, Tạ Quang Đông", "Ngày 15 hằng quý", 1, "Báo cáo"), None, "Quyết toán thu chi", 1, "Âu Thị Mai Chi", unclear("Ngày 15 hằng quý"), "Báo cáo", supports=("Tạ Quang Đông",), flags={"lead": "hai người", "due": "tháng nào của quý"}, **kt)
    page.leaf(("Kiểm kê tài sản", "Phòng KT-HT-ĐT", "Âu Thị Mai Chi", "0h ngày 01/01/2027", 1, "Biên bản"), None, "Kiểm kê tài sản", 1, "Âu Thị Mai Chi", day("2027-01-01", strict=True), "Biên bản", **kt)
    page.line(*bold("Tổng", None, None, None, 7))
    page.line()
    page.line("Người lập biểu", None, None, "Chánh Văn phòng")
    old = Page("2025")
    old.titles("UBND PHƯỜNG CÁT LINH ĐÔNG", "PHÂN CÔNG THEO DÕI CHỈ SỐ CCHC", "Năm 2025")
    old.line("Nhiệm vụ", "Phòng/bộ phận", "Chuyên viên phụ trách", "Deadline", "Điểm tối đa", "Kết quả cần đạt")
    old.line("Rà soát", "Văn phòng", "Tạ Quang Đông", "31/5", 1, "Danh mục")
    old.flag("table", "năm khác")
    return Office("r09-phuong-cat-linh-dong.xlsx", 2026, [page, old], xlsx)
