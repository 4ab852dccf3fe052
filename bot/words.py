"""Plain words: what was meant, which row, and then the same steps that a tap would take. When unsure, ask back."""

import re
from datetime import timedelta

from bot.flows import lines, report, time_off
from bot.flows.dates import said_past
from bot.flows.start import coordinator_of
from bot.turn import Reply, Turn
from locales.hear import Meaning, fold, understand
from locales.message import Choice, Message
from locales.say import labels, refusals
from locales.say import report as say
from locales.say import work as say_work
from storage import assignments, people
from storage.assignments import Work
from storage.errors import NotYours
from storage.evidence import numbers
from storage.outbox import about_message
from storage.people import TEAM
from storage.rules.status import OPEN, Progress, Role

LONG = 2000
ALL = re.compile(r"\b(tat ca|toan bo|het ca|ca)\b")
UNDOTTED = re.compile(r"[1-9]\d{2,4}")
STATES = {"done": Progress.REPORTED, "in_progress": Progress.IN_PROGRESS, "not_started": Progress.NOT_STARTED}
NEEDS_ROW = {"status", "extension_request", "blocker", "reassign_request", "snooze", "self_score"}


def hear(turn: Turn) -> Reply:
    """Answer free text in a private chat; a stranger's words are not heard at all."""
    if turn.incoming.is_group:
        return None
    if turn.official is None:
        return refusals.stranger()
    if turn.incoming.is_edited:
        return refusals.edited()
    if len(turn.incoming.text) > LONG:
        return refusals.too_long()
    if row := _named_row(turn):
        return row
    meaning = understand(turn.incoming.text, turn.today)
    if meaning.undo:
        return report.undo_last(turn)
    if meaning.list_request:
        return _list(turn)
    return _items(turn, meaning) if meaning.items else _act(turn, meaning)


def _named_row(turn: Turn) -> Reply:
    """A code and nothing else opens its row, as the list of work promises; one's own before those of others."""
    code = numbers.only_code(turn.incoming.text)
    named = assignments.coded(turn.db, turn.person.office_id, code) if code and "." in code else []
    found = [work for work in named if work.person_id == turn.person.id] or named
    if not found:
        return None
    return _card(turn, found[0]) if len(found) == 1 else _which(turn, found, "row:{}")


def _list(turn: Turn) -> Reply:
    """ "Hôm nay còn gì": one's own work; "ai đang quá hạn" from a leader: the late rows of all."""
    from bot.flows import my_work, progress

    asks_for_others = "ai " in f"{fold(turn.incoming.text)} " and turn.person.holds(*TEAM)
    return progress.show(turn, "late") if asks_for_others else my_work.listing(turn)


def _items(turn: Turn, meaning: Meaning) -> Reply:
    """Two or more criteria in one sentence: each is recorded as if it had been said alone; one that is unclear stops all."""
    answers = []
    for item in meaning.items:
        works = candidates(turn, item.criterion)
        if not works and item.criterion:
            raise NotYours(code=item.criterion)
        if len(works) != 1 or item.status not in STATES:
            return _which(turn, works or _mine(turn), "row:{}")
        answers.append(report.record(turn, works[0].id, STATES[item.status], percent=_percent(item.percent)))
    return say.several(answers)


def _percent(value: int | None) -> int | None:
    return value if value is not None and 0 < value < 100 else None


def _act(turn: Turn, meaning: Meaning) -> Reply:
    works = candidates(turn, meaning.criterion)
    if meaning.intent not in NEEDS_ROW and not (meaning.criterion or meaning.ambiguous):
        return _small_talk(turn, meaning, works)
    if not works and meaning.criterion:
        raise NotYours(code=meaning.criterion)
    if not works:
        return _unknown(turn)
    if len(works) > 1 and meaning.intent == "reassign_request":
        return _pass_on(turn)
    if len(works) > 1 and meaning.status == "done" and ALL.search(fold(turn.incoming.text)):
        return say.confirm_all(lines.lines(turn, late)) if (late := report.late_rows(turn)) else _which(turn, works, "row:{}")
    if len(works) > 1:
        return _which(turn, works, _route_for(meaning))
    return _on_row(turn, meaning, works[0])


