"""What was recorded of a report, and the questions on the way to it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import evidence, labels
from locales.say.time_off import give_cause
from locales.say.work import Line, due
from storage.rules.status import OPEN, Progress
from storage.work.assignments import Work

_ = words("report")


def recorded(
    line: Line,
    update_id: int,
    *,
    missing: str | None = None,
    days_late: int = 0,
    promised_on: date | None = None,
    document: str | None = None,
) -> Message:
    """The code first, what was recorded, then the dates; what is promised or missing; what to tap."""
    work = line.work
    text = [_("{code}: recorded {state}.").format(code=work.name, state=state_told(work))]
    if document:
        text.append(_("Document {number}.").format(number=document))
    if work.completed_on:
        text.append(_("Completed on {day}, {due}.").format(day=formats.day(work.completed_on), due=due(line)))
    else:
        text.append(f"{formats.sentence(due(line))}.")
    if days_late and work.progress is Progress.REPORTED:
        text.append(_("By that date it is {count} working days late.").format(count=formats.count(days_late)))
    if promised_on:
        text.append(_("You promised {day}.").format(day=formats.day(promised_on)))
    if missing:
        text.append(_("Documents still missing: {what}.").format(what=missing.rstrip(".")))
    asks_percent = work.progress is Progress.IN_PROGRESS and work.percent is None
    if asks_percent:
        text.append(_("About how many percent? Tap, or type for example 60%."))
    choices = tuple(_after(work, update_id, promised_on, is_short=bool(missing), asks_percent=asks_percent))
    return Message(" ".join(text), choices, (work.id,), f"percent:{work.id}" if asks_percent else None)


def _after(work: Work, update_id: int, promised_on: date | None, *, is_short: bool, asks_percent: bool) -> Iterator[Choice]:
    """What may follow a report; `is_short`: documents are missing."""
    if asks_percent:
        yield from (Choice(f"{n} %", f"percent:{work.id}:{n}") for n in (25, 50, 75, 90))
    if work.progress is Progress.REPORTED:
        yield Choice(labels.button("other_day"), f"done_on:{work.id}", wide=True)
    if promised_on and work.progress in OPEN and work.due_on and promised_on > work.due_on:
        yield Choice(labels.button("extend"), f"extend:{work.id}:{promised_on:%Y%m%d}")
    if is_short:
        yield Choice(labels.button("send"), f"send:{work.id}")
    yield Choice(labels.button("edit"), f"row:{work.id}")
    yield Choice(labels.button("mistake"), f"undo:{update_id}")


def state_told(work: Work) -> str:
    """The state as an answer repeats it: what is reported done still waits for its check."""
    if work.progress is Progress.REPORTED:
        return _("Reported done, waiting for a check")
    return labels.progress(work.progress, work.percent)


def ask_number_again(work: Work) -> Message:
    text = _("{code}: a number from 1 to 99 is needed, nothing is recorded yet.").format(code=work.name)
    return Message(text, (labels.choice("no"),), (work.id,), f"percent:{work.id}")


def _reasons() -> tuple[str, ...]:
    return _("Waiting for data of another office"), _("No guidance yet"), _("No funds"), _("Software fault")


def ask_block(work: Work) -> Message:
    """What stands in the way? Frequent reasons, or a few words."""
    choices = tuple(Choice(reason, f"block:{work.id}:{i}", wide=True) for i, reason in enumerate(_reasons(), 1))
    text = _("{code}: what stands in the way? Tap, or write the reason so that the leaders can help.").format(code=work.name)
    return Message(text, (*choices, labels.choice("no")), (work.id,), f"block:{work.id}")


def block_reason(number: int) -> str | None:
    """The words of a frequent reason."""
    reasons = _reasons()
    return reasons[number - 1] if 0 < number <= len(reasons) else None


def blocked(line: Line, update_id: int, told: Sequence[str] = ()) -> Message:
    """What stands in the way is recorded, and who learns of it at once."""
    work = line.work
    text = _('{code}: recorded the difficulty "{reason}". {due}. The leaders see it in the summary.').format(
        code=work.name, reason=formats.shortened(work.blocked or "", 200), due=formats.sentence(due(line))
    )
    if told:
        text += " " + _("{names} was told.").format(names=", ".join(told))
    is_late = line.days is not None and line.days < 0
    choices = (
        give_cause(work) if is_late else Choice(labels.button("extend"), f"extend:{work.id}"),
        Choice(labels.button("edit"), f"row:{work.id}"),
        Choice(labels.button("mistake"), f"undo:{update_id}"),
    )
    return Message(text, choices, (work.id,))


def block_for_head(line: Line, person: str) -> Message:
    """The head of the unit learns at once what stands in somebody's way, to help."""
    work = line.work
    text = _('{code} ({title}): {person} is blocked: "{reason}". {due}.').format(
        code=work.name,
        title=formats.shortened(work.title, 80),
        person=person,
        reason=formats.shortened(work.blocked or "", 200),
        due=formats.sentence(due(line)),
    )
    return Message(text, (Choice(_("See the row"), f"row:{work.id}"),), (work.id,))


