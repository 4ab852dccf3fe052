"""A copy of one's own data, requests to correct or erase it, and what the coordinator settles."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.personal.rights import ERASING, Request

_ = words("rights")


def copy_name() -> str:
    """What the file is called where it is spoken of."""
    return _("The copy of your data")


def copy(path: str, today: date) -> Message:
    name = _("What-is-kept-about-me-{day}.xlsx").format(day=f"{today:%d-%m-%Y}")
    return Message(_("All that the system keeps about you is in this file."), file={"path": path, "name": name})


def ask_correction() -> Message:
    text = _("What is wrong, and what should stand there? Please write it in one message (for example: the middle name is Thị).")
    return Message(text, (labels.choice("no"),), awaiting="my_fix_typed")


def ask_erasure() -> Message:
    text = _(
        "Erasing removes your name, post and chats from the system; this chat is unlinked. Reports and "
        "documents that you sent stay"
        " as files of the office, under a code. Work that you hold is handed over first. Send the request to the coordinator?"
    )
    return Message(text, (Choice(_("Send the request"), "my_erasure:yes"), labels.choice("no")))


def kept(one: Request) -> Message:
    text = _("The request was passed to the coordinator; it is to be settled by {day}.").format(day=formats.day(one.due_on))
    stop = (Choice(_("Withdraw the request"), "my_erasure_no"),) if one.kind == "erase" else ()
    return Message(text, stop)


def withdrawn() -> Message:
    return Message(_("The request to erase your data is withdrawn."))


def told_office(one: Request) -> Message:
    return Message(_("New request: {what}").format(what=_line(one)), (Choice(_("Look at it"), f"right:{one.id}"),))


def _line(one: Request) -> str:
    kinds = {"correct": _("correct data"), "erase": _("erase data")}
    text = _("{name}, {kind}, to be settled by {day}")
    return text.format(name=one.name, kind=kinds[one.kind], day=formats.day(one.due_on))


def _late(one: Request, today: date) -> str:
    return _line(one) + (" " + _("(overdue)") if one.due_on < today else "")


def listing(found: Sequence[Request], today: date) -> Message:
    if not found:
        return Message(_("No request about personal data is open."), (Choice(_("Office"), "office"),))
    lines = [_("Requests about personal data:"), *(f"{at}. {_late(one, today)}" for at, one in enumerate(found, 1))]
    choices = tuple(Choice(f"{at}. {one.name}", f"right:{one.id}", wide=True) for at, one in enumerate(found, 1))
    return Message("\n".join(lines), choices, numbered=len(choices))


def chased(found: Sequence[Request], today: date) -> Message:
    """The reminder to the coordinators."""
    lines = [_("To be settled, requests about personal data:"), *(f"- {_late(one, today)}" for one in found)]
    return Message("\n".join(lines), (Choice(_("Look at them"), "rights"),))


def card(one: Request, *, held: int, zone: tzinfo) -> Message:
    """What is asked and what can be done."""
    lines = [_line(one), _("Asked: {moment}.").format(moment=formats.moment(one.asked_at, zone))]
    if one.words:
        lines.append(_("Words: {words}").format(words=one.words))
    if one.state == ERASING and one.erase_at:
        lines.append(_("Will be erased at {moment}.").format(moment=formats.moment(one.erase_at, zone)))
        return Message("\n".join(lines), (Choice(_("Do not erase"), f"right_keep:{one.id}"),))
    if held:
        lines.append(_("Still holds {count} rows: hand them over first.").format(count=formats.count(held)))
    return Message("\n".join(lines), tuple(_choices(one, held)))


def _choices(one: Request, held: int) -> list[Choice]:
    person = Choice(_("Open the person's page"), f"person:{one.person_id}")
    if one.kind == "correct":
        found = [Choice(_("Corrected"), f"right_done:{one.id}"), person]
    elif held:
        found = [Choice(_("Hand over"), f"handover:{one.person_id}")]
    else:
        found = [Choice(_("Erase"), f"right_erase:{one.id}")]
    found.append(Choice(_("Refuse"), f"right_no:{one.id}"))
    return found if one.extended else [*found, Choice(_("15 days more"), f"right_later:{one.id}")]


def corrected(by: str) -> Message:
    return Message(_("{name} has corrected your data. Type THONGTIN to look at it.").format(name=by))


def settled(one: Request) -> Message:
    return Message(_("Recorded: settled. {name} is told.").format(name=one.name), (Choice(_("Other requests"), "rights"),))


def ask_reason(one: Request) -> Message:
    text = _("Why is the request of {name} refused? The reason is sent to the person word for word.").format(name=one.name)
    return Message(text, (Choice(labels.button("no"), f"right:{one.id}"),), awaiting=f"right_no_typed:{one.id}")


def refused(one: Request, reason: str, by: str) -> Message:
    texts = {
        "correct": _("Your request to correct data was refused by {name}: {reason}"),
        "erase": _("Your request to erase data was refused by {name}: {reason}"),
    }
    return Message(texts[one.kind].format(name=by, reason=reason))


def extended(one: Request, due: date) -> Message:
    text = _("Recorded: to be settled by {day}; {name} is told.").format(day=formats.day(due), name=one.name)
    return Message(text, (Choice(_("Look at it"), f"right:{one.id}"),))


def extended_before(one: Request) -> Message:
    return Message(_("It was extended once already; no second time."), (Choice(_("Look at it"), f"right:{one.id}"),))


def told_extended(one: Request, due: date) -> Message:
    texts = {
        "correct": _("Your request to correct data needs more time: until {day}."),
        "erase": _("Your request to erase data needs more time: until {day}."),
    }
    return Message(texts[one.kind].format(day=formats.day(due)))


def ask_name(one: Request) -> Message:
    text = _(
        "Erasing cannot be undone after 24 hours; copies made earlier still hold the data until they are "
        "thrown away. To confirm, type"
        " the full name: {name}"
    )
    no = Choice(labels.button("no"), f"right:{one.id}")
    return Message(text.format(name=one.name), (no,), awaiting=f"right_erase_typed:{one.id}")


def wrong_name(one: Request) -> Message:
    text = _("That is not the name; nothing was erased. Type the full name {name}, or leave it.").format(name=one.name)
    return Message(text, (Choice(labels.button("no"), f"right:{one.id}"),), awaiting=f"right_erase_typed:{one.id}")


def erasing(one: Request, at: datetime, zone: tzinfo) -> Message:
    text = _("{name} will be erased at {moment}; until then it can be taken back.")
    return Message(
        text.format(name=one.name, moment=formats.moment(at, zone)), (Choice(_("Do not erase"), f"right_keep:{one.id}"),)
    )


def told_erasing(one: Request, by: str, at: datetime, zone: tzinfo) -> Message:
    """To the other coordinators: a second pair of eyes."""
    text = _("{by} erases the data of {name}; it happens at {moment}. If that is not right, stop it.")
    said = text.format(by=by, name=one.name, moment=formats.moment(at, zone))
    return Message(said, (Choice(_("Do not erase"), f"right_keep:{one.id}"), labels.choice("seen")))


def told_person_erasing(at: datetime, zone: tzinfo) -> Message:
    text = _("Your data will be erased at {moment}; this chat is unlinked then. Until then you can withdraw the request.")
    return Message(text.format(moment=formats.moment(at, zone)), (Choice(_("Withdraw the request"), "my_erasure_no"),))


def taken_back(one: Request) -> Message:
    return Message(_("Nothing is erased; the request is open again."), (Choice(_("Look at it"), f"right:{one.id}"),))


def told_taken_back(one: Request, by: str) -> Message:
    return Message(_("{by} has stopped the erasure of {name}.").format(by=by, name=one.name))


def erased(code: str) -> Message:
    """To the coordinators, afterwards."""
    return Message(
        _("As was decided, the data of one person was erased; in the history the code {code} stands.").format(code=code)
    )


def sheet(name: str) -> str:
    return {
        "me": _("Me"),
        "chats": _("Chats"),
        "work": _("Work"),
        "reports": _("Reports"),
        "documents": _("Documents"),
        "history": _("History"),
    }[name]


def columns(name: str) -> tuple[str, ...]:
    return {
        "me": (_("What"), _("Kept")),
        "chats": (_("Channel"), _("Linked"), _("Unlinked"), _("Version of the notice read")),
        "work": (_("Code"), _("Title"), _("Due"), _("State")),
        "reports": (_("At"), _("Code"), _("Kind"), _("Recorded"), _("Note")),
        "documents": (_("At"), _("File or document"), _("Number"), _("Issued")),
        "history": (_("At"), _("What was done"), _("To what")),
    }[name]


def under(moment: str) -> str:
    return _("As of {moment}").format(moment=moment)


def me(name: str, post: str | None, unit: str) -> tuple[tuple[str, str], ...]:
    return ((_("Full name"), name), (_("Post"), post or ""), (_("Unit"), unit))
