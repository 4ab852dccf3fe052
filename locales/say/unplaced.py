"""Documents that belong to no criterion yet: asked about in the morning, one at a time, and counted for the coordinator."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import evidence, labels, placing
from storage.evidence.unplaced import Unplaced
from storage.work.assignments import Work

_ = words("unplaced")

MOST = 3  # shown in a morning message; the rest behind a choice
LINES = 8


def alone(name: str, loose: Sequence[Unplaced], zone: tzinfo) -> Message:
    """The morning message of somebody who is reminded of nothing else."""
    text = _("{name} has sent documents that belong to no criterion yet.").format(name=name)
    return _asking(Message(text), loose, zone)


def added(message: Message, loose: Sequence[Unplaced], zone: tzinfo) -> Message:
    """Below the rows of a morning message."""
    text = _("Documents that belong to no criterion yet:")
    return _asking(replace(message, text=f"{message.text}\n{text}"), loose, zone)


def listing(loose: Sequence[Unplaced], zone: tzinfo) -> Message:
    """All of a person's, to be placed one after the other."""
    if not loose:
        return Message(_("Every document that you sent belongs to a criterion."), (labels.choice("work"),))
    shown = loose[:LINES]
    head = _("{count} sendings belong to no criterion yet. Which one to place?").format(count=formats.count(len(loose)))
    lines = [f"{i}. {line(one, zone)}" for i, one in enumerate(shown, 1)]
    choices = tuple(Choice(str(i), f"place:{one.first}") for i, one in enumerate(shown, 1))
    return Message("\n".join([head, *lines]), choices, numbered=len(shown))


def _asking(message: Message, loose: Sequence[Unplaced], zone: tzinfo) -> Message:
    lines = [f"- {line(one, zone)}" for one in loose[:MOST]]
    choices = [Choice(_("Place {file}").format(file=_name(one, 26)), f"place:{one.first}", wide=True) for one in loose[:MOST]]
    if more := labels.rest(len(loose) - MOST, "sendings"):
        lines += more
        choices.append(rest(len(loose)))
    return replace(message, text="\n".join([message.text, *lines]), choices=(*message.choices, *choices))


def rest(count: int) -> Choice:
    """The way to all of them."""
    return Choice(_("Documents without a criterion ({count})").format(count=formats.count(count)), "unplaced", wide=True)


def line(one: Unplaced, zone: tzinfo) -> str:
    """`scan001.pdf và 02 tệp khác, nhận ngày 20/11/2026`."""
    return _("{file}, received on {day}").format(file=_name(one, 50), day=formats.day(one.received_at.astimezone(zone).date()))


def _name(one: Unplaced, most: int) -> str:
    name, more = formats.shortened(one.names[0], most), len(one.names) - 1
    return _("{file} and {count} more files").format(file=name, count=formats.count(more)) if more else name


def ask(rows: Sequence[Work], one: Unplaced, zone: tzinfo) -> Message:
    """Which criterion is it for? With a way to say that it was sent by mistake."""
    made = evidence.ask(rows, one.first)
    text = _("Which criterion is {file} for?").format(file=line(one, zone))
    drop = Choice(labels.button("mistake"), f"drop_files:{one.first}")
    return replace(made, text=text, choices=(*made.choices, drop))


def for_coordinator(loose: Sequence[Unplaced], zone: tzinfo) -> list[str]:
    """Who has been asked for some days and has not said: names of files stay with who sent them."""
    head = _("Documents that their senders were asked about and that still belong to no criterion: {count} sendings.")
    lines = [f"- {placing.line(one, zone)}" for one in loose[:LINES]]
    lines += labels.rest(len(loose) - LINES, "sendings")
    return [head.format(count=formats.count(len(loose))), *lines] if loose else []
