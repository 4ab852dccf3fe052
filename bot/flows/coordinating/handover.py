"""Work that changes hands: the coordinator proposes, the successor agrees, only then the rows move; and people who go."""

from typing import Literal

from bot.flows import staff
from bot.flows.arriving.phones import another
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import handovers as say
from storage.access import invites
from storage.errors import Gone
from storage.messages import rerouting
from storage.office import people, roster
from storage.office.people import Official
from storage.rules.status import Role
from storage.work import handovers
from storage.work.handovers import Proposal

LISTED = 7


def handover(turn: Turn, person_id: int, to: int | str | None = None, number: int = 1) -> Reply:
    """`handover:ID` asks for the successor; `handover:ID:TO` asks the successor; `handover:ID:page:2` turns the page."""
    person = staff.person_of(turn, person_id)
    works = handovers.movable(turn.db, person.id)
    if not works:
        return say.nothing(person.id, person.full_name)
    if isinstance(to, int):
        return _propose(turn, person, staff.person_of(turn, to))
    leaders = set(people.holders(turn.db, person.office_id, Role.CHAIRPERSON, Role.DEPUTY))
    others = [one for one in roster.entries(turn.db, person.office_id) if one.id != person.id]
    others.sort(key=lambda one: one.id in leaders)
    page, number, pages = staff.page_of(others, number, LISTED)
    return say.choose(person.id, person.full_name, works, page, number=number, pages=pages)


def _propose(turn: Turn, person: Official, to: Official) -> Reply:
    if people.chat_of(turn.db, to.id) is None:
        return say.no_phone(person.id, to.id, to.full_name)
    proposal, works = handovers.propose(turn.db, person.office_id, person.id, to.id, by=turn.person.id, at=turn.now)
    staff.note(turn, "propose_handover", f"handover:{proposal}", rows=len(works))
    request = say.request(proposal, person.full_name, turn.person.full_name, works)
    turn.tell(to.id, request, f"handover:{proposal}:{to.id}")
    return say.proposed(person.id, person.full_name, to.full_name, len(works))


def take_over(turn: Turn, proposal_id: int, answer: Literal["yes", "no"]) -> Reply:
    """The successor says yes or no; nobody else's tap counts, and only once."""
    proposal = handovers.open_for(turn.db, proposal_id, turn.person.id)
    if answer == "yes":
        return _take(turn, proposal)
    handovers.decline(turn.db, proposal, at=turn.now)
    staff.note(turn, "decline_handover", f"handover:{proposal.id}")
    giver = people.by_id(turn.db, proposal.from_id)
    _tell_office(turn, say.declined_for_office(giver.id, giver.full_name, turn.person.full_name), proposal)
    return say.declined()


def _take(turn: Turn, proposal: Proposal) -> Reply:
    works = handovers.accept(turn.db, proposal, at=turn.now)
    if not works:
        raise Gone
    giver, taker = people.by_id(turn.db, proposal.from_id), turn.person.full_name
    staff.note(turn, "accept_handover", f"handover:{proposal.id}", rows=len(works))
    turn.tell(giver.id, say.taken_from_you(taker, works), f"handed:{proposal.id}:{giver.id}")
    _tell_office(turn, say.taken_for_office(giver.full_name, taker, works), proposal)
    return say.taken(giver.full_name, works)


def _tell_office(turn: Turn, message: Message, proposal: Proposal) -> None:
    told = people.holders(turn.db, proposal.office_id, Role.COORDINATOR)
    for one in dict.fromkeys([proposal.proposed_by, *told]):
        if one not in {turn.person.id, proposal.from_id}:
            turn.tell(one, message, f"decided:{proposal.id}:{one}")


def left(turn: Turn, person_id: int, sure: str | None = None) -> Reply:
    """Leaves or moves elsewhere: after a handover, or with rows that nobody answers for any more."""
    person = another(turn, person_id)
    works = handovers.movable(turn.db, person.id)
    if sure != "yes":
        return say.ask_left(person.id, person.full_name, works)
    people.keep_a_coordinator(turn.db, person)
    for chat in people.chats(turn.db, person.id):
        rerouting.stop_person(turn.db, person.id, chat, "left")
    freed = handovers.release(turn.db, person.id, by=turn.person.id, at=turn.now)
    people.leave(turn.db, person.id, turn.now, turn.today)
    invites.revoke(turn.db, person.id, turn.now)
    staff.note(turn, "left", f"person:{person.id}", rows=len(freed))
    staff.tell_coordinators(turn, say.left_for_office(person.full_name, turn.person.full_name, len(freed)), but=person.id)
    return say.left(person.full_name, freed)
