"""A commune's workbook whose parts are plain numbers, criteria dotted, leaves with letters; notes of who is asked stand between."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("CCHC 2026", document="41/KH-UBND ngày 22/01/2026")
    page.titles("UBND XÃ VĨNH BẢO", "KẾ HOẠCH PHÂN CÔNG THỰC HIỆN CHỈ SỐ CCHC NĂM 2026", "(Ban hành kèm theo Kế hoạch số 41/KH-UBND ngày 22/01/2026)", "Đơn vị tính: điểm")
    page.line("TT", "TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN", "ĐIỂM CHUẨN", "CÔNG CHỨC PHỤ TRÁCH", "ĐƠN VỊ PHỐI HỢP", "THỜI HẠN HOÀN THÀNH", "TÀI LIỆU KIỂM CHỨNG")
    page.line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    page.section("Công tác chỉ đạo, điều hành", Looks("1", bold=True), Looks("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", bold=True), 5)
    page.over("Kế hoạch cải cách hành chính", "1.1", "Kế hoạch cải cách hành chính", 3)
    page.leaf(("1.1.1", "Ban hành kế hoạch đúng hạn", 1, "Đào Duy Từ", "Các phòng", "15/01/2026", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch đúng hạn", 1, "Đào Duy Từ", day("2026-01-15"), "Kế hoạch", supports=("Các phòng",))
    page.leaf(("1.1.2", "Hoàn thành kế hoạch", 2, "Đào Duy Từ", "", "Trước ngày 20/12/2026", "Báo cáo"), "1.1.2", "Hoàn thành kế hoạch", 2, "Đào Duy Từ", day("2026-12-19", strict=True), "Báo cáo")
    page.over("Kiểm tra", "1.2", "Kiểm tra", 2)
    page.leaf(("1.2.1", "Kiểm tra 30% đơn vị trở lên", 1, "Lương Đắc Bằng", "Đào Duy Từ; Thanh tra nhân dân", "Quý II, Quý III", "Kết luận"), "1.2.1", "Kiểm tra 30% đơn vị trở lên", 1, "Lương Đắc Bằng", again("dates 2026-06-30 2026-09-30"), "Kết luận", supports=("Đào Duy Từ", "Thanh tra nhân dân"), flags={"due": "nhiều mốc"})
    page.leaf(("1.2.2", "Khắc phục sau kiểm tra", 1, "Lương Đắc Bằng", "", "60 ngày sau kết luận", "Báo cáo"), "1.2.2", "Khắc phục sau kiểm tra", 1, "Lương Đắc Bằng", unclear("60 ngày sau kết luận"), "Báo cáo", flags={"due": "không có ngày"})
    page.section("Cải cách thể chế", Looks("2", bold=True), Looks("CẢI CÁCH THỂ CHẾ", bold=True), 3.5)
    page.over("Văn bản quy phạm", "2.1", "Văn bản quy phạm", 3.5)
    page.leaf(("2.1.1", "Chất lượng văn bản", 1.5, "Trạng Thị Trình", "", "Thường xuyên", "Văn bản"), "2.1.1", "Chất lượng văn bản", 1.5, "Trạng Thị Trình", ALWAYS, "Văn bản")
    page.leaf(("2.1.2", "Rà soát văn bản", 1, "Trạng Thị Trình", "Tư pháp", "Quý I/2026", "Danh mục"), "2.1.2", "Rà soát văn bản", 1, "Trạng Thị Trình", day("2026-03-31"), "Danh mục", supports=("Tư pháp",))
    page.leaf(("2.1.3", "Xử lý văn bản", 1, "Trạng Thị Trình", "", "Quý I/2026", "Danh mục"), "2.1.3", "Xử lý văn bản", 1, "Trạng Thị Trình", day("2026-03-31"), "Danh mục")
    page.line("", Looks("Tổng điểm: 8,5 điểm", bold=True))
    page.line("", "Ghi chú: Điểm điều tra xã hội học do Sở Nội vụ thực hiện.")
    page.merged = ["A2:G2", "A3:G3"]
    return Office("n27-xa-vinh-bao.xlsx", 2026, [page], xlsx)
