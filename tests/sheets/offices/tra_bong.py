"""A commune's CSV saved by an old program: UTF-16 with commas, dashes as levels, sections without numerals, a total that fits no sum."""

import functools

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="14/QĐ-UBND ngày 19/01/2026")
    page.line("UBND XÃ TRÀ BỒNG", "", "", "", "", "")
    page.line("PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ NĂM 2026 (Kèm theo Quyết định số 14/QĐ-UBND ngày 19/01/2026 của UBND xã)", "", "", "", "", "")
    page.line("", "", "", "", "", "")
    page.line("Nội dung", "Người phụ trách", "Phối hợp", "Thời hạn", "Điểm", "Minh chứng")
    page.section("Thủ tục hành chính", "THỦ TỤC HÀNH CHÍNH", "", "", "", "5", "")
    page.over("Kiểm soát thủ tục", "Kiểm soát thủ tục", "", "", "", "2", "")
    page.leaf(("- Cập nhật danh mục", "Hồ Văn Rin", "", "10/3", "1", "Danh mục"), None, "Cập nhật danh mục", 1, "Hồ Văn Rin", day("2026-03-10"), "Danh mục")
    page.leaf(("- Rà soát", "Hồ Văn Rin", "Phạm Thị Hường", "trước tháng 9", "1", "Báo cáo"), None, "Rà soát", 1, "Hồ Văn Rin", day("2026-08-31", strict=True), "Báo cáo", supports=("Phạm Thị Hường",))
    number = page.over("Một cửa", "Một cửa", "", "", "", "4", "")
    page.flag("points", "tổng không khớp", number)
    page.leaf(("- Đúng hạn", "Phạm Thị Hường", "", "hằng tháng, hằng quý", "2", "Kết xuất"), None, "Đúng hạn", 2, "Phạm Thị Hường", again("monthly + quarterly"), "Kết xuất")
    page.leaf(("- Hài lòng", "Phạm Thị Hường", "", "thường xuyên", "1", "Phiếu"), None, "Hài lòng", 1, "Phạm Thị Hường", ALWAYS, "Phiếu")
    page.section("Chuyển đổi số", "CHUYỂN ĐỔI SỐ", "", "", "", "2", "")
    page.over("Dữ liệu", "Dữ liệu", "", "", "", "2", "")
    page.leaf(("- Số hóa", "Hồ Văn Rin (Văn phòng)", "-", "15-11-2026", "1", ""), None, "Số hóa", 1, "Hồ Văn Rin", day("2026-11-15"), lead_unit="Văn phòng")
    page.leaf(("- An toàn", '"', "//", "//", "1", ""), None, "An toàn", 1, "Hồ Văn Rin", day("2026-11-15"), lead_unit="Văn phòng")
    page.leaf(("- Wifi nhà văn hóa thôn", "đ/c Hường", "", "sau khi có kinh phí", "", ""), None, "Wifi nhà văn hóa thôn", None, None, unclear("sau khi có kinh phí"),
              flags={"lead": "chỉ ghi tên gọi", "due": "không có ngày", "points": "thiếu điểm"})
    page.line("Tổng cộng", "", "", "", "7", "")
    return Office("s02-xa-tra-bong.csv", 2026, [page], functools.partial(text, encoding="utf-16", mark=","))
