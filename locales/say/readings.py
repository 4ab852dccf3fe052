"""What was read on a document, offered for one tap; and what is doubtful about it."""

from collections.abc import Sequence
from datetime import date

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.evidence.readings import Reading
from storage.rules.status import OPEN
from storage.work.assignments import Work

_ = words("readings")

MOST = 3


def lines(readings: Sequence[Reading], work: Work) -> list[str]:
    """One line for what is recorded or was read of a document, one for each kind of doubt."""
    proposed = [one for one in readings if one.is_proposed]
    known = [one for one in readings if one.recorded and one.number]
    text = [_("Recorded for {file}: {what}.").format(file=_file(one), what=what(one)) for one in known[:MOST]]
    text += [_("Read on {file}: {what}. Not recorded yet.").format(file=_file(one), what=what(one)) for one in proposed[:MOST]]
    return text + doubts(readings, work)


def _file(one: Reading) -> str:
    return formats.shortened(one.name, 40)


def what(one: Reading) -> str:
    """`số 45/BC-UBND ngày 10/11/2026, UBND phường Minh Tân, "Kết quả ..."`, as far as it is known."""
    text = [symbol(one.number, one.issued_on)] if one.number or one.issued_on else []
    text += [one.agency] if one.agency else []
    text += [f'"{formats.shortened(one.subject, 80)}"'] if one.subject else []
    return ", ".join(text)


def symbol(number: str | None, issued_on: date | None) -> str:
    """`số 45/BC-UBND ngày 10/11/2026`; of the two what there is."""
    said = _("no. {number}").format(number=number) if number else ""
    day = _("of {day}").format(day=formats.day(issued_on)) if issued_on else ""
    return f"{said} {day}".strip()


def doubts(readings: Sequence[Reading], work: Work) -> list[str]:
    """What the sender and the checker should look at again; nothing was refused for it."""
    told = []
    for kind, text in _doubts().items():
        found = [one for one in readings if kind in one.warnings]
        if found:
            told.append(text.format(**_named(found, work)))
    return told


def _named(found: Sequence[Reading], work: Work) -> dict[str, str]:
    """What the words of a doubt may name."""
    issued = [one.issued_on for one in found if one.issued_on]
    return {
        "files": formats.listed([_file(one) for one in found[:MOST]]),
        "day": formats.day(issued[0]) if issued else "",
        "year": str(work.year),
        "due": formats.day_or(work.due_on, ""),
        "required": formats.shortened(work.required_evidence or "", 60),
    }


def _doubts() -> dict[str, str]:
    return {
        "outside_year": _("Please note: {files} was issued on {day}, outside the year {year}."),
        "after_due": _("Please note: {files} was issued on {day}, after the due date {due}."),
        "unlike": _("Please note: {files} does not look like what is required ({required})."),
        "blank": _("Please note: nothing is to be seen on {files}; please look at it and send it again."),
        "dark": _("Please note: {files} is too dark to be read; please take it again in more light."),
        "small": _("Please note: {files} is too small to be read; please send it as a file or take it from nearer."),
        "unopenable": _("Please note: {files} does not open here; please try to open it and send it again if it is damaged."),
    }


def choices(readings: Sequence[Reading], first: int) -> tuple[Choice, ...]:
    """One tap for all that was read; a way to correct each."""
    proposed = [one for one in readings if one.is_proposed]
    if not proposed:
        known = [one for one in readings if one.recorded and one.number]
        return (Choice(_fix(known[0], 1), f"read_fix:{known[0].evidence_id}", wide=True),) if len(known) == 1 else ()
    if len(proposed) == 1:
        label = _("Right: {what}").format(what=symbol(proposed[0].number, proposed[0].issued_on))
    else:
        label = _("All {count} numbers are right").format(count=formats.count(len(proposed)))
    fixes = tuple(Choice(_fix(one, len(proposed)), f"read_fix:{one.evidence_id}", wide=True) for one in proposed[:MOST])
    return (Choice(label, f"read_right:{first}", wide=True), *fixes)


def _fix(one: Reading, count: int) -> str:
    what = one.number or _file(one)
    return _("Correct number, date") if count == 1 else _("Correct {what}").format(what=formats.shortened(what, 24))


def kept(work: Work, readings: Sequence[Reading], *, may_close: bool) -> Message:
    """Recorded; the day of issue may be the day on which the work was completed, which is asked."""
    what = formats.listed([symbol(one.number, one.issued_on) for one in readings])
    text = _("{code}: recorded for the documents: {what}.").format(code=work.name, what=what)
    days = [one.issued_on for one in readings if one.issued_on]
    changes = [Choice(labels.button("edit"), f"read_fix:{one.evidence_id}") for one in readings[:1]]
    changes += [Choice(labels.button("mistake"), f"read_drop:{one.evidence_id}") for one in readings[:1]]
    if not days or not may_close or work.progress not in OPEN:
        return Message(text, tuple(changes), (work.id,))
    day = max(days)
    text += " " + _("Was the work completed on {day}?").format(day=formats.day(day))
    done = Choice(_("Completed on {day}").format(day=formats.day(day)), f"done_on:{work.id}:{day:%Y%m%d}", wide=True)
    return Message(text, (done, *changes), (work.id,))


def ask_number(work: Work, one: Reading, *, unread: bool = False) -> Message:
    """Number and day are to be typed."""
    head = _("No document number was found in this; nothing is recorded yet.") if unread else ""
    text = _("{code}: which number and date does {file} have? Type it, for example: số 45/BC-UBND ngày 10/11/2026.")
    told = text.format(code=work.name, file=_file(one))
    return Message(f"{head} {told}".strip(), (labels.choice("no"),), (work.id,), f"read_fix:{one.evidence_id}")


def forgotten(work: Work, one: Reading) -> Message:
    """The number is gone, the document stays."""
    text = _("{code}: the number was dropped, the document {file} stays.").format(code=work.name, file=_file(one))
    return Message(text, (Choice(labels.button("edit"), f"read_fix:{one.evidence_id}"),), (work.id,))
