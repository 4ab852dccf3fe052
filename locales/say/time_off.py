"""More time: until when and why, granted or not; and reminders that are put off."""

from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import dues, labels
from locales.say.work import Line, due
from storage.work.assignments import Work

_ = words("time_off")


def give_cause(work: Work) -> Choice:
    """What a late row offers in place of more time."""
    return Choice(_("Give the cause of the delay"), f"cause:{work.id}")


def ask_date_again(work: Work, route: str) -> Message:
    text = _("{code}: the date could not be read; nothing is recorded yet. Example: 15/12/2026.").format(code=work.name)
    return Message(text, (labels.choice("no"),), (work.id,), route)


def ask_extension(work: Work, offers: list[date], *, official: date | None, said: int = 0) -> Message:
    """Until when, and why? `said` numbers the words that gave the reason already."""
    kept = f":{said}" if said else ""
    text = _('{code}: until which day, and why? Tap a day or write, for example "15/12, waiting for data".').format(
        code=work.name
    )
    if official:
        text += " " + dues.assigned_stays(date.max, official)
    choices = tuple(Choice(formats.sentence(formats.weekday(one)), f"extend:{work.id}:{one:%Y%m%d}{kept}") for one in offers)
    awaiting = f"extend:{work.id}:0{kept}" if kept else f"extend:{work.id}"
    return Message(text, (*choices, labels.choice("no")), (work.id,), awaiting)


def too_late_to_extend(work: Work) -> Message:
    """After the due date a reason is given, no extension."""
    text = _("{code} is past its date, so it cannot be extended. Please give the reason and when it will be done.").format(
        code=work.name
    )
    choices = (
        give_cause(work),
        Choice(labels.button("blocked"), f"block:{work.id}"),
        Choice(labels.button("doing"), f"status:{work.id}:doing"),
    )
    return Message(text, choices)


def extension_asked(work: Work, wanted: date, update_id: int) -> Message:
    text = _(
        "{code}: your request for more time until {day} was passed on. The due date stays {due} until it is granted."
    ).format(code=work.name, day=formats.day(wanted), due=formats.day_or(work.due_on, "-"))
    choices = (Choice(labels.button("edit"), f"row:{work.id}"), Choice(labels.button("mistake"), f"undo:{update_id}"))
    return Message(text, choices, (work.id,))


def decide_extension(work: Work, extension_id: int, who: str, wanted: date, reason: str | None) -> Message:
    """To those who decide."""
    text = _("{name} asks for more time for {code} ({title}): until {day}, now {due}.").format(
        name=who,
        code=work.name,
        title=formats.shortened(work.title, 60),
        day=formats.day(wanted),
        due=formats.day_or(work.due_on, "-"),
    )
    if reason:
        text += " " + _("Reason: {reason}.").format(reason=formats.shortened(reason, 200).rstrip("."))
    text = f"{text} {dues.assigned_stays(wanted, work.official_due_on)}".rstrip()
    choices = (
        Choice(_("Grant until {day}").format(day=formats.short_day(wanted)), f"granting:{extension_id}:yes"),
        Choice(_("Do not grant"), f"granting:{extension_id}:no"),
        Choice(_("Until another day"), f"granting_on:{extension_id}"),
    )
    return Message(text, choices, (work.id,))


def extension_decided(work: Work, wanted: date, by: str, *, granted: bool) -> Message:
    """To the one who asked."""
    if granted:
        text = _("{code}: more time was granted by {name}, the internal date is now {day}.")
    else:
        text = _("{code}: more time until {day} was not granted by {name}; the due date stays.")
    return _outcome(text, work, wanted, by, granted=granted)


def extension_settled(work: Work, wanted: date, asker: str, *, granted: bool) -> Message:
    """To the one who decided."""
    if granted:
        text = _("{code}: granted, the internal date is now {day}. {name} was told.")
    else:
        text = _("{code}: more time until {day} was not granted; the due date stays. {name} was told.")
    return _outcome(text, work, wanted, asker, granted=granted)


def _outcome(text: str, work: Work, wanted: date, name: str, *, granted: bool) -> Message:
    """With a granted one, that the date of the assignment itself stays."""
    told = text.format(code=work.name, name=name, day=formats.day(wanted))
    stays = dues.assigned_stays(wanted, work.official_due_on) if granted else ""
    return Message(f"{told} {stays}".rstrip(), (), (work.id,))


def already_decided() -> Message:
    return Message(_("This request was decided already; nothing was changed."))


def ask_snooze(work: Work, offers: list[tuple[str, str]]) -> Message:
    text = _("{code}: remind again when? The due date stays.").format(code=work.name)
    return Message(text, tuple(Choice(label, f"snooze:{work.id}:{key}") for label, key in offers), (work.id,))


def snooze_label(kind: str, at: datetime) -> str:
    names = {"hour": _("In an hour"), "evening": _("At the end of the day"), "tomorrow": _("Next working day")}
    return f"{names[kind]} ({at:%H:%M %d/%m})"


def snoozed(line: Line, at: datetime, zone: tzinfo) -> Message:
    text = _("{code}: will be reminded at {moment}. {due}, unchanged.").format(
        code=line.work.name, moment=formats.moment(at, zone), due=formats.sentence(due(line))
    )
    return Message(text, (Choice(labels.button("edit"), f"row:{line.work.id}"),), (line.work.id,))


def nothing_to_put_off(work: Work) -> Message:
    """Later was said of a row that is done."""
    text = _("{code}: {state}; the system does not remind of it any more.")
    text = text.format(code=work.name, state=labels.progress(work.progress))
    return Message(text, (labels.choice("work"),), (work.id,))
