"""My work: the list, one row, what was recorded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import dues, labels, models
from locales.say.figures import figure, rule_text
from storage.assignments import Work
from storage.figures import Basis
from storage.rules.status import OPEN, Kind, Progress, is_owed

_ = words("work")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with what today makes of it.

    Attributes:
        days: working days left; negative when late; None without a date.
        finish_by: the working day by which it should be done when the due date is a day off; else None.
    """

    work: Work
    days: int | None = None
    finish_by: date | None = None


def due(line: Line) -> str:
    """`hạn Chủ nhật 15/11/2026 (nên xong trong thứ Sáu 13/11)`, `quá hạn 03 ngày làm việc`."""
    work = line.work
    if work.due_on is None:
        return work.due_text or dues.written(None, work.due_rule, None, strict=False) or _("no due date")
    text = _("due {day}").format(day=formats.day(work.due_on))
    if line.finish_by:
        text = _("due {weekday}/{year}, best done by {finish}").format(
            weekday=formats.weekday(work.due_on), year=work.due_on.year, finish=formats.weekday(line.finish_by)
        )
    if line.days is not None and line.days < 0 and work.progress in OPEN:
        text += ", " + _("{count} working days late").format(count=formats.count(-line.days))
    return text


def short(line: Line, most: int = 60) -> str:
    """One line of a list: code, short title, due date, state when it is not the ordinary one."""
    work = line.work
    title = formats.shortened(work.title, most)
    state = "" if work.progress is Progress.NOT_STARTED else f" [{labels.progress(work.progress, work.percent)}]"
    label = f"{work.name}: {title}" if work.code else title
    return f"{label} - {due(line)}{state}"


def listing(
    lines: list[Line], helped: list[Line], *, page: int, size: int, done: int, years: set[int], own_hour: time
) -> Message:
    """The list of open rows, `size` a page, with the first ones to tap."""
    if not lines and not helped:
        text = _("No work is open.") + (" " + _("{count} rows are done.").format(count=formats.count(done)) if done else "")
        return Message(text, (Choice(labels.button("progress"), "progress"),))
    first = page * size
    shown = lines[first : first + size]
    late = sum(1 for line in lines if line.days is not None and line.days < 0)
    head = _("{count} open rows").format(count=formats.count(len(lines)))
    if late:
        head += ", " + _("{count} late").format(count=formats.count(late))
    rows = [f"{head}:"] + [f"{i}. {_tagged(line, years)}" for i, line in enumerate(shown, 1)]
    if helped and page == 0:
        rows += [_("You help with:")] + [f"- {_tagged(line, years)}" for line in helped[:5]]
    rows.append(_('Type a code to see a row, or "CODE done" to report it.'))
    choices = [Choice(_number_label(line), f"row:{line.work.id}") for line in shown]
    if first + size < len(lines):
        choices.append(Choice(_("Next rows"), f"work:{page + 1}"))
    choices.append(Choice(_("Reminder hour: {hour}").format(hour=formats.clock(own_hour)), "hour"))
    return Message("\n".join(rows), tuple(choices), numbered=len(shown))


def of_month(lines: list[Line], month: int, year: int) -> Message:
    """The open rows that are due in a month."""
    when = f"{month:02d}/{year}"
    if not lines:
        return Message(_("No open row is due in {month}.").format(month=when), (Choice(labels.button("work"), "work"),))
    rows = [_("{count} open rows are due in {month}:").format(count=formats.count(len(lines)), month=when)]
    rows += [f"{i}. {short(line)}" for i, line in enumerate(lines[:10], 1)]
    choices = tuple(Choice(_number_label(line), f"row:{line.work.id}") for line in lines[:10])
    return Message("\n".join(rows), (*choices, Choice(labels.button("work"), "work")), numbered=len(choices))


def _tagged(line: Line, years: set[int]) -> str:
    return short(line) + (f" ({line.work.year})" if len(years) > 1 else "")


def _number_label(line: Line) -> str:
    return _name(line.work)


def answers(work: Work, *, coded: bool = False) -> tuple[Choice, ...]:
    """The three first answers to a reminder of a row; `coded` puts the code before each."""
    prefix = f"{work.name} " if coded else ""
    return (
        Choice(prefix + labels.button("done"), f"status:{work.id}:done", wide=coded),
        Choice(prefix + labels.button("doing"), f"status:{work.id}:doing"),
        Choice(prefix + labels.button("blocked"), f"block:{work.id}"),
    )


