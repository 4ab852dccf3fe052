"""Many rows accepted at once: what is shown before, what the checker and the owners are told."""

from collections.abc import Mapping, Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.work.assignments import Work

_ = words("accepting")

NO_DATE, NOTHING_SENT, MISSING, DOUBT, NIL, OPINION = "date", "nothing", "missing", "doubt", "nil", "opinion"
CODES, PEOPLE, APART = 6, 6, 5


def codes(works: Sequence[Work], most: int = CODES) -> str:
    """`2.1.3, 2.1.4 và 03 việc khác`."""
    return labels.some([work.name for work in works], most)


def _reason(key: str) -> str:
    return {
        NO_DATE: _("no completion date"),
        NOTHING_SENT: _("no document"),
        MISSING: _("documents are missing"),
        DOUBT: _("something in the documents is to be looked at"),
        NIL: _("reported as not arising"),
        OPINION: _("a colleague's opinion is awaited"),
    }[key]


def preview(
    ready: Sequence[Work],
    unopened: Sequence[Work],
    apart: Sequence[tuple[Work, str]],
    routes: Mapping[str, tuple[str, int]],
    people: Mapping[int, Sequence[Work]],
    *,
    changed: bool,
) -> Message:
    """What would be accepted, whose it is, what nobody opened, and what stays; `routes`: each way with its number of rows."""
    back = Choice(labels.button("back"), "checks")
    text = [_("The list has changed; please look again, nothing is recorded yet.")] if changed else []
    if not ready:
        text.append(_("No row can be accepted together with others."))
        return Message("\n".join(text + _apart(apart)), (back,))
    holders = list(people.values()) or [ready]
    text.append(_("Accept {count} rows of {people} people?").format(count=_n(ready), people=_n(holders)))
    text += [f"- {own[0].person} ({formats.count(len(own))}): {codes(own)}" for own in holders[:PEOPLE]]
    text += labels.rest(len(holders) - PEOPLE, "people")
    if unopened:
        text.append(
            _("You have not opened the documents of {count} of them: {codes}.").format(count=_n(unopened), codes=codes(unopened))
        )
    text += _apart(apart)
    several = len(routes) > 1
    choices = [Choice(_way(how, count, several=several), route, wide=True) for how, (route, count) in routes.items()]
    if len(people) > 1:
        choices += [
            Choice(_("Only {name} ({count})").format(name=own[0].person, count=_n(own)), f"accept_all:person:{one}", wide=True)
            for one, own in list(people.items())[:PEOPLE]
        ]
    return Message("\n".join(text), (*choices, back))


def _n(items: Sequence[object]) -> str:
    return formats.count(len(items))


def _way(how: str, count: int, *, several: bool) -> str:
    every = _("Accept all {count} rows") if several else _("Accept {count} rows")
    label = _("Accept {count} opened rows") if how == "seen" else every
    return label.format(count=formats.count(count))


def _apart(apart: Sequence[tuple[Work, str]]) -> list[str]:
    if not apart:
        return []
    told = labels.some([f"{work.name} {_reason(why)}" for work, why in apart], APART, between="; ")
    return [_("To be looked at one by one, not accepted here: {rows}.").format(rows=told)]


def way_in(field_id: int) -> Choice:
    """The way there from the list of what waits, of one field or of all."""
    route = f"accept_all:field:{field_id}" if field_id else "accept_all"
    return Choice(_("Accept all complete rows"), route, wide=True)


def accepted(works: Sequence[Work], undo: str, left: int) -> Message:
    """To the checker."""
    text = _("Accepted {count} rows: {codes}. Each owner is told in one message.").format(count=_n(works), codes=codes(works, 12))
    text += " " + _("It can be taken back within 24 hours.")
    choices = [Choice(_("Next checks ({count})").format(count=formats.count(left)), "checks")] if left else []
    return Message(text, (*choices, Choice(labels.button("mistake"), undo)))


def told(works: Sequence[Work], name: str) -> Message:
    """To the owner: all of them in one message, each with its date of completion."""
    head = _("{name} checked and confirmed {count} rows of yours:").format(name=name, count=_n(works))
    return Message("\n".join([head, *map(_done, works)]), (labels.choice("seen"),), _about(works))


def told_substitute(works: Sequence[Work], name: str) -> Message:
    """The same to who reported them instead of somebody on leave."""
    head = _("{name} checked and confirmed {count} rows that you reported instead of a colleague:")
    text = [head.format(name=name, count=_n(works)), *map(_done, works)]
    return Message("\n".join(text), (labels.choice("seen"),))


def _done(work: Work) -> str:
    day = formats.day_or(work.completed_on, "-")
    return _("- {code}: {title}, completed on {day}").format(code=work.name, title=formats.shortened(work.title, 50), day=day)


def _about(works: Sequence[Work]) -> tuple[int, ...]:
    return tuple(work.id for work in works)


def taken_back(back: Sequence[Work], left: Sequence[Work]) -> Message:
    """To who took it back."""
    text = _("Taken back: {codes}; they wait for a check again. The owners are told.").format(codes=codes(back, 12))
    if left:
        text += " " + _("Touched since, so they stay: {codes}.").format(codes=codes(left))
    return Message(text, (Choice(_("What waits for a check"), "checks"),))


def told_back(works: Sequence[Work], name: str) -> Message:
    """To the owner."""
    text = _(
        "{name} took the confirmation of {codes} back: recorded by mistake. They wait for a check; nothing is to be sent again."
    )
    return Message(text.format(name=name, codes=codes(works, 12)), (labels.choice("seen"),), _about(works))
