"""Plain words: what was meant, which row, and then the same steps that a tap would take. When unsure, ask back."""

import contextlib
import re
from dataclasses import replace

from bot.flows import lines, said
from bot.flows.arriving import choices, devices, help_
from bot.flows.arriving.start import coordinator_of
from bot.flows.leading import announcing, asked
from bot.flows.loading import load_columns
from bot.flows.reporting import figures, heard, learning, leave, mistakes, my_work, period, questions, report, why
from bot.flows.reporting.row_of_words import heard as understood
from bot.flows.reporting.row_of_words import meant
from bot.turn import Reply, Turn, messages_of
from locales.hear import Meaning, fold, leave_days
from locales.message import Choice, Message
from locales.say import heard as say_heard
from locales.say import refusals
from locales.say import report as say
from locales.say import work as say_work
from storage.errors import NothingToUndo
from storage.evidence import numbers
from storage.office.people import TEAM
from storage.work import assignments
from storage.work.assignments import Work

LONG = 2000
ALL = re.compile(r"\b(tat ca|toan bo|het ca|ca)\b")
NEEDS_ROW = {"status", "extension_request", "blocker", "reassign_request", "snooze", "self_score", "question", "evidence_note"}


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
    return (
        load_columns.in_words(turn)
        or _named_row(turn)
        or devices.in_words(turn)
        or figures.in_words(turn)
        or why.in_words(turn)
        or asked.in_words(turn)
        or questions.in_words(turn)
        or period.answer(turn)
        or _meaning(turn, understood(turn, turn.incoming.text, turn.today))
    )


def _named_row(turn: Turn) -> Reply:
    """A code and nothing else opens its row, as the list of work promises; one's own before those of others."""
    code = numbers.only_code(turn.incoming.text)
    named = assignments.coded(turn.db, turn.person.office_id, code, turn.today) if code and "." in code else []
    found = [work for work in named if work.person_id == turn.person.id] or named
    if not found:
        return None
    if len(found) > 1:
        return say_work.which(lines.lines(turn, found), "row:{}", years={work.year for work in found})
    return my_work.card(turn, found[0].id)


def _meaning(turn: Turn, meaning: Meaning) -> Reply:
    if back := mistakes.files_back(turn):
        return back
    if meaning.undo:
        return _mistake(turn)
    if meaning.list_request:
        return my_work.listing(turn)
    if meaning.leave and not meaning.criterion:
        return _leave(turn)
    if meaning.items:
        return heard.items(turn, meaning)
    return _act(turn, meaning)


def _mistake(turn: Turn) -> Reply:
    """ "Bấm nhầm": what came last is taken back; what is said beside it ("nhầm, mới xong 50%") is heard as usual.

    Raises:
        NothingToUndo: nothing can be taken back, and nothing else was said.
    """
    beside = mistakes.beside(turn)
    if beside is None:
        return mistakes.undo(turn)
    told: list[Message] = []
    with contextlib.suppress(NothingToUndo):
        told = mistakes.undone(turn)
    turn.incoming = replace(turn.incoming, text=beside)
    then = _meaning(turn, understood(turn, beside, turn.today))
    return [*told, *messages_of(then)]


def _act(turn: Turn, meaning: Meaning) -> Reply:
    text = turn.incoming.text
    found = meant(turn, text, meaning.criterion)
    if _is_of_no_row(turn, meaning) and (passed := announcing.answered(turn)):
        return passed
    if meaning.intent not in NEEDS_ROW and not (meaning.criterion or meaning.ambiguous):
        return _noted(turn, found.sure) if meaning.intent == "acknowledge" else _unknown(turn)
    if found.foreign:
        return my_work.of_somebody_else(turn, found.foreign)
    if not found.rows:
        call = coordinator_of(turn) if meaning.intent == "question" else None
        return say.question_passed(None, call, leads=turn.person.holds(*TEAM)) if call else _unknown(turn)
    if meaning.status == "done" and not meaning.criterion and ALL.search(fold(text)):
        late = report.late_rows(turn)
        return say.confirm_all(lines.lines(turn, late)) if late else said.ask_row(turn, found.rows)
    if found.sure:
        return heard.on_row(turn, meaning, found.sure)
    if meaning.intent == "reassign_request":
        return say.passed_on(heard.pass_on(turn, say.says(turn.person.full_name, text)))
    if meaning.intent == "question":
        return said.ask_row(turn, found.rows, say_heard.question_about_which(coordinator_of(turn)))
    return said.ask_row(turn, found.rows)


def _is_of_no_row(turn: Turn, meaning: Meaning) -> bool:
    """Whether words may answer a message to all: they name no row, and report nothing unless they reply to that very message."""
    if meaning.criterion or meaning.ambiguous or meaning.intent == "acknowledge":
        return False
    says_nothing = meaning.intent in {"other", "question", "snooze"} and meaning.status is None
    return turn.incoming.reply_to is not None or (says_nothing and turn.talk.awaiting is None and turn.talk.about is None)


def _noted(turn: Turn, row: Work | None) -> Message:
    """A mere "ok" or thanks: what is open stays open, its numbers too; else the way on is shown."""
    if not choices.waits(turn):
        return say.noted_words(row)
    asks_state = row is not None and f"status:{row.id}:done" in turn.talk.question.routes
    told = say.noted_words(row) if asks_state else say.noted_beside(awaits=turn.talk.awaiting is not None)
    return replace(told, choices=(), is_aside=True)


def _leave(turn: Turn) -> Reply:
    """ "Em nghỉ phép 7-11/12": passed on with its days; where rows fall due in them, a substitute is asked for."""
    days = leave_days(turn.incoming.text, turn.today)
    asked = leave.declare(turn, *days) if days else None
    notice = say_heard.leave_says(turn.person.full_name, turn.incoming.text, days)
    names = heard.pass_on(turn, notice, "leave")
    if asked is None:  # else the head is asked to agree to the substitute
        names += [name for name in leave.tell_heads(turn, notice) if name not in names]
    told = say_heard.leave_passed_on(names, days)
    return [told, asked] if isinstance(asked, Message) else told


def _unknown(turn: Turn) -> Message:
    """The open question once more, else choices; after the second time in a row also whom to call."""
    learning.note(turn, "unknown")
    live = choices.live(turn)
    before = turn.talk.left_open if live else None
    question = before if before is not None else turn.talk.asked if live else None
    call = coordinator_of(turn) if before is not None else None
    handing = (Choice(say_work.pass_on(), f"ask:{said.keep(turn).key}"),) if call else ()
    if question:
        choices_ = [*(one for one in live if not (handing and one.route.startswith("ask:"))), *handing]
        return replace(refusals.still_open(question, choices_, call=call), awaiting=turn.talk.awaiting)
    offers = (*handing, *help_.offers(turn))
    return replace(refusals.not_understood(offers, call=call), awaiting=turn.talk.awaiting)
