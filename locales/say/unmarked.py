"""Who has not marked all of their own rows yet, and who was reminded."""

from collections.abc import Sequence
from datetime import datetime

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, marks
from storage.points.marking import Line
from storage.rules.points import BESIDE
from storage.work.campaigns import Year

_ = words("unmarked")

CODES, PEOPLE = 6, 30


def show(year: Year, people: Sequence[Sequence[Line]], *, may_remind: bool) -> Message:
    """`1. Tạ Thị Kim Liên: 02 (2.1.2, 2.2)`."""
    back = Choice(labels.button("back"), f"council:{year.id}")
    if not people:
        return Message(f"{marks.when(year)}\n" + _("Every criterion that the office marks has a mark."), (back,))
    rows = [one for lines in people for one in lines]
    beside = sum(one.leaf.kind in BESIDE for one in rows)
    head = _("{rows} criteria of {people} persons have no mark yet").format(
        rows=formats.count(len(rows)), people=formats.count(len(people))
    )
    head += _(", {count} of them bonus").format(count=formats.count(beside)) if beside else ""
    text = [marks.when(year), f"{head}:", *(_line(at, lines) for at, lines in enumerate(people[:PEOPLE], 1))]
    text += labels.rest(len(people) - PEOPLE, "people")
    nudge = Choice(_("Remind them to mark"), f"unmarked_tell:{year.id}", wide=True)
    one_by_one = Choice(_("See each criterion"), f"council_list:{year.id}:missing")
    return Message("\n".join(text), (*((nudge,) if may_remind else ()), one_by_one, back))


def _line(at: int, lines: Sequence[Line]) -> str:
    codes = ", ".join(one.name for one in lines[:CODES]) + (", ..." if len(lines) > CODES else "")
    return f"{at}. {lines[0].leaf.person or labels.nobody()}: {formats.count(len(lines))} ({codes})"


def reminded(year: Year, told: Sequence[str], unreached: Sequence[str], already: int, later: datetime | None) -> Message:
    """Who is told, who cannot be, who was told today."""
    text = [_("Nobody else is to be reminded now.")]
    if told:
        count = formats.count(len(told))
        text = [_("Reminded {count} persons to mark: {names}.").format(count=count, names=", ".join(told))]
    if told and later is not None:
        hour, day = formats.clock(later.time()), formats.weekday(later.date())
        text.append(_("It is out of office hours; the messages leave at {hour}, {day}.").format(hour=hour, day=day))
    if already:
        text.append(_("{count} persons were reminded today already.").format(count=formats.count(already)))
    if unreached:
        text.append(_("No connected phone: {names}; please tell them yourself.").format(names=", ".join(unreached)))
    return Message("\n".join(text), (Choice(labels.button("back"), f"unmarked:{year.id}"),))
