"""Words of the workbook of marks; its heads are those by which a returned file is read."""

from locales import words
from locales.say import heads

_ = words("mark_sheet")


def name() -> str:
    return _("Marks")


def heading(year: int) -> str:
    return _("Marks of the administrative reform index, {year}").format(year=year)


def head(name: str) -> str:
    own = {
        "council": _("Mark of the council"),
        "why": _("Reason of the office"),
        "verified_1": _("Verified mark, first"),
        "taken": _("Reason of the verification"),
        "asked": _("Mark asked for"),
        "verified_2": _("Verified mark, second"),
        "published": _("Published mark"),
        "gap": _("Self mark above"),
    }
    return own.get(name) or heads.head(name)
