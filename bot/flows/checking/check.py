"""The check by head, reviewer or coordinator: accept with the completion date, or ask for more with a reason."""

from datetime import UTC, date, datetime, time, timedelta

from bot.flows import said, staff
from bot.flows.dates import numbered
from bot.flows.documents import placing
from bot.flows.leading import progress
from bot.turn import Reply, Turn
from locales.hear import coming_day, past_day
from locales.message import Message
from locales.say import check as say
from locales.say import placing as say_placing
from storage.checking import checks as rules
from storage.checking import opinions
from storage.errors import Gone, OwnWork
from storage.evidence import documents, readings, required
from storage.messages import outbox
from storage.office import people
from storage.rules.calendar import add_working_days
from storage.rules.deadlines import days_late
from storage.rules.status import Progress
from storage.work import assignments, updates
from storage.work import bulk as changes
from storage.work.assignments import Work

MORE_DAYS, MORE_HOUR = 3, 16  # working days within which more is to come, by that hour


def checks(turn: Turn, field_id: int = 0, number: int = 1) -> Reply:
    """What waits for this person's check, of one lĩnh vực or all, by pages; who checks nothing sees what waits for others."""
    if not turn.person.holds(*people.CHECKERS):
        return progress.show(turn, "waiting")
    works = rules.waiting(turn.db, turn.person)
    fields = rules.fields_of(turn.db, works)
    shown = works if not field_id else [work for work in works if fields.get(work.id, (0, ""))[0] == field_id]
    page = say.Page(*staff.page_of(shown, number), total=len(shown), field_id=field_id)
    message = say.waiting(page, () if field_id else list(fields.values()), turn.now, turn.zone)
    return say_placing.beside(message, len(placing.waiting(turn)))


def check(turn: Turn, assignment_id: int) -> Reply:
    """One row with its documents."""
    if isinstance(work := _in_state(turn, assignment_id, Progress.REPORTED), Message):
        return work
    sent = documents.of_assignment(turn.db, work.id)
    wish, words = rules.last_wish(turn.db, work.id), updates.last_words(turn.db, [work.id]).get(work.id)
    known = say.Known(
        documents=tuple(sent),
        days_late=days_late(work.due_on, work.completed_on, turn.calendar),
        standing=required.of_row(turn.db, work),
        readings=tuple(readings.of(one, work) for one in sent),
        asked_at=wish.at if wish else None,
        said=words,
        nil=said.says_nil(words or ""),
        opinions=tuple((one.name, one.answer) for one in opinions.of_row(turn.db, work.id)),
    )
    return say.card(work, known, turn.zone)


def checkable(turn: Turn, assignment_id: int) -> Work | Message:
    """The row, or, where it is the person's own, the word that somebody else is asked to check it.

    Raises:
        OwnWork: nobody else may.
    """
    try:
        return rules.checkable(turn.db, turn.person, assignment_id)
    except OwnWork:
        work = assignments.get(turn.db, assignment_id)
        other = rules.another_checker(turn.db, work)
        if other is None:
            raise
        if work.progress is Progress.REPORTED:
            turn.tell(other.id, say.to_check(work), f"passed:{work.id}:{other.id}:{turn.today:%Y%m%d}")
        return say.own_work(work, other.full_name)


def _in_state(turn: Turn, assignment_id: int, *states: Progress) -> Work | Message:
    """A row that this person may check and that is in one of these states; else why it is not to be checked now."""
    work = checkable(turn, assignment_id)
    return work if isinstance(work, Message) or work.progress in states else say.not_waiting(work)


def accept(turn: Turn, assignment_id: int, day: int | None = None) -> Reply:
    """Accept ("Chấp nhận") with the completion date as it stands, or the one given; asked for where none was.

    The card named the required documents that are missing; who accepts without them takes that on themselves, and it is noted.
    """
    if isinstance(work := _in_state(turn, assignment_id, Progress.REPORTED), Message):
        return work
    completed_on = work.completed_on if day is None else numbered(day)
    if completed_on is None:
        return say.ask_date(work, _reported_on(turn, work))
    return _accepted(turn, work, completed_on)


def accept_on(turn: Turn, assignment_id: int) -> Reply:
    """Accept with another completion date, which is typed."""
    if isinstance(work := _in_state(turn, assignment_id, Progress.REPORTED), Message):
        return work
    is_answer = turn.incoming.kind == "text" and turn.talk.awaiting == f"accept_on:{assignment_id}"
    completed_on = past_day(turn.incoming.text, turn.today) if is_answer else None
    if completed_on is None:
        return say.ask_date(work, _reported_on(turn, work), unread=is_answer)
    return _accepted(turn, work, completed_on)


def _accepted(turn: Turn, work: Work, completed_on: date) -> Message:
    lacks = required.of_row(turn.db, work).missing_words
    reason = say.without(lacks) if lacks else None
    recorded = rules.accept(turn.db, turn.person, work.id, completed_on, turn.now, reason)
    _tell(turn, recorded.after, say.told_accepted(recorded.after, turn.person.full_name, lacks), f"checked:{recorded.id}")
    left = len(rules.waiting(turn.db, turn.person))
    return say.accepted(recorded.after, f"accept_back:{recorded.id}:{recorded.id}", left=left, lacks=lacks)


