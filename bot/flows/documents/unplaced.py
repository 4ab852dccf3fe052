"""Documents that belong to no criterion yet, placed later than on the day they came."""

from bot.turn import Reply, Turn
from jobs import receipts
from locales.say import evidence as say_evidence
from locales.say import unplaced as say
from storage.errors import NothingToUndo
from storage.evidence import documents, fetches, likely, targets, unplaced
from storage.work import assignments


def listing(turn: Turn) -> Reply:
    """Those of this person; a single one is asked about at once."""
    loose = unplaced.of_person(turn.db, turn.person.id)
    return place(turn, loose[0].first) if len(loose) == 1 else say.listing(loose, turn.zone)


def place(turn: Turn, first: int) -> Reply:
    """Which criterion is it for? The likely ones first; what was placed meanwhile is shown as it stands.

    Raises:
        NothingToUndo: it was taken back.
    """
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    if batch.refused_for:
        raise NothingToUndo
    if batch.assignment_id is not None:
        (work,) = assignments.several(turn.db, [batch.assignment_id])
        return receipts.receipt_of(turn.db, batch, work, turn.today)
    one = next((one for one in unplaced.of_person(turn.db, turn.person.id) if one.first == batch.first), None)
    rows = targets.rows_for(turn.db, turn.person.id, turn.today)
    if one is None or not rows:
        return say_evidence.no_rows()
    traits = likely.traits_of(documents.of_batch(turn.db, batch), [part.caption for part in batch.parts])
    return say.ask(likely.ordered(rows, traits), one, turn.zone)
