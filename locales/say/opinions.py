"""A colleague is asked about the documents of a row, and answers."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.work.assignments import Work

_ = words("opinions")

MOST = 8


def whom(work: Work, people: Sequence[tuple[int, str]]) -> Message:
    """Which colleague?"""
    if not people:
        return Message(_("{code}: nobody else may check this criterion.").format(code=work.name), (), (work.id,))
    choices = tuple(Choice(name, f"opinion:{work.id}:{one}", wide=True) for one, name in people[:MOST])
    text = _("{code}: whose opinion is asked? The decision stays with you.").format(code=work.name)
    return Message(text, (*choices, Choice(labels.button("no"), f"check:{work.id}")), (work.id,))


def asked(work: Work, name: str) -> Message:
    text = _("{code}: {name} is asked; the answer comes here. The row keeps waiting for your check.")
    return Message(text.format(code=work.name, name=name), (Choice(_("Back to the check"), f"check:{work.id}"),), (work.id,))


def question(work: Work, opinion_id: int, asker: str) -> Message:
    """To the colleague."""
    text = _("{code} ({title}): {name} asks for your opinion of the documents.")
    told = text.format(code=work.name, title=formats.shortened(work.title, 60), name=asker)
    route = f"opine:{opinion_id}"
    choices = (
        Choice(_("They are sufficient"), f"{route}:1"),
        Choice(_("More is needed"), f"{route}:2"),
        Choice(_("Write an opinion"), route),
        Choice(_("See the documents"), f"docs:{work.id}"),
    )
    return Message(told, choices, (work.id,), route)


def answers() -> tuple[str, str]:
    """What can be tapped."""
    return _("they are sufficient"), _("more is needed")


def thanks(work: Work, asker: str) -> Message:
    return Message(_("{code}: your opinion was passed to {name}.").format(code=work.name, name=asker), (), (work.id,))


def told(work: Work, name: str, answer: str) -> Message:
    """To who asked."""
    text = _("{code}: {name} thinks: {answer}.").format(code=work.name, name=name, answer=answer.rstrip("."))
    return Message(text, (Choice(_("Back to the check"), f"check:{work.id}"),), (work.id,))


def line(name: str, answer: str | None) -> str:
    """On the card of the check."""
    return _("Opinion of {name}: {answer}.").format(name=name, answer=answer.rstrip(".") if answer else _("not given yet"))
