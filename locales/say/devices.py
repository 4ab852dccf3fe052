"""New devices in the web room: the code of six digits, and who is told of it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import SECRET, Choice, Message
from locales.say import labels

_ = words("devices")


def own_code(opens: int, web: str, *, until: datetime, zone: tzinfo) -> Message:
    """The code first, then where to type it; `opens` = the pass whose secret it is."""
    lines = [
        _("Code to sign in: {code}").format(code=SECRET),
        _("On the computer, open {web} and type these 6 digits. Valid until {hour}, usable once.").format(
            web=web, hour=formats.hour(until.astimezone(zone).time())
        ),
        _("Do not read this code out to anybody; nobody of the office will ask you for it."),
    ]
    return Message("\n".join(lines), (labels.choice("work"),), opens=opens)


def code_to_read(person_id: int, name: str, opens: int, web: str, *, until: datetime, zone: tzinfo) -> Message:
    """To the coordinator: a code for somebody else's new device."""
    text = _("Code of 6 digits for {name}: {code}. To be typed at {web} by {hour}, usable once. Read it out to {name} alone.")
    text = text.format(name=name, code=SECRET, web=web, hour=formats.hour(until.astimezone(zone).time()))
    return Message(text, (Choice(labels.button("back"), f"person:{person_id}"),), opens=opens)


def board_here(web: str) -> Message:
    return Message(_("Dashboard: {web}/board").format(web=web), (labels.choice("progress"),))


def board_link(opens: int, web: str, *, until: datetime, zone: tzinfo) -> Message:
    """A link that opens the dashboard once; `opens` = the pass whose secret it carries."""
    lines = [
        _("Dashboard: {link}").format(link=f"{web}/vao#{SECRET}"),
        _("The link serves once, until {hour}. Please do not pass it on.").format(
            hour=formats.hour(until.astimezone(zone).time())
        ),
    ]
    return Message("\n".join(lines), (labels.choice("progress"),), opens=opens)


def told_code(by: str) -> Message:
    """To the person whose code the coordinator asked for."""
    text = _("{by} has made a code of 6 digits for a new device of yours in the web room. If you did not ask for it, sign out.")
    return Message(text.format(by=by), (labels.choice("seen"), Choice(_("Sign out everywhere"), "web_out:yes")))


def unknown_yet(person_id: int, name: str) -> Message:
    text = _("{name} has not come in yet; a code of 6 digits is for those who are known already. Give an invite code instead.")
    choices = (Choice(_("Give an invite code"), f"invite:{person_id}"), Choice(labels.button("back"), f"person:{person_id}"))
    return Message(text.format(name=name), choices)


def no_web(*, to_coordinator: bool) -> Message:
    """There is no web room; the coordinator learns how it comes to be."""
    text = _("The office has no web room yet.")
    if to_coordinator:
        text = _("There is no web room here. Please ask whoever runs the machine to switch it on (WEB_BIND).")
    return Message(text, (labels.choice("work"),))


def told_device(device: str, now: datetime, zone: tzinfo) -> Message:
    """To the person: a device has just come in."""
    text = _("A device ({device}) signed in to the web room with your code or link at {moment}. If it was not you, sign out.")
    text = text.format(device=device, moment=formats.moment(now, zone))
    return Message(text, (labels.choice("seen"), Choice(_("Sign out everywhere"), "web_out:yes")))


def greeting(name: str, call: str | None) -> Message:
    """The first words in a web chat that six digits opened."""
    lines = [
        _("Signed in: {name}. What you answer here is recorded as in the messenger.").format(name=name),
        _("Reminders still come to your messenger; here you can answer them and send documents from this machine."),
    ]
    if call:
        lines.append(_("Questions: {name}.").format(name=call))
    choices = (labels.choice("work"), labels.choice("progress"))
    return Message("\n".join(lines), choices)


def nobody_signed_in() -> Message:
    return Message(_("No device of yours is signed in to the web room."), (labels.choice("work"),))


def ask_sign_out(devices: int) -> Message:
    text = _("Sign all {count} devices out of the web room? To come back, a new code of 6 digits is needed.")
    choices = (Choice(_("Sign out everywhere"), "web_out:yes"), labels.choice("no"))
    return Message(text.format(count=formats.count(devices)), choices)


def signed_out(devices: int) -> Message:
    text = _("{count} devices were signed out of the web room; open codes ended too. Nothing of your work was changed.")
    return Message(text.format(count=formats.count(devices)), (labels.choice("work"),))


def lost(told: Sequence[str]) -> Message:
    """To whoever says that a phone is lost; `told`: the coordinators who have just learned of it."""
    if not told:
        return Message(_("Nothing was recorded. Please have whoever runs the server lock the phone and give you a new code."))
    text = _(
        "{names} was told and can lock the phone; please call at once. What was recorded stays; a new phone gets a new code."
    )
    return Message(text.format(names=formats.listed([_("comrade {name}").format(name=name) for name in told])))


def somebody_lost(person_id: int, name: str) -> Message:
    """To the coordinators."""
    text = _("{name} says that the phone is lost. Please call back to make sure, then lock the phone.")
    choices = (Choice(_("Lock the phone"), f"lock:{person_id}"), labels.choice("seen"))
    return Message(text.format(name=name), choices)


def new_phone(call: str | None, *, has_web: bool) -> Message:
    """What a new phone needs."""
    lines = [_("The same messenger account on the new phone: nothing has to be done.")]
    who = _("comrade {name}").format(name=call) if call else _("the coordinator of your office")
    lines.append(_("Another account: ask {who} for a new code.").format(who=who))
    if has_web:
        lines.append(_("The web page on the new phone: tap the button below for a code of 6 digits."))
    codes = (Choice(_("Code of 6 digits"), "web"),) if has_web else ()
    return Message("\n".join(lines), (*codes, labels.choice("work")))
