"""Lost phones, links that are removed."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.work.assignments import Work

_ = words("phones")


def ask_lock(person_id: int, name: str, channels: Sequence[str]) -> Message:
    """Lock the phone? Nothing from it counts from then on."""
    text = _(
        "Lock the phone of {name} ({channels})? From now on nothing from it counts and nothing is sent to it, until {name} is "
        "linked again with a new code. The work stays."
    ).format(name=name, channels=formats.listed(list(channels)))
    choices = (Choice(_("Lock the phone"), f"lock:{person_id}:yes"), Choice(labels.button("no"), f"person:{person_id}"))
    return Message(text, choices)


def locked(person_id: int, name: str, recent: Sequence[Work]) -> Message:
    """It is locked; what the phone reported lately should be confirmed again."""
    lines = [_("The phone of {name} is locked. Codes given before are no longer valid either.").format(name=name)]
    if recent:
        codes = ", ".join(work.name for work in recent)
        text = _("In the last 3 days this account reported on: {codes}. Please ask {name} whether this is right.")
        lines.append(text.format(codes=codes, name=name))
    choices = [Choice(_("Give an invite code"), f"invite:{person_id}")]
    choices += [Choice(work.name, f"row:{work.id}") for work in recent[:6]]
    return Message(" ".join(lines), (*choices, Choice(labels.button("back"), f"person:{person_id}")))


def ask_unlink(person_id: int, name: str, channels: Sequence[str]) -> Message:
    text = _("Remove the link of {name} ({channels})? The account learns nothing more; the work stays; a new code links again.")
    text = text.format(name=name, channels=formats.listed(list(channels)))
    choices = (Choice(_("Remove the link"), f"unlink:{person_id}:yes"), Choice(labels.button("no"), f"person:{person_id}"))
    return Message(text, choices)


def removed(person_id: int, name: str) -> Message:
    text = _("The link of {name} was removed.").format(name=name)
    choices = (Choice(_("Give an invite code"), f"invite:{person_id}"), Choice(labels.button("back"), f"person:{person_id}"))
    return Message(text, choices)


def not_linked(person_id: int, name: str) -> Message:
    text = _("{name} has no phone linked; there is nothing to lock or remove.").format(name=name)
    return Message(text, (Choice(labels.button("back"), f"person:{person_id}"),))


def told_lock(call: str) -> Message:
    """To the chat that was locked: no names, no work; it may be in wrong hands."""
    return Message(_("This chat was locked by the office; nothing sent from it counts. Questions: {name}.").format(name=call))


def told_unlink(call: str) -> Message:
    """To the chat that was unlinked."""
    return Message(_("This chat is no longer linked to the office. Questions: {name}.").format(name=call))


def told_others(name: str, by: str, *, lock: bool) -> Message:
    """To the other coordinators."""
    text = _("{by} locked the phone of {name}.") if lock else _("{by} removed the link of {name}.")
    return Message(text.format(by=by, name=name), (labels.choice("seen"),))
