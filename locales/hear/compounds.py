"""Words of two syllables that stay themselves when their marks are lost, in part or wholly: "cam ket" is cam kết, never cảm kẹt."""

from collections.abc import Mapping

from .fold import bare, degrades, shape

_WORDS = """
báo cáo, công nghệ, cộng đồng, tổ chức, cơ quan, phòng ban, văn thư, kiểm tra, số hoá, cam kết, khởi động, bàn giao, nhập liệu, trạng thái, tối đa, tự chấm, phụ trách, sự cố
thay đổi, kinh phí, cán bộ, công chức, đơn vị, đoàn thể, mặt trận, công an, địa chính, kế toán, tư pháp, văn hoá, kinh tế, hạ tầng, đô thị
biên bản, tờ trình, kế hoạch, quyết định, thông báo, công văn, giấy mời, dự thảo, hoàn thành, hoàn tất, hoàn thiện, thực hiện, triển khai
bắt đầu, chuẩn bị, tiến hành, xử lý, giải quyết, tổng hợp, rà soát, khảo sát, thống kê, thu thập, cập nhật, bổ sung, chỉnh sửa, xây dựng
tham mưu, niêm yết, công khai, công bố, ban hành, phát hành, phê duyệt, thẩm định, đóng dấu, hướng dẫn, phần mềm, hệ thống, máy tính, tài khoản
mật khẩu, đường truyền, máy chủ, số liệu, dữ liệu, kết quả, nhân lực, nhân sự, biên chế, ngân sách, dự toán, khó khăn, vướng mắc, trục trặc
gia hạn, thời hạn, thời gian, tuần sau, tuần tới, tháng sau, tháng tới, hôm qua, hôm nay, hôm kia, ngày mai, ngày kia, ngày mốt, cuối tháng
cuối tuần, đầu tháng, đầu tuần, giữa tháng, giữa tuần, cuối năm, nửa tháng, phần trăm, một nửa, phân nửa, quá nửa, hơn nửa, một ít, một phần
lãnh đạo, chủ tịch, văn phòng, trưởng phòng, đồng chí, tiêu chí, minh chứng, tài liệu, bằng chứng, chứng từ, phụ lục, hình ảnh, đính kèm, hình như, có lẽ, có vẻ, nghe nói
đáng lẽ, lẽ ra, mang máng, không biết, không nhớ, không rõ, không chắc, cơ bản, tương đối, đại khái, coi như, xem như, gần như, hầu như, bao giờ, khi nào, lúc nào, thế nào
ở đâu, bao nhiêu, bao lâu, nhắc lại, từ từ, cảm ơn, tiếp thu, ghi nhận, nhất trí, đồng ý, đánh giá, nghỉ phép, thai sản, công tác, phân công
thay thế, theo dõi, đảm nhiệm, chúng tôi, chúng em, khối lượng, yêu cầu, nội dung, nhiệm vụ, toàn bộ, đầy đủ, chờ ký, chờ duyệt, mảng này
mai tính, sau tính, gần xong, sắp xong, đã làm, đang làm, chưa làm, chưa xong, đã xong, đã nộp, đã gửi, chưa nộp, chưa gửi, chưa có, dự kiến, còn lâu, còn thiếu
đánh dấu, quý sau, cái này, việc này, phối hợp, hợp tác, xin chậm, nộp chậm, nộp muộn, kiện toàn, bố trí, tháo gỡ, thủ tục, hồ sơ, công dân
đảm bảo, đánh máy, phấn đấu, tổng cộng, tổng kết, bản đồ, tài nguyên, đối chiếu, đối thoại, vận động, lu bu, tư vấn, tự động, điều động, biệt phái, bù đầu, bảo vệ, bảo hiểm, bí thư, đám giỗ, đám cưới, động tĩnh, dở chừng, nửa chừng, trân trọng, cả năm, kỷ niệm, vui vẻ, chính thức, tiến độ, hội nghị, đăng tải
đăng lên, hai chục, ba chục, bốn chục, năm chục, sáu chục, bảy chục, tám chục, chín chục, có thể, mai mốt, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật, chữ ký, con dấu, xin phép, bấm nhầm, ghi nhầm, gửi nhầm, khoảng chừng, tuyệt đối, tối thiểu, chuyển giao, cung cấp, phản hồi, trả lời
"""


def _table() -> Mapping[tuple[str, str], tuple[str, str]]:
    pairs = (tuple(map(shape, word.split())) for word in _WORDS.replace("\n", ",").split(",") if word.strip())
    return {(bare(first), bare(second)): (first, second) for first, second in pairs}


_COMPOUNDS = _table()


def compounded(words: list[str]) -> list[str]:
    """Give the words of known compounds their marks, where what was typed is nothing else than the compound with fewer of them.

    Args: words: shapes, bare ones with a `~` or without. Returns: the words, changed in place.
    """
    place = 0
    while place < len(words) - 1:
        typed = words[place].rstrip("~"), words[place + 1].rstrip("~")
        meant = _COMPOUNDS.get((bare(typed[0]), bare(typed[1])))
        if meant and words[place : place + 2] != [*meant] and degrades(typed[0], meant[0]) and degrades(typed[1], meant[1]):
            words[place : place + 2] = meant
            place += 1
        place += 1
    return words
