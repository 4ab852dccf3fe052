"""A commune that puts sections in the text column, groups with a person, and people by unit; two title years; no points."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Tổng hợp giao việc", document=None)
    page.titles("UBND XÃ TÂN CHÂU HẠ", "Kế hoạch số 05/KH-UBND ngày 08/01/2026", "Danh mục nhiệm vụ cải cách hành chính năm 2026, giai đoạn 2026 - 2030")
    page.line("Nhiệm vụ, giải pháp", "Người chủ trì thực hiện", "Người hỗ trợ", "Thời gian bắt đầu", "Thời gian hoàn thành", "Kết quả, sản phẩm", "Ghi chú")
    page.section("Cải cách thể chế", Looks("I. Cải cách thể chế", bold=True))
    page.merged.append("A5:G5")
    page.leaf(("1. Ban hành chương trình", "Lê Bá Đạt", None, "01/01/2026", "Tháng 02/2026", "Chương trình", None), None, "Ban hành chương trình", None, "Lê Bá Đạt", day("2026-02-28"), "Chương trình")
    page.leaf(("2. Kiểm tra văn bản", "Lê Bá Đạt", "Trương Thị Én", None, "Quý II/2026; Quý IV/2026", "Kết luận", None), None, "Kiểm tra văn bản", None, "Lê Bá Đạt", again("dates 2026-06-30 2026-12-31"),
              "Kết luận", supports=("Trương Thị Én",), flags={"due": "nhiều mốc"})
    page.section("Cải cách thủ tục hành chính", Looks("II. Cải cách thủ tục hành chính", bold=True))
    page.merged.append("A8:G8")
    page.leaf(("1. Công bố thủ tục", "Công chức Văn phòng (Trương Thị Én)", None, None, "trong 3 ngày làm việc kể từ khi có quyết định", None, None), None, "Công bố thủ tục", None, "Trương Thị Én",
              unclear("trong 3 ngày làm việc kể từ khi có quyết định"), lead_post="Công chức Văn phòng", flags={"due": "không rõ"})
    page.leaf(("2. Trực bộ phận một cửa", "Trương Thị Én; Lê Bá Đạt", None, None, "Hằng ngày", None, None), None, "Trực bộ phận một cửa", None, "Trương Thị Én", again("daily"), supports=("Lê Bá Đạt",),
              flags={"lead": "không rõ"})
    page.leaf(("3. Khảo sát sự hài lòng", "Trương Thị Én", "Hội Nông dân, Hội Phụ nữ", None, "6 tháng, năm", None, None), None, "Khảo sát sự hài lòng", None, "Trương Thị Én",
              again("half-yearly + yearly"), supports=("Hội Nông dân", "Hội Phụ nữ"), maybe=("không ghi hằng",))
    page.leaf(("4. Niêm yết tại ấp", "Trưởng ấp", "các ấp", None, "Thường xuyên", None, None), None, "Niêm yết tại ấp", None, None, ALWAYS, supports=("các ấp",), lead_post="Trưởng ấp", flags={"lead": "chức danh"})
    page.line("Trên đây là danh mục nhiệm vụ, đề nghị các bộ phận thực hiện./.")
    page.line(None, None, None, None, "TM. ỦY BAN NHÂN DÂN")
    return Office("o29-xa-tan-chau-ha.xlsx", 2026, [page], xlsx)
