"""A commune's workbook with the order of columns turned round, dates of every spelling, a hidden column and the header once more below."""

from datetime import date

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("GIAO VIEC", document="19/TB-UBND ngày 25/02/2026")
    page.titles("UBND XÃ NGỌC CHIẾN", "THÔNG BÁO PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Thông báo số 19/TB-UBND ngày 25/02/2026)")
    head = ("Thời gian", "Người phụ trách", "Minh chứng", "Tên chỉ số", "Ghi chú", "Mã", "Lĩnh vực", "Thang điểm")
    page.hidden_columns = ["E"]
    page.line(*head)
    cases = [
        ("17g00 ngày 20/4/2026", day("2026-04-20", strict=True), None),
        ("Trước 30/6", day("2026-06-29", strict=True), None),
        ("Ngày 5 tháng 9", day("2026-09-05"), None),
        ("Tháng 8 - tháng 9/2026", day("2026-09-30"), None),
        ("từ 15/3 đến 30/4/2026", day("2026-04-30"), None),
        ("01/10 - 15/10/2026", day("2026-10-15"), None),
        ("Từ ngày 05 đến ngày 20 tháng 11", day("2026-11-20"), None),
        ("sáu tháng đầu năm", day("2026-06-30"), None),
        ("Quý I năm 2027", day("2027-03-31"), None),
        ("trước tháng 7/2026", day("2026-06-30", strict=True), None),
    ]
    page.field = "Chỉ đạo, điều hành"
    for number, (said, due, _none) in enumerate(cases, 1):
        page.leaf((said, "Quàng Văn Xôm", "Văn bản", f"Nhiệm vụ điều hành số {number}", "", f"1.{number}" if number != 10 else "1.10", "Chỉ đạo, điều hành" if number == 1 else "", "0,5"),
                  f"1.{number}", f"Nhiệm vụ điều hành số {number}", 0.5, "Quàng Văn Xôm", due, "Văn bản")
    page.line(*head)
    page.field = "Công vụ"
    cases = [
        ("29/02/2026", unclear("29/02/2026"), "ngày không có"),
        ("Chủ nhật, 16/11/2026", day("2026-11-16"), "thứ không khớp"),
        ("15/3, 15/6, 15/9 và 15/12/2026", again("dates 2026-03-15 2026-06-15 2026-09-15 2026-12-15"), "nhiều mốc"),
        ("hàng tháng, quý", again("monthly + quarterly"), None),
        ("theo yêu cầu của cấp trên", unclear("theo yêu cầu của cấp trên"), "không có ngày"),
        ("Đã xong", unclear("Đã xong"), "không có ngày"),
        ("trước thời điểm 31/10/2026", day("2026-10-30", strict=True), None),
        ("10/12/2024", day("2024-12-10"), "ngoài kỳ"),
        (date(2026, 11, 24), day("2026-11-24"), None),
        ("chậm nhất là ngày 10 tháng đầu quý sau", again("quarterly month 4 day 10", strict=True), None),
    ]
    people = [
        ("Thạc sỹ Cà Thị Ơn", "Cà Thị Ơn", (), None),
        ("Công chức Văn hóa - Xã hội Cà Thị Ơn", "Cà Thị Ơn", (), None),
        ("Cà Thị Ơn (phụ trách chính), Quàng Văn Xôm (thành viên)", "Cà Thị Ơn", ("Quàng Văn Xôm",), None),
        ("Ca Thi On", "Ca Thi On", (), "tên không dấu"),
        ("Tổ trưởng: Cà Thị Ơn; thành viên: Quàng Văn Xôm, Lò Văn Ín", "Cà Thị Ơn", ("Quàng Văn Xôm", "Lò Văn Ín"), None),
        ("cà thị ơn", "Cà Thị Ơn", (), None),
        ("Cà Thị Ơn - Quàng Văn Xôm", "Cà Thị Ơn", ("Quàng Văn Xôm",), "không rõ chủ trì"),
        ("Chuyên viên CNTT", None, (), "chỉ ghi chức danh"),
        ("Cà Thị Ơn chủ trì, phối hợp với Lò Văn Ín", "Cà Thị Ơn", ("Lò Văn Ín",), None),
        ("Lò Văn Ín + các trưởng bản", "Lò Văn Ín", ("các trưởng bản",), None),
    ]
    for number, ((said, due, flag), (who, lead, supports, doubt)) in enumerate(zip(cases, people, strict=True), 1):
        flags = ({"due": flag} if flag else {}) | ({"lead": doubt} if doubt else {})
        more = {"lead_post": "Chuyên viên CNTT"} if lead is None else {"lead_post": "Công chức Văn hóa - Xã hội"} if number == 2 else {}
        page.leaf((said, who, "Sổ", f"Việc công vụ thứ {number}", "", f"2.{number}" if number != 10 else "2.10", "Công vụ" if number == 1 else "", 1),
                  f"2.{number}", f"Việc công vụ thứ {number}", 1, lead, due, "Sổ", supports=supports, flags=flags, **more)
    page.line(None, None, None, "Cộng", None, None, None, 15)
    return Office("q12-xa-ngoc-chien.xlsx", 2026, [page], xlsx)
