"""A highland commune's Word file: layout tables around, parts called Phần and Mục, people by unit, days without a year."""

from tests.sheets.offices.paper import Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    block = Page("bảng 1")
    block.line("UBND XÃ NA NGOI\nBAN CHỈ ĐẠO CCHC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    block.line("Số: 06/KH-BCĐ", "Na Ngoi, ngày 20 tháng 01 năm 2026")
    page = Page("bảng 2", document=None)
    page.above = ["KẾ HOẠCH", "Thực hiện công tác cải cách hành chính năm 2026", "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;"]
    page.line("Thứ tự", "Đầu việc", "Người làm chính", "Người giúp", "Ngày xong", "Giấy tờ phải có")
    page.section("Chỉ đạo điều hành", Looks("Phần I. CHỈ ĐẠO ĐIỀU HÀNH", bold=True), "", "", "", "", "")
    page.leaf(("1", "Họp Ban Chỉ đạo", "Xồng Bá Dìa", "Moong Thị Phón", "15/3", "Biên bản"), None, "Họp Ban Chỉ đạo", None, "Xồng Bá Dìa", day("2026-03-15"), "Biên bản", supports=("Moong Thị Phón",))
    page.leaf(("2", "Giao ban cải cách hành chính", "Xồng Bá Dìa", "", "Thứ Sáu hằng tuần", "Thông báo"), None, "Giao ban cải cách hành chính", None, "Xồng Bá Dìa", again("weekly fri"), "Thông báo")
    page.leaf(("3", "Sơ kết 6 tháng", "Xồng Bá Dìa", "", "10/01", "Báo cáo"), None, "Sơ kết 6 tháng", None, "Xồng Bá Dìa", day("2026-01-10"), "Báo cáo", flags={"due": "trước ngày ban hành"})
    page.section("Cải cách thủ tục", Looks("Phần II. CẢI CÁCH THỦ TỤC", bold=True), "", "", "", "", "")
    page.leaf(("1", "Trực tại bản vùng sâu", "Moong Thị Phón", "Các bản", "Tháng 4 đến tháng 6", "Lịch"), None, "Trực tại bản vùng sâu", None, "Moong Thị Phón", day("2026-06-30"), "Lịch", supports=("Các bản",))
    page.leaf(("2", "Chứng thực lưu động", "Tư pháp xã", "Moong Thị Phón", "Quý II", "Sổ"), None, "Chứng thực lưu động", None, None, day("2026-06-30"), "Sổ", supports=("Moong Thị Phón",), lead_post="Tư pháp xã", flags={"lead": "chức danh"})
    page.leaf(("3", "Cấp lại giấy khai sinh", "Lỳ Y Xia", "nt", "15 hằng tháng", "Sổ"), None, "Cấp lại giấy khai sinh", None, "Lỳ Y Xia", again("monthly day 15"), "Sổ", supports=("Moong Thị Phón",))
    page.section("Chính quyền số", Looks("Phần III. CHÍNH QUYỀN SỐ", bold=True), "", "", "", "", "")
    page.leaf(("1", "Phủ sóng bản trắng", "VNPT, Viettel", "Lỳ Y Xia", "theo kế hoạch của tỉnh", "Biên bản"), None, "Phủ sóng bản trắng", None, None, unclear("theo kế hoạch của tỉnh"), "Biên bản", supports=("Lỳ Y Xia",), flags={"lead": "đơn vị", "due": "không có ngày"})
    page.leaf(("2", "Duy trì phòng họp trực tuyến", "Lỳ Y Xia", "", "trong năm", "Nhật ký"), None, "Duy trì phòng họp trực tuyến", None, "Lỳ Y Xia", day("2026-12-31"), "Nhật ký")
    page.leaf(("3", "Cài đặt VNeID", "Lỳ Y Xia\n(đầu mối)\ncùng Công an xã", "", "Hết quý III", "Danh sách"), None, "Cài đặt VNeID", None, "Lỳ Y Xia", day("2026-09-30"), "Danh sách", supports=("Công an xã",))
    page.merged = ["A2:F2", "A6:F6", "A10:F10"]
    sign = Page("bảng 3")
    sign.line("Nơi nhận:\n- Thành viên BCĐ;\n- Lưu: VT.", "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nVừ Bá Chò")
    return Office("n22-xa-na-ngoi.docx", 2026, [block, page, sign], docx)
