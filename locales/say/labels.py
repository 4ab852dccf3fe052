"""Names of states, kinds, roles and buttons: the same word everywhere."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from locales import formats, words
from locales.message import Choice
from storage.rules.status import Kind, Progress, Role

_ = words("labels")

ROUTES = {"work": "work", "progress": "progress", "no": "cancel", "seen": "nothing"}
"""Where buttons lead that lead to the same step everywhere."""


@cache
def progress(state: Progress, percent: int | None = None) -> str:
    """`Đang thực hiện (60 %)`."""
    names = {
        Progress.NOT_STARTED: _("not started"),
        Progress.IN_PROGRESS: _("in progress"),
        Progress.REPORTED: _("reported done"),
        Progress.CONFIRMED: _("confirmed"),
        Progress.RETURNED: _("more is needed"),
        Progress.NOT_ARISING: _("did not arise"),
        Progress.PAUSED: _("paused"),
    }
    return (
        f"{names[state]} ({percent} %)"
        if percent is not None and state in {Progress.IN_PROGRESS, Progress.RETURNED}
        else names[state]
    )


@cache
def kind(value: Kind) -> str:
    return {
        Kind.PRODUCT: _("product"),
        Kind.RECURRING: _("recurring"),
        Kind.FIGURE: _("figure"),
        Kind.UPKEEP: _("upkeep"),
        Kind.SURVEY: _("survey"),
        Kind.BONUS: _("bonus"),
        Kind.PENALTY: _("penalty"),
    }[value]


def role(value: Role) -> str:
    return {
        Role.OFFICIAL: _("official"),
        Role.HEAD: _("head of unit"),
        Role.DEPUTY: _("deputy chairperson"),
        Role.CHAIRPERSON: _("chairperson"),
        Role.COORDINATOR: _("coordinator"),
        Role.REVIEWER: _("reviewer"),
        Role.COUNCIL: _("council member"),
    }[value]


def nobody() -> str:
    """In place of a name, in the middle of a sentence."""
    return _("nobody in charge")


def maximum(points: Decimal) -> str:
    """What a row, or an instance of it, can earn at most."""
    return _("Maximum {points} points.").format(points=formats.points(points))


def rest(left: int, what: str = "rows") -> list[str]:
    """`và 03 việc khác`, for what a list leaves out; nothing where it leaves nothing out.

    Args:
        left: how many are left out; none where it is not above zero.
        what: of what: rows, criteria, people, lines (of a table), entries, sendings or changes.
    """
    text = {
        "rows": _("and {count} more rows"),
        "criteria": _("and {count} more criteria"),
        "people": _("and {count} more people"),
        "lines": _("and {count} more lines"),
        "entries": _("and {count} more entries"),
        "sendings": _("and {count} more sendings"),
        "changes": _("and {count} more changes"),
    }[what]
    return [text.format(count=formats.count(left))] if left > 0 else []


def some(told: Sequence[str], most: int, what: str = "rows", between: str = ", ") -> str:
    """`2.1.3, 2.1.4 và 03 việc khác`: the first of a list, and how many more there are; the last one is told, not counted."""
    most += len(told) == most + 1
    return " ".join([between.join(told[:most]), *rest(len(told) - most, what)])


@cache
def button(name: str) -> str:
    """A button by its short name; the contract fixes most of these words."""
    return {
        "done": _("Done"),
        "doing": _("In progress"),
        "not_started": _("Not started"),
        "blocked": _("Blocked"),
        "send": _("Send documents"),
        "extend": _("Ask for more time"),
        "later": _("Remind later"),
        "accept": _("Accept"),
        "more": _("Ask for more"),
        "urge": _("Urge"),
        "start_sending": _("Start sending"),
        "right": _("Right"),
        "other_day": _("Another completion date"),
        "edit": _("Edit"),
        "seen": _("Noted"),
        "understood": _("Understood"),
        "mistake": _("Recorded by mistake, drop it"),
        "all": _("See all"),
        "back": _("Back"),
        "no": _("No"),
        "not_me": _("Not me"),
        "open_row": _("See this work"),
        "work": _("My work"),
        "progress": _("Progress"),
    }[name]


def choice(name: str) -> Choice:
    """A button of `ROUTES`, with its step."""
    return Choice(button(name), ROUTES[name])
