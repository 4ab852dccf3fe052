"""Last year's published result, entered once by the coordinator: lines in the chat, or a table of the criteria."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.flows import staff
from bot.flows.leading import progress
from bot.flows.loading.sent_table import SentTable, kept_of
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import last_year as say
from locales.say import progress as say_progress
from storage.db import Connection
from storage.errors import Gone
from storage.loading import loads
from storage.office import people
from storage.points import last_year
from storage.points.last_year import LastYear, Lost
from storage.rules.status import Role
from storage.work import campaigns

SHOWN, DONE, DROPPED = "past", "past_applied", "past_dropped"
"""States of a kept table of last year; an assignment table has others, so that neither can be taken for the other."""

HUNDRED = Decimal(100)
_RESULT = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*%?[\s,;]*([^\d]*?)[\s,;]*(?:hạng|hang)?\s*(\d{1,4}\s*/\s*\d{1,4})?\s*\.?", re.IGNORECASE
)
_LOST = re.compile(
    r"([\w.]*\d[\w.]*?)\.?[\s,;:]+(?:mất|mat)?\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:đ|d|điểm|diem)?(?=[\s,;:.]|$)[\s,;:]*(.*)",
    re.IGNORECASE,
)


class Unread(ValueError):
    """A line that is neither a result nor a loss."""


def show(turn: Turn) -> Reply:
    """ "Năm trước": the coordinator enters it, others read it."""
    return enter(turn) if turn.person.holds(Role.COORDINATOR) else progress.show(turn, "last")


def enter(turn: Turn) -> Reply:
    """Ask for last year, or keep what was typed."""
    office = staff.office_of(turn)
    current = campaigns.current(turn.db, office, turn.today)
    if current is None:
        return say_progress.nothing_loaded(loads=True)
    if turn.incoming.kind != "text":
        return say.ask(current[1])
    try:
        result, lost = read(turn.incoming.text)
    except Unread as wrong:
        return say.ask(current[1], unread=str(wrong))
    only_result = not lost and last_year.has_table(turn.db, current[0])
    unknown = last_year.keep(turn.db, current[0], current[1] - 1, result, None if only_result else lost)
    staff.note(turn, "last_year", f"campaign:{current[0]}", lost=len(lost))
    return say.kept(current[1], result, len(lost), sum((one.points for one in lost), Decimal(0)), unknown)


def arrived(db: Connection, table: SentTable) -> Message | None:
    """A table with what each criterion got the year before; shown first.

    Args:
        db: the transaction of the job that fetched the file.
        table: what came, and from whom.

    Returns:
        None where it is for something else: no coordinator sent it, it names another year, or that year is kept here itself.
    """
    office, past = table.office, table.sheet.past
    year, current = past.get("year"), campaigns.current(db, office, table.today)
    if current is None or year != current[1] - 1 or campaigns.of_year(db, office, year) is not None:
        return None
    if not people.covers(db, table.person, office, Role.COORDINATOR):
        return None
    kept = table.keep(db, year, {"rows": [], "past": dict(past)}, SHOWN)
    result, lost = of_table(past)
    return say.preview(kept, year, result, lost, last_year.unknown(db, current[0], lost))


def of_table(past: Mapping[str, Any]) -> tuple[LastYear | None, list[Lost]]:
    """The result and the criteria of a table that was read."""
    rows = []
    for code, most, own, got, lost, reason in past["rows"]:
        numbers = [None if one is None else Decimal(one) for one in (most, own, got)]
        rows.append(Lost(code, Decimal(lost), (reason or "").rstrip("."), *numbers))
    index = past.get("index")
    return LastYear(Decimal(index), past.get("class") or "", past.get("rank") or "") if index else None, rows


def record(turn: Turn, load_id: int) -> Reply:
    """Keep the table that was shown, in place of what stood there.

    Raises:
        Gone: of another office, kept or dropped already, or no longer of the year before.
    """
    kept = kept_of(turn, load_id, SHOWN)
    current = campaigns.current(turn.db, kept.office_id, turn.today)
    if current is None or kept.year != current[1] - 1:
        raise Gone
    loads.move(turn.db, kept.id, SHOWN, DONE, turn.now)
    result, lost = of_table(kept.sheet["past"])
    unknown = last_year.keep(turn.db, current[0], kept.year, result, lost, is_table=True)
    staff.note(turn, "last_year", f"campaign:{current[0]}", lost=len(lost), load=kept.id)
    return say.kept_table(kept.year, lost, unknown, has_result=last_year.result(turn.db, kept.office_id, current[1]) is not None)


def drop(turn: Turn, load_id: int) -> Reply:
    """Not recorded."""
    kept = kept_of(turn, load_id, SHOWN)
    loads.move(turn.db, kept.id, SHOWN, DROPPED, turn.now)
    return say.dropped(kept.year)


def read(text: str) -> tuple[LastYear, Sequence[Lost]]:
    """Read the result on the first line and a loss on each other one.

    Raises:
        Unread: with the line that could not be read.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = _RESULT.fullmatch(lines[0]) if lines else None
    if first is None or _number(first[1]) > HUNDRED:
        raise Unread(lines[0] if lines else "")
    return LastYear(_number(first[1]), first[2].strip(), "".join((first[3] or "").split())), [_lost(line) for line in lines[1:]]


def _lost(line: str) -> Lost:
    found = _LOST.fullmatch(line)
    if found is None:
        raise Unread(line)
    return Lost(found[1], _number(found[2]), " ".join(found[3].split()).rstrip("."))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
