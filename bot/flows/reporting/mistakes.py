""" "Bấm nhầm", "lấy lại ảnh vừa gửi", "nhầm, mới xong 50%": what came last is taken back, what is said beside it is kept."""

import re
from datetime import timedelta

from bot.flows import lines
from bot.flows.documents import evidence
from bot.flows.reporting import report
from bot.flows.reporting.row_of_words import heard as understood
from bot.turn import Reply, Turn, arguments_of, messages_of
from locales.hear import fold
from locales.message import Message
from locales.say import report as say
from storage.evidence import documents, fetches
from storage.points import scores
from storage.work import assignments, updates

FILE = re.compile(r"\b(file|tep|anh vua|anh do|tai lieu)\b")
_NOUN = r"(?:file|tep|hinh|tai lieu|anh(?= (?:vua|do|nay|kia|ay|day|thu|gui|nham|tren|truoc|cuoi)\b))"
FILE_BACK = re.compile(rf"^(?:cho )?(?:\w+ )?(?:lay lai|rut lai|rut|thu hoi|xoa|go|bo) (?:\w+ ){{0,3}}{_NOUN}\b")
"""Files are to go: "lấy lại ảnh vừa gửi", "cho em rút tệp đó"."""
NOT_BACK = re.compile(r"\b(?:dung|khong|ko|chua|ai|sao)\b")
ONE_OF_THEM = re.compile(r"\bthu (?:\d|nhat|hai|ba|tu|nam)\b")
BESIDE = re.compile(r"(?P<mistake>[^,.;:]{3,24})[,.;:]\s*(?P<rest>.+)", re.DOTALL)
MISTAKE = re.compile(r"(?:\w+ ){0,2}(?:nham|lon|sai)(?: roi)?(?: a)?")
OF_THE_TAP = re.compile(r"\b(?:bam|ghi|bao|lo|nhan|gui|nham)\b")
"""What is said after "nhầm, ..." and tells of the mistake itself: "nhầm, tôi bấm xong"."""
FRESH = timedelta(hours=2)
"""What was reported longer ago, with other things in between, is shown before it is taken back."""


def files_back(turn: Turn) -> Reply:
    """Files that are to go are dropped, or listed where one of several is meant; None where the words ask for no such thing."""
    text = fold(turn.incoming.text)
    if NOT_BACK.search(text) or not FILE_BACK.search(text):
        return None
    sent = documents.last_sent(turn.db, turn.person.id)
    if sent is None:
        return None
    if ONE_OF_THEM.search(text) and sent.assignment_id:
        return evidence.docs(turn, sent.assignment_id)
    return evidence.drop_last(turn)


def undo(turn: Turn) -> Reply:
    """What the last answer offers to take back, else what this person did last: files, a self score, a report; files and what
    was reported beside them together.

    Raises:
        NothingToUndo: there is none.
    """
    if FILE.search(fold(turn.incoming.text)):
        return evidence.drop_last(turn)
    if line := _reported_beside_files(turn):
        return _both_undone(turn, line)
    return evidence.drop_last(turn) if _files_came_last(turn) else _old(turn) or report.undo_last(turn)


def undone(turn: Turn) -> list[Message]:
    """The same where something else was said beside it: what would have to be asked about stays as it is; so do the files
    beside which a state was said that is put right now.
    """
    if line := _reported_beside_files(turn):
        return messages_of(report.undo(turn, line))
    return [] if _old(turn) else messages_of(undo(turn))


def _both_undone(turn: Turn, line_id: int) -> Message:
    sent = documents.last_sent(turn.db, turn.person.id)
    assert sent is not None, "the report was found beside them"
    batch = fetches.batch_of(turn.db, sent.id, turn.person.id)
    count, work = evidence.withdraw(turn, batch), report.take_back(turn, line_id)
    return say.both_undone(lines.one(turn, work), count, batch.first)


def _offers_to_undo(turn: Turn) -> bool:
    return any(arguments_of(route)[0] in {"undo", "undo_all", "unscore"} for _label, route in turn.talk.offered)


def _reported_beside_files(turn: Turn) -> int | None:
    """The newest report, where the newest files bore its words ("2.1.3 xong") and nothing else is offered to be taken back."""
    sent, last = documents.last_sent(turn.db, turn.person.id), updates.last_of_person(turn.db, turn.person.id)
    if sent is None or last is None or sent.assignment_id != last[1] or updates.made_at(turn.db, last[0]) != sent.at:
        return None
    is_offered = f"undo:{last[0]}" in {route for _label, route in turn.talk.offered}
    return last[0] if is_offered or (not _offers_to_undo(turn) and turn.now - sent.at <= FRESH) else None


def _files_came_last(turn: Turn) -> bool:
    """Whether files were sent after the newest report, and not long ago."""
    sent = documents.last_sent(turn.db, turn.person.id)
    if sent is None or turn.now - sent.at > FRESH or _offers_to_undo(turn):
        return False
    last = updates.last_of_person(turn.db, turn.person.id)
    return last is None or sent.at >= updates.made_at(turn.db, last[0])


def _old(turn: Turn) -> Message | None:
    """Ask before something is taken back that was reported long ago, and that the last answer does not speak of."""
    last = updates.last_of_person(turn.db, turn.person.id)
    if last is None or _offers_to_undo(turn) or scores.last_own(turn.db, turn.person.id, after_line=last[0]) is not None:
        return None
    at = updates.made_at(turn.db, last[0])
    line = lines.one(turn, assignments.get(turn.db, last[1]))
    return say.undo_which(line, last[0], at, turn.zone) if turn.now - at > FRESH else None


def beside(turn: Turn) -> str | None:
    """The words after "nhầm, ..." if they say how far the work is; None where they say no more than that it was a mistake."""
    found = BESIDE.fullmatch(turn.incoming.text.strip())
    if found is None or not MISTAKE.fullmatch(fold(found["mistake"])) or OF_THE_TAP.search(fold(found["rest"])):
        return None
    meaning = understood(turn, found["rest"], turn.today)
    says_how_far = meaning.percent is not None or (meaning.criterion and meaning.status)
    return found["rest"] if says_how_far and not (meaning.ambiguous or meaning.undo) else None
