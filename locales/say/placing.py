"""Documents without a criterion, as those see them who may place them for others; the sender learns of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import evidence, labels, readings, required
from storage.evidence.readings import Reading
from storage.evidence.slots import Standing
from storage.evidence.unplaced import Unplaced
from storage.work.assignments import Work

_ = words("placing")

LINES, FILES = 8, 3


def offer(count: int) -> Choice:
    """The way to them."""
    return Choice(_("Place documents ({count})").format(count=formats.count(count)), "loose_all", wide=True)


def beside(message: Message, count: int) -> Message:
    """A message with the way to them, where there are any."""
    return replace(message, choices=(*message.choices, offer(count))) if count else message


def line(one: Unplaced, zone: tzinfo) -> str:
    """`Lê Văn An: 02 tệp, ngày 20/11/2026`: names of files stay with who sent them."""
    day = formats.day(one.received_at.astimezone(zone).date())
    return _("{name}: {count} files of {day}").format(name=one.person, count=formats.count(len(one.names)), day=day)


def listing(loose: Sequence[Unplaced], zone: tzinfo) -> Message:
    if not loose:
        return Message(_("No document waits to be placed."))
    shown = loose[:LINES]
    head = _("{count} sendings belong to no criterion, though their senders were asked again. Which one to open?")
    lines = [head.format(count=formats.count(len(loose))), *(f"{i}. {line(one, zone)}" for i, one in enumerate(shown, 1))]
    lines += labels.rest(len(loose) - len(shown), "entries")
    choices = tuple(Choice(str(i), f"loose:{one.first}") for i, one in enumerate(shown, 1))
    return Message("\n".join(lines), choices, numbered=len(shown))


def card(one: Unplaced, kept: Sequence[Reading], rows: Sequence[Work], zone: tzinfo, *, unknown: str = "") -> Message:
    """Its files with what was read on them, and the rows that are likely meant; a code may be typed."""
    text = [_("Criterion {code} is not in the list.").format(code=unknown)] if unknown else []
    text.append(_("{sent}; they belong to no criterion yet:").format(sent=line(one, zone)))
    text += [f"- {_file(document)}" for document in kept[:FILES]]
    text += labels.rest(len(kept) - FILES, "entries")
    text.append(_("Which criterion are they for? Tap one, or type its code. {name} is told.").format(name=one.person))
    looks = tuple(
        Choice(_("See {file}").format(file=formats.shortened(document.name, 26)), f"loose_see:{one.first}:{document.evidence_id}")
        for document in kept[:FILES]
    )
    places = tuple(Choice(evidence.row_label(work), f"loose_for:{one.first}:{work.id}", wide=True) for work in rows[:LINES])
    back = Choice(labels.button("back"), "loose_all")
    return Message("\n".join(text), (*places, *looks, back), awaiting=f"loose:{one.first}")


def _file(one: Reading) -> str:
    """`scan001.pdf (số 45/BC-UBND ngày 10/11/2026, "Kết quả ...")`, as far as it can be read."""
    name, what = formats.shortened(one.name, 50), readings.what(one)
    return f"{name} ({what})" if what else name


def takes_no_files(one: Unplaced, work: Work) -> Message:
    text = _("{code} takes no files, since they may hold citizens' data. Nothing was changed.").format(code=work.name)
    return Message(text, (Choice(labels.button("back"), f"loose:{one.first}"),))


def placed(one: Unplaced, work: Work, standing: Standing, left: int, zone: tzinfo) -> Message:
    """To who placed it."""
    text = _("{code}: recorded ({sent}). {name} is told.").format(code=work.name, sent=line(one, zone), name=one.person)
    lacks = required.lacking(standing)
    more = (offer(left),) if left else ()
    undo = Choice(labels.button("mistake"), f"loose_undo:{one.first}")
    return Message(" ".join(filter(None, (text, lacks))), (undo, *more), (work.id,))


def told_sender(one: Unplaced, work: Work, by: str, zone: tzinfo, *, may_close: bool) -> Message:
    """To who sent it, with the ways to change it."""
    name, more = formats.shortened(one.names[0], 40), len(one.names) - 1
    files = _("{file} and {count} more files").format(file=name, count=formats.count(more)) if more else name
    text = _("{code}: {by} recorded here what you sent on {day}: {files}.").format(
        code=work.name, by=by, day=formats.day(one.received_at.astimezone(zone).date()), files=files
    )
    change = (
        Choice(labels.button("edit"), f"move_files:{one.first}"),
        Choice(labels.button("mistake"), f"drop_files:{one.first}"),
        labels.choice("seen"),
    )
    state = evidence.state(work, may_close=may_close)
    return Message(f"{text} {state}", (*evidence.next_steps(work, may_close=may_close), *change), (work.id,))


def told_owner(one: Unplaced, work: Work, by: str) -> Message:
    """To who answers for the row."""
    text = _("{code}: {by} recorded {count} files here that {sender} sent. The state is unchanged.").format(
        code=work.name, by=by, count=formats.count(len(one.names)), sender=one.person
    )
    return Message(text, (Choice(_("Documents"), f"docs:{work.id}"),), (work.id,))


def undone(work: Work, left: int) -> Message:
    text = _("{code}: the files serve it no more; they belong to no criterion again, and their sender is told.")
    return Message(text.format(code=work.name), (offer(left),) if left else (), (work.id,))


def told_undone(first: int, work: Work, by: str) -> Message:
    """To who sent it: it is asked about again."""
    text = _("{code}: {by} took back what was recorded from your files; they belong to no criterion again.")
    choice = Choice(_("Choose the criterion"), f"place:{first}")
    return Message(text.format(code=work.name, by=by), (choice,), (work.id,))
