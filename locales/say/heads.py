"""Heads of columns, short enough for narrow ones in Word; each label is told once for all papers."""

from functools import cache

from locales import words

_ = words("heads")


def head(name: str) -> str:
    """The head of a column by its short name."""
    return _heads()[name]


@cache
def _heads() -> dict[str, str]:
    return _of_rows() | _of_points() | _of_texts()


def _of_rows() -> dict[str, str]:
    return {
        "number": _("No."),
        "code": _("Code"),
        "title": _("Criterion, component criterion"),
        "field": _("Field"),
        "section": _("Section"),
        "person": _("Person in charge"),
        "supports": _("Supporting"),
        "due": _("Due"),
        "days": _("Days late"),
        "state": _("State"),
        "blocked": _("Difficulties"),
        "why": _("Difficulties, reasons"),
        "all": _("Criteria"),
        "done": _("Done"),
        "doing": _("In progress"),
        "none": _("Not started"),
        "late": _("Late"),
        "rate": _("Rate done"),
        "share": _("Rate"),
    }


def _of_points() -> dict[str, str]:
    return {
        "points": _("Points"),
        "max": _("Maximum"),
        "forecast": _("Forecast"),
        "self": _("Self mark"),
        "estimated": _("Estimated"),
        "unmarked": _("Unmarked"),
        "lacking": _("Lacking"),
        "lost": _("Lost"),
        "council": _("Council"),
        "verified": _("Verified"),
    }


def _of_texts() -> dict[str, str]:
    return {
        "asked": _("Asked for"),
        "reason": _("Reason"),
        "cause": _("Cause"),
        "explained": _("Explanation"),
        "measure": _("Measure, product"),
        "evidence": _("Evidence"),
        "result": _("Result, document"),
        "document": _("Document"),
        "added": _("Added on"),
        "by": _("Documents by"),
        "note": _("Note"),
    }
