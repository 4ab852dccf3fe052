"""A ward that keeps days in the 1904 system, hides a column, splits its header over groups, and signs twice."""

from datetime import date

from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bảng phân công", document=None)
    page.line("ỦY BAN NHÂN DÂN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.line("PHƯỜNG LONG THẠNH BẮC", None, None, None, "Độc lập - Tự do - Hạnh phúc")
    page.line("Số:      /QĐ-UBND", None, None, None, "Long Thạnh Bắc, ngày      tháng 3 năm 2026")
    page.line()
    page.titles("BẢNG PHÂN CÔNG, THEO DÕI THỰC HIỆN CHỈ SỐ CCHC NĂM 2026", "(Kèm theo Quyết định số      /QĐ-UBND ngày     /3/2026)")
    page.line("Mã số", "Chỉ số thành phần", "Điểm chuẩn", "Trách nhiệm", None, "Thời gian thực hiện", "Tài liệu minh chứng", "Ghi chú")
    page.line(None, None, None, "Người phụ trách", "Bộ phận")
    page.merged = ["A7:A8", "B7:B8", "C7:C8", "D7:E7", "F7:F8", "G7:G8", "H7:H8", "A1:C1", "E1:H1", "A5:H5", "A6:H6"]
    page.line("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)")
    page.hidden_columns = ["E"]
    page.section("Cải cách tổ chức bộ máy", Looks("LĨNH VỰC IV: CẢI CÁCH TỔ CHỨC BỘ MÁY (5,5 điểm)", bold=True))
    page.merged.append(f"A{len(page.lines)}:H{len(page.lines)}")
    page.over("Sắp xếp tổ chức", "4.1", Looks("Sắp xếp tổ chức", bold=True), 3.5, None, None, None, None, None)
    page.leaf(("4.1.1", "Đề án sắp xếp phòng", 1, "Hồ Thị Kim Thoa", "Văn phòng", date(2026, 4, 30), "Đề án"), "4.1.1", "Đề án sắp xếp phòng", 1,
              "Hồ Thị Kim Thoa", day("2026-04-30"), "Đề án", lead_unit="Văn phòng")
    page.leaf(("4.1.2", "Quy chế phối hợp", 0.5, "HỒ THỊ KIM THOA", "Văn phòng", "trước 17h00 ngày 15/11", "Quy chế"), "4.1.2", "Quy chế phối hợp", 0.5,
              "Hồ Thị Kim Thoa", day("2026-11-15", strict=True), "Quy chế", lead_unit="Văn phòng")
    page.leaf(("4.1.3", "Kiểm tra hoạt động tổ chức", 1, "Diệp  Minh\u00a0Tuyền", "Phòng Văn hóa - Xã hội", "Quý III-IV", "Biên bản"), "4.1.3",
              "Kiểm tra hoạt động tổ chức", 1, "Diệp Minh Tuyền", day("2026-12-31"), "Biên bản", lead_unit="Phòng Văn hóa - Xã hội")
    page.leaf(("4.1.3a", "Kiểm tra đột xuất", 0.5, "Diệp Minh Tuyền", "Phòng Văn hóa - Xã hội", "đột xuất", None), "4.1.3a", "Kiểm tra đột xuất", 0.5,
              "Diệp Minh Tuyền", unclear("đột xuất"), lead_unit="Phòng Văn hóa - Xã hội", flags={"due": "không rõ"})
    page.leaf(("4.1.3bis", "Kiểm tra chéo", 0.5, "Diệp Minh Tuyền", "Phòng Văn hóa - Xã hội", "ngày 05 tháng 9", None), "4.1.3bis", "Kiểm tra chéo", 0.5,
              "Diệp Minh Tuyền", day("2026-09-05"), lead_unit="Phòng Văn hóa - Xã hội")
    page.group = None
    page.leaf(("4.2", "Phân cấp quản lý", 1, "Giám đốc Trung tâm", "TT PVHCC", "29/02/2026", "Quyết định"), "4.2", "Phân cấp quản lý", 1,
              None, unclear("29/02/2026"), "Quyết định", lead_unit="TT PVHCC", lead_post="Giám đốc Trung tâm", flags={"lead": "chức danh", "due": "không có trong lịch"})
    page.leaf(("4.3", "Tinh giản biên chế", 1, "Cấn Xuân Bách, Trưởng phòng", "Phòng Văn hóa - Xã hội", "20/02", "Báo cáo"), "4.3", "Tinh giản biên chế", 1,
              "Cấn Xuân Bách", day("2026-02-20"), "Báo cáo", lead_unit="Phòng Văn hóa - Xã hội", lead_post="Trưởng phòng")
    page.section("Chính quyền số", Looks("LĨNH VỰC V: CHÍNH QUYỀN SỐ", bold=True))
    page.merged.append(f"A{len(page.lines)}:H{len(page.lines)}")
    page.leaf(("5.1", "Cung cấp dịch vụ công trực tuyến", 2, "Cấn Xuân Bách", None, "46341", None), "5.1", "Cung cấp dịch vụ công trực tuyến", 2,
              "Cấn Xuân Bách", day("2030-11-16"), flags={"due": "ngoài kỳ"})
    page.leaf(("5.2", None, 1, "Cấn Xuân Bách", None, "15/13", None), "5.2", None, 1, "Cấn Xuân Bách", unclear("15/13"), flags={"criterion": "thiếu", "due": "không có"})
    page.leaf(("5.3", "Cập nhật cơ sở dữ liệu", None, "Cấn Xuân Bách", None, "Thứ Năm hàng tuần", None), "5.3", "Cập nhật cơ sở dữ liệu", None,
              "Cấn Xuân Bách", again("weekly thu"), flags={"points": "thiếu"})
    page.line(None, "TỔNG ĐIỂM", 9.5)
    page.line(None, None, None, None, None, "Long Thạnh Bắc, ngày 10 tháng 3 năm 2026")
    page.line("NGƯỜI LẬP", None, None, None, None, "CHỦ TỊCH")
    return Office("o07-phuong-long-thanh-bac.xlsx", 2026, [page], lambda pages, path: xlsx(pages, path, from_1904=True))
