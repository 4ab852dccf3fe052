"""Words of the workbook of marks; its heads are those by which a returned file is read."""

from locales import words

_ = words("mark_sheet")


def name() -> str:
    return _("Marks")


def heading(year: int) -> str:
    return _("Marks of the administrative reform index, {year}").format(year=year)


def head(name: str) -> str:
    return {
        "code": _("Code"),
        "title": _("Criterion, component criterion"),
        "person": _("Person in charge"),
        "max": _("Maximum"),
        "own": _("Self mark"),
        "council": _("Mark of the council"),
        "why": _("Reason of the office"),
        "verified_1": _("Verified mark, first"),
        "taken": _("Reason of the verification"),
        "asked": _("Mark asked for"),
        "explained": _("Explanation"),
        "verified_2": _("Verified mark, second"),
        "published": _("Published mark"),
        "gap": _("Self mark above"),
    }[name]
