"""A special zone's workbook: fields as "Lĩnh vực" lines, days and months swapped, text dates, hidden columns with people."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Ke hoach", document="05/CTr-UBND ngày 03/01/2026")
    page.titles("ĐẶC KHU SƠN TRÀ NAM", "CHƯƠNG TRÌNH CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Chương trình số 05/CTr-UBND ngày 03/01/2026)")
    page.line("Đầu mối thực hiện", "Mã tiêu chí", "Công việc phải làm", "Ngày hoàn thành", "Điểm tối đa", "Tài liệu kiểm chứng")
    page.hidden_columns = ["A"]
    page.section("Chuyển đổi số", Looks("Lĩnh vực: Chuyển đổi số", bold=True))
    page.leaf(("Tăng Bảo Châu", "1.1", "Kế hoạch chuyển đổi số", date(2026, 10, 2), 1, "Kế hoạch"), "1.1", "Kế hoạch chuyển đổi số", 1, "Tăng Bảo Châu", day("2026-02-10"), "Kế hoạch",
              flags={"due": "đảo ngày và tháng"})
    page.leaf(("Tăng Bảo Châu", "1.2", "Bình dân học vụ số", "28/02/2026", 1, "Danh sách"), "1.2", "Bình dân học vụ số", 1, "Tăng Bảo Châu", day("2026-02-28"), "Danh sách")
    page.leaf(("TĂNG BẢO CHÂU - chủ trì, Vũ Hữu Nghĩa - phối hợp", "1.3", "Tổ công nghệ số", "31/03/2026", 1, "Quyết định"), "1.3", "Tổ công nghệ số", 1, "Tăng Bảo Châu", day("2026-03-31"),
              "Quyết định", supports=("Vũ Hữu Nghĩa",))
    page.leaf(("Chủ trì: Tăng Bảo Châu. Phối hợp: Vũ Hữu Nghĩa, Công an đặc khu.", "1.4", "Định danh điện tử", date(2026, 12, 8), 1, "Thống kê"), "1.4", "Định danh điện tử", 1,
              "Tăng Bảo Châu", day("2026-08-12"), "Thống kê", supports=("Vũ Hữu Nghĩa", "Công an đặc khu"), flags={"due": "đảo ngày và tháng"})
    page.section("Tài chính công", Looks("Lĩnh vực: Tài chính công", bold=True))
    page.leaf(("Vũ Hữu Nghĩa", "2.1", "Công khai dự toán", "Ngày 15/01 và 15/7", "0,5", "Quyết định"), "2.1", "Công khai dự toán", 0.5, "Vũ Hữu Nghĩa", again("dates 2026-01-15 2026-07-15"),
              "Quyết định", flags={"due": "nhiều mốc"})
    page.leaf(("Vũ Hữu Nghĩa?", "2.2", "Quyết toán", "xong trước tháng 7", "0,5", "Báo cáo"), "2.2", "Quyết toán", 0.5, None, day("2026-06-30", strict=True), "Báo cáo", flags={"lead": "có dấu hỏi"})
    page.leaf(("Đội Quản lý trật tự đô thị (ông Hứa Minh Trí)", "2.3", "Thu phí", "hằng tuần", "0,5", "Sổ"), "2.3", "Thu phí", 0.5, "Hứa Minh Trí", again("weekly"), "Sổ",
              lead_unit="Đội Quản lý trật tự đô thị")
    page.leaf(("Thiếu tá Hứa Minh Trí", "2.4", "Xử phạt", "hàng năm", "0,5", "Sổ"), "2.4", "Xử phạt", 0.5, "Hứa Minh Trí", again("yearly"), "Sổ")
    page.leaf(("Kế toán Vũ Hữu Nghĩa", "2.5", "Tiết kiệm", "năm 2026", "0,5", "Sổ"), "2.5", "Tiết kiệm", 0.5, "Vũ Hữu Nghĩa", day("2026-12-31"), "Sổ", lead_post="Kế toán")
    page.leaf(("Vũ Hữu Nghĩa và nhóm giúp việc", "2.6", "Rà soát phí", "cuối tháng 9", "0,5", "Sổ"), "2.6", "Rà soát phí", 0.5, "Vũ Hữu Nghĩa", day("2026-09-30"), "Sổ", supports=("nhóm giúp việc",))
    return Office("o20-dac-khu-son-tra-nam.xlsx", 2026, [page], xlsx)
