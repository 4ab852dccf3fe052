"""A commune's CSV in Windows-1258 with commas: the deadline comes first, the field is left out where it repeats, hours of a day."""

import functools

from tests.sheets.offices.paper import Office, Page, again, day, text


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="07/KH-UBND ngày 12/01/2026")
    page.titles("UBND XÃ KHÁNH LÂM", "DANH MỤC PHÂN CÔNG (Kèm theo Kế hoạch số 07/KH-UBND ngày 12/01/2026)")
    page.line("Hạn hoàn thành", "Lĩnh vực", "Mã tiêu chí", "Nhiệm vụ", "Cán bộ phụ trách", "Bộ phận", "Mức điểm", "Hồ sơ minh chứng")
    page.field = "Chính quyền số"
    page.leaf(("17h00 ngày 20/11/2026", "Chính quyền số", "TC 2.1.1.", "Nhập dữ liệu lên phần mềm", "đ/c Quách Tố Hảo", "Văn phòng", "0.5", "Ảnh chụp phần mềm"), "2.1.1", "Nhập dữ liệu lên phần mềm", 0.5,
              "Quách Tố Hảo", day("2026-11-20", strict=True), "Ảnh chụp phần mềm", lead_unit="Văn phòng")
    page.leaf(("Hằng tháng (ngày 20)", "", "TC 2.1.2.", "Báo cáo chữ ký số", "đ/c Quách Tố Hảo", "Văn phòng", "1", "Báo cáo"), "2.1.2", "Báo cáo chữ ký số", 1, "Quách Tố Hảo", again("monthly day 20"), "Báo cáo",
              lead_unit="Văn phòng")
    page.leaf(("trước ngày 05 tháng đầu quý sau", "", "TC 2.1.3.", "Thống kê hồ sơ trực tuyến", "Đ/c LÂM VĂN PHƯỚC", "Trung tâm Phục vụ hành chính công", "1", "Bảng thống kê"), "2.1.3", "Thống kê hồ sơ trực tuyến", 1,
              "Lâm Văn Phước", again("quarterly month 4 day 4", strict=True), "Bảng thống kê", lead_unit="Trung tâm Phục vụ hành chính công")
    page.field = "Tổ chức bộ máy"
    page.leaf(("01/3 - 31/3/2026", "Tổ chức bộ máy", "TC 3.1", "Rà soát vị trí việc làm", "bà Kim Thị Sóc Kha và các công chức", "Phòng Văn hóa - Xã hội", "1", "Đề án"), "3.1", "Rà soát vị trí việc làm", 1, "Kim Thị Sóc Kha",
              day("2026-03-31"), "Đề án", lead_unit="Phòng Văn hóa - Xã hội", supports=("các công chức",))
    page.leaf(("không quá 30/9/2026", "", "TC 3.2", "Kiện toàn ban chỉ đạo", "", "Phòng Văn hóa - Xã hội", "1", "Quyết định"), "3.2", "Kiện toàn ban chỉ đạo", 1, None, day("2026-09-30", strict=True), "Quyết định",
              lead_unit="Phòng Văn hóa - Xã hội", flags={"lead": "thiếu người phụ trách"})
    page.leaf(("15/8/2026", "", "", "Bố trí kinh phí", "ông Hữu Thành Nhơn", "Phòng Kinh tế", "", ""), None, "Bố trí kinh phí", None, "Hữu Thành Nhơn", day("2026-08-15"), lead_unit="Phòng Kinh tế",
              flags={"code": "thiếu mã", "points": "thiếu điểm"})
    return Office("p03-xa-khanh-lam.csv", 2026, [page], functools.partial(text, encoding="cp1258", mark=","))