def ask_completed_on(work: Work) -> Message:
    text = _("{code}: on which day was the result issued? Type it as dd/mm/yyyy.").format(code=work.name)
    return Message(text, (labels.choice("no"),), (work.id,), f"done_on:{work.id}")


def undone(line: Line) -> Message:
    """What was taken back, and how the row stands now."""
    work = line.work
    text = _("{code}: dropped. Again: {state}, {due}.").format(
        code=work.name, state=labels.progress(work.progress, work.percent), due=due(line)
    )
    return Message(text, (Choice(labels.button("edit"), f"row:{work.id}"), labels.choice("work")), (work.id,))


def both_undone(line: Line, files: int, first: int) -> Message:
    """A report and the files that bore its words; what should never have been sent can be destroyed."""
    work = line.work
    text = _("{code}: the report and the {count} files sent with it are dropped. Again: {state}, {due}.").format(
        code=work.name, count=formats.count(files), state=labels.progress(work.progress, work.percent), due=due(line)
    )
    choices = (Choice(labels.button("send"), f"send:{work.id}"), Choice(labels.button("edit"), f"row:{work.id}"))
    return Message(text, (*choices, evidence.burn(first)), (work.id,))


def undo_which(line: Line, update_id: int, at: datetime, zone: tzinfo) -> Message:
    """The newest report was made long ago: asked whether it is the one that was a mistake."""
    work = line.work
    text = _("Nothing was taken back yet. Your newest report: {code}, {state}, at {at}. Take it back?").format(
        code=work.name, state=labels.progress(work.progress, work.percent), at=formats.moment(at, zone)
    )
    choices = (Choice(labels.button("mistake"), f"undo:{update_id}"), labels.choice("no"))
    return Message(text, choices, (work.id,))


def settle(lines: list[Line]) -> Message:
    """Rows that were late before the first message: answer them in bulk."""
    shown = lines[:20]
    text = [_("Which of these are done? Tap a row, or answer for all at once:")]
    text += [f"{i}. {line.work.name}: {formats.shortened(line.work.title, 40)} - {due(line)}" for i, line in enumerate(shown, 1)]
    rows = [Choice(line.work.code or str(i), f"row:{line.work.id}") for i, line in enumerate(shown, 1)]
    all_done = Choice(_("All {count} done").format(count=formats.count(len(lines))), "settle:all", wide=True)
    return Message("\n".join(text), (*rows, all_done), numbered=len(rows))


def settled(works: list[Work], first: int, last: int) -> Message:
    """What was recorded of each row, and one way back for all."""
    line = _("{code}: reported done, waiting for a check; completed on {day}.")
    text = [line.format(code=one.name, day=formats.day_or(one.completed_on, "-")) for one in works]
    choices = (Choice(labels.button("edit"), "work"), Choice(labels.button("mistake"), f"undo_all:{first}:{last}"))
    return Message("\n".join(text), choices, tuple(one.id for one in works))


def all_undone(lines: list[Line]) -> Message:
    """Several rows that were recorded with one tap stand again as before."""
    text = [_("{count} rows: dropped. Again:").format(count=formats.count(len(lines)))]
    text += [f"{one.work.name}: {labels.progress(one.work.progress, one.work.percent)}, {due(one)}" for one in lines]
    return Message("\n".join(text), (labels.choice("work"),), tuple(one.work.id for one in lines))


