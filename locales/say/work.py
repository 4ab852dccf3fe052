"""My work: the list, one row, what was recorded."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import acting, dues, labels, last_documents
from locales.say.figures import figure, rule_text
from storage.rules.status import NOBODYS_WORK, OPEN, Kind, Progress, is_owed
from storage.work.assignments import Work
from storage.work.figures import Basis

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
        return dues.without_day(work.due_text, work.due_rule)
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
    if work.kind in NOBODYS_WORK:
        state = " [" + _("{kind}: nothing to report").format(kind=labels.kind(work.kind)) + "]"
    label = f"{work.name}: {title}" if work.code else title
    return f"{label} - {due(line)}{state}"


def listing(
    lines: list[Line], helped: list[Line], *, page: int, size: int, done: int, years: set[int], own_hour: time
) -> Message:
    """The list of open rows, `size` a page, with the first ones to tap."""
    if not lines and not helped:
        text = _("No work is open.") + (" " + _("{count} rows are done.").format(count=formats.count(done)) if done else "")
        return Message(text, (labels.choice("progress"),))
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
    choices = [Choice(tappable(line.work), f"row:{line.work.id}") for line in shown]
    if first + size < len(lines):
        choices.append(Choice(_("Next rows"), f"work:{page + 1}"))
    choices.append(Choice(_("Reminder hour: {hour}").format(hour=formats.clock(own_hour)), "hour"))
    return Message("\n".join(rows), tuple(choices), numbered=len(shown))


def of_month(lines: list[Line], month: int, year: int) -> Message:
    """The open rows that are due in a month."""
    when = f"{month:02d}/{year}"
    if not lines:
        return Message(_("No open row is due in {month}.").format(month=when), (labels.choice("work"),))
    rows = [_("{count} open rows are due in {month}:").format(count=formats.count(len(lines)), month=when)]
    rows += [f"{i}. {short(line)}" for i, line in enumerate(lines[:10], 1)]
    choices = tuple(Choice(tappable(line.work), f"row:{line.work.id}") for line in lines[:10])
    return Message("\n".join(rows), (*choices, labels.choice("work")), numbered=len(choices))


def _tagged(line: Line, years: set[int]) -> str:
    return short(line) + (f" ({line.work.year})" if len(years) > 1 else "")


def answers(work: Work, *, coded: bool = False) -> tuple[Choice, ...]:
    """The three first answers to a reminder of a row; `coded` puts the code before each."""
    prefix = f"{work.name} " if coded else ""
    return (
        Choice(prefix + labels.button("done"), f"status:{work.id}:done", wide=coded),
        Choice(prefix + labels.button("doing"), f"status:{work.id}:doing"),
        Choice(prefix + labels.button("blocked"), f"block:{work.id}"),
    )


@dataclass(frozen=True, slots=True)
class May:
    """What somebody may do with a row.

    Attributes:
        own: it is theirs.
        stands_in: its owner is on leave, and they report for them.
        send: documents.
        check: what was reported.
        lead: urge, give to somebody else, remark.
        mark: give the mark.
        rule: say how it is marked.
        last_documents: last year's documents can be seen.
        entered: whether it is ticked as entered in the province's software; None = they do not tick it.
        ungrant: the request for more time whose grant they can take back.
    """

    own: bool = False
    stands_in: bool = False
    send: bool = False
    check: bool = False
    lead: bool = False
    mark: bool = False
    rule: bool = False
    last_documents: bool = False
    entered: bool | None = None
    ungrant: int | None = None


def card(line: Line, may: May, *, documents: int, known: Basis, asked: date | None = None) -> Message:
    """One row in full, with every answer that this person may give; `asked`: until when more time was asked for."""
    work = line.work
    own = (
        *_answers(work, may, known, late=line.days is not None and line.days < 0),
        *_looks(work, may, documents),
        *(_plans(line) if may.own and work.progress in OPEN else ()),
        *((_nil(work),) if may.own and is_owed(work.kind, work.progress) else ()),
    )
    end = labels.choice("progress") if may.lead else labels.choice("work")
    choices = (*_urging(work, may), *own, *_leading(line, may), *_office(work, may), end)
    return Message("\n".join(_facts(line, may, documents, known, asked)), choices, (work.id,))


def only_shown(card: Message) -> Message:
    """A row that somebody gave an order about in words: shown with what can be tapped, since nothing was recorded."""
    return replace(card, text=card.text + "\n" + _("Nothing was recorded yet; please choose below."))


def _facts(line: Line, may: May, documents: int, known: Basis, asked: date | None) -> Iterator[str]:
    work = line.work
    yield from (f"{work.name}: {work.title}", f"{formats.sentence(due(line))}.", _state(work))
    if work.official_due_on and work.official_due_on != work.due_on:
        yield _("Assigned for {day}.").format(day=formats.day(work.official_due_on))
    if asked is not None:
        yield _("More time until {day} was asked for; not decided yet.").format(day=formats.day(asked))
    if work.max_points is not None:
        yield labels.maximum(work.max_points)
    if rule := rule_text(known.rule):
        yield _("Marking: {rule}.").format(rule=formats.shortened(rule, 160).rstrip("."))
    if lost := last_year(work):
        yield lost
    if work.figure:
        yield _("Figure: {figure}.").format(figure=figure(work.figure, known.rule))
    if not may.own and work.person:
        yield _("In charge: {name}.").format(name=work.person)
    if work.required_evidence:
        yield _("Required: {what}.").format(what=work.required_evidence.rstrip("."))
    if documents:
        yield _("Documents sent: {count}.").format(count=formats.count(documents))
    if work.needs_check:
        yield _("To check with the coordinator: {what}.").format(what=_("some cells of the list were unclear"))


def _answers(work: Work, may: May, known: Basis, *, late: bool) -> Iterator[Choice]:
    """What the owner, or who stands in, answers; after the due date a cause is given in place of asking for more time."""
    reports, is_open = may.own or may.stands_in, work.progress in OPEN
    if reports and work.progress is not Progress.CONFIRMED and work.kind is not Kind.SURVEY:
        if known.is_measured:
            yield Choice(_("Enter the figure"), f"figure:{work.id}")
        yield from (*answers(work), Choice(labels.button("not_started"), f"status:{work.id}:none"))
    if may.send and work.progress is not Progress.CONFIRMED:
        yield Choice(labels.button("send"), f"send:{work.id}")
    if may.own and is_open:
        yield (
            Choice(_("Cause of the delay"), f"cause:{work.id}") if late else Choice(labels.button("extend"), f"extend:{work.id}")
        )
    if reports and is_open:
        yield Choice(labels.button("later"), f"snooze:{work.id}")


def _looks(work: Work, may: May, documents: int) -> Iterator[Choice]:
    """Documents, the check, and what served last year."""
    if documents:
        yield Choice(_("Documents"), f"docs:{work.id}")
    if may.check and work.progress is Progress.REPORTED:
        yield Choice(_("Check"), f"check:{work.id}")
    if may.last_documents:
        yield last_documents.offer(work)


def _urging(work: Work, may: May) -> Iterator[Choice]:
    if may.lead and work.progress in OPEN and work.person and is_owed(work.kind, work.progress):
        yield Choice(labels.button("urge"), f"urge:row:{work.id}")


def _leading(line: Line, may: May) -> Iterator[Choice]:
    """What a leader may do with a row of somebody else."""
    work = line.work
    if may.ungrant:
        yield acting.take_back(may.ungrant)
    if may.lead and work.progress in OPEN:
        yield from _plans(line, both=True)
        yield Choice(_("Give to somebody else"), f"reassign:{work.id}")
        yield Choice(_("Remark"), f"remark:{work.id}")


def _office(work: Work, may: May) -> Iterator[Choice]:
    """What those who look after the list do."""
    if may.entered is not None:
        label = _("Not entered in the province's software") if may.entered else _("Entered in the province's software")
        yield Choice(label, f"row_entered:{work.id}", wide=True)
    if may.rule:
        if work.progress in OPEN:
            yield Choice(_("Correct due date or person"), f"fix:{work.id}", wide=True)
        yield Choice(_("How it is marked"), f"rule:{work.id}")
    if may.mark:
        yield Choice(_("Give a mark"), f"given:{work.id}")


def _nil(work: Work) -> Choice:
    return Choice(formats.sentence(labels.progress(Progress.NOT_ARISING)), f"nil:{work.id}")


def _plans(line: Line, *, both: bool = False) -> Iterator[Choice]:
    """The plan of a row; of a late one its remedies, or `both`."""
    one, is_late = line.work.id, line.days is not None and line.days < 0
    if both or not is_late:
        yield Choice(_("Detailed plan"), f"plan:{one}")
    if is_late:
        yield Choice(_("Remedies"), f"plan:{one}:remedy")


def last_year(work: Work) -> str:
    """What the criterion lost the year before, and why; empty where nothing is known."""
    lost = work.last_year.get("lost")
    if not lost or Decimal(str(lost)) <= 0:
        return ""
    text = _("Last year {points} points were lost here").format(points=formats.points(Decimal(str(lost))))
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


def pass_on() -> str:
    """Hand one's words to the coordinator, on a button."""
    return _("Pass my words to the coordinator")


