"""What was understood, applied to the row it means: all of it, so that nothing said has to be said again."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.flows import lines, said
from bot.flows.documents import evidence
from bot.flows.reporting import figures as row_figures
from bot.flows.reporting import learning, my_work, not_arising, report, time_off
from bot.flows.reporting.row_of_words import heard as understood
from bot.flows.reporting.row_of_words import meant
from bot.flows.scoring.marks import reason_beside
from bot.turn import Reply, Turn, messages_of
from locales.hear import Item, Meaning, done_on, is_long_ago, past_day
from locales.message import Message
from locales.say import heard as say
from locales.say import report as say_report
from locales.say import time_off as say_time_off
from locales.say.figures import rule_text
from storage.errors import NotYours
from storage.office import people
from storage.points import scores
from storage.rules.calendar import add_working_days
from storage.rules.marks import Mark, Stage
from storage.rules.status import Progress, Role
from storage.work import assignments, figures, questions
from storage.work.assignments import Work
from storage.work.updates import Report

YEAR, JUST_PAST = 365, 120
FAR = timedelta(days=45)
"""A promise for a later day than this is asked about, where the row and a day gone by make a completion as likely."""
_NEXT_CODE = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2})+")
_TOPIC = re.compile(r"^[\s:,-]*(?:(?:thì|thi|là|la)\s+)?", re.IGNORECASE)
_YEAR_SAID = re.compile(r"(?<!\d)20\d\d(?!\d)|(?:năm|nam) (?:sau|tới|toi)|(?:sang|qua) (?:năm|nam)")
STATES = {"done": Progress.REPORTED, "in_progress": Progress.IN_PROGRESS, "not_started": Progress.NOT_STARTED}


def on_row(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """Record what was said of a row, or ask what is still missing; the words are those of the turn."""
    if meaning.items:
        return items(turn, meaning, given=work)
    step = _STEPS.get(meaning.intent or "status", _look)
    if step in (_state, _look) and (figure := row_figures.said_of(turn, work)):
        return figure
    if meaning.ambiguous and step not in (_more_time, _later):
        learning.note(turn, "asked")
        return not_arising.say_so(turn, work.id) if said.says_nil(turn.incoming.text) else say_report.is_it_done(work)
    return step(turn, meaning, work)


def for_row(turn: Turn, key: int, assignment_id: int) -> Reply:
    """A tapped row: the whole meaning of what was said is applied to it."""
    work = assignments.held(turn.db, turn.person, assignment_id, turn.today)
    waiting = said.recall(turn, key)
    return on_row(turn, understood(turn, waiting.text, waiting.on), work)


def items(turn: Turn, meaning: Meaning, *, given: Work | None = None) -> Reply:
    """Two or more criteria in one sentence: recorded together, one answer lists them all; what is unclear stops all.

    More time may be asked for several at once; beside what is recorded, for one of them, as one may be held up.

    Raises:
        NotYours: one of the codes is none of this person's.
    """
    rows = [_row_of(turn, item, given) for item in meaning.items]
    works = [work for work in rows if work is not None]
    if len(works) < len(rows):
        return said.ask_row(turn, meant(turn, "", None).rows)
    said_of = list(zip(works, meaning.items, strict=True))
    plain = [(work, item) for work, item in said_of if item.status in STATES]
    others = [(work, item) for work, item in said_of if item.status not in STATES]
    step = _OF_SEVERAL.get(meaning.intent or "")
    if others and (step is None or (plain and len(others) > 1)):
        learning.note(turn, "asked")
        return say.unclear_among(others[0][0])
    answers = [_recorded(turn, plain)] if plain else []
    whole = turn.incoming
    for work, item in others:
        turn.incoming = replace(whole, text=_part_about(whole.text, item))
        then = step(turn, replace(meaning, items=(), date=item.date), work) if step else None
        answers += messages_of(then)
    turn.incoming = whole
    return answers


def _part_about(text: str, item: Item) -> str:
    """The words from a criterion's code to the next code; all of them where none is named."""
    _before, code, after = text.partition(item.criterion or text)
    said = _TOPIC.sub("", _NEXT_CODE.split(after, maxsplit=1)[0]).rstrip(" ,;.")
    return f"{code} {said}" if item.criterion and code else text


