"""A ward with a header of three rows, leaders beside workers, commas in codes, and a formula for every sum."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PL1")
    page.titles("UBND PHƯỜNG NAM SÔNG CÁI", "VĂN PHÒNG HĐND VÀ UBND", "", "BIỂU PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    page.titles("(Ban hành kèm theo Kế hoạch số 112/KH-UBND ngày 12 tháng 02 năm 2026 của Ủy ban nhân dân phường)", "")
    page.document = "112/KH-UBND ngày 12/02/2026"
    page.line("Số TT", "Tiêu chí", "Điểm", None, None, "Tổ chức thực hiện", None, None, "Thời hạn", "Sản phẩm")
    page.line(None, None, "Tối đa", "Kết quả", None, "Lãnh đạo chỉ đạo", "Công chức thực hiện", "Phối hợp")
    page.line(None, None, None, "Tự chấm", "Thẩm định")
    page.merged = ["A7:A9", "B7:B9", "C7:E7", "C8:C9", "D8:E8", "F7:H7", "F8:F9", "G8:G9", "H8:H9", "I7:I9", "J7:J9"]
    page.line("A", "B", 1, 2, 3, 4, 5, 6, 7, 8)
    page.section("Chỉ đạo điều hành", "I", Looks("CHỈ ĐẠO ĐIỀU HÀNH", bold=True), 6)
    page.over("Kế hoạch", "1,1", "Kế hoạch", 3)
    boss = "Ông Trịnh Công Lập, Chủ tịch"
    page.leaf(("1,1,1", "Ban hành Kế hoạch CCHC năm", "1,0", None, None, boss, "đ/c Vũ Hải Yến", "Phòng Kinh tế", "Trước ngày 20/02/2026", "Kế hoạch"),
              "1.1.1", "Ban hành Kế hoạch CCHC năm", 1, "Vũ Hải Yến", day("2026-02-19", strict=True), "Kế hoạch", supports=("Phòng Kinh tế",))
    page.leaf(("1,1,2", "Tổ chức quán triệt kế hoạch", 1, None, None, boss, "Bà Vũ Hải Yến; phối hợp: ông Phan Đăng Khoa, bà Lê Thị Hiền", "", "Hoàn thành trong quý I/2026", "Hội nghị"),
              "1.1.2", "Tổ chức quán triệt kế hoạch", 1, "Vũ Hải Yến", day("2026-03-31"), "Hội nghị", supports=("Phan Đăng Khoa", "Lê Thị Hiền"))
    page.leaf(("TC 1.1.3", "Kiểm tra cải cách hành chính tại các bộ phận", 1, None, None, boss, "Phan Đăng Khoa", "Lê Thị Hiền", "Quý II, IV", "Biên bản"),
              "1.1.3", "Kiểm tra cải cách hành chính tại các bộ phận", 1, "Phan Đăng Khoa", again("dates 2026-06-30 2026-12-31"), "Biên bản",
              supports=("Lê Thị Hiền",), flags={"due": "nhiều mốc"})
    page.group = None
    page.leaf(("1.2.", "Đối thoại với người dân, doanh nghiệp", "2 đ", None, None, boss, "Ông Phan Đăng Khoa (Phòng Kinh tế)", "", "6 tháng cuối năm", "Thông báo kết luận"),
              "1.2", "Đối thoại với người dân, doanh nghiệp", 2, "Phan Đăng Khoa", day("2026-12-31"), "Thông báo kết luận", lead_unit="Phòng Kinh tế")
    page.leaf(("1.3", "Tuyên truyền cải cách hành chính", 1, None, None, boss, "Chuyên viên Văn hóa", "Các khu phố", "Hàng tháng", "Tin, bài"),
              "1.3", "Tuyên truyền cải cách hành chính", 1, None, again("monthly"), "Tin, bài", supports=("Các khu phố",),
              lead_post="Chuyên viên Văn hóa", flags={"lead": "chỉ ghi chức danh"})
    page.section("Thủ tục hành chính", "II", Looks("THỦ TỤC HÀNH CHÍNH", bold=True), 9)
    page.over("Công khai và giải quyết", "2.1", "Công khai và giải quyết", 5, None, None, boss, "Đặng Thùy Dương")
    page.leaf(("2.1.1", "Công khai thủ tục tại bảng niêm yết", 1, None, None, boss, "", "", "Thường xuyên trong năm", "Ảnh chụp"),
              "2.1.1", "Công khai thủ tục tại bảng niêm yết", 1, "Đặng Thùy Dương", ALWAYS, "Ảnh chụp", flags={"lead": "lấy theo nhóm"})
    page.leaf(("2.1.2", "Tỷ lệ hồ sơ đúng hạn", 2, None, None, boss, "Đặng Thuỳ Dương", "", date(2026, 12, 14), "Kết xuất"),
              "2.1.2", "Tỷ lệ hồ sơ đúng hạn", 2, "Đặng Thùy Dương", day("2026-12-14"), "Kết xuất")
    page.leaf((date(2026, 2, 1), "Xin lỗi khi trễ hạn", "0,5 điểm/hồ sơ", None, None, boss, "Đặng Thùy Dương", "", "Khi phát sinh", "Thư xin lỗi"),
              None, "Xin lỗi khi trễ hạn", None, "Đặng Thùy Dương", unclear("Khi phát sinh"), "Thư xin lỗi",
              flags={"code": "mã bị đổi thành ngày", "points": "mức trừ", "due": "không có ngày"})
    page.group = None
    page.leaf(("2.2", "Tiếp nhận phản ánh, kiến nghị", 3, None, None, boss, "Đặng Thùy Dương\nVũ Hải Yến", "", "31/11/2026", "Sổ theo dõi"),
              "2.2", "Tiếp nhận phản ánh, kiến nghị", 3, "Đặng Thùy Dương", unclear("31/11/2026"), "Sổ theo dõi", supports=("Vũ Hải Yến",),
              flags={"lead": "hai người không ghi vai trò", "due": "ngày không có trong lịch"})
    page.leaf(("2.2", "Bố trí công chức có năng lực", "1-2", None, None, boss, "N.T. Hoa", "", "Chậm nhất 17h00 ngày 30/6/2026", "Quyết định"),
              "2.2", "Bố trí công chức có năng lực", None, None, day("2026-06-30", strict=True), "Quyết định",
              flags={"code": "trùng mã", "points": "khoảng", "lead": "viết tắt"})
    page.rows[-2]["needs_check"].append("trùng mã")
    page.flag("code", "trùng mã", page.rows[-2]["row"])
    page.leaf((None, "Mở sổ góp ý tại Trung tâm", 1, None, None, boss, "Trần Thị Bích Liên", "", "05/5/2026", None),
              None, "Mở sổ góp ý tại Trung tâm", 1, "Trần Thị Bích Liên", day("2026-05-05"), flags={"code": "thiếu mã"})
    page.line(None, "Tổng cộng", 15)
    page.line("Người lập biểu", None, None, None, None, None, "KT. CHỦ TỊCH")
    page.line(None, None, None, None, None, None, "PHÓ CHỦ TỊCH")
    page.line("Vũ Hải Yến", None, None, None, None, None, "Trịnh Công Lập")
    return Office("o01-phuong-nam-song-cai.xlsx", 2026, [page], xlsx)
