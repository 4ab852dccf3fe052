"""Which instance of recurring work is meant: "tháng 10 xong rồi", "3.5.2 quý III đã gửi", "tuần này xong"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.flows import said
from bot.flows.reporting import heard, my_work
from bot.turn import Reply, Turn
from locales.hear import compose, fold, understand
from storage.work import assignments
from storage.work.assignments import Work

Key = tuple[str, int]
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NAMED = re.compile(
    r"\b(?:(?P<half>6 thang (?P<which>dau|cuoi) nam)|thang (?P<month>0?[1-9]|1[0-2])|quy (?P<quarter>iv|i{1,3}|[1-4])"
    r"|(?P<unit>tuan|thang|quy) (?P<when>nay|truoc|vua roi|vua qua))(?:/20\d\d)?\b(?!/)"
)
NOT_A_PERIOD = re.compile(
    r"(?:(?<![\d.])\d{1,2}|\b(?:sang|den|toi|het|cuoi|dau|giua|trong|truoc|qua|tu|vao|han|lui|hen|doi))\s*$"
)
"""What stands before a month that is a date or a promise, and no period."""


def answer(turn: Turn) -> Reply:
    """Apply words that name a period to the instance of it; None where they name none of this person's."""
    text = compose(turn.incoming.text)
    plain = fold(text)
    found = NAMED.search(plain)
    if found is None or NOT_A_PERIOD.search(plain[: found.start()]):
        return None
    wanted = _key(found, turn.today)
    rows = [work for work in assignments.of_person(turn.db, turn.person.id) if work.period and wanted in keys_of(work)]
    if not rows:
        return None
    source = text if len(plain) == len(text) else plain
    rest = f"{source[: found.start()]} {source[found.end() :]}"
    return _apply(turn, " ".join(rest.split()), rows)


def _apply(turn: Turn, text: str, rows: list[Work]) -> Reply:
    meaning = understand(text, turn.today)
    if meaning.items or meaning.undo or meaning.list_request:
        return None
    named = [work for work in rows if meaning.criterion is None or work.code == meaning.criterion]
    if not named:
        return None
    if not (meaning.intent or meaning.ambiguous):
        return my_work.card(turn, named[0].id) if len(named) == 1 and meaning.criterion else None
    turn.incoming = replace(turn.incoming, text=text)
    return heard.on_row(turn, meaning, named[0]) if len(named) == 1 else said.ask_row(turn, named)


def keys_of(work: Work) -> set[Key]:
    """The periods that an instance covers, from its name; a week goes by its Monday."""
    plain = fold(work.period)
    if plain.startswith("tuan") and work.due_on:
        return {("week", _monday(work.due_on))}
    return {_key(found, date.min) for found in NAMED.finditer(plain)}


def _key(found: re.Match[str], today: date) -> Key:
    if found["half"]:
        return "half", 1 if found["which"] == "dau" else 2
    if found["month"]:
        return "month", int(found["month"])
    if found["quarter"]:
        return "quarter", ROMAN.get(found["quarter"]) or int(found["quarter"])
    back = 0 if found["when"] == "nay" else 1
    if found["unit"] == "tuan":
        return "week", _monday(today) - 7 * back
    months = 1 if found["unit"] == "thang" else 3
    number = (today.month - 1) // months + 1 - back
    return ("month" if months == 1 else "quarter"), number or 12 // months


def _monday(day: date) -> int:
    return (day - timedelta(days=day.weekday())).toordinal()
