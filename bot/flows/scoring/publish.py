"""Publication: the index, class and rank of the office; the gaps between its own marks and the last word; the year's end."""

import re
from decimal import Decimal

from bot.flows import staff
from bot.flows.scoring.year import year_of
from bot.turn import Reply, Turn
from locales.say import publish as say
from storage.errors import Gone
from storage.names import folded
from storage.office import units
from storage.points import marking, next_year
from storage.points.marking import Result
from storage.rules.points import HUNDRED, caps_of, classify, shown, thresholds_of
from storage.rules.status import Role
from storage.work import campaigns
from storage.work.campaigns import Published, Year

INDEX = re.compile(r"(?<![\d/])(\d{1,3})(?:[.,](\d{1,3}))?\s*(?:%|phan tram|diem)")
RANK = re.compile(r"(?:hang|thu|xep hang)\s*:?\s*(\d{1,4})(?:\s*(?:/|tren|trong)\s*(?:tong so\s*)?(\d{1,4}))?")
TOLD = (Role.CHAIRPERSON, Role.DEPUTY, Role.HEAD, Role.COUNCIL)


def _result(turn: Turn, year: Year) -> Result:
    settings = units.settings(turn.db, year.office_id)
    return marking.result(marking.sheet(turn.db, year.id, turn.today), settings["not_arising"], caps_of(settings))


def screen(turn: Turn, campaign_id: int) -> Reply:
    """What was published, or what the marks that were entered come to."""
    year = year_of(turn, campaign_id)
    return say.screen(year, _result(turn, year), _class(turn, year, _result(turn, year).index))


def _class(turn: Turn, year: Year, index: Decimal) -> str:
    kept = year.settings.get("classes") or units.settings(turn.db, year.office_id).get("classes")
    return classify(index, thresholds_of(kept))


def record(turn: Turn, campaign_id: int, how: str | None = None) -> Reply:
    """The index was typed, `89,74 % hạng 2/11`, or is taken from the marks."""
    year = year_of(turn, campaign_id)
    result = _result(turn, year)
    plain = folded(turn.incoming.text) if turn.incoming.kind == "text" else ""
    typed = INDEX.search(plain)
    if how == "marks" and result.is_whole:
        index = shown(result.index)
    elif typed and Decimal(f"{typed[1]}.{typed[2] or 0}") <= HUNDRED:
        index = Decimal(f"{typed[1]}.{typed[2] or 0}")
    else:
        return say.ask(year, unread=turn.incoming.kind == "text")
    rank = RANK.search(plain)
    class_ = say.class_in(plain) or _class(turn, year, result.index if how == "marks" else index)
    found = Published(index, class_, int(rank[1]) if rank else None, int(rank[2]) if rank and rank[2] else None, turn.today)
    campaigns.set_setting(turn.db, year.id, "published", found.kept())
    next_year.tell_losses(turn.db, year.office_id, year.id, turn.today)
    staff.note(turn, "publish", f"campaign:{year.id}", **found.kept())
    after = campaigns.get(turn.db, year.office_id, year.id)
    turn.tell_holders(say.told(after, result), f"published:{year.id}:{turn.inbox_id}", year.office_id, *TOLD)
    return say.screen(after, result, class_)


def close(turn: Turn, campaign_id: int, sure: str | None = None) -> Reply:
    """The year is over: asked first; its rows are asked about no more.

    Raises:
        Gone: it is closed already.
    """
    year = year_of(turn, campaign_id)
    if year.closed_on is not None:
        raise Gone
    if sure != "yes":
        return say.ask_close(year)
    campaigns.close(turn.db, year.id, turn.today)
    staff.note(turn, "close_year", f"campaign:{year.id}")
    staff.tell_coordinators(turn, say.closed_by(turn.person.full_name, year))
    return say.closed(year)
