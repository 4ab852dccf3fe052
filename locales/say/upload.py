"""The upload door: links and codes in the chat, and what its page says."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from locales import formats, words
from locales.message import SECRET, Choice, Message
from locales.say import labels, load, refused_files
from storage.work.assignments import Work

_ = words("upload")


def link(work: Work | None, address: str, opens: int, *, until: datetime, zone: tzinfo, photos_only: bool = False) -> Message:
    """A link to send files by, good once; `photos_only`: the chat itself takes photos and no other files."""
    text = [
        _("{code}: open this link to send photos, PDF, Word or Excel files, large ones too:").format(code=work.name)
        if work
        else _("Open this link to send photos, PDF, Word or Excel files, large ones too:"),
        f"{address}#{SECRET}",
        _("It works once, until {time}. Please do not pass it on.").format(time=formats.hour(until.astimezone(zone).time())),
    ]
    if photos_only:
        text.append(_("Photos alone can be sent here in the chat."))
    if work is not None:
        text += _wanted(work)
    choices = (Choice(_("Send from a computer"), _route("upload_code", work)), labels.choice("no"))
    return Message("\n".join(text), choices, _about(work), _awaited(work), opens=opens)


def code(work: Work | None, address: str, opens: int, *, until: datetime, zone: tzinfo) -> Message:
    """A code to type at the office's computer, good once."""
    head = _("{code}: on the computer, open").format(code=work.name) if work else _("On the computer, open")
    text = [
        f"{head} {address}",
        _("and type the code {secret}").format(secret=SECRET),
        _("The code works once, until {time}. Please tell it to nobody.").format(
            time=formats.hour(until.astimezone(zone).time())
        ),
    ]
    choices = (Choice(_("Another code"), _route("upload_code", work)), Choice(_("Send from this phone"), _route("upload", work)))
    return Message("\n".join(text), choices, _about(work), _awaited(work), opens=opens)


def _wanted(work: Work) -> list[str]:
    required = work.required_evidence
    text = [_("Required: {what}.").format(what=required.rstrip("."))] if required else []
    return [*text, _("If the number is enough, type it here: số 45/BC-UBND ngày 10/11/2026.")]


def _route(name: str, work: Work | None) -> str:
    return f"{name}:{work.id}" if work else name


def _about(work: Work | None) -> tuple[int, ...]:
    return (work.id,) if work else ()


def _awaited(work: Work | None) -> str | None:
    return f"send:{work.id}" if work else None


def no_door(work: Work | None, *, takes_files: bool, coordinator: str | None) -> Message:
    """The office has no web page: what to do instead."""
    lines = [
        _("Files cannot be sent from a browser yet: the office has not opened its web page."),
        _("Please send them here in the chat (20 MB each), or type the document number."),
    ]
    if not takes_files:
        head = f"{work.name}: " if work else ""
        lines = [head + _("please send photos of the pages here."), *(_wanted(work) if work else ()), _elsewhere(coordinator)]
    text = " ".join(lines)
    return Message(formats.sentence(text), (labels.choice("no"),), _about(work), _awaited(work))


def _elsewhere(coordinator: str | None) -> str:
    if coordinator:
        return _("PDF, Word and Excel files go through Telegram, or to {name}.").format(name=coordinator)
    return _("PDF, Word and Excel files go through Telegram.")


def opened(session_id: int, *, until: datetime, zone: tzinfo) -> Message:
    """To the chat that a code was given to: it has been used just now."""
    text = _('The code was used just now: the upload page is open until {time}. If this was not you, tap "Close the page".')
    close = Choice(_("Close the page"), f"upload_close:{session_id}")
    return Message(text.format(time=formats.hour(until.astimezone(zone).time())), (close,))


def closed(*, was_open: bool) -> Message:
    if was_open:
        return Message(_("The upload page is closed; nothing more can be sent from there. What came before stays."))
    return Message(_("The upload page was closed already."))


def besieged() -> Message:
    """To the coordinators: somebody is guessing codes."""
    return Message(
        _(
            "Many wrong codes of 6 digits were typed in the web room within ten minutes, so that none is taken for a while; "
            "links and invite codes still work, nobody was let in. If it goes on, please tell who runs the server."
        )
    )


def disk_full() -> Message:
    """To the coordinators: files are refused for lack of room."""
    return Message(_("The server's disk is full: a file sent by the upload page was refused. Please tell who runs the server."))


def too_large_to_hand_out(name: str, size: int) -> Message:
    """Kept, but no messenger carries it back."""
    text = _("{name} is kept safely, but with {size} it is too large to be sent in the chat. Please ask the coordinator for it.")
    return Message(text.format(name=formats.shortened(name, 60), size=megabytes(size)))


def megabytes(size: int) -> str:
    """`34 MB`, cut: no file is told smaller than the limit that it breaks."""
    return f"{max(1, size >> 20)} MB"


