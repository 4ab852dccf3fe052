"""Questions about a row: to the coordinator, back to those who hold the criterion."""

from collections.abc import Sequence
from datetime import date

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.work.assignments import Work
from storage.work.questions import Asked

_ = words("questions")


def _about(work: Work, asked: Asked) -> list[str]:
    return [f"{work.name}: {formats.shortened(work.title, 80)}", _('Question: "{words}".').format(words=asked.words.rstrip("."))]


def _choices(work: Work, question_id: int) -> tuple[Choice, ...]:
    return (
        Choice(_("Answer"), f"q_answer:{question_id}"),
        Choice(_("Asked the Department today"), f"q_put:{question_id}"),
        Choice(_("Open the row"), f"row:{work.id}"),
    )


def asked(work: Work, who: str, words_: str, question_id: int) -> Message:
    """To the coordinator: a question of an official, in the own words."""
    text = _('{name} asks about {code} ({title}): "{words}".').format(
        name=who, code=work.name, title=formats.shortened(work.title, 60), words=formats.shortened(words_, 300).rstrip(".")
    )
    return Message(text, _choices(work, question_id), (work.id,))


def handed_on(work: Work, names: list[str]) -> Message:
    text = _("{code}: your question was passed on to {names}.").format(
        code=work.name, names=formats.listed(names) or _("the coordinator")
    )
    return Message(text, (), (work.id,))


def one(work: Work, found: Asked) -> Message:
    """A question, with what can be done."""
    lines = _about(work, found)
    if found.put_on:
        lines.append(_("Put to the Department on {day}.").format(day=formats.day(found.put_on)))
    return Message("\n".join(lines), _choices(work, found.id), (work.id,))


def which(found: Sequence[tuple[Asked, Work]]) -> Message:
    """Several questions are open: which was put to the Department?"""
    titles = [(f"{work.name}: {formats.shortened(question.words, 40)}", question.id) for question, work in found[:8]]
    text = _("Several questions are open. Which one is meant? Nothing is recorded yet.")
    return Message(text, tuple(Choice(title, f"q:{number}", wide=True) for title, number in titles))


def put(work: Work, found: Asked, on: date) -> Message:
    """To the coordinator: kept that the Department was asked."""
    text = _("{code}: recorded that the Department was asked on {day}; it stands with the row for all who hold it.")
    choices = (Choice(_("Answer"), f"q_answer:{found.id}"), Choice(_("Open the row"), f"row:{work.id}"))
    return Message(text.format(code=work.name, day=formats.day(on)), choices, (work.id,))


def put_for(work: Work, words_: str, on: date) -> Message:
    """To who asked."""
    text = _('{code}: your question "{words}" was put to the Department on {day}. The answer will be sent here.')
    return Message(
        text.format(code=work.name, words=formats.shortened(words_, 120).rstrip("."), day=formats.day(on)),
        (Choice(_("Open the row"), f"row:{work.id}"),),
        (work.id,),
    )


def ask_answer(work: Work, found: Asked) -> Message:
    text = "\n".join([*_about(work, found), _("Please write the answer; all who hold the criterion will read it.")])
    return Message(text, (labels.choice("no"),), (work.id,), awaiting=f"q_answer:{found.id}")


def answered(work: Work, question: str, words_: str, who: str) -> Message:
    """To those who hold the criterion."""
    lines = [
        f"{work.name}: {formats.shortened(work.title, 80)}",
        _('Question: "{words}".').format(words=formats.shortened(question, 200).rstrip(".")),
        _('{name} answers: "{words}".').format(name=who, words=words_.rstrip(".")),
    ]
    return Message("\n".join(lines), (Choice(_("Open the row"), f"row:{work.id}"),), (work.id,))


def kept(work: Work, names: list[str]) -> Message:
    """To the coordinator: the answer stands with the criterion."""
    text = _("{code}: the answer is kept with the criterion").format(code=work.name)
    text += _(" and was sent to {names}.").format(names=formats.listed(names)) if names else "."
    return Message(text, (Choice(_("Open the row"), f"row:{work.id}"),), (work.id,))


def line(found: Asked) -> str:
    """What is known of a question, in the guidance on its row."""
    parts = [_('Question: "{words}".').format(words=formats.shortened(found.words, 150).rstrip("."))]
    if found.answer:
        told = formats.shortened(found.answer, 400).rstrip(".")
        parts.append(_('{name} answers: "{words}".').format(name=found.answered_by, words=told))
    elif found.put_on:
        parts.append(_("Put to the Department on {day}.").format(day=formats.day(found.put_on)))
    return " ".join(parts)
