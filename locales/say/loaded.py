"""Once a table is recorded: what is still to be done before reminders go out."""

from collections.abc import Sequence
from dataclasses import dataclass

from locales import formats, words
from locales.message import Choice, Message
from locales.say import changes, labels
from storage.loading.compare import Comparison
from storage.loading.leaving import Leaving
from storage.loading.standing import Standing
from storage.loading.undo import Undone
from storage.rules.status import Kind
from storage.work.assignments import Work

_ = words("loaded")
CODES, WHO = 12, 3


@dataclass(frozen=True, slots=True)
class After:
    """What is left to do after a file was recorded.

    Attributes:
        recorded: what was just recorded, in words; empty when one comes back to this menu.
        past: rows past due; of these `unclear` have no state.
        kinds: rows that should perhaps be another kind of work.
        to_split: rows that hide several periods; `is_split`: whether some are split already.
        doubts: rows marked to be checked.
    """

    id: int
    year: int
    recorded: str
    past: int
    unclear: int
    kinds: int
    doubts: int
    is_sending: bool
    to_split: int = 0
    is_split: bool = False
    may_undo: bool = False


def counts(done: Comparison) -> str:
    """What was recorded in figures, and how many people were added."""
    text = changes.counts(done)
    if done.unknown_people:
        text += "; " + _("{count} people added").format(count=formats.count(len(done.unknown_people)))
    return text


def recorded(year: int, done: Comparison) -> str:
    return _("The assignments of {year} are recorded: {counts}.").format(year=year, counts=counts(done))


def ask_sure(load_id: int, gone: int, year: int) -> Message:
    """Most of the list would go: to be typed, not tapped."""
    text = _(
        "This file leaves out {count} rows of the list of {year}, half of it or more; the people concerned are told. If that is"
        " meant, type the number {number}; nothing is recorded yet."
    )
    said = text.format(count=formats.count(gone), year=year, number=gone)
    choices = (Choice(_("See the differences"), f"load_diff:{load_id}"), Choice(labels.button("no"), f"load_view:{load_id}"))
    return Message(said, choices, awaiting=f"load_sure:{load_id}")


def after(one: After) -> Message:
    """What was recorded, what is past due, and the ways on."""
    lines = [one.recorded] if one.recorded else []
    if one.past:
        text = _("{count} rows are past due: {known} have a state, {unclear} have none yet.")
        values = {"known": formats.count(one.past - one.unclear), "unclear": formats.count(one.unclear)}
        lines.append(text.format(count=formats.count(one.past), **values))
    if not one.is_sending:
        lines.append(_('Nothing was sent to anybody; reminders go out only after "Start sending".'))
    if not lines:
        lines.append(_("The assignments of {year}.").format(year=one.year))
    return Message("\n".join(lines), tuple(_ways_on(one)))


def _ways_on(one: After) -> list[Choice]:
    found = []
    if one.unclear:
        label = _("Settle {count} rows past due").format(count=formats.count(one.unclear))
        found.append(Choice(label, f"load_past:{one.id}", wide=True))
    if one.to_split:
        label = _("Split {count} rows into periods").format(count=formats.count(one.to_split))
        found.append(Choice(label, f"split_next:{one.id}", wide=True))
    if one.is_split:
        found.append(Choice(_("See the rows that are split"), f"splits:{one.id}", wide=True))
    if one.kinds:
        label = _("See {count} rows that should be another kind").format(count=formats.count(one.kinds))
        found.append(Choice(label, f"load_kinds:{one.id}", wide=True))
    if one.doubts:
        found.append(Choice(_("See {count} rows to check").format(count=formats.count(one.doubts)), "doubts", wide=True))
    found.append(Choice(_("See who gets what tomorrow morning"), "tomorrow", wide=True))
    if not one.is_sending:
        found.append(Choice(labels.button("start_sending"), "sending", wide=True))
    if one.may_undo:
        found.append(Choice(_("Take this load back"), f"load_undo:{one.id}", wide=True))
    return found


SURE = frozenset({"bo het", '"bo het"'})
"""What is typed, as words are compared, to take back a file whose rows have answers."""


def ask_undo(load_id: int, name: str, would: Undone, lost: Leaving) -> Message:
    """What taking a file back would do, before it is done; to be typed where answers would leave the list with their rows."""
    text = _("Take {name} back? Then {counts}.").format(name=name, counts=_undone(would))
    back = Choice(labels.button("back"), f"load_after:{load_id}")
    if not lost.rows:
        kept = _("What officials reported since then is kept.")
        return Message(f"{text} {kept}{_stay(would)}", (Choice(_("Take back"), f"load_undo:{load_id}:yes"), back))
    ask = _('If that is meant, type "drop all"; nothing is changed yet.')
    return Message("\n".join((text, _lost(lost), ask)), (back,), awaiting=f"load_undo_typed:{load_id}")


