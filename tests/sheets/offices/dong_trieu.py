"""A ward's CSV with a header of two records, sums inside, notes below, and codes that a spreadsheet spoilt."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="1024/QĐ-UBND ngày 30/01/2026")
    page.titles("ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG TRIỀU;;;;;;;".rstrip(";"))
    page.line("PHỤ LỤC KÈM THEO QUYẾT ĐỊNH SỐ 1024/QĐ-UBND NGÀY 30/01/2026", "", "", "", "", "", "", "")
    page.line("PHÂN CÔNG THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "", "", "", "", "", "", "")
    page.line("Ký hiệu", "Chỉ số thành phần", "Điểm", "", "Cán bộ", "", "Thời gian hoàn thành", "Hồ sơ")
    page.line("", "", "Chuẩn", "Tự chấm", "Chủ trì", "Phối hợp", "", "")
    page.section("Xây dựng chính quyền số", "VI", "XÂY DỰNG CHÍNH QUYỀN SỐ", "4", "", "", "", "", "")
    page.over("Hạ tầng", "6.1", "Hạ tầng", "2", "", "", "", "", "")
    page.leaf(("6.1.1", "Máy tính kết nối mạng diện rộng", "1", "", "Tống Văn Lực", "Văn phòng", "30/6/2026", "Biểu thống kê"), "6.1.1", "Máy tính kết nối mạng diện rộng", 1,
              "Tống Văn Lực", day("2026-06-30"), "Biểu thống kê", supports=("Văn phòng",))
    page.leaf(("6/1/2002", "Tài khoản thư công vụ", "1", "", "Tống Văn Lực", "", "Định kỳ hằng quý", "Danh sách"), "6.1.2", "Tài khoản thư công vụ", 1,
              "Tống Văn Lực", again("quarterly"), "Danh sách", flags={"code": "mã bị đổi thành ngày"})
    page.over("Dịch vụ công trực tuyến", "6.2", "Dịch vụ công trực tuyến", "2", "", "", "", "", "")
    page.leaf(("6.2.1", "Tỷ lệ hồ sơ trực tuyến", "1", "", "Nghiêm Thị Hoài", "Tống Văn Lực; Đoàn phường", "hạn chót 15/12", "Kết xuất"), "6.2.1", "Tỷ lệ hồ sơ trực tuyến", 1,
              "Nghiêm Thị Hoài", day("2026-12-15", strict=True), "Kết xuất", supports=("Tống Văn Lực", "Đoàn phường"))
    page.leaf(("6.2.2", "Tỷ lệ thanh toán trực tuyến", "1", "", "", "Nghiêm Thị Hoài", "nt", "nt"), "6.2.2", "Tỷ lệ thanh toán trực tuyến", 1,
              None, day("2026-12-15", strict=True), "Kết xuất", supports=("Nghiêm Thị Hoài",), flags={"lead": "thiếu người"})
    page.line("", "Cộng lĩnh vực VI", "4", "", "", "", "", "")
    page.section("Tác động đến người dân", "VII", "TÁC ĐỘNG ĐẾN NGƯỜI DÂN", "3", "", "", "", "", "")
    page.leaf(("7.1", "Khảo sát hài lòng của người dân", "2", "", "x", "", "theo lịch của Sở", ""), "7.1", "Khảo sát hài lòng của người dân", 2, None,
              unclear("theo lịch của Sở"), flags={"lead": "thiếu người", "due": "không rõ"})
    page.leaf(("7.2", "Xử lý phản ánh kiến nghị", "1", "", "Nghiêm Thị Hoài", "", "suốt năm", "Sổ theo dõi"), "7.2", "Xử lý phản ánh kiến nghị", 1, "Nghiêm Thị Hoài", ALWAYS, "Sổ theo dõi")
    page.line("", "Cộng lĩnh vực VII", "3", "", "", "", "", "")
    page.line("", "TỔNG CỘNG (VI + VII)", "7", "", "", "", "", "")
    page.line("Ghi chú: điểm tự chấm do bộ phận tự ghi.", "", "", "", "", "", "", "")
    return Office("o16-phuong-dong-trieu.csv", 2026, [page], partial(text, encoding="utf-8-sig", mark=";"))
