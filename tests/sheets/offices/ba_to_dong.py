"""A commune's workbook of one sheet for each field, whose names are the fields, with hints of a rhythm in the text and dates that a US machine swapped."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    pages = []
    plan = [
        ("TC", "Thể chế", [("1.1", "Rà soát văn bản định kỳ hằng quý", 1, "Phạm Văn Nơi", "14/3/2026", day("2026-03-14"), {}),
                           ("1.2", "Duy trì tủ sách pháp luật", 1, "Đinh Thị Trê", "liên tục", ALWAYS, {}),
                           ("1.3", "Tỷ lệ hòa giải thành đạt từ 85% trở lên", 1, "Đinh Thị Trê", date(2026, 10, 12), day("2026-12-10"), {"due": "đảo ngày tháng"}),
                           ("1.4", "Phổ biến pháp luật", 1, "Phạm Văn Nơi", "28/8/2026", day("2026-08-28"), {})]),
        ("CV", "Công vụ", [("2.1", "Báo cáo tinh giản biên chế", 1, "Lê Tuyết Nhung", "chậm nhất ngày 05 tháng đầu quý sau", again("quarterly month 4 day 5", strict=True), {}),
                           ("2.2", "Thi đua", 1, "Lê Tuyết Nhung", date(2026, 6, 30), day("2026-06-30"), {}),
                           ("2.3", "Nghỉ phép", 1, "Lê Tuyết Nhung", "khi có đơn", unclear("khi có đơn"), {"due": "không có ngày"})]),
    ]
    for name, field, rows in plan:
        page = Page(name, field=field, document="61/KH-UBND ngày 10/02/2026")
        page.titles("UBND XÃ BA TƠ ĐÔNG", "PHÂN CÔNG CCHC NĂM 2026", "(Kèm theo Kế hoạch số 61/KH-UBND ngày 10/02/2026)", f"Lĩnh vực: {field}")
        page.line("Mã", "Tiêu chí", "Điểm", "Phụ trách", "Thời hạn")
        for code, text, points, lead, said, due, flags in rows:
            page.leaf((code, text, points, lead, said), code, text, points, lead, due, flags=flags)
        page.line(None, "Cộng", len(rows))
        pages.append(page)
    return Office("s07-xa-ba-to-dong.xlsx", 2026, pages, xlsx)
