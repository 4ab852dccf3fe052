""" "Tạo năm 2027 từ năm 2026": said before it is done; the new list is looked through in Excel; taken back while untouched."""

from bot.flows import staff
from bot.flows.scoring.year import year_of
from bot.turn import Reply, Turn
from locales.say import next_year as say
from storage.points import next_year
from storage.work import campaigns


def create(turn: Turn, campaign_id: int, sure: str | None = None) -> Reply:
    """Make the next year's list from this one."""
    year = year_of(turn, campaign_id)
    if found := campaigns.of_year(turn.db, year.office_id, year.year + 1):
        return say.there_already(year.year + 1, found)
    if sure != "yes":
        return say.ask(year)
    made = next_year.make(turn.db, year.office_id, year.id, turn.today)
    staff.note(turn, "next_year", f"campaign:{made.campaign_id}", rows=made.rows)
    staff.tell_coordinators(turn, say.told(turn.person.full_name, made))
    return say.made(made)


def drop(turn: Turn, campaign_id: int) -> Reply:
    """ "Ghi nhầm, bỏ": while nothing was said of the new year."""
    year = year_of(turn, campaign_id)
    if not next_year.is_untouched(turn.db, year.id):
        return say.touched(year)
    rows = next_year.drop(turn.db, year.id)
    staff.note(turn, "drop_year", f"campaign:{year.id}", rows=rows)
    return say.dropped(year.year)
