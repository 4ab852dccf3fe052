"""Days that follow from a given day: weekdays, months, quarters. No clock."""

from calendar import monthrange
from datetime import date, timedelta

FRIDAY, SUNDAY = 4, 6


def add_days(today: date, days: int) -> date | None:
    """Add days, unless the sum leaves the calendar or common sense (ten years)."""
    return today + timedelta(days=days) if days <= 3660 else None


def add_workdays(today: date, days: int) -> date | None:
    """Count N Monday-to-Friday days on from today."""
    if days > 2000:
        return None
    day = today
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def add_months(today: date, months: int) -> date | None:
    """Go to the same day N months on, or the last day of that month."""
    if months > 120:
        return None
    year, month = _shift(today, months)
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def weekday(today: date, day: int) -> date:
    """Find the next such weekday on or after today (0 is Monday)."""
    return today + timedelta(days=(day - today.weekday()) % 7)


def last_weekday(today: date, day: int) -> date:
    """Find the last such weekday on or before today (0 is Monday)."""
    return today - timedelta(days=(today.weekday() - day) % 7)


def of_week(today: date, day: int, weeks: int = 0) -> date:
    """Find a weekday of the week that lies N weeks ahead (weeks begin on Monday)."""
    return today + timedelta(days=day - today.weekday() + 7 * weeks)


def end_of_week(today: date) -> date:
    """Friday of this week, or Sunday where the weekend has begun."""
    return of_week(today, FRIDAY if today.weekday() <= FRIDAY else SUNDAY)


def month_end(today: date, months: int = 0) -> date:
    year, month = _shift(today, months)
    return date(year, month, monthrange(year, month)[1])


def last_of(month: int, year: int) -> date | None:
    """The last day of a month of a year; None for a month or a year that is none."""
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and 1999 < year < 2200 else None


def quarter_end(today: date, quarters: int = 0) -> date:
    return month_end(today, (-today.month) % 3 + 3 * quarters)


def named_quarter_end(today: date, quarter: int, year: int | None = None) -> date:
    """The last day of quarter I-IV of a year, or of the next such quarter that has not ended."""
    month = 3 * quarter
    end = date(year or today.year, month, monthrange(year or today.year, month)[1])
    return named_quarter_end(today, quarter, today.year + 1) if year is None and end < today else end


def named_month_end(today: date, month: int) -> date | None:
    """The last day of a month of this year, or of the next where it has passed."""
    if not 1 <= month <= 12:
        return None
    year = today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


def month_day(today: date, day: int, month: int) -> date | None:
    """The next such day on or after today; None where no year has it (30/2)."""
    for year in range(today.year, today.year + 9):
        found = exact(day, month, year)
        if found and found >= today:
            return found
    return None


def day_of_month(today: date, day: int) -> date | None:
    """The next such day of a month on or after today, skipping months that lack it."""
    for ahead in range(13):
        year, month = _shift(today, ahead)
        found = exact(day, month, year)
        if found and found >= today:
            return found
    return None


def exact(day: int, month: int, year: int) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_month(today: date, day: int, months: int) -> date | None:
    """A day of the month that lies N months ahead."""
    year, month = _shift(today, months)
    return exact(day, month, year)


def _shift(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1
