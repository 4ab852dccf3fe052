"""The office's calendar: seeded from `seeds/days.csv`, confirmed or changed by the coordinator."""

import csv
import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, or_, select, update

from storage.office import units
from storage.rules.calendar import Calendar, DayRow, calendar_of, needs_confirmation
from storage.statements import insert
from storage.tables import Day

SEEDS = Path(__file__).parents[1] / "seeds" / "days.csv"
_OF_OFFICE = (
    select(Day.day, Day.kind, Day.name, Day.source, Day.confirmed).where(Day.office_id == bindparam("office")).order_by(Day.day)
)
VERSION = "calendar_version"
NEAR = timedelta(days=14)
"""How long before a doubtful day the coordinator is asked about it once more."""
_CACHE: WeakKeyDictionary[Engine, dict[int, tuple[str, Calendar]]] = WeakKeyDictionary()


def seeds() -> list[DayRow]:
    """The days that ship with the program, each with its source."""
    with SEEDS.open(encoding="utf-8", newline="") as file:
        return [
            _row(date.fromisoformat(row["day"]), row["kind"], row["name"], row["source"], row["confirmed"] == "yes")
            for row in csv.DictReader(file)
        ]


def _row(day: date, kind: str, name: str, source: str, confirmed: bool) -> DayRow:
    if kind not in {"off", "work"}:
        raise ValueError(f"a day is off or work, not {kind}")
    return DayRow(day, "off" if kind == "off" else "work", name, source, confirmed)


def seed(db: Connection, office_id: int) -> None:
    """Give an office the days that it lacks; what it has changed stays."""
    values = [
        {"office_id": office_id, "day": one.day, "kind": one.kind, "name": one.name, "source": one.source}
        | {"confirmed": one.confirmed}
        for one in seeds()
    ]
    db.execute(insert(Day).on_conflict_do_nothing(index_elements=["office_id", "day"]), values)
    _changed(db, office_id)


def rows(db: Connection, office_id: int) -> list[DayRow]:
    return [_row(row.day, row.kind, row.name, row.source, row.confirmed) for row in db.execute(_OF_OFFICE, {"office": office_id})]


def of_office(db: Connection, office_id: int, settings: dict[str, Any] | None = None) -> Calendar:
    """The calendar that counts working days for this office.

    Args:
        db: open connection.
        office_id: the office.
        settings: of the office, where the caller has just read them.
    """
    version = (settings or units.settings(db, office_id))[VERSION]
    known = _CACHE.setdefault(db.engine, {})
    found = known.get(office_id)
    if found is None or found[0] != version:
        known[office_id] = found = (version, calendar_of(rows(db, office_id)))
    return found[1]


def _changed(db: Connection, office_id: int) -> None:
    """Name the new state of the days; a token of chance, since a number could come again after a rollback."""
    units.set_setting(db, office_id, VERSION, secrets.token_hex(8))


def set_day(db: Connection, office_id: int, one: DayRow) -> None:
    """Confirm, change or add a day."""
    new = insert(Day).values(
        office_id=office_id, day=one.day, kind=one.kind, name=one.name, source=one.source, confirmed=one.confirmed
    )
    changed = {"kind": one.kind, "name": one.name, "source": one.source, "confirmed": one.confirmed}
    db.execute(new.on_conflict_do_update(index_elements=["office_id", "day"], set_=changed))
    _changed(db, office_id)


def ask_about(db: Connection, office_id: int, days: Iterable[date], now: datetime) -> list[date]:
    """Mark days that the coordinator is asked about.

    Returns:
        Those that were not asked about before, or long before.
    """
    is_new = or_(Day.asked_at.is_(None), Day.asked_at < now - NEAR)
    query = update(Day).where(Day.office_id == office_id, Day.day.in_(list(days)), is_new)
    return list(db.scalars(query.values(asked_at=now).returning(Day.day)))


def days_to_ask(db: Connection, office_id: int, today: date) -> list[DayRow]:
    """Doubtful days that the coordinator was not asked about yet; from November on those of next year too.

    A question that nobody answered is put once more when the day is near: else the office would be reminded at Tết.
    """
    query = select(Day.day, Day.asked_at).where(Day.office_id == office_id, Day.asked_at.is_not(None))
    asked = {day: at.date() for day, at in db.execute(query) if at is not None}
    doubtful = needs_confirmation(rows(db, office_id), today)
    return [one for one in doubtful if one.day not in asked or asked[one.day] < one.day - NEAR <= today]
