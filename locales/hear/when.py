"""The table of time words: what is said, what sort of time it is, which day it names (rules: label table of dates)."""

from datetime import date

from . import calendar as on
from .when_gone import Builder, gone, weekday_of


def _named(today: date, n: list[int]) -> date | None:
    return on.weekday(today, weekday_of(n[0])) if 2 <= n[0] <= 8 else None


def _named_after(today: date, n: list[int]) -> date | None:
    return on.weekday(date.fromordinal(today.toordinal() + 1), weekday_of(n[0])) if 2 <= n[0] <= 8 else None


def _this_week(today: date, n: list[int]) -> date | None:
    return on.of_week(today, weekday_of(n[0])) if 2 <= n[0] <= 8 else None


def _next_week(today: date, n: list[int]) -> date | None:
    return on.of_week(today, weekday_of(n[0]), 1) if 2 <= n[0] <= 8 else None


def _mid_week(today: date, _n: list[int]) -> date:
    wednesday = on.of_week(today, 2)
    return wednesday if wednesday >= today else on.of_week(today, 2, 1)


def _mid_month(today: date, _n: list[int]) -> date | None:
    return on.day_of_month(today, 15)


def _first_of(today: date, n: list[int]) -> date | None:
    return on.month_day(today, 1, n[0]) if n else on.in_month(today, 1, 1)


def _year_end(today: date, n: list[int]) -> date | None:
    return on.exact(31, 12, n[0] if n else today.year)


def _month(today: date, n: list[int]) -> date | None:
    """Take a month named alone for the coming one, unless it ended within the last quarter ("báo cáo tháng 10" in November)."""
    return on.exact(1, n[0], today.year) if 0 < today.month - n[0] <= 3 else on.named_month_end(today, n[0])


def _since(today: date, n: list[int]) -> date | None:
    """Take "từ 20/10" for the nearer of the two years: what began, unless the day is close ahead."""
    day = on.month_day(today, n[0], n[1])
    return on.exact(n[0], n[1], day.year - 1) if day and (day - today).days > 180 else day


def _lately(today: date, n: list[int]) -> date | None:
    """Take "nộp ngày 3/11" for the day just gone, and else for the next: nobody promises a day of next year by its number alone."""
    day = on.exact(n[0], n[1], today.year)
    return day if day and 0 < (today - day).days <= 60 else on.month_day(today, n[0], n[1])


def _quarter(today: date, n: list[int]) -> date | None:
    if not 1 <= n[0] <= 4:
        return None
    return on.named_quarter_end(today, n[0], n[1] if len(n) > 1 and n[1] > 1999 else None)


LUNAR_TIMES = """
âm_lịch/âm ..1 ngày/mùng NUM
mùng/ngày/đến NUM tháng? giêng/chạp/tết/âm/âm_lịch/ta
mùng/ngày? NUM tết
NUM tháng? chạp/giêng
mùng/ngày FRACTION âm/âm_lịch
ngày? FRACTION âm_lịch/âm
tháng/ra/qua/sang/hết giêng/chạp/tết
tết !công
rằm tháng? NUM?
âm_lịch
ngày? NUM NUM? âm
giêng
chạp
tháng NUM âm/âm_lịch
"""

VAGUE_TIMES = """
mai_mốt
mai_kia
mốt_mai
nay_mai
mấy/vài/dăm/ít/đôi/vài_ba/dăm_ba/mươi ngày/hôm/bữa/tuần/tháng nữa? tới?
hôm/bữa/lần/dịp sau
hôm/bữa/khi/lúc/dịp khác/nào_rảnh/rảnh/nào_đó
sớm_muộn
một_thời_gian
"""

