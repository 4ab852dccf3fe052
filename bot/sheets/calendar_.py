"""Days, months, quarters and years named in a deadline, as periods with a first and a last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A span of days; `yearless` says that the text left the year out."""

    first: date
    last: date
    yearless: bool = False

    @property
    def is_day(self) -> bool:
        """Tell a single day from a month, quarter or year."""
        return self.first == self.last


class ImpossibleDay(ValueError):
    """The calendar has no such day."""


def year_of(text: str | None, default: int) -> int:
    """Read a year of two or four digits."""
    if not text:
        return default
    return int(text) + 2000 if len(text) == 2 else int(text)


def day(number: int, month: int, year: int, *, yearless: bool = False) -> Period:
    """Make one day.

    Raises:
        ImpossibleDay: the calendar has none such.
    """
    try:
        found = date(year, month, number)
    except ValueError as error:
        raise ImpossibleDay from error
    return Period(found, found, yearless)


def months(first: int, last: int, year: int, *, yearless: bool = False) -> Period:
    """Make the span from one month to another of a year.

    Raises:
        ImpossibleDay: one of them is no month, or the later stands first.
    """
    if not (1 <= first <= last <= 12 and 1 <= year <= 9998):
        raise ImpossibleDay
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), yearless)


def quarter(number: int, year: int, *, yearless: bool = False) -> Period:
    """Make one quarter.

    Raises:
        ImpossibleDay: it is not 1 to 4.
    """
    if not 1 <= number <= 4:
        raise ImpossibleDay
    return months(number * 3 - 2, number * 3, year, yearless=yearless)
