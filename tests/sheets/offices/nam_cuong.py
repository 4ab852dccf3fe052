"""A ward's list copied from a web page: no-break spaces in every cell, double-encoded names, quotes that curl, a header said twice."""

import functools

from tests.sheets.offices.fonts import twice
from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("UBND phường Nam Cường – Kế hoạch CCHC năm 2026")
    head = ("Mã số tiêu chí", "Tên tiêu chí", "Tiêu chí thành phần", "Điểm tối đa", "Cán bộ, công chức chủ trì", "Cán bộ, công chức phối hợp", "Thời hạn hoàn thành", "Sản phẩm")
    page.line(*head)
    two = {"criterion": "Chỉ đạo điều hành"}
    page.leaf(("TC1.1", "Chỉ đạo điều hành", "\u00a0Ban hành kế hoạch\u00a0", "0,5\u00a0điểm", "\u00a0Phạm\u00a0Đức\u00a0Toản", "", "31/01/2026\u00a0", "“Kế hoạch”"),
              "1.1", "Ban hành kế hoạch", 0.5, "Phạm Đức Toản", day("2026-01-31"), "Kế hoạch", subcriterion="Ban hành kế hoạch", **two)
    page.leaf(("TC1.2", "", "Giao ban tháng", "0.5", twice("Phạm Đức Toản"), twice("Mai Thị Thùy"), twice("ngày 25 hằng tháng"), ""),
              "1.2", "Giao ban tháng", 0.5, "Phạm Đức Toản", again("monthly day 25"), supports=("Mai Thị Thùy",), subcriterion="Giao ban tháng", maybe=("đã khôi phục",), **two)
    page.leaf(("TC1.3", "", "Khen thưởng", "1", "Mai Thị Thuỳ", "", "20 tháng 12 năm 2026", ""), "1.3", "Khen thưởng", 1, "Mai Thị Thùy", day("2026-12-20"), subcriterion="Khen thưởng", **two)
    page.line(*head)
    two = {"criterion": "Công vụ"}
    page.leaf(("TC2.1", "Công vụ", "Kiểm tra nội vụ", "1", "Mai Thị Thùy; Phạm Đức Toản", "Hà Văn Nghĩa", "Thứ Năm, 15/10/2026", ""),
              "2.1", "Kiểm tra nội vụ", 1, "Mai Thị Thùy", day("2026-10-15"), supports=("Phạm Đức Toản", "Hà Văn Nghĩa"), subcriterion="Kiểm tra nội vụ", flags={"lead": "không rõ chủ trì"}, **two)
    page.leaf(("TC2.2", "", "Đeo thẻ công chức", "x", "H? V?n Ngh?a", "", "liên tục", ""), "2.2", "Đeo thẻ công chức", None, None, ALWAYS, subcriterion="Đeo thẻ công chức", flags={"lead": "mất chữ", "points": "không có điểm"}, **two)
    page.leaf(("TC2.4", "", "Trả lời chất vấn", "1", "Hà Văn Nghĩa", "", "chậm nhất sau 10 ngày", ""), "2.4", "Trả lời chất vấn", 1, "Hà Văn Nghĩa", unclear("chậm nhất sau 10 ngày"), subcriterion="Trả lời chất vấn", flags={"due": "không có ngày"}, **two)
    page.line("Tổng", "", "", "4", "", "", "", "")
    return Office("s06-phuong-nam-cuong.csv", 2026, [page], functools.partial(text, encoding="utf-8", mark=";"))
