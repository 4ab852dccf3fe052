"""A border commune's old workbook in .VnTime with capitals in .VnTimeH, three rows of header, numbers as numbers that restart, merged people."""

from tests.sheets.offices.fonts import tcvn3
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(*cells, font=".VnTime"):
    return tuple(Looks(tcvn3(cell), font=font) if isinstance(cell, str) else cell for cell in cells)


def high(*cells):
    return tuple(Looks(tcvn3(cell.lower()), font=".VnTimeH") if isinstance(cell, str) else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phu luc", document="77/QĐ-UBND ngày 04/03/2026")
    page.line(*high("ỦY BAN NHÂN DÂN XÃ XÍN CÁI", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    page.line(*high("PHỤ LỤC GIAO NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"))
    page.line(*old("(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 04 tháng 3 năm 2026 của UBND xã Xín Cái)"))
    page.line(*old("TT", "Lĩnh vực, tiêu chí", "Thang điểm", None, None, "Phân công thực hiện", None, "Thời gian hoàn thành", "Tài liệu kiểm chứng"))
    page.line(*old(None, None, "Điểm tối đa", "Tự đánh giá", None, "Người chịu trách nhiệm chính", "Người phối hợp"))
    page.line(*old(None, None, None, "Điểm", "Lý do"))
    page.merged = ["A2:I2", "A3:I3", "A4:A6", "B4:B6", "C4:E4", "C5:C6", "D5:E5", "F4:G4", "F5:F6", "G5:G6", "H4:H6", "I4:I6", "F10:F12", "H11:H12"]
    page.line(*old("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"))
    page.section("Cải cách thể chế", *(old("I") + high("CẢI CÁCH THỂ CHẾ") + (3.5,)))
    page.over("Văn bản quy phạm pháp luật", 1, *old("Văn bản quy phạm pháp luật"), 2.5)
    page.leaf((1.1, *old("Ban hành đúng trình tự", 1.0, None, None, "đ/c Vừ Mí Kẻ", "bà Thò Thị Máy", "Trong quý I/2026", "Nghị quyết")),
              "I.1.1", "Ban hành đúng trình tự", 1, "Vừ Mí Kẻ", day("2026-03-31"), "Nghị quyết", supports=("Thò Thị Máy",))
    page.leaf((1.2, *old("Gửi văn bản kiểm tra", 1.0, None, None, None, None, "trước ngày 10 tháng cuối quý", "Công văn")),
              "I.1.2", "Gửi văn bản kiểm tra", 1, "Vừ Mí Kẻ", again("quarterly month 3 day 9", strict=True), "Công văn")
    page.leaf((1.3, *old("Đăng công báo", 0.5, None, None, None, "-", None, "Đường dẫn")),
              "I.1.3", "Đăng công báo", 0.5, "Vừ Mí Kẻ", again("quarterly month 3 day 9", strict=True), "Đường dẫn")
    page.group = None
    page.leaf((2, *old("Theo dõi thi hành pháp luật", 1.0, None, None, "Sùng Thị Dính", "Các thôn", "muộn nhất là ngày 15/12/2026", "Báo cáo")),
              "I.2", "Theo dõi thi hành pháp luật", 1, "Sùng Thị Dính", day("2026-12-15", strict=True), "Báo cáo", supports=("Các thôn",))
    page.section("Cải cách chế độ công vụ", *(old("II") + high("CẢI CÁCH CHẾ ĐỘ CÔNG VỤ") + (3,)))
    page.over("Quản lý công chức", 1, *old("Quản lý công chức"), 2)
    page.leaf((1.1, *old("Hồ sơ điện tử", 1.0, None, None), *high("THÒ THỊ MÁY"), None, *old("Thường xuyên trong năm", "Kết xuất")),
              "II.1.1", "Hồ sơ điện tử", 1, "Thò Thị Máy", ALWAYS, "Kết xuất")
    page.leaf((1.2, *old("Tinh giản biên chế", 1.0, None, None, "Thò Thị Máy, Sùng Thị Dính", None, "đầu quý IV", "Quyết định")),
              "II.1.2", "Tinh giản biên chế", 1, "Thò Thị Máy", unclear("đầu quý IV"), "Quyết định", supports=("Sùng Thị Dính",), flags={"lead": "không rõ chủ trì", "due": "không rõ ngày"})
    page.group = None
    page.leaf((2, *old("Kỷ luật, kỷ cương", 1.0, None, None, "Văn phòng", None, "hằng tuần", "Sổ")),
              "II.2", "Kỷ luật, kỷ cương", 1, None, again("weekly"), "Sổ", flags={"lead": "chỉ ghi đơn vị"})
    page.line(None, *old("Tổng số điểm", 6.5))
    page.line()
    page.line(*old("Người lập", None, None, None, "TM. Ủy ban nhân dân"))
    page.line(*old(None, None, None, None, "Chủ tịch"))
    return Office("q08-xa-xin-cai-tcvn3.xls", 2026, [page], xls)
