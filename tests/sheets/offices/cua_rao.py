"""A commune whose list has levels by dash and plus, roles written in every way, and amounts as rates."""

from functools import partial

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None, document="88/QĐ-UBND ngày 05/02/2026")
    page.titles("ỦY BAN NHÂN DÂN XÃ CỬA RÀO", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 2026",
                "(Theo Quyết định số 88/QĐ-UBND, ngày 05/02/2026)")
    page.line("Nội dung công việc", "Thực hiện", "Hoàn thành", "Sản phẩm đầu ra", "Thang điểm")
    page.section("Chỉ đạo điều hành", "I. CHỈ ĐẠO ĐIỀU HÀNH", "", "", "", "")
    page.over("Kế hoạch, báo cáo", "- Kế hoạch, báo cáo", "", "", "", "2")
    page.leaf(("+ Xây dựng kế hoạch", "Chủ trì: Lang Văn Hợi; Phối hợp: Vi Thị Xoan, Lô Văn Tám", "Xong trước 31/1/2026", "Kế hoạch", "0,5"),
              None, "Xây dựng kế hoạch", 0.5, "Lang Văn Hợi", day("2026-01-30", strict=True), "Kế hoạch", supports=("Vi Thị Xoan", "Lô Văn Tám"))
    page.leaf(("+ Báo cáo tháng", "Vi Thị Xoan (Văn thư)", "ngày 18 hằng tháng", "Báo cáo", "0,5"),
              None, "Báo cáo tháng", 0.5, "Vi Thị Xoan", again("monthly day 18"), "Báo cáo", lead_post="Văn thư")
    page.leaf(("+ Báo cáo quý, năm", "Vi Thị Xoan - Văn thư", "trước ngày 05 tháng đầu quý sau", "Báo cáo", "1"),
              None, "Báo cáo quý, năm", 1, "Vi Thị Xoan", again("quarterly month 4 day 4", strict=True), "Báo cáo", lead_post="Văn thư")
    page.group = None
    page.leaf(("- Tuyên truyền", "Đoàn Thanh niên: anh Lô Văn Tám", "Hàng quý, 6 tháng", "Tin bài", "trừ 0,25 điểm/lần"),
              None, "Tuyên truyền", None, "Lô Văn Tám", again("quarterly + half-yearly"), "Tin bài", lead_unit="Đoàn Thanh niên", flags={"points": "mức"})
    page.section("Cải cách thể chế", "II. CẢI CÁCH THỂ CHẾ", "", "", "", "")
    page.leaf(("- Tự kiểm tra văn bản", "Ths Lê Đình Phùng, chuyên viên Phòng Kinh tế", "30-9-2026", "Thông báo", "1,25"),
              None, "Tự kiểm tra văn bản", 1.25, "Lê Đình Phùng", day("2026-09-30"), "Thông báo", lead_post="chuyên viên Phòng Kinh tế")
    page.leaf(("- Rà soát văn bản", "Đ/c: Lê Đình Phùng (chính), Vi Thị Xoan (hỗ trợ)", "05/3 đến 20/5/2026", "Danh mục", "1,5đ"),
              None, "Rà soát văn bản", 1.5, "Lê Đình Phùng", day("2026-05-20"), "Danh mục", supports=("Vi Thị Xoan",))
    page.leaf(("- Hòa giải ở cơ sở", "tổ trưởng: Lô Văn Tám; thành viên: Vi Thị Xoan, Lang Văn Hợi", "Suốt năm", "Biên bản", "2 điểm"),
              None, "Hòa giải ở cơ sở", 2, "Lô Văn Tám", ALWAYS, "Biên bản", supports=("Vi Thị Xoan", "Lang Văn Hợi"))
    page.leaf(("- Trợ giúp pháp lý", "Phối hợp: Lang Văn Hợi", "theo đề nghị", "Hồ sơ", "1"),
              None, "Trợ giúp pháp lý", 1, None, unclear("theo đề nghị"), "Hồ sơ", supports=("Lang Văn Hợi",), flags={"lead": "chỉ có phối hợp", "due": "không rõ"})
    page.leaf(("- Theo dõi thi hành án", "Văn phòng UBND xã, Công an xã", "đã xong", "", "1"),
              None, "Theo dõi thi hành án", 1, None, unclear("đã xong"), flags={"lead": "chỉ đơn vị", "due": "không rõ"})
    page.leaf(("- Bồi thường nhà nước", "Lang Văn Hợi, Văn phòng, các bản", "T12/2026", "Báo cáo", ""),
              None, "Bồi thường nhà nước", None, "Lang Văn Hợi", day("2026-12-31"), "Báo cáo", supports=("Văn phòng", "các bản"), flags={"points": "thiếu"})
    page.line("TỔNG CỘNG", "", "", "", "9,75")
    page.line("Ghi chú: các mục trên thực hiện theo hướng dẫn của tỉnh.", "", "", "", "")
    return Office("o06-xa-cua-rao.csv", 2026, [page], partial(text, encoding="cp1258", mark=","))
