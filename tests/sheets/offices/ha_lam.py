"""A commune's Word file: fields in paragraphs, people merged down, the header again on each part, no column of codes."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    block = Page("bảng 1")
    block.line("ỦY BAN NHÂN DÂN\nXÃ HẠ LÂM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    head = ("TT", "Nhiệm vụ", "Người chủ trì", "Người phối hợp", "Thời gian", "Kết quả", "Điểm tối đa")
    first = Page("bảng 2", field="Cải cách tổ chức bộ máy", document="09/QĐ-UBND ngày 05/01/2026")
    first.above = ["PHỤ LỤC", "Phân công nhiệm vụ cải cách hành chính năm 2026", "(Kèm theo Quyết định số 09/QĐ-UBND ngày 05/01/2026 của UBND xã)", "Lĩnh vực 1: Cải cách tổ chức bộ máy"]
    first.line(*head)
    first.leaf(("1", "Kiện toàn Ban Chỉ đạo", "Bùi Thế Vinh", "Phòng Văn hóa - Xã hội", "15/01/2026", "Quyết định", "1"),
               None, "Kiện toàn Ban Chỉ đạo", 1, "Bùi Thế Vinh", day("2026-01-15"), "Quyết định", supports=("Phòng Văn hóa - Xã hội",))
    first.leaf(("2", "Rà soát chức năng, nhiệm vụ các phòng", None, "-", "Quý 3", "Báo cáo rà soát", "1"),
               None, "Rà soát chức năng, nhiệm vụ các phòng", 1, "Bùi Thế Vinh", day("2026-09-30"), "Báo cáo rà soát")
    first.leaf(("3", "Sửa đổi quy chế làm việc", None, "Ngô Thị Mơ, Lường Văn Sơn", "hết tháng 3/2026", "Quyết định", "0,5"),
               None, "Sửa đổi quy chế làm việc", 0.5, "Bùi Thế Vinh", day("2026-03-31"), "Quyết định", supports=("Ngô Thị Mơ", "Lường Văn Sơn"))
    first.merged = ["C2:C4"]
    second = Page("bảng 3", field="Cải cách công vụ", document=first.document)
    second.above = ["Lĩnh vực 2: Cải cách công vụ"]
    second.line(*head)
    second.leaf(("1", "Đánh giá công chức theo sản phẩm", "Ngô Thị Mơ", "", "hằng quý, hằng năm", "Phiếu đánh giá", "2"),
                None, "Đánh giá công chức theo sản phẩm", 2, "Ngô Thị Mơ", again("quarterly + yearly"), "Phiếu đánh giá")
    second.leaf(("2", "Bồi dưỡng công chức", "-nt-", "", "Từ ngày 01/7 đến ngày 30/9/2026", "Danh sách", "1"),
                None, "Bồi dưỡng công chức", 1, "Ngô Thị Mơ", day("2026-09-30"), "Danh sách")
    second.leaf(("3", "Chấp hành kỷ luật, kỷ cương", "Ngô Thị Mơ và Lường Văn Sơn", "", "liên tục", "Báo cáo", "KTCĐ"),
                None, "Chấp hành kỷ luật, kỷ cương", None, "Ngô Thị Mơ", ALWAYS, "Báo cáo", supports=("Lường Văn Sơn",),
                flags={"lead": "không rõ chủ trì", "points": "không tính điểm"})
    third = Page("bảng 4", field="Cải cách công vụ", document=first.document)
    third.line(*head)
    third.leaf(("4", "Xây dựng vị trí việc làm", "Phó Chủ tịch UBND xã", "Ngô Thị Mơ", "theo hướng dẫn của Sở Nội vụ", "Đề án", "1"),
               None, "Xây dựng vị trí việc làm", 1, None, unclear("theo hướng dẫn của Sở Nội vụ"), "Đề án", supports=("Ngô Thị Mơ",),
               lead_post="Phó Chủ tịch UBND xã", flags={"lead": "chỉ ghi chức danh", "due": "không có ngày"})
    third.leaf(("5", "Báo cáo biên chế", "Lường Văn Sơn từ 01/6 thay Ngô Thị Mơ", "", "ngày 20 tháng cuối quý", "Báo cáo", "1"),
               None, "Báo cáo biên chế", 1, "Lường Văn Sơn", again("quarterly month 3 day 20"), "Báo cáo", flags={"lead": "thay người"})
    third.leaf(("6", "Kiểm tra công vụ", "Lường Văn Sơn", "//", "Thứ Ba, ngày 15/9/2026", "Biên bản", "1"),
               None, "Kiểm tra công vụ", 1, "Lường Văn Sơn", day("2026-09-15"), "Biên bản")
    third.leaf(("7", "Sổ theo dõi nghỉ phép", "Lường Văn Sơn", "", "Thứ Hai, ngày 15/9/2026", "Sổ", "1"),
               None, "Sổ theo dõi nghỉ phép", 1, "Lường Văn Sơn", day("2026-09-15"), "Sổ", flags={"due": "thứ không khớp"})
    third.line(Looks("Tổng điểm", bold=True), "", "", "", "", "", "8,5")
    sign = Page("bảng 5")
    sign.line("Nơi nhận:\n- Đảng ủy (b/c);\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLý Khánh Toàn")
    return Office("o03-xa-ha-lam.docx", 2026, [block, first, second, third, sign], docx)
