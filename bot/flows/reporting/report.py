"""An official reports: done, in progress with a percent, not started, blocked, and the way back."""

from datetime import date
from typing import Literal

from bot.flows import lines
from bot.flows.checking import check
from bot.flows.dates import numbered
from bot.flows.reporting import learning
from bot.turn import OtherWords, Reply, Turn, arguments_of
from locales.hear import fold, past_day, understand
from locales.message import Message
from locales.say import evidence as say_evidence
from locales.say import heard as say_heard
from locales.say import leave as say_leave
from locales.say import report as say
from locales.say import time_off as say_time_off
from storage.checking import extensions
from storage.errors import Gone, NothingToUndo
from storage.evidence import documents, named, required, serving
from storage.evidence.documents import Document
from storage.office import people
from storage.points import scores
from storage.rules.deadlines import days_late
from storage.rules.status import Progress, Role, is_owed
from storage.work import assignments, updates
from storage.work.assignments import Work
from storage.work.updates import Report

ONLY_BLOCKED = frozenset({"vuong", "vuong mac", "bi vuong", "dang vuong", "kho khan", "gap kho khan", "co vuong mac"})
"""Folded words that say that something stands in the way, but not what."""
STATES = {"done": Progress.REPORTED, "doing": Progress.IN_PROGRESS, "none": Progress.NOT_STARTED}


def set_status(turn: Turn, assignment_id: int, state: Literal["done", "doing", "none"]) -> Reply:
    """A tap on one of the three states."""
    return record(turn, assignment_id, Report(STATES[state]))


def record(
    turn: Turn, assignment_id: int, told: Report, *, promised_on: date | None = None, document: Document | None = None
) -> Message:
    """Write a report on an own row and say what was written, the day that was promised and the document that was named."""
    recorded = write(turn, assignment_id, told)
    return _told(turn, recorded, promised_on, say_evidence.number(document) if document else None)


def write(turn: Turn, assignment_id: int, told: Report) -> updates.Recorded:
    """Write a report on an own row; who checks it learns of what is done."""
    assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    recorded = updates.report(turn.db, assignment_id, told, turn.stamp, turn.today)
    if recorded.after.progress is Progress.REPORTED:
        check.tell_checkers(turn, recorded.after)
    if owner := _instead_of(turn, recorded.after):
        turn.tell(owner, say_leave.reported(recorded.after, turn.person.full_name), f"stood-in:{recorded.id}")
    return recorded


def _instead_of(turn: Turn, work: Work) -> int | None:
    """The owner, where somebody else stands in."""
    return work.person_id if work.person_id != turn.person.id else None


def _told(turn: Turn, recorded: updates.Recorded, promised_on: date | None = None, document: str | None = None) -> Message:
    work = recorded.after
    return say.recorded(
        lines.one(turn, work),
        recorded.id,
        missing=_missing(turn, work),
        days_late=days_late(work.due_on, work.completed_on, turn.calendar),
        promised_on=promised_on,
        document=document,
    )


def _missing(turn: Turn, work: Work) -> str | None:
    """What is still to be sent for a row reported done, in the words of the list; of files on their way the receipt tells."""
    if work.progress is not Progress.REPORTED or not work.required_evidence or turn.incoming.kind == "files":
        return None
    if not documents.of_assignment(turn.db, work.id):
        return work.required_evidence
    return "; ".join(required.of_row(turn.db, work).missing_words) or None


def percent(turn: Turn, assignment_id: int, value: int | None = None) -> Reply:
    """A tapped or typed percent; other words are heard as usual."""
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    if value is None:
        heard = understand(turn.incoming.text, turn.today)
        value = heard.percent
        digits = turn.incoming.text.strip().rstrip("% ")
        if value is None and digits.isascii() and digits.isdigit():
            value = int(digits[:4])
        if value is None:
            raise OtherWords
    if value >= 100:
        return say.is_it_done(work)
    if value <= 0:
        return say.ask_number_again(work)
    return record(turn, assignment_id, Report(Progress.IN_PROGRESS, value))


def block(turn: Turn, assignment_id: int, reason: int | None = None) -> Reply:
    """ "Vướng mắc": ask for the reason, or keep the tapped or typed one."""
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    words = say.block_reason(reason) if reason else turn.incoming.text.strip() if turn.incoming.kind == "text" else None
    if not words or fold(words) in ONLY_BLOCKED:
        return say.ask_block(work)
    if reason is None and understand(words, turn.today).status == "done":
        raise OtherWords
    return record_block(turn, assignment_id, words)


