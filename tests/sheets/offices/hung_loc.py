"""A ward with start and end columns, last year's points, a column of who follows, and a bonus section at the end."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Giao việc 2026", document="210/QĐ-UBND ngày 25/02/2026")
    page.titles("ỦY BAN NHÂN DÂN PHƯỜNG HƯNG LỘC BẮC", "", "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Quyết định số 210/QĐ-UBND ngày 25/02/2026 của UBND phường)")
    page.line("Mã số", "Tiêu chí", "Điểm", None, "Thời gian", None, "Người thực hiện", "Người theo dõi", "Bằng chứng")
    page.line(None, None, "Năm 2025", "Tối đa", "Từ ngày", "Đến ngày")
    page.merged = ["A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:G6", "H5:H6", "I5:I6"]
    page.section("Chỉ đạo", "I", "CHỈ ĐẠO", None, 3)
    page.leaf(("1.1", "Kế hoạch", 0.5, 1, date(2026, 1, 5), date(2026, 1, 31), "Tạ Hữu Lộc", "Mai Xuân Kỳ", "Kế hoạch"), "1.1", "Kế hoạch", 1, "Tạ Hữu Lộc", day("2026-01-31"), "Kế hoạch")
    page.leaf(("1.2", "Kiểm tra", 1, 2, "01/6", "30/6", "Phạm Thị Yên (Phòng Văn hóa - Xã hội)", "Mai Xuân Kỳ", "Biên bản"), "1.2", "Kiểm tra", 2, "Phạm Thị Yên", day("2026-06-30"), "Biên bản",
              lead_unit="Phòng Văn hóa - Xã hội")
    page.section("Chuyển đổi số", "II", "CHUYỂN ĐỔI SỐ", None, 3)
    page.over("Dữ liệu", "2.1", "Dữ liệu", 2, 2)
    page.leaf(("2.1.1", "Số hóa hộ tịch", 1, 1, None, "31/12/2026", "Phạm Thị Yên", "Mai Xuân Kỳ", ""), "2.1.1", "Số hóa hộ tịch", 1, "Phạm Thị Yên", day("2026-12-31"))
    page.leaf(("2.1.2", "Làm sạch dữ liệu", 1, 1, None, "hằng tuần", "Phạm Thị Yên", "Mai Xuân Kỳ", ""), "2.1.2", "Làm sạch dữ liệu", 1, "Phạm Thị Yên", again("weekly"))
    page.group = None
    page.leaf(("2.2", "Trang thông tin", 1, 1, None, "Thường xuyên", "Tạ Hữu Lộc", "Mai Xuân Kỳ", "Đường dẫn"), "2.2", "Trang thông tin", 1, "Tạ Hữu Lộc", ALWAYS, "Đường dẫn")
    page.section("Điểm thưởng, điểm trừ", "III", "ĐIỂM THƯỞNG, ĐIỂM TRỪ")
    page.leaf(("3.1", "Sáng kiến cấp tỉnh", 0, "thưởng tối đa 2", None, "30/11", "Tạ Hữu Lộc", None, ""), "3.1", "Sáng kiến cấp tỉnh", 2, "Tạ Hữu Lộc", day("2026-11-30"))
    page.leaf(("3.2", "Để xảy ra khiếu nại", 0, "trừ 1 điểm", None, "31/12", "Tạ Hữu Lộc", None, ""), "3.2", "Để xảy ra khiếu nại", -1, "Tạ Hữu Lộc", day("2026-12-31"))
    page.leaf(("3.3", "Chậm báo cáo", 0, "-0,25 điểm/lần", None, "khi có yêu cầu", "Tạ Hữu Lộc", None, ""), "3.3", "Chậm báo cáo", None, "Tạ Hữu Lộc", unclear("khi có yêu cầu"),
              flags={"points": "mức", "due": "không rõ"})
    page.line(None, "CỘNG (I + II)", 4.5, 6)
    return Office("o26-phuong-hung-loc-bac.xlsx", 2026, [page], xlsx)
