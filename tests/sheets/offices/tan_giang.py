"""A ward's workbook: a leader, an office and an official each in a column, three rows of headings, the header again on each page."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Phân công", document="88/KH-UBND ngày 28/01/2026")
    page.titles("ĐẢNG ỦY - HĐND - UBND PHƯỜNG TÂN GIANG", "KẾ HOẠCH", "Phân công thực hiện Bộ chỉ số cải cách hành chính phường Tân Giang năm 2026", "(Kèm theo Kế hoạch số 88/KH-UBND ngày 28/01/2026)")
    head = (
        ("STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Thang điểm", "Trách nhiệm thực hiện", "", "", "Tiến độ", "", "Tài liệu kiểm chứng"),
        ("", "", "", "Lãnh đạo chỉ đạo", "Bộ phận chủ trì", "Chuyên viên thực hiện", "Bắt đầu", "Kết thúc", ""),
    )
    for cells in head:
        page.line(*cells)
    page.section("Cải cách thể chế", Looks("I", bold=True), Looks("CẢI CÁCH THỂ CHẾ", bold=True), 4)
    page.over("Xây dựng văn bản", 1, Looks("Xây dựng văn bản", bold=True), 3)
    page.leaf(("1.1", "Ban hành kế hoạch xây dựng văn bản", 1, "Chủ tịch", "Văn phòng", "Hứa Văn Tài", "", "31/01/2026", "Kế hoạch"), "I.1.1", "Ban hành kế hoạch xây dựng văn bản", 1, "Hứa Văn Tài", day("2026-01-31"), "Kế hoạch", lead_unit="Văn phòng")
    page.leaf(("1.2", "Kiểm tra, rà soát văn bản", 2, "Chủ tịch", "Văn phòng", "Hứa Văn Tài", "01/3/2026", "30/9/2026", "Báo cáo"), "I.1.2", "Kiểm tra, rà soát văn bản", 2, "Hứa Văn Tài", day("2026-09-30"), "Báo cáo", lead_unit="Văn phòng")
    page.group = None
    page.leaf((2, "Theo dõi thi hành pháp luật", 1, "Chủ tịch", "Văn phòng", "Nông Thị Bích Hạnh", "", "Hằng năm", "Báo cáo"), "I.2", "Theo dõi thi hành pháp luật", 1, "Nông Thị Bích Hạnh", again("yearly"), "Báo cáo", lead_unit="Văn phòng")
    for cells in head:
        page.line(*cells)
    page.section("Hiện đại hóa hành chính", Looks("II", bold=True), Looks("HIỆN ĐẠI HÓA HÀNH CHÍNH", bold=True), 5)
    page.over("Ứng dụng công nghệ", 1, Looks("Ứng dụng công nghệ", bold=True), 4)
    page.leaf(("1.1", "Trao đổi văn bản điện tử", 2, "Phó Chủ tịch", "Phòng VH-XH", "Triệu Đức Hiếu\n(phụ trách)\nHứa Văn Tài\n(phối hợp)", "", "Thường xuyên", "Thống kê"), "II.1.1", "Trao đổi văn bản điện tử", 2, "Triệu Đức Hiếu", ALWAYS, "Thống kê", lead_unit="Phòng VH-XH", supports=("Hứa Văn Tài",))
    page.leaf(("1.2", "Duy trì ISO", 2, "Phó Chủ tịch", "Phòng VH-XH", "", "", "Tuần 3 tháng 11", "Hồ sơ ISO"), "II.1.2", "Duy trì ISO", 2, None, unclear("Tuần 3 tháng 11"), "Hồ sơ ISO", lead_unit="Phòng VH-XH", flags={"lead": "thiếu", "due": "mốc không rõ"})
    page.group = None
    page.leaf((2, "Điểm cộng: mô hình mới", "cộng tối đa 1", "Phó Chủ tịch", "", "Triệu Đức Hiếu", "", "trước quý IV", "Đề án"), "II.2", "Điểm cộng: mô hình mới", 1, "Triệu Đức Hiếu", day("2026-09-30", strict=True), "Đề án")
    page.line("", "Tổng cộng (I+II)", 9)
    for number in range(12):
        page.line("", Looks(" ", bold=True)) if number % 2 else page.line()
    page.line("", "", "", "", "", "", "TM. ỦY BAN NHÂN DÂN")
    page.merged = ["A5:A6", "B5:B6", "C5:C6", "D5:F5", "G5:H5", "I5:I6", "A12:A13", "B12:B13", "C12:C13", "D12:F12", "G12:H12", "I12:I13"]
    return Office("n15-phuong-tan-giang.xlsx", 2026, [page], xlsx)
