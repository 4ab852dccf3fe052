"""A ward's Word annex: a header of two rows with merged groups, letters as levels, terms counted from the end of a quarter."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="88/QĐ-UBND ngày 26/01/2026")
    page.above = ["PHỤ LỤC", "Phân công thực hiện Bộ chỉ số cải cách hành chính năm 2026 của UBND phường Phú Nghĩa", "(Kèm theo Quyết định số 88/QĐ-UBND ngày 26/01/2026 của UBND phường)"]
    page.line("TT", "Nội dung", "Điểm", "", "Phân công", "", "Thời gian hoàn thành", "Kết quả")
    page.line("", "", "Tối đa", "Tự chấm", "Chủ trì", "Phối hợp", "", "")
    page.merged += ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "H1:H2"]
    number = page.section("Công tác chỉ đạo điều hành", "I. CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", "", "", "", "", "", "", "")
    page.merged.append(f"A{number}:H{number}")
    page.over("Kế hoạch cải cách hành chính", "1", "Kế hoạch cải cách hành chính", "2", "", "", "", "", "")
    page.leaf(("", "a) Ban hành kế hoạch đúng thời gian", "1", "", "Bà Nguyễn Thị Thùy Dương", "Văn phòng", "Chậm nhất ngày 31 tháng 01 năm 2026", "Kế hoạch"), None, "Ban hành kế hoạch đúng thời gian", 1,
              "Nguyễn Thị Thùy Dương", day("2026-01-31", strict=True), "Kế hoạch", supports=("Văn phòng",))
    page.leaf(("", "b) Mức độ hoàn thành kế hoạch", "1", "", "Bà Nguyễn Thị Thùy Dương", "Các phòng chuyên môn", "Cuối năm", "Báo cáo"), None, "Mức độ hoàn thành kế hoạch", 1,
              "Nguyễn Thị Thùy Dương", day("2026-12-31"), "Báo cáo", supports=("Các phòng chuyên môn",))
    page.over("Báo cáo định kỳ", "2", "Báo cáo định kỳ", "2", "", "", "", "", "")
    page.leaf(("", "a) Báo cáo quý", "1", "", "Ông Trịnh Hoài Đức", "", "Chậm nhất 10 ngày sau khi kết thúc quý", "Báo cáo"), None, "Báo cáo quý", 1, "Trịnh Hoài Đức",
              unclear("Chậm nhất 10 ngày sau khi kết thúc quý"), "Báo cáo", flags={"due": "không có ngày rõ ràng"})
    page.leaf(("", "b) Báo cáo năm", "1", "", "Ông Trịnh Hoài Đức", "", "Trước ngày 20/12", "Báo cáo"), None, "Báo cáo năm", 1, "Trịnh Hoài Đức", day("2026-12-19", strict=True), "Báo cáo")
    number = page.section("Cải cách thủ tục hành chính", "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "", "", "", "")
    page.merged.append(f"A{number}:H{number}")
    page.leaf(("1", "Công khai thủ tục hành chính", "1,5", "", "Bà Lê Thị Cẩm Tú", "Trung tâm Phục vụ hành chính công", "Thường xuyên", "Ảnh chụp"), None, "Công khai thủ tục hành chính", 1.5,
              "Lê Thị Cẩm Tú", ALWAYS, "Ảnh chụp", supports=("Trung tâm Phục vụ hành chính công",))
    page.leaf(("2", "Xử lý phản ánh, kiến nghị", "0,5", "", "Bà Lê Thị Cẩm Tú", "Ông Trịnh Hoài Đức", "Quý III", "Văn bản"), None, "Xử lý phản ánh, kiến nghị", 0.5, "Lê Thị Cẩm Tú",
              day("2026-09-30"), "Văn bản", supports=("Trịnh Hoài Đức",))
    page.leaf(("3", "Sơ kết công tác một cửa", "0,5", "", "Trung tâm Phục vụ hành chính công", "", "6 tháng một lần", "Báo cáo"), None, "Sơ kết công tác một cửa", 0.5, None,
              again("half-yearly"), "Báo cáo", flags={"lead": "chỉ ghi đơn vị"})
    page.line("", "Tổng cộng", "6,5", "", "", "", "", "")
    return Office("p01-phuong-phu-nghia.docx", 2026, [page], docx)
