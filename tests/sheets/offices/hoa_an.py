"""A commune's Word file in one column of text: lists of lines for people and days, a table that goes on without its header."""

from tests.sheets.offices.paper import Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    one = Page("bảng 1", document="12/PC-UBND ngày 10/01/2026")
    one.above = ["BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026", "(Theo Thông báo số 12/PC-UBND ngày 10/01/2026)"]
    one.line("Mã TC", "Chỉ tiêu", "Điểm", "Phụ trách", "Thời hạn", "Minh chứng")
    one.section("Dịch vụ công", Looks("I. DỊCH VỤ CÔNG", bold=True), Looks("I. DỊCH VỤ CÔNG", bold=True), None, None, None, None)
    one.lines[-1] = (Looks("I. DỊCH VỤ CÔNG (4 điểm)", bold=True),)
    one.merged = ["A2:F2"]
    one.leaf(("1.1", "Hồ sơ trực tuyến", "1", "Viên Thị Thảo\n(chủ trì)\nMã Văn Long\n(phối hợp)", "Trước ngày\n01/12/2026", "Kết xuất\nhệ thống"), "1.1", "Hồ sơ trực tuyến", 1, "Viên Thị Thảo",
             day("2026-11-30", strict=True), "Kết xuất hệ thống", supports=("Mã Văn Long",))
    one.leaf(("1.2", "Thanh toán trực tuyến", "1", "Viên Thị Thảo,\nMã Văn Long", "Quý\nIII/2026", ""), "1.2", "Thanh toán trực tuyến", 1, "Viên Thị Thảo", day("2026-09-30"),
             supports=("Mã Văn Long",), flags={"lead": "không rõ"})
    one.over("Số hóa", "1.3", "Số hóa", "2", "", "", "")
    one.leaf(("1.3.1", "Số hóa thành phần hồ sơ", "1", "Mã Văn Long", "hằng ngày", ""), "1.3.1", "Số hóa thành phần hồ sơ", 1, "Mã Văn Long", again("daily"))
    two = Page("bảng 2", document=one.document, field="Dịch vụ công", group="Số hóa")
    two.leaf(("1.3.2", "Số hóa kết quả", "1", "Mã Văn Long", "đến 30/11", ""), "1.3.2", "Số hóa kết quả", 1, "Mã Văn Long", day("2026-11-30"))
    two.section("Công vụ", Looks("II. CÔNG VỤ (2 điểm)", bold=True))
    two.merged = ["A2:F2"]
    two.leaf(("2.1", "Xếp loại", "1", "Trưởng các phòng", "trước 15/12", ""), "2.1", "Xếp loại", 1, None, day("2026-12-14", strict=True), flags={"lead": "tập thể"}, lead_post="Trưởng các phòng")
    two.leaf(("2.2", "Kỷ luật", "1", "Viên Thị Thảo", "không để xảy ra", ""), "2.2", "Kỷ luật", 1, "Viên Thị Thảo", unclear("không để xảy ra"), flags={"due": "không rõ"})
    return Office("o23-xa-hoa-an.docx", 2026, [one, two], docx)
