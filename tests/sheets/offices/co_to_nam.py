"""A special zone whose people are columns with marks below, crosses or the letters of a role."""

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, xlsx


def office() -> Office:
    """Build the file and its truth."""
    a = Page("Phan cong")
    a.titles("ĐẶC KHU CÔ TÔ NAM", "BẢNG PHÂN CÔNG THỰC HIỆN TIÊU CHÍ CCHC NĂM 2026")
    a.line("Mã", "Tiêu chí", "Điểm", "Người phụ trách", "", "", "", "Thời hạn")
    a.line("", "", "", "Đào Thị Ngát", "Vi Văn Hợi", "Châu Bích Diễm", "Hà Duy Khoa", "")
    a.merged += ["A3:A4", "B3:B4", "C3:C4", "D3:G3", "H3:H4"]
    a.field = None
    a.leaf(("1.1", "Kế hoạch năm", 1, "x", "", "", "", "31/01/2026"), "1.1", "Kế hoạch năm", 1, "Đào Thị Ngát", day("2026-01-31"))
    a.leaf(
        ("1.2", "Báo cáo quý", 1, "", "CT", "PH", "", "Hằng quý"),
        "1.2",
        "Báo cáo quý",
        1,
        "Vi Văn Hợi",
        again("quarterly"),
        supports=("Châu Bích Diễm",),
    )
    a.leaf(
        ("1.3", "Tập huấn", 1, "x", "", "x", "", "Quý III"),
        "1.3",
        "Tập huấn",
        1,
        "Đào Thị Ngát",
        day("2026-09-30"),
        supports=("Châu Bích Diễm",),
        flags={"lead": "nhiều người"},
    )
    a.leaf(
        ("2.1", "Số hóa hồ sơ", 2, "PH", "PH", "", "CT", "14/12/2026"),
        "2.1",
        "Số hóa hồ sơ",
        2,
        "Hà Duy Khoa",
        day("2026-12-14"),
        supports=("Đào Thị Ngát", "Vi Văn Hợi"),
    )
    a.leaf(
        ("2.2", "Công khai thủ tục", 1, "", "", "", "", "Thường xuyên"),
        "2.2",
        "Công khai thủ tục",
        1,
        None,
        ALWAYS,
        flags={"lead": "thiếu"},
    )
    a.leaf(
        ("2.3", "Khảo sát hài lòng", 1, "P", "", "C", "", "Tháng 11"),
        "2.3",
        "Khảo sát hài lòng",
        1,
        "Châu Bích Diễm",
        day("2026-11-30"),
        supports=("Đào Thị Ngát",),
    )
    return Office("o06-dac-khu-co-to-nam.xlsx", 2026, [a], xlsx)
