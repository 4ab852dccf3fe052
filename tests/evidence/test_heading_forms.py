"""Heads of papers as offices really write and print them: other bodies, symbols and days broken by a narrow column."""

from datetime import date
from itertools import zip_longest

import pytest

from storage.evidence import heading, marks

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
OLD_MOTTO = ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
WARD = ("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH TÂN")
BODY = ("Căn cứ Kế hoạch số 09/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân phường;", "I. KẾT QUẢ")
D = date
FORMS = [  # left column, right column, lines below; number, day, agency
    (("HỘI ĐỒNG NHÂN DÂN", "XÃ TÂN LẬP", "______", "Số: 12 /NQ-HĐND"), (*MOTTO, "Tân Lập, ngày 17 tháng 7 năm 2026"), "NGHỊ QUYẾT", "12/NQ-HĐND", D(2026, 7, 17), "HĐND xã Tân Lập"),
    (("ĐẢNG BỘ TỈNH PHƯƠNG ĐÔNG", "ĐẢNG ỦY PHƯỜNG MINH TÂN", "*", "Số 45-BC/ĐU"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "", "", "Minh Tân, ngày 03 tháng 6 năm 2026"), "BÁO CÁO", "45-BC/ĐU", D(2026, 6, 3), None),
    (("ĐOÀN PHƯỜNG MINH TÂN", "BCH ĐOÀN TNCS", "***", "Số: 33 - KH/ĐTN"), ("", "", "", "Minh Tân, ngày 5 tháng 3 năm 2026"), "KẾ HOẠCH", "33-KH/ĐTN", D(2026, 3, 5), None),
    ((*WARD, "Số: 45 /BC-", "UBND"), (*MOTTO, "Minh Tân, ngày 10 tháng 11 năm 2026"), "BÁO CÁO", "45/BC-UBND", D(2026, 11, 10), "UBND phường Minh Tân"),
    ((*WARD, "Số: 1250", "/UBND-VHXH", "V/v báo cáo"), (*MOTTO, "Minh Tân, ngày 02 tháng 10 năm 2026"), "Kính gửi: Sở Nội vụ.", "1250/UBND-VHXH", D(2026, 10, 2), "UBND phường Minh Tân"),
    (("ỦY BAN NHÂN DÂN", "TỈNH PHƯƠNG ĐÔNG", "SỞ TƯ PHÁP", "Số: 318 / STP - KSTT"), (*MOTTO, "Phương Đông, ngày 9 tháng 3 năm 2026"), "Kính gửi: Các xã.", "318/STP-KSTT", D(2026, 3, 9), "Sở Tư pháp"),
    (("UBND PHƯỜNG MINH TÂN", "TRẠM Y TẾ", "Số: 27/TB-TYT"), (*MOTTO, "Minh Tân, ngày 05/8/2026"), "THÔNG BÁO", "27/TB-TYT", D(2026, 8, 5), "Trạm y tế"),
    (("CÔNG AN TỈNH PHƯƠNG ĐÔNG", "CÔNG AN PHƯỜNG MINH TÂN", "Số: 512/BC-CAP"), (*OLD_MOTTO, "Minh Tân, ngày 30 tháng 10 năm 2026"), "BÁO CÁO", "512/BC-CAP", D(2026, 10, 30), "Công an phường Minh Tân"),
    (("ỦY BAN NHÂN DÂN", "PHƯỜNG SÀI GÒN", "Số: 3021/UBND-VX"), (*OLD_MOTTO, "TP. Hồ Chí Minh, ngày 19 tháng 6", "năm 2026"), "Kính gửi: Các cơ quan.", "3021/UBND-VX", D(2026, 6, 19), "UBND phường Sài Gòn"),
    ((*WARD, "số: 71/TB-UBND"), (*MOTTO, "Minh Tân, ngày10 tháng11 năm2026"), "THÔNG BÁO", "71/TB-UBND", D(2026, 11, 10), "UBND phường Minh Tân"),
    ((*WARD, "Số: 72/BC-UBND."), (*MOTTO, "", "Minh Tân ngày 10 tháng 11 năm 2026"), "BÁO CÁO", "72/BC-UBND", D(2026, 11, 10), "UBND phường Minh Tân"),
    (("UBND PHƯỜNG MINH TÂN", "BAN CHỈ ĐẠO CCHC VÀ CĐS", "Số: 79/KH-BCĐCCHC&CĐS"), (*MOTTO, "Minh Tân, ngày 15 tháng 5 năm 2026"), "KẾ HOẠCH", "79/KH-BCĐCCHC&CĐS", D(2026, 5, 15), "Ban Chỉ đạo CCHC và CĐS"),
    (("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG MINH TÂN", "BAN PHÁP CHẾ", "Số: 07/BC-BPC"), (*MOTTO, "Minh Tân, ngày 03 tháng 11 năm 2026"), "BÁO CÁO", "07/BC-BPC", D(2026, 11, 3), "Ban Pháp chế"),
    (("UBND TỈNH PHƯƠNG ĐÔNG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 2210/SKHCN-CĐS"), (*MOTTO, "Phương Đông, ngày 09 tháng 11 năm 2026"), "Kính gửi: Các xã.", "2210/SKHCN-CĐS", D(2026, 11, 9), "Sở Khoa học và Công nghệ"),
    (("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "Số: 315/HDLN-SNV-STC"), (*MOTTO, "Phương Đông, ngày 20 tháng 10 năm 2026"), "HƯỚNG DẪN LIÊN NGÀNH", "315/HDLN-SNV-STC", D(2026, 10, 20), "Sở Nội vụ - Sở Tài chính"),
    (("UBND PHƯỜNG MINH TÂN", "TRƯỜNG THCS LÊ LỢI", "Số: 66/TB-THCSLL"), (*MOTTO, "Minh Tân, ngày 1 tháng 11 năm 2026"), "THÔNG BÁO", "66/TB-THCSLL", D(2026, 11, 1), "Trường THCS Lê Lợi"),
    ((*WARD, "Số: 45/BC-UBND"), (*MOTTO, "Minh Tân, ngày      tháng 11 năm 2026"), "BÁO CÁO", "45/BC-UBND", None, "UBND phường Minh Tân"),
    ((*WARD, "Số:         /BC-UBND"), (*MOTTO, "Minh Tân, ngày 15 tháng 11 năm 2026"), "BÁO CÁO", None, D(2026, 11, 15), None),
    (("ỦY BAN NHÂN DÂN", "ĐẶC KHU HÒN NGHỆ", "Số: ...../BC-UBND"), (*MOTTO, "Hòn Nghệ, ngày ... tháng ... năm 2026"), "BÁO CÁO", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize("side_by_side", [False, True], ids=["columns", "lines"])
@pytest.mark.parametrize(("left", "right", "below", "number", "day", "agency"), FORMS, ids=lambda value: value if isinstance(value, str) and "/" in value else "")
def test_the_head_is_read_as_columns_and_as_lines(side_by_side, left, right, below, number, day, agency):
    """Word and most PDFs give one column after the other, some give what stands side by side as one line."""
    pairs = [" ".join(filter(None, pair)) for pair in zip_longest(left, right, fillvalue="")]
    lines = pairs if side_by_side else [*left, *right]
    found = heading.read("\n".join([*lines, below, "Kết quả cải cách hành chính", *BODY]))
    assert (found.number, found.issued_on) == (number, day)
    assert agency is None or found.agency == agency


def test_what_stands_beside_a_subject_is_no_part_of_it():
    party = "ĐẢNG ỦY PHƯỜNG MINH TÂN\n*\nSố 128-CV/ĐU\nV/v tăng cường lãnh đạo công tác CCHC\nĐẢNG CỘNG SẢN VIỆT NAM\nMinh Tân, ngày 12 tháng 11 năm 2026"
    joint = "SỞ NỘI VỤ - SỞ TÀI CHÍNH\nSố: 315/HDLN-SNV-STC\nHƯỚNG DẪN LIÊN NGÀNH\nVề việc chấm điểm Chỉ số cải cách hành chính"
    assert heading.read(party).subject == "tăng cường lãnh đạo công tác CCHC"
    assert heading.read(joint).subject == "Về việc chấm điểm Chỉ số cải cách hành chính"


@pytest.mark.parametrize(
    ("text", "is_secret"),
    [
        ("MẬT\nỦY BAN NHÂN DÂN", True),
        ("TOI MAT\nUY BAN NHAN DAN", True),
        ("MAT\nUY BAN NHAN DAN", True),
        ("KẾ HOẠCH\nQuản lý tài liệu mật năm 2026", False),
        ("QUY CHẾ\nVề bảo vệ bí mật nhà nước", False),
        ("BÁO CÁO\nMẬT ĐỘ DÂN SỐ\nĐỔI MẬT KHẨU", False),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC\nUY BAN MAT TRAN TO QUOC", False),
    ],
)
def test_a_mark_of_secrecy_in_the_text_layer(text: str, is_secret: bool):
    assert marks.in_text(text) is is_secret
