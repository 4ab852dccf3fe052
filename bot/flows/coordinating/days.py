"""The calendar: what awaits confirmation, one day, a day of the office's own."""

import re
from datetime import date, timedelta
from typing import Literal

from bot.flows import staff
from bot.flows.dates import day_or_none, numbered
from bot.turn import Reply, Turn
from locales.say import days as say
from storage.errors import Gone
from storage.names import clean, folded
from storage.office import calendar
from storage.rules.calendar import DayRow, needs_confirmation

SATURDAY = 5
COMING = 12  # confirmed days that the list shows
TYPED = re.compile(
    r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*[:,;-]?\s*(nghi(?: bu)?|lam(?: viec)?(?: bu)?)\b[\s:,;-]*(.*)"
)
AHEAD = timedelta(days=2 * 366)


def listing(turn: Turn) -> Reply:
    """The doubtful days of this year and, from November on, of the next one; then what is settled."""
    rows = calendar.rows(turn.db, staff.office_of(turn))
    doubtful = needs_confirmation(rows, turn.today)
    coming = [one for one in rows if one.confirmed and one.day >= turn.today and one.day.year == turn.today.year]
    return say.listing(doubtful, coming[:COMING], turn.today.year)


def card(turn: Turn, number: int) -> Reply:
    day = numbered(number)
    rows = calendar.rows(turn.db, staff.office_of(turn))
    one = next((row for row in rows if row.day == day), None)
    if one is None:
        return say.ordinary(day)
    run = _run(rows, one)
    return say.card(one, (run[-1].day, len(run)) if len(run) > 1 else None)


def _run(rows: list[DayRow], first: DayRow) -> list[DayRow]:
    """The doubtful days off of one name that follow each other from this one on, such as those of Tết."""
    doubtful = [row for row in rows if not row.confirmed and row.kind == "off"]
    return next((run[run.index(first) :] for run in say.runs(doubtful) if first in run), [])


def set_day(turn: Turn, number: int, kind: Literal["off", "work", "normal"], last: int | None = None) -> Reply:
    """Off, worked, or as its weekday says; with `last`, the whole run of doubtful days up to it."""
    day, rows = numbered(number), calendar.rows(turn.db, staff.office_of(turn))
    known = next((row for row in rows if row.day == day), None)
    if last is None or known is None:
        return say.stored([_store(turn, day, kind, known.name if known else say.no_reason())])
    run = [row for row in _run(rows, known) if row.day <= numbered(last)]
    if not run:
        raise Gone
    return say.stored([_store(turn, row.day, "off", row.name) for row in run])


def _store(turn: Turn, day: date, kind: str, name: str) -> DayRow:
    """Keep the day as settled. One that is as its weekday says is kept too, so that nobody is asked about it again."""
    weekend = day.weekday() >= SATURDAY
    stored = DayRow(day, "off" if kind == "off" or (kind == "normal" and weekend) else "work", name, say.source(turn.today), True)
    calendar.set_day(turn.db, staff.office_of(turn), stored)
    staff.note(turn, "set_day", f"day:{day.isoformat()}", kind=kind)
    return stored


def add_day(turn: Turn) -> Reply:  # noqa: ARG001 - every step is given its turn
    return say.ask_new()


def new_day(turn: Turn) -> Reply:
    """`02/01/2027 nghỉ hoán đổi với 09/01/2027` was typed."""
    text = clean(turn.incoming.text)
    found = TYPED.match(folded(text))
    day = day_or_none(int(found[3]), int(found[2]), int(found[1])) if found else None
    if not found or day is None or turn.incoming.kind != "text":
        return say.not_read()
    if not turn.today - AHEAD / 2 <= day <= turn.today + AHEAD:
        return say.past()
    off = found[4].startswith("nghi")
    if not off and day.weekday() < SATURDAY:
        return say.no_make_up()
    reason = text[found.start(5) :].strip()  # folding changes no length, so the place is the same in the text as typed
    name = reason or say.no_reason()
    return say.stored([_store(turn, day, "off" if off else "work", name[:1].upper() + name[1:100])])
