"""The calendar that the product ships, read from its seed."""

import csv
from datetime import date
from pathlib import Path

import pytest

from storage.rules.calendar import Calendar, DayRow, calendar_of

DAYS = Path(__file__).parents[2] / "storage" / "seeds" / "days.csv"


@pytest.fixture(scope="session")
def cells() -> list[dict[str, str]]:
    with DAYS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def day_rows(cells) -> list[DayRow]:
    return [DayRow(date.fromisoformat(c["day"]), c["kind"], c["name"], c["source"], c["confirmed"] == "yes") for c in cells]


@pytest.fixture(scope="session")
def cal(day_rows) -> Calendar:
    return calendar_of(day_rows)
