"""A commune's Word file: two people's headings under one, start and end of the work, a plain outline of numbers and letters."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    block = Page("bảng 1")
    block.line("HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN\nXÃ VĨNH THUẬN ĐÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nVĩnh Thuận Đông, ngày 12 tháng 01 năm 2026")
    page = Page("bảng 2", document="08/TB-UBND ngày 12/01/2026")
    page.above = ["DANH MỤC", "Nhiệm vụ cải cách hành chính năm 2026 và phân công thực hiện", "(Kèm theo Thông báo số 08/TB-UBND ngày 12/01/2026 của UBND xã)"]
    page.line("STT", "Nội dung công việc", "Phân công", "", "Thời gian thực hiện", "", "Sản phẩm đầu ra")
    page.line("", "", "Chủ trì", "Phối hợp", "Từ ngày", "Đến ngày", "")
    page.section("Cải cách thể chế", "I", "Cải cách thể chế", "", "", "", "", "")
    page.leaf(("1", "Rà soát, hệ thống hóa văn bản", "Lâm Quốc Trạng", "Tư pháp - Hộ tịch", "02/02/2026", "31/3/2026", "Danh mục văn bản"), None, "Rà soát, hệ thống hóa văn bản", None, "Lâm Quốc Trạng", day("2026-03-31"), "Danh mục văn bản", supports=("Tư pháp - Hộ tịch",))
    page.leaf(("2", "Theo dõi thi hành pháp luật", "Lâm Quốc Trạng", "Danh Thị Sà Rây", "", "Trước 15/12", "Báo cáo"), None, "Theo dõi thi hành pháp luật", None, "Lâm Quốc Trạng", day("2026-12-14", strict=True), "Báo cáo", supports=("Danh Thị Sà Rây",))
    page.section("Cải cách thủ tục hành chính", "II", "Cải cách thủ tục hành chính", "", "", "", "", "")
    page.leaf(("1", "Kiểm soát thủ tục hành chính", "nt", "", "", "Hàng quý", "Báo cáo quý"), None, "Kiểm soát thủ tục hành chính", None, "Lâm Quốc Trạng", again("quarterly"), "Báo cáo quý")
    page.leaf(("2", "Số hóa hồ sơ", "Chị Danh Thị Sà Rây", "Đoàn Thanh niên", "", "Liên tục", "Kho dữ liệu"), None, "Số hóa hồ sơ", None, "Danh Thị Sà Rây", ALWAYS, "Kho dữ liệu", supports=("Đoàn Thanh niên",))
    page.leaf(("3", "Lấy ý kiến người dân", "Văn phòng HĐND và UBND", "Danh Thị Sà Rây", "", "6 tháng cuối năm", "Phiếu khảo sát"), None, "Lấy ý kiến người dân", None, None, day("2026-12-31"), "Phiếu khảo sát", supports=("Danh Thị Sà Rây",), flags={"lead": "chỉ ghi đơn vị"})
    page.section("Tài chính công", "III", "Tài chính công", "", "", "", "", "")
    page.leaf(("1", "Công khai dự toán", "Thạch Sô Phia", "", "", "Trước Tết Nguyên đán", "Quyết định công khai"), None, "Công khai dự toán", None, "Thạch Sô Phia", unclear("Trước Tết Nguyên đán"), "Quyết định công khai", flags={"due": "không có ngày"})
    page.leaf(("2", "Quyết toán ngân sách năm trước", "Thạch Sô Phia và Lâm Quốc Trạng", "", "", "ngày 30 tháng 02 năm 2026", "Báo cáo quyết toán"), None, "Quyết toán ngân sách năm trước", None, "Thạch Sô Phia", unclear("ngày 30 tháng 02 năm 2026"), "Báo cáo quyết toán", supports=("Lâm Quốc Trạng",), flags={"lead": "không rõ", "due": "ngày không có"})
    page.leaf(("3", "Tiết kiệm chi thường xuyên", "đ/c Phia", "", "", "hết năm 2026", "Báo cáo"), None, "Tiết kiệm chi thường xuyên", None, None, day("2026-12-31"), "Báo cáo", flags={"lead": "tên gọi"})
    page.merged = ["C1:D1", "E1:F1", "A1:A2", "B1:B2", "G1:G2"]
    sign = Page("bảng 3")
    sign.line("Nơi nhận:\n- TT. Đảng ủy;\n- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Bửu Lợi")
    return Office("n02-xa-vinh-thuan-dong.docx", 2026, [block, page, sign], docx)