def card(
    line: Line,
    *,
    mine: bool,
    may_send: bool,
    may_check: bool,
    documents: int,
    known: Basis,
    may_mark: bool = False,
    may_lead: bool = False,
    entered: bool | None = None,
    may_rule: bool = False,
    model: bool = False,
    stands_in: bool = False,
) -> Message:
    """One row in full, with every answer that this person may give; who stands in reports as the owner does."""
    work = line.work
    text = [f"{work.name}: {work.title}", f"{formats.sentence(due(line))}.", _state(work)]
    if work.max_points is not None:
        text.append(_("Maximum {points} points.").format(points=formats.points(work.max_points)))
    if rule := rule_text(known.rule):
        text.append(_("Marking: {rule}.").format(rule=formats.shortened(rule, 160).rstrip(".")))
    if lost := last_year(work):
        text.append(lost)
    if work.figure:
        text.append(_("Figure: {figure}.").format(figure=figure(work.figure, known.rule)))
    if not mine and work.person:
        text.append(_("In charge: {name}.").format(name=work.person))
    if work.required_evidence:
        text.append(_("Documents needed: {what}.").format(what=work.required_evidence.rstrip(".")))
    if documents:
        text.append(_("Documents sent: {count}.").format(count=formats.count(documents)))
    if work.needs_check:
        text.append(_("To check with the coordinator: {what}.").format(what=_("some cells of the list were unclear")))
    choices = _choices(work, mine=mine, stands_in=stands_in, may_send=may_send, may_check=may_check, documents=documents)
    if model:
        choices = (*choices[:-1], models.offer(work), choices[-1])
    if (mine or stands_in) and known.is_measured and work.progress is not Progress.CONFIRMED and work.kind is not Kind.SURVEY:
        choices = (Choice(_("Enter the figure"), f"figure:{work.id}"), *choices)
    if mine and work.progress in OPEN:
        choices = (*choices[:-1], *_own_plans(line), choices[-1])
    if may_lead:
        choices = _led(work, choices[:-1])
    if entered is not None:
        label = _("Not entered in the province's software") if entered else _("Entered in the province's software")
        choices = (*choices[:-1], Choice(label, f"row_entered:{work.id}", wide=True), choices[-1])
    if may_rule:
        choices = (*choices[:-1], Choice(_("How it is marked"), f"rule:{work.id}"), choices[-1])
    if may_mark:
        choices = (*choices[:-1], Choice(_("Give a mark"), f"given:{work.id}"), choices[-1])
    return Message("\n".join(text), choices, (work.id,))