def record_block(turn: Turn, assignment_id: int, words: str) -> Message:
    """Keep what stands in the way in the person's own words, and tell the head of the unit; ask where no reason is said."""
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    reason = words.strip().removeprefix(work.code or "").lstrip(" ,:;.-") or words
    if fold(reason) in ONLY_BLOCKED:
        return say.ask_block(work)
    recorded = updates.block(turn.db, assignment_id, reason[:500], turn.stamp)
    line = lines.one(turn, recorded.after)
    notice = say.block_for_head(line, turn.person.full_name)
    heads = turn.tell_holders(notice, f"blocked:{recorded.id}", work.unit_id, Role.HEAD)
    if owner := _instead_of(turn, work):
        turn.tell(owner, notice, f"blocked:{recorded.id}:{owner}")
    return say.blocked(line, recorded.id, people.names_of(turn.db, heads))


def completed_on(turn: Turn, assignment_id: int, number: int | None = None) -> Reply:
    """The issue date of the result decides lateness; it may be corrected until the check. A tap may bring it (20261105).

    Raises:
        OtherWords: what was typed is no day.
    """
    work = assignments.reportable(turn.db, turn.person, assignment_id, turn.today)
    if number and turn.incoming.kind == "tap":
        return record(turn, assignment_id, Report(Progress.REPORTED, completed_on=min(numbered(number), turn.today)))
    if turn.incoming.kind == "tap":
        return say.ask_completed_on(work)
    day = past_day(turn.incoming.text, turn.today)
    if day is None and not any(ch.isdigit() for ch in turn.incoming.text):
        raise OtherWords
    if day is None:
        return say_time_off.ask_date_again(work, f"done_on:{work.id}")
    return record(turn, assignment_id, Report(Progress.REPORTED, completed_on=day))


def undo(turn: Turn, line_id: int) -> Reply:
    """ "Ghi nhầm, bỏ": the row is again as it was before the report, without the document that was named with it."""
    return say.undone(lines.one(turn, take_back(turn, line_id)))


def take_back(turn: Turn, line_id: int) -> Work:
    """The same; returns the row as it is again.

    Raises:
        NothingToUndo: it was checked, changed or taken back since.
    """
    recorded = updates.undo(turn.db, line_id, by=turn.person.id, at=turn.now)
    if words := updates.words_of(turn.db, line_id):
        learning.note(turn, "corrected", words)
    serving.withdraw(turn.db, named.named_with(turn.db, line_id), turn.person.id, turn.now)
    extensions.withdraw(turn.db, recorded.after.id, turn.person.id, turn.now)
    return recorded.after


def undo_last(turn: Turn) -> Reply:
    """ "bấm nhầm" in words: what the last answer offers to take back, else the newest report or self score of this person.

    Raises:
        NothingToUndo: there is none.
    """
    offered = [arguments_of(route) for _label, route in turn.talk.offered]
    lines_of_answer = [one for name, numbers in offered if name in {"undo", "undo_all"} for one in numbers]
    if lines_of_answer:
        return undo_all(turn, *lines_of_answer)
    last = updates.last_of_person(turn.db, turn.person.id)
    marked = [one for name, numbers in offered if name == "unscore" for one in numbers]
    score = marked[-1] if marked else scores.last_own(turn.db, turn.person.id, after_line=last[0] if last else None)
    if score is not None:
        return drop_score(turn, score)
    if last is None:
        raise NothingToUndo
    return undo(turn, last[0])


def drop_score(turn: Turn, score_id: int) -> Reply:
    """ "Ghi nhầm, bỏ" under a self score."""
    work = assignments.owned(turn.db, turn.person, scores.drop_self(turn.db, score_id, by=turn.person.id, local=turn.local))
    return say_heard.score_dropped(work)


def undo_all(turn: Turn, *line_ids: int) -> Reply:
    """ "Ghi nhầm, bỏ" on rows that were recorded with one answer: from its first line to its last; what was checked since stays.

    Raises:
        NothingToUndo: nothing of it can be taken back any more.
    """
    first, last = min(line_ids, default=0), max(line_ids, default=0)
    batch = updates.between(turn.db, first, last, turn.person.id)
    if len(batch) <= 1:
        return undo(turn, batch[0] if batch else last)
    taken_back = [updates.undo(turn.db, one, by=turn.person.id, at=turn.now).after for one in batch]
    return say.all_undone(lines.lines(turn, taken_back))


def late_rows(turn: Turn) -> list[Work]:
    """The person's open rows whose date has passed."""
    works = [one for one in assignments.of_person(turn.db, turn.person.id) if is_owed(one.kind, one.progress)]
    return [one for one in works if one.due_on and one.due_on < turn.today]


def settle(turn: Turn, how: str = "") -> Reply:
    """Several late rows at once: look at the list, one by one or all as done on their due date, which is said before."""
    late = late_rows(turn)
    if not late:
        raise Gone
    if how == "all":
        return say.confirm_all(lines.lines(turn, late))
    if how != "sure":
        return say.settle(lines.lines(turn, late))
    recorded = [
        updates.report(turn.db, work.id, Report(Progress.REPORTED, completed_on=work.due_on), turn.stamp, turn.today)
        for work in late
    ]
    for one in recorded:
        check.tell_checkers(turn, one.after)
    return say.settled([one.after for one in recorded], recorded[0].id, recorded[-1].id)
