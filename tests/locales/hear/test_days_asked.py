"""The days and hours that are typed where one is asked for."""

from datetime import date, datetime

import pytest

from locales.formats import VIETNAM
from locales.hear import coming_day, later_today, past_day

THURSDAY = date(2026, 11, 26)
MORNING = datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12/11", (2026, 11, 12)),
        ("12.11.26", (2026, 11, 12)),
        ("12-11", (2026, 11, 12)),
        ("5/12", (2025, 12, 5)),
        ("hom qua", (2026, 11, 25)),
        ("hôm nay", (2026, 11, 26)),
        ("thứ 6", (2026, 11, 20)),
        ("thứ 2 tuần trước", (2026, 11, 16)),
        ("ngày 28", (2026, 10, 28)),
        ("ký ngày 12/11/2026", (2026, 11, 12)),
        ("30/2", None),
        ("27/11/2026", None),
        ("chưa có", None),
    ],
)
def test_a_day_gone_by_that_is_asked_for(words, day):
    assert past_day(words, THURSDAY) == (day and date(*day))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15/12, chờ số liệu", (2026, 12, 15)),
        ("5/12", (2026, 12, 5)),
        ("15.12", (2026, 12, 15)),
        ("5-12", (2026, 12, 5)),
        ("15/12/26", (2026, 12, 15)),
        ("20/1", (2027, 1, 20)),
        ("thu 6", (2026, 11, 27)),
        ("thêm 3 ngày", (2026, 11, 29)),
        ("không kịp 15/12, xin lùi 20/12", (2026, 12, 20)),
        ("15/12 vì tỉnh hẹn 20/12 mới gửi", (2026, 12, 15)),
        ("hôm nay", None),
        ("12/11/2026", None),
        ("ok", None),
    ],
)
def test_a_day_to_come_that_is_asked_for(words, day):
    assert coming_day(words, THURSDAY) == (day and date(*day))


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("nhắc lại sau 2h", (11, 0)),
        ("nhac lai 30 phut nua", (9, 30)),
        ("30p nữa", (9, 30)),
        ("hai tiếng nữa", (11, 0)),
        ("nửa tiếng nữa", (9, 30)),
        ("lúc 16h30", (16, 30)),
        ("luc 14 gio", (14, 0)),
        ("vào 10:15", (10, 15)),
        ("sau 14h", (14, 0)),
        ("4h chiều", (16, 0)),
        ("chiều nay lúc 3 giờ", (15, 0)),
        ("lúc 8h", None),
        ("lúc 25h", None),
        ("lát nữa", None),
    ],
)
def test_the_hour_of_today_at_which_to_ask_again(words, at):
    assert later_today(words, MORNING) == (at and MORNING.replace(hour=at[0], minute=at[1]))
