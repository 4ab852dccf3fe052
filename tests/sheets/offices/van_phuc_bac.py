"""A ward's workbook of one sheet per quarter's field with two people of one name, replaced officials, and given names with a list that knows them."""

from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    head = ("TT", "Mã tiêu chí", "Tên tiêu chí", "Thang điểm", "Phụ trách", "Cùng phối hợp", "Thời hạn", "Sản phẩm")
    one = Page("LV1", field="Chỉ đạo điều hành", document="18/TB-UBND ngày 12/01/2026")
    one.titles("PHÂN CÔNG TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Theo Thông báo số 18/TB-UBND ngày 12/01/2026)", "Lĩnh vực: Chỉ đạo điều hành")
    one.line(*head)
    one.leaf((1, "1.1", "Kế hoạch năm", 1, "Nguyễn Thị Hiền (Văn phòng)", "Cao Bá Lữ", "05/01/2026", "Kế hoạch"), "1.1", "Kế hoạch năm", 1, "Nguyễn Thị Hiền", day("2026-01-05"), "Kế hoạch", supports=("Cao Bá Lữ",), lead_unit="Văn phòng", maybe=("hạn trước ngày giao"))
    one.leaf((2, "1.2", "Họp Ban Chỉ đạo", 1, "Nguyễn Thị Hiền", "Cao Bá Lữ", "Mỗi quý 01 lần", "Thông báo"), "1.2", "Họp Ban Chỉ đạo", 1, "Nguyễn Thị Hiền", again("quarterly"), "Thông báo", supports=("Cao Bá Lữ",), flags={"lead": "hai người cùng tên"})
    one.leaf((3, "1.3", "Kiểm tra công vụ", 1, "Cao Bá Lữ (từ 01/7: Lại Thế Vinh)", None, "Quý III", "Kết luận"), "1.3", "Kiểm tra công vụ", 1, "Cao Bá Lữ", day("2026-09-30"), "Kết luận", flags={"lead": "thay người"})
    one.leaf((4, "1.4", "Sơ kết", 1, "đ/c Lữ", None, "5/7", "Báo cáo"), "1.4", "Sơ kết", 1, None, day("2026-07-05"), "Báo cáo", flags={"lead": "tên gọi"})
    one.leaf((5, "1.6", "Tổng kết", 1, "Cao Bá Lữ", "Lại Thế Vinh, Nguyễn Thị Hiền (Phòng Kinh tế)", "15/12", "Báo cáo"), "1.6", "Tổng kết", 1, "Cao Bá Lữ", day("2026-12-15"), "Báo cáo", supports=("Lại Thế Vinh", "Nguyễn Thị Hiền"), maybe=("trùng tên",))
    two = Page("LV2", field="Tài chính công", document="18/TB-UBND ngày 12/01/2026")
    two.titles("PHÂN CÔNG TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Theo Thông báo số 18/TB-UBND ngày 12/01/2026)", "Lĩnh vực: Tài chính công")
    two.line(*head)
    two.leaf((1, "2.1", "Dự toán", 2, "Lại Thế Vinh", None, "trước 01/12", "Quyết định"), "2.1", "Dự toán", 2, "Lại Thế Vinh", day("2026-11-30", strict=True), "Quyết định")
    two.leaf((2, "2.2", "Quyết toán", Looks("=SUM(", form="f"), "Lại Thế Vinh", None, "Đến hết 31/3/2026", "Báo cáo"), "2.2", "Quyết toán", None, "Lại Thế Vinh", day("2026-03-31"), "Báo cáo", flags={"points": "công thức"})
    two.lines[-1] = (2, "2.2", "Quyết toán", "x", "Lại Thế Vinh", None, "Đến hết 31/3/2026", "Báo cáo")
    two.leaf((3, "2.3", "Tiết kiệm", 1, "#N/A", None, "Theo hướng dẫn của Sở Tài chính", None), "2.3", "Tiết kiệm", 1, None, unclear("Theo hướng dẫn của Sở Tài chính"), flags={"lead": "lỗi", "due": "không rõ"})
    two.leaf((4, "2.4", "Công khai", "1/2", "Mai Liên", "Lê Hà", "20/07/2026 - 30/07/2026", None), "2.4", "Công khai", 0.5, "Mai Liên", day("2026-07-30"), supports=("Lê Hà",))
    three = Page("Danh sách CBCC")
    three.titles("DANH SÁCH CÁN BỘ, CÔNG CHỨC PHƯỜNG")
    three.line("TT", "Họ và tên", "Chức vụ", "Đơn vị")
    for number, (name, post, unit) in enumerate((("Nguyễn Thị Hiền", "Chuyên viên", "Văn phòng"), ("Nguyễn Thị Hiền", "Kế toán", "Phòng Kinh tế"), ("Cao Bá Lữ", "Chánh Văn phòng", "Văn phòng"), ("Lại Thế Vinh", "Trưởng phòng", "Phòng Kinh tế"), ("Mai Liên", "Văn thư", "Văn phòng"), ("Lê Hà", "Chuyên viên", "Phòng Kinh tế")), 1):
        three.line(number, name, post, unit)
    return Office("r11-phuong-van-phuc-bac.xlsx", 2026, [one, two, three], xlsx)
