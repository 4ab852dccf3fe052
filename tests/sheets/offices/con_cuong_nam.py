"""An old workbook in Unicode: true dates with a US machine's swap, error cells, a hidden sheet, rows put out of sight, people of one name told apart by unit."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xls


def office() -> Office:
    """Build the file and its truth."""
    one = Page("Trang 1", document="05/KH-UBND ngày 08/01/2026")
    one.titles("UBND XÃ CON CUÔNG NAM", "PHÂN CÔNG TIÊU CHÍ CCHC NĂM 2026", "(Kèm theo Kế hoạch số 05/KH-UBND ngày 08/01/2026)")
    one.line("Mã", "Bộ phận", "Nội dung", "Người phụ trách", "Hoàn thành", "Điểm chuẩn", "TLKC")
    vp, kt = "Văn phòng", "Phòng Kinh tế"
    one.leaf(("1.1", vp, "Lịch công tác tuần", "Lô Văn Hùng", "Thứ Sáu hàng tuần", 1.0, "Lịch"), "1.1", "Lịch công tác tuần", 1, "Lô Văn Hùng", again("weekly fri"), "Lịch", lead_unit=vp)
    one.leaf(("1.2", vp, "Theo dõi đơn thư", "Lô Văn Hùng", date(2026, 5, 3), 1.0, "Sổ"), "1.2", "Theo dõi đơn thư", 1, "Lô Văn Hùng", day("2026-03-05"), "Sổ", lead_unit=vp, flags={"due": "đảo ngày tháng"})
    one.leaf(("1.3", kt, "Cấp phép xây dựng", "Lô Văn Hùng", "25/9/2026", 1.0, "Giấy phép"), "1.3", "Cấp phép xây dựng", 1, "Lô Văn Hùng", day("2026-09-25"), "Giấy phép", lead_unit=kt)
    one.leaf(("1.4", "", "Báo cáo tổng hợp", "Lô Văn Hùng", "30/10/2026", 1.0, "Báo cáo"), "1.4", "Báo cáo tổng hợp", 1, "Lô Văn Hùng", day("2026-10-30"), "Báo cáo", flags={"lead": "hai người cùng tên"})
    one.leaf(("1.5", kt, "Chợ phiên", "Vi Thị Thơm", date(2026, 8, 1), "2đ", ""), "1.5", "Chợ phiên", 2, "Vi Thị Thơm", day("2026-01-08"), lead_unit=kt, flags={"due": "đảo ngày tháng", "row": "dòng ẩn"})
    one.hidden_rows = [one.rows[-1]["row"]]
    one.leaf(("1.6", kt, "Khuyến nông", "Vi Thị Thơm", "liên tục", "-", ""), "1.6", "Khuyến nông", None, "Vi Thị Thơm", ALWAYS, lead_unit=kt, flags={"points": "thiếu điểm"})
    one.leaf(("1.6", kt, "Phòng cháy rừng", "Vi Thị Thơm", "mùa khô", 1.0, ""), "1.6", "Phòng cháy rừng", 1, "Vi Thị Thơm", unclear("mùa khô"), lead_unit=kt, flags={"code": "trùng mã", "due": "không có ngày"})
    one.rows[-2]["needs_check"].append("trùng mã")
    one.flag("code", "trùng mã", one.rows[-2]["row"])
    two = Page("Nháp", hidden=True)
    two.line("Mã", "Bộ phận", "Nội dung", "Người phụ trách", "Hoàn thành", "Điểm chuẩn", "TLKC")
    two.line("1.1", vp, "Lịch công tác", "Lô Văn Hùng", "30/6/2026", 1.0, "Lịch")
    two.flag("table", "trang tính ẩn")
    return Office("r06-xa-con-cuong-nam.xls", 2026, [one, two], xls)
