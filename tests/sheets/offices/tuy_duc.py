"""A commune's workbook with fields and groups merged down in columns of their own, codes that lost their zero, and people by first letters."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("BANG1")
    page.titles("UBND XÃ TUY ĐỨC", "BẢNG PHÂN CÔNG THEO DÕI CHỈ SỐ CCHC 2026 (năm 2026)", "")
    page.line("Lĩnh vực", "Nhóm tiêu chí", "Mã số", "Tiêu chí thành phần", "Mức điểm", "Người chịu trách nhiệm", "Người hỗ trợ", "Ngày phải xong", "Hồ sơ kiểm chứng")
    page.merged = ["A5:A8", "B5:B6", "B7:B8", "A9:A11", "B9:B11", "F9:F10"]
    page.field = "Cải cách thể chế"
    page.leaf(("Cải cách thể chế", "Xây dựng văn bản", "1.1", "Lập danh mục văn bản", 1, "Điểu K'Rứ", None, date(2026, 2, 27), "Danh mục"),
              "1.1", "Lập danh mục văn bản", 1, "Điểu K'Rứ", day("2026-02-27"), "Danh mục", criterion="Xây dựng văn bản", subcriterion="Lập danh mục văn bản")
    page.leaf((None, None, "1.2", "Thẩm tra văn bản", 1, "Thị Mai", "Điểu K'Rứ", "chậm nhất 5 ngày trước kỳ họp", "Báo cáo"),
              "1.2", "Thẩm tra văn bản", 1, None, unclear("chậm nhất 5 ngày trước kỳ họp"), "Báo cáo", criterion="Xây dựng văn bản", subcriterion="Thẩm tra văn bản", supports=("Điểu K'Rứ",), flags={"lead": "chỉ ghi tên", "due": "không có ngày"})
    page.leaf((None, "Thi hành pháp luật", "1.3", "Theo dõi thi hành", 1, "Nguyễn Thị Bích Hằng", None, "14/12/2026", "Báo cáo"),
              "1.3", "Theo dõi thi hành", 1, "Nguyễn Thị Bích Hằng", day("2026-12-14"), "Báo cáo", criterion="Thi hành pháp luật", subcriterion="Theo dõi thi hành")
    page.leaf((None, None, "1.4", "Hòa giải ở cơ sở", 1, "Nguyễn Thị Bích Hằng", "Các thôn, bon", "hằng quý, năm", "Sổ"),
              "1.4", "Hòa giải ở cơ sở", 1, "Nguyễn Thị Bích Hằng", again("quarterly + yearly"), "Sổ", criterion="Thi hành pháp luật", subcriterion="Hòa giải ở cơ sở", supports=("Các thôn, bon",))
    page.field = "Chính quyền số"
    page.leaf(("Chính quyền số", "Dữ liệu", "2.1", "Cập nhật dữ liệu dân cư", 2, "Phạm Hữu Tài", None, "Thường xuyên", "Kết xuất"),
              "2.1", "Cập nhật dữ liệu dân cư", 2, "Phạm Hữu Tài", ALWAYS, "Kết xuất", criterion="Dữ liệu", subcriterion="Cập nhật dữ liệu dân cư")
    page.leaf((None, None, "2.2", "Làm sạch dữ liệu đất đai", 2, None, "Tổ công nghệ số cộng đồng", "30/11/2026", "Báo cáo"),
              "2.2", "Làm sạch dữ liệu đất đai", 2, "Phạm Hữu Tài", day("2026-11-30"), "Báo cáo", criterion="Dữ liệu", subcriterion="Làm sạch dữ liệu đất đai", supports=("Tổ công nghệ số cộng đồng",))
    page.leaf((None, None, "2.3", "Mở dữ liệu", "", "Phạm Hữu Tài", None, "01-30/9/2026", ""),
              "2.3", "Mở dữ liệu", None, "Phạm Hữu Tài", day("2026-09-30"), criterion="Dữ liệu", subcriterion="Mở dữ liệu", flags={"points": "thiếu điểm"})
    page.line("Tổng", None, None, None, 8)
    return Office("r05-xa-tuy-duc.xlsx", 2026, [page], xlsx)