def refused(reason: str, values: Mapping[str, object]) -> str:
    """Why the page does not take a file, and what to do."""
    if reason == "wrong_kind":
        return refused_files.wrong_kind(str(values.get("name", ""))).text
    if reason in {"scanned", "other_kind"}:
        return load.refused(reason, str(values.get("name", ""))).text
    texts = {
        "signed_out": _('The page is closed or has run out. Type "gửi từ máy tính" in the chat for a new code.'),
        "bad_pass": _(
            "This cannot be used any more: it is wrong, was used or has run out. Please ask for a new one in the chat."
        ),
        "slow_down": _("Too many requests at once; please wait a minute."),
        "not_read": _("The request could not be read; please reload the page."),
        "foreign": _("The request does not come from this page; please open the page anew."),
        "too_big": _("{name} has {size}, more than the {limit} that can be taken. Please split or compress it."),
        "empty": _("{name} holds nothing. Please open it, save it again and send it."),
        "secret": _(
            "Not taken: the name bears a mark of state secrets. Such documents must not be sent here; "
            "please follow the rules on state secrets."
        ),
        "number_only": _(
            "{code}: files are not taken, since they may hold citizens' data. Please type the document number in the chat."
        ),
        "not_yours": _("{code} is not yours any more; please choose the criterion anew."),
        "files": _("Too many files are under way; please wait until some are finished."),
        "bytes": _("Too much is under way; please wait until some files are finished."),
        "disk_full": _(
            "The server has no room left, so {name} was not kept. The coordinator has been told; please try again later."
        ),
        "dropped": _("{name} was dropped; please choose it again."),
        "gone": _("This file is not known here; please choose it again."),
        "fault": _("{name} was received but could not be recorded. The coordinator has been told."),
    }
    return texts[reason].format(**{"name": "", "code": "", "size": "", "limit": ""} | dict(values))


def came_of(state: str) -> str:
    """What has become of a file that is here whole, where the chat says nothing else."""
    return {
        "waiting": _("Received whole; being recorded."),
        "asked": _("Kept. In the chat you are asked which criterion it is for."),
        "withdrawn": _("Taken back in the chat."),
        "table": _("The assignment table was received; what was read of it stands in your chat."),
    }[state]


def stored(receipt: str) -> str:
    """The page's short form of the receipt, which stands in the chat."""
    return _("Stored. Receipt {receipt}.").format(receipt=receipt)


def which(why: str, code: str) -> str:
    """Why the page asks which criterion a file is for."""
    return {
        "foreign": _("The name says {code}, which is not yours. Please choose:"),
        "several": _("The name fits several criteria. Please choose:"),
        "other": _("The name says {code}, another one than you came for. Please choose:"),
        "number_only": _("{code} takes the document number only, no files. Please choose another one:"),
    }[why].format(code=code)


def page() -> dict[str, str]:
    """The words of the upload page."""
    return _asked_on_page() | _told_on_page()


def _asked_on_page() -> dict[str, str]:
    return {
        "title": _("Send documents"),
        "code_label": _("Code of 6 digits"),
        "code_how": _('To get a code, type "gửi từ máy tính" to the assistant in your chat.'),
        "enter": _("Enter"),
        "greeting": _("Comrade {name}"),
        "until": _("The page is open until {time}."),
        "drop": _("Drop files here"),
        "or": _("or"),
        "choose": _("Choose files"),
        "camera": _("Take a photo"),
        "limits": _("Photos, PDF, Word, Excel, PowerPoint; up to {limit} MB each."),
        "warning": _("Please send no secret documents and no identity papers of citizens."),
        "for": _("Criterion"),
        "choose_row": _("Choose the criterion"),
        "for_all": _("For all files without a criterion:"),
        "not_chosen": _("No criterion chosen yet"),
        "table": _("An assignment table, to be loaded"),
        "send": _("Send {count} files"),
        "remove": _("Leave out"),
    }


def _told_on_page() -> dict[str, str]:
    return {
        "ready": _("Ready to send"),
        "sending": _("Sending: {percent} %"),
        "waiting": _("Received whole; being recorded."),
        "stored": _("Stored."),
        "offline": _("The connection is lost; it goes on by itself as soon as it is back."),
        "unfinished": _("Not finished yet: {name} ({percent} %). Choose the same file again, and it goes on where it stopped."),
        "forget": _("Drop it"),
        "finish": _("Finish, close the page"),
        "finished": _("The page is closed. You may close this window."),
        "all_done": _("All files are stored. The receipt is in your chat; if the work is finished, report it there."),
        "some_refused": _("Some files were not stored; the reason stands beside each."),
        "unreadable": _("The file can no longer be read on this device; please choose it again."),
        "no_script": _("This page needs JavaScript. Please send the files in the chat, or give them to the coordinator."),
        "no_rows": _("You answer for no criterion and help with none, so nothing can be sent. Please ask the coordinator."),
        "failed": _("The page could not be loaded. Please check the connection and reload it."),
    }
