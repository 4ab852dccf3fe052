"""Cells of deadlines and people as offices write them: what they mean, and whether somebody has to look."""

from datetime import date
from decimal import Decimal

import pytest

from bot.sheets.dues import Context, parse
from bot.sheets.grid import Cell
from bot.sheets.optional import percent_of
from bot.sheets.own import short_names
from bot.sheets.people import parse as people
from bot.sheets.people import parse_supports
from bot.sheets.points import parse as points

CONTEXT = Context(2026, date(2026, 1, 20))
# text -> day or rule; "!" = strict, "?" = flagged, "-" = no day, flagged
DUES = """
tuần đầu mỗi tháng | -
trước kỳ họp tháng 7 | -
tại kỳ họp HĐND tháng 12/2026 | -
trước phiên họp ngày 5 tháng 7 | 2026-07-04 !?
trước hội nghị sơ kết ngày 20/11/2026 | 2026-11-19 !?
trước thời điểm 15/11/2026 | 2026-11-14 !
Không muộn hơn ngày 15/11 | 2026-11-15 !
15/11/2026, 17 giờ | 2026-11-15 !
15 giờ 00 phút ngày 15 tháng 11 năm 2026 | 2026-11-15 !
sáng 15/11/2026 | 2026-11-15
ngày15/11/2026 | 2026-11-15
2026-11-15 00:00:00 | 2026-11-15
QIII/2026 | 2026-09-30
quí ba | 2026-09-30
trước năm 2027 | 2026-12-31 !
trước 30/6 và 31/12 | dates 2026-06-29 2026-12-30 !?
Quý IV và Quý I/2027 | dates 2026-12-31 2027-03-31 ?
Từ 15/12 đến 15/01/2027 | 2027-01-15
T2-T6 | 2026-06-30 ?
2 lần/tháng | -
01 lần/quý | quarterly
6 tháng/lần | half-yearly
chiều thứ 6 hàng tuần | weekly fri
trước thứ Sáu hằng tuần | weekly thu !
ngày 10, 20, 30 hằng tháng | monthly day 10 + monthly day 20 + monthly day 30
Hằng tháng (trước ngày 25) | monthly day 24 !
hằng quý (trước ngày 14 tháng cuối quý) | quarterly month 3 day 13 !
ngày 15 tháng thứ hai của quý | quarterly month 2 day 15
theo Quy chế | -
sau 15/11 | -
Từ ngày 15/11/2026 | -
15/12 - 15/01 | -
duy trì thường xuyên | continuous
Thứ Bảy hằng tuần | weekly sat
1 tháng/lần | monthly
3 tháng/lần | -
15. 11. 2026 | 2026-11-15
17h 15/11/2026 | 2026-11-15 !
17 giờ 15 tháng 11 | 2026-11-15 !
17g15 ngày 20/11/2026 | 2026-11-20 !
T6, 20/11/2026 | 2026-11-20
T2, 20/11/2026 | 2026-11-20 ?
T6, 7/2026 | dates 2026-06-30 2026-07-31 ?
25-11 | 2026-11-25
11-05 | 2026-05-11 ?
mồng 5/11/2026 | 2026-11-05
Trước ngày 20 tháng 3, 6, 9, 12 | dates 2026-03-19 2026-06-19 2026-09-19 2026-12-19 !?
Ngày 20 các tháng 3, 6, 9, 12 | dates 2026-03-20 2026-06-20 2026-09-20 2026-12-20 ?
Quý I: 20/3; Quý II: 20/6 | dates 2026-03-20 2026-06-20 ?
Báo cáo quý: 15/3, 15/6; năm: 15/12 | dates 2026-03-15 2026-06-15 2026-12-15 ?
Ngày cuối cùng hằng tháng | monthly last day
Hai tuần một lần | -
hằng quý năm 2026 | quarterly
hằng quý năm 2027 | quarterly ?
thường xuyên năm 2025 | continuous ?
Gửi về Văn phòng trước ngày 15/12/2026 | 2026-12-14 !
15-Nov-26 | 2026-11-15
05-Nov | 2026-11-05 ?
Nov 15, 2026 | 2026-11-15
15-Thg11-26 | 2026-11-15
15-thg 11 | 2026-11-15
15/11-2026 | 2026-11-15
15-11/2026 | 2026-11-15
15.11/2026 | 2026-11-15
5-11/2026 | 2026-11-30 ?
15 tháng 11, 2026 | 2026-11-15
~15/11/2026 | 2026-11-15 ?
quý 04/2026 | 2026-12-31
trước tháng XII/2026 | 2026-11-30 !
1 tháng 1 lần | monthly
Định kỳ 06 tháng, 01 năm | half-yearly + yearly
Trước 30/6 (đợt 1) | 2026-06-29 !
30/4 (đợt 1), 30/9 (đợt 2) | dates 2026-04-30 2026-09-30 ?
ngày cuối tháng hằng tháng | monthly last day
9 tháng đầu năm 2026 | 2026-09-30
3 tháng cuối năm | 2026-12-31
trước cuối năm 2026 | 2026-12-31 !?
trước hết năm | 2026-12-31 !?
trước hết tháng 11 | 2026-11-30 !?
hằng quý đến hết năm 2026 | quarterly
Th11/2026 | 2026-11-30
mỗi thứ Sáu | weekly fri
hằng năm, trước ngày 15/12 | 2026-12-14 !?
Hằng ngày, thường xuyên | daily ?
"""
# cell -> lead; supports; flagged or not
PEOPLE = """
CT: Nguyễn Văn Anh PH: Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình |
Chủ trì: Nguyễn Văn Anh. Phối hợp: Trần Thị Bình. | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh (CT) Trần Thị Bình (PH) | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh (PH: Trần Thị Bình, Công an xã) | Nguyễn Văn Anh | Trần Thị Bình; Công an xã |
Nguyễn Văn Anh - phối hợp: các phòng | Nguyễn Văn Anh | các phòng |
1. Nguyễn Văn Anh; 2. Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình | ?
Nguyễn Văn Anh cùng Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình | ?
Nguyễn Văn Anh hoặc Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình | ?
Hà Văn Anh, Trần Thị Bình (cùng chủ trì) | Hà Văn Anh | Trần Thị Bình | ?
Nguyễn Văn Anh cùng các đơn vị liên quan | Nguyễn Văn Anh | các đơn vị liên quan |
Nguyễn Văn Anh và các thành viên Tổ Đề án 06 | Nguyễn Văn Anh | các thành viên Tổ Đề án 06 |
Nguyễn Văn Anh, các thành viên Tổ giúp việc | Nguyễn Văn Anh | các thành viên Tổ giúp việc |
Nguyễn Văn Anh; các phòng, Trung tâm Phục vụ hành chính công | Nguyễn Văn Anh | các phòng; Trung tâm Phục vụ hành chính công |
Nguyễn Văn Anh; các phòng, trung tâm | Nguyễn Văn Anh | các phòng, trung tâm |
Nguyễn Văn Anh và Trần Thị Bình phối hợp | Nguyễn Văn Anh | Trần Thị Bình | ?
Nguyễn Văn Anh (phối hợp: Bình) | Nguyễn Văn Anh | Bình |
Nguyễn Văn Anh (dự phòng: Trần Thị Bình) | | | ?
Nguyễn Văn Anh (ủy quyền Trần Thị Bình) | | | ?
Nguyễn Văn Anh (nghỉ phép) | Nguyễn Văn Anh | | ?
Nguyễn Văn Anh (cũ) | Nguyễn Văn Anh | | ?
Nguyễn Văn Anh - Bình | | | ?
Nguyễn Văn ... | Nguyễn Văn | | ?
Ng Văn Anh | | | ?
Nguyễn Văn Anh; các cơ quan, đơn vị có liên quan | Nguyễn Văn Anh | các cơ quan, đơn vị có liên quan |
Nguyễn Văn Anh; PH: các ban, ngành, đoàn thể; Trường TH, THCS | Nguyễn Văn Anh | các ban, ngành, đoàn thể; Trường TH, THCS |
Ô. Nguyễn Văn Anh | Nguyễn Văn Anh | |
B. Trần Thị Bình | Trần Thị Bình | |
B. Bình | | | ?
Ông (bà) Nguyễn Văn Anh | Nguyễn Văn Anh | |
Bí thư Đoàn Nguyễn Văn Anh | Nguyễn Văn Anh | |
Trưởng phòng Đoàn Văn Anh | Đoàn Văn Anh | |
CC TP-HT Nguyễn Văn Anh | Nguyễn Văn Anh | |
Thiếu tá Nguyễn Văn Anh | Nguyễn Văn Anh | |
Ông/bà Nguyễn Văn Anh | Nguyễn Văn Anh | |
Giao ông Nguyễn Văn Anh chủ trì | Nguyễn Văn Anh | |
Nguyễn Văn Anh (0912 345 678) | Nguyễn Văn Anh | |
Nguyễn Văn Anh; Ban Chỉ đạo | Nguyễn Văn Anh | Ban Chỉ đạo |
Nguyễn Văn Anh (?) | Nguyễn Văn Anh | | ?
Nguyễn Văn Anh (theo dõi: Trần Thị Bình) | Nguyễn Văn Anh | |
Tổ trưởng tổ một cửa | | | ?
Nguyễn Thị | | | ?
1. Nguyễn Văn Anh 2. Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình | ?
Người chủ trì: Nguyễn Văn Anh. Người phối hợp: Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh cùng bà Trần Thị Bình (hỗ trợ) | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh (chính), bà Trần Thị Bình (phụ) | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh (trưởng nhóm), các thành viên tổ | Nguyễn Văn Anh | các thành viên tổ |
Bà Bon Krong K'Thủy | Bon Krong K'Thủy | |
Nguyễn Văn Anh, VP HĐND&UBND | Nguyễn Văn Anh | VP HĐND&UBND |
Cả cơ quan | | | ?
Cả Văn Bình | Cả Văn Bình | |
Trần Thị Bình (phụ), Nguyễn Văn Anh | Nguyễn Văn Anh | Trần Thị Bình |
Trần Thị Bình (phụ việc) | | Trần Thị Bình | ?
Nguyễn Văn Phụ, Trần Văn Phú (phụ) | Nguyễn Văn Phụ | Trần Văn Phú |
Nguyễn Văn Anh phối hợp các phòng | Nguyễn Văn Anh | các phòng |
Nguyễn Văn Anh (c.trì); Trần Thị Bình (p.hợp) | Nguyễn Văn Anh | Trần Thị Bình |
Công chức Văn hóa - Xã hội Cà Thị Ơn | Cà Thị Ơn | |
Phòng Thị Nhạn | Phòng Thị Nhạn | |
Phòng Văn Hóa | | | ?
"Nguyễn Văn Anh" | Nguyễn Văn Anh | |
Nguyễn Văn Anh phối hợp cùng Trần Thị Bình thực hiện | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh Trần Thị Bình | | | ?
Nguyễn Văn Anh-Trần Thị Bình | | | ?
Nguyễn Văn AnhTrần Thị Bình | | | ?
- Nguyễn Văn Anh - Trần Thị Bình | Nguyễn Văn Anh | Trần Thị Bình | ?
Nguyễn Văn Anh: Trần Thị Bình | | | ?
Nguyễn Văn Anh (hết 30/6) | Nguyễn Văn Anh | | ?
Nguyễn Văn Anh (dự kiến) | Nguyễn Văn Anh | | ?
Nguyễn Văn Anh (tổng hợp); các phòng (cung cấp số liệu) | Nguyễn Văn Anh | các phòng |
Nguyễn Phúc Bảo Anh Thư | Nguyễn Phúc Bảo Anh Thư | |
Công Tằng Tôn Nữ Thị Ngọc | Công Tằng Tôn Nữ Thị Ngọc | |
Văn phòng HĐND và UBND | | | ?
Nguyễn Văn Anh (P); Trần Thị Bình (C) | Trần Thị Bình | Nguyễn Văn Anh |
bà Trần Thị Bình - C, ông Nguyễn Văn Anh - P | Trần Thị Bình | Nguyễn Văn Anh |
Nguyễn Văn Anh (P) | | Nguyễn Văn Anh | ?
Nguyễn Văn C | Nguyễn Văn C | |
Nguyễn Văn Anh cùng tổ giúp việc | Nguyễn Văn Anh | tổ giúp việc |
Nguyễn Văn Anh và cộng sự | Nguyễn Văn Anh | cộng sự |
Nguyễn Văn Anh, bà Trần Thị Bình (hỗ trợ kỹ thuật) | Nguyễn Văn Anh | Trần Thị Bình |
Nguyễn Văn Anh (phối hợp Bình) | Nguyễn Văn Anh | |
ThS.KTS Nguyễn Văn Anh | Nguyễn Văn Anh | |
Nguyễn Văn Anh cùng tập thể phòng | Nguyễn Văn Anh | tập thể phòng |
Nguyễn Văn Anh; Nhà văn hóa | Nguyễn Văn Anh | Nhà văn hóa |
Nguyễn Văn Anh (chờ phân công) | Nguyễn Văn Anh | | ?
Nguyễn Thanh Viên | Nguyễn Thanh Viên | |
Bình phối hợp, Nguyễn Văn Anh | Nguyễn Văn Anh | Bình |
Hồ Văn Chờ | Hồ Văn Chờ | |
Nguyễn Văn Thay | Nguyễn Văn Thay | |
Nguyễn Văn Anh (thay Trần Thị Bình) | Nguyễn Văn Anh | | ?
BS. CKI Nguyễn Văn Anh | Nguyễn Văn Anh | |
Các thôn, khu dân cư | | | ?
Đoàn Thanh Bình | Đoàn Thanh Bình | |
Đoàn thanh niên | | | ?
y krông byă | Y Krông Byă | |
Ô Nguyễn Văn Anh | Nguyễn Văn Anh | |
Cung Đình Anh | Cung Đình Anh | |
Trần Thị Bình, Cung Đình Anh | Trần Thị Bình | Cung Đình Anh | ?
Nguyễn Văn Anh; Đoàn TN | Nguyễn Văn Anh | Đoàn TN |
Bé Bảy | | | ?
chị Phương Anh | | | ?
Kim Ngân | | | ?
Lê Anh | Lê Anh | |
Kim Sết | Kim Sết | |
Moong Bằng | Moong Bằng | |
Nguyễn Văn Anh (nhóm trưởng), CA phường | Nguyễn Văn Anh | CA phường |
Nguyễn Văn Anh -> Trần Thị Bình | Trần Thị Bình | | ?
Nguyễn Văn Anh → Trần Thị Bình | Trần Thị Bình | | ?
Nguyễn Văn Anh - giúp Trần Thị Bình | | | ?
NGUYỄN VĂN ANH cộng tác: TRẦN THỊ BÌNH | | | ?
Nguyễn Văn Anh được ủy quyền: Trần Thị Bình | | | ?
Nguyễn Văn Anh và các đ/c Trần Thị Bình, Lê Hà (phối hợp) | Nguyễn Văn Anh | Trần Thị Bình; Lê Hà | ?
Nguyễn Văn Anh (Trường Tiểu học Lê Văn Tám) | Nguyễn Văn Anh | |
Nguyễn Văn Anh; các đ/c Phó Chủ tịch | Nguyễn Văn Anh | các đ/c Phó Chủ tịch |
Nguyễn Văn Anh – Phòng KT, HT&ĐT; Phòng KT-HT, Văn phòng (phối hợp) | Nguyễn Văn Anh | Phòng KT-HT; Văn phòng |
Công chức Nguyễn Văn Anh | Nguyễn Văn Anh | |
Cán bộ Trần Thị Bình; công chức | Trần Thị Bình | công chức |
K'BRÊU | K'Brêu | |
Chợ Đông Ba | | | ?
HỘI CHỮ THẬP ĐỎ | | | ?
Cựu Chiến Binh | | | ?
Dân Số | | | ?
05 thôn | | | ?
Tuyển Dụng Mới | | | ?
THCS Lê Lợi | | | ?
Nguyễn An Ninh | Nguyễn An Ninh | |
Nguyễn Thanh Niên | Nguyễn Thanh Niên | |
Nguyễn Văn Anh; Bộ đội Biên phòng, Xóm Đông, BQLDA | Nguyễn Văn Anh | Bộ đội Biên phòng; Xóm Đông; BQLDA |
"""


