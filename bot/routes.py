"""ONE table: every command and every route, the step that it leads to, and who may take it. Nothing else is reachable.

The same table feeds /trogiup and the menus that Telegram shows (a menu is a convenience, never a permission).
"""

from dataclasses import dataclass
from typing import Literal

from bot.flows import check, evidence, help_, load, my_work, office, progress, report, start
from bot.turn import Step
from storage.rules.status import Role

Who = Literal["anyone", "linked"] | frozenset[Role]
ANYONE: Who = "anyone"
LINKED: Who = "linked"
COORDINATOR: Who = frozenset({Role.COORDINATOR})
LEADERS: Who = frozenset({Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR, Role.HEAD, Role.REVIEWER})
CHECKERS: Who = frozenset({Role.HEAD, Role.REVIEWER, Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """A step and who may take it.

    Attributes:
        groups: whether it may be asked for in a group.
    """

    step: Step
    who: Who = LINKED
    groups: bool = False


ROUTES: dict[str, Rule] = {
    "start": Rule(start.arrive, ANYONE),
    "notme": Rule(start.not_me),
    "noticed": Rule(start.understood),
    "help": Rule(help_.show, ANYONE, groups=True),
    "nothing": Rule(help_.nothing),
    "work": Rule(my_work.listing),
    "row": Rule(my_work.card),
    "hour": Rule(my_work.choose_hour),
    "sethour": Rule(my_work.set_hour),
    "status": Rule(report.set_status),
    "percent": Rule(report.percent),
    "block": Rule(report.block),
    "extend": Rule(report.extend),
    "granting": Rule(report.decide_extension, LEADERS),
    "snooze": Rule(report.snooze),
    "done_on": Rule(report.completed_on),
    "undo": Rule(report.undo),
    "undolast": Rule(report.undo_last),
    "settle": Rule(report.settle),
    "progress": Rule(progress.show, "linked", groups=True),
}
"""Routes by name: `status:17:done` is the step `status` with the arguments 17 and "done"."""

COMMANDS: dict[str, str] = {
    "start": "start",
    "viec": "work",
    "tiendo": "progress",
    "trogiup": "help",
    "help": "help",
}
"""Slash commands, as the contract names them."""

SPOKEN: dict[str, str] = {
    "viec": "work",
    "viec cua toi": "work",
    "tien do": "progress",
    "tiendo": "progress",
    "tro giup": "help",
    "huong dan": "help",
}
"""Commands as words, folded: lower case without diacritics."""
