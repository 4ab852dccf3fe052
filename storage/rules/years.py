"""From one year to the next: dates and the years that words name move by one, 29 February to the 28th."""

import re
from datetime import date

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d|/[A-ZĐ\d])")  # a year, but not that of a number such as 12/2026/QĐ-UBND


def next_day(day: date) -> date:
    """The same day a year later."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def next_words(text: str, year: int) -> str:
    """Words of a year's list as they read in the next one: `năm 2026` is 2027, `năm 2025` is 2026; older years stay.

    Args:
        text: of a criterion, its evidence or its period.
        year: of the list.
    """
    near = {str(year - 1), str(year)}
    return _YEAR.sub(lambda found: str(int(found[1]) + 1) if found[1] in near else found[1], text)
