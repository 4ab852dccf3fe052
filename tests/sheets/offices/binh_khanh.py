"""A commune's workbook of the 1904 calendar with letters for parts, roles before the names, and a table of sums beside it."""

from datetime import date
from functools import partial

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bảng 1", document="03/QĐ-UBND ngày 08/01/2026")
    page.titles("UBND XÃ BÌNH KHÁNH", "PHÂN CÔNG CÁN BỘ, CÔNG CHỨC THEO DÕI, THỰC HIỆN BỘ TIÊU CHÍ CCHC NĂM 2026", "Ban hành theo Quyết định số 03/QĐ-UBND ngày 08/01/2026")
    page.line("Mục", "Nội dung, tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Phân công", "Thời gian", "Tài liệu kiểm chứng (số, ngày)")
    page.section("Lĩnh vực A", "A", Looks("CÔNG TÁC CHỈ ĐẠO", bold=True), "", "", "", "", "")
    page.field = "Công tác chỉ đạo"
    page.over("Kế hoạch", "A1", "Kế hoạch", 2)
    page.leaf(("A1.1", "Ban hành", 1, "", "Chủ trì: Lương Thế Trân; Phối hợp: Ninh Thị Lụa, Tài chính - Kế toán", date(2026, 1, 20), "Kế hoạch"), "A1.1", "Ban hành", 1, "Lương Thế Trân", day("2026-01-20"), "Kế hoạch", supports=("Ninh Thị Lụa", "Tài chính - Kế toán"))
    page.leaf(("A1.2", "Báo cáo", 1, "", "Phụ trách: Lương Thế Trân", "Ngày 15/3, 15/6, 15/9, 14/12", "Báo cáo"), "A1.2", "Báo cáo", 1, "Lương Thế Trân", again("dates 2026-03-15 2026-06-15 2026-09-15 2026-12-14"), "Báo cáo", flags={"due": "nhiều mốc"})
    page.over("Tuyên truyền", "A2", "Tuyên truyền", 1)
    page.leaf(("A2.1", "Trên hệ thống truyền thanh", 1, "", "Ninh Thị Lụa phối hợp với Lương Thế Trân", "hằng ngày", "Bản tin"), "A2.1", "Trên hệ thống truyền thanh", 1, "Ninh Thị Lụa", again("daily"), "Bản tin", supports=("Lương Thế Trân",))
    page.section("Lĩnh vực B", "B", Looks("CẢI CÁCH TÀI CHÍNH CÔNG", bold=True), "", "", "", "", "")
    page.field = "Cải cách tài chính công"
    page.over("Ngân sách", "B1", "Ngân sách", 3)
    page.leaf(("B1.1", "Công khai ngân sách", 1, "", "Kế toán Viên Hồng Quang", "chậm nhất là ngày 15 tháng 4 năm 2026", "Quyết định"), "B1.1", "Công khai ngân sách", 1, "Viên Hồng Quang", day("2026-04-15", strict=True), "Quyết định", lead_post="Kế toán")
    page.leaf(("B1.2", "Thu phí chợ", 2, "", "Ban Quản lý chợ", "hàng ngày", "Biên lai"), "B1.2", "Thu phí chợ", 2, None, again("daily"), "Biên lai", flags={"lead": "đơn vị"})
    page.over("Tài sản công", "B2", "Tài sản công", 2)
    page.leaf(("B2.1", "Sắp xếp nhà, đất", 1, "", "Viên Hồng Quang (Phòng Kinh tế) chủ trì, các ấp phối hợp", "Từ tháng 5 đến tháng 10/2026", "Phương án"), "B2.1", "Sắp xếp nhà, đất", 1, "Viên Hồng Quang", day("2026-10-31"), "Phương án", supports=("các ấp",), lead_unit="Phòng Kinh tế")
    page.leaf(("B2.2", "Quản lý xe công", 1, "", "Lương Thế Trân và Ninh Thị Lụa cùng chủ trì", "thường xuyên", "Sổ"), "B2.2", "Quản lý xe công", 1, "Lương Thế Trân", ALWAYS, "Sổ", supports=("Ninh Thị Lụa",), flags={"lead": "hai người cùng chủ trì"})
    page.line("", "Tổng cộng", 8)
    return Office("n13-xa-binh-khanh.xlsx", 2026, [page], partial(xlsx, from_1904=True))
