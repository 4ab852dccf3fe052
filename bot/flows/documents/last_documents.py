"""Last year's documents of a criterion, for who holds or checks it now."""

from bot.flows.documents import evidence
from bot.turn import Reply, Turn
from locales.say import last_documents as say
from storage.errors import Gone, NotYours
from storage.evidence import last_documents
from storage.office import people
from storage.office.people import CHECKERS
from storage.work import assignments
from storage.work.assignments import Work


def listing(turn: Turn, assignment_id: int) -> Reply:
    """ "Xem tài liệu năm trước": name, number, day and agency of each."""
    work = _held(turn, assignment_id)
    return say.listing(work, last_documents.of(turn.db, work))


def hand_out(turn: Turn, assignment_id: int, evidence_id: int) -> Reply:
    """One of them itself, by the row of this year that lets the person see it."""
    work = _held(turn, assignment_id)
    one = next((one for one in last_documents.of(turn.db, work).documents if one.id == evidence_id), None)
    if one is None:
        raise Gone
    return say.number_only(work, one) if work.number_only else evidence.hand_out(one, turn.zone, mine=False)


def _held(turn: Turn, assignment_id: int) -> Work:
    """The row, for who answers for it, helps with it or may check it now.

    Raises:
        NotYours: the person has nothing to do with it.
    """
    work = assignments.visible(turn.db, turn.person, assignment_id)
    mine = work.person_id == turn.person.id or turn.person.id in assignments.helpers(turn.db, work.id)
    if not mine and not people.covers(turn.db, turn.person, work.unit_id, *CHECKERS):
        raise NotYours(code=work.name)
    return work
