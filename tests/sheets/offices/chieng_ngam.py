"""A highland commune's Word file that runs over pages: the table goes on without its header, signs for "as above", upland names."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document=None)
    page.above = ["ỦY BAN NHÂN DÂN XÃ CHIỀNG NGẦM", "PHÂN CÔNG NHIỆM VỤ CCHC NĂM 2026", "(Kèm theo Công văn số       /UBND-VP ngày    tháng 01 năm 2026)"]
    page.line("TT", "Nội dung nhiệm vụ", "Công chức được giao", "Hoàn thành trước", "Tài liệu")
    page.section("Cải cách thể chế", "I", "CẢI CÁCH THỂ CHẾ", "", "", "")
    page.leaf(("1", "Rà soát quy ước, hương ước bản", "Lò Văn Pánh", "30/4/2026", "Danh sách"), None, "Rà soát quy ước, hương ước bản", None, "Lò Văn Pánh", day("2026-04-30"), "Danh sách")
    page.leaf(("2", "Phổ biến pháp luật tại bản", "nt", "hằng tháng, hằng quý", "Sổ"), None, "Phổ biến pháp luật tại bản", None, "Lò Văn Pánh", again("monthly + quarterly"), "Sổ")
    page.leaf(("3", "Trợ giúp pháp lý", "Sùng A Dê, Lò Văn Pánh", "như trên", "nt"), None, "Trợ giúp pháp lý", None, "Sùng A Dê", again("monthly + quarterly"), "Sổ", supports=("Lò Văn Pánh",), flags={"lead": "không rõ chủ trì"})
    page.section("Cải cách hành chính công", "II", "CẢI CÁCH HÀNH CHÍNH CÔNG", "", "", "")
    page.leaf(("1", "Cấp căn cước lưu động", "Công an xã", "Quý 2", "Kế hoạch"), None, "Cấp căn cước lưu động", None, None, day("2026-06-30"), "Kế hoạch", flags={"lead": "đơn vị"})
    page.leaf(("2", "Trực một cửa ngày thứ Bảy", "Vừ Thị Mỷ", "cả năm", "Lịch trực"), None, "Trực một cửa ngày thứ Bảy", None, "Vừ Thị Mỷ", ALWAYS, "Lịch trực")
    more = Page("bảng 2", field="Cải cách hành chính công")
    more.leaf(("3", "Công khai phí, lệ phí", "Vừ Thị Mỷ", "15/3", "Ảnh chụp"), None, "Công khai phí, lệ phí", None, "Vừ Thị Mỷ", day("2026-03-15"), "Ảnh chụp")
    more.leaf(("4", "Giảm thời gian giải quyết", "Vừ Thị Mỷ (đầu mối)\nSùng A Dê (tham gia)", "Tháng 8 - 9/2026", "Quyết định"), None, "Giảm thời gian giải quyết", None, "Vừ Thị Mỷ", day("2026-09-30"), "Quyết định", supports=("Sùng A Dê",))
    more.section("Tài chính công", "III", "TÀI CHÍNH CÔNG", "", "", "")
    more.leaf(("1", "Giao dự toán", "Kế toán trưởng", "T1/2026", "Quyết định"), None, "Giao dự toán", None, None, day("2026-01-31"), "Quyết định", lead_post="Kế toán trưởng", flags={"lead": "chức danh"})
    more.leaf(("2", "Thu nợ quỹ đất", "A. Dê", "15/3; 15/6; 15/9", "Biên lai"), None, "Thu nợ quỹ đất", None, None, again("dates 2026-03-15 2026-06-15 2026-09-15"), "Biên lai", flags={"lead": "viết tắt", "due": "nhiều mốc"})
    more.leaf(("3", "Kiểm kê tài sản", "Mùa Thị Sua", "Sau khi có hướng dẫn", "Biên bản"), None, "Kiểm kê tài sản", None, "Mùa Thị Sua", unclear("Sau khi có hướng dẫn"), "Biên bản", flags={"due": "không có ngày"})
    sign = Page("bảng 3")
    sign.line("Nơi nhận:\n- Phòng Nội vụ;\n- Lưu: VP.", "CHỦ TỊCH\n\n\nQuàng Văn Hặc")
    return Office("n08-xa-chieng-ngam.docx", 2026, [page, more, sign], docx)
