"""Words beside files: a state that they say of the row which the files are for is recorded, as if it had been typed."""

from bot.flows.documents import evidence, files
from bot.flows.reporting import heard
from bot.flows.reporting.row_of_words import heard as understood
from bot.flows.reporting.row_of_words import meant
from bot.turn import Reply, Turn, messages_of
from storage.evidence import fetches, numbers
from storage.rules.status import OPEN
from storage.work import assignments
from storage.work.assignments import Work


def arrived(turn: Turn) -> Reply:
    """Take the files, then the state said beside them ("2.2 xong"); the receipt comes when they are safe.

    Where only the number may be sent, the files are not kept, but the number beside them is.
    """
    told = messages_of(files.arrived(turn))
    if row := _wants_number(turn):
        return [*told, evidence.number_given(turn, row)]
    return [*told, *messages_of(_state_said(turn))]


def _wants_number(turn: Turn) -> Work | None:
    """The row that took the number alone, where the words give one."""
    said = turn.incoming
    batch = None if said.is_group or said.is_edited else fetches.of_message(turn.db, turn.chat, files.key_of(turn))
    if batch is None or batch.refused_for != "number_only" or not numbers.document_number(said.text, turn.today):
        return None
    return next(iter(assignments.several(turn.db, [batch.assignment_id] if batch.assignment_id else [])), None)


def _state_said(turn: Turn) -> Reply:
    """Only what is sure: a plain state, of an open row of one's own, which took the files."""
    said = turn.incoming
    if said.is_group or said.is_edited or said.is_forwarded or not said.text.strip():
        return None
    meaning = understood(turn, said.text, turn.today)
    is_plain = meaning.intent == "status" and meaning.status in heard.STATES and not (meaning.ambiguous or meaning.items)
    row = meant(turn, said.text, meaning.criterion).sure if is_plain else None
    return heard.on_row(turn, meaning, row) if row is not None and _took(turn, row) else None


def _took(turn: Turn, row: Work) -> bool:
    batch = fetches.of_message(turn.db, turn.chat, files.key_of(turn))
    return batch is not None and not batch.refused_for and batch.assignment_id == row.id and row.progress in OPEN
