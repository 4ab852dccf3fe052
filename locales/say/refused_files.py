"""Files that are not taken, or not yet: why, and what to send instead."""

from datetime import datetime, tzinfo
from decimal import ROUND_UP, Decimal

from locales import formats, words
from locales.message import Choice, Message

_ = words("refused_files")

REFUSED = {
    "archive": "zip rar 7z tar gz tgz",
    "picture": "bmp gif psd ai cdr raw dng",
    "recording": "mp4 mov avi mkv 3gp mp3 m4a wav ogg oga aac amr wmv",
    "page": "rtf html htm mht mhtml eml msg odp odg pages numbers key vsd vsdx xps epub docm xlsm pptm md xml json",
    "signature": "p7s p7m p7b cer sig",
}
"""Endings of files that offices send and that are not taken, by what to do instead."""
_KIND_OF = {ending: kind for kind, endings in REFUSED.items() for ending in endings.split()}


def too_big(name: str, size: int, *, door: bool = False) -> Message:
    """Refused before it is fetched, with what to do instead; by the upload door it can be sent, where there is one."""
    megabytes = (Decimal(size) / 2**20).quantize(Decimal("0.1"), rounding=ROUND_UP)
    text = _(
        "{name} has {size} MB, more than the 20 MB that can be taken; it was not stored. "
        "Please split or compress the file, or send the document number, for example: số 45/BC-UBND ngày 10/11/2026."
    )
    said = text.format(name=formats.shortened(name, 60), size=formats.points(megabytes))
    if not door:
        return Message(said)
    large = Choice(_("Send a large file"), "upload")
    by_link = _('Or tap "Send a large file" to send it by a link.')
    return Message(f"{said} {by_link}", (large,))


def wrong_kind(name: str) -> Message:
    """Refused for its kind, with what to send instead."""
    text = _("{name} was not stored: {why}.").format(name=formats.shortened(name, 60), why=instead(name))
    return Message(text)


def instead(name: str) -> str:
    return {
        "archive": _("packed files are not taken; please unpack it and send the files in it, several at once"),
        "picture": _("this kind of picture is not taken; please save it as JPG or PDF and send it again"),
        "recording": _("recordings and videos are not taken; please send a photo, or the document that proves it"),
        "page": _("this kind of file is not taken; please print or save it as PDF and send that"),
        "signature": _("a signature alone is no document; please send the signed PDF itself"),
    }.get(
        _KIND_OF.get(name.lower().rpartition(".")[2], ""),
        _("this kind of file is no evidence; photos, PDF, Word, Excel and PowerPoint are taken"),
    )


def no_table() -> Message:
    """A coordinator's picture where a table was wanted, or before there is any list."""
    text = _(
        "No assignment table can be read from this file (a photo, a scan, a PDF or a .doc); nothing was recorded. Please send"
        " the Excel, Word (.docx) or CSV file it was made from, or fill in the template: /mau. If it is a document of a"
        " criterion, send it with the code of that criterion."
    )
    return Message(text)


def secret() -> Message:
    """A mark of state secrets: nothing is kept, and nothing of it is repeated."""
    return Message(
        _(
            "Not stored: the name or caption bears a mark of state secrets. Such documents must not be sent here. "
            "Please delete the message from this chat and follow the rules on state secrets."
        )
    )


def secret_inside() -> Message:
    """The same for a mark in the text of the file; other files of the album go with it."""
    return Message(
        _(
            "Not stored: the file bears a mark of state secrets inside; nothing that came with it is kept either. Such documents "
            "must not be sent here. Please delete the message from this chat and follow the rules on state secrets."
        )
    )


def told_security(name: str, now: datetime, zone: tzinfo) -> Message:
    """To who is responsible for state secrets: that it happened, never what it was."""
    text = _(
        "{name} has sent something that bears a mark of state secrets, at {moment}. It was not stored and is not passed on. "
        "Please see to it with the sender by the rules on state secrets. Photos cannot be checked in this way."
    )
    return Message(text.format(name=name, moment=formats.moment(now, zone)))


def slow(name: str) -> Message:
    """The file does not come; nothing is lost yet."""
    text = _("{name} is not stored yet: the connection fails. The system keeps trying; there is no need to send it again now.")
    return Message(text.format(name=formats.shortened(name, 60)))


def failed(name: str, reason: str, code: str | None) -> Message:
    """The file will never come: what the person can do."""
    reasons = {
        "empty": _("it holds nothing; please open it, save it again and send it"),
        "too_big": _("it is larger than 20 MB; please split or compress it, or send the document number"),
        "password": _("it is locked with a password; please take the password off and send it again"),
        "macros": _("it carries macros; please save it as PDF or as .docx, .xlsx and send it again"),
        "active": _("it carries scripts, attachments or commands; please print it to PDF and send it again"),
        "object": _("it carries other files inside; please save it as PDF and send it again"),
        "external": _("it fetches content from elsewhere; please save it as PDF and send it again"),
        "external_entity": _("it fetches content from elsewhere; please save it as PDF and send it again"),
        "two_kinds": _("it is two kinds of file in one; please save it anew and send it again"),
        "too_many_pixels": _("the picture has more than 50 million pixels; please make it smaller and send it again"),
        "too_many_pages": _("the scan has more than 100 pages, or too many pixels; please save it as PDF and send that"),
        "bomb": _("it unpacks to far too much; please save it anew as PDF and send it again"),
        "unreadable": _("it cannot be opened; please save it anew as PDF and send it again"),
        "virus": _("the virus scanner has found something in it; please clean the computer and send another file"),
        "wrong_kind": _("its content is not what its name says, or it carries macros; please save it as PDF and send it again"),
    }
    why = reasons.get(reason, _("it could not be fetched whole; please send it again"))
    label = f"{code}: {formats.shortened(name, 60)}" if code else formats.shortened(name, 60)
    return Message(_("{file} was NOT stored: {why}.").format(file=label, why=why))
