"""The coordinator's menu ("Quản lý"), and the start of sending."""

from datetime import date, datetime

from bot.flows import staff
from bot.flows.dates import numbered
from bot.flows.loading import load_settle
from bot.flows.loading.sent_table import how_to_send
from bot.turn import Reply, Turn
from jobs import preview
from locales.say import office as say
from storage.messages import trouble
from storage.office import calendar, roster, units
from storage.office.sending import start, stop
from storage.personal import rights
from storage.reminders import terms
from storage.rules.calendar import add_working_days, needs_confirmation
from storage.rules.hours import next_slot
from storage.rules.reminders import ALREADY_LATE
from storage.work import assignments, doubts

PEOPLE_A_PAGE = 6


def menu(turn: Turn) -> Reply:
    office = staff.office_of(turn)
    people = roster.entries(turn.db, office)
    standing = say.Standing(
        name=units.name_of(turn.db, office),
        people=len(people),
        linked=sum(one.linked for one in people),
        unreachable=sum(one.unreachable for one in people),
        doubts=len(doubts.in_doubt(turn.db, office)),
        unassigned=len(doubts.unassigned(turn.db, office)),
        days=len(needs_confirmation(calendar.rows(turn.db, office), turn.today)),
        trouble=len(trouble.undelivered(turn.db, office)) + len(trouble.stuck(turn.db, office)),
        unplaced=len(staff.unplaced_of(turn, office)),
        rights=len(rights.of_office(turn.db, office)),
        sending_since=units.sending_since(turn.db, office),
    )
    return say.menu(standing, turn.zone)


def loading(turn: Turn) -> Reply:
    return how_to_send(turn)


def sending(turn: Turn) -> Reply:
    """What "Bắt đầu gửi" will do is said before it happens."""
    office = staff.office_of(turn)
    if since := units.sending_since(turn.db, office):
        return say.already_sending(since, turn.zone)
    if not assignments.has_any(turn.db, office):
        return say.nothing_to_send(files=turn.abilities.files_in)
    people = roster.entries(turn.db, office)
    missing = [one.full_name for one in people if not one.linked]
    first = _first(turn)
    late = [row for one in _planned(turn, first.date()) for row in one.rows if row.step == ALREADY_LATE]
    unsettled = say.past_rows(*load_settle.to_settle(turn))
    in_doubt = len(doubts.in_doubt(turn.db, office))
    return say.ask_sending(say.Begins(first, len(people) - len(missing), missing, len(late), unsettled, in_doubt), turn.zone)


def sending_yes(turn: Turn) -> Reply:
    since = units.sending_since(turn.db, staff.office_of(turn))
    if since:
        return say.already_sending(since, turn.zone)
    if not assignments.has_any(turn.db, staff.office_of(turn)):
        return say.nothing_to_send(files=turn.abilities.files_in)
    _set(turn, turn.now)
    return say.sending(_first(turn), turn.zone)


def sending_no(turn: Turn, sure: str | None = None) -> Reply:
    """No reminder goes out any more ("Tạm dừng gửi"); asked first."""
    if units.sending_since(turn.db, staff.office_of(turn)) is None:
        return say.paused()
    if sure != "yes":
        return say.ask_pause()
    _set(turn, None)
    return say.paused()


def _set(turn: Turn, since: datetime | None) -> None:
    if since is None:
        stop(turn.db, staff.office_of(turn))
    else:
        start(turn.db, staff.office_of(turn), since)
    staff.note(turn, "sending", f"unit:{staff.office_of(turn)}", on=since is not None)
    staff.tell_coordinators(turn, say.told_others(turn.person.full_name, on=since is not None))


def _first(turn: Turn) -> datetime:
    """The next morning hour of a working day, from now on."""
    morning = terms.policy(turn.db, staff.office_of(turn)).morning
    return next_slot(turn.now.astimezone(turn.zone), morning, turn.calendar).replace(tzinfo=turn.zone)


def tomorrow(turn: Turn, number: int | None = None, page: int = 1) -> Reply:
    """Who gets what on the next working day, or on the one in the route, by person."""
    day = numbered(number) if number else add_working_days(turn.today, 1, turn.calendar)
    planned = _planned(turn, day)
    shown, at, pages = staff.page_of(planned, page, PEOPLE_A_PAGE)
    on = units.sending_since(turn.db, staff.office_of(turn)) is not None
    return say.tomorrow(day, shown, at, pages, total=len(planned), on=on, zone=turn.zone)


def tomorrow_of(turn: Turn, number: int, person_id: int) -> Reply:
    """What one person gets on that day, row by row."""
    day = numbered(number)
    found = next((one for one in _planned(turn, day) if one.person_id == person_id), None)
    return say.tomorrow_of(day, found, turn.zone)


def _planned(turn: Turn, day: date) -> list[preview.Planned]:
    return preview.planned_for(turn.db, staff.office_of(turn), day, turn.zone, turn.now)
