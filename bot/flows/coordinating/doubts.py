"""Rows that were read with a doubt: right as they are, or corrected by a date or a name; and rows without a person."""

import re

from bot.flows import staff
from bot.flows.dates import day_or_none
from bot.flows.leading import acting
from bot.sheets import settle
from bot.turn import Reply, Turn
from locales.say import doubts as say
from storage.loading import loads
from storage.loading.doubtful import Cell
from storage.office import people, units
from storage.work import doubts
from storage.work.assignments import Work

DATE = re.compile(r"(?:ngày |ngay )?(\d{1,2})(?:[/.-](\d{1,2})[/.-](\d{4})|/(\d{1,2}))", re.IGNORECASE)
"""A day, without its year that of the evaluation."""
YEARS = 2  # a due date lies at most so many years from the year of evaluation


def listing(turn: Turn, number: int = 1) -> Reply:
    works = doubts.in_doubt(turn.db, staff.office_of(turn))
    page, number, pages = staff.page_of(works, number, 6)
    return say.listing(page, number, pages, len(works), len(doubts.unassigned(turn.db, staff.office_of(turn))))


def card(turn: Turn, assignment_id: int) -> Reply:
    work = staff.row_of(turn, assignment_id)
    return say.card(work, _in_file(turn, work)) if work.needs_check else _settled(turn, work)


def _in_file(turn: Turn, work: Work) -> list[Cell]:
    """The doubtful cells of the row in the file that was recorded last."""
    sheet = loads.last_sheet(turn.db, work.office_id, work.year)
    found = [cell for cell in settle.cells(sheet) if cell.read] if sheet else []
    return [cell for cell in found if cell.read and settle.is_of(cell.read, work.code, work.title)]


def right(turn: Turn, assignment_id: int) -> Reply:
    """The row stands as it was read ("Đúng")."""
    work = staff.row_of(turn, assignment_id)
    if not work.needs_check:
        return _settled(turn, work)
    return _settled(turn, doubts.settle(turn.db, work.id, by=turn.person.id, at=turn.now))


def fix(turn: Turn, assignment_id: int) -> Reply:
    """A date or a name is asked for ("Sửa")."""
    return say.ask_fix(staff.row_of(turn, assignment_id))


def fixing(turn: Turn, assignment_id: int) -> Reply:
    """The date or the name was typed."""
    work, text = staff.row_of(turn, assignment_id), turn.incoming.text.strip()
    if turn.incoming.kind != "text":
        return say.ask_fix(work)
    if found := DATE.fullmatch(text):
        return _date(turn, work, int(found[3] or work.year), int(found[2] or found[4]), int(found[1]))
    ids = people.named(turn.db, staff.office_of(turn), text)
    if len(ids) > 1:
        return say.which_person(work, [_told_apart(turn, one) for one in ids])
    if ids and work.person_id is not None and not work.needs_check:
        return acting.reassign(turn, work.id, ids[0])  # asked first, and both learn of it
    return fix_person(turn, work.id, ids[0]) if ids else say.not_read(work)


def _date(turn: Turn, work: Work, year: int, month: int, day: int) -> Reply:
    due_on = day_or_none(year, month, day)
    if due_on is None or abs(year - work.year) > YEARS:
        return say.not_read(work)
    changed = doubts.set_date(turn.db, work.id, due_on, by=turn.person.id, at=turn.now)
    _tell_owner(turn, work, changed)
    return _settled(turn, changed) if work.needs_check else say.corrected(changed)


def _tell_owner(turn: Turn, before: Work, after: Work) -> None:
    """Who answers for the row learns of another date, once the office is written to at all."""
    others = after.person_id not in {None, turn.person.id} and before.due_on != after.due_on
    if others and after.person_id and units.sending_since(turn.db, after.office_id):
        turn.tell(after.person_id, say.due_corrected(after, turn.person.full_name), f"due:{turn.inbox_id}")


def _told_apart(turn: Turn, person_id: int) -> tuple[int, str, str]:
    person = people.by_id(turn.db, person_id)
    return person.id, person.full_name, people.unit_name(turn.db, person.id)


def fix_person(turn: Turn, assignment_id: int, person_id: int) -> Reply:
    """The person is clear: from now on they answer for the row."""
    work, person = staff.row_of(turn, assignment_id), staff.person_of(turn, person_id)
    return _settled(turn, doubts.set_person(turn.db, work.id, person.id, by=turn.person.id, at=turn.now))


def _settled(turn: Turn, work: Work) -> Reply:
    return say.settled(work, len(doubts.in_doubt(turn.db, staff.office_of(turn))))


def unassigned(turn: Turn, number: int = 1) -> Reply:
    works = doubts.unassigned(turn.db, staff.office_of(turn))
    page, number, pages = staff.page_of(works, number, 6)
    return say.unassigned(page, number, pages, len(works))
