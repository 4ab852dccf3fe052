"""What leaders order in one sentence, as tables: more time, another person in charge, a target, a message; and what is none of these."""

from decimal import Decimal

import pytest

from locales.hear import fold, orders
from locales.hear.orders import MoreTime


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("cho đồng chí Khôi thêm 3 ngày", MoreTime("khoi", None, 3, None)),
        ("Cho Khôi lùi đến 20/12.", MoreTime("khoi", None, None, "20/12")),
        ("gia hạn cho đ/c Tín 6.2 đến 20/11", MoreTime("tin", "6.2", None, "20/11")),
        ("gia han them cho dong chi Lien 5 ngay", MoreTime("lien", None, 5, None)),
        ("đồng ý cho đồng chí Tín lùi 2.2 đến 20/11", MoreTime("tin", "2.2", None, "20/11")),
        ("cho đ/c Liên thêm 2 ngày việc 2.2", MoreTime("lien", "2.2", 2, None)),
        ("cho 2.2 thêm 5 ngày làm việc", MoreTime("2.2", None, 5, None)),
        ("cho đồng chí Khôi thêm thời gian", None),
        ("cho thêm 3 ngày", None),
        ("2.2 xin thêm 3 ngày", None),
    ],
)
def test_more_time(text: str, asked: MoreTime | None):
    assert orders.more_time(fold(text)) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("giao 6.2 cho đồng chí Khôi", ("6.2", "khoi")),
        ("chuyển tiêu chí 6.2 sang cho đ/c Khôi làm", ("6.2", "khoi")),
        ("phân công lại việc 2.1.3 cho chị Liên phụ trách", ("2.1.3", "lien")),
        ("giao 6.2", None),
        ("6.2 đã giao cho đồng chí Khôi", None),
    ],
)
def test_another_person_in_charge(text: str, asked: tuple[str, str] | None):
    assert orders.given(fold(text)) == asked


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("mục tiêu 85", Decimal(85)),
        ("mục tiêu 85 điểm nhé", Decimal(85)),
        ("nâng mục tiêu lên 85,5 điểm", Decimal("85.5")),
        ("đặt mục tiêu năm nay là 90", Decimal(90)),
        ("mục tiêu bao nhiêu", None),
        ("6.1 mục tiêu 85%", None),
    ],
)
def test_the_target(text: str, points: Decimal | None):
    assert orders.target(fold(text)) == points


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nhắn chung: chiều nay 14h họp", ("", "chiều nay 14h họp")),
        ("Nhắn chung phòng Kinh tế: nộp báo cáo", ("phong kinh te", "nộp báo cáo")),
        ("thông báo cho tất cả mọi người: Mai nghỉ", ("", "Mai nghỉ")),
        ("nhắn chung", None),
        ("báo cáo: đã gửi tất cả", None),
    ],
)
def test_a_message_to_all(text: str, told: tuple[str, str] | None):
    assert orders.announced(text) == told
