"""A southern commune's old workbook in VNI fonts, with capitals, a leader's column, units in brackets and army ranks."""

from datetime import date

from tests.sheets.offices.fonts import vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(*cells):
    return tuple(Looks(vni(cell), font="VNI-Times") if isinstance(cell, str) else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PhanCong")
    page.line(*old("UBND XÃ VÀM LÁNG", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    page.line(*old("Số: 41/KH-UBND", None, None, "Vàm Láng, ngày 09 tháng 01 năm 2026"))
    page.line()
    page.line(*old("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"))
    page.line()
    page.line(*old("Ký hiệu", "Công việc", "Kết quả", "Điểm", "Lãnh đạo theo dõi", "Đầu mối", "Đơn vị phối hợp", "Mốc hoàn thành"))
    page.section("Cải cách thể chế", *old("I", "CẢI CÁCH THỂ CHẾ", None, 3))
    page.leaf(old("I.1", "Rà soát văn bản quy phạm pháp luật", "Báo cáo", 1, "Chủ tịch", "Ông Huỳnh Văn Út Em", "Công an xã", "trước quý II/2026"),
              "I.1", "Rà soát văn bản quy phạm pháp luật", 1, "Huỳnh Văn Út Em", day("2026-03-31", strict=True), "Báo cáo", supports=("Công an xã",))
    page.leaf(old("I.2", "Phổ biến pháp luật cho người dân", "Kế hoạch", 2, "Chủ tịch", "HUỲNH VĂN ÚT EM", "", "Hằng tháng; 6 tháng; năm"),
              "I.2", "Phổ biến pháp luật cho người dân", 2, "Huỳnh Văn Út Em", again("monthly + half-yearly + yearly"), "Kế hoạch")
    page.section("Cải cách thủ tục hành chính", *old("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", None, 5))
    page.leaf(old("II.1", "Cấp căn cước lưu động", "Danh sách", 2, "Phó Chủ tịch", "Trung tá Lê Quốc Dũng (Công an xã)", "Các ấp", "Quý 2 và quý 4"),
              "II.1", "Cấp căn cước lưu động", 2, "Lê Quốc Dũng", again("dates 2026-06-30 2026-12-31"), "Danh sách", supports=("Các ấp",), lead_unit="Công an xã", flags={"due": "nhiều mốc"})
    page.leaf(old("II.2", "Khám sức khỏe ban đầu", "Sổ", 1, "Phó Chủ tịch", "BS. Đặng Thị Ngọc Ẩn", "Trạm Y tế", date(2026, 7, 31)),
              "II.2", "Khám sức khỏe ban đầu", 1, "Đặng Thị Ngọc Ẩn", day("2026-07-31"), "Sổ", supports=("Trạm Y tế",))
    page.leaf(old("II.3", "Xử lý hồ sơ đất đai", "Kết xuất", "2,0", "Phó Chủ tịch", "Công chức Địa chính", "", "Thường xuyên, liên tục"),
              "II.3", "Xử lý hồ sơ đất đai", 2, None, ALWAYS, "Kết xuất", lead_post="Công chức Địa chính", flags={"lead": "chỉ ghi chức danh"})
    page.section("Xây dựng chính quyền số", *old("III", "XÂY DỰNG CHÍNH QUYỀN SỐ", None, 3))
    page.leaf(old("III.1", "Ký số văn bản", "Kết xuất", 1, "Chủ tịch", "Đoàn Thị Bé Bảy", "", "ngay sau khi có hướng dẫn"),
              "III.1", "Ký số văn bản", 1, "Đoàn Thị Bé Bảy", unclear("ngay sau khi có hướng dẫn"), "Kết xuất", flags={"due": "không có ngày"})
    page.leaf(old("III.2", "Họp không giấy", "Thống kê", 1, "Chủ tịch", "nt", "nt", "đến hết ngày 30/9"),
              "III.2", "Họp không giấy", 1, "Đoàn Thị Bé Bảy", day("2026-09-30"), "Thống kê")
    page.leaf(old("III.3", "Tuyên truyền chuyển đổi số", "Tin, bài", 1, "Chủ tịch", "Đoàn Thị Bé Bảy (chính), Huỳnh Văn Út Em", "", "Trong tháng 10"),
              "III.3", "Tuyên truyền chuyển đổi số", 1, "Đoàn Thị Bé Bảy", day("2026-10-31"), "Tin, bài", supports=("Huỳnh Văn Út Em",))
    page.line(*old(None, "Cộng", None, 11))
    page.line(*old("Nơi nhận:", None, None, None, None, "TM. ỦY BAN NHÂN DÂN"))
    for row in page.rows:
        row["document"] = None
    return Office("q02-xa-vam-lang-vni.xls", 2026, [page], xls)
