"""Why somebody is reminded: by which assignment, until when, and what ends it."""

from collections.abc import Iterator, Mapping

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.work import Line, due

_ = words("why")


def not_mine() -> str:
    """On a button, and as words of the person who taps it."""
    return _("Not my work")


def because(rows: list[Line], documents: Mapping[int, str | None], reader: int, said: int) -> Message:
    """What the reminders rest on, a line a row, and the taps that end them.

    Args:
        rows: those that are meant, at most three.
        documents: by which document a row was assigned, by its id.
        reader: who is reminded, who may stand in for somebody.
        said: under which words "not mine" is handed on.
    """
    if not rows:
        work = labels.choice("work")
        return Message(_("There is nothing now that you are reminded of. Nothing was recorded."), (work,))
    text = [_("You are reminded because the assignment table has this work with you, and it is not reported done yet:")]
    text += [f"- {_row(line, documents.get(line.work.id), reader)}." for line in rows]
    text.append(_("Once it is reported done, the reminders end. Nothing was recorded."))
    choices = [choice for line in rows for choice in _ways(line, said, alone=len(rows) == 1)]
    return Message(
        "\n".join(text),
        (*choices, Choice(_("Choose the hour of reminders"), "hour", wide=True)),
        tuple(one.work.id for one in rows),
    )


def _row(line: Line, document: str | None, reader: int) -> str:
    work = line.work
    told = f"{work.name} ({formats.shortened(work.title, 60)}): {due(line)}" if work.code else f"{work.title}: {due(line)}"
    if document:
        told += ", " + _("by {document}").format(document=formats.shortened(document, 60).rstrip("."))
    if work.person_id != reader and work.person:
        told += ", " + _("in place of {name}").format(name=work.person)
    return told


def _ways(line: Line, said: int, *, alone: bool) -> Iterator[Choice]:
    work = line.work
    name = "" if alone else f"{work.name} "
    yield Choice(f"{name}{labels.button('done')}", f"status:{work.id}:done")
    yield Choice(f"{name}{not_mine()}", f"said:{said}:{work.id}")
    if alone:
        yield Choice(labels.button("later"), f"snooze:{work.id}")
