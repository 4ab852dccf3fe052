"""A ward whose Word file has groups with dashes under numbers, a person for the group, and numbers joined to texts."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page("bảng 1", document="41/QĐ-UBND ngày 19/01/2026")
    page.above = ["Phụ lục kèm theo Quyết định số 41/QĐ-UBND ngày 19/01/2026", "BẢNG PHÂN CÔNG CÔNG CHỨC PHỤ TRÁCH TIÊU CHÍ NĂM 2026"]
    page.line("Tiêu chí số", "Tên tiêu chí", "Thang điểm", "Công chức được giao", "Ngày hoàn thành", "Dẫn chứng")
    page.section("Hiện đại hóa hành chính", "VI", Looks("HIỆN ĐẠI HÓA HÀNH CHÍNH", bold=True), "4,5")
    page.over("Ứng dụng công nghệ", "6.1", "Ứng dụng công nghệ", "3", "Cù Thị Hạnh Nguyên", "", "")
    page.leaf(("6.1.1", "Văn bản điện tử", "1", "", "hàng tháng", "Thống kê"), "6.1.1", "Văn bản điện tử", 1, "Cù Thị Hạnh Nguyên", again("monthly"), "Thống kê", flags={"lead": "theo nhóm"})
    page.leaf(("6.1.2", "Chữ ký số", "1", "Cù Thị Hạnh Nguyên", "15 - 11 - 2026", "Danh sách"), "6.1.2", "Chữ ký số", 1, "Cù Thị Hạnh Nguyên", day("2026-11-15"), "Danh sách")
    page.leaf(("6.1.3", "Họp trực tuyến", "1", "Vũ Công Thành (chủ trì)\nCù Thị Hạnh Nguyên (phối hợp)", "16h30 ngày 30/9/2026", "Biên bản"), "6.1.3", "Họp trực tuyến", 1, "Vũ Công Thành",
              day("2026-09-30", strict=True), "Biên bản", supports=("Cù Thị Hạnh Nguyên",))
    page.group = None
    page.leaf(("6.2.", "Dữ liệu mở", "1", "VŨ CÔNG THÀNH", "Trước Quý IV", ""), "6.2", "Dữ liệu mở", 1, "Vũ Công Thành", day("2026-09-30", strict=True))
    page.leaf(("6.3", "An toàn thông tin", "0.5", "Vũ Công Thành,\nCông an phường", "Liên tục", ""), "6.3", "An toàn thông tin", 0.5, "Vũ Công Thành", ALWAYS, supports=("Công an phường",))
    page.leaf(("6.3", "Ứng cứu sự cố", "không chấm", "Vũ Công Thành", "khi có sự cố", ""), "6.3", "Ứng cứu sự cố", None, "Vũ Công Thành", unclear("khi có sự cố"),
              flags={"code": "trùng", "points": "không chấm", "due": "không rõ"})
    page.rows[-2]["needs_check"].append("trùng mã")
    page.flag("code", "trùng mã", page.rows[-2]["row"])
    return Office("o30-phuong-thong-nhat.docx", 2026, [page], docx)
