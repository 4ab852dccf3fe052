"""Last year's documents of a criterion as the model for this year's."""

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, readings
from storage.evidence.documents import Document
from storage.evidence.last_documents import LastDocuments
from storage.work.assignments import Work

_ = words("last_documents")

MOST = 8


def offer(work: Work) -> Choice:
    """The way to them."""
    return Choice(_("Last year's documents"), f"last_docs:{work.id}")


def listing(work: Work, found: LastDocuments) -> Message:
    """What proved the criterion the year before, each to be had again by a tap."""
    send = Choice(labels.button("send"), f"send:{work.id}")
    if not found:
        none = _("{code}: no documents of {year} are kept for this criterion.")
        return Message(none.format(code=work.name, year=found.year), (send,), (work.id,))
    shown = found.documents[-MOST:]
    head = _("{code}: documents of {year}, as a model. Tap a number to see one.") if shown else _("{code}: documents of {year}.")
    text = [head.format(code=work.name, year=found.year)]
    text += [f"{i}. {_line(one)}" for i, one in enumerate(shown, 1)]
    text += [_("In the list: {number}.").format(number=formats.shortened(one, 80).rstrip(".")) for one in found.numbers[:MOST]]
    choices = tuple(Choice(str(i), f"last_doc:{work.id}:{one.id}") for i, one in enumerate(shown, 1))
    return Message("\n".join(text), (*choices, send), (work.id,), numbered=len(shown))


def _line(one: Document) -> str:
    """`bao cao.pdf: số 45/BC-UBND ngày 10/11/2025, UBND phường Minh Tân`; what nobody has confirmed is left out."""
    said = ", ".join(part for part in (readings.symbol(one.number, one.issued_on), one.agency or "") if part)
    if one.kind == "number":
        return said
    name = formats.shortened(one.name, 50)
    return f"{name}: {said}" if said else name


def number_only(work: Work, one: Document) -> Message:
    """Citizens' data: of last year's too only the number is told."""
    text = _("{code}: documents of this criterion hold citizens' data; only the number is shown: {what}.")
    return Message(text.format(code=work.name, what=_line(one)), (Choice(labels.button("send"), f"send:{work.id}"),), (work.id,))
