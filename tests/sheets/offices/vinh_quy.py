"""A ward's old workbook in VNI: units per sheet, a table that goes on below its own signatures, two people of one name."""

from datetime import date

from tests.sheets.offices.fonts import vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, xls


def south(text: str) -> Looks:
    return Looks(vni(text), "VNI-Helve")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bieu")
    page.line(south("ỦY BAN NHÂN DÂN PHƯỜNG VĨNH QUÝ"))
    page.line(south("Bảng phân công nhiệm vụ cải cách hành chính năm 2026"))
    page.line(*map(south, ("TC", "Nhiệm vụ", "Thành phần", "Hệ số điểm", "Công chức thực hiện", "Chức danh", "Thời hạn", "Kết quả đạt được")))
    page.leaf(("3.1", south("Một cửa"), south("Niêm yết thủ tục"), 1, south("Nguyễn Thị Mỹ Hạnh"), south("Văn thư"), south("Thường xuyên"), south("Ảnh chụp")), "3.1", None, 1,
              "Nguyễn Thị Mỹ Hạnh", ALWAYS, "Ảnh chụp", criterion="Một cửa", subcriterion="Niêm yết thủ tục", lead_post="Văn thư")
    page.leaf(("3.2", None, south("Trả hồ sơ đúng hạn"), 2, south("Nguyễn Thị Mỹ Hạnh"), south("Công chức một cửa"), south("trước ngày 20/12/2026"), None), "3.2", None, 2,
              "Nguyễn Thị Mỹ Hạnh", day("2026-12-19", strict=True), criterion="Một cửa", subcriterion="Trả hồ sơ đúng hạn", lead_post="Công chức một cửa")
    page.leaf(("3.3", None, south("Đánh giá chất lượng"), 1, south("Nguyễn Thị Mỹ Hạnh"), None, south("hàng quý"), None), "3.3", None, 1,
              "Nguyễn Thị Mỹ Hạnh", again("quarterly"), criterion="Một cửa", subcriterion="Đánh giá chất lượng", flags={"lead": "hai người cùng tên"})
    page.leaf(("3.4", south("Liên thông"), south("Đăng ký khai sinh"), 1, south("Ưng Văn Quyền"), south("Tư pháp"), date(2026, 8, 31), south("Sổ")), "3.4", None, 1,
              "Ưng Văn Quyền", day("2026-08-31"), "Sổ", criterion="Liên thông", subcriterion="Đăng ký khai sinh", lead_post="Tư pháp")
    page.leaf(("3.5", None, south("Cấp giấy phép xây dựng"), south("không áp dụng"), south("Ưng Văn Quyền"), south("Tư pháp"), south("Thứ Tư, 15/7/2026"), south("Sổ")), "3.5", None, None,
              "Ưng Văn Quyền", day("2026-07-15"), "Sổ", criterion="Liên thông", subcriterion="Cấp giấy phép xây dựng", lead_post="Tư pháp", flags={"points": "không áp dụng"})
    page.leaf(("3.6", None, south("Chứng thực điện tử"), 1, south("Các khu phố"), None, south("Quý IV và Quý I/2027"), None), "3.6", None, 1,
              None, again("dates 2026-12-31 2027-03-31"), criterion="Liên thông", subcriterion="Chứng thực điện tử", flags={"lead": "tập thể", "due": "nhiều mốc"})
    page.line(None, south("Cộng"), None, 6)
    page.line(None, south("Người lập"), None, None, south("Chủ tịch"))
    return Office("o19-phuong-vinh-quy.xls", 2026, [page], xls)
