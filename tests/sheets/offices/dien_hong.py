"""A ward whose workbook mixes dates, codes and points in wrong cells, sums by field, and splits each field over a sheet."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    one, two = Page("LV1", field="Cải cách thể chế"), Page("LV2", field="Cải cách bộ máy")
    head = ("Mã", "Nội dung tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Người phụ trách", "Hạn hoàn thành", "Tài liệu kiểm chứng")
    one.titles("UBND PHƯỜNG DIÊN HỒNG ĐÔNG - NĂM 2026", "Lĩnh vực: Cải cách thể chế")
    one.line(*head)
    one.leaf(("1", "Kế hoạch", date(2026, 2, 1), None, "Thân Trọng Nghĩa", date(2026, 1, 30), "Kế hoạch"), None, "Kế hoạch", None, "Thân Trọng Nghĩa", day("2026-01-30"), "Kế hoạch", flags={"points": "ngày"})
    one.leaf(("2", "Báo cáo", 1, 1, "Thân Trọng Nghĩa", "BC tháng: ngày 18; BC quý: ngày 14 tháng cuối quý", "Báo cáo"), None, "Báo cáo", 1, "Thân Trọng Nghĩa",
              unclear("BC tháng: ngày 18; BC quý: ngày 14 tháng cuối quý"), "Báo cáo", flags={"due": "nhiều mốc"})
    one.leaf(("3", "Kiểm tra", "1,0 đ", None, "Thân Trọng Nghĩa, chuyên viên; Ninh Thị Vân Anh, văn thư", "15/6/2026", None), None, "Kiểm tra", 1, "Thân Trọng Nghĩa", day("2026-06-15"),
              supports=("Ninh Thị Vân Anh",), lead_post="chuyên viên", flags={"lead": "không rõ"})
    one.leaf(("4", "Đối thoại", 1, None, "Ninh Thị Vân Anh (chủ trì, phối hợp với các phòng)", "12/2026", None), None, "Đối thoại", 1, "Ninh Thị Vân Anh", day("2026-12-31"), supports=("các phòng",))
    one.line(None, "Cộng", 3)
    two.titles("UBND PHƯỜNG DIÊN HỒNG ĐÔNG - NĂM 2026", "Lĩnh vực: Cải cách bộ máy")
    two.line(*head)
    two.leaf(("1", "Sắp xếp phòng", 1, None, "Ninh Thị Vân Anh", "05 ngày làm việc", None), None, "Sắp xếp phòng", 1, "Ninh Thị Vân Anh", unclear("05 ngày làm việc"), flags={"due": "không rõ"})
    two.leaf(("2", "Phân cấp", 1, None, "Thân Trọng Nghĩa phụ trách chung; Ninh Thị Vân Anh trực tiếp thực hiện", "30/9", None), None, "Phân cấp", 1, None, day("2026-09-30"), flags={"lead": "không rõ ai chủ trì"})
    two.leaf(("3", "Tinh giản", 1, None, "P. Nội vụ", "31/12", None), None, "Tinh giản", 1, None, day("2026-12-31"), flags={"lead": "đơn vị"})
    two.leaf(("4", "Đánh giá", 1, None, "Chủ tịch UBND phường Thân Trọng Nghĩa", "trước 31/12", None), None, "Đánh giá", 1, "Thân Trọng Nghĩa", day("2026-12-30", strict=True),
              lead_post="Chủ tịch UBND phường")
    two.leaf(("5", "Trực cơ quan", 1, None, "Bà Vân Anh", "cả năm", None), None, "Trực cơ quan", 1, None, ALWAYS, flags={"lead": "tên gọi"})
    two.leaf(("6", "Văn nghệ", 1, None, "ông Nghĩa, bà Ninh Thị Vân Anh", "hàng quý", None), None, "Văn nghệ", 1, "Ninh Thị Vân Anh", again("quarterly"), supports=("Nghĩa",), flags={"lead": "không rõ", "supports": "tên gọi"})
    return Office("o32-phuong-dien-hong-dong.xlsx", 2026, [one, two], xlsx)
