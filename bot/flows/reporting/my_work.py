"""/viec: what this person answers for, one row in full, and the hour of reminders."""

from dataclasses import replace
from datetime import time

from bot.flows import lines
from bot.flows.reporting import time_off
from bot.flows.reporting.figures import GIVEN, MARKERS
from bot.turn import Reply, Turn
from locales.message import Message
from locales.say import unplaced as say_unplaced
from locales.say import work as say
from storage import audit
from storage.checking import extensions
from storage.checking.decisions import DECIDERS
from storage.errors import NotYours
from storage.evidence import documents, last_documents, unplaced
from storage.office import people
from storage.office.people import CHECKERS, TEAM
from storage.reminders import terms
from storage.rules.policy import inside
from storage.rules.status import DONE, NOBODYS_WORK, OPEN, Role
from storage.work import assignments, figures

PAGE = 10
HOURS = (time(10, 30), time(11, 30), time(13, 45), time(15, 30), time(16, 30))


def listing(turn: Turn, page: int = 0) -> Reply:
    """The open rows by due date; rows past due come first because they are the oldest."""
    works = assignments.of_person(turn.db, turn.person.id, turn.today)
    open_rows = [work for work in works if work.progress in OPEN]
    helped = [work for work in assignments.helped_by(turn.db, turn.person.id, turn.today) if work.progress in OPEN]
    message = say.listing(
        lines.lines(turn, open_rows),
        lines.lines(turn, helped),
        page=page,
        size=PAGE,
        done=sum(work.progress in DONE for work in works),
        years={work.year for work in works},
        own_hour=_hour(turn),
    )
    loose = unplaced.of_person(turn.db, turn.person.id)
    return replace(message, choices=(*message.choices, say_unplaced.rest(len(loose)))) if loose else message


def of_month(turn: Turn, month: int) -> Reply:
    """ "Việc của tôi tháng 12": the open rows due in that month, this year's or the next one's where it has passed."""
    if not 1 <= month <= 12:
        return listing(turn)
    year = turn.today.year + (month < turn.today.month)
    works = [work for work in assignments.of_person(turn.db, turn.person.id) if work.progress in OPEN and work.due_on]
    due = [work for work in works if work.due_on and (work.due_on.year, work.due_on.month) == (year, month)]
    return say.of_month(lines.lines(turn, due), month, year)


def card(turn: Turn, assignment_id: int) -> Message:
    """One row in full."""
    work = assignments.visible(turn.db, turn.person, assignment_id)
    mine = work.person_id == turn.person.id
    may_send = mine or turn.person.id in assignments.helpers(turn.db, work.id)
    may_check = not mine and people.covers(turn.db, turn.person, work.unit_id, *CHECKERS)
    leads = not mine and people.covers(turn.db, turn.person, work.unit_id, *DECIDERS)
    may = say.May(
        own=mine,
        stands_in=work in assignments.stood_in_by(turn.db, turn.person.id, turn.today),
        send=may_send,
        check=may_check,
        lead=leads,
        mark=work.kind in GIVEN and people.covers(turn.db, turn.person, work.unit_id, *MARKERS),
        rule=people.covers(turn.db, turn.person, work.office_id, Role.COORDINATOR),
        last_documents=(may_send or may_check) and bool(last_documents.of(turn.db, work)),
        ungrant=time_off.may_ungrant(turn, work) if leads else None,
        entered=assignments.entered_at(turn.db, work.id) is not None if _may_tick(turn, work) else None,
    )
    sent = len(documents.of_assignment(turn.db, work.id))
    return say.card(
        lines.one(turn, work),
        may,
        documents=sent,
        known=figures.basis(turn.db, work.id),
        asked=extensions.waiting_until(turn.db, work.id),
    )


def of_somebody_else(turn: Turn, code: str) -> Reply:
    """A row that was named and is somebody else's: who leads or checks sees it, with what they may do there.

    Raises:
        NotYours: for everybody else, and where no such row can be seen.
    """
    rows = assignments.coded(turn.db, turn.person.office_id, code, turn.today)
    if len(rows) != 1 or not turn.person.holds(*TEAM, *CHECKERS):
        raise NotYours(code=code)
    return say.only_shown(card(turn, rows[0].id))


def _may_tick(turn: Turn, work: assignments.Work) -> bool:
    mine = work.person_id == turn.person.id
    return work.progress in DONE and (mine or turn.person.holds(Role.COORDINATOR))


def entered(turn: Turn, assignment_id: int) -> Reply:
    """ "Đã nhập phần mềm tỉnh": a tick that the person in charge or the coordinator sets, and takes away."""
    work = assignments.visible(turn.db, turn.person, assignment_id)
    if not _may_tick(turn, work):
        raise NotYours(code=work.name)
    ticked = assignments.entered_at(turn.db, work.id) is None
    assignments.set_entered(turn.db, work.id, turn.now if ticked else None)
    audit.note(turn.db, "entered", f"assignment:{work.id}", turn.now, by=turn.person.id, ticked=ticked)
    return say.entered(work, ticked=ticked)


def documents_sent(turn: Turn, page: int = 0) -> Reply:
    """/hoso: how many documents each own row has, those that lack any first."""
    works = assignments.of_person(turn.db, turn.person.id, turn.today)
    counted = documents.counts(turn.db, [work.id for work in works])
    wanting = sorted((work for work in works if work.kind not in NOBODYS_WORK), key=lambda work: counted.get(work.id, 0) > 0)
    return say.documents_sent(wanting, counted, page=page, size=PAGE)


def choose_hour(turn: Turn) -> Reply:
    return say.hours(_hour(turn), _hours(turn))


def set_hour(turn: Turn, hour: int) -> Reply:
    """Reminders come at the person's own hour, among those offered."""
    chosen = next((one for one in _hours(turn) if f"{one:%H%M}" == f"{hour:04d}"), None)
    if chosen is None:
        return choose_hour(turn)
    people.set_hour(turn.db, turn.person.id, chosen)
    return say.hour_set(chosen)


def _hour(turn: Turn) -> time:
    return terms.hour(turn.db, turn.person.office_id, turn.person.hour)


def _hours(turn: Turn) -> tuple[time, ...]:
    """The hours on offer: the office's own, and those of its day at which it is open."""
    open_at = terms.hours(turn.db, turn.person.office_id)
    morning = terms.hour(turn.db, turn.person.office_id, None)
    return (morning, *(one for one in HOURS if one > morning and one == inside(one, open_at)))
