"""For which row is a file meant? The caption, the answered message, what was awaited, what was just spoken of; else ask."""

from dataclasses import dataclass
from datetime import timedelta

from bot.turn import Turn, arguments_of
from storage.db import Connection
from storage.evidence import numbers, targets
from storage.evidence.fetches import Batch
from storage.messages import outbox
from storage.work import assignments
from storage.work.assignments import Work

JUST_NOW = timedelta(minutes=15)
ABOUT_A_ROW = {"row", "status", "send", "docs", "percent", "block", "extend", "snooze", "done_on"}


@dataclass(frozen=True, slots=True)
class Guess:
    """What is known of the row.

    Attributes:
        work: the row, when it is clear.
        rows: what to choose from, the likely ones first.
        foreign: a code that the caption named and that is none of this person's.
        is_named: whether the caption named each of several rows.
    """

    work: Work | None
    rows: list[Work]
    foreign: str | None = None
    is_named: bool = False


def guess(turn: Turn, before: Batch | None) -> Guess:
    """Find the row; of a batch that was begun already only a caption can still tell, since its question was asked."""
    rows = targets.rows_for(turn.db, turn.person.id, turn.today)
    if turn.incoming.row is not None:
        return _chosen(turn, rows, turn.incoming.row)
    named, foreign = _named(turn, rows)
    if len(named) == 1:
        return Guess(named[0], rows)
    if before is not None:
        return Guess(_with_id(rows, before.assignment_id), rows)
    if len(named) > 1:
        return Guess(None, named, is_named=True)
    if foreign:
        return Guess(None, rows, foreign)
    replied = _replied(turn, rows)
    if len(replied) > 1:
        return Guess(None, replied + [work for work in rows if work not in replied])
    awaited = _with_id(rows, asked_for(turn))
    sure = replied[0] if replied else awaited or _spoken_of(turn, rows) or targets.only_likely(turn.db, rows)
    return Guess(sure, rows)


def _chosen(turn: Turn, rows: list[Work], assignment_id: int) -> Guess:
    """The row that was chosen beside the files; one that went to somebody else since is asked about, never replaced."""
    gone = [work.name for work in assignments.several(turn.db, [assignment_id])]
    found = _with_id(rows, assignment_id)
    return Guess(found, rows) if found else Guess(None, rows, next(iter(gone), None))


def _named(turn: Turn, rows: list[Work]) -> tuple[list[Work], str | None]:
    """Rows whose code the caption gives; without a caption, the name of a file sent alone may give it."""
    texts = [turn.incoming.text]
    if not turn.incoming.text.strip() and turn.incoming.batch is None and len(turn.incoming.files) == 1:
        texts.append(turn.incoming.files[0].name)
    for text in texts:
        codes = numbers.codes(text)
        found = [work for work in rows if work.code in codes]
        if found:
            return found, None
        if foreign := next((code for code in codes if is_code(turn.db, turn.person.office_id, code)), None):
            return [], foreign
    return [], None


def is_code(db: Connection, office_id: int, code: str) -> bool:
    """Whether what looks like a code means one: `2.1.33` does, a mere `1.5` only where the office has such a criterion."""
    return code.count(".") > 1 or bool(assignments.coded(db, office_id, code))


def _replied(turn: Turn, rows: list[Work]) -> list[Work]:
    if turn.incoming.reply_to is None:
        return []
    ids = outbox.about_message(turn.db, turn.chat, turn.incoming.reply_to)
    return [work for work in rows if work.id in ids]


def asked_for(turn: Turn) -> int | None:
    """The row that documents were asked for just now ("Gửi tài liệu"), if any."""
    name, arguments = turn.awaited
    return arguments[0] if name == "send" and arguments else None


def _spoken_of(turn: Turn, rows: list[Work]) -> Work | None:
    """The row of the last answer, if that was a moment ago and spoke of no other row."""
    talk = turn.talk
    if talk.about is None or talk.updated_at is None or turn.now - talk.updated_at > JUST_NOW:
        return None
    routes = (arguments_of(route) for _, route in talk.offered)
    offered = {arguments[0] for name, arguments in routes if name in ABOUT_A_ROW and arguments}
    return _with_id(rows, talk.about) if offered <= {talk.about} else None


def _with_id(rows: list[Work], assignment_id: int | None) -> Work | None:
    return next((work for work in rows if work.id == assignment_id), None)
