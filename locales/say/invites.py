"""Codes that bring people in: to be forwarded as they are."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels

_ = words("invites")


def to_forward(
    name: str, office: str, code: str, link: str | None, *, until: datetime, zone: tzinfo, web: str | None = None
) -> Message:
    """One message for one person, forwarded as it stands."""
    lines = [_("Invitation for {name} to the CCHC reminders of {office}.").format(name=name, office=office)]
    if link:
        lines.append(_("Open: {link}").format(link=link))
    if web:
        lines.append((_("In a browser: {link}") if link else _("Open in a browser: {link}")).format(link=web))
    lines.append(_("Or send the assistant: /start {code}").format(code=code))
    last = _("For {name} only, usable once, until {moment}. Please do not pass it on.")
    lines.append(last.format(name=name, moment=formats.moment(until, zone)))
    return Message("\n".join(lines), codes=(code,), holds_until=until)


def given(person_id: int, name: str, *, linked: bool) -> Message:
    """To the coordinator, under the message to forward."""
    text = _("Forward the message above to {name} alone. Earlier codes of this person are no longer valid.").format(name=name)
    if linked:
        text += " " + _("This person has a phone already; the code adds another one. If the phone was lost, lock it first.")
    return Message(text, (Choice(labels.button("back"), f"person:{person_id}"),))


def ask_all(names: Sequence[str]) -> Message:
    """Codes for everyone without a phone? The older ones stop working."""
    text = _("{count} people have no phone yet: {names}. Give each a new code? Codes given to them before stop working.").format(
        count=formats.count(len(names)), names=formats.shortened(", ".join(names), 1500)
    )
    return Message(text, (Choice(_("Give the codes"), "invite_all:yes"), Choice(labels.button("no"), "office")))


def nobody() -> Message:
    text = _("Everyone in the list has a phone already. For one person: open the card and give a code.")
    return Message(text, (Choice(_("People"), "people"), Choice(labels.button("back"), "office")))


def all_codes(office: str, lines: Sequence[tuple[str, str, str | None]], *, until: datetime, zone: tzinfo) -> list[Message]:
    """One line a person: name, and the link or the code. The coordinator sends each line to its person."""
    head = _("Invite codes, {office}, valid until {moment}, each for one person and usable once:").format(
        office=office, moment=formats.moment(until, zone)
    )
    body = [f"{name}: {link or '/start ' + code}" for name, code, link in lines]
    after = _("Send each line to its person alone. {count} codes were given; earlier ones stopped working.")
    return [
        Message("\n\n".join([head, *body]), codes=tuple(code for _name, code, _link in lines), holds_until=until),
        Message(after.format(count=formats.count(len(lines))), (Choice(labels.button("back"), "office"),)),
    ]


def on_paper(web: str | None, missing: int) -> Message:
    """Where to print invitations with a QR, and the notice for signature."""
    back = (Choice(labels.button("back"), "office"),)
    if not web:
        text = _("Invitations are printed from the web room, which is not switched on here. Codes can be given in this chat.")
        return Message(text, (Choice(_("Give codes"), "invite_all"), *back))
    lines = [
        _("Open on a computer with a printer: {link}").format(link=f"{web}/paper"),
        _("Not signed in there yet: tap the button below for a code of 6 digits."),
        _("The page holds the notice for signature and one slip a person; {count} people have no phone yet.").format(
            count=formats.count(missing) if missing else "0"
        ),
    ]
    return Message("\n".join(lines), (Choice(_("Code of 6 digits"), "web"), *back))
