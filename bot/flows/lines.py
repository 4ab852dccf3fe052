"""Rows with what today makes of them, for the words of a flow."""

from bot.turn import Turn
from jobs.render import line
from locales.say.work import Line
from storage.assignments import Work


def lines(turn: Turn, works: list[Work]) -> list[Line]:
    calendar = turn.calendar
    return [line(work, turn.today, calendar) for work in works]


def one(turn: Turn, work: Work) -> Line:
    return line(work, turn.today, turn.calendar)
