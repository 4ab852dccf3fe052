"""Leave in words: the rows that fall due meanwhile, who does them, the head's agreement, the substitute's yes. Due dates stay."""

from datetime import date

from bot.flows import lines, staff
from bot.flows.reporting import time_off
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import leave as say
from locales.say import time_off as say_time_off
from storage.checking.decisions import DECIDERS, waiting_for
from storage.errors import Gone, OwnWork
from storage.office import people, roster
from storage.rules.status import Role
from storage.work import leave
from storage.work.leave import Away

LISTED = 5


def declare(turn: Turn, first: date, last: date) -> Reply:
    """Ask who does what falls due in these days; None where nothing does."""
    away = leave.get(turn.db, leave.declare(turn.db, turn.person.id, first, last, turn.now))
    return _ask(turn, away) if leave.due(turn.db, away) else None


def tell_heads(turn: Turn, notice: Message) -> list[str]:
    """Tell the heads of the person's section; returns their names."""
    heads = turn.tell_holders(notice, f"leave-told:{turn.inbox_id}", turn.person.unit_id, Role.HEAD)
    return people.names_of(turn.db, heads)


def page(turn: Turn, leave_id: int, number: int = 1) -> Reply:
    """Further colleagues to choose from."""
    return _ask(turn, _own(turn, leave_id), number)


def _ask(turn: Turn, away: Away, number: int = 1) -> Reply:
    others = [one for one in roster.entries(turn.db, turn.person.office_id) if one.id != turn.person.id]
    leaders = set(people.holders(turn.db, turn.person.unit_id, Role.CHAIRPERSON, Role.DEPUTY))
    others.sort(key=lambda one: (one.id in leaders, one.unit_id != turn.person.unit_id))  # who shares the section knows the work
    some, number, pages = staff.page_of(others, number, LISTED)
    chosen = [(one.id, one.full_name) for one in some]
    return say.who(away, lines.lines(turn, leave.due(turn.db, away)), chosen, number=number, pages=pages)


def _own(turn: Turn, leave_id: int) -> Away:
    away = leave.get(turn.db, leave_id)
    if away.person_id != turn.person.id:
        raise Gone
    return away


def to(turn: Turn, leave_id: int, person_id: int) -> Reply:
    """A substitute is named: the request goes to those who decide."""
    away, substitute = _own(turn, leave_id), people.of_office(turn.db, turn.person.office_id, person_id)
    works = leave.due(turn.db, away)
    if not works or substitute.id == turn.person.id:
        raise Gone
    if people.chat_of(turn.db, substitute.id) is None:
        return say.no_phone(away, substitute.full_name)
    leave.name(turn.db, away, substitute.id)
    question = say.decide(away, turn.person.full_name, substitute.full_name, len(works))
    deciders = time_off.deciders(turn, works[0])
    for one in deciders:
        turn.tell(one, question, f"leave:{away.id}:{substitute.id}:{one}")
    return say.asked(away, substitute.full_name, people.names_of(turn.db, deciders))


def asked(turn: Turn, leave_id: int) -> Reply:
    """A leave as its question, for who opens it from the list: to agree, or as its substitute to accept.

    Raises:
        Gone: it was settled meanwhile, or is not for this person to decide.
    """
    away = leave.get(turn.db, leave_id)
    if away.to_id is None or f"leave_asked:{away.id}" not in {one.route for one in waiting_for(turn.db, turn.person, turn.today)}:
        raise Gone
    who, works = people.name_of(turn.db, away.person_id), leave.due(turn.db, away)
    if away.agreed_by is None:
        return say.decide(away, who, people.name_of(turn.db, away.to_id), len(works))
    return say.take(away, who, people.name_of(turn.db, away.agreed_by), lines.lines(turn, works))


def agree(turn: Turn, leave_id: int, answer: str | None = None) -> Reply:
    """Who decides agrees, or not; never to an own leave.

    Raises:
        OwnWork: nobody decides on their own leave.
        Gone: it is not of this person's units, or no substitute is named.
    """
    away = leave.get(turn.db, leave_id)
    person = people.by_id(turn.db, away.person_id)
    if person.id == turn.person.id:
        raise OwnWork(code="")
    if away.to_id is None or answer not in {"yes", "no"} or not people.covers(turn.db, turn.person, person.unit_id, *DECIDERS):
        raise Gone
    if away.agreed_by is not None:
        return say_time_off.already_decided()
    substitute = people.by_id(turn.db, away.to_id)
    if answer == "no":
        leave.name(turn.db, away, None)
        turn.tell(person.id, say.refused(away, turn.person.full_name, again=True), f"leave-no:{away.id}:{substitute.id}")
        return say.refused(away, turn.person.full_name)
    leave.agree(turn.db, away, by=turn.person.id)
    if substitute.id == turn.person.id:  # who agrees to do the work has accepted it
        return take(turn, away.id, "yes")
    works = lines.lines(turn, leave.due(turn.db, away))
    turn.tell(
        substitute.id, say.take(away, person.full_name, turn.person.full_name, works), f"leave-take:{away.id}:{substitute.id}"
    )
    return say.agreed(away, person.full_name, substitute.full_name)


def take(turn: Turn, leave_id: int, answer: str | None = None) -> Reply:
    """The substitute accepts or declines; nobody else's tap counts, and only once."""
    away = leave.get(turn.db, leave_id)
    if away.to_id != turn.person.id or away.agreed_by is None or away.taken is not None or answer not in {"yes", "no"}:
        raise Gone
    works = leave.answer(turn.db, away, taken=answer == "yes")
    by, name = people.name_of(turn.db, away.agreed_by), turn.person.full_name
    told = say.settled(away, by, name, len(works)) if answer == "yes" else say.declined(away, name)
    for one in dict.fromkeys((away.person_id, away.agreed_by)):
        if one == turn.person.id:
            continue
        turn.tell(one, told, f"leave-taken:{away.id}:{turn.inbox_id}:{one}")
    return say.taken(away, lines.lines(turn, works)) if answer == "yes" else say.declined(away, name)
