"""Kinds of work that the words of a row suggest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.sheets.kinds import PROPOSALS, proposed


@pytest.mark.parametrize(
    ("criterion", "title", "due", "kind"),
    [
        ("Báo cáo CCHC định kỳ", "Báo cáo CCHC Quý I đủ nội dung", "20/3/2026", None),
        ("Báo cáo CCHC định kỳ", "Báo cáo CCHC 6 tháng đầu năm", "20/6/2026", None),
        ("Báo cáo CCHC định kỳ", "Báo cáo CCHC năm 2026", "20/12/2026", None),
        ("Báo cáo CCHC định kỳ", "Gửi báo cáo đúng hạn", "20/12/2026", "recurring"),
        ("Kiểm soát thủ tục hành chính", "Báo cáo kiểm soát TTHC các quý đầy đủ", "15/12/2026", "recurring"),
        ("Công khai", "Công khai dự toán hằng quý", "tháng 11/2026", "recurring"),
        ("Công khai", "Đăng tin, bài mới hằng tuần", "", "recurring"),
        ("Giải quyết hồ sơ", "Tỷ lệ hồ sơ đúng hạn từ 98%", "14/12/2026", "figure"),
        ("Mức độ hài lòng", "Chỉ số hài lòng của người dân", "", "survey"),
        ("Báo cáo", "Gửi báo cáo", "ngày 12 tháng cuối quý", "recurring"),
        ("Báo cáo", "Gửi báo cáo", "ngày 12 tháng cuối quý IV", None),
        ("Điểm thưởng", "Có sáng kiến được công nhận", "", "bonus"),
        ("Công vụ", "Chấm điểm công chức", "", None),
        ("Công vụ", "Báo cáo Thường vụ Đảng ủy", "", None),
        ("Chính sách", "Chi trả cho thương binh, người có công", "", None),
        ("Thể chế", "Ban hành Kế hoạch", "31/01/2026", None),
    ],
)
def test_the_words_propose_a_kind_and_one_period_is_an_instance_already(criterion, title, due, kind):
    assert proposed(criterion, title, due) == kind


@pytest.mark.parametrize(("hints", "pattern"), [(hints, pattern) for _, hints, pattern in PROPOSALS])
def test_what_a_pattern_matches_always_holds_one_of_its_hints(hints, pattern):
    @settings(max_examples=60, deadline=None)
    @given(some.from_regex(pattern.replace(r"\d", "[0-9]")))
    def holds(text):
        assert any(hint in text for hint in hints)

    holds()
