"""When the office works, reminds and reports upwards, and from where its classes begin: as it stands, and as it would be."""

from datetime import datetime

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.progress import class_name
from storage.names import folded
from storage.rules.hours import OfficeHours
from storage.rules.policy import Doubt, Terms
from storage.rules.reminders import Policy

_ = words("policy")

SHOWN = ("hours", "before", "late", "reminders", "above")
"""In this order; classes stand beside the target."""


def menu(terms: Terms, told: str = "") -> Message:
    """Everything as it stands, each a tap away from its change."""
    text = [
        *((told, "") if told else ()),
        *(f"{line}." for _title, line in titled(terms)),
        _("Whoever has chosen an hour of their own is reminded at that hour."),
    ]
    choices = [Choice(title(what), f"policy_ask:{what}", wide=True) for what in SHOWN]
    choices += [Choice(_("Target and classes"), "rules"), Choice(_("Days off"), "days"), Choice(labels.button("back"), "office")]
    return Message("\n".join(text), tuple(choices), edits="tapped")


def titled(terms: Terms) -> list[tuple[str, str]]:
    """Each with its title and how it stands, as the chat and the desk show them."""
    return [(title(what), formats.sentence(clause(what, terms))) for what in SHOWN]


def title(what: str) -> str:
    """What a button calls it."""
    return {
        "hours": _("Working hours"),
        "before": _("Days before the due date"),
        "late": _("Reminders of late work"),
        "reminders": _("Hours of reminders"),
        "above": _("Reporting upwards"),
        "classes": _("Classes"),
    }[what]


def clause(what: str, terms: Terms) -> str:
    """One of them in words, to follow "Từ nay" and "Hiện nay"."""
    policy = terms.policy
    if what == "before":
        return _before(policy)
    if what == "late":
        return _late(policy)
    if what == "reminders":
        return _reminders(policy)
    if what == "above":
        head, deputy, chair = map(formats.count, terms.above)
        text = _("late work is reported to the head after {head}, the deputy after {deputy}, the chairperson after {chair} days")
        return text.format(head=head, deputy=deputy, chair=chair)
    if what == "classes":
        named = [f"{class_name(key)} {formats.points(lowest)} %" for key, lowest in terms.classes if lowest]
        return _("classes begin at: {named}; below that {last}").format(named=", ".join(named), last=class_name("weak"))
    return _("the office works {hours}").format(hours=_hours(terms.hours))


def _hours(hours: OfficeHours) -> str:
    """`07:30-11:30 và 13:30-17:00`."""
    return formats.listed(["-".join(map(formats.clock, half)) for half in (hours.morning, hours.afternoon)])


def _numbers(days: tuple[int, ...]) -> str:
    return formats.listed([str(day) for day in days])


def _before(policy: Policy) -> str:
    if policy.before == (0,):
        return _("reminders come on the due date only")
    text = _("reminders come {days} working days before the due date").format(days=_numbers(policy.before))
    return text + " " + _("(0 is the due date itself)") if 0 in policy.before else text


def _late(policy: Policy) -> str:
    if not policy.late and not policy.late_every:
        return _("nobody is reminded after the due date; late work stands in the digests")
    parts = [_("on working days {days}").format(days=_numbers(policy.late))] if policy.late else []
    if policy.late_every:
        every = _("every {every} working days until day {until}")
        parts.append(every.format(every=formats.count(policy.late_every), until=policy.late_until))
    return _("late work is reminded of {when}").format(when=_(", then ").join(parts))


def _reminders(policy: Policy) -> str:
    text = _("reminders come at {hour}").format(hour=formats.clock(policy.morning))
    if policy.afternoon is None:
        return text + _(", once a day")
    return text + _("; what is due today and not answered once more at {hour}").format(hour=formats.clock(policy.afternoon))


def usual(what: str) -> tuple[str, ...]:
    """What many offices have, the default first; each as it may be typed."""
    once, every = _("07:45, no second one"), _("2, 4, 6, 8, 10, then every 5 days until 30")
    return {
        "hours": ("07:30-11:30, 13:30-17:00", "07:00-11:30, 13:30-17:00", "07:30-11:30, 13:00-16:30"),
        "before": ("15, 7, 3, 1, 0", "10, 5, 2, 0", "7, 3, 1, 0"),
        "late": (every, "2, 5, 10", _("none")),
        "reminders": ("07:45, 13:45", "08:00, 14:00", once),
        "above": ("3, 6, 10", "2, 4, 6", "5, 10, 15"),
        "classes": ("90, 80, 65, 50", "90, 80, 70, 50"),
    }[what]


def typed(what: str, terms: Terms) -> str:
    """A value in the words that would be typed for it."""
    policy = terms.policy
    if what == "hours":
        return ", ".join("-".join(map(formats.clock, half)) for half in (terms.hours.morning, terms.hours.afternoon))
    if what == "reminders":
        second = formats.clock(policy.afternoon) if policy.afternoon else _("no second one")
        return f"{formats.clock(policy.morning)}, {second}"
    if what == "late":
        rhythm = _("every {every} until {until}").format(every=policy.late_every, until=policy.late_until)
        return ", ".join([*map(str, policy.late), *([rhythm] if policy.late_every else [])]) or _("none")
    if what == "classes":
        return ", ".join(formats.points(lowest) for _key, lowest in terms.classes if lowest)
    return ", ".join(map(str, policy.before if what == "before" else terms.above))


