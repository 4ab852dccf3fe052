"""What the demo's page says: the sample office on three phones, and a clock that can be moved."""

from datetime import datetime

from locales import formats, words

_ = words("demo")


def page() -> dict[str, str]:
    return {
        "title": _("The sample office"),
        "lead": _("A made-up office: nothing is sent to anybody, nothing is kept. Tap and write on each phone."),
        "next": _("To the next reminder"),
        "hour": _("One hour on"),
        "clock": _("The office's clock"),
    }


def phones() -> tuple[tuple[str, str], ...]:
    """Whose phones they are, and what to try on each: a report, its check, and where the office stands."""
    return (
        (_("Official"), _('Try: tap "2.2 Done", or send a photo.')),
        (_("Chairperson"), _('Try: tap "Progress", then "Urge".')),
        (_("Coordinator"), _('Try: when the official has reported, tap "Check".')),
    )


def clock(local: datetime) -> str:
    """`07:45, thứ Tư 25/11/2026`."""
    return f"{formats.clock(local.time())}, {formats.weekday(local.date())}/{local.year}"


def address(url: str) -> str:
    """On the terminal."""
    first = _("The sample office is open at {url} (three phones side by side). Ctrl+C ends it.").format(url=url)
    return f"{first}\n" + _('Here too anybody may speak, for example "Cao Minh Nhật: 7.2 xong".')


def who_speaks(names: list[str]) -> str:
    """The terminal does not know who is meant."""
    return _("Write the name, a colon and the message. The people are: {names}.").format(names=", ".join(names))
