"""A commune whose CSV is UTF-16 with tabs: codes and texts in one cell, NFD, capitals, every short form of a date."""

import unicodedata
from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.titles("UBND xã Ghềnh Đá", "Bảng giao việc cải cách hành chính năm 2026")
    page.lines.append(())
    page.line("Hạn chót", "Ai làm", "Công việc", "Điểm", "Minh chứng", "Thuộc lĩnh vực")
    nfd = partial(unicodedata.normalize, "NFD")
    page.field = "Cải cách thể chế"
    page.leaf(("15.11.26", "LÒ VĂN PẢO", "1.1. Rà soát văn bản quy phạm", "1", "Báo cáo", "Cải cách thể chế"),
              "1.1", "Rà soát văn bản quy phạm", 1, "Lò Văn Pảo", day("2026-11-15"), "Báo cáo")
    page.leaf((nfd("trước tháng 12"), nfd("quàng thị thoả"), nfd("1.2. Hệ thống hoá văn bản"), "0.5", nfd("Danh mục"), ""),
              "1.2", "Hệ thống hoá văn bản", 0.5, "Quàng Thị Thỏa", day("2026-11-30", strict=True), "Danh mục")
    page.leaf(("đến hết ngày 15/8", "Lò Văn Pảo + Quàng Thị Thỏa", "1.3. Theo dõi thi hành pháp luật", "1", "Kế hoạch", ""),
              "1.3", "Theo dõi thi hành pháp luật", 1, "Lò Văn Pảo", day("2026-08-15"), "Kế hoạch", supports=("Quàng Thị Thỏa",), flags={"lead": "không rõ chủ trì"})
    page.leaf(("2026-10-01", "Lò Văn Pảo (chủ trì)/Cà Thị Hặc", "1.4. Kiểm tra văn bản", "2", "Kết luận", ""),
              "1.4", "Kiểm tra văn bản", 2, "Lò Văn Pảo", day("2026-10-01"), "Kết luận", supports=("Cà Thị Hặc",))
    page.field = "Tài chính công"
    page.leaf(("46341", "Y Blim Niê", "2.1. Công khai ngân sách", "1", "Quyết định công khai", "Tài chính công"),
              "2.1", "Công khai ngân sách", 1, "Y Blim Niê", day("2026-11-15"), "Quyết định công khai")
    page.leaf(("không muộn hơn 10/7/2026", "Ksor H'Nhung", "2.2. Quyết toán 6 tháng", "cộng tối đa 2", "Báo cáo quyết toán", ""),
              "2.2", "Quyết toán 6 tháng", 2, "Ksor H'Nhung", day("2026-07-10", strict=True), "Báo cáo quyết toán")
    page.leaf(("6 tháng đầu năm", "đ/c Hặc", "2.3. Tiết kiệm chi", "-1", "", ""),
              "2.3", "Tiết kiệm chi", -1, None, day("2026-06-30"), flags={"lead": "chỉ ghi tên gọi"})
    page.leaf(("Thứ Sáu hằng tuần", "Cà Thị Hặc", "2.4. Đối chiếu kho bạc", "1", "Bảng đối chiếu", ""),
              "2.4", "Đối chiếu kho bạc", 1, "Cà Thị Hặc", again("weekly fri"), "Bảng đối chiếu")
    page.leaf(("trước ngày 10 hàng tháng", "Cà Thị Hặc", "2.5. Báo cáo thu chi", "1", "Báo cáo", ""),
              "2.5", "Báo cáo thu chi", 1, "Cà Thị Hặc", again("monthly day 9", strict=True), "Báo cáo")
    page.leaf(("quanh năm", "", "2.6. Quản lý tài sản công", "1", "Sổ tài sản", ""),
              "2.6", "Quản lý tài sản công", 1, None, ALWAYS, "Sổ tài sản", flags={"lead": "thiếu người"})
    page.field = "Chuyển đổi số"
    page.leaf(("ngày 10 và 20 hằng tháng", "Lò Văn Pảo, phối hợp Công an xã", "3.1. Cập nhật dữ liệu dân cư", "1", "Kết xuất", "Chuyển đổi số"),
              "3.1", "Cập nhật dữ liệu dân cư", 1, "Lò Văn Pảo", again("monthly day 10 + monthly day 20"), "Kết xuất", supports=("Công an xã",))
    page.leaf(("tháng 8-9/2026", "Tran Quoc Bao", "3.2. Tập huấn kỹ năng số", "1", "Danh sách", ""),
              "3.2", "Tập huấn kỹ năng số", 1, "Tran Quoc Bao", day("2026-09-30"), "Danh sách", flags={"lead": "tên không dấu"})
    page.leaf(("15/11-05/11/2026", "Toàn thể công chức", "3.3. Ký số văn bản đi", "x", "Thống kê", ""),
              "3.3", "Ký số văn bản đi", None, None, unclear("15/11-05/11/2026"), "Thống kê",
              flags={"lead": "tập thể", "points": "không tính", "due": "khoảng ngược"})
    page.leaf(("giữa tháng 11", "Quàng Thị Thỏa", "3.4. Họp không giấy", "tối đa 2", "Biên bản", ""),
              "3.4", "Họp không giấy", 2, "Quàng Thị Thỏa", unclear("giữa tháng 11"), "Biên bản", flags={"due": "mốc không rõ ngày"})
    page.line("", "", "Cộng", "13", "", "")
    return Office("o02-xa-ghenh-da.csv", 2026, [page], partial(text, encoding="utf-16", mark="\t"))
