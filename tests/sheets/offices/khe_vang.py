"""A mountain commune's old workbook: TCVN3 beside VNI, markers for levels, numbers that start again, ditto marks."""

from datetime import date

from tests.sheets.offices.fonts import tcvn3, vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls


def old(text: str) -> Looks:
    return Looks(tcvn3(text), ".VnTime")


def south(text: str) -> Looks:
    return Looks(vni(text), "VNI-Times")


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Sheet1")
    page.line(Looks(tcvn3("ủy ban nhân dân xã khe vàng"), ".VnTimeH", bold=True))
    page.line(Looks(tcvn3("Giao nhiệm vụ cải cách hành chính năm 2026"), ".VnArial"))
    page.line()
    page.line(*map(old, ("TT", "Chỉ tiêu, nhiệm vụ", "Thang điểm", "Mốc thời gian", "Người chịu trách nhiệm", "Cùng thực hiện", "Hồ sơ kiểm chứng")))
    page.section("Cải cách thể chế", "I", Looks(tcvn3("cải cách thể chế"), ".VnTimeH", bold=True), 4)
    page.over("Xây dựng văn bản", 1, old("Xây dựng văn bản"), 3)
    page.leaf(("1.1", old("Đăng ký xây dựng nghị quyết"), 1, old("trước ngày 15/3/2026"), old("Ông Lường Văn Ướt"), old("Vi Thị Lượng"), old("Công văn")),
              "I.1.1", "Đăng ký xây dựng nghị quyết", 1, "Lường Văn Ướt", day("2026-03-14", strict=True), "Công văn", supports=("Vi Thị Lượng",))
    page.leaf(("1.2", old("Lấy ý kiến nhân dân"), 2, old("Quý IV"), old("nt"), None, old("Biên bản")),
              "I.1.2", "Lấy ý kiến nhân dân", 2, "Lường Văn Ướt", day("2026-12-31"), "Biên bản")
    page.group = None
    page.leaf((2, old("Phổ biến pháp luật"), 1, old("hằng quý"), south("Đàm Quang Lộc"), None, south("Kế hoạch phổ biến")),
              "I.2", "Phổ biến pháp luật", 1, "Đàm Quang Lộc", again("quarterly"), "Kế hoạch phổ biến")
    page.section("Thủ tục hành chính", "II", Looks(tcvn3("thủ tục hành chính"), ".VnTimeH", bold=True), 5)
    page.over("Một cửa", 1, old("Một cửa"), 3)
    page.leaf(("1.1", old("Bố trí người trực"), 1, old("như trên"), old("Bà Vi Thị Lượng (PH), ông Hà Văn Thưởng (CT)"), None, old("Lịch trực")),
              "II.1.1", "Bố trí người trực", 1, "Hà Văn Thưởng", again("quarterly"), "Lịch trực", supports=("Vi Thị Lượng",))
    page.leaf(("1.2", old("Số hóa hồ sơ"), 2, date(2026, 10, 30), old("Hà Văn Thưởng"), old("Các bản, Đoàn Thanh niên"), old("Kết xuất")),
              "II.1.2", "Số hóa hồ sơ", 2, "Hà Văn Thưởng", day("2026-10-30"), "Kết xuất", supports=("Các bản", "Đoàn Thanh niên"))
    page.group = None
    page.leaf((2, old("Trả kết quả tại nhà"), 1, old("Khi có phát sinh"), old("Hà Văn Thưởng, Vi Thị Lượng (cùng chủ trì)"), None, None),
              "II.2", "Trả kết quả tại nhà", 1, "Hà Văn Thưởng", unclear("Khi có phát sinh"), supports=("Vi Thị Lượng",),
              flags={"lead": "cùng chủ trì", "due": "không có ngày"})
    page.leaf((3, old("Gửi thư xin lỗi"), 1, old("thường xuyên"), old("Tổ công nghệ số cộng đồng"), None, None),
              "II.3", "Gửi thư xin lỗi", 1, None, ALWAYS, flags={"lead": "chỉ ghi đơn vị"})
    page.section("Chuyển đổi số", "III", Looks(tcvn3("chuyển đổi số"), ".VnTimeH", bold=True), 3)
    page.leaf((1, old("Chữ ký số cho lãnh đạo"), 1, old("trước quý II"), old("Hà Văn Thưởng"), None, old("Danh sách")),
              "III.1", "Chữ ký số cho lãnh đạo", 1, "Hà Văn Thưởng", day("2026-03-31", strict=True), "Danh sách")
    page.leaf((2, old("Hòm thư công vụ"), 1, old("Trong năm 2026"), old("Hà Văn Thưởng"), None, old("Danh sách")),
              "III.2", "Hòm thư công vụ", 1, "Hà Văn Thưởng", day("2026-12-31"), "Danh sách")
    page.line(None, old("Cộng"), 11)
    page.line(None, None, None, None, Looks(tcvn3("chủ tịch"), ".VnTimeH"))
    page.merged = ["A1:D1", "A2:G2"]
    page.flag("points", "tổng không khớp", 16)
    return Office("o04-xa-khe-vang.xls", 2026, [page], xls)
