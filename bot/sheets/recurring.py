"""Rules of repetition in words the product keeps: daily, weekly fri, monthly day 4, quarterly month 3 day 19."""

from bot.sheets.text import fold

UNITS = {
    "ngay": "daily",
    "ngay lam viec": "daily",
    "tuan": "weekly",
    "thang": "monthly",
    "quy": "quarterly",
    "6 thang": "half-yearly",
    "06 thang": "half-yearly",
    "sau thang": "half-yearly",
    "nua nam": "half-yearly",
    "ban nien": "half-yearly",
    "nam": "yearly",
}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS = {
    "thu hai": 0,
    "thu 2": 0,
    "thu ba": 1,
    "thu 3": 1,
    "thu tu": 2,
    "thu 4": 2,
    "thu nam": 3,
    "thu 5": 3,
    "thu sau": 4,
    "thu 6": 4,
    "thu bay": 5,
    "thu 7": 5,
    "chu nhat": 6,
    "cn": 6,
}
MONTH_IN_QUARTER = {"dau": 1, "thu nhat": 1, "giua": 2, "thu hai": 2, "cuoi": 3, "thu ba": 3}


def monthly(number: int, *, before: bool) -> str:
    """Name a day of every month, or the last day before it."""
    if before:
        return "monthly last day" if number == 1 else f"monthly day {number - 1}"
    return f"monthly day {number}"


def quarterly(month: int, number: int, *, before: bool) -> str:
    """Name a day of one month of every quarter; month 4 is the first of the next quarter."""
    if before and number == 1:
        return f"quarterly month {month - 1} last day" if month > 1 else "quarterly"
    return f"quarterly month {month} day {number - before}"


def weekly(number: int, *, before: bool) -> str:
    """Name a day of every week, or the day before it."""
    return f"weekly {DAYS[(number - before) % 7]}"


def weekday_in(text: str) -> int | None:
    """Give the first weekday that a text names, Monday 0."""
    plain = fold(text)
    found = [(at, day) for name, day in WEEKDAYS.items() if (at := plain.find(name)) >= 0]
    return min(found)[1] if found else None