def _route(step: str, what: str, words_typed: str) -> str:
    """A button carries the words without what would part or lengthen an address; the sign keeps a lone number words."""
    return f"{step}:{what}:={folded(words_typed).replace(':', 'h').replace(',', '')}"


def ask(what: str, terms: Terms, doubt: Doubt | None = None) -> Message:
    """How it stands, what may be typed instead, and why what was typed will not do."""
    now = _("Now {clause}.").format(clause=clause(what, terms))
    text = [*((why(what, doubt, terms),) if doubt else ()), now, _how(what)]
    choices = [Choice(one, _route("policy_new", what, one), wide=True) for one in usual(what)]
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), _home(what))), awaiting=f"policy_new:{what}")


def _home(what: str) -> str:
    return "rules" if what == "classes" else "policy"


def _how(what: str) -> str:
    return {
        "hours": _("Type the four times, for example: 7h30-11h30, 13h30-17h."),
        "before": _("Type how many working days before, for example: 10, 5, 2, 0 (0 is the due date itself)."),
        "late": _('Type the working days after the due date, for example: 2, 5, 10, then every 5 days until 30; or "none".'),
        "reminders": _('Type the hours, for example: 7h45 and 13h45; or "7h45, none" for once a day.'),
        "above": _("Type the days late for head, deputy and chairperson, for example: 3, 6, 10."),
        "classes": _("Type the lowest percentages, best first, for example: 90, 80, 65, 50; three where there is no Excellent."),
    }[what]


def why(what: str, doubt: Doubt, terms: Terms) -> str:
    """Why a value was not taken; nothing was changed."""
    return {
        Doubt.UNREAD: _("This could not be read; nothing was changed."),
        Doubt.NOTHING: _("At least one day is needed; type 0 to remind on the due date only."),
        Doubt.TOO_FAR: _("A percentage lies above 0 and is at most 100.")
        if what == "classes"
        else _("A number of days is at most 60; late days begin at 1."),
        Doubt.TOO_MANY: _("At most 10 reminders: with more, nobody reads them any longer."),
        Doubt.ORDER: _order(what),
        Doubt.SHORT: _("Each half of the day lasts one hour at least."),
        Doubt.AT_NIGHT: _("Working hours lie between 06:00 and 19:00."),
        Doubt.OUTSIDE: _("Reminders come within working hours only ({hours}).").format(hours=_hours(terms.hours)),
    }[doubt]


def _order(what: str) -> str:
    return {
        "hours": _("The four times must follow each other: morning from and to, afternoon from and to."),
        "late": _("The last day must not come before the others."),
        "reminders": _("The second hour must come after the first."),
        "above": _("The days must rise from head to chairperson."),
        "classes": _("The percentages must fall from best to worst."),
    }.get(what, "")


def unchanged(what: str, terms: Terms) -> Message:
    text = _("Nothing to change: {clause} already.").format(clause=clause(what, terms))
    return Message(text, (Choice(labels.button("back"), _home(what)),))


def confirm(what: str, now: Terms, wanted: Terms, first: datetime) -> Message:
    """What it would be, what it is, and from when; nothing is changed yet.

    Args:
        what: which of the terms.
        now: as they are.
        wanted: as they would be.
        first: local moment of the first message that would follow them.
    """
    text = [_("From now on {clause}.").format(clause=clause(what, wanted)), *_moved(what, now, wanted)]
    text += [_("Now {clause}.").format(clause=clause(what, now)), *([] if what == "classes" else [_from(first)])]
    agree = Choice(_("Agree"), _route("policy_set", what, typed(what, wanted)))
    return Message("\n".join(text), (agree, Choice(_("Edit"), f"policy_ask:{what}"), Choice(labels.button("no"), _home(what))))


def _moved(what: str, now: Terms, wanted: Terms) -> list[str]:
    """Hours of reminders that would move with those of the office."""
    if what != "hours" or wanted.policy == now.policy:
        return []
    return [_("With it {clause}.").format(clause=_reminders(wanted.policy))]


def _from(first: datetime) -> str:
    return _("It applies from the next reminder on: {hour}, {day}. What waits already goes out as it was planned.").format(
        hour=formats.clock(first.time()), day=formats.weekday(first.date())
    )


def recorded(what: str, terms: Terms) -> Message:
    """It applies; everything as it stands now."""
    told = _("Recorded. From now on {clause}.").format(clause=clause(what, terms))
    if what == "classes":
        return Message(told, (Choice(labels.button("back"), "rules"),), edits="tapped")
    return menu(terms, told)


def told_others(by: str, what: str, terms: Terms) -> Message:
    """To the office's other coordinators."""
    text = _("{by} has changed a setting of the office. From now on {clause}.").format(by=by, clause=clause(what, terms))
    return Message(text, (labels.choice("seen"),))
