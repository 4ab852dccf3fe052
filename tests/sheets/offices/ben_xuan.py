"""A ward's workbook: field and person merged down, points in words, a code that lost its zero, quarters listed in one cell."""

from datetime import date

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao viec", document="31/QĐ-UBND ngày 05/02/2026")
    page.titles("PHƯỜNG BẾN XUÂN", "PHỤ LỤC PHÂN CÔNG NĂM 2026", "(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 05/02/2026)")
    page.line("Lĩnh vực", "Số TT", "Tên tiêu chí", "Điểm tối đa", "Đầu mối", "Đơn vị phối hợp", "Mốc hoàn thành", "Tài liệu chứng minh")
    page.field = "Cải cách thủ tục hành chính"
    page.leaf((page.field, "1.8", "Thực hiện liên thông", "0,25 điểm", "Vũ Thị Ánh Ngọc", "Công an phường", "hết ngày 30 tháng 9", "Báo cáo"), "1.8", "Thực hiện liên thông", 0.25, "Vũ Thị Ánh Ngọc", day("2026-09-30"), "Báo cáo",
              supports=("Công an phường",))
    page.leaf(("", "1.9", "Cắt giảm thời gian giải quyết", "tối đa 1 điểm", "", "", "Quý I, Quý III", "Quyết định"), "1.9", "Cắt giảm thời gian giải quyết", 1, "Vũ Thị Ánh Ngọc", again("dates 2026-03-31 2026-09-30"), "Quyết định",
              flags={"due": "nhiều mốc"})
    page.leaf(("", 1.1, "Phi địa giới hành chính", "1", "", "Trung tâm Phục vụ hành chính công", date(2026, 11, 20), "Kết xuất"), "1.10", "Phi địa giới hành chính", 1, "Vũ Thị Ánh Ngọc", day("2026-11-20"), "Kết xuất",
              supports=("Trung tâm Phục vụ hành chính công",), flags={"code": "mất số 0"})
    page.merged += ["A5:A7", "E5:E7"]
    page.field = "Điểm thưởng, điểm trừ"
    page.leaf((page.field, "2.1", "Có mô hình mới", "cộng tối đa 2 điểm", "Đỗ Trọng Hiếu (Phòng Kinh tế, Hạ tầng và Đô thị)", "", "trước Tết Nguyên đán", ""), "2.1", "Có mô hình mới", 2, "Đỗ Trọng Hiếu",
              unclear("trước Tết Nguyên đán"), lead_unit="Phòng Kinh tế, Hạ tầng và Đô thị", flags={"due": "không có ngày"})
    page.leaf(("", "2.2", "Để dân phản ánh kéo dài", "-1", "Đỗ Trọng Hiếu", "", "trong năm", ""), "2.2", "Để dân phản ánh kéo dài", -1, "Đỗ Trọng Hiếu", day("2026-12-31"))
    page.merged.append("A8:A9")
    return Office("p08-phuong-ben-xuan.xlsx", 2026, [page], xlsx)
