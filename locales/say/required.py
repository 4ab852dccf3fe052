"""Required documents one by one: what there is, what is missing, and which of them a file is."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.evidence.slots import Standing
from storage.work.assignments import Work

_ = words("required")

MOST = 4


def lines(standing: Standing) -> list[str]:
    """Each required document on a line of its own, once something was sent for a row that requires several."""
    if len(standing.slots) < 2 or not (any(standing.counts) or standing.unplaced):
        return []
    missing = set(standing.missing)
    told = []
    for i, slot in enumerate(standing.slots):
        there = _("there: {count}").format(count=formats.count(standing.counts[i]))
        state = there if standing.counts[i] else _("missing") if i in missing else _("not sent yet")
        told.append(f"{i + 1}. {formats.shortened(slot.words, 60)}: {state}")
    return told


def lacking(standing: Standing) -> str:
    """`Còn thiếu: biên bản; ảnh niêm yết.`, or nothing."""
    what = "; ".join(formats.shortened(one, 50) for one in standing.missing_words)
    return _("Still missing: {what}.").format(what=what) if what else ""


def choices(standing: Standing, first: int) -> tuple[Choice, ...]:
    """Which of the required documents was just sent?"""
    empty = [i for i, count in enumerate(standing.counts) if not count] or list(range(len(standing.slots)))
    return tuple(
        Choice(_("This is: {what}").format(what=formats.shortened(standing.slots[i].words, 30)), f"slot:{first}:{i}", wide=True)
        for i in empty[:MOST]
    )


def put(work: Work, standing: Standing, slot: int, *, may_close: bool) -> Message:
    """It is known now which document it is."""
    text = _('{code}: recorded as "{what}".').format(code=work.name, what=formats.shortened(standing.slots[slot].words, 60))
    rest = lacking(standing) or _("Nothing that is required is missing.")
    done = (Choice(labels.button("done"), f"status:{work.id}:done"),) if may_close and not standing.missing else ()
    return Message(f"{text} {rest}", (*done, Choice(labels.button("send"), f"send:{work.id}")), (work.id,))


def remind(name: str, rows: Sequence[tuple[Work, Standing]]) -> Message:
    """Work that was reported done while a part of its documents is still missing."""
    text = [_("{name}: reported done, but documents are missing:").format(name=name)]
    for work, standing in rows[:MOST]:
        due = _("due {day}").format(day=formats.day(work.due_on)) if work.due_on else ""
        text.append(f"- {work.name}: {'; '.join(standing.missing_words)}" + (f" ({due})" if due else ""))
    sends = tuple(Choice(_("Send for {code}").format(code=work.name), f"send:{work.id}") for work, _one in rows[:MOST])
    return Message("\n".join(text), sends, tuple(work.id for work, _one in rows))