def needs_yes(name: str, lost: Leaving) -> str:
    """On the command line: what would leave the list, and how to say that it is meant."""
    return _("{name} was not taken back. {lost} If that is meant, add --yes.").format(name=name, lost=_lost(lost))


def _lost(lost: Leaving) -> str:
    text = _(
        "{reports} reports and {documents} documents of {people} on the new rows leave the list with them: {rows}."
        " They come back when the same file is recorded again."
    )
    return text.format(
        reports=formats.count(lost.reports),
        documents=formats.count(lost.documents),
        people=_people(lost.people),
        rows=_rows(lost.rows),
    )


def _rows(names: Sequence[str]) -> str:
    """The first of many rows, and how many more there are."""
    return labels.some([formats.shortened(name, 40) for name in names], CODES)


def _people(names: Sequence[str]) -> str:
    """The first of many people, and how many more there are."""
    more = _(" and {count} others").format(count=formats.count(len(names) - WHO)) if len(names) > WHO else ""
    return ", ".join(names[:WHO]) + more


def undone(name: str, done: Undone) -> str:
    """A file was taken back."""
    text = _("{name} was taken back: {counts}. What officials reported since then is kept.")
    return text.format(name=name, counts=_undone(done)) + _stay(done)


def _stay(done: Undone) -> str:
    """The people whom a file added stay in the office."""
    text = _("{count} people who were added stay among the people of the office.")
    return f" {text.format(count=formats.count(done.people))}" if done.people else ""


def undone_by(by: str, told: str) -> Message:
    """To the other coordinators."""
    return Message(_("{by}: {told}").format(by=by, told=told), (labels.choice("seen"),))


def too_late() -> str:
    """A file can be taken back for a day, and only the newest one."""
    return _("A file can be taken back within 24 hours, as long as no other file was recorded since. Nothing was changed.")


def _undone(done: Undone) -> str:
    """What taking a file back does, noughts left out."""
    parts = (
        (done.removed, _("{count} new rows leave the list")),
        (done.restored, _("{count} dropped rows come back")),
        (done.reverted, _("{count} rows are as they were before")),
    )
    told = [text.format(count=formats.count(count)) for count, text in parts if count]
    return ", ".join(told) or _("no row changes")


def told_others(by: str, year: int, done: Comparison) -> Message:
    """To the other coordinators: a second pair of eyes on a change of the whole list."""
    text = _("{by} loaded the assignments of {year}: {counts}.").format(by=by, year=year, counts=counts(done))
    return Message(text, (labels.choice("seen"),))


def past(
    load_id: int, works: Sequence[Work], *, total: int, page: int, pages: int, told: str = "", last: Work | None = None
) -> Message:
    """Rows past due without a state: two answers each, or one for all."""
    mistake = [Choice(labels.button("mistake"), f"load_back:{load_id}:{last.id}")] if last else []
    back = Choice(labels.button("back"), f"load_after:{load_id}")
    if not works:
        text = _("No row past due is without a state.")
        return Message(f"{told} {text}".strip(), (*mistake, back))
    head = _("{count} rows past due have no state yet:").format(count=formats.count(total))
    lines = [told, "", head] if told else [head]
    lines += [f"- {_row(work)}" for work in works]
    choices = [choice for work in works for choice in _answers(load_id, work)]
    if total > 1:
        label = _("All {count} rows are done").format(count=formats.count(total))
        choices.append(Choice(label, f"load_all:{load_id}", wide=True))
    if pages > 1:
        choices.append(Choice(_("Next page"), f"load_past:{load_id}:{page % pages + 1}"))
    return Message("\n".join(lines), (*choices, *mistake, back))


def _row(work: Work) -> str:
    text = _("{code} {title}, due {day}, {person}")
    title = formats.shortened(work.title, 60) if work.code else ""
    day = formats.day_or(work.due_on, "")
    return text.format(code=work.name, title=title, day=day, person=work.person or _("nobody yet")).replace(" ,", ",")


def _answers(load_id: int, work: Work) -> tuple[Choice, Choice]:
    name = formats.shortened(work.name, 24)
    return (
        Choice(f"{name} {labels.button('done')}", f"load_set:{load_id}:{work.id}:done"),
        Choice(name + " " + _("not done"), f"load_set:{load_id}:{work.id}:open"),
    )


def settled(work: Work, *, done: bool) -> str:
    if not done:
        return _("{code}: recorded as not done.").format(code=work.name)
    day = formats.day_or(work.completed_on, "")
    return _("{code}: recorded as done, waiting for a check, completed on {day}.").format(code=work.name, day=day)


