"""A full name alone in a cell is the lead as written, whatever else its words may mean in an office."""

import itertools

import pytest

from bot.sheets.people import parse

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Đoàn", "Trương", "Tạ", "Tô", "Cao", "Chu", "Mai", "Hà"]
MIDDLES = ("Văn", "Thị", "Minh", "Thị Thu", "Hữu", "Công", "Đình", "Ngọc")
GIVEN = ["An", "Anh", "Ánh", "Ấn", "Ba", "Bá", "Bài", "Bản", "Bảo", "Bắc", "Bích", "Bình", "Bốn", "Bộ", "Ca", "Cần", "Cẩm", "Chánh", "Châu", "Chi", "Chí", "Chinh", "Chính", "Chung", "Chương", "Công", "Cung", "Cúc", "Cường", "Danh", "Dân", "Diễm", "Diệp", "Dung", "Duy", "Duyên", "Dũng", "Dương", "Đài", "Đại", "Đàn", "Đạo", "Đạt", "Đầu", "Đăng", "Điền", "Điệp", "Định", "Đoàn", "Đông", "Đồng", "Đội", "Đức", "Gấm", "Giang", "Giám", "Giao", "Hà", "Hạ", "Hải", "Hạnh", "Hành", "Hảo", "Hằng", "Hân", "Hậu", "Hiên", "Hiền", "Hiệp", "Hiếu", "Hòa", "Hoài", "Hoàn", "Hoàng", "Hồng", "Hội", "Hợp", "Huấn", "Huệ", "Hùng", "Huy", "Huyền", "Hưng", "Hương", "Hướng", "Hữu", "Khang", "Khánh", "Khoa", "Khoát", "Khôi", "Kiên", "Kiểm", "Kiệt", "Kim", "Kỳ", "Lam", "Lan", "Lâm", "Lập", "Lệ", "Liên", "Liễu", "Linh", "Loan", "Long", "Lộc", "Lợi", "Luân", "Lục", "Lực", "Lương", "Lượng", "Lý", "Mai", "Mạnh", "Mẫn", "Mậu", "Minh", "Mơ", "Mùi", "Mười", "Mỹ", "Nam", "Năm", "Nga", "Ngà", "Ngân", "Nghĩa", "Nghị", "Ngọc", "Nguyên", "Nguyệt", "Nhàn", "Nhân", "Nhất", "Nhi", "Nhiên", "Nhung", "Như", "Ninh", "Nội", "Oanh", "Phát", "Phấn", "Phi", "Phó", "Phong", "Phòng", "Phú", "Phúc", "Phụng", "Phương", "Phường", "Phước", "Quang", "Quân", "Quế", "Quốc", "Quý", "Quyên", "Quyền", "Quỳnh", "Sang", "Sáng", "Sáu", "Sâm", "Sơn", "Sự", "Tài", "Tám", "Tâm", "Tân", "Tấn", "Tập", "Thái", "Thành", "Thanh", "Thảo", "Thạch", "Thắm", "Thắng", "Thi", "Thiện", "Thịnh", "Thoa", "Thọ", "Thông", "Thơ", "Thơm", "Thôn", "Thu", "Thuận", "Thuần", "Thúy", "Thủy", "Thư", "Thường", "Thương", "Tiên", "Tiến", "Tín", "Tính", "Tình", "Tổ", "Toàn", "Tôn", "Tổng", "Trà", "Trạm", "Trang", "Trí", "Trì", "Triều", "Trinh", "Trọng", "Trung", "Trúc", "Trường", "Trưởng", "Tú", "Tuấn", "Tùng", "Tuyên", "Tuyết", "Tư", "Tường", "Ủy", "Uyên", "Văn", "Vân", "Vi", "Viên", "Việt", "Vinh", "Vị", "Vụ", "Vũ", "Vui", "Vương", "Xã", "Xuân", "Xuyến", "Ý", "Yên", "Yến"]  # fmt: skip


@pytest.mark.parametrize("middle", MIDDLES)
def test_a_full_name_is_its_own_lead(middle):
    wrong = []
    for surname, given in itertools.product(SURNAMES[::3] if len(middle) > 4 else SURNAMES[1::3], GIVEN):
        name = f"{surname} {middle} {given}"
        found = parse(name)
        if (found.lead, found.supports, found.doubts) != (name, (), ()):
            wrong.append((name, found.lead, found.doubts))
    assert wrong == []


@pytest.mark.parametrize("shape", ["ông {}", "{} (chủ trì)", "Chủ trì: {}", "{} - chủ trì", "Đ/c {} phụ trách", "Trưởng phòng {}"])
def test_a_full_name_with_title_role_or_post_is_its_own_lead(shape):
    names = [f"{surname} {middle} {given}" for surname, middle, given in zip(itertools.cycle(SURNAMES[:12]), itertools.cycle(MIDDLES), GIVEN, strict=False)]
    wrong = [(name, found.lead) for name in names if (found := parse(shape.format(name))).lead != name or found.doubts]
    assert wrong == []