def confirm_all(lines: list[Line]) -> Message:
    """ "All done" needs a look at the list first, and at the completion date that is recorded, since it decides lateness."""
    text = [_("Record all of these as done, each completed on its due date? For another date, answer row by row.")]
    text += [
        f"{one.work.name}: {formats.shortened(one.work.title, 40)}, {formats.day(one.work.due_on) if one.work.due_on else '-'}"
        for one in lines[:30]
    ]
    choices = (
        Choice(labels.button("right"), "settle:sure"),
        Choice(labels.button("edit"), "settle"),
        labels.choice("no"),
    )
    return Message("\n".join(text), choices)


def is_it_done(work: Work) -> Message:
    """Not sure what was meant: ask with choices, record nothing."""
    text = _("{code}: which of these is right? Nothing is recorded yet.").format(code=work.name)
    choices = (
        Choice(labels.button("done"), f"status:{work.id}:done"),
        Choice(labels.button("doing"), f"status:{work.id}:doing"),
        Choice(labels.button("not_started"), f"status:{work.id}:none"),
        Choice(labels.button("blocked"), f"block:{work.id}"),
        Choice(labels.button("later"), f"snooze:{work.id}"),
    )
    return Message(text, choices, (work.id,))


def done_that_day(work: Work, day: date) -> Message:
    """A day without a year that has just gone by: was it done then? Nothing is recorded yet."""
    text = _("{code}: completed on {day}, is that right? Nothing is recorded yet.").format(code=work.name, day=formats.day(day))
    choices = (
        Choice(labels.button("right"), f"done_on:{work.id}:{day:%Y%m%d}"),
        Choice(labels.button("doing"), f"status:{work.id}:doing"),
        labels.choice("no"),
    )
    return Message(text, choices, (work.id,))


def handed_on(work: Work, names: list[str]) -> Message:
    """ "This is not mine": passed to the coordinator; the row stays until somebody takes it."""
    text = _("{code}: your words were passed on to {names}. The work stays yours until somebody takes it over.")
    return Message(text.format(code=work.name, names=formats.listed(names) or _("the coordinator")), (), (work.id,))


def passed_on(names: list[str]) -> Message:
    """Words about several rows, or about leave: passed to the coordinator as they are."""
    text = _("Your words were passed on to {names}; nothing was recorded, the due dates stay.")
    return Message(text.format(names=formats.listed(names) or _("the coordinator")), (labels.choice("work"),))


def says(who: str, words_: str) -> Message:
    """To the coordinator: words of an official about leave, or about work in general."""
    text = _('{name} writes: "{words}".').format(name=who, words=formats.shortened(words_, 300))
    return Message(text, (labels.choice("seen"),))


def says_not_mine(work: Work, who: str, words_: str) -> Message:
    """To the coordinator."""
    text = _('{name} about {code} ({title}): "{words}".').format(
        name=who, code=work.name, title=formats.shortened(work.title, 60), words=formats.shortened(words_, 200)
    )
    return Message(text, (Choice(_("Open the row"), f"row:{work.id}"),), (work.id,))


def noted_words(work: Work | None) -> Message:
    """A friendly "ok": nothing is recorded, the way on is shown."""
    if work is None:
        return Message(_("Noted; nothing was recorded."), (labels.choice("work"),))
    if work.progress not in OPEN:
        text = _("Noted; {code} stands as before: {state}.").format(code=work.name, state=labels.progress(work.progress))
        return Message(text, (labels.choice("work"),), (work.id,))
    text = _('Noted; the state of {code} is unchanged. When it is done, tap "Done" or write "done".').format(code=work.name)
    choices = (Choice(labels.button("done"), f"status:{work.id}:done"), Choice(labels.button("doing"), f"status:{work.id}:doing"))
    return Message(text, choices, (work.id,))


def noted_beside(*, awaits: bool) -> Message:
    """The same while a question is open, which goes on waiting."""
    if awaits:
        return Message(_("Noted; nothing was recorded. The question above still waits for your answer."))
    return Message(_("Noted; nothing was recorded. The choices above can still be used."))


def question_passed(work: Work | None, name: str | None, *, leads: bool = False) -> Message:
    """A question: the bot does not answer for the office; it says who does. `leads`: who asks is shown the figures instead."""
    text = _("Nothing was recorded. For questions, please call {name}.").format(name=name or _("the coordinator"))
    way = "progress" if leads else "work"
    return Message(text, (Choice(labels.button(way), way),), (work.id,) if work else ())
