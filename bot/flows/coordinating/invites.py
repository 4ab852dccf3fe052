"""Codes that bring people in: one to forward, or one for everybody without a phone."""

from bot.flows import staff
from bot.turn import Reply, Turn
from locales.say import invites as say
from storage.access import invites
from storage.office import roster, units
from storage.office.roster import Entry


def invite(turn: Turn, person_id: int) -> Reply:
    """A fresh code for one person, in a message that can be forwarded as it is."""
    entry = staff.entry_of(turn, person_id)
    office = units.name_of(turn.db, staff.office_of(turn))
    code, link = _code(turn, entry)
    until = turn.now + invites.VALID_FOR
    web = invites.web_link(code, turn.web)
    forward = say.to_forward(entry.full_name, office, code, link, until=until, zone=turn.zone, web=web)
    return [forward, say.given(entry.id, entry.full_name, linked=entry.linked)]


def invite_all(turn: Turn, sure: str | None = None) -> Reply:
    """Codes for everybody without a phone; asked first, since the older codes are revoked."""
    missing = roster.without_phone(roster.entries(turn.db, staff.office_of(turn)))
    if not missing:
        return say.nobody()
    if sure != "yes":
        return say.ask_all([one.full_name for one in missing])
    lines = [(one.full_name, *_code(turn, one)) for one in missing]
    office = units.name_of(turn.db, staff.office_of(turn))
    return say.all_codes(office, lines, until=turn.now + invites.VALID_FOR, zone=turn.zone)


def _code(turn: Turn, entry: Entry) -> tuple[str, str | None]:
    code = invites.make(turn.db, entry.id, turn.now, by=turn.person.id)
    return code, invites.link(code, invites.bot_name(turn.db))


def on_paper(turn: Turn) -> Reply:
    """Where invitations to print are made: codes for paper appear on paper only, never in a chat."""
    office = staff.office_of(turn)
    missing = roster.without_phone(roster.entries(turn.db, office))
    return say.on_paper(turn.web, len(missing))
