"""Không phát sinh: nothing of the sort came up in the year; asked, recorded, confirmed by who checks."""

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.work import Line, due
from storage.work.assignments import Work

_ = words("not_arising")


def claim() -> str:
    """What the report of an official holds."""
    return _("Did not arise this year")


def ask(work: Work) -> Message:
    """To the official, before it is recorded."""
    text = _("{code} ({title}): did nothing of it arise this year? Whoever checks it confirms. Nothing is recorded yet.")
    choices = (
        Choice(_("Right, it did not arise"), f"nil:{work.id}:yes"),
        Choice(labels.button("done"), f"status:{work.id}:done"),
        Choice(labels.button("doing"), f"status:{work.id}:doing"),
        Choice(labels.button("blocked"), f"block:{work.id}"),
        labels.choice("no"),
    )
    return Message(text.format(code=work.name, title=formats.shortened(work.title, 60)), choices, (work.id,))


def recorded(line: Line, update_id: int) -> Message:
    """To the official: what was recorded, and that it waits for its check."""
    work = line.work
    text = _("{code}: recorded that it did not arise, waiting for a check. {due}.")
    choices = (
        Choice(labels.button("send"), f"send:{work.id}"),
        Choice(labels.button("edit"), f"row:{work.id}"),
        Choice(labels.button("mistake"), f"undo:{update_id}"),
    )
    return Message(text.format(code=work.name, due=formats.sentence(due(line))), choices, (work.id,))


def confirm(work: Work) -> Choice:
    """To who checks."""
    return Choice(_("Confirm: did not arise"), f"nil_confirm:{work.id}", wide=True)


def confirmed(work: Work, by: str) -> Message:
    """To both."""
    text = _("{code}: {name} confirmed that it did not arise.").format(code=work.name, name=by)
    return Message(text, (), (work.id,))
