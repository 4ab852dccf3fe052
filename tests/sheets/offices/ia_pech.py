"""A highland commune's CSV in UTF-8: fields in a column, mixed marks, missing cells, people known by tribe."""

from functools import partial

from tests.sheets.offices.fonts import twice
from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("Trục", "Số hiệu", "Nhiệm vụ", "Trọng số", "Người được giao", "Cùng phối hợp", "Khi nào xong", "Giấy tờ chứng minh", "Theo văn bản")
    page.field = "Chỉ đạo"
    page.leaf(("Chỉ đạo", "A1", "Kế hoạch", "1", "Rah Lan H'Blơn", "", "15/01/2026", "Kế hoạch", "12/KH-UBND"), "A1", "Kế hoạch", 1, "Rah Lan H'Blơn", day("2026-01-15"), "Kế hoạch", document="12/KH-UBND")
    page.leaf(("", "A2", "Kiểm tra", "1", "Siu Thương (chủ trì); Rah Lan H’Blơn", "", "Từ 01/4 - 30/4/2026", "Biên bản", ""), "A2", "Kiểm tra", 1, "Siu Thương", day("2026-04-30"), "Biên bản",
              supports=("Rah Lan H'Blơn",))
    page.leaf(("", "", twice("Giao ban tháng"), "1", twice("Kpă Thuyên"), "", "hàng tháng", "", ""), None, "Giao ban tháng", 1, "Kpă Thuyên", again("monthly"), flags={"code": "thiếu mã"})
    page.field = "Thể chế"
    page.leaf(("Thể chế", "B1", "Rà soát", "1", "L?? Th? Hoa", "các làng", "quý II", "", ""), "B1", "Rà soát", 1, None, day("2026-06-30"), supports=("các làng",), flags={"lead": "chữ lỗi"})
    page.leaf(("", "B1", "Hòa giải", "1", "Kpă Thuyên", "", "quý IV/2026", "", ""), "B1", "Hòa giải", 1, "Kpă Thuyên", day("2026-12-31"), flags={"code": "trùng"})
    page.rows[-2]["needs_check"].append("trùng mã")
    page.flag("code", "trùng mã", page.rows[-2]["row"])
    page.leaf(("", "B2", "=HYPERLINK(0)", "1", "Kpă Thuyên", "", "+5 ngày", "", ""), "B2", "=HYPERLINK(0)", 1, "Kpă Thuyên", unclear("+5 ngày"), flags={"due": "không rõ"})
    page.leaf(("", "B3", "Thi hành án"), "B3", "Thi hành án", None, None, unclear(), flags={"points": "thiếu", "lead": "thiếu", "due": "thiếu"})
    page.leaf(("", "B4", "Trợ giúp pháp lý", "１", "Siu Thương", "", "30／9／2026", "", ""), "B4", "Trợ giúp pháp lý", 1, "Siu Thương", day("2026-09-30"))
    page.leaf(("", "B5", "Tuyên truyền", "1", "Siu Thương, Kpă Thuyên (PH), các làng (PH)", "", "cả năm", "", ""), "B5", "Tuyên truyền", 1, "Siu Thương", ALWAYS, supports=("Kpă Thuyên", "các làng"))
    return Office("o22-xa-ia-pech.csv", 2026, [page], partial(text, mark=","))
