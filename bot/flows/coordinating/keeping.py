"""Who is told of marks of state secrets, and how long documents of closed years are kept: set by the coordinator."""

from bot.flows import staff
from bot.turn import Reply, Turn
from jobs import keeping as jobs
from jobs.alarm import OFFICER
from locales.say import keeping as say
from storage.errors import Gone
from storage.evidence import keeping
from storage.office import roster, units

YEARS = (5, 10, 20)
FOREVER = 0


def show(turn: Turn) -> Reply:
    """Both settings as they stand."""
    office = staff.office_of(turn)
    settings = units.settings(turn.db, office)
    officer = next((one for one in roster.entries(turn.db, office) if one.id == settings.get(OFFICER)), None)
    return say.show(officer, settings.get(jobs.YEARS) or FOREVER)


def officer(turn: Turn, page: int = 1, person_id: int | None = None) -> Reply:
    """Who looks after state secrets; nobody (0) means the coordinators."""
    office = staff.office_of(turn)
    if person_id is None:
        shown, at, pages = staff.page_of(roster.entries(turn.db, office), page)
        return say.whom(shown, at, pages)
    chosen = staff.person_of(turn, person_id) if person_id else None
    units.set_setting(turn.db, office, OFFICER, chosen.id if chosen else None)
    staff.note(turn, "security_officer", f"unit:{office}", person=chosen.id if chosen else None)
    if chosen and chosen.id != turn.person.id:
        turn.tell(chosen.id, say.told_officer(turn.person.full_name), f"officer:{turn.inbox_id}")
    return show(turn)


def years(turn: Turn, wanted: int | None = None, sure: int | None = None) -> Reply:
    """How many years after its close the documents of a year are kept; what would go at once is counted first.

    Raises:
        Gone: no such choice.
    """
    office = staff.office_of(turn)
    if wanted is None:
        return say.how_long(YEARS)
    if wanted not in (FOREVER, *YEARS):
        raise Gone
    doomed = len(keeping.due(turn.db, office, jobs.kept_from(turn.today, wanted))) if wanted else 0
    if wanted and sure != 1:
        return say.sure(wanted, doomed)
    units.set_setting(turn.db, office, jobs.YEARS, wanted)
    staff.note(turn, "retention", f"unit:{office}", years=wanted)
    staff.tell_coordinators(turn, say.told_others(turn.person.full_name, wanted))
    return show(turn)
