"""A protected sheet with two tables in another order, a footnote with an asterisk, and a person merged over two rows."""

from datetime import date

from tests.sheets.offices.paper import Office, Page, again, day, xlsx


def write(pages, path):
    xlsx(pages, path)
    import openpyxl

    b = openpyxl.load_workbook(path)
    for s in b:
        s.protection.sheet = True
        s.protection.password = "abc"
    b.save(path)


def office() -> Office:
    """Build the file and its truth."""
    p = Page("KH 2026", document=None)
    p.titles("UBND PHƯỜNG HÒA THẠNH TÂY", "KẾ HOẠCH THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2026", "A. NHIỆM VỤ TRỌNG TÂM")
    p.line()
    p.line("STT", "Nội dung công việc", "Thời gian hoàn thành", "Bộ phận", "Người chịu trách nhiệm", "Cùng thực hiện", "Điểm")
    p.field = None
    p.section("Kế hoạch", "1", "Kế hoạch", "", "", "", "", 2)
    p.leaf(
        ("1.1", "Xây dựng kế hoạch năm", "Tháng 01/2026", "Văn phòng HĐND và UBND", "Chị Mai Thị Hồng Gấm", "Nguyễn Đắc Lộc", 1),
        "1.1",
        "Xây dựng kế hoạch năm",
        1,
        "Mai Thị Hồng Gấm",
        day("2026-01-31"),
        None,
        supports=("Nguyễn Đắc Lộc",),
        lead_unit="Văn phòng HĐND và UBND",
    )
    p.leaf(
        ("1.2", "Theo dõi thực hiện kế hoạch", "hàng tuần", "Văn phòng HĐND và UBND", "Nguyễn Đắc Lộc", "", 1),
        "1.2",
        "Theo dõi thực hiện kế hoạch",
        1,
        "Nguyễn Đắc Lộc",
        again("weekly"),
        None,
        lead_unit="Văn phòng HĐND và UBND",
    )
    p.section("Tuyên truyền", "2", "Tuyên truyền", "", "", "", "", 2)
    n = p.leaf(
        (
            "2.1",
            "Bản tin loa phường",
            "Thứ Hai, thứ Năm hằng tuần",
            "Phòng Văn hóa - Xã hội",
            "Trịnh Công Hậu",
            "Mai Thị Hồng Gấm\nNguyễn Đắc Lộc",
            1,
        ),
        "2.1",
        "Bản tin loa phường",
        1,
        "Trịnh Công Hậu",
        again("weekly mon + weekly thu"),
        None,
        supports=("Mai Thị Hồng Gấm", "Nguyễn Đắc Lộc"),
        lead_unit="Phòng Văn hóa - Xã hội",
    )
    p.leaf(
        ("2.2", "Hội thi tìm hiểu cải cách hành chính", date(2026, 8, 19), "", "", "", 1),
        "2.2",
        "Hội thi tìm hiểu cải cách hành chính",
        1,
        "Trịnh Công Hậu",
        day("2026-08-19"),
        None,
        lead_unit="Phòng Văn hóa - Xã hội",
    )
    p.merged += [f"D{n}:D{n + 1}", f"E{n}:E{n + 1}"]
    p.line("", "Cộng mục A", "", "", "", "", 4)
    p.line()
    p.line("B. CHỈ TIÊU CỤ THỂ")
    p.line("Mã", "Chỉ tiêu", "Đầu mối", "Điểm", "Hạn cuối", "Minh chứng")
    p.field = p.group = None
    p.leaf(
        ("B1", "Tỷ lệ hồ sơ đúng hạn từ 98%", "Lại Văn Toản (TTPVHCC)", 2, "14/12", "Kết xuất"),
        "B1",
        "Tỷ lệ hồ sơ đúng hạn từ 98%",
        2,
        "Lại Văn Toản",
        day("2026-12-14"),
        "Kết xuất",
        lead_unit="TTPVHCC",
    )
    p.leaf(
        (
            "B2",
            "Tỷ lệ thanh toán trực tuyến từ 70%",
            "Lại Văn Toản / Mai Thị Hồng Gấm (PH)",
            "1,5",
            "không muộn hơn 14/12/2026",
            "Kết xuất",
        ),
        "B2",
        "Tỷ lệ thanh toán trực tuyến từ 70%",
        1.5,
        "Lại Văn Toản",
        day("2026-12-14", strict=True),
        "Kết xuất",
        supports=("Mai Thị Hồng Gấm",),
    )
    p.leaf(
        ("B3", "Mức độ hài lòng từ 95%", "Các bộ phận", "1", "Quý IV/2026", "Phiếu"),
        "B3",
        "Mức độ hài lòng từ 95%",
        1,
        None,
        day("2026-12-31"),
        "Phiếu",
        flags={"lead": "tập thể"},
    )
    p.line("", "Cộng mục B", "", "4,5")
    p.line("* Ghi chú: điểm theo Quyết định số 5666/QĐ-UBND.")
    p.line("", "", "", "CHÁNH VĂN PHÒNG")
    p.line("", "", "", "Phùng Quang Thái")
    return Office("o05-phuong-hoa-thanh-tay.xlsx", 2026, [p], write)
