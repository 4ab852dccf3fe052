"""A commune's workbook: two tables beside each other in time, a group without a code, a list of posts, everything upper case."""


from tests.sheets.offices.paper import Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Nhiệm vụ")
    page.titles("XÃ THẠCH BẢN", "BIỂU GIAO NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    page.line("TT", "Đầu việc", "Chủ trì", "Phối hợp thực hiện", "Thời hạn hoàn thành", "Sản phẩm hoàn thành", "Văn bản giao việc", "Điểm tự chấm", "Điểm tối đa")
    page.line("1", "2", "3", "4", "5", "6", "7", "8", "9")
    page.section("Công tác cải cách thể chế", "A", "CÔNG TÁC CẢI CÁCH THỂ CHẾ")
    page.leaf(("1", "THEO DÕI THI HÀNH PHÁP LUẬT", "TRẦN THỊ NGỌC BÍCH", "VĂN PHÒNG", "TRƯỚC NGÀY 20/11/2026", "BÁO CÁO", "45/KH-UBND ngày 02/02/2026", "", "1,5"),
              None, "THEO DÕI THI HÀNH PHÁP LUẬT", 1.5, "Trần Thị Ngọc Bích", day("2026-11-19", strict=True), "BÁO CÁO", supports=("VĂN PHÒNG",), document="45/KH-UBND ngày 02/02/2026")
    page.leaf(("2", "KIỂM TRA VĂN BẢN", "LÊ HOÀNG PHÚC", "", "QUÝ II/2026", "", "", "", "1"), None, "KIỂM TRA VĂN BẢN", 1, "Lê Hoàng Phúc", day("2026-06-30"))
    page.section("Công tác cải cách thủ tục", "B", "CÔNG TÁC CẢI CÁCH THỦ TỤC")
    page.leaf(("1", "Rà soát, đơn giản hóa thủ tục", "Lê Hoàng Phúc", "-", "30/9", "Quyết định", "", "", "1"), None, "Rà soát, đơn giản hóa thủ tục", 1, "Lê Hoàng Phúc",
              day("2026-09-30"), "Quyết định")
    page.leaf(("2", "Đánh giá nội bộ", "Tổ trưởng tổ một cửa", "Lê Hoàng Phúc", "Hàng quý (trước ngày 15 tháng cuối quý)", "", "", "", "1"), None, "Đánh giá nội bộ", 1, None,
              again("quarterly month 3 day 14", strict=True), supports=("Lê Hoàng Phúc",), lead_post="Tổ trưởng tổ một cửa", flags={"lead": "chức danh"})
    page.leaf(("3", "Trả kết quả qua bưu điện", "Trần Thị Ngọc Bích", "Bưu điện xã; anh Hùng", "ngày 25 hàng tháng", "", "", "", "0,75"), None, "Trả kết quả qua bưu điện", 0.75,
              "Trần Thị Ngọc Bích", again("monthly day 25"), supports=("Bưu điện xã", "Hùng"), flags={"supports": "chỉ tên gọi"})
    page.leaf(("4", "Hồ sơ trực tuyến", "Trần Thị Ngọc Bích 0912 000 111", "", "05/12", "", "", "", "1"), None, "Hồ sơ trực tuyến", 1, "Trần Thị Ngọc Bích", day("2026-12-05"), maybe=("số điện thoại",))
    page.leaf(("5", "Mức độ hài lòng", "Lê Hoàng Phúc", "", "Tháng 6, tháng 12", "", "", "", "a"), None, "Mức độ hài lòng", None, "Lê Hoàng Phúc",
              again("dates 2026-06-30 2026-12-31"), flags={"points": "không đọc được", "due": "nhiều mốc"})
    page.line("", "CỘNG", "", "", "", "", "", "", "6,25")
    return Office("o15-xa-thach-ban.xlsx", 2026, [page], xlsx)
