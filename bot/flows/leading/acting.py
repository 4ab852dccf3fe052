"""A leader acts on a row: confirms the cause of a delay, gives it to somebody else, leaves a remark; each told and logged."""

from dataclasses import replace
from datetime import date

from bot.flows import staff
from bot.flows.reporting import time_off
from bot.turn import OtherWords, Reply, Turn
from locales.hear import coming_day
from locales.say import acting as say
from locales.say import time_off as say_time_off
from storage import audit
from storage.checking.decisions import DECIDERS, waiting_for
from storage.errors import Gone, NotAllowed, OwnWork
from storage.office import people, roster
from storage.rules.status import OPEN
from storage.work import assignments, causes, handovers, updates
from storage.work.assignments import Work
from storage.work.causes import Given

LONGEST, LISTED = 500, 6


def cause(turn: Turn, assignment_id: int) -> Reply:
    """ "Giải trình": why an own row is late; whether it was objective is for a leader to say."""
    work = assignments.owned(turn.db, turn.person, assignment_id)
    reason = _typed(turn)
    if reason is None:
        return say.ask_cause(work)
    given = causes.give(turn.db, work.id, reason, by=turn.person.id, at=turn.now)
    question = say.decide_cause(work, given, turn.person.full_name, reason)
    for one in time_off.deciders(turn, work):
        turn.tell(one, question, f"cause:{given}:{one}")
    return say.cause_given(work, reason)


def _typed(turn: Turn) -> str | None:
    """The words that were typed; None before any.

    Raises:
        OtherWords: a mere number or code, which is heard as usual.
    """
    if turn.incoming.kind != "text":
        return None
    text = " ".join(turn.incoming.text.split())[:LONGEST].rstrip(".")
    if not any(ch.isalpha() for ch in text):
        raise OtherWords
    return text


def _decidable(turn: Turn, cause_id: int) -> tuple[Given, Work]:
    given = causes.get(turn.db, cause_id)
    work = assignments.get(turn.db, given.assignment_id)
    time_off.require_decider(turn, work, given.person_id, work.person_id)
    return given, work


def causing(turn: Turn, cause_id: int) -> Reply:
    """A cause as its question, for who opens it from the list."""
    given, work = _decidable(turn, cause_id)
    if given.confirmed is not None:
        return say_time_off.already_decided()
    return say.decide_cause(work, given.id, people.name_of(turn.db, given.person_id), given.reason)


def cause_set(turn: Turn, cause_id: int, answer: str) -> Reply:
    """Confirm a cause as objective, or not.

    Raises:
        OwnWork: nobody decides on their own row.
        Gone: the row is not of this person's units.
    """
    given, work = _decidable(turn, cause_id)
    if answer not in {"yes", "no"}:
        raise Gone
    confirmed = answer == "yes"
    if not causes.decide(turn.db, given.id, confirmed=confirmed, by=turn.person.id, at=turn.now):
        return say_time_off.already_decided()
    told = say.cause_decided(work, turn.person.full_name, confirmed=confirmed)
    turn.tell(given.person_id, told, f"cause-decided:{given.id}")
    return say.decided(told, len(waiting_for(turn.db, turn.person, turn.today)))


def _led(turn: Turn, assignment_id: int) -> Work:
    """A row that this person leads; never an own one."""
    work = assignments.get(turn.db, assignment_id)
    if not people.covers(turn.db, turn.person, work.unit_id, *DECIDERS):
        raise NotAllowed
    if work.person_id == turn.person.id:
        raise OwnWork(code=work.name)
    return work


def reassign(turn: Turn, assignment_id: int, to: int = 0, answer: str = "") -> Reply:
    """ "Giao người khác": choose, confirm, done; the due date stays.

    Raises:
        NotAllowed: the row is not of this person's units.
        Gone: it is done already, or the person is of another office.
    """
    work = _led(turn, assignment_id)
    if work.progress not in OPEN:
        raise Gone
    if not to:
        return reassign_page(turn, assignment_id, 1)
    taker = people.of_office(turn.db, work.office_id, to)
    if answer != "yes":
        return say.confirm_person(work, taker.id, taker.full_name)
    changed = updates.change(turn.db, work.id, {"person_id": taker.id}, "handover", turn.stamp).after
    told = say.reassigned(changed, taker.full_name, turn.person.full_name)
    late = [(work.id, taker.id, work.due_on)] if work.due_on else []
    told_taker = say.yours_now(changed, turn.person.full_name, late=bool(handovers.taken_late(turn.db, late, turn.zone)))
    turn.tell(taker.id, told_taker, f"reassigned:{turn.inbox_id}:{taker.id}")
    if work.person_id is not None:
        turn.tell(work.person_id, replace(told, choices=()), f"reassigned:{turn.inbox_id}:{work.person_id}")
    return told


def reassign_page(turn: Turn, assignment_id: int, number: int) -> Reply:
    """The people of the office, a page at a time."""
    work = _led(turn, assignment_id)
    others = [one for one in roster.entries(turn.db, work.office_id) if one.id != work.person_id]
    others.sort(key=lambda one: one.unit_id != work.unit_id)  # the same section first
    page, number, pages = staff.page_of(others, number, LISTED)
    return say.choose_person(work, page, number, pages)


def remark(turn: Turn, assignment_id: int) -> Reply:
    """A leader's remark, or the decision of a meeting, on one row: kept in its history and passed on."""
    work = _led(turn, assignment_id)
    text = _typed(turn)
    if text is None:
        return say.ask_remark(work)
    updates.change(turn.db, work.id, {}, "remark", turn.stamp, note=text)
    audit.note(turn.db, "remark", f"assignments:{work.id}", turn.now, by=turn.person.id, office=work.office_id)
    if work.person_id is not None:
        turn.tell(work.person_id, say.remark(work, turn.person.full_name, text), f"remark:{turn.inbox_id}")
    return say.remarked(work)


def granting_on(turn: Turn, request_id: int) -> Reply:
    """Grant a request for more time, but until another day."""
    return grant(turn, request_id, coming_day(turn.incoming.text, turn.today) if turn.incoming.kind == "text" else None)


def grant(turn: Turn, request_id: int, day: date | None) -> Reply:
    """Grant a request until that day; a day that gives no more time is asked for."""
    request, work = time_off.decidable(turn, request_id)
    if day is None or (work.due_on is not None and day <= work.due_on):
        return say.ask_other_day(work, request.id)
    return time_off.settle(turn, replace(request, wanted_on=day), work, granted=True)