def _recorded(turn: Turn, said_of: list[tuple[Work, Item]]) -> Message:
    told = []
    for work, item in said_of:
        recorded = report.write(turn, work.id, Report(STATES[item.status or ""], _share(item.percent), note=_words(turn)))
        told.append((lines.one(turn, recorded.after), recorded.id, item.date))
    return say.recorded_all(told)


def _row_of(turn: Turn, item: Item, given: Work | None) -> Work | None:
    if item.criterion is None and given is not None:
        return given
    found = meant(turn, "" if item.criterion is None else item.criterion, item.criterion)
    if found.foreign:
        raise NotYours(code=found.foreign)
    if given is not None and given in found.rows:
        return given
    return found.sure


def _share(percent: int | None) -> int | None:
    return percent if percent is not None and 0 < percent < 100 else None


def _state(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A report; the day that the words name is the completion date of what is done, the number in them a document."""
    if meaning.status not in STATES:
        learning.note(turn, "asked")
        return say_report.is_it_done(work)
    if meaning.date and (over := _may_be_over(turn, meaning.date, work)):
        return say_report.done_that_day(work, over)
    if refusal := evidence.refuse_secret(turn):
        return refusal
    progress = STATES[meaning.status]
    completed_on = done_on(_words(turn), turn.today) if progress is Progress.REPORTED else None
    told = Report(progress, _share(meaning.percent), completed_on, _words(turn))
    answer = report.record(turn, work.id, told, promised_on=meaning.date, document=evidence.keep_named(turn, work))
    is_open = progress is Progress.REPORTED and completed_on is None
    return say.when_was_that(answer) if is_open and is_long_ago(_words(turn)) else answer


def _words(turn: Turn) -> str:
    """What was said, as it is kept beside a report."""
    return turn.incoming.text.strip()[:500]


def _just_past(day: date | None, today: date) -> bool:
    """A day without a year that has just gone by ("xong ngày 20/11" on 26/11) is read as next year's; better ask."""
    return day is not None and (day - today).days > YEAR - JUST_PAST


def _may_be_over(turn: Turn, day: date, work: Work) -> date | None:
    """The day that a promise may mean instead, gone by: "xong 20/1", typed in November, of a row of this year.

    A day without a year is read as the next such day; where that lies far ahead and past the year of the row, while the same day
    of that year has gone by, one cannot tell.
    """
    text = turn.incoming.text.casefold()
    if _YEAR_SAID.search(text):
        return None
    over = past_day(f"{day:%d/%m}", turn.today) or turn.today
    if _just_past(day, turn.today):
        return over
    typed = re.search(rf"(?<!\d)0?{day.day}[/.-]0?{day.month}(?!\d)", text)
    return over if typed and day - turn.today > FAR and day.year > work.year == over.year else None


def _with_state(turn: Turn, meaning: Meaning, work: Work, rest: Callable[[Work], Reply]) -> Reply:
    """Record the progress that was said beside something else, then do that."""
    if meaning.status not in STATES or work.progress is Progress.CONFIRMED:
        return rest(work)
    recorded = report.write(turn, work.id, Report(STATES[meaning.status], _share(meaning.percent), note=_words(turn)))
    told = say.state_line(lines.one(turn, recorded.after), recorded.id)
    then = rest(recorded.after)
    return [told, *messages_of(then)]


def _more_time(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A later date, with the reason in the person's own words."""

    def ask(row: Work) -> Reply:
        assignments.owned(turn.db, turn.person, row.id)  # who stands in for somebody on leave keeps the due date
        if row.due_on is None or row.due_on < turn.today:
            return say_time_off.too_late_to_extend(row)
        if meaning.date and meaning.date > row.due_on and not _just_past(meaning.date, turn.today):
            return time_off.ask(turn, row, meaning.date, time_off.because(turn.incoming.text))
        kept = said.keep(turn)
        offers = [add_working_days(row.due_on, days, turn.calendar) for days in (2, 5, 10)]
        return say_time_off.ask_extension(row, offers, official=row.official_due_on, said=kept.key)

    return _with_state(turn, meaning, work, ask)


def _later(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A named day is taken (its reminder hour); today means the hour that is named, or in an hour; else offer times."""

    def put_off(row: Work) -> Reply:
        if meaning.date and meaning.date > turn.today:
            return time_off.put_off(turn, row, time_off.on_day(turn, meaning.date))
        if meaning.date == turn.today:
            return time_off.put_off(turn, row, time_off.later(turn, turn.incoming.text))
        return time_off.snooze(turn, row.id)

    return _with_state(turn, meaning, work, put_off)


def _in_the_way(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A difficulty, kept with the words; the progress said beside it is recorded first."""
    text = turn.incoming.text.strip()
    return _with_state(turn, meaning, work, lambda row: report.record_block(turn, row.id, text))


def _score(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A self score, held against the maximum; "tối đa" is the maximum itself."""

    def mark(row: Work) -> Reply:
        assignments.owned(turn.db, turn.person, row.id)  # nobody scores the row of a colleague on leave
        points = Decimal(str(meaning.score)) if meaning.score is not None else row.max_points
        if points is None:
            return say.ask_points(row)
        if row.max_points is not None and points > row.max_points:
            return say.too_many_points(row, points)
        known = figures.basis(turn.db, row.id)
        allowed = known.earns(row.figure) if row.figure else None
        if allowed is not None and points > allowed:
            return say.more_than_the_rule(row, points, allowed, rule_text(known.rule))
        own = Mark(Stage.SELF, points, turn.now, turn.person.id, reason_beside(_words(turn), points))
        kept = scores.keep_self(turn.db, row.id, own, turn.local)
        return say.scored(lines.one(turn, row), points, kept)

    return _with_state(turn, meaning, work, mark)


def _question(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """What the list says of the row, and one tap that hands the question to the coordinator."""
    kept = said.keep(turn)
    told = say.guidance(
        lines.one(turn, work), assignments.guidance(turn.db, work.id), kept.key, questions.known(turn.db, work.id)
    )
    return _with_state(turn, meaning, work, lambda _row: told)


def _not_mine(turn: Turn, _meaning: Meaning, work: Work) -> Reply:
    """ "This is not mine": the coordinator learns of it in the person's own words; nothing moves by itself."""
    names = _tell(turn, say_report.says_not_mine(work, turn.person.full_name, turn.incoming.text), work.unit_id, "not-mine")
    return say_report.handed_on(work, names)


def _tell(turn: Turn, message: Message, unit_id: int, key: str) -> list[str]:
    told = turn.tell_holders(message, f"{key}:{turn.inbox_id}", unit_id, Role.COORDINATOR)
    return people.names_of(turn.db, told)


def pass_on(turn: Turn, message: Message, key: str = "says") -> list[str]:
    """Words that are about no single row: the coordinators of the person's unit read them. Returns their names."""
    return _tell(turn, message, turn.person.unit_id, key)


def _evidence(turn: Turn, _meaning: Meaning, work: Work) -> Reply:
    return evidence.number_given(turn, work)


def _noted(_turn: Turn, _meaning: Meaning, work: Work) -> Reply:
    return say_report.noted_words(work)


def _look(turn: Turn, _meaning: Meaning, work: Work) -> Reply:
    return my_work.card(turn, work.id)


_OF_SEVERAL: Mapping[str, Callable[[Turn, Meaning, Work], Reply]] = {"extension_request": _more_time, "blocker": _in_the_way}
"""What may be said of several rows, or of one beside others that are reported."""

_STEPS: Mapping[str, Callable[[Turn, Meaning, Work], Reply]] = {
    "reassign_request": _not_mine,
    "extension_request": _more_time,
    "blocker": _in_the_way,
    "question": _question,
    "snooze": _later,
    "self_score": _score,
    "status": _state,
    "evidence_note": _evidence,
    "acknowledge": _noted,
}