def _on_row(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """The row is clear: record, or ask what is still missing."""
    if meaning.ambiguous:
        return say.is_it_done(work)
    if meaning.intent == "reassign_request":
        return _not_mine(turn, work)
    if meaning.intent == "extension_request":
        return _more_time(turn, meaning, work)
    if meaning.intent == "snooze":
        return _later(turn, meaning, work)
    if meaning.intent == "blocker":
        if meaning.status in STATES and work.progress not in {Progress.CONFIRMED, Progress.RETURNED}:
            report.record(turn, work.id, STATES[meaning.status], percent=_percent(meaning.percent))
        return report.record_block(turn, work.id, turn.incoming.text.strip())
    if meaning.status in STATES:
        return _state(turn, meaning, work)
    if meaning.intent == "evidence_note":
        from bot.flows import evidence

        return evidence.number_given(turn, work)
    if meaning.intent in {"question", "acknowledge"}:
        return _small_talk(turn, meaning, [work])
    return say.is_it_done(work) if meaning.intent in {"status", None} else _card(turn, work)


def _state(turn: Turn, meaning: Meaning, work: Work) -> Message:
    """A plain report; the day that the words name is the completion date of what is done."""
    text = turn.incoming.text.strip()
    progress = STATES[meaning.status or ""]
    done_on = said_past(text, turn.today) if progress is Progress.REPORTED else None
    return report.record(turn, work.id, progress, percent=_percent(meaning.percent), completed_on=done_on, note=text[:500])


def _card(turn: Turn, work: Work) -> Reply:
    from bot.flows import my_work

    return my_work.card(turn, work.id)


def _more_time(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    if work.due_on is None or work.due_on < turn.today:
        return say.too_late_to_extend(work)
    if meaning.date and meaning.date > work.due_on:
        return time_off.ask(turn, work, meaning.date, turn.incoming.text.strip()[:500])
    return time_off.extend(turn, work.id) if turn.incoming.kind == "tap" else _ask_date(turn, work)


def _ask_date(turn: Turn, work: Work) -> Message:
    from storage.rules.calendar import add_working_days

    assert work.due_on is not None, "rows without a date were answered before"
    offers = [add_working_days(work.due_on, days, turn.calendar) for days in (2, 5, 10)]
    return say.ask_extension(work, offers, official=work.official_due_on)


def _later(turn: Turn, meaning: Meaning, work: Work) -> Reply:
    """A named day is taken (its reminder hour); today means in an hour; else offer times."""
    if meaning.date and meaning.date > turn.today:
        return time_off.put_off(turn, work, time_off.on_day(turn, meaning.date))
    if meaning.date == turn.today:
        return time_off.put_off(turn, work, turn.now + timedelta(hours=1))
    offers = time_off.snooze_times(turn)
    return say.ask_snooze(work, [(say.snooze_label(key, at.astimezone(turn.zone)), key) for key, at in offers.items()])


def _pass_on(turn: Turn) -> Message:
    """Leave, or work that is somebody else's, without a row: the coordinator reads it in the person's own words."""
    told = []
    for one in people.holders(turn.db, turn.person.unit_id, Role.COORDINATOR):
        if one != turn.person.id:
            turn.tell(one, say.says(turn.person.full_name, turn.incoming.text), f"says:{turn.inbox_id}:{one}")
            told.append(people.by_id(turn.db, one).full_name)
    return say.passed_on(told)


def _not_mine(turn: Turn, work: Work) -> Message:
    """ "This is not mine": the coordinator learns of it in the person's own words; nothing moves by itself."""
    told = []
    for one in people.holders(turn.db, work.unit_id, Role.COORDINATOR):
        if one != turn.person.id:
            words = say.says_not_mine(work, turn.person.full_name, turn.incoming.text)
            turn.tell(one, words, f"not-mine:{turn.inbox_id}:{one}")
            told.append(people.by_id(turn.db, one).full_name)
    return say.handed_on(work, told)


def _small_talk(turn: Turn, meaning: Meaning, works: list[Work]) -> Reply:
    work = works[0] if len(works) == 1 else None
    if meaning.intent == "question":
        return say.question_passed(work, coordinator_of(turn))
    if meaning.intent == "evidence_note" and works:
        from bot.flows import evidence

        return evidence.number_given(turn, works[0]) if len(works) == 1 else _which(turn, works, "send:{}")
    if meaning.intent == "acknowledge":
        return say.noted_words(work)
    return _unknown(turn)


def _unknown(turn: Turn) -> Message:  # noqa: ARG001 - the same for everyone
    return refusals.not_understood((Choice(labels.button("work"), "work"), Choice(labels.button("progress"), "progress")))


def _route_for(meaning: Meaning) -> str:
    """Where a tapped row leads when only the row was unclear; what was said is offered again there."""
    if meaning.intent == "status" and _percent(meaning.percent) and not meaning.ambiguous:
        return f"percent:{{}}:{meaning.percent}"
    if meaning.ambiguous or meaning.status not in STATES:
        return {"extension_request": "extend:{}", "snooze": "snooze:{}", "blocker": "block:{}"}.get(
            meaning.intent or "", "row:{}"
        )
    return {"done": "status:{}:done", "in_progress": "status:{}:doing", "not_started": "status:{}:none"}[meaning.status or ""]


def _which(turn: Turn, works: list[Work], route: str) -> Message:
    return say_work.which(lines.lines(turn, works[:8]), route)


def _mine(turn: Turn) -> list[Work]:
    return [work for work in assignments.of_person(turn.db, turn.person.id) if work.progress in OPEN]


def _undotted(text: str, mine: list[Work]) -> list[Work]:
    """`124` is 1.2.4 only if exactly one of the person's codes reads so."""
    digits = UNDOTTED.fullmatch(text.strip())
    found = [work for work in mine if digits and (work.code or "").replace(".", "") == digits[0]]
    return found if len(found) == 1 else []


def candidates(turn: Turn, code: str | None) -> list[Work]:
    """Which rows may be meant: the answered message, the code, the one just spoken of, the only open one."""
    mine = assignments.of_person(turn.db, turn.person.id)
    if code:
        return [work for work in mine if work.code == code]
    if found := _undotted(turn.incoming.text, mine):
        return found
    if turn.incoming.reply_to:
        ids = about_message(turn.db, turn.chat, turn.incoming.reply_to)
        if found := [work for work in mine if work.id in ids]:
            return found
    open_rows = [work for work in mine if work.progress in OPEN]
    spoken = [work for work in mine if work.id == turn.talk.about]
    return spoken or open_rows
