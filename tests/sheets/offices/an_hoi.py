"""A ward's workbook from an American machine: days and months swapped, codes turned into dates and numbers, errors in cells."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Sheet1", field=None)
    page.titles("UBND phường An Hội", "Kế hoạch thực hiện chỉ số cải cách hành chính năm 2026")
    page.line("Ký hiệu", "Chỉ tiêu", "Mức điểm", "Cán bộ chủ trì", "Ngày hoàn thành", "Tài liệu chứng minh")
    swapped = {"due": "nghi đảo ngày tháng"}
    page.over("Dịch vụ công trực tuyến", "2.1", "Dịch vụ công trực tuyến", 5)
    page.leaf(("2.1.1", "Tỷ lệ hồ sơ nộp trực tuyến", 2, "Hồ Ngọc Cẩm", date(2026, 3, 10), "Thống kê"), "2.1.1", "Tỷ lệ hồ sơ nộp trực tuyến", 2, "Hồ Ngọc Cẩm", day("2026-10-03"), "Thống kê", flags=swapped)
    page.leaf(("2.1.2", "Thanh toán trực tuyến", 2, "Hồ Ngọc Cẩm", "25/10/2026", "Thống kê"), "2.1.2", "Thanh toán trực tuyến", 2, "Hồ Ngọc Cẩm", day("2026-10-25"), "Thống kê")
    page.leaf(("2.1.3", "Kết quả điện tử", 1, "Hồ Ngọc Cẩm", date(2026, 5, 6), "Thống kê"), "2.1.3", "Kết quả điện tử", 1, "Hồ Ngọc Cẩm", day("2026-06-05"), "Thống kê", flags=swapped)
    page.over("Chứng thực", "2.2", "Chứng thực", 2)
    page.leaf((Looks(date(2026, 2, 2), form="d/m"), "Chứng thực bản sao điện tử", 1, "Tôn Nữ Quỳnh Giao", "31/8/2026", "Sổ chứng thực"), None, "Chứng thực bản sao điện tử", 1, "Tôn Nữ Quỳnh Giao", day("2026-08-31"), "Sổ chứng thực", flags={"code": "mã thành ngày"})
    page.leaf(("2.2.2", "Lưu trữ hồ sơ chứng thực", Looks("#REF!"), "Tôn Nữ Quỳnh Giao", Looks("#N/A"), "Kho"), "2.2.2", "Lưu trữ hồ sơ chứng thực", None, "Tôn Nữ Quỳnh Giao", unclear("#N/A"), "Kho", flags={"points": "lỗi", "due": "lỗi"})
    page.over("Tiếp công dân", "2.9", "Tiếp công dân", 4)
    page.leaf(("2.9.1", "Lịch tiếp công dân", 1, "Tôn Nữ Quỳnh Giao", "hằng tháng", "Lịch"), "2.9.1", "Lịch tiếp công dân", 1, "Tôn Nữ Quỳnh Giao", again("monthly"), "Lịch")
    page.leaf(("2.9.2", "Giải quyết khiếu nại", 3, "Ngô Bá Khá đến 30/6; từ 01/7 Hồ Ngọc Cẩm", "18/12/2026", "Báo cáo"), "2.9.2", "Giải quyết khiếu nại", 3, "Ngô Bá Khá", day("2026-12-18"), "Báo cáo", supports=("Hồ Ngọc Cẩm",), flags={"lead": "thay người"})
    page.line("", "Cộng", 11)
    return Office("n06-phuong-an-hoi.xlsx", 2026, [page], xlsx)