def _led(work: Work, checked: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """What a leader may do with a row of somebody else, and the way back to the figures."""
    back = Choice(labels.button("progress"), "progress")
    if work.progress not in OPEN:
        return (*checked, back)
    urge = (Choice(labels.button("urge"), f"urge:row:{work.id}"),) if work.person and is_owed(work.kind, work.progress) else ()
    plan = Choice(_("Detailed plan"), f"plan:{work.id}")
    led = (Choice(_("Give to somebody else"), f"reassign:{work.id}"), Choice(_("Remark"), f"remark:{work.id}"))
    return (*urge, *checked, plan, *led, back)


def _own_plans(line: Line) -> tuple[Choice, ...]:
    """The plan of an own row; of a late one its remedies, and the cause of the delay."""
    one = line.work.id
    if line.days is None or line.days >= 0:
        return (Choice(_("Detailed plan"), f"plan:{one}"),)
    return (Choice(_("Remedies"), f"plan:{one}:remedy"), Choice(_("Cause of the delay"), f"cause:{one}"))


def last_year(work: Work) -> str:
    """What the criterion lost the year before, and why; empty where nothing is known."""
    lost = work.last_year.get("lost")
    if not lost or Decimal(str(lost)) <= 0:
        return ""
    text = _("Last year {points} points were lost here").format(points=formats.full_points(Decimal(str(lost))))
    reason = formats.shortened(str(work.last_year.get("reason") or ""), 120).rstrip(".")
    return f"{text}: {reason}." if reason else f"{text}."


def entered(work: Work, *, ticked: bool) -> Message:
    """The tick "đã nhập phần mềm tỉnh" was set or taken away."""
    said = _("{code}: noted as entered in the province's software.") if ticked else _("{code}: the note is taken back.")
    return Message(said.format(code=work.name), (Choice(labels.button("mistake"), f"row_entered:{work.id}"),), (work.id,))


def _state(work: Work) -> str:
    text = _("State: {state}.").format(state=labels.progress(work.progress, work.percent))
    if work.completed_on:
        text += " " + _("Completed on {day}.").format(day=formats.day(work.completed_on))
    if work.blocked:
        text += " " + _("Blocked: {reason}.").format(reason=formats.shortened(work.blocked, 120).rstrip("."))
    return text


def _choices(work: Work, *, mine: bool, stands_in: bool, may_send: bool, may_check: bool, documents: int) -> tuple[Choice, ...]:
    one = work.id
    found: list[Choice] = []
    if (mine or stands_in) and work.progress is not Progress.CONFIRMED and work.kind is not Kind.SURVEY:
        found += [*answers(work), Choice(labels.button("not_started"), f"status:{one}:none")]
    if may_send and work.progress is not Progress.CONFIRMED:
        found.append(Choice(labels.button("send"), f"send:{one}"))
    if mine and work.progress in OPEN:
        found.append(Choice(labels.button("extend"), f"extend:{one}"))
    if (mine or stands_in) and work.progress in OPEN:
        found.append(Choice(labels.button("later"), f"snooze:{one}"))
    if documents:
        found.append(Choice(_("Documents"), f"docs:{one}"))
    if may_check and work.progress is Progress.REPORTED:
        found.append(Choice(_("Check"), f"check:{one}"))
    return (*found, Choice(labels.button("work"), "work"))


def which(works: list[Line], route: str, question: str = "", *, years: Collection[int] = ()) -> Message:
    """Which row is meant? `route` has `{}` where the id goes. Nothing is recorded. Of several years, each row says its own."""
    text = [question or _("Which work is meant? Nothing is recorded yet.")]
    text += [f"{i}. {short(line, 45)}" + (f" ({line.work.year})" if len(years) > 1 else "") for i, line in enumerate(works, 1)]
    labels_ = [f"{_number_label(line)} ({line.work.year})" if len(years) > 1 else _number_label(line) for line in works]
    choices = tuple(Choice(label, route.format(line.work.id)) for label, line in zip(labels_, works, strict=True))
    return Message("\n".join(text), (*choices, Choice(labels.button("no"), "nothing")), numbered=len(works))


def documents_sent(works: list[Work], counted: Mapping[int, int], *, page: int, size: int) -> Message:
    """How many documents each row has; the rows that lack any come first."""
    first = page * size
    shown = works[first : first + size]
    lacking = sum(1 for work in works if not counted.get(work.id))
    text = [
        _("Documents sent: {count} rows have some, {lacking} rows have none.").format(
            count=formats.count(len(works) - lacking), lacking=formats.count(lacking)
        )
    ]
    for number, work in enumerate(shown, 1):
        have = counted.get(work.id, 0)
        state = _("{count} documents").format(count=formats.count(have)) if have else _("none yet")
        text.append(f"{number}. {work.name}: {formats.shortened(work.title, 50)} - {state}")
    choices = [Choice(_name(work), f"docs:{work.id}" if counted.get(work.id) else f"send:{work.id}") for work in shown]
    if first + size < len(works):
        choices.append(Choice(_("Next rows"), f"documents:{page + 1}"))
    return Message("\n".join(text), (*choices, Choice(labels.button("work"), "work")), numbered=len(shown))


def _name(work: Work) -> str:
    return work.code or formats.shortened(work.title, 18)


def hours(current: time, offered: tuple[time, ...]) -> Message:
    choices = tuple(Choice(formats.clock(one), f"sethour:{one:%H%M}") for one in offered)
    text = _("Reminders come at {hour} of working days. Which hour suits you?").format(hour=formats.hour(current))
    return Message(text, choices)


def hour_set(current: time) -> Message:
    return Message(_("Recorded: reminders at {hour} of working days.").format(hour=formats.hour(current)))