def _tell(turn: Turn, work: Work, told: Message, key: str) -> None:
    """Who answers for the row learns what was said of it; so does who reported it while standing in."""
    if work.person_id is not None:
        turn.tell(work.person_id, told, key)
    if (substitute := rules.stood_in(turn.db, work)) is not None:
        may_act = work in assignments.stood_in_by(turn.db, substitute, turn.today)
        turn.tell(substitute, say.for_substitute(work, told, may_act=may_act), f"{key}:{substitute}")


def _reported_on(turn: Turn, work: Work) -> date | None:
    return work.reported_at.astimezone(turn.zone).date() if work.reported_at else None


def more(turn: Turn, assignment_id: int) -> Reply:
    """Ask for more ("Yêu cầu bổ sung"): the reason comes first."""
    work = _in_state(turn, assignment_id, Progress.REPORTED, Progress.CONFIRMED)
    return work if isinstance(work, Message) else _ask_reason(turn, work)


def _ask_reason(turn: Turn, work: Work) -> Message:
    missing = required.of_row(turn.db, work).missing_words
    return say.ask_reason(work, rules.own_reasons(turn.db, work.office_id), missing)


def more_because(turn: Turn, assignment_id: int, number: int | None = None) -> Reply:
    """The reason, tapped or written: the owner learns of it at once."""
    if isinstance(work := _in_state(turn, assignment_id, Progress.REPORTED, Progress.CONFIRMED), Message):
        return work
    reason = _reason(turn, work, number)
    if reason is None:
        return _ask_reason(turn, work)
    until = _at_hour(turn, add_working_days(turn.today, MORE_DAYS, turn.calendar))
    recorded = rules.send_back(turn.db, turn.person, work.id, reason, turn.now, until)
    told = say.told_more(recorded.after, turn.person.full_name, reason, until, turn.zone)
    _tell(turn, recorded.after, told, f"checked:{recorded.id}")
    left = len(rules.waiting(turn.db, turn.person))
    return say.sent_back(recorded.after, reason, until, turn.zone, undo=f"more_back:{recorded.id}", left=left)


def more_back(turn: Turn, line_id: int) -> Reply:
    """ "Ghi nhầm, bỏ" of who asked for more: the row is again as it was, and its owner need send nothing.

    Raises:
        NothingToUndo: a day has passed, the owner has answered, or somebody else asked.
    """
    back, _left = changes.take_back(turn.db, line_id, line_id, changes.CHECK, turn.stamp)
    changes.note(turn.db, "more_undo", back, turn.stamp, turn.person.office_id)
    for work in back:
        _tell(turn, work, say.told_more_back(work, turn.person.full_name), f"more-back:{line_id}")
    return say.more_taken_back(back[0])


def more_by(turn: Turn, assignment_id: int, day: int | None = None) -> Reply:
    """Another day by which more is to come, tapped or typed; the owner learns of it."""
    if isinstance(work := checkable(turn, assignment_id), Message):
        return work
    is_answer = turn.incoming.kind == "text" and turn.talk.awaiting == f"more_by:{assignment_id}"
    wanted = numbered(day) if day else coming_day(turn.incoming.text, turn.today) if is_answer else None
    if wanted is None:
        days = [add_working_days(turn.today, count, turn.calendar) for count in (1, 2, 5)]
        return say.ask_until(work, days, unread=is_answer)
    until = _at_hour(turn, wanted)
    if until <= turn.now:
        raise Gone
    work = rules.want_by(turn.db, turn.person, assignment_id, until)
    wish = rules.last_wish(turn.db, work.id)
    if wish is not None:
        told = say.told_more(work, turn.person.full_name, wish.reason, until, turn.zone)
        _tell(turn, work, told, f"wanted:{wish.id}:{until:%Y%m%d}")
    return say.until_set(work, until, turn.zone)


def _at_hour(turn: Turn, day: date) -> datetime:
    return datetime.combine(day, time(MORE_HOUR), turn.zone).astimezone(UTC)


OWN_REASONS = 100  # from here on a number names the check in which the office used the words


def _reason(turn: Turn, work: Work, number: int | None) -> str | None:
    offered = say.reasons()
    if number is not None and number >= OWN_REASONS:
        return rules.reason_of(turn.db, work.office_id, number - OWN_REASONS)
    if number is not None:
        return offered[number - 1] if 0 < number <= len(offered) else None
    text = " ".join(turn.incoming.text.split())[:500].rstrip(".")
    return text if turn.incoming.kind == "text" and any(ch.isalpha() for ch in text) else None


def tell_checkers(turn: Turn, work: Work) -> None:
    """A row was reported done: who may check it learns of it, at most once an hour each; what comes more waits for the next."""
    hour = turn.now.astimezone(turn.zone).replace(minute=0, second=0, microsecond=0)
    for person_id in rules.checkers_of(turn.db, work):
        key = _hourly(person_id, hour)
        if not _is_queued(turn, key):
            turn.tell(person_id, say.to_check(work), key)
            continue
        later = hour + timedelta(hours=1)
        if not _is_queued(turn, _hourly(person_id, later)):
            turn.tell(person_id, say.more_to_check(), _hourly(person_id, later), at=later)


def _hourly(person_id: int, hour: datetime) -> str:
    return f"checks:{person_id}:{hour:%Y-%m-%d:%H}"


def _is_queued(turn: Turn, key: str) -> bool:
    return any(draft.key == key for draft in turn.drafts) or outbox.message_of(turn.db, key) is not None
