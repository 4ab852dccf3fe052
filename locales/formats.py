"""How Vietnamese offices write dates, hours, points and counts."""

from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.numbers import format_decimal


def _vietnam() -> tzinfo:
    """UTC+7 without summer time since 1975; a machine without the time zone database still has words, to say what it lacks."""
    try:
        return ZoneInfo("Asia/Ho_Chi_Minh")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=7))


VIETNAM = _vietnam()
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day(value: date) -> str:
    """`15/11/2026`."""
    return f"{value:%d/%m/%Y}"


def day_or(value: date | None, none: str) -> str:
    """The same of a day that may not be known."""
    return day(value) if value else none


def short_day(value: date) -> str:
    """`15/11`."""
    return f"{value:%d/%m}"


def weekday(value: date) -> str:
    """`thứ Sáu 13/11`."""
    return f"{WEEKDAYS[value.weekday()]} {value:%d/%m}"


def moment(value: datetime, zone: tzinfo) -> str:
    """`15 giờ 00 ngày 20/11/2026`, local."""
    local = value.astimezone(zone)
    return f"{local:%H} giờ {local:%M} ngày {local:%d/%m/%Y}"


def hour(value: time) -> str:
    """`07 giờ 45`."""
    return f"{value:%H} giờ {value:%M}"


def clock(value: time) -> str:
    """`07:45`, for buttons."""
    return f"{value:%H:%M}"


@lru_cache(8192)
def points(value: Decimal) -> str:
    """`82`, `2,5`, `79,995`: decimal comma, no needless zeros, never rounded up; the one way to write points in words."""
    cut = value.quantize(Decimal("0.001"), rounding=ROUND_DOWN).normalize()
    return str(format_decimal(cut, "#,##0.###", locale="vi"))


@lru_cache(8192)
def percent(part: int, whole: int) -> str:
    """`48,24 %` of 41 in 85: rounded as offices do; classes are judged by exact figures, never by this."""
    return share(Decimal(part), Decimal(whole))


def share(part: Decimal, whole: Decimal) -> str:
    """`89,46 %` of points: rounded for print, as `percent`."""
    if not whole:
        return "0 %"
    value = (part * 100 / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{format_decimal(value, '#,##0.##', locale='vi')} %"


def count(value: int) -> str:
    """`05`, `1.234`: two digits below ten, as offices write counts."""
    return f"{value:02d}" if value < 1000 else f"{value:,}".replace(",", ".")


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut at a word."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"


def sentence(text: str) -> str:
    """The same with a capital at its start; the rest stays, since `thứ Hai` and `Chủ nhật` have theirs."""
    return text[:1].upper() + text[1:]


def span(first: date, last: date) -> str:
    """`ngày 27/11/2026`, `từ 07/12/2026 đến 11/12/2026`."""
    return f"ngày {day(first)}" if first == last else f"từ {day(first)} đến {day(last)}"


def listed(items: list[str]) -> str:
    """`a, b và c`."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " và " + items[-1] if items else ""
