"""A commune's Word file whose codes stand in the text, with an own line for each unit, and doubtful people."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="14/QĐ-UBND ngày 15/01/2026")
    page.above = ["UBND XÃ SƠN KIM", "BẢNG PHÂN CÔNG", "Trách nhiệm thực hiện các tiêu chí CCHC năm 2026", "(Ban hành kèm theo Quyết định số 14/QĐ-UBND ngày 15/01/2026 của Chủ tịch UBND xã)"]
    page.line("Tiêu chí", "Điểm chuẩn", "Đồng chí phụ trách", "Hạn hoàn thành", "Căn cứ chứng minh")
    page.section("Chỉ đạo điều hành", Looks("I. CHỈ ĐẠO ĐIỀU HÀNH", bold=True), "4", "", "", "")
    page.over("Kế hoạch", Looks("1.1. Kế hoạch", bold=True), "2", "", "", "")
    page.leaf(("1.1.1. Ban hành kế hoạch", "1", "Cao Bá Quát", "Trước 20/1/2026", "Kế hoạch"), "1.1.1", "Ban hành kế hoạch", 1, "Cao Bá Quát", day("2026-01-19", strict=True), "Kế hoạch")
    page.leaf(("1.1.2. Báo cáo định kỳ", "1", "Cao Bá Quát, cán bộ văn phòng", "Trước ngày 05 tháng đầu quý sau", "Báo cáo"), "1.1.2", "Báo cáo định kỳ", 1, "Cao Bá Quát", again("quarterly month 4 day 4", strict=True), "Báo cáo", lead_post="cán bộ văn phòng")
    page.over("Tuyên truyền", Looks("1.2. Tuyên truyền", bold=True), "2", "", "", "")
    page.leaf(("1.2.1. Hội nghị tuyên truyền", "1", "Đậu Thị Hoài An (phối hợp)", "05-25/9/2026", "Ảnh"), "1.2.1", "Hội nghị tuyên truyền", 1, None, day("2026-09-25"), "Ảnh", supports=("Đậu Thị Hoài An",), flags={"lead": "chỉ ghi người phối hợp"})
    page.leaf(("1.2.2. Tin, bài trên hệ thống loa", "1", "Đậu Thị Hoài An/Cao Bá Quát", "02 bài/tháng", "Băng ghi âm"), "1.2.2", "Tin, bài trên hệ thống loa", 1, "Đậu Thị Hoài An", unclear("02 bài/tháng"), "Băng ghi âm", supports=("Cao Bá Quát",), flags={"lead": "hai người", "due": "không rõ"})
    page.section("Cải cách bộ máy", Looks("II. CẢI CÁCH BỘ MÁY", bold=True), "3", "", "", "")
    page.over("Sắp xếp", Looks("2.1. Sắp xếp", bold=True), "3", "", "", "")
    page.leaf(("2.1.1. Quy chế làm việc", "1", "Nguyễn Công Hoan", "31/03/2026", "Quyết định"), "2.1.1", "Quy chế làm việc", 1, "Nguyễn Công Hoan", day("2026-03-31"), "Quyết định")
    page.leaf(("2.1.2. Phân cấp, ủy quyền", "1", "Nguyễn Công Hoan - Phó Chủ tịch", "Năm 2026", "Quyết định"), "2.1.2", "Phân cấp, ủy quyền", 1, "Nguyễn Công Hoan", day("2026-12-31"), "Quyết định", lead_post="Phó Chủ tịch")
    page.leaf(("2.1.3. Thôn đạt chuẩn", "1", "Trưởng các thôn", "Thường xuyên", "Biên bản"), "2.1.3", "Thôn đạt chuẩn", 1, None, ALWAYS, "Biên bản", flags={"lead": "chức danh"}, lead_post="Trưởng các thôn")
    page.line(Looks("Cộng điểm", bold=True), "7", "", "", "")
    return Office("n16-xa-son-kim.docx", 2026, [page], docx)
