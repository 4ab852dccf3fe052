"""The office's calendar: days off, make-up days, and those that no document has settled."""

from collections.abc import Sequence
from datetime import date, timedelta

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.rules.calendar import DayRow

_ = words("days")

SATURDAY = 5


def full_day(day: date) -> str:
    """`thứ Ba 24/11/2026`."""
    return f"{formats.WEEKDAYS[day.weekday()]} {formats.day(day)}"


def runs(days: Sequence[DayRow]) -> list[list[DayRow]]:
    """Days of one name and kind that follow each other, such as those of Tết, are spoken of together."""
    found: list[list[DayRow]] = []
    for one in sorted(days, key=lambda day: day.day):
        last = found[-1][-1] if found else None
        if last and (last.name, last.kind) == (one.name, one.kind) and one.day - last.day == timedelta(days=1):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _line(run: Sequence[DayRow]) -> str:
    """`- thứ Ba 24/11/2026: ...`, or `- 04/02/2027 đến 11/02/2027 (08 ngày): ...`."""
    if len(run) == 1:
        return f"- {full_day(run[0].day)}: {run[0].name}"
    text = _("- {first} to {last} ({count} days): {name}")
    first, last = formats.day(run[0].day), formats.day(run[-1].day)
    return text.format(first=first, last=last, count=formats.count(len(run)), name=run[0].name)


def meaning(one: DayRow) -> str:
    """What the day is now: the office works or not."""
    weekend = one.day.weekday() >= SATURDAY
    if not one.confirmed:
        return _("not confirmed, counted as a day off") if weekend else _("not confirmed, counted as a working day")
    if one.kind == "off":
        return _("weekend") if weekend else _("day off")
    return _("make-up working day") if weekend else _("working day")


def listing(doubtful: Sequence[DayRow], coming: Sequence[DayRow], year: int) -> Message:
    """What needs confirmation first, then the days to come that differ from their weekday."""
    lines = []
    if doubtful:
        lines.append(
            _("{count} days await confirmation (until then they count by their weekday):").format(
                count=formats.count(len(doubtful))
            )
        )
        lines += map(_line, runs(doubtful))
    else:
        lines.append(_("No day awaits confirmation."))
    if coming:
        lines += ["", _("Confirmed, to come in {year}:").format(year=year)]
        lines += [f"{_line(run)} ({meaning(run[0])})" for run in runs(coming)]
    choices = [_choice(run[0]) for run in runs(doubtful)[:7]]
    return Message("\n".join(lines), (*choices, Choice(_("Add a day"), "add_day"), Choice(labels.button("back"), "office")))


def _choice(one: DayRow) -> Choice:
    return Choice(f"{formats.day(one.day)} {formats.shortened(one.name, 30)}", f"day:{one.day:%Y%m%d}", wide=True)


def card(one: DayRow, run: tuple[date, int] | None) -> Message:
    """One day: what is known, what it can be.

    Args:
        one: the day.
        run: last day and number of the doubtful days of the same name that follow, to settle them in one tap.
    """
    text = _("{day}: {name}. Now: {meaning}. Source: {source}.").format(
        day=formats.sentence(full_day(one.day)), name=one.name, meaning=meaning(one), source=one.source
    )
    address = f"set_day:{one.day:%Y%m%d}"
    if one.day.weekday() >= SATURDAY:
        choices = [Choice(_("A make-up day"), f"{address}:work"), Choice(_("A day off"), f"{address}:normal")]
    else:
        choices = [Choice(_("A day off"), f"{address}:off"), Choice(_("A working day"), f"{address}:work")]
    if run:
        last, count = run
        label = _("All {count} days to {last} are off").format(count=formats.count(count), last=formats.short_day(last))
        choices.append(Choice(label, f"{address}:off:{last:%Y%m%d}", wide=True))
    return Message(text, (*choices, Choice(labels.button("back"), "days")))


def ordinary(day: date) -> Message:
    """A day that nothing special is known of."""
    weekend = day.weekday() >= SATURDAY
    state = _("a weekend day, as usual") if weekend else _("a working day, as usual")
    choices = [Choice(_("A make-up day") if weekend else _("A day off"), f"set_day:{day:%Y%m%d}:{'work' if weekend else 'off'}")]
    text = _("{day} is {state}.").format(day=formats.sentence(full_day(day)), state=state)
    return Message(text, (*choices, Choice(labels.button("back"), "days")))


def stored(rows: Sequence[DayRow]) -> Message:
    """Recorded; reminders are counted by it from now on."""
    first = rows[0]
    if len(rows) == 1:
        text = _("{day}: recorded as {meaning} ({name}).")
        text = text.format(day=formats.sentence(full_day(first.day)), meaning=meaning(first), name=first.name)
    else:
        text = _("{first} to {last}: {count} days recorded as {meaning} ({name}).").format(
            first=formats.day(first.day),
            last=formats.day(rows[-1].day),
            count=formats.count(len(rows)),
            meaning=_("day off"),
            name=first.name,
        )
    after = _("Working days and reminders are counted by it from now on.")
    return Message(f"{text} {after}", (Choice(_("Calendar"), "days"), Choice(labels.button("edit"), f"day:{first.day:%Y%m%d}")))


def ask_new() -> Message:
    """A day of the office's own."""
    text = _('Type the day, "off" or "make-up", and the reason, for example: 02/01/2027 off, swapped with 09/01/2027.')
    return Message(text, (Choice(labels.button("no"), "days"),), awaiting="new_day")


def not_read() -> Message:
    text = _('Not recorded: a date as dd/mm/yyyy is needed, then "off" or "make-up", then the reason.')
    return Message(text, (Choice(labels.button("no"), "days"),), awaiting="new_day")


def past() -> Message:
    text = _("Not recorded: the day lies more than a year back or two years ahead. Please type it again.")
    return Message(text, (Choice(labels.button("no"), "days"),), awaiting="new_day")


def no_make_up() -> Message:
    text = _("Not recorded: that day is a working day anyway; a make-up day is a Saturday or a Sunday.")
    return Message(text, (Choice(labels.button("no"), "days"),), awaiting="new_day")


def source(day: date) -> str:
    """What stands as the source of a day that the coordinator settled."""
    return _("confirmed by the coordinator on {day}").format(day=formats.day(day))


def no_reason() -> str:
    """The name of a day that was added without one."""
    return _("day set by the office")


def please_confirm(days: Sequence[DayRow]) -> Message:
    """To the coordinator, once: are these days off?"""
    lines = [
        _("Please confirm the calendar. {count} days are not settled and count by their weekday until then:").format(
            count=formats.count(len(days))
        )
    ]
    lines += map(_line, runs(days))
    return Message("\n".join(lines), (*[_choice(run[0]) for run in runs(days)[:7]], Choice(_("Calendar"), "days")))
