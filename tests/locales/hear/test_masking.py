"""What is handed on to those who improve the reading names nobody and holds no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.hear import masked

NAMES = ("Võ Thị Kim Ngân", "Hoàng Văn Tùng")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("chị Ngân nộp rồi", "chị [tên] nộp rồi"),
        ("chi ngan nop roi", "chi [tên] nop roi"),
        ("vo thi kim ngan lam xong roi", "[tên] lam xong roi"),
        ("đ/c Hoàng Văn Tùng ký rồi", "đ/c [tên] ký rồi"),
        ("anh Bình địa chính giữ hồ sơ", "anh [tên] địa chính giữ hồ sơ"),
        ("trình anh Chủ tịch ký", "trình anh Chủ tịch ký"),
        ("15/QĐ-UBND ngày 3/11, đạt 98,5%", "00/QĐ-UBND ngày 0/00, đạt 00,0%"),
        ("ảnh ở https://abc.vn/x?so=1 nhé", "ảnh ở [liên kết] nhé"),
        ("gửi vào a.b@abc.gov.vn rồi", "gửi vào [liên kết] rồi"),
        ("em chưa làm xong", "em chưa làm xong"),
    ],
)
def test_names_numbers_and_addresses_are_masked_and_nothing_else(typed: str, shown: str):
    assert masked(typed, NAMES) == shown


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.text(max_size=60), st.sampled_from(NAMES), st.text(max_size=60))
def test_no_digit_but_zero_and_no_full_name_is_left(before: str, name: str, after: str):
    left = masked(f"{before} {name} {after}", NAMES)
    assert name not in left
    assert not any(sign.isdigit() and sign != "0" for sign in left if sign.isdecimal())
