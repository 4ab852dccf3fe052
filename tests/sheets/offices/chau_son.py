"""A ward's list out of a program: UTF-16 with tabs, a column for the unit, ISO dates with an hour, serials as text."""

import functools

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("PHƯỜNG CHÂU SƠN - THEO DÕI TIÊU CHÍ NĂM 2026")
    page.line("Đơn vị", "Người thực hiện chính", "Người hỗ trợ", "Mã", "Tên nhiệm vụ", "Thang điểm", "Hạn hoàn thành", "Minh chứng", "Căn cứ giao việc")
    vp, vh = "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội"
    page.leaf((vp, "Trần Thị Kim Phụng", "", "1.1", "Kế hoạch năm", "1", "2026-01-31 00:00:00", "Kế hoạch", "12/KH-UBND"),
              "1.1", "Kế hoạch năm", 1, "Trần Thị Kim Phụng", day("2026-01-31"), "Kế hoạch", lead_unit=vp, document="12/KH-UBND")
    page.leaf((vp, "Trần Thị Kim Phụng", "Lê Bá Tùng; Võ Thị Sáu", "1.2", "Theo dõi, đôn đốc", "1", "46341", "Sổ", "12/KH-UBND"),
              "1.2", "Theo dõi, đôn đốc", 1, "Trần Thị Kim Phụng", day("2026-11-15"), "Sổ", supports=("Lê Bá Tùng", "Võ Thị Sáu"), lead_unit=vp, document="12/KH-UBND")
    page.leaf((vp, "Lê Bá Tùng", "x", "1.3", "Phòng họp không giấy", "0,25", "T6", "", ""),
              "1.3", "Phòng họp không giấy", 0.25, "Lê Bá Tùng", day("2026-06-30"), lead_unit=vp)
    page.leaf((vp, "", "Lê Bá Tùng", "1.4", "Lưu trữ điện tử", "0", "cuối quý III", "", ""),
              "1.4", "Lưu trữ điện tử", 0, None, day("2026-09-30"), lead_unit=vp, supports=("Lê Bá Tùng",), flags={"lead": "thiếu người"})
    page.leaf((vh, "Võ Thị Sáu", "", "2.1", "Đánh giá công chức", "2", "15/12/2026 17:00", "Phiếu", ""),
              "2.1", "Đánh giá công chức", 2, "Võ Thị Sáu", day("2026-12-15", strict=True), "Phiếu", lead_unit=vh)
    page.leaf((vh, "Võ Thị Sáu", "", "2.2", "Báo cáo công tác tôn giáo", "1", "ngày 05 của tháng đầu quý sau", "Báo cáo", ""),
              "2.2", "Báo cáo công tác tôn giáo", 1, "Võ Thị Sáu", again("quarterly month 4 day 5"), "Báo cáo", lead_unit=vh)
    page.leaf((vh, "Võ Thị Sáu", "Ban chỉ đạo CCHC", "2.3", "Sơ kết, tổng kết", "1", "Tháng 6, tháng 12", "Báo cáo", ""),
              "2.3", "Sơ kết, tổng kết", 1, "Võ Thị Sáu", again("dates 2026-06-30 2026-12-31"), "Báo cáo", supports=("Ban chỉ đạo CCHC",), lead_unit=vh, flags={"due": "nhiều mốc"})
    page.leaf((vh, "Đỗ Văn Tám (đến 30/6); Võ Thị Sáu (từ 01/7)", "", "2.4", "Thi đua, khen thưởng", "1", "hạn chót: 10/9/2026", "", ""),
              "2.4", "Thi đua, khen thưởng", 1, None, day("2026-09-10", strict=True), lead_unit=vh, flags={"lead": "thay người trong năm"})
    page.leaf((vh, "Đỗ Văn Tám", "", "2.5", "Gia đình văn hóa", "1", "trong vòng 10 ngày kể từ ngày nhận hồ sơ", "", ""),
              "2.5", "Gia đình văn hóa", 1, "Đỗ Văn Tám", unclear("trong vòng 10 ngày kể từ ngày nhận hồ sơ"), lead_unit=vh, flags={"due": "không có ngày"})
    page.leaf((vh, "Đỗ Văn Tám", "", "2.6", "Thư viện cộng đồng", "KTCĐ", "Thường xuyên", "", ""),
              "2.6", "Thư viện cộng đồng", None, "Đỗ Văn Tám", ALWAYS, lead_unit=vh, flags={"points": "không tính điểm"})
    page.leaf((vh, "Đỗ Văn Tám", "", "2.7", "Lễ hội truyền thống", "1", "15/11/2062", "", ""),
              "2.7", "Lễ hội truyền thống", 1, "Đỗ Văn Tám", day("2062-11-15"), lead_unit=vh, flags={"due": "ngày ngoài kỳ"})
    return Office("q03-phuong-chau-son.csv", 2026, [page], functools.partial(text, encoding="utf-16", mark="\t"))
