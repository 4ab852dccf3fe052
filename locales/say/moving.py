"""One internal deadline for a whole field or section: what is shown, what each holder reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.accepting import codes
from locales.say.days import full_day
from locales.say.work import Line, due
from storage.rules.deadlines import is_past_assigned
from storage.rules.rollup import Leaf
from storage.work.assignments import Work

_ = words("moving")

PEOPLE, CODES = 6, 4


class Part(Protocol):
    """A field or a section."""

    @property
    def what(self) -> str: ...
    @property
    def which(self) -> int: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked for; `is_off`: the day is no working day; `changed`: other rows are open than were shown.

    may_fix: one row, whose assigned date the reader may put right where that was wrong.
    """

    what: str
    which: int
    name: str
    day: date
    is_off: bool
    changed: bool
    may_fix: bool = False


def choose(parts: Sequence[tuple[Part, int]], number: int, pages: int) -> Message:
    """Of which field or section, each with its open rows?"""
    back = labels.choice("no")
    if not parts:
        return Message(_("No open row has a due date."), (labels.choice("progress"),))
    text = _("The internal due date of which field or section is to be moved? The assigned date never moves.")
    choices = [
        Choice(f"{formats.shortened(part.name, 40)} ({formats.count(rows)})", f"due_to:{part.what}:{part.which}", wide=True)
        for part, rows in parts
    ]
    if pages > 1:
        after = number % pages + 1
        choices.append(Choice(_("Page {number}/{pages}").format(number=after, pages=pages), f"due_choose:{after}"))
    return Message(text, (*choices, back))


def ask_day(what: str, which: int, name: str, rows: int, *, unread: bool = False) -> Message:
    """Until which day?"""
    head = _("The day could not be read, or has passed; nothing is changed yet.") if unread else ""
    text = _("{name}: {count} open rows. Until which day? Type it, for example 20/12.").format(
        name=name, count=formats.count(rows)
    )
    return Message(f"{head} {text}".strip(), (labels.choice("no"),), awaiting=f"due_to:{what}:{which}")


def preview(shown: Shown, people: Mapping[int, Sequence[Work]], moved: Sequence[Work], route: str) -> Message:
    """What would change, before it does."""
    no = labels.choice("no")
    other = Choice(_("Another day"), f"due_to:{shown.what}:{shown.which}")
    fix = (Choice(_("Correct due date or person"), f"fix:{shown.which}"),) if shown.may_fix else ()
    text = [_("The rows have changed; please look again, nothing is recorded yet.")] if shown.changed else []
    if not moved:
        text.append(_("{name}: no row can get {day}.").format(name=shown.name, day=full_day(shown.day)))
        return Message("\n".join(text), (other, no))
    text.append(
        _("{name}: move the internal due date to {day}? {count} rows of {people} people.").format(
            name=shown.name, day=full_day(shown.day), count=formats.count(len(moved)), people=formats.count(len(people))
        )
    )
    if shown.is_off:
        text.append(_("This day is no working day."))
    text += [f"- {own[0].person}: {_dated(own)}" for own in list(people.values())[:PEOPLE]]
    text += labels.rest(len(people) - PEOPLE, "people")
    if earlier := [work for work in moved if work.due_on and work.due_on > shown.day]:
        text.append(
            _("Earlier than now for {count} rows: {codes}.").format(count=formats.count(len(earlier)), codes=codes(earlier))
        )
    text += _past_assigned([work for work in moved if is_past_assigned(shown.day, work.official_due_on)])
    text.append(_("Nothing was recorded yet. Each holder is told in one message; it can be taken back within 24 hours."))
    return Message(
        "\n".join(text), (Choice(_("Move {count} rows").format(count=formats.count(len(moved))), route), other, *fix, no)
    )


def which(name: str, rows: Sequence[tuple[Leaf, date]]) -> Message:
    """More time was ordered for somebody with several rows, each of which would get the day beside it."""
    text = [_("Which row of {name} gets more time? Nothing was recorded yet.").format(name=name)]
    line = _("{number}. {code}: {title}, due {due}, then {day}")
    text += [
        line.format(
            number=number,
            code=leaf.name,
            title=formats.shortened(leaf.title, 40),
            due=formats.short_day(leaf.due_on) if leaf.due_on else "-",
            day=formats.short_day(day),
        )
        for number, (leaf, day) in enumerate(rows, 1)
    ]
    choices = [Choice(leaf.name, f"due_row:{leaf.assignment_id}:{day:%Y%m%d}") for leaf, day in rows]
    return Message("\n".join(text), (*choices, labels.choice("no")), numbered=len(choices))


def no_move(line: Line) -> Message:
    """One row that needs no other day: it is done, or has that day already."""
    work = line.work
    text = _("{code}: {state}, {due}; there is nothing to move. Nothing was recorded.")
    told = text.format(code=work.name, state=labels.progress(work.progress, work.percent), due=due(line))
    return Message(told, (labels.choice("progress"),), (work.id,))


def _dated(works: Sequence[Work], dates: str = "due_on") -> str:
    """`2.1.3 (10/12), 2.1.4 (15/12) và 03 việc khác`: each with its date until now, or another of its dates."""
    return labels.some([f"{work.name} ({formats.short_day(day)})" for work in works if (day := getattr(work, dates))], CODES)


def _past_assigned(works: Sequence[Work]) -> list[str]:
    if not works:
        return []
    text = _("Past the assigned date for {count} rows, which stays as it is: {rows}.")
    return [text.format(count=formats.count(len(works)), rows=_dated(works, "official_due_on"))]


def moved(name: str, day: date, works: Sequence[Work], undo: str) -> Message:
    """To who moved them."""
    text = _("{name}: internal due date of {count} rows moved to {day}. It can be taken back within 24 hours.").format(
        name=name, count=formats.count(len(works)), day=formats.day(day)
    )
    return Message(text, (Choice(labels.button("mistake"), undo), labels.choice("progress")))


def told(works: Sequence[Work], name: str, day: date) -> Message:
    """To a holder: all rows in one message, each with its date until now."""
    text = _("{name} moved the internal due date of {count} rows of yours to {day}: {rows}. The assigned date stays.").format(
        name=name, count=formats.count(len(works)), day=full_day(day), rows=_were(works)
    )
    return Message(text, (labels.choice("seen"), labels.choice("work")), _about(works))


def _were(works: Sequence[Work]) -> str:
    before = _("{code} (before: {day})")
    return "; ".join(before.format(code=work.name, day=formats.short_day(work.due_on)) for work in works if work.due_on)


def taken_back(back: Sequence[Work], left: Sequence[Work]) -> Message:
    """To who took it back."""
    text = _("Taken back: {rows}.").format(rows=_dated(back))
    if left:
        text += " " + _("Their dates were changed since, so they stay: {codes}.").format(codes=codes(left))
    return Message(text, (labels.choice("progress"),))


def told_back(works: Sequence[Work], name: str) -> Message:
    """To a holder."""
    text = _("{name} took the moving of due dates back. The internal dates are again: {rows}.")
    shown = ", ".join(f"{work.name} ({formats.day(work.due_on)})" for work in works if work.due_on)
    return Message(text.format(name=name, rows=shown), (labels.choice("seen"),), _about(works))


def _about(works: Sequence[Work]) -> tuple[int, ...]:
    return tuple(work.id for work in works)