def cases(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().split("\n")]


@pytest.mark.parametrize(("text", "wanted"), cases(DUES))
def test_a_deadline_means_this(text, wanted):
    found = parse(text, None, CONTEXT)
    told = found.due.get("date") or found.due.get("rule") or ("-" if found.due["kind"] == "unclear" else found.due["kind"])
    signs = ("!" if found.due.get("strict") else "") + ("?" if found.reasons and told != "-" else "")
    assert f"{told} {signs}".strip() == wanted


def test_two_words_are_a_full_name_where_somebody_is_known_by_them():
    assert people("Kim Ngân; Mai Liên (phối hợp)").lead is None
    found = people("Kim Ngân; Mai Liên (phối hợp)", short_names(["Kim Ngân", "Mai Liên", "Nguyễn Thị Mai"]))
    assert (found.lead, found.supports, found.doubts) == ("Kim Ngân", ("Mai Liên",), ())


@pytest.mark.parametrize(("text", "lead", "supports", "flagged"), cases(PEOPLE))
def test_a_cell_of_people_means_this(text, lead, supports, flagged):
    found = people(text)
    assert (found.lead or "", "; ".join(found.supports)) == (lead, supports)
    assert bool([column for column, _ in found.doubts if column == "lead"]) == bool(flagged)


