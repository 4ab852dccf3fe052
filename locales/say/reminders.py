"""Reminders: one grouped message a person, worded by kind of work, three rows in full, the rest behind "Xem tất cả"."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.acting import step_label, step_line
from locales.say.digests import cut_off
from locales.say.work import Line, answers, due, last_year
from storage.rules.status import Kind, Progress
from storage.work.assignments import Work
from storage.work.plans import Planned

_ = words("reminders")
MOST_SHORT = 12
PLAN_STEP = "plan-step"
STEPS = 2  # of one plan, said in a reminder


@dataclass(frozen=True, slots=True)
class Item:
    """A row to remind of, which step it is ("before-7", "due", "late-4", "already-late", "again"), and open steps of its plan.

    Attributes:
        instead_of: the colleague on leave for whom the reader does it; None for an own row.
    """

    line: Line
    step: str
    planned: tuple[Planned, ...] = ()
    instead_of: str | None = None


def grouped(name: str, items: list[Item], *, today: date, in_full: int, outage: str = "") -> Message:
    """Everything that a person is reminded of now, in one message."""
    ordered = sorted(items, key=lambda item: _urgency(item, today))
    shown, others = ordered[:in_full], ordered[in_full:]
    text = [outage] if outage else []
    text.append(_head(name, ordered, today))
    text += [_full(item, today) for item in shown]
    text += _cut_offs(ordered, today)
    if others:
        text.append(_("Also:"))
        text += [f"- {_short(item)}" for item in others[:MOST_SHORT]]
        text += labels.rest(len(others) - MOST_SHORT)
    about = tuple(item.line.work.id for item in items)
    return Message("\n".join(text), _choices(shown, ordered), about)


def _cut_offs(items: list[Item], today: date) -> list[str]:
    """Figures that close on one day are counted together: `Chốt số liệu 14/12: có 04 chỉ tiêu cần số.`."""
    works = [item.line.work for item in items if item.line.work.kind is Kind.FIGURE]
    days = Counter(work.due_on for work in works if work.due_on is not None and work.due_on >= today)
    return [cut_off(day, count) for day, count in sorted(days.items()) if count > 1]


def _urgency(item: Item, today: date) -> int:
    """What is due today comes first, then what is late, then the rest in the order of their dates."""
    if item.line.work.due_on == today:
        return 0
    return 1 if (item.line.days or 0) < 0 else 2


def _head(name: str, items: list[Item], today: date) -> str:
    listed = [item for item in items if item.step == "already-late"]
    rest = [item for item in items if item.step != "already-late"]
    if not listed:
        if all(item.line.work.due_on == today for item in rest):
            return _("{name}, due today: {count} rows.").format(name=name, count=formats.count(len(rest)))
        return _("{name} has {count} rows to look at.").format(name=name, count=formats.count(len(rest)))
    head = _("{name} has {count} rows past due; if done, just say so. This list comes once.").format(
        name=name, count=formats.count(len(listed))
    )
    return head + (" " + _("Coming due: {count}.").format(count=formats.count(len(rest))) if rest else "")


def _full(item: Item, today: date) -> str:
    """One row in words that fit its kind and its step."""
    work = item.line.work
    text = f"{work.name} - {formats.shortened(work.title, 90)}: {_when(item, today)}"
    if item.instead_of:
        text += " " + _("You stand in for {name}.").format(name=item.instead_of)
    if work.progress is Progress.RETURNED:
        text += " " + _("More documents are needed.")
    elif work.progress is Progress.IN_PROGRESS:
        text += " " + _("Recorded: {state}.").format(state=labels.progress(work.progress, work.percent))
    text += "".join(f" {step_line(one, today)}" for one in item.planned[-STEPS:])
    lost = last_year(work)
    hint = _("Please say whether this step is done.") if item.step == PLAN_STEP else _hint(work)
    return " ".join(part for part in (text, hint, lost) if part)


def _when(item: Item, today: date) -> str:
    line = item.line
    if line.days is None or line.work.due_on is None:
        return f"{due(line)}."
    if line.days < 0 and item.step == "already-late":
        return _("{count} working days late (due {day}).").format(
            count=formats.count(-line.days), day=formats.day(line.work.due_on)
        )
    if line.days < 0:
        return _("{count} working days late (due {day}). Please give the state, the reason and when it will be done.").format(
            count=formats.count(-line.days), day=formats.day(line.work.due_on)
        )
    if line.work.due_on == today:
        return _("due today.")
    if line.days == 0:
        return _("{due}: today is the last working day.").format(due=due(line))
    return _("{due}, {count} working days left.").format(due=due(line), count=formats.count(line.days))


def _hint(work: Work) -> str:
    """What to answer, by kind of work."""
    hints = {
        Kind.FIGURE: _("Measured up to the due date; when the figure is there, send the statistics."),
        Kind.UPKEEP: _("Please say whether it is still kept up, and send the proof."),
        Kind.RECURRING: _("If this period's report was sent, give its number."),
        Kind.BONUS: _("Bonus points: only if there is something to show."),
    }
    return hints.get(work.kind, "")


def _short(item: Item) -> str:
    return f"{item.line.work.name}: {formats.shortened(item.line.work.title, 40)} - {due(item.line)}"


def _choices(shown: list[Item], items: list[Item]) -> tuple[Choice, ...]:
    coded = len(shown) > 1
    found = [choice for item in shown for choice in answers(item.line.work, coded=coded)]
    late = [item for item in items if item.step == "already-late"]
    if len(late) > 1:
        found.append(Choice(_("Answer all late rows"), "settle", wide=True))
    if len(items) > len(shown):
        found.append(Choice(labels.button("all"), "work", wide=True))
    if not coded:
        one = items[0].line.work.id
        found = [Choice(step_label(step), f"step_done:{step.id}", wide=True) for step in items[0].planned[-STEPS:]] + found
        found.append(Choice(labels.button("later"), f"snooze:{one}"))
        if (items[0].line.days or 0) >= 0 and not items[0].instead_of:
            found.append(Choice(labels.button("extend"), f"extend:{one}"))
        found.append(Choice(labels.button("send"), f"send:{one}"))
    return tuple(found)


def outage(began: datetime, ended: datetime, zone: tzinfo) -> str:
    """From when to when the system was down; what was sent meanwhile may be lost."""
    return _(
        "The system was down from {began} to {ended}; messages sent meanwhile may not be recorded, please report again with the "
        "completion date."
    ).format(began=formats.moment(began, zone), ended=formats.moment(ended, zone))


def gap(began: datetime, ended: datetime, zone: tzinfo) -> Message:
    """After a short outage, to those who were in the middle of something: taps are gone."""
    text = _("The system was down from {began} to {ended}. If you tapped a button meanwhile, please tap it again.").format(
        began=formats.moment(began, zone), ended=formats.moment(ended, zone)
    )
    return Message(text, (labels.choice("work"),))


def again_mark(text: str) -> str:
    """A copy of a message of which nobody knows whether it arrived."""
    return _("(sent again) {text}").format(text=text)


def not_delivered(names: list[str], count: int) -> Message:
    """To the coordinator: messages that the platform never confirmed."""
    text = _("{count} messages could not be delivered: {names}. Please tell them by other means.").format(
        count=formats.count(count), names=formats.listed(names) or "-"
    )
    return Message(text, (Choice(_("Show"), "trouble"), labels.choice("seen")))


def unreachable(name: str) -> Message:
    """To the coordinator, once."""
    text = _(
        "{name} cannot be reached here any more (the bot was blocked or the account is gone). Please tell them by other means."
    )
    return Message(text.format(name=name), (labels.choice("seen"),))


def quarantined(code: str, name: str | None) -> Message:
    """To the coordinator: a message that could not be handled was set aside."""
    text = _("A message of {name} could not be handled and was set aside (code {code}). Please ask them to send it again.")
    return Message(text.format(name=name or _("somebody"), code=code), (Choice(_("Show"), "trouble"),))


def not_planned(name: str) -> Message:
    """To the coordinator: a person's reminder could not be made."""
    return Message(
        _(
            "Today's reminder to {name} could not be made. Please tell them their work, "
            "and ask whoever looks after the machine to read the log."
        ).format(name=name)
    )


def no_backup() -> Message:
    """To the coordinators."""
    return Message(_("Tonight's backup could not be made. Please tell whoever looks after the machine to run nhacviec doctor."))
