"""Rows that were read with a doubt, and rows that nobody answers for."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import changes, dues, labels
from locales.say.load import place_of
from storage.loading.doubtful import Cell
from storage.work.assignments import Work

_ = words("doubts")


def listing(works: Sequence[Work], page: int, pages: int, total: int, unassigned: int) -> Message:
    """The rows to look at, one page of them."""
    choices = [Choice(work.name, f"doubt:{work.id}") for work in works]
    if pages > 1:
        after = page % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"doubts:{after}"))
    if unassigned:
        label = _("{count} rows without a person").format(count=formats.count(unassigned))
        choices.append(Choice(label, "unassigned"))
    choices.append(Choice(labels.button("back"), "office"))
    if not works:
        return Message(_("No row has to be looked at."), tuple(choices))
    head = _("{count} rows were read with a doubt. Tap one to settle it:").format(count=formats.count(total))
    return Message("\n".join([head, *map(_line, works)]), tuple(choices))


def _line(work: Work) -> str:
    reasons = formats.shortened("; ".join(map(changes.reason, work.needs_check)), 80)
    return f"- {work.name} {formats.shortened(work.title, 50)}: {reasons}"


def card(work: Work, cells: Sequence[Cell] = ()) -> Message:
    """One row in doubt: how it stands, where the file has it, why it is doubted, right or not."""
    lines = [f"{work.name} {work.title}" if work.code else work.title, *_facts(work), *map(_in_file, cells)]
    lines.append(_("To check: {reasons}.").format(reasons="; ".join(changes.reason(one).rstrip(".") for one in work.needs_check)))
    choices = (
        Choice(labels.button("right"), f"doubt_right:{work.id}"),
        Choice(labels.button("edit"), f"fix:{work.id}"),
        Choice(labels.button("back"), "doubts"),
    )
    return Message("\n".join(lines), choices, (work.id,))


def _in_file(cell: Cell) -> str:
    place = place_of(cell.sheet, cell.row, cell.column)
    return _('In the file, {place}: "{text}".').format(place=place, text=formats.shortened(cell.said or "", 100))


def _facts(work: Work) -> list[str]:
    return [
        _("Answers for it: {name}").format(name=work.person or _("nobody yet")),
        _("Due: {due}").format(due=dues.written(work.due_on, work.due_rule, work.due_text, strict=False) or _("none")),
        _("Points: {points}").format(points=formats.points(work.max_points) if work.max_points is not None else _("none")),
    ]


def settled(work: Work, left: int) -> Message:
    """Recorded: the code, how the row stands now, how many are left."""
    text = _("{code}: recorded. {facts}.").format(code=work.name, facts="; ".join(_facts(work)))
    text += " " + (_("{count} rows are left to look at.").format(count=formats.count(left)) if left else _("No row is left."))
    again = Choice(labels.button("edit"), f"fix:{work.id}")
    more = [Choice(_("Next row"), "doubts")] if left else []
    return Message(text, (*more, again, Choice(labels.button("back"), "office")), (work.id,))


def corrected(work: Work) -> Message:
    """A row that was not in doubt, as it stands now."""
    text = _("{code}: recorded. {facts}.").format(code=work.name, facts="; ".join(_facts(work)))
    choices = (Choice(labels.button("edit"), f"fix:{work.id}"), Choice(labels.button("back"), f"row:{work.id}"))
    return Message(text, choices, (work.id,))


def due_corrected(work: Work, name: str) -> Message:
    """To who answers for the row: another due date."""
    due = dues.written(work.due_on, work.due_rule, work.due_text, strict=False)
    text = _("{code} ({title}): {name} corrected the due date; it is now {due}.")
    text = text.format(code=work.name, title=formats.shortened(work.title, 60), name=name, due=due)
    return Message(text, (Choice(labels.button("open_row"), f"row:{work.id}"),), (work.id,))


def ask_fix(work: Work) -> Message:
    text = _("{code}: type the right due date (dd/mm/yyyy), or the full name of the person who answers for it.")
    back = Choice(labels.button("no"), f"doubt:{work.id}" if work.needs_check else f"row:{work.id}")
    return Message(text.format(code=work.name), (back,), (work.id,), f"fixing:{work.id}")


def not_read(work: Work) -> Message:
    text = _("{code}: nothing was recorded; a date as dd/mm/yyyy or the full name of somebody in the list is needed.")
    choices = (Choice(_("People"), "people"), Choice(labels.button("no"), "doubts"))
    return Message(text.format(code=work.name), choices, (work.id,), f"fixing:{work.id}")


def which_person(work: Work, people: Sequence[tuple[int, str, str]]) -> Message:
    """Several people of one name: by unit."""
    text = _("{code}: several people have this name. Which one?").format(code=work.name)
    choices = [Choice(f"{name} ({unit})", f"fix_person:{work.id}:{one}", wide=True) for one, name, unit in people[:8]]
    return Message(text, (*choices, Choice(labels.button("no"), "doubts")), (work.id,))


def unassigned(works: Sequence[Work], page: int, pages: int, total: int) -> Message:
    """Rows that nobody answers for."""
    if not works:
        return Message(_("Every row has a person."), (Choice(labels.button("back"), "office"),))
    head = _("{count} rows have nobody who answers for them. Tap one to name the person:").format(count=formats.count(total))
    lines = [f"- {work.name} {formats.shortened(work.title, 60)}" for work in works]
    choices = [Choice(work.name, f"fix:{work.id}") for work in works]
    if pages > 1:
        after = page % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"unassigned:{after}"))
    return Message("\n".join([head, *lines]), (*choices, Choice(labels.button("back"), "office")))