def taken_back(work: Work) -> str:
    return _("{code}: taken back; {state} again.").format(code=work.name, state=labels.progress(work.progress))


def confirm_all(load_id: int, works: Sequence[Work]) -> Message:
    """All at once: which, and what is recorded."""
    names = _rows([work.name for work in works])
    text = _(
        "Record all {count} rows as done, waiting for a check? "
        "The completion date is the due date, unless the file has another. {names}."
    )
    choices = (
        Choice(labels.button("right"), f"load_all:{load_id}:{len(works)}"),
        Choice(labels.button("no"), f"load_past:{load_id}"),
    )
    return Message(text.format(count=formats.count(len(works)), names=names), choices)


def all_settled(load_id: int, count: int) -> Message:
    text = _("{count} rows are recorded as done, waiting for a check; nothing was sent to anybody.")
    return Message(text.format(count=formats.count(count)), (Choice(labels.button("back"), f"load_after:{load_id}"),))


def kind(
    load_id: int, index: int, leaf: Standing, suggested: Kind, *, left: int, told: str = "", last: int | None = None
) -> Message:
    """One row whose text suggests another kind of work; `last`: the row that was just decided."""
    lines = [told, ""] if told else []
    lines.append(_("{code}: {title}").format(code=leaf.name, title=leaf.title) if leaf.code else leaf.title)
    lines.append(suggestion(leaf, suggested))
    choices = [
        Choice(labels.button("right"), f"load_kind:{load_id}:{index}:yes"),
        Choice(labels.button("no"), f"load_kind:{load_id}:{index}:no"),
    ]
    if left > 1:
        label = _("Right for all {count} rows").format(count=formats.count(left))
        choices.append(Choice(label, f"load_kinds_all:{load_id}", wide=True))
    back = Choice(labels.button("back"), f"load_after:{load_id}")
    return Message("\n".join(lines), (*choices, *_kind_mistake(load_id, last), back))


def _kind_mistake(load_id: int, last: int | None) -> tuple[Choice, ...]:
    return () if last is None else (Choice(labels.button("mistake"), f"load_kind_back:{load_id}:{last}"),)


def suggestion(leaf: Standing, suggested: Kind) -> str:
    """The kind of work that a row is, and the one that its text suggests."""
    values = {"now": labels.kind(leaf.kind), "kind": labels.kind(suggested), "meaning": _meaning(suggested)}
    return _("Now: {now}. The text suggests: {kind} ({meaning}).").format(**values)


def _meaning(value: Kind) -> str:
    return {
        Kind.PRODUCT: _("a document by a date"),
        Kind.RECURRING: _("split into periods, each reported"),
        Kind.FIGURE: _("a ratio or a level, measured up to the date"),
        Kind.UPKEEP: _("a state to be kept until the date"),
        Kind.SURVEY: _("points that citizens give, nobody is reminded"),
        Kind.BONUS: _("outside the maximum, not a duty"),
        Kind.PENALTY: _("outside the maximum, nobody is reminded"),
    }[value]


def decided(leaf: Standing, suggested: Kind, *, accepted: bool) -> str:
    if accepted:
        return _("{code}: recorded as {kind}.").format(code=leaf.name, kind=labels.kind(suggested))
    return _("{code}: stays {kind}.").format(code=leaf.name, kind=labels.kind(leaf.kind))


def confirm_kinds(load_id: int, found: Sequence[tuple[Standing, Kind]]) -> Message:
    """All proposals by kind, before they are recorded at once."""
    lines = [_("Record the kinds of these {count} rows?").format(count=formats.count(len(found)))]
    for one in dict.fromkeys(suggested for _leaf, suggested in found):
        names = [leaf.name for leaf, suggested in found if suggested is one]
        told = ", ".join(names[: 3 * CODES]) + ("…" if len(names) > 3 * CODES else "")
        lines.append(f"- {labels.kind(one)} ({_meaning(one)}): {told}")
    choices = (
        Choice(labels.button("right"), f"load_kinds_all:{load_id}:{len(found)}"),
        Choice(labels.button("no"), f"load_kinds:{load_id}"),
    )
    return Message("\n".join(lines), choices)


def kinds_recorded(count: int) -> str:
    return _("The kinds of {count} rows are recorded.").format(count=formats.count(count))


def no_more_kinds(load_id: int, told: str = "", last: int | None = None) -> Message:
    text = _("No other row should be another kind.")
    back = Choice(labels.button("back"), f"load_after:{load_id}")
    return Message(f"{told} {text}".strip(), (*_kind_mistake(load_id, last), back))


def asked_again(leaf: Standing) -> str:
    return _("{code}: taken back; please choose again.").format(code=leaf.name)
