"""A commune's CSV of commas saved on a Mac: lines ended by a carriage return alone, decomposed letters, quoted breaks, codes in the text."""

import csv
import io
import unicodedata

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear


def mac(pages, path):
    """Write as an old program on a Mac does."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r", quoting=csv.QUOTE_ALL).writerows(["" if held is None else held for held in cells] for cells in pages[0].lines)
    path.write_bytes(unicodedata.normalize("NFD", out.getvalue()).encode())


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("UBND xã Hải Hậu Đông", "", "", "", "")
    page.line("Thông báo số 14/TB-UBND ngày 26/01/2026 - phân công nhiệm vụ CCHC năm 2026", "", "", "", "")
    page.line("Nội dung", "Giao cho", "Phải xong", "Mức điểm", "Giấy tờ chứng minh")
    page.section("Tài chính công", "I. TÀI CHÍNH CÔNG", "", "", "", "")
    page.leaf(("1.1 Lập dự toán năm 2027", "Lương Thị Ngát", "20.11.2026", "1", "Dự toán"), "1.1", "Lập dự toán năm 2027", 1, "Lương Thị Ngát", day("2026-11-20"), "Dự toán")
    page.leaf(("1.2 Công khai ngân sách", "Lương Thị Ngát\nĐỗ Quang Hưng (phối hợp)", "Ngày 10 tháng đầu quý", "0,5", "Quyết định"), "1.2", "Công khai ngân sách", 0.5, "Lương Thị Ngát", unclear("Ngày 10 tháng đầu quý"), "Quyết định", supports=("Đỗ Quang Hưng",), maybe=("tháng đầu quý",))
    page.rows[-1]["due"] = again("quarterly month 1 day 10")
    page.rows[-1]["needs_check"] = []
    page.leaf(("1.3 Quản lý tài sản", "LƯƠNG THỊ NGÁT", "liên tục", "tối đa 1 điểm", ""), "1.3", "Quản lý tài sản", 1, "Lương Thị Ngát", ALWAYS)
    page.section("Chính quyền số", "II. CHÍNH QUYỀN SỐ", "", "", "", "")
    page.leaf(("2.1 Hồ sơ trực tuyến đạt 80%", "Đỗ Quang Hưng/Lương Thị Ngát", "hết quý III", "2", "Thống kê"), "2.1", "Hồ sơ trực tuyến đạt 80%", 2, "Đỗ Quang Hưng", day("2026-09-30"), "Thống kê", supports=("Lương Thị Ngát",), flags={"lead": "hai người"})
    page.leaf(("2.2 Tập huấn kỹ năng số", "Thầy Hưng", "12/2026", "KTCĐ", ""), "2.2", "Tập huấn kỹ năng số", None, None, day("2026-12-31"), flags={"lead": "tên gọi", "points": "không chấm điểm"})
    page.leaf(("2.3 An toàn thông tin", "Công an xã; Đỗ Quang Hưng", "29-02-2026", "1", "Phương án"), "2.3", "An toàn thông tin", 1, "Đỗ Quang Hưng", unclear("29-02-2026"), "Phương án", supports=("Công an xã",), flags={"due": "không có ngày"})
    page.line("Cộng", "", "", "6,5", "")
    return Office("s03-xa-hai-hau-dong.csv", 2026, [page], mac)
