"""A ward's workbook with fields merged down a column, headings broken over lines, leaders named inside the people's cells."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bieu 01", document="102/QĐ-UBND ngày 02/02/2026")
    for _ in range(5):
        page.line()
    page.lines[0] = ("UBND THÀNH PHỐ BIỂN XANH", "", "", "", "Mẫu số 01")
    page.lines[1] = ("UBND PHƯỜNG ĐÔNG HẢI",)
    page.lines[3] = (Looks("BIỂU PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", bold=True),)
    page.lines[4] = ("(Kèm theo Quyết định số: 102/QĐ-UBND ngày 02/02/2026 của Chủ tịch UBND phường)",)
    page.line()
    page.line("Lĩnh vực", "Mã\ntiêu chí", "Nội dung\ntiêu chí thành phần", "Điểm\ntối đa", "Cán bộ, công chức\nchịu trách nhiệm", "Thời gian\nhoàn thành", "Tài liệu\nkiểm chứng")
    page.line("A", "B", "C", 1, 2, 3, 4)
    page.field = "Cải cách thể chế"
    page.leaf(("Cải cách thể chế", "2.1.1", "Ban hành kế hoạch kiểm tra văn bản", 1, "Đ/c Lại Thế Hùng - Phó Chủ tịch (chỉ đạo); đ/c Mạc Thị Bưởi (thực hiện)", date(2026, 2, 27), "Kế hoạch"), "2.1.1", "Ban hành kế hoạch kiểm tra văn bản", 1, "Mạc Thị Bưởi", day("2026-02-27"), "Kế hoạch")
    page.leaf(("", "2.1.2", "Báo cáo kết quả kiểm tra", "0,25", "Mạc Thị Bưởi (CT), Lại Thế Hùng (PH)", "Trước 17h00 ngày 15/11/2026", "Báo cáo"), "2.1.2", "Báo cáo kết quả kiểm tra", 0.25, "Mạc Thị Bưởi", day("2026-11-15", strict=True), "Báo cáo", supports=("Lại Thế Hùng",))
    page.leaf(("", "2.1.3", "Cập nhật cơ sở dữ liệu văn bản", "1.5đ", "Mạc Thị Bưởi", "11/2026", "Ảnh chụp"), "2.1.3", "Cập nhật cơ sở dữ liệu văn bản", 1.5, "Mạc Thị Bưởi", day("2026-11-30"), "Ảnh chụp")
    page.field = "Cải cách thủ tục hành chính"
    page.leaf(("Cải cách thủ tục hành chính", "3.1.1", "Công khai thủ tục", "Tối đa 3 điểm", "Bộ phận Một cửa: bà Ông Thị Tám", "Thường xuyên", "Biên bản"), "3.1.1", "Công khai thủ tục", 3, "Ông Thị Tám", ALWAYS, "Biên bản", lead_unit="Bộ phận Một cửa")
    page.leaf(("", "3.1.2", "Đánh giá sự hài lòng", 2, "Ông Thị Tám, Trưởng bộ phận", "Trong tháng 3 và tháng 9", "Phiếu"), "3.1.2", "Đánh giá sự hài lòng", 2, "Ông Thị Tám", again("dates 2026-03-31 2026-09-30"), "Phiếu", lead_post="Trưởng bộ phận", flags={"due": "nhiều mốc"})
    page.leaf(("", "3.1.3", "Xử lý phản ánh, kiến nghị", 1, "Ông Thị Tám", "Trong 05 ngày kể từ khi nhận được", "Sổ"), "3.1.3", "Xử lý phản ánh, kiến nghị", 1, "Ông Thị Tám", unclear("Trong 05 ngày kể từ khi nhận được"), "Sổ", flags={"due": "không có ngày"})
    page.leaf(("", "3.1.4", "Rút ngắn thời gian", 1, "Lại Thế Hùng;\nÔng Thị Tám;\nMạc Thị Bưởi", "Cuối quý III/2026", "Quyết định"), "3.1.4", "Rút ngắn thời gian", 1, "Lại Thế Hùng", day("2026-09-30"), "Quyết định", supports=("Ông Thị Tám", "Mạc Thị Bưởi"), flags={"lead": "nhiều người"})
    page.line("", "", "Tổng cộng", Looks(9.75))
    page.line()
    page.line("Đông Hải, ngày 02 tháng 02 năm 2026", "", "", "", "NGƯỜI LẬP BIỂU")
    page.merged = ["A9:A11", "A12:A15", "A4:G4", "A5:G5"]
    return Office("n21-phuong-dong-hai.xlsx", 2026, [page], xlsx)
