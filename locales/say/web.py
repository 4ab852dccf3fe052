"""What the pages of the web room say."""

from collections.abc import Sequence

from locales import words

_ = words("web")

SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux")
BROWSERS = (("Zalo", "Zalo"), ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"))


def device(agent: str) -> str:
    """`Chrome, Windows`: a browser's long name in two words."""
    browser = next((name for mark, name in BROWSERS if mark in agent), None)
    system = next((name for name in SYSTEMS if name in agent), None)
    return ", ".join(part for part in (browser, system) if part) or _("unknown device")


def product() -> str:
    return _("CCHC reminders")


def old_button() -> str:
    """What the person's own line says when a button was tapped that its message no longer offers."""
    return _("(an old button)")


def plain_http() -> str:
    """Where a code is typed on a page without https: what to mind."""
    return _("This page is for the office's own network (http). Please do not type a code here on public Wi-Fi.")


def struck() -> str:
    """Under a message whose code has served: it is shown no longer."""
    return _("(The code was used or has run out.)")


def files_sent(names: Sequence[str]) -> str:
    """The person's own line after files went up."""
    return _("Files sent: {names}").format(names=", ".join(names))


def join() -> dict[str, str]:
    """The form for a code."""
    return {
        "title": _("Sign in"),
        "lead": _("Type the code on your invitation, or the 6 digits that you asked for."),
        "code": _("Invite code, or 6 digits"),
        "hint": _("Capital or small letters, with or without spaces: it makes no difference."),
        "arrived": _("The code came with the link. Tap the button to go on."),
        "go": _("Go on"),
        "first": _("First time here"),
        "first_how": _("Use the code on the slip that the coordinator of your office gave you. It works once."),
        "again": _("Known already, on a new device"),
        "again_how": _("In your messenger, send: MA 6 SO. Or ask the coordinator for a code of 6 digits."),
    }


def chat() -> dict[str, str]:
    """The words around the chat; its script reads them from the page."""
    return {
        "log": _("Conversation"),
        "board": _("Dashboard"),
        "desk": _("The coordinator's desk"),
        "write": _("Write a message"),
        "placeholder": _("Write, or type a number"),
        "send": _("Send"),
        "attach": _("Send documents"),
        "commands": _("Often used"),
        "leave": _("Sign out"),
        "theme": _("Light or dark"),
        "skip": _("To the message box"),
        "older": _("Show earlier messages"),
        "sending": _("sending"),
        "waiting": _("waits for the network"),
        "failed": _("not sent"),
        "edited": _("edited"),
        "office": _("Assistant"),
        "me": _("You"),
        "offline": _("No connection. What you write is kept and sent later."),
        "news": _("New messages"),
        "download": _("Download"),
        "needs_script": _("This page needs JavaScript. Please switch it on, or use the messenger."),
        "reply": _("Reply"),
        "replying": _("In reply to"),
        "cancel": _("Cancel"),
    }


def command(name: str) -> str:
    """A button of the bar: short words for what the command shows."""
    return {
        "viec": _("My work"),
        "tiendo": _("Progress"),
        "kiemtra": _("Waiting for a check"),
        "quanly": _("Manage"),
        "mau": _("Template"),
        "hoso": _("Documents"),
        "web": _("Another device"),
        "thongtin": _("My data"),
        "trogiup": _("Help"),
        "help": _("Help"),
        "start": _("Start"),
        "kenh": _("Where messages come"),
        "tucham": _("Mark myself"),
        "nam": _("Years"),
    }[name]


def fetch() -> dict[str, str]:
    """A file by a link that serves once."""
    return {
        "title": _("A file of the office"),
        "lead": _("The link serves once. The file is for you alone; please do not pass it on."),
        "take": _("Take the file"),
        "script": _("This browser runs no scripts; please open the link in another one."),
        "refused": _("This link was used already or has run out. Please ask for the file again in the chat."),
    }


def opening(*, telegram: bool) -> dict[str, str]:
    """The dashboard, opened inside Telegram or by a link that serves once."""
    again = _("Please close this page and open it again by the button in the chat.")
    return {
        "title": _("Dashboard"),
        "lead": _("The dashboard opens with the rights of your chat.")
        if telegram
        else _("The link serves once; it is for you alone."),
        "go": _("Open the dashboard"),
        "apart": _("Open the dashboard in a tab of its own"),
        "script": _("This browser runs no scripts; please open the link in another one."),
        "refused": again
        if telegram
        else _("This link was used already or has run out. Please ask for a new one in the chat: BANG THEO DOI."),
        "otherwise": _("Come in with a code"),
    }


def gone() -> dict[str, str]:
    """A file that is no longer there."""
    return {
        "title": _("This document is no longer here"),
        "text": _(
            "It is kept no longer, or is of another conversation. Please ask for it again in the chat: "
            "HO SO (reports), MAU (template)."
        ),
        "back": _("Back to the chat"),
    }
