"""The check: what waits for it, one row with its documents, and what was decided."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import accepting, evidence, labels, not_arising, opinions, readings, required
from locales.say.work import tappable
from storage.evidence.documents import EXPLAIN, Document
from storage.evidence.readings import Reading
from storage.evidence.slots import Standing
from storage.rules.status import Progress
from storage.work.assignments import Work

_ = words("check")

MOST = 8


@dataclass(frozen=True, slots=True)
class Page:
    """One page of what waits; `total`: on all of them; `field_id`: of one lĩnh vực, 0 = of all."""

    works: Sequence[Work]
    number: int
    pages: int
    total: int
    field_id: int


def waiting(page: Page, fields: Sequence[tuple[int, str]], now: datetime, zone: tzinfo) -> Message:
    """A page of the list, the longest waiting first, with how long; where it is long, one lĩnh vực can be chosen."""
    if not page.works:
        return Message(_("Nothing waits for your check."), (labels.choice("progress"),))
    text = [_("Waiting for your check: {count}.").format(count=formats.count(page.total))]
    text += [f"{i}. {_line(work, zone)}{_age(work, now)}" for i, work in enumerate(page.works, 1)]
    choices = [Choice(tappable(work), f"check:{work.id}") for work in page.works]
    if page.pages > 1:
        after = page.number % page.pages + 1
        label = _("Page {number}/{pages}").format(number=after, pages=page.pages)
        choices.append(Choice(label, f"checks:{page.field_id}:{after}"))
    if page.total > 1:
        choices.append(accepting.way_in(page.field_id))
    if page.field_id:
        choices.append(Choice(labels.button("back"), "checks"))
    choices += _by_field(fields) if page.pages > 1 else ()
    return Message("\n".join(text), tuple(choices), numbered=len(page.works))


def _age(work: Work, now: datetime) -> str:
    """How many days it has waited, from the first on."""
    days = (now - work.reported_at).days if work.reported_at else 0
    return ", " + _("waiting {count} days").format(count=formats.count(days)) if days else ""


def _by_field(fields: Sequence[tuple[int, str]]) -> tuple[Choice, ...]:
    counted = Counter(fields)
    if len(counted) < 2:
        return ()
    label = "{title} ({count})"
    return tuple(
        Choice(label.format(title=formats.shortened(title, 40), count=formats.count(count)), f"checks:{field}", wide=True)
        for (field, title), count in counted.items()
    )


def _line(work: Work, zone: tzinfo) -> str:
    row = f"{work.name}: {formats.shortened(work.title, 45)}" if work.code else formats.shortened(work.title, 55)
    if work.reported_at is None:  # as the table said when it was loaded
        return f"{row} - {work.person or '-'}"
    day = formats.short_day(work.reported_at.astimezone(zone))
    return _("{row} - {name}, reported {day}").format(row=row, name=work.person or "-", day=day)


@dataclass(frozen=True, slots=True)
class Known:
    """What a checker should know of a row.

    Attributes:
        documents: sent and not taken back, the oldest first.
        days_late: by the completion date as it stands.
        standing: the required documents.
        readings: what was read on the documents.
        asked_at: when more was asked for last; what came later is an addition.
        said: the words of the report.
        nil: they say that nothing of the sort arose.
        opinions: `(name, answer)` of colleagues who were asked.
    """

    documents: tuple[Document, ...]
    days_late: int
    standing: Standing
    readings: tuple[Reading, ...]
    asked_at: datetime | None
    said: str | None
    nil: bool
    opinions: tuple[tuple[str, str | None], ...]


def card(work: Work, known: Known, zone: tzinfo) -> Message:
    """All that is needed to decide."""
    documents = known.documents
    text = [f"{work.name}: {formats.shortened(work.title, 120)}"]
    if work.reported_at:
        reported = _("{name} reported it done at {moment}.")
        text.append(reported.format(name=work.person or "-", moment=formats.moment(work.reported_at, zone)))
    if known.said:
        text.append(f'"{formats.shortened(known.said, 200)}"')
    text.append(_dates(work, known.days_late))
    if each := required.lines(known.standing):
        text += [_("Documents required:"), *each]
    elif work.required_evidence:
        text.append(_("Documents required: {what}.").format(what=work.required_evidence.rstrip(".")))
    sent = _("Documents sent: {count}.").format(count=formats.count(len(documents)))
    text.append(sent if documents else _("No documents were sent."))
    text += [f"- {_document(one, known, zone)}" for one in documents[-MOST:]]
    text += [*readings.doubts(known.readings, work), *(opinions.line(name, answer) for name, answer in known.opinions)]
    choices = [
        Choice(labels.button("accept"), f"accept:{work.id}"),
        Choice(labels.button("more"), f"more:{work.id}"),
        Choice(_("Correct the completion date"), f"accept_on:{work.id}", wide=True),
    ]
    if documents:
        choices.append(Choice(_("See the documents"), f"docs:{work.id}"))
    issued = max((one.issued_on for one in known.readings if one.issued_on), default=None)
    if issued and issued != work.completed_on:
        label = _("Accept, completed on {day} (issue date)").format(day=formats.day(issued))
        choices.insert(1, Choice(label, f"accept:{work.id}:{issued:%Y%m%d}", wide=True))
    choices.append(Choice(_("Ask a colleague"), f"opinion:{work.id}"))
    if known.nil:
        choices.insert(0, not_arising.confirm(work))
    return Message("\n".join(text), tuple(choices), (work.id,))


def _document(one: Document, known: Known, zone: tzinfo) -> str:
    """A document; what came after more was asked for is marked, and so is what came to an explanation."""
    same = [other.id for other in known.documents if other.name == one.name]
    version = " " + _("(version {number})").format(number=same.index(one.id) + 1) if len(same) > 1 else ""
    added = ", " + _("added after more was asked for") if known.asked_at and one.received_at > known.asked_at else ""
    added += ", " + _("added to the explanation") if one.stage == EXPLAIN else ""
    return f"{evidence.line(one, zone)}{version}{added}"


def _dates(work: Work, days_late: int) -> str:
    if work.completed_on is None:
        return _("Completion date: not given.")
    text = _("Completed on {day}").format(day=formats.day(work.completed_on))
    if work.due_on:
        text += ", " + _("due {day}").format(day=formats.day(work.due_on))
    if days_late:
        text += ", " + _("{count} working days late").format(count=formats.count(days_late))
    return f"{text}."


def not_waiting(work: Work) -> Message:
    """An old button: the row does not wait for a check now."""
    text = _("{code} does not wait for a check; its state is: {state}. Nothing was changed.").format(
        code=work.name, state=labels.progress(work.progress, work.percent)
    )
    choices = [Choice(labels.button("more"), f"more:{work.id}")] if work.progress is Progress.CONFIRMED else []
    return Message(text, (*choices, Choice(_("What waits for a check"), "checks")), (work.id,))


def own_work(work: Work, name: str) -> Message:
    """Nobody checks their own."""
    text = _("{code}: you answer for this criterion; passed to {name} for the check.").format(code=work.name, name=name)
    return Message(text, (), (work.id,))


def ask_date(work: Work, reported: date | None, *, unread: bool = False) -> Message:
    """On which day was the result issued? It alone decides lateness."""
    head = _("The date could not be read; nothing is recorded yet.") if unread else ""
    text = _("{code}: on which day was it completed (issue date of the result)? Type it, for example 12/11/2026.")
    choices = [labels.choice("no")]
    if reported:
        label = _("The day of the report, {day}").format(day=formats.day(reported))
        choices.insert(0, Choice(label, f"accept:{work.id}:{reported:%Y%m%d}"))
    return Message(f"{head} {text.format(code=work.name)}".strip(), tuple(choices), (work.id,), f"accept_on:{work.id}")


def without(missing: Sequence[str]) -> str:
    """The note in the history."""
    return _("accepted without: {what}").format(what="; ".join(missing))


def accepted(work: Work, undo: str, *, left: int, lacks: Sequence[str] = ()) -> Message:
    """To who checked it, with the way back."""
    text = _("{code}: confirmed, completed on {day}.").format(code=work.name, day=formats.day_or(work.completed_on, "-"))
    text += _is_told(work)
    text += " " + _("The dossier names as missing: {what}.").format(what="; ".join(lacks)) if lacks else ""
    back = (Choice(labels.button("more"), f"more:{work.id}"), Choice(labels.button("mistake"), undo))
    return Message(text, (*go_on(left), *back), (work.id,))


def _is_told(work: Work) -> str:
    """Nothing where nobody answers for the row."""
    return " " + _("{name} is told.").format(name=work.person) if work.person else ""


def go_on(left: int) -> tuple[Choice, ...]:
    return (Choice(_("Next checks ({count})").format(count=formats.count(left)), "checks"),) if left else ()


def told_accepted(work: Work, name: str, lacks: Sequence[str] = ()) -> Message:
    """To who answers for the row; what the dossier still lacks can be sent even now."""
    text = _("{code}: checked and confirmed by {name}, completed on {day}.").format(
        code=work.name, name=name, day=formats.day_or(work.completed_on, "-")
    )
    if not lacks:
        return Message(text, (), (work.id,))
    text += " " + _("The dossier still lacks: {what}. Please send it if there is any.").format(what="; ".join(lacks))
    return Message(text, (Choice(labels.button("send"), f"send:{work.id}"),), (work.id,))


def for_substitute(work: Work, told: Message, *, may_act: bool) -> Message:
    """The same to who reported the row instead of somebody on leave; to be answered only while that lasts."""
    text = _("{told} You reported it instead of {name}.").format(told=told.text, name=work.person or "-")
    return Message(text, told.choices if may_act else (), told.about)


def reasons() -> tuple[str, ...]:
    """What is missing most often."""
    return (
        _("a signature or seal is missing"),
        _("documents required are missing"),
        _("the documents do not fit the criterion"),
        _("the figures do not agree"),
        _("the picture cannot be read"),
    )


def ask_reason(work: Work, own: Sequence[tuple[int, str]] = (), missing: Sequence[str] = ()) -> Message:
    """What is to be added: what the list requires and nobody sent, frequent reasons, and those that the office itself uses."""
    text = _("{code}: what is to be added? Tap a reason or write it.").format(code=work.name)
    text += " " + _("{name} will read it.").format(name=work.person) if work.person else ""
    route = f"more_because:{work.id}"
    choices = tuple(Choice(formats.sentence(one), f"{route}:{i}", wide=True) for i, one in enumerate(reasons(), 1))
    known = {one.casefold() for one in reasons()}
    mine = [(verdict, one) for verdict, one in own if one.casefold() not in known]
    choices += tuple(Choice(formats.sentence(one), f"{route}:{100 + verdict}", wide=True) for verdict, one in mine)
    if missing:
        text += " " + _("Nobody has sent: {what}.").format(what="; ".join(missing))
    return Message(text, (*choices, labels.choice("no")), (work.id,), route)


def sent_back(work: Work, reason: str, until: datetime, zone: tzinfo, *, undo: str, left: int) -> Message:
    """To who checked it, with the way back."""
    text = _("{code}: asked for more: {reason}.").format(code=work.name, reason=reason) + _is_told(work)
    text += " " + _("To be sent before {moment}.").format(moment=formats.moment(until, zone))
    other = Choice(_("Another day"), f"more_by:{work.id}")
    return Message(text, (other, Choice(labels.button("mistake"), undo), *go_on(left)), (work.id,))


def more_taken_back(work: Work) -> Message:
    """To who asked for more by mistake."""
    text = _("{code}: taken back, it is again: {state}.").format(
        code=work.name, state=labels.progress(work.progress, work.percent)
    )
    text += " " + _("{name} is told that nothing is to be sent.").format(name=work.person) if work.person else ""
    return Message(text, (Choice(_("Check"), f"check:{work.id}"), Choice(_("What waits for a check"), "checks")))


def told_more_back(work: Work, name: str) -> Message:
    """To the owner."""
    text = _("{code}: {name} took the request for more back: recorded by mistake. Nothing is to be sent; state: {state}.")
    told = text.format(code=work.name, name=name, state=labels.progress(work.progress, work.percent))
    return Message(told, (labels.choice("seen"),), (work.id,))


def ask_until(work: Work, days: Sequence[date], *, unread: bool = False) -> Message:
    """By which day is it to come?"""
    head = _("The date could not be read; nothing is changed yet.") if unread else ""
    text = _("{code}: by which day is it to be sent? Tap, or type it, for example 08/12.").format(code=work.name)
    choices = tuple(Choice(formats.weekday(day), f"more_by:{work.id}:{day:%Y%m%d}") for day in days)
    return Message(f"{head} {text}".strip(), choices, (work.id,), f"more_by:{work.id}")


def until_set(work: Work, until: datetime, zone: tzinfo) -> Message:
    text = _("{code}: to be sent before {moment}.").format(code=work.name, moment=formats.moment(until, zone))
    return Message(text + _is_told(work), (), (work.id,))


def told_more(work: Work, name: str, reason: str, until: datetime, zone: tzinfo) -> Message:
    """To who answers for the row: what is missing, until when, and that nothing is lost."""
    text = _("{code} needs more. {name} asks: {reason}. The documents already sent are kept.").format(
        code=work.name, name=name, reason=reason
    )
    text += " " + _("Please send it again before {moment}.").format(moment=formats.moment(until, zone))
    if work.due_on:
        text += " " + _("Due date: {day}.").format(day=formats.day(work.due_on))
    choices = (
        Choice(labels.button("send"), f"send:{work.id}"),
        Choice(labels.button("done"), f"status:{work.id}:done"),
        Choice(labels.button("blocked"), f"block:{work.id}"),
    )
    return Message(text, choices, (work.id,))


def to_check(work: Work) -> Message:
    """To a checker: a row was reported done."""
    text = _("{code} ({title}): {name} has reported it done, waiting for a check.").format(
        code=work.name, title=formats.shortened(work.title, 60), name=work.person or "-"
    )
    if work.completed_on:
        text += " " + _("Completed on {day}").format(day=formats.day(work.completed_on)) + "."
    choices = (Choice(_("Check"), f"check:{work.id}"), Choice(_("What waits for a check"), "checks"))
    return Message(text, choices, (work.id,))


def more_to_check() -> Message:
    """To a checker who was told of one row within the hour: no counts, since they would be old when read."""
    return Message(_("More work was reported done and waits for your check."), (Choice(_("What waits for a check"), "checks"),))
