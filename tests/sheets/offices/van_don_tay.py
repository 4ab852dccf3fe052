"""A special zone's workbook of one sheet a unit: field and unit stand above each table, levels are indents, one sheet is hidden."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    one = Page("KT", field="Cải cách tài chính công", unit="Phòng Kinh tế")
    one.titles("ĐẶC KHU VÂN ĐỒN TÂY - PHÂN CÔNG CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Lĩnh vực: Cải cách tài chính công", "Đơn vị: Phòng Kinh tế")
    one.line("Ký hiệu", "Chỉ số", "Hoàn thành", "Điểm chuẩn", "Ai làm", "Minh chứng")
    one.over("Thực hiện dự toán", "4.1", Looks("Thực hiện dự toán", bold=True), "", 2.5)
    one.leaf(("4.1.1", Looks("Quyết toán ngân sách", indent=1), date(2026, 3, 31), 1, "Cao Thị Phi Yến (chính); Tô Văn Hậu (phụ)", "Báo cáo quyết toán"), "4.1.1", "Quyết toán ngân sách", 1, "Cao Thị Phi Yến",
             day("2026-03-31"), "Báo cáo quyết toán", supports=("Tô Văn Hậu",))
    one.leaf(("4.1.2", Looks("Công khai ngân sách quý", indent=1), "hàng quý", 0.5, "Tô Văn Hậu", ""), "4.1.2", "Công khai ngân sách quý", 0.5, "Tô Văn Hậu", again("quarterly"))
    one.leaf(("4.1.3", Looks("Kiểm kê tài sản", indent=1), "từ 01/12/2026 đến 31/12/2026", 1, "Tô Văn Hậu, phối hợp: Văn phòng", "Biên bản"), "4.1.3", "Kiểm kê tài sản", 1, "Tô Văn Hậu", day("2026-12-31"), "Biên bản",
             supports=("Văn phòng",))
    two = Page("VP", field="Cải cách chế độ công vụ", unit="Văn phòng")
    two.titles("ĐẶC KHU VÂN ĐỒN TÂY - PHÂN CÔNG CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Lĩnh vực: Cải cách chế độ công vụ", "Đơn vị: Văn phòng")
    two.line("Chỉ số", "Ký hiệu", "Ai làm", "Điểm chuẩn", "Minh chứng", "Hoàn thành")
    two.leaf(("Chấp hành giờ giấc", "5.1", "Cô Bế Thị Xuân", "0,75đ", "Bảng chấm công", "hàng ngày"), "5.1", "Chấp hành giờ giấc", 0.75, "Bế Thị Xuân", again("daily"), "Bảng chấm công")
    two.leaf(("Đề án vị trí việc làm", "5.2", "Ông Mã Văn Rừng - Chánh Văn phòng", "Tối đa 1 điểm", "Đề án", "hạn chót 15.9.2026"), "5.2", "Đề án vị trí việc làm", 1, "Mã Văn Rừng", day("2026-09-15", strict=True), "Đề án",
             lead_post="Chánh Văn phòng")
    two.leaf(("Sáng kiến được công nhận", "5.3", "Ông Mã Văn Rừng", "+0,5", "Quyết định", "tháng 10/2026"), "5.3", "Sáng kiến được công nhận", 0.5, "Mã Văn Rừng", day("2026-10-31"), "Quyết định")
    two.leaf(("Vi phạm kỷ luật", "5.4", "Ông Mã Văn Rừng", "trừ 0,25 điểm/vụ", "", "cả năm"), "5.4", "Vi phạm kỷ luật", None, "Mã Văn Rừng", {"kind": "continuous"}, flags={"points": "điểm theo lần"})
    kept = Page("Nhap", hidden=True)
    kept.line("Ký hiệu", "Chỉ số", "Hoàn thành", "Ai làm")
    kept.line("9.9", "Bản nháp", "30/6/2026", "Mã Văn Rừng")
    kept.flag("table", "trang tính ẩn")
    return Office("p05-dac-khu-van-don-tay.xlsx", 2026, [one, two, kept], xlsx)
