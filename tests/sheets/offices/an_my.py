"""A ward that numbers fields 1, 2, 3 in small letters, numbers people in a cell, writes posts before names, and notes hours."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PHAN CONG")
    page.titles("ĐẢNG BỘ PHƯỜNG AN MỸ NAM", "ỦY BAN NHÂN DÂN PHƯỜNG", "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
                "(Ban hành kèm theo Thông báo số 19/TB-UBND ngày 20 tháng 3 năm 2026)")
    page.document = "19/TB-UBND ngày 20/03/2026"
    page.line("Mục", "Nội dung", "Mức điểm", "Người thực hiện", "Mốc", "Tài liệu")
    page.section("Công tác chỉ đạo", "1", Looks("Công tác chỉ đạo", bold=True), 6.5)
    page.over("Kế hoạch", "1.1", "Kế hoạch", 2)
    page.leaf(("1.1.1", "Ban hành kế hoạch", 1, "1. Ông Tạ Quang Bửu\n2. Bà Hồ Xuân Mai", "16 giờ 30 phút, ngày 15/4/2026", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch", 1,
              "Tạ Quang Bửu", day("2026-04-15", strict=True), "Kế hoạch", supports=("Hồ Xuân Mai",), flags={"lead": "không rõ chủ trì"})
    page.leaf(("1.1.2", "Kiểm tra việc thực hiện", 1, "Trưởng phòng Tạ Quang Bửu", "không quá ngày 30/6", "Biên bản"), "1.1.2", "Kiểm tra việc thực hiện", 1,
              "Tạ Quang Bửu", day("2026-06-30", strict=True), "Biên bản", lead_post="Trưởng phòng")
    page.group = None
    page.leaf(("1.2", "Báo cáo", 2, "Bà Hồ Xuân Mai - Công chức Văn phòng", "Hằng tháng (trước ngày 25)", "Báo cáo"), "1.2", "Báo cáo", 2,
              "Hồ Xuân Mai", again("monthly day 24", strict=True), "Báo cáo", lead_post="Công chức Văn phòng")
    page.leaf(("1.3", "Sáng kiến", "1,5", "Tạ Quang Bửu, Hồ Xuân Mai (phối hợp)", "hạn cuối: 31/10/2026", "Quyết định"), "1.3", "Sáng kiến", 1.5,
              "Tạ Quang Bửu", day("2026-10-31", strict=True), "Quyết định", supports=("Hồ Xuân Mai",))
    page.leaf(("1.4", "Tuyên truyền", 1, "Lãnh đạo chỉ đạo: ông Tạ Quang Bửu; thực hiện: bà Hồ Xuân Mai", "mỗi quý 1 lần", "Tin bài"), "1.4", "Tuyên truyền", 1,
              "Hồ Xuân Mai", again("quarterly"), "Tin bài")
    page.section("Cải cách thủ tục hành chính", "2", Looks("Cải cách thủ tục hành chính", bold=True), 8)
    page.leaf(("2.1", "Đánh giá việc giải quyết thủ tục", 2, "Đ/c Chu Thị Ngà chủ trì, đ/c Hồ Xuân Mai phối hợp", "Trước 10h ngày 25/12/2026", "Phiếu"), "2.1",
              "Đánh giá việc giải quyết thủ tục", 2, "Chu Thị Ngà", day("2026-12-25", strict=True), "Phiếu", supports=("Hồ Xuân Mai",))
    page.leaf(("2.2", "Giải quyết hồ sơ đúng hạn", 2, "Chu Thị Ngà (chủ trì), Hồ Xuân Mai, Tạ Quang Bửu", "hằng ngày", "Kết xuất"), "2.2",
              "Giải quyết hồ sơ đúng hạn", 2, "Chu Thị Ngà", again("daily"), "Kết xuất", supports=("Hồ Xuân Mai", "Tạ Quang Bửu"))
    page.leaf(("2.3", "Công khai thủ tục", 1, "- Bà Chu Thị Ngà\n- Ông Tạ Quang Bửu", "Thường xuyên, liên tục", "Ảnh"), "2.3", "Công khai thủ tục", 1,
              "Chu Thị Ngà", ALWAYS, "Ảnh", supports=("Tạ Quang Bửu",), flags={"lead": "không rõ chủ trì"})
    page.leaf(("2.4", "Tiếp nhận phản ánh", 1, "nt", "Tháng 9 - 10", "Sổ"), "2.4", "Tiếp nhận phản ánh", 1, "Chu Thị Ngà", day("2026-10-31"), "Sổ",
              supports=("Tạ Quang Bửu",), flags={"lead": "như trên, không rõ chủ trì"})
    page.leaf(("2.5", "Số hóa", 2, "CC Chu Thị Ngà", date(2026, 11, 15), "Kết xuất"), "2.5", "Số hóa", 2, "Chu Thị Ngà", day("2026-11-15"), "Kết xuất",
              lead_post="CC")
    page.rows[-1]["needs_check"] = ["tên"]
    page.line(None, "Tổng", 14.5)
    page.line("TL. CHỦ TỊCH", None, None, "CHÁNH VĂN PHÒNG")
    return Office("o11-phuong-an-my-nam.xlsx", 2026, [page], xlsx)
