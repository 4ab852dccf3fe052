"""A commune whose months are columns with crosses below."""

from calendar import monthrange

from tests.sheets.offices.paper import Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    b = Page("Tien do")
    b.titles("UBND XÃ QUẢNG LƯU", "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ CCHC NĂM 2026")
    b.line("TT", "Nhiệm vụ", "Người thực hiện", "Điểm", "Thời gian thực hiện (tháng)", *[""] * 11)
    b.line("", "", "", "", *[f"T{m}" for m in range(1, 13)])
    b.merged += ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:P3"]

    def m(*months):
        return tuple("x" if k in months else "" for k in range(1, 13))

    b.leaf(("1", "Ban hành kế hoạch", "Mạc Thị Bưởi", 1, *m(1)), None, "Ban hành kế hoạch", 1, "Mạc Thị Bưởi", day("2026-01-31"))
    b.leaf(
        ("2", "Kiểm tra nội bộ", "Mạc Thị Bưởi", 1, *m(5, 10)),
        None,
        "Kiểm tra nội bộ",
        1,
        "Mạc Thị Bưởi",
        again("dates 2026-05-31 2026-10-31"),
        flags={"due": "nhiều mốc"},
    )
    b.leaf(
        ("3", "Trực hồ sơ", "Ninh Văn Độ", 1, *m(*range(1, 13))),
        None,
        "Trực hồ sơ",
        1,
        "Ninh Văn Độ",
        again("dates " + " ".join(f"2026-{month:02}-{monthrange(2026, month)[1]}" for month in range(1, 13))),
        flags={"due": "mười hai tháng"},
    )
    b.leaf(("4", "Tự chấm điểm", "Ninh Văn Độ", 1, *m(11)), None, "Tự chấm điểm", 1, "Ninh Văn Độ", day("2026-11-30"))
    b.leaf(
        ("5", "Rà soát thủ tục", "Ninh Văn Độ", 1, *m()),
        None,
        "Rà soát thủ tục",
        1,
        "Ninh Văn Độ",
        unclear(""),
        flags={"due": "thiếu"},
    )
    return Office("o06b-xa-quang-luu.xlsx", 2026, [b], xlsx)