Entry = tuple[str, str, Builder]
DAYS: tuple[Entry, ...] = (
    ("l", "ngày? FULLDAY", lambda _today, n: on.exact(*n)),
    ("l", "ngày/mùng NUM tháng NUM năm? NUM", lambda today, n: on.exact(*n) if n[2] > 1999 else on.month_day(today, n[0], n[1])),
    ("f", "ngày? FRACTION năm sau/tới", lambda today, n: on.exact(n[0], n[1], today.year + 1)),
    ("f", "sang/qua năm ngày? FRACTION", lambda today, n: on.exact(n[0], n[1], today.year + 1)),
    ("l", "FRACTION năm NUM", lambda _today, n: on.exact(*n)),
    ("l", "ngày/mùng NUM tháng NUM\nNUM tháng NUM !nữa", lambda today, n: on.month_day(today, n[0], n[1])),
    ("f", "ngày/mùng NUM tháng/tháng_sau sau/tới", lambda today, n: on.in_month(today, n[0], 1)),
    ("l", "ngày? NUM tháng này", lambda today, n: on.in_month(today, n[0], 0)),
    ("<formerly> @p", "năm NUM", lambda today, n: today if 2000 < n[0] < today.year else None),
    ("<never>", "năm NUM", lambda today, n: today if n[0] > today.year + 50 else None),
    (">l", "xong/hoàn_thành/hoàn_tất/nộp/gửi/làm_xong rồi? từ/từ_hôm/hồi/hồi_hôm ngày? FRACTION", gone),
    (">l", "xong/hoàn_thành/hoàn_tất/nộp/gửi/làm_xong/ban_hành/ký/tổ_chức ngày FRACTION", _lately),
    (">l", "đã ..7 ngày FRACTION", _lately),
    ("l", "từ/hồi/hôm/từ_hôm/hồi_hôm/lúc ngày? FRACTION", _since),
    ("f", "NUM ngày làm_việc nữa? tới?", lambda today, n: on.add_workdays(today, n[0])),
    ("f", "thứ NUM tuần sau/tới/kế/sau_nữa\ntuần sau/tới ngày? thứ NUM", _next_week),
    ("l", "thứ NUM tuần này", _this_week),
    ("f", "thứ NUM tới", _named_after),
    ("f", "chủ_nhật tuần sau/tới", lambda today, _n: on.of_week(today, on.SUNDAY, 1)),
    ("l", "chủ_nhật tuần này", lambda today, _n: on.of_week(today, on.SUNDAY)),
    ("f", "chủ_nhật tới", lambda today, _n: _named_after(today, [8])),
    ("l", "chủ_nhật này?", lambda today, _n: on.weekday(today, on.SUNDAY)),
    ("l", "thứ NUM này?", _named),
    ("f", "NUM tuần nữa? tới?", lambda today, n: on.add_days(today, 7 * n[0])),
    ("f", "một? tuần nữa", lambda today, _n: on.add_days(today, 7)),
    ("f", "nửa tháng nữa?", lambda today, _n: on.add_days(today, 15)),
    ("><period>", "trước_hạn NUM ngày/hôm/tuần", lambda today, _n: today),
    ("<period>", "sớm/sớm_hơn/vượt/quá NUM ngày/hôm/tuần", lambda today, _n: today),
    ("<period>", "sớm hơn ..2 NUM ngày/hôm/tuần", lambda today, _n: today),
    (
        "<period>",
        "sớm/vượt tới/hẳn/những/đến/được/gần/khoảng/cả NUM ngày/hôm/tuần/tháng",
        lambda today, _n: today,
    ),
    ("><period>", "mới/đã/đang/làm/việc ..3 được NUM ngày/hôm/tuần/tháng !nữa", lambda today, _n: today),
    ("f", "NUM ngày/hôm/bữa nữa? tới?", lambda today, n: on.add_days(today, n[0])),
    ("f", "NUM NUM ngày/hôm/bữa nữa? tới?", lambda today, n: on.add_days(today, n[1])),
    ("f", "RANGE ngày/hôm/bữa nữa? tới?", lambda today, n: on.add_days(today, n[1])),
    ("f", "RANGE tuần nữa? tới?", lambda today, n: on.add_days(today, 7 * n[1])),
    ("f", "thêm/xin ngày/hôm nữa\nthêm một ngày/hôm nữa?\nmột ngày/hôm nữa", lambda today, _n: on.add_days(today, 1)),
    ("f", "NUM tháng nữa", lambda today, n: on.add_months(today, n[0])),
    (
        ">f",
        "thêm/hạn/lùi/chậm/muộn/trễ/hoãn/dời/cho_em/sau/trong/khất/xin/khoảng/tầm/chừng lại? NUM tháng !NUM\nhạn/lùi/hoãn/dời cho/giúp/hộ {me} NUM tháng !NUM",
        lambda today, n: on.add_months(today, n[0]),
    ),
    ("f", "một tháng nữa?\ntháng nữa", lambda today, _n: on.add_months(today, 1)),
    (
        "f",
        "NUM phút/giờ/tiếng nữa\nCLOCK nữa\nsau CLOCK\nsau NUM phút/giờ/tiếng\nNUM phút\nnửa tiếng/giờ/buổi nữa?\nmột tiếng nữa?",
        lambda today, _n: today,
    ),
    ("f", "đầu tuần sau/tới/nữa?\nđầu tuần !này", lambda today, _n: on.of_week(today, 0, 1)),
    ("l", "đầu tuần này", lambda today, _n: on.of_week(today, 0)),
    ("f", "giữa tuần sau/tới", lambda today, _n: on.of_week(today, 2, 1)),
    ("f", "giữa tuần này?", _mid_week),
    (
        "f",
        "cuối/hết/trong? tuần sau/tới nữa?\nsang/qua đầu? tuần\ntuần sau/tới/kế",
        lambda today, _n: on.of_week(today, on.FRIDAY, 1),
    ),
    ("f", "cuối/hết/trong/nội tuần này?\ncuối_tuần", lambda today, _n: on.end_of_week(today)),
    ("l", "tuần này", lambda today, _n: on.end_of_week(today)),
    ("f", "đầu tháng FRACTION", lambda _today, n: on.exact(1, *n)),
    ("f", "cuối/hết/trong/nội/sang/qua/đến? tháng FRACTION", lambda _today, n: on.last_of(*n)),
    (
        "f",
        "cuối/hết/trong? tháng NUM năm sau/tới",
        lambda today, n: on.month_end(today, 12 - today.month + n[0]) if 1 <= n[0] <= 12 else None,
    ),
    ("f", "đầu tháng sau/tới\nđầu tháng NUM\nđầu tháng !này", _first_of),
    ("f", "giữa tháng sau/tới", lambda today, _n: on.in_month(today, 15, 1)),
    ("f", "giữa tháng NUM", lambda today, n: on.month_day(today, 15, n[0])),
    ("f", "giữa tháng này?", _mid_month),
    (
        "f",
        "cuối/hết/trong? tháng sau/tới\nsang/qua tháng sau/tới\nsang/qua tháng !NUM\ntháng sau/tới",
        lambda today, _n: on.month_end(today, 1),
    ),
    ("f", "cuối/hết/trong/nội/sang/qua/đến tháng NUM", _month),
    ("f", "cuối/hết/trong/nội tháng này/nay?", lambda today, _n: on.month_end(today)),
    ("l", "tháng này/nay", lambda today, _n: on.month_end(today)),
    (
        "<period>",
        "báo_cáo/số_liệu/kế_hoạch/kỳ/của/liệu/kết_quả/hành_chính/công_tác/tổng_kết/sơ_kết/tình_hình tháng NUM",
        lambda today, _n: today,
    ),
    ("l", "từ hồi? tháng NUM", lambda today, n: on.exact(1, n[0], today.year)),
    ("<never>", "tháng NUM", lambda today, n: today if n[0] > 12 else None),
    ("l", "tháng NUM", _month),
    ("l", "từ hồi? quý NUM/ROMAN", lambda today, n: on.named_quarter_end(today, n[0], today.year) if 1 <= n[0] <= 4 else None),
    ("f", "cuối/hết/trong/sang? quý sau/tới", lambda today, _n: on.quarter_end(today, 1)),
    ("f", "cuối/hết/trong/sang? quý NUM/ROMAN năm sau/tới", lambda today, n: on.named_quarter_end(today, n[0], today.year + 1)),
    ("f", "cuối/hết/trong/sang quý NUM/ROMAN năm? NUM?", _quarter),
    (
        "<period>",
        "báo_cáo/số_liệu/kế_hoạch/kỳ/của/liệu/kết_quả/hành_chính/công_tác/tổng_kết/sơ_kết/tình_hình quý NUM/ROMAN",
        lambda today, _n: today,
    ),
    ("f", "quý NUM/ROMAN năm? NUM?\ncuối/hết/trong/sang? quý FRACTION", _quarter),
    ("f", "cuối/hết/trong/nội quý này?\nquý này", lambda today, _n: on.quarter_end(today)),
    ("f", "đầu năm sau/tới", lambda today, _n: on.exact(1, 1, today.year + 1)),
    ("f", "cuối/hết năm sau/tới\nsang năm\nnăm sau/tới", lambda today, _n: on.exact(31, 12, today.year + 1)),
    ("f", "cuối/hết/trong/nội năm nay/này\ncuối/hết năm", _year_end),
    ("f", "sáng/trưa/chiều/tối/đêm/khuya ngày? mai\nngày/hôm/bữa mai\nmai", lambda today, _n: on.add_days(today, 1)),
    ("f", "hoặc/hay kia", lambda today, _n: on.add_days(today, 2)),
    ("f", "sáng/chiều/tối/trưa? ngày kia/mốt\nbữa/hôm/ngày mốt\nmốt\nngày kia", lambda today, _n: on.add_days(today, 2)),
    (
        "f",
        "chiều/tối/đêm/cuối_giờ_chiều nay/này\nngay? trong hôm_nay/ngày/ngày_hôm_nay/buổi_sáng/buổi_chiều !NUM/FRACTION/DECIMAL/RANGE/FULLDAY\nlát/tí/chút/xíu/lúc nữa/sau\nlát\n^ tí/xíu/chút tí/xíu? !nữa\ncuối_giờ/cuối_ngày/cuối_buổi\ncuối giờ/ngày/buổi",
        lambda today, _n: today,
    ),
    ("f", "CLOCK =em/tôi/mình\ntí/xíu/chút =em/tôi/mình/báo/nhắn/gọi/trả_lời/xem/coi", lambda today, _n: today),
    ("f", "^ CLOCK !sáng/trưa/chiều/tối/mai/ngày/thứ/hôm", lambda today, _n: today),
    ("f", "lúc/vào/tầm/trước CLOCK !sáng/trưa/chiều/tối/mai/ngày/thứ", lambda today, _n: today),
    ("f", "CLOCK? chiều/tối/đêm/trưa !đa/nay/thiểu/mai", lambda today, _n: today),
    ("l", "sáng/trưa/hôm/bữa/ngày_hôm/ngay_hôm nay\nCLOCK sáng", lambda today, _n: today),
    ("<period>", "hiện/đến/lâu/xưa/năm/tháng/tuần/từ_trước_đến/giờ_đến/từ_đó_đến/thời_gian nay", lambda today, _n: today),
    ("l", "^ nay\nnay =em/tôi/mình/là/bận/không/nộp/gửi/xong", lambda today, _n: today),
    ("l", "ngày/mùng/hạn RANGE", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "ngày/mùng DECIMAL", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "ngày/mùng/hôm FRACTION", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "ngày/mùng NUM hoặc/hay/và/với NUM", lambda today, n: on.day_of_month(today, n[1])),
    ("l", "NUM này =em/tôi/mình/nộp/gửi/xong/ký/là", lambda today, n: on.day_of_month(today, n[0]) if 10 < n[0] <= 31 else None),
    ("l", "ngày? NUM tây", lambda today, n: on.day_of_month(today, n[0]) if n[0] <= 31 else None),
    ("l", "ngày/mùng NUM này?", lambda today, n: on.day_of_month(today, n[0]) if n[0] <= 31 else None),
    ("l", "{by} RANGE", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "{by} DECIMAL", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "{by} FRACTION !{unit}", lambda today, n: on.month_day(today, n[0], n[1])),
    (
        "l",
        "đến/tới/sang/hết/trước/qua/đến_hết NUM !{unit}/nữa/ngày/giờ/phần/tuần/tháng/phút/tiếng",
        lambda today, n: on.day_of_month(today, n[0]) if n[0] <= 31 else None,
    ),
    ("<share>", "^ FRACTION $", lambda today, n: today if n[0] <= n[1] else None),
    ("l", "FRACTION", lambda today, n: on.month_day(today, n[0], n[1])),
    ("l", "DECIMAL", lambda today, n: on.month_day(today, n[0], n[1]) if n[0] > 12 and 10 <= n[1] <= 12 else None),  # 20.11
    ("l", "RANGE", lambda today, n: on.month_day(today, n[0], n[1]) if n[0] > n[1] else None),  # 20-11
)
