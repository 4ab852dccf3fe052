"""The province's view: the offices below, ranked by points and class; names only where an office grants them."""

from bot.flows import staff
from bot.turn import Reply, Turn
from locales.say import office as say_office
from locales.say import province as say
from storage.errors import Gone, NotAllowed
from storage.office import calendar, people, units
from storage.points import progress, province
from storage.rules.rollup import summary_of
from storage.work import campaigns

PAGE = 8


def show(turn: Turn, what: str = "page", which: int = 0) -> Reply:
    """The ranking, a page of it, or one office.

    Raises:
        NotAllowed: the person leads nothing with offices below.
        Gone: there is no such office below.
    """
    unit = turn.person.office_id
    if not people.covers(turn.db, turn.person, unit, *people.TEAM):
        raise NotAllowed
    offices = province.below(turn.db, unit)
    if not offices:
        return say.none_below()
    found = province.lines(turn.db, offices, turn.today.year, turn.today)
    if what == "page":
        back = "communes" if which else "progress" if _has_rows(turn, unit) else ""
        shown = say.Page(found, which, PAGE, back)
        return say.ranking(units.name_of(turn.db, unit), turn.today.year, turn.now, turn.zone, shown)
    line = next((one for one in found if what == "one" and one.office_id == which), None)
    if line is None:
        raise Gone
    settings = units.settings(turn.db, line.office_id)
    campaign = campaigns.of_year(turn.db, line.office_id, turn.today.year)
    if not settings.get(province.NAMES_SHOWN) or campaign is None:
        return say.one(line, None)
    leaves = progress.leaves(turn.db, campaign)
    cal = calendar.of_office(turn.db, line.office_id, settings)
    return say.one(line, summary_of(leaves, turn.today, cal, settings["not_arising"]).overdue)


def _has_rows(turn: Turn, office: int) -> bool:
    """Whether the unit has a list of its own, so that its own progress stands behind the ranking."""
    current = campaigns.current(turn.db, office, turn.today)
    return current is not None and bool(progress.leaves(turn.db, current[0]))


def grant(turn: Turn, answer: str = "") -> Reply:
    """The coordinator of an office decides whether the unit above sees names."""
    office = staff.office_of(turn)
    if answer in {"yes", "no"}:
        units.set_setting(turn.db, office, province.NAMES_SHOWN, answer == "yes")
        staff.note(turn, "names_shown", f"unit:{office}", on=answer == "yes")
    return say_office.names_shown(granted=bool(units.settings(turn.db, office).get(province.NAMES_SHOWN)))
