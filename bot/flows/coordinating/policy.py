"""When the office works, reminds and reports upwards: the coordinator sees each change in words before it applies."""

from bot.flows import staff
from bot.flows.coordinating.policy_words import READ, read
from bot.turn import Reply, Turn
from locales.say import policy as say
from storage.errors import Gone
from storage.reminders import terms
from storage.rules.hours import next_slot
from storage.rules.policy import Doubt, Terms


def menu(turn: Turn) -> Reply:
    """Everything as it stands."""
    return say.menu(terms.of_office(turn.db, staff.office_of(turn)))


def ask(turn: Turn, what: str) -> Reply:
    """One of them: how it is, what may be typed, what is usual."""
    return say.ask(_known(what), terms.of_office(turn.db, staff.office_of(turn)))


def propose(turn: Turn, what: str, token: str | None = None) -> Reply:
    """What was typed, or tapped (`token`), in words; nothing is changed yet."""
    now = terms.of_office(turn.db, staff.office_of(turn))
    typed = turn.incoming.text if turn.incoming.kind == "text" else ""
    wanted = read(_known(what), token or typed, now)
    if not isinstance(wanted, Terms):
        return say.ask(what, now, doubt=wanted or Doubt.UNREAD)
    if wanted == now:
        return say.unchanged(what, now)
    return say.confirm(what, now, wanted, next_slot(turn.local, wanted.policy.morning, turn.calendar))


def record(turn: Turn, what: str, token: str) -> Reply:
    """ "Đồng ý": it applies from the next plan on; the office's other coordinators learn of it.

    Raises:
        Gone: there is no such setting, or the value makes no sense.
    """
    office = staff.office_of(turn)
    wanted = read(_known(what), token, terms.of_office(turn.db, office))
    if not isinstance(wanted, Terms):
        raise Gone
    terms.put(turn.db, office, wanted)
    staff.note(turn, "rules", f"unit:{office}", key=what, value=token)
    staff.tell_coordinators(turn, say.told_others(turn.person.full_name, what, wanted))
    return say.recorded(what, wanted)


def _known(what: str) -> str:
    if what not in READ:
        raise Gone
    return what
