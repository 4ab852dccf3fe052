"""A list that changed in mid-year, told to those whose rows it changes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.loading.amendments import News

_ = words("amendments")

SHOWN = 10


def _value(value: str | Decimal | date | None) -> str:
    if isinstance(value, Decimal):
        return formats.points(value)
    return formats.day(value) if isinstance(value, date) else value or "-"


def _line(one: News) -> str:
    name = one.code or formats.shortened(one.title, 40)
    texts = {
        "added": _("- New: {name} {title}"),
        "removed": _("- No longer in the set: {name} {title}"),
        "renumbered": _("- {before} is now {after}: {title}"),
        "points": _("- {name}: maximum from {before} to {after} points"),
        "due": _("- {name}: due date from {before} to {after}"),
        "given": _("- Given to you: {name} {title}"),
        "taken": _("- Given to somebody else: {name} {title}"),
    }
    text = texts[one.what].format(
        name=name, title=formats.shortened(one.title, 80) if one.code else "", before=_value(one.before), after=_value(one.after)
    )
    due = _(", due {day}").format(day=_value(one.after)) if one.what in {"added", "given"} and one.after else ""
    return text.rstrip() + due


def told(load_id: int, year: int, found: Sequence[News]) -> Message:
    """To a person: each change, what stays, one tap to confirm."""
    text = [_("The criteria of {year} were changed. For you:").format(year=year), *(_line(one) for one in found[:SHOWN])]
    text += labels.rest(len(found) - SHOWN, "changes")
    text.append(_("States and documents are kept. The old codes are still understood."))
    ids = tuple(dict.fromkeys(one.assignment_id for one in found))
    choices = (Choice(labels.button("seen"), f"list_seen:{load_id}"), labels.choice("work"))
    return Message("\n".join(text), choices, ids)


def noted() -> Message:
    return Message(_("Recorded: the change is clear to you."), (labels.choice("work"),))


def told_count(load_id: int, count: int) -> Message:
    """To the coordinator, beside what was recorded."""
    text = _("{count} people whose criteria change are told.").format(count=formats.count(count))
    return Message(text, (Choice(_("Who has confirmed"), f"list_told:{load_id}"),))


def standing(load_id: int, year: int, yes: Sequence[str], no: Sequence[str]) -> Message:
    """Who has confirmed a change, and who has not."""
    text = [
        _("Change of the criteria of {year}: {yes} of {all} have confirmed.").format(
            year=year, yes=formats.count(len(yes)), all=formats.count(len(yes) + len(no))
        )
    ]
    if no:
        text.append(_("Not yet: {names}.").format(names=", ".join(no)))
    return Message("\n".join(text), (Choice(labels.button("back"), f"load_after:{load_id}"),))