def which(works: list[Line], route: str, question: str = "", *, years: Collection[int] = (), aside: str = "") -> Message:
    """Which row is meant? Nothing is recorded. Of several years, each row says its own.

    `route` has `{}` where the id goes; `aside` hands the words to the coordinator, as they may be about none of these.
    """
    text = [question or _("Which work is meant? Nothing is recorded yet.")]
    text += [f"{i}. {short(line, 45)}" + (f" ({line.work.year})" if len(years) > 1 else "") for i, line in enumerate(works, 1)]
    labels_ = [f"{tappable(line.work)} ({line.work.year})" if len(years) > 1 else tappable(line.work) for line in works]
    choices = tuple(Choice(label, route.format(line.work.id)) for label, line in zip(labels_, works, strict=True))
    none = (Choice(pass_on(), aside, wide=True),) if aside else ()
    return Message("\n".join(text), (*choices, *none, labels.choice("no")), numbered=len(works))


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
    choices = [Choice(tappable(work), f"docs:{work.id}" if counted.get(work.id) else f"send:{work.id}") for work in shown]
    if first + size < len(works):
        choices.append(Choice(_("Next rows"), f"documents:{page + 1}"))
    return Message("\n".join(text), (*choices, labels.choice("work")), numbered=len(shown))


def tappable(work: Work) -> str:
    """A row on a button."""
    return work.code or formats.shortened(work.title, 18)


def hours(current: time, offered: tuple[time, ...]) -> Message:
    choices = tuple(Choice(formats.clock(one), f"sethour:{one:%H%M}") for one in offered)
    text = _("Reminders come at {hour} of working days. Which hour suits you?").format(hour=formats.hour(current))
    return Message(text, choices)


def hour_set(current: time) -> Message:
    return Message(_("Recorded: reminders at {hour} of working days.").format(hour=formats.hour(current)))
