"""A commune's Word file: one table a unit, columns of sums, codes with letters, the group's dates merged over all."""

from tests.sheets.offices.paper import Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    head = ("Mã", "Tiêu chí cần thực hiện", "Ai chịu trách nhiệm", "Hạn hoàn thành", "Minh chứng cần có", "Điểm")
    one = Page("bảng 1", unit="Phòng Kinh tế", document="07/KH-UBND ngày 12/01/2026")
    one.above = ["UBND XÃ BÌNH TRUNG", "BẢNG PHÂN CÔNG", "thực hiện cải cách hành chính năm 2026",
                 "(ban hành kèm theo Kế hoạch số 07/KH-UBND ngày 12/01/2026)", "Bộ phận: Phòng Kinh tế"]
    one.line(*head)
    one.section("Tài chính công", Looks("PHẦN A. TÀI CHÍNH CÔNG", bold=True), None, None, None, None, "4")
    one.leaf(("T1", "Giải ngân vốn đầu tư", "Kiều Công Danh", "31/01/2027", "Bảng đối chiếu", "2"), "T1", "Giải ngân vốn đầu tư", 2, "Kiều Công Danh", day("2027-01-31"), "Bảng đối chiếu")
    one.leaf(("T2", "Công khai ngân sách", "Kiều Công Danh; Nguyễn Ngọc Ánh (TV)", "Quý I, II, III, IV", "Quyết định", "1"), "T2", "Công khai ngân sách", 1,
             "Kiều Công Danh", again("dates 2026-03-31 2026-06-30 2026-09-30 2026-12-31"), "Quyết định", supports=("Nguyễn Ngọc Ánh",),
             flags={"due": "nhiều mốc", "lead": "không rõ vai trò"})
    one.leaf(("T3", "Thanh tra, kiểm toán", "Kiều Công Danh", "không có", "", "không tính"), "T3", "Thanh tra, kiểm toán", None, "Kiều Công Danh", unclear("không có"),
             flags={"due": "không rõ", "points": "không tính"})
    two = Page("bảng 2", unit="Phòng Văn hóa - Xã hội", document=one.document, field="Cải cách công vụ")
    two.above = ["Bộ phận: Phòng Văn hóa - Xã hội"]
    two.line(*head)
    two.section("Cải cách công vụ", Looks("PHẦN B. CẢI CÁCH CÔNG VỤ", bold=True), None, None, None, None, "3")
    two.over("Đánh giá công chức", "V1", "Đánh giá công chức:", "", "", "", "2")
    two.leaf(("", "a) Đánh giá tháng", "Nguyễn Ngọc Ánh", "trước ngày 03 hằng tháng", "Phiếu", "1"), None, "Đánh giá tháng", 1, "Nguyễn Ngọc Ánh",
             again("monthly day 2", strict=True), "Phiếu", criterion="Đánh giá công chức:")
    two.leaf(("", "b) Đánh giá năm", "", "", "Biên bản", "1"), None, "Đánh giá năm", 1, None, unclear(), "Biên bản",
             flags={"lead": "thiếu người", "due": "thiếu hạn"}, criterion="Đánh giá công chức:")
    two.group = None
    two.leaf(("V2", "Bồi dưỡng", "Chị Nguyễn Ngọc Ánh", "từ tháng 4 đến tháng 9", "Chứng chỉ", "1"), "V2", "Bồi dưỡng", 1, "Nguyễn Ngọc Ánh", day("2026-09-30"), "Chứng chỉ")
    two.line("Tổng cộng", "", "", "", "", "7")
    return Office("o13-xa-binh-trung.docx", 2026, [one, two], docx)