@pytest.mark.parametrize(("text", "lead"), [("Nguyễn\nVăn Anh", "Nguyễn Văn Anh"), ("Bà Trần Thị\nBình", "Trần Thị Bình"), ("Hà\nLan", None), ("Lê Hà\nAnh", "Lê Hà")])
def test_a_name_broken_over_lines_is_one(text, lead):
    assert people(text).lead == lead
    assert bool(people(text).doubts) == (text in {"Hà\nLan", "Lê Hà\nAnh"})


@pytest.mark.parametrize("text", ["Bộ đội Biên phòng", "Hải quan cửa khẩu", "Nhà mạng", "Viễn thông đặc khu", "P. VHXH", "12 ấp", "Trạm Y tế, 3 phòng chuyên môn"])
def test_helpers_that_are_units_are_not_asked_about(text):
    assert parse_supports(text)[1] == ()


@pytest.mark.parametrize(("text", "percent"), [("60", 60), ("60 %", 60), ("101", None), ("²", None), ("10²", None), ("", None)])
def test_a_percentage_is_read_from_digits_that_count(text, percent):
    assert percent_of(Cell(text)) == percent


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        (".5", "0.5"), (",5", "0.5"), ("½", "0.5"), ("1/2", "0.5"), ("0,50đ", "0.5"), ("2 điểm.", "2"), ("(2,5 điểm)", "2.5"), ("+ 1", "1"),
        ("trừ tối đa 2", "-2"), ("Không quá 3 điểm", "3"), ("1-2", None), ("2 hoặc 3", None), ("0,5đ/vụ", None), ("KTCĐ", None), ("2+1", None),
        ("≤ 2", "2"), ("[2]", "2"), ("Điểm thưởng: 1", "1"), ("2,", "2"),
    ],
)  # fmt: skip
def test_points_mean_this_or_are_asked_about(text, worth):
    found, reason = points(text)
    assert (found, reason is None) == (worth and Decimal(worth), worth is not None)
