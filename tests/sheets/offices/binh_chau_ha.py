"""A commune's workbook with a code column that restarts in each part, a bonus part, a footer between pages, merged people, and words beside points."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Sheet1", document="140/QĐ-UBND ngày 06/02/2026")
    page.titles("ỦY BAN NHÂN DÂN XÃ BÌNH CHÂU HẠ", "Phụ lục số 01", "PHÂN CÔNG TỔ CHỨC THỰC HIỆN CÁC TIÊU CHÍ CCHC", "(Ban hành kèm Quyết định số: 140/QĐ-UBND, ngày 06 tháng 02 năm 2026 của Chủ tịch UBND xã)", "Bộ tiêu chí áp dụng cho năm 2026")
    head = ("Số thứ tự", "Các tiêu chí, tiêu chí thành phần", "Điểm số tối đa", "Trách nhiệm thực hiện", "Thời gian phải hoàn thành", "Hồ sơ minh chứng")
    page.line(*head)
    page.section("Cải cách thể chế", Looks("I", bold=True), Looks("Cải cách thể chế", bold=True), "3 điểm")
    page.over("Xây dựng văn bản", "1", "Xây dựng văn bản", "2 điểm")
    page.leaf(("1.1", "Đúng thẩm quyền", "1 điểm", "Công chức Tư pháp: Phí Văn Đạo", "Khi ban hành văn bản", "Văn bản"), "I.1.1", "Đúng thẩm quyền", 1, "Phí Văn Đạo", unclear("Khi ban hành văn bản"), "Văn bản", lead_post="Công chức Tư pháp", flags={"due": "không rõ"})
    page.leaf(("1.2", "Đúng thời hạn", "1 điểm", None, "Trước khi kết thúc quý III", "Sổ"), "I.1.2", "Đúng thời hạn", 1, "Phí Văn Đạo", day("2026-09-30"), "Sổ", maybe=("trước khi kết thúc",), lead_post="Công chức Tư pháp")
    page.merged = ["D9:D10"]
    page.rows[-1]["due"] = unclear("Trước khi kết thúc quý III")
    page.rows[-1]["needs_check"] = ["không rõ ngày"]
    page.flag("due", "không rõ ngày", 10)
    page.group = None
    page.leaf(("2", "Phổ biến pháp luật", "1 điểm", "Phí Văn Đạo (chính), Ngô Thị Dung (phụ)", "Ngày 09/11/2026", "Kế hoạch"), "I.2", "Phổ biến pháp luật", 1, "Phí Văn Đạo", day("2026-11-09"), "Kế hoạch", supports=("Ngô Thị Dung",), maybe=("chính, phụ",))
    page.line("Trang 1/2")
    page.line(*head)
    page.section("Cải cách tài chính công", Looks("II", bold=True), Looks("Cải cách tài chính công", bold=True), "2,5 điểm")
    page.over("Ngân sách", "1", "Ngân sách", "1,5 điểm")
    page.leaf(("1.1", "Lập dự toán", "1 điểm", "Thân Thị Lụa", date(2026, 11, 20), "Dự toán"), "II.1.1", "Lập dự toán", 1, "Thân Thị Lụa", day("2026-11-20"), "Dự toán")
    page.leaf(("1.2", "Chi đúng định mức", "0,5 điểm", "Thân Thị Lụa - Phí Văn Đạo", "Thường xuyên, báo cáo hằng quý", "Báo cáo"), "II.1.2", "Chi đúng định mức", 0.5, "Thân Thị Lụa", again("quarterly"), "Báo cáo", supports=("Phí Văn Đạo",), flags={"lead": "hai người"}, maybe=("thường xuyên, hằng quý",))
    page.group = None
    page.leaf(("2", "Tài sản công", "1 điểm", "Thân Thị Lụa", "31/11/2026", "Sổ"), "II.2", "Tài sản công", 1, "Thân Thị Lụa", unclear("31/11/2026"), "Sổ", flags={"due": "không có ngày"})
    page.section("Điểm thưởng", Looks("III", bold=True), Looks("Điểm thưởng", bold=True), None)
    page.leaf(("1", "Có mô hình mới", "cộng tối đa 2 điểm", "Ngô Thị Dung", "Trong năm", "Quyết định"), "III.1", "Có mô hình mới", 2, "Ngô Thị Dung", day("2026-12-31"), "Quyết định")
    page.leaf(("2", "Tin bài đăng báo tỉnh", "+0,5", "Ngô Thị Dung", "Liên tục", None), "III.2", "Tin bài đăng báo tỉnh", 0.5, "Ngô Thị Dung", ALWAYS)
    page.line(None, "Tổng điểm (I+II)", "5,5 điểm")
    page.line("Trang 2/2")
    return Office("r12-xa-binh-chau-ha.xlsx", 2026, [page], xlsx)
