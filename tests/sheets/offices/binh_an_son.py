"""A commune's Word file with letters and dashes to four levels, one table in parts without header, signatures within the table."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    one = Page("bảng 1", document="33/QĐ-UBND ngày 05/3/2026".replace("05/3", "05/03"))
    one.above = ["ỦY BAN NHÂN DÂN XÃ BÌNH AN SƠN", "PHỤ LỤC 2", "PHÂN CÔNG THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Quyết định số 33/QĐ-UBND ngày 05 tháng 03 năm 2026)"]
    one.line("Số TT", "Nội dung", "Điểm chuẩn", "Cán bộ phụ trách", "Hạn hoàn thành")
    one.section("Cải cách thủ tục hành chính", "II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "4", "", "")
    one.over("Kiểm soát thủ tục hành chính", "1", "Kiểm soát thủ tục hành chính", "2", "", "")
    one.leaf(("1.1", "Rà soát", "1", "Đ/c: Lê Văn Dự", "Quý I và quý III"), "II.1.1", "Rà soát", 1, "Lê Văn Dự", again("dates 2026-03-31 2026-09-30"), flags={"due": "nhiều mốc"})
    one.leaf(("1.2", "Công bố", "1", "Các đồng chí: Lê Văn Dự, Hà Thị Sen", "10/02"), "II.1.2", "Công bố", 1, "Lê Văn Dự", day("2026-02-10"), supports=("Hà Thị Sen",), flags={"lead": "không rõ chủ trì", "due": "trước ngày ban hành"})
    one.group = None
    one.leaf(("2", "Một cửa điện tử", "2", "Hà Thị Sen\n(phụ trách)\nLê Văn Dự\n(phối hợp)", "trong quý IV"), "II.2", "Một cửa điện tử", 2, "Hà Thị Sen", day("2026-12-31"), supports=("Lê Văn Dự",))
    one.section("Cải cách tổ chức bộ máy", "III", "CẢI CÁCH TỔ CHỨC BỘ MÁY", "3", "", "")
    one.over("Biên chế", "1", "Biên chế", "2", "", "")
    one.leaf(("1.1", "Sử dụng biên chế", "1", "Trương Thị Hợi", "suốt năm"), "III.1.1", "Sử dụng biên chế", 1, "Trương Thị Hợi", ALWAYS)
    one.leaf(("1.2", "Báo cáo biên chế", "1", "-nt-", "ngày 10 và 25 hằng tháng"), "III.1.2", "Báo cáo biên chế", 1, "Trương Thị Hợi", again("monthly day 10 + monthly day 25"))
    one.group = None
    one.leaf(("2", "Phân cấp", "1", "Trương Thị Hợi", "theo văn bản của tỉnh"), "III.2", "Phân cấp", 1, "Trương Thị Hợi", unclear("theo văn bản của tỉnh"), flags={"due": "không có ngày"})
    one.line("", "Tổng cộng", "7", "", "")
    one.line("", "", "", "TM. ỦY BAN NHÂN DÂN", "")
    one.line("", "", "", "CHỦ TỊCH", "")
    one.line("", "", "", "Ngô Quang Huy", "")
    return Office("s04-xa-binh-an-son.docx", 2026, [one], docx)
