"""A delta commune's CSV parted by tabs: a leader's column beside the worker's, spoilt text in one row, weekdays that fit."""

import functools

from tests.sheets.offices.paper import Office, Page, again, day, text


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.titles("Phân công theo dõi chỉ số CCHC năm 2026 - UBND xã Tháp Mười")
    page.line("Mã", "Nhiệm vụ", "Lãnh đạo chỉ đạo", "Người thực hiện", "Phối hợp", "Thời hạn", "Thang điểm", "Tài liệu kiểm chứng")
    page.section("Cải cách thể chế", "I", "Cải cách thể chế", "", "", "", "", "2", "")
    page.leaf(("1.1", "Tự kiểm tra văn bản", "Phó Chủ tịch Đỗ Hữu Tài", "ông NGÔ TẤN LỰC", "bà Huỳnh Mai", "10/10/2026 (thứ Bảy)", "1", "Báo cáo"), "1.1", "Tự kiểm tra văn bản", 1, "Ngô Tấn Lực", day("2026-10-10"), "Báo cáo",
              supports=("Huỳnh Mai",))
    page.leaf(("1.2", "Theo dõi thi hành pháp luật", "Phó Chủ tịch Đỗ Hữu Tài", "TrÆ°Æ¡ng ThÃ¹y NhiÃªn", "", "6 tháng đầu năm", "1", "BC"), "1.2", "Theo dõi thi hành pháp luật", 1, "Trương Thùy Nhiên", day("2026-06-30"), "BC")
    page.section("Tổ chức bộ máy", "II", "Tổ chức bộ máy", "", "", "", "", "3", "")
    page.leaf(("2.1", "Quy chế làm việc", "Chủ tịch", "ông Ngô Tấn Lực; thay ông Bùi Chí Hiếu", "", "muộn nhất 28/02/2026", "1", "Quyết định"), "2.1", "Quy chế làm việc", 1, "Ngô Tấn Lực", day("2026-02-28", strict=True), "Quyết định",
              flags={"lead": "thay người trong năm"})
    page.leaf(("2.2", "Họp giao ban", "Chủ tịch", "Văn phòng: bà Trương Thùy Nhiên", "", "thứ Hai hằng tuần", "1", "Biên bản"), "2.2", "Họp giao ban", 1, "Trương Thùy Nhiên", again("weekly mon"), "Biên bản", lead_unit="Văn phòng")
    page.leaf(("2.3", "Sắp xếp ấp", "Chủ tịch", "N.T.Lực", "", "30/11", "1", "Đề án"), "2.3", "Sắp xếp ấp", 1, None, day("2026-11-30"), "Đề án", flags={"lead": "tên viết tắt"})
    page.line("", "Cộng", "", "", "", "", "5", "")
    return Office("p07-xa-thap-muoi.tsv", 2026, [page], functools.partial(text, encoding="utf-8-sig", mark="\t"))
