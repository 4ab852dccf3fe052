"""Invitations on paper: the notice for the chairperson's signature, and a slip a person."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from locales import formats, words

_ = words("paper")


def ask() -> dict[str, str]:
    """The page where the coordinator chooses whom to print for."""
    return {
        "title": _("Invitations on paper"),
        "lead": _(
            "One notice for signature and one slip a person, with a QR and a code. The codes are made when you tap the button."
        ),
        "local": _(
            "WEB_URL is not set, so the slips name {address}. Phones can open it only if it works in the office's network."
        ),
        "here": _(
            "The slips would name {address}, which opens on this computer only: phones cannot. Before printing, ask who "
            "installed the system to set the address of the page (WEB_URL)."
        ),
        "plain": _(
            "{address} is without https: fit for the office's own network only. To be opened from the internet, "
            "the page needs https; please tell who runs the server."
        ),
        "warning": _("Fresh codes revoke earlier ones of the same people. Codes stand on the paper only: print at once."),
        "nobody": _("Everyone is connected already. Tick those who need one more code."),
        "make": _("Make the sheets"),
        "back": _("Back to the chat"),
        "linked": _("connected"),
        "all": _("Without a phone"),
        "others": _("Connected already"),
    }


def notice(office: str, *, year: int, coordinators: Sequence[str], address: str | None) -> list[str]:
    """The numbered sentences of the notice."""
    call = formats.listed([_("official {name}").format(name=one) for one in coordinators]) or _("the coordinator")
    where = _("by messages and on the page {address}").format(address=address) if address else _("by messages")
    return [
        _(
            "From ...../...../{year}, the office uses a reminder system for its CCHC criteria. It reminds of due dates and takes "
            "progress reports and supporting documents {where}. It supports the official document system and does not replace it."
        ).format(year=year, where=where),
        _(
            "Each official gets a slip with a code of their own, usable once. Please come in within 14 days and do not lend the "
            "slip to anybody."
        ),
        _(
            "The system keeps full names, units, work given, reports and documents, for following the criteria only. Do not send "
            "state secrets, photos of identity cards or personal data of citizens through it."
        ),
        _(
            "The system is run by {office}. Coordinator: {call}; telephone: ....................... Lost phone or slip: tell the "
            "coordinator at once, to lock it."
        ).format(office=office, call=call),
        _("Nobody of the office ever asks for a password, a bank code or money through this system."),
    ]


def sheet(office: str, today: date) -> dict[str, str]:
    """The fixed words of the notice, as Decree 30/2020/NĐ-CP, annex I, lays it out."""
    return {
        "title": _("Invitations: {office}").format(office=office),
        "print": _("Print"),
        "state": _("SOCIALIST REPUBLIC OF VIET NAM"),
        "motto": _("Independence - Freedom - Happiness"),
        "number": _("No.: ......./TB-UBND"),
        "place": _(".................., {day} {month} {year}").format(day="......", month="......", year=today.year),
        "head": _("NOTICE"),
        "about": _("On the use of the reminder system for administrative reform"),
        "opening": _("To follow the work on the criteria of administrative reform (CCHC), {office} gives notice:").format(
            office=office
        ),
        "closing": _("Officials of the office are asked to carry this out."),
        "to": _("To:"),
        "to_units": _("- Units of the office;"),
        "file": _("- Kept: VT."),
        "chair": _("CHAIRPERSON"),
        "slip": _("INVITATION"),
        "scan": _('Scan with the phone\'s camera, then tap "Go on".'),
        "telegram": _("With Telegram"),
        "web": _("In the browser"),
        "code": _("Code"),
    }


def slip(name: str, until: datetime, zone: tzinfo, *, web: str | None, call: Sequence[str]) -> dict[str, str]:
    """What one person's slip says."""
    typed = _("Or send the assistant: /start and the code.")
    if web:
        typed = _("Or open {address} and type the code.").format(address=f"{web}/join")
    whom = formats.listed([_("official {name}").format(name=one) for one in call]) or _("the coordinator")
    return {
        "for": _("Official {name}").format(name=name),
        "typed": typed,
        "valid": _("Usable once, until {moment}. For this person alone.").format(moment=formats.moment(until, zone)),
        "help": _("Help: coordinator, {name}.").format(name=whom),
    }


def written(count: int, path: str) -> str:
    """From the command line: where the sheets lie."""
    text = _("{count} slips written to {path}; earlier codes of these people are void. Print it, then delete the file.")
    return text.format(count=formats.count(count), path=path)


def not_written(path: str, reason: str) -> str:
    return _("{path} cannot be written ({reason}); no code was given, nothing was changed.").format(path=path, reason=reason)
