"""A commune's workbook in VNI-Times with letters for sections, names in capitals, dates that a US machine swapped, and a code column of numbers."""

from datetime import date

from tests.sheets.offices.fonts import vni
from tests.sheets.offices.paper import Looks, Office, Page, again, day, unclear, xlsx


def southern(*cells):
    return tuple(Looks(vni(cell), font="VNI-Times") if isinstance(cell, str) and cell else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("Bang giao viec", document="56/QĐ-UBND ngày 19/02/2026")
    page.line(*southern("UBND xã Hòa Sơn Tây"))
    page.line(*southern("BẢNG GIAO VIỆC CẢI CÁCH HÀNH CHÍNH - NĂM 2026"))
    page.line(*southern("(Kèm theo Quyết định số 56/QĐ-UBND ngày 19/02/2026)"))
    page.line(*southern("Mã", "Công việc", "Hạn cuối", "Người làm chính", "Người phối hợp", "Điểm", "Hồ sơ lưu"))
    page.section("Cải cách bộ máy", *southern("I", "CẢI CÁCH BỘ MÁY", None, None, None, 4))
    swapped = {"due": "ngày tháng đảo"}
    page.leaf((1.1, *southern("Sắp xếp các phòng"), date(2026, 12, 6), *southern("Đinh Hữu Nghĩa", "Võ Thị Kiều"), 1, *southern("Đề án")), "1.1", "Sắp xếp các phòng", 1, "Đinh Hữu Nghĩa", day("2026-06-12"), "Đề án", supports=("Võ Thị Kiều",), flags=swapped)
    page.leaf((1.2, *southern("Phân cấp, ủy quyền", "25/06/2026", "VÕ THỊ KIỀU", None), 1, *southern("Quyết định")), "1.2", "Phân cấp, ủy quyền", 1, "Võ Thị Kiều", day("2026-06-25"), "Quyết định")
    page.leaf((1.3, *southern("Quy chế làm việc"), date(2026, 3, 9), *southern("Võ Thị Kiều", None), 1, *southern("Quy chế")), "1.3", "Quy chế làm việc", 1, "Võ Thị Kiều", day("2026-09-03"), "Quy chế", flags=swapped)
    page.leaf((1.4, *southern("Tinh gọn thôn", "30/09/2026", "Đinh Hữu Nghĩa", "-"), 1, *southern("Tờ trình")), "1.4", "Tinh gọn thôn", 1, "Đinh Hữu Nghĩa", day("2026-09-30"), "Tờ trình")
    page.section("Cải cách công vụ", *southern("II", "CẢI CÁCH CÔNG VỤ", None, None, None, 3.5))
    page.leaf((2.1, *southern("Kỷ luật hành chính", "hàng tháng", "Huỳnh Thị Bảy", None), 1.5, *southern("Báo cáo")), "2.1", "Kỷ luật hành chính", 1.5, "Huỳnh Thị Bảy", again("monthly"), "Báo cáo")
    page.leaf((2.2, *southern("Đánh giá công chức", "Trước 28/11/2026", "Huỳnh Thị Bảy và Võ Thị Kiều", None), 1, *southern("Biên bản")), "2.2", "Đánh giá công chức", 1, "Huỳnh Thị Bảy", day("2026-11-27", strict=True), "Biên bản", supports=("Võ Thị Kiều",), flags={"lead": "hai người"})
    page.leaf((2.3, *southern("Hồ sơ cán bộ", "", "Huỳnh Thị Bảy", None), 1, None), "2.3", "Hồ sơ cán bộ", 1, "Huỳnh Thị Bảy", unclear(""), flags={"due": "trống"})
    page.line(None, *southern("CỘNG", None, None, None, 7.5))
    return Office("r08-xa-hoa-son-tay-vni.xlsx", 2026, [page], xlsx)
