"""`nhacviec tiendo` and `nhacviec preview`: the same figures as in the chat, for people and for programs."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from bot.commands.office import office_shown, refusable
from bot.settings import Settings
from jobs.preview import Planned, PlannedRow, planned_for
from locales import formats
from locales.say import progress as say
from locales.say import terminal
from locales.say.progress import Scope
from storage.db import Store
from storage.office import units
from storage.points import progress
from storage.points.progress import Grade
from storage.rules.points import Parts
from storage.rules.rollup import Summary
from storage.work import campaigns


@refusable
def tiendo(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Where an office stands, as words or JSON."""
    now = datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    with store.transaction() as db:
        office = office_shown(db, arguments.unit)
        year = arguments.year or (campaigns.current(db, office[0], today) or (0, today.year))[1]
        campaign = campaigns.of_year(db, office[0], year)
        found = progress.summary(db, office[0], campaign or 0, today)  # a year that nobody loaded has no rows
        rules = units.settings(db, office[0])
    target, grade = Decimal(str(rules["target"])), progress.grade(found, rules)
    if arguments.json:
        print(json.dumps(as_json(office[1], year, now.astimezone(settings.zone), target, found, grade), ensure_ascii=False))
    elif not found.rows.all:
        print(say.nothing_loaded().text)
    else:
        print(say.summary(Scope(office[1], year, now, settings.zone, target, grade=grade), found).text)
    return 0


def number(value: Decimal | None) -> float | int | None:
    """A JSON number; points have at most three decimals, which a float holds exactly enough to print them so."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def parts_json(parts: Parts) -> dict[str, Any]:
    names = ("accepted", "waiting", "open", "at_risk", "survey", "lost")
    return (
        {"max": number(parts.maximum)}
        | {name: number(getattr(parts, name)) for name in names}
        | {"forecast": number(parts.forecast)}
    )


def as_json(unit: str, year: int, at: datetime, target: Decimal, found: Summary, grade: Grade | None = None) -> dict[str, Any]:
    """The contract's form of `tiendo --json`; grade: by the default classes, where none is given."""
    grade = grade or progress.grade(found, {})
    return {
        "unit": unit,
        "year": year,
        "as_of": at.isoformat(timespec="seconds"),
        **parts_json(found.parts),
        "target": number(target),
        "class": grade.key if found.parts.maximum else None,  # without points there is no class
        "index": number(grade.shown) if found.parts.maximum else None,
        "bonus": number(found.bonus),
        "penalty": number(found.penalty),
        "rows": asdict(found.rows),
        "overdue": [
            {
                "code": one.code,
                "title": one.title,
                "period": one.leaf.period,
                "person": one.person,
                "due_on": one.due_on.isoformat() if one.due_on else None,
                "days_late": one.days_late,
                "points": number(one.points),
            }
            for one in found.overdue
        ],
        "fields": [{"name": one.name, **parts_json(one.parts), "rows": asdict(one.rows)} for one in found.fields],
        "people": [{"name": one.name, **parts_json(one.parts), "rows": asdict(one.rows)} for one in found.people],
    }


@refusable
def preview(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """What would be sent on a day: to whom, when, by which channel, about which rows."""
    now = datetime.now(UTC)
    with store.transaction() as db:
        office = office_shown(db, arguments.unit)
        planned = planned_for(db, office[0], arguments.date, settings.zone, now)
    if arguments.json:
        print(json.dumps([planned_json(one) for one in planned], ensure_ascii=False))
        return 0
    for one in planned:
        print(f"{one.at:%H:%M} {one.person}: " + "; ".join([*map(_row_text, one.rows), *terminal.unplaced(one.unplaced)]))
    if not planned:
        print(terminal.nothing_to_send(arguments.date))
    return 0


def _row_text(row: PlannedRow) -> str:
    return f"{row.code or row.title[:30]} ({formats.day(row.due_on) if row.due_on else '-'})"


def planned_json(one: Planned) -> dict[str, Any]:
    rows = [
        {"code": row.code, "kind": row.kind, "due_on": row.due_on.isoformat() if row.due_on else None, "step": row.step}
        for row in one.rows
    ]
    who = {"person": one.person, "at": one.at.isoformat(), "channel": one.channel, "reachable": one.reachable}
    return who | {"rows": rows, "unplaced": one.unplaced}
