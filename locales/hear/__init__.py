"""Understands what an official writes back to a reminder: pure, without clock, files or the rest of the project."""

from dataclasses import replace
from datetime import date

from .corrections import corrected, corrects_itself
from .days_said import days_ahead, done_on, is_long_ago, leave_days, past_day
from .fold import compose, fold
from .guards import is_noise
from .hours_said import later_today
from .intents import meaning_of
from .items import Judge, items_of
from .masking import masked
from .meaning import DONE, IN_PROGRESS, NOT_STARTED, Item, Meaning
from .reading import read, render, spelled
from .wishes import wants_leave, wants_list, wants_undo

__all__ = [
    "DONE",
    "IN_PROGRESS",
    "NOT_STARTED",
    "Item",
    "Meaning",
    "coming_day",
    "compose",
    "done_on",
    "fold",
    "is_long_ago",
    "later_today",
    "leave_days",
    "masked",
    "past_day",
    "rests_on",
    "understand",
]

_NOTHING = Meaning(intent="other")


def understand(text: str, today: date) -> Meaning:
    """Read one reply.

    Args: text: what was typed, in whatever spelling; today: the day on which it was written.
    Returns: its meaning by the label rules of the replies: where the words do not settle the status, `ambiguous` and no status.
    """
    composed = compose(text)
    if is_noise(composed):
        return _NOTHING
    row, days = render(composed, today)

    def judge(part: str) -> Meaning:
        return meaning_of(read(part, days))

    meaning = _with_items(corrected(row, judge), judge)
    asked = wants_list(row, reports=meaning.status is not None)
    undo = wants_undo(row) and not corrects_itself(row, judge)
    return replace(meaning, undo=undo, list_request=asked, leave=wants_leave(row))


def coming_day(text: str, today: date) -> date | None:
    """The day to come that an answer names where one is asked for: `15/12, chờ số liệu`, `thứ 6`, `thêm 3 ngày`.

    Args: text: the answer; today: the day on which it was written.
    Returns: the day that its words promise or ask for, else the first that they name; None where none of them is ahead.
    """
    promised = understand(text, today).date
    named = [promised] if promised else days_ahead(text, today)
    return next((day for day in named if day > today), None)


def rests_on(text: str, today: date) -> list[tuple[str, str]]:
    """Name the stretches of a reply that its meaning rests on, for people who wonder at an answer.

    Args: text, today: as for `understand`.
    Returns: what each stretch says (see `kinds.Kind`) and its words as the rules saw them, in the order of the text; days,
        numbers and codes as tokens.
    """
    composed = compose(text)
    if is_noise(composed):
        return []
    row, days = render(composed, today)
    reading = read(row, days)
    return [(mark.kind.value, spelled(row[mark.start : mark.end], days)) for mark in reading.marks]


def _with_items(row: str, judge: Judge) -> Meaning:
    """Judge the whole of a reply, and each criterion by itself where it names several."""
    meaning = judge(row)
    if meaning.intent == "other":
        return meaning
    items = items_of(row, judge)
    if not items:
        return meaning
    return Meaning(intent=meaning.intent or "status", items=items, score=meaning.score)
