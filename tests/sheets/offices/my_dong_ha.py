"""A ward's list in Windows-1258 with commas: markers below numbers, a group's person for leaves without one, bonus and penalty."""

import functools

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, text, unclear


def office() -> Office:
    """Build the file and its truth."""
    page = Page(None)
    page.line("UBND PHƯỜNG MỸ ĐÔNG HÀ")
    page.line("Mỹ Đông Hà, ngày 16 tháng 3 năm 2026")
    page.line("BẢNG PHÂN CÔNG CẢI CÁCH HÀNH CHÍNH 2026")
    page.line("Số TT", "Nội dung thực hiện", "Ai chịu trách nhiệm", "Khi nào xong", "Điểm", "Kết quả phải có")
    page.section("Tổ chức bộ máy", "I", "TỔ CHỨC BỘ MÁY (3 điểm)", "", "", "3", "")
    page.over("Sắp xếp tổ chức", "1", "Sắp xếp tổ chức", "Trương Thị Mỹ Hạnh", "", "2", "")
    page.leaf(("", "- Ban hành quy chế", "Trương Thị Mỹ Hạnh", "20/2", "1", "Quy chế"),
              None, "Ban hành quy chế", 1, "Trương Thị Mỹ Hạnh", day("2026-02-20"), "Quy chế", flags={"due": "trước ngày ban hành"})
    page.leaf(("", "- Phân công nhiệm vụ", "", "31/3/2026", "1", "Thông báo"),
              None, "Phân công nhiệm vụ", 1, "Trương Thị Mỹ Hạnh", day("2026-03-31"), "Thông báo", flags={"lead": "lấy theo nhóm"})
    page.group = None
    page.leaf(("2", "Đánh giá cấp phó", "Hồ Quang Hiếu / Trương Thị Mỹ Hạnh (phối hợp)", "không quá ngày 25/10", "1", "Báo cáo"),
              None, "Đánh giá cấp phó", 1, "Hồ Quang Hiếu", day("2026-10-25", strict=True), "Báo cáo", supports=("Trương Thị Mỹ Hạnh",))
    page.section("Điểm thưởng, điểm phạt", "II", "ĐIỂM THƯỞNG, ĐIỂM PHẠT", "", "", "", "")
    page.leaf(("1", "Có sáng kiến được công nhận", "Hồ Quang Hiếu", "Năm 2026", "cộng tối đa 1,5", "Quyết định"),
              None, "Có sáng kiến được công nhận", 1.5, "Hồ Quang Hiếu", day("2026-12-31"), "Quyết định")
    page.leaf(("2", "Có đơn thư kéo dài", "Đặng Phước", "Hàng ngày", "-0,5", ""),
              None, "Có đơn thư kéo dài", -0.5, "Đặng Phước", again("daily"))
    page.leaf(("3", "Nộp báo cáo chậm", "đ/c Phước", "", "trừ 0,1 điểm/ngày", ""),
              None, "Nộp báo cáo chậm", None, None, unclear(""), flags={"lead": "chỉ ghi tên gọi", "due": "thiếu hạn", "points": "mức trừ"})
    page.leaf(("4", "Bị phê bình", "Đặng Phước", "liên tục", "trừ tối đa 1", ""),
              None, "Bị phê bình", -1, "Đặng Phước", ALWAYS)
    page.line("Tổng", "", "", "", "4", "")
    page.line("Ghi chú: điểm thưởng, điểm phạt không tính vào tổng")
    return Office("q09-phuong-my-dong-ha-1258.csv", 2026, [page], functools.partial(text, encoding="cp1258", mark=","))
