"""A highland commune's Word file of one table a person's block: name and post merged down in one cell, tasks and days beside them."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="112/QĐ-UBND ngày 18/03/2026")
    page.above = ["ỦY BAN NHÂN DÂN XÃ MƯỜNG PHĂNG HẠ", "BẢNG PHÂN CÔNG NHIỆM VỤ CỤ THỂ", "cho cán bộ, công chức thực hiện Bộ chỉ số cải cách hành chính năm 2026",
                  "(Kèm theo Quyết định số 112/QĐ-UBND ngày 18/3/2026 của Chủ tịch UBND xã)"]
    page.line("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ được phân công", "Phối hợp", "Thời hạn hoàn thành", "Kết quả, sản phẩm")
    page.line("1", "2", "3", "4", "5", "6", "7")
    one = {"lead_post": "Trưởng phòng VH-XH"}
    page.leaf(("1", "Ông Lò Văn Inh", "Trưởng phòng VH-XH", "Tham mưu kế hoạch cải cách hành chính", "", "Xong trước 25/3/2026", "Kế hoạch"),
              None, "Tham mưu kế hoạch cải cách hành chính", None, "Lò Văn Inh", day("2026-03-24", strict=True), "Kế hoạch", **one)
    page.leaf(("", "", "", "Tổng hợp báo cáo quý", "Tòng Thị Ún", "Ngày 12 tháng cuối mỗi quý", "Báo cáo"),
              None, "Tổng hợp báo cáo quý", None, "Lò Văn Inh", again("quarterly month 3 day 12"), "Báo cáo", supports=("Tòng Thị Ún",), **one)
    page.leaf(("", "", "", "Tự chấm điểm, tải tài liệu kiểm chứng", "các phòng", "Từ 01/11 đến 20/11/2026", "Bảng tự chấm"),
              None, "Tự chấm điểm, tải tài liệu kiểm chứng", None, "Lò Văn Inh", day("2026-11-20"), "Bảng tự chấm", supports=("các phòng",), **one)
    page.merged = ["A3:A5", "B3:B5", "C3:C5"]
    two = {"lead_post": "Giám đốc TTPVHCC"}
    page.leaf(("2", "Bà Tòng Thị Ún", "Giám đốc TTPVHCC", "Niêm yết thủ tục hành chính", "", "Thường xuyên, liên tục", "Ảnh niêm yết"),
              None, "Niêm yết thủ tục hành chính", None, "Tòng Thị Ún", ALWAYS, "Ảnh niêm yết", **two)
    page.leaf(("", "", "", "Khảo sát hài lòng của người dân", "Đoàn xã; Hội LHPN xã", "tháng 6 và tháng 11", "Phiếu"),
              None, "Khảo sát hài lòng của người dân", None, "Tòng Thị Ún", again("dates 2026-06-30 2026-11-30"), "Phiếu", supports=("Đoàn xã", "Hội LHPN xã"), flags={"due": "hai mốc"}, **two)
    page.merged += ["A6:A7", "B6:B7", "C6:C7"]
    page.leaf(("3", "Quàng Văn Pản", "Chuyên viên", "Công khai ngân sách", "đ/c Ún", "Chậm nhất 15 ngày sau khi HĐND thông qua", "Quyết định"),
              None, "Công khai ngân sách", None, "Quàng Văn Pản", unclear("Chậm nhất 15 ngày sau khi HĐND thông qua"), "Quyết định", supports=("đ/c Ún",),
              lead_post="Chuyên viên", flags={"due": "không rõ ngày", "supports": "chỉ có tên gọi"})
    page.leaf(("4", "", "Công chức Địa chính", "Cập nhật biến động đất đai", "", "Trước 16h thứ Sáu hằng tuần", "Sổ"),
              None, "Cập nhật biến động đất đai", None, None, again("weekly fri", strict=True), "Sổ", lead_post="Công chức Địa chính", flags={"lead": "chỉ ghi chức danh"})
    page.leaf(("5", "Mùa A Sếnh", "Chỉ huy trưởng Ban CHQS", "Trực cơ quan ngày lễ", "", "theo lịch trực", "Sổ trực"),
              None, "Trực cơ quan ngày lễ", None, "Mùa A Sếnh", unclear("theo lịch trực"), "Sổ trực", lead_post="Chỉ huy trưởng Ban CHQS", flags={"due": "không rõ"})
    return Office("r01-xa-muong-phang-ha.docx", 2026, [page], docx)
