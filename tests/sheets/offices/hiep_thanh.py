"""A ward's CSV with semicolons and a mark of UTF-8: points before text, roman sections in the code column, sums of each part."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.titles("PHỤ LỤC PHÂN CÔNG CÁC TIÊU CHÍ CCHC PHƯỜNG HIỆP THÀNH", "Năm đánh giá: năm 2026")
    page.line()
    page.line("Mã TC", "Thang điểm", "Chỉ số", "Thời hạn thực hiện", "Công chức đầu mối", "Đơn vị phối hợp", "Kết quả, sản phẩm", "Tự chấm")
    page.section("Cải cách tổ chức bộ máy", "I", "5", "CẢI CÁCH TỔ CHỨC BỘ MÁY")
    page.over("Sắp xếp tổ chức", "1", "3", "Sắp xếp tổ chức")
    page.leaf(("1.1", "1", "Kiện toàn các phòng", "chậm nhất 30/6", "Phạm Tuấn Tài", "Văn phòng", "Quyết định", ""), "I.1.1", "Kiện toàn các phòng", 1, "Phạm Tuấn Tài", day("2026-06-30", strict=True), "Quyết định", supports=("Văn phòng",))
    page.leaf(("1.2", "2", "Quy chế phối hợp", "Hoàn thành trong Quý I/2026", "PHẠM TUẤN TÀI", "", "Quy chế", ""), "I.1.2", "Quy chế phối hợp", 2, "Phạm Tuấn Tài", day("2026-03-31"), "Quy chế")
    page.group = None
    page.leaf(("2", "2", "Phân cấp quản lý", "Năm 2026", "Phạm Tuấn Tài, Lê Thị Ánh Nguyệt", "", "Văn bản", ""), "I.2", "Phân cấp quản lý", 2, "Phạm Tuấn Tài", day("2026-12-31"), "Văn bản", supports=("Lê Thị Ánh Nguyệt",), flags={"lead": "hai người"})
    page.section("Cải cách chế độ công vụ", "II", "5", "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ")
    page.over("Công chức", "1", "4", "Công chức")
    page.leaf(("1.1", "2", "Thi đua", "Quý IV", "Lê Thị Ánh Nguyệt", "Các phòng; các khu phố", "Danh sách", ""), "II.1.1", "Thi đua", 2, "Lê Thị Ánh Nguyệt", day("2026-12-31"), "Danh sách", supports=("Các phòng", "các khu phố"))
    page.leaf(("1.2", "2", "Kỷ luật", "khi có vi phạm", "Lê Thị Ánh Nguyệt", "", "Quyết định", ""), "II.1.2", "Kỷ luật", 2, "Lê Thị Ánh Nguyệt", unclear("khi có vi phạm"), "Quyết định", flags={"due": "không có ngày"})
    page.group = None
    page.leaf(("2", "1", "Văn hóa công vụ", "liên tục trong năm", "-", "", "", ""), "II.2", "Văn hóa công vụ", 1, None, ALWAYS, flags={"lead": "thiếu"})
    page.section("Điểm thưởng, điểm trừ", "III", "", "ĐIỂM THƯỞNG, ĐIỂM TRỪ")
    page.leaf(("1", "+1", "Có sáng kiến cấp tỉnh", "30/11/2026", "Lê Thị Ánh Nguyệt", "", "Giấy chứng nhận", ""), "III.1", "Có sáng kiến cấp tỉnh", 1, "Lê Thị Ánh Nguyệt", day("2026-11-30"), "Giấy chứng nhận")
    page.leaf(("2", "trừ 0,5 điểm/văn bản", "Chậm báo cáo", "hằng tháng", "Phạm Tuấn Tài", "", "", ""), "III.2", "Chậm báo cáo", None, "Phạm Tuấn Tài", again("monthly"), flags={"points": "mức"})
    page.line("", "10", "TỔNG CỘNG")
    return Office("n23-phuong-hiep-thanh.csv", 2026, [page], partial(text, encoding="utf-8-sig"))
