"""Columns of an assignment table: which one is meant, and the office's own words for them."""

from collections.abc import Mapping, Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.load import column

_ = words("load_columns")


def ask(load_id: int, name: str, role: str, headings: Sequence[str]) -> Message:
    """No heading says enough: which column is meant."""
    text = _(
        "{name}: no heading says which column is the {column}. Please choose it; tables of the same form are then read "
        "without asking."
    )
    choices = [
        Choice(f'"{formats.shortened(heading, 40)}"', f"load_heading:{load_id}:{role}:{at}", wide=True)
        for at, heading in enumerate(headings)
    ]
    choices.append(Choice(_("No column has it"), f"load_heading:{load_id}:{role}:none", wide=True))
    choices.append(Choice(_("This is no assignment table"), f"load_heading:{load_id}:{role}:other", wide=True))
    return Message(text.format(name=name, column=of(role)), tuple(choices), edits="tapped")


def of(role: str) -> str:
    """What a column holds, in the office's words; some are not in the table of doubts."""
    return {
        "criterion": _("text of the criterion or task"),
        "subcriterion": _("text of the part"),
        "unit": _("unit"),
        "post": _("post"),
        "leader": _("leader, who does no work"),
        "ignored": _("a column that is not read"),
    }.get(role) or column(role)


def decided() -> Message:
    """A tap on a question that was answered."""
    return Message(_("This was answered already; send the file again if it is needed."))


def no_column(name: str, role: str) -> Message:
    """The table lacks what it needs."""
    text = _("{name} was not taken: the table has no column of the {column}. Add the column and send it again.")
    return Message(text.format(name=name, column=of(role)), edits="tapped")


def reading_again(name: str) -> Message:
    """All columns are known now."""
    return Message(_("The columns are remembered. {name} is being read again.").format(name=name), edits="tapped")


def as_evidence(name: str) -> Message:
    """The file is a document that proves something."""
    return Message(_("{name} is kept as a document.").format(name=name), edits="tapped")


def listing(known: Sequence[tuple[str, str]]) -> Message:
    """The office's own words, each with a tap to forget it, and how one is added."""
    lines = [
        _("Names of columns that only this office uses:") if known else _("This office has no names of columns of its own yet.")
    ]
    lines += [f'- "{heading}": {of(role)}' for heading, role in known]
    lines.append(_('To add one, write for instance: column "Comrade" is the person in charge'))
    choices = [
        Choice(_('Drop "{heading}"').format(heading=formats.shortened(heading, 40)), f"heading_drop:{at}", wide=True)
        for at, (heading, _role) in enumerate(known)
    ]
    return Message("\n".join(lines), (*choices, Choice(labels.button("back"), "loading")), edits="tapped")


def named(heading: str, role: str) -> Message:
    """A word was added."""
    text = _('From now on a column "{heading}" is read as: {column}.')
    choice = Choice(_("See all names of columns"), "headings")
    return Message(text.format(heading=heading, column=of(role)), (choice,))


def not_a_meaning(text: str) -> Message:
    """What was said is nothing that a column can hold."""
    lines = _(
        '"{text}" is nothing that a column is known for. Please say one of: person in charge, due date, text of the task, '
        "points, helpers, evidence, code, unit, assigning document, or that it is not read."
    )
    return Message(lines.format(text=formats.shortened(text, 40)))


def unsure(name: str, headings: Mapping[str, Sequence[str]]) -> str:
    """On the command line: what is not clear, and how it is said."""
    lines = [_("{name} was not taken: no heading says which column is meant. Nothing was recorded.").format(name=name)]
    lines += [f"- {of(role)}: {' | '.join(found)}" for role, found in headings.items()]
    role, found = next(iter(headings.items()))
    told = _('Say it with --column "{heading}={column}"; it is remembered for the office\'s tables.')
    return "\n".join([*lines, told.format(heading=found[0], column=of(role))])


def which(role: str, headings: Sequence[str]) -> str:
    """The question on a terminal."""
    numbered = [f"{number}. {heading}" for number, heading in enumerate(headings, 1)]
    return "\n".join([_("Which column is the {column}?").format(column=of(role)), *numbered, _("Number (Enter = none): ")])


def bad_option(text: str) -> str:
    """A --column that says nothing."""
    return _('--column "{text}": write HEADING=MEANING, for instance "Comrade=person in charge".').format(text=text)
