"""A southern commune's Word file with fields as paragraphs, the unit above each table, levels by sign, and answers in brackets."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    block = Page("bảng 1")
    block.line("UBND XÃ CÙ LAO GIÊNG\nSố: 77/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nCù Lao Giêng, ngày 06 tháng 3 năm 2026")
    head = ("Mục", "Chỉ tiêu, nhiệm vụ", "Điểm tối đa", "Phân công", "Thời điểm hoàn thành", "Minh chứng")
    one = Page("bảng 2", field="Cải cách thể chế", unit="Văn phòng HĐND và UBND", document="77/KH-UBND ngày 06/03/2026")
    one.above = ["KẾ HOẠCH PHÂN CÔNG NĂM 2026", "(Ban hành kèm theo Kế hoạch số 77/KH-UBND ngày 06/3/2026)", "Lĩnh vực 1: Cải cách thể chế", "Đơn vị: Văn phòng HĐND và UBND"]
    one.line(*head)
    one.over("Theo dõi thi hành pháp luật", "1.1", "Theo dõi thi hành pháp luật", "2", "", "", "")
    one.leaf(("1.1.1", "- Ban hành kế hoạch", "1", "Chị Lê Thị Thu Cúc phụ trách; anh Phan Tấn Đời hỗ trợ", "trước tháng 4/2026", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch", 1, "Lê Thị Thu Cúc", day("2026-03-31", strict=True), "Kế hoạch", supports=("Phan Tấn Đời",))
    one.leaf(("1.1.2", "- Kiểm tra tình hình", "1", "Phan Tấn Đời", "Từ tháng 5 đến tháng 8/2026", "Kết luận"), "1.1.2", "Kiểm tra tình hình", 1, "Phan Tấn Đời", day("2026-08-31"), "Kết luận")
    one.group = None
    one.leaf(("1.2", "Tuyên truyền pháp luật", "1", "Lê Thị Thu Cúc (phối hợp: các ấp, Đài truyền thanh)", "tuần đầu mỗi tháng", "Ảnh"), "1.2", "Tuyên truyền pháp luật", 1, "Lê Thị Thu Cúc", unclear("tuần đầu mỗi tháng"), "Ảnh", supports=("các ấp", "Đài truyền thanh"), flags={"due": "không rõ ngày"})
    two = Page("bảng 3", field="Cải cách tài chính công", unit="Phòng Kinh tế", document="77/KH-UBND ngày 06/03/2026")
    two.above = ["Lĩnh vực 2: Cải cách tài chính công", "Đơn vị: Phòng Kinh tế"]
    two.line(*head)
    two.leaf(("2.1", "Phân bổ dự toán", "0,5đ", "Kế toán xã", "31/12/2025", "Quyết định"), "2.1", "Phân bổ dự toán", 0.5, None, day("2025-12-31"), "Quyết định", lead_post="Kế toán xã", flags={"lead": "chức danh"})
    two.leaf(("2.2", "Báo cáo thu chi", "1 điểm", "Bùi Thị Ngọc Lài", "Ngày 05 và ngày 20 hằng tháng", "Báo cáo"), "2.2", "Báo cáo thu chi", 1, "Bùi Thị Ngọc Lài", again("monthly day 5 + monthly day 20"), "Báo cáo")
    two.leaf(("2.3", "Quản lý tài sản công", "1", "Bùi Thị Ngọc Lài, Phan Tấn Đời (cùng chủ trì)", "17 giờ 30 phút ngày 31/8/2026", "Sổ tài sản"), "2.3", "Quản lý tài sản công", 1, "Bùi Thị Ngọc Lài", day("2026-08-31", strict=True), "Sổ tài sản", supports=("Phan Tấn Đời",), flags={"lead": "hai người chủ trì"})
    two.leaf(("2.3", "Thanh lý tài sản", "1", "Bùi Thị Ngọc Lài", "trong năm 2026", ""), "2.3", "Thanh lý tài sản", 1, "Bùi Thị Ngọc Lài", day("2026-12-31"), flags={"code": "trùng mã"})
    two.flag("code", "trùng mã", len(two.lines) - 1)
    two.rows[-2]["needs_check"].append("trùng mã")
    three = Page("bảng 4", field="Chính quyền số", unit="Phòng Văn hóa - Xã hội", document="77/KH-UBND ngày 06/03/2026")
    three.above = ["Lĩnh vực 3: Chính quyền số", "Đơn vị: Phòng Văn hóa - Xã hội"]
    three.line(*head)
    three.leaf(("3.1", "Tổ công nghệ số cộng đồng hoạt động", "1", "Anh Trương Hữu Lợi làm đầu mối, phối hợp với Công an xã", "cả năm 2026", "Báo cáo"), "3.1", "Tổ công nghệ số cộng đồng hoạt động", 1, "Trương Hữu Lợi", ALWAYS, "Báo cáo", supports=("Công an xã",), maybe=("cả năm 2026: 31/12 hay liên tục",))
    three.leaf(("3.2", "Chuyển đổi số", "2", "Trương Hữu Lợi", "15/9/2062", "Kế hoạch"), "3.2", "Chuyển đổi số", 2, "Trương Hữu Lợi", day("2062-09-15"), "Kế hoạch", flags={"due": "năm lạ"})
    sign = Page("bảng 5")
    sign.line("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    return Office("r05-xa-cu-lao-gieng.docx", 2026, [block, one, two, three, sign], docx)
