"""An upland commune's old workbook in a TCVN3 font: a header of three rows, people called "Ông/Bà", ditto marks below them."""

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import Looks, Office, Page, again, day, xls


def old(*texts: str, bold: bool = False) -> tuple:
    """Cells as the old font stores them."""
    return tuple(Looks(tcvn3(one), ".VnTime", bold) if isinstance(one, str) and one else one for one in texts)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phu luc", unit=None)
    page.line(*old("ủy ban nhân dân xã Mường Lát"))
    page.line(*old("Bảng phân công nhiệm vụ cải cách hành chính năm 2026", bold=True))
    page.line(*old("Mã số", "Tiêu chí", "Thang điểm", "", "", "Trách nhiệm", "", "Thời hạn", "Tài liệu kiểm chứng", bold=True))
    page.line(*old("", "", "Chuẩn", "Chấm", "", "Người thực hiện", "Phối hợp", "", "", bold=True))
    page.line(*old("", "", "", "Tự chấm", "Thẩm định", "", "", "", "", bold=True))
    page.merged += ["A3:A5", "B3:B5", "C3:E3", "C4:C5", "D4:E4", "F3:G3", "F4:F5", "G4:G5", "H3:H5", "I3:I5"]
    page.section("Cải cách thể chế", *old("I", "cải cách thể chế", bold=True), 3.0)
    page.over("Văn bản quy phạm", *old("1.1", "Văn bản quy phạm"), 2.0)
    page.leaf((*old("1.1.1", "Rà soát văn bản"), 1.0, "", "", *old("Ông/Bà: Hà Văn Thường", "Ông/Bà: Lương Thị Ún", "trước ngày 15/10/2026", "Danh mục văn bản")), "1.1.1", "Rà soát văn bản", 1,
              "Hà Văn Thường", day("2026-10-14", strict=True), "Danh mục văn bản", supports=("Lương Thị Ún",))
    page.leaf((*old("1.1.2", "Xử lý văn bản trái luật"), 1.0, "", "", *old("-nt-", "-nt-", "Quý IV/2026", "Báo cáo")), "1.1.2", "Xử lý văn bản trái luật", 1, "Hà Văn Thường", day("2026-12-31"), "Báo cáo",
              supports=("Lương Thị Ún",))
    page.over("Tuyên truyền pháp luật", *old("1.2", "Tuyên truyền pháp luật"), 1.0)
    page.leaf((*old("1.2.1", "Tuyên truyền lưu động tại các bản"), 1.0, "", "", *old("Ông/Bà Lương Thị Ún", "Các bản; Hội Phụ nữ xã", "ngày 25 hằng tháng", "Ảnh, tin bài")), "1.2.1",
              "Tuyên truyền lưu động tại các bản", 1, "Lương Thị Ún", again("monthly day 25"), "Ảnh, tin bài", supports=("Các bản", "Hội Phụ nữ xã"))
    page.section("Cải cách tài chính công", *old("II", "cải cách tài chính công", bold=True), 2.0)
    page.leaf((*old("2.1", "Công khai dự toán"), 1.0, "", "", *old("kế toán", "", "30/6/2026", "Quyết định")), "2.1", "Công khai dự toán", 1, None, day("2026-06-30"), "Quyết định", lead_post="kế toán",
              flags={"lead": "chỉ ghi chức danh"})
    page.leaf((*old("2.2", "Giải ngân vốn đầu tư công"), 1.0, "", "", *old("Ông Vi Văn Piềng", "", "hết năm 2026", "Bảng số liệu")), "2.2", "Giải ngân vốn đầu tư công", 1, "Vi Văn Piềng", day("2026-12-31"),
              "Bảng số liệu")
    page.line(*old("", "Tổng cộng"), 5.0)
    page.line(*old("", "", "", "", "", "CHỦ TỊCH"))
    return Office("p02-xa-muong-lat.xls", 2026, [page], xls)
