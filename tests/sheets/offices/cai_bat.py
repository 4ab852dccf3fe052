"""A commune's old workbook all in VNI, numbers in plain order, groups whose person stands only in their own row."""

from tests.sheets.offices.fonts import vni
from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, unclear, xls

FONT = "VNI-Helve"


def old(*cells: object) -> tuple[object, ...]:
    """Cells as that font stores them."""
    return tuple(Looks(vni(cell), font=FONT) if isinstance(cell, str) and cell else cell for cell in cells)


def office() -> Office:
    """Build the file and its truth."""
    page = Page("PC", document="21/KH-UBND ngày 14/01/2026")
    page.line(*old("UBND XÃ CÁI BÁT"))
    page.line(*old("PHÂN CÔNG THEO DÕI, THỰC HIỆN TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026"))
    page.line(*old("(Kèm theo Kế hoạch số 21/KH-UBND ngày 14/01/2026)"))
    page.line(*old("Mã số", "Tên tiêu chí", "Điểm tối đa", "Người thực hiện", "Người phối hợp", "Thời gian hoàn thành", "Kết quả"))
    page.section("Thủ tục hành chính", *old("II", "THỦ TỤC HÀNH CHÍNH", 6))
    page.over("Công khai", *old("2.1", "Công khai", 2, "Lưu Thị Diệu", "", "", ""))
    page.leaf(old("2.1.1", "Công khai tại trụ sở", 1, "Lưu Thị Diệu", "Đỗ Hữu Phước", "Thường xuyên", "Bảng niêm yết"), "2.1.1", "Công khai tại trụ sở", 1, "Lưu Thị Diệu", ALWAYS, "Bảng niêm yết", supports=("Đỗ Hữu Phước",))
    page.leaf(old("2.1.2", "Công khai trên mạng", 1, "", "", "30/4/2026", "Đường dẫn"), "2.1.2", "Công khai trên mạng", 1, "Lưu Thị Diệu", day("2026-04-30"), "Đường dẫn", flags={"lead": "lấy theo nhóm"})
    page.over("Giải quyết", *old("2.2", "Giải quyết", 4, "", "", "", ""))
    page.leaf(old("2.2.1", "Đúng hạn", 2, "Đỗ Hữu Phước", "Ấp 1, Ấp 2", "Hằng quý, 6 tháng, năm", "Thống kê"), "2.2.1", "Đúng hạn", 2, "Đỗ Hữu Phước", again("quarterly + half-yearly + yearly"), "Thống kê", supports=("Ấp 1", "Ấp 2"))
    page.leaf(old("2.2.2", "Xin lỗi công dân", 1, "", "Đỗ Hữu Phước", "30 ngày", "Thư"), "2.2.2", "Xin lỗi công dân", 1, None, unclear("30 ngày"), "Thư", supports=("Đỗ Hữu Phước",), flags={"lead": "thiếu", "due": "không có ngày"})
    page.leaf(old("2.2.2", "Đánh giá nội bộ", 1, "Đ/c Phước", "", "tháng 12", "Phiếu"), "2.2.2", "Đánh giá nội bộ", 1, None, day("2026-12-31"), "Phiếu", flags={"lead": "tên gọi", "code": "trùng"})
    page.rows[-2]["needs_check"].append("trùng mã")
    page.flag("code", "trùng mã", page.rows[-2]["row"])
    page.line(*old("", "Cộng", 6))
    return Office("n18-xa-cai-bat.xls", 2026, [page], xls)
