""" "Bảng việc tháng của tôi": the own month first; its holder decides whether the head of unit sees it."""

from dataclasses import replace
from datetime import date, timedelta

from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import months as say
from storage.errors import Gone
from storage.office import people
from storage.rules.status import Role
from storage.work import months

FIRST_YEAR, LAST_YEAR = 2000, 2100


def sheet(turn: Turn, month: int = 0) -> Reply:
    """The own month, `months:202611`; without one the present month."""
    return _sheet(turn, _first(turn, month))


def of(turn: Turn, month: int, year: int | None) -> Reply:
    """ "Bảng việc tháng 11": of the year that is named, else the last such month that has begun."""
    return sheet(turn, (year or turn.today.year - (month > turn.today.month)) * 100 + month)


def _first(turn: Turn, month: int) -> date:
    if not month:
        return turn.today.replace(day=1)
    year, number = divmod(month, 100)
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= number <= 12:
        raise Gone
    return date(year, number, 1)


def _sheet(turn: Turn, first: date) -> Message:
    last = _next(first) - timedelta(days=1)
    lines = months.of_person(turn.db, turn.person.id, first, last, turn.today, turn.calendar, turn.zone)
    routes = (f"months:{first - timedelta(days=1):%Y%m}", f"months:{_next(first):%Y%m}")
    return say.sheet(turn.person.full_name, f"{first:%m/%Y}", lines, routes=routes, share=f"month_share:{first:%Y%m}")


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def share(turn: Turn, month: int) -> Reply:
    """Show the own month to the head of the unit."""
    first = _first(turn, month)
    shown = replace(_sheet(turn, first), choices=(), edits=None)
    heads = turn.tell_holders(shown, f"month:{turn.inbox_id}", turn.person.unit_id, Role.HEAD)
    return say.shared(people.names_of(turn.db, heads))
