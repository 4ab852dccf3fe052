"""Rows with what today makes of them, for the words of a flow."""

from bot.turn import Turn, arguments_of
from jobs.render import line
from locales.say.work import Line
from storage.work.assignments import Work


def lines(turn: Turn, works: list[Work]) -> list[Line]:
    calendar = turn.calendar
    return [line(work, turn.today, calendar) for work in works]


def one(turn: Turn, work: Work) -> Line:
    return line(work, turn.today, turn.calendar)


_OF_A_ROW = frozenset({"status", "block", "extend", "snooze", "send", "row"})
"""Steps whose first argument is a row."""


def row_of(route: str) -> int | None:
    """The row that an answer on offer is about."""
    name, arguments = arguments_of(route)
    return arguments[0] if name in _OF_A_ROW and arguments and isinstance(arguments[0], int) else None
