"""A commune's Word file with bold groups above dashes, a nested list of papers, and one person for a whole group."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="33/KH-UBND ngày 26/01/2026")
    page.above = ["Phân công cán bộ, công chức thực hiện công tác CCHC năm 2026", "(Kèm theo Kế hoạch số 33/KH-UBND ngày 26 tháng 01 năm 2026)"]
    page.line("STT", "Nội dung", "Sản phẩm", "Thời hạn thực hiện", "Người chịu trách nhiệm chính", "Bộ phận phối hợp", "Điểm chuẩn")
    page.section("Cải cách thể chế", "I.", Looks("Cải cách thể chế", bold=True), "", "", "", "", "5")
    page.over("Công tác rà soát", "1.", Looks("Công tác rà soát", bold=True), "", "", "Mai Thanh Nhã", "", "3")
    page.leaf(("", "- Rà soát văn bản của HĐND xã", "Danh mục", "Quý II/2026", "", "Văn phòng", "1"), None, "Rà soát văn bản của HĐND xã", 1, "Mai Thanh Nhã", day("2026-06-30"),
              "Danh mục", supports=("Văn phòng",), flags={"lead": "theo nhóm"})
    page.leaf(("", "- Rà soát văn bản của UBND xã", "Danh mục", "Quý III/2026", "Huỳnh Thị Cẩm Tú", "", "2"), None, "Rà soát văn bản của UBND xã", 2, "Huỳnh Thị Cẩm Tú", day("2026-09-30"), "Danh mục")
    page.group = None
    page.leaf(("2.", "Công tác hòa giải", "Báo cáo", "trước ngày 10/12", "Huỳnh Thị Cẩm Tú", "các ấp", "2"), None, "Công tác hòa giải", 2, "Huỳnh Thị Cẩm Tú",
              day("2026-12-09", strict=True), "Báo cáo", supports=("các ấp",))
    page.section("Cải cách công vụ", "II.", Looks("Cải cách công vụ", bold=True), "", "", "", "", "4")
    page.leaf(("1.", "Thực hiện văn hóa công sở", "", "Thường xuyên", "Mai Thanh Nhã", "", "1"), None, "Thực hiện văn hóa công sở", 1, "Mai Thanh Nhã", ALWAYS)
    page.leaf(("2.", "Báo cáo thống kê", "Báo cáo", "05/6; 05/12", "Mai Thanh Nhã", "", "1"), None, "Báo cáo thống kê", 1, "Mai Thanh Nhã", again("dates 2026-06-05 2026-12-05"), "Báo cáo",
              flags={"due": "nhiều mốc"})
    page.leaf(("3.", "Tiếp công dân", "Sổ", "ngày 15 và 30 hàng tháng", "Đ/c Tú", "", "1"), None, "Tiếp công dân", 1, None, again("monthly day 15 + monthly day 30"), "Sổ", flags={"lead": "tên gọi"})
    page.leaf(("4.", "", "Biên bản", "30/11/2026", "Mai Thanh Nhã", "", "1"), None, None, 1, "Mai Thanh Nhã", day("2026-11-30"), "Biên bản", flags={"criterion": "thiếu nội dung"})
    page.line("", "Tổng cộng:", "", "", "", "", "9")
    return Office("o17-xa-tra-on.docx", 2026, [page], docx)
