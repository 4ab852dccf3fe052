"""The table of times gone by: what is said, and which day it names where it names one."""

import re
from collections.abc import Callable
from datetime import date

from . import calendar as on

Builder = Callable[[date, list[int]], date | None]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def numbers(match: re.Match[str]) -> list[int]:
    """List the numbers that a match captured; Roman numerals count."""
    parts = (part for group in match.groups() if group for part in group.split("."))
    return [_ROMAN.get(part) or int(part[:6]) for part in parts if part]


def weekday_of(label: int) -> int:
    """Thứ 2 is Monday (0); 8 stands for chủ nhật."""
    return label - 2


def gone(today: date, n: list[int]) -> date | None:
    """Take the day of what is finished "từ 20/1" for the last one that has come."""
    day = on.exact(n[0], n[1], today.year)
    return on.exact(n[0], n[1], today.year - 1) if day and day > today else day


PastEntry = tuple[str, Builder]


def _ago(days: int) -> Builder:
    return lambda today, _n: on.add_days(today, -days)


def _last_named(today: date, n: list[int]) -> date | None:
    """The last such weekday that has come: "hôm thứ hai"; without a number it is chủ nhật."""
    return on.last_weekday(today, weekday_of(n[0] if n else 8)) if not n or 2 <= n[0] <= 8 else None


def _last_weeks(today: date, n: list[int]) -> date | None:
    return on.of_week(today, weekday_of(n[0] if n else 8), -1) if not n or 2 <= n[0] <= 8 else None


PAST_DAYS: tuple[PastEntry, ...] = (
    ("hôm/bữa/ngày/chiều/hồi_chiều/sáng/hồi_sáng/tối/hồi_tối qua\nsáng/chiều/tối/đêm/trưa qua/hôm_qua", _ago(1)),
    ("hôm/bữa kia !rồi", _ago(2)),
    ("cách_đây NUM ngày/hôm\nNUM ngày/hôm trước", lambda today, n: on.add_days(today, -n[0]) if n[0] < 100 else None),
    ("thứ NUM tuần trước/rồi/qua/vừa_rồi/vừa_qua\nchủ_nhật tuần trước/rồi/qua/vừa_rồi/vừa_qua", _last_weeks),
    ("thứ NUM trước/vừa_rồi/vừa_qua\nchủ_nhật trước/vừa_rồi/vừa_qua", _last_named),
    ("từ/hôm/hồi/bữa hôm? sáng/chiều/tối? thứ NUM !tới/tuần/sau/tháng/này/tuần_sau/tuần_tới", _last_named),
    ("từ/hôm/hồi/bữa hôm? sáng/chiều/tối? chủ_nhật !tới/tuần/sau/này/tuần_sau/tuần_tới", _last_named),
)
"""Days gone by that are named."""

DONE_ON: tuple[PastEntry, ...] = (
    (
        "hôm/ngày/hồi/bữa FULLDAY\nFULLDAY rồi\n{finish}/nộp/gửi rồi? từ FULLDAY",
        lambda today, n: day if (day := on.exact(*n)) and day <= today else None,
    ),
    (
        "hôm/ngày/hồi/bữa FRACTION/DECIMAL/RANGE\nFRACTION/DECIMAL/RANGE rồi\n{finish}/nộp/gửi rồi? từ FRACTION/DECIMAL/RANGE",
        gone,
    ),
)
"""Days without a year that are gone by where they stand beside what is done; elsewhere the next such day is meant."""

NAMED_PAST: tuple[PastEntry, ...] = (
    ("FULLDAY", lambda today, n: day if (day := on.exact(*n)) and day <= today else None),
    ("FRACTION/DECIMAL/RANGE", gone),
    ("hôm/bữa/sáng/trưa/chiều nay\nvừa/mới xong", _ago(0)),
    ("thứ NUM !tới/sau\nchủ_nhật !tới/sau", _last_named),
    ("ngày/mùng NUM", lambda today, n: gone(today, [n[0], today.month]) if n[0] <= today.day else on.in_month(today, n[0], -1)),
)
"""The days that these words name where a day gone by is asked for."""

PAST_TODAY = """
hồi/ban/lúc/vừa/khi nãy/sáng/chiều/trưa/hôm
nãy
từ CLOCK sáng/trưa/chiều/tối/đêm/hôm_qua
từ sáng/trưa/chiều/tối/đêm/khuya !mai/thứ/mốt
cách_đây ..3 phút/giờ/tiếng/buổi
cách_đây CLOCK
NUM phút/giờ/tiếng trước
CLOCK trước
mới_đây
"""
"""Earlier today, or just now."""

PAST_TIMES = """
hôm bữa/hổm
bữa trước/hổm/nọ
hôm/bữa/ngày kia_rồi/trước/nọ/kìa
tuần/tháng/quý/năm/đợt trước/vừa_rồi/qua/vừa_qua/ngoái
tuần/tháng rồi !em/tôi/mình/làm/tính/nộp/hẵng/mới/gửi/xử_lý
đầu/giữa/cuối tuần/tháng/năm trước/vừa_rồi/qua/ngoái
hồi/ban/lúc/vừa/khi đầu_tháng/đầu_tuần/đầu_năm
từ hồi/thuở/thời nào/nảo/xưa/xửa ..4 rồi
từ đời nào/tám_hoánh/cố_hỉ/thuở_nào/ông_bà/ông/tống/nhà_tống
đời tám_hoánh
từ? đời nảo đời? nào?
từ/hồi lâu/lâu_rồi/lâu_lắm/thuở_nào/sớm/xưa/hồi_nào/khuya/kiếp_nào/bao_giờ_rồi/tám_kiếp/đời/trước
lâu rồi/lắm_rồi/lắc/lơ
cách_đây ..3 ngày/hôm/tuần/tháng/năm
mấy/vài/NUM ngày/hôm/bữa/tuần/tháng trước
mấy/vài/NUM ngày/hôm/bữa/tuần/tháng rồi !em/tôi/mình/làm/tính/nộp/hẵng/mới/gửi/xử_lý
từ? hôm mùng/ngày NUM
hồi ngày? tháng/NUM/FRACTION NUM?
từ ngày? FULLDAY
từ ngày/mùng NUM
từ/hồi/ngày đầu/giữa/cuối tuần/tháng/năm
"""
"""Times gone by of which no day can be told."""

DONE_TIMES = """
từ tháng/quý NUM/ROMAN
xong/nộp/gửi/ban_hành/hoàn_thành ..2 trong/hồi tháng/quý NUM/ROMAN
"""
"""The same of what is said to be done; elsewhere they tell when something began."""
