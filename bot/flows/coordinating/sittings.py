"""Sittings (lịch họp): their days are set by the coordinator; the evening before, leaders get what is to be spoken of."""

from datetime import date

from bot.flows import staff
from bot.flows.dates import numbered
from bot.turn import Reply, Turn
from jobs.digests import SITTINGS
from locales.hear import coming_day
from locales.say import digests as say
from storage.office import units

MOST = 12


def listing(turn: Turn, drop: int = 0) -> Reply:
    """The sittings to come; a tapped one is dropped."""
    days = _days(turn)
    if drop:
        days = [day for day in days if day != numbered(drop)]
        _keep(turn, days)
    return say.sittings(days)


def add(turn: Turn) -> Reply:
    """A sitting's day was typed, or is asked for."""
    if turn.incoming.kind != "text":
        return say.ask_sitting()
    day = coming_day(turn.incoming.text, turn.today)
    if day is None:
        return say.ask_sitting(unread=True)
    _keep(turn, sorted({*_days(turn), day})[:MOST])
    return say.sittings(_days(turn))


def _days(turn: Turn) -> list[date]:
    kept = units.settings(turn.db, staff.office_of(turn)).get(SITTINGS, ())
    return [day for one in kept if (day := date.fromisoformat(one)) >= turn.today]


def _keep(turn: Turn, days: list[date]) -> None:
    units.set_setting(turn.db, staff.office_of(turn), SITTINGS, [day.isoformat() for day in days])
