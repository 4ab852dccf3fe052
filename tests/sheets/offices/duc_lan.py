"""A commune's old workbook with two tables under one title, units as lines, a hidden row, dates as cells and bare days."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls

HEAD = ("STT", "Nội dung công việc", "Người chịu trách nhiệm", "Người phối hợp", "Thời gian thực hiện", "Kết quả")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao viec", document="19/TB-UBND ngày 03/02/2026")
    page.titles("UBND XÃ ĐỨC LÂN", "THÔNG BÁO GIAO VIỆC NĂM 2026", "(Kèm theo Thông báo số 19/TB-UBND ngày 03/02/2026)")
    page.unit = "Phòng Kinh tế"
    page.line("Bộ phận: Phòng Kinh tế")
    page.line(*HEAD)
    page.leaf((1, "Lập danh mục tài sản công", "Tạ Hùng Anh", "Kế toán", date(2026, 4, 15), "Danh mục"), None, "Lập danh mục tài sản công", None, "Tạ Hùng Anh", day("2026-04-15"), "Danh mục", supports=("Kế toán",))
    page.leaf((2, "Công khai mua sắm", "Tạ Hùng Anh", "", "Quý I - IV", "Quyết định"), None, "Công khai mua sắm", None, "Tạ Hùng Anh", day("2026-12-31"), "Quyết định")
    hidden = page.leaf((3, "Đối chiếu kho bạc", "Tạ Hùng Anh", "", "Ngày 05 hằng tháng", "Biên bản"), None, "Đối chiếu kho bạc", None, "Tạ Hùng Anh", again("monthly day 5"), "Biên bản", flags={"row": "dòng ẩn"})
    page.hidden_rows = [hidden]
    page.line()
    page.unit = "Phòng Văn hóa - Xã hội"
    page.line("Bộ phận: Phòng Văn hóa - Xã hội")
    page.line(*HEAD)
    page.leaf((1, "Điều tra hộ nghèo", "Huỳnh Thị Cẩm Loan", "Các thôn", "01/9 - 30/10/2026", "Biểu"), None, "Điều tra hộ nghèo", None, "Huỳnh Thị Cẩm Loan", day("2026-10-30"), "Biểu", supports=("Các thôn",))
    page.leaf((2, "Chi trả qua tài khoản", "Huỳnh Thị Cẩm Loan", "", "hàng tháng", "Danh sách"), None, "Chi trả qua tài khoản", None, "Huỳnh Thị Cẩm Loan", again("monthly"), "Danh sách")
    page.leaf((3, "Nhà văn hóa thôn", "Trưởng thôn", "Huỳnh Thị Cẩm Loan", "cả năm", "Sổ"), None, "Nhà văn hóa thôn", None, None, ALWAYS, "Sổ", supports=("Huỳnh Thị Cẩm Loan",), lead_post="Trưởng thôn", flags={"lead": "chức danh"})
    page.leaf((4, "Ngày hội chuyển đổi số", "Huỳnh Thị Cẩm Loan", "", "ngày 10/10", "Kế hoạch"), None, "Ngày hội chuyển đổi số", None, "Huỳnh Thị Cẩm Loan", day("2026-10-10"), "Kế hoạch")
    page.leaf((5, "Tổng kết", "Huỳnh Thị Cẩm Loan", "", "sau khi tỉnh công bố", "Báo cáo"), None, "Tổng kết", None, "Huỳnh Thị Cẩm Loan", unclear("sau khi tỉnh công bố"), "Báo cáo", flags={"due": "không có ngày"})
    page.line()
    page.line("", Looks("NGƯỜI LẬP", bold=True), "", "", Looks("KT. CHỦ TỊCH", bold=True))
    page.line("", "", "", "", "PHÓ CHỦ TỊCH")
    return Office("n30-xa-duc-lan.xls", 2026, [page], xls)
