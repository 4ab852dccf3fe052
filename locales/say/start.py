"""The first minute: the link, the notice, the help."""

from dataclasses import dataclass

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels

_ = words("start")
NOTICE = 1  # version of the notice below: who read an older one is shown the new one


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who came in, as far as the one answer to the code depends on it.

    Attributes:
        open_rows: how many criteria they answer for.
        leads: whether they see where the office stands.
        loads: whether they are the one to bring the first table.
        files: whether a table can be sent in this chat.
        on_page: in the web room, where no messenger carries what is said.
    """

    name: str
    post: str | None
    unit: str
    open_rows: int = 0
    leads: bool = False
    loads: bool = False
    files: bool = True
    on_page: bool = False


def linked(who: Newcomer, call: str | None, *, standing: str = "", also: str = "") -> Message:
    """The one answer to a code: who you are here, where the office stands, the notice, what to tap.

    Args:
        who: the person.
        call: whom to ask.
        standing: the office's points in one line.
        also: the other chats of this person.
    """
    post = ", ".join(part for part in (who.post, who.unit) if part)
    told = [_("Linked: {name} ({who}).").format(name=who.name, who=post), standing, _first_step(who), _own_rows(who), also]
    lines = [*filter(None, told), "", notice_text(call, on_page=who.on_page)]
    taps = [Choice(labels.button("understood"), "noticed")]
    taps += [labels.choice("progress")] if who.leads else []
    taps += [Choice(offer("office"), "office")] if who.loads else []
    return Message("\n".join(lines), (*taps, labels.choice("work"), Choice(labels.button("not_me"), "notme")))


def _first_step(who: Newcomer) -> str:
    if who.loads and not who.files:
        return _("First step: load the assignment table (send QUANLY). Nobody is written to before you start it.")
    if who.loads:
        return _("First step: send the assignment table here (Excel, Word, CSV). Nobody is written to before you start it.")
    return _("Send TIENDO to see where the office stands.") if who.leads else ""


def _own_rows(who: Newcomer) -> str:
    if who.open_rows:
        return _("You answer for {count} criteria.").format(count=formats.count(who.open_rows))
    return "" if who.leads else _("You have no criteria yet.")


def notice_text(call: str | None, *, on_page: bool = False) -> str:
    """What is kept and what must not be sent (version 1)."""
    text = _(
        "Notice: the system keeps your name, unit, work, reports and documents for following CCHC criteria; messages pass "
        "through the messenger's servers. Do not send state secrets or photos of identity cards. /thongtin shows what is "
        "kept about you."
    )
    if on_page:
        text = _(
            "Notice: the system keeps your name, unit, work, reports and documents for following CCHC criteria. Do not send "
            "state secrets or photos of identity cards. /thongtin shows what is kept about you."
        )
    return text + " " + _("Questions: {name}.").format(name=call) if call else text


def notice_again(call: str | None) -> Message:
    """To whoever read an older version."""
    text = _("The notice on personal data has changed.") + "\n" + notice_text(call)
    return Message(text, (Choice(labels.button("understood"), "noticed"),))


def noticed(*, leads: bool) -> Message:
    """The notice was read: what to ask for from now on."""
    work = labels.choice("work")
    if not leads:
        return Message(_("Thank you. Whenever you need it: VIEC (your work), TROGIUP (help)."), (work,))
    text = _("Thank you. Whenever you need it: TIENDO (progress), VIEC (your work), TROGIUP (help).")
    return Message(text, (labels.choice("progress"), work))


def already(name: str) -> Message:
    return Message(_("This account is linked to {name}.").format(name=name), (labels.choice("work"),))


def unlinked() -> Message:
    return Message(_("The link was removed; nothing was recorded. Please tell the coordinator of your office."))


def somebody_linked(person_id: int, name: str) -> Message:
    """To the coordinators: a phone was linked."""
    text = _("{name} has linked a phone. If this is not right, remove the link.").format(name=name)
    return Message(text, (Choice(_("Remove the link"), f"unlink:{person_id}"), labels.choice("seen")))


def somebody_denied(name: str) -> Message:
    """To the coordinators: the wrong person opened the link."""
    return Message(
        _("The phone that used the code of {name} says that it is somebody else; the link was removed.").format(name=name)
    )


def help_text(
    commands: list[tuple[str, str]], call: str | None, offers: tuple[Choice, ...] = (), *, files: bool = True, leads: bool = False
) -> Message:
    """What can be said here, and the commands that this person's roles open.

    Args: files: whether documents can be sent here; leads: a leader's orders stand in place of an official's replies.
    """
    lines = (
        _leading()
        if leads
        else [
            _('- Work: "1.2.4 done", "1.2.4 in progress 60%", "1.2.4 held up by funds"'),
            _('- More time, leave: "1.2.4 until 15/12", "on leave 7-11/12"'),
            _('- A mistake: "tapped by mistake"'),
            _("- Documents: send photos or files here with the code")
            if files
            else _("- Documents: send photos here with the code"),
        ]
    )
    lines.insert(0, _("You can tap, type a number, or write a few words:"))
    lines += [f"/{name} - {meaning}" for name, meaning in commands]
    if call:
        lines.append(_("Coordinator: {name}.").format(name=call))
    return Message("\n".join(lines), offers)


def _leading() -> list[str]:
    return [
        _('- Ask: "how does section Economy stand", "who is late", "against last week"'),
        _('- Urge: "urge comrade Tin", "urge field 6", "urge all late work"'),
        _('- Decide: "waiting for me", "give comrade Khoi 3 more days", "give 6.2 to comrade Khoi"'),
        _('- For all: "message to all: meeting at 14:00", "target 85"'),
    ]


def meaning(command: str) -> str:
    """One line a command, for the help and for Telegram's menu."""
    return {
        "viec": _("my work and due dates"),
        "tiendo": _("progress and points"),
        "kiemtra": _("work waiting for a check"),
        "quanly": _("people, calendar, sending"),
        "mau": _("template for assignments"),
        "hoso": _("dossier, reports, documents sent"),
        "web": _("open on a computer: a code of 6 digits"),
        "thongtin": _("what is kept about me"),
        "trogiup": _("help"),
    }[command]


def offer(step: str) -> str:
    """What is offered where words were not understood, by its step."""
    named = {"office": _("Manage the office"), "pending": _("Waiting for my decision"), "help": _("Help")}
    return named.get(step) or labels.button(step)


def seen() -> Message:
    return Message(_("Noted."))
