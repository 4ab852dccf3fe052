"""A ward's workbook with its header over three rows, a chairperson beside who works, what was scored last year, and dates from-to in columns."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phu luc 2", document="245/QĐ-UBND ngày 27/02/2026")
    page.line("ỦY BAN NHÂN DÂN\nPHƯỜNG VĨNH TRẠI", None, None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    page.titles("PHỤ LỤC 2", "GIAO TRÁCH NHIỆM THỰC HIỆN BỘ TIÊU CHÍ CCHC NĂM 2026", "(Kèm theo Quyết định số 245/QĐ-UBND ngày 27 tháng 02 năm 2026)", "Đơn vị tính: điểm")
    page.line("STT", "Tiêu chí/Tiêu chí thành phần", "Điểm", None, None, "Giao nhiệm vụ", None, None, "Thời gian", None, "Sản phẩm chứng minh")
    page.line(None, None, "Năm 2025", "Năm 2026", None, "Lãnh đạo chỉ đạo", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", None)
    page.line(None, None, "Đạt được", "Tối đa", "Tự chấm")
    page.merged = ["A1:E1", "G1:K1", "A2:K2", "A3:K3", "A4:K4", "A6:A8", "B6:B8", "C6:E6", "D7:E7", "F6:H6", "F7:F8", "G7:G8", "H7:H8", "I6:J6", "I7:I8", "J7:J8", "K6:K8"]
    page.line(*(f"({n})" for n in range(1, 12)))
    page.section("Công tác chỉ đạo điều hành", 1, Looks("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", bold=True), 3, 3.5)
    page.over("Ban hành và thực hiện kế hoạch", "1.1", "Ban hành và thực hiện kế hoạch", 2, 2)
    boss = "Đ/c Hoàng Thị Diệu Ái"
    page.leaf(("1.1.1", "Ban hành kịp thời", 0.5, 0.5, None, boss, "Chu Đức Mậu", None, date(2026, 1, 2), date(2026, 1, 31), "Kế hoạch"), "1.1.1", "Ban hành kịp thời", 0.5, "Chu Đức Mậu", day("2026-01-31"), "Kế hoạch")
    page.leaf(("1.1.2", "Hoàn thành trên 95% nhiệm vụ", 1, 1.5, None, boss, "Chu Đức Mậu", "Các phòng chuyên môn", None, "Không chậm hơn ngày 15/12/2026", "Báo cáo"), "1.1.2", "Hoàn thành trên 95% nhiệm vụ", 1.5, "Chu Đức Mậu", day("2026-12-15", strict=True), "Báo cáo", supports=("Các phòng chuyên môn",))
    page.over("Sáng kiến", "1.2", "Sáng kiến", 1, 1.5)
    page.leaf(("1.2.1", "Có sáng kiến được công nhận", 0, 1, None, boss, "Vy Thị Nga/Chu Đức Mậu", None, None, "Hết 30/11", "Quyết định"), "1.2.1", "Có sáng kiến được công nhận", 1, "Vy Thị Nga", day("2026-11-30"), "Quyết định", supports=("Chu Đức Mậu",), flags={"lead": "hai người"})
    page.leaf(("1.2.2", "Nhân rộng sáng kiến", 1, 0.5, None, boss, None, "Vy Thị Nga", None, "quý 4/2026", "Công văn"), "1.2.2", "Nhân rộng sáng kiến", 0.5, None, day("2026-12-31"), "Công văn", supports=("Vy Thị Nga",), flags={"lead": "trống"})
    page.section("Cải cách thủ tục hành chính", 2, Looks("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", bold=True), 3, 3)
    page.leaf(("2.1", "Rà soát, đơn giản hóa", 1, 1, None, boss, "Vy Thị Nga", None, "01/4", "30/6", "Báo cáo rà soát"), "2.1", "Rà soát, đơn giản hóa", 1, "Vy Thị Nga", day("2026-06-30"), "Báo cáo rà soát")
    page.leaf(("2.2", "Tiếp nhận phản ánh, kiến nghị", 1, 1, None, boss, "Vy Thị Nga", None, None, "Liên tục", "Sổ"), "2.2", "Tiếp nhận phản ánh, kiến nghị", 1, "Vy Thị Nga", ALWAYS, "Sổ")
    page.leaf(("2.3", "Đánh giá chất lượng giải quyết", 1, 1, None, boss, "Lý Thị Bích Đào", "Vy Thị Nga", None, "Chậm nhất ngày 10 của tháng đầu quý sau", "Phiếu"), "2.3", "Đánh giá chất lượng giải quyết", 1, "Lý Thị Bích Đào", again("quarterly month 4 day 10", strict=True), "Phiếu", supports=("Vy Thị Nga",))
    page.leaf(("2.4", "Nộp hồ sơ giải trình", None, "Không áp dụng", None, boss, "Lý Thị Bích Đào", None, None, "khi Sở Nội vụ yêu cầu", None), "2.4", "Nộp hồ sơ giải trình", None, "Lý Thị Bích Đào", unclear("khi Sở Nội vụ yêu cầu"), flags={"points": "không áp dụng", "due": "không rõ"})
    page.line(None, "TỔNG ĐIỂM", 6, 6.5)
    page.line(None, "Ghi chú: Điểm năm 2025 theo Quyết định công bố của UBND tỉnh.")
    page.line(None, "Nơi nhận:", None, None, None, None, "TM. ỦY BAN NHÂN DÂN")
    return Office("r03-phuong-vinh-trai.xlsx", 2026, [page], xlsx)
