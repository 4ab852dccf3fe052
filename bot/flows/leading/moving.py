"""One internal deadline for a whole lĩnh vực or section ("Dời hạn"): shown first, holders told once each, and a way back."""

import re
from datetime import date

from bot.flows import bulk, lines, staff
from bot.flows.dates import numbered
from bot.flows.leading import parts
from bot.flows.leading.parts import Part
from bot.turn import OtherWords, Reply, Turn
from locales.hear import coming_day
from locales.message import Message
from locales.say import moving as say
from storage.office import units
from storage.office.people import SPEAK_FOR_ALL
from storage.rules.calendar import is_working_day
from storage.rules.status import Role, is_owed
from storage.work import assignments
from storage.work import bulk as changes
from storage.work.assignments import Work

ORDER = re.compile(
    r"\b(?:doi|lui|chuyen|dat)(?: lai)? (?:thoi )?han(?: noi bo| chung)*(?: cua| cho)?(?: ca| toan| toan bo)? "
    r"(?P<of>(?:linh vuc|phong|bo phan|ban|trung tam|to|van phong) ?.{1,60}?) "
    r"(?:sang|den|toi|thanh|la|vao)(?: het| ngay| han)* (?P<day>\S.{0,30})$"
)

OF_ROW = re.compile(
    r"^(?:de nghi |xin )?(?:cho )?(?:doi|lui|chuyen|dat|gia)(?: lai)? (?:thoi )?han(?: noi bo)?(?: cua| cho)?"
    r"(?: viec| tieu chi)? (?P<code>\d{1,2}(?:\.\d{1,2})+) (?:sang|den|toi|thanh|la|vao)(?: het| ngay| han)* (?P<day>\S.{0,30})$"
)
"""An order about one row of somebody else; about an own row the words ask for more time."""


def choose(turn: Turn, number: int = 1) -> Reply:
    """Of which field or section?"""
    parts.require(turn)
    found = [(one, len(_open(turn, one))) for one in parts.every(turn)]
    return say.choose(*staff.page_of([(one, count) for one, count in found if count], number))


def to(turn: Turn, what: str, which: int) -> Reply:
    """Until when? The day is typed.

    Raises:
        OtherWords: what was typed is no day.
    """
    parts.require(turn)
    part = parts.part(turn, what, which)
    if turn.incoming.kind != "text":
        return say.ask_day(part.what, part.which, part.name, len(_open(turn, part)))
    day = coming_day(turn.incoming.text, turn.today)
    if day is None and any(ch.isdigit() for ch in turn.incoming.text):
        return say.ask_day(part.what, part.which, part.name, len(_open(turn, part)), unread=True)
    if day is None:
        raise OtherWords
    return preview(turn, part, day)


def preview(turn: Turn, part: Part, day: date, *, changed: bool = False) -> Message:
    """How many rows, whose, and which get a day after the one they are assigned for."""
    moved = _moved(turn, part, day)
    if part.what == parts.ROW and not moved:
        return say.no_move(lines.one(turn, assignments.get(turn.db, part.which)))
    route = f"due_move:{part.what}:{part.which}:{day:%Y%m%d}:{bulk.seal(moved)}"
    is_off, may_fix = not is_working_day(day, turn.calendar), part.what == parts.ROW and turn.person.holds(Role.COORDINATOR)
    shown = say.Shown(part.what, part.which, part.name, day, is_off=is_off, changed=changed, may_fix=may_fix)
    return say.preview(shown, bulk.by_holder(moved), moved, route)


def move(turn: Turn, what: str, which: int, day_number: int, seal: int) -> Reply:
    """Do what was shown; where other rows are open by now, these are shown first."""
    office, part, day = parts.require(turn), parts.part(turn, what, which), numbered(day_number)
    moved = _moved(turn, part, day)
    if not moved or day <= turn.today or bulk.seal(moved) != seal:
        return preview(turn, part, day, changed=True)
    first, last = changes.move_due(turn.db, moved, day, turn.stamp)
    changes.note(turn.db, "due_move", moved, turn.stamp, office, day=day.isoformat())
    _tell(turn, {one: say.told(own, turn.person.full_name, day) for one, own in bulk.by_holder(moved).items()}, "due-move")
    return say.moved(part.name, day, moved, f"due_back:{first}:{last}")


def take_back(turn: Turn, first: int, last: int) -> Reply:
    """The former dates again, but of rows whose date somebody changed since.

    Raises:
        NothingToUndo: a day has passed, or nothing is left of it.
    """
    office = parts.require(turn)
    back, left = changes.take_back(turn.db, first, last, changes.DUE, turn.stamp)
    changes.note(turn.db, "due_undo", back, turn.stamp, office)
    _tell(turn, {one: say.told_back(own, turn.person.full_name) for one, own in bulk.by_holder(back).items()}, "due-back")
    return say.taken_back(back, left)


def row(turn: Turn, assignment_id: int, day_number: int) -> Reply:
    """One row to that day, shown first."""
    parts.require(turn)
    return preview(turn, parts.row(turn, assignment_id), numbered(day_number))


def in_words(turn: Turn, text: str) -> Reply:
    """ "Dời hạn nội bộ cả lĩnh vực II sang 20/12": shown before anything moves; None where the folded words are no such order."""
    if one := OF_ROW.match(text) if turn.person.holds(*SPEAK_FOR_ALL) else None:
        return _of_row(turn, one["code"], one["day"])
    found = ORDER.search(text) if turn.person.holds(*SPEAK_FOR_ALL) else None
    part = parts.named(turn, found["of"]) if found else None
    if found is not None and part is None and found["of"].startswith("linh vuc"):
        return choose(turn)
    if found is None or part is None:
        return None
    parts.require(turn)
    day = coming_day(found["day"], turn.today)
    return preview(turn, part, day) if day else say.ask_day(part.what, part.which, part.name, len(_open(turn, part)), unread=True)


def _of_row(turn: Turn, code: str, said: str) -> Reply:
    """ "Dời hạn 6.3 sang 20/12": None where no such row is somebody else's, or no day is named."""
    part, day = parts.coded(turn, code), coming_day(said, turn.today)
    if part is None or day is None:
        return None
    parts.require(turn)
    return preview(turn, part, day)


def _tell(turn: Turn, messages: dict[int, Message], key: str) -> None:
    """Each holder once, in office hours, and only where the office is written to at all."""
    if units.sending_since(turn.db, turn.person.office_id) is None:
        return
    for person_id, message in messages.items():
        if person_id != turn.person.id:
            turn.tell(person_id, message, f"{key}:{turn.inbox_id}:{person_id}", at=turn.rest_until)


def _open(turn: Turn, part: Part) -> list[Work]:
    """The rows that somebody still has to do by a day; each period of recurring work keeps its own."""
    ids = [leaf.assignment_id for leaf in part.leaves if leaf.is_owed and leaf.due_on and not leaf.period]
    return [work for work in assignments.several(turn.db, ids) if is_owed(work.kind, work.progress)]


def _moved(turn: Turn, part: Part, day: date) -> list[Work]:
    """Those that get the day."""
    return [work for work in _open(turn, part) if work.due_on != day]
