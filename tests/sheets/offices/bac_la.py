"""A ward's workbook: title block, points in three columns under one heading, sections with sums, one sum that is wrong."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phu luc 1", document="31/KH-UBND ngày 09/01/2026")
    page.titles(
        "UBND PHƯỜNG BẮC LA", "VĂN PHÒNG HĐND VÀ UBND", "", "BẢNG PHÂN CÔNG TRÁCH NHIỆM THỰC HIỆN CÁC TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "(Ban hành kèm theo Kế hoạch số 31/KH-UBND ngày 09 tháng 01 năm 2026 của Chủ tịch UBND phường Bắc La)", "",
    )
    page.line("Mã số", "Tên tiêu chí/tiêu chí thành phần", "Điểm", "", "", "CBCC chịu trách nhiệm chính", "Cá nhân, đơn vị phối hợp", "Thời điểm hoàn thành", "Hồ sơ minh chứng", "Ghi chú")
    page.line("", "", "Tối đa", "Tự đánh giá", "Thẩm định")
    page.line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)")
    page.section("Công tác chỉ đạo, điều hành", Looks("I", bold=True), Looks("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", bold=True), 5.5)
    page.over("Kế hoạch cải cách hành chính", "1.1", Looks("Kế hoạch cải cách hành chính", bold=True), 2.5)
    page.leaf(("1.1.1", "Ban hành kế hoạch năm kịp thời", 1, "", "", "Đồng chí Vũ Hải Đăng", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trước ngày 20/01/2026", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch năm kịp thời", 1, "Vũ Hải Đăng", day("2026-01-19", strict=True), "Kế hoạch", supports=("Phòng Kinh tế, Hạ tầng và Đô thị",))
    page.leaf(("1.1.2", "Mức độ thực hiện kế hoạch", 1.5, "", "", "Vũ Hải Đăng", "Các phòng, trung tâm", "Ngày 14 tháng cuối quý", "Báo cáo quý"), "1.1.2", "Mức độ thực hiện kế hoạch", 1.5, "Vũ Hải Đăng", again("quarterly month 3 day 14"), "Báo cáo quý", supports=("Các phòng, trung tâm",))
    page.over("Kiểm tra cải cách hành chính", "1.2", Looks("Kiểm tra cải cách hành chính", bold=True), 3)
    page.leaf(("1.2.1", "Tự kiểm tra tại các bộ phận", 1, "", "", "Tô Mai Hiên\n(Thanh tra viên)", "", "Trong Quý II", "Biên bản"), "1.2.1", "Tự kiểm tra tại các bộ phận", 1, "Tô Mai Hiên", day("2026-06-30"), "Biên bản", lead_post="Thanh tra viên")
    page.leaf(("1.2.2", "Xử lý các vấn đề phát hiện qua kiểm tra", "1,0", "", "", "", "Tô Mai Hiên", "30/9", "Văn bản xử lý"), "1.2.2", "Xử lý các vấn đề phát hiện qua kiểm tra", 1, None, day("2026-09-30"), "Văn bản xử lý", supports=("Tô Mai Hiên",), flags={"lead": "thiếu"})
    page.leaf(("1.2.3", "Công khai kết quả kiểm tra", "0,5 điểm", "", "", "Bà Tô Mai Hiên", "Văn thư", "chậm nhất ngày 05/10/2026", "Ảnh chụp trang tin"), "1.2.3", "Công khai kết quả kiểm tra", 0.5, "Tô Mai Hiên", day("2026-10-05", strict=True), "Ảnh chụp trang tin", supports=("Văn thư",))
    page.flag("points", "2,5 khác 3", 14)
    page.flag("points", "5 khác 5,5", 10)
    page.section("Cải cách thủ tục hành chính", Looks("II", bold=True), Looks("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", bold=True), 4.5)
    page.over("Tiếp nhận và giải quyết", "2.1", Looks("Tiếp nhận và giải quyết", bold=True), 3)
    page.leaf(("2.1.1", "Niêm yết công khai tại bộ phận một cửa", 1, "", "", "Ông Đinh Gia Bảo, bà Tô Mai Hiên", "", "Thường xuyên", "Ảnh"), "2.1.1", "Niêm yết công khai tại bộ phận một cửa", 1, "Đinh Gia Bảo", ALWAYS, "Ảnh", supports=("Tô Mai Hiên",), flags={"lead": "hai người không vai trò"})
    page.leaf(("2.1.2", "Tỷ lệ hồ sơ trả đúng hạn", 2, "", "", "Đinh Gia Bảo (chủ trì); Tô Mai Hiên (phối hợp)", "", "Hằng tháng", "Trích xuất phần mềm"), "2.1.2", "Tỷ lệ hồ sơ trả đúng hạn", 2, "Đinh Gia Bảo", again("monthly"), "Trích xuất phần mềm", supports=("Tô Mai Hiên",))
    page.group = None
    page.leaf(("2.2", "Sáng kiến trong giải quyết thủ tục", 1.5, "", "", "Giám đốc Trung tâm Phục vụ hành chính công", "Đinh Gia Bảo", "15/11/2026", "Quyết định công nhận"), "2.2", "Sáng kiến trong giải quyết thủ tục", 1.5, None, day("2026-11-15"), "Quyết định công nhận", supports=("Đinh Gia Bảo",), lead_post="Giám đốc Trung tâm Phục vụ hành chính công", flags={"lead": "chức danh"})
    page.line("", Looks("TỔNG CỘNG", bold=True), 10)
    page.line("Ghi chú: Các bộ phận gửi báo cáo về Văn phòng trước ngày 05 hằng tháng.")
    page.line("")
    page.line("Nơi nhận:", "", "", "", "", "TM. ỦY BAN NHÂN DÂN")
    page.line("- Như Điều 3;", "", "", "", "", "CHỦ TỊCH")
    page.line("", "", "", "", "", "Hoàng Trung Kiên")
    page.merged = ["C7:E7", "A7:A8", "B7:B8", "F7:F8", "G7:G8", "H7:H8", "I7:I8", "J7:J8", "A4:J4", "A5:J5"]
    return Office("n01-phuong-bac-la.xlsx", 2026, [page], xlsx)
