"""Documents whose senders have not said for days what they prove: the coordinator, or the head of their section, places them."""

from bot.flows.documents import evidence
from bot.turn import OtherWords, Reply, Turn
from locales.message import Message
from locales.say import placing as say
from storage import audit
from storage.errors import Gone, NothingToUndo
from storage.evidence import documents, fetches, likely, numbers, readings, required, serving, targets, unplaced
from storage.evidence.fetches import Batch
from storage.evidence.unplaced import Unplaced
from storage.work import assignments
from storage.work.assignments import Work

PLACED, SEEN = "place_document", "see_document"


def waiting(turn: Turn) -> list[Unplaced]:
    """Those that this person may place; their own are asked about elsewhere."""
    return unplaced.to_place(turn.db, turn.person, turn.today, turn.zone, turn.calendar)


def listing(turn: Turn) -> Reply:
    """All of them; names of files are shown only where one is opened."""
    return say.listing(waiting(turn), turn.zone)


def card(turn: Turn, first: int) -> Reply:
    """One sending: its files, what was read on them, the likely rows; the code of any other may be typed."""
    one = _waiting(turn, first)
    is_answer = turn.incoming.kind == "text" and turn.talk.awaiting == f"loose:{first}"
    code = numbers.only_code(turn.incoming.text) if is_answer else None
    if is_answer and code is None:
        raise OtherWords
    if code is not None:
        found = _reachable(turn, code)
        return put(turn, first, found[0].id) if len(found) == 1 else _card(turn, one, found, unknown="" if found else code)
    audit.note(turn.db, SEEN, f"fetch:{first}", turn.now, by=turn.person.id, office=turn.person.office_id)
    batch = _batch(turn, one)
    traits = likely.traits_of(documents.of_batch(turn.db, batch), [part.caption for part in batch.parts])
    return _card(turn, one, likely.ordered(targets.rows_for(turn.db, one.person_id, turn.today), traits))


def _card(turn: Turn, one: Unplaced, rows: list[Work], unknown: str = "") -> Message:
    kept = [readings.alone(document) for document in documents.of_batch(turn.db, _batch(turn, one))]
    return say.card(one, kept, rows, turn.zone, unknown=unknown)


def _reachable(turn: Turn, code: str) -> list[Work]:
    """The rows of a code that this person may look at."""
    return [
        work
        for work in assignments.coded(turn.db, turn.person.office_id, code, turn.today)
        if assignments.is_visible(turn.db, turn.person, work.id)
    ]


def _waiting(turn: Turn, first: int) -> Unplaced:
    """Raises Gone where it was placed or taken back meanwhile, or is none of this person's."""
    found = next((one for one in waiting(turn) if one.first == first), None)
    if found is None:
        raise Gone
    return found


def _batch(turn: Turn, one: Unplaced) -> Batch:
    return fetches.batch_of(turn.db, one.first, one.person_id)


def look(turn: Turn, first: int, evidence_id: int) -> Reply:
    """One of its files, to see what it is; the look is noted."""
    batch = _batch(turn, _waiting(turn, first))
    found = next((one for one in documents.of_batch(turn.db, batch) if one.id == evidence_id), None)
    if found is None:
        raise Gone
    audit.note(turn.db, SEEN, f"evidence:{evidence_id}", turn.now, by=turn.person.id, office=turn.person.office_id)
    return evidence.hand_out(found, turn.zone, mine=False)


def put(turn: Turn, first: int, assignment_id: int) -> Reply:
    """Place it; who sent it is told with a way to change that, and so is who answers for the row."""
    one, work = _waiting(turn, first), assignments.visible(turn.db, turn.person, assignment_id)
    if work.number_only:
        return say.takes_no_files(one, work)
    batch, me = _batch(turn, one), turn.person
    serving.place(turn.db, batch, work.id, turn.now)
    fetches.assign(turn.db, batch, work.id)
    audit.note(turn.db, PLACED, f"fetch:{first}", turn.now, by=me.id, office=me.office_id, row=work.id)
    own = work.person_id == one.person_id
    turn.tell(one.person_id, say.told_sender(one, work, me.full_name, turn.zone, may_close=own), f"loose:{first}:{turn.inbox_id}")
    if work.person_id not in {None, one.person_id, me.id}:
        turn.tell(work.person_id, say.told_owner(one, work, me.full_name), f"loose:{first}:{turn.inbox_id}:owner")
    return say.placed(one, work, required.of_row(turn.db, work), len(waiting(turn)), turn.zone)


def undo(turn: Turn, first: int) -> Reply:
    """ "Ghi nhầm, bỏ": it belongs to no criterion again, and its sender is told.

    Raises:
        NothingToUndo: somebody else placed it, it was moved since, or it was checked.
    """
    placed = audit.newest(turn.db, PLACED, f"fetch:{first}")
    sender = fetches.sender_of(turn.db, first)
    if placed is None or sender is None or placed.person_id != turn.person.id:
        raise NothingToUndo
    batch, row = fetches.batch_of(turn.db, first, sender), placed.detail["row"]
    if batch.refused_for or batch.assignment_id != row:
        raise NothingToUndo
    (work,) = assignments.several(turn.db, [row])
    serving.unplace(turn.db, batch)
    fetches.unassign(turn.db, batch)
    audit.note(turn.db, "unplace_document", f"fetch:{first}", turn.now, by=turn.person.id, office=turn.person.office_id)
    turn.tell(sender, say.told_undone(first, work, turn.person.full_name), f"loose:{first}:{turn.inbox_id}")
    return say.undone(work, len(waiting(turn)))
