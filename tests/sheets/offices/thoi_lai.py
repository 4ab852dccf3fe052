"""A commune's workbook, one sheet for each office: units above the tables, two people of one name, a hidden sheet, last year's sheet."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx

HEAD = ("Số TT", "Mã tiêu chí", "Việc phải làm", "Ai chịu trách nhiệm", "Xong trước ngày", "Thang điểm", "Hồ sơ lưu")


def office() -> Office:
    """Build the file and its truth."""
    one = Page("VP", unit="Văn phòng HĐND và UBND", field="Chỉ đạo, điều hành")
    one.titles("PHÂN CÔNG CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Đơn vị: Văn phòng HĐND và UBND", "Lĩnh vực: Chỉ đạo, điều hành")
    one.line(*HEAD)
    one.leaf((1, "A.1", "Tham mưu kế hoạch", "Nguyễn Thị Hạnh - Chánh Văn phòng", "15/01/2026", 1, "Kế hoạch"), "A.1", "Tham mưu kế hoạch", 1, "Nguyễn Thị Hạnh", day("2026-01-15"), "Kế hoạch", lead_post="Chánh Văn phòng")
    one.leaf((2, "A.2", "Tổ chức giao ban", "Quách Minh Tú", "ngày 05 hằng tháng", 0.5, "Thông báo kết luận"), "A.2", "Tổ chức giao ban", 0.5, "Quách Minh Tú", again("monthly day 5"), "Thông báo kết luận")
    one.leaf((3, "A.3", "Theo dõi nhiệm vụ được giao", "Nguyễn Thị Hạnh (chuyên viên)", "Thường xuyên", 0.5, ""), "A.3", "Theo dõi nhiệm vụ được giao", 0.5, "Nguyễn Thị Hạnh", ALWAYS, lead_post="chuyên viên")
    one.leaf((4, "A.4", "Chuẩn bị họp báo", "Nguyễn Thị Hạnh", "20/6/2026", 0.5, "Giấy mời"), "A.4", "Chuẩn bị họp báo", 0.5, "Nguyễn Thị Hạnh", day("2026-06-20"), "Giấy mời", flags={"lead": "hai người cùng tên"})
    two = Page("KT", unit="Phòng Kinh tế", field="Tài chính công")
    two.titles("PHÂN CÔNG CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Đơn vị: Phòng Kinh tế", "Lĩnh vực: Tài chính công")
    two.line("Mã tiêu chí", "Việc phải làm", "Thang điểm", "Xong trước ngày", "Ai chịu trách nhiệm", "Người hỗ trợ")
    two.leaf(("B.1", "Giải ngân vốn đầu tư công", 2, "Quý IV/2026", "Trần Công Lý", "Kế toán"), "B.1", "Giải ngân vốn đầu tư công", 2, "Trần Công Lý", day("2026-12-31"), supports=("Kế toán",))
    two.leaf(("B.2", "Công khai quản lý tài sản", 1, "Trước ngày 01/3", "Trần Công Lý", ""), "B.2", "Công khai quản lý tài sản", 1, "Trần Công Lý", day("2026-02-28", strict=True))
    two.leaf(("B.2", "Nộp báo cáo thuế", 1, "ngày 20 hằng quý", "Lưu Hồng Diễm", ""), "B.2", "Nộp báo cáo thuế", 1, "Lưu Hồng Diễm", unclear("ngày 20 hằng quý"), flags={"code": "trùng mã", "due": "không rõ tháng nào"})
    two.rows[-2]["needs_check"].append("trùng mã")
    two.flag("code", "trùng mã", two.rows[-2]["row"])
    two.leaf((None, "Rà soát mua sắm", 1, "tháng 7 năm 2026", "Lưu Hồng Diễm", "đ/c Lý"), None, "Rà soát mua sắm", 1, "Lưu Hồng Diễm", day("2026-07-31"), supports=("Lý",), flags={"code": "thiếu mã", "supports": "chỉ ghi tên"})
    two.hidden_rows = [8]
    two.rows[-1]["needs_check"].append("dòng ẩn")
    two.flag("row", "dòng ẩn", 8)
    old = Page("Nam 2025")
    old.titles("PHÂN CÔNG CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM 2025")
    old.line(*HEAD)
    old.line(1, "A.1", "Tham mưu kế hoạch", "Quách Minh Tú", "15/01/2025", 1, "Kế hoạch")
    old.flag("table", "năm khác")
    secret = Page("nhap", hidden=True)
    secret.line(*HEAD)
    secret.line(1, "A.9", "Việc nháp", "Quách Minh Tú", "15/01/2026", 1, "")
    secret.flag("table", "trang ẩn")
    people = Page("Danh sach")
    people.titles("DANH SÁCH CÁN BỘ, CÔNG CHỨC")
    people.line("STT", "Họ và tên", "Chức vụ", "Số điện thoại")
    people.line(1, "Nguyễn Thị Hạnh", "Chánh Văn phòng", "")
    people.line(2, "Nguyễn Thị Hạnh", "Chuyên viên", "")
    people.line(3, "Quách Minh Tú", "Văn thư", "")
    return Office("n05-xa-thoi-lai.xlsx", 2026, [one, two, old, secret, people], xlsx)
