"""Last year's published result, entered once by the coordinator as lines in the chat."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.flows import staff
from bot.turn import Reply, Turn
from locales.say import last_year as say
from locales.say import progress as say_progress
from storage import campaigns, last_year
from storage.last_year import LastYear, Lost

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


def enter(turn: Turn) -> Reply:
    """Ask for last year, or keep what was typed."""
    office = staff.office_of(turn)
    current = campaigns.current(turn.db, office, turn.today)
    if current is None:
        return say_progress.nothing_loaded()
    if turn.incoming.kind != "text":
        return say.ask(current[1])
    try:
        result, lost = read(turn.incoming.text)
    except Unread as wrong:
        return say.ask(current[1], unread=str(wrong))
    unknown = last_year.keep(turn.db, current[0], result, lost)
    staff.note(turn, "last_year", f"campaign:{current[0]}", lost=len(lost))
    return say.kept(current[1], result, len(lost), sum((one.points for one in lost), Decimal(0)), unknown)


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
