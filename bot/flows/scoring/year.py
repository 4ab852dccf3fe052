"""The year as the coordinator sees it: its windows and locks, whether estimates are allowed, how far the marks are."""

from dataclasses import replace

from bot.flows import staff
from bot.flows.scoring.windows import moments
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import year as say
from storage.errors import Gone
from storage.points import marking
from storage.rules import year as rules
from storage.rules.year import NO_WINDOW, Phase, Window
from storage.work import campaigns
from storage.work.campaigns import Year

ANSWERS = {"yes": True, "no": False}


def years(turn: Turn) -> Reply:
    """The open years; where there is one, that one."""
    found = campaigns.open_years(turn.db, staff.office_of(turn))
    if len(found) == 1:
        return card(turn, found[0][0])
    return say.years(found) if found else say.no_year()


def year_of(turn: Turn, campaign_id: int) -> Year:
    """A year of this coordinator's office.

    Raises:
        Gone: of another office, or none.
        NotAllowed: the role does not cover the office.
    """
    return campaigns.get(turn.db, staff.office_of(turn), campaign_id)


def card(turn: Turn, campaign_id: int) -> Reply:
    """The windows of a year, and where it stands."""
    return _card(turn, year_of(turn, campaign_id))


def _card(turn: Turn, year: Year, told: str = "") -> Message:
    totals = marking.totals(turn.db, year.id)
    following = campaigns.of_year(turn.db, year.office_id, year.year + 1)
    message = say.card(year, totals, turn.local, following)
    return replace(message, text=f"{told}\n\n{message.text}") if told else message


def window(turn: Turn, campaign_id: int, phase: Phase) -> Reply:
    """One window: how it is, and how to change it."""
    return say.ask_window(year_of(turn, campaign_id), phase, turn.local)


def set_window(turn: Turn, campaign_id: int, phase: Phase) -> Reply:
    """Days were typed: one = up to then, two = from and to. The office's own lock is proposed the working day before."""
    year = year_of(turn, campaign_id)
    found = moments(turn.incoming.text, turn.today) if turn.incoming.kind == "text" else None
    if not found or len(found) > 2 or found[0].day > found[-1].day:
        return say.ask_window(year, phase, turn.local, unread=True)
    closes = found[-1].end
    lock = rules.office_lock(closes, turn.calendar) if phase in rules.OWN_LOCK else None
    return _keep(turn, year, phase, Window(found[0].day if len(found) == 2 else None, lock, closes))


def set_lock(turn: Turn, campaign_id: int, phase: Phase) -> Reply:
    """Another moment for the office's own lock: asked for by a tap, then typed; never after the province's."""
    year = year_of(turn, campaign_id)
    kept = year.window(phase)
    if phase not in rules.OWN_LOCK or kept.closes is None:
        raise Gone
    found = moments(turn.incoming.text, turn.today) if turn.incoming.kind == "text" else None
    if found is None or len(found) != 1 or found[0].end > kept.closes:
        return say.ask_lock(year, phase, unread=turn.incoming.kind == "text")
    lock = found[0].end if found[0].hour else found[0].end.replace(hour=rules.EVENING.hour, minute=0)
    return _keep(turn, year, phase, replace(kept, lock=lock))


def drop_window(turn: Turn, campaign_id: int, phase: Phase) -> Reply:
    """The window is unknown again: nothing is locked by it."""
    return _keep(turn, year_of(turn, campaign_id), phase, NO_WINDOW)


def _keep(turn: Turn, year: Year, phase: Phase, window: Window) -> Message:
    """Keep a window; the office's other coordinators learn of it, since it locks everybody."""
    campaigns.set_window(turn.db, year.id, phase, window)
    staff.note(turn, "set_window", f"campaign:{year.id}", phase=phase.value, **rules.kept(window))
    told = say.window_set(year.year, phase, window)
    staff.tell_coordinators(turn, say.set_by(turn.person.full_name, told))
    return _card(turn, campaigns.get(turn.db, year.office_id, year.id), told)


def entered(turn: Turn, campaign_id: int) -> Reply:
    """ "Đã nhập phần mềm tỉnh": ticked with its day, and ticked off again."""
    year = year_of(turn, campaign_id)
    day = None if year.entered_on else turn.today.isoformat()
    campaigns.set_setting(turn.db, year.id, "entered", day)
    staff.note(turn, "entered", f"campaign:{year.id}", on=day)
    return _card(turn, campaigns.get(turn.db, year.office_id, year.id))


def estimates(turn: Turn, campaign_id: int, answer: str | None = None) -> Reply:
    """Whether the province takes estimated marks, to be proven later."""
    year = year_of(turn, campaign_id)
    if answer not in ANSWERS:
        return say.ask_estimates(year)
    campaigns.set_setting(turn.db, year.id, "estimates", ANSWERS[answer])
    staff.note(turn, "estimates", f"campaign:{year.id}", allowed=ANSWERS[answer])
    return _card(turn, campaigns.get(turn.db, year.office_id, year.id))
