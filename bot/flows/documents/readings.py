"""What was read on documents: confirmed with one tap, corrected in words, dropped again."""

from bot.turn import Reply, Turn
from locales.hear import past_day
from locales.say import readings as say
from locales.say import refused_files
from storage.errors import Gone, NotYours
from storage.evidence import documents, fetches, marks, numbers, readings
from storage.evidence.readings import Reading
from storage.work import assignments
from storage.work.assignments import Work


def right(turn: Turn, first: int) -> Reply:
    """ "Đúng": what was read on the documents of a batch is recorded."""
    batch = fetches.batch_of(turn.db, first, turn.person.id)
    works = assignments.several(turn.db, [batch.assignment_id]) if batch.assignment_id else []
    if not works:
        raise Gone
    found = [readings.of(one, works[0]) for one in documents.of_batch(turn.db, batch)]
    proposed = [one for one in found if one.is_proposed]
    if not proposed:
        raise Gone
    readings.confirm(turn.db, proposed, turn.person.id, turn.now)
    return say.kept(works[0], proposed, may_close=works[0].person_id == turn.person.id)


def fix(turn: Turn, evidence_id: int) -> Reply:
    """ "Sửa": number and day as they are typed."""
    work, one = _own(turn, evidence_id)
    incoming = turn.incoming
    if incoming.kind != "text" or turn.talk.awaiting != f"read_fix:{evidence_id}":
        return say.ask_number(work, one)
    if marks.is_secret(incoming.text):
        return refused_files.secret()
    found = numbers.document_number(incoming.text, turn.today)
    day = found.issued_on if found else past_day(incoming.text, turn.today)
    if found is None and day is None:
        return say.ask_number(work, one, unread=True)
    number = found.number if found else one.number
    readings.record(turn.db, one, turn.person.id, turn.now, number=number, issued_on=day or one.issued_on)
    work, one = _own(turn, evidence_id)
    return say.kept(work, [one], may_close=work.person_id == turn.person.id)


def drop(turn: Turn, evidence_id: int) -> Reply:
    """ "Ghi nhầm, bỏ": the number goes, the document stays."""
    work, one = _own(turn, evidence_id)
    readings.forget(turn.db, evidence_id, turn.person.id, turn.now)
    return say.forgotten(work, one)


def _own(turn: Turn, evidence_id: int) -> tuple[Work, Reading]:
    """An own document and the row that it serves.

    Raises:
        Gone: it serves none.
        NotYours: somebody else sent it.
    """
    document = documents.get(turn.db, turn.person, evidence_id)
    works = assignments.several(turn.db, documents.rows_of(turn.db, document.id))
    if document.person_id != turn.person.id:
        raise NotYours(code=works[0].name if works else document.name)
    if not works:
        raise Gone
    return works[0], readings.of(document, works[0])
