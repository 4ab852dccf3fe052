"""A ward's Word file: one table for each field under its heading, the unit above, a leader's column, deadlines in long sentences."""

from tests.sheets.offices.paper import ALWAYS, Looks, Office, Page, again, day, docx, unclear


def office() -> Office:
    """Build the file and its truth."""
    head = ("Mã", "Nội dung thực hiện", "Lãnh đạo phụ trách", "Chuyên viên thực hiện", "Thời hạn", "Hồ sơ kiểm chứng")
    one = Page("bảng 1", unit="Phòng Văn hóa - Xã hội", document="26/QĐ-UBND ngày 16/01/2026", field="Cải cách chế độ công vụ")
    one.above = ["ỦY BAN NHÂN DÂN PHƯỜNG AN NGHĨA", "PHÂN CÔNG THỰC HIỆN NĂM 2026", "(Kèm theo Quyết định số 26/QĐ-UBND ngày 16/01/2026)", "Bộ phận: Phòng Văn hóa - Xã hội", "Lĩnh vực IV: Cải cách chế độ công vụ"]
    one.line(*head)
    one.leaf(("4.1.1", "Đánh giá, xếp loại quý", "Trần Thị Thu Vân", "Phùng Hữu Đạt", "Hoàn thành trong ngày 25 tháng cuối quý", "Thông báo"), "4.1.1", "Đánh giá, xếp loại quý", None, "Phùng Hữu Đạt", again("quarterly month 3 day 25"), "Thông báo")
    one.leaf(("4.1.2", "Thi đua, khen thưởng", "nt", "Phùng Hữu Đạt, Kiều Oanh", "Hoàn thành trước ngày 30 tháng 11 năm 2026", "Tờ trình"), "4.1.2", "Thi đua, khen thưởng", None, "Phùng Hữu Đạt", day("2026-11-29", strict=True), "Tờ trình", supports=("Kiều Oanh",), flags={"lead": "hai người"})
    one.leaf(("4.1.4", "Văn hóa công sở", "", "Toàn thể cán bộ, công chức", "Thường xuyên, liên tục", "Biên bản kiểm tra"), "4.1.4", "Văn hóa công sở", None, None, ALWAYS, "Biên bản kiểm tra", flags={"lead": "tập thể"})
    two = Page("bảng 2", unit="Phòng Kinh tế, Hạ tầng và Đô thị", document=one.document, field="Cải cách tài chính công")
    two.above = ["Bộ phận: Phòng Kinh tế, Hạ tầng và Đô thị", "Lĩnh vực V: Cải cách tài chính công"]
    two.line(*head)
    two.leaf(("5.1", "Phân bổ dự toán", "Ngô Quyền Linh", "Hà Thị Cẩm Tú (Trưởng phòng), Lại Văn Sâm", "Không quá ngày 20/01/2026", "Quyết định"), "5.1", "Phân bổ dự toán", None, "Hà Thị Cẩm Tú", day("2026-01-20", strict=True), "Quyết định", supports=("Lại Văn Sâm",), lead_post="Trưởng phòng", flags={"lead": "hai người"})
    two.leaf(("5.2", "Công khai tài chính", "-nt-", "-nt-", "theo quy định", "Niêm yết"), "5.2", "Công khai tài chính", None, "Hà Thị Cẩm Tú", unclear("theo quy định"), "Niêm yết", supports=("Lại Văn Sâm",), lead_post="Trưởng phòng", flags={"lead": "hai người", "due": "không có ngày"})
    two.leaf(("5.3", "Giải ngân", "", "Lại Văn Sâm", "đến hết 31/01/2027", "Bảng đối chiếu"), "5.3", "Giải ngân", None, "Lại Văn Sâm", day("2027-01-31"), "Bảng đối chiếu")
    two.leaf(("", "Kiểm kê", "", "Lại Văn Sâm", "24 giờ ngày 31/12/2026", "Biên bản"), None, "Kiểm kê", None, "Lại Văn Sâm", day("2026-12-31", strict=True), "Biên bản", flags={"code": "thiếu mã"})
    two.line(Looks("Tổng số: 07 nhiệm vụ", bold=True))
    return Office("n14-phuong-an-nghia.docx", 2026, [one, two], docx)
