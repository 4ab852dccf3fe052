"""Urging (đôn đốc): shown before it goes, what the official reads, what the leader is told afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.rules.status import Role

_ = words("urging")
BACK = "progress"
MOST, NAMES = 5, 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row that somebody is urged about; days_late: working days, 0 while it is not late."""

    assignment_id: int
    name: str
    title: str
    due_on: date | None
    days_late: int = 0


def ordered_by(role: Role, name: str) -> str:
    """Who urges, in the words of the message; the office does it by order of the chairperson, both are named."""
    texts = {
        Role.CHAIRPERSON: _("The Chairperson asks"),
        Role.DEPUTY: _("Deputy Chairperson {name} asks"),
        Role.HEAD: _("Head of unit {name} asks"),
    }
    return texts.get(role, _("By order of the Chairperson, {name} asks")).format(name=name)


def urge(by: str, rows: Sequence[Row], sentence: str = "") -> Message:
    """To the official: who asks, which rows, what to answer; no threat."""
    are_late = all(row.days_late for row in rows)
    head = _("{by} for the state of these late rows:") if are_late else _("{by} for the state of these rows:")
    text = [head.format(by=by), *(_line(row) for row in rows[:MOST])]
    text += labels.rest(len(rows) - MOST)
    if sentence:
        text.append(f'"{sentence}"')
    text.append(
        _(
            "If done, just send the document number; "
            "if something stands in the way, write the reason so that the leaders can help."
        )
    )
    choices = tuple(
        choice
        for row in rows[:3]
        for choice in (
            Choice(f"{row.name} {labels.button('done')}", f"status:{row.assignment_id}:done"),
            Choice(f"{row.name} {labels.button('blocked')}", f"block:{row.assignment_id}"),
        )
    )
    if len(rows) > MOST:
        choices = (*choices, Choice(labels.button("all"), "work"))
    return Message("\n".join(text), choices, tuple(row.assignment_id for row in rows))


def _line(row: Row) -> str:
    title = formats.shortened(row.title, 60)
    if row.days_late:
        text = _("- {code}: {title}, {days} working days late")
        return text.format(code=row.name, title=title, days=formats.count(row.days_late))
    due = formats.day_or(row.due_on, "-")
    return _("- {code}: {title}, due {day}").format(code=row.name, title=title, day=due)


def confirm(
    example: Message, names: Sequence[str], rows: int, already: Sequence[str], *, send: Sequence[Choice], write: str
) -> Message:
    """What will be sent, to whom, before it goes; `send`: when it may go, `write`: the route to an own sentence."""
    text = [
        _("Send to {people} people about {rows} rows: {names}?").format(
            people=formats.count(len(names)), rows=formats.count(rows), names=_some(names)
        )
    ]
    if len(send) > 1:
        text.append(_("It is outside office hours: sent now, their phones ring at this hour."))
    text += _already(already, booked=len(send) > 1)
    text += [_("They read, for example:") if len(names) > 1 else _("What is sent:"), example.text]
    choices = (*send, Choice(_("Add a sentence"), write), Choice(labels.button("no"), BACK))
    return Message("\n".join(text), choices)


def send_choices(route: str, morning: datetime | None, today: date) -> list[Choice]:
    """When it may go: at once; outside office hours first the next office morning (local time)."""
    if morning is None:
        return [Choice(_("Send"), route)]
    when = {0: _("this morning"), 1: _("tomorrow morning")}.get((morning.date() - today).days, formats.weekday(morning.date()))
    later = _("Send at {time} {day}").format(time=formats.clock(morning.time()), day=when)
    return [Choice(later, f"{route}:morning", wide=True), Choice(_("Send now"), f"{route}:now")]


def _already(names: Sequence[str], *, booked: bool = False) -> list[str]:
    if not names:
        return []
    text = _("Urged today already, not sent again: {names}.")
    if booked:
        text = _("Sent, or due to be sent, already; not sent again: {names}.")
    return [text.format(names=_some(names))]


def _some(names: Sequence[str]) -> str:
    """Few names in full, of many the first and how many more."""
    if len(names) <= NAMES + 1:
        return formats.listed(list(names))
    more = _("{count} more people").format(count=formats.count(len(names) - NAMES))
    return formats.listed([*names[:NAMES], more])


def ask_sentence(route: str) -> Message:
    text = _("Which sentence should stand in the message? Type it; nothing is sent before you confirm.")
    return Message(text, (Choice(labels.button("no"), BACK),), awaiting=route)


def whom(late: int) -> Message:
    """An order to urge that names nobody we know; `late`: rows that may be urged at once."""
    text = _("Who is to be urged? Nothing was sent. Tap, or write the name or the code after it, for example: don doc 2.1.3.")
    choices = [Choice(_("Urge {count} late rows").format(count=formats.count(late)), "urge", wide=True)] if late else []
    return Message(text, (*choices, Choice(_("By person"), "progress:people"), labels.choice("no")))


def nobody(already: Sequence[str], *, booked: bool = False) -> Message:
    """Nobody is left to urge; `booked`: outside office hours, some may wait for the morning."""
    text = _already(already, booked=booked) or [_("Nobody is to be urged about this.")]
    return Message("\n".join(text), (Choice(labels.button("progress"), BACK),))


def urged(people: int, unreached: Sequence[str], at: datetime | None = None, zone: tzinfo | None = None) -> Message:
    """What became of it; `at`: when it will go, None = it went."""
    count = formats.count(people)
    text = _("Sent to {people} people.").format(people=count)
    if at is not None and zone is not None:
        text = _("Will be sent to {people} people at {moment}.").format(people=count, moment=formats.moment(at, zone))
    if unreached:
        text += " " + _("Without a phone here, please call: {names}.").format(names=formats.listed(list(unreached)))
    return Message(text, (Choice(labels.button("progress"), BACK),))
