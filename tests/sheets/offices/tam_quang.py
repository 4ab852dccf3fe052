"""A ward's Word annex over three tables: header of two rows with merged groups, letters below numbers, dittos, sections across."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    top = Page("bảng 1")
    top.line("UBND PHƯỜNG TAM QUANG\nPHÒNG VĂN HÓA - XÃ HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    one = Page("bảng 2", document="115/KH-UBND ngày 30/12/2025")
    one.above = ["DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Kế hoạch số 115/KH-UBND ngày 30 tháng 12 năm 2025 của UBND phường)"]
    one.line("TT", "Nội dung công việc", "Trách nhiệm", "", "Thời gian", "", "Sản phẩm")
    one.line("", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành", "")
    one.merged = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "A3:G3", "A8:G8"]
    one.section("Chỉ đạo, điều hành", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "", "", "", "")
    one.over("Xây dựng kế hoạch", "1", "Xây dựng kế hoạch", "", "", "", "", "")
    one.leaf(("", "a) Dự thảo, lấy ý kiến", "Bà Tôn Nữ Diệu Hiền", "Các phòng", "02/01/2026", "15/01/2026", "Dự thảo"),
             None, "Dự thảo, lấy ý kiến", None, "Tôn Nữ Diệu Hiền", day("2026-01-15"), "Dự thảo", supports=("Các phòng",))
    one.leaf(("", "b) Trình ban hành", "nt", "nt", "16/01/2026", "trước ngày 31/01/2026", "Kế hoạch"),
             None, "Trình ban hành", None, "Tôn Nữ Diệu Hiền", day("2026-01-30", strict=True), "Kế hoạch", supports=("Các phòng",))
    one.group = None
    one.leaf(("2", "Họp Ban Chỉ đạo", "Ông Châu Văn Lộc", "Tôn Nữ Diệu Hiền", "", "hằng quý", "Biên bản"),
             None, "Họp Ban Chỉ đạo", None, "Châu Văn Lộc", again("quarterly"), "Biên bản", supports=("Tôn Nữ Diệu Hiền",))
    one.section("Cải cách thủ tục hành chính", "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "", "", "")
    one.leaf(("1", "Rà soát thủ tục nội bộ", "Châu Văn Lộc", "", "", "Quý I-II", "Danh mục"),
             None, "Rà soát thủ tục nội bộ", None, "Châu Văn Lộc", day("2026-06-30"), "Danh mục")
    two = Page("bảng 3", field="Cải cách thủ tục hành chính", document=one.document)
    two.line("TT", "Nội dung công việc", "Trách nhiệm", "", "Thời gian", "", "Sản phẩm")
    two.line("", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành", "")
    two.merged = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "C3:C4", "A5:G5"]
    two.leaf(("2", "Niêm yết thủ tục", "Đ/c Lê Nguyễn Hoài An (Trung tâm PVHCC)", "", "", "Thường xuyên", "Ảnh"),
             None, "Niêm yết thủ tục", None, "Lê Nguyễn Hoài An", ALWAYS, "Ảnh", lead_unit="Trung tâm PVHCC")
    two.leaf(("3", "Lấy ý kiến người dân", "", "", "", "giữa tháng 9", "Phiếu"),
             None, "Lấy ý kiến người dân", None, "Lê Nguyễn Hoài An", unclear("giữa tháng 9"), "Phiếu", lead_unit="Trung tâm PVHCC", flags={"due": "không rõ ngày"})
    two.section("Cải cách tài chính công", "III. CẢI CÁCH TÀI CHÍNH CÔNG", "", "", "", "", "", "")
    two.leaf(("1", "Công khai dự toán", "Kế toán trưởng", "", "", "Thứ Tư, ngày 11/11/2026", "Quyết định"),
             None, "Công khai dự toán", None, None, day("2026-11-11"), "Quyết định", lead_post="Kế toán trưởng", flags={"lead": "chỉ ghi chức danh"})
    two.leaf(("2", "Quyết toán", "Ngọ Thị Nhàn", "", "", "", "Báo cáo"),
             None, "Quyết toán", None, "Ngọ Thị Nhàn", unclear(""), "Báo cáo", flags={"due": "thiếu hạn"})
    end = Page("bảng 4")
    end.line("Nơi nhận:\n- Như trên;\n- Lưu: VT, VHXH.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐỗ Như Ý")
    return Office("q05-phuong-tam-quang.docx", 2026, [top, one, two, end], docx)
