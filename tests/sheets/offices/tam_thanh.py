"""A ward's Word file of letters: groups a plain number, leaves "a)" "b)", one person for a whole group, a note in each part."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="17/QĐ-UBND ngày 30/01/2026")
    page.above = ["UBND PHƯỜNG TAM THANH", "PHỤ LỤC I", "PHÂN CÔNG TRÁCH NHIỆM TRONG CẢI CÁCH HÀNH CHÍNH NĂM 2026", "(Kèm theo Quyết định số 17/QĐ-UBND ngày 30/01/2026 của UBND phường)"]
    page.line("Nội dung", "Cán bộ phụ trách", "Bộ phận phối hợp", "Thời gian hoàn thành", "Sản phẩm")
    page.section("Cải cách thủ tục hành chính", Looks("I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", bold=True), "", "", "", "")
    page.over("Công khai, minh bạch", Looks("1. Công khai, minh bạch", bold=True), "", "", "", "")
    page.leaf(("a) Niêm yết tại trụ sở", "Hoàng Đình Kinh", "Văn phòng", "31/01/2026", "Bảng niêm yết"), None, "Niêm yết tại trụ sở", None, "Hoàng Đình Kinh", day("2026-01-31"), "Bảng niêm yết", supports=("Văn phòng",))
    page.leaf(("b) Công khai trên trang thông tin", "nt", "nt", "nt", "Đường dẫn"), None, "Công khai trên trang thông tin", None, "Hoàng Đình Kinh", day("2026-01-31"), "Đường dẫn", supports=("Văn phòng",))
    page.leaf(("c) Trả lời phản ánh", "Hoàng Đình Kinh", "", "Trong giờ hành chính", "Sổ"), None, "Trả lời phản ánh", None, "Hoàng Đình Kinh", unclear("Trong giờ hành chính"), "Sổ", flags={"due": "không có ngày"})
    page.over("Một cửa", Looks("2. Một cửa", bold=True), "", "", "", "")
    page.leaf(("a) Bố trí công chức trực", "Mai Thế Chuẩn (phụ trách), Lô Thị Chín (giúp việc)", "", "hằng tuần", "Lịch trực"), None, "Bố trí công chức trực", None, "Mai Thế Chuẩn", again("weekly"), "Lịch trực", supports=("Lô Thị Chín",))
    page.leaf(("b) Đo lường hài lòng", "Lô Thị Chín", "Đoàn phường", "ngày 20 tháng cuối quý", "Phiếu"), None, "Đo lường hài lòng", None, "Lô Thị Chín", again("quarterly month 3 day 20"), "Phiếu", supports=("Đoàn phường",))
    page.section("Chính quyền số", Looks("II. CHÍNH QUYỀN SỐ", bold=True), "", "", "", "")
    page.over("Hạ tầng", Looks("1. Hạ tầng", bold=True), "", "", "", "")
    page.leaf(("a) Mạng nội bộ", "Lô Thị Chín", "", "Liên tục", "Nhật ký"), None, "Mạng nội bộ", None, "Lô Thị Chín", ALWAYS, "Nhật ký")
    page.leaf(("b) Chữ ký số", "Cán bộ CNTT", "", "Tháng 2/2026", "Danh sách"), None, "Chữ ký số", None, None, day("2026-02-28"), "Danh sách", lead_post="Cán bộ CNTT", flags={"lead": "chức danh"})
    return Office("n28-phuong-tam-thanh.docx", 2026, [page], docx)
