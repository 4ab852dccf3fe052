"""Days as buttons and figures bring them; those that people type are read by `locales.hear`."""

from datetime import date, datetime

from storage.errors import Gone


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numbered(day: int) -> date:
    """The day that a button carries, 20261105.

    Raises:
        Gone: it is none.
    """
    try:
        return datetime.strptime(str(day), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as wrong:
        raise Gone from wrong
