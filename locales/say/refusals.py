"""What is not done, and what to do instead."""

from collections.abc import Mapping, Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels

_ = words("refusals")


def told(name: str, values: Mapping[str, object], *, is_linked: bool) -> Message:
    """A refusal in words, by its name in `storage.errors`."""
    texts = {
        "not_allowed": _("This is for other roles; nothing was changed. /trogiup shows what you can do here."),
        "not_yours": _("{code} is not yours; nothing was recorded."),
        "nobodys_row": _("{code}: these points come from the survey, no report is needed; nothing was recorded."),
        "own_work": _("You answer for {code} yourself; another person checks it."),
        "not_open": _("{code} was accepted already; ask your coordinator to open it again. Nothing was changed."),
        "locked": _("{code}: locked; changes are decided by the council. Nothing was changed."),
        "sealed": _(
            "{code}: the province has locked the marks; nothing was changed. If it opens them again, set the window anew."
        ),
        "nothing_to_undo": _("There is nothing to take back: it was checked, changed since, or taken back already."),
        "gone": _("This button is no longer valid; nothing was changed. Send VIEC to see your work."),
        "last_coordinator": _("This is the office's only coordinator; name another one first. Nothing was changed."),
        "yourself": _("This cannot be done to oneself from the chat; ask another coordinator. Nothing was changed."),
        "bad_code": bad_code().text,
    }
    text = texts.get(name, texts["gone"])
    choices = (labels.choice("work"),) if is_linked and name in {"gone", "nothing_to_undo", "not_yours"} else ()
    return Message(text.format(**{"code": ""} | dict(values)).strip(), choices)


def bad_code() -> Message:
    """One and the same answer for a wrong, used, expired, revoked or foreign code."""
    return Message(
        _("This code cannot be used. Check each letter; if all are right, ask the coordinator of your office for a new one.")
    )


def stranger() -> Message:
    """All that somebody without a link learns."""
    return Message(_("This account is not linked. Send the code that the coordinator of your office gave you, or open its link."))


def privately() -> Message:
    """In a group only what concerns nobody in particular is told."""
    return Message(_("Please ask for this in a private chat with the assistant."))


def locked() -> Message:
    return Message(_("This phone was locked. Nothing was recorded; ask your coordinator for a new code."))


def unsupported(what: str) -> Message:
    """A voice, sticker, location, poll ...: nothing can be done with it."""
    names = {
        "voice": _("voice messages"),
        "sticker": _("stickers"),
        "location": _("locations"),
        "poll": _("polls"),
        "contact": _("contacts"),
        "video": _("videos"),
    }
    name = names.get(what, _("this kind of message"))
    text = _("Nothing was recorded: {what} cannot be read here. Type a few words, or send a photo, PDF, Word or Excel file.")
    return Message(text.format(what=name), (labels.choice("work"),))


def no_documents(*, awaiting: str | None, link: str | None = None, opens: int | None = None) -> Message:
    """On a channel that carries no documents: what came had no content, so nothing is assumed about it.

    Args:
        awaiting: the row that documents were asked for stays awaited.
        link: where to hand the document in, if there is such a page.
        opens: the pass whose secret the link carries.
    """
    if link:
        text = _("Nothing was recorded: only text and photos arrive here. Hand in PDF, Word or Excel files here, once: {link}")
        return Message(text.format(link=link), awaiting=awaiting, opens=opens)
    text = _(
        "Nothing was recorded: only text and photos arrive here. For PDF, Word or Excel: photograph the pages, "
        "or type the document number, for example: số 45/BC-UBND ngày 10/11/2026."
    )
    return Message(text, awaiting=awaiting)


def forwarded() -> Message:
    return Message(_("Nothing was recorded: forwarded messages are not taken as your own words. Please type them yourself."))


def edited() -> Message:
    return Message(_("An edited message is not recorded again. Please send the change as a new message."))


def too_long() -> Message:
    return Message(_("Nothing was recorded: the message is too long. Please write one or two sentences, or send a file."))


def fault(code: str, whom: str | None) -> Message:
    """An error of ours: nothing was recorded; a code and a person to call."""
    text = _("The system has a fault; what you just sent was NOT recorded. Please send it again in 10 minutes (code {code}).")
    call = _("If it happens again, please call {name}.").format(name=whom) if whom else ""
    return Message(f"{text.format(code=code)} {call}".strip())


def not_understood(offers: Sequence[Choice], *, call: str | None = None) -> Message:
    """Words that were not understood: nothing is recorded, choices are offered.

    Args: offers: what to tap; call: after the second time in a row, the coordinator's name.
    """
    first = _("I did not understand, so nothing was recorded. Please tap or type the number:")
    again = _("I still do not understand; nothing was recorded. Please call {name}, or tap:")
    return Message(again.format(name=call) if call else first, tuple(offers), left_open="")


def still_open(question: str, offers: Sequence[Choice], *, call: str | None = None) -> Message:
    """Words that were not understood while a question was open: it stays open, its choices stand under this answer.

    Args: question: its text, of which the first line is told again, below what was told before it; offers: its choices;
        call: as for `not_understood`.
    """
    first = _("I did not understand, so nothing more was recorded. The message before still waits for your answer:")
    again = _("I still do not understand; nothing more was recorded. Please call {name}, or answer here:")
    asked = question.rpartition("\n\n")[2].partition("\n")[0]
    told = f"{again.format(name=call) if call else first}\n{formats.shortened(asked, 200)}"
    return Message(told, tuple(offers), left_open=question)
