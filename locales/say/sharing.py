"""One document for many criteria: which ones, what was given to each, and how it is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from locales import formats, words
from locales.message import Choice, Message
from locales.say import evidence, labels, required
from storage.evidence.slots import Standing
from storage.work.assignments import Work

_ = words("sharing")

MOST, MOST_LIKELY = 8, 2


@dataclass(frozen=True, slots=True)
class Shared:
    """A row that has been given the documents.

    Attributes:
        standing: its required documents now.
        may_close: whether the person answers for it and it is open.
    """

    work: Work
    standing: Standing
    may_close: bool


def offers(route: str, likely: Sequence[Work], *, others: bool) -> tuple[Choice, ...]:
    """Under a receipt: the likely rows by name, and the way to any other."""
    named = tuple(Choice(_use_for(work), f"{route}:{work.id}", wide=True) for work in likely[:MOST_LIKELY])
    return (*named, Choice(_("Use it for another criterion"), route, wide=True)) if others else named


def _use_for(work: Work) -> str:
    row = f"{work.name} - {formats.shortened(work.title, 26)}" if work.code else formats.shortened(work.title, 32)
    return _("Use it for {row} too").format(row=row)


def which(route: str, serves: Sequence[str], rows: Sequence[Work], *, unknown: str | None = None) -> Message:
    """For which rows more? Several may be tapped one after the other, or typed at once."""
    text = [_("You answer for or help with no criterion {code}.").format(code=unknown)] if unknown else []
    text.append(_("Used for: {codes}.").format(codes=", ".join(serves)))
    if not rows:
        text.append(_("You have no other criterion that takes it."))
        return Message(" ".join(text), (labels.choice("work"),))
    text.append(_("For which other criterion too? Tap each one, or type their codes, for example: 2.1.4, 2.2.1."))
    choices = tuple(Choice(evidence.row_label(work), f"{route}:{work.id}", wide=True) for work in rows[:MOST])
    return Message(" ".join(text), (*choices, labels.choice("no")), (), route)


def shared(route: str, rows: Sequence[Shared], count: int, likely: Sequence[Work]) -> Message:
    """Each row with what it still lacks; a wrong one is taken back alone."""
    text = [_one(row, count) for row in rows]
    drop = f"{route.replace('also', 'also_not', 1)}"
    alone = rows[0] if len(rows) == 1 else None
    steps = evidence.next_steps(alone.work, may_close=alone.may_close) if alone else ()
    undo = [Choice(_not_for(row.work, alone), f"{drop}:{row.work.id}") for row in rows]
    more = offers(route, likely, others=True)
    return Message("\n".join(text), (*steps, *more, *undo), tuple(row.work.id for row in rows))


def _not_for(work: Work, alone: Shared | None) -> str:
    return labels.button("mistake") if alone else _("Not for {code}").format(code=work.name)


def _one(row: Shared, count: int) -> str:
    said = _("{code}: {count} documents given to it too.").format(code=row.work.name, count=formats.count(count))
    parts = [said, required.lacking(row.standing), evidence.state(row.work, may_close=row.may_close)]
    return " ".join(part for part in parts if part)


def not_shared(work: Work, serves: Sequence[str]) -> Message:
    """One row has lost them; the others keep them."""
    text = _("{code}: no longer used for this criterion; still used for: {others}.")
    return Message(
        text.format(code=work.name, others=", ".join(serves)), (Choice(labels.button("send"), f"send:{work.id}"),), (work.id,)
    )
