"""A commune's tab-parted CSV in Windows-1258: dashes for levels, people in sentences, and deadlines with their reasons."""

import functools

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="30/KH-UBND ngày 16/01/2026")
    page.titles("UBND xã Tam Nông Thượng", "Phụ lục: Nhiệm vụ trọng tâm cải cách hành chính năm 2026", "(Kèm theo Kế hoạch số 30/KH-UBND ngày 16/01/2026)")
    page.line("Nội dung nhiệm vụ", "Ai phụ trách", "Thời gian thực hiện", "Minh chứng")
    page.section("Cải cách thể chế", "I. CẢI CÁCH THỂ CHẾ", "", "", "")
    page.over("Tuyên truyền", "Tuyên truyền", "", "", "")
    page.leaf(("- Phát thanh trên loa", "Đ/c Vi Thị Hoài chủ trì, phối hợp với Đài truyền thanh", "Hằng tuần, vào thứ Ba", "Bản tin"), None, "Phát thanh trên loa", None, "Vi Thị Hoài", again("weekly tue"), "Bản tin", supports=("Đài truyền thanh",))
    page.leaf(("- Hội nghị phổ biến", "Vi Thị Hoài", "Dự kiến cuối tháng 5", "Giấy mời"), None, "Hội nghị phổ biến", None, "Vi Thị Hoài", day("2026-05-31"), "Giấy mời", maybe=("dự kiến",))
    page.over("Kiểm tra", "Kiểm tra", "", "", "")
    page.leaf(("- Tự kiểm tra", "Khuất Duy Hải (Trưởng đoàn), Vi Thị Hoài (thư ký)", "trong quý II", "Kết luận"), None, "Tự kiểm tra", None, "Khuất Duy Hải", day("2026-06-30"), "Kết luận", supports=("Vi Thị Hoài",), lead_post="Trưởng đoàn", maybe=("thư ký",))
    page.leaf(("- Khắc phục sau kiểm tra", "Phối hợp: Vi Thị Hoài", "20 ngày kể từ ngày có kết luận", "Báo cáo"), None, "Khắc phục sau kiểm tra", None, None, unclear("20 ngày kể từ ngày có kết luận"), "Báo cáo", supports=("Vi Thị Hoài",), flags={"lead": "chỉ có phối hợp", "due": "không rõ"})
    page.section("Chuyển đổi số", "II. CHUYỂN ĐỔI SỐ", "", "", "")
    page.over("Dịch vụ công", "Dịch vụ công", "", "", "")
    page.leaf(("- Hướng dẫn nộp trực tuyến", "Đoàn Thanh niên; các chi hội", "Các ngày làm việc trong tuần", "Ảnh"), None, "Hướng dẫn nộp trực tuyến", None, None, unclear("Các ngày làm việc trong tuần"), "Ảnh", supports=("Đoàn Thanh niên", "các chi hội"), flags={"lead": "chỉ có đơn vị", "due": "không rõ"})
    page.leaf(("- Thanh toán không tiền mặt", "Khuất Duy Hải", "cả năm", "Thống kê"), None, "Thanh toán không tiền mặt", None, "Khuất Duy Hải", ALWAYS, "Thống kê")
    page.leaf(("- Báo cáo chuyển đổi số", "Khuất Duy Hải", "trước ngày 15/6 và trước ngày 15/12", "Báo cáo"), None, "Báo cáo chuyển đổi số", None, "Khuất Duy Hải", again("dates 2026-06-14 2026-12-14", strict=True), "Báo cáo", flags={"due": "hai mốc"})
    page.line("Chủ tịch UBND xã yêu cầu các bộ phận nghiêm túc thực hiện./.")
    return Office("r10-xa-tam-nong-thuong-1258.csv", 2026, [page], functools.partial(text, encoding="cp1258", mark="\t"))
