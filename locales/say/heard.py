"""Answers to words: several rows at once, a self score, guidance on a row, a question handed on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, questions
from locales.say.report import state_told
from locales.say.work import Line, due
from storage.work.assignments import Guidance, Work
from storage.work.questions import Asked

_ = words("heard")


def recorded_all(told: list[tuple[Line, int, date | None]]) -> Message:
    """One answer for several rows reported in one sentence, each by its code.

    Args: told: each row, the number of its report, and the day promised.
    """
    text = [_("Recorded {count} rows:").format(count=formats.count(len(told)))]
    for line, _line_id, promised in told:
        row = f'- {line.work.name}: "{state_told(line.work)}", {due(line)}'
        text.append(row + (", " + _("promised for {day}").format(day=formats.day(promised)) if promised else ""))
    mistake = labels.button("mistake")
    choices = tuple(Choice(f"{line.work.name}: {mistake}", f"undo:{line_id}", wide=True) for line, line_id, _day in told)
    return Message("\n".join(text), choices, tuple(line.work.id for line, _line_id, _day in told))


def unclear_among(work: Work) -> Message:
    """Several rows were named and one was unclear: nothing is recorded, that one is named."""
    text = _("Nothing is recorded yet: what was said of {code} was not clear. Please say it again for each row.")
    return Message(text.format(code=work.name), (labels.choice("work"),), (work.id,))


def state_line(line: Line, update_id: int) -> Message:
    """The progress that was said beside something else."""
    work = line.work
    text = _('{code}: recorded "{state}". {due}.').format(code=work.name, state=state_told(work), due=formats.sentence(due(line)))
    choices = (Choice(labels.button("edit"), f"row:{work.id}"), Choice(labels.button("mistake"), f"undo:{update_id}"))
    return Message(text, choices, (work.id,))


def ask_points(work: Work) -> Message:
    text = _("{code}: the list gives no maximum, so please write the points, for example 1,5 points.").format(code=work.name)
    return Message(text, (labels.choice("no"),), (work.id,))


def too_many_points(work: Work, points: Decimal) -> Message:
    """More than the maximum: nothing is recorded."""
    most = formats.points(work.max_points or Decimal(0))
    text = _("{code}: {points} points are more than the maximum of {most}; nothing is recorded. Please write the points again.")
    return Message(text.format(code=work.name, points=formats.points(points), most=most), (), (work.id,))


def scored(line: Line, points: Decimal, score_id: int) -> Message:
    """A self score was kept; it changes no state."""
    work = line.work
    text = _("{code}: recorded the self score {points}").format(code=work.name, points=formats.points(points))
    if work.max_points is not None:
        text += _(" of at most {most} points").format(most=formats.points(work.max_points))
    text += ". " + _("State unchanged: {state}.").format(state=labels.progress(work.progress, work.percent))
    choices = (Choice(labels.button("edit"), f"row:{work.id}"), Choice(labels.button("mistake"), f"unscore:{score_id}"))
    return Message(text, choices, (work.id,))


def more_than_the_rule(work: Work, points: Decimal, allowed: Decimal, rule: str) -> Message:
    """A self score above what the rule gives for the recorded figure."""
    text = _(
        "{code}: by its rule ({rule}) the recorded figure earns {allowed} points, not {points}; nothing is recorded."
    ).format(code=work.name, rule=rule.rstrip("."), allowed=formats.points(allowed), points=formats.points(points))
    return Message(text, (Choice(labels.button("edit"), f"figure:{work.id}"),), (work.id,))


def score_dropped(work: Work) -> Message:
    text = _("{code}: the self score was dropped.").format(code=work.name)
    return Message(text, (Choice(labels.button("edit"), f"row:{work.id}"),), (work.id,))


def guidance(line: Line, known: Guidance, said: int, asked: Sequence[Asked] = ()) -> Message:
    """What is known of a row: the documents it needs, how it is marked, its source document, earlier answers."""
    work = line.work
    text = [f"{work.name}: {formats.shortened(work.title, 120)}", f"{formats.sentence(due(line))}."]
    if work.required_evidence:
        text.append(_("Required: {what}.").format(what=work.required_evidence.rstrip(".")))
    if work.max_points is not None:
        text.append(labels.maximum(work.max_points))
    if known.rule:
        text.append(_("How it is marked: {rule}.").format(rule=known.rule.rstrip(".")))
    if known.document:
        text.append(_("Assigned by: {document}.").format(document=known.document.rstrip(".")))
    text += [questions.line(one) for one in asked]
    text.append(_("Nothing is recorded. Is this not the answer? Tap below and the coordinator reads your question."))
    choices = (Choice(_("Pass the question on"), f"ask:{said}:{work.id}", wide=True), labels.choice("work"))
    return Message("\n".join(text), choices, (work.id,))


def question_about_which(name: str | None) -> str:
    """A question that names no row: whom to call, or the row to look up."""
    return _("Nothing is recorded. For questions, please call {name}, or choose the work it is about:").format(
        name=name or _("the coordinator")
    )


def leave_says(who: str, said: str, days: tuple[date, date] | None) -> Message:
    """To the coordinator: somebody will be away."""
    text = _('{name} writes: "{words}".').format(name=who, words=formats.shortened(said, 300))
    if days:
        text += " " + _("Away {when}.").format(when=formats.span(*days))
    return Message(text, (labels.choice("seen"),))


def leave_passed_on(names: list[str], days: tuple[date, date] | None) -> Message:
    """Leave is passed on; the due dates stay."""
    who = formats.listed(names) or _("the coordinator")
    if days is None:
        text = _("Your leave was passed on to {names}; the due dates stay.").format(names=who)
    else:
        text = _("Your leave {when} was passed on to {names}; the due dates stay.").format(when=formats.span(*days), names=who)
    return Message(text, (labels.choice("work"),))


def own_only(shown: Message) -> Message:
    """Beside a list of the asker's own rows."""
    text = _("You see your own work here; leaders and the coordinator see that of the whole office.")
    return replace(shown, text=f"{shown.text}\n{text}")


def when_was_that(told: Message) -> Message:
    """Beside a report of what was done some time ago: today is a wrong completion date for it."""
    text = _("You said it was done earlier: please type the day on which it was completed.")
    return replace(told, text=f"{told.text} {text}", awaiting=f"done_on:{told.about[0]}" if told.about else told.awaiting)
