"""The upload door as the chat sees it: links and codes on request, and what has become of files that came by it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.flows.arriving.start import coordinator_of
from bot.flows.documents.row_of_files import is_code
from bot.turn import Reply, Turn
from jobs import receipts
from locales.message import Message
from locales.say import evidence as say_evidence
from locales.say import refused_files
from locales.say import upload as say
from storage.access import doors, passes, uploads
from storage.access.uploads import Part
from storage.db import Connection
from storage.evidence import fetches, numbers, targets
from storage.office.people import Official
from storage.work import assignments
from storage.work.assignments import Work


def link(turn: Turn, assignment_id: int | None = None) -> Message:
    """ "Gửi từ điện thoại", and for files that the messenger does not carry: a single-use link, for a row if one is named.

    Raises:
        NotYours: the row is somebody else's.
    """
    return _pass(turn, assignment_id, passes.LINK)


def code(turn: Turn, assignment_id: int | None = None) -> Reply:
    """ "Gửi từ máy tính": a code to type at the fixed address."""
    return _pass(turn, assignment_id, passes.CODE)


def _pass(turn: Turn, assignment_id: int | None, kind: str) -> Message:
    work = assignments.sendable(turn.db, turn.person, assignment_id) if assignment_id is not None else None
    if work is not None and work.number_only:
        return say_evidence.prompt(work)
    if turn.door is None:
        return say.no_door(work, takes_files=turn.abilities.files_in, coordinator=coordinator_of(turn))
    made = new_pass(turn, kind, work.id if work else None)
    until = turn.now + passes.LIVES[kind]
    if kind == passes.CODE:
        return say.code(work, turn.door, made, until=until, zone=turn.zone)
    photos_only = not turn.abilities.files_in
    return say.link(work, turn.door, made, until=until, zone=turn.zone, photos_only=photos_only)


def new_pass(turn: Turn, kind: str, assignment_id: int | None) -> int:
    """A link or a code for the person of this turn; its secret is made when the message is sent."""
    return passes.make(turn.db, turn.person, kind, turn.now, by=turn.person.id, chat=turn.chat, assignment_id=assignment_id)


def close(turn: Turn, session_id: int) -> Reply:
    """ "Đóng trang gửi": nothing more comes from that browser."""
    return say.closed(was_open=doors.close(turn.db, session_id, turn.person, turn.now))


def rows_for(db: Connection, person: Official, today: date) -> list[Work]:
    """The rows that files may be sent for, those first that are most likely meant."""
    return [work for work in targets.rows_for(db, person.id, today) if not work.number_only]


def label(work: Work) -> str:
    """`2.1.3 - Ban hành kế hoạch`, as the page's list shows it."""
    return f"{work.name} - {work.title}" if work.code else work.name


@dataclass(frozen=True, slots=True)
class Sorted:
    """Which row a file is for: sure, or why it must be asked; neither where its name says nothing."""

    row: int | None
    why: str | None = None
    code: str = ""


def sort(db: Connection, person: Official, name: str, came_for: int | None, today: date) -> Sorted:
    """Read the code in a file's name; what is unknown, somebody else's, or contradicts the link is asked, never guessed."""
    rows = targets.rows_for(db, person.id, today)
    codes = numbers.codes(name)
    named = [work for work in rows if work.code in codes]
    if len(named) > 1:
        return Sorted(None, "several")
    if named:
        return _named(named[0], came_for)
    if foreign := next((one for one in codes if is_code(db, person.office_id, one)), None):
        return Sorted(None, "foreign", foreign)
    known = came_for is not None and any(work.id == came_for and not work.number_only for work in rows)
    return Sorted(came_for if known else None)


def _named(work: Work, came_for: int | None) -> Sorted:
    if work.number_only:
        return Sorted(None, "number_only", work.name)
    if came_for is not None and came_for != work.id:
        return Sorted(None, "other", work.name)
    return Sorted(work.id)


def told(db: Connection, part: Part) -> tuple[str, str]:
    """State and words for the page: what the chat says of a file that is here whole.

    Returns:
        `open`, `waiting`, `stored`, `asked`, `refused` or `dropped`, and a sentence.
    """
    if part.state == "open":
        return "open", ""
    if part.state == "dropped":
        return "dropped", say.refused("dropped", {"name": part.name})
    came = uploads.came_of(db, part)
    if came.state == "waiting":
        return "waiting", say.came_of("waiting")
    if came.state == "stored":
        return _stored(db, came)
    return "refused", _refused(db, part, came)


def _stored(db: Connection, came: uploads.Outcome) -> tuple[str, str]:
    if came.purpose == "sheet":
        return "stored", say.came_of("table")
    batch = fetches.of_message(db, came.chat, came.batch)
    if batch is None or batch.assignment_id is None:
        return "asked", say.came_of("asked")
    return "stored", say.stored(receipts.receipt_code(batch))


def _refused(db: Connection, part: Part, came: uploads.Outcome) -> str:
    if came.state == "failed":
        return refused_files.failed(part.name, came.error or "", None).text
    if came.state == "quarantined":
        return say.refused("fault", {"name": part.name})
    if came.answers:
        return "\n".join(came.answers)
    values: dict[str, Any] = {"code": _name_of(db, part)}
    return say.refused(came.error, values) if came.error in {"secret", "number_only"} else say.came_of("withdrawn")


def _name_of(db: Connection, part: Part) -> str:
    works = assignments.several(db, [part.assignment_id]) if part.assignment_id is not None else []
    return works[0].name if works else ""
