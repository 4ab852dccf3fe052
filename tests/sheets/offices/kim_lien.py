"""A ward with levels by bold and indent, fields in a column of their own merged down, wrong sums, and look-alike letters."""

from datetime import date

from tests.sheets.offices.paper import ALWAYS, Office, Page, again, day, unclear, xlsx


def office() -> Office:
    """Build the file and its truth."""
    page = Page("2026")
    page.titles("PHƯỜNG KIM LIÊN ĐÔNG", "Theo dõi, đôn đốc thực hiện nhiệm vụ cải cách hành chính")
    page.line("STT", "Tiêu chí", "Tiêu chí thành phần", "Điểm", "Phân công", "Đơn vị phối hợp", "Thời điểm hoàn thành", "Hồ sơ minh chứng", "Loại việc")
    page.field = None
    page.leaf((1, "Chỉ đạo điều hành", "Kế hoạch cải cách hành chính", 1, "Ðỗ Quang Ðạt", "Văn phòng", date(2026, 1, 20), "Kế hoạch", "Sản phẩm"),
              None, None, 1, "Đỗ Quang Đạt", day("2026-01-20"), "Kế hoạch", criterion="Chỉ đạo điều hành", subcriterion="Kế hoạch cải cách hành chính", supports=("Văn phòng",))
    page.leaf((2, None, "Họp giao ban", 1, "Đỗ Quang Đạt", None, "Thứ Hai hằng tuần", "Biên bản", "Định kỳ"),
              None, None, 1, "Đỗ Quang Đạt", again("weekly mon"), "Biên bản", criterion="Chỉ đạo điều hành", subcriterion="Họp giao ban")
    page.leaf((3, None, "Kiểm tra công vụ", 2, "Nguyễn Thị Thu\u200bHằng", None, "15/3; 15/6; 15/9; 15/12/2026", "Kết luận", "Sản phẩm"),
              None, None, 2, "Nguyễn Thị Thu Hằng", again("dates 2026-03-15 2026-06-15 2026-09-15 2026-12-15"), "Kết luận", criterion="Chỉ đạo điều hành",
              subcriterion="Kiểm tra công vụ", flags={"due": "nhiều mốc"})
    page.leaf((4, "Cải cách thể chế", "Tỷ lệ văn bản đúng thẩm quyền", "1 đ", "Nguyễn Thị Thu Hằng", "Tư pháp - Hộ tịch", "Năm 2026", "Danh mục", "Số liệu"),
              None, None, 1, "Nguyễn Thị Thu Hằng", day("2026-12-31"), "Danh mục", criterion="Cải cách thể chế", subcriterion="Tỷ lệ văn bản đúng thẩm quyền",
              supports=("Tư pháp - Hộ tịch",))
    page.leaf((5, None, "Rà soát văn bản", 1, "Nguyễn Thị Thu Hằng (theo dõi: Đỗ Quang Đạt)", None, "31/12/2025", "Báo cáo", "Sản phẩm"),
              None, None, 1, "Nguyễn Thị Thu Hằng", day("2025-12-31"), "Báo cáo", criterion="Cải cách thể chế", subcriterion="Rà soát văn bản")
    page.leaf((6, "Cải cách công vụ", "Văn hoá công sở", 1, "Chuуên viên Văn phòng", None, "duy trì thường xuyên", None, "Duy trì"),
              None, None, 1, None, ALWAYS, criterion="Cải cách công vụ", subcriterion="Văn hoá công sở", lead_post="Chuyên viên Văn phòng", flags={"lead": "chức danh"})
    page.leaf((7, None, "Điều tra xã hội học", 5, "Sở Nội vụ", None, "theo kế hoạch của tỉnh", None, "Khảo sát"),
              None, None, 5, None, unclear("theo kế hoạch của tỉnh"), criterion="Cải cách công vụ", subcriterion="Điều tra xã hội học", flags={"lead": "đơn vị", "due": "không rõ"})
    page.leaf((8, None, "Sử dụng biên chế", 1, "Vũ Thị Khuyên", None, "28/02/2027", None, "Sản phẩm"),
              None, None, 1, "Vũ Thị Khuyên", day("2027-02-28"), criterion="Cải cách công vụ", subcriterion="Sử dụng biên chế")
    page.merged = ["B4:B6", "B7:B8", "B9:B11"]
    page.line("Cộng", None, None, 13)
    page.line("Nơi nhận:", None, None, None, "TM. UBND PHƯỜNG")
    page.line("- Lưu: VP", None, None, None, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    return Office("o14-phuong-kim-lien-dong.xlsx", 2026, [page], xlsx)
